//! The files of `deploy/`, as they are but for addresses and certificates: a real nginx and a real
//! Caddy in front of this application, of one that it guards, and of a Kratos that answers as it is
//! told.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "a test that cannot go on has failed; and nobody reads its documentation elsewhere"
)]

fn main() -> std::process::ExitCode {
    harness::run()
}

#[path = "../support/stage/companion.rs"]
mod companion;
#[path = "../support/harness.rs"]
mod harness;
#[path = "../support/mod.rs"]
mod support;

mod proxy;
mod site;
#[macro_use]
mod teller;

mod guarded;
mod one_host;
mod readers;
mod settings;
