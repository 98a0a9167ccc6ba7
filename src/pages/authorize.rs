//! `/authorize`: the guard for applications in any language, asked by a reverse proxy (nginx
//! `auth_request`, Traefik `ForwardAuth`, Caddy `forward_auth`).

use std::net::SocketAddr;
use std::time::Duration;

use axum::extract::{ConnectInfo, Request};
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use http::header::SET_COOKIE;
use jiff::Timestamp;
use url::Url;

use crate::account::Account;
use crate::forwarded::is_trusted;
use crate::guard::{Answer, Asked, Requirement, ask, headers_of, refuse, step_up};
use crate::kratos::Aal;
use crate::kratos::{Kind, Start};
use crate::visit::Visit;

/// `GET /authorize[?aal=aal2][&refresh_within=SECONDS][&verified_address=true]`: 200 with `X-User-Id`
/// and `X-Session-Aal`, or the guard's refusal.
///
/// Proxies may put the browser's own query here, so a query can only ask for more.
///
/// A proxy that says which request it asks about (`X-Forwarded-Method`, `-Proto`, `-Host`, `-Uri`:
/// Traefik and Caddy) gets for a browser the redirect itself; nginx takes 401 and 403 only, and
/// finds the target in `Location`.
pub(crate) async fn required(visit: Visit, request: Request) -> Response {
    let requirement = requirement(request.uri());
    answer(&visit, &requirement, request).await
}

/// `GET /authorize/optional`: the same, but who is not signed in passes as well, without the headers.
pub(crate) async fn optional(visit: Visit, request: Request) -> Response {
    let requirement = Requirement { optional: true, ..requirement(request.uri()) };
    answer(&visit, &requirement, request).await
}

async fn answer(visit: &Visit, requirement: &Requirement, request: Request) -> Response {
    let account = &visit.account;
    let (Parts { headers, extensions, .. }, _) = request.into_parts();
    let mut asked = ask(account, &headers, requirement).await;
    let verdict = requirement.verdict(&asked.answer, Timestamp::now());
    let peer = extensions.get::<ConnectInfo<SocketAddr>>();
    let believed = peer.is_some_and(|ConnectInfo(peer)| is_trusted(peer.ip(), &account.config.trusted_proxies));
    let said = Original::of(&headers);
    let hint = match &said {
        Said::Nothing => None,
        Said::Request(_) if believed => None,
        Said::Request(_) => Some(
            "a proxy says which request it asks about, but is not among TRUSTED_PROXIES: the way back is the account page",
        ),
        Said::Nonsense => Some(
            "what a proxy says of the request it asks about is no address of a page: the way back is the account page",
        ),
    };
    // Without a request to speak of, the proxy makes a redirect of what it gets.
    let (method, sent, url) = match said {
        Said::Request(original) if believed => (original.method, headers, original.url),
        _ => (Method::GET, HeaderMap::new(), home(account)),
    };
    let verdict = step_up(account, verdict, &mut asked, &method, &sent, &url).await;
    let Asked { answer, cookies, .. } = asked;
    let cookies = cookies.into_iter().map(|cookie| (SET_COOKIE, cookie));
    if let Some(mut refusal) = refuse(account, verdict, &method, &sent, &url) {
        refusal.headers_mut().extend(cookies);
        visit.told().cause.hint = hint;
        return refusal;
    }
    let mut response = StatusCode::OK.into_response();
    response.headers_mut().extend(cookies);
    if let Answer::SignedIn(session) = &answer {
        response.headers_mut().extend(headers_of(session));
    }
    response
}

/// The account page.
fn home(account: &Account) -> Url {
    let page = account.addresses.page(None, &Start::new(Kind::Settings));
    page.parse().unwrap_or_else(|_| account.addresses.public.clone())
}

/// What a proxy says of the request it asks about.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    /// Nothing, or not all of it.
    Nothing,
    /// Which it is.
    Request(Original),
    /// What cannot be a request that a browser made.
    Nonsense,
}

/// The request that a proxy asks about.
#[derive(Debug, PartialEq, Eq)]
struct Original {
    method: Method,
    url: Url,
}

impl Original {
    fn of(headers: &HeaderMap) -> Said {
        let names = ["x-forwarded-proto", "x-forwarded-host", "x-forwarded-uri"];
        if !names.iter().all(|name| headers.contains_key(*name)) {
            return Said::Nothing;
        }
        let [proto, host, uri] = names.map(|name| only(headers, name));
        let method = if headers.contains_key("x-forwarded-method") {
            only(headers, "x-forwarded-method").and_then(|method| method.parse().ok())
        } else {
            Some(Method::GET)
        };
        match (method, proto.zip(host).zip(uri).and_then(|((proto, host), uri)| url_of(proto, host, uri))) {
            (Some(method), Some(url)) => Said::Request(Self { method, url }),
            _ => Said::Nonsense,
        }
    }
}

/// A header that is there once, and is text.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    values.next().is_none().then(|| value.to_str().ok()).flatten()
}

/// The address of these parts, each of which can be nothing but what it is for: http or https; a
/// host, with or without a port; a path that begins with one slash, with or without a query.
fn url_of(scheme: &str, host: &str, uri: &str) -> Option<Url> {
    let is_http = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let is_host = host.parse::<Authority>().is_ok() && !host.contains('@');
    let is_path = uri.starts_with('/') && !uri.starts_with("//") && !uri.contains(['\\', '#']);
    if !(is_http && is_host && is_path && uri.bytes().all(|byte| byte.is_ascii_graphic())) {
        return None;
    }
    let mut url: Url = format!("{scheme}://{host}/").parse().ok()?;
    let (path, query) = uri.split_once('?').map_or((uri, None), |(path, query)| (path, Some(query)));
    url.set_path(path);
    url.set_query(query);
    // What came of it counts: a path may be one of steps up to a second slash.
    (url.has_host() && !url.path().starts_with("//")).then_some(url)
}

/// The stricter of two levels. One that is not known is the strictest: nobody has it.
fn stricter(before: Option<Aal>, aal: Aal) -> Aal {
    match (before, aal) {
        (Some(Aal::Other(name)), _) | (_, Aal::Other(name)) => Aal::Other(name),
        (Some(Aal::Aal2), _) | (_, Aal::Aal2) => Aal::Aal2,
        (Some(Aal::Aal1), _) | (_, Aal::Aal1) => Aal::Aal1,
        (_, Aal::Aal0) => Aal::Aal0,
    }
}

fn requirement(uri: &Uri) -> Requirement {
    let mut requirement = Requirement::default();
    for (name, value) in url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()) {
        // Of several the strictest holds, and what cannot be read asks for the most.
        match &*name {
            "aal" => requirement.aal = Some(stricter(requirement.aal, Aal::from(&*value))),
            "refresh_within" => {
                let age = Duration::from_secs(value.parse().unwrap_or(0));
                requirement.refresh_within = Some(requirement.refresh_within.map_or(age, |before| before.min(age)));
            }
            "verified_address" => requirement.verified_address = true,
            _ => {}
        }
    }
    requirement
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_made_of_parts_that_are_what_they_are_for() {
        for (scheme, host, uri, url) in [
            ("https", "app.example.org", "/", "https://app.example.org/"),
            ("http", "app.example.org:8080", "/a/b?c=d&e=%2F", "http://app.example.org:8080/a/b?c=d&e=%2F"),
            ("HTTPS", "App.example.org", "/a?", "https://app.example.org/a?"),
            ("https", "[2001:db8::1]:8443", "/a", "https://[2001:db8::1]:8443/a"),
            ("https", "app.example.org", "/@evil.example/", "https://app.example.org/@evil.example/"),
            ("https", "app.example.org", "/a//b?//c", "https://app.example.org/a//b?//c"),
        ] {
            assert_eq!(url_of(scheme, host, uri).map(String::from).as_deref(), Some(url));
        }
        for (scheme, host, uri) in [
            ("https", "app.example.org", "@evil.example/"),
            ("https", "app.example.org", ".evil.example/"),
            ("https", "app.example.org", ":443@evil.example/"),
            ("https", "app.example.org", ""),
            ("https", "app.example.org", "?a"),
            ("https", "app.example.org", "*"),
            ("https", "app.example.org", "//evil.example/"),
            ("https", "app.example.org", "/\\evil.example/"),
            ("https", "app.example.org", "/.//evil.example/"),
            ("https", "app.example.org", "/a/..//evil.example/"),
            ("https", "app.example.org", "\\\\evil.example/"),
            ("https", "app.example.org", "/a#b"),
            ("https", "app.example.org", "/a b"),
            ("https", "app.example.org", "/\u{e9}"),
            ("https", "app.example.org", "https://evil.example/"),
            ("https", "app.example.org@evil.example", "/"),
            ("https", "user:password@app.example.org", "/"),
            ("https", "evil.example/", "/"),
            ("https", "evil.example\\", "/"),
            ("https", "evil.example?", "/"),
            ("https", "evil.example#", "/"),
            ("https", "app.example.org, evil.example", "/"),
            ("https", "", "/"),
            ("https", ":80", "/"),
            ("javascript", "app.example.org", "/"),
            ("javascript:alert(1)", "app.example.org", "/"),
            ("https://evil.example/?", "app.example.org", "/"),
            ("ftp", "app.example.org", "/"),
            ("file", "app.example.org", "/"),
            ("", "app.example.org", "/"),
            ("https, http", "app.example.org", "/"),
        ] {
            assert_eq!(url_of(scheme, host, uri), None, "{scheme} {host} {uri}");
        }
    }

    #[test]
    fn a_query_can_only_ask_for_more() {
        for (query, aal) in [
            ("aal=aal2&aal=aal1", Aal::Aal2),
            ("aal=aal1&aal=aal2", Aal::Aal2),
            ("aal=aal1", Aal::Aal1),
            ("aal=aal2&aal=x", Aal::Other("x".to_owned())),
            ("aal=x&aal=aal0", Aal::Other("x".to_owned())),
        ] {
            assert_eq!(requirement(&format!("/authorize?{query}").parse().unwrap()).aal, Some(aal), "{query}");
        }
    }

    #[test]
    fn what_is_said_twice_is_nonsense() {
        let parts = [("x-forwarded-proto", "https"), ("x-forwarded-host", "a.example"), ("x-forwarded-uri", "/")];
        for twice in ["x-forwarded-proto", "x-forwarded-host", "x-forwarded-uri", "x-forwarded-method"] {
            let mut headers = HeaderMap::new();
            for (name, value) in parts {
                headers.append(name, value.parse().unwrap());
            }
            assert!(matches!(Original::of(&headers), Said::Request(_)));
            let value = parts.iter().find(|(name, _)| *name == twice).map_or("GET", |(_, value)| *value);
            headers.append(twice, value.parse().unwrap());
            if twice == "x-forwarded-method" {
                headers.append(twice, value.parse().unwrap());
            }
            assert_eq!(Original::of(&headers), Said::Nonsense, "{twice}");
        }
    }
}
