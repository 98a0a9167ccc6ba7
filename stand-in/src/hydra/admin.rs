//! What a consent page and an operator ask of Hydra. Only what is inside its network reaches it.

use super::tokens::introspect;
use super::{set, text};
use crate::call::{Call, random_text};
use crate::http::Reply;
use serde_json::{Value, json};

/// Serves Hydra's admin API.
pub(crate) fn serve(call: &mut Call<'_>) -> Reply {
    let path = call.req.path().trim_matches('/').to_owned();
    let segments: Vec<&str> = path.split('/').collect();
    let method = call.req.method.as_str().to_owned();
    match (method.as_str(), segments.as_slice()) {
        ("GET", ["health", "ready"]) => crate::admin::health(),
        ("POST", ["admin", "clients"]) => create(call),
        ("POST", ["admin", "oauth2", "introspect"]) => introspect(call),
        ("GET", ["admin", "oauth2", "auth", "requests", "consent"]) => consent(call),
        ("PUT", ["admin", "oauth2", "auth", "requests", "consent", what @ ("accept" | "reject")]) => decide(call, what),
        ("GET", ["admin", "oauth2", "auth", "requests", "logout"]) => logout(call),
        ("PUT", ["admin", "oauth2", "auth", "requests", "logout", "accept"]) => accept_logout(call),
        ("PUT", ["admin", "oauth2", "auth", "requests", "logout", "reject"]) => reject_logout(call),
        ("GET", ["admin", "oauth2", "auth", "sessions", "consent"]) => consents(call),
        ("DELETE", ["admin", "oauth2", "auth", "sessions", "consent"]) => revoke(call),
        ("DELETE", ["admin", "oauth2", "auth", "sessions", "login"]) => forget(call),
        _ => Reply::no_route(),
    }
}

fn unknown() -> Reply {
    Reply::json(404, &json!({"error": "Not Found", "error_description": "Unable to locate the requested resource"}))
}

fn body(call: &Call<'_>) -> Value {
    serde_json::from_slice(&call.req.body).unwrap_or_default()
}

/// Makes an application.
fn create(call: &mut Call<'_>) -> Reply {
    let mut client = body(call);
    let id = uuid::Uuid::new_v4().to_string();
    set(&mut client, "client_id", id.as_str());
    if text(&client, "token_endpoint_auth_method") != "none" {
        set(&mut client, "client_secret", random_text(16));
    }
    call.state.hydra.clients.insert(id, client.clone());
    Reply::json(201, &client)
}

/// What an application asks for.
fn consent(call: &Call<'_>) -> Reply {
    let hydra = &call.state.hydra;
    let challenge = call.req.query("consent_challenge").unwrap_or_default();
    let Some(consent) = hydra.consents.get(challenge) else { return unknown() };
    let Some(asked) = hydra.requests.get(&consent.asked) else { return unknown() };
    let mut request = asked.request.clone();
    for (name, value) in [
        ("challenge", Value::from(challenge)),
        ("subject", consent.subject.as_str().into()),
        ("skip", consent.skip.into()),
        ("login_challenge", consent.asked.as_str().into()),
    ] {
        set(&mut request, name, value);
    }
    Reply::json(200, &request)
}

/// Grants whatever it is told, as Hydra does.
fn decide(call: &mut Call<'_>, what: &str) -> Reply {
    let body = body(call);
    let challenge = call.req.query("consent_challenge").unwrap_or_default().to_owned();
    let hydra = &mut call.state.hydra;
    let Some(consent) = hydra.consents.get_mut(&challenge) else { return unknown() };
    consent.decision = Some(if what == "accept" { Ok(body) } else { Err(body) });
    let asked = consent.asked.clone();
    let verifier = random_text(48);
    hydra.decided.insert(verifier.clone(), challenge);
    let url = hydra.requests.get(&asked).map(|asked| asked.url.clone()).unwrap_or_default();
    Reply::json(200, &json!({"redirect_to": Call::with_query(&url, &[("consent_verifier", &verifier)])}))
}

/// Who wants to sign out.
fn logout(call: &Call<'_>) -> Reply {
    let hydra = &call.state.hydra;
    let challenge = call.req.query("logout_challenge").unwrap_or_default();
    let Some(out) = hydra.logouts.get(challenge) else { return unknown() };
    Reply::json(
        200,
        &json!({
            "challenge": challenge, "subject": hydra.browsers.get(&out.browser), "client": out.client,
            "rp_initiated": out.client.is_some(), "request_url": "/oauth2/sessions/logout",
        }),
    )
}

fn accept_logout(call: &mut Call<'_>) -> Reply {
    let challenge = call.req.query("logout_challenge").unwrap_or_default();
    let Some(out) = call.state.hydra.logouts.get_mut(challenge) else { return unknown() };
    let verifier = random_text(24);
    out.verifier = Some(verifier.clone());
    let to = call.app.hydra_public("/oauth2/sessions/logout");
    Reply::json(200, &json!({"redirect_to": Call::with_query(&to, &[("logout_verifier", &verifier)])}))
}

fn reject_logout(call: &mut Call<'_>) -> Reply {
    let challenge = call.req.query("logout_challenge").unwrap_or_default();
    if call.state.hydra.logouts.remove(challenge).is_none() {
        return unknown();
    }
    Reply { status: 204, headers: Vec::new(), body: Vec::new() }
}

/// What somebody has allowed.
fn consents(call: &Call<'_>) -> Reply {
    let subject = call.req.query("subject").unwrap_or_default();
    let granted =
        call.state.hydra.grants.iter().filter(|grant| grant.subject == subject && !grant.revoked && !grant.skip);
    let sessions: Vec<Value> = granted
        .map(|grant| {
            let mut request = grant.request.clone();
            set(&mut request, "subject", grant.subject.as_str());
            let mut session = grant.accepted.clone();
            set(&mut session, "consent_request", request);
            set(&mut session, "handled_at", grant.at.as_str());
            session
        })
        .collect();
    Reply::json(200, &sessions)
}

/// Takes it back, with the tokens.
fn revoke(call: &mut Call<'_>) -> Reply {
    let query = |name: &str| call.req.query(name).unwrap_or_default().to_owned();
    let (subject, client, all) = (query("subject"), query("client"), query("all") == "true");
    // One or all, and whose.
    if subject.is_empty() || client.is_empty() != all {
        return Reply::json(400, &json!({"error": "invalid_request"}));
    }
    let grants = call.state.hydra.grants.iter_mut();
    for grant in grants.filter(|grant| grant.subject == subject && (all || grant.is_of(&client))) {
        grant.revoked = true;
    }
    Reply { status: 204, headers: Vec::new(), body: Vec::new() }
}

/// Remembers in no browser any more that somebody has signed in.
fn forget(call: &mut Call<'_>) -> Reply {
    let subject = call.req.query("subject").unwrap_or_default();
    if subject.is_empty() {
        return Reply::json(400, &json!({"error": "invalid_request"}));
    }
    call.state.hydra.browsers.retain(|_, person| person.as_str() != subject);
    Reply { status: 204, headers: Vec::new(), body: Vec::new() }
}
