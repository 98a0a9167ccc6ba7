//! Sending spans by OTLP over HTTP. What OpenTelemetry has variables for is read by its SDK.
//!
//! Pages never wait for a collector: spans wait in a queue of bounded length, from which a thread of the SDK's own
//! takes them, and what finds no room is dropped.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{Request, Response, Uri};
use hyper_rustls::HttpsConnectorBuilder;
use opentelemetry::trace::TracerProvider;
use opentelemetry::{KeyValue, global};
use opentelemetry_http::hyper::HyperClient;
use opentelemetry_http::{HttpClient, HttpError};
use opentelemetry_otlp::{SpanExporter, WithHttpConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::resource::EnvResourceDetector;
use opentelemetry_sdk::trace::SdkTracerProvider;
use tokio::runtime::Handle;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::registry::LookupSpan;

use super::variable;

/// How long what is still to be sent may take at the end.
const LAST: Duration = Duration::from_secs(5);

/// How long a collector may take to answer, where `OTEL_EXPORTER_OTLP_TIMEOUT` says nothing.
const TIMEOUT: Duration = Duration::from_secs(10);

/// How long nothing more is said of a collector that takes no spans.
const SAID: Duration = Duration::from_secs(10 * 60);

/// What sends spans.
pub(super) struct Exporter {
    provider: SdkTracerProvider,
    /// The collector's host, for the log. An address may have a password in it.
    pub(super) collector: String,
}

impl Exporter {
    /// Sends by this runtime to the collector at `endpoint`.
    ///
    /// # Errors
    /// When the variables cannot be used; what it says is why.
    pub(super) fn start(endpoint: &str, runtime: &Handle) -> Result<Self, String> {
        let endpoint: Uri = endpoint.parse().map_err(|_| "no address (http://collector:4318)".to_owned())?;
        let collector = endpoint.host().unwrap_or_default().to_owned();
        let sender = Sender { client: client(&endpoint)?, runtime: runtime.clone(), said: Mutex::default() };
        let exporter = SpanExporter::builder().with_http().with_http_client(sender).build();
        let exporter = exporter.map_err(|error| error.to_string())?;
        let provider = SdkTracerProvider::builder().with_batch_exporter(exporter).with_resource(resource()).build();
        global::set_text_map_propagator(TraceContextPropagator::new());
        Ok(Self { provider, collector })
    }

    /// What makes spans of this application's, and of nobody else's, into OpenTelemetry's.
    pub(super) fn layer<S>(&self) -> impl Layer<S> + Send + Sync + use<S>
    where
        S: tracing::Subscriber + for<'span> LookupSpan<'span> + Send + Sync,
    {
        let own = |metadata: &tracing::Metadata<'_>| {
            metadata.is_span()
                && *metadata.level() <= LevelFilter::INFO
                && metadata.target().starts_with("kratos_account")
        };
        tracing_opentelemetry::layer()
            .with_tracer(self.provider.tracer("kratos-account"))
            .with_context_activation(false)
            .with_level(false)
            .with_location(false)
            .with_target(false)
            .with_threads(false)
            .with_tracked_inactivity(false)
            .with_filter(filter_fn(own).with_max_level_hint(LevelFilter::INFO))
    }

    /// Sends what is left, if it can be done in time.
    pub(super) fn end(&self) {
        if let Err(error) = self.provider.shutdown_with_timeout(LAST) {
            tracing::warn!(%error, "the last spans were not sent");
        }
    }
}

/// Who sends: `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES` come before what is known here.
fn resource() -> Resource {
    let own =
        [KeyValue::new("service.name", "kratos-account"), KeyValue::new("service.version", env!("CARGO_PKG_VERSION"))];
    let named = variable("OTEL_SERVICE_NAME").map(|name| KeyValue::new("service.name", name));
    Resource::builder_empty()
        .with_attributes(own)
        .with_detector(Box::new(EnvResourceDetector::new()))
        .with_attributes(named)
        .build()
}

fn client(endpoint: &Uri) -> Result<Arc<dyn HttpClient>, String> {
    let millis = ["OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "OTEL_EXPORTER_OTLP_TIMEOUT"].into_iter().find_map(variable);
    let timeout = millis.and_then(|millis| millis.parse().ok()).map_or(TIMEOUT, Duration::from_millis);
    if endpoint.scheme_str() == Some("http") {
        return Ok(Arc::new(HyperClient::with_default_connector(timeout, None)));
    }
    // As for Kratos: the system's certificates, or Mozilla's where it has none.
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = versions.map_err(|error| error.to_string())?;
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    let config = builder.with_root_certificates(roots).with_no_client_auth();
    let connector = HttpsConnectorBuilder::new().with_tls_config(config).https_only().enable_http1().build();
    Ok(Arc::new(HyperClient::new(connector, timeout, None)))
}

/// Sends batches by the program's runtime: the SDK's thread has none.
#[derive(Debug)]
struct Sender {
    client: Arc<dyn HttpClient>,
    runtime: Handle,
    /// When it was said last that the collector takes nothing.
    said: Mutex<Option<Instant>>,
}

impl Sender {
    /// Says that a batch was not taken, and then nothing for a while.
    fn complain(&self, cause: &str) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        if said.is_none_or(|said| said.elapsed() > SAID) {
            *said = Some(Instant::now());
            tracing::warn!(cause, "the collector takes no spans: they are lost, and pages go on without");
        }
    }
}

impl HttpClient for Sender {
    fn send_bytes<'a, 'sent>(
        &'a self,
        request: Request<Bytes>,
    ) -> Pin<Box<dyn Future<Output = Result<Response<Bytes>, HttpError>> + Send + 'sent>>
    where
        'a: 'sent,
        Self: 'sent,
    {
        let client = Arc::clone(&self.client);
        let sent = self.runtime.spawn(async move { client.send_bytes(request).await });
        Box::pin(async move {
            let answer = sent.await.unwrap_or_else(|error| Err(error.into()));
            match &answer {
                Ok(answer) if answer.status().is_success() => {}
                Ok(answer) => self.complain(&format!("it answers {}", answer.status().as_u16())),
                Err(error) => {
                    let causes = std::iter::successors(error.source(), |cause| cause.source());
                    self.complain(&causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}")));
                }
            }
            answer
        })
    }
}
