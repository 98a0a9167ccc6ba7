//! What all requests of pages share.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use uuid::Uuid;

use super::Account;
use super::shortest_password::ShortestPassword;
use crate::assets::Assets;
use crate::brand::Brand;
use crate::cache::Remembered;
use crate::config::{Config, Deletion, StartError};
use crate::draft::Drafts;
use crate::hydra::Hydra;
use crate::kratos::{Admin, ClientBuilder, Kind, Schema};
use crate::metrics::Metrics;
use crate::view::Languages;

/// How long a schema is remembered. Operators change them rarely, and only to widen them.
const SCHEMA: Duration = Duration::from_secs(300);

/// How long it is remembered which kinds of flow Kratos offers.
const OFFERED: Duration = Duration::from_secs(300);

/// How long it is remembered whether Kratos is ready.
const READY: Duration = Duration::from_secs(1);

/// The bytes of a block: what even the smallest form is counted as.
pub(crate) const BLOCK: usize = 4 * 1024;

/// The schemas of an instance by their ids.
type Schemas = Arc<[(String, Arc<Schema>)]>;

/// What pages are made with, and what is remembered for them.
#[derive(Debug)]
pub(crate) struct ForPages {
    /// The authorization server whose consent and logout pages are served, if there is one.
    pub(crate) hydra: Option<Hydra>,
    /// What people may do to their own account, and who does it for them.
    pub(crate) deletion: Option<(Deletion, Admin)>,
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) assets: Assets,
    pub(crate) brand: Brand,
    pub(crate) languages: Languages,
    pub(crate) schemas: Remembered<String, Option<Arc<Schema>>>,
    pub(crate) all_schemas: Remembered<(), Schemas>,
    pub(crate) offered: Remembered<Kind, bool>,
    pub(crate) ready: Remembered<(), Result<(), String>>,
    pub(crate) shortest_password: ShortestPassword,
    /// None only where the system has no randomness: then nothing that was typed is kept.
    pub(crate) drafts: Option<Drafts>,
    /// Those of pages that may be under way.
    pub(crate) requests: Semaphore,
    /// What forms may be held at once, in [blocks](BLOCK).
    pub(crate) forms: Arc<Semaphore>,
    /// What the ids of requests begin with: no system call is made for each.
    pub(crate) seed: Uuid,
}

impl ForPages {
    /// Reads the files that the settings name. What the client asks is counted.
    pub(super) fn new(config: &Config, kratos: ClientBuilder) -> Result<(Self, ClientBuilder), StartError> {
        let metrics = Arc::new(Metrics::new());
        let observer = Arc::clone(&metrics);
        let pages = Self {
            hydra: Hydra::of(config).map_err(StartError::Client)?,
            deletion: deletion(config, &metrics)?,
            metrics,
            assets: Assets::new(config.base_path()),
            brand: Brand::load(config)?,
            languages: Languages::load(config.locales.as_deref())?,
            schemas: Remembered::new(SCHEMA),
            all_schemas: Remembered::new(SCHEMA),
            offered: Remembered::new(OFFERED),
            ready: Remembered::new(READY),
            shortest_password: ShortestPassword::default(),
            drafts: Drafts::new(config.secret.as_deref()),
            requests: Semaphore::new(config.limits.requests),
            forms: Arc::new(Semaphore::new(config.limits.forms_bytes.div_ceil(BLOCK))),
            seed: Uuid::new_v4(),
        };
        Ok((pages, kratos.on_answer(move |status, time| observer.kratos(status, time))))
    }
}

/// What people may do to their own account, where both of it are set. What the admin API is asked counts as asked of
/// Kratos.
fn deletion(config: &Config, metrics: &Arc<Metrics>) -> Result<Option<(Deletion, Admin)>, StartError> {
    let (Some(deletion), Some(admin)) = (config.account_deletion, &config.kratos_admin_url) else { return Ok(None) };
    let observer = Arc::clone(metrics);
    let client = config.admin_client(admin.clone()).on_answer(move |status, time| observer.kratos(status, time));
    Ok(Some((deletion, Admin::new(client.build().map_err(StartError::Client)?))))
}

impl Account {
    /// What it counts and times.
    pub fn metrics(&self) -> &Arc<Metrics> {
        &self.pages.metrics
    }
}
