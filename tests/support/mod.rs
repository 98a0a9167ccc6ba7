//! What the tests share: an upstream that answers as it is told, this application in front of
//! it, and a client that is no browser: it follows nothing and keeps nothing.
//!
//! Every server listens on a free loopback port and ends with the test's runtime.

#![allow(clippy::allow_attributes, reason = "an expectation would fail in the binaries that use all of it")]
#![allow(dead_code, reason = "each test binary uses its own part")]
#![allow(missing_docs, unreachable_pub, reason = "read by those who write tests, here")]

pub mod form;
pub mod recording;
pub mod replay;
pub mod tcp;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use kratos_account::config::Limits;
use kratos_account::{Config, Listener};
use tokio::net::TcpListener;
use url::Url;

/// A request as the upstream received it.
#[derive(Clone, Debug)]
pub struct Received {
    pub method: Method,
    /// Path and query.
    pub target: String,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Received {
    /// The values of a header, as text.
    pub fn header(&self, name: &str) -> Vec<&str> {
        self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect()
    }
}

/// A Kratos that answers as it is told, in turn; the last answer stays.
#[derive(Clone)]
pub struct Upstream {
    pub url: Url,
    script: Arc<Mutex<Script>>,
}

#[derive(Default)]
struct Script {
    answers: VecDeque<Answer>,
    received: Vec<Received>,
}

/// An answer that can be given more than once.
#[derive(Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Bytes,
}

impl Answer {
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self { status, headers: vec![("content-type".to_owned(), "application/json".to_owned())], body: body.into() }
    }

    /// An answer without a body.
    pub fn empty(status: u16) -> Self {
        Self::new(status, "")
    }

    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        Self::new(status, body.to_string())
    }

    /// What a real Kratos answered; see [`recording`].
    pub fn recorded(name: &str) -> Self {
        let recording = recording::read(name);
        let framing =
            |name: &str| name.eq_ignore_ascii_case("content-length") || name.eq_ignore_ascii_case("transfer-encoding");
        let headers = recording.response.headers.into_iter().filter(|(name, _)| !framing(name)).collect();
        let body = match recording.response.body {
            serde_json::Value::String(text) => text,
            json => json.to_string(),
        };
        Self { status: recording.response.status, headers, body: body.into() }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = Response::builder().status(StatusCode::from_u16(self.status).unwrap());
        for (name, value) in self.headers {
            response = response.header(name, value);
        }
        response.body(Body::from(self.body)).unwrap()
    }
}

impl Upstream {
    pub async fn start(answers: impl IntoIterator<Item = Answer>) -> Self {
        let script = Arc::new(Mutex::new(Script { answers: answers.into_iter().collect(), received: Vec::new() }));
        let router = Router::new().fallback(answer).with_state(Arc::clone(&script));
        Self { url: listen(router).await, script }
    }

    /// Puts `to` for `from` in the answers to come.
    pub fn rewrite(&self, from: &str, to: &str) {
        for answer in &mut self.script.lock().unwrap().answers {
            answer.body = std::str::from_utf8(&answer.body).unwrap().replace(from, to).into();
            for (_, value) in &mut answer.headers {
                *value = value.replace(from, to);
            }
        }
    }

    /// What it has received so far.
    pub fn received(&self) -> Vec<Received> {
        self.script.lock().unwrap().received.clone()
    }

    /// The one request it has received.
    #[track_caller]
    pub fn only_request(&self) -> Received {
        let received = self.received();
        assert_eq!(received.len(), 1, "exactly one request was expected: {received:?}");
        received[0].clone()
    }
}

async fn answer(State(script): State<Arc<Mutex<Script>>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let target = head.uri.path_and_query().unwrap().to_string();
    let mut script = script.lock().unwrap();
    script.received.push(Received { method: head.method, target, headers: head.headers, body });
    let answer = match script.answers.len() {
        0 => Answer::empty(500),
        1 => script.answers[0].clone(),
        _ => script.answers.pop_front().unwrap(),
    };
    answer.into_response()
}

/// Serves `router` on a free port, the way the program does.
pub async fn listen(router: Router) -> Url {
    listen_within(router, Limits::default()).await
}

/// The same, within these limits.
pub async fn listen_within(router: Router, limits: Limits) -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let listener = Listener::from(listener).with_limits(limits);
    tokio::spawn(kratos_account::serve(listener, router, std::future::pending()));
    url
}

/// The settings of an application in front of the Kratos at `kratos`. What the tests' pages say
/// of the application's own address is this one, wherever it listens.
pub fn config(kratos: Url) -> Config {
    Config::new(kratos, "http://localhost:4455".parse().unwrap())
}

/// This application, in front of a Kratos.
pub struct Application {
    pub url: Url,
    http: reqwest::Client,
}

impl Application {
    /// In front of `upstream`, which the browser reaches at the same address.
    pub async fn before(upstream: &Upstream) -> Self {
        Self::with(config(upstream.url.clone())).await
    }

    /// With these settings.
    pub async fn with(config: Config) -> Self {
        let account = kratos_account::Account::new(&config).unwrap();
        Self::at(listen_within(account.router().fallback_service(account.not_found()), config.limits).await)
    }

    /// One that is served already.
    pub fn at(url: Url) -> Self {
        Self { url, http: client() }
    }

    pub async fn get(&self, target: &str, headers: &[(&str, &str)]) -> Reply {
        self.send(Method::GET, target, headers, "").await
    }

    pub async fn send(
        &self,
        method: Method,
        target: &str,
        headers: &[(&str, &str)],
        body: impl Into<reqwest::Body>,
    ) -> Reply {
        let mut request = self.http.request(method, self.url.join(target).unwrap()).body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await.unwrap();
        Reply {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.text().await.unwrap(),
        }
    }
}

/// What is answered to exactly these bytes, up to the end of the connection.
pub async fn raw(url: &Url, said: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = tokio::net::TcpStream::connect(url.authority()).await.unwrap();
    stream.write_all(said.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A server that refuses may leave before it has read all.
    drop(stream.read_to_end(&mut answer).await);
    String::from_utf8_lossy(&answer).into_owned()
}

/// A client that follows nothing and keeps nothing.
pub fn client() -> reqwest::Client {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .tls_backend_preconfigured(no_tls())
        .build()
        .unwrap()
}

fn no_tls() -> rustls::ClientConfig {
    rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth()
}

/// What the browser gets.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Reply {
    /// The one value of a header, if it is there.
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<&str> {
        let values = self.headers.get_all(name);
        assert!(values.iter().count() <= 1, "several {name} headers: {:?}", self.headers);
        values.iter().next().map(|value| value.to_str().unwrap())
    }

    /// All `Set-Cookie` headers.
    pub fn cookies(&self) -> Vec<&str> {
        self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect()
    }

    /// Where it redirects to.
    #[track_caller]
    pub fn location(&self) -> &str {
        assert_eq!(self.status, 303, "a redirect was expected: {self:?}");
        self.header("location").unwrap()
    }

    /// The page, which it must be.
    #[track_caller]
    pub fn page(&self, status: u16) -> scraper::Html {
        assert_eq!(self.status, status, "{}", self.body);
        assert_eq!(self.header("content-type"), Some("text/html; charset=utf-8"));
        scraper::Html::parse_document(&self.body)
    }
}
