//! Connections to Kratos: one pool, TLS, and how long they may take to be made. What makes them is
//! known here only.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body::Body;
use url::Url;

use super::error::{Cause, Error};

/// What connections are made with.
pub(super) struct Options {
    /// How long one may take to be made.
    pub(super) timeout: Duration,
    /// Whether the proxy that the environment names is used.
    pub(super) proxy_from_environment: bool,
}

/// The pool of connections.
pub(super) struct Connections(reqwest::Client);

impl Connections {
    /// A pool of connections to `kratos`.
    pub(super) fn new(kratos: &Url, options: &Options) -> Result<Self, Error> {
        let mut http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .connect_timeout(options.timeout)
            // Below Kratos' own idle limit, so that it is rarely Kratos who hangs up first.
            .pool_idle_timeout(Duration::from_secs(30))
            .tcp_nodelay(true)
            .tls_backend_preconfigured(tls(kratos));
        if !options.proxy_from_environment {
            http = http.no_proxy();
        }
        http.build().map(Self).map_err(|error| Error::Unreachable(error.into()))
    }

    /// Sends a request, once, and waits for the head of the answer.
    pub(super) async fn send<B>(
        &self,
        request: http::Request<B>,
    ) -> Result<http::Response<impl Body<Data = Bytes, Error: Into<Cause>> + use<B>>, Error>
    where
        B: Body<Data = Bytes, Error: Into<Cause>> + Send + Sync + 'static,
    {
        let request = request.map(reqwest::Body::wrap).try_into().map_err(failed)?;
        self.0.execute(request).await.map(http::Response::<reqwest::Body>::from).map_err(failed)
    }
}

/// Why there is no head of an answer.
fn failed(error: reqwest::Error) -> Error {
    let error = error.without_url();
    match (error.is_connect(), error.is_timeout()) {
        (true, true) => Error::Timeout { sent: false },
        (true, false) => Error::Unreachable(error.into()),
        (false, _) => Error::Interrupted(error.into()),
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
