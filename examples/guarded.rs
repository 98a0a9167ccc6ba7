//! Routes that only people whom Kratos knows can open: `cargo run --example guarded [KRATOS]`.

use std::error::Error;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use kratos_account::guard::{Identity, Session};
use kratos_account::kratos::Aal;
use kratos_account::{Account, Config};
use tokio::net::TcpListener;

#[derive(serde::Deserialize)]
struct Traits {
    email: String,
}

async fn hello(person: Identity<Traits>) -> String {
    format!("Hello {}", person.traits.email)
}

async fn anybody(session: Option<Session>) -> &'static str {
    if session.is_some() { "You are signed in" } else { "Who are you?" }
}

/// The application: what each route asks of a session.
pub(crate) fn application(kratos: &str, own: &str) -> Result<Router, Box<dyn Error>> {
    let account = Account::new(&Config::new(kratos.parse()?, own.parse()?))?;
    let guard = account.require_session();
    let hour = Duration::from_secs(60 * 60);
    Ok(Router::new()
        .route("/hello", get(hello).layer(guard.clone()))
        .route("/secrets", get(|| async { "Two factors" }).layer(guard.clone().aal(Aal::Aal2)))
        .route("/payments", get(|| async { "Just signed in" }).layer(guard.clone().refresh_within(hour)))
        .route("/letters", get(|| async { "Reachable" }).layer(guard.clone().verified_address()))
        .route("/", get(anybody).layer(guard.optional()))
        .merge(account.router()))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let kratos = std::env::args().nth(1).unwrap_or_else(|| "http://localhost:4433".to_owned());
    let listener = TcpListener::bind("127.0.0.1:4455").await?;
    let application = application(&kratos, "http://localhost:4455")?;
    kratos_account::serve(listener, application, async { drop(tokio::signal::ctrl_c().await) }).await;
    Ok(())
}
