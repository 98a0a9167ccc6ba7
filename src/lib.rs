#![doc = include_str!("../README.md")]

mod app;
mod assets;
mod brand;
pub mod config;
mod flow;
pub mod guard;
pub mod kratos;
mod layers;
mod pages;
mod proxy;
mod serve;
mod view;

pub use app::{Account, StartError, router};
pub use brand::Link;
pub use config::Config;
pub use serve::serve;

// The versions of these that the public items speak.
pub use {axum, http, reqwest};
