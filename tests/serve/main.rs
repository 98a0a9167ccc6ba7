//! What is served on: Unix sockets, TLS, HTTP/2.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use axum::routing::get;
use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use kratos_account::config::Limits;
use kratos_account::{Listener, Tls, serve};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UnixListener, UnixStream};
use tokio::sync::{Barrier, Semaphore, mpsc, oneshot};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

/// Tells who asks, how, and for which host.
fn router() -> Router {
    Router::new().route(
        "/",
        get(|ConnectInfo(peer): ConnectInfo<std::net::SocketAddr>, request: Request| async move {
            let host = request.headers()["host"].to_str().unwrap().to_owned();
            format!("{} {:?} {host}", peer.ip(), request.version())
        }),
    )
}

/// Serves until the sender is dropped or says so.
fn start(listener: impl Into<Listener>, router: Router) -> oneshot::Sender<()> {
    let (end, ended) = oneshot::channel();
    let listener = listener.into();
    tokio::spawn(async move { serve(listener, router, async { drop(ended.await) }).await });
    end
}

/// A certificate for localhost and its key, in a folder.
fn certificate(folder: &Path) -> (PathBuf, PathBuf) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let paths = (folder.join("cert.pem"), folder.join("key.pem"));
    std::fs::write(&paths.0, made.cert.pem()).unwrap();
    std::fs::write(&paths.1, made.signing_key.serialize_pem()).unwrap();
    paths
}

/// Who trusts that certificate, and speaks this by ALPN.
fn connector(certificate: &Path, protocol: &[u8]) -> TlsConnector {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(certificate).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let mut config = builder.with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![protocol.to_vec()];
    Arc::new(config).into()
}

async fn by_tls(address: &str, certificate: &Path, protocol: &[u8]) -> TlsStream<TcpStream> {
    let stream = TcpStream::connect(address).await.unwrap();
    connector(certificate, protocol).connect(ServerName::try_from("localhost").unwrap(), stream).await.unwrap()
}

async fn by_http_1(stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static) -> String {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    let request = http::Request::get("/").header("host", "one.example").body(Empty::<Bytes>::new()).unwrap();
    let answer = sender.send_request(request).await.unwrap();
    String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap()
}

type Sender = http2::SendRequest<Empty<Bytes>>;

async fn http_2(stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static) -> Sender {
    let (sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    tokio::spawn(connection);
    sender
}

async fn ask(sender: &Sender, uri: &str, host: Option<&str>) -> (u16, String) {
    let mut request = http::Request::get(uri);
    if let Some(host) = host {
        request = request.header("host", host);
    }
    let answer = sender.clone().send_request(request.body(Empty::new()).unwrap()).await.unwrap();
    let status = answer.status().as_u16();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn whoever_comes_by_a_unix_socket_is_of_this_machine() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("http.sock");
    let _end = start(UnixListener::bind(&path).unwrap(), router());
    let stream = UnixStream::connect(&path).await.unwrap();
    assert_eq!(by_http_1(stream).await, "127.0.0.1 HTTP/1.1 one.example");
}

#[tokio::test]
async fn by_tls_browsers_get_http_2_and_others_http_1() {
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = certificate(folder.path());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let _end = start(Listener::from(listener).with_tls(Tls::load(&certificate, &key).unwrap()), router());
    assert_eq!(by_http_1(by_tls(&address, &certificate, b"http/1.1").await).await, "127.0.0.1 HTTP/1.1 one.example");
    let sender = http_2(by_tls(&address, &certificate, b"h2").await).await;
    assert_eq!(ask(&sender, "https://two.example/", None).await, (200, "127.0.0.1 HTTP/2.0 two.example".to_owned()));
    assert_eq!(ask(&sender, "https://two.example/", Some("two.example")).await.0, 200);
    // Two names are a way past what a proxy has checked.
    assert_eq!(ask(&sender, "https://two.example/", Some("other.example")).await.0, 400);
}

#[tokio::test]
async fn what_is_no_tls_ends_its_own_connection_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = certificate(folder.path());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let _end = start(Listener::from(listener).with_tls(Tls::load(&certificate, &key).unwrap()), router());
    for said in ["GET / HTTP/1.1\r\nhost: x\r\n\r\n", "\x16\x03\x01\x00\x05hello", "\0\0\0\0\0\0"] {
        let mut stream = TcpStream::connect(&address).await.unwrap();
        stream.write_all(said.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        // It may be told so by TLS, and the rest of what it said is not read.
        drop(stream.read_to_end(&mut answer).await);
        assert!(!answer.starts_with(b"HTTP/"), "{said:?}");
    }
    assert!(by_http_1(by_tls(&address, &certificate, b"http/1.1").await).await.ends_with("one.example"));
}

#[tokio::test]
async fn requests_of_one_connection_are_under_way_together_and_none_is_cut_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = certificate(folder.path());
    let (together, inside, go) = (Arc::new(Barrier::new(10)), Arc::new(Barrier::new(11)), Arc::new(Barrier::new(11)));
    let wait = {
        let (together, inside, go) = (Arc::clone(&together), Arc::clone(&inside), Arc::clone(&go));
        move || async move {
            together.wait().await;
            inside.wait().await;
            go.wait().await;
            "done"
        }
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let listener = Listener::from(listener).with_tls(Tls::load(&certificate, &key).unwrap());
    let end = start(listener, Router::new().route("/", get(wait)));
    let sender = http_2(by_tls(&address, &certificate, b"h2").await).await;
    let asked: Vec<_> = (0..10)
        .map(|_| {
            let sender = sender.clone();
            tokio::spawn(async move { ask(&sender, "https://localhost/", None).await })
        })
        .collect();
    inside.wait().await;
    drop(end);
    go.wait().await;
    for answer in asked {
        assert_eq!(answer.await.unwrap(), (200, "done".to_owned()));
    }
    // By a GOAWAY it is told that this was the last.
    while !sender.is_closed() {
        tokio::task::yield_now().await;
    }
}

/// Served by TLS within these limits: where, the certificate, and what ends it.
async fn limited(folder: &Path, limits: Limits, router: Router) -> (String, PathBuf, oneshot::Sender<()>) {
    let (certificate, key) = certificate(folder);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let listener = Listener::from(listener).with_tls(Tls::load(&certificate, &key).unwrap()).with_limits(limits);
    (address, certificate, start(listener, router))
}

#[tokio::test]
async fn max_streams() {
    let (entered, mut inside) = mpsc::unbounded_channel();
    let go = Arc::new(Semaphore::new(0));
    let wait = {
        let go = Arc::clone(&go);
        move || async move {
            entered.send(()).unwrap();
            go.acquire().await.unwrap().forget();
            "done"
        }
    };
    let folder = tempfile::tempdir().unwrap();
    let mut limits = Limits::default();
    limits.streams = 2;
    let (address, certificate, _end) = limited(folder.path(), limits, Router::new().route("/", get(wait))).await;
    let sender = http_2(by_tls(&address, &certificate, b"h2").await).await;
    // By an answer it is known how many there may be.
    go.add_permits(1);
    assert_eq!(ask(&sender, "https://localhost/", None).await.0, 200);
    inside.recv().await.unwrap();
    let asked: Vec<_> = (0..3)
        .map(|_| {
            let sender = sender.clone();
            tokio::spawn(async move { ask(&sender, "https://localhost/", None).await })
        })
        .collect();
    for _ in 0..2 {
        inside.recv().await.unwrap();
    }
    // Another connection is served meanwhile, and the third request of this one is not there yet.
    let other = http_2(by_tls(&address, &certificate, b"h2").await).await;
    let other = tokio::spawn(async move { ask(&other, "https://localhost/", None).await });
    inside.recv().await.unwrap();
    assert!(inside.try_recv().is_err());
    go.add_permits(4);
    for answer in asked.into_iter().chain([other]) {
        assert_eq!(answer.await.unwrap().0, 200);
    }
}

#[tokio::test]
async fn handshake_timeout() {
    let folder = tempfile::tempdir().unwrap();
    let mut limits = Limits::default();
    limits.handshake_timeout = Duration::from_millis(100);
    let (address, certificate, _end) = limited(folder.path(), limits, router()).await;
    let mut half = TcpStream::connect(&address).await.unwrap();
    half.write_all(b"\x16\x03\x01").await.unwrap();
    assert_eq!(half.read(&mut [0]).await.unwrap(), 0, "it is closed");
    assert!(by_http_1(by_tls(&address, &certificate, b"http/1.1").await).await.ends_with("one.example"));
}
