//! Asking the one that serves whether it lives: for containers without a shell.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Empty;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, UnixStream};

use crate::cli::{Asked, Listen};

/// How long it may take.
const LIMIT: Duration = Duration::from_secs(5);

/// Asks `/health/alive`, or `/health/ready`, of the one that listens where these settings say.
///
/// # Errors
/// When it does not answer 200 in time; what it says is why.
pub(crate) async fn ask(asked: &Asked, ready: bool) -> Result<(), String> {
    let name = if ready { "ready" } else { "alive" };
    let target = format!("{}/health/{name}", asked.config.base_path());
    let listen = &asked.program.listen;
    let answer = async {
        match listen {
            Listen::Tcp(address) => get(TcpStream::connect(reachable(*address)).await, &target).await,
            Listen::Unix(path) => get(UnixStream::connect(path).await, &target).await,
            Listen::Handed => Err("where systemd listens is not known here".to_owned()),
        }
    };
    match tokio::time::timeout(LIMIT, answer).await {
        Ok(Ok(200)) => Ok(()),
        Ok(Ok(status)) => Err(format!("{listen} is not {name}: {status}")),
        Ok(Err(error)) => Err(format!("{listen} cannot be asked: {error}")),
        Err(_elapsed) => Err(format!("{listen} does not answer in time")),
    }
}

/// The status of the answer.
async fn get(
    stream: std::io::Result<impl AsyncRead + AsyncWrite + Send + Unpin + 'static>,
    target: &str,
) -> Result<u16, String> {
    let stream = stream.map_err(|error| error.to_string())?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|error| error.to_string())?;
    tokio::spawn(connection);
    let request = http::Request::get(target).header(http::header::HOST, "localhost").body(Empty::<Bytes>::new());
    let request = request.map_err(|error| error.to_string())?;
    sender.send_request(request).await.map(|answer| answer.status().as_u16()).map_err(|error| error.to_string())
}

/// An address by which this machine reaches who listens on all of its addresses.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_listens_everywhere_is_asked_on_this_machine() {
        for (listen, asked) in
            [("0.0.0.0:4455", "127.0.0.1:4455"), ("[::]:4455", "[::1]:4455"), ("10.0.0.7:80", "10.0.0.7:80")]
        {
            assert_eq!(reachable(listen.parse().unwrap()).to_string(), asked);
        }
    }
}
