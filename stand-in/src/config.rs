//! What a stand-in can be told.

use std::time::Duration;

/// The identity schema with traits of every kind: arrays, arrays of objects, free-form and nested objects. With it no
/// form can save a profile or register, as with the real Kratos: its array of objects needs JSON.
pub const RICH_SCHEMA: &str = include_str!("rich.schema.json");

/// An identity schema whose traits a plain HTML form can send, so that registration by form works.
pub const PLAIN_SCHEMA: &str = include_str!("plain.schema.json");

/// How strong a session has to be where one is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequiredAal {
    /// One factor is enough.
    Aal1,
    /// A second factor, where the person has one.
    HighestAvailable,
}

/// A social sign-in provider; all of them are played by the stand-in's own provider page.
#[derive(Clone, Debug)]
pub struct Provider {
    /// The id, as in `link=<id>`.
    pub id: String,
    /// What people read; without one the id.
    pub label: Option<String>,
}

/// The settings of a [`StandIn`](crate::StandIn), named after Kratos' own.
#[derive(Clone, Debug)]
pub struct Config {
    /// `selfservice.flows.settings.ui_url`: the account page. Default `http://localhost:4455/settings`.
    pub settings_url: String,
    /// `selfservice.default_browser_return_url`. Default `http://localhost:4455/`.
    pub default_return_url: String,
    /// `selfservice.allowed_return_urls`. Default `http://localhost:4455`.
    pub allowed_return_urls: Vec<String>,
    /// `serve.public.base_url`: Kratos as the browser reaches it, if that is not where it listens. Its path is a
    /// prefix a reverse proxy takes off. Default `http://localhost:<port>`.
    pub public_url: Option<String>,
    /// The provider as the browser reaches it. Default `http://localhost:<its port>`.
    pub provider_url: Option<String>,
    /// `cookies.domain`, for siblings under one domain. Default none.
    pub cookie_domain: Option<String>,
    /// `selfservice.flows.settings.privileged_session_max_age`. Default one hour.
    pub privileged_session_max_age: Duration,
    /// The lifespan of every flow, and of its codes. Default one hour.
    pub flow_lifespan: Duration,
    /// `session.lifespan`. Default a day.
    pub session_lifespan: Duration,
    /// `selfservice.flows.settings.required_aal`. Default highest available.
    pub settings_aal: RequiredAal,
    /// `session.whoami.required_aal`. Default highest available.
    pub whoami_aal: RequiredAal,
    /// The identity schema as JSON. Default [`RICH_SCHEMA`].
    pub schema: String,
    /// The social sign-in providers. Default one, `hydra`, labelled `Ory`.
    pub providers: Vec<Provider>,
    /// `webauthn.config.rp.origins`: origins of pages that make keys. Default the settings page's, and always the
    /// stand-in's own.
    pub rp_origins: Vec<String>,
    /// `webauthn.config.rp.id`. Default the settings page's host.
    pub rp_id: Option<String>,
    /// `feature_flags.use_continue_with_transitions`: a recovery sent as JSON answers 200 instead of 422.
    pub continue_with_transitions: bool,
}

impl Default for Config {
    fn default() -> Self {
        /// An hour.
        const HOUR: Duration = Duration::from_secs(3600);
        Self {
            settings_url: "http://localhost:4455/settings".to_owned(),
            default_return_url: "http://localhost:4455/".to_owned(),
            allowed_return_urls: vec!["http://localhost:4455".to_owned()],
            public_url: None,
            provider_url: None,
            cookie_domain: None,
            privileged_session_max_age: HOUR,
            flow_lifespan: HOUR,
            session_lifespan: HOUR * 24,
            settings_aal: RequiredAal::HighestAvailable,
            whoami_aal: RequiredAal::HighestAvailable,
            schema: RICH_SCHEMA.to_owned(),
            providers: vec![Provider { id: "hydra".to_owned(), label: Some("Ory".to_owned()) }],
            rp_origins: Vec::new(),
            rp_id: None,
            continue_with_transitions: false,
        }
    }
}

impl Config {
    /// A configuration for an account application at `url` (no trailing slash): its settings page, its origin as the
    /// default and only allowed return URL.
    pub fn for_application(url: &str) -> Self {
        let url = url.trim_end_matches('/');
        Self {
            settings_url: format!("{url}/settings"),
            default_return_url: format!("{url}/"),
            allowed_return_urls: vec![url.to_owned()],
            ..Self::default()
        }
    }
}
