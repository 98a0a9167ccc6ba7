//! The account page within an application of one's own: `cargo run --example mounted [KRATOS]`.

use std::error::Error;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use kratos_account::{Account, Config};
use tokio::net::TcpListener;

/// The application: its own page, and the account pages below `/account`.
pub(crate) fn application(kratos: &str, own: &str) -> Result<Router, Box<dyn Error>> {
    let account = Account::new(&Config::new(kratos.parse()?, format!("{own}/account").parse()?))?;
    Ok(Router::new()
        .route("/", get(|| async { Html("<a href=/account/settings>Your account</a>") }))
        .nest("/account", account.router()))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let kratos = std::env::args().nth(1).unwrap_or_else(|| "http://localhost:4433".to_owned());
    let listener = TcpListener::bind("127.0.0.1:4455").await?;
    let application = application(&kratos, "http://localhost:4455")?;
    kratos_account::serve(listener, application, async { drop(tokio::signal::ctrl_c().await) }).await;
    Ok(())
}
