//! Recorded requests, sent again in the situation they were recorded in.

use crate::browser::{Browser, Seen, token};
use crate::compare::Comparison;
use kratos_stand_in::StandIn;
use serde_json::Value;
use std::collections::BTreeMap;

/// The password of everybody in the newer recordings.
pub(crate) const PASSWORD: &str = "Corr3ct-horse-b4ttery";

/// One browser, the flow it is at, and the recordings it is held against.
pub(crate) struct Story<'a> {
    /// What is held against what.
    pub(crate) comparison: &'a mut Comparison,
    /// The stand-in.
    pub(crate) stand_in: &'a StandIn,
    /// The browser.
    pub(crate) browser: Browser<'a>,
    /// The flow as it was read last; null before there is one.
    pub(crate) flow: Value,
    /// The challenge of Hydra's that stands for the recorded one.
    pub(crate) challenge: String,
    /// The token or code that stands for the one in a recorded URL.
    pub(crate) secret: String,
}

/// Whether a text is an id.
fn is_id(text: &str) -> bool {
    text.len() == 36 && text.matches('-').count() == 4
}

impl<'a> Story<'a> {
    /// A story that begins with a browser that was never anywhere.
    pub(crate) fn new(comparison: &'a mut Comparison, stand_in: &'a StandIn) -> Self {
        let (challenge, secret) = (String::new(), String::new());
        Self { comparison, stand_in, browser: Browser::new(stand_in), flow: Value::Null, challenge, secret }
    }

    /// Sends a recorded request and holds the answer against the recorded one.
    pub(crate) async fn hold(&mut self, name: &str) -> Seen {
        self.hold_with(name, &[]).await
    }

    /// The same, with other values in some fields.
    pub(crate) async fn hold_with(&mut self, name: &str, other: &[(&str, &str)]) -> Seen {
        let seen = self.send(name, other).await;
        self.comparison.hold(name, &seen);
        seen
    }

    /// Sends a recorded request, with other values in some fields; the answer is nobody's business.
    pub(crate) async fn send(&mut self, name: &str, other: &[(&str, &str)]) -> Seen {
        let request = self.comparison.recording(name)["request"].clone();
        let url = self.url(request["url"].as_str().unwrap());
        let accept = request["headers"]["Accept"].as_str().unwrap_or("*/*").to_owned();
        let had_cookie = request["has_cookie"].as_bool().unwrap();
        if had_cookie && self.browser.jar.is_empty() {
            self.browser.json("/self-service/login/browser").await;
        }
        let jar = (!had_cookie).then(|| std::mem::take(&mut self.browser.jar));
        let body = request["body"].as_object().map(|body| self.body(body, other));
        let body = body.map(|body| ("application/x-www-form-urlencoded", body));
        let method = request["method"].as_str().unwrap();
        let seen = self.browser.send(method, &url, &accept, body).await;
        // A browser without a cookie keeps the one it gets where something begins; elsewhere it was another browser.
        if let Some(jar) = jar.filter(|jar| !url.contains("/browser") && !jar.is_empty()) {
            self.browser.jar = jar;
        }
        self.learn(&seen, &url).await;
        seen
    }

    /// A recorded URL with the ids of now.
    fn url(&self, recorded: &str) -> String {
        let (path, query) = recorded.split_once('?').unwrap_or((recorded, ""));
        let id = self.flow["id"].as_str().unwrap_or_default();
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match name {
                "flow" | "id" if is_id(value) && !value.starts_with("00000000") && !id.is_empty() => {
                    format!("{name}={id}")
                }
                "login_challenge" if !self.challenge.is_empty() && value.len() > 60 => {
                    format!("{name}={}", self.challenge)
                }
                "token" | "code" if !self.secret.is_empty() => format!("{name}={}", self.secret),
                "return_to" if value.contains("flow%3D") && !id.is_empty() => {
                    let base = value.split("flow%3D").next().unwrap();
                    format!("{name}={base}flow%3D{id}")
                }
                _ => pair.to_owned(),
            }
        });
        let query: Vec<String> = pairs.collect();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
    }

    /// A recorded body with the token of now and other values.
    fn body(&self, recorded: &serde_json::Map<String, Value>, other: &[(&str, &str)]) -> String {
        let mut fields: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in recorded {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let ours = name == "csrf_token" && value.len() == 88;
            let has_token = ours
                && self.flow["ui"]["nodes"]
                    .as_array()
                    .is_some_and(|nodes| nodes.iter().any(|node| node["attributes"]["name"] == "csrf_token"));
            fields.insert(name.clone(), if has_token { token(&self.flow) } else { value });
        }
        for (name, value) in other {
            fields.insert((*name).to_owned(), (*value).to_owned());
        }
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
    }

    /// Remembers the flow of an answer of this URL, or the one it leads to.
    async fn learn(&mut self, seen: &Seen, url: &str) {
        if seen.body.get("ui").is_some() {
            self.flow = seen.body.clone();
            return;
        }
        let leads = seen.header("location").and_then(|to| to.rsplit_once("flow="));
        let (page, id) = match (leads, seen.body.get("use_flow_id").and_then(Value::as_str)) {
            (Some((page, id)), _) if is_id(&id[..36.min(id.len())]) => (page.to_owned(), id[..36].to_owned()),
            (_, Some(id)) => (url.to_owned(), id.to_owned()),
            _ => return,
        };
        let kinds = ["settings", "login", "registration", "recovery", "verification"];
        if let Some(kind) = kinds.iter().find(|kind| page.contains(*kind)) {
            self.read(kind, &id).await;
        }
    }

    /// Reads a flow, without holding it against anything.
    pub(crate) async fn read(&mut self, kind: &str, id: &str) {
        let read = self.browser.fetch(kind, id).await;
        if read.body.get("ui").is_some() {
            self.flow = read.body;
        } else {
            self.flow = serde_json::json!({"id": id, "ui": {"action": format!("/self-service/{kind}?flow={id}")}});
        }
    }

    /// Begins a flow, without holding it against anything.
    pub(crate) async fn begin(&mut self, kind: &str, query: &str) {
        let seen = self.browser.json(&format!("/self-service/{kind}/browser{query}")).await;
        assert_eq!(seen.status, 200, "{kind}{query}: {}", seen.body);
        self.flow = seen.body;
    }

    /// Sends fields to the flow as JSON is asked for, without holding the answer against anything.
    pub(crate) async fn submit(&mut self, fields: &[(&str, &str)]) -> Seen {
        let flow = self.flow.clone();
        let seen = self.browser.submit_form(&flow, fields, "application/json").await;
        self.learn(&seen, flow["ui"]["action"].as_str().unwrap()).await;
        seen
    }

    /// The same as a browser without a script.
    pub(crate) async fn submit_html(&mut self, fields: &[(&str, &str)]) -> Seen {
        let flow = self.flow.clone();
        let seen = self.browser.submit_form(&flow, fields, "text/html").await;
        self.learn(&seen, flow["ui"]["action"].as_str().unwrap()).await;
        seen
    }

    /// Begins a flow and sends a recorded form to it.
    pub(crate) async fn begin_and_hold(&mut self, kind: &str, query: &str, name: &str) -> Seen {
        self.begin(kind, query).await;
        self.hold(name).await
    }

    /// Follows an answer to the error page, and holds the error against a recording.
    pub(crate) async fn hold_error(&mut self, seen: &Seen, name: &str) {
        let id = seen.location().split("id=").nth(1).expect("an error's id");
        self.flow = serde_json::json!({"id": id});
        self.hold(name).await;
    }

    /// A person with a password.
    pub(crate) fn person(&self, email: &str) {
        let traits = serde_json::json!({"email": email, "name": {}});
        self.stand_in.create_identity(&traits, PASSWORD).unwrap();
    }

    /// Signs in with a password in a browser of its own.
    pub(crate) async fn signed_in(&mut self, email: &str) {
        self.browser = Browser::signed_in(self.stand_in, email, PASSWORD).await;
    }

    /// The code that was sent to an address last.
    pub(crate) async fn mailed(&mut self, address: &str) -> String {
        crate::proof::mailed(&mut Browser::new(self.stand_in), address).await
    }

    /// The link that was sent to an address last.
    pub(crate) async fn mailed_link(&mut self, address: &str) -> String {
        let mut browser = Browser::new(self.stand_in);
        let mails = browser.json("/admin/courier/messages").await.body;
        let mine = mails.as_array().unwrap().iter().find(|mail| mail["recipient"] == address).expect("a mail");
        let body = mine["body"].as_str().unwrap();
        body.lines().find(|line| line.starts_with("http")).expect("a link").to_owned()
    }

    /// The value of a node.
    pub(crate) fn value(&self, name: &str) -> String {
        crate::browser::node(&self.flow, name)["attributes"]["value"].as_str().unwrap_or_default().to_owned()
    }
}
