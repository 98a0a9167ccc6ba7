//! The client of Kratos: each feature of "get settings flow", over real HTTP.

mod answer;
mod connection;
mod limits;
mod request;
mod secrets;

use http::HeaderValue;
use kratos_account::kratos::{Client, ClientBuilder, Error, Flow, Kind, Request};
use url::Url;
use uuid::Uuid;

use crate::support::{Answer, Upstream};

/// The flow that is asked for.
const ID: Uuid = uuid::uuid!("520e8f28-5902-4026-a286-74757804453d");

/// Where the flow is asked for, without the query.
const PATH: &str = "/self-service/settings/flows";

/// What is asked for.
fn target() -> String {
    format!("{PATH}?id={ID}")
}

/// A client of this Kratos, all else by default.
fn client(kratos: &Url) -> Client {
    build(Client::builder(kratos.clone()))
}

fn build(builder: ClientBuilder) -> Client {
    builder.build().unwrap()
}

/// The question for the flow.
fn ask(kratos: &Url) -> Request<Flow<'static>> {
    client(kratos).flow(Kind::Settings, ID)
}

/// What becomes of a request whose data is looked at.
async fn outcome(request: Request<Flow<'static>>) -> Result<(), Error> {
    request.send().await?.data().map(drop)
}

/// A Kratos that has the flow.
async fn kratos() -> Upstream {
    Upstream::start([Answer::recorded("settings/fresh")]).await
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap()
}

/// The smallest flow.
fn small_flow() -> String {
    format!(r#"{{"id":"{ID}","ui":{{}}}}"#)
}

/// An answer in full, as it goes over the wire.
fn wire(status_line: &str, headers: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status_line}\r\ncontent-length: {}\r\n{headers}\r\n{body}", body.len()).into_bytes()
}

/// An answer whose length is not told beforehand, in chunks.
fn chunked(chunks: &[&str]) -> Vec<u8> {
    let chunks: Vec<_> = chunks.iter().map(|chunk| format!("{:x}\r\n{chunk}\r\n", chunk.len())).collect();
    format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{}0\r\n\r\n", chunks.concat()).into_bytes()
}
