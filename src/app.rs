//! All routes and the stack of layers.

use std::fmt;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use ipnet::IpNet;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;

use crate::assets::{self, Assets};
use crate::brand::Brand;
use crate::config::Config;
use crate::flow::addresses::Addresses;
use crate::guard::{Cache, RequireSession};
use crate::kratos::{Client, Schemas};
use crate::layers::{origin, request, security};
use crate::pages::{authorize, export, health, logout, problem, sessions, settings};
use crate::proxy;
use crate::view::Languages;

/// What handlers share.
#[derive(Clone, Debug)]
pub(crate) struct App(Arc<Shared>);

/// See [`App`].
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) kratos: Client,
    pub(crate) addresses: Addresses,
    pub(crate) assets: Assets,
    pub(crate) brand: Brand,
    pub(crate) languages: Languages,
    pub(crate) ready: health::Ready,
    pub(crate) schemas: Schemas,
    pub(crate) trusted_proxies: Vec<IpNet>,
    pub(crate) sessions: Cache,
    /// Whether Kratos' browser-facing paths are served by this application.
    pub(crate) proxies_kratos: bool,
    /// Whether browsers are told to stay on https.
    pub(crate) hsts: bool,
    /// The base path, empty at the root.
    pub(crate) base: String,
}

impl Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// Why the application cannot start with these settings.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// No client of Kratos can be made.
    Client(reqwest::Error),
    /// A file that the settings name cannot be used.
    File {
        /// The file.
        file: PathBuf,
        /// The line where it fails, from 1.
        line: Option<usize>,
        /// Why.
        reason: String,
    },
}

impl StartError {
    pub(crate) fn file(file: &Path, line: Option<usize>, reason: &dyn fmt::Display) -> Self {
        Self::File { file: file.to_owned(), line, reason: reason.to_string() }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(error) => write!(f, "no client of Kratos can be made: {error}"),
            Self::File { file, line: Some(line), reason } => write!(f, "{}, line {line}: {reason}", file.display()),
            Self::File { file, line: None, reason } => write!(f, "{}: {reason}", file.display()),
        }
    }
}

impl std::error::Error for StartError {}

/// The account pages and the guard, sharing their connections to Kratos. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Account(App);

impl Account {
    /// Makes it by these settings.
    ///
    /// # Errors
    /// When a file that the settings name cannot be used, or no client of Kratos can be made.
    pub fn new(config: &Config) -> Result<Self, StartError> {
        let addresses = config.addresses();
        let kratos = Client::builder(addresses.kratos.clone())
            .browser_url(addresses.browser.clone())
            .timeout(config.kratos_timeout);
        Ok(Self(App(Arc::new(Shared {
            kratos: kratos.build().map_err(StartError::Client)?,
            assets: Assets::new(config.base_path()),
            brand: Brand::load(config)?,
            languages: Languages::load(config.locales.as_deref())?,
            ready: health::Ready::default(),
            schemas: Schemas::default(),
            sessions: Cache::new(config.session_cache.unwrap_or_default()),
            trusted_proxies: config.trusted_proxies.clone(),
            proxies_kratos: config.proxy_kratos,
            hsts: !config.no_hsts,
            base: config.base_path().to_owned(),
            addresses,
        }))))
    }

    /// The pages as an axum router, without the base path: nest it below
    /// [`Config::base_path`], or merge it where that is empty. Its layers are its own, and it has no
    /// fallback.
    pub fn router(&self) -> Router {
        let app = &self.0;
        let pages = Router::new()
            .route("/settings", get(settings::show).post(settings::save))
            .route("/settings/export", get(export::show))
            .route("/sessions", get(sessions::show).post(sessions::end))
            .route("/logout", post(logout::start))
            .route("/authorize", get(authorize::required))
            .route("/authorize/optional", get(authorize::optional))
            .route("/.well-known/change-password", get(settings::change_password))
            .route("/static/{file}", get(assets::show))
            .route("/health/alive", get(health::alive))
            .route("/health/ready", get(health::ready))
            .method_not_allowed_fallback(problem::method_not_allowed)
            .layer(from_fn_with_state(app.clone(), origin::check));
        let kratos = if app.proxies_kratos { proxy::routes() } else { Router::new() };
        self.layered(pages.merge(kratos))
    }

    /// The page for what is not there, as a router to take for a fallback.
    pub fn not_found(&self) -> Router {
        self.layered(Router::new().fallback(problem::not_found))
    }

    /// A layer that guards routes by a session.
    pub fn require_session(&self) -> RequireSession {
        RequireSession::new(self.0.clone())
    }

    /// What every answer passes, from the outside in.
    fn layered(&self, router: Router<App>) -> Router {
        let app = &self.0;
        let layers = ServiceBuilder::new()
            .layer(from_fn(request::log))
            .layer(from_fn_with_state(security::Headers::new(&app.addresses, app.hsts), security::set))
            .layer(from_fn_with_state(app.clone(), problem::render))
            .layer(CatchPanicLayer::custom(problem::panicked));
        router.layer(layers).with_state(app.clone())
    }
}

/// The account pages as an axum router: [`Account::router`] of these settings.
///
/// # Errors
/// As [`Account::new`].
pub fn router(config: &Config) -> Result<Router, StartError> {
    Ok(Account::new(config)?.router())
}
