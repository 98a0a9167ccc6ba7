//! A program that runs beside the tests and ends when they do, however they end.

use std::ffi::OsStr;
use std::fs::File;
use std::net::TcpListener;
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
{ "$@" </dev/null & echo $! >"$dir/pid"; wait $!; : >"$dir/ended"; } &
read -r _
kill "$(cat "$dir/pid")"; wait
rm -rf "$dir"
"#;

/// See the module.
#[derive(Debug)]
pub struct Companion {
    /// Its standard input is closed when this is dropped.
    _shell: Child,
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
        Self { _shell: shell, log }
    }

    /// Waits until it answers here with 200; the error is the end of what it said.
    pub async fn ready(&mut self, http: &reqwest::Client, url: &Url) -> Result<(), String> {
        let started = Instant::now();
        while !http.get(url.clone()).send().await.is_ok_and(|answer| answer.status().is_success()) {
            let said = std::fs::read_to_string(&self.log).unwrap_or_default();
            if self.log.with_file_name("ended").exists() || started.elapsed() > Duration::from_secs(60) {
                let lines: Vec<&str> = said.lines().collect();
                return Err(lines[lines.len().saturating_sub(20)..].join("\n"));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
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

/// A port that is free as soon as the listener is dropped.
pub fn free_port() -> (u16, TcpListener) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    (listener.local_addr().unwrap().port(), listener)
}
