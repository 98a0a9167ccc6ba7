//! The session as an argument of axum handlers.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::request::Parts;
use serde::de::DeserializeOwned;

use crate::kratos;

/// The session of the person who asks.
///
/// As an extractor it needs the layer [`RequireSession`](super::RequireSession) before it; behind
/// an [optional](super::RequireSession::optional) one take `Option<Session>`.
#[derive(Clone, Debug)]
pub struct Session(pub(super) Arc<kratos::Session>);

impl Deref for Session {
    type Target = kratos::Session;

    fn deref(&self) -> &kratos::Session {
        &self.0
    }
}

/// The person who asks, with their traits as a type of your own.
///
/// ```
/// use kratos_account::guard::Identity;
///
/// #[derive(serde::Deserialize)]
/// struct Traits {
///     email: String,
/// }
///
/// async fn hello(person: Identity<Traits>) -> String {
///     format!("Hello {}", person.traits.email)
/// }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Identity<T> {
    /// The identity's id.
    pub id: String,
    /// The traits.
    pub traits: T,
}

impl<T> fmt::Debug for Identity<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Why there is no session or identity to extract: a defect of the application, not of the person
/// who asks. As a response it is an empty 500.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unguarded {
    /// No guard has asked for a session, or an optional one has found none.
    NoSession,
    /// The session has no identity, or one whose traits are of another shape.
    OtherTraits,
}

impl fmt::Display for Unguarded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSession => "the route is not behind RequireSession, or behind an optional one",
            Self::OtherTraits => "the identity's traits are of another shape than was asked for",
        })
    }
}

impl std::error::Error for Unguarded {}

impl IntoResponse for Unguarded {
    fn into_response(self) -> Response {
        tracing::error!(cause = %self, "no session to extract");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }
}

impl<S: Sync> FromRequestParts<S> for Session {
    type Rejection = Unguarded;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Unguarded> {
        parts.extensions.get::<Self>().cloned().ok_or(Unguarded::NoSession)
    }
}

impl<S: Sync> OptionalFromRequestParts<S> for Session {
    type Rejection = Unguarded;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Unguarded> {
        Ok(parts.extensions.get::<Self>().cloned())
    }
}

impl<S: Sync, T: DeserializeOwned> FromRequestParts<S> for Identity<T> {
    type Rejection = Unguarded;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Unguarded> {
        let session = parts.extensions.get::<Session>().ok_or(Unguarded::NoSession)?;
        let identity = session.identity.as_ref().ok_or(Unguarded::OtherTraits)?;
        let traits = identity
            .traits
            .as_ref()
            .and_then(|traits| serde_json::from_str(traits.get()).ok())
            .ok_or(Unguarded::OtherTraits)?;
        Ok(Self { id: identity.id.to_string(), traits })
    }
}
