//! The few cookies of this application's own: names, and how they are written and read. None is
//! a secret, and none is needed.
//!
//! On https their names begin with `__Host-` (RFC 6265bis, 4.1.3.2): browsers take such a cookie only
//! from this very host, so that a neighbour below the same domain cannot toss us one. That asks
//! for `Path=/`, whatever the base path.

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

/// The colours that were chosen: `light` or `dark`.
pub(crate) const THEME: &str = "kratos_account_theme";

/// What the names begin with on https.
const HOST: &str = "__Host-";

/// Now, as the cookies that count tell the time: in seconds since 1970.
pub(crate) fn now() -> u64 {
    u64::try_from(jiff::Timestamp::now().as_second()).unwrap_or_default()
}

/// The value of a cookie of the application at `public`.
pub(crate) fn get<'a>(headers: &'a HeaderMap, public: &Url, name: &str) -> Option<&'a str> {
    let prefix = if is_secure(public) { HOST } else { "" };
    // By bytes: a neighbour's cookie that is no text does not hide ours.
    let pairs = headers.get_all(COOKIE).into_iter().flat_map(|line| line.as_bytes().split(|byte| *byte == b';'));
    pairs
        .map(<[u8]>::trim_ascii)
        .filter_map(|pair| pair.strip_prefix(prefix.as_bytes())?.strip_prefix(name.as_bytes())?.strip_prefix(b"="))
        .find_map(|value| std::str::from_utf8(value).ok())
}

/// A `Set-Cookie` for this application, which is at `public`, for so many seconds.
pub(crate) fn own(public: &Url, name: &str, value: &str, max_age: u64) -> Option<HeaderValue> {
    at(public, public.path(), name, value, max_age)
}

/// A `Set-Cookie` for a path of this application's host; on https for all of it.
pub(crate) fn at(public: &Url, path: &str, name: &str, value: &str, max_age: u64) -> Option<HeaderValue> {
    let (prefix, path, secure) = if is_secure(public) { (HOST, "/", "; Secure") } else { ("", path, "") };
    let cookie = format!("{prefix}{name}={value}; Path={path}; Max-Age={max_age}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&cookie).ok()
}

fn is_secure(public: &Url) -> bool {
    public.scheme() == "https"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_https_a_cookie_is_this_hosts_alone() {
        for (public, cookie) in [
            (
                "https://id.example.org/account",
                "__Host-kratos_account_lang=de; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
            ),
            (
                "http://localhost:4455/account",
                "kratos_account_lang=de; Path=/account; Max-Age=60; HttpOnly; SameSite=Lax",
            ),
        ] {
            assert_eq!(own(&public.parse().unwrap(), LANGUAGE, "de", 60).unwrap(), cookie);
        }
    }

    #[test]
    fn a_neighbours_cookie_is_not_ours() {
        let (https, http) = ("https://id.example.org".parse().unwrap(), "http://localhost".parse().unwrap());
        for (public, cookie, value) in [
            (&https, &b"kratos_account_lang=fr; __Host-kratos_account_lang=de"[..], Some("de")),
            (&https, b"kratos_account_lang=fr", None),
            (&https, b"x=\xff\xfe; __Host-kratos_account_lang=de", Some("de")),
            (&https, b"__Host-kratos_account_lang=\xff; __Host-kratos_account_lang=de", Some("de")),
            (&http, b"kratos_account_lang=de", Some("de")),
            (&http, b"kratos_account_language=fr;kratos_account_lang=de", Some("de")),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(COOKIE, HeaderValue::from_bytes(cookie).unwrap());
            assert_eq!(get(&headers, public, LANGUAGE), value, "{cookie:?}");
        }
    }
}
