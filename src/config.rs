//! Settings: name, default, bound and sentence of each, in this one place; how much there may be of what comes
//! from outside in [`LIMITS`].

mod claim;
#[cfg(feature = "pages")]
mod contrast;
mod deletion;
mod limits;
mod page;
mod setting;
mod start_error;
mod web_url;

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use ipnet::IpNet;
use url::Url;

pub use claim::Claim;
#[cfg(feature = "pages")]
pub(crate) use contrast::poor_contrasts;
pub use deletion::{BearerToken, Deletion};
pub use limits::{LIMITS, Limits};
pub use page::{Link, Page};
pub use setting::{BadSetting, Setting};
pub use start_error::StartError;
pub use web_url::WebUrl;

use crate::kratos::{Client, ClientBuilder};
use setting::{base_url, list, network, put, seconds, time, yes};

/// What the application needs to know.
///
/// ```
/// use kratos_account::Config;
///
/// let mut config = Config::new("http://kratos:4433".parse()?, "https://id.example.org/account".parse()?);
/// config.kratos_browser_url = Some("https://id.example.org/kratos".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// Kratos' public API as this process reaches it.
    pub kratos_public_url: Url,
    /// Kratos' public API as the browser reaches it; where it is not told, as this process does, or
    /// at `public_url` if this application hands Kratos' paths through.
    pub kratos_browser_url: Option<Url>,
    /// This application as the browser reaches it. Its path is the base path.
    pub public_url: Url,
    /// The pages that are served.
    pub pages: Vec<Page>,
    /// How long Kratos may take to answer.
    pub kratos_timeout: Duration,
    /// Reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Whether Kratos' browser-facing paths are served too, so that one host is all there is.
    pub proxy_kratos: bool,
    /// What all replicas seal cookies by, so that text which was typed survives a sign-in at another
    /// one; each by a secret of its own where it is not told.
    pub secret: Option<String>,
    /// Whether Strict-Transport-Security is left out, which keeps browsers on https for a year.
    pub no_hsts: bool,
    /// How long the guard remembers a session; not at all where it is not told.
    pub session_cache: Option<Duration>,
    /// A directory of Fluent files that add languages, change words and name traits.
    pub locales: Option<PathBuf>,
    /// The name at the head of every page.
    pub brand_name: Option<String>,
    /// The picture at the head of every page: an svg, png, webp or jpg file.
    pub brand_logo: Option<PathBuf>,
    /// A style sheet that changes the custom properties of `static/style.css`.
    pub brand_stylesheet: Option<PathBuf>,
    /// Links at the foot of every page.
    pub footer_links: Vec<Link>,
    /// Ory Hydra's admin API as this process reaches it. With this and `hydra_public_url` the
    /// application is Hydra's consent and logout provider too; without either it is not.
    pub hydra_admin_url: Option<Url>,
    /// Ory Hydra as the browser reaches it: the only place that Hydra's answers may lead to.
    pub hydra_public_url: Option<Url>,
    /// Ids of OAuth 2.0 clients that get what they ask for without anybody being asked.
    pub trusted_clients: Vec<String>,
    /// What applications are told about a person, besides the claims that there are.
    pub claims: Vec<Claim>,
    /// What people may do to their own account, by way of `kratos_admin_url`; nothing where either is not told.
    pub account_deletion: Option<Deletion>,
    /// How long ago somebody may have signed in who does that: longer ago, and they are asked to do so again.
    /// Default: 15 minutes, in which one's data can be looked at and kept.
    pub deletion_refresh_within: Duration,
    /// Kratos' admin API as this process reaches it. It is asked for nothing but what `account_deletion` says.
    pub kratos_admin_url: Option<Url>,
    /// What Kratos' admin API wants to be shown, where something stands before it that does.
    pub kratos_admin_token: Option<BearerToken>,
    /// How much there may be of what comes from outside.
    pub limits: Limits,
}

/// The one setting that has no default.
const REQUIRED: &str = "KRATOS_PUBLIC_URL";

/// All settings but [the limits](LIMITS).
pub const SETTINGS: &[Setting] = &[
    Setting::new("KRATOS_PUBLIC_URL", "Kratos' public API as this process reaches it", None, |config, text| {
        put(&mut config.kratos_public_url, base_url(text))
    }),
    Setting::new(
        "KRATOS_BROWSER_URL",
        "Kratos' public API as the browser reaches it [default: as this process does]",
        None,
        |config, text| put(&mut config.kratos_browser_url, base_url(text).map(Some)),
    ),
    Setting::new(
        "PUBLIC_URL",
        "This application as the browser reaches it; its path is the base path",
        Some("http://localhost:4455"),
        |config, text| put(&mut config.public_url, base_url(text)),
    ),
    Setting::new(
        "PAGES",
        "Pages that are served, with commas between",
        Some("settings,login,registration,recovery,verification,error"),
        |config, text| put(&mut config.pages, list(text, Page::from_str)),
    ),
    Setting::new("KRATOS_TIMEOUT", "Seconds that Kratos may take to answer", Some("10"), |config, text| {
        put(&mut config.kratos_timeout, time(text))
    }),
    Setting::new(
        "TRUSTED_PROXIES",
        "Reverse proxies whose X-Forwarded-For is believed: addresses or CIDR, with commas between",
        None,
        |config, text| put(&mut config.trusted_proxies, list(text, network)),
    ),
    Setting::new(
        "PROXY_KRATOS",
        "Serve Kratos' browser-facing paths too, so that one host is all there is",
        Some("false"),
        |config, text| put(&mut config.proxy_kratos, yes(text)),
    ),
    Setting::new(
        "SECRET",
        "Secret that all replicas share, of 32 characters or more: what was typed survives a sign-in [default: one of its own]",
        None,
        |config, text| {
            let is_long = text.chars().count() >= 32;
            put(
                &mut config.secret,
                is_long.then(|| Some(text.to_owned())).ok_or_else(|| "too short for a secret".to_owned()),
            )
        },
    ),
    Setting::new(
        "NO_HSTS",
        "Leave out Strict-Transport-Security, which keeps browsers on https for a year",
        Some("false"),
        |config, text| put(&mut config.no_hsts, yes(text)),
    ),
    Setting::new(
        "SESSION_CACHE",
        "Seconds that the guard remembers a session for [default: not at all]",
        None,
        |config, text| put(&mut config.session_cache, seconds(text).map(Some)),
    ),
    Setting::new(
        "LOCALES",
        "Directory of Fluent files that add languages, change words and name traits",
        None,
        |config, text| put(&mut config.locales, Ok(Some(text.into()))),
    ),
    Setting::new("BRAND_NAME", "Name at the head of every page", None, |config, text| {
        put(&mut config.brand_name, Ok(Some(text.to_owned())))
    }),
    Setting::new(
        "BRAND_LOGO",
        "Picture at the head of every page: an svg, png, webp or jpg file",
        None,
        |config, text| put(&mut config.brand_logo, Ok(Some(text.into()))),
    ),
    Setting::new(
        "BRAND_STYLESHEET",
        "Style sheet that changes the custom properties of static/style.css",
        None,
        |config, text| put(&mut config.brand_stylesheet, Ok(Some(text.into()))),
    ),
    Setting::new(
        "FOOTER_LINKS",
        "Links at the foot of every page, with commas between: Text=https://…",
        None,
        |config, text| put(&mut config.footer_links, list(text, Link::from_str)),
    ),
    Setting::new(
        "HYDRA_ADMIN_URL",
        "Ory Hydra's admin API as this process reaches it: pages for applications (OAuth 2.0) are then served",
        None,
        |config, text| put(&mut config.hydra_admin_url, base_url(text).map(Some)),
    ),
    Setting::new(
        "HYDRA_PUBLIC_URL",
        "Ory Hydra as the browser reaches it, the only place its answers may lead to; goes with HYDRA_ADMIN_URL",
        None,
        |config, text| put(&mut config.hydra_public_url, base_url(text).map(Some)),
    ),
    Setting::new(
        "TRUSTED_CLIENTS",
        "Ids of OAuth 2.0 clients that get what they ask for without anybody being asked, with commas between",
        None,
        |config, text| put(&mut config.trusted_clients, list(text, |id| Ok(id.to_owned()))),
    ),
    Setting::new(
        "CLAIMS",
        "More claims for applications, with commas between: SCOPE = traits.PATH, or SCOPE CLAIM = traits.PATH",
        None,
        |config, text| put(&mut config.claims, list(text, Claim::from_str)),
    ),
    Setting::new(
        "ACCOUNT_DELETION",
        "What people may do to their own account: delete or deactivate; goes with KRATOS_ADMIN_URL [default: neither]",
        None,
        |config, text| put(&mut config.account_deletion, text.parse().map(Some)),
    ),
    Setting::new(
        "KRATOS_ADMIN_URL",
        "Kratos' admin API as this process reaches it, asked for nothing but what ACCOUNT_DELETION says",
        None,
        |config, text| put(&mut config.kratos_admin_url, base_url(text).map(Some)),
    ),
    Setting::new(
        "KRATOS_ADMIN_TOKEN",
        "Bearer token for Kratos' admin API, where something stands before it that wants one",
        None,
        |config, text| put(&mut config.kratos_admin_token, text.parse().map(Some)),
    ),
];

impl Config {
    /// The settings of an application at `public_url` in front of the Kratos at
    /// `kratos_public_url`, all else by default.
    pub fn new(kratos_public_url: Url, public_url: Url) -> Self {
        Self {
            kratos_public_url,
            kratos_browser_url: None,
            public_url,
            pages: Page::ALL.to_vec(),
            kratos_timeout: Duration::from_secs(10),
            trusted_proxies: Vec::new(),
            proxy_kratos: false,
            secret: None,
            no_hsts: false,
            session_cache: None,
            locales: None,
            brand_name: None,
            brand_logo: None,
            brand_stylesheet: None,
            footer_links: Vec::new(),
            hydra_admin_url: None,
            hydra_public_url: None,
            trusted_clients: Vec::new(),
            claims: Vec::new(),
            account_deletion: None,
            deletion_refresh_within: Duration::from_secs(15 * 60),
            kratos_admin_url: None,
            kratos_admin_token: None,
            limits: Limits::default(),
        }
    }

    /// The settings that `value` gives by their [names](Setting::name): the environment, most
    /// often. What is empty counts as not given.
    ///
    /// # Errors
    /// When one of them cannot be used, or `KRATOS_PUBLIC_URL` is missing, or one is there without the other
    /// that it goes with: `HYDRA_ADMIN_URL` and `HYDRA_PUBLIC_URL`, `ACCOUNT_DELETION` and `KRATOS_ADMIN_URL`.
    pub fn read(mut value: impl FnMut(&'static str) -> Option<String>) -> Result<Self, BadSetting> {
        let mut missing = Some(BadSetting::new(REQUIRED, "it must be set"));
        let nowhere = WebUrl::localhost();
        let mut config = Self::new(nowhere.clone().into(), nowhere.into());
        Setting::read_all(SETTINGS, &mut config, |name| {
            let value = value(name).filter(|value| !value.is_empty());
            missing.take_if(|missing| missing.name == name && value.is_some());
            value
        })?;
        Setting::read_all(LIMITS, &mut config.limits, &mut value)?;
        config.limits.check()?;
        match missing.or(config.unpaired()) {
            Some(missing) => Err(missing),
            None => Ok(config),
        }
    }

    /// A setting that is missing, because another is there that is of no use without it.
    fn unpaired(&self) -> Option<BadSetting> {
        let missing = |name, reason| Some(BadSetting::new(name, reason));
        match (&self.hydra_admin_url, &self.hydra_public_url) {
            (Some(_), None) => {
                return missing("HYDRA_PUBLIC_URL", "it must be set where the other address of Hydra's is");
            }
            (None, Some(_)) => {
                return missing("HYDRA_ADMIN_URL", "it must be set where the other address of Hydra's is");
            }
            _ => {}
        }
        match (self.account_deletion, &self.kratos_admin_url, &self.kratos_admin_token) {
            (Some(_), None, _) => missing("KRATOS_ADMIN_URL", "it must be set where ACCOUNT_DELETION is"),
            (None, Some(_), _) => {
                missing("ACCOUNT_DELETION", "it must be set where KRATOS_ADMIN_URL is: delete or deactivate")
            }
            (None, None, Some(_)) => missing("KRATOS_ADMIN_URL", "it must be set where KRATOS_ADMIN_TOKEN is"),
            _ => None,
        }
    }

    /// A client of one of the servers behind, Kratos' or Hydra's, at `url`: within the times and limits that are set.
    pub(crate) fn client(&self, url: Url) -> ClientBuilder {
        Client::builder(url)
            .connect_timeout(self.limits.kratos_connect_timeout)
            .timeout(self.kratos_timeout)
            .answer_limit(self.limits.answer_bytes)
            .max_requests(self.limits.kratos_requests)
            .retry_questions(true)
    }

    /// A client of Kratos' admin API at `url`, with the token for what stands before it.
    pub(crate) fn admin_client(&self, url: Url) -> ClientBuilder {
        self.client(url).authorization(self.kratos_admin_token.as_ref().map(BearerToken::header))
    }

    /// The path all routes are below, without a slash at its end: empty at the root.
    pub fn base_path(&self) -> &str {
        self.public_url.path().trim_end_matches('/')
    }
}

#[cfg(test)]
mod tests;
