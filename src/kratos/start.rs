//! The kinds of flow, what they are started with, and what is submitted to them.

use std::fmt;

use bytes::Bytes;
use http::header::HeaderValue;

/// A kind of self-service flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What a person has: traits, and ways to sign in.
    Settings,
    /// Signing in.
    Login,
    /// Signing up.
    Registration,
    /// Getting back in.
    Recovery,
    /// Showing that an address is one's own.
    Verification,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Settings, Self::Login, Self::Registration, Self::Recovery, Self::Verification];

    /// The name in Kratos' paths: `settings`, `login`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Login => "login",
            Self::Registration => "registration",
            Self::Recovery => "recovery",
            Self::Verification => "verification",
        }
    }

    /// The options that its start knows (`GET /self-service/KIND/browser?…`).
    pub fn options(self) -> &'static [&'static str] {
        match self {
            Self::Settings | Self::Recovery | Self::Verification => &["return_to"],
            Self::Login => {
                &["return_to", "refresh", "aal", "login_challenge", "via", "identity_schema", "organization"]
            }
            Self::Registration => {
                &["return_to", "after_verification_return_to", "login_challenge", "identity_schema", "organization"]
            }
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The options a flow is started with, whole and in order, so that it can be started again as it
/// was: Kratos itself forgets `refresh`, `aal` and `login_challenge`.
///
/// ```
/// use kratos_account::kratos::{Kind, Start};
///
/// let start = Start::new(Kind::Login).with("refresh", "true").with("return_to", "https://app.example/");
/// assert_eq!(start.get("refresh"), Some("true"));
///
/// // Of a browser's own query, what this kind of flow knows.
/// let query = [("flow", "…"), ("return_to", "https://app.example/"), ("utm_source", "mail")];
/// let start = Start::read(Kind::Settings, query);
/// assert_eq!(start.pairs().collect::<Vec<_>>(), [("return_to", "https://app.example/")]);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Start {
    kind: Kind,
    pairs: Vec<(&'static str, String)>,
}

impl Start {
    /// A start of this kind of flow, without options.
    pub fn new(kind: Kind) -> Self {
        Self { kind, pairs: Vec::new() }
    }

    /// The options among `pairs` that this kind knows: of each name the first, as Kratos takes
    /// them, and none that is empty.
    pub fn read<N: AsRef<str>, V: Into<String>>(kind: Kind, pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut start = Self::new(kind);
        for (name, value) in pairs {
            let known = kind.options().iter().find(|known| **known == name.as_ref());
            if let Some(name) = known.filter(|name| start.get(name).is_none()) {
                start = start.with(name, value);
            }
        }
        start
    }

    /// With this option, in place of any of that name. An empty value takes it away.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        let known = self.pairs.iter().position(|(known, _)| *known == name);
        match known.and_then(|at| self.pairs.get_mut(at)) {
            Some((_, standing)) if !value.is_empty() => *standing = value,
            Some(_) => self.pairs.retain(|(known, _)| *known != name),
            None if !value.is_empty() => self.pairs.push((name, value)),
            None => {}
        }
        self
    }

    /// The kind of flow.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The option of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// All options.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.pairs.iter().map(|(name, value)| (*name, value.as_str()))
    }
}

/// Prints the names of the options: a `return_to` or a `login_challenge` may be a secret.
impl fmt::Debug for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.pairs().map(|(name, _)| name).collect();
        f.debug_struct("Start").field("kind", &self.kind).field("options", &names).finish_non_exhaustive()
    }
}

/// What is submitted to a flow.
#[derive(Clone)]
pub enum Body {
    /// As a browser sends a form (`application/x-www-form-urlencoded`).
    Form(Bytes),
    /// As JSON: the one way that says all traits (arrays, objects, numbers).
    Json(Bytes),
}

impl Body {
    pub(super) fn parts(self) -> (HeaderValue, Bytes) {
        match self {
            Self::Form(body) => (HeaderValue::from_static("application/x-www-form-urlencoded"), body),
            Self::Json(body) => (HeaderValue::from_static("application/json"), body),
        }
    }
}

/// Prints nothing of the body.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form(_) => "Form",
            Self::Json(_) => "Json",
        })
    }
}
