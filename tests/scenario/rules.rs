//! What the browser of these stories would not do, it does not let pass.

use axum::Router;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderName, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

use crate::browser::Browser;
use crate::support::{client, listen};

const LOCATION: HeaderName = HeaderName::from_static("location");
const REFRESH: HeaderName = HeaderName::from_static("refresh");

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

#[tokio::test]
async fn a_form_may_redirect_to_its_own_origin() {
    let mut browser = at_form("/save", LOCATION, StatusCode::SEE_OTHER, "").await;
    browser.press("a", "b").await;
    assert_eq!(browser.text(), "saved");
}

#[tokio::test]
#[should_panic(expected = "may not lead to http://localhost:1/")]
async fn a_form_may_not_redirect_to_another_origin() {
    at_form("http://localhost:1/", LOCATION, StatusCode::SEE_OTHER, "").await.press("a", "b").await;
}

#[tokio::test]
#[should_panic(expected = "GET http://localhost:1/: ")]
async fn a_page_between_may_go_anywhere() {
    at_form("0; url=http://localhost:1/", REFRESH, StatusCode::OK, "").await.press("a", "b").await;
}

#[tokio::test]
#[should_panic(expected = "goes on without end")]
async fn a_circle_has_an_end() {
    let url = listen(Router::new().route("/", get(async || (StatusCode::SEE_OTHER, [(LOCATION, "/")])))).await;
    Browser::new(client(), &[], None).visit(&url).await;
}

#[tokio::test]
#[should_panic(expected = "asks to fill in [\"name\"]")]
async fn a_form_without_what_is_required_is_not_sent() {
    at_form("/save", LOCATION, StatusCode::SEE_OTHER, "<input name=\"name\" required>").await.press("a", "b").await;
}

#[tokio::test]
#[should_panic(expected = "gives secret.internal:4433 away")]
async fn an_inner_address_is_noticed_in_a_redirect() {
    let to = "/save?return_to=http%3A%2F%2Fsecret.internal%3A4433%2F";
    at_form(to, LOCATION, StatusCode::SEE_OTHER, "").await.press("a", "b").await;
}

#[tokio::test]
#[should_panic(expected = "gives secret.internal:4433 away")]
async fn an_inner_address_is_noticed_in_a_page() {
    at_form("/", LOCATION, StatusCode::SEE_OTHER, "<p>http://secret.internal:4433</p>").await;
}
