//! axe-core, from npm: pinned, and never part of this repository.

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::browser::Browser;
use super::chromium::{program, skipped};

const VERSION: &str = "4.14.1";

static SOURCE: LazyLock<Option<String>> = LazyLock::new(fetch);

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
    /// Unless it cannot be had.
    pub(crate) async fn within(browser: &'a Browser) -> Option<Self> {
        let source = SOURCE.as_deref()?;
        let script = browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await;
        Some(Self { browser, script })
    }

    /// What it finds wrong with the page that is open.
    pub(crate) async fn findings(&self, rules: Rules) -> Vec<String> {
        self.browser.list(&format!("const asked = \"{rules:?}\";\n{}", include_str!("axe.js"))).await
    }

    pub(crate) async fn leave(self) {
        self.browser.cdp("Page.removeScriptToEvaluateOnNewDocument", self.script).await;
    }
}

fn fetch() -> Option<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("axe-core-{VERSION}"));
    let file = folder.join("node_modules/axe-core/axe.min.js");
    if !file.exists() {
        let Some(npm) = program("npm") else {
            skipped("axe", "npm is not installed");
            return None;
        };
        std::fs::create_dir_all(&folder).unwrap();
        let mut install = Command::new(npm);
        install.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--prefix"]);
        let output = install.arg(&folder).arg(format!("axe-core@{VERSION}")).output().unwrap();
        if !output.status.success() {
            skipped("axe", &format!("npm cannot fetch it: {}", String::from_utf8_lossy(&output.stderr).trim()));
            return None;
        }
    }
    Some(std::fs::read_to_string(file).unwrap())
}
