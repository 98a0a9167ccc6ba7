//! What goes wrong below HTTP.

use std::time::Duration;

use kratos_account::kratos::{Client, Error, Flow, Kind, Request, Start};
use url::Url;

use crate::support::tcp::{Act, Tcp, closed_port, full_port};
use crate::support::{Application, config};
use crate::{FLOW, MARKER, assert_our_page, replies};

#[tokio::test]
async fn a_closed_port_is_a_502() {
    let (url, _closed) = closed_port();
    for reply in replies(&url).await {
        assert_our_page(&reply, 502);
    }
}

#[tokio::test]
async fn what_is_not_http_is_a_502() {
    for said in [
        format!("SSH-2.0-{MARKER}\r\n"),
        format!("\0\u{1}\u{7f}{MARKER}\r\n\r\n"),
        format!("HTTP/9.9 200 {MARKER}\r\n\r\n"),
        format!("HTTP/1.1 2000 {MARKER}\r\n\r\n"),
        format!("HTTP/1.1 200 OK\r\n{MARKER} {MARKER}\r\n\r\n"),
        format!("HTTP/1.1 200 OK\r\ncontent-length: {MARKER}\r\n\r\n"),
        format!("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{MARKER}"),
        format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{MARKER}\r\n"),
        // More headers than anybody reads.
        format!("HTTP/1.1 200 OK\r\n{}\r\n", format!("x-of-kratos: {MARKER}\r\n").repeat(1000)),
        format!("HTTP/1.1 101 Switching Protocols\r\nupgrade: {MARKER}\r\nconnection: upgrade\r\n\r\n"),
    ] {
        let kratos = Tcp::start([Act::Leave(said.clone().into_bytes())]).await;
        for reply in replies(&kratos.url).await {
            assert_eq!(reply.status, 502, "{said:.80}");
            assert_our_page(&reply, 502);
        }
    }
}

#[tokio::test]
async fn an_answer_that_ends_early_is_a_502() {
    let flow = format!(r#"{{"id":"{FLOW}","ui":{{"action":"{MARKER}"}}}}"#);
    let cut = flow.strip_suffix('}').unwrap();
    for said in [
        String::new(),
        "HTTP/1.1 200 OK\r\ncontent-".to_owned(),
        format!("HTTP/1.1 200 OK\r\nset-cookie: a={MARKER}\r\ncontent-length: {}\r\n\r\n{cut}", flow.len()),
        format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{cut}", flow.len()),
        format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{flow}\r\n", flow.len()),
        // By its length it is whole, by its content it is not.
        format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{cut}", cut.len()),
        format!("HTTP/1.1 200 OK\r\n\r\n{cut}"),
    ] {
        let kratos = Tcp::start([Act::Leave(said.clone().into_bytes())]).await;
        for reply in replies(&kratos.url).await {
            assert_eq!(reply.status, 502, "{said}");
            assert_our_page(&reply, 502);
            assert_eq!(reply.cookies(), [""; 0], "of an answer that is none, nothing is handed on");
        }
    }
}

#[tokio::test]
async fn an_answer_without_an_end_is_a_502_once_it_is_too_large() {
    let chunk = format!("{:x}\r\n{}\r\n", 10_000 * MARKER.len(), MARKER.repeat(10_000));
    let endless = format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{}", chunk.repeat(300));
    let kratos = Tcp::start([Act::Stall(endless.into_bytes())]).await;
    for reply in replies(&kratos.url).await {
        assert_our_page(&reply, 502);
    }
}

#[tokio::test]
async fn a_declared_length_beyond_the_limit_is_a_502_at_once() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 18446744073709551615\r\n\r\n";
    let kratos = Tcp::start([Act::Stall(head.as_bytes().to_vec())]).await;
    for reply in replies(&kratos.url).await {
        assert_our_page(&reply, 502);
    }
}

/// Ten seconds are too long for a test, so the client is given less; the table does the rest.
#[tokio::test]
async fn an_answer_that_is_late_is_a_504() {
    let start = format!("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{MARKER}");
    for said in [String::new(), start] {
        let kratos = Tcp::start([Act::Stall(said.into_bytes())]).await;
        assert_too_slow(&kratos.url, |client, id| client.flow(Kind::Settings, id)).await;
        assert_too_slow(&kratos.url, |client: &Client, _| client.start(&Start::new(Kind::Settings))).await;
    }
}

#[tokio::test]
async fn a_connection_that_is_not_taken_is_a_504() {
    let (url, _full) = full_port().await;
    assert_too_slow(&url, |client, id| client.flow(Kind::Settings, id)).await;
}

async fn assert_too_slow(kratos: &Url, question: impl Fn(&Client, uuid::Uuid) -> Request<Flow<'static>>) {
    let limit = Duration::from_millis(50);
    let client = Client::builder(kratos.clone()).connect_timeout(limit).timeout(limit).build().unwrap();
    let error = question(&client, FLOW.parse().unwrap()).send().await.unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error}");
    let mut config = config(kratos.clone());
    config.kratos_timeout = limit;
    let application = Application::with(config).await;
    for target in [format!("/settings?flow={FLOW}"), "/settings".to_owned()] {
        assert_our_page(&application.get(&target, &[]).await, 504);
    }
}
