//! Stories of people and their accounts, told through a browser without JavaScript.
//!
//! Each is told to the stand-in, and to a real Kratos where `KRATOS_BIN` names its executable: the
//! same story, the same assertions.

#![allow(
    clippy::allow_attributes,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    clippy::wildcard_imports,
    missing_docs,
    unreachable_pub,
    reason = "a test that cannot go on has failed; and nobody reads its documentation elsewhere"
)]

fn main() -> std::process::ExitCode {
    harness::run()
}

#[path = "../support/harness.rs"]
mod harness;
#[path = "../support/stage/mod.rs"]
#[allow(dead_code, reason = "shared with the stories in Chromium")]
mod stage;
#[path = "../support/mod.rs"]
mod support;

mod browser;
mod output;
mod policy;
#[macro_use]
mod teller;
mod scenes;

mod addresses;
mod applications;
mod cases;
mod choices;
mod deletion;
mod doors;
mod flows;
mod guard;
mod linking;
mod overview;
mod password;
mod profile;
mod proxy;
mod recovery_codes;
mod rules;
mod second_factor;
mod sessions;
mod siblings;
mod signing_in;
mod tabs;
mod untold;
