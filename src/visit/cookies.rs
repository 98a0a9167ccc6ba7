//! The few cookies of this application's own: names, and how they are written and read. None is
//! a secret, and none is needed.

use http::header::{COOKIE, HeaderMap, HeaderValue};
use url::Url;

/// Which group's form was sent last, and of which flow: the page then shows what came of it
/// where the person was.
pub(crate) const ACT: &str = "kratos_account_act";

/// How often the guard has sent a browser to login of late.
pub(crate) const DETOURS: &str = "kratos_account_detours";

/// Which request of an application was answered last: its challenge as a hash.
pub(crate) const ANSWERED: &str = "kratos_account_answered";

/// The language that was chosen.
pub(crate) const LANGUAGE: &str = "kratos_account_lang";

/// Now, as the cookies that count tell the time: in seconds since 1970.
pub(crate) fn now() -> u64 {
    u64::try_from(jiff::Timestamp::now().as_second()).unwrap_or_default()
}

/// The value of a cookie.
pub(crate) fn get<'a>(headers: &'a HeaderMap, _: &Url, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// A `Set-Cookie` for this application, which is at `public`, for so many seconds.
pub(crate) fn own(public: &Url, name: &str, value: &str, max_age: u64) -> Option<HeaderValue> {
    at(public, public.path(), name, value, max_age)
}

/// A `Set-Cookie` for a path of this application's host.
pub(crate) fn at(public: &Url, path: &str, name: &str, value: &str, max_age: u64) -> Option<HeaderValue> {
    let secure = if public.scheme() == "https" { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path={path}; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&cookie).ok()
}
