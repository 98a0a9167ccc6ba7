//! An authorization server to tell stories to, the stand-in's or a real Hydra where `HYDRA_BIN` names its
//! executable, and applications that people sign in to there.

use std::ffi::OsStr;
use std::path::PathBuf;

use axum::http::StatusCode;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use kratos_stand_in::{Config, HydraUrls};
use ring::digest::{SHA256, digest};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use url::Url;

use super::companion::{Companion, folder};
use super::kratos::Kratos;

/// The executable, if there is one.
pub fn executable() -> Option<PathBuf> {
    std::env::var_os("HYDRA_BIN").filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Addresses {
    /// Hydra as browsers and applications reach it.
    pub public: Url,
    /// Its admin API, which no browser may get to know.
    pub admin: Url,
    /// This application.
    pub app: String,
    /// Where the pages of the applications are.
    pub home: Url,
}

impl Addresses {
    /// What Kratos is told because of it, besides what it is told anyway.
    pub fn told(&self, told: Config) -> Config {
        Config {
            oauth2_provider_url: Some(self.admin.as_str().trim_end_matches('/').to_owned()),
            registration_hooks: Vec::new(),
            hydra: Some(HydraUrls {
                public: self.public.to_string(),
                login: self.page("login"),
                registration: self.page("registration"),
                consent: self.page("consent"),
                logout: self.page("oauth2/logout"),
                post_logout_redirect: self.home.to_string(),
            }),
            ..told
        }
    }

    /// A page of this application's.
    fn page(&self, name: &str) -> String {
        format!("{}/{name}", self.app)
    }
}

/// The two ports of a Hydra that is to be.
pub struct Doors {
    pub addresses: Addresses,
    public: TcpListener,
    admin: TcpListener,
}

impl Doors {
    /// Takes two free ports.
    pub async fn open(app: &str, home: &Url) -> Self {
        let listen = async || TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (public, admin) = (listen().await, listen().await);
        let port = |listener: &TcpListener| listener.local_addr().unwrap().port();
        let addresses = Addresses {
            public: format!("http://localhost:{}/", port(&public)).parse().unwrap(),
            admin: format!("http://127.0.0.1:{}/", port(&admin)).parse().unwrap(),
            app: app.to_owned(),
            home: home.clone(),
        };
        Self { addresses, public, admin }
    }
}

/// See the module.
pub struct Hydra {
    pub addresses: Addresses,
    http: reqwest::Client,
    _process: Option<Companion>,
}

impl Hydra {
    /// Starts the one that goes with this Kratos.
    pub async fn start(doors: Doors, kratos: &Kratos, http: &reqwest::Client) -> Self {
        let Doors { addresses, public, admin } = doors;
        let process = if let Some([for_browsers, for_admins]) = kratos.hydra() {
            for (listener, router) in [(public, for_browsers), (admin, for_admins)] {
                tokio::spawn(kratos_account::serve(listener, router, std::future::pending()));
            }
            None
        } else {
            drop((public, admin));
            Some(run(&addresses, http).await)
        };
        Self { addresses, http: http.clone(), _process: process }
    }

    /// Makes an application, of what it says of itself.
    pub async fn application(&self, about: Value) -> Client {
        let mut body = json!({
            "client_name": "Example App", "redirect_uris": [self.addresses.home.join("cb").unwrap().as_str()],
            "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
            "scope": "openid email profile offline tags", "token_endpoint_auth_method": "none",
            "audience": ["https://api.example.org"],
            "post_logout_redirect_uris": [self.addresses.home.join("bye").unwrap().as_str()],
        });
        for (name, value) in about.as_object().unwrap() {
            body[name] = value.clone();
        }
        let client = self.admin("admin/clients", "application/json", body.to_string()).await;
        Client {
            id: client["client_id"].as_str().unwrap().to_owned(),
            hydra: self.addresses.clone(),
            http: self.http.clone(),
        }
    }

    /// What a token is good for (RFC 7662).
    pub async fn introspect(&self, token: &str) -> Value {
        self.admin("admin/oauth2/introspect", "application/x-www-form-urlencoded", format!("token={token}")).await
    }

    async fn admin(&self, path: &str, media_type: &str, body: String) -> Value {
        let request = self.http.post(self.addresses.admin.join(path).unwrap()).header("content-type", media_type);
        let answer = request.body(body).send().await.unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_success(), "{status} {text}");
        serde_json::from_str(&text).unwrap()
    }
}

/// Starts a real one, which keeps nothing.
async fn run(addresses: &Addresses, http: &reqwest::Client) -> Companion {
    let dir = folder("hydra");
    let serve = |url: &Url| json!({"host": "127.0.0.1", "port": url.port()});
    let config = json!({
        "dsn": "memory",
        "log": {"level": "info", "format": "text"},
        "serve": {"public": serve(&addresses.public), "admin": serve(&addresses.admin), "cookies": {"same_site_mode": "Lax"}},
        "urls": {
            "self": {"issuer": addresses.public.as_str()},
            "login": addresses.page("login"),
            "registration": addresses.page("registration"),
            "consent": addresses.page("consent"),
            "logout": addresses.page("oauth2/logout"),
            "post_logout_redirect": addresses.home.as_str(),
        },
        "secrets": {"system": ["no-secret-no-secret-no-secret-no"]},
        "sqa": {"opt_out": true},
    });
    let file = dir.join("hydra.json");
    std::fs::write(&file, config.to_string()).unwrap();
    let arguments =
        [OsStr::new("serve"), OsStr::new("all"), OsStr::new("--dev"), OsStr::new("--config"), file.as_os_str()];
    let mut process = Companion::start(executable().unwrap().as_os_str(), &arguments, &dir);
    if let Err(said) = process.ready(http, &addresses.admin.join("/health/ready").unwrap()).await {
        panic!("Hydra does not start: {said}");
    }
    process
}

/// An application that people sign in to by the authorization code flow with PKCE (RFC 6749, RFC 7636).
pub struct Client {
    pub id: String,
    hydra: Addresses,
    http: reqwest::Client,
}

/// What only the application knows of a request.
const VERIFIER: &str = "dBjftJeZ4CVP-mBe92sH7Pj9ZUN5-R7sWz3bUlCxUQ0";

const STATE: &str = "a-state-that-is-long-enough";

impl Client {
    /// Where it sends browsers to sign in, and for what.
    pub fn asks_for(&self, scope: &str) -> Url {
        let mut url = self.hydra.public.join("oauth2/auth").unwrap();
        let challenge = BASE64_URL_SAFE_NO_PAD.encode(digest(&SHA256, VERIFIER.as_bytes()));
        url.query_pairs_mut().extend_pairs([
            ("client_id", &*self.id),
            ("response_type", "code"),
            ("redirect_uri", &*self.callback()),
            ("scope", scope),
            ("state", STATE),
            ("nonce", "a-nonce-that-is-long-enough"),
            ("code_challenge", &*challenge),
            ("code_challenge_method", "S256"),
        ]);
        url
    }

    fn callback(&self) -> String {
        self.hydra.home.join("cb").unwrap().into()
    }

    /// What a browser brings back that arrived there.
    #[track_caller]
    pub fn brought(&self, url: &Url, name: &str) -> Option<String> {
        assert!(url.as_str().starts_with(&self.callback()), "{url}");
        let value = |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
        assert_eq!(value("state").as_deref(), Some(STATE), "{url}");
        value(name)
    }

    /// Exchanges the code that a browser brings back.
    pub async fn exchange(&self, url: &Url) -> Value {
        let code = self.brought(url, "code").unwrap_or_else(|| panic!("a code in {url}"));
        let callback = self.callback();
        let (status, tokens) = self
            .token(&[
                ("grant_type", "authorization_code"),
                ("code", &code),
                ("redirect_uri", &callback),
                ("code_verifier", VERIFIER),
            ])
            .await;
        assert_eq!(status, 200, "{tokens}");
        tokens
    }

    /// Gets new tokens for old ones.
    pub async fn refresh(&self, tokens: &Value) -> (StatusCode, Value) {
        let token = tokens["refresh_token"].as_str().unwrap_or_else(|| panic!("a refresh token in {tokens}"));
        self.token(&[("grant_type", "refresh_token"), ("refresh_token", token)]).await
    }

    /// What the service tells of the person whose token it is.
    pub async fn userinfo(&self, tokens: &Value) -> Value {
        let token = format!("Bearer {}", tokens["access_token"].as_str().unwrap());
        let request = self.http.get(self.hydra.public.join("userinfo").unwrap()).header("authorization", token);
        serde_json::from_str(&request.send().await.unwrap().text().await.unwrap()).unwrap()
    }

    /// Where it sends browsers to sign out.
    pub fn signs_out(&self, tokens: &Value) -> Url {
        let mut url = self.hydra.public.join("oauth2/sessions/logout").unwrap();
        let back = self.hydra.home.join("bye").unwrap();
        url.query_pairs_mut()
            .append_pair("id_token_hint", tokens["id_token"].as_str().unwrap())
            .append_pair("post_logout_redirect_uri", back.as_str());
        url
    }

    async fn token(&self, pairs: &[(&str, &str)]) -> (StatusCode, Value) {
        let id = ("client_id", &*self.id);
        let form =
            url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs.iter().chain([&id])).finish();
        let request = self.http.post(self.hydra.public.join("oauth2/token").unwrap());
        let request = request.header("content-type", "application/x-www-form-urlencoded").body(form);
        let answer = request.send().await.unwrap();
        (answer.status(), serde_json::from_str(&answer.text().await.unwrap()).unwrap())
    }
}

/// What an ID token tells of the person, without what it tells of itself.
pub fn claims(tokens: &Value) -> Value {
    let token = tokens["id_token"].as_str().unwrap_or_else(|| panic!("an ID token in {tokens}"));
    let part = BASE64_URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap();
    let mut claims: Value = serde_json::from_slice(&part).unwrap();
    let own = ["acr", "amr", "at_hash", "aud", "auth_time", "azp", "exp", "iat", "iss", "jti", "nonce", "rat", "sid"];
    for name in own {
        claims.as_object_mut().unwrap().remove(name);
    }
    claims
}
