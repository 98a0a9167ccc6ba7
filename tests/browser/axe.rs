//! axe-core, from npm: pinned, and never part of this repository.

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::browser::Browser;
use super::chromium::program;
use super::harness::missing;

const VERSION: &str = "4.14.1";

/// Or why it cannot be had.
static SOURCE: LazyLock<Result<String, String>> = LazyLock::new(fetch);

/// Which of its rules.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rules {
    All,
    /// Those of colours and sizes, which depend on the window and the scheme.
    OfLooks,
    AllButOfLooks,
}

/// axe, in each page that a browser opens.
pub(crate) struct Axe<'a> {
    browser: &'a Browser,
    script: Value,
}

impl<'a> Axe<'a> {
    /// Where it cannot be had, the test is left out.
    pub(crate) async fn within(browser: &'a Browser) -> Self {
        let source = SOURCE.as_ref().unwrap_or_else(|why| missing(why));
        let script = browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await;
        Self { browser, script }
    }

    /// What it finds wrong with the page that is open.
    pub(crate) async fn findings(&self, rules: Rules) -> Vec<String> {
        self.browser.list(&format!("const asked = \"{rules:?}\";\n{}", include_str!("axe.js"))).await
    }

    pub(crate) async fn leave(self) {
        self.browser.cdp("Page.removeScriptToEvaluateOnNewDocument", self.script).await;
    }
}

fn fetch() -> Result<String, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("axe-core-{VERSION}"));
    let file = folder.join("node_modules/axe-core/axe.min.js");
    if !file.exists() {
        let Some(npm) = program("npm") else {
            return Err("npm, for axe,".to_owned());
        };
        std::fs::create_dir_all(&folder).unwrap();
        let mut install = Command::new(npm);
        install.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--prefix"]);
        let output = install.arg(&folder).arg(format!("axe-core@{VERSION}")).output().unwrap();
        if !output.status.success() {
            return Err(format!("axe (npm: {})", String::from_utf8_lossy(&output.stderr).trim()));
        }
    }
    Ok(std::fs::read_to_string(file).unwrap())
}
