//! Asking Kratos: one pool of connections, its limits, and the calls.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::Method;
use http::header::{ACCEPT, HeaderMap, HeaderName, HeaderValue};
use serde::de::IgnoredAny;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use url::Url;
use uuid::Uuid;

use super::error::Error;
use super::flow::Flow;
use super::pool::Pool;
use super::request::Request;
use super::session::{Logout, Session};

/// How many requests to Kratos are under way at once for each purpose, so that none stands in the
/// way of another. Without a bound, memory follows the number of browsers that wait.
pub(super) struct Permits {
    /// Flows and their like: what is more waits, as long as the time limit lasts.
    pub(super) flows: Semaphore,
    /// `whoami`: small and quick, and every page of a guarded application waits for it. What is
    /// more waits only while others are answered, and is else refused at once.
    pub(super) whoami: Pool,
    /// Browsers' own requests, handed through. What is more is refused at once.
    pub(super) relayed: Arc<Semaphore>,
}

impl Default for Permits {
    fn default() -> Self {
        Self { flows: Semaphore::new(64), whoami: Pool::new(64), relayed: Arc::new(Semaphore::new(256)) }
    }
}

/// A client of Kratos' public API. Cheap to clone; clones share their connections.
///
/// It follows no redirect, keeps no cookie, sends no request twice, and takes no proxy from
/// the environment unless [asked](ClientBuilder::proxy_from_environment).
///
/// ```no_run
/// # async fn example(headers: http::HeaderMap, id: uuid::Uuid) -> Result<(), Box<dyn std::error::Error>> {
/// use kratos_account::kratos::Client;
///
/// let client = Client::builder("http://127.0.0.1:4433".parse()?).build()?;
/// let response = client.get_settings_flow(id).cookies_of(&headers).send().await?;
/// println!("{} elements", response.data().ui.nodes.len());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client(pub(super) Arc<Inner>);

/// See [`Client`].
pub(super) struct Inner {
    pub(super) http: reqwest::Client,
    pub(super) kratos: Url,
    /// What every request carries.
    pub(super) headers: HeaderMap,
    pub(super) timeout: Duration,
    pub(super) answer_limit: usize,
    pub(super) permits: Permits,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("kratos", &self.0.kratos.host_str()).finish_non_exhaustive()
    }
}

impl Client {
    /// Starts a client of the Kratos at `kratos`, its public API as this process reaches it.
    pub fn builder(kratos: Url) -> ClientBuilder {
        ClientBuilder {
            kratos,
            browser: None,
            connect_timeout: Duration::from_secs(5),
            timeout: Duration::from_secs(10),
            answer_limit: 2 * 1024 * 1024,
            proxy_from_environment: false,
        }
    }

    /// `GET /self-service/settings/flows?id=`: a settings flow.
    ///
    /// The flow is its owner's: send the browser's cookies ([`Request::cookies_of`]) or a session
    /// token ([`Request::session_token`]).
    pub fn get_settings_flow(&self, id: Uuid) -> Request<Flow> {
        self.get("self-service/settings/flows", &[("id", &id.to_string())])
    }

    /// `GET /self-service/settings/browser`: starts a settings flow, with the way back
    /// afterwards. Its `Set-Cookie` headers are the browser's.
    pub fn start_settings_flow(&self, return_to: Option<&str>) -> Request<Flow> {
        let query = return_to.map(|return_to| ("return_to", return_to));
        self.get("self-service/settings/browser", query.as_slice())
    }

    /// `POST /self-service/settings?flow=`: a change, as a form or as JSON. Its `Set-Cookie`
    /// headers are the browser's.
    ///
    /// A change that Kratos does not accept is [`Error::Refused`] with the flow that says why in
    /// [`Refusal::flow`](super::Refusal::flow). The request is never sent twice.
    pub fn submit_settings_flow(&self, id: Uuid, media_type: HeaderValue, body: Bytes) -> Request<Flow> {
        self.get("self-service/settings", &[("flow", &id.to_string())]).post(media_type, body)
    }

    /// `GET /schemas/{id}`: an identity schema, by the path that its URL has below Kratos'.
    pub fn get_schema(&self, path: &str) -> Request<super::Schema> {
        self.get(path.trim_start_matches('/'), &[])
    }

    /// `GET /sessions/whoami`: the session of these credentials. Its `Set-Cookie` headers are the
    /// browser's. It does not wait for other kinds of requests, and where Kratos answers
    /// none of many it is [`Error::Busy`] at once.
    pub fn whoami(&self) -> Request<Session> {
        self.get("sessions/whoami", &[]).soon()
    }

    /// `GET /sessions`: the other active sessions of the same identity, the newest 250 of them.
    pub fn list_sessions(&self) -> Request<Vec<Session>> {
        self.get("sessions", &[("per_page", "250")])
    }

    /// `DELETE /sessions/{id}`: ends another session. Kratos checks no CSRF token here.
    pub fn revoke_session(&self, id: Uuid) -> Request<IgnoredAny> {
        self.get(&format!("sessions/{id}"), &[]).method(Method::DELETE)
    }

    /// `DELETE /sessions`: ends all other sessions. Kratos checks no CSRF token here.
    pub fn revoke_other_sessions(&self) -> Request<IgnoredAny> {
        self.get("sessions", &[]).method(Method::DELETE)
    }

    /// `GET /self-service/logout/browser`: how to sign out. It does not sign out by itself.
    pub fn create_logout(&self) -> Request<Logout> {
        self.get("self-service/logout/browser", &[])
    }

    /// `GET /health/ready`: whether Kratos can work.
    pub fn get_ready(&self) -> Request<IgnoredAny> {
        self.get("health/ready", &[])
    }

    /// Leave to hand one more request through, for as long as the permit is held, or
    /// [`Error::Busy`].
    pub(crate) fn permit_to_relay(&self) -> Result<OwnedSemaphorePermit, Error> {
        Arc::clone(&self.0.permits.relayed).try_acquire_owned().map_err(|_| Error::Busy)
    }

    /// Hands a browser's own request through to Kratos at `url`, and Kratos' answer back as it comes.
    /// The time limit is for the head of the answer, from when the body is `sent`.
    pub(crate) async fn relay(
        &self,
        method: Method,
        url: Url,
        mut headers: HeaderMap,
        body: reqwest::Body,
        sent: impl Future<Output = ()>,
    ) -> Result<http::Response<reqwest::Body>, Error> {
        for (name, value) in &self.0.headers {
            if name != ACCEPT {
                headers.insert(name, value.clone());
            }
        }
        let mut request = reqwest::Request::new(method, url);
        *request.headers_mut() = headers;
        *request.body_mut() = Some(body);
        let late = async {
            sent.await;
            tokio::time::sleep(self.0.timeout).await;
        };
        tokio::select! {
            answer = self.0.http.execute(request) => match answer {
                Ok(answer) => Ok(answer.into()),
                Err(error) if error.is_connect() => Err(Error::Unreachable(error.without_url())),
                Err(error) => Err(Error::Interrupted(error.without_url())),
            },
            () = late => Err(Error::Timeout { sent: true }),
        }
    }

    fn get<T>(&self, path: &str, query: &[(&str, &str)]) -> Request<T> {
        let mut url = at(&self.0.kratos, path);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        Request::get(self, url)
    }
}

/// `path` below `base`, which may have a path of its own.
pub(super) fn at(base: &Url, path: &str) -> Url {
    let mut url = base.clone();
    let whole = format!("{}/{path}", base.path().trim_end_matches('/'));
    url.set_path(&whole);
    url
}

/// What a [`Client`] is made with.
#[must_use]
pub struct ClientBuilder {
    kratos: Url,
    browser: Option<Url>,
    connect_timeout: Duration,
    timeout: Duration,
    answer_limit: usize,
    proxy_from_environment: bool,
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").field("kratos", &self.kratos.host_str()).finish_non_exhaustive()
    }
}

impl ClientBuilder {
    /// Kratos as the browser reaches it, sent as `X-Forwarded-Host` and `-Proto`: Kratos builds
    /// `request_url` and some redirects from them. Default: nothing is sent, and Kratos
    /// takes the address it is reached at.
    pub fn browser_url(mut self, browser: Url) -> Self {
        self.browser = Some(browser);
        self
    }

    /// How long a connection may take to be made. Default: 5 s.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    /// How long a whole answer may take, waiting for a connection included. Default: 10 s.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = limit;
        self
    }

    /// How many bytes the body of an answer may have. Default: 2 MiB.
    pub fn answer_limit(mut self, bytes: usize) -> Self {
        self.answer_limit = bytes;
        self
    }

    /// Goes through the proxy that `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` name. Default: no.
    pub fn proxy_from_environment(mut self, yes: bool) -> Self {
        self.proxy_from_environment = yes;
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    /// When the environment names a proxy that is none.
    pub fn build(self) -> Result<Client, reqwest::Error> {
        let mut http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .connect_timeout(self.connect_timeout)
            // Below Kratos' own idle limit, so that it is rarely Kratos who hangs up first.
            .pool_idle_timeout(Duration::from_secs(30))
            .tcp_nodelay(true)
            .tls_backend_preconfigured(tls(&self.kratos));
        if !self.proxy_from_environment {
            http = http.no_proxy();
        }
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        if let Some(browser) = &self.browser {
            let host = match (browser.host_str().unwrap_or_default(), browser.port()) {
                (host, Some(port)) => format!("{host}:{port}"),
                (host, None) => host.to_owned(),
            };
            for (name, value) in [("x-forwarded-host", host.as_str()), ("x-forwarded-proto", browser.scheme())] {
                if let Ok(value) = HeaderValue::from_str(value) {
                    headers.insert(HeaderName::from_static(name), value);
                }
            }
        }
        Ok(Client(Arc::new(Inner {
            http: http.build()?,
            kratos: self.kratos,
            headers,
            timeout: self.timeout,
            answer_limit: self.answer_limit,
            permits: Permits::default(),
        })))
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
