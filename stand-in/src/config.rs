//! What a stand-in can be told.

mod switches;

pub use switches::{FeatureFlags, Methods};

use std::time::Duration;

/// The identity schema with traits of every kind: arrays, arrays of objects, free-form and nested objects. With it no
/// form can save a profile or register, as with the real Kratos: its array of objects needs JSON.
pub const RICH_SCHEMA: &str = include_str!("rich.schema.json");

/// An identity schema whose traits a plain HTML form can send, so that registration by form works.
pub const PLAIN_SCHEMA: &str = include_str!("plain.schema.json");

/// An identity schema of a person: a name, an e-mail address and a telephone number.
pub const PERSON_SCHEMA: &str = include_str!("person.schema.json");

/// How strong a session has to be where one is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequiredAal {
    /// One factor is enough.
    Aal1,
    /// A second factor, where the person has one.
    HighestAvailable,
}

/// How login and registration are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `unified`: everything on one page.
    Unified,
    /// `identifier_first` of login, `profile_first` of registration: two steps.
    TwoSteps,
}

/// What recovery and verification mail: `code` or `link`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A code to enter.
    Code,
    /// A link to follow.
    Link,
}

impl Use {
    /// The name in the configuration, and of the method and group.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Link => "link",
        }
    }
}

/// What is done after a login or registration (`selfservice.flows.*.after.hooks`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hook {
    /// `session` (registration): the new person is signed in.
    Session,
    /// `show_verification_ui`: on to the verification that was begun.
    ShowVerificationUi,
    /// `require_verified_address` (login): nobody signs in without a verified address.
    RequireVerifiedAddress,
    /// `verification` (login): addresses that are not verified are mailed a code.
    Verification,
}

/// A social sign-in provider; all of them are played by the stand-in's own provider page.
#[derive(Clone, Debug)]
pub struct Provider {
    /// The id, as in `link=<id>`.
    pub id: String,
    /// What people read; without one the id.
    pub label: Option<String>,
    /// What is asked of it.
    pub scope: Vec<String>,
}

impl Provider {
    /// A provider that is asked for the e-mail address.
    pub fn new(id: &str, label: Option<&str>) -> Self {
        Self {
            id: id.to_owned(),
            label: label.map(str::to_owned),
            scope: ["openid", "email"].map(str::to_owned).to_vec(),
        }
    }
}

/// Another identity schema, besides the default one (`identity.schemas[]`).
#[derive(Clone, Debug)]
pub struct ExtraSchema {
    /// The id.
    pub id: String,
    /// The schema as JSON.
    pub schema: String,
    /// `selfservice_selectable`: whether `?identity_schema=` may name it.
    pub selfservice_selectable: bool,
}

/// `selfservice.flows.<flow>.ui_url` of all but the settings. Without one the flow has the stand-in's own page.
#[derive(Clone, Debug, Default)]
pub struct UiUrls {
    /// `login.ui_url`
    pub login: Option<String>,
    /// `registration.ui_url`
    pub registration: Option<String>,
    /// `recovery.ui_url`
    pub recovery: Option<String>,
    /// `verification.ui_url`
    pub verification: Option<String>,
    /// `error.ui_url`
    pub error: Option<String>,
}

impl UiUrls {
    /// Every page of an application at `url` (no trailing slash).
    pub fn at(url: &str) -> Self {
        let page = |name: &str| Some(format!("{url}/{name}"));
        Self {
            login: page("login"),
            registration: page("registration"),
            recovery: page("recovery"),
            verification: page("verification"),
            error: page("error"),
        }
    }
}

/// `urls` of a Hydra that the stand-in plays as well.
#[derive(Clone, Debug, Default)]
pub struct HydraUrls {
    /// `self.public`: Hydra as browsers and applications reach it.
    pub public: String,
    /// `login`: the page that people sign in at.
    pub login: String,
    /// `registration`: the page that people sign up at.
    pub registration: String,
    /// `consent`: the page that asks them.
    pub consent: String,
    /// `logout`: the page that they sign out at.
    pub logout: String,
    /// `post_logout_redirect`: where they are led then.
    pub post_logout_redirect: String,
}

/// The settings of a [`StandIn`](crate::StandIn), named after Kratos' own.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of Kratos' own")]
pub struct Config {
    /// `selfservice.flows.settings.ui_url`: the account page. Default `http://localhost:4455/settings`.
    pub settings_url: String,
    /// `selfservice.flows.*.ui_url` of the other flows. Default the stand-in's own pages.
    pub ui_urls: UiUrls,
    /// `selfservice.default_browser_return_url`. Default `http://localhost:4455/`.
    pub default_return_url: String,
    /// `selfservice.flows.logout.after.default_browser_return_url`. Default the one above.
    pub logout_return_url: Option<String>,
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
    /// `selfservice.flows.login.style`. Default unified.
    pub login_style: Style,
    /// `selfservice.flows.login.after.hooks`. Default none.
    pub login_hooks: Vec<Hook>,
    /// `selfservice.flows.registration.enabled`. Default true.
    pub registration_enabled: bool,
    /// `selfservice.flows.registration.style`. Default two steps.
    pub registration_style: Style,
    /// `selfservice.flows.registration.login_hints`: say how the owner of a taken address signs in. Default false.
    pub registration_login_hints: bool,
    /// `selfservice.flows.registration.after.hooks`. Default the session.
    pub registration_hooks: Vec<Hook>,
    /// `selfservice.flows.recovery.enabled`. Default true.
    pub recovery_enabled: bool,
    /// `selfservice.flows.recovery.use`. Default code.
    pub recovery_use: Use,
    /// `selfservice.flows.verification.enabled`. Default true.
    pub verification_enabled: bool,
    /// `selfservice.flows.verification.use`. Default code.
    pub verification_use: Use,
    /// `selfservice.methods`
    pub methods: Methods,
    /// `feature_flags`
    pub feature_flags: FeatureFlags,
    /// `security.account_enumeration.mitigate`. Default false.
    pub account_enumeration_mitigate: bool,
    /// `oauth2_provider.url`: where Hydra is. The stand-in plays Hydra itself; the URL is only where its answers lead.
    /// Default none.
    pub oauth2_provider_url: Option<String>,
    /// Hydra's own settings, where its origins are served too. Default none.
    pub hydra: Option<HydraUrls>,
    /// The default identity schema as JSON. Default [`RICH_SCHEMA`].
    pub schema: String,
    /// `identity.schemas` besides the default one. Default none.
    pub extra_schemas: Vec<ExtraSchema>,
    /// The social sign-in providers. Default one, `hydra`, labelled `Ory`.
    pub providers: Vec<Provider>,
    /// `webauthn.config.rp.origins`: origins of pages that make keys. Default the settings page's, and always the
    /// stand-in's own.
    pub rp_origins: Vec<String>,
    /// `webauthn.config.rp.id`. Default the settings page's host.
    pub rp_id: Option<String>,
}

impl Default for Config {
    fn default() -> Self {
        /// An hour.
        const HOUR: Duration = Duration::from_secs(3600);
        Self {
            settings_url: "http://localhost:4455/settings".to_owned(),
            ui_urls: UiUrls::default(),
            default_return_url: "http://localhost:4455/".to_owned(),
            logout_return_url: None,
            allowed_return_urls: vec!["http://localhost:4455".to_owned()],
            public_url: None,
            provider_url: None,
            cookie_domain: None,
            privileged_session_max_age: HOUR,
            flow_lifespan: HOUR,
            session_lifespan: HOUR * 24,
            settings_aal: RequiredAal::HighestAvailable,
            whoami_aal: RequiredAal::HighestAvailable,
            login_style: Style::Unified,
            login_hooks: Vec::new(),
            registration_enabled: true,
            registration_style: Style::TwoSteps,
            registration_login_hints: false,
            registration_hooks: vec![Hook::Session],
            recovery_enabled: true,
            recovery_use: Use::Code,
            verification_enabled: true,
            verification_use: Use::Code,
            methods: Methods::default(),
            feature_flags: FeatureFlags::default(),
            account_enumeration_mitigate: false,
            oauth2_provider_url: None,
            hydra: None,
            schema: RICH_SCHEMA.to_owned(),
            extra_schemas: Vec::new(),
            providers: vec![Provider::new("hydra", Some("Ory"))],
            rp_origins: Vec::new(),
            rp_id: None,
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

    /// The same for people to try: an identity schema of a person, providers by names they know, and a new person is
    /// led on to verify the address.
    pub fn for_demo(url: &str) -> Self {
        let every_kind = ExtraSchema {
            id: crate::demo::EVERY_KIND.to_owned(),
            schema: RICH_SCHEMA.to_owned(),
            selfservice_selectable: false,
        };
        Self {
            schema: PERSON_SCHEMA.to_owned(),
            extra_schemas: vec![every_kind],
            providers: vec![Provider::new("github", Some("GitHub")), Provider::new("google", Some("Google"))],
            registration_hooks: vec![Hook::Session, Hook::ShowVerificationUi],
            ..Self::for_application(url)
        }
    }
}
