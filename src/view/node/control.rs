//! Controls: which one a value gets.

use std::borrow::Cow;

use super::field::{Field, Unverified};
use super::{Kept, Page, Part, Select};
use crate::flow::traits::{Control, Field as Described, is_trait};
use crate::kratos::{Kind, Node, Start};
use crate::view::autofill;
use crate::view::language::{Language, count};
use crate::view::message::{Notice, Phrase};

/// An `input` of one line.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    pub(crate) field: Field<'a>,
    pub(crate) kind: &'a str,
    pub(crate) pattern: Option<&'a str>,
    pub(crate) maxlength: Option<u64>,
    pub(crate) min: Option<String>,
    pub(crate) max: Option<String>,
    /// What shows and hides a password: two words, and one on Caps Lock.
    pub(crate) reveal: Option<[&'a str; 3]>,
    /// Any fraction will do: Kratos knows the step, the node does not.
    pub(crate) any_step: bool,
    /// It is for a new password: what tells how strong that is.
    pub(crate) strength: Option<Box<Strength<'a>>>,
    /// It is a code that was sent or that an app shows: digits, perhaps with gaps.
    pub(crate) is_code: bool,
}

/// What tells how strong a new password is, by a script that is loaded once one is typed.
#[derive(Debug)]
pub(crate) struct Strength<'a> {
    /// Where the script is.
    pub(crate) href: &'a str,
    /// What is measured.
    pub(crate) label: &'a str,
    /// The five levels, the weakest first.
    pub(crate) levels: [&'a str; 5],
    /// Why it is weak: known, a pattern, or made of what is known of the person.
    pub(crate) reasons: [&'a str; 3],
}

impl<'a> Strength<'a> {
    fn of(href: &'a str, words: &'a Language) -> Self {
        let levels = ["strength-0", "strength-1", "strength-2", "strength-3", "strength-4"];
        Self {
            href,
            label: words.text("strength"),
            levels: levels.map(|id| words.text(id)),
            reasons: ["strength-known", "strength-pattern", "strength-own"].map(|id| words.text(id)),
        }
    }
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
        mut described: Described<'a>,
    ) -> Part<'a> {
        let attributes = &node.attributes;
        let (name, words) = (&*attributes.name, self.context.words);
        if let Some(shown) = described.shown.take() {
            self.shown.add(name, shown);
        }
        let is_secret = kind == "password" || is_code(name) || name == "lookup_secret";
        if let Some(typed) = self.context.typed.and_then(|typed| typed.get(name)).filter(|_| !is_secret) {
            described.show(typed);
        }
        let mut hints: Vec<Cow<'a, str>> = described.description.map(Cow::Borrowed).into_iter().collect();
        if let Some(offset) = &described.offset {
            let offset = if offset == "Z" { "UTC".to_owned() } else { format!("UTC{offset}") };
            hints.push(words.text_with("time-zone", &[("offset", offset.into())]).into());
        }
        let autocomplete = self.autocomplete(name, kind, &described.control, attributes.autocomplete.as_deref());
        let is_new_password = kind == "password" && autocomplete == Some("new-password");
        if is_new_password {
            let rules = Some(words.text("password-rules")).filter(|rules| !rules.is_empty());
            hints.extend(rules.map(Cow::Borrowed));
            let shortest = self.context.shortest_password;
            hints.extend(shortest.map(|least| words.text_with("password-shortest", &[("count", count(least))]).into()));
        }
        let is_identifier = name == "identifier";
        let mut value = std::mem::take(&mut described.text);
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
            required: described.required || name == "webauthn_register_displayname" && self.kind == "settings",
            disabled: attributes.disabled,
            read_only: described.read_only || is_known,
            autocomplete,
            hints,
            notices: Notice::of(&node.messages, words),
            focus: false,
        };
        match std::mem::replace(&mut described.control, Control::TextArea) {
            Control::Checkbox { checked } => Part::Checkbox(Checkbox { field, checked }),
            Control::Select(choices) => Part::Select(Select::of(self, field, choices)),
            Control::TextArea => Part::TextArea(field),
            Control::Picture { src } => Part::Kept(Kept::of(field, Some(src), None)),
            Control::Kept { beginning } => Part::Kept(Kept::of(field, None, Some(beginning))),
            Control::Input(input) => {
                let kind = if is_trait(name) { input } else { input_type(kind) };
                Part::Input(self.input(kind, field, described))
            }
        }
    }

    fn input(&self, kind: &'a str, field: Field<'a>, described: Described<'a>) -> Input<'a> {
        let words = self.context.words;
        let is_code = is_code(field.name);
        Input {
            // A pasted code may have gaps, which are taken out before it is read.
            pattern: described.pattern.filter(|_| !is_code),
            maxlength: described.maxlength.filter(|_| !is_code),
            min: described.min,
            max: described.max,
            any_step: described.any_step,
            is_code,
            strength: (kind == "password" && field.autocomplete == Some("new-password"))
                .then_some(self.context.strength)
                .flatten()
                .map(|href| Box::new(Strength::of(href, words))),
            reveal: (kind == "password")
                .then(|| ["show-password", "hide-password", "caps-lock"].map(|id| words.text(id))),
            kind,
            field,
        }
    }

    /// What a browser or a password manager may fill in (WCAG 2.2, 1.3.5).
    fn autocomplete(&self, name: &str, kind: &str, control: &Control<'_>, told: Option<&'a str>) -> Option<&'a str> {
        let control = match control {
            Control::Input(input) => input,
            Control::TextArea => "textarea",
            Control::Select(_) => "select",
            Control::Checkbox { .. } | Control::Picture { .. } | Control::Kept { .. } => "",
        };
        match (name, kind) {
            _ if is_trait(name) => told.or_else(|| autofill::fitting(name, control)),
            ("identifier", _) if self.is_conditional => Some("username webauthn"),
            ("identifier", _) => told.or(Some("username")),
            _ if is_code(name) => Some("one-time-code"),
            (_, "password") => told.or(Some(if self.kind == "login" { "current-password" } else { "new-password" })),
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

/// The type of a control of one line; what this version does not know is text. Types whose
/// control changes what it shows (`color`, `range`) are not among them.
fn input_type(kind: &str) -> &str {
    match kind {
        "email" | "url" | "tel" | "number" | "date" | "datetime-local" | "password" | "search" | "file" => kind,
        _ => "text",
    }
}
