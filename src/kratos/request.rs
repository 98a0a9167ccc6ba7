//! One builder for every request, and what becomes of it.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Instant;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue};
use http::{Extensions, Method, StatusCode};
use tokio_util::sync::CancellationToken;
use url::Url;

use super::client::{Client, at};
use super::error::Error;
use super::refusal::Refusal;
use super::response::{Answer, Response};
use super::start::Body;

const SESSION_TOKEN: HeaderName = HeaderName::from_static("x-session-token");

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
    /// A `GET` of `url`.
    pub(super) fn get(client: &Client, url: Url) -> Self {
        Self {
            client: client.clone(),
            method: Method::GET,
            url,
            headers: client.0.headers.clone(),
            body: Bytes::new(),
            extensions: Extensions::new(),
            cancellation: None,
            success: Box::new(|status| status.is_success()),
            on_sent: None,
            on_received: None,
            answer: PhantomData,
        }
    }

    /// Another method.
    pub(super) fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// A `POST` of this body.
    pub(super) fn post(mut self, body: Body) -> Self {
        let (media_type, body) = body.parts();
        self.headers.insert(CONTENT_TYPE, media_type);
        self.body = body;
        self.method(Method::POST)
    }

    /// Asks for what a browser gets that opens a page: redirects.
    pub(crate) fn as_browser(mut self) -> Self {
        self.headers.insert(ACCEPT, HeaderValue::from_static("text/html"));
        self
    }

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

    /// Sends these headers, beside any of their names.
    pub fn headers(mut self, headers: &HeaderMap) -> Self {
        for (name, value) in headers {
            self = self.header(name.clone(), value.clone());
        }
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

impl<T> Request<T> {
    /// Sends the request and takes the answer, whose [data](Response::data) is read from it.
    ///
    /// # Errors
    /// See [`Error`]; each answer that is none comes with its status and headers.
    pub async fn send(mut self) -> Result<Response<T>, Error> {
        let limit = self.client.0.timeout;
        let cancellation = self.cancellation.take().unwrap_or_default();
        let sent = Arc::new(AtomicBool::new(false));
        let (client, started) = (self.client.clone(), Instant::now());
        let answer = tokio::select! {
            biased;
            () = cancellation.cancelled() => Err(Error::Cancelled),
            answer = tokio::time::timeout(limit, self.exchange(Arc::clone(&sent))) => match answer {
                Ok(answer) => answer,
                Err(_elapsed) => Err(Error::Timeout { sent: sent.load(Ordering::Relaxed) }),
            },
        };
        client.tell(answer.as_ref().map(|answer| answer.status()), started);
        answer
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
        let head = Answer::of_head(&answer, self.method, self.url, self.extensions);
        let Some(body) = receive(answer, self.client.0.answer_limit, self.on_received).await? else {
            return Err(Error::TooLarge(Box::new(head)));
        };
        let answer = head.with_body(body);
        if (self.success)(answer.status()) {
            Ok(Response::new(answer))
        } else {
            Err(Error::Refused(Box::new(Refusal::of(answer))))
        }
    }
}

/// The body of `answer`, or nothing if it has more than `limit` bytes.
async fn receive(
    mut answer: reqwest::Response,
    limit: usize,
    on_received: Option<OnProgress>,
) -> Result<Option<Bytes>, Error> {
    let total = answer.content_length();
    let tell = |bytes: usize| {
        if let Some(on_received) = &on_received {
            on_received(Progress { bytes: bytes as u64, total });
        }
    };
    tell(0);
    if total.is_some_and(|total| total > limit as u64) {
        return Ok(None);
    }
    // What comes in one piece is not copied.
    let mut whole = Bytes::new();
    let mut pieces = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(|error| Error::Interrupted(error.without_url()))? {
        let received = whole.len() + pieces.len() + piece.len();
        if received > limit {
            return Ok(None);
        }
        tell(received);
        if whole.is_empty() && pieces.is_empty() {
            whole = piece;
            continue;
        }
        if pieces.is_empty() {
            // What is declared may be a lie.
            let expected = total.and_then(|total| usize::try_from(total).ok()).unwrap_or_default();
            pieces = Vec::with_capacity(expected.clamp(received, received.max(256 * 1024)));
            pieces.extend_from_slice(&std::mem::take(&mut whole));
        }
        pieces.extend_from_slice(&piece);
    }
    Ok(Some(if pieces.is_empty() { whole } else { pieces.into() }))
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
