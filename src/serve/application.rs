//! What is served on a connection: a request with who asks, and an answer that tells when it has gone.

use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CONNECTION, HOST, HeaderMap, HeaderValue};
use http::uri::Authority;
use http::{Request, StatusCode, Version};
use http_body::{Frame, SizeHint};
use hyper::body::Incoming;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use super::connections::{Busy, Connection};

/// What is served on a connection.
pub(super) struct Application {
    pub(super) router: Router,
    pub(super) connection: Connection,
    pub(super) peer: SocketAddr,
    /// Whether the end is asked for.
    pub(super) ending: CancellationToken,
}

impl Application {
    pub(super) async fn answer(&self, mut request: Request<Incoming>) -> Response<Answer> {
        let busy = self.connection.busy();
        let is_two = request.version() == Version::HTTP_2;
        name_host(&mut request);
        let mut response = if is_for_one_host(request.version(), request.headers()) {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(self.peer));
            match self.router.clone().oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            }
        } else {
            let text = "A request names one host, in one Host header.\n";
            let refused = (StatusCode::BAD_REQUEST, text).into_response();
            // HTTP/2 has no such header.
            if is_two { refused } else { ([(CONNECTION, "close")], refused).into_response() }
        };
        if self.ending.is_cancelled() && !is_two {
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        response.map(|body| Answer { body, _busy: busy })
    }
}

/// Writes the host of a request of HTTP/2 down where HTTP/1 has it (RFC 9113, 8.3.1).
fn name_host<B>(request: &mut Request<B>) {
    let authority = request.uri().authority().filter(|_| request.version() == Version::HTTP_2);
    if let Some(host) = authority.and_then(|authority| HeaderValue::from_str(authority.as_str()).ok())
        // One that says otherwise is a second host, and refused as such.
        && request.headers().get(HOST) != Some(&host)
    {
        request.headers_mut().append(HOST, host);
    }
}

/// Whether a request names the one host it is for (RFC 9112, 3.2): two of them are a way past what
/// a proxy has checked.
fn is_for_one_host(version: Version, headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => {
            let host = host.to_str().unwrap_or_default();
            host.parse::<Authority>().is_ok() && !host.contains('@')
        }
        (None, _) => version < Version::HTTP_11,
        (Some(_), Some(_)) => false,
    }
}

/// The body of an answer. Until it has gone out the connection is busy.
pub(super) struct Answer {
    body: Body,
    _busy: Busy,
}

impl http_body::Body for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_one_host() {
        for (version, hosts, passes) in [
            (Version::HTTP_11, vec!["id.example.org"], true),
            (Version::HTTP_11, vec!["id.example.org:8443"], true),
            (Version::HTTP_11, vec!["[::1]:80"], true),
            (Version::HTTP_10, vec![], true),
            (Version::HTTP_10, vec!["id.example.org"], true),
            (Version::HTTP_11, vec![], false),
            (Version::HTTP_11, vec![""], false),
            (Version::HTTP_11, vec!["a", "b"], false),
            (Version::HTTP_11, vec!["a", "a"], false),
            (Version::HTTP_10, vec!["a", "b"], false),
            (Version::HTTP_11, vec!["a, b"], false),
            (Version::HTTP_11, vec!["a b"], false),
            (Version::HTTP_11, vec!["me@a"], false),
            (Version::HTTP_11, vec!["a/b"], false),
        ] {
            let mut headers = HeaderMap::new();
            for host in &hosts {
                headers.append(HOST, host.parse().unwrap());
            }
            assert_eq!(is_for_one_host(version, &headers), passes, "{version:?} {hosts:?}");
        }
    }
}
