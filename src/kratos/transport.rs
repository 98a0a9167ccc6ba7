//! What the clones of a client share: its connections and limits.

use std::sync::Arc;
use std::time::Duration;

use http::header::HeaderMap;
use tokio::sync::Semaphore;
use url::Url;

use super::connection::Connections;
use super::pool::Pool;

/// How many requests to Kratos are under way at once for each purpose, so that none stands in the
/// way of another. Without a bound, memory follows the number of browsers that wait.
pub(super) struct Permits {
    /// Flows and their like: what is more waits, as long as the time limit lasts.
    pub(super) flows: Semaphore,
    /// `whoami`: small and quick, and every page of a guarded application waits for it. What is
    /// more waits only while others are answered, and is else refused at once.
    pub(super) whoami: Pool,
    /// Browsers' own requests, handed through. What is more is refused at once.
    pub(super) relayed: Arc<Semaphore>,
}

impl Default for Permits {
    fn default() -> Self {
        Self { flows: Semaphore::new(64), whoami: Pool::new(64), relayed: Arc::new(Semaphore::new(256)) }
    }
}

/// How Kratos is reached.
pub(super) struct Transport {
    pub(super) connections: Connections,
    pub(super) kratos: Url,
    /// What every request carries.
    pub(super) headers: HeaderMap,
    pub(super) timeout: Duration,
    pub(super) answer_limit: usize,
    pub(super) permits: Permits,
}

/// `path` below `base`, which may have a path of its own.
pub(super) fn at(base: &Url, path: &str) -> Url {
    let mut url = base.clone();
    let whole = format!("{}/{path}", base.path().trim_end_matches('/'));
    url.set_path(&whole);
    url
}
