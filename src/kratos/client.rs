//! Asking Kratos: one pool of connections, its limits, and the calls.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::Method;
use http::header::{ACCEPT, AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use serde::de::IgnoredAny;
use tokio::sync::OwnedSemaphorePermit;
use tracing::Instrument;
use url::Url;
use uuid::Uuid;

use super::connection::{Connections, Options};
use super::error::{Cause, Error};
use super::flow::{Flow, FlowError, Submitted};
use super::request::Request;
use super::schema::NamedSchema;
use super::session::{Logout, Session};
use super::start::{Body, Kind, Start};
use super::transport::{Most, OnAnswer, Permits, Transport, at};
use crate::trace;

/// A client of Kratos' public API. Cheap to clone; clones share their connections.
///
/// It follows no redirect, keeps no cookie, and, unless asked, takes no proxy from
/// [the environment](ClientBuilder::proxy_from_environment) and sends no request [twice](ClientBuilder::retry_questions).
///
/// ```no_run
/// # async fn example(headers: http::HeaderMap, id: uuid::Uuid) -> Result<(), Box<dyn std::error::Error>> {
/// use kratos_account::kratos::{Client, Kind};
///
/// let client = Client::builder("http://127.0.0.1:4433".parse()?).build()?;
/// let response = client.flow(Kind::Settings, id).cookies_of(&headers).send().await?;
/// println!("{} elements", response.data()?.ui.nodes.len());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client(Arc<Transport>);

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
            most: Most { at_once: 64, whoami: 1024, relayed: 256 },
            proxy_from_environment: false,
            authorization: None,
            retry_questions: false,
            on_answer: None,
        }
    }

    /// `GET /self-service/KIND/browser`: starts a flow with these options. Its `Set-Cookie`
    /// headers are the browser's.
    ///
    /// Where there is no need for a flow, Kratos refuses
    /// ([`SessionAlreadyAvailable`](super::ErrorId::SessionAlreadyAvailable)), redirects
    /// ([`Answer::redirect`](super::Answer::redirect)) or answers
    /// [nothing](super::Answer::is_null).
    pub fn start(&self, start: &Start) -> Request<Flow<'static>> {
        self.get(&format!("self-service/{}/browser", start.kind()), start.pairs())
    }

    /// `GET /self-service/KIND/flows?id=`: a flow.
    ///
    /// The flow is its owner's: send the browser's cookies ([`Request::cookies_of`]) or a session
    /// token ([`Request::session_token`]). Its `Set-Cookie` headers are of no use: they would not
    /// match the token that is stored in the flow.
    pub fn flow(&self, kind: Kind, id: Uuid) -> Request<Flow<'static>> {
        self.get(&format!("self-service/{kind}/flows"), [("id", &*id.to_string())])
    }

    /// `POST /self-service/KIND?flow=`: a form of the flow. Its `Set-Cookie` headers are the
    /// browser's, whatever the status. The request is never sent twice.
    ///
    /// A form that Kratos does not accept, or that leads to the next screen, is
    /// [`Error::Refused`] with the flow: see [`Error::refused_flow`].
    pub fn submit(&self, kind: Kind, id: Uuid, body: Body) -> Request<Submitted<'static>> {
        self.get(&format!("self-service/{kind}"), [("flow", &*id.to_string())]).post(body)
    }

    /// `GET /self-service/errors?id=`: what went wrong in a flow that had no page to say so.
    pub fn error(&self, id: Uuid) -> Request<FlowError<'static>> {
        self.get("self-service/errors", [("id", &*id.to_string())])
    }

    /// `GET /schemas/{id}`: an identity schema, by the path that its URL has below Kratos'.
    pub fn schema(&self, path: &str) -> Request<super::Schema> {
        self.get(path.trim_start_matches('/'), [])
    }

    /// `GET /schemas`: the identity schemas, at most 250 of them.
    pub fn schemas(&self) -> Request<Vec<NamedSchema>> {
        self.get("schemas", [("per_page", "250")])
    }

    /// `GET /sessions/whoami`: the session of these credentials. Its `Set-Cookie` headers are the
    /// browser's. It does not wait for other kinds of requests, and where Kratos answers
    /// none of many it is [`Error::Busy`] at once.
    pub fn whoami(&self) -> Request<Session> {
        self.get("sessions/whoami", []).soon()
    }

    /// `GET /sessions`: the other active sessions of the same identity, the newest 250 of them.
    pub fn sessions(&self) -> Request<Vec<Session>> {
        self.get("sessions", [("per_page", "250")])
    }

    /// `DELETE /sessions/{id}`: ends another session. Kratos checks no CSRF token here.
    pub fn revoke_session(&self, id: Uuid) -> Request<IgnoredAny> {
        self.get(&format!("sessions/{id}"), []).method(Method::DELETE)
    }

    /// `DELETE /sessions`: ends all other sessions. Kratos checks no CSRF token here.
    pub fn revoke_other_sessions(&self) -> Request<IgnoredAny> {
        self.get("sessions", []).method(Method::DELETE)
    }

    /// `GET /self-service/logout/browser`: how to sign out, and where that leads to, which must be
    /// on Kratos' allow-list. It does not sign out by itself.
    pub fn logout(&self, return_to: Option<&str>) -> Request<Logout> {
        self.get("self-service/logout/browser", return_to.map(|to| ("return_to", to)))
    }

    /// `GET /self-service/logout?token=`: signs out. Its `Set-Cookie` headers are the browser's.
    pub fn sign_out(&self, logout: &Logout) -> Request<IgnoredAny> {
        let url = Url::parse(&logout.logout_url).ok();
        let token = url.and_then(|url| Some(url.query_pairs().find(|(name, _)| name == "token")?.1.into_owned()));
        self.get("self-service/logout", [("token", &*token.unwrap_or_default())]).once()
    }

    /// `GET /health/ready`: whether Kratos can work.
    pub fn ready(&self) -> Request<IgnoredAny> {
        self.get("health/ready", [])
    }

    /// `GET` of any path, whatever the status of the answer.
    pub(crate) fn path(&self, path: &str) -> Request<IgnoredAny> {
        self.get(path, []).success(|_| true)
    }

    /// Leave to hand one more request through, for as long as the permit is held, or
    /// [`Error::Busy`].
    pub(crate) fn permit_to_relay(&self) -> Result<OwnedSemaphorePermit, Error> {
        Arc::clone(&self.0.permits.relayed).try_acquire_owned().map_err(|_| Error::Busy)
    }

    /// Hands a browser's own request through to Kratos at `url`, and Kratos' answer back as it comes.
    /// The time limit is for the head of the answer, from when the body is `sent`.
    pub(crate) async fn relay<B, S: Future<Output = ()>>(
        &self,
        method: Method,
        url: Url,
        mut headers: HeaderMap,
        body: B,
        sent: S,
    ) -> Result<http::Response<impl http_body::Body<Data = Bytes, Error: Into<Cause>> + use<B, S>>, Error>
    where
        B: http_body::Body<Data = Bytes, Error: Into<Cause>> + Send + Sync + 'static,
    {
        for (name, value) in &self.0.headers {
            if name != ACCEPT {
                headers.insert(name, value.clone());
            }
        }
        let span = trace::call(&method, &url, true);
        trace::hand_on(&span, &mut headers);
        let mut request = http::Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = url.as_str().parse().map_err(|error| Error::Unreachable(Box::new(error)))?;
        *request.headers_mut() = headers;
        let late = async {
            sent.await;
            tokio::time::sleep(self.0.timeout).await;
        };
        let started = Instant::now();
        let answer = tokio::select! {
            answer = self.0.connections.send(request).instrument(span.clone()) => answer,
            () = late => Err(Error::Timeout { sent: true }),
        };
        self.0.tell(answer.as_ref().map(http::Response::status), started, &span);
        answer
    }

    /// A question to `path` below the address asked.
    pub(crate) fn get<'n, 'v, T>(&self, path: &str, query: impl IntoIterator<Item = (&'n str, &'v str)>) -> Request<T> {
        let mut url = at(&self.0.kratos, path);
        let mut query = query.into_iter().peekable();
        if query.peek().is_some() {
            url.query_pairs_mut().extend_pairs(query);
        }
        Request::get(&self.0, url)
    }
}

/// What a [`Client`] is made with.
#[must_use]
pub struct ClientBuilder {
    kratos: Url,
    browser: Option<Url>,
    connect_timeout: Duration,
    timeout: Duration,
    answer_limit: usize,
    most: Most,
    proxy_from_environment: bool,
    authorization: Option<HeaderValue>,
    retry_questions: bool,
    on_answer: Option<OnAnswer>,
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

    /// How many questions may be with Kratos at once, and how many of [`whoami`](Client::whoami), which stand in
    /// nobody's way. What is more waits, as long as the time limit lasts. Default: 64.
    pub fn max_requests(mut self, at_once: usize) -> Self {
        self.most.at_once = at_once;
        self
    }

    /// How many questions of [`whoami`](Client::whoami) may be under way, with those that wait. What is more
    /// is [`Error::Busy`] at once. Default: 1024.
    pub fn max_whoami(mut self, under_way: usize) -> Self {
        self.most.whoami = under_way;
        self
    }

    /// How many requests of browsers are handed through at once. Default: 256.
    pub(crate) fn max_relayed(mut self, at_once: usize) -> Self {
        self.most.relayed = at_once;
        self
    }

    /// Goes through the proxy that `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` name. Default: no.
    pub fn proxy_from_environment(mut self, yes: bool) -> Self {
        self.proxy_from_environment = yes;
        self
    }

    /// What every request shows (`Authorization`): for what stands before an admin API.
    pub(crate) fn authorization(mut self, value: Option<HeaderValue>) -> Self {
        self.authorization = value;
        self
    }

    /// Asks a question (`GET`) once more, by a connection of its own, where one that was kept ended without an answer: a
    /// Kratos that has restarted closed it (RFC 9112, 9.3.1). What changes something is sent once, for it may have been
    /// done. Default: no.
    pub fn retry_questions(mut self, yes: bool) -> Self {
        self.retry_questions = yes;
        self
    }

    /// Calls `tell` after each question, with the status of the answer (or a name for why there is none) and
    /// the time it took.
    pub(crate) fn on_answer(mut self, tell: impl Fn(&'static str, Duration) + Send + Sync + 'static) -> Self {
        self.on_answer = Some(Arc::new(tell));
        self
    }

    /// Makes the client.
    ///
    /// # Errors
    /// [`Error::Unreachable`] when the environment names a proxy that is none.
    pub fn build(self) -> Result<Client, Error> {
        let options = Options {
            timeout: self.connect_timeout,
            proxy_from_environment: self.proxy_from_environment,
            retry_questions: self.retry_questions,
        };
        let connections = Connections::new(&self.kratos, &options);
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.extend(self.authorization.map(|value| (AUTHORIZATION, value)));
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
        Ok(Client(Arc::new(Transport {
            connections,
            kratos: self.kratos,
            headers,
            timeout: self.timeout,
            answer_limit: self.answer_limit,
            permits: Permits::new(self.most),
            on_answer: self.on_answer,
        })))
    }
}
