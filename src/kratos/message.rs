//! Messages and labels (Kratos `text.Message`).

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;

use super::json::{Json, Members};
use super::lenient::{Object, Scalar, scalar};
use super::text::Str;

/// A text of Kratos': a message, a label, or the content of a text node.
///
/// `Debug` leaves text and context out: they may hold a recovery code or a TOTP key.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Message<'a> {
    /// What is said, whatever its wording. Zero where Kratos (or a hook of its operator) gave
    /// none; a hook may send any integer.
    #[serde(deserialize_with = "scalar")]
    pub id: i64,
    /// The English wording.
    #[serde(borrow)]
    pub text: Str<'a>,
    /// How it is meant.
    #[serde(rename = "type", deserialize_with = "scalar")]
    pub kind: MessageType,
    /// The values in the wording, by name.
    #[serde(borrow)]
    pub context: Option<Json<'a>>,
}

impl Message<'_> {
    /// One value of the context. For several, look at [`Message::values`] once.
    pub fn context_value<'s, T: Deserialize<'s>>(&'s self, key: &str) -> Option<T> {
        self.values().get(key)
    }

    /// The values of the context.
    pub fn values(&self) -> Members<'_> {
        self.context.as_ref().map(Members::of).unwrap_or_default()
    }
}

/// A plain text is a message of which no more is known.
impl<'de: 'a, 'a> Object<'de> for Message<'a> {
    fn of_text(text: Cow<'de, str>) -> Option<Self> {
        Str::of_text(text).map(|text| Self { text, ..Self::default() })
    }
}

impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// How a message is meant (`info`, `error`, `success`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum MessageType {
    /// Something to know.
    #[default]
    Info,
    /// Something to mend.
    Error,
    /// Something that worked.
    Success,
    /// A type this version does not know.
    Other(String),
}

impl Scalar<'_> for MessageType {
    fn of_text(name: Cow<'_, str>) -> Option<Self> {
        Some(match &*name {
            "info" => Self::Info,
            "error" => Self::Error,
            "success" => Self::Success,
            _ => Self::Other(name.into_owned()),
        })
    }
}
