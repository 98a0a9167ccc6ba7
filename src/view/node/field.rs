//! Fields: what every control has, and which control a value gets.

use std::borrow::Cow;

use super::{Page, Part, Select, text_of};
use crate::flow::traits::{self, Control, Tree};
use crate::kratos::{Json, Kind, Node, Place, Start};
use crate::view::message::{Notice, Phrase};

/// What a field has whatever its control.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an HTML attribute")]
pub(crate) struct Field<'a> {
    pub(crate) id: String,
    pub(crate) name: &'a str,
    pub(crate) label: Phrase<'a>,
    pub(crate) value: Cow<'a, str>,
    pub(crate) required: bool,
    pub(crate) disabled: bool,
    /// Nobody can change it here.
    pub(crate) read_only: bool,
    pub(crate) autocomplete: Option<&'a str>,
    /// What helps to fill it in.
    pub(crate) hints: Vec<Cow<'a, str>>,
    /// The address in it is not verified.
    pub(crate) unverified: Option<Unverified<'a>>,
    pub(crate) notices: Vec<Notice<'a>>,
    pub(crate) focus: bool,
}

/// An address that is not verified.
#[derive(Debug)]
pub(crate) struct Unverified<'a> {
    /// What to say.
    pub(crate) text: String,
    /// What to offer.
    pub(crate) offer: &'a str,
    /// Where that leads.
    pub(crate) href: String,
}

impl Field<'_> {
    /// Whether something must be mended.
    pub(crate) fn invalid(&self) -> bool {
        self.notices.iter().any(Notice::is_error)
    }

    /// The ids of what there is to read about it.
    pub(crate) fn described_by(&self) -> Option<String> {
        let (hints, notices) = (!self.hints.is_empty(), !self.notices.is_empty());
        described_by(&self.id, &[("hint", hints), ("notices", notices), ("unverified", self.unverified.is_some())])
    }
}

/// The ids of those parts of the control `id` that are there.
pub(super) fn described_by(id: &str, parts: &[(&str, bool)]) -> Option<String> {
    let mut ids = String::new();
    for (part, _) in parts.iter().filter(|(_, there)| *there) {
        if !ids.is_empty() {
            ids.push(' ');
        }
        ids.extend([id, "-", part]);
    }
    (!ids.is_empty()).then_some(ids)
}

/// An `input` of one line.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    pub(crate) field: Field<'a>,
    pub(crate) kind: &'a str,
    pub(crate) pattern: Option<&'a str>,
    pub(crate) minlength: Option<u64>,
    pub(crate) maxlength: Option<u64>,
    pub(crate) min: Option<String>,
    pub(crate) max: Option<String>,
    /// What shows and hides a password: two words, and one on Caps Lock.
    pub(crate) reveal: Option<[&'a str; 3]>,
    /// Any fraction will do: Kratos knows the step, the node does not.
    pub(crate) any_step: bool,
    /// It is a code that was sent or that an app shows: digits, perhaps with gaps.
    pub(crate) is_code: bool,
}

/// A box to tick.
#[derive(Debug)]
pub(crate) struct Checkbox<'a> {
    pub(crate) field: Field<'a>,
    pub(crate) checked: bool,
}

/// Fields for codes that are sent or that an app shows.
fn is_code(name: &str) -> bool {
    matches!(name, "code" | "totp_code")
}

impl<'a> Page<'a, '_> {
    /// The control of a node of the HTML type `kind`.
    pub(super) fn control(
        &mut self,
        node: &'a Node<'a>,
        kind: &'a str,
        label: Phrase<'a>,
        place: Option<Place<'a>>,
    ) -> Part<'a> {
        let attributes = &node.attributes;
        let (name, words) = (&*attributes.name, self.context.words);
        let node_value = attributes.value.as_ref();
        let found = self.traits.and_then(|traits| traits.trait_of(name));
        let standing = match found {
            Some(Tree::Leaf(json)) => Some(json),
            _ => None,
        };
        let read_only = place.is_some_and(Place::is_read_only);
        let is_trait = self.traits.is_some() && traits::path(name).is_some();
        // A box that cannot be used is not sent, and that must not look like taking its tick away.
        if is_trait && !(read_only && kind == "checkbox") {
            // A list's spare field shows nothing of the list, nor does any field of an object.
            let showing = if found.is_some() && standing.is_none() { node_value } else { standing };
            self.shown.insert(name.to_owned(), traits::shown(kind, showing).0.into());
        }
        // The node's numbers have been through 64-bit floats; the trait's literal has not.
        let (mut value, mut control) = match standing {
            Some(standing) if node_value != Some(standing) && traits::same(node_value, Some(standing)) => {
                let (text, control) = traits::shown(kind, Some(standing));
                (Cow::Owned(text.into_owned()), control)
            }
            _ => traits::shown(kind, node_value),
        };
        let is_secret = kind == "password" || is_code(name) || name == "lookup_secret";
        if let Some(typed) = self.context.typed.and_then(|typed| typed.get(name)).filter(|_| !is_secret) {
            value = Cow::Borrowed(typed);
            control = traits::control(kind, typed);
        }
        let mut hints: Vec<Cow<'a, str>> = place.and_then(Place::description).map(Cow::Borrowed).into_iter().collect();
        if kind == "datetime-local" && control == Control::Typed && is_trait {
            let offset = standing.map(Json::text).as_deref().and_then(traits::offset).map(str::to_owned);
            let offset =
                offset.filter(|offset| offset != "Z").map_or_else(|| "UTC".to_owned(), |offset| format!("UTC{offset}"));
            hints.push(words.text_with("time-zone", &[("offset", offset.into())]).into());
        }
        let is_identifier = name == "identifier";
        let is_known = is_identifier && self.is_refresh && value.is_empty() && self.context.person.is_some();
        if let Some(person) = self.context.person.filter(|_| is_known) {
            value = Cow::Borrowed(person);
        }
        let field = Field {
            id: self.ids.of(&node.group, name),
            name,
            label,
            unverified: self.unverified(&value),
            value,
            // Kratos demands a name for a security key in settings but does not mark it.
            required: attributes.required || name == "webauthn_register_displayname" && !self.is_optional_name,
            disabled: attributes.disabled,
            read_only: read_only || is_known,
            autocomplete: self.autocomplete(name, kind, attributes.autocomplete.as_deref()),
            hints,
            notices: Notice::of(&node.messages, words),
            focus: false,
        };
        let choices: Vec<(Cow<'a, str>, Option<&'a str>)> =
            match (attributes.options.as_slice(), place.and_then(Place::choices)) {
                ([], Some(choices)) => choices.iter().filter_map(choice).map(|value| (value, None)).collect(),
                (options, _) => options.iter().map(|one| (text_of(one.value.as_ref()), None)).collect(),
            };
        match control {
            _ if kind == "checkbox" => {
                let checked = matches!(&*field.value, "true" | "on" | "1");
                Part::Checkbox(Checkbox { field, checked })
            }
            _ if !choices.is_empty() => Part::Select(Select::of(self, field, choices)),
            Control::TextArea => Part::TextArea(field),
            Control::Typed | Control::Plain => {
                let kind = if control == Control::Plain { "text" } else { input_type(kind) };
                Part::Input(self.input(node, kind, field, place))
            }
        }
    }

    fn input(&self, node: &'a Node<'a>, kind: &'a str, field: Field<'a>, place: Option<Place<'a>>) -> Input<'a> {
        let attributes = &node.attributes;
        let length = |keyword| place.and_then(|place| place.number(keyword)).and_then(serde_json::Number::as_u64);
        let bound = |keyword| place.and_then(|place| place.number(keyword)).map(ToString::to_string);
        let is_number = kind == "number";
        let is_code = is_code(field.name);
        // A pasted code may have gaps, which are taken out before it is read.
        let is_text = !is_code && !matches!(kind, "number" | "date" | "datetime-local" | "file");
        let words = self.context.words;
        Input {
            pattern: attributes.pattern.as_deref().filter(|_| is_text),
            minlength: length("minLength").filter(|_| is_text),
            maxlength: attributes.maxlength.or_else(|| length("maxLength")).filter(|_| is_text),
            min: bound("minimum").filter(|_| is_number),
            max: bound("maximum").filter(|_| is_number),
            any_step: is_number && !place.is_some_and(|place| place.is("integer")) || kind == "datetime-local",
            is_code,
            reveal: (kind == "password")
                .then(|| ["show-password", "hide-password", "caps-lock"].map(|id| words.text(id))),
            kind,
            field,
        }
    }

    /// What a browser or a password manager may fill in (WCAG 2.2, 1.3.5).
    fn autocomplete(&self, name: &str, kind: &str, told: Option<&'a str>) -> Option<&'a str> {
        match (name, kind) {
            ("identifier", _) if self.is_conditional => Some("username webauthn"),
            ("identifier", _) => told.or(Some("username")),
            _ if is_code(name) => Some("one-time-code"),
            (_, "password") => told.or(Some(self.password)),
            ("email", "email") => told.or(Some("email")),
            _ => told,
        }
    }

    /// Tells of the address in a field if it is not verified.
    fn unverified(&mut self, value: &str) -> Option<Unverified<'a>> {
        let at = self.unverified.iter().position(|address| *address == value)?;
        let address = self.unverified.swap_remove(at);
        Some(self.tell_of(address))
    }

    pub(super) fn tell_of(&self, address: &str) -> Unverified<'a> {
        let (words, addresses) = (self.context.words, self.context.addresses);
        let back = addresses.start(&Start::new(Kind::Settings));
        Unverified {
            text: words.text_with("address-unverified", &[("address", address.into())]),
            offer: words.text("address-verify"),
            href: addresses.start(&Start::new(Kind::Verification).with("return_to", back.as_str())).into(),
        }
    }
}

/// A value to choose, as a form holds it.
fn choice(value: &serde_json::Value) -> Option<Cow<'_, str>> {
    match value {
        serde_json::Value::String(text) => Some(Cow::Borrowed(text)),
        serde_json::Value::Number(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
}

/// The type of a control of one line; what this version does not know is text. Types whose
/// control changes what it shows (`color`, `range`) are not among them.
fn input_type(kind: &str) -> &str {
    match kind {
        "email" | "url" | "tel" | "number" | "date" | "datetime-local" | "password" | "search" | "file" => kind,
        _ => "text",
    }
}
