//! All routes and the stack of layers.

use std::fmt;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use ipnet::IpNet;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;

use crate::assets::{self, Assets};
use crate::brand::Brand;
use crate::config::Config;
use crate::flow::addresses::Addresses;
use crate::kratos::{Client, Schemas};
use crate::layers::{origin, request, security};
use crate::pages::{health, problem, settings};
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
    /// The path of the settings page.
    pub(crate) settings: String,
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
    /// A language has no dates or numbers.
    Language {
        /// The language's tag.
        tag: String,
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
            Self::Language { tag, reason } => write!(f, "the language {tag} cannot be used: {reason}"),
        }
    }
}

impl std::error::Error for StartError {}

/// The account pages as an axum router, without the base path: nest it below
/// [`Config::base_path`] where that is not empty. Clone it freely; its layers are its own.
///
/// # Errors
/// When a file that the settings name cannot be used, or no client of Kratos can be made.
pub fn router(config: &Config) -> Result<Router, StartError> {
    let addresses = config.addresses();
    let kratos = Client::builder(addresses.kratos.clone()).browser_url(addresses.browser.clone());
    let app = App(Arc::new(Shared {
        kratos: kratos.build().map_err(StartError::Client)?,
        assets: Assets::new(config.base_path()),
        brand: Brand::load(config)?,
        languages: Languages::load(config.locales.as_deref())?,
        ready: health::Ready::default(),
        schemas: Schemas::default(),
        trusted_proxies: config.trusted_proxies.clone(),
        settings: format!("{}/settings", config.base_path()),
        addresses,
    }));
    // From the outside in.
    let layers = ServiceBuilder::new()
        .layer(from_fn(request::log))
        .layer(from_fn_with_state(security::Headers::new(&app.addresses), security::set))
        .layer(from_fn_with_state(app.clone(), problem::render))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn_with_state(app.clone(), origin::check));
    Ok(Router::new()
        .route("/settings", get(settings::show).post(settings::save))
        .route("/static/{file}", get(assets::show))
        .route("/health/alive", get(health::alive))
        .route("/health/ready", get(health::ready))
        .fallback(problem::not_found)
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(layers)
        .with_state(app))
}
