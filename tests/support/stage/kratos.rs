//! A Kratos to tell stories to: the stand-in, or a real one. What is asked of either is the same.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::http::Method;
use kratos_stand_in::{Provider, StandIn};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use url::Url;

use super::Kind;
use super::companion::Companion;
use super::real;

/// How it is set up; all else is what [`real`] writes down.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Kratos' own settings, by its own names, which either is told in full.
    pub told: kratos_stand_in::Config,
    /// Where its own pages are, with a slash at the end: a real Kratos has none of itself.
    pub pages: String,
    /// The host's name.
    pub host: &'static str,
}

/// See the module.
pub struct Kratos {
    /// As the browser reaches it.
    pub browser: Url,
    /// As this application reaches it.
    pub inner: Url,
    /// Its admin API.
    pub admin: Url,
    /// How long after signing in sensitive changes may be made.
    privileged: Duration,
    /// How long a settings flow lives.
    lifespan: Duration,
    engine: Engine,
    http: reqwest::Client,
}

/// The providers, which are one behind both names: id and label.
pub const PROVIDERS: [(&str, &str); 2] = [("hydra", "Ory"), ("acme", "Acme")];

enum Engine {
    StandIn(StandIn),
    Real { _process: Companion, dir: std::path::PathBuf },
}

impl Kratos {
    /// Starts one.
    pub async fn start(kind: Kind, setup: Setup, http: &reqwest::Client) -> Self {
        let told = &setup.told;
        let (privileged, lifespan) = (told.privileged_session_max_age, told.flow_lifespan);
        let http = http.clone();
        match kind {
            Kind::StandIn => {
                let listen = async || TcpListener::bind("127.0.0.1:0").await.unwrap();
                let (listener, provider, admin) = (listen().await, listen().await, listen().await);
                let admin_port = admin.local_addr().unwrap().port();
                let port = listener.local_addr().unwrap().port();
                let browser = told.public_url.clone().unwrap_or_else(|| format!("http://{}:{port}", setup.host));
                let config = kratos_stand_in::Config {
                    public_url: Some(browser.clone()),
                    providers: PROVIDERS.map(|(id, label)| Provider::new(id, Some(label))).to_vec(),
                    ..setup.told
                };
                let stand_in = StandIn::start_on(config, listener, provider).unwrap();
                tokio::spawn(kratos_account::serve(admin, stand_in.admin_router(), std::future::pending()));
                let engine = Engine::StandIn(stand_in);
                let inner: Url = format!("http://127.0.0.1:{port}").parse().unwrap();
                Self {
                    browser: browser.parse().unwrap(),
                    admin: format!("http://127.0.0.1:{admin_port}").parse().unwrap(),
                    inner,
                    privileged,
                    lifespan,
                    engine,
                    http,
                }
            }
            Kind::Real => {
                let real::Started { browser, inner, admin, process, dir } = real::start(&setup, &http).await;
                let engine = Engine::Real { _process: process, dir };
                Self { browser, inner, admin, privileged, lifespan, engine, http }
            }
        }
    }

    /// Its own pages, if it has any.
    pub fn own_pages(&self) -> Option<axum::Router> {
        match &self.engine {
            Engine::StandIn(stand_in) => Some(stand_in.router()),
            Engine::Real { .. } => None,
        }
    }

    /// The Hydra that it plays as well: for browsers, and for this application.
    pub fn hydra(&self) -> Option<[axum::Router; 2]> {
        match &self.engine {
            Engine::StandIn(stand_in) => Some([stand_in.hydra_router(), stand_in.hydra_admin_router()]),
            Engine::Real { .. } => None,
        }
    }

    /// Makes an account of these traits, in JSON, and credentials, whose address is verified.
    pub async fn create_verified(&self, email: &str, traits: &Value, credentials: Value) {
        let address = json!({"value": email, "via": "email", "verified": true, "status": "completed"});
        let body = json!({
            "schema_id": "default", "traits": traits, "credentials": credentials, "verifiable_addresses": [address],
        });
        let answer = self.http.post(self.admin.join("/admin/identities").unwrap());
        let answer = answer.header("content-type", "application/json").body(body.to_string()).send().await.unwrap();
        let status = answer.status();
        assert_eq!(status, 201, "{}", answer.text().await.unwrap());
    }

    /// Makes an account of these traits, in JSON, and credentials.
    pub async fn create(&self, traits: &str, credentials: Value) {
        drop(self.create_of("default", traits, credentials).await);
    }

    /// The same, of another schema.
    pub async fn create_of(&self, schema: &str, traits: &str, credentials: Value) -> Value {
        let body = format!(r#"{{"schema_id":"{schema}","traits":{traits},"credentials":{credentials}}}"#);
        let request = self.http.post(self.admin.join("/admin/identities").unwrap());
        let answer = request.header("content-type", "application/json").body(body).send().await.unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        assert_eq!(status, 201, "{schema}: {text}");
        serde_json::from_str(&text).unwrap()
    }

    /// Asks the admin API to do something, and gives its answer.
    pub async fn administer(&self, method: Method, path: &str, body: &Value) -> Value {
        let request = self.http.request(method, self.admin.join(path).unwrap());
        let request = request.header("content-type", "application/json").body(body.to_string());
        let answer = request.send().await.unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_success(), "{path}: {status} {text}");
        serde_json::from_str(&text).unwrap()
    }

    /// Puts a schema in the place of another of the same id, as an operator does. The stand-in
    /// cannot: tells whether it was done.
    pub fn replace_schema(&self, id: &str, schema: &str) -> bool {
        match &self.engine {
            Engine::StandIn(_) => false,
            Engine::Real { dir, .. } => {
                std::fs::write(real::schema_file(dir, id), schema).unwrap();
                true
            }
        }
    }

    /// What it says, as JSON, to whoever has these cookies.
    pub async fn ask(&self, path: &str, cookies: &str) -> (u16, Value) {
        let (status, text) = self.ask_for_text(path, cookies).await;
        (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
    }

    /// The same, to the letter.
    pub async fn ask_for_text(&self, path: &str, cookies: &str) -> (u16, String) {
        let request = self.http.get(self.inner.join(path).unwrap());
        let answer = request.header("accept", "application/json").header("cookie", cookies).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    /// The newest mail to somebody, as soon as there is one from this template.
    pub async fn mail(&self, to: &str, template: &str) -> String {
        let mut url = self.admin.join("/admin/courier/messages").unwrap();
        url.query_pairs_mut().append_pair("recipient", to);
        let started = Instant::now();
        loop {
            let text = self.http.get(url.clone()).send().await.unwrap().text().await.unwrap();
            let mails: Vec<Value> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
            if let Some(mail) = mails.iter().find(|mail| mail["template_type"] == template) {
                return mail["body"].as_str().unwrap().to_owned();
            }
            assert!(started.elapsed() < Duration::from_secs(10), "no {template} for {to}: {text}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Lets time pass. The stand-in's clock is moved on; a real Kratos is waited for.
    pub async fn pass(&self, time: Duration) {
        match &self.engine {
            Engine::StandIn(stand_in) => stand_in.advance(time),
            Engine::Real { .. } => tokio::time::sleep(time).await,
        }
    }

    /// Lets so much time pass that whoever is signed in now must prove it again.
    pub async fn outlive_privilege(&self) {
        self.pass(self.privileged + Duration::from_millis(100)).await;
    }

    /// Lets so much time pass that the settings flows there are now have expired.
    pub async fn outlive_flows(&self) {
        self.pass(self.lifespan + Duration::from_millis(100)).await;
    }

    /// The time there, in seconds since 1970.
    pub fn now(&self) -> u64 {
        match &self.engine {
            Engine::StandIn(stand_in) => u64::try_from(stand_in.now()).unwrap(),
            Engine::Real { .. } => SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs(),
        }
    }
}

/// The six digits in a mail.
pub fn code_in(mail: &str) -> String {
    let code = mail.split(|character: char| !character.is_ascii_digit()).find(|digits| digits.len() == 6);
    code.unwrap_or_else(|| panic!("a code in {mail}")).to_owned()
}

/// The link in a mail.
pub fn link_in(mail: &str) -> String {
    let link = mail.split_whitespace().find(|word| word.starts_with("http"));
    link.unwrap_or_else(|| panic!("a link in {mail}")).to_owned()
}
