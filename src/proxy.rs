//! Kratos' browser-facing paths on this application's own host (`PROXY_KRATOS`): one host, no CORS,
//! and Kratos' cookies reach both.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    CONNECTION, CONTENT_LENGTH, HOST, HeaderMap, HeaderName, HeaderValue, LOCATION, TE, TRAILER, TRANSFER_ENCODING,
    UPGRADE,
};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use http_body_util::{BodyExt, Limited};

use crate::flow::problem::Problem;
use crate::visit::Visit;

/// What Kratos takes at most.
const MOST: usize = 5 * 1024 * 1024;

/// Headers that are one connection's own (RFC 9110, 7.6.1), or made anew for the next.
const HOP_BY_HOP: [HeaderName; 10] = [
    CONNECTION,
    CONTENT_LENGTH,
    HOST,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-authorization"),
    HeaderName::from_static("proxy-connection"),
    TE,
    TRAILER,
    TRANSFER_ENCODING,
    UPGRADE,
];

/// What Kratos believes from anyone, and so never the browser's: only this application's own.
fn is_forged(name: &HeaderName) -> bool {
    let name = name.as_str();
    name.starts_with("x-forwarded-")
        || matches!(name, "forwarded" | "x-real-ip" | "true-client-ip" | "cf-connecting-ip")
}

/// The paths that browsers need. Nothing else is handed through: no admin API, no health.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let mut router = Router::new();
    for path in
        ["/self-service/{*rest}", "/sessions/{*rest}", "/schemas", "/schemas/{*rest}", "/.well-known/ory/{*rest}"]
    {
        router = router.route(path, any(relay));
    }
    router
}

async fn relay(visit: Visit, request: Request) -> Response {
    let (mut head, body) = request.into_parts();
    let body = match Limited::new(body, MOST).collect().await {
        Ok(body) => body.to_bytes(),
        Err(_) => return Problem::TooLarge.into_response(),
    };
    strip(&mut head.headers);
    let forged: Vec<HeaderName> = head.headers.keys().filter(|name| is_forged(name)).cloned().collect();
    for name in forged {
        head.headers.remove(name);
    }
    head.headers.extend(visit.address());
    match visit.account.kratos.relay(head.method, &head.uri, head.headers, body).await {
        Ok(answer) => {
            let (mut head, body) = answer.into_parts();
            strip(&mut head.headers);
            // Kratos names its own address as the browser has it, if it is set up right.
            let location =
                head.headers.get(LOCATION).and_then(|to| visit.account.addresses.for_browser(to.to_str().ok()?));
            if let Some(location) = location.and_then(|to| HeaderValue::from_str(to.as_str()).ok()) {
                head.headers.insert(LOCATION, location);
            }
            Response::from_parts(head, Body::new(body))
        }
        Err(error) => {
            visit.note(&error);
            match error {
                crate::kratos::Error::Timeout { .. } => Problem::TooSlow,
                _ => Problem::Unavailable,
            }
            .into_response()
        }
    }
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
