//! Outcomes as responses: redirects counted, causes noted for the log.

use std::time::{SystemTime, UNIX_EPOCH};

use axum::http::StatusCode;
use axum::http::header::{COOKIE, HeaderMap, HeaderValue, LOCATION, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use url::Url;

use super::problem::Problem;
use crate::app::App;
use crate::flow::restart::{self, Restarts};
use crate::kratos::Error;
use crate::layers::request::Cause;

/// 303 to `to`.
pub(super) fn see_other(to: &Url) -> Response {
    match HeaderValue::from_str(to.as_str()) {
        Ok(location) => (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response(),
        Err(_) => Problem::internal().into_response(),
    }
}

/// 303 to a place that leads back here, unless that went round in a circle.
pub(super) fn restart(app: &App, cookies: &HeaderMap, to: &Url) -> Response {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default();
    if let Some(restarts) = Restarts::read(texts(cookies), now).one_more(now) {
        let mut response = see_other(to);
        set_cookie(app, &mut response, &restarts.value(), restart::WINDOW);
        return response;
    }
    let mut response = Problem::going_in_circles().into_response();
    set_cookie(app, &mut response, "", 0);
    response.extensions_mut().insert(Cause {
        what: "redirects went round in a circle".to_owned(),
        hint: Some(
            "Kratos' session cookie seems to reach Kratos but not this application: check that both share a host, or \
             that session.cookie.domain and cookies.domain cover both, and that PUBLIC_URL and KRATOS_BROWSER_URL are \
             what the browser uses",
        ),
        ..Cause::default()
    });
    response
}

/// Forgets the restarts: a page is shown.
pub(super) fn arrived(app: &App, cookies: &HeaderMap, response: &mut Response) {
    if has_cookie(cookies) {
        set_cookie(app, response, "", 0);
    }
}

/// Notes for the log why Kratos gave no data.
pub(super) fn note(response: &mut Response, error: &Error) {
    let mut what = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        what = format!("{what}: {inner}");
        source = inner.source();
    }
    let kratos_error = error.id().map(ToString::to_string);
    match response.extensions_mut().get_mut::<Cause>() {
        Some(cause) => cause.kratos_error = kratos_error,
        None => {
            response.extensions_mut().insert(Cause { what, kratos_error, hint: None });
        }
    }
}

fn texts(cookies: &HeaderMap) -> impl Iterator<Item = &str> {
    cookies.get_all(COOKIE).into_iter().filter_map(|cookie| cookie.to_str().ok())
}

fn has_cookie(cookies: &HeaderMap) -> bool {
    texts(cookies).any(|cookie| cookie.contains(restart::COOKIE))
}

fn set_cookie(app: &App, response: &mut Response, value: &str, max_age: u64) {
    let path = app.addresses.public.path();
    let secure = if app.addresses.public.scheme() == "https" { "; Secure" } else { "" };
    let cookie = format!("{}={value}; Path={path}; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}", restart::COOKIE);
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}
