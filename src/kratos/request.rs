//! One builder for every request, and what becomes of it.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue};
use http::{Extensions, Method, StatusCode};
use tokio_util::sync::CancellationToken;
use tracing::Instrument;
use url::Url;

use super::answer::Answer;
use super::connection::Once;
use super::error::Error;
use super::refusal::Refusal;
use super::response::Response;
use super::start::Body;
use super::transfer::{OnProgress, Progress, Upload, receive};
use super::transport::{Transport, at};
use crate::trace;

const SESSION_TOKEN: HeaderName = HeaderName::from_static("x-session-token");

/// A request to Kratos for a `T`, to be [sent](Request::send).
///
/// Dropping the future that `send` returns ends the request; so does the token given to
/// [`cancel_with`](Request::cancel_with).
///
/// ```no_run
/// use kratos_account::kratos::{Client, Kind};
///
/// # async fn example(client: Client, id: uuid::Uuid, browser: http::HeaderMap) -> Result<(), Box<dyn std::error::Error>> {
/// let response = client
///     .flow(Kind::Settings, id)
///     .cookies_of(&browser)
///     .header("accept-language", "de")
///     .send()
///     .await?;
/// let flow = response.data()?;
/// println!("{} elements, at {}", flow.ui.nodes.len(), flow.ui.action);
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct Request<T> {
    transport: Arc<Transport>,
    method: Method,
    url: Url,
    headers: HeaderMap,
    /// Whether a header was given that is none.
    invalid: bool,
    body: Bytes,
    extensions: Extensions,
    cancellation: Option<CancellationToken>,
    success: Option<Box<dyn Fn(StatusCode) -> bool + Send + Sync>>,
    /// Whether it is sent once even where its method would let it be repeated.
    once: bool,
    /// Whether it has permits of its own, and waits for none in vain.
    soon: bool,
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
    pub(super) fn get(transport: &Arc<Transport>, url: Url) -> Self {
        Self {
            transport: Arc::clone(transport),
            method: Method::GET,
            url,
            headers: transport.headers.clone(),
            invalid: false,
            body: Bytes::new(),
            extensions: Extensions::new(),
            cancellation: None,
            success: None,
            once: false,
            soon: false,
            on_sent: None,
            on_received: None,
            answer: PhantomData,
        }
    }

    /// Another method.
    pub(crate) fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// Goes by the permits that `whoami` has of its own: soon, or not at all.
    pub(super) fn soon(mut self) -> Self {
        self.soon = true;
        self
    }

    /// What changes something, though it is a `GET`: it is never sent twice.
    pub(super) fn once(mut self) -> Self {
        self.once = true;
        self
    }

    /// A `POST` of this body.
    pub(crate) fn post(mut self, body: Body) -> Self {
        let (media_type, body) = body.parts();
        self.headers.insert(CONTENT_TYPE, media_type);
        self.body = body;
        self.method(Method::POST)
    }

    /// Asks for what a browser gets that opens a page: redirects.
    pub(crate) fn like_a_browser(mut self) -> Self {
        self.headers.insert(ACCEPT, HeaderValue::from_static("text/html"));
        self
    }

    /// Sends a `Cookie` header: the browser's, as it came.
    ///
    /// ```
    /// # use kratos_account::kratos::Client;
    /// # fn example(client: &Client) {
    /// let request = client.whoami().cookie("ory_kratos_session=MTcz…");
    /// # }
    /// ```
    pub fn cookie(self, cookie: impl TryInto<HeaderValue>) -> Self {
        self.header(COOKIE, cookie)
    }

    /// Sends the `Cookie` headers found in `headers`, each as it came.
    ///
    /// ```
    /// # use kratos_account::kratos::Client;
    /// # fn example(client: &Client, browser: &http::Request<()>) {
    /// let request = client.whoami().cookies_of(browser.headers());
    /// # }
    /// ```
    pub fn cookies_of(mut self, headers: &HeaderMap) -> Self {
        for cookie in headers.get_all(COOKIE) {
            self = self.header(COOKIE, cookie.clone());
        }
        self
    }

    /// Sends an `X-Session-Token` header, for applications without a browser. Kratos then does
    /// not look at cookies.
    ///
    /// ```
    /// # use kratos_account::kratos::Client;
    /// # fn example(client: &Client) {
    /// let request = client.whoami().session_token("ory_st_…");
    /// # }
    /// ```
    pub fn session_token(self, token: impl TryInto<HeaderValue>) -> Self {
        self.header(SESSION_TOKEN, token)
    }

    /// Sends one more header, beside any of that name. What cannot be a header is
    /// [`Error::InvalidHeader`] when the request is sent.
    ///
    /// ```
    /// # use kratos_account::kratos::{Client, Kind};
    /// # fn example(client: &Client, id: uuid::Uuid) {
    /// let request = client.flow(Kind::Login, id).header("accept-language", "de").header("traceparent", "00-…");
    /// # }
    /// ```
    pub fn header(mut self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Self {
        match (name.try_into(), value.try_into()) {
            (Ok(name), Ok(mut value)) => {
                value.set_sensitive(true);
                self.headers.append(name, value);
            }
            _ => self.invalid = true,
        }
        self
    }

    /// Sends these headers too, beside any of their names.
    ///
    /// ```
    /// # use kratos_account::kratos::Client;
    /// # fn example(client: &Client, of_the_browser: &http::HeaderMap) {
    /// let request = client.whoami().headers(of_the_browser);
    /// # }
    /// ```
    pub fn headers(mut self, headers: &HeaderMap) -> Self {
        for (name, value) in headers {
            self = self.header(name, value.clone());
        }
        self
    }

    /// Asks another address, such as the admin API's, where no credentials are needed.
    ///
    /// Kratos v26.2.0 answers there with a redirect to the public API (see
    /// [`Answer::redirect`]); versions and proxies that answer themselves are read as ever.
    ///
    /// ```
    /// # use kratos_account::kratos::{Client, Kind};
    /// # fn example(client: &Client, id: uuid::Uuid) -> Result<(), Box<dyn std::error::Error>> {
    /// let request = client.flow(Kind::Settings, id).at(&"http://kratos.internal:4434".parse()?);
    /// # Ok(())
    /// # }
    /// ```
    pub fn at(mut self, base: &Url) -> Self {
        let prefix = self.transport.kratos.path().trim_end_matches('/');
        let path = self.url.path().strip_prefix(prefix).unwrap_or(self.url.path());
        let mut url = at(base, path.trim_start_matches('/'));
        url.set_query(self.url.query());
        self.url = url;
        self
    }

    /// Hands `value` to the [answer](Answer::extensions), whatever it will be.
    ///
    /// ```no_run
    /// # use kratos_account::kratos::Client;
    /// # async fn example(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    /// #[derive(Clone)]
    /// struct Attempt(u32);
    ///
    /// let response = client.whoami().extension(Attempt(1)).send().await?;
    /// let attempt = response.extensions().get::<Attempt>();
    /// # Ok(())
    /// # }
    /// ```
    pub fn extension<E: Clone + Send + Sync + 'static>(mut self, value: E) -> Self {
        self.extensions.insert(value);
        self
    }

    /// Ends the request when `token` is cancelled, with [`Error::Cancelled`].
    ///
    /// ```no_run
    /// # use kratos_account::kratos::{Client, Error};
    /// # async fn example(client: &Client) {
    /// let token = tokio_util::sync::CancellationToken::new();
    /// let request = client.whoami().cancel_with(token.clone());
    /// // Elsewhere: token.cancel();
    /// let answer = request.send().await;
    /// if matches!(answer, Err(Error::Cancelled)) {
    ///     println!("nobody waits any more");
    /// }
    /// # }
    /// ```
    pub fn cancel_with(mut self, token: CancellationToken) -> Self {
        self.cancellation = Some(token);
        self
    }

    /// Tells which statuses bring a `T`; all others are [`Error::Refused`]. Default: 2xx.
    ///
    /// ```
    /// # use kratos_account::kratos::{Body, Client, Kind};
    /// # fn example(client: &Client, id: uuid::Uuid, body: Body) {
    /// // A form that is not accepted is answered with the flow, too.
    /// let request = client.submit(Kind::Settings, id, body).success(|status| status.is_success() || status == 400);
    /// # }
    /// ```
    pub fn success(mut self, is_success: impl Fn(StatusCode) -> bool + Send + Sync + 'static) -> Self {
        self.success = Some(Box::new(is_success));
        self
    }

    /// Calls `tell` as the request's body goes out, at least once.
    ///
    /// ```
    /// # use kratos_account::kratos::{Body, Client, Kind};
    /// # fn example(client: &Client, id: uuid::Uuid, body: Body) {
    /// let request = client
    ///     .submit(Kind::Settings, id, body)
    ///     .on_sent(|progress| println!("{} of {:?} bytes sent", progress.bytes, progress.total));
    /// # }
    /// ```
    pub fn on_sent(mut self, tell: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.on_sent = Some(Arc::new(tell));
        self
    }

    /// Calls `tell` as the answer's body comes in, at least once.
    ///
    /// ```
    /// # use kratos_account::kratos::{Client, Kind};
    /// # fn example(client: &Client, id: uuid::Uuid) {
    /// let request = client
    ///     .flow(Kind::Settings, id)
    ///     .on_received(|progress| println!("{} of {:?} bytes received", progress.bytes, progress.total));
    /// # }
    /// ```
    pub fn on_received(mut self, tell: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.on_received = Some(Arc::new(tell));
        self
    }

    /// Sends the request and takes the answer, whose [data](Response::data) is read from it.
    ///
    /// # Errors
    /// See [`Error`]; each answer that is none comes with its status and headers.
    pub async fn send(mut self) -> Result<Response<T>, Error> {
        if self.invalid {
            return Err(Error::InvalidHeader);
        }
        let limit = self.transport.timeout;
        let cancellation = self.cancellation.take();
        let cancelled = async {
            match cancellation {
                Some(token) => token.cancelled_owned().await,
                None => std::future::pending().await,
            }
        };
        let sent = Arc::new(AtomicBool::new(false));
        let (transport, started) = (Arc::clone(&self.transport), Instant::now());
        let span = trace::call(&self.method, &self.url, false);
        trace::hand_on(&span, &mut self.headers);
        let answer = tokio::select! {
            biased;
            () = cancelled => Err(Error::Cancelled),
            answer = tokio::time::timeout(limit, self.exchange(Arc::clone(&sent)).instrument(span.clone())) => match answer {
                Ok(answer) => answer,
                Err(_elapsed) => Err(Error::Timeout { sent: sent.load(Ordering::Relaxed) }),
            },
        };
        transport.tell(answer.as_ref().map(|answer| answer.status()), started, &span);
        answer
    }

    async fn exchange(self, sent: Arc<AtomicBool>) -> Result<Response<T>, Error> {
        let transport = &self.transport;
        let _permit = if self.soon {
            (Some(transport.permits.whoami.acquire().await.ok_or(Error::Busy)?), None)
        } else {
            // They are closed never, so an error here cannot be.
            (None, Some(transport.permits.flows.acquire().await.map_err(|_| Error::Busy)?))
        };
        let mut request = http::Request::new(Upload::new(self.body, self.on_sent, sent));
        request.method_mut().clone_from(&self.method);
        *request.uri_mut() = self.url.as_str().parse().map_err(|error| Error::Unreachable(Box::new(error)))?;
        *request.headers_mut() = self.headers;
        if self.once {
            request.extensions_mut().insert(Once);
        }
        let answer = Box::pin(transport.connections.send(request)).await?;
        let (head, body) = answer.into_parts();
        let answer = Answer::of_head(head, self.method, self.url, self.extensions);
        let Some(body) = receive(body, transport.answer_limit, self.on_received).await? else {
            return Err(Error::TooLarge(Box::new(answer)));
        };
        let answer = answer.with_body(body);
        if self.success.map_or(answer.status().is_success(), |success| success(answer.status())) {
            Ok(Response::new(answer))
        } else {
            Err(Error::Refused(Box::new(Refusal::of(answer))))
        }
    }
}
