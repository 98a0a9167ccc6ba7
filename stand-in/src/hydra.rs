//! Ory Hydra: an application asks for a person, who signs in and says what it may have, and gets tokens.
//!
//! Where `oauth2_provider.url` is set the stand-in knows such requests. A test or the demo begins one by
//! [`StandIn::login_challenge`](crate::StandIn::login_challenge); what Kratos accepts leads to that URL. With
//! [`Config::hydra`](crate::Config::hydra) it serves Hydra's own two origins as well: `public` is what browsers and
//! applications ask, `admin` what a consent page does. Tokens are opaque, ID tokens unsigned.

mod admin;
mod public;
mod tokens;

pub(crate) use admin::serve as serve_admin;
pub(crate) use public::serve as serve_public;
use tokens::{Code, Grant, Token};

use crate::call::{Call, random_text};
use crate::failure::Failure;
use crate::session::Session;
use serde_json::{Value, json};
use std::collections::HashMap;
use url::Url;
use uuid::Uuid;

/// A text of an object, empty where there is none.
fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The texts of a list of an object.
fn texts<'a>(of: &'a Value, name: &str) -> impl Iterator<Item = &'a str> {
    of.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// Sets a member of an object.
fn set(of: &mut Value, name: &str, value: impl Into<Value>) {
    if let Some(members) = of.as_object_mut() {
        members.insert(name.to_owned(), value.into());
    }
}

/// What Hydra remembers.
#[derive(Debug, Default)]
pub(crate) struct Hydra {
    /// Its requests, by their challenge.
    requests: HashMap<String, Asked>,
    /// The applications, by their id.
    clients: HashMap<String, Value>,
    /// What was told who signed in: the request and the person, by the verifier.
    signed_in: HashMap<String, (String, String)>,
    /// Requests that wait for consent, by their challenge.
    consents: HashMap<String, Consent>,
    /// What has been decided: the challenge, by the verifier.
    decided: HashMap<String, String>,
    /// What was granted, oldest first.
    grants: Vec<Grant>,
    /// What is granted in exchange for these.
    codes: HashMap<String, Code>,
    /// Who may do what with these.
    tokens: HashMap<String, Token>,
    /// The people that browsers are remembered for, by the browser.
    browsers: HashMap<String, String>,
    /// Who wants to sign out, by the challenge.
    logouts: HashMap<String, Logout>,
    /// Whether it is out of order.
    pub(crate) down: bool,
}

/// A request of an application.
#[derive(Debug)]
struct Asked {
    /// What it says of itself.
    request: Value,
    /// The URL of the application's request.
    url: String,
    /// Whether the person is remembered, and need not sign in.
    skip: bool,
    /// The browser that asks.
    browser: String,
}

/// A request that waits for consent.
#[derive(Debug)]
struct Consent {
    /// The request it is of.
    asked: String,
    /// Who signed in.
    subject: String,
    /// Whether it has been allowed for good.
    skip: bool,
    /// What was decided: a grant, or why not.
    decision: Option<Result<Value, Value>>,
    /// Whether the decision has been used.
    used: bool,
}

/// A sign-out that waits for a yes or no.
#[derive(Debug)]
struct Logout {
    /// The browser.
    browser: String,
    /// The application that asks for it.
    client: Option<Value>,
    /// Where the browser goes afterwards.
    back: String,
    /// What makes it happen, once it is accepted.
    verifier: Option<String>,
}

/// A request as a login needs it.
#[derive(Clone, Debug)]
pub(crate) struct LoginRequest {
    /// The challenge.
    pub(crate) challenge: String,
    /// Whether the person is remembered, and need not sign in.
    pub(crate) skip: bool,
}

impl Hydra {
    /// Begins a request of an application at `public`, for a person Hydra remembers or nobody, and gives its challenge.
    pub(crate) fn begin(&mut self, public: &str, subject: Option<&str>, scope: &str) -> String {
        let (challenge, client) = (random_text(48), Uuid::new_v4());
        let back = "http://localhost:4455/cb";
        let query = [
            ("client_id", client.to_string()),
            ("redirect_uri", back.to_owned()),
            ("response_type", "code".to_owned()),
            ("scope", scope.to_owned()),
            ("state", "state-12345678".to_owned()),
        ];
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let url = format!("{}/oauth2/auth?{query}", public.trim_end_matches('/'));
        let request = json!({
            "challenge": challenge,
            "client": {
                "allowed_cors_origins": [], "audience": [], "client_id": client, "client_name": "Example App",
                "client_secret_expires_at": 0, "client_uri": "", "contacts": ["ops@example.org"],
                "created_at": "2026-11-25T09:55:19Z", "grant_types": ["authorization_code", "refresh_token"],
                "jwks": {}, "logo_uri": "https://app.example.org/logo.png", "metadata": {}, "owner": "",
                "policy_uri": "https://app.example.org/privacy", "redirect_uris": [back], "response_types": ["code"],
                "scope": "openid email offline profile", "skip_consent": false, "subject_type": "public",
                "token_endpoint_auth_method": "client_secret_post", "tos_uri": "https://app.example.org/terms",
                "updated_at": "2026-11-25T09:55:19.368272Z", "userinfo_signed_response_alg": "none",
            },
            "oidc_context": {}, "request_url": url, "requested_access_token_audience": [],
            "requested_scope": scope.split(' ').collect::<Vec<_>>(), "session_id": Uuid::new_v4(),
            "skip": subject.is_some(), "subject": subject.unwrap_or_default(),
        });
        let asked = Asked { request, url, skip: subject.is_some(), browser: String::new() };
        self.requests.insert(challenge.clone(), asked);
        challenge
    }

    /// What Hydra says of a request.
    pub(crate) fn asked(&self, challenge: &str) -> Option<&Value> {
        self.requests.get(challenge).map(|asked| &asked.request)
    }
}

/// A URL with `refresh=true` in its query, which Kratos then writes in the order of the names.
pub(crate) fn with_refresh(url: &str) -> String {
    let Ok(mut url) = Url::parse(url) else { return url.to_owned() };
    let mut pairs: Vec<(String, String)> = url.query_pairs().into_owned().filter(|(key, _)| key != "refresh").collect();
    pairs.push(("refresh".to_owned(), "true".to_owned()));
    pairs.sort_by(|a, b| a.0.cmp(&b.0));
    url.query_pairs_mut().clear().extend_pairs(pairs);
    url.to_string()
}

impl Call<'_> {
    /// The request of Hydra's that the query names, if it names one.
    pub(crate) fn hydra_login(&self) -> Result<Option<LoginRequest>, Failure> {
        let Some(challenge) = self.req.raw_query("login_challenge") else { return Ok(None) };
        if self.app.config.oauth2_provider_url.is_none() {
            return Err(Failure::new(500).id("invalid_configuration").message("Invalid configuration").reason(
                "refusing to parse login_challenge query parameter because oauth2_provider.url is invalid or unset",
            ));
        }
        if challenge.is_empty() {
            return Err(Failure::new(400).reason("the login_challenge parameter is present but empty"));
        }
        let unable = "Unable to get OAuth 2.0 Login Challenge.";
        if self.state.hydra.down {
            return Err(Failure::new(500).reason(unable));
        }
        let asked = self.state.hydra.requests.get(challenge).ok_or_else(|| {
            Failure::new(400).reason(unable).details(json!({"oauth2_error_hint": "", "status_code": 404}))
        })?;
        Ok(Some(LoginRequest { challenge: challenge.to_owned(), skip: asked.skip }))
    }

    /// Tells Hydra who signed in, and gives where the browser goes on.
    pub(crate) fn hydra_accept(&mut self, challenge: &str, session: &Session) -> String {
        tracing::debug!(identity = %session.identity, "told Hydra who signed in");
        let url = self.state.hydra.requests.get(challenge).map(|asked| asked.url.clone()).unwrap_or_default();
        let Ok(mut url) = Url::parse(&url) else { return url };
        let verifier = random_text(48);
        let who = (challenge.to_owned(), session.identity.to_string());
        self.state.hydra.signed_in.insert(verifier.clone(), who);
        let mut pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        pairs.push(("login_verifier".to_owned(), verifier));
        pairs.sort_by(|a, b| a.0.cmp(&b.0));
        url.query_pairs_mut().clear().extend_pairs(pairs);
        url.to_string()
    }
}
