//! Kratos' public HTTP API, typed: what the account pages ask of it and what it answers.
//!
//! Nothing here knows HTML or axum. [`Client`] sends, [`Flow`] and its parts are what comes
//! back, [`Error`] is why nothing did. Paths, shapes and ids are those of Kratos v26.2.0; the
//! model takes any Kratos from 1.0 on and keeps what it does not know.

mod client;
mod continue_with;
mod error;
mod flow;
mod identity;
mod json;
mod message;
mod node;
mod refusal;
mod request;
mod response;
mod schema;
mod session;
mod start;
mod text;

pub use client::{Client, ClientBuilder};
pub use continue_with::{Action, ContinueWith, ContinueWithFlow};
pub use error::{Error, ErrorId, GenericError, Unreadable};
pub use flow::{Flow, FlowError, OAuth2Client, OAuth2LoginRequest, Submitted, Ui};
pub use identity::{Identity, RecoveryAddress, VerifiableAddress};
pub use json::{Json, Members};
pub use message::{Message, MessageType};
pub use node::{Attributes, Choice, Meta, Node, NodeType};
pub use refusal::{Refusal, RefusedFlow};
pub use request::{Progress, Request};
pub use response::{Answer, Data, Response};
pub use schema::{Place, Schema, Schemas};
pub use session::{Aal, AuthenticationMethod, Device, Logout, Session};
pub use start::{Body, Kind, Start};
pub use text::{Str, Time};

/// Reads the model of a value, as tests write it.
#[cfg(test)]
pub(crate) fn read<T: serde::Deserialize<'static>>(json: &serde_json::Value) -> T {
    serde_json::from_str(json.to_string().leak()).unwrap_or_else(|error| panic!("{error}: {json}"))
}
