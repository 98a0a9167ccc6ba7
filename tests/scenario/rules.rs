//! What the browser of these stories would not do, it does not let pass.

use std::panic::{AssertUnwindSafe, catch_unwind};

use axum::Router;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderName, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

use tokio::runtime::Runtime;

use crate::browser::Browser;
use crate::harness::tests;
use crate::support::{client, listen};

const LOCATION: HeaderName = HeaderName::from_static("location");
const REFRESH: HeaderName = HeaderName::from_static("refresh");

tests!(async a_form_may_redirect_to_its_own_origin);
tests! {
    a_form_may_not_redirect_to_another_origin,
    a_page_between_may_go_anywhere,
    a_circle_has_an_end,
    a_form_without_what_is_required_is_not_sent,
    an_inner_address_is_noticed_in_a_redirect,
    an_inner_address_is_noticed_in_a_page,
}

/// A form that posts to `/save`, which leads to `to`.
async fn at_form(to: &'static str, way: HeaderName, status: StatusCode, field: &'static str) -> Browser {
    let form = move |field: &str| -> Response {
        let policy = [(CONTENT_SECURITY_POLICY, "form-action 'self'")];
        let page = format!(
            "<form method=\"post\" action=\"/save\">{field}<button name=\"a\" value=\"b\">Save</button></form>"
        );
        (policy, Html(page)).into_response()
    };
    let router = Router::new()
        .route("/", get(async move || form(field)))
        .route("/save", get(async || "saved").post(async move || (status, [(way, to)])));
    let url = listen(router).await;
    let mut browser = Browser::new(client(), &["secret.internal:4433".to_owned()], None);
    browser.visit(&url).await;
    browser
}

/// What the browser does ends in a complaint that has this.
fn refused(complaint: &str, act: impl AsyncFnOnce()) {
    let act = AssertUnwindSafe(|| Runtime::new().unwrap().block_on(act()));
    let said = catch_unwind(act).unwrap_err().downcast::<String>().unwrap();
    assert!(said.contains(complaint), "{said}");
}

async fn a_form_may_redirect_to_its_own_origin() {
    let mut browser = at_form("/save", LOCATION, StatusCode::SEE_OTHER, "").await;
    browser.press("a", "b").await;
    assert_eq!(browser.text(), "saved");
}

fn a_form_may_not_redirect_to_another_origin() {
    refused("may not lead to http://localhost:1/", async || {
        at_form("http://localhost:1/", LOCATION, StatusCode::SEE_OTHER, "").await.press("a", "b").await;
    });
}

fn a_page_between_may_go_anywhere() {
    refused("GET http://localhost:1/: ", async || {
        at_form("0; url=http://localhost:1/", REFRESH, StatusCode::OK, "").await.press("a", "b").await;
    });
}

fn a_circle_has_an_end() {
    refused("goes on without end", async || {
        let url = listen(Router::new().route("/", get(async || (StatusCode::SEE_OTHER, [(LOCATION, "/")])))).await;
        Browser::new(client(), &[], None).visit(&url).await;
    });
}

fn a_form_without_what_is_required_is_not_sent() {
    refused("asks to fill in [\"name\"]", async || {
        at_form("/save", LOCATION, StatusCode::SEE_OTHER, "<input name=\"name\" required>").await.press("a", "b").await;
    });
}

fn an_inner_address_is_noticed_in_a_redirect() {
    refused("gives secret.internal:4433 away", async || {
        let to = "/save?return_to=http%3A%2F%2Fsecret.internal%3A4433%2F";
        at_form(to, LOCATION, StatusCode::SEE_OTHER, "").await.press("a", "b").await;
    });
}

fn an_inner_address_is_noticed_in_a_page() {
    refused("gives secret.internal:4433 away", async || {
        at_form("/", LOCATION, StatusCode::SEE_OTHER, "<p>http://secret.internal:4433</p>").await;
    });
}
