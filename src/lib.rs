#![doc = include_str!("../README.md")]

mod app;
mod assets;
pub mod config;
pub mod flow;
pub mod kratos;
mod layers;
mod pages;
mod serve;
mod view;

pub use app::router;
pub use config::Config;
pub use serve::serve;
