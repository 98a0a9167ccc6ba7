//! The few cookies of this application's own: names, and how they are written and read. None is
//! a secret, and none is needed.

use axum::http::header::{COOKIE, HeaderMap, HeaderValue, SET_COOKIE};
use axum::response::Response;
use url::Url;

/// Which group's form was sent last, and of which flow: the page then shows what came of it
/// where the person was.
pub(crate) const ACT: &str = "kratos_account_act";

/// How often the guard has sent a browser to login of late.
pub(crate) const DETOURS: &str = "kratos_account_detours";

/// The language that was chosen.
pub(crate) const LANGUAGE: &str = "kratos_account_lang";

/// Now, as the cookies that count tell the time: in seconds since 1970.
pub(crate) fn now() -> u64 {
    u64::try_from(jiff::Timestamp::now().as_second()).unwrap_or_default()
}

/// The value of a cookie.
pub(crate) fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Sets a cookie for this application, which is at `public`, for so many seconds.
pub(crate) fn set(public: &Url, response: &mut Response, name: &str, value: &str, max_age: u64) {
    set_at(public, public.path(), response, name, value, max_age);
}

/// Sets a cookie for a path of this application's host.
pub(crate) fn set_at<B>(public: &Url, path: &str, response: &mut Response<B>, name: &str, value: &str, max_age: u64) {
    let secure = if public.scheme() == "https" { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path={path}; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}
