//! The executable.

mod cli;

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use axum::Router;
use clap::error::ErrorKind;
use kratos_account::Account;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use cli::{LogFormat, Misread, Serve};

#[cfg(feature = "jemalloc")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The exit code for settings that cannot be used.
const BAD_SETTINGS: u8 = 2;

fn main() -> ExitCode {
    let settings = match cli::read(std::env::args_os()) {
        Ok(settings) => settings,
        Err(Misread::Usage(error)) => return explain(&error),
        Err(Misread::Setting(error)) => return fail(&error.to_string(), BAD_SETTINGS),
    };
    start_logging(&settings);
    match tokio::runtime::Runtime::new().map(|runtime| runtime.block_on(serve(&settings))) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(Complaint { text, code })) => fail(&text, code),
        Err(error) => fail(&format!("cannot start: {error}"), 1),
    }
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

fn start_logging(settings: &Serve) {
    let registry = tracing_subscriber::registry().with(settings.log.clone());
    match settings.log_format {
        LogFormat::Text => {
            let colours = std::io::stderr().is_terminal();
            registry.with(tracing_subscriber::fmt::layer().with_ansi(colours).with_writer(std::io::stderr)).init();
        }
        LogFormat::Json => {
            let layer = tracing_subscriber::fmt::layer().json().flatten_event(true).with_writer(std::io::stderr);
            registry.with(layer).init();
        }
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

async fn serve(settings: &Serve) -> Result<(), Complaint> {
    let config = &settings.config;
    let account = Account::new(config).map_err(|error| Complaint { text: error.to_string(), code: BAD_SETTINGS })?;
    let router = match config.base_path() {
        "" => account.router(),
        // As a service it is asked for the base path with a slash at its end too.
        base => Router::new().nest_service(base, account.router().fallback_service(account.not_found::<()>())),
    };
    let router = router.fallback_service(account.not_found::<()>());
    let listener = TcpListener::bind(settings.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}", settings.listen))?;
    let listening = listener.local_addr().map_err(|error| error.to_string())?;
    let end = |kind| signal(kind).map_err(|error| format!("cannot wait for signals: {error}"));
    let (mut terminate, mut interrupt) = (end(SignalKind::terminate())?, end(SignalKind::interrupt())?);
    for warning in account.warnings() {
        tracing::warn!("{warning}");
    }
    tracing::info!(%listening, public_url = %config.public_url, "serving");
    kratos_account::serve(listener, router, async {
        tokio::select! { _ = terminate.recv() => (), _ = interrupt.recv() => () }
        tracing::info!("ending");
    })
    .await;
    Ok(())
}
