//! The account page without a Kratos: answers that a real one once gave, and this application in
//! front of them. `cargo run --example demo`, then open the address it prints.
//!
//! Nothing is kept, and nothing listens but on this machine.

#[allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    clippy::panic,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "shared with the tests"
)]
#[path = "../tests/support"]
mod support {
    pub mod recording;
    pub mod replay;
}

use std::error::Error;
use std::fmt::Write;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use kratos_account::Config;
use support::replay::Replay;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();

    let kratos = TcpListener::bind("127.0.0.1:0").await?;
    let kratos_url = format!("http://localhost:{}", kratos.local_addr()?.port());
    let replay = Replay::at(&kratos_url);
    let start = start_page(&replay);
    tokio::spawn(kratos_account::serve(kratos, replay.router(), std::future::pending()));

    // The usual port, or any if it is taken.
    let listener = match TcpListener::bind("127.0.0.1:4455").await {
        Ok(listener) => listener,
        Err(_) => TcpListener::bind("127.0.0.1:0").await?,
    };
    let own = format!("http://localhost:{}", listener.local_addr()?.port());
    let account = kratos_account::router(&Config::new(kratos_url.parse()?, own.parse()?))?;
    let router = Router::new().route("/", get(|| async { Html(start) })).merge(account);
    tracing::info!("open {own}");
    kratos_account::serve(listener, router, async { drop(tokio::signal::ctrl_c().await) }).await;
    Ok(())
}

/// Links to each recorded state.
fn start_page(replay: &Replay) -> String {
    let mut page = "<!DOCTYPE html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>\
                    <title>kratos-account demo</title><h1>kratos-account demo</h1>\
                    <p>Answers of a real Kratos, as they were recorded. Changes are not kept.</p>\
                    <p><a href=/settings>Account settings</a></p><h2>Each recorded state</h2><ul>"
        .to_owned();
    for (flow, name) in replay.states() {
        let _ = write!(page, "<li><a href='/settings?flow={flow}'>{name}</a>");
    }
    page
}
