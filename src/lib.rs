#![doc = include_str!("../README.md")]

mod account;
mod assets;
#[doc(hidden)]
pub mod bench;
mod brand;
mod cache;
pub mod check;
pub mod config;
mod flow;
pub mod guard;
mod hydra;
pub mod kratos;
mod layers;
mod metrics;
mod pages;
mod proxy;
mod routes;
mod serve;
mod view;
mod visit;

pub use account::{Account, StartError};
pub use config::Config;
pub use metrics::Metrics;
pub use routes::router;
pub use serve::{Listener, Tls, serve};

// The versions of these that the public items speak.
pub use {axum, bytes, http, jiff, tokio_util, url, uuid};
