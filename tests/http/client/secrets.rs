//! What is never printed: bodies, cookies, tokens and queries.

use std::error::Error as _;
use std::fmt::Debug;

use kratos_account::kratos::{Body, Client, Error, Kind, Request, Start};
use serde_json::json;
use url::Url;

use super::{ID, ask, build, client, outcome, value, wire};
use crate::support::tcp::{Act, Tcp, closed_port, full_port};
use crate::support::{Answer, Upstream};

/// Stands in each value that is a secret.
const SECRET: &str = "hunter2";

/// A question full of secrets.
fn with_secrets<T>(request: Request<T>) -> Request<T> {
    request
        .cookie(value(&format!("ory_kratos_session={SECRET}")))
        .session_token(value(SECRET))
        .header(http::header::AUTHORIZATION, value(&format!("Bearer {SECRET}")))
        .extension(SECRET)
}

/// All that can be printed of an error.
fn printed(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(inner) = source {
        text = format!("{text} {inner} {inner:?} {inner:#?}");
        source = inner.source();
    }
    text
}

fn all(value: &impl Debug) -> String {
    format!("{value:?} {value:#?}")
}

#[track_caller]
fn assert_no_secret(text: &str) {
    assert!(!text.contains(SECRET), "{text}");
    assert!(!text.contains(&ID.to_string()), "no query either: {text}");
    assert!(!text.contains("return_to"), "{text}");
}

/// An answer whose every value is a secret.
fn secretive(status: u16, mut body: serde_json::Value) -> Answer {
    body["secret"] = json!(SECRET);
    Answer::json(status, &body)
        .header("set-cookie", &format!("ory_kratos_session={SECRET}"))
        .header("location", &format!("/login?return_to={SECRET}"))
        .header("x-session-token", SECRET)
}

#[tokio::test]
async fn no_error_with_an_answer_prints_a_secret() {
    let error = json!({
        "error": {
            "id": "security_csrf_violation", "message": SECRET, "reason": SECRET,
            "details": {"return_to": format!("https://x/?{SECRET}"), "x": SECRET},
        },
        "redirect_browser_to": format!("https://x/?token={SECRET}"),
    });
    for (answer, kind) in [
        (secretive(403, error), "Refused"),
        (secretive(403, json!({"error": {"id": format!("<{SECRET}>")}})), "Refused"),
        (secretive(500, json!({"error": SECRET})), "Refused"),
        (secretive(307, json!({})), "Refused"),
        (secretive(200, json!({"id": SECRET})), "Unreadable"),
        (secretive(200, json!({"id": ID, "ui": SECRET})), "Unreadable"),
        (secretive(200, json!({"id": ID, "ui": {"nodes": [SECRET]}})), "Unreadable"),
        (secretive(200, json!({"id": ID, "ui": {"nodes": [{"type": {"a": SECRET}}]}})), "Unreadable"),
        (Answer::new(200, SECRET), "Unreadable"),
        (Answer::new(200, SECRET.repeat(1_000_000)), "TooLarge"),
    ] {
        let kratos = Upstream::start([answer]).await;
        let error = outcome(with_secrets(ask(&kratos.url))).await.unwrap_err();
        let text = printed(&error);
        assert!(text.contains(kind), "{text}");
        assert_no_secret(&text);
    }
}

#[tokio::test]
async fn an_unreadable_answer_prints_the_names_of_fields_only() {
    let kratos = Upstream::start([secretive(200, json!({"id": ID, "ui": {"nodes": [{"type": SECRET.len()}]}}))]).await;
    let error = outcome(with_secrets(ask(&kratos.url))).await.unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with(
            "Kratos' answer 200 is not what was asked for: data error at ui.nodes[0].type (line 1, column "
        ),
        "{text}"
    );
}

#[tokio::test]
async fn no_error_without_an_answer_prints_a_secret() {
    let ((closed, _closed), (full, _full)) = (closed_port(), full_port().await);
    let cut = |said: String| Act::Leave(said.into_bytes());
    for kratos in [
        closed,
        full,
        Tcp::start([Act::Stall(Vec::new())]).await.url,
        Tcp::start([cut(format!("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{SECRET}"))]).await.url,
        Tcp::start([cut(format!("{SECRET} is no HTTP\r\n\r\n"))]).await.url,
        Tcp::start([cut(format!("HTTP/1.1 {SECRET} OK\r\n\r\n"))]).await.url,
        Tcp::start([cut(format!("HTTP/1.1 200 OK\r\ncontent-length: {SECRET}\r\n\r\n"))]).await.url,
        Tcp::start([cut(format!("HTTP/1.1 200 OK\r\n{SECRET} {SECRET}\r\n\r\n"))]).await.url,
    ] {
        let limit = std::time::Duration::from_millis(50);
        let client = build(Client::builder(kratos).connect_timeout(limit).timeout(limit));
        let change = client.submit(Kind::Settings, ID, Body::Form(SECRET.into()));
        let start = Start::new(Kind::Settings).with("return_to", SECRET);
        for error in [
            with_secrets(client.flow(Kind::Settings, ID)).send().await.unwrap_err(),
            with_secrets(client.start(&start)).send().await.unwrap_err(),
            with_secrets(change).send().await.unwrap_err(),
        ] {
            assert!(error.status().is_none(), "{error}");
            assert_no_secret(&printed(&error));
        }
    }
}

#[tokio::test]
async fn neither_client_nor_request_nor_response_prints_a_secret() {
    let body = json!({
        "id": ID, "request_url": SECRET, "return_to": SECRET, "x": SECRET, "identity": {"id": SECRET, "traits": {"a": SECRET}},
        "ui": {"action": SECRET, "nodes": [{"type": "input", "attributes": {"name": SECRET, "value": SECRET}}]},
    });
    let kratos =
        Tcp::start([Act::Say(wire(&format!("200 {SECRET}"), &format!("set-cookie: {SECRET}\r\n"), &body.to_string()))])
            .await;
    let request = with_secrets(client(&kratos.url).start(&Start::new(Kind::Settings).with("return_to", SECRET)));
    assert_no_secret(&all(&request));
    let response = request.send().await.unwrap();
    let text = all(&response);
    assert!(text.contains("set-cookie"), "names of headers are printed: {text}");
    assert_no_secret(&text);
}

#[tokio::test]
async fn a_header_keeps_its_secret_to_itself() {
    let kratos = Upstream::start([secretive(403, json!({}))]).await;
    let error = ask(&kratos.url).send().await.unwrap_err();
    assert_no_secret(&all(&error.headers().unwrap()));
}

#[test]
fn a_client_does_not_print_the_password_of_its_address() {
    let kratos: Url = format!("http://me:{SECRET}@127.0.0.1").parse().unwrap();
    let builder = Client::builder(kratos);
    assert_no_secret(&all(&builder));
    assert_no_secret(&all(&build(builder)));
}
