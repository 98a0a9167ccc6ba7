//! Serving a router: on a port or a Unix socket, with or without TLS.

mod application;
mod connections;
mod io;
mod listener;
mod tls;

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use hyper::server::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulConnection;
use rustix::process::{Resource, getrlimit};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::config::Limits;
use application::Application;
use connections::Connections;
use io::Timed;
pub use listener::Listener;
use listener::{Stream, spoken, try_write};
pub use tls::Tls;

/// How often it is asked whether the other side of a connection of HTTP/2 is still there.
const PING: Duration = Duration::from_secs(30);

/// How long a connection that idles when the end is asked for may still bring a request: it may be on its way
/// already, and a proxy would lose it.
const LINGER: Duration = Duration::from_secs(1);

/// How many connections the system may have taken in that were not accepted yet (its backlog).
const BACKLOG: usize = 4096;

/// What the newest connection is told where all are busy.
const REFUSAL: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// Serves `router` on `listener` until `end` is ready, then lets requests under way finish.
///
/// Unlike `axum::serve` it closes connections that send no request, or half of one, or take no
/// answer, so that these neither pile up nor hold up the end. Where there are too many
/// connections, or too many that idle, the one that has longest is closed; where none idles, the newest
/// is told to come again.
///
/// At the end whoever has connected is still served, once, and told that the connection closes
/// (`Connection: close`; by HTTP/2 a GOAWAY, RFC 9113, 6.8).
pub async fn serve(listener: impl Into<Listener>, router: Router, end: impl Future<Output = ()>) {
    let listener = listener.into();
    let limits = &listener.limits;
    let connections = Connections::new(limits.connections.min(open_files() / 2).max(1), limits.idle_connections);
    let (open, mut closed) = mpsc::channel(1);
    let mut server = Server {
        speaker: Speaker::new(limits),
        connections,
        router,
        ending: CancellationToken::new(),
        open,
        refused: Seldom::default(),
    };
    let mut unaccepted = Seldom::default();
    let mut end = pin!(end);
    loop {
        let accepted = tokio::select! {
            () = &mut end => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => server.take(&listener, stream, peer),
            Err(error) => {
                // Out of file descriptors, most likely: one that idles has one to give.
                if unaccepted.now() {
                    tracing::warn!(%error, "a connection could not be accepted");
                }
                let freed = server.connections.close_idlest();
                sleep(Duration::from_millis(if freed { 5 } else { 100 })).await;
            }
        }
    }
    // To whoever the system has let in already, this is no closed port.
    for _ in 0..BACKLOG {
        let Ok(Ok((stream, peer))) = timeout(Duration::ZERO, tokio::task::unconstrained(listener.accept())).await
        else {
            break;
        };
        server.take(&listener, stream, peer);
    }
    let shutdown_timeout = limits.shutdown_timeout;
    drop(listener);
    server.ending.cancel();
    drop(server);
    if timeout(shutdown_timeout, closed.recv()).await.is_err() {
        tracing::warn!("some requests did not end in time");
    }
}

/// What all connections share.
struct Server {
    speaker: Speaker,
    connections: Arc<Connections>,
    router: Router,
    ending: CancellationToken,
    /// Held by each that is open: nothing is ever sent.
    open: mpsc::Sender<Infallible>,
    refused: Seldom,
}

impl Server {
    /// Takes a connection, or tells it to come again.
    fn take(&mut self, listener: &Listener, stream: Stream, peer: SocketAddr) {
        if self.connections.is_full() && !self.connections.close_idlest() {
            if self.refused.now() {
                tracing::warn!("all connections are busy: the newest was refused");
            }
            if let Some(metrics) = &listener.metrics {
                metrics.connections_refused.inc();
            }
            // It is new, and so has room for this. By TLS it would mean nothing.
            if listener.tls.is_none() {
                drop(try_write(&stream, REFUSAL));
            }
            return;
        }
        let (speaker, router, ending) = (self.speaker.clone(), self.router.clone(), self.ending.clone());
        let (tls, is_open) = (listener.tls.clone(), self.open.clone());
        self.connections.open(|connection| async move {
            // One that says nothing has no buffers yet.
            let spoken = tokio::select! {
                spoken = timeout(speaker.limits.idle_timeout, spoken(&stream)) => spoken.is_ok(),
                () = lingered(&ending) => false,
            };
            if spoken {
                connection.speaks();
                let application = Arc::new(Application { router, connection, peer, ending });
                Box::pin(speaker.converse(stream, tls, application)).await;
            }
            drop(is_open);
        });
    }
}

/// Waits until the end is asked for, and a little longer.
async fn lingered(ending: &CancellationToken) {
    ending.cancelled().await;
    sleep(LINGER).await;
}

/// The versions of HTTP that are spoken, and their limits.
#[derive(Clone)]
struct Speaker {
    one: http1::Builder,
    two: http2::Builder<TokioExecutor>,
    limits: Arc<Limits>,
}

impl Speaker {
    fn new(limits: &Limits) -> Self {
        let mut one = http1::Builder::new();
        one.timer(TokioTimer::new()).header_read_timeout(limits.idle_timeout).max_buf_size(limits.header_bytes);
        let mut two = http2::Builder::new(TokioExecutor::new());
        two.timer(TokioTimer::new())
            .max_concurrent_streams(limits.streams)
            .max_header_list_size(u32::try_from(limits.header_bytes).unwrap_or(u32::MAX))
            .max_send_buf_size(limits.header_bytes)
            .keep_alive_interval(PING)
            .keep_alive_timeout(PING);
        Self { one, two, limits: Arc::new(limits.clone()) }
    }

    /// One connection, from its first request to its end.
    async fn converse(self, stream: Stream, tls: Option<Tls>, application: Arc<Application>) {
        let Some(tls) = tls else { return self.speak(stream, false, application).await };
        match timeout(self.limits.handshake_timeout, tls.acceptor().accept(stream)).await {
            Ok(Ok(stream)) => {
                let is_two = stream.get_ref().1.alpn_protocol() == Some(tls::HTTP_2);
                self.speak(stream, is_two, application).await;
            }
            Ok(Err(error)) => tracing::debug!(%error, "no TLS was agreed on"),
            Err(_elapsed) => tracing::debug!("no TLS was agreed on in time"),
        }
    }

    async fn speak<S>(&self, stream: S, is_two: bool, application: Arc<Application>)
    where
        S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
    {
        let ending = application.ending.clone();
        let service = hyper::service::service_fn(move |request| {
            let application = Arc::clone(&application);
            async move { Ok::<_, Infallible>(application.answer(request).await) }
        });
        let stream = TokioIo::new(Timed::new(stream, self.limits.write_timeout));
        let ended = if is_two {
            // It is told by a frame of its own which requests are answered still.
            until(ending.cancelled(), self.two.serve_connection(stream, service)).await
        } else {
            until(lingered(&ending), self.one.serve_connection(stream, service)).await
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended early");
        }
    }
}

/// A connection that takes no new request when the `end` has come.
async fn until<C: GracefulConnection>(end: impl Future<Output = ()>, connection: C) -> C::Output {
    let mut connection = pin!(connection);
    tokio::select! {
        biased;
        ended = &mut connection => return ended,
        () = end => connection.as_mut().graceful_shutdown(),
    }
    connection.await
}

/// Something that happens too often for each time to be told.
#[derive(Default)]
struct Seldom(Option<Instant>);

impl Seldom {
    /// Whether it is told this time: once in a second.
    fn now(&mut self) -> bool {
        let is_due = self.0.is_none_or(|last| last.elapsed() >= Duration::from_secs(1));
        if is_due {
            self.0 = Some(Instant::now());
        }
        is_due
    }
}

/// How many files this process may have open.
fn open_files() -> usize {
    getrlimit(Resource::Nofile).current.and_then(|files| usize::try_from(files).ok()).unwrap_or(usize::MAX)
}
