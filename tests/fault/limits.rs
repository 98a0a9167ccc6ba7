//! Each limit, set low: what is beyond it is refused, at once and by its name.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Method;
use axum::routing::get;
use bytes::Bytes;
use http_body_util::channel::Channel;
use kratos_account::Config;
use kratos_account::config::{LIMITS, Setting};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use url::Url;

use crate::support::tcp::{Act, Seen, Tcp, closed_port, full_port};
use crate::support::{Answer, Application, Reply, Upstream, client, config, listen_within, raw};
use crate::{FLOW, assert_our_page};

/// A script, so that the guard answers by no page.
const SCRIPT: [(&str, &str); 2] = [("cookie", "ory_kratos_session=a"), ("sec-fetch-mode", "cors")];

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

const OWN: (&str, &str) = ("sec-fetch-site", "same-origin");

/// An application with these limits, as its settings have them.
fn limited(kratos: &Url, given: &[(&str, &str)]) -> Config {
    let mut config = config(kratos.clone());
    config.proxy_kratos = true;
    Setting::read_all(LIMITS, &mut config.limits, |name| {
        given.iter().find(|(given, _)| *given == name).map(|(_, value)| (*value).to_owned())
    })
    .unwrap();
    config
}

/// A Kratos that answers nothing, ever, and an application with this limit in front of it.
async fn stalled(limit: &str, value: &str) -> (Tcp, Application) {
    let kratos = Tcp::start([Act::Stall(Vec::new())]).await;
    let application = Application::with(limited(&kratos.url, &[(limit, value)])).await;
    (kratos, application)
}

/// Asks for this without an end, until Kratos has been asked.
async fn under_way(
    kratos: &mut Tcp,
    application: &Application,
    target: &str,
) -> JoinSet<reqwest::Result<reqwest::Response>> {
    let mut waiting = JoinSet::new();
    waiting.spawn(client().get(application.url.join(target).unwrap()).header("cookie", "a=b").send());
    while !matches!(kratos.next().await, Seen::Request(_)) {}
    waiting
}

#[track_caller]
fn assert_told_to_come_again(reply: &Reply) {
    assert_eq!(reply.status, 503, "{}", reply.body);
    let seconds: u32 = reply.header("retry-after").unwrap().parse().unwrap();
    assert!((1..60).contains(&seconds));
}

/// What is read up to the end of a connection.
async fn rest(stream: &mut TcpStream) -> Vec<u8> {
    let mut rest = Vec::new();
    // It may be reset.
    drop(stream.read_to_end(&mut rest).await);
    rest
}

async fn connect(application: &Application) -> TcpStream {
    TcpStream::connect(application.url.authority()).await.unwrap()
}

#[tokio::test]
async fn max_connections() {
    let (mut kratos, application) = stalled("MAX_CONNECTIONS", "2").await;
    let _first = under_way(&mut kratos, &application, "/settings").await;
    let _second = under_way(&mut kratos, &application, "/settings").await;
    let answer = String::from_utf8(rest(&mut connect(&application).await).await).unwrap();
    assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("\r\nretry-after: 1\r\n"), "{answer}");
}

#[tokio::test]
async fn max_idle_connections() {
    let (_kratos, application) = stalled("MAX_IDLE_CONNECTIONS", "1").await;
    let mut idle = Vec::new();
    for _ in 0..2 {
        let mut stream = connect(&application).await;
        stream.write_all(b"GET /health/alive HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
        assert!(stream.read(&mut [0; 4096]).await.unwrap() > 0);
        idle.push(stream);
    }
    assert_eq!(rest(&mut idle[0]).await, b"", "the one that idles longest is closed");
    idle[1].write_all(b"GET /health/alive HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    assert!(idle[1].read(&mut [0; 4096]).await.unwrap() > 0);
}

#[tokio::test]
async fn max_requests() {
    let (mut kratos, application) = stalled("MAX_REQUESTS", "1").await;
    let mut waiting = under_way(&mut kratos, &application, "/settings").await;
    for target in ["/settings", "/login", "/error?id=520e8f28-5902-4026-a286-74757804453d", "/sessions"] {
        let reply = application.get(target, &[]).await;
        assert_our_page(&reply, 503);
        assert_told_to_come_again(&reply);
    }
    // What stands in nobody's way is answered.
    assert_eq!(application.get("/health/alive", &[]).await.status, 200);
    assert_eq!(application.get("/authorize", &SCRIPT[1..]).await.status, 401);
    waiting.shutdown().await;
    // Whoever has gone makes room, once that is noticed.
    while !matches!(kratos.next().await, Seen::Closed) {}
    let _next = under_way(&mut kratos, &application, "/settings").await;
}

#[tokio::test]
async fn max_guard_requests() {
    let (mut kratos, application) = stalled("MAX_GUARD_REQUESTS", "1").await;
    let _waiting = under_way(&mut kratos, &application, "/authorize").await;
    let reply = application.get("/authorize", &SCRIPT).await;
    assert_told_to_come_again(&reply);
    assert_eq!(reply.header("content-type"), Some("application/problem+json"));
    let _page = under_way(&mut kratos, &application, "/settings").await;
}

#[tokio::test]
async fn max_proxy_requests() {
    let (mut kratos, application) = stalled("MAX_PROXY_REQUESTS", "1").await;
    let _waiting = under_way(&mut kratos, &application, "/self-service/login/browser").await;
    let reply = application.get("/self-service/login/browser", &[]).await;
    assert_our_page(&reply, 503);
    assert_told_to_come_again(&reply);
    let _page = under_way(&mut kratos, &application, "/settings").await;
}

#[tokio::test]
async fn max_kratos_requests() {
    let (mut kratos, application) = stalled("MAX_KRATOS_REQUESTS", "1").await;
    let mut first = under_way(&mut kratos, &application, "/settings").await;
    let next = client().get(application.url.join("/login").unwrap()).send();
    let mut next = std::pin::pin!(next);
    // The guard has turns of its own; meanwhile the other page waits.
    tokio::select! {
        answer = &mut next => panic!("{answer:?}"),
        _guard = under_way(&mut kratos, &application, "/authorize") => {}
    }
    first.shutdown().await;
    tokio::select! {
        answer = next => panic!("{answer:?}"),
        () = async { while !matches!(kratos.next().await, Seen::Request(head) if head.contains("/login/")) {} } => {}
    }
}

#[tokio::test]
async fn max_header_bytes() {
    let (_kratos, application) = stalled("MAX_HEADER_BYTES", "8192").await;
    let head = |bytes| {
        format!("GET /health/alive HTTP/1.1\r\nhost: x\r\nconnection: close\r\nx-large: {}\r\n\r\n", "x".repeat(bytes))
    };
    let answer = raw(&application.url, &head(4096)).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let answer = raw(&application.url, &head(8192)).await;
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
}

#[tokio::test]
async fn max_form_bytes() {
    let (_kratos, application) = stalled("MAX_FORM_BYTES", "1024").await;
    let target = format!("/settings?flow={FLOW}");
    let form = Bytes::from(vec![b'a'; 1025]);
    assert_our_page(&application.send(Method::POST, &target, &[FORM], form.clone()).await, 413);
    // Without a length of its own.
    let (mut sender, pieces) = Channel::<Bytes>::new(1);
    let sent = tokio::spawn(async move { sender.send_data(form).await });
    assert_our_page(&application.send(Method::POST, &target, &[FORM], reqwest::Body::wrap(pieces)).await, 413);
    drop(sent.await);
}

#[tokio::test]
async fn max_forms_bytes() {
    let upstream = Upstream::start([Answer::empty(500)]).await;
    let limits = [("MAX_FORM_BYTES", "4096"), ("MAX_FORMS_BYTES", "4096")];
    let application = Application::with(limited(&upstream.url, &limits)).await;
    let target = format!("/login?flow={FLOW}");
    // Half a form, which is held until the rest comes.
    let mut half = connect(&application).await;
    let head = format!("POST {target} HTTP/1.1\r\nhost: x\r\n{}: {}\r\ncontent-length: 100\r\n\r\na=b", FORM.0, FORM.1);
    half.write_all(head.as_bytes()).await.unwrap();
    let refused = loop {
        // Until it has come so far.
        let reply = application.send(Method::POST, &target, &[FORM, OWN], "identifier=b").await;
        if reply.status == 503 {
            break reply;
        }
    };
    assert_our_page(&refused, 503);
    assert_told_to_come_again(&refused);
}

#[tokio::test]
async fn max_proxy_bytes() {
    let upstream = Upstream::start([Answer::new(200, "x".repeat(1025))]).await;
    let application = Application::with(limited(&upstream.url, &[("MAX_PROXY_BYTES", "1024")])).await;
    assert_our_page(&application.get("/sessions/whoami", &[]).await, 502);
    let form = Bytes::from(vec![b'a'; 1025]);
    assert_our_page(&application.send(Method::POST, "/self-service/login", &[FORM], form).await, 413);
    assert_eq!(upstream.received().len(), 1, "the upload went nowhere");
}

#[tokio::test]
async fn max_answer_bytes_and_max_flow_nodes() {
    let upstream = Upstream::start([Answer::recorded("settings/fresh")]).await;
    let target = format!("/settings?flow={FLOW}");
    for limit in [("MAX_ANSWER_BYTES", "1024"), ("MAX_FLOW_NODES", "3")] {
        let application = Application::with(limited(&upstream.url, &[limit])).await;
        assert_our_page(&application.get(&target, &[]).await, 502);
    }
    Application::before(&upstream).await.get(&target, &[]).await.page(200);
}

#[tokio::test]
async fn max_session_cache_bytes() {
    let session = serde_json::json!({
        "id": "21317e50-4105-4ca5-aaea-1a964d0c477b", "active": true, "authenticator_assurance_level": "aal1",
        "identity": {"id": "2ba28269-d01f-43e1-8044-cd0efe1b3285", "traits": {}},
    });
    for (bytes, asked) in [("1024", 2), ("33554432", 1)] {
        let upstream = Upstream::start([Answer::json(200, &session)]).await;
        let mut config = limited(&upstream.url, &[("MAX_SESSION_CACHE_BYTES", bytes)]);
        config.session_cache = Some(Duration::from_secs(60));
        let application = Application::with(config).await;
        for _ in 0..2 {
            assert_eq!(application.get("/authorize", &SCRIPT).await.status, 200);
        }
        assert_eq!(upstream.received().len(), asked, "{bytes} bytes");
    }
}

#[tokio::test]
async fn read_timeout() {
    let (_kratos, application) = stalled("READ_TIMEOUT", "0.6").await;
    let head = format!("{}: {}\r\ncontent-length: 1000\r\nconnection: close", FORM.0, FORM.1);
    let answer =
        raw(&application.url, &format!("POST /login?flow={FLOW} HTTP/1.1\r\nhost: x\r\n{head}\r\n\r\na=b")).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
}

#[tokio::test]
async fn write_timeout() {
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let endless = async move || {
        let tell = tell.clone();
        let (mut sender, body) = Channel::<Bytes>::new(1);
        tokio::spawn(async move {
            while sender.send_data(vec![0; 64 * 1024].into()).await.is_ok() {}
            tell.send(()).unwrap();
        });
        Body::new(body)
    };
    let (nowhere, _closed) = closed_port();
    let limits = limited(&nowhere, &[("WRITE_TIMEOUT", "0.1")]).limits;
    let application = Application::at(listen_within(Router::new().route("/", get(endless)), limits).await);
    let mut stream = connect(&application).await;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    // It reads nothing, and what is made for it ends.
    told.recv().await.unwrap();
}

#[tokio::test]
async fn idle_timeout() {
    let (_kratos, application) = stalled("IDLE_TIMEOUT", "0.1").await;
    for said in ["", "GET / HTTP/1.1\r\nx-half: ", "GET /health/alive HTTP/1.1\r\nhost: x\r\n\r\n"] {
        let mut stream = connect(&application).await;
        stream.write_all(said.as_bytes()).await.unwrap();
        let answer = String::from_utf8(rest(&mut stream).await).unwrap();
        assert_eq!(answer.starts_with("HTTP/1.1 200 "), said.ends_with("\r\n\r\n"), "{said:?}: {answer}");
    }
}

#[tokio::test]
async fn kratos_connect_timeout() {
    let (url, _full) = full_port().await;
    let application = Application::with(limited(&url, &[("KRATOS_CONNECT_TIMEOUT", "0.1")])).await;
    assert_our_page(&application.get("/settings", &[]).await, 504);
}
