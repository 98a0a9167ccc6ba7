//! A Kratos that says of its settings what it is told to, as a real one does to whoever has no cookie.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kratos_account::{Listener, Tls, serve};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use url::Url;

use crate::support::{listen, recording};

/// Its settings. `{self}` stands for where it listens.
#[derive(Clone)]
pub struct Scripted {
    /// `serve.public.base_url`
    pub base_url: &'static str,
    /// `selfservice.flows.*.ui_url`, but for those said otherwise.
    pub pages: &'static str,
    /// `selfservice.flows.NAME.ui_url`
    pub page: Vec<(&'static str, &'static str)>,
    /// What it does not offer.
    pub off: Vec<&'static str>,
    /// `selfservice.allowed_return_urls`
    pub allowed: Vec<&'static str>,
    /// What follows the value in its cookies.
    pub cookie: &'static str,
    /// How many seconds its clock is ahead.
    pub ahead: i64,
    /// Whether it is as old as 0.13.
    pub old: bool,
}

impl Default for Scripted {
    /// What is right for an application at `https://id.example.org/account`.
    fn default() -> Self {
        Self {
            base_url: "https://id.example.org/kratos/",
            pages: "https://id.example.org/account",
            page: Vec::new(),
            off: Vec::new(),
            allowed: vec!["https://app.example.org"],
            cookie: "; Path=/; Max-Age=31536000; HttpOnly; Secure; SameSite=Lax",
            ahead: 0,
            old: false,
        }
    }
}

impl Scripted {
    /// Serves it below `path`, and tells where that is.
    pub async fn serve_below(self, path: &str) -> Url {
        let kratos = self.router();
        let router = if path.is_empty() { kratos } else { Router::new().nest(path, kratos) };
        let url = listen(router).await;
        url.join(path).unwrap()
    }

    /// Serves it by TLS, with a certificate of its own, and tells where that is but for the scheme.
    pub async fn serve_by_tls(self) -> Url {
        let folder = tempfile::tempdir().unwrap();
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let (certificate, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
        std::fs::write(&certificate, made.cert.pem()).unwrap();
        std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        let tls = Tls::load(&certificate, &key).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        tokio::spawn(serve(Listener::from(listener).with_tls(tls), self.router(), std::future::pending()));
        format!("http://localhost:{port}").parse().unwrap()
    }

    fn router(self) -> Router {
        let old = self.old;
        let mut router = Router::new()
            .route("/self-service/{kind}/browser", get(start))
            .route("/sessions/whoami", get(|| async { error(401, "session_inactive") }))
            .route("/health/ready", get(|| async { r#"{"status":"ok"}"# }));
        if !old {
            router = router.route("/sessions/token-exchange", get(|| async { error(400, "") }));
        }
        router.fallback(|| async { (StatusCode::NOT_FOUND, "404 page not found\n") }).with_state(Arc::new(self))
    }

    fn ui_url(&self, name: &str) -> String {
        let own = self.page.iter().find(|(page, _)| *page == name);
        own.map_or_else(|| format!("{}/{name}", self.pages), |(_, url)| (*url).to_owned())
    }
}

fn error(status: u16, id: &str) -> Response {
    let body = json!({"error": {"code": status, "id": id, "reason": "told"}}).to_string();
    (StatusCode::from_u16(status).unwrap(), [("content-type", "application/json")], body).into_response()
}

async fn start(
    State(kratos): State<Arc<Scripted>>,
    Path(kind): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
    headers: HeaderMap,
) -> Response {
    let as_json = headers["accept"] == "application/json";
    let return_to = query.iter().find(|(name, _)| name == "return_to").map(|(_, url)| url);
    let forbidden = return_to.is_some_and(|to| !kratos.allowed.iter().any(|allowed| to.starts_with(allowed)));
    let refused = forbidden || kratos.off.contains(&kind.as_str());
    let cookie = [("set-cookie", format!("csrf_token_1=x{}", kratos.cookie))];
    let id = "2ba28269-d01f-43e1-8044-cd0efe1b3285";
    let answer = match (as_json, refused) {
        (true, true) => error(400, "self_service_flow_return_to_forbidden"),
        (true, false) => {
            let mut flow: Value = recording::read("login/fresh").response.body;
            flow["ui"]["action"] = format!("{}self-service/{kind}?flow={id}", kratos.base_url).into();
            let now = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(kratos.ahead);
            flow["issued_at"] = now.to_string().into();
            (StatusCode::OK, [("content-type", "application/json")], flow.to_string()).into_response()
        }
        (false, true) => see_other(format!("{}?id={id}", kratos.ui_url("error"))),
        (false, false) => see_other(format!("{}?flow={id}", kratos.ui_url(&kind))),
    };
    (cookie, answer).into_response()
}

fn see_other(to: String) -> Response {
    (StatusCode::SEE_OTHER, [("location", to)]).into_response()
}
