//! Kratos' messages: one constructor for each id the stand-in sends.

mod texts;

use serde::Serialize;
use serde_json::{Value, json};

/// A text with its id, as it stands above a form, at a field or on a label.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Message {
    /// The stable number.
    pub(crate) id: u32,
    /// The English text.
    pub(crate) text: String,
    /// `info`, `error` or `success`.
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    /// What the text was made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) context: Option<Value>,
}

/// A message whose type follows from its block.
pub(crate) fn message(id: u32, text: impl Into<String>) -> Message {
    let kind = match id {
        1_050_001 | 1_060_001 | 1_080_002 => "success",
        4_000_000.. => "error",
        _ => "info",
    };
    Message { id, text: text.into(), kind, context: None }
}

impl Message {
    /// Adds the context.
    pub(crate) fn context(self, context: Value) -> Self {
        Self { context: Some(context), ..self }
    }
}

/// 1070002: the title of a trait.
pub(crate) fn title(title: &str, name: &str) -> Message {
    message(1_070_002, title).context(json!({"title": title, "name": name}))
}

/// 4000001: what has no id of its own.
pub(crate) fn generic(reason: impl Into<String>) -> Message {
    let reason = reason.into();
    let context = json!({"reason": reason});
    message(4_000_001, reason).context(context)
}

/// 4000002: a field is missing.
pub(crate) fn required(property: &str) -> Message {
    message(4_000_002, format!("Property {property} is missing.")).context(json!({"property": property}))
}

/// 4000040: no e-mail address.
pub(crate) fn email(value: &str) -> Message {
    message(4_000_040, "Enter a valid email address").context(json!({"value": value}))
}

/// 4000026: a value of another type; `allowed` is joined by "or".
pub(crate) fn wrong_type(allowed: &[String], actual: &str) -> Message {
    message(4_000_026, format!("expected {}, but got {actual}", allowed.join(" or ")))
        .context(json!({"allowed_types": allowed, "actual_type": actual}))
}

/// 4000003: a text is too short.
pub(crate) fn too_short(limit: usize, actual: usize) -> Message {
    message(4_000_003, format!("length must be >= {limit}, but got {actual}"))
        .context(json!({"min_length": limit, "actual_length": actual}))
}

/// 4000001 of codes that were entered too often.
pub(crate) fn too_often() -> Message {
    generic(TOO_OFTEN)
}

/// The reason of [`too_often`].
pub(crate) const TOO_OFTEN: &str = "The request was submitted too often. Please request another code.";

/// The ids whose text never varies.
pub(crate) fn fixed(id: u32) -> Message {
    let text = texts::TEXTS.iter().find(|(known, _)| *known == id).map(|(_, text)| *text);
    message(id, text.unwrap_or_default())
}
