//! The account page with everything it needs: a stand-in for Kratos, and this application in front.
//! `cargo run --example demo`, then open the address it prints: from there a person goes through the
//! whole life of an account, with the mails on a page of their own, `/outbox`.
//!
//! Nothing is kept, and nothing listens but on this machine. In a debug build, changes to
//! templates, styles, words and code are there when the page is loaded again: the application
//! is built anew and takes the place of the one in this process, while the stand-in goes on.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::pin::pin;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};

use axum::Router;
use axum::response::Redirect;
use axum::routing::get;
use kratos_account::{Account, Config};
use kratos_stand_in::StandIn;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// The repository: this file is built as an example of `stand-in/`.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();

    // The usual port, or any if it is taken.
    let listener = match TcpListener::bind("127.0.0.1:4455").await {
        Ok(listener) => listener,
        Err(_) => TcpListener::bind("127.0.0.1:0").await?,
    };
    let address = listener.local_addr()?;
    let own = format!("http://localhost:{}", address.port());

    let stand_in = StandIn::start(kratos_stand_in::Config {
        ui_urls: kratos_stand_in::UiUrls::at(&own),
        ..kratos_stand_in::Config::for_demo(&own)
    })
    .await?;
    let config = Config::new(stand_in.public_url().parse()?, own.parse()?);
    let to = |url: String| get(move || std::future::ready(Redirect::to(&url)));
    let account = Account::new(&config)?;
    let router = Router::new()
        .route("/", to(stand_in.home_url()))
        .route("/outbox", to(stand_in.outbox_url()))
        .merge(account.router())
        .fallback_service(account.not_found());

    let (end, ended) = oneshot::channel::<()>();
    let serving = tokio::spawn(kratos_account::serve(listener, router, async { drop(ended.await) }));
    let mut out = std::io::stdout();
    writeln!(out, "Open {}", stand_in.home_url())?;
    writeln!(out, "  or, signed in, {}", stand_in.person_url())?;
    writeln!(out, "  mails and SMS: {}", stand_in.outbox_url())?;

    let mut interrupted = pin!(tokio::signal::ctrl_c());
    let mut current = Current::Here(end, serving);
    let mut built = newest();
    loop {
        tokio::select! {
            interrupted = &mut interrupted => break interrupted?,
            () = changed(built), if cfg!(debug_assertions) => {
                built = newest();
                // What is there goes on until something can take its place.
                if tokio::task::spawn_blocking(build).await? {
                    current.end().await?;
                    current = Current::Built(serve(&config, &address.to_string())?);
                }
            }
        }
    }
    current.end().await
}

/// What serves the application.
enum Current {
    /// This process.
    Here(oneshot::Sender<()>, JoinHandle<()>),
    /// The program, built anew.
    Built(Child),
}

impl Current {
    async fn end(self) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Here(end, serving) => {
                // Its receiver is gone only if serving has ended.
                let _ = end.send(());
                serving.await?;
            }
            Self::Built(mut child) => {
                child.kill()?;
                child.wait()?;
            }
        }
        Ok(())
    }
}

fn build() -> bool {
    let arguments = ["build", "--quiet", "--bin", "kratos-account"];
    let built = Command::new(env!("CARGO")).args(arguments).current_dir(ROOT).status();
    built.is_ok_and(|status| status.success())
}

/// The program, as it was just built, beside this one's folder.
fn serve(config: &Config, listen: &str) -> std::io::Result<Child> {
    let program = std::env::current_exe()?.parent().and_then(Path::parent).map(|target| target.join("kratos-account"));
    Command::new(program.unwrap_or_default())
        .args(["serve", "--log", "warn", "--listen", listen])
        .args(["--kratos-public-url", config.kratos_public_url.as_str(), "--public-url", config.public_url.as_str()])
        .stdin(Stdio::null())
        .spawn()
}

/// Waits until something is newer than `than`.
async fn changed(than: SystemTime) {
    while newest() <= than {
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}

/// When something that the application is made of was last changed.
fn newest() -> SystemTime {
    let root = Path::new(ROOT);
    let folders = ["locales", "src", "static", "templates"];
    folders.iter().map(|folder| newest_in(&root.join(folder))).max().unwrap_or(SystemTime::UNIX_EPOCH)
}

fn newest_in(folder: &Path) -> SystemTime {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let times = entries.filter_map(|entry| {
        let is_folder = entry.file_type().ok()?.is_dir();
        if is_folder { Some(newest_in(&entry.path())) } else { entry.metadata().ok()?.modified().ok() }
    });
    times.max().unwrap_or(SystemTime::UNIX_EPOCH)
}
