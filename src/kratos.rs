//! Kratos' public HTTP API, typed: what the account pages ask of it and what it answers.
//!
//! Nothing here knows HTML or axum. [`Client`] sends, [`Flow`] and its parts are what comes
//! back, [`Error`] is why nothing did. Paths, shapes and ids are those of Kratos v26.2.0; the
//! model takes any Kratos from 1.0 on and keeps what it does not know.

mod client;
mod error;
mod flow;
mod json;
mod message;
mod node;
mod pool;
mod request;
mod response;
mod schema;
mod session;

pub use client::{Client, ClientBuilder};
pub use error::{Error, ErrorId, Refusal, Unreadable};
pub use flow::{ContinueWith, ContinueWithFlow, Flow, Identity, Ui, VerifiableAddress};
pub use json::Json;
pub use message::{Message, MessageType};
pub use node::{Attributes, Choice, Meta, Node, NodeType};
pub use request::{Progress, Request};
pub use response::Response;
pub use schema::{Place, Schema, Schemas};
pub use session::{Aal, AuthenticationMethod, Device, Logout, Session};
