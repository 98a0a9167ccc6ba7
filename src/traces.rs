//! The spans' way to a collector, where `OTEL_EXPORTER_OTLP_ENDPOINT` names one: OpenTelemetry's own variables, as its
//! other programs have them. A trace that cannot be sent keeps nobody from the pages, so what is wrong with them is
//! a warning.

#[cfg(feature = "otlp")]
mod otlp;

use std::env;

use tokio::runtime::Handle;
use tracing::Subscriber;
use tracing_subscriber::Layer;
#[cfg(feature = "otlp")]
use tracing_subscriber::registry::LookupSpan;

/// The variables that name a collector, the first of them with its whole path.
const ENDPOINTS: [&str; 2] = ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"];

/// Those that name a protocol.
#[cfg(feature = "otlp")]
const PROTOCOLS: [&str; 2] = ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"];

/// See the module.
#[derive(Default)]
pub(crate) struct Traces {
    #[cfg(feature = "otlp")]
    exporter: Option<otlp::Exporter>,
    /// What is wrong, for the log.
    complaints: Vec<String>,
}

impl Traces {
    /// Sends by this runtime, where a collector is named.
    pub(crate) fn start(runtime: &Handle) -> Self {
        let is_off = variable("OTEL_SDK_DISABLED").is_some_and(|text| text.eq_ignore_ascii_case("true"));
        let named = ENDPOINTS.iter().find_map(|name| Some((name, variable(name)?))).filter(|_| !is_off);
        let Some((name, endpoint)) = named else { return Self::default() };
        Self::to(name, &endpoint, runtime)
    }

    #[cfg(not(feature = "otlp"))]
    fn to(name: &str, _: &str, _: &Handle) -> Self {
        let complaint = format!("{name}: this executable was built without the feature otlp, and sends no spans");
        Self { complaints: vec![complaint] }
    }

    #[cfg(feature = "otlp")]
    fn to(name: &str, endpoint: &str, runtime: &Handle) -> Self {
        let mut traces = Self::default();
        let protocol = PROTOCOLS.iter().find_map(|name| Some((name, variable(name)?)));
        if let Some((name, protocol)) = protocol.filter(|(_, protocol)| protocol != "http/protobuf") {
            traces.complaints.push(format!("{name}: it is {protocol}, but http/protobuf is what is spoken"));
        }
        match otlp::Exporter::start(endpoint, runtime) {
            Ok(exporter) => traces.exporter = Some(exporter),
            Err(reason) => traces.complaints.push(format!("{name}: no spans are sent: {reason}")),
        }
        traces
    }

    /// What takes the spans.
    #[cfg(not(feature = "otlp"))]
    #[expect(clippy::unused_self, reason = "nothing takes them")]
    pub(crate) fn layer<S: Subscriber>(&self) -> Option<impl Layer<S> + use<S>> {
        None::<tracing_subscriber::layer::Identity>
    }

    /// What takes the spans.
    #[cfg(feature = "otlp")]
    pub(crate) fn layer<S>(&self) -> Option<impl Layer<S> + use<S>>
    where
        S: Subscriber + for<'span> LookupSpan<'span> + Send + Sync,
    {
        self.exporter.as_ref().map(otlp::Exporter::layer)
    }

    /// Says in the log where spans go, or what is wrong.
    pub(crate) fn tell(&self) {
        for complaint in &self.complaints {
            tracing::warn!("{complaint}");
        }
        #[cfg(feature = "otlp")]
        if let Some(exporter) = &self.exporter {
            tracing::info!(collector = exporter.collector, "sending spans");
        }
    }

    /// Sends what is left, for some seconds at most. Not to be called by the runtime.
    #[cfg_attr(not(feature = "otlp"), expect(clippy::unused_self, reason = "there is nothing to send"))]
    pub(crate) fn end(&self) {
        #[cfg(feature = "otlp")]
        if let Some(exporter) = &self.exporter {
            exporter.end();
        }
    }
}

/// The value of a variable that is set and not empty.
#[expect(clippy::disallowed_methods, reason = "no settings of ours: OpenTelemetry's SDK reads the rest of them there")]
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
