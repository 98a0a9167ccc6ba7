//! Buttons: what sends a form, and what starts the ceremony of a key.

use std::borrow::Cow;

use super::field::described_by;
use super::{Page, text_of, trigger};
use crate::kratos::Node;
use crate::view::language::Language;
use crate::view::look::{Look, name_of, provider_of};
use crate::view::message::{Notice, Phrase};
use crate::view::names::initial;

/// A button.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an HTML attribute")]
pub(crate) struct Button<'a> {
    pub(crate) id: String,
    pub(crate) name: &'a str,
    pub(crate) value: Cow<'a, str>,
    pub(crate) label: Phrase<'a>,
    /// What stands for the mark of a provider.
    pub(crate) initial: Option<char>,
    pub(crate) submits: bool,
    /// The function of our script to call, from a fixed list.
    pub(crate) trigger: Option<&'a str>,
    /// How it looks: `primary`, `plain`, `quiet` or `danger`.
    pub(crate) style: &'static str,
    pub(crate) disabled: bool,
    /// What is asked before it is done, where it takes something away.
    pub(crate) look: Option<Look>,
    /// The ids of what it is called by, if that is more than its label.
    pub(crate) labelled_by: Option<String>,
    /// The parts of what it takes away that tell more of it, and whether they are there.
    pub(crate) told_by: Vec<(&'static str, bool)>,
    pub(crate) notices: Vec<Notice<'a>>,
    pub(crate) focus: bool,
    pub(crate) skips_validation: bool,
    /// What to say when the script could not do it.
    pub(crate) failed: Option<Failed<'a>>,
    /// What to say while it is under way.
    pub(crate) working: &'a str,
}

/// What to say when the ceremony of a key could not be done.
#[derive(Debug)]
pub(crate) struct Failed<'a> {
    /// In general.
    pub(crate) text: &'a str,
    /// The key is known already.
    pub(crate) known: &'a str,
    /// The page came over plain HTTP.
    pub(crate) insecure: &'a str,
    /// The browser knows no keys.
    pub(crate) unsupported: &'a str,
}

impl<'a> Button<'a> {
    /// The button of a node.
    pub(in crate::view) fn of(page: &mut Page<'a, '_>, node: &'a Node<'a>, label: Option<Phrase<'a>>) -> Self {
        let (attributes, words) = (&node.attributes, page.context.words);
        let name = &*attributes.name;
        let value = text_of(attributes.value.as_ref());
        let unnamed = || {
            if value.is_empty() { page.title_of(name, None) } else { Phrase { text: value.clone(), english: false } }
        };
        let label = match name {
            // Kratos calls the first set new as well.
            "lookup_secret_regenerate" if !page.has_codes => words.text("codes-make").into(),
            _ => label.unwrap_or_else(unnamed),
        };
        let thing = name_of(node, words);
        let look = Look::of(node, thing.as_ref(), page.has_codes, words);
        let mark = Some(node).filter(|_| matches!(name, "link" | "provider")).and_then(provider_of);
        let trigger = trigger(attributes.onclick_trigger.as_deref());
        Self {
            id: page.ids.of(&node.group, name),
            name,
            initial: mark.as_deref().and_then(initial),
            value,
            label,
            submits: attributes.kind == "submit",
            trigger,
            style: match look {
                Some(_) => "danger",
                None if matches!(name, "method" | "lookup_secret_confirm") => "primary",
                None => "plain",
            },
            disabled: attributes.disabled,
            look,
            labelled_by: None,
            told_by: Vec::new(),
            notices: Notice::of(&node.messages, words),
            focus: false,
            skips_validation: attributes.kind == "submit" && name != "method",
            failed: trigger.map(|_| Failed {
                text: words.text(match page.kind {
                    "login" => "ceremony-failed-login",
                    "registration" => "ceremony-failed-registration",
                    _ => "ceremony-failed",
                }),
                known: words.text("ceremony-known"),
                insecure: words.text("ceremony-insecure"),
                unsupported: words.text("ceremony-unsupported"),
            }),
            working: words.text("working"),
        }
    }

    /// A button of a page of our own that takes something away: its name and value, and what it is
    /// called.
    pub(in crate::view) fn own(
        id: String,
        (name, value): (&'a str, Cow<'a, str>),
        label: &'a str,
        look: Look,
        words: &'a Language,
    ) -> Self {
        Self {
            id,
            name,
            value,
            label: label.into(),
            initial: None,
            submits: true,
            trigger: None,
            style: "danger",
            disabled: false,
            look: Some(look),
            labelled_by: None,
            told_by: Vec::new(),
            notices: Vec::new(),
            focus: false,
            skips_validation: false,
            failed: None,
            working: words.text("working"),
        }
    }

    /// The ids of what there is to read about it.
    pub(crate) fn described_by(&self) -> Option<String> {
        let notices = [("notices", !self.notices.is_empty())];
        described_by(&self.id, &[&notices, self.told_by.as_slice()].concat())
    }

    /// Whether it wants a second look.
    pub(crate) fn is_destructive(&self) -> bool {
        self.look.is_some() && self.submits && !self.disabled
    }
}
