//! One chromedriver for all tests, and browsers that are used again.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{LazyLock, Mutex};

use fantoccini::ClientBuilder;
use fantoccini::wd::Capabilities;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::runtime::Runtime;

use super::browser::Browser;
use super::harness::{LeftOut, missing, tell};

/// Servers and sessions of all tests live here, so that they can be shared.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

static DRIVER: LazyLock<Option<Driver>> = LazyLock::new(Driver::start);

/// Browsers that no test uses just now.
static IDLE: LazyLock<Mutex<HashMap<Script, Vec<Browser>>>> = LazyLock::new(Mutex::default);

/// Whether pages may run scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Script {
    On,
    Off,
}

/// Ends with the tests: the shell sees its standard input close, whatever ended them, and
/// Chromium sees the same of its debugging pipe.
struct Driver {
    url: String,
    chromium: PathBuf,
    /// Whose standard input stays open until this process ends.
    _shell: Child,
}

const GUARD: &str = r#"
trap : INT TERM
mkdir -p "$TMPDIR"
"$0" --port=0 & driver=$!
read -r _
kill $driver; wait $driver
# Chromium may still be writing.
for _ in 1 2 3 4 5 6 7 8 9; do rm -rf "$TMPDIR" && sleep .2 && [ ! -e "$TMPDIR" ] && break; done
"#;

impl Driver {
    fn start() -> Option<Self> {
        let (Some(chromium), Some(chromedriver)) = (program("chromium"), program("chromedriver")) else {
            return None;
        };
        let mut shell = Command::new("sh")
            .args([OsStr::new("-c"), OsStr::new(GUARD), chromedriver.as_os_str()])
            .env("TMPDIR", std::env::temp_dir().join(format!("kratos-account-browser-{}", std::process::id())))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(shell.stdout.take().unwrap()).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                line.split_once("successfully on port ").map(|(_, port)| port.trim_end_matches('.').to_owned())
            })
            .unwrap();
        // Nobody reads the rest, but somebody must take it.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { url: format!("http://127.0.0.1:{port}"), chromium, _shell: shell })
    }

    async fn browser(&self, script: Script) -> Browser {
        let mut prefs = json!({"intl.accept_languages": "en-US,en"});
        if script == Script::Off {
            prefs["profile.managed_default_content_settings.javascript"] = json!(2);
        }
        let capabilities = json!({
            "browserName": "chrome",
            "goog:loggingPrefs": {"browser": "ALL"},
            "goog:chromeOptions": {
                "binary": self.chromium,
                "prefs": prefs,
                "args": [
                    "headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-sync",
                    "disable-background-networking", "disable-component-update", "disable-dev-shm-usage",
                    "force-color-profile=srgb", "hide-scrollbars", "lang=en-US", "remote-debugging-pipe",
                    "host-resolver-rules=MAP *.example.org 127.0.0.1, MAP *.example.net 127.0.0.1",
                    "unsafely-treat-insecure-origin-as-secure=*.example.org",
                ],
            },
        });
        let capabilities: Capabilities = serde_json::from_value(capabilities).unwrap();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        Browser::new(builder.capabilities(capabilities).connect(&self.url).await.unwrap()).await
    }
}

/// Runs a test in a browser of its own, with nothing kept from others.
pub(crate) fn run(script: Script, test: impl AsyncFnOnce(&Browser)) {
    let Some(driver) = &*DRIVER else { missing("chromium or chromedriver") };
    let idle = IDLE.lock().unwrap().entry(script).or_default().pop();
    let browser = idle.unwrap_or_else(|| RUNTIME.block_on(driver.browser(script)));
    let outcome = catch_unwind(AssertUnwindSafe(|| RUNTIME.block_on(test(&browser))));
    if let Err(panic) = outcome {
        if !panic.is::<LeftOut>() {
            tell(&RUNTIME.block_on(browser.describe()));
        }
        resume_unwind(panic);
    }
    RUNTIME.block_on(browser.forget());
    IDLE.lock().unwrap().entry(script).or_default().push(browser);
}

/// A program, found as a shell finds it.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
