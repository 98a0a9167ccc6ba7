//! Buttons: what sends a form, and what starts the ceremony of a key.

use std::borrow::Cow;

use super::field::described_by;
use super::{Page, text_of, trigger};
use crate::kratos::Node;
use crate::view::message::{Moment, Notice, Phrase};

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
    /// How it looks: `primary`, `plain` or `danger`.
    pub(crate) style: &'static str,
    pub(crate) disabled: bool,
    /// Why it cannot be used.
    pub(crate) hint: Option<&'a str>,
    /// What follows, where it takes something away.
    pub(crate) consequence: Option<String>,
    /// Since when the thing it removes is there: the moment, and the text.
    pub(crate) added: Option<(String, String)>,
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
        let label = label.unwrap_or_else(unnamed);
        let context = |key: &str| node.meta.label.as_ref().and_then(|label| label.context_value::<String>(key));
        let is_provider = matches!(name, "link" | "unlink" | "provider");
        let thing = match name {
            "webauthn_remove" | "passkey_remove" => context("display_name"),
            _ if is_provider => context("provider"),
            _ => None,
        };
        let thing = thing.unwrap_or_default();
        let consequence = match name {
            "unlink" => Some("unlink-consequence"),
            "webauthn_remove" | "passkey_remove" => Some("remove-consequence"),
            "totp_unlink" => Some("totp-unlink-consequence"),
            "lookup_secret_disable" => Some("lookup-disable-consequence"),
            // The first set of codes replaces nothing.
            "lookup_secret_regenerate" if page.has_codes => Some("lookup-regenerate-consequence"),
            _ => None,
        };
        let added = consequence.and_then(|_| context("added_at"));
        let added = added.as_deref().and_then(|at| Moment::read(at, words));
        let trigger = trigger(attributes.onclick_trigger.as_deref());
        Self {
            id: page.ids.of(&node.group, name),
            name,
            initial: thing.chars().next().filter(|_| is_provider).and_then(|c| c.to_uppercase().next()),
            value,
            label,
            submits: attributes.kind == "submit",
            trigger,
            style: match consequence {
                Some(_) => "danger",
                None if matches!(name, "method" | "lookup_secret_confirm") => "primary",
                None => "plain",
            },
            disabled: attributes.disabled,
            hint: (consequence.is_some() && attributes.disabled).then(|| words.text("remove-last")),
            consequence: consequence.map(|id| words.text_with(id, &[("thing", thing.as_str().into())])),
            added: added.map(|at| (at.iso, words.text_with("added", &[("when", at.day.into())]))),
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

    /// The ids of what there is to read about it.
    pub(crate) fn described_by(&self) -> Option<String> {
        let hint = self.hint.is_some() || self.added.is_some();
        described_by(&self.id, &[("notices", !self.notices.is_empty()), ("hint", hint)])
    }

    /// Whether it wants a second look.
    pub(crate) fn is_destructive(&self) -> bool {
        self.consequence.is_some() && self.submits && !self.disabled
    }
}
