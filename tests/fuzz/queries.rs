//! Paths, queries and headers.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method};
use url::form_urlencoded::byte_serialize;

use crate::page::{Application, FLOW};
use crate::random::Random;
use crate::support::Answer;

const PATHS: [&str; 16] = [
    "/settings",
    "/settings/export",
    "/sessions",
    "/logout",
    "/authorize",
    "/authorize/optional",
    "/.well-known/change-password",
    "/health/alive",
    "/health/ready",
    "/static/",
    "/static/style.css",
    "/self-service/",
    "/sessions/",
    "/schemas/",
    "/nowhere",
    "/",
];

const NAMES: [&str; 13] = [
    "flow",
    "return_to",
    "lang",
    "theme",
    "aal",
    "refresh",
    "refresh_within",
    "verified_address",
    "ended",
    "via",
    "login_challenge",
    "optional",
    "x",
];

const HEADERS: [&str; 20] = [
    "cookie",
    "accept",
    "accept-language",
    "authorization",
    "x-session-token",
    "origin",
    "sec-fetch-site",
    "sec-fetch-mode",
    "host",
    "x-forwarded-for",
    "x-forwarded-proto",
    "x-forwarded-host",
    "x-forwarded-uri",
    "x-forwarded-method",
    "x-request-id",
    "traceparent",
    "content-type",
    "content-length",
    "x_user_id",
    "cf-ipcity",
];

const VALUES: [&str; 17] = [
    FLOW,
    "aal2",
    "aal1",
    "true",
    "de",
    "de;q=0.5, *;q=0",
    "text/html",
    "navigate",
    "same-origin",
    "https",
    "app.example.org",
    "/page?a=b",
    "@evil.example/",
    "kratos_account_restarts=3.99999999999; kratos_account_lang=xx; kratos_account_theme=dark\"",
    "dark",
    "application/x-www-form-urlencoded",
    "127.0.0.1, ::1, x",
];

fn text(random: &mut Random) -> String {
    if random.once_in(2) { (*random.pick(&VALUES)).to_owned() } else { random.text() }
}

fn target(random: &mut Random) -> String {
    let mut target = (*random.pick(&PATHS)).to_owned();
    if random.once_in(2) {
        let more = random.text();
        let pieces = ["%ff", "%00", "..", "%2e%2e", "/", "%2f", "%5c", ";", "%25", "a"];
        let piece = *random.pick(&pieces);
        target.extend([piece, "/", &byte_serialize(more.as_bytes()).collect::<String>()]);
    }
    for index in 0..random.below(4) {
        let (name, value) = (*random.pick(&NAMES), text(random));
        target.push(if index == 0 { '?' } else { '&' });
        target.extend([name, "=", &byte_serialize(value.as_bytes()).collect::<String>()]);
        if random.once_in(10) {
            target.push_str("%f");
        }
    }
    target
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn queries() {
    let application = Application::start().await;
    let answers = [
        Answer::recorded("settings/fresh"),
        Answer::recorded("sessions/whoami_401"),
        Answer::recorded("settings_errors/aal2_required_403"),
        Answer::recorded("sessions/list"),
        Answer::empty(404),
        Answer::empty(500),
    ];
    crate::look("queries", async |random| {
        let answer = random.pick(&answers).clone();
        application.kratos(move |_, _| answer.clone());
        let Ok(uri) = target(random).parse::<axum::http::Uri>() else { return };
        let handed_through =
            ["/self-service/", "/sessions/", "/schemas"].iter().any(|path| uri.path().starts_with(path));
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = uri;
        *request.method_mut() = random
            .pick(&[Method::GET, Method::GET, Method::HEAD, Method::POST, Method::OPTIONS, Method::DELETE])
            .clone();
        for _ in 0..random.below(6) {
            let (name, value) = (*random.pick(&HEADERS), text(random));
            if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
                request.headers_mut().append(HeaderName::from_static(name), value);
            }
        }
        let page = application.ask(request).await;
        // What Kratos said is Kratos' own there, but for a 500 that is ours.
        if !handed_through {
            page.is_sound();
            page.stays();
        }
    })
    .await;
}
