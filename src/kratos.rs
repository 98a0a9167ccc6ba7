//! Kratos' public HTTP API, typed: what pages and guards ask of it and what it answers.
//!
//! [`Client`] sends, [`Flow`] and its parts are what comes back, [`Error`] is why nothing did.
//! Nothing here knows HTML or axum. Paths, shapes and ids are those of Kratos v26.2.0; the model
//! takes any Kratos from 1.0 on.
//!
//! ```no_run
//! use kratos_account::kratos::{Client, Error, Kind, Start};
//!
//! # async fn example(browser: http::HeaderMap) -> Result<(), Box<dyn std::error::Error>> {
//! let kratos = Client::builder("http://127.0.0.1:4433".parse()?).build()?;
//!
//! let start = Start::new(Kind::Login).with("return_to", "https://app.example/");
//! let response = kratos.start(&start).cookies_of(&browser).send().await?;
//! let flow = response.data()?;
//! for node in &flow.ui.nodes {
//!     println!("{}: {}", node.attributes.name, node.attributes.kind);
//! }
//!
//! match kratos.whoami().cookies_of(&browser).send().await {
//!     Ok(response) => println!("session {}", response.data()?.id),
//!     Err(Error::Refused(refusal)) => println!("nobody: {}", refusal.answer.status()),
//!     Err(error) => return Err(error.into()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! **The data borrows from the answer**: keep the [`Response`] while you use a [`Flow`]. What is
//! kept longer ([`Session`], [`Refusal`], [`ContinueWith`]) borrows nothing.
//!
//! **What this version does not know** is in the answer's [text](Answer::text), and is
//! [read](Answer::read) as a type of your own. A field of an unexpected shape is as good as
//! absent; it never makes the rest unreadable.
//!
//! **A status does not tell success from failure.** Kratos answers the next screen of a login, or a
//! wrong password, by 400 and the flow: see [`Error::refused_flow`]. An expired recovery is a
//! redirect, which is [told](Answer::redirect) and not followed.
//!
//! # From the generated SDKs
//!
//! | `FrontendApi` of an Ory SDK | here |
//! |---|---|
//! | `createBrowserLoginFlow`, `createBrowserSettingsFlow`, … | [`Client::start`] with a [`Start`] of the [`Kind`] |
//! | `getLoginFlow`, `getSettingsFlow`, … | [`Client::flow`] |
//! | `updateLoginFlow`, `updateSettingsFlow`, … | [`Client::submit`] with a [`Body`] |
//! | `getFlowError` | [`Client::error`] |
//! | `toSession` | [`Client::whoami`] |
//! | `listMySessions` | [`Client::sessions`] |
//! | `disableMySession`, `disableMyOtherSessions` | [`Client::revoke_session`], [`Client::revoke_other_sessions`] |
//! | `createBrowserLogoutFlow` | [`Client::logout`] |
//! | `updateLogoutFlow` | the browser goes to [`Logout::logout_url`] |
//! | `getIdentitySchema` | [`Client::schema`] |
//! | `isReady` (`MetadataApi`) | [`Client::ready`] |
//! | parameters `cookie`, `xSessionToken` | [`Request::cookie`], [`Request::cookies_of`], [`Request::session_token`] |
//! | parameter `returnTo`, `refresh`, `aal`, … | [`Start::with`] |
//! | `axios`' `signal`, `headers`, `validateStatus`, `onUploadProgress`, `onDownloadProgress` | [`Request::cancel_with`], [`Request::header`], [`Request::success`], [`Request::on_sent`], [`Request::on_received`] |
//!
//! | model of an Ory SDK | here |
//! |---|---|
//! | `LoginFlow`, `SettingsFlow`, … | [`Flow`] |
//! | `UiContainer`, `UiNode`, `UiNodeAttributes`, `UiText` | [`Ui`], [`Node`], [`Attributes`], [`Message`] |
//! | `SuccessfulNativeLogin`, `SuccessfulNativeRegistration` | [`Submitted`] |
//! | `ContinueWith…` | [`ContinueWith`] |
//! | `Session`, `SessionAuthenticationMethod`, `SessionDevice` | [`Session`], [`AuthenticationMethod`], [`Device`] |
//! | `AuthenticatorAssuranceLevel` | [`Aal`] |
//! | `Identity`, `VerifiableIdentityAddress`, `RecoveryIdentityAddress` | [`Identity`], [`VerifiableAddress`], [`RecoveryAddress`] |
//! | `FlowError`, `GenericError` | [`FlowError`], [`GenericError`] |
//! | `ErrorBrowserLocationChangeRequired`, `SelfServiceFlowExpiredError`, … | [`Refusal`], by its [`ErrorId`] |
//! | `OAuth2LoginRequest`, `OAuth2Client` | [`OAuth2LoginRequest`], [`OAuth2Client`] |

#[cfg(feature = "pages")]
mod admin;
mod answer;
mod client;
mod connection;
mod continue_with;
mod error;
mod flow;
mod generic_error;
mod identity;
mod json;
mod lenient;
mod message;
mod node;
mod pool;
mod refusal;
mod request;
mod response;
mod schema;
mod session;
mod start;
mod text;
mod transfer;
mod transport;

#[cfg(feature = "pages")]
pub(crate) use admin::Admin;
pub use answer::{Answer, Unreadable};
pub use client::{Client, ClientBuilder};
pub use continue_with::{Action, ContinueWith, ContinueWithFlow};
pub use error::{Cause, Error};
pub use flow::{Flow, FlowError, OAuth2Client, OAuth2LoginRequest, Submitted, Ui};
pub use generic_error::{ErrorId, GenericError};
pub use identity::{Identity, RecoveryAddress, VerifiableAddress};
pub use json::{Json, Members};
pub use message::{Message, MessageType};
pub use node::{Attributes, Choice, Meta, Node, NodeType};
pub use refusal::{Refusal, RefusedFlow};
pub use request::Request;
pub use response::{Data, Response};
pub use schema::{Choice as SchemaChoice, Marks, NamedSchema, Place, Schema, Step, Type};
pub use session::{Aal, AuthenticationMethod, Device, Logout, Session};
pub use start::{Body, Kind, Start};
pub use text::{Str, Time};
pub use transfer::Progress;

/// Reads the model of a value, as tests write it.
#[cfg(test)]
pub(crate) fn read<T: serde::Deserialize<'static>>(json: &serde_json::Value) -> T {
    serde_json::from_str(json.to_string().leak()).unwrap_or_else(|error| panic!("{error}: {json}"))
}
