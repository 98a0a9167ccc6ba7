//! Serving a router: on a port or a Unix socket, with or without TLS.

mod connections;
mod io;
mod listener;
mod tls;

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

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
use hyper::server::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use connections::{Busy, Connection, Connections};
use io::Timed;
pub use listener::Listener;
use listener::{Stream, spoken, try_write};
pub use tls::Tls;

/// How long a request's head may take, and so how long a connection may idle between two.
/// Reverse proxies keep theirs for about a minute.
const HEAD_LIMIT: Duration = Duration::from_secs(75);

/// How long what is to be written may take to be taken.
const WRITE_LIMIT: Duration = Duration::from_secs(60);

/// The most bytes of a request's head, and of what is written ahead of the client.
const BUFFER: usize = 32 * 1024;

/// How long requests under way may take to end once the end is asked for.
const GRACE: Duration = Duration::from_secs(15);

/// How long both sides may take to agree on TLS.
const HANDSHAKE_LIMIT: Duration = Duration::from_secs(10);

/// How many requests one connection of HTTP/2 may have under way.
const STREAMS: u32 = 64;

/// How often it is asked whether the other side of a connection of HTTP/2 is still there.
const PING: Duration = Duration::from_secs(30);

/// How many connections there may be, if the process may have as many files open twice.
const CONNECTIONS: usize = 4096;

/// How many of them may idle that have spoken: each keeps 16 KiB of buffers.
const IDLE: usize = 1024;

/// What the newest connection is told where all are busy.
const REFUSAL: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// Serves `router` on `listener` until `end` is ready, then lets requests under way finish.
///
/// Unlike `axum::serve` it closes connections that send no request, or half of one, or take no
/// answer, so that these neither pile up nor hold up the end. Where there are too many
/// connections, or too many that idle, the one that has longest is closed; where none idles, the newest
/// is told to come again.
pub async fn serve(listener: impl Into<Listener>, router: Router, end: impl Future<Output = ()>) {
    let listener = listener.into();
    let graceful = GracefulShutdown::new();
    let ending = CancellationToken::new();
    let connections = Connections::new(CONNECTIONS.min(files() / 2), IDLE);
    let http = Http::new();
    let mut end = pin!(end);
    loop {
        let accepted = tokio::select! {
            () = &mut end => break,
            accepted = listener.accept() => accepted,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file descriptors, most likely: one that idles has one to give.
                tracing::warn!(%error, "a connection could not be accepted");
                let freed = connections.close_idlest();
                tokio::time::sleep(Duration::from_millis(if freed { 5 } else { 100 })).await;
                continue;
            }
        };
        if connections.is_full() && !connections.close_idlest() {
            tracing::warn!("all connections are busy: the newest was refused");
            if let Some(metrics) = &listener.metrics {
                metrics.connections_refused.inc();
            }
            // It is new, and so has room for this. By TLS it would mean nothing.
            if listener.tls.is_none() {
                drop(try_write(&stream, REFUSAL));
            }
            continue;
        }
        let (http, router, ending, watcher) = (http.clone(), router.clone(), ending.clone(), graceful.watcher());
        let tls = listener.tls.clone();
        connections.open(|connection| async move {
            // One that says nothing has no buffers yet.
            let spoken = tokio::select! {
                spoken = tokio::time::timeout(HEAD_LIMIT, spoken(&stream)) => spoken.is_ok(),
                () = ending.cancelled() => false,
            };
            if spoken {
                connection.speaks();
                let application = Arc::new(Application { router, connection, peer });
                Box::pin(http.converse(stream, tls, application, watcher)).await;
            }
        });
    }
    drop(listener);
    ending.cancel();
    if tokio::time::timeout(GRACE, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
}

/// The versions of HTTP that are spoken, and their limits.
#[derive(Clone)]
struct Http {
    one: http1::Builder,
    two: http2::Builder<TokioExecutor>,
}

impl Http {
    fn new() -> Self {
        let mut one = http1::Builder::new();
        one.timer(TokioTimer::new()).header_read_timeout(HEAD_LIMIT).max_buf_size(BUFFER);
        let mut two = http2::Builder::new(TokioExecutor::new());
        two.timer(TokioTimer::new())
            .max_concurrent_streams(STREAMS)
            .max_header_list_size(u32::try_from(BUFFER).unwrap_or(u32::MAX))
            .max_send_buf_size(BUFFER)
            .keep_alive_interval(PING)
            .keep_alive_timeout(PING);
        Self { one, two }
    }

    /// One connection, from its first request to its end.
    async fn converse(self, stream: Stream, tls: Option<Tls>, application: Arc<Application>, watcher: Watcher) {
        let Some(tls) = tls else { return self.speak(stream, false, application, watcher).await };
        match tokio::time::timeout(HANDSHAKE_LIMIT, tls.acceptor().accept(stream)).await {
            Ok(Ok(stream)) => {
                let is_two = stream.get_ref().1.alpn_protocol() == Some(tls::HTTP_2);
                self.speak(stream, is_two, application, watcher).await;
            }
            Ok(Err(error)) => tracing::debug!(%error, "no TLS was agreed on"),
            Err(_elapsed) => tracing::debug!("no TLS was agreed on in time"),
        }
    }

    async fn speak<S>(&self, stream: S, is_two: bool, application: Arc<Application>, watcher: Watcher)
    where
        S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
    {
        let service = hyper::service::service_fn(move |request| {
            let application = Arc::clone(&application);
            async move { Ok::<_, Infallible>(application.answer(request).await) }
        });
        let stream = TokioIo::new(Timed::new(stream, WRITE_LIMIT));
        let ended = if is_two {
            watcher.watch(self.two.serve_connection(stream, service)).await
        } else {
            watcher.watch(self.one.serve_connection(stream, service)).await
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended early");
        }
    }
}

/// What is served on a connection.
struct Application {
    router: Router,
    connection: Connection,
    peer: SocketAddr,
}

impl Application {
    async fn answer(&self, mut request: Request<Incoming>) -> Response<Answer> {
        let busy = self.connection.busy();
        name_host(&mut request);
        let response = if is_for_one_host(request.version(), request.headers()) {
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
            if request.version() == Version::HTTP_2 {
                refused
            } else {
                ([(CONNECTION, "close")], refused).into_response()
            }
        };
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
struct Answer {
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

/// How many files this process may have open, as far as that can be known.
fn files() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let soft = limits.lines().find_map(|line| line.strip_prefix("Max open files")?.split_whitespace().next());
    soft.and_then(|soft| soft.parse().ok()).unwrap_or(usize::MAX)
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
