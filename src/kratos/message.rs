//! Messages and labels (Kratos `text.Message`).

use std::fmt;

use serde::{Deserialize, Deserializer, de};
use serde_json::{Map, Value};

use super::json::{Json, ignore_others, lenient, text};

/// A text of Kratos': a message, a label, or the content of a text node.
///
/// `Debug` leaves text and context out: they may hold a recovery code or a TOTP key.
#[derive(Clone, Default, Deserialize)]
#[non_exhaustive]
pub struct Message {
    /// What is said, whatever its wording. Zero where Kratos (or a hook of its operator) gave
    /// none; a hook may send any integer.
    #[serde(default, deserialize_with = "lenient")]
    pub id: i64,
    /// The English wording.
    #[serde(default, deserialize_with = "text")]
    pub text: String,
    /// How it is meant.
    #[serde(default, rename = "type", deserialize_with = "lenient")]
    pub kind: MessageType,
    /// The values in the wording, by name.
    #[serde(default)]
    pub context: Option<Json>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl Message {
    /// One value of the context.
    pub fn context_value<T: serde::de::DeserializeOwned>(&self, key: &str) -> Option<T> {
        let mut context: std::collections::BTreeMap<String, Json> = self.context.as_ref()?.read()?;
        context.remove(key)?.read()
    }
}

/// Takes a message, or a plain text for one; anything else for none.
pub(super) fn message<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Message>, D::Error> {
    struct Visitor;
    impl<'de> de::Visitor<'de> for Visitor {
        type Value = Option<Message>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a message")
        }

        fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
            Message::deserialize(de::value::MapAccessDeserializer::new(map)).map(Some)
        }

        fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Some(Message { text: text.to_owned(), ..Message::default() }))
        }

        ignore_others!();
    }
    from.deserialize_any(Visitor)
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// How a message is meant (`info`, `error`, `success`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
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

impl From<String> for MessageType {
    fn from(name: String) -> Self {
        match name.as_str() {
            "info" => Self::Info,
            "error" => Self::Error,
            "success" => Self::Success,
            _ => Self::Other(name),
        }
    }
}
