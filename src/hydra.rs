//! Ory Hydra's admin API, typed: what the pages for applications (OAuth 2.0) ask of it.
//!
//! Paths and shapes are those of Hydra v26.2.0 and v2.3.0. Unlike Kratos' flows these answers decide
//! what is granted, so one of another shape than expected is no answer.

mod claims;
mod client;
mod error;
mod model;

pub use claims::Claim;
pub(crate) use claims::claims;
pub(crate) use client::Hydra;
pub(crate) use error::Error;
pub(crate) use model::{Claims, Consent, ConsentRequest, Grant, RedirectTo, Rejection};
