//! The application as a function, and what each of its answers must be.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use kratos_account::Account;
use kratos_account::config::Deletion;
use tower::ServiceExt;

use crate::support::{Answer, config, listen};

/// The flow that is asked for.
pub const FLOW: &str = "520e8f28-5902-4026-a286-74757804453d";

/// What Kratos answers to a request for this method and path, at the moment.
type Script = Arc<Mutex<Box<dyn Fn(&str, &str) -> Answer + Send>>>;

/// The application in front of a Kratos that answers by a script.
pub struct Application {
    router: Router,
    script: Script,
}

/// An answer of the application's.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Application {
    pub async fn start() -> Self {
        let script: Script = Arc::new(Mutex::new(Box::new(|_, _| Answer::empty(500))));
        let kratos = Router::new().fallback(answer).with_state(Arc::clone(&script));
        let mut config = config(listen(kratos).await);
        config.account_deletion = Some(Deletion::Delete);
        config.kratos_admin_url = Some(config.kratos_public_url.clone());
        config.kratos_browser_url = Some("http://localhost:4433".parse().unwrap());
        config.proxy_kratos = true;
        let account = Account::new(&config).unwrap();
        Self { router: account.router().fallback_service(account.not_found()), script }
    }

    /// What Kratos answers from now on.
    pub fn kratos(&self, script: impl Fn(&str, &str) -> Answer + Send + 'static) {
        *self.script.lock().unwrap() = Box::new(script);
    }

    pub async fn ask(&self, request: Request) -> Page {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Page { status: head.status, headers: head.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }
}

async fn answer(State(script): State<Script>, request: Request<Body>) -> Response {
    let answer = (script.lock().unwrap())(request.method().as_str(), request.uri().path());
    answer.into_response()
}

impl Page {
    /// Asserts what holds of every answer: it is meant, its headers are there, and nothing in it
    /// runs or leads out.
    #[track_caller]
    pub fn is_sound(&self) {
        assert_ne!(self.status, 500, "a panic: {}", self.body);
        for name in ["x-request-id", "content-security-policy", "x-content-type-options", "cache-control"] {
            assert!(self.headers.contains_key(name), "{name}: {:?}", self.headers);
        }
        if let Some(location) = self.headers.get("location") {
            // Where to is Kratos' to say, but not how.
            let location = location.to_str().unwrap();
            assert!(location.starts_with("http://") || location.starts_with("https://"), "{location}");
        }
        let is_html = self.headers.get("content-type").is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
        if is_html {
            self.is_safe();
        } else {
            assert!(self.status.is_redirection() || !self.body.contains("<html"), "{:?}", self.headers);
        }
    }

    /// Asserts that it leads to no place that only the browser has named.
    #[track_caller]
    pub fn stays(&self) {
        if let Some(location) = self.headers.get("location") {
            let location = location.to_str().unwrap();
            let ours = ["http://localhost:4455/", "http://localhost:4433/"];
            assert!(ours.iter().any(|own| location.starts_with(own)), "{location}");
        }
    }

    fn is_safe(&self) {
        let page = scraper::Html::parse_document(&self.body);
        for element in page.root_element().descendants().filter_map(scraper::ElementRef::wrap) {
            let name = element.value().name();
            let known = !matches!(name, "iframe" | "object" | "embed" | "base" | "frame" | "math");
            assert!(known, "<{name}>");
            if matches!(name, "script" | "style") {
                assert_eq!(element.text().collect::<String>(), "", "inline <{name}>");
            }
            for (attribute, value) in element.value().attrs() {
                let attribute = attribute.to_ascii_lowercase();
                assert!(
                    !attribute.starts_with("on") && attribute != "style" && attribute != "srcdoc",
                    "{name} {attribute}"
                );
                if matches!(attribute.as_str(), "href" | "src" | "action" | "formaction" | "xlink:href" | "poster") {
                    let scheme: String = value.trim().to_ascii_lowercase();
                    let scheme: String = scheme.chars().filter(|letter| !letter.is_ascii_control()).collect();
                    let runs = ["javascript:", "vbscript:", "data:text", "data:application", "data:image/svg"]
                        .iter()
                        .any(|evil| scheme.starts_with(evil));
                    assert!(!runs, "{name} {attribute}={value}");
                }
            }
        }
        let scripts = scraper::Selector::parse("script").unwrap();
        for script in page.select(&scripts) {
            let from = script.value().attr("src").unwrap();
            assert!(from.starts_with("/static/"), "{from}");
        }
    }
}
