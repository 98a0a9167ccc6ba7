//! The nodes a flow's page is made of (Kratos `ui/node`).

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::json::{Json, lenient, lenient_list, null_is_default, text};
use super::message::{Message, message};

/// One element of a flow's page.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Node {
    /// What kind of element it is.
    #[serde(rename = "type")]
    pub kind: NodeType,
    /// The method it belongs to: `profile`, `password`, `totp`, …, and `default` for all. An
    /// open set: later versions and commercial editions add some.
    #[serde(default, deserialize_with = "text")]
    pub group: String,
    /// Its attributes.
    #[serde(default, deserialize_with = "null_is_default")]
    pub attributes: Attributes,
    /// What Kratos has to say about it.
    #[serde(default, deserialize_with = "lenient_list")]
    pub messages: Vec<Message>,
    /// Its label.
    #[serde(default, deserialize_with = "null_is_default")]
    pub meta: Meta,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The kind of a node.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
#[non_exhaustive]
pub enum NodeType {
    /// A form control.
    Input,
    /// A text to read or copy.
    Text,
    /// A picture.
    Img,
    /// A link.
    A,
    /// A script. Never loaded; see `static/webauthn.js`.
    Script,
    /// A container for a script to fill.
    Div,
    /// A kind this version does not know.
    Other(String),
}

impl From<String> for NodeType {
    fn from(name: String) -> Self {
        match name.as_str() {
            "input" => Self::Input,
            "text" => Self::Text,
            "img" => Self::Img,
            "a" => Self::A,
            "script" => Self::Script,
            "div" => Self::Div,
            _ => Self::Other(name),
        }
    }
}

/// The attributes of a node: one struct for all kinds, so that a kind this version does not
/// know keeps what it shares with the others.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Attributes {
    /// `input`: the form control's name. Several nodes may share one.
    #[serde(deserialize_with = "text")]
    pub name: String,
    /// `input`: the HTML type of the control (`text`, `hidden`, `submit`, …).
    /// `script`: the media type.
    #[serde(rename = "type", deserialize_with = "text")]
    pub kind: String,
    /// `input`: the value. Absent and `""` differ; a number may come as a string after a
    /// refused submission.
    pub value: Option<Json>,
    /// `input`: whether it must be filled in. Kratos sets it on some buttons and hidden
    /// controls too.
    #[serde(deserialize_with = "lenient")]
    pub required: bool,
    /// `input`: whether it can be used.
    #[serde(deserialize_with = "lenient")]
    pub disabled: bool,
    /// `input`: the autofill field name.
    #[serde(deserialize_with = "lenient")]
    pub autocomplete: Option<String>,
    /// `input`: a regular expression the value must match.
    #[serde(deserialize_with = "lenient")]
    pub pattern: Option<String>,
    /// `input`: the most characters the value may have.
    #[serde(deserialize_with = "lenient")]
    pub maxlength: Option<u64>,
    /// `input`: the choices of an enumeration (newer than v26.2.0).
    #[serde(deserialize_with = "lenient")]
    pub options: Vec<Choice>,
    /// `input`: JavaScript source, kept but never run.
    #[serde(deserialize_with = "lenient")]
    pub onclick: Option<String>,
    /// `input`: JavaScript source, kept but never run.
    #[serde(deserialize_with = "lenient")]
    pub onload: Option<String>,
    /// `input`: the name of the function to call when pressed.
    #[serde(rename = "onclickTrigger", deserialize_with = "lenient")]
    pub onclick_trigger: Option<String>,
    /// `input`: the name of the function to call once the page is there.
    #[serde(rename = "onloadTrigger", deserialize_with = "lenient")]
    pub onload_trigger: Option<String>,
    /// `input`: a label; in practice it is in [`Meta`].
    #[serde(deserialize_with = "message")]
    pub label: Option<Message>,
    /// All but `input`: the node's id.
    #[serde(deserialize_with = "text")]
    pub id: String,
    /// `text`: the text.
    #[serde(deserialize_with = "message")]
    pub text: Option<Message>,
    /// `img`: a `data:` URI. `script`: a URL.
    #[serde(deserialize_with = "lenient")]
    pub src: Option<String>,
    /// `img`: pixels.
    #[serde(deserialize_with = "lenient")]
    pub width: Option<u32>,
    /// `img`: pixels.
    #[serde(deserialize_with = "lenient")]
    pub height: Option<u32>,
    /// `a`: where it leads.
    #[serde(deserialize_with = "lenient")]
    pub href: Option<String>,
    /// `a`: its text.
    #[serde(deserialize_with = "message")]
    pub title: Option<Message>,
    /// `div`: class names.
    #[serde(deserialize_with = "lenient")]
    pub class: Option<String>,
    /// `div`: values for a script, by name.
    #[serde(deserialize_with = "lenient")]
    pub data: BTreeMap<String, String>,
    /// Attributes this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// One choice of an enumeration.
#[derive(Clone, Debug, Default, Deserialize)]
#[non_exhaustive]
pub struct Choice {
    /// The value to send.
    pub value: Option<Json>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// What a node carries besides its attributes. Empty for hidden controls, array items and
/// traits without a title.
#[derive(Clone, Debug, Default, Deserialize)]
#[non_exhaustive]
pub struct Meta {
    /// The label.
    #[serde(default, deserialize_with = "message")]
    pub label: Option<Message>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}
