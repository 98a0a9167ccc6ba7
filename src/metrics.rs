//! What is counted and timed, for Prometheus.
//!
//! No label has a value from outside: routes are those of the router, and names are this program's.

use std::fmt;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

/// The media type of what is told (`OpenMetrics` 1.0).
const OPENMETRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The upper bounds of times, in seconds: from a page that costs nothing to a Kratos that is given up.
const SECONDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5, 10.0];

/// The directives that our policy has, and what all else counts as.
pub(crate) const DIRECTIVES: [&str; 9] = [
    "default-src",
    "script-src",
    "style-src",
    "img-src",
    "form-action",
    "base-uri",
    "frame-ancestors",
    "require-trusted-types-for",
    OTHER,
];

pub(crate) const OTHER: &str = "other";

/// What is counted and timed since the start.
pub struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Counter>,
    request_seconds: Family<RouteLabels, Histogram, fn() -> Histogram>,
    in_flight: Gauge,
    kratos_requests: Family<KratosLabels, Counter>,
    kratos_seconds: Histogram,
    problems: Family<ProblemLabels, Counter>,
    pub(crate) circles: Counter,
    pub(crate) connections_refused: Counter,
    violations: Family<ViolationLabels, Counter>,
    accounts_ended: Family<EndedLabels, Counter>,
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics").finish_non_exhaustive()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    route: String,
    outcome: &'static str,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct KratosLabels {
    status: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ProblemLabels {
    problem: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ViolationLabels {
    directive: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct EndedLabels {
    deed: &'static str,
}

fn seconds() -> Histogram {
    Histogram::new(SECONDS)
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("kratos_account"),
            requests: Family::default(),
            request_seconds: Family::new_with_constructor(seconds),
            in_flight: Gauge::default(),
            kratos_requests: Family::default(),
            kratos_seconds: seconds(),
            problems: Family::default(),
            circles: Counter::default(),
            connections_refused: Counter::default(),
            violations: Family::default(),
            accounts_ended: Family::default(),
        };
        // So that the first one counts as an increase.
        for directive in DIRECTIVES {
            drop(metrics.violations.get_or_create(&ViolationLabels { directive }));
        }
        let registry = &mut metrics.registry;
        let version = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "What runs", version);
        registry.register("requests", "Requests by route, outcome and status", metrics.requests.clone());
        registry.register_with_unit(
            "request_duration",
            "Time until the answer's head, by route",
            Unit::Seconds,
            metrics.request_seconds.clone(),
        );
        registry.register("requests_in_flight", "Requests under way", metrics.in_flight.clone());
        registry.register(
            "kratos_requests",
            "Questions to Kratos by the status of its answer, or why there was none",
            metrics.kratos_requests.clone(),
        );
        registry.register_with_unit(
            "kratos_request_duration",
            "Time until Kratos' answer was whole",
            Unit::Seconds,
            metrics.kratos_seconds.clone(),
        );
        registry.register("problems", "Pages that say what is wrong, by name", metrics.problems.clone());
        registry.register("restarts_broken", "Redirects that went round in a circle", metrics.circles.clone());
        registry.register(
            "connections_refused",
            "Connections that were refused because all were busy",
            metrics.connections_refused.clone(),
        );
        registry.register(
            "csp_violations",
            "What browsers kept pages from, by directive of the Content-Security-Policy",
            metrics.violations.clone(),
        );
        registry.register(
            "accounts_ended",
            "Accounts that their owners have deleted or deactivated",
            metrics.accounts_ended.clone(),
        );
        metrics
    }

    /// A request is under way until what this returns is dropped.
    pub(crate) fn request(&self) -> InFlight {
        self.in_flight.inc();
        InFlight(self.in_flight.clone())
    }

    /// A request was answered. `route`: as the router has it.
    pub(crate) fn answered(&self, route: &str, outcome: &'static str, status: StatusCode, time: Duration) {
        let route = route.to_owned();
        self.request_seconds.get_or_create(&RouteLabels { route: route.clone() }).observe(time.as_secs_f64());
        self.requests.get_or_create(&RequestLabels { route, outcome, status: status.as_u16() }).inc();
    }

    /// A page said that something is wrong.
    pub(crate) fn problem(&self, problem: &'static str) {
        self.problems.get_or_create(&ProblemLabels { problem }).inc();
    }

    /// Kratos was asked.
    pub(crate) fn kratos(&self, status: &'static str, time: Duration) {
        self.kratos_requests.get_or_create(&KratosLabels { status }).inc();
        self.kratos_seconds.observe(time.as_secs_f64());
    }

    /// A browser kept a page from something.
    pub(crate) fn violation(&self, directive: &'static str) {
        self.violations.get_or_create(&ViolationLabels { directive }).inc();
    }

    /// Somebody has deleted or deactivated their account.
    pub(crate) fn account_ended(&self, deed: &'static str) {
        self.accounts_ended.get_or_create(&EndedLabels { deed }).inc();
    }

    /// All of it, as Prometheus reads it.
    pub(crate) fn tell(&self) -> Response {
        let mut text = String::new();
        match encode(&mut text, &self.registry) {
            Ok(()) => ([(CONTENT_TYPE, OPENMETRICS)], text).into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

/// A request that is under way.
#[derive(Debug)]
pub(crate) struct InFlight(Gauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}
