//! What those get who are not let through.

use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, LOCATION};
use http::{Method, StatusCode};
use serde_json::json;
use url::Url;

use super::requirement::Verdict;
use crate::app::App;
use crate::flow::addresses::Login;

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
pub(crate) fn refuse(app: &App, verdict: Verdict, method: &Method, headers: &HeaderMap, url: &Url) -> Option<Response> {
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
            return Some(problem(StatusCode::SERVICE_UNAVAILABLE, &body, None));
        }
    };
    let target = match verdict {
        Verdict::SignIn(step) => app.addresses.login(step, url),
        _ => app.addresses.start("verification", Some(url.as_str())),
    };
    if opens_a_page(method, headers) {
        return Some((StatusCode::SEE_OTHER, [(LOCATION, header(&target)), (CACHE_CONTROL, NO_STORE)]).into_response());
    }
    let body = json!({
        "type": "about:blank",
        "title": title,
        "status": status.as_u16(),
        "id": id,
        "redirect_browser_to": target.as_str(),
    });
    Some(problem(status, &body, Some(&target)))
}

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

fn problem(status: StatusCode, body: &serde_json::Value, target: Option<&Url>) -> Response {
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
