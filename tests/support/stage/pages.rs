//! What stands beside Kratos and this application: another application people go back to, and the
//! plain pages of login, recovery, verification and errors, which a real Kratos has none of. They
//! look like the stand-in's.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{COOKIE, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use serde_json::Value;
use tokio::net::TcpListener;
use url::Url;

use super::kratos::Kratos;

/// See the module.
pub struct Pages(Arc<Keeper>);

struct Keeper {
    http: reqwest::Client,
    /// Kratos as it is reached from here, and by the browser.
    kratos: OnceLock<(Url, Url)>,
}

#[derive(Deserialize)]
struct Asked {
    flow: Option<String>,
    return_to: Option<String>,
    id: Option<String>,
}

impl Pages {
    /// Serves them, and says where the other application is.
    pub async fn serve(http: reqwest::Client, host: &str) -> (Self, Url) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let home = format!("http://{host}:{}/", listener.local_addr().unwrap().port()).parse().unwrap();
        let pages = Self(Arc::new(Keeper { http, kratos: OnceLock::new() }));
        let home_page = async || Html("<!doctype html><title>Home</title><p>The other application</p>");
        let router = pages.router().fallback(home_page);
        tokio::spawn(kratos_account::serve(listener, router, std::future::pending()));
        (pages, home)
    }

    /// Kratos' pages alone, for another place.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/kratos/error", get(error))
            .route("/kratos/{kind}", get(flow))
            .with_state(Arc::clone(&self.0))
    }

    /// Says whose flows they show.
    pub fn show(&self, kratos: &Kratos) {
        self.0.kratos.set((kratos.inner.clone(), kratos.browser.clone())).unwrap();
    }
}

/// A flow as a page. Without a flow, Kratos is asked to begin one.
async fn flow(
    State(keeper): State<Arc<Keeper>>,
    Path(kind): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let (_, browser) = keeper.kratos.get().unwrap();
    let Some(id) = asked.flow else {
        let path = format!("{}/self-service/{kind}/browser", browser.path().trim_end_matches('/'));
        let mut start = browser.join(&path).unwrap();
        if let Some(back) = asked.return_to {
            start.query_pairs_mut().append_pair("return_to", &back);
        }
        return (StatusCode::SEE_OTHER, [(LOCATION, start.to_string())]).into_response();
    };
    let (status, flow) = keeper.ask(&format!("/self-service/{kind}/flows?id={id}"), &headers).await;
    if status != 200 {
        return error_page(status, &flow["error"]);
    }
    let nodes: Vec<&Value> = flow["ui"]["nodes"].as_array().into_iter().flatten().collect();
    let mut groups: Vec<&str> =
        nodes.iter().map(|node| text(&node["group"])).filter(|group| *group != "default").collect();
    groups.sort_unstable();
    groups.dedup();
    let forms: String = groups.iter().map(|group| form(&flow["ui"], &nodes, group)).collect();
    page(&format!("Kratos' {kind}"), &format!("{}{forms}", messages(&flow["ui"]["messages"])))
}

/// The form of a group: its nodes, and those that belong to all.
fn form(ui: &Value, nodes: &[&Value], group: &str) -> String {
    let parts: String = nodes
        .iter()
        .filter(|node| node["group"] == group || node["group"] == "default")
        .map(|node| show(node))
        .collect();
    let (method, action) = (escape(text(&ui["method"])), escape(text(&ui["action"])));
    format!("<form method=\"{method}\" action=\"{action}\">{parts}</form>")
}

fn show(node: &Value) -> String {
    let attributes = &node["attributes"];
    let label = escape(text(&node["meta"]["label"]["text"]));
    if node["type"] == "a" {
        let (id, href) = (text(&attributes["id"]), escape(text(&attributes["href"])));
        return format!("<a data-testid=\"node/anchor/{id}\" href=\"{href}\">{label}</a>");
    }
    if node["type"] != "input" {
        return String::new();
    }
    let name = escape(text(&attributes["name"]));
    let value = match &attributes["value"] {
        Value::Null => String::new(),
        Value::String(text) => escape(text),
        other => escape(&other.to_string()),
    };
    let said = messages(&node["messages"]);
    match text(&attributes["type"]) {
        "submit" => format!("<button name=\"{name}\" value=\"{value}\" formnovalidate>{label}</button>{said}"),
        "button" => String::new(),
        kind => format!("<label>{label}<input type=\"{kind}\" name=\"{name}\" value=\"{value}\"></label>{said}"),
    }
}

fn messages(messages: &Value) -> String {
    let show = |message: &Value| {
        format!("<p data-testid=\"ui/message/{}\">{}</p>", message["id"], escape(text(&message["text"])))
    };
    messages.as_array().into_iter().flatten().map(show).collect()
}

/// What went wrong, as Kratos keeps it.
async fn error(State(keeper): State<Arc<Keeper>>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    let id = asked.id.unwrap_or_default();
    let (status, body) = keeper.ask(&format!("/self-service/errors?id={id}"), &headers).await;
    error_page(status, &body["error"])
}

fn error_page(status: u16, error: &Value) -> Response {
    let said = [&error["id"], &error["message"], &error["reason"]].map(|part| escape(text(part))).join("</p><p>");
    page("Kratos' error", &format!("<p>{status}</p><p>{said}</p>"))
}

fn page(title: &str, body: &str) -> Response {
    Html(format!("<!doctype html><title>{title}</title><h1>{title}</h1>{body}")).into_response()
}

impl Keeper {
    async fn ask(&self, path: &str, headers: &HeaderMap) -> (u16, Value) {
        let (inner, _) = self.kratos.get().unwrap();
        let mut request = self.http.get(inner.join(path).unwrap()).header("accept", "application/json");
        for cookie in headers.get_all(COOKIE) {
            request = request.header(COOKIE, cookie);
        }
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), serde_json::from_str(&answer.text().await.unwrap()).unwrap())
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Escapes text for HTML and for attributes in double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&#34;")
}
