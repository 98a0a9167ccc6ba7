//! Recorded answers, served as Kratos would: each recorded state of a flow under a flow id of its
//! own. What is sent is not kept: there is no Kratos behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use serde_json::Value;

use super::recording::{self, Recording};

/// The Kratos that was recorded.
const RECORDED: &str = "http://localhost:4433";

/// What the flow that a start answers with shows.
const STARTED: &str = "settings/fresh";

/// The recorded states, by flow id, and where they are served.
#[derive(Clone, Debug)]
pub struct Replay {
    own: String,
    states: Arc<BTreeMap<String, (String, Recording)>>,
}

impl Replay {
    /// To be served at `own`, as the browser reaches it: `http://localhost:4433`.
    pub fn at(own: &str) -> Self {
        let mut shapes = BTreeSet::new();
        let states = recording::names()
            .into_iter()
            .map(|name| (recording::read(&name), name))
            .filter(|(recording, name)| {
                let is_flow = recording.response.body.get("ui").is_some();
                match kind(name) {
                    "settings" => is_flow || recording.request.url.contains("/self-service/settings/flows?"),
                    // Many are alike.
                    "login" | "registration" | "recovery" | "verification" => {
                        is_flow && shapes.insert(shape(name, &recording.response.body))
                    }
                    _ => false,
                }
            })
            .zip(1..)
            .map(|((recording, name), number)| (format!("00000000-0000-4000-8000-{number:012}"), (name, recording)))
            .collect();
        Self { own: own.to_owned(), states: Arc::new(states) }
    }

    /// The states: flow id and name, as `settings/fresh`.
    pub fn states(&self) -> impl Iterator<Item = (&str, &str)> {
        self.states.iter().map(|(id, (name, _))| (id.as_str(), name.as_str()))
    }

    /// Kratos' paths that the settings need.
    pub fn router(self) -> Router {
        Router::new()
            .route("/self-service/{kind}/flows", get(flow))
            .route("/self-service/settings/browser", get(start))
            .route("/self-service/login/browser", get(login))
            .route("/health/ready", get(|| async { r#"{"status":"ok"}"# }))
            .with_state(self)
    }

    fn answer(&self, id: &str) -> Response {
        let Some((_, recording)) = self.states.get(id) else {
            return (StatusCode::NOT_FOUND, r#"{"error":{"code":404,"message":"Unable to locate the resource"}}"#)
                .into_response();
        };
        let Recording { response, .. } = recording;
        let mut body = response.body.to_string().replace(RECORDED, &self.own);
        if let Some(recorded) = response.body.get("id").and_then(|id| id.as_str()) {
            body = body.replace(recorded, id);
        }
        // A refused submission's flow is what a reader of the flow gets next, by 200.
        let status = if response.body.get("ui").is_some() { 200 } else { response.status };
        (StatusCode::from_u16(status).unwrap(), [(CONTENT_TYPE, "application/json")], body).into_response()
    }
}

/// The kind of flow that a recording is of.
pub fn kind(name: &str) -> &str {
    name.split(['/', '_']).next().unwrap()
}

/// What a page of a flow is made of, as far as it makes a difference to the eye.
fn shape(name: &str, flow: &Value) -> String {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let ids = |messages: &Value| list(messages).iter().map(|message| message["id"].to_string()).collect::<Vec<_>>();
    let nodes: Vec<_> = list(&flow["ui"]["nodes"])
        .iter()
        .map(|node| (node["attributes"]["name"].clone(), node["attributes"]["type"].clone(), ids(&node["messages"])))
        .collect();
    let kinds: Vec<_> = list(&flow["ui"]["messages"]).iter().map(|message| message["type"].clone()).collect();
    format!("{} {} {kinds:?} {nodes:?}", kind(name), flow["state"])
}

async fn flow(State(replay): State<Replay>, Query(query): Query<BTreeMap<String, String>>) -> Response {
    replay.answer(query.get("id").map_or("", String::as_str))
}

async fn start(State(replay): State<Replay>) -> Response {
    let id = replay.states().find(|(_, name)| *name == STARTED).map(|(id, _)| id.to_owned());
    replay.answer(&id.unwrap_or_default())
}

async fn login() -> Html<&'static str> {
    Html(
        "<!DOCTYPE html><title>Login</title><p>Kratos would ask you to sign in here. Go back to look at another state.",
    )
}
