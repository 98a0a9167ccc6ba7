//! What browsers and applications ask of Hydra.

use super::tokens::{exchange, userinfo};
use super::{Asked, Code, Consent, Grant, Logout, set, text, texts};
use crate::call::{Call, random_text};
use crate::http::Reply;
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

/// The cookie that tells browsers apart.
const BROWSER: &str = "stand_in_hydra_browser";

/// A month, in seconds.
const MONTH: i64 = 30 * 24 * 60 * 60;

/// Serves Hydra's public origin.
pub(crate) fn serve(call: &mut Call<'_>) -> Reply {
    match (call.req.method.clone(), call.req.path()) {
        (Method::GET, "/oauth2/auth") => authorize(call),
        (Method::POST, "/oauth2/token") => exchange(call),
        (Method::GET, "/userinfo") => userinfo(call),
        (Method::GET, "/oauth2/sessions/logout") => sign_out(call),
        (Method::GET, "/health/ready") => crate::admin::health(),
        _ => Reply::no_route(),
    }
}

fn found(to: &str) -> Reply {
    Reply::redirect(302, &Method::GET, to)
}

/// The browser that asks; a new one gets a cookie.
fn browser(call: &mut Call<'_>) -> String {
    if let Some(known) = call.req.cookies(BROWSER).first() {
        return (*known).to_owned();
    }
    let new = random_text(24);
    let cookie = call.cookie(BROWSER, &new, Some(MONTH), false);
    call.cookies.push(cookie);
    new
}

/// What the application gets at its own address.
fn answer(request_url: &str, pairs: &[(&str, &str)]) -> Reply {
    let query = |name: &str| {
        let url = Url::parse(request_url).ok()?;
        url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    let Some(mut back) = query("redirect_uri").and_then(|back| Url::parse(&back).ok()) else {
        return Reply::html(400, crate::pages::page("Hydra", "<p>no redirect_uri</p>"));
    };
    back.query_pairs_mut().extend_pairs(pairs).append_pair("state", &query("state").unwrap_or_default());
    found(back.as_str())
}

/// `GET /oauth2/auth`, at each of its three steps.
fn authorize(call: &mut Call<'_>) -> Reply {
    if let Some(verifier) = call.req.query("consent_verifier").map(str::to_owned) {
        return consented(call, &verifier);
    }
    if let Some(verifier) = call.req.query("login_verifier").map(str::to_owned) {
        return signed_in(call, &verifier);
    }
    let query = |name: &str| call.req.query(name).unwrap_or_default();
    let Some(client) = call.state.hydra.clients.get(query("client_id")).cloned() else {
        return Reply::html(400, crate::pages::page("Hydra", "<p>unknown client_id</p>"));
    };
    if !texts(&client, "redirect_uris").any(|known| known == query("redirect_uri")) {
        return Reply::html(400, crate::pages::page("Hydra", "<p>unknown redirect_uri</p>"));
    }
    let url = call.app.hydra_public(&call.req.uri.to_string());
    let is_public = text(&client, "token_endpoint_auth_method") == "none";
    if is_public && (query("code_challenge").is_empty() || query("code_challenge_method") != "S256") {
        return answer(&url, &[("error", "invalid_request")]);
    }
    let may: Vec<&str> = text(&client, "scope").split(' ').collect();
    let scope: Vec<&str> = query("scope").split(' ').filter(|name| !name.is_empty()).collect();
    if scope.iter().any(|name| !may.contains(name)) {
        return answer(&url, &[("error", "invalid_scope")]);
    }
    let audience: Vec<&str> = query("audience").split(' ').filter(|name| !name.is_empty()).collect();
    let challenge = random_text(48);
    let prompt = query("prompt").to_owned();
    let mut request = json!({
        "challenge": challenge, "client": public_part(&client), "oidc_context": {}, "request_url": url,
        "requested_access_token_audience": audience, "requested_scope": scope, "session_id": Uuid::new_v4(),
    });
    let browser = browser(call);
    let hydra = &mut call.state.hydra;
    let subject = hydra.browsers.get(&browser).filter(|_| prompt != "login").cloned();
    let skip = subject.is_some();
    set(&mut request, "skip", skip);
    set(&mut request, "subject", subject.unwrap_or_default());
    hydra.requests.insert(challenge.clone(), Asked { request, url, skip, browser });
    let urls = call.app.config.hydra.clone().unwrap_or_default();
    let page = if prompt == "registration" { urls.registration } else { urls.login };
    found(&Call::with_query(&page, &[("login_challenge", &challenge)]))
}

/// A client without its secret.
fn public_part(client: &Value) -> Value {
    let mut client = client.clone();
    if let Some(members) = client.as_object_mut() {
        members.remove("client_secret");
    }
    client
}

/// Somebody has signed in: may the application have what it asks for?
fn signed_in(call: &mut Call<'_>, verifier: &str) -> Reply {
    let this = browser(call);
    let hydra = &mut call.state.hydra;
    let Some((challenge, subject)) = hydra.signed_in.remove(verifier) else {
        return Reply::html(400, crate::pages::page("Hydra", "<p>the login verifier has already been used</p>"));
    };
    let Some(asked) = hydra.requests.get(&challenge) else { return Reply::no_route() };
    if asked.browser != this {
        return answer(&asked.url, &[("error", "request_forbidden")]);
    }
    let client = asked.request.get("client").map(|client| text(client, "client_id")).unwrap_or_default();
    let wants: Vec<&str> = texts(&asked.request, "requested_scope").collect();
    let covers = |grant: &&Grant| {
        let has = grant.scopes();
        grant.subject == subject
            && grant.is_of(client)
            && !grant.revoked
            && grant.accepted.get("remember") == Some(&Value::Bool(true))
            && wants.iter().all(|scope| has.contains(scope))
    };
    let skip = hydra.grants.iter().any(|grant| covers(&grant));
    hydra.browsers.insert(this, subject.clone());
    let consent = random_text(48);
    hydra.consents.insert(consent.clone(), Consent { asked: challenge, subject, skip, decision: None, used: false });
    let page = call.app.config.hydra.clone().unwrap_or_default().consent;
    found(&Call::with_query(&page, &[("consent_challenge", &consent)]))
}

/// It has been decided.
fn consented(call: &mut Call<'_>, verifier: &str) -> Reply {
    let this = browser(call);
    let now = call.now.to_string();
    let hydra = &mut call.state.hydra;
    let challenge = hydra.decided.remove(verifier).unwrap_or_default();
    let Some(consent) = hydra.consents.get_mut(&challenge) else {
        return Reply::html(400, crate::pages::page("Hydra", "<p>the consent verifier has already been used</p>"));
    };
    let Some(asked) = hydra.requests.get(&consent.asked) else { return Reply::no_route() };
    if asked.browser != this || consent.used {
        return answer(&asked.url, &[("error", "request_forbidden")]);
    }
    consent.used = true;
    let accepted = match consent.decision.clone() {
        Some(Ok(accepted)) => accepted,
        Some(Err(why)) => {
            let (error, description) = (text(&why, "error"), text(&why, "error_description"));
            return answer(&asked.url, &[("error", error), ("error_description", description)]);
        }
        None => return answer(&asked.url, &[("error", "access_denied")]),
    };
    let grant = Grant {
        client: asked.request.get("client").cloned().unwrap_or_default(),
        subject: consent.subject.clone(),
        request: asked.request.clone(),
        accepted,
        at: now,
        skip: consent.skip,
        revoked: false,
    };
    let scope = grant.scopes().join(" ");
    hydra.grants.push(grant);
    let code = random_text(32);
    let url = asked.url.clone();
    let query = |name: &str| {
        let url = Url::parse(&url).ok()?;
        url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    let kept = Code {
        grant: hydra.grants.len() - 1,
        redirect_uri: query("redirect_uri").unwrap_or_default(),
        challenge: query("code_challenge"),
        nonce: query("nonce"),
    };
    hydra.codes.insert(code.clone(), kept);
    answer(&url, &[("code", &code), ("scope", &scope)])
}

/// `GET /oauth2/sessions/logout`, at both of its steps (RP-Initiated Logout 1.0).
fn sign_out(call: &mut Call<'_>) -> Reply {
    let urls = call.app.config.hydra.clone().unwrap_or_default();
    if let Some(verifier) = call.req.query("logout_verifier") {
        let hydra = &mut call.state.hydra;
        let challenge = hydra.logouts.iter().find(|(_, out)| out.verifier.as_deref() == Some(verifier));
        let Some(out) = challenge.map(|(challenge, _)| challenge.clone()).and_then(|key| hydra.logouts.remove(&key))
        else {
            return Reply::html(400, crate::pages::page("Hydra", "<p>the logout verifier has already been used</p>"));
        };
        hydra.browsers.remove(&out.browser);
        return found(&out.back);
    }
    let hint = call.req.query("id_token_hint").and_then(|token| token.split('.').nth(1).map(str::to_owned));
    let claims = hint.and_then(|claims| URL_SAFE_NO_PAD.decode(claims).ok());
    let claims: Value = claims.and_then(|claims| serde_json::from_slice(&claims).ok()).unwrap_or_default();
    let client = call.state.hydra.clients.get(texts(&claims, "aud").next().unwrap_or_default()).cloned();
    let wanted = call.req.query("post_logout_redirect_uri").unwrap_or_default();
    let listed = |client: &Value| texts(client, "post_logout_redirect_uris").any(|uri| uri == wanted);
    let back = client.as_ref().filter(|client| listed(client)).map(|_| wanted.to_owned());
    let back = back.unwrap_or(urls.post_logout_redirect);
    let this = browser(call);
    let hydra = &mut call.state.hydra;
    if !hydra.browsers.contains_key(&this) {
        return found(&back);
    }
    let challenge = random_text(24);
    let client = client.map(|client| public_part(&client));
    hydra.logouts.insert(challenge.clone(), Logout { browser: this, client, back, verifier: None });
    found(&Call::with_query(&urls.logout, &[("logout_challenge", &challenge)]))
}
