//! Kratos' browser-facing paths on this application's own host (`PROXY_KRATOS`): one host, no CORS,
//! and Kratos' cookies reach both.

use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::Method;
use axum::http::header::{
    CONNECTION, CONTENT_LENGTH, EXPECT, HOST, HeaderMap, HeaderName, HeaderValue, LOCATION, TE, TRAILER,
    TRANSFER_ENCODING, UPGRADE,
};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use tokio::sync::oneshot;
use url::Url;
use uuid::Uuid;

use crate::flow::problem::Problem;
use crate::forwarded::{is_claim, whereabouts};
use crate::guard;
use crate::kratos::Error;
use crate::layers::limits::{Bounded, Exceeded, Limits};
use crate::trace;
use crate::visit::Visit;

/// Headers that are one connection's own (RFC 9110, 7.6.1), or made anew for the next.
const HOP_BY_HOP: [HeaderName; 11] = [
    CONNECTION,
    CONTENT_LENGTH,
    EXPECT,
    HOST,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-authorization"),
    HeaderName::from_static("proxy-connection"),
    TE,
    TRAILER,
    TRANSFER_ENCODING,
    UPGRADE,
];

/// The paths that browsers need, below Kratos' address. Nothing else is handed through: no admin
/// API, no health.
const PATHS: [&str; 5] = ["/self-service/", "/sessions/", "/schemas/", "/schemas", "/.well-known/ory/"];

pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    PATHS.iter().fold(Router::new(), |router, path| {
        let rest = if path.ends_with('/') { "{*rest}" } else { "" };
        router.route(&format!("{path}{rest}"), any(relay))
    })
}

async fn relay(visit: Visit, request: Request) -> Response {
    let account = &visit.account;
    let (mut head, body) = request.into_parts();
    let Some(mut url) = target(&account.addresses.kratos, head.uri.path()) else {
        return Problem::NotFound.into_response();
    };
    url.set_query(head.uri.query());
    // What a browser may send, and what Kratos may answer.
    let limits = Limits::new(account.config.limits.proxy_bytes, account.config.limits.read_timeout);
    if limits.forbid(&head.headers) {
        return Problem::TooLarge.into_response();
    }
    if url.path().contains("/self-service/logout") {
        guard::leave_by_key(account, &head.headers);
    }
    let permit = match account.kratos.permit_to_relay() {
        Ok(permit) => permit,
        Err(error) => return failed(&visit, &error),
    };
    let ends = ended_session(&head.method, head.uri.path());
    strip(&mut head.headers);
    let claims: Vec<HeaderName> = head.headers.keys().filter(|name| is_claim(name)).cloned().collect();
    for name in claims {
        head.headers.remove(name);
    }
    head.headers.extend(whereabouts(visit.forwarded()));
    // What is no trace ends here.
    for name in &trace::HEADERS {
        head.headers.remove(name);
    }
    head.headers.extend(trace::headers(visit.forwarded()));

    // The body holds the other end, and drops it when all of it has gone out.
    let (going, gone) = oneshot::channel::<()>();
    let body = Bounded::new(body, limits, going);
    let sent = async { drop(gone.await) };
    let answer = account.kratos.relay(head.method, url, head.headers, body, sent);
    // A Kratos that stops reading holds the body up as well.
    let answer = tokio::time::timeout(limits.whole + limits.pause, answer).await;
    match answer.unwrap_or(Err(Error::Timeout { sent: true })) {
        Ok(answer) => {
            let (mut head, body) = answer.into_parts();
            if let Some(session) = ends.filter(|_| head.status.is_success()) {
                account.sessions.leave(session, Instant::now());
            }
            if limits.forbid(&head.headers) {
                return Problem::Unavailable.into_response();
            }
            strip(&mut head.headers);
            // Kratos names its own address as the browser has it, if it is set up right.
            let location = head.headers.get(LOCATION).and_then(|to| account.addresses.for_browser(to.to_str().ok()?));
            if let Some(location) = location.and_then(|to| HeaderValue::from_str(to.as_str()).ok()) {
                head.headers.insert(LOCATION, location);
            }
            Response::from_parts(head, Body::new(Bounded::new(body, limits, permit)))
        }
        Err(error) => failed(&visit, &error),
    }
}

/// The session that a request ends (`DELETE /sessions/{id}`): the guard is to remember it no more.
fn ended_session(method: &Method, path: &str) -> Option<Uuid> {
    let session = path.strip_prefix("/sessions/").filter(|_| method == Method::DELETE)?;
    session.parse().ok()
}

/// What the browser gets where Kratos has not answered.
fn failed(visit: &Visit, error: &Error) -> Response {
    let problem = match Exceeded::in_sources(error) {
        Some(Exceeded::Size) => Problem::TooLarge,
        Some(Exceeded::Time) => Problem::UploadTooSlow,
        None => match error {
            Error::Timeout { .. } => Problem::TooSlow,
            Error::Busy => Problem::busy(),
            _ => Problem::Unavailable,
        },
    };
    visit.note(error);
    problem.into_response()
}

/// Where a browser's `path` is at `kratos`: nowhere, unless it is below one of [`PATHS`] however
/// any server on the way may read it.
fn target(kratos: &Url, path: &str) -> Option<Url> {
    if !path.split('/').skip(1).all(is_plain) || path.contains("//") {
        return None;
    }
    let base = kratos.path().trim_end_matches('/');
    let whole = format!("{base}{path}");
    let mut url = kratos.clone();
    url.set_path(&whole);
    // What is sent counts: as it came, and below where it may go.
    let below = url.path().strip_prefix(base)?;
    let allowed = PATHS.iter().any(|allowed| below == *allowed || allowed.ends_with('/') && below.starts_with(allowed));
    (allowed && below == path).then_some(url)
}

/// Whether a segment of a path means only itself, decoded or not: no step up, no further
/// separator, no second layer of encoding, nothing that cannot be seen.
fn is_plain(segment: &str) -> bool {
    let mut decoded = Vec::with_capacity(segment.len());
    let mut bytes = segment.bytes();
    while let Some(byte) = bytes.next() {
        let byte = if byte == b'%' {
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            let (Some(high), Some(low)) = (digit(bytes.next()), digit(bytes.next())) else { return false };
            u8::try_from(high * 16 + low).unwrap_or_default()
        } else {
            byte
        };
        if byte.is_ascii_control() || matches!(byte, b'/' | b'\\' | b'%') {
            return false;
        }
        decoded.push(byte);
    }
    // Some servers cut a segment at a semicolon.
    let name = decoded.split(|byte| *byte == b';').next().unwrap_or_default();
    std::str::from_utf8(&decoded).is_ok() && !matches!(name, b"." | b"..")
}

/// Takes away what is one connection's own, and what `Connection` names as such.
fn strip(headers: &mut HeaderMap) {
    let named: Vec<HeaderName> = headers
        .get_all(CONNECTION)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in HOP_BY_HOP.into_iter().chain(named) {
        headers.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KRATOS: [&str; 3] = ["http://kratos:4433", "http://kratos:4433/", "http://kratos:4433/kratos/"];

    #[test]
    fn what_browsers_need_is_handed_through_as_it_is() {
        for path in [
            "/self-service/login/browser",
            "/self-service/methods/oidc/callback/my%20provider",
            "/self-service/methods/oidc/callback/a.b..c",
            "/sessions/whoami",
            "/schemas",
            "/schemas/ZGVmYXVsdA",
            "/schemas/ZGVmYXVsdA==",
            "/.well-known/ory/webauthn.js",
        ] {
            for kratos in KRATOS {
                let kratos: Url = kratos.parse().unwrap();
                let url = target(&kratos, path).unwrap();
                assert_eq!(url.path(), format!("{}{path}", kratos.path().trim_end_matches('/')));
                assert_eq!(url.origin(), kratos.origin());
            }
        }
    }

    #[test]
    fn nothing_climbs_out() {
        for path in [
            "/self-service/../admin/identities",
            "/self-service/%2e%2e/admin/identities",
            "/self-service/%2E./admin/identities",
            "/self-service/.%2e/admin/identities",
            "/self-service/%252e%252e/admin/identities",
            "/self-service/%25252e%25252e/admin/identities",
            "/self-service/..\\admin/identities",
            "/self-service/..%5cadmin/identities",
            "/self-service/..%2fadmin/identities",
            "/self-service/..%252fadmin",
            "/self-service/..;/admin",
            "/self-service/..;a=b/admin",
            "/self-service/%2e%2e%3b/admin",
            "/self-service/./login",
            "/self-service/%2e/login",
            "/self-service//../admin",
            "/self-service//login",
            "/self-service/%c0%ae%c0%ae/admin",
            "/self-service/%u002e%u002e/admin",
            "/self-service/%2e%2e%00/admin",
            "/self-service/%0a/admin",
            "/self-service/%",
            "/self-service/%2",
            "/self-service/..",
            "/sessions/%2e%2e/admin/identities",
            "/schemas/%2e%2e/admin/identities",
            "/.well-known/ory/%2e%2e/jwks.json",
            "/.well-known/ory/%2e%2e/%2e%2e/admin",
            "/admin/identities",
            "/self-service",
            "/schemasx",
            "//self-service/login",
            "self-service/login",
            "*",
            "",
        ] {
            for kratos in KRATOS {
                assert_eq!(target(&kratos.parse().unwrap(), path), None, "{kratos} {path}");
            }
        }
    }

    proptest! {
        /// Whatever is put together of the pieces that climb.
        #[test]
        fn what_is_sent_is_below_where_it_may_go(
            start in prop::sample::select(&PATHS[..]),
            pieces in prop::collection::vec(
                prop::sample::select(vec!["..", ".", "/", "\\", "%2e", "%2E", "%2f", "%5c", "%25", "2e", ";", "a", "%", "admin", "\u{e9}", " "]),
                0..12,
            ),
        ) {
            let path = format!("{start}{}", pieces.concat());
            for kratos in KRATOS {
                let kratos: Url = kratos.parse().unwrap();
                let Some(url) = target(&kratos, &path) else { continue };
                let base = kratos.path().trim_end_matches('/');
                let mut read = url.path().to_owned();
                // Decoded again and again, it stays below.
                for _ in 0..4 {
                    let resolved = kratos.join(&read).unwrap();
                    prop_assert!(resolved.path().starts_with(&format!("{base}{}", start.trim_end_matches('/'))), "{path}: {resolved}");
                    read = percent_encoding::percent_decode_str(&read).decode_utf8_lossy().replace('\\', "/");
                }
            }
        }
    }
}
