//! One trait's field: its control, the text it shows, and what HTML may say of it.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::text::{boolean, canonical, holds, input_of, local_datetime, offset, text};
use super::tree::Tree;
use super::{Spot, Traits, is_trait};
use crate::kratos::{Json, Node, NodeType, Place, Type};

/// How long a text may be for a field to hold it, in bytes. What is longer is kept as it is.
const LONGEST: usize = 64 * 1024;

/// How long a picture in a text may be for a field to hold it, in bytes.
const LONGEST_PICTURE: usize = 2 * 1024;

/// How much of a long text is shown, in characters.
const BEGINNING: usize = 200;

/// How long a text may be for its copy to be the text, in bytes: else it is a hash.
const LONGEST_COPY: usize = 64;

/// A trait's field, whatever its control. HTML's attributes say no more than the schema does.
#[derive(Debug)]
pub(crate) struct Field<'a> {
    /// What holds it.
    pub(crate) control: Control<'a>,
    /// What it shows; of a box `true`, `false` or nothing.
    pub(crate) text: Cow<'a, str>,
    /// What the schema calls it.
    pub(crate) title: Option<&'a str>,
    /// What the schema says to help.
    pub(crate) description: Option<&'a str>,
    /// The copy of what stands, for the form to send along.
    pub(crate) shown: Option<Shown>,
    /// The offset of a moment that is shown without it: `Z`, `+05:30`.
    pub(crate) offset: Option<String>,
    /// Whether no form changes it (`readOnly`, inherited).
    pub(crate) read_only: bool,
    /// Whether an empty field, or a box without tick, would be refused.
    pub(crate) required: bool,
    /// The pattern, in HTML's terms.
    pub(crate) pattern: Option<&'a str>,
    /// The greatest length in UTF-16 units that so many code points may have.
    pub(crate) maxlength: Option<u64>,
    /// The least number.
    pub(crate) min: Option<String>,
    /// The greatest number.
    pub(crate) max: Option<String>,
    /// Whether any fraction will do.
    pub(crate) any_step: bool,
}

/// What holds a trait.
#[derive(Debug)]
pub(crate) enum Control<'a> {
    /// An `input` of this type: `text`, `email`, `url`, `tel`, `number`, `date` or `datetime-local`.
    Input(&'static str),
    /// Text of several lines.
    TextArea,
    /// A box to tick.
    Checkbox {
        /// Whether it is ticked.
        checked: bool,
    },
    /// A choice among values.
    Select(Vec<Choice<'a>>),
    /// Too long for a field: its beginning is shown, and it stays as it is.
    Kept {
        /// The beginning.
        beginning: Cow<'a, str>,
    },
    /// A picture, which stays as it is.
    Picture {
        /// Its `data:` URL.
        src: Cow<'a, str>,
    },
}

/// A value to choose.
#[derive(Debug)]
pub(crate) struct Choice<'a> {
    /// What is sent.
    pub(crate) value: Cow<'a, str>,
    /// What the schema calls it.
    pub(crate) label: Option<&'a str>,
    /// Whether it is the one that is shown.
    pub(crate) chosen: bool,
}

impl<'a> Traits<'a> {
    /// The field of a node; nothing where it is no trait's.
    pub(crate) fn field(&self, node: &'a Node<'a>) -> Option<Field<'a>> {
        if node.kind != NodeType::Input || !is_trait(&node.attributes.name) {
            return None;
        }
        Some(match self.find(&node.attributes.name) {
            Some(spot) => self.field_at(node, &spot),
            // A name beyond all bounds: it is shown, and no form changes it.
            None => Field { read_only: true, ..Field::of_node(node) },
        })
    }

    fn field_at(&self, node: &'a Node<'a>, spot: &Spot<'_, 'a, '_>) -> Field<'a> {
        let attributes = &node.attributes;
        let is_spare = spot.is_list();
        let (place, standing) =
            if is_spare { (spot.place.and_then(Place::items), None) } else { (spot.place, spot.standing) };
        let leaf = standing.and_then(Tree::source);
        // After a refusal the node holds what was typed, as a text or a number.
        let of_node = attributes.value.as_ref().map(Json::get).filter(|_| !is_spare);
        let shows_standing = same(of_node, leaf);
        let value = if shows_standing { leaf } else { of_node.filter(|json| !json.starts_with(['{', '['])) };
        let kind = place.map_or_else(|| known(&attributes.kind), input_of);
        let is_box = place.map_or(attributes.kind == "checkbox", |place| place.is_only(Type::Boolean));
        let choices = if is_box { Vec::new() } else { choices(place, node) };
        let showing = Showing { kind, is_box, choices: !choices.is_empty() };
        let (text, control) = showing.of(value);
        let refused_blank = || place.is_some_and(Place::refuses_blank);
        let of_kratos = || attributes.required && !matches!(kind, "text" | "checkbox");
        let required = match place {
            _ if is_spare || spot.in_list => false,
            None => of_kratos() || (self.is_new() && attributes.required && !is_box),
            Some(_) if !spot.required => false,
            Some(place) if is_box => place.must_be_true(),
            Some(_) => self.is_new() || refused_blank(),
        };
        let is_input = matches!(control, Control::Input(_) | Control::TextArea);
        let is_text = is_input && !matches!(kind, "number" | "date" | "datetime-local");
        let is_number = matches!(control, Control::Input("number"));
        let whole = is_number && place.is_some_and(|place| place.is_only(Type::Integer));
        let bound = |number: Option<&serde_json::Number>, round: fn(f64) -> f64| {
            let number = number.filter(|_| is_number)?;
            match number.as_f64().filter(|value| whole && value.abs() < 9e15) {
                Some(value) => Some(format!("{:.0}", round(value))),
                None => Some(number.to_string()),
            }
        };
        let shown = if matches!(control, Control::Kept { .. } | Control::Picture { .. }) {
            None
        } else {
            let text = if shows_standing { Cow::Borrowed(&*text) } else { showing.of(leaf).0 };
            Some(if is_box && !text.is_empty() { Shown::Box(text == "true") } else { Shown::of(&text) })
        };
        let is_moment = matches!(control, Control::Input("datetime-local"));
        let moment = is_moment.then(|| value.map(self::text)).flatten();
        let mut field = Field {
            title: place.and_then(Place::title),
            description: place.and_then(Place::description),
            shown,
            offset: is_moment.then(|| moment.as_deref().and_then(offset).unwrap_or("Z").to_owned()),
            read_only: spot.read_only && !(self.is_new() && leaf.is_none()),
            required,
            pattern: place.and_then(Place::html_pattern).filter(|_| is_text && matches!(control, Control::Input(_))),
            maxlength: place.and_then(Place::max_length).and_then(|most| most.checked_mul(2)).filter(|_| is_text),
            min: bound(place.and_then(Place::minimum), f64::ceil),
            max: bound(place.and_then(Place::maximum), f64::floor),
            any_step: is_moment || (is_number && !(whole && leaf.is_none_or(|json| Type::of(json) == Type::Integer))),
            text,
            control,
        };
        if !choices.is_empty() && is_input {
            field.choose(choices);
        }
        field
    }
}

impl<'t> Field<'t> {
    /// The field of a node of which no schema tells.
    pub(crate) fn of_node(node: &'t Node<'t>) -> Self {
        let attributes = &node.attributes;
        let (kind, is_box) = (known(&attributes.kind), attributes.kind == "checkbox");
        let choices = choices(None, node);
        let showing = Showing { kind, is_box, choices: !choices.is_empty() };
        let (text, control) = showing.of(attributes.value.as_ref().map(Json::get));
        let mut field = Self {
            any_step: matches!(control, Control::Input("number" | "datetime-local")),
            control,
            text,
            title: None,
            description: None,
            shown: None,
            offset: None,
            read_only: false,
            required: attributes.required,
            pattern: attributes.pattern.as_deref(),
            maxlength: attributes.maxlength,
            min: None,
            max: None,
        };
        if !choices.is_empty() {
            field.choose(choices);
        }
        field
    }

    /// Makes it a choice. What stands can be kept, and nothing can be chosen where that is taken.
    fn choose(&mut self, mut choices: Vec<Choice<'t>>) {
        for choice in &mut choices {
            choice.chosen = choice.value == self.text;
        }
        if !choices.iter().any(|choice| choice.chosen) && !self.text.is_empty() {
            choices.insert(0, Choice { value: self.text.clone(), label: None, chosen: true });
        }
        let has_blank = choices.iter().any(|choice| choice.value.is_empty());
        if !has_blank && (self.text.is_empty() || !self.required) {
            choices.insert(0, Choice { value: Cow::Borrowed(""), label: None, chosen: self.text.is_empty() });
        }
        self.control = Control::Select(choices);
    }

    /// Shows what was typed instead.
    pub(crate) fn show(&mut self, typed: &'t str) {
        match &mut self.control {
            Control::Kept { .. } | Control::Picture { .. } => return,
            Control::Checkbox { checked } => *checked = typed == "true",
            Control::Select(choices) => {
                for choice in &mut *choices {
                    choice.chosen = choice.value == typed;
                }
                if !choices.iter().any(|choice| choice.chosen) {
                    choices.insert(0, Choice { value: Cow::Borrowed(typed), label: None, chosen: true });
                }
            }
            Control::TextArea => {}
            Control::Input(kind) => {
                if typed.contains(['\r', '\n']) {
                    self.control = Control::TextArea;
                } else if !holds(kind, typed) && !typed.is_empty() {
                    self.control = Control::Input("text");
                }
            }
        }
        self.text = Cow::Borrowed(typed);
    }
}

impl Spot<'_, '_, '_> {
    /// Whether this is a list, so that its own field takes a new item.
    pub(super) fn is_list(&self) -> bool {
        match self.standing {
            Some(Tree::Array(_)) => true,
            None => self.place.is_some_and(|place| place.is_only(Type::Array)),
            Some(standing) => standing.is_null() && self.place.is_some_and(|place| place.is_only(Type::Array)),
        }
    }
}

/// How values of a place are shown.
#[derive(Clone, Copy)]
struct Showing {
    kind: &'static str,
    is_box: bool,
    choices: bool,
}

impl Showing {
    /// The text that a scalar shows, and the control that holds it.
    fn of(self, json: Option<&str>) -> (Cow<'_, str>, Control<'_>) {
        let text = json.map(text).unwrap_or_default();
        if self.is_box {
            let ticked = boolean(&text);
            let text = match ticked {
                Some(true) => "true",
                Some(false) => "false",
                None => "",
            };
            return (Cow::Borrowed(text), Control::Checkbox { checked: ticked == Some(true) });
        }
        if text.is_empty() {
            return (text, Control::Input(self.kind));
        }
        if is_picture(&text) && text.len() > LONGEST_PICTURE {
            return (Cow::Borrowed(""), Control::Picture { src: text });
        }
        if text.len() > LONGEST {
            let beginning = text.char_indices().nth(BEGINNING).map_or(text.len(), |(at, _)| at);
            let beginning = Cow::Owned(text.get(..beginning).unwrap_or_default().to_owned());
            return (Cow::Borrowed(""), Control::Kept { beginning });
        }
        if self.kind == "datetime-local"
            && let Some(local) = local_datetime(&text)
        {
            return (Cow::Owned(local), Control::Input(self.kind));
        }
        let control = if text.contains(['\r', '\n']) {
            Control::TextArea
        } else if self.choices || (self.kind != "datetime-local" && holds(self.kind, &text)) {
            Control::Input(self.kind)
        } else {
            Control::Input("text")
        };
        (text, control)
    }
}

/// What there is to choose from: what the schema says, else what the node does.
fn choices<'a>(place: Option<Place<'a>>, node: &'a Node<'a>) -> Vec<Choice<'a>> {
    let of_schema = place.map(Place::choices).unwrap_or_default();
    let one = |json: &'a str, label| Choice { value: text(json), label, chosen: false };
    let mut found: Vec<Choice<'a>> = match of_schema {
        [] => {
            let values = node.attributes.options.iter().filter_map(|option| option.value.as_ref());
            values.map(|value| one(value.get(), None)).collect()
        }
        choices => choices.iter().map(|choice| one(choice.value.get(), choice.title.as_deref())).collect(),
    };
    let mut seen = std::collections::HashSet::new();
    found.retain(|choice| seen.insert(choice.value.clone()));
    found
}

/// Whether a node's value is its trait's. Kratos' nodes pass numbers through 64-bit floats, so
/// numbers are compared as such.
fn same(node: Option<&str>, standing: Option<&str>) -> bool {
    let some = |json: Option<&str>| json.is_some_and(|json| json != "null");
    match (node, standing) {
        (Some(node), Some(standing)) if some(Some(node)) && some(Some(standing)) => {
            node == standing
                || match (number(node), number(standing)) {
                    (Some(node), Some(standing)) => node.total_cmp(&standing).is_eq(),
                    (None, None) => text(node) == text(standing) && Type::of(node) == Type::of(standing),
                    _ => false,
                }
        }
        _ => !some(node) && !some(standing),
    }
}

/// A number as Kratos reads it. The standard library rounds right; a parser of JSON may not.
fn number(json: &str) -> Option<f64> {
    let is_number = json.bytes().next().is_some_and(|first| first == b'-' || first.is_ascii_digit());
    is_number.then(|| json.parse().ok()).flatten()
}

/// The type of a node's control, where a browser has it and does not change what it shows.
fn known(kind: &str) -> &'static str {
    match kind {
        "email" => "email",
        "url" => "url",
        "tel" => "tel",
        "number" => "number",
        "date" => "date",
        "datetime-local" => "datetime-local",
        _ => "text",
    }
}

/// A picture that cannot ask anybody for anything.
fn is_picture(text: &str) -> bool {
    ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"]
        .iter()
        .any(|start| text.starts_with(start))
}

/// The copy of a text that a field showed: short ones as they are, long ones as a hash.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The text.
    Text(String),
    /// Its hash.
    Hash(String),
    /// A box, and whether it was ticked.
    Box(bool),
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("shown")
    }
}

impl Shown {
    /// The copy of a text.
    pub(crate) fn of(text: &str) -> Self {
        let text = super::text::lines(text);
        // HTML cannot say the character: it is replaced on the way.
        let text = if text.contains('\0') { Cow::Owned(text.replace('\0', "\u{fffd}")) } else { text };
        if text.len() <= LONGEST_COPY { Self::Text(text.into_owned()) } else { Self::Hash(hash(&text)) }
    }

    /// Reads a copy.
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::of(&text)),
            Value::Bool(ticked) => Some(Self::Box(ticked)),
            Value::Array(mut items) => match items.pop()? {
                Value::String(hash) => Some(Self::Hash(hash)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether this is the copy of `text`.
    pub(crate) fn is(&self, text: &str) -> bool {
        match self {
            Self::Box(_) => self.text() == Some(text),
            Self::Text(_) | Self::Hash(_) => Self::of(text) == *self,
        }
    }

    /// Whether nothing was shown.
    pub(crate) fn is_blank(&self) -> bool {
        *self == Self::Text(String::new())
    }

    /// The text, where it is not too long.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Box(ticked) => Some(if *ticked { "true" } else { "false" }),
            Self::Hash(_) => None,
        }
    }

    /// The same for all texts that mean the same.
    pub(crate) fn canonical(&self) -> Self {
        match self {
            Self::Text(text) => Self::of(&canonical(text)),
            Self::Box(ticked) => Self::Text(ticked.to_string()),
            Self::Hash(_) => self.clone(),
        }
    }

    /// What a field of this place shows of a scalar; nothing where it is kept as it is.
    pub(crate) fn of_standing(json: &str, place: Option<Place<'_>>) -> Option<Self> {
        let kind = place.map_or("text", input_of);
        let is_box = place.map_or(json == "true" || json == "false", |place| place.is_only(Type::Boolean));
        let (text, control) = Showing { kind, is_box, choices: false }.of(Some(json));
        let kept = matches!(control, Control::Kept { .. } | Control::Picture { .. });
        (!kept).then(|| Self::of(&canonical(&text)))
    }
}

/// The first 128 bits of SHA-256, in hexadecimal digits.
fn hash(text: &str) -> String {
    use std::fmt::Write;
    let mut digits = String::with_capacity(32);
    for byte in Sha256::digest(text.as_bytes()).iter().take(16) {
        // Writing to a string does not fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// What the fields of a form showed, for its hidden control [`super::SHOWN`].
#[derive(Debug, Default)]
pub(crate) struct Copies(serde_json::Map<String, Value>);

impl Copies {
    /// Adds what a field showed.
    pub(crate) fn add(&mut self, name: &str, shown: Shown) {
        let value = match shown {
            Shown::Text(text) => Value::String(text),
            Shown::Hash(hash) => Value::Array(vec![Value::String(hash)]),
            Shown::Box(ticked) => Value::Bool(ticked),
        };
        self.0.insert(name.to_owned(), value);
    }

    /// Whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of the control.
    pub(crate) fn json(self) -> String {
        Value::Object(self.0).to_string()
    }

    /// Reads the value of the control.
    pub(crate) fn read(json: &str) -> Option<Vec<(String, Shown)>> {
        let Value::Object(members) = serde_json::from_str(json).ok()? else { return None };
        Some(members.into_iter().filter_map(|(name, value)| Some((name, Shown::read(value)?))).collect())
    }
}
