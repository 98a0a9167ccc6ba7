//! The nodes a flow's page is made of (Kratos `ui/node`).

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};

use super::json::Json;
use super::lenient::{Object, boxed, object, object_or_default, objects, optional, pairs, scalar};
use super::message::Message;
use super::text::Str;

/// One element of a flow's page.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Node<'a> {
    /// What kind of element it is.
    #[serde(rename = "type")]
    pub kind: NodeType,
    /// The method it belongs to: `profile`, `password`, `totp`, …, and `default` for all. An
    /// open set: later versions and commercial editions add some.
    #[serde(default, borrow)]
    pub group: Str<'a>,
    /// Its attributes.
    #[serde(default, borrow, deserialize_with = "object_or_default")]
    pub attributes: Attributes<'a>,
    /// What Kratos has to say about it.
    #[serde(default, borrow, deserialize_with = "objects")]
    pub messages: Vec<Message<'a>>,
    /// Its label.
    #[serde(default, borrow, deserialize_with = "object_or_default")]
    pub meta: Meta<'a>,
}

impl Node<'static> {
    /// A text field, as Kratos would have sent it.
    pub(crate) fn text(group: &str, name: &str, value: &str) -> Self {
        let attributes = Attributes {
            name: name.to_owned().into(),
            kind: "text".to_owned().into(),
            value: serde_json::to_string(value).and_then(Json::new).ok(),
            ..Attributes::default()
        };
        let (messages, meta) = (Vec::new(), Meta::default());
        Self { kind: NodeType::Input, group: group.to_owned().into(), attributes, messages, meta }
    }
}

/// The kind of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl<'de> Deserialize<'de> for NodeType {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
        let Name(name) = Name::deserialize(from)?;
        Ok(match &*name {
            "input" => Self::Input,
            "text" => Self::Text,
            "img" => Self::Img,
            "a" => Self::A,
            "script" => Self::Script,
            "div" => Self::Div,
            _ => Self::Other(name.into_owned()),
        })
    }
}

/// The attributes of a node: one struct for all kinds, so that a kind this version does not
/// know keeps what it shares with the others. The JavaScript source that Kratos sends along
/// (`onclick`, `onload`) is not among them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Attributes<'a> {
    /// `input`: the form control's name. Several nodes may share one.
    #[serde(borrow)]
    pub name: Str<'a>,
    /// `input`: the HTML type of the control (`text`, `hidden`, `submit`, …).
    /// `script`: the media type.
    #[serde(rename = "type", borrow)]
    pub kind: Str<'a>,
    /// `input`: the value. Absent and `""` differ; a number may come as a string after a
    /// refused submission.
    #[serde(borrow)]
    pub value: Option<Json<'a>>,
    /// `input`: whether it must be filled in. Kratos sets it on some buttons and hidden
    /// controls too.
    #[serde(deserialize_with = "scalar")]
    pub required: bool,
    /// `input`: whether it can be used.
    #[serde(deserialize_with = "scalar")]
    pub disabled: bool,
    /// `input`: the autofill field name.
    #[serde(borrow, deserialize_with = "optional")]
    pub autocomplete: Option<Str<'a>>,
    /// `input`: a regular expression the value must match.
    #[serde(borrow, deserialize_with = "optional")]
    pub pattern: Option<Str<'a>>,
    /// `input`: the most characters the value may have.
    #[serde(deserialize_with = "optional")]
    pub maxlength: Option<u64>,
    /// `input`: the choices of an enumeration (newer than v26.2.0).
    #[serde(borrow, deserialize_with = "objects")]
    pub options: Vec<Choice<'a>>,
    /// `input`: the name of the function to call when pressed.
    #[serde(rename = "onclickTrigger", borrow, deserialize_with = "optional")]
    pub onclick_trigger: Option<Str<'a>>,
    /// `input`: the name of the function to call once the page is there.
    #[serde(rename = "onloadTrigger", borrow, deserialize_with = "optional")]
    pub onload_trigger: Option<Str<'a>>,
    /// `input`: a label; in practice it is in [`Meta`].
    #[serde(borrow, deserialize_with = "boxed")]
    pub label: Option<Box<Message<'a>>>,
    /// All but `input`: the node's id.
    #[serde(borrow)]
    pub id: Str<'a>,
    /// `text`: the text.
    #[serde(borrow, deserialize_with = "boxed")]
    pub text: Option<Box<Message<'a>>>,
    /// `img`: a `data:` URI. `script`: a URL.
    #[serde(borrow, deserialize_with = "optional")]
    pub src: Option<Str<'a>>,
    /// `img`: pixels.
    #[serde(deserialize_with = "optional")]
    pub width: Option<u32>,
    /// `img`: pixels.
    #[serde(deserialize_with = "optional")]
    pub height: Option<u32>,
    /// `a`: where it leads.
    #[serde(borrow, deserialize_with = "optional")]
    pub href: Option<Str<'a>>,
    /// `a`: its text.
    #[serde(borrow, deserialize_with = "boxed")]
    pub title: Option<Box<Message<'a>>>,
    /// `div`: class names.
    #[serde(borrow, deserialize_with = "optional")]
    pub class: Option<Str<'a>>,
    /// `div`: values for a script, by name.
    #[serde(borrow, deserialize_with = "pairs")]
    pub data: Vec<(Str<'a>, Str<'a>)>,
}

impl<'de: 'a, 'a> Object<'de> for Attributes<'a> {}

/// One choice of an enumeration.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Choice<'a> {
    /// The value to send.
    #[serde(borrow)]
    pub value: Option<Json<'a>>,
}

impl<'de: 'a, 'a> Object<'de> for Choice<'a> {}

/// What a node carries besides its attributes. Empty for hidden controls, array items and
/// traits without a title.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Meta<'a> {
    /// The label.
    #[serde(borrow, deserialize_with = "object")]
    pub label: Option<Message<'a>>,
}

impl<'de: 'a, 'a> Object<'de> for Meta<'a> {}
