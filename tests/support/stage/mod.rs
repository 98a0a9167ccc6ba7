//! Where stories are told: a Kratos, real or the stand-in, this application in front of it, and
//! another application that people come from and go back to.

pub mod cases;
pub mod companion;
pub mod guarded;
pub mod hydra;
pub mod kratos;
pub mod pages;
pub mod provider;
pub mod proxy;
pub mod real;
pub mod told;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::routing::any;
use kratos_account::config::Deletion;
use kratos_account::{Account, Config};
use kratos_stand_in::{FeatureFlags, Hook, Methods, RequiredAal, Style, UiUrls, Use};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{Mutex, OnceCell};
use tower::ServiceExt as _;
use url::Url;

use hydra::{Doors, Hydra};
use kratos::{Kratos, Setup};
use proxy::{Proxy, Route};

/// Which Kratos.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    StandIn,
    Real,
}

/// How Kratos and the application are set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Two ports of one host; Kratos' own settings as far as there are any.
    Plain,
    /// Whoever signed in more than three seconds ago must prove it again.
    Brief,
    /// A settings flow lives for two seconds.
    Fleeting,
    /// One factor is enough for Kratos, whoever has two.
    OneFactor,
    /// One host behind nginx: the application at its root. Here and below it is again three seconds.
    Proxied,
    /// One host behind nginx: the application below a path.
    BelowAPath,
    /// One host without a proxy: the application serves Kratos' paths too.
    OneOrigin,
    /// Sibling hosts under one cookie domain.
    Siblings,
    /// Sibling hosts whose cookies do not reach each other, which is a mistake.
    Strangers,
    /// As plain, with the schemas of `tests/cases`.
    Cases,
    /// The same, where a settings flow lives for six seconds.
    FleetingCases,
    /// Here and below every page of Kratos' is this application's: all ways on one page.
    Whole,
    /// Sign-in and sign-up in two steps, codes as a way to sign in, an address to choose at a
    /// recovery, and a new address to confirm.
    WholeInSteps,
    /// Nobody signs in before an address is confirmed, nobody by signing up; codes are a second
    /// factor, which is asked for where a page wants it.
    WholeStrict,
    /// Recovery and verification by link, and nobody signs up.
    WholeByLink,
    /// All flows live for two seconds.
    WholeFleeting,
    /// All ways on one page, with an authorization server (Hydra) whose pages are this application's too.
    Applications,
}

impl Setting {
    const COUNT: usize = 17;

    pub fn is_proxied(self) -> bool {
        matches!(self, Self::Proxied | Self::BelowAPath)
    }

    /// Whether every page of Kratos' is this application's.
    pub fn is_whole(self) -> bool {
        matches!(
            self,
            Self::Whole
                | Self::WholeInSteps
                | Self::WholeStrict
                | Self::WholeByLink
                | Self::WholeFleeting
                | Self::Applications
        )
    }

    /// What people may do to their own account.
    fn deletion(self) -> Option<Deletion> {
        match self {
            Self::Cases | Self::FleetingCases | Self::Fleeting => None,
            Self::WholeByLink | Self::WholeStrict => Some(Deletion::Deactivate),
            _ => Some(Deletion::Delete),
        }
    }

    /// What Kratos is told because of it, besides where everything is.
    fn told(self) -> kratos_stand_in::Config {
        let is_brief =
            matches!(self, Self::Brief | Self::Proxied | Self::BelowAPath | Self::Siblings | Self::OneOrigin);
        let privileged = if is_brief { 3 } else { 3600 };
        let aal = match self {
            Self::OneFactor | Self::WholeStrict => RequiredAal::Aal1,
            _ => RequiredAal::HighestAvailable,
        };
        kratos_stand_in::Config {
            privileged_session_max_age: Duration::from_secs(privileged),
            flow_lifespan: Duration::from_secs(
                if matches!(self, Self::Fleeting | Self::FleetingCases | Self::WholeFleeting) { 2 } else { 3600 },
            ),
            settings_aal: aal,
            whoami_aal: aal,
            extra_schemas: match self {
                Self::Cases | Self::FleetingCases => cases::schemas(),
                _ if self.is_whole() => pages_schemas(),
                _ => Vec::new(),
            },
            ..self.whole()
        }
    }

    /// What Kratos is told where every page is this application's.
    fn whole(self) -> kratos_stand_in::Config {
        let default = kratos_stand_in::Config { registration_style: Style::Unified, ..Default::default() };
        match self {
            Self::WholeInSteps => kratos_stand_in::Config {
                login_style: Style::TwoSteps,
                registration_style: Style::TwoSteps,
                registration_login_hints: true,
                registration_hooks: vec![Hook::Session, Hook::ShowVerificationUi],
                methods: Methods { code_passwordless: true, ..Methods::default() },
                feature_flags: FeatureFlags {
                    choose_recovery_address: true,
                    use_continue_with_transitions: true,
                    ..FeatureFlags::default()
                },
                ..default
            },
            Self::WholeStrict => kratos_stand_in::Config {
                login_hooks: vec![Hook::RequireVerifiedAddress],
                registration_hooks: Vec::new(),
                methods: Methods { code_mfa: true, ..Methods::default() },
                ..default
            },
            Self::WholeByLink => kratos_stand_in::Config {
                recovery_use: Use::Link,
                verification_use: Use::Link,
                registration_enabled: false,
                ..default
            },
            _ => default,
        }
    }
}

/// See the module.
pub struct Stage {
    pub kratos: Kratos,
    /// This application, as the browser reaches it, without a slash at its end.
    pub app: String,
    /// The other application.
    pub home: Url,
    /// The authorization server, where there is one.
    hydra: Option<Hydra>,
    /// `/metrics`, which no browser reaches.
    metrics: Router,
    /// What no browser may get to know: the addresses behind.
    pub secrets: Vec<String>,
    pub http: reqwest::Client,
    /// Whose turn it is, with a real Kratos: its database refuses what comes while it writes.
    pub turn: Option<Arc<Mutex<()>>>,
    _proxy: Option<Proxy>,
}

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct Person {
    pub email: String,
    pub password: String,
}

/// The stage with this setting. A real Kratos is shared by all stories of a setting.
///
/// # Panics
/// When it cannot be set up.
pub async fn stage(kind: Kind, setting: Setting) -> Arc<Stage> {
    static REAL: [OnceCell<Arc<Stage>>; Setting::COUNT] = [const { OnceCell::const_new() }; Setting::COUNT];
    match kind {
        Kind::StandIn => Arc::new(Stage::set_up(kind, setting).await),
        Kind::Real => {
            let make = async || Arc::new(Stage::set_up(kind, setting).await);
            Arc::clone(REAL[setting as usize].get_or_init(make).await)
        }
    }
}

impl Stage {
    async fn set_up(kind: Kind, setting: Setting) -> Self {
        let http = client();
        let siblings = matches!(setting, Setting::Siblings | Setting::Strangers);
        let host = if siblings { "kratos.example.org" } else { "localhost" };
        let (pages, home) = pages::Pages::serve(http.clone(), host).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (front, front_listener) = companion::free_port();
        let (app, kratos_url) = match setting {
            Setting::Proxied => (format!("http://localhost:{front}"), Some(format!("http://localhost:{front}/kratos"))),
            Setting::BelowAPath => {
                (format!("http://localhost:{front}/account"), Some(format!("http://localhost:{front}/kratos")))
            }
            Setting::Siblings | Setting::Strangers => (format!("http://account.example.org:{port}"), None),
            Setting::OneOrigin => (format!("http://localhost:{port}"), Some(format!("http://localhost:{port}"))),
            _ => (format!("http://localhost:{port}"), None),
        };
        let doors = if setting == Setting::Applications { Some(Doors::open(&app, &home).await) } else { None };
        let kratos = Kratos::start(
            kind,
            Setup {
                // Where forms go straight to Kratos, it may lead on to https or to this
                // application's own host only; people have https.
                pages: if setting == Setting::Siblings { format!("{app}/") } else { home.to_string() },
                host,
                told: kratos_stand_in::Config {
                    settings_url: format!("{app}/settings"),
                    ui_urls: if setting.is_whole() { UiUrls::at(&app) } else { UiUrls::default() },
                    default_return_url: home.to_string(),
                    // The guarded pages are a way back as well.
                    allowed_return_urls: vec![home.to_string(), format!("{app}/guarded/")],
                    public_url: kratos_url,
                    cookie_domain: (setting == Setting::Siblings).then(|| "example.org".to_owned()),
                    ..doors.as_ref().map_or_else(|| setting.told(), |doors| doors.addresses.told(setting.told()))
                },
            },
            &http,
        )
        .await;
        pages.show(&kratos);
        let hydra = match doors {
            Some(doors) => Some(Hydra::start(doors, &kratos, &http).await),
            None => None,
        };
        let mut config = Config::new(kratos.inner.clone(), app.parse().unwrap());
        config.kratos_browser_url = Some(kratos.browser.clone());
        config.proxy_kratos = setting == Setting::OneOrigin;
        config.hydra_admin_url = hydra.as_ref().map(|hydra| hydra.addresses.admin.clone());
        config.hydra_public_url = hydra.as_ref().map(|hydra| hydra.addresses.public.clone());
        config.claims = vec!["tags = traits.tags".parse().unwrap()];
        config.account_deletion = setting.deletion();
        config.kratos_admin_url = config.account_deletion.map(|_| kratos.admin.clone());
        if setting == Setting::Brief {
            config.deletion_refresh_within = guarded::RECENT;
        }
        let account = Account::new(&config).unwrap();
        let router = account.router().merge(guarded::pages(&account));
        // The stand-in's own pages are none of Kratos' paths.
        let router = match kratos.own_pages().filter(|_| config.proxy_kratos) {
            Some(pages) => router.route("/ui/{page}", any(move |request: Request| pages.oneshot(request))),
            None => router,
        };
        let base = config.base_path().to_owned();
        let router = if base.is_empty() { router } else { Router::new().nest(&base, router) };
        let router = if setting == Setting::Siblings { pages.router().fallback_service(router) } else { router };
        tokio::spawn(kratos_account::serve(listener, router, std::future::pending()));
        let mut secrets: Vec<String> = [&kratos.inner, &kratos.admin].map(|url| url.authority().to_owned()).to_vec();
        secrets.extend(hydra.iter().map(|hydra| hydra.addresses.admin.authority().to_owned()));
        let proxy = if setting.is_proxied() {
            secrets.push(format!("localhost:{port}"));
            let inner: Url = format!("http://127.0.0.1:{port}").parse().unwrap();
            secrets.push(inner.authority().to_owned());
            let kratos = Route { path: "/kratos/".to_owned(), to: kratos.inner.to_string() };
            let app =
                Route { path: format!("{base}/"), to: format!("{}{base}/", inner.as_str().trim_end_matches('/')) };
            let ready = format!("{}/health/alive", config.public_url.as_str().trim_end_matches('/'));
            Some(Proxy::start(front_listener, &[kratos, app], &http, &ready.parse().unwrap()).await)
        } else {
            None
        };
        let turn = (kind == Kind::Real).then(Arc::default);
        Self { kratos, app, home, hydra, metrics: account.metrics_router(), secrets, http, turn, _proxy: proxy }
    }

    /// The authorization server.
    ///
    /// # Panics
    /// Where the setting has none.
    pub fn hydra(&self) -> &Hydra {
        self.hydra.as_ref().expect("a setting with an authorization server")
    }

    /// What Prometheus is told.
    pub async fn metrics(&self) -> String {
        let answer = self.metrics.clone().oneshot(Request::get("/metrics").body(Body::empty()).unwrap()).await.unwrap();
        String::from_utf8(axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap().into()).unwrap()
    }

    /// Somebody new with traits of every kind and an address that is verified.
    pub async fn verified_person(&self) -> Person {
        let person = Self::somebody();
        let credentials = json!({"password": {"config": {"password": person.password}}});
        self.kratos.create_verified(&person.email, &traits(&person.email), credentials).await;
        person
    }

    /// The account page.
    pub fn settings(&self) -> String {
        format!("{}/settings", self.app)
    }

    /// A page of the application beside, whose pages are guarded.
    pub fn guarded(&self, page: &str) -> String {
        format!("{}/guarded/{page}", self.app)
    }

    /// Somebody new, with traits of every kind.
    pub async fn person(&self) -> Person {
        let person = Self::somebody();
        self.enter(&person, &traits(&person.email).to_string()).await;
        person
    }

    /// Somebody new of whom no more than an address is known.
    pub async fn bare_person(&self) -> Person {
        let person = Self::somebody();
        self.enter(&person, &json!({"email": person.email}).to_string()).await;
        person
    }

    /// Somebody new who signs in with an account of the provider's, by no other way.
    pub async fn person_of_provider(&self) -> (Person, String) {
        let person = Self::somebody();
        let subject = format!("subject-of-{}", person.email);
        let providers = json!([{"provider": "hydra", "subject": subject}]);
        let traits = json!({"email": person.email}).to_string();
        self.kratos.create(&traits, json!({"oidc": {"config": {"providers": providers}}})).await;
        (person, subject)
    }

    /// Makes an account of traits as they are written here.
    pub async fn enter(&self, person: &Person, traits: &str) {
        self.kratos.create(traits, json!({"password": {"config": {"password": person.password}}})).await;
    }

    /// Somebody who has no account yet.
    pub fn somebody() -> Person {
        static COUNT: AtomicU32 = AtomicU32::new(1);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        Person { email: format!("ada.{number}@example.org"), password: "Note-G-1843".to_owned() }
    }
}

/// Schemas that a link to the registration may name: one with terms to accept, and one with two
/// addresses that each sign in and get mails.
fn pages_schemas() -> Vec<kratos_stand_in::ExtraSchema> {
    let schemas =
        [("terms", include_str!("terms.schema.json")), ("two-addresses", include_str!("two-addresses.schema.json"))];
    let selectable = |(id, schema): (&str, &str)| kratos_stand_in::ExtraSchema {
        id: id.to_owned(),
        schema: schema.to_owned(),
        selfservice_selectable: true,
    };
    schemas.map(selectable).to_vec()
}

/// Traits of every kind the schema knows.
pub fn traits(email: &str) -> Value {
    json!({
        "email": email, "name": {"first": "Ada", "last": "Lovelace"}, "website": "https://example.org", "age": 36,
        "height": 1.65, "tos": true, "newsletter": false, "language": "en", "birthday": "1985-12-10",
        "meeting": "2026-12-24T10:30:00Z", "tags": ["math", "engines"], "scores": [1.5, 20],
        "addresses": [{"street": "1 St James's Square", "city": "London", "primary": true},
            {"street": "Elm Row 2", "city": "Ealing", "primary": false}],
        "bio": "Notes on the <Engine> & more", "settings": {"theme": "dark", "limits": {"daily": 3}},
        "deep": {"a": {"b": {"c": "bottom"}}},
    })
}

/// A client that follows nothing, keeps nothing, and takes every name below example.org for this
/// machine's.
fn client() -> reqwest::Client {
    let here: SocketAddr = "127.0.0.1:0".parse().unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let no_tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .resolve("account.example.org", here)
        .resolve("kratos.example.org", here)
        .tls_backend_preconfigured(no_tls)
        .build()
        .unwrap()
}
