//! What the clones of a client share: its connections and limits.

use std::sync::Arc;
use std::time::{Duration, Instant};

use http::StatusCode;
use http::header::HeaderMap;
use tokio::sync::Semaphore;
use tracing::Span;
use url::Url;

use super::connection::Connections;
use super::error::Error;
use super::pool::Pool;
use crate::trace;

/// How many requests to Kratos are under way at once for each purpose, so that none stands in the
/// way of another. Without a bound, memory follows the number of browsers that wait.
pub(super) struct Permits {
    /// Flows and their like: what is more waits, as long as the time limit lasts.
    pub(super) flows: Semaphore,
    /// `whoami`: small and quick, and every page of a guarded application waits for it. A bounded number waits, and
    /// only while others are answered; what is more is refused at once.
    pub(super) whoami: Pool,
    /// Browsers' own requests, handed through. What is more is refused at once.
    pub(super) relayed: Arc<Semaphore>,
}

impl Permits {
    pub(super) fn new(most: Most) -> Self {
        Self {
            flows: Semaphore::new(most.at_once),
            whoami: Pool::new(most.whoami, most.at_once),
            relayed: Arc::new(Semaphore::new(most.relayed)),
        }
    }
}

/// How many there may be of them.
#[derive(Clone, Copy)]
pub(super) struct Most {
    /// Flows and their like at once, and `whoami` at once.
    pub(super) at_once: usize,
    /// `whoami` under way, with those that wait.
    pub(super) whoami: usize,
    /// Handed through at once.
    pub(super) relayed: usize,
}

/// What is told of each question: the status of the answer, or a name for why there is none, and the time
/// it took.
pub(super) type OnAnswer = Arc<dyn Fn(&'static str, Duration) + Send + Sync>;

/// How Kratos is reached.
pub(super) struct Transport {
    pub(super) connections: Connections,
    pub(super) kratos: Url,
    /// What every request carries.
    pub(super) headers: HeaderMap,
    pub(super) timeout: Duration,
    pub(super) answer_limit: usize,
    pub(super) permits: Permits,
    pub(super) on_answer: Option<OnAnswer>,
}

impl Transport {
    /// Tells what became of a question.
    pub(super) fn tell(&self, answer: Result<StatusCode, &Error>, started: Instant, span: &Span) {
        let status = answer.or_else(|error| error.status().ok_or_else(|| error.name()));
        trace::ended(span, status);
        if let Some(tell) = &self.on_answer {
            tell(status.map_or_else(|name| name, status_text), started.elapsed());
        }
    }
}

/// A status as a text that lives for ever. Kratos answers with few; others are told by their class.
fn status_text(status: StatusCode) -> &'static str {
    match status.as_u16() {
        200 => "200",
        204 => "204",
        302 => "302",
        303 => "303",
        307 => "307",
        400 => "400",
        401 => "401",
        403 => "403",
        404 => "404",
        410 => "410",
        422 => "422",
        429 => "429",
        500 => "500",
        502 => "502",
        503 => "503",
        504 => "504",
        other => match other / 100 {
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            5 => "5xx",
            _ => "other",
        },
    }
}

/// `path` below `base`, which may have a path of its own.
pub(super) fn at(base: &Url, path: &str) -> Url {
    let mut url = base.clone();
    let whole = format!("{}/{path}", base.path().trim_end_matches('/'));
    url.set_path(&whole);
    url
}
