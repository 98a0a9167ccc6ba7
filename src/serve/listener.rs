//! What is listened on: a TCP port or a Unix socket.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use tokio::net::{TcpListener, TcpStream, UnixListener, UnixStream};
use tokio_util::either::Either;

use super::tls::Tls;
use crate::config::Limits;
use crate::metrics::Metrics;

/// What is listened on.
#[derive(Debug)]
pub struct Listener {
    socket: Socket,
    pub(super) tls: Option<Tls>,
    pub(super) metrics: Option<Arc<Metrics>>,
    pub(super) limits: Limits,
}

#[derive(Debug)]
enum Socket {
    Tcp(TcpListener),
    Unix(UnixListener),
}

/// A connection of either.
pub(super) type Stream = Either<TcpStream, UnixStream>;

impl From<TcpListener> for Listener {
    fn from(listener: TcpListener) -> Self {
        Self { socket: Socket::Tcp(listener), tls: None, metrics: None, limits: Limits::default() }
    }
}

/// Who connects counts as this machine (127.0.0.1), for a setting of trusted proxies.
impl From<UnixListener> for Listener {
    fn from(listener: UnixListener) -> Self {
        Self { socket: Socket::Unix(listener), tls: None, metrics: None, limits: Limits::default() }
    }
}

impl Listener {
    /// The same, by TLS, with HTTP/2 for those who can.
    #[must_use]
    pub fn with_tls(self, tls: Tls) -> Self {
        Self { tls: Some(tls), ..self }
    }

    /// The same, counting there what is refused.
    #[must_use]
    pub fn with_metrics(self, metrics: Arc<Metrics>) -> Self {
        Self { metrics: Some(metrics), ..self }
    }

    /// The same, with these limits of connections and times.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Waits for a connection, and tells who is at its other end.
    pub(super) async fn accept(&self) -> io::Result<(Stream, SocketAddr)> {
        match &self.socket {
            Socket::Tcp(listener) => {
                let (stream, peer) = listener.accept().await?;
                if let Err(error) = stream.set_nodelay(true) {
                    tracing::debug!(%error, "TCP_NODELAY");
                }
                Ok((Either::Left(stream), peer))
            }
            Socket::Unix(listener) => {
                let (stream, _) = listener.accept().await?;
                Ok((Either::Right(stream), (Ipv4Addr::LOCALHOST, 0).into()))
            }
        }
    }
}

/// Waits until the other side says something.
pub(super) async fn spoken(stream: &Stream) -> io::Result<()> {
    match stream {
        // Unlike `readable` this is never wrong, so that a silent connection gets no buffers.
        Either::Left(stream) => stream.peek(&mut [0]).await.map(drop),
        Either::Right(stream) => stream.readable().await,
    }
}

/// Says what there is room for.
pub(super) fn try_write(stream: &Stream, bytes: &[u8]) -> io::Result<usize> {
    match stream {
        Either::Left(stream) => stream.try_write(bytes),
        Either::Right(stream) => stream.try_write(bytes),
    }
}
