//! The account pages within an application that has a state of its own: `cargo run --example mounted [KRATOS]`.

use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Html;
use axum::routing::get;
use kratos_account::{Account, Config};
use tokio::net::TcpListener;

/// What the application's own handlers share.
#[derive(Clone)]
pub(crate) struct Shared {
    account: Arc<Account>,
    name: &'static str,
}

/// The application's own page, which asks Kratos by the pages' client whether somebody is there.
async fn home(State(shared): State<Shared>, headers: HeaderMap) -> Html<String> {
    let asked = shared.account.client().whoami().cookies_of(&headers).send().await;
    let link = if asked.is_ok() { "Your account" } else { "Sign in" };
    Html(format!("<title>{}</title><a href=/account/settings>{link}</a>", shared.name))
}

/// The application: its own page, and the account pages below `/account`.
pub(crate) fn application(kratos: &str, own: &str) -> Result<Router, Box<dyn Error>> {
    let account = Account::new(&Config::new(kratos.parse()?, format!("{own}/account").parse()?))?;
    let shared = Shared { account: Arc::clone(&account), name: "An application" };
    Ok(Router::new().route("/", get(home)).nest("/account", account.router()).with_state(shared))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let kratos = std::env::args().nth(1).unwrap_or_else(|| "http://localhost:4433".to_owned());
    let listener = TcpListener::bind("127.0.0.1:4455").await?;
    let application = application(&kratos, "http://localhost:4455")?;
    kratos_account::serve(listener, application, async { drop(tokio::signal::ctrl_c().await) }).await;
    Ok(())
}
