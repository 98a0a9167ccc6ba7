//! In Chromium: what only a real browser can tell.
//!
//! Needs Debian's `chromium` and `chromium-driver`, and npm for axe; what is missing is said once,
//! and skipped, or with `CI=true` fails. With `SCREENSHOTS=write` the README's pictures are made
//! anew.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

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
mod chromium;
mod console;
mod doors;
mod keyboard;
mod keys;
mod layout;
mod link;
mod recorded;
mod saving;
mod scenes;
mod screenshots;
mod second_look;
mod strength;
mod teller;
mod times;
