//! `/sessions`: who is asking, and the other sessions of the same person. And logging out.

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::http::Reply;
use crate::json::Json;
use crate::session::Session;
use axum::http::Method;
use serde_json::json;
use uuid::Uuid;

/// The session of the request, of any level.
fn signed_in(call: &Call<'_>) -> Result<Session, Failure> {
    call.session().ok_or_else(|| Failure::new(401).reason(NO_COOKIE))
}

/// The session of the request, strong enough; `reason` is said where there is none.
fn current(call: &Call<'_>, reason: &str) -> Result<Session, Failure> {
    let session = call.session().ok_or_else(|| Failure::new(401).reason(reason))?;
    if call.satisfies(&session, call.app.config.whoami_aal) {
        Ok(session)
    } else {
        Err(Failure::aal2_required(&call.aal2_login("")))
    }
}

/// What is said where a list of sessions needs one.
const NO_COOKIE: &str = "No valid session cookie found.";

/// `/sessions/whoami`
pub(crate) fn whoami(call: &Call<'_>) -> Reply {
    let answer = current(call, "No valid session credentials found in the request.").map(|session| {
        let identity = call.state.identities.get(&session.identity).map(|person| person.json(&call.app.public));
        Reply::json(200, &session.json(identity.unwrap_or_else(Json::empty)))
            .header("x-kratos-authenticated-identity-id", session.identity.to_string())
    });
    json_only(call, answer)
}

/// These routes never redirect.
fn json_only(call: &Call<'_>, answer: Answer) -> Reply {
    answer.unwrap_or_else(|failure| call.fail_json(&failure, failure.status))
}

/// `GET /sessions`: the others, newest first.
pub(crate) fn list(call: &Call<'_>) -> Reply {
    let answer = current(call, NO_COOKIE).map(|session| {
        let person = call.state.identities.get(&session.identity);
        let other = |one: &&Session| {
            one.identity == session.identity && one.id != session.id && one.active && one.expires_at > call.now
        };
        let others: Vec<Json> = call
            .state
            .sessions
            .iter()
            .rev()
            .filter(other)
            .map(|one| one.json(person.map_or_else(Json::empty, |person| person.bare_json(""))))
            .collect();
        let count = others.len();
        let page = format!("</sessions?page=0&page_size={count}&per_page={count}>; rel=\"first\"");
        Reply::json(200, &others).header("x-total-count", count.to_string()).header("link", page)
    });
    json_only(call, answer)
}

/// `DELETE /sessions`: ends the others.
pub(crate) fn revoke_others(call: &mut Call<'_>) -> Reply {
    // Kratos asks for no second factor here, unlike when it lists them.
    let answer = signed_in(call).map(|session| {
        let mut count = 0;
        for one in &mut call.state.sessions {
            if one.identity == session.identity && one.id != session.id && one.active {
                one.active = false;
                count += 1;
            }
        }
        Reply::json(200, &json!({"count": count}))
    });
    json_only(call, answer)
}

/// `DELETE /sessions/<id>`: ends one of the others.
pub(crate) fn revoke(call: &mut Call<'_>, id: &str) -> Reply {
    let answer = signed_in(call).and_then(|session| {
        if id == "whoami" {
            return Err(Failure::new(400));
        }
        let id = Uuid::parse_str(id).map_err(|_| Failure::new(400).message("uuid: incorrect UUID"))?;
        if id == session.id {
            return Err(Failure::new(400).message("cannot revoke current session"));
        }
        for one in call.state.sessions.iter_mut().filter(|one| one.id == id && one.identity == session.identity) {
            one.active = false;
        }
        Ok(Reply::new(204, "application/json; charset=utf-8", Vec::new()))
    });
    json_only(call, answer)
}

/// `GET /self-service/logout/browser`: where to log out; always JSON when there is a session.
pub(crate) fn logout_url(call: &mut Call<'_>) -> Answer {
    let session = call.session().ok_or_else(Failure::no_session)?;
    let back = call.asked_return_to()?.unwrap_or_default();
    let url = Call::with_query(
        &call.public("/self-service/logout"),
        &[("return_to", &back), ("token", &session.logout_token)],
    );
    Ok(Reply::json(200, &json!({"logout_url": url, "logout_token": session.logout_token})))
}

/// `GET /self-service/logout?token=…`
pub(crate) fn logout(call: &mut Call<'_>) -> Answer {
    let token = call
        .req
        .query("token")
        .ok_or_else(|| Failure::new(400).reason("Please include a token in the URL query."))?
        .to_owned();
    let mut session = call.session().ok_or_else(Failure::no_session)?;
    if session.logout_token != token {
        let reason = "Unable to log out because the logout token in the URL query does not match the session cookie.";
        return Err(Failure::new(403).reason(reason));
    }
    session.active = false;
    call.keep_session(session);
    call.drop_session_cookie();
    call.renew_csrf_cookie();
    // Checked only now, with the session gone.
    let back = call.asked_return_to()?.unwrap_or_else(|| {
        let config = &call.app.config;
        config.logout_return_url.clone().unwrap_or_else(|| config.default_return_url.clone())
    });
    if call.json() {
        return Ok(Reply { status: 204, headers: Vec::new(), body: Vec::new() });
    }
    debug_assert_eq!(call.req.method, Method::GET);
    Ok(call.see_other(&back))
}
