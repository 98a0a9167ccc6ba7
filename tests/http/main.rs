//! Over real HTTP, against an upstream that answers as it is told.

#![allow(
    clippy::allow_attributes,
    clippy::future_not_send,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "../support/mod.rs"]
mod support;

mod applications;
mod choices;
mod client;
mod languages;
mod model;
mod outcomes;
mod page;
mod saving;
mod things;
