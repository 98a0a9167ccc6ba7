//! Sessions (Kratos `session.Session`).

use std::fmt;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::flow::Identity;
use super::json::{lenient, lenient_list, text};

/// A signed-in session, as `GET /sessions/whoami` answers it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Session {
    /// Its id.
    #[serde(deserialize_with = "text")]
    pub id: String,
    /// Whether it can be used.
    #[serde(default, deserialize_with = "lenient")]
    pub active: bool,
    /// When it ends, RFC 3339.
    #[serde(default, deserialize_with = "lenient")]
    pub expires_at: Option<String>,
    /// When the person last showed that it is them, RFC 3339.
    #[serde(default, deserialize_with = "lenient")]
    pub authenticated_at: Option<String>,
    /// When it began, RFC 3339.
    #[serde(default, deserialize_with = "lenient")]
    pub issued_at: Option<String>,
    /// How sure it is that it is them.
    #[serde(default, rename = "authenticator_assurance_level", deserialize_with = "lenient")]
    pub aal: Aal,
    /// How they showed it.
    #[serde(default, deserialize_with = "lenient_list")]
    pub authentication_methods: Vec<AuthenticationMethod>,
    /// Whose session it is. Missing in some lists.
    #[serde(default)]
    pub identity: Option<Identity>,
    /// Where it is in use.
    #[serde(default, deserialize_with = "lenient_list")]
    pub devices: Vec<Device>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// An authenticator assurance level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
#[non_exhaustive]
pub enum Aal {
    /// Nothing is sure.
    #[default]
    Aal0,
    /// One factor.
    Aal1,
    /// Two factors.
    Aal2,
    /// A level this version does not know.
    Other(String),
}

impl From<String> for Aal {
    fn from(name: String) -> Self {
        match name.as_str() {
            "aal0" => Self::Aal0,
            "aal1" => Self::Aal1,
            "aal2" => Self::Aal2,
            _ => Self::Other(name),
        }
    }
}

impl fmt::Display for Aal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Aal0 => "aal0",
            Self::Aal1 => "aal1",
            Self::Aal2 => "aal2",
            Self::Other(name) => name,
        })
    }
}

/// One way a person showed that it is them.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct AuthenticationMethod {
    /// `password`, `oidc`, `totp`, `lookup_secret`, `webauthn`, `passkey`, `code`, …
    #[serde(default, deserialize_with = "text")]
    pub method: String,
    /// When, RFC 3339.
    #[serde(default, deserialize_with = "lenient")]
    pub completed_at: Option<String>,
    /// Whose account it was, for `oidc`.
    #[serde(default, deserialize_with = "lenient")]
    pub provider: Option<String>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A browser or application that uses a session.
#[derive(Clone, Deserialize)]
#[non_exhaustive]
pub struct Device {
    /// Its address, as Kratos saw it: may have a port.
    #[serde(default, deserialize_with = "lenient")]
    pub ip_address: Option<String>,
    /// What it calls itself.
    #[serde(default, deserialize_with = "lenient")]
    pub user_agent: Option<String>,
    /// Where it is, where Kratos knows.
    #[serde(default, deserialize_with = "lenient")]
    pub location: Option<String>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl fmt::Debug for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Device").finish_non_exhaustive()
    }
}

/// How to sign out (`GET /self-service/logout/browser`).
#[derive(Clone, Deserialize)]
#[non_exhaustive]
pub struct Logout {
    /// Where the browser goes to sign out. Its token is a secret.
    pub logout_url: String,
}

impl fmt::Debug for Logout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Logout").finish_non_exhaustive()
    }
}
