//! Pages of an application that asks this one's guard who comes, each with another of its options.

use std::time::Duration;

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use kratos_account::Account;
use kratos_account::guard::{Identity, Session};
use kratos_account::kratos::Aal;

/// How long after a sign-in the page `recent` is open.
pub const RECENT: Duration = Duration::from_secs(3);

#[derive(serde::Deserialize)]
struct Traits {
    email: String,
}

/// The pages, below `/guarded`.
pub fn pages(account: &std::sync::Arc<Account>) -> Router {
    let guard = || account.require_session();
    let everything = guard().aal(Aal::Aal2).refresh_within(Duration::from_secs(3600)).verified_address();
    Router::new()
        .route("/guarded/plain", get(whose).layer(guard()))
        .route("/guarded/two-factors", get(whose).layer(guard().aal(Aal::Aal2)))
        .route("/guarded/recent", get(whose).layer(guard().refresh_within(RECENT)))
        .route("/guarded/verified", get(whose).layer(guard().verified_address()))
        .route("/guarded/everything", get(whose).layer(everything))
        .route("/guarded/anybody", get(anybody).layer(guard().optional()))
}

async fn whose(person: Identity<Traits>) -> Html<String> {
    page(&format!("Guarded, open to {}", person.traits.email))
}

async fn anybody(session: Option<Session>) -> Html<String> {
    page(if session.is_some() { "Open to somebody" } else { "Open to anybody" })
}

fn page(text: &str) -> Html<String> {
    Html(format!("<!doctype html><title>Guarded</title><p>{text}</p>"))
}
