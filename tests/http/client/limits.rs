//! How long and how large an answer may be.

use std::time::{Duration, Instant};

use kratos_account::kratos::{Body, Client, Error, Kind};

use super::{ID, ask, build, chunked, small_flow, wire};
use crate::support::tcp::{Act, Seen, Tcp, full_port};
use crate::support::{Answer, Upstream};

/// Longer than anything takes here.
const LONG: Duration = Duration::from_secs(60);
/// Too short for what is waited for.
const SHORT: Duration = Duration::from_millis(50);

#[tokio::test]
async fn an_answer_may_be_as_large_as_the_limit() {
    for (limit, fits) in [(small_flow().len(), true), (small_flow().len() - 1, false)] {
        for answer in [wire("200 OK", "", &small_flow()), chunked(&[&small_flow()])] {
            let kratos = Tcp::start([Act::Say(answer)]).await;
            let client = build(Client::builder(kratos.url.clone()).answer_limit(limit));
            let answer = client.flow(Kind::Settings, ID).send().await;
            assert_eq!(answer.is_ok(), fits, "{answer:?}");
        }
    }
}

#[tokio::test]
async fn an_answer_that_declares_too_much_is_not_read() {
    // Nothing follows the head: whoever waited for the body would wait in vain.
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 2097153\r\nx-of-kratos: yes\r\n\r\n".to_vec();
    let mut kratos = Tcp::start([Act::Stall(head)]).await;
    let error = ask(&kratos.url).send().await.unwrap_err();
    let Error::TooLarge(response) = &error else { panic!("{error}") };
    assert_eq!(response.status().as_u16(), 200);
    assert_eq!(error.headers().unwrap()["x-of-kratos"], "yes");
    while kratos.next().await != Seen::Closed {}
}

#[tokio::test]
async fn an_answer_that_declares_nothing_is_read_up_to_the_limit() {
    // It never ends, and so would whoever read all of it.
    let mut endless = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
    for _ in 0..33 {
        endless.extend_from_slice(chunk.as_bytes());
    }
    let mut kratos = Tcp::start([Act::Stall(endless)]).await;
    let error = ask(&kratos.url).send().await.unwrap_err();
    assert!(matches!(error, Error::TooLarge(_)), "{error}");
    while kratos.next().await != Seen::Closed {}
}

#[tokio::test]
async fn the_limit_is_2_mib_by_default() {
    let flow = small_flow();
    for (length, fits) in [(2 << 20, true), ((2 << 20) + 1, false)] {
        let kratos = Upstream::start([Answer::new(200, format!("{flow}{}", " ".repeat(length - flow.len())))]).await;
        let answer = ask(&kratos.url).send().await;
        assert_eq!(answer.is_ok(), fits, "{answer:?}");
    }
}

#[tokio::test]
async fn the_limit_is_for_refusals_too() {
    let kratos = Upstream::start([Answer::new(401, " ".repeat(3_000_000))]).await;
    let error = ask(&kratos.url).send().await.unwrap_err();
    assert!(matches!(error, Error::TooLarge(_)), "{error}");
    assert_eq!(error.status().unwrap().as_u16(), 401);
}

#[tokio::test]
async fn a_length_that_is_a_lie_takes_no_memory() {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 9223372036854775000\r\n\r\n{}".to_vec();
    let kratos = Tcp::start([Act::Leave(head)]).await;
    let client = build(Client::builder(kratos.url.clone()).answer_limit(usize::MAX));
    let error = client.flow(Kind::Settings, ID).send().await.unwrap_err();
    assert!(matches!(error, Error::Interrupted(_)), "{error}");
}

#[tokio::test]
async fn a_connection_that_takes_too_long_was_not_sent_on() {
    let (url, _full) = full_port().await;
    let client = build(Client::builder(url).connect_timeout(SHORT).timeout(LONG));
    let started = Instant::now();
    let error = client.flow(Kind::Settings, ID).send().await.unwrap_err();
    assert!(matches!(error, Error::Timeout { sent: false }), "{error:?}");
    assert_eq!(error.to_string(), "Kratos could not be asked in time");
    assert!(started.elapsed() < LONG / 2);
}

#[tokio::test]
async fn an_answer_that_takes_too_long_was_asked_for() {
    let start = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_vec();
    for said in [Vec::new(), b"HTTP/1.1 200 OK\r\n".to_vec(), start] {
        let mut kratos = Tcp::start([Act::Stall(said)]).await;
        let client = build(Client::builder(kratos.url.clone()).timeout(SHORT));
        let error = client.flow(Kind::Settings, ID).send().await.unwrap_err();
        assert!(matches!(error, Error::Timeout { sent: true }), "{error:?}");
        assert_eq!(error.to_string(), "Kratos did not answer in time");
        assert_eq!(error.status(), None);
        while kratos.next().await != Seen::Closed {}
    }
}

#[tokio::test]
async fn the_whole_limit_holds_while_connecting_too() {
    let (url, _full) = full_port().await;
    let client = build(Client::builder(url).connect_timeout(LONG).timeout(SHORT));
    let error = client.flow(Kind::Settings, ID).send().await.unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    // Of a change it matters whether Kratos may have seen it.
    let error = client.submit(Kind::Settings, ID, Body::Form("a=b".into())).send().await.unwrap_err();
    assert!(matches!(error, Error::Timeout { sent: false }), "{error:?}");
}

#[tokio::test]
async fn a_change_that_gets_no_answer_may_have_reached_kratos() {
    let mut kratos = Tcp::start([Act::Stall(Vec::new())]).await;
    let client = build(Client::builder(kratos.url.clone()).timeout(SHORT));
    let error = client.submit(Kind::Settings, ID, Body::Form("a=b".into())).send().await.unwrap_err();
    assert!(matches!(error, Error::Timeout { sent: true }), "{error:?}");
    while kratos.next().await != Seen::Closed {}
}

#[tokio::test]
async fn an_answer_that_is_cut_is_interrupted() {
    for said in [
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{\"id\":",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nno number\r\n",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "\0\u{1}\u{2}\u{3}garbage",
    ] {
        let kratos = Tcp::start([Act::Leave(said.as_bytes().to_vec())]).await;
        let error = ask(&kratos.url).send().await.unwrap_err();
        assert!(matches!(error, Error::Interrupted(_)), "{said:?}: {error:?}");
        assert_eq!(error.to_string(), "Kratos' answer ended early");
    }
}
