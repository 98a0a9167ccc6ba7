//! Pages for applications (OAuth 2.0): what Hydra is told, and what the browser gets.

mod challenge;
mod connected;
mod consent;
mod sign_out;

use axum::http::Method;
use kratos_account::Config;
use serde_json::{Value, json};

use crate::support::{Answer, Application, Reply, Upstream, config, recording};

/// Whom the recorded request is about.
const ADA: &str = "ba7dc8a4-0e9e-49a9-8115-f383e9b8e17f";

/// Where the recorded Hydra is, as the browser reaches it.
const PUBLIC: &str = "http://localhost:4445";

/// What a browser says of a form of our own page.
const OWN: [(&str, &str); 3] = [
    ("content-type", "application/x-www-form-urlencoded"),
    ("sec-fetch-site", "same-origin"),
    ("cookie", "ory_kratos_session=secret"),
];

/// A Kratos, a Hydra, and this application.
struct Stage {
    kratos: Upstream,
    hydra: Upstream,
    app: Application,
}

impl Stage {
    /// Both answer as they are told.
    async fn new(kratos: impl IntoIterator<Item = Answer>, hydra: impl IntoIterator<Item = Answer>) -> Self {
        Self::with(kratos, hydra, |_| {}).await
    }

    async fn with(
        kratos: impl IntoIterator<Item = Answer>,
        hydra: impl IntoIterator<Item = Answer>,
        change: impl FnOnce(&mut Config),
    ) -> Self {
        let (kratos, hydra) = (Upstream::start(kratos).await, Upstream::start(hydra).await);
        let mut config = config(kratos.url.clone());
        config.kratos_browser_url = Some("http://localhost:4433".parse().unwrap());
        config.hydra_admin_url = Some(hydra.url.clone());
        config.hydra_public_url = Some(PUBLIC.parse().unwrap());
        change(&mut config);
        Self { app: Application::with(config).await, kratos, hydra }
    }

    /// Sends a form of our own page.
    async fn press(&self, target: &str, body: &str) -> Reply {
        let reply = self.app.send(Method::POST, target, &OWN, body.to_owned()).await;
        self.keeps_its_secrets(&reply);
        reply
    }

    async fn get(&self, target: &str) -> Reply {
        let reply = self.app.get(target, &[("cookie", "ory_kratos_session=secret")]).await;
        self.keeps_its_secrets(&reply);
        reply
    }

    /// Hydra's admin API never reaches a browser, and no cookie reaches Hydra.
    #[track_caller]
    fn keeps_its_secrets(&self, reply: &Reply) {
        let admin = self.hydra.url.authority();
        assert!(!reply.body.contains(admin) && !format!("{:?}", reply.headers).contains(admin), "{reply:?}");
        for received in self.hydra.received() {
            let names: Vec<&str> = received.headers.keys().map(axum::http::HeaderName::as_str).collect();
            assert!(received.headers.get("cookie").is_none(), "{names:?}");
            assert!(names.iter().all(|name| !name.starts_with("x-forwarded")), "{names:?}");
            assert_eq!(received.header("accept"), ["application/json"]);
        }
    }

    /// What Hydra was told, which is one thing at most: path and body.
    #[track_caller]
    fn told(&self) -> Option<(String, Value)> {
        let told: Vec<_> = self.hydra.received().into_iter().filter(|request| request.method != Method::GET).collect();
        assert!(told.len() <= 1, "{told:?}");
        let told = told.first()?;
        let path = told.target.split('?').next().unwrap().to_owned();
        Some((path, serde_json::from_slice(&told.body).unwrap_or_default()))
    }
}

/// Somebody's session at Kratos.
fn session(id: &str) -> Value {
    json!({
        "id": "0f3b7c1e-2a57-4a55-8a9d-8f1cf5f6a3f0", "active": true, "authenticator_assurance_level": "aal1",
        "identity": {
            "id": id, "schema_id": "default", "schema_url": "http://localhost:4433/schemas/default",
            "traits": {"email": "ada@example.org", "name": {"first": "Ada"}, "groups": ["math"]},
            "verifiable_addresses": [{"value": "ada@example.org", "via": "email", "verified": true}],
        },
    })
}

fn signed_in() -> Answer {
    Answer::json(200, &session(ADA))
}

/// What an application asks for, as Hydra told it; changed.
fn asked(change: impl FnOnce(&mut Value)) -> Answer {
    let mut body = recording::read("consent/get").response.body;
    change(&mut body);
    Answer::json(200, &body)
}

fn accepted() -> Answer {
    Answer::recorded("consent/accept")
}

/// Where the page moves on to by itself.
#[track_caller]
fn moves_on(reply: &Reply) -> &str {
    reply.page(200);
    reply.header("refresh").unwrap().strip_prefix("0; url=").unwrap()
}
