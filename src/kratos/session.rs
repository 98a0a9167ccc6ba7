//! Sessions (Kratos `session.Session`).

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Deserializer};
use uuid::Uuid;

use super::identity::Identity;
use super::lenient::{Object, Scalar, object, objects, optional, scalar};
use super::text::Time;

/// A signed-in session, as `GET /sessions/whoami` answers it. It borrows nothing: it is kept.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Session {
    /// Its id.
    pub id: Uuid,
    /// Whether it can be used.
    #[serde(default, deserialize_with = "scalar")]
    pub active: bool,
    /// When it ends.
    #[serde(default, deserialize_with = "optional")]
    pub expires_at: Option<Time>,
    /// When the person last showed that it is them.
    #[serde(default, deserialize_with = "optional")]
    pub authenticated_at: Option<Time>,
    /// When it began.
    #[serde(default, deserialize_with = "optional")]
    pub issued_at: Option<Time>,
    /// How sure it is that it is them.
    #[serde(default, rename = "authenticator_assurance_level", deserialize_with = "scalar")]
    pub aal: Aal,
    /// How they showed it.
    #[serde(default, deserialize_with = "objects")]
    pub authentication_methods: Vec<AuthenticationMethod>,
    /// Whose session it is. Missing in some lists, and where it has no id.
    #[serde(default, deserialize_with = "owned_identity")]
    pub identity: Option<Identity<'static>>,
    /// Where it is in use.
    #[serde(default, deserialize_with = "objects")]
    pub devices: Vec<Device>,
}

impl Object<'_> for Session {}

/// Nobody is taken for the identity whose id is nil.
fn owned_identity<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Identity<'static>>, D::Error> {
    let identity: Option<Identity<'de>> = object(from)?;
    Ok(identity.filter(|identity| !identity.id.is_nil()).map(Identity::into_owned))
}

/// An authenticator assurance level.
///
/// Levels are ordered; one that this version does not know is comparable to no other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
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

impl Aal {
    /// Whether it is at least `required`. What is unknown, had or required, is never enough.
    ///
    /// ```
    /// use kratos_account::kratos::Aal;
    ///
    /// assert!(Aal::Aal2.satisfies(&Aal::Aal1));
    /// assert!(!Aal::Other("aal9".into()).satisfies(&Aal::Aal1));
    /// ```
    pub fn satisfies(&self, required: &Self) -> bool {
        self.level().zip(required.level()).is_some_and(|(level, required)| level >= required)
    }

    fn level(&self) -> Option<u8> {
        match self {
            Self::Aal0 => Some(0),
            Self::Aal1 => Some(1),
            Self::Aal2 => Some(2),
            Self::Other(_) => None,
        }
    }
}

impl PartialOrd for Aal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self == other {
            return Some(Ordering::Equal);
        }
        self.level()?.partial_cmp(&other.level()?)
    }
}

impl From<&str> for Aal {
    fn from(name: &str) -> Self {
        match name {
            "aal0" => Self::Aal0,
            "aal1" => Self::Aal1,
            "aal2" => Self::Aal2,
            _ => Self::Other(name.to_owned()),
        }
    }
}

impl From<String> for Aal {
    fn from(name: String) -> Self {
        Self::from(name.as_str())
    }
}

impl Scalar<'_> for Aal {
    fn of_text(name: Cow<'_, str>) -> Option<Self> {
        Some(Self::from(&*name))
    }
}

impl fmt::Display for Aal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Aal0 => "aal0",
            Self::Aal1 => "aal1",
            Self::Aal2 => "aal2",
            Self::Other(name) => name,
        })
    }
}

/// One way a person showed that it is them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct AuthenticationMethod {
    /// `password`, `oidc`, `totp`, `lookup_secret`, `webauthn`, `passkey`, `code`, …
    #[serde(deserialize_with = "scalar")]
    pub method: String,
    /// The level it gave.
    #[serde(deserialize_with = "scalar")]
    pub aal: Aal,
    /// When.
    #[serde(deserialize_with = "optional")]
    pub completed_at: Option<Time>,
    /// Whose account it was, for `oidc`.
    #[serde(deserialize_with = "optional")]
    pub provider: Option<String>,
}

impl Object<'_> for AuthenticationMethod {}

/// A browser or application that uses a session.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Device {
    /// Its address, as Kratos saw it: may have a port.
    #[serde(deserialize_with = "optional")]
    pub ip_address: Option<String>,
    /// What it calls itself.
    #[serde(deserialize_with = "optional")]
    pub user_agent: Option<String>,
    /// Where it is, where Kratos knows.
    #[serde(deserialize_with = "optional")]
    pub location: Option<String>,
}

impl Object<'_> for Device {}

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
