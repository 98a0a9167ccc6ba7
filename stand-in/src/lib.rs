//! A stand-in for [Ory Kratos](https://www.ory.sh/kratos): its public HTTP API in memory, for tests and the demo.
//!
//! It does what a browser and an account application see of Kratos v26.2.0: flows, sessions, cookies, redirects, status
//! codes, message ids and the order of nodes. `tests/comparison` holds it against recorded answers of the real one. It
//! is no second Kratos: what no test needs is left out, passwords are kept in the clear, nothing survives its end, and
//! it listens on loopback only.
//!
//! ```
//! # async fn example() -> std::io::Result<()> {
//! let kratos = kratos_stand_in::StandIn::start(kratos_stand_in::Config::default()).await?;
//! kratos.create_identity(&serde_json::json!({"email": "ada@example.org"}), "Note-G-1843").unwrap();
//! kratos.advance(std::time::Duration::from_secs(3600));
//! println!("{} or, signed in, {}", kratos.home_url(), kratos.person_url());
//! # Ok(()) }
//! ```
//!
//! [`StandIn::admin_router`] is the admin API at an origin of its own, as Kratos has it.
//!
//! With [`Config::hydra`] it plays Ory Hydra as well: [`StandIn::hydra_router`] and [`StandIn::hydra_admin_router`].
//!
//! Where the browser is: `/ui` leads to everything, `/ui/outbox` shows the mails (also `GET /admin/courier/messages`),
//! `/ui/person` signs somebody in as they are, and `/ui/demo` somebody with traits of every kind.

mod admin;
mod app;
mod call;
mod config;
mod csrf;
mod demo;
mod failure;
mod fields;
mod flow;
mod http;
mod hydra;
mod identity;
mod json;
mod login;
mod message;
mod node;
mod oidc;
mod order;
mod outbox;
mod pages;
mod provider;
mod recovery;
mod registration;
mod return_to;
mod routes;
mod schema;
mod server;
mod session;
mod sessions;
mod settings;
mod state;
mod totp;
mod validate;
mod verification;
mod webauthn;

pub use config::{
    Config, ExtraSchema, FeatureFlags, Hook, HydraUrls, Methods, PERSON_SCHEMA, PLAIN_SCHEMA, Provider, RICH_SCHEMA,
    RequiredAal, Style, UiUrls, Use,
};
pub use server::StandIn;
