//! All routes and all layers.

use std::sync::Arc;

use axum::Router;
use axum::handler::Handler;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get, post};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;

use crate::account::Account;
use crate::config::{Config, Page, StartError};
use crate::flow::problem::Problem;
use crate::kratos::Kind;
use crate::layers::{answer, limits, origin};
use crate::pages::flow::{show, submit};
use crate::pages::{Login, Recovery, Registration, Settings, Verification};
use crate::pages::{
    applications, authorize, consent, deletion, error, export, files, health, home, logout, oauth2_logout, sessions,
    violations,
};
use crate::proxy;
use crate::security;

impl Account {
    /// The pages as an axum router, without the base path: nest it below
    /// [`Config::base_path`], or merge it where that is empty. Its layers are its own, it needs no
    /// state of the application's, and it has no fallback.
    pub fn router<S: Clone + Send + Sync + 'static>(self: &Arc<Self>) -> Router<S> {
        // The guard has a limit of its own, and the rest costs nothing.
        let others = Router::new()
            .route("/authorize", get(authorize::required))
            .route("/authorize/optional", get(authorize::optional))
            .route("/.well-known/change-password", get(home::change_password))
            .route("/static/{file}", get(files::show))
            .route(security::REPORTS, post(violations::take))
            .route("/health/alive", get(health::alive))
            .route("/health/ready", get(health::ready));
        let mut pages = Router::new().route("/logout", post(logout::start));
        for page in &self.config.pages {
            pages = match page {
                Page::Flow(Kind::Settings) => flow(pages, "/settings", get(show::<Settings>).post(submit::<Settings>))
                    .route("/settings/export", get(export::show))
                    .route("/sessions", get(sessions::show).post(sessions::end)),
                Page::Flow(Kind::Login) => flow(pages, "/login", get(show::<Login>).post(submit::<Login>)),
                Page::Flow(Kind::Registration) => {
                    flow(pages, "/registration", get(show::<Registration>).post(submit::<Registration>))
                }
                Page::Flow(Kind::Recovery) => flow(pages, "/recovery", get(show::<Recovery>).post(submit::<Recovery>)),
                Page::Flow(Kind::Verification) => {
                    flow(pages, "/verification", get(show::<Verification>).post(submit::<Verification>))
                }
                Page::Error => pages.route("/error", get(error::show)),
            };
        }
        if self.pages.hydra.is_some() {
            pages = pages
                .route("/consent", get(consent::show).post(consent::decide))
                .route("/oauth2/logout", get(oauth2_logout::show).post(oauth2_logout::decide))
                .route("/applications", get(applications::show).post(applications::revoke));
        }
        if self.pages.deletion.is_some() && self.config.pages.contains(&Page::Flow(Kind::Settings)) {
            pages = pages.route("/settings/delete", get(deletion::show).post(deletion::end));
        }
        // At the root, the application that has these pages has one of its own there.
        if !self.config.base_path().is_empty() {
            pages = pages.route("/", get(home::show));
        }
        let pages = pages.layer(from_fn(limits::under_way)).merge(others);
        let pages = pages.method_not_allowed_fallback(problem(Problem::Method)).layer(from_fn(origin::check));
        let kratos = if self.config.proxy_kratos { proxy::routes() } else { Router::new() };
        self.layered(pages.merge(kratos))
    }

    /// What is left, as a router to take for a fallback: it leads from the base path to the
    /// settings, with and without a slash at its end, and has a page for what is not there.
    pub fn not_found<S: Clone + Send + Sync + 'static>(self: &Arc<Self>) -> Router<S> {
        self.layered(Router::new().fallback(home::or_not_found))
    }

    /// `GET /metrics`, for Prometheus. It is nobody else's business: serve it on an address of its own.
    pub fn metrics_router<S: Clone + Send + Sync + 'static>(self: &Arc<Self>) -> Router<S> {
        let metrics = Arc::clone(self.metrics());
        Router::new().route("/metrics", get(move || async move { metrics.tell() }))
    }

    /// What every answer passes, from the outside in.
    fn layered<S: Clone + Send + Sync + 'static>(self: &Arc<Self>, router: Router<S>) -> Router<S> {
        let outer = Arc::new((Arc::clone(self), security::Headers::new(&self.addresses, !self.config.no_hsts)));
        router.layer(
            ServiceBuilder::new()
                .layer(from_fn_with_state(outer, answer::answer))
                .layer(CatchPanicLayer::custom(answer::panicked)),
        )
    }
}

/// The account pages as an axum router: [`Account::router`] of these settings.
///
/// # Errors
/// As [`Account::new`].
pub fn router(config: &Config) -> Result<Router, StartError> {
    Ok(Account::new(config)?.router())
}

/// The page of a kind of flow, with and without a slash at its end.
fn flow<S: Clone + Send + Sync + 'static>(pages: Router<S>, path: &'static str, page: MethodRouter<S>) -> Router<S> {
    pages.route(path, page).route(&format!("{path}/"), get(home::without_slash))
}

fn problem<S: Clone + Send + Sync + 'static>(problem: Problem) -> impl Handler<((),), S> {
    move || async move { problem.into_response() }
}
