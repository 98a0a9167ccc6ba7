//! Asking Kratos: one pool of connections, limits, and one builder for every request.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue, LOCATION};
use http::{Extensions, Method, StatusCode};
use serde::de::{DeserializeOwned, IgnoredAny};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use url::Url;
use uuid::Uuid;

use super::error::{Error, Refusal, Unreadable};
use super::flow::Flow;
use super::session::{Logout, Session};

const SESSION_TOKEN: HeaderName = HeaderName::from_static("x-session-token");

/// How many requests to Kratos are under way at once. Without a bound, memory follows the
/// number of browsers that wait.
const REQUESTS_AT_ONCE: usize = 64;

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
pub struct Client(Arc<Inner>);

struct Inner {
    http: reqwest::Client,
    kratos: Url,
    headers: HeaderMap,
    timeout: Duration,
    answer_limit: usize,
    permits: Semaphore,
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
    /// [`Refusal::flow`]. The request is never sent twice.
    pub fn submit_settings_flow(&self, id: Uuid, media_type: HeaderValue, body: Bytes) -> Request<Flow> {
        let mut request = self.get("self-service/settings", &[("flow", &id.to_string())]);
        request.method = Method::POST;
        request.headers.insert(CONTENT_TYPE, media_type);
        request.body = body;
        request
    }

    /// `GET /schemas/{id}`: an identity schema, by the path that its URL has below Kratos'.
    pub fn get_schema(&self, path: &str) -> Request<super::Schema> {
        self.get(path.trim_start_matches('/'), &[])
    }

    /// `GET /sessions/whoami`: the session of these credentials. Its `Set-Cookie` headers are the
    /// browser's.
    pub fn whoami(&self) -> Request<Session> {
        self.get("sessions/whoami", &[])
    }

    /// `GET /sessions`: the other active sessions of the same identity, the newest 250 of them.
    pub fn list_sessions(&self) -> Request<Vec<Session>> {
        self.get("sessions", &[("per_page", "250")])
    }

    /// `DELETE /sessions/{id}`: ends another session. Kratos checks no CSRF token here.
    pub fn revoke_session(&self, id: Uuid) -> Request<IgnoredAny> {
        Request { method: Method::DELETE, ..self.get(&format!("sessions/{id}"), &[]) }
    }

    /// `DELETE /sessions`: ends all other sessions. Kratos checks no CSRF token here.
    pub fn revoke_other_sessions(&self) -> Request<IgnoredAny> {
        Request { method: Method::DELETE, ..self.get("sessions", &[]) }
    }

    /// `GET /self-service/logout/browser`: how to sign out. It does not sign out by itself.
    pub fn create_logout(&self) -> Request<Logout> {
        self.get("self-service/logout/browser", &[])
    }

    /// `GET /health/ready`: whether Kratos can work.
    pub fn get_ready(&self) -> Request<IgnoredAny> {
        self.get("health/ready", &[])
    }

    /// Hands a browser's own request through to Kratos, and Kratos' answer back as it comes. The
    /// time limit is for the head of the answer.
    pub(crate) async fn relay(
        &self,
        method: Method,
        uri: &http::Uri,
        mut headers: HeaderMap,
        body: Bytes,
    ) -> Result<http::Response<reqwest::Body>, Error> {
        let mut url = at(&self.0.kratos, uri.path().trim_start_matches('/'));
        url.set_query(uri.query());
        for (name, value) in &self.0.headers {
            if name != ACCEPT {
                headers.insert(name, value.clone());
            }
        }
        let mut request = reqwest::Request::new(method, url);
        *request.headers_mut() = headers;
        *request.body_mut() = Some(body.into());
        match tokio::time::timeout(self.0.timeout, self.0.http.execute(request)).await {
            Ok(Ok(answer)) => Ok(answer.into()),
            Ok(Err(error)) if error.is_connect() => Err(Error::Unreachable(error.without_url())),
            Ok(Err(error)) => Err(Error::Interrupted(error.without_url())),
            Err(_elapsed) => Err(Error::Timeout { sent: true }),
        }
    }

    fn get<T>(&self, path: &str, query: &[(&str, &str)]) -> Request<T> {
        let mut url = at(&self.0.kratos, path);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        Request {
            client: self.clone(),
            method: Method::GET,
            url,
            headers: self.0.headers.clone(),
            body: Bytes::new(),
            extensions: Extensions::new(),
            cancellation: None,
            success: Box::new(|status| status.is_success()),
            on_sent: None,
            on_received: None,
            answer: PhantomData,
        }
    }
}

/// `path` below `base`, which may have a path of its own.
fn at(base: &Url, path: &str) -> Url {
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
            permits: Semaphore::new(REQUESTS_AT_ONCE),
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

/// How far a body has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Bytes so far.
    pub bytes: u64,
    /// Bytes in all, where that is known.
    pub total: Option<u64>,
}

type OnProgress = Arc<dyn Fn(Progress) + Send + Sync>;

/// A request to Kratos for a `T`, to be [sent](Request::send).
///
/// Dropping the future that `send` returns ends the request; so does the token given to
/// [`cancel_with`](Request::cancel_with).
#[must_use = "a request does nothing until it is sent"]
pub struct Request<T> {
    client: Client,
    method: Method,
    url: Url,
    headers: HeaderMap,
    body: Bytes,
    extensions: Extensions,
    cancellation: Option<CancellationToken>,
    success: Box<dyn Fn(StatusCode) -> bool + Send + Sync>,
    on_sent: Option<OnProgress>,
    on_received: Option<OnProgress>,
    answer: PhantomData<fn() -> T>,
}

impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("method", &self.method).field("path", &self.url.path()).finish_non_exhaustive()
    }
}

impl<T> Request<T> {
    /// Sends a `Cookie` header: the browser's, as it came.
    pub fn cookie(self, cookie: HeaderValue) -> Self {
        self.header(COOKIE, cookie)
    }

    /// Sends the `Cookie` headers found in `headers`, each as it came.
    pub fn cookies_of(mut self, headers: &HeaderMap) -> Self {
        for cookie in headers.get_all(COOKIE) {
            self = self.cookie(cookie.clone());
        }
        self
    }

    /// Sends an `X-Session-Token` header, for applications without a browser. Kratos then does
    /// not look at cookies.
    pub fn session_token(self, token: HeaderValue) -> Self {
        self.header(SESSION_TOKEN, token)
    }

    /// Sends one more header, beside any of that name.
    pub fn header(mut self, name: HeaderName, mut value: HeaderValue) -> Self {
        value.set_sensitive(true);
        self.headers.append(name, value);
        self
    }

    /// Asks another address, such as the admin API's, where no credentials are needed.
    ///
    /// Kratos v26.2.0 answers there with a redirect to the public API (see
    /// [`Response::redirect`]); versions and proxies that answer themselves are read as ever.
    pub fn at(mut self, base: &Url) -> Self {
        let prefix = self.client.0.kratos.path().trim_end_matches('/');
        let path = self.url.path().strip_prefix(prefix).unwrap_or(self.url.path());
        let mut url = at(base, path.trim_start_matches('/'));
        url.set_query(self.url.query());
        self.url = url;
        self
    }

    /// Hands `value` to the [response](Response::extensions), whatever it will be.
    pub fn extension<E: Clone + Send + Sync + 'static>(mut self, value: E) -> Self {
        self.extensions.insert(value);
        self
    }

    /// Ends the request when `token` is cancelled, with [`Error::Cancelled`].
    pub fn cancel_with(mut self, token: CancellationToken) -> Self {
        self.cancellation = Some(token);
        self
    }

    /// Tells which statuses bring a `T`; all others are [`Error::Refused`]. Default: 2xx.
    pub fn success(mut self, is_success: impl Fn(StatusCode) -> bool + Send + Sync + 'static) -> Self {
        self.success = Box::new(is_success);
        self
    }

    /// Calls `tell` as the request's body goes out, at least once.
    pub fn on_sent(mut self, tell: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.on_sent = Some(Arc::new(tell));
        self
    }

    /// Calls `tell` as the answer's body comes in, at least once.
    pub fn on_received(mut self, tell: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.on_received = Some(Arc::new(tell));
        self
    }
}

impl<T: DeserializeOwned> Request<T> {
    /// Sends the request and reads the answer.
    ///
    /// # Errors
    /// See [`Error`]; each answer that is none comes with its status and headers.
    pub async fn send(mut self) -> Result<Response<T>, Error> {
        let limit = self.client.0.timeout;
        let cancellation = self.cancellation.take().unwrap_or_default();
        let sent = Arc::new(AtomicBool::new(false));
        tokio::select! {
            biased;
            () = cancellation.cancelled() => Err(Error::Cancelled),
            answer = tokio::time::timeout(limit, self.exchange(Arc::clone(&sent))) => match answer {
                Ok(answer) => answer,
                Err(_elapsed) => Err(Error::Timeout { sent: sent.load(Ordering::Relaxed) }),
            },
        }
    }

    async fn exchange(self, sent: Arc<AtomicBool>) -> Result<Response<T>, Error> {
        // Closed never, so an error here cannot be; without a permit the request still may go.
        let _permit = self.client.0.permits.acquire().await;
        let body = Upload { total: self.body.len() as u64, rest: self.body, on_sent: self.on_sent, started: sent };
        if body.total == 0 {
            body.started.store(true, Ordering::Relaxed);
            body.tell();
        }
        let mut request = reqwest::Request::new(self.method.clone(), self.url.clone());
        *request.headers_mut() = self.headers;
        *request.body_mut() = Some(reqwest::Body::wrap(body));
        let answer = self.client.0.http.execute(request).await.map_err(|error| {
            let error = error.without_url();
            match (error.is_connect(), error.is_timeout()) {
                (true, true) => Error::Timeout { sent: false },
                (true, false) => Error::Unreachable(error),
                (false, _) => Error::Interrupted(error),
            }
        })?;
        let mut response = Response {
            data: (),
            status: answer.status(),
            phrase: answer.extensions().get::<hyper::ext::ReasonPhrase>().cloned(),
            headers: answer.headers().clone(),
            method: self.method,
            url: self.url,
            extensions: self.extensions,
        };
        for value in response.headers.values_mut() {
            value.set_sensitive(true);
        }
        let Some(body) = receive(answer, self.client.0.answer_limit, self.on_received).await? else {
            return Err(Error::TooLarge(Box::new(response)));
        };
        if !(self.success)(response.status) {
            return Err(Error::Refused(Box::new(response.with(Refusal::read(&body)))));
        }
        // No content is nothing, which JSON calls null.
        let body = if response.status == StatusCode::NO_CONTENT { b"null".to_vec() } else { body };
        match serde_json::from_slice(&body) {
            Ok(data) => Ok(response.with(data)),
            Err(error) => {
                let unreadable = Unreadable::find::<T>(&body).unwrap_or_else(|| Unreadable::at(&error));
                Err(Error::Unreadable(Box::new(response.with(unreadable))))
            }
        }
    }
}

/// The body of `answer`, or nothing if it has more than `limit` bytes.
async fn receive(
    mut answer: reqwest::Response,
    limit: usize,
    on_received: Option<OnProgress>,
) -> Result<Option<Vec<u8>>, Error> {
    let total = answer.content_length();
    let tell = |bytes: usize| {
        if let Some(on_received) = &on_received {
            on_received(Progress { bytes: bytes as u64, total });
        }
    };
    // What is declared may be a lie.
    let expected = total.and_then(|total| usize::try_from(total).ok()).unwrap_or_default();
    let mut body = Vec::with_capacity(expected.clamp(16 * 1024, 256 * 1024));
    tell(0);
    if total.is_some_and(|total| total > limit as u64) {
        return Ok(None);
    }
    while let Some(chunk) = answer.chunk().await.map_err(|error| Error::Interrupted(error.without_url()))? {
        if body.len() + chunk.len() > limit {
            return Ok(None);
        }
        body.extend_from_slice(&chunk);
        tell(body.len());
    }
    Ok(Some(body))
}

/// A body that tells how far it has gone out, and that it has begun to.
struct Upload {
    rest: Bytes,
    total: u64,
    on_sent: Option<OnProgress>,
    started: Arc<AtomicBool>,
}

impl Upload {
    /// How much goes out between two calls of the callback.
    const STEP: usize = 16 * 1024;

    fn tell(&self) {
        if let Some(on_sent) = &self.on_sent {
            on_sent(Progress { bytes: self.total - self.rest.len() as u64, total: Some(self.total) });
        }
    }
}

impl http_body::Body for Upload {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
        self.started.store(true, Ordering::Relaxed);
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let step = self.rest.len().min(Self::STEP);
        let chunk = self.rest.split_to(step);
        self.tell();
        Poll::Ready(Some(Ok(http_body::Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> http_body::SizeHint {
        http_body::SizeHint::with_exact(self.rest.len() as u64)
    }
}

/// What Kratos answered.
#[derive(Clone)]
pub struct Response<T> {
    data: T,
    status: StatusCode,
    phrase: Option<hyper::ext::ReasonPhrase>,
    headers: HeaderMap,
    method: Method,
    url: Url,
    extensions: Extensions,
}

impl<T> Response<T> {
    /// The data.
    pub fn data(&self) -> &T {
        &self.data
    }

    /// The data alone.
    pub fn into_data(self) -> T {
        self.data
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The status' phrase as it was sent, else its usual one; may be empty.
    pub fn status_text(&self) -> &str {
        let sent = self.phrase.as_ref().and_then(|phrase| std::str::from_utf8(phrase.as_bytes()).ok());
        sent.or(self.status.canonical_reason()).unwrap_or_default()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Where the answer redirects to, if it does. It was not followed.
    pub fn redirect(&self) -> Option<Url> {
        let location = self.status.is_redirection().then(|| self.headers.get(LOCATION))??;
        self.url.join(location.to_str().ok()?).ok()
    }

    /// The method of the request.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The URL of the request.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// What [`Request::extension`] gave.
    pub fn extensions(&self) -> &Extensions {
        &self.extensions
    }

    fn with<U>(self, data: U) -> Response<U> {
        let Self { data: _, status, phrase, headers, method, url, extensions } = self;
        Response { data, status, phrase, headers, method, url, extensions }
    }
}

#[cfg(test)]
impl<T> Response<T> {
    /// An answer for tests of what is made of answers.
    pub(crate) fn of(status: StatusCode, data: T) -> Self {
        Self {
            data,
            status,
            phrase: None,
            headers: HeaderMap::new(),
            method: Method::GET,
            url: "http://kratos".parse().unwrap(),
            extensions: Extensions::new(),
        }
    }
}

/// Prints no body, header value or query.
impl<T> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("method", &self.method)
            .field("path", &self.url.path())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
