//! Nodes as form controls, texts and pictures. One file a node.

mod button;
mod control;
mod div;
mod field;
mod image;
mod kept;
mod link;
mod list;
mod select;
mod text;

use std::borrow::Cow;

use askama::Template;
use askama::filters::MaybeSafe;

pub(crate) use button::Button;
pub(crate) use control::{Checkbox, Input};
pub(crate) use div::Div;
pub(crate) use field::{Field, Unverified};
pub(crate) use image::Image;
pub(crate) use kept::Kept;
pub(crate) use link::Link;
pub(crate) use list::Fieldset;
pub(crate) use select::Select;
pub(crate) use text::{Codes, Text};

use super::autofill;
use super::layout::{Context, Layout};
use super::message::{Notice, Phrase};
use super::names::{Ids, humanise};
use crate::flow::submission::{WHOSE, is_secret};
use crate::flow::traits::{Copies, Field as Described, SHOWN, Traits};
use uuid::Uuid;

use crate::kratos::{Flow, Json, Message, Node, NodeType};

/// The functions of our own script. A page names no other.
const TRIGGERS: [&str; 6] = [
    "oryWebAuthnRegistration",
    "oryWebAuthnLogin",
    "oryPasskeyLogin",
    "oryPasskeyLoginAutocompleteInit",
    "oryPasskeyRegistration",
    "oryPasskeySettingsRegistration",
];

/// The name of a function of our own script, if it is one.
fn trigger(name: Option<&str>) -> Option<&str> {
    name.filter(|name| TRIGGERS.contains(name))
}

/// One element of a form.
#[derive(Debug, Template)]
pub(crate) enum Part<'a> {
    /// A control of one line.
    #[template(path = "nodes/input.html")]
    Input(Input<'a>),
    /// A control of several lines.
    #[template(path = "nodes/textarea.html")]
    TextArea(Field<'a>),
    /// A box to tick.
    #[template(path = "nodes/checkbox.html")]
    Checkbox(Checkbox<'a>),
    /// A choice.
    #[template(path = "nodes/select.html")]
    Select(Select<'a>),
    /// A button.
    #[template(path = "nodes/button.html")]
    Button(Button<'a>),
    /// The items of an array, or the members of an object.
    #[template(path = "nodes/list.html")]
    List(Fieldset<'a>),
    /// A text to read or copy.
    #[template(path = "nodes/text.html")]
    Text(Text<'a>),
    /// Recovery codes.
    #[template(path = "nodes/codes.html")]
    Codes(Codes<'a>),
    /// A picture.
    #[template(path = "nodes/image.html")]
    Image(Image<'a>),
    /// A trait that no field can hold.
    #[template(path = "nodes/kept.html")]
    Kept(Kept<'a>),
    /// A link.
    #[template(path = "nodes/link.html")]
    Link(Link<'a>),
    /// A container for a script to fill.
    #[template(path = "nodes/div.html")]
    Div(Div<'a>),
    /// What stands between the first way to do something and the others: the word.
    #[template(path = "nodes/or.html")]
    Or(&'a str),
}

impl<'a> Part<'a> {
    /// Its markup: a part writes its own, and escapes what is in it.
    pub(crate) fn markup(&self) -> MaybeSafe<&Self> {
        MaybeSafe::Safe(self)
    }

    /// Whether it does nothing without JavaScript.
    pub(super) fn needs_script(&self) -> bool {
        matches!(self, Part::Button(Button { trigger: Some(_), .. }))
    }

    /// Whether there is anything in it to send.
    pub(super) fn sends(&self) -> bool {
        !matches!(
            self,
            Part::Text(_)
                | Part::Codes(_)
                | Part::Image(_)
                | Part::Kept(_)
                | Part::Link(_)
                | Part::Div(_)
                | Part::Or(_)
        )
    }

    /// Whether it is a field for a password.
    pub(super) fn is_password(&self) -> bool {
        matches!(self, Part::Input(input) if input.kind == "password")
    }

    /// Whether what is typed into it may be kept.
    pub(super) fn may_be_kept(&self) -> bool {
        match self {
            Part::List(list) => list.parts.iter().any(Part::may_be_kept),
            _ => !self.is_password() && self.field().is_some_and(|field| !is_secret(field.name)),
        }
    }

    /// How many fields are in it.
    pub(super) fn fields(&self) -> usize {
        match self {
            Part::List(list) => list.parts.iter().map(Part::fields).sum(),
            _ => usize::from(self.field().is_some()),
        }
    }

    /// Whether something in it must be filled in.
    pub(super) fn is_required(&self) -> bool {
        match self {
            Part::List(list) => list.parts.iter().any(Part::is_required),
            _ => self.field().is_some_and(|field| field.required),
        }
    }

    /// The control in it that a person changes, if it is one.
    fn field(&self) -> Option<&Field<'_>> {
        match self {
            Part::Input(Input { field, .. })
            | Part::TextArea(field)
            | Part::Checkbox(Checkbox { field, .. })
            | Part::Select(Select { field, .. }) => Some(field),
            _ => None,
        }
    }

    /// The same, to add to it.
    fn field_mut(&mut self) -> Option<&mut Field<'a>> {
        match self {
            Part::Input(Input { field, .. })
            | Part::TextArea(field)
            | Part::Checkbox(Checkbox { field, .. })
            | Part::Select(Select { field, .. }) => Some(field),
            _ => None,
        }
    }

    /// Gives the part the focus if something in it must be mended.
    pub(super) fn focus_error(&mut self) -> bool {
        let (focus, notices) = match self {
            Part::Button(button) => (&mut button.focus, &button.notices),
            Part::List(list) => return list.parts.iter_mut().any(Part::focus_error),
            _ => match self.field_mut() {
                Some(field) => (&mut field.focus, &field.notices),
                None => return false,
            },
        };
        *focus = notices.iter().any(Notice::is_error);
        *focus
    }

    /// Adds what must be mended in it: the id of the control, and its label with the complaint.
    pub(super) fn list_errors(&self, errors: &mut Vec<(String, String)>) {
        if let Part::List(list) = self {
            return list.parts.iter().for_each(|part| part.list_errors(errors));
        }
        let Some(field) = self.field() else { return };
        let complaints = field.notices.iter().filter(|notice| notice.is_error());
        errors.extend(
            complaints.map(|notice| (field.id.clone(), format!("{}: {}", field.label.text, notice.phrase.text))),
        );
    }
}

/// A hidden control.
#[derive(Debug)]
pub(crate) struct Hidden<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// Its value.
    pub(crate) value: Cow<'a, str>,
    /// The function to call once the page is there.
    pub(crate) trigger: Option<&'a str>,
}

impl<'a> Hidden<'a> {
    /// The hidden control of a node.
    pub(super) fn of(node: &'a Node<'a>) -> Self {
        Self {
            name: &node.attributes.name,
            value: text_of(node.attributes.value.as_ref()),
            trigger: trigger(node.attributes.onload_trigger.as_deref()),
        }
    }
}

/// What is known of the page while its nodes are laid out, one after the other.
pub(super) struct Page<'a, 'b> {
    pub(super) context: Context<'a>,
    /// The kind of flow, as its words begin.
    kind: &'static str,
    /// The state that the flow is in.
    state: &'a str,
    traits: &'b Traits<'a>,
    /// Whose page it is.
    identity: Option<Uuid>,
    ids: Ids<'a>,
    /// Addresses that are not verified, and not yet told of.
    unverified: Vec<&'a str>,
    /// What the person signs in with, as far as it is known.
    pub(super) username: Option<Cow<'a, str>>,
    /// What an authenticator app calls the account.
    account: Option<Cow<'a, str>>,
    /// Whether a passkey may be chosen from the field of the sign-in name.
    pub(super) is_conditional: bool,
    /// Whether somebody is to show that it is still them.
    pub(super) is_refresh: bool,
    /// Whether there are recovery codes already, which new ones would replace.
    pub(super) has_codes: bool,
    /// What the traits' fields show, by name.
    shown: Copies,
}

impl<'a, 'b> Page<'a, 'b> {
    pub(super) fn new(flow: &'a Flow<'a>, layout: &Layout, traits: &'b Traits<'a>, context: Context<'a>) -> Self {
        let addresses = flow.identity.iter().flat_map(|identity| &identity.verifiable_addresses);
        let username = traits.sign_in_name().or_else(|| addresses.clone().map(|one| Cow::Borrowed(&*one.value)).next());
        Self {
            context,
            kind: layout.words,
            state: flow.state.as_deref().unwrap_or_default(),
            traits,
            identity: flow.identity.as_ref().map(|identity| identity.id),
            ids: Ids::default(),
            unverified: addresses.clone().filter(|one| !one.verified).map(|one| &*one.value).collect(),
            account: traits.account_name().or_else(|| username.clone()),
            username,
            is_conditional: false,
            is_refresh: false,
            has_codes: false,
            shown: Copies::default(),
        }
    }

    /// What the person is called, if the traits tell.
    pub(super) fn person_name(&self) -> Option<Cow<'a, str>> {
        autofill::name(self.traits.standing())
    }

    /// All addresses that are not verified: asked before any field is laid out.
    pub(super) fn all_unverified(&self) -> Vec<Unverified<'a>> {
        let offer = self.context.words.text("confirm-address");
        self.unverified.iter().map(|address| Unverified { offer, ..self.tell_of(address) }).collect()
    }

    /// The addresses that are not verified and in no field of the profile.
    pub(super) fn take_unverified(&mut self, group: &str) -> Vec<Unverified<'a>> {
        let left = if group == "profile" { std::mem::take(&mut self.unverified) } else { Vec::new() };
        left.into_iter().map(|address| self.tell_of(address)).collect()
    }

    /// The hidden control that tells what the traits' fields of a form showed.
    pub(super) fn take_shown(&mut self) -> Option<Hidden<'a>> {
        let shown = std::mem::take(&mut self.shown);
        (!shown.is_empty()).then(|| Hidden { name: SHOWN, value: Cow::Owned(shown.json()), trigger: None })
    }

    /// The hidden control that tells whose traits these are.
    pub(super) fn whose(&self) -> Option<Hidden<'a>> {
        let identity = self.identity?.hyphenated().to_string();
        Some(Hidden { name: WHOSE, value: Cow::Owned(identity), trigger: None })
    }

    /// Lays one node out, called `label` where it has no label of its own.
    pub(super) fn part(&mut self, node: &'a Node<'a>, label: Option<Phrase<'a>>) -> Option<Part<'a>> {
        let attributes = &node.attributes;
        match &node.kind {
            NodeType::Input => {
                Some(match &*attributes.kind {
                    "submit" | "button" => {
                        let label = label.or_else(|| self.button_label(node));
                        Part::Button(Button::of(self, node, label))
                    }
                    kind => {
                        // What is hidden and yet wrong is shown, to be mended.
                        let kind = if kind == "hidden" { "text" } else { kind };
                        let described = self.traits.field(node);
                        let title = described.as_ref().and_then(|described| described.title);
                        // Kratos calls a choice by its last value's title: the schema's comes first.
                        let titled = || title.map(|_| self.title_of(&attributes.name, title));
                        let label = label.or_else(titled).or_else(|| self.label_of(node));
                        let label = label.unwrap_or_else(|| self.title_of(&attributes.name, None));
                        self.control(node, kind, label, described.unwrap_or_else(|| Described::of_node(node)))
                    }
                })
            }
            NodeType::Text => Some(Text::of(self, node)),
            NodeType::Img => Some(Part::Image(Image::of(self, node))),
            NodeType::A => Some(Part::Link(Link::of(self, node))),
            NodeType::Script => None,
            NodeType::Div => Some(Part::Div(Div::of(self, node))),
            // A later Kratos' node: what it says is shown, what it does cannot be known.
            NodeType::Other(_) => Some(Text::of(self, node)).filter(Text::says_something),
        }
    }

    fn phrase(&self, message: &'a Message<'a>) -> Phrase<'a> {
        Phrase::of(message, self.context.words)
    }

    /// The label of a node, if it says something.
    fn label_of(&self, node: &'a Node<'a>) -> Option<Phrase<'a>> {
        let label = node.meta.label.as_ref().or(node.attributes.label.as_deref())?;
        Some(self.phrase(label)).filter(|phrase| !phrase.text.is_empty())
    }

    /// The label of a button: what it does where it stands, if the language has words for that. Kratos has one
    /// "Save" and one "Continue" for all of them.
    fn button_label(&self, node: &'a Node<'a>) -> Option<Phrase<'a>> {
        let label = node.meta.label.as_ref()?;
        let place = match self.kind {
            "settings" => Cow::Borrowed(&*node.group),
            kind => Cow::Owned(format!("{kind}-{}-{}", node.group, self.state)),
        };
        Some(Phrase::at(&place, label, self.context.words)).filter(|phrase| !phrase.text.is_empty())
    }

    /// What to call a field without a label: as the operator does, or its schema, or its name.
    fn title_of(&self, name: &str, title: Option<&'a str>) -> Phrase<'a> {
        if let Some(named) = self.context.words.trait_name(name) {
            return named.into();
        }
        let text = title.map_or_else(|| humanise(name.rsplit('.').next().unwrap_or(name)), Cow::Borrowed);
        Phrase { text, english: false }
    }
}

/// A value as a form control holds it.
pub(super) fn text_of<'a>(value: Option<&'a Json<'_>>) -> Cow<'a, str> {
    value.map(Json::text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    /// Each function that a page can name is one of our script's.
    #[test]
    fn every_trigger_is_in_the_script() {
        let script = include_str!("../../static/webauthn.js");
        for name in super::TRIGGERS {
            assert!(script.contains(&format!("\n    {name}: {{")), "{name}");
        }
    }
}
