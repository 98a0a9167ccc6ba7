//! The executable.

mod cli;
mod health;
mod listen;
mod traces;

use std::io::{IsTerminal, Write};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use clap::error::ErrorKind;
use kratos_account::check::{self, Finding, Verdict, check_all};
use kratos_account::{Account, Config, Tls};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::{FilterExt, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry};
use url::Url;

use cli::{Asked, LogFormat, Misread, Program, Task};
use listen::Bound;
use traces::Traces;

#[cfg(feature = "jemalloc")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The exit code for settings that cannot be used.
const BAD_SETTINGS: u8 = 2;

fn main() -> ExitCode {
    let asked = match cli::read(std::env::args_os()) {
        Ok(asked) => asked,
        Err(Misread::Usage(error)) => return explain(&error),
        Err(Misread::Setting(error)) => return fail(&error.to_string(), BAD_SETTINGS),
        Err(Misread::File(error)) => return fail(&error, BAD_SETTINGS),
    };
    let runtime = match Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&format!("cannot start: {error}"), 1),
    };
    let traces = match asked.task {
        Task::Serve => Traces::start(runtime.handle()),
        Task::Check(_) | Task::Health { .. } => Traces::default(),
    };
    start_logging(&asked.program, traces.layer());
    traces.tell();
    let run = async {
        match &asked.task {
            Task::Serve => serve(&asked).await.map(|()| ExitCode::SUCCESS),
            Task::Check(applications) => check(&asked.config, applications).await,
            Task::Health { ready } => health::ask(&asked, *ready).await.map(|()| ExitCode::SUCCESS).map_err(Into::into),
        }
    };
    let code = runtime.block_on(run).unwrap_or_else(|Complaint { text, code }| fail(&text, code));
    traces.end();
    code
}

/// Says what fits and what does not.
async fn check(config: &Config, applications: &[Url]) -> Result<ExitCode, Complaint> {
    let account = account(config)?;
    let findings = check_all(&account, applications).await;
    let mut out = std::io::stdout().lock();
    for finding in &findings {
        writeln!(out, "{finding}").map_err(|error| error.to_string())?;
    }
    let is_wrong = findings.iter().any(|finding| finding.verdict == Verdict::Wrong);
    Ok(if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn account(config: &Config) -> Result<Arc<Account>, Complaint> {
    Account::new(config).map_err(|error| Complaint { text: error.to_string(), code: BAD_SETTINGS })
}

/// Help and version go to standard output; a complaint is one line.
fn explain(error: &clap::Error) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        let written = error.print();
        return if error.use_stderr() || written.is_err() { ExitCode::from(BAD_SETTINGS) } else { ExitCode::SUCCESS };
    }
    let text = error.to_string();
    let complaint = text.split("\n\n").next().unwrap_or_default().trim_start_matches("error: ");
    fail(&complaint.split_whitespace().collect::<Vec<_>>().join(" "), BAD_SETTINGS)
}

fn fail(complaint: &str, code: u8) -> ExitCode {
    // Nobody is left to be told if standard error is closed.
    let _ = writeln!(std::io::stderr(), "kratos-account: {complaint}");
    ExitCode::from(code)
}

/// Starts the log, which has events alone: what a span says of a request is in its line.
fn start_logging(settings: &Program, traces: Option<impl Layer<Registry> + Send + Sync>) {
    let events = filter_fn(|metadata| !metadata.is_span()).with_max_level_hint(LevelFilter::TRACE);
    let filter = settings.log.clone().and(events);
    let registry = tracing_subscriber::registry().with(traces);
    let log = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    match settings.log_format {
        LogFormat::Text => {
            registry.with(log.with_ansi(std::io::stderr().is_terminal()).with_filter(filter)).init();
        }
        LogFormat::Json => registry.with(log.json().flatten_event(true).with_filter(filter)).init(),
    }
}

/// Why serving ended, or did not begin.
struct Complaint {
    text: String,
    code: u8,
}

impl From<String> for Complaint {
    fn from(text: String) -> Self {
        Self { text, code: 1 }
    }
}

async fn serve(asked: &Asked) -> Result<(), Complaint> {
    let config = &asked.config;
    let account = account(config)?;
    let router = match config.base_path() {
        "" => account.router(),
        // As a service it is asked for the base path with a slash at its end too.
        base => Router::new().nest_service(base, account.router().fallback_service(account.not_found::<()>())),
    };
    let router = router.fallback_service(account.not_found::<()>());
    let Bound { listener, at, file: _file } = listen::bind(&asked.program.listen).await?;
    let tls = asked.program.tls.as_ref().map(|(certificate, key)| Tls::load(certificate, key));
    let tls = tls.transpose().map_err(|text| Complaint { text, code: BAD_SETTINGS })?;
    let is_tls = tls.is_some();
    let end = |kind| signal(kind).map_err(|error| format!("cannot wait for signals: {error}"));
    let (mut terminate, mut interrupt) = (end(SignalKind::terminate())?, end(SignalKind::interrupt())?);
    for warning in account.warnings() {
        tracing::warn!("{warning}");
    }
    tokio::spawn(warn_of_misfits(Arc::clone(&account)));
    tracing::info!(listening = at, tls = is_tls, public_url = %config.public_url, "serving");
    let listener = match tls {
        Some(tls) => listener.with_tls(tls),
        None => listener,
    };
    let end = CancellationToken::new();
    let telling = match asked.program.metrics {
        Some(address) => Some(tell_metrics(address, &account, end.clone()).await?),
        None => None,
    };
    kratos_account::serve(listener.with_metrics(Arc::clone(account.metrics())), router, async {
        tokio::select! { _ = terminate.recv() => (), _ = interrupt.recv() => () }
        tracing::info!("ending");
    })
    .await;
    // What became of the last requests is told to the last.
    end.cancel();
    if let Some(telling) = telling {
        drop(telling.await);
    }
    Ok(())
}

/// Serves `/metrics` on an address of its own until `end`.
async fn tell_metrics(
    address: SocketAddr,
    account: &Arc<Account>,
    end: CancellationToken,
) -> Result<JoinHandle<()>, String> {
    let listener = TcpListener::bind(address).await.map_err(|error| format!("cannot listen on {address}: {error}"))?;
    let metrics = listener.local_addr().map_err(|error| error.to_string())?;
    tracing::info!(%metrics, "telling Prometheus");
    let router = account.metrics_router();
    Ok(tokio::spawn(async move { kratos_account::serve(listener, router, end.cancelled()).await }))
}

/// Logs what does not fit, while it serves already, once it is known. A Kratos that does not answer as one
/// is asked again some times: it may still be starting.
async fn warn_of_misfits(account: Arc<Account>) {
    let mut told: Vec<Finding> = Vec::new();
    for patience in [0, 2, 4, 8, 16] {
        tokio::time::sleep(Duration::from_secs(patience)).await;
        let findings = check::check(&account).await;
        let is_there = findings.first().is_some_and(|finding| finding.verdict == Verdict::Fits);
        for finding in findings {
            if finding.verdict == Verdict::Wrong && !told.contains(&finding) {
                tracing::warn!(remedy = finding.remedy, "{}", finding.what);
                told.push(finding);
            }
        }
        if is_there {
            return;
        }
    }
}
