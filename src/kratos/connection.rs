//! Connections to Kratos: one pool, TLS, and how long they may take to be made. What makes them is
//! known here only.

use std::error::Error as _;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::header::PROXY_AUTHORIZATION;
use http::{Extensions, Uri};
use http_body::Body;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Empty};
use hyper::body::Incoming;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tower::Service;
use url::Url;

use super::error::{Cause, Error};

/// What connections are made with.
pub(super) struct Options {
    /// How long one may take to be made.
    pub(super) timeout: Duration,
    /// Whether the proxy that the environment names is used.
    pub(super) proxy_from_environment: bool,
    /// Whether a question is asked once more where a connection that was kept ended without an answer.
    pub(super) retry_questions: bool,
}

/// The pool of connections.
pub(super) struct Connections {
    client: Http,
    /// The same without a pool, where questions are asked once more: each has a connection of its own.
    fresh: Option<Http>,
    proxy: Option<Arc<Matcher>>,
}

type Http = Client<HttpsConnector<Connector>, UnsyncBoxBody<Bytes, Cause>>;

/// A request that must not be sent twice, though its method says that it may.
#[derive(Clone, Copy)]
pub(super) struct Once;

impl Connections {
    /// A pool of connections to `kratos`.
    pub(super) fn new(kratos: &Url, options: &Options) -> Self {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(options.timeout));
        let proxy = options.proxy_from_environment.then(|| Arc::new(Matcher::from_env()));
        let connector = HttpsConnector::from((Connector { tcp, proxy: proxy.clone() }, tls(kratos)));
        let mut builder = Client::builder(TokioExecutor::new());
        // Below Kratos' own idle limit, so that it is rarely Kratos who hangs up first.
        builder.pool_timer(TokioTimer::new()).pool_idle_timeout(Duration::from_secs(30));
        let client = builder.build(connector.clone());
        let fresh = options.retry_questions.then(|| builder.pool_max_idle_per_host(0).build(connector));
        Self { client, fresh, proxy }
    }

    /// Sends a request and waits for the head of the answer. A question that a kept connection brought no answer to is
    /// sent once more, where that is wanted.
    pub(super) async fn send<B>(&self, request: http::Request<B>) -> Result<http::Response<Incoming>, Error>
    where
        B: Body<Data = Bytes, Error: Into<Cause>> + Send + 'static,
    {
        let mut request = request.map(|body| body.map_err(Into::into).boxed_unsync());
        if let Some(by) = self.proxy.as_ref().and_then(|proxy| proxy.intercept(request.uri()))
            && let Some(auth) = by.basic_auth().filter(|_| request.uri().scheme_str() == Some("http"))
        {
            request.headers_mut().insert(PROXY_AUTHORIZATION, auth.clone());
        }
        let again = self.fresh.as_ref().and_then(|fresh| Some((fresh, repeatable(&request)?)));
        let error = match (self.client.request(request).await, again) {
            (Ok(answer), _) => {
                if let Some(kept) = answer.extensions().get::<Kept>() {
                    kept.0.store(true, Ordering::Relaxed);
                }
                return Ok(answer);
            }
            (Err(error), Some((fresh, again))) if was_kept(&error) => match fresh.request(again).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            },
            (Err(error), _) => error,
        };
        Err(meaning(error))
    }
}

/// A request of the same, if it is one that may be repeated.
fn repeatable(
    request: &http::Request<UnsyncBoxBody<Bytes, Cause>>,
) -> Option<http::Request<UnsyncBoxBody<Bytes, Cause>>> {
    let may = request.method().is_safe() && request.body().is_end_stream();
    if !may || request.extensions().get::<Once>().is_some() {
        return None;
    }
    let mut again = http::Request::new(Empty::new().map_err(|never| match never {}).boxed_unsync());
    again.method_mut().clone_from(request.method());
    again.uri_mut().clone_from(request.uri());
    again.headers_mut().clone_from(request.headers());
    Some(again)
}

/// Whether it has happened to a connection that had answered before.
fn was_kept(error: &hyper_util::client::legacy::Error) -> bool {
    let mut extensions = Extensions::new();
    if let Some(connected) = error.connect_info() {
        connected.get_extras(&mut extensions);
    }
    extensions.get::<Kept>().is_some_and(|kept| kept.0.load(Ordering::Relaxed))
}

fn meaning(error: hyper_util::client::legacy::Error) -> Error {
    let mut causes = std::iter::successors(error.source(), |cause| (*cause).source());
    let is_late = |cause: &io::Error| cause.kind() == io::ErrorKind::TimedOut;
    match error.is_connect() {
        true if causes.any(|cause| cause.downcast_ref().is_some_and(is_late)) => Error::Timeout { sent: false },
        true => Error::Unreachable(error.into()),
        false => Error::Interrupted(error.into()),
    }
}

/// Whether a connection has answered already.
#[derive(Clone, Default)]
struct Kept(Arc<AtomicBool>);

/// Makes connections, by way of a proxy where one is named for the address.
#[derive(Clone)]
struct Connector {
    tcp: HttpConnector,
    proxy: Option<Arc<Matcher>>,
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = Cause;
    type Future = Pin<Box<dyn Future<Output = Result<Stream, Cause>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Cause>> {
        self.tcp.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let Some(by) = self.proxy.as_ref().and_then(|proxy| proxy.intercept(&to)) else {
            let tcp = self.tcp.call(to);
            return Box::pin(async { Ok(Stream { io: tcp.await?, is_proxied: false, kept: Kept::default() }) });
        };
        if to.scheme_str() == Some("http") {
            let tcp = self.tcp.call(by.uri().clone());
            return Box::pin(async { Ok(Stream { io: tcp.await?, is_proxied: true, kept: Kept::default() }) });
        }
        let mut tunnel = Tunnel::new(by.uri().clone(), self.tcp.clone());
        if let Some(auth) = by.basic_auth() {
            tunnel = tunnel.with_auth(auth.clone());
        }
        let tunnelled = tunnel.call(to);
        Box::pin(async { Ok(Stream { io: tunnelled.await?, is_proxied: false, kept: Kept::default() }) })
    }
}

/// A connection, and whether a proxy at its other end must be told where requests go.
struct Stream {
    io: TokioIo<TcpStream>,
    is_proxied: bool,
    kept: Kept,
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        self.io.connected().proxy(self.is_proxied).extra(self.kept.clone())
    }
}

impl Read for Stream {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, to: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(context, to)
    }
}

impl Write for Stream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, from: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(context, from)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        from: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(context, from)
    }
}

/// TLS by rustls and ring, without a process-wide provider. The system's certificates
/// (`SSL_CERT_FILE` and `SSL_CERT_DIR` are honoured) or, in an image without any, Mozilla's.
/// For plain http no certificate is read.
fn tls(kratos: &Url) -> rustls::ClientConfig {
    let mut roots = rustls::RootCertStore::empty();
    if kratos.scheme() == "https" {
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if roots.is_empty() {
            roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    #[expect(clippy::expect_used, reason = "ring supports the protocol versions that rustls takes for safe")]
    let builder = versions.expect("ring has the default protocol versions");
    builder.with_root_certificates(roots).with_no_client_auth()
}
