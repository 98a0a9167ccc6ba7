//! What those get who are not let through.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, LOCATION};
use http::{Method, StatusCode};
use serde_json::json;
use url::Url;

use super::requirement::Verdict;
use crate::account::Account;
use crate::flow::addresses::Login;
use crate::flow::detour::Detour;
use crate::flow::problem::Problem;
use crate::flow::restart::{self, CIRCLE, Restarts};
use crate::kratos::{Kind, Start};
use crate::layers::answer::finish;
use crate::visit::Visit;
use crate::visit::cookies::{self, DETOURS};

const SEC_FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");

/// Whether it is a browser that opens a page, and not a script or a program.
fn opens_a_page(method: &Method, headers: &HeaderMap) -> bool {
    match headers.get(SEC_FETCH_MODE) {
        Some(mode) => mode == "navigate",
        None => {
            method.is_safe()
                && headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes().windows(9).any(|w| w == b"text/html"))
        }
    }
}

/// The refusal of a request for `url`, as `application/problem+json` (RFC 9457), or for a browser
/// that opens a page a redirect to where it goes on. Nothing for whom it lets pass.
pub(crate) fn refuse(
    account: &Arc<Account>,
    verdict: Verdict,
    method: &Method,
    headers: &HeaderMap,
    url: &Url,
) -> Option<Response> {
    let (status, id, title) = match verdict {
        Verdict::Pass => return None,
        Verdict::SignIn(Login::First) => (StatusCode::UNAUTHORIZED, "session_inactive", "Sign in first"),
        Verdict::SignIn(Login::SecondFactor) => {
            (StatusCode::FORBIDDEN, "session_aal2_required", "A second factor is required")
        }
        Verdict::SignIn(Login::Again) => (StatusCode::FORBIDDEN, "session_refresh_required", "Sign in again"),
        Verdict::Verify => {
            (StatusCode::FORBIDDEN, "session_verified_address_required", "A verified address is required")
        }
        Verdict::Unavailable => {
            let body =
                json!({"type": "about:blank", "title": "Sessions cannot be checked at the moment", "status": 503});
            return Some(problem_json(StatusCode::SERVICE_UNAVAILABLE, &body, None));
        }
    };
    let target = match verdict {
        Verdict::SignIn(step) => account.addresses.login(step, url),
        _ => account.addresses.start(&Start::new(Kind::Verification).with("return_to", url.as_str())),
    };
    if opens_a_page(method, headers) {
        return Some(detour(account, headers, &target));
    }
    let body = json!({
        "type": "about:blank",
        "title": title,
        "status": status.as_u16(),
        "id": id,
        "redirect_browser_to": target.as_str(),
    });
    Some(problem_json(status, &body, Some(&target)))
}

/// Sends a browser on, unless that has gone round in a circle: a session cookie that reaches Kratos
/// but not the guarded application.
fn detour(account: &Arc<Account>, headers: &HeaderMap, target: &Url) -> Response {
    let public = &account.addresses.public;
    let now = cookies::now();
    let visit = Visit::by(account, &http::Uri::from_static("/"), headers, None);
    let mut response = match Restarts::read(cookies::get(headers, public, DETOURS), now).one_more(now) {
        Some(detours) => {
            visit.told().cookies.extend(cookies::at(public, "/", DETOURS, &detours.value(), restart::WINDOW));
            finish(&visit, Detour::see_other(target.as_str()).into_response())
        }
        None => {
            tracing::error!(request_id = %visit.id, hint = CIRCLE, "the guard's redirects went round in a circle");
            visit.told().cookies.extend(cookies::at(public, "/", DETOURS, "", 0));
            finish(&visit, Problem::Circle.into_response())
        }
    };
    response.headers_mut().insert(CACHE_CONTROL, NO_STORE);
    response
}

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

fn problem_json(status: StatusCode, body: &serde_json::Value, target: Option<&Url>) -> Response {
    let headers = [(CONTENT_TYPE, HeaderValue::from_static("application/problem+json")), (CACHE_CONTROL, NO_STORE)];
    let mut response = (status, headers, body.to_string()).into_response();
    if let Some(target) = target {
        // For proxies that make a redirect of it.
        response.headers_mut().insert(LOCATION, header(target));
    }
    response
}

fn header(url: &Url) -> HeaderValue {
    // A URL is ASCII without control characters.
    HeaderValue::from_str(url.as_str()).unwrap_or(HeaderValue::from_static("/"))
}
