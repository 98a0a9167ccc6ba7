//! What all requests share.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use crate::assets::Assets;
use crate::brand::Brand;
use crate::cache::Remembered;
use crate::config::Config;
use crate::flow::addresses::Addresses;
use crate::hydra::Hydra;
use crate::kratos::{Client, Kind, Schema};
use crate::metrics::Metrics;
use crate::view::Languages;
use crate::visit::draft::Drafts;

/// How long a schema is remembered. Operators change them rarely, and only to widen them.
const SCHEMA: Duration = Duration::from_secs(300);

/// How long it is remembered which kinds of flow Kratos offers.
const OFFERED: Duration = Duration::from_secs(300);

/// How long it is remembered whether Kratos is ready.
const READY: Duration = Duration::from_secs(1);

/// The account pages and the guard, sharing their connections to Kratos.
#[derive(Debug)]
pub struct Account {
    pub(crate) config: Config,
    pub(crate) kratos: Client,
    /// The authorization server whose consent and logout pages are served, if there is one.
    pub(crate) hydra: Option<Hydra>,
    pub(crate) addresses: Addresses,
    pub(crate) assets: Assets,
    pub(crate) brand: Brand,
    pub(crate) languages: Languages,
    pub(crate) schemas: Remembered<String, Option<Arc<Schema>>>,
    pub(crate) all_schemas: Remembered<(), Arc<[(String, Arc<Schema>)]>>,
    pub(crate) offered: Remembered<Kind, bool>,
    pub(crate) ready: Remembered<(), Result<(), String>>,
    pub(crate) sessions: crate::guard::Cache,
    pub(crate) metrics: Arc<Metrics>,
    /// None only where the system has no randomness: then nothing that was typed is kept.
    pub(crate) drafts: Option<Drafts>,
    /// What the ids of requests begin with: no system call is made for each.
    pub(crate) seed: Uuid,
}

/// Why the application cannot start with these settings.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// No client of Kratos can be made.
    Client(crate::kratos::Error),
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

impl Account {
    /// Makes it by these settings.
    ///
    /// # Errors
    /// When a file that the settings name cannot be used, or no client of Kratos can be made.
    pub fn new(config: &Config) -> Result<Arc<Self>, StartError> {
        let addresses = Addresses::of(config);
        let metrics = Arc::new(Metrics::new());
        let observer = Arc::clone(&metrics);
        let kratos = Client::builder(addresses.kratos.clone())
            .browser_url(addresses.browser.clone())
            .timeout(config.kratos_timeout)
            .answer_limit(config.limits.answer_bytes)
            .on_answer(move |status, time| observer.kratos(status, time));
        Ok(Arc::new(Self {
            kratos: kratos.build().map_err(StartError::Client)?,
            hydra: Hydra::of(config).map_err(StartError::Client)?,
            assets: Assets::new(config.base_path()),
            brand: Brand::load(config)?,
            languages: Languages::load(config.locales.as_deref())?,
            schemas: Remembered::new(SCHEMA),
            all_schemas: Remembered::new(SCHEMA),
            offered: Remembered::new(OFFERED),
            ready: Remembered::new(READY),
            sessions: crate::guard::Cache::new(config.session_cache.unwrap_or_default()),
            metrics,
            drafts: Drafts::new(config.secret.as_deref()),
            seed: Uuid::new_v4(),
            config: config.clone(),
            addresses,
        }))
    }

    /// The client it asks Kratos by.
    pub fn client(&self) -> &Client {
        &self.kratos
    }

    /// What it counts and times.
    pub fn metrics(&self) -> &Arc<Metrics> {
        &self.metrics
    }

    /// What is worth a warning at the start.
    pub fn warnings(&self) -> Vec<&'static str> {
        let mut warnings = Vec::new();
        if !self.addresses.share_host() {
            warnings.push(
                "PUBLIC_URL and KRATOS_BROWSER_URL have different hosts: Kratos' continuity cookie does not reach this \
                 application, so all forms but those with traits post straight to Kratos, and its session cookie needs a \
                 common cookies.domain; one host behind one proxy is safer",
            );
        }
        if self.addresses.public.scheme() == "https" && self.addresses.browser.scheme() == "http" {
            warnings.push("PUBLIC_URL is https but KRATOS_BROWSER_URL is http: browsers will not send forms there");
        }
        if self.config.hydra_admin_url.is_some() != self.config.hydra_public_url.is_some() {
            warnings
                .push("of HYDRA_ADMIN_URL and HYDRA_PUBLIC_URL only one is set: there are no pages for applications");
        }
        warnings
    }
}
