//! The sockets, and the handle that holds a stand-in.

use crate::app::{App, Origin};
use crate::config::Config;
use crate::json::Json;
use axum::Router;
use serde::Serialize;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A running stand-in; dropping it ends it, and with it everything it remembers.
#[derive(Debug)]
pub struct StandIn {
    /// What it serves.
    app: Arc<App>,
    /// Dropped or set, it ends the servers.
    stop: watch::Sender<bool>,
    /// The two servers.
    servers: Vec<JoinHandle<()>>,
}

impl StandIn {
    /// Starts on free ports of the loopback.
    pub async fn start(config: Config) -> io::Result<Self> {
        let (kratos, provider) = (TcpListener::bind("127.0.0.1:0").await?, TcpListener::bind("127.0.0.1:0").await?);
        Self::start_on(config, kratos, provider)
    }

    /// Starts on listeners bound before, for whoever has to know the addresses first; they must be of the loopback.
    pub fn start_on(config: Config, kratos: TcpListener, provider: TcpListener) -> io::Result<Self> {
        for listener in [&kratos, &provider] {
            if !listener.local_addr()?.ip().is_loopback() {
                return Err(io::Error::new(io::ErrorKind::InvalidInput, "a stand-in listens on loopback only"));
            }
        }
        // By name: keys are made for `localhost`, never for an address.
        let url = |given: &Option<String>, listener: &TcpListener| -> io::Result<String> {
            let port = listener.local_addr()?.port();
            Ok(given.clone().unwrap_or_else(|| format!("http://localhost:{port}")))
        };
        let (public, other) = (url(&config.public_url, &kratos)?, url(&config.provider_url, &provider)?);
        let app = App::new(config, &public, &other)?;
        let (stop, stopped) = watch::channel(false);
        let servers = vec![
            tokio::spawn(serve(kratos, app.router(Origin::Kratos), stopped.clone())),
            tokio::spawn(serve(provider, app.router(Origin::Provider), stopped)),
        ];
        tracing::warn!(url = %app.public, "a stand-in for Kratos, in memory: for tests and the demo, never in production");
        Ok(Self { app, stop, servers })
    }

    /// A stand-in without sockets, for its routers to be embedded; the URLs are as browsers reach them.
    pub fn embedded(config: Config, public_url: &str, provider_url: &str) -> io::Result<Self> {
        let app = App::new(config, public_url, provider_url)?;
        Ok(Self { app, stop: watch::channel(false).0, servers: Vec::new() })
    }

    /// The public API, the admin calls (under `/admin`) and the stand-in's pages (under `/ui`).
    pub fn router(&self) -> Router {
        self.app.router(Origin::Kratos)
    }

    /// The admin API, of another origin, which no browser may reach.
    pub fn admin_router(&self) -> Router {
        self.app.router(Origin::Admin)
    }

    /// The provider's page, of another origin.
    pub fn provider_router(&self) -> Router {
        self.app.router(Origin::Provider)
    }

    /// Hydra, for browsers and applications.
    pub fn hydra_router(&self) -> Router {
        self.app.router(Origin::Hydra)
    }

    /// Hydra's admin API, which no browser may reach.
    pub fn hydra_admin_router(&self) -> Router {
        self.app.router(Origin::HydraAdmin)
    }

    /// Kratos as the browser reaches it, without a slash at the end.
    pub fn public_url(&self) -> &str {
        &self.app.public
    }

    /// The provider as the browser reaches it.
    pub fn provider_url(&self) -> &str {
        &self.app.provider
    }

    /// The page from which everything is reached.
    pub fn home_url(&self) -> String {
        format!("{}/ui", self.app.public)
    }

    /// The page of mails and SMS, with their codes and links.
    pub fn outbox_url(&self) -> String {
        format!("{}/ui/outbox", self.app.public)
    }

    /// The link that signs in somebody as they are, with a name, an address, a password and a linked account, and
    /// leads to the settings.
    pub fn person_url(&self) -> String {
        format!("{}/ui/person", self.app.public)
    }

    /// Whom that person signs in as: e-mail address and password.
    pub fn person(&self) -> (&'static str, &'static str) {
        (crate::demo::PERSON, crate::demo::PASSWORD)
    }

    /// The link that makes a browser the fixture, with traits of every kind, and leads to the settings.
    pub fn demo_url(&self) -> String {
        format!("{}/ui/demo", self.app.public)
    }

    /// Whom the fixture signs in as: e-mail address and password.
    pub fn ready_person(&self) -> (&'static str, &'static str) {
        (crate::demo::EMAIL, crate::demo::PASSWORD)
    }

    /// Moves the clock on: flows expire, sessions grow old, one-time passwords change.
    pub fn advance(&self, by: Duration) {
        self.app.state().ahead += by;
    }

    /// How many seconds since 1970 it is here, for one-time passwords.
    pub fn now(&self) -> i64 {
        self.app.state().now().as_second()
    }

    /// Makes a person, as `POST /admin/identities` would, and gives their id; the error says what is wrong with the
    /// traits, or that somebody has the identifier.
    pub fn create_identity(&self, traits: &impl Serialize, password: &str) -> Result<String, String> {
        let mut state = self.app.state();
        let req = crate::http::Req::new(
            axum::http::Method::POST,
            axum::http::Uri::from_static("/admin/identities"),
            axum::http::HeaderMap::new(),
            axum::body::Bytes::new(),
        );
        let call = crate::call::Call::new(&self.app, &mut state, &req);
        let person = crate::admin::build(&call, None, Json::from(traits), Some(password.to_owned()))
            .map_err(|failure| failure.reason.unwrap_or_default())?;
        let id = person.id;
        state.identities.insert(id, person);
        Ok(id.to_string())
    }

    /// Begins an `OAuth2` request of an application at Hydra and gives the challenge, for `?login_challenge=`. `subject`
    /// is a person Hydra remembers, who need not sign in again; `scope` is what the application asks for.
    pub fn login_challenge(&self, subject: Option<&str>, scope: &str) -> String {
        let public = self.app.config.oauth2_provider_url.clone().unwrap_or_default();
        self.app.state().hydra.begin(&public, subject, scope)
    }

    /// Takes Hydra out of order, or puts it back.
    pub fn hydra_down(&self, down: bool) {
        self.app.state().hydra.down = down;
    }

    /// Ends it: no connection is accepted any more, idle ones are closed.
    pub async fn shutdown(mut self) {
        let _ = self.stop.send(true);
        for server in self.servers.drain(..) {
            if let Err(error) = server.await {
                tracing::warn!(%error, "the stand-in did not end well");
            }
        }
    }
}

/// Serves until told to stop, or until nobody can tell any more.
async fn serve(listener: TcpListener, router: Router, mut stopped: watch::Receiver<bool>) {
    let stop = async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(stop).await {
        tracing::error!(%error, "the stand-in stopped serving");
    }
}
