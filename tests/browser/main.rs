//! In Chromium: what only a real browser can tell.
//!
//! Needs Debian's `chromium`, `chromium-driver` and, for what is printed, `poppler-utils`, and npm for axe; what
//! is missing is reported as ignored, or with `CI=true` fails. With `SCREENSHOTS=write` the README's pictures are made anew.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "../support/harness.rs"]
#[allow(missing_docs, unreachable_pub, reason = "shared with the other stories")]
mod harness;
#[allow(dead_code, missing_docs, unreachable_pub, clippy::expect_used, reason = "shared with the other stories")]
#[path = "../support/stage/mod.rs"]
mod stage;
#[path = "../support/mod.rs"]
mod support;

mod accessible;
mod axe;
mod browser;
mod cases;
mod ceremonies;
mod choices;
mod chromium;
mod console;
mod doors;
mod insecure;
mod keyboard;
mod keys;
mod layout;
mod link;
mod paper;
mod recorded;
mod saving;
mod scenes;
mod screenshots;
mod second_look;
mod teller;
mod times;

fn main() -> std::process::ExitCode {
    harness::run()
}
