//! A Kratos that is dead, slow, lying or huge: whatever it does, the browser gets our page, the
//! right status, and nothing of what Kratos said.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "../support/mod.rs"]
mod support;

mod answers;
mod connections;
mod ending;
mod labels;
mod limits;
mod log;
mod program;
mod restart;
mod sockets;

use scraper::Selector;
use url::Url;

use crate::support::{Application, Reply, config};

/// The flow that is asked for.
const FLOW: &str = "520e8f28-5902-4026-a286-74757804453d";

/// Stands in all that a page or a log must not have: cookies, tokens, queries, Kratos' texts.
const MARKER: &str = "hunter2";

/// What the browser gets from the application in front of this Kratos, asked for the flow and
/// asked to start one, with secrets in every place where a browser has some.
async fn replies(kratos: &Url) -> [Reply; 2] {
    let application = Application::with(config(kratos.clone())).await;
    let mut replies = Vec::new();
    for target in [format!("/settings?flow={FLOW}&return_to={MARKER}"), format!("/settings?return_to={MARKER}")] {
        replies.push(ask(&application, &target).await);
    }
    replies.try_into().unwrap()
}

/// One request of a browser that has secrets.
async fn ask(application: &Application, target: &str) -> Reply {
    let cookie = format!("ory_kratos_session={MARKER}");
    let headers = [("cookie", cookie.as_str()), ("x-session-token", MARKER), ("x-request-id", MARKER)];
    application.get(target, &headers).await
}

/// Asserts that it is our page with this status, and nothing of Kratos'.
#[track_caller]
fn assert_our_page(reply: &Reply, status: u16) {
    let page = reply.page(status);
    let text = |selector: &str| -> String {
        page.select(&Selector::parse(selector).unwrap()).flat_map(|element| element.text()).collect()
    };
    assert!(!text("h1").is_empty() && !text("main p").is_empty() && !text("main a").is_empty(), "{}", reply.body);
    let id = reply.header("x-request-id").unwrap();
    assert!(id.parse::<uuid::Uuid>().is_ok(), "{id}");
    assert!(text("main").contains(id), "the page has the number that the log has: {}", reply.body);
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
    assert!(reply.header("content-security-policy").unwrap().starts_with("default-src 'none'; script-src 'self';"));
    assert_nothing_of_kratos(reply);
}

#[track_caller]
fn assert_nothing_of_kratos(reply: &Reply) {
    assert!(!reply.body.contains(MARKER), "{}", reply.body);
    let headers = format!("{:?}", reply.headers);
    assert!(!headers.contains(MARKER), "{headers}");
    assert_eq!(reply.header("location"), None);
    assert_eq!(reply.header("x-of-kratos"), None);
}
