//! A browser as far as HTTP goes: cookies, and no redirect is followed.

use axum::body::Body;
use axum::http::{Request, header};
use kratos_stand_in::StandIn;
use serde_json::Value;
use std::collections::BTreeMap;
use tower::ServiceExt;

/// Where Kratos is in the recordings.
pub(crate) const KRATOS: &str = "http://localhost:4433";

/// A cookie jar in front of a stand-in.
pub(crate) struct Browser<'a> {
    /// Whom it talks to.
    stand_in: &'a StandIn,
    /// The cookies.
    pub(crate) jar: BTreeMap<String, String>,
}

/// What came back.
pub(crate) struct Seen {
    /// The status.
    pub(crate) status: u16,
    /// The headers, in order.
    pub(crate) headers: Vec<(String, String)>,
    /// The body; text that is no JSON is a string.
    pub(crate) body: Value,
}

impl Seen {
    /// A header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Where a redirect leads.
    pub(crate) fn location(&self) -> &str {
        self.header("location").unwrap_or_else(|| panic!("no redirect: {} {}", self.status, self.body))
    }

    /// The flow a redirect leads to.
    pub(crate) fn flow(&self) -> String {
        self.location().split("flow=").nth(1).expect("a flow in the redirect").to_owned()
    }
}

/// The CSRF token of a flow.
pub(crate) fn token(flow: &Value) -> String {
    node(flow, "csrf_token")["attributes"]["value"].as_str().expect("a token").to_owned()
}

/// A node of a flow by its name or id.
pub(crate) fn node<'a>(flow: &'a Value, name: &str) -> &'a Value {
    let nodes = flow["ui"]["nodes"].as_array().expect("a flow");
    let is = |node: &&Value| node["attributes"]["name"] == name || node["attributes"]["id"] == name;
    nodes.iter().find(is).unwrap_or_else(|| panic!("no node {name}"))
}

impl<'a> Browser<'a> {
    /// A browser that was never anywhere.
    pub(crate) fn new(stand_in: &'a StandIn) -> Self {
        Self { stand_in, jar: BTreeMap::new() }
    }

    /// A browser with a session of a person.
    pub(crate) async fn signed_in(stand_in: &'a StandIn, email: &str, password: &str) -> Self {
        let mut browser = Self::new(stand_in);
        let flow = browser.json("/self-service/login/browser").await.body;
        let fields = [("method", "password"), ("identifier", email), ("password", password)];
        let seen = browser.submit(&flow, &fields, true).await;
        assert!(matches!(seen.status, 200 | 422), "signing in: {} {}", seen.status, seen.body);
        browser
    }

    /// Sends anything.
    pub(crate) async fn send(&mut self, method: &str, url: &str, accept: &str, body: Option<(&str, String)>) -> Seen {
        let cookies: Vec<String> = self.jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (router, path) = match url.strip_prefix(self.stand_in.provider_url()) {
            Some(path) => (self.stand_in.provider_router(), path),
            None => (self.stand_in.router(), url.strip_prefix(KRATOS).unwrap_or(url)),
        };
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost:4433");
        request = request.header(header::ACCEPT, accept);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let (kind, body) = body.unwrap_or_default();
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let response = router.oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        let text = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
        let headers: Vec<_> =
            response.headers().iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect();
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        for (_, cookie) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if cookie.contains("Max-Age=0") {
                self.jar.remove(name);
            } else {
                self.jar.insert(name.to_owned(), value.to_owned());
            }
        }
        let body = serde_json::from_slice(&bytes)
            .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned()));
        Seen { status, headers, body }
    }

    /// GET as a program.
    pub(crate) async fn json(&mut self, url: &str) -> Seen {
        self.send("GET", url, "application/json", None).await
    }

    /// GET as a browser.
    pub(crate) async fn html(&mut self, url: &str) -> Seen {
        self.send("GET", url, "text/html", None).await
    }

    /// Reads a flow.
    pub(crate) async fn fetch(&mut self, kind: &str, id: &str) -> Seen {
        self.json(&format!("/self-service/{kind}/flows?id={id}")).await
    }

    /// Begins a settings flow and reads it.
    pub(crate) async fn settings(&mut self) -> Value {
        let seen = self.json("/self-service/settings/browser").await;
        assert_eq!(seen.status, 200, "{}", seen.body);
        seen.body
    }

    /// Sends a form of a flow, with its token, as JSON or as a form.
    pub(crate) async fn submit(&mut self, flow: &Value, fields: &[(&str, &str)], json: bool) -> Seen {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        self.submit_with(flow, &token(flow), fields.collect(), json).await
    }

    /// Sends a form of a flow with any token.
    pub(crate) async fn submit_with(
        &mut self,
        flow: &Value,
        token: &str,
        mut fields: Vec<(String, String)>,
        json: bool,
    ) -> Seen {
        fields.push(("csrf_token".to_owned(), token.to_owned()));
        let action = flow["ui"]["action"].as_str().unwrap().to_owned();
        if json {
            let body: serde_json::Map<String, Value> =
                fields.into_iter().map(|(name, value)| (name, value.into())).collect();
            let body = serde_json::to_string(&body).unwrap();
            return self.send("POST", &action, "application/json", Some(("application/json", body))).await;
        }
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send("POST", &action, "text/html", Some(("application/x-www-form-urlencoded", body))).await
    }

    /// Sends a form of a flow, with its token if it has one, and asks for this type.
    pub(crate) async fn submit_form(&mut self, flow: &Value, fields: &[(&str, &str)], accept: &str) -> Seen {
        let nodes = flow["ui"]["nodes"].as_array().into_iter().flatten();
        let token = nodes.into_iter().find(|node| node["attributes"]["name"] == "csrf_token");
        let token = token.map(|node| ("csrf_token", node["attributes"]["value"].as_str().unwrap()));
        let action = flow["ui"]["action"].as_str().unwrap().to_owned();
        let pairs = fields.iter().copied().chain(token);
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        self.send("POST", &action, accept, Some(("application/x-www-form-urlencoded", body))).await
    }

    /// Goes through the provider's page with Allow or Deny, and back.
    pub(crate) async fn at_provider(&mut self, url: &str, subject: &str, decision: &str) -> Seen {
        self.back_from_provider(url, &[("sub", subject), ("decision", decision)]).await
    }

    /// Goes through the provider's page with these answers, and back.
    pub(crate) async fn back_from_provider(&mut self, url: &str, more: &[(&str, &str)]) -> Seen {
        let back = self.decided(url, more).await;
        self.html(&back).await
    }

    /// Goes through the provider's page with these answers, and gives the way back.
    pub(crate) async fn decided(&mut self, url: &str, more: &[(&str, &str)]) -> String {
        let query = url.split_once('?').unwrap().1;
        let pairs: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).extend_pairs(more).finish();
        let decide = format!("{}/decide", self.stand_in.provider_url());
        let kind = "application/x-www-form-urlencoded";
        // The provider is another origin: none of Kratos' cookies get there.
        let mut there = Browser::new(self.stand_in);
        let decided = there.send("POST", &decide, "text/html", Some((kind, body))).await;
        self.jar.extend(there.jar);
        decided.location().to_owned()
    }
}
