//! Every path, on one screen.

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::flow::Kind;
use crate::http::Reply;
use crate::{admin, demo, login, oidc, outbox, pages, recovery, registration, sessions, settings, verification};

/// Serves the origin of Kratos.
pub(crate) fn serve(call: &mut Call<'_>) -> Reply {
    let path = call.req.path().trim_end_matches('/').to_owned();
    let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let method = call.req.method.as_str().to_owned();
    let answer = route(call, &method, &segments).unwrap_or_else(|failure| call.fail(&failure));
    call.finish(answer)
}

/// First the routes that check the CSRF token themselves or not at all, then those that give the browser its cookie.
fn route(call: &mut Call<'_>, method: &str, path: &[&str]) -> Answer {
    match (method, path) {
        ("GET" | "POST", ["self-service", "settings"]) => settings::submit(call),
        ("GET" | "POST", ["self-service", "login"]) => login::submit(call),
        ("GET" | "POST", ["self-service", "registration"]) => registration::submit(call),
        ("GET" | "POST", ["self-service", "recovery"]) => recovery::submit(call),
        ("GET" | "POST", ["self-service", "verification"]) => verification::submit(call),
        (_, ["sessions", "whoami"]) => Ok(sessions::whoami(call)),
        ("GET", ["sessions"]) => Ok(sessions::list(call)),
        ("DELETE", ["sessions"]) => Ok(sessions::revoke_others(call)),
        ("DELETE", ["sessions", id]) => Ok(sessions::revoke(call, id)),
        ("GET", ["health", "alive" | "ready"]) => Ok(admin::health()),
        ("POST", ["admin", "identities"]) => admin::create(call),
        ("PATCH", ["admin", "identities", id]) => admin::patch(call, id),
        ("POST", ["admin", "recovery", "code"]) => recovery::admin_code(call),
        ("POST", ["admin", "recovery", "link"]) => recovery::admin_link(call),
        ("GET", ["admin", "courier", "messages"]) => Ok(outbox::messages(call)),
        ("GET", ["admin", "version"] | ["version"]) => Ok(admin::version()),
        _ => {
            call.ensure_csrf_cookie();
            guarded(call, method, path)
        }
    }
}

/// The routes behind the CSRF cookie; every verb but GET needs a token there, and none of them takes one.
fn guarded(call: &mut Call<'_>, method: &str, path: &[&str]) -> Answer {
    if method != "GET" && method != "HEAD" {
        let failure: Failure = call.csrf_violation(true);
        return Ok(call.fail_json(&failure, 403));
    }
    match path {
        ["self-service", "settings", "browser"] => settings::init(call),
        ["self-service", "settings", "flows"] => settings::fetch(call),
        ["self-service", "login", "browser"] => login::init(call),
        ["self-service", "registration", "browser"] => registration::init(call),
        ["self-service", "recovery", "browser"] => recovery::init(call),
        ["self-service", "verification", "browser"] => verification::init(call),
        ["self-service", "login", "flows"] => fetch(call, Kind::Login),
        ["self-service", "registration", "flows"] => fetch(call, Kind::Registration),
        ["self-service", "recovery", "flows"] => fetch(call, Kind::Recovery),
        ["self-service", "verification", "flows"] => fetch(call, Kind::Verification),
        ["self-service", "methods", "oidc", "callback", provider] => oidc::callback(call, provider),
        ["self-service", "logout", "browser"] => sessions::logout_url(call),
        ["self-service", "logout"] => sessions::logout(call),
        ["self-service", "errors"] => Ok(admin::error(call)),
        ["schemas"] => Ok(admin::schemas(call)),
        ["schemas", id] => Ok(admin::schema(call, id)),
        [".well-known", "ory", "webauthn.js"] => {
            Ok(Reply::new(200, "text/javascript; charset=UTF-8", pages::SCRIPT.as_bytes()))
        }
        ["" | "ui"] => pages::index(call),
        ["ui", "login"] => Ok(pages::flow(call, Kind::Login)),
        ["ui", "registration"] => Ok(pages::flow(call, Kind::Registration)),
        ["ui", "recovery"] => Ok(pages::flow(call, Kind::Recovery)),
        ["ui", "verification"] => Ok(pages::flow(call, Kind::Verification)),
        ["ui", "error"] => Ok(pages::error(call)),
        ["ui", "outbox"] => Ok(outbox::page(call)),
        ["ui", "person"] => demo::enter_person(call),
        ["ui", "demo"] => demo::enter_fixture(call),
        _ => Ok(Reply::no_route()),
    }
}

/// Reading a flow never redirects, unless its kind is switched off.
fn fetch(call: &Call<'_>, kind: Kind) -> Answer {
    call.check_enabled(kind)?;
    Ok(call.fetch(kind).unwrap_or_else(|failure| call.fail_json(&failure, failure.status)))
}
