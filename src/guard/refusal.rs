//! What those get who are not let through.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, LOCATION, RETRY_AFTER, SET_COOKIE,
};
use http::{Method, StatusCode};
use serde_json::json;
use url::Url;

use super::page::page;
use super::requirement::Verdict;
use crate::account::Account;
use crate::cookies::{self, DETOURS};
use crate::flow::addresses::Login;
use crate::flow::problem::Problem;
use crate::flow::restart::{self, CIRCLE, Restarts};
use crate::kratos::{ErrorId, Kind, Start};

const SEC_FETCH_MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");

/// Whether it is a browser that opens a page, and not a script or a program.
pub(super) fn opens_a_page(method: &Method, headers: &HeaderMap) -> bool {
    match headers.get(SEC_FETCH_MODE) {
        Some(mode) => mode == "navigate",
        None => {
            method.is_safe()
                && headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes().windows(9).any(|w| w == b"text/html"))
        }
    }
}

/// The refusal of a request for `url`, as `application/problem+json` (RFC 9457), or for a browser
/// that opens a page a redirect to where it goes on, or a page. Nothing for whom it lets pass.
pub(crate) fn refuse(
    account: &Arc<Account>,
    verdict: Verdict,
    method: &Method,
    headers: &HeaderMap,
    url: &Url,
) -> Option<Response> {
    let (id, title) = match verdict {
        Verdict::Pass => return None,
        Verdict::SignIn(Login::First) => (ErrorId::SessionInactive, "Sign in first"),
        Verdict::SignIn(Login::SecondFactor) | Verdict::EnterCode(_) | Verdict::AddFactor => {
            (ErrorId::SessionAal2Required, "A second factor is required")
        }
        Verdict::SignIn(Login::Again) => (ErrorId::SessionRefreshRequired, "Sign in again"),
        Verdict::Verify => (ErrorId::SessionVerifiedAddressRequired, "A verified address is required"),
        Verdict::Refused => {
            let title = "The session's assurance level, or the one asked for, is not known";
            return Some(dead_end(account, method, headers, StatusCode::FORBIDDEN, title));
        }
        Verdict::Unavailable => {
            let title = "Sessions cannot be checked at the moment";
            return Some(dead_end(account, method, headers, StatusCode::SERVICE_UNAVAILABLE, title));
        }
    };
    let status =
        if verdict == Verdict::SignIn(Login::First) { StatusCode::UNAUTHORIZED } else { StatusCode::FORBIDDEN };
    let target = match verdict {
        Verdict::SignIn(step) => account.addresses.login(step, url),
        Verdict::EnterCode(flow) => {
            let start = Start::new(Kind::Login).with("aal", "aal2").with("return_to", url.as_str());
            own(account, &account.addresses.page(Some(flow), &start))
        }
        Verdict::AddFactor => own(account, &account.addresses.add_factor(Some(url.as_str()))),
        _ => account.addresses.start(&Start::new(Kind::Verification).with("return_to", url.as_str())),
    };
    if opens_a_page(method, headers) {
        return Some(detour(account, headers, &target));
    }
    let body = json!({
        "type": "about:blank",
        "title": title,
        "status": status.as_u16(),
        "id": id.to_string(),
        "redirect_browser_to": target.as_str(),
    });
    let mut response = problem_json(status, &body);
    // For proxies that make a redirect of it.
    response.headers_mut().insert(LOCATION, header(&target));
    Some(response)
}

/// The URL of a page of ours.
fn own(account: &Account, page: &str) -> Url {
    page.parse().unwrap_or_else(|_| account.addresses.public.clone())
}

/// A refusal that leads nowhere.
fn dead_end(account: &Arc<Account>, method: &Method, headers: &HeaderMap, status: StatusCode, title: &str) -> Response {
    let is_for_now = status == StatusCode::SERVICE_UNAVAILABLE;
    let mut response = if opens_a_page(method, headers) {
        let problem = if is_for_now { Problem::busy() } else { Problem::Forbidden };
        not_stored(page(account, headers, problem, title, None))
    } else {
        tracing::error!(cause = title, "the guard refuses a request");
        problem_json(status, &json!({"type": "about:blank", "title": title, "status": status.as_u16()}))
    };
    if is_for_now {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
    }
    response
}

/// Sends a browser on, unless that has gone round in a circle: a session cookie that reaches Kratos
/// but not the guarded application.
fn detour(account: &Arc<Account>, headers: &HeaderMap, target: &Url) -> Response {
    let public = &account.addresses.public;
    let now = cookies::now();
    let detours = Restarts::read(cookies::get(headers, public, DETOURS), now);
    let (cookie, response) = if let Some(detours) = detours.one_more(now) {
        let cookie = cookies::at(public, "/", DETOURS, &detours.value(), restart::WINDOW);
        (cookie, (StatusCode::SEE_OTHER, [(LOCATION, header(target))]).into_response())
    } else {
        let title = "Signing in leads back here, round in a circle";
        (cookies::at(public, "/", DETOURS, "", 0), page(account, headers, Problem::Circle, title, Some(CIRCLE)))
    };
    let mut response = not_stored(response);
    response.headers_mut().extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
    response
}

fn not_stored(mut response: Response) -> Response {
    response.headers_mut().insert(CACHE_CONTROL, NO_STORE);
    response
}

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

fn problem_json(status: StatusCode, body: &serde_json::Value) -> Response {
    let headers = [(CONTENT_TYPE, HeaderValue::from_static("application/problem+json")), (CACHE_CONTROL, NO_STORE)];
    (status, headers, body.to_string()).into_response()
}

fn header(url: &Url) -> HeaderValue {
    // A URL is ASCII without control characters.
    HeaderValue::from_str(url.as_str()).unwrap_or(HeaderValue::from_static("/"))
}
