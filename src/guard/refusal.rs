//! What those get who are not let through.

use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, LOCATION};
use http::{Method, StatusCode};
use serde_json::json;
use url::Url;
use uuid::Uuid;

use super::requirement::Verdict;
use crate::app::App;
use crate::flow::addresses::Login;
use crate::flow::restart::{self, CIRCLE, Restarts};
use crate::layers::cookies::{self, DETOURS};
use crate::layers::reader::Reader;
use crate::pages::problem::{self, Problem};

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
            return Some(problem_json(StatusCode::SERVICE_UNAVAILABLE, &body, None));
        }
    };
    let target = match verdict {
        Verdict::SignIn(step) => app.addresses.login(step, url),
        _ => app.addresses.start("verification", Some(url.as_str())),
    };
    if opens_a_page(method, headers) {
        return Some(detour(app, headers, &target));
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
fn detour(app: &App, headers: &HeaderMap, target: &Url) -> Response {
    let public = &app.addresses.public;
    let now = cookies::now();
    if let Some(detours) = Restarts::read(cookies::get(headers, DETOURS), now).one_more(now) {
        let mut response =
            (StatusCode::SEE_OTHER, [(LOCATION, header(target)), (CACHE_CONTROL, NO_STORE)]).into_response();
        cookies::set_at(public, "/", &mut response, DETOURS, &detours.value(), restart::WINDOW);
        return response;
    }
    let id = Uuid::new_v4().to_string();
    tracing::error!(request_id = id, hint = CIRCLE, "the guard's redirects went round in a circle");
    let reader = Reader::of(app, &http::Uri::from_static("/"), headers);
    let html = problem::html(app, &reader, Problem::going_in_circles(), id).unwrap_or_default();
    let media_type = HeaderValue::from_static("text/html; charset=utf-8");
    let mut response =
        (StatusCode::BAD_GATEWAY, [(CONTENT_TYPE, media_type), (CACHE_CONTROL, NO_STORE)], html).into_response();
    cookies::set_at(public, "/", &mut response, DETOURS, "", 0);
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
