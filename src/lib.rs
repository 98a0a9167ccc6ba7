#![doc = include_str!("lib.md")]
#![cfg_attr(not(feature = "pages"), expect(dead_code, reason = "client and guard have more that only pages use"))]

pub mod kratos;
mod trace;

#[cfg(feature = "guard")]
mod account;
#[cfg(feature = "guard")]
pub mod config;
#[cfg(feature = "guard")]
mod cookies;
#[cfg(feature = "guard")]
mod flow;
#[cfg(feature = "guard")]
mod forwarded;
#[cfg(feature = "guard")]
pub mod guard;
#[cfg(feature = "guard")]
mod sessions;

#[cfg(feature = "pages")]
mod assets;
#[cfg(feature = "pages")]
#[doc(hidden)]
pub mod bench;
#[cfg(feature = "pages")]
mod brand;
#[cfg(feature = "pages")]
mod cache;
#[cfg(feature = "pages")]
pub mod check;
#[cfg(feature = "pages")]
mod draft;
#[cfg(feature = "pages")]
mod hydra;
#[cfg(feature = "pages")]
mod layers;
#[cfg(feature = "pages")]
mod metrics;
#[cfg(feature = "pages")]
mod pages;
#[cfg(feature = "pages")]
mod proxy;
#[cfg(feature = "pages")]
mod routes;
#[cfg(feature = "pages")]
mod security;
#[cfg(feature = "pages")]
mod serve;
#[cfg(feature = "pages")]
mod view;
#[cfg(feature = "pages")]
mod visit;

#[cfg(feature = "guard")]
pub use account::Account;
#[cfg(feature = "guard")]
pub use config::{Config, StartError};
#[cfg(feature = "pages")]
pub use metrics::Metrics;
#[cfg(feature = "pages")]
pub use routes::router;
#[cfg(feature = "pages")]
pub use serve::{Listener, Tls, serve};

// The versions of these that the public items speak.
#[cfg(feature = "guard")]
pub use {axum, ipnet};
pub use {bytes, http, jiff, tokio_util, url, uuid};

/// The README's examples, which are to compile.
#[cfg(all(doctest, feature = "pages"))]
#[doc = include_str!("../README.md")]
struct Readme;
