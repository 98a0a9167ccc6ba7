//! A program that runs beside the tests and ends when they do, however they end.

use std::ffi::OsStr;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use url::Url;

/// What the shell does: it starts the program, waits until nobody holds its standard input any
/// more, which a panic or a signal sees to as well, then ends the program and tidies up.
const SCRIPT: &str = r#"
trap : INT TERM
dir=$1; shift
"$@" </dev/null & pid=$!
read -r _
kill "$pid"; wait "$pid"
rm -rf "$dir"
"#;

/// See the module.
#[derive(Debug)]
pub struct Companion {
    shell: Child,
    log: PathBuf,
}

impl Companion {
    /// Starts a program whose files are in `dir`, which is gone when it has ended.
    pub fn start(program: &OsStr, arguments: &[&OsStr], dir: &Path) -> Self {
        let log = dir.join("log");
        let output = File::create(&log).unwrap();
        let shell = Command::new("sh")
            .args(["-c", SCRIPT, "sh"])
            .arg(dir)
            .arg(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(output.try_clone().unwrap())
            .stderr(output)
            .spawn()
            .unwrap();
        Self { shell, log }
    }

    /// Waits until it answers here with 200.
    pub async fn ready(&mut self, http: &reqwest::Client, url: &Url) {
        let started = Instant::now();
        while !http.get(url.clone()).send().await.is_ok_and(|answer| answer.status().is_success()) {
            let ended = self.shell.try_wait().unwrap();
            if ended.is_some() || started.elapsed() > Duration::from_secs(60) {
                let log = std::fs::read_to_string(&self.log).unwrap_or_default();
                panic!("{url} does not answer: {}", &log[log.floor_char_boundary(log.len().saturating_sub(4000))..]);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// A new folder for a companion's files, below Cargo's own for such.
pub fn folder(name: &str) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{process}-{count}"));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A port nobody listens on at the moment.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
