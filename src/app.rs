//! All routes and the stack of layers.

use std::ops::Deref;
use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use ipnet::IpNet;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;

use crate::assets::{self, Assets};
use crate::config::Config;
use crate::flow::addresses::Addresses;
use crate::kratos::{Client, Schemas};
use crate::layers::{origin, request, security};
use crate::pages::{health, problem, settings};
use crate::view::Language;

/// What handlers share.
#[derive(Clone, Debug)]
pub(crate) struct App(Arc<Shared>);

/// See [`App`].
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) kratos: Client,
    pub(crate) addresses: Addresses,
    pub(crate) assets: Assets,
    pub(crate) words: Language,
    pub(crate) ready: health::Ready,
    pub(crate) schemas: Schemas,
    pub(crate) trusted_proxies: Vec<IpNet>,
}

impl Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// The account pages as an axum router, without the base path: nest it below
/// [`Config::base_path`] where that is not empty. Clone it freely; its layers are its own.
///
/// # Errors
/// When no client of Kratos can be made.
pub fn router(config: &Config) -> Result<Router, reqwest::Error> {
    let addresses = config.addresses();
    let app = App(Arc::new(Shared {
        kratos: Client::builder(addresses.kratos.clone()).browser_url(addresses.browser.clone()).build()?,
        assets: Assets::new(config.base_path()),
        words: Language::english(),
        ready: health::Ready::default(),
        schemas: Schemas::default(),
        trusted_proxies: config.trusted_proxies.clone(),
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
