#![doc = include_str!("../README.md")]

mod app;
mod assets;
mod brand;
pub mod config;
pub mod flow;
pub mod kratos;
mod layers;
mod pages;
mod serve;
mod view;

pub use app::{StartError, router};
pub use brand::Link;
pub use config::Config;
pub use serve::serve;
