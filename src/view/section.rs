//! A group of nodes as a section of the page, with its forms.

use std::borrow::Cow;

use super::builder::Builder;
use super::field::{Button, Hidden, Part, Unverified};
use super::language::{Language, count};
use super::message::{Moment, Notice};
use super::names::{html_id, humanise};
use super::page::Context;
use crate::flow::traits::Tree;
use crate::kratos::{Flow, Message, Node, NodeType};

/// The groups this version knows, in the order people need them; others come after.
const GROUPS: [&str; 12] = [
    "profile",
    "password",
    "oidc",
    "saml",
    "passkey",
    "webauthn",
    "totp",
    "lookup_secret",
    "code",
    "link",
    "identifier_first",
    "captcha",
];

/// Buttons that are a whole form: what they do needs no field, and Enter in a field must not
/// press them.
const ACTS: [&str; 9] = [
    "link",
    "unlink",
    "webauthn_remove",
    "passkey_remove",
    "totp_unlink",
    "lookup_secret_reveal",
    "lookup_secret_regenerate",
    "lookup_secret_confirm",
    "lookup_secret_disable",
];

/// A section of the page.
#[derive(Debug)]
pub(crate) struct Section<'a> {
    /// The group.
    pub(crate) group: &'a str,
    /// The anchor: the group as an HTML id can be.
    pub(crate) id: String,
    /// The heading.
    pub(crate) heading: Cow<'a, str>,
    /// What it is for.
    pub(crate) lead: Option<String>,
    /// How things stand.
    pub(crate) state: Option<String>,
    /// Whether a new password has just been saved: the old one may still be in use elsewhere.
    pub(crate) has_new_password: bool,
    /// What Kratos has to say that belongs to no field.
    pub(crate) notices: Vec<Notice<'a>>,
    /// Whether its first notice, or else its heading, takes the focus.
    pub(crate) focus: bool,
    /// What to know before acting.
    pub(crate) notes: Vec<String>,
    /// Addresses that are not verified and in no field.
    pub(crate) unverified: Vec<Unverified>,
    /// The forms.
    pub(crate) forms: Vec<Form<'a>>,
}

impl Section<'_> {
    /// Whether a field of this name belongs to this section.
    pub(super) fn is_of(&self, name: &str) -> bool {
        let group = if self.group == "profile" { "traits" } else { self.group };
        !group.is_empty() && name.starts_with(group)
    }

    /// Gives the focus to the first error in it, if there is one.
    pub(super) fn focus_error(&mut self) -> bool {
        self.focus = self.notices.iter().any(Notice::is_error);
        self.focus || self.forms.iter_mut().flat_map(|form| &mut form.parts).any(Part::focus_error)
    }

    /// Whether the heading takes the focus, for want of a notice.
    pub(crate) fn focuses_heading(&self) -> bool {
        self.focus && self.notices.is_empty()
    }
}

/// A form, or text that stands where a form would.
#[derive(Debug)]
pub(crate) struct Form<'a> {
    /// Where it goes; nothing if there is nothing to send.
    pub(crate) action: Option<&'a str>,
    /// Where it goes to be asked again, if what it does wants a second look.
    pub(crate) ask: Option<&'a str>,
    /// Its hidden controls.
    pub(crate) hidden: Vec<Hidden<'a>>,
    /// All else, in order.
    pub(crate) parts: Vec<Part<'a>>,
    /// What is wrong in it.
    pub(crate) errors: Errors,
    /// Whether it needs JavaScript.
    pub(crate) needs_script: bool,
    /// The sign-in name, for password managers.
    pub(crate) username: Option<&'a str>,
}

/// What is wrong in a form, to be read at its top.
#[derive(Debug, Default)]
pub(crate) struct Errors {
    /// The heading.
    pub(crate) title: String,
    /// Each field that is wrong: its id, and its label with what is wrong.
    pub(crate) fields: Vec<(String, String)>,
}

impl<'a> Form<'a> {
    /// Its one button, if it is all there is to it.
    pub(crate) fn act(&self) -> Option<&Button<'a>> {
        match self.parts.as_slice() {
            [Part::Button(button)] => Some(button),
            _ => None,
        }
    }
}

/// The sections of `nodes`.
pub(super) fn of<'a>(
    flow: &'a Flow<'a>,
    nodes: &[&'a Node<'a>],
    traits: Option<&Tree>,
    context: Context<'a>,
) -> Vec<Section<'a>> {
    let (shared, own): (Vec<&Node<'_>>, Vec<&Node<'_>>) = nodes.iter().partition(|node| node.group == "default");
    let mut groups: Vec<&'a str> = Vec::new();
    for node in &own {
        if !groups.contains(&node.group.as_str()) {
            groups.push(&node.group);
        }
    }
    groups.sort_by_key(|group| GROUPS.iter().position(|known| known == group).unwrap_or(GROUPS.len()));
    let mut builder = Builder::new(flow, traits, context);
    groups
        .into_iter()
        .map(|group| {
            let nodes: Vec<&Node<'_>> = own.iter().copied().filter(|node| node.group == group).collect();
            section(group, &nodes, &shared, context, &mut builder)
        })
        .filter(|section| !section.notices.is_empty() || section.forms.iter().any(|form| !form.parts.is_empty()))
        .collect()
}

fn section<'a>(
    group: &'a str,
    nodes: &[&'a Node<'a>],
    shared: &[&'a Node<'a>],
    context: Context<'a>,
    builder: &mut Builder<'a, '_>,
) -> Section<'a> {
    let words = context.words;
    builder.begin(nodes);
    let is_hidden = |node: &Node<'_>| node.kind == NodeType::Input && node.attributes.kind == "hidden";
    let (acts, rest): (Vec<&Node<'_>>, Vec<&Node<'_>>) = nodes.iter().partition(|node| is_act(node));
    let mut forms = Vec::with_capacity(acts.len() + 1);
    // The form of the fields stands where its first node stood.
    let before = nodes.iter().take_while(|node| is_act(node)).count();
    for act in &acts {
        forms.push(form(group, &[act], shared, context, builder));
    }
    if !rest.is_empty() {
        forms.insert(before.min(forms.len()), form(group, &rest, shared, context, builder));
    }
    Section {
        group,
        id: html_id(group),
        heading: words.find(&format!("group-{group}"), &[]).map_or_else(|| humanise(group), Cow::Owned),
        lead: lead(group, nodes, words),
        state: state(group, nodes, words),
        has_new_password: false,
        notices: nodes
            .iter()
            .filter(|node| is_hidden(node))
            .flat_map(|node| Notice::of(&node.messages, words))
            .collect(),
        focus: false,
        notes: notes(group, nodes, words),
        unverified: builder.take_unverified(group),
        forms,
    }
}

fn is_act(node: &Node<'_>) -> bool {
    node.kind == NodeType::Input && node.attributes.kind == "submit" && ACTS.contains(&node.attributes.name.as_str())
}

fn form<'a>(
    group: &'a str,
    nodes: &[&'a Node<'a>],
    shared: &[&'a Node<'a>],
    context: Context<'a>,
    builder: &mut Builder<'a, '_>,
) -> Form<'a> {
    let sends = nodes.iter().any(|node| node.kind == NodeType::Input);
    let mut all: Vec<&'a Node<'a>> = Vec::with_capacity(nodes.len() + shared.len());
    if sends {
        all.extend(shared);
    }
    all.extend(nodes);
    let (hidden, visible): (Vec<&Node<'_>>, Vec<&Node<'_>>) =
        all.into_iter().partition(|node| node.kind == NodeType::Input && node.attributes.kind == "hidden");
    let mut hidden: Vec<Hidden<'a>> = hidden.into_iter().map(Hidden::of).collect();
    let parts = builder.parts(group, &visible);
    hidden.extend(builder.take_shown());
    let mut fields = Vec::new();
    for part in &parts {
        part.list_errors(&mut fields);
    }
    let title = match fields.len() {
        0 => String::new(),
        number => context.words.text_with("errors-title", &[("count", count(number))]),
    };
    let mut form = Form {
        action: sends.then(|| context.posting.action(group)),
        ask: None,
        hidden,
        needs_script: parts.iter().any(Part::needs_script),
        username: builder.username().filter(|_| parts.iter().any(Part::is_new_password)),
        parts,
        errors: Errors { title, fields },
    };
    form.ask = form.act().is_some_and(Button::is_destructive).then_some(context.posting.here.as_str());
    form
}

/// How things stand in a group, as far as its nodes tell.
fn state(group: &str, nodes: &[&Node<'_>], words: &Language) -> Option<String> {
    let number = |name: &str| nodes.iter().filter(|node| node.attributes.name == name).count();
    let on = |is_on: bool| Some(words.text(if is_on { "state-on" } else { "state-off" }));
    match group {
        "totp" => on(number("totp_unlink") > 0),
        "oidc" | "saml" => {
            let names: Vec<String> = nodes
                .iter()
                .filter(|node| node.attributes.name == "unlink")
                .filter_map(|node| node.meta.label.as_ref()?.context_value("provider"))
                .collect();
            let values = [("count", count(number("unlink"))), ("names", names.join(", ").into())];
            Some(words.text_with("state-linked", &values))
        }
        "passkey" => Some(words.text_with("state-passkeys", &[("count", count(number("passkey_remove")))])),
        "webauthn" => Some(words.text_with("state-keys", &[("count", count(number("webauthn_remove")))])),
        "lookup_secret" => {
            if number("lookup_secret_confirm") > 0 {
                return Some(words.text("state-codes-unsaved"));
            }
            let secrets = nodes
                .iter()
                .find_map(|node| node.attributes.text.as_ref()?.context_value::<Vec<Message<'_>>>("secrets"));
            let Some(secrets) = secrets else { return on(number("lookup_secret_disable") > 0) };
            let mut used: Vec<String> = secrets.iter().filter_map(|secret| secret.context_value("used_at")).collect();
            used.sort();
            let all = ("count", count(secrets.len()));
            match used.last().and_then(|last| Moment::read(last, words)) {
                Some(last) => {
                    let values = [all, ("used", count(used.len())), ("when", last.day.into())];
                    Some(words.text_with("state-codes-used", &values))
                }
                None => Some(words.text_with("state-codes", &[all])),
            }
        }
        _ => None,
    }
}

/// What a group is for. Kratos has no node for a linked account that is the last way to sign in,
/// so it cannot be told whether there is one: where none can be unlinked, the reason is given.
fn lead(group: &str, nodes: &[&Node<'_>], words: &Language) -> Option<String> {
    let lead = words.find(&format!("group-{group}-lead"), &[])?;
    let none = group == "oidc" && !nodes.iter().any(|node| node.attributes.name == "unlink");
    Some(if none { format!("{lead} {}", words.text("oidc-last")) } else { lead })
}

/// What to know before acting in a group.
fn notes(group: &str, nodes: &[&Node<'_>], words: &Language) -> Vec<String> {
    let has = |name: &str| nodes.iter().any(|node| node.attributes.name == name);
    let shows_codes = nodes.iter().any(|node| node.attributes.id == "lookup_secret_codes");
    match group {
        "lookup_secret" if has("lookup_secret_confirm") => {
            vec![words.text("codes-not-saved"), words.text("codes-keep")]
        }
        "lookup_secret" if shows_codes => vec![words.text("codes-keep")],
        _ => Vec::new(),
    }
}
