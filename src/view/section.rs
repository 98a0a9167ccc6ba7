//! A group of nodes as a section of the page, with its forms.

use std::borrow::Cow;

use super::field::{Builder, Hidden, Part};
use super::language::Language;
use super::message::Notice;
use super::page::Posting;
use crate::flow::addresses::Addresses;
use crate::flow::traits::Tree;
use crate::kratos::{Node, NodeType};

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
    pub(crate) lead: Option<Cow<'a, str>>,
    /// What Kratos has to say that belongs to no field.
    pub(crate) notices: Vec<Notice<'a>>,
    /// Whether the first error of the page is among the notices.
    pub(crate) focus: bool,
    /// What to know before acting.
    pub(crate) notes: Vec<Cow<'a, str>>,
    /// The forms.
    pub(crate) forms: Vec<Form<'a>>,
}

impl Section<'_> {
    /// Whether a field of this name belongs to this section.
    pub(super) fn is_of(&self, name: &str) -> bool {
        name.starts_with(self.group) || (self.group == "profile" && name.starts_with("traits"))
    }
}

/// A form, or text that stands where a form would.
#[derive(Debug)]
pub(crate) struct Form<'a> {
    /// Where it goes; nothing if there is nothing to send.
    pub(crate) action: Option<&'a str>,
    /// Its hidden controls.
    pub(crate) hidden: Vec<Hidden<'a>>,
    /// All else, in order.
    pub(crate) parts: Vec<Part<'a>>,
    /// Whether it needs JavaScript.
    pub(crate) needs_script: bool,
}

/// The sections of `nodes`.
pub(super) fn of<'a>(
    nodes: &[&'a Node],
    traits: Option<&Tree>,
    posting: &'a Posting,
    addresses: &Addresses,
    words: &'a Language,
) -> Vec<Section<'a>> {
    let (shared, own): (Vec<&Node>, Vec<&Node>) = nodes.iter().partition(|node| node.group == "default");
    let mut groups: Vec<&'a str> = Vec::new();
    for node in &own {
        if !groups.contains(&node.group.as_str()) {
            groups.push(&node.group);
        }
    }
    groups.sort_by_key(|group| GROUPS.iter().position(|known| known == group).unwrap_or(GROUPS.len()));
    let mut builder = Builder::new(traits, addresses, words);
    groups
        .into_iter()
        .map(|group| {
            let nodes: Vec<&Node> = own.iter().copied().filter(|node| node.group == group).collect();
            section(group, &nodes, &shared, posting.action(group), &mut builder)
        })
        .filter(|section| !section.notices.is_empty() || section.forms.iter().any(|form| !form.parts.is_empty()))
        .collect()
}

fn section<'a>(
    group: &'a str,
    nodes: &[&'a Node],
    shared: &[&'a Node],
    action: &'a str,
    builder: &mut Builder<'a, '_>,
) -> Section<'a> {
    let words = builder.words();
    builder.begin(nodes);
    let is_hidden = |node: &Node| node.kind == NodeType::Input && node.attributes.kind == "hidden";
    let (acts, rest): (Vec<&Node>, Vec<&Node>) = nodes.iter().partition(|node| is_act(node));
    let mut forms = Vec::with_capacity(acts.len() + 1);
    // The form of the fields stands where its first node stood.
    let before = nodes.iter().take_while(|node| is_act(node)).count();
    for act in &acts {
        forms.push(form(group, &[act], shared, action, builder));
    }
    if !rest.is_empty() {
        forms.insert(before.min(forms.len()), form(group, &rest, shared, action, builder));
    }
    Section {
        group,
        id: super::field::html_id(group),
        heading: words.find(&format!("group-{group}"), &[]).unwrap_or_else(|| super::field::humanise(group)),
        lead: words.find(&format!("group-{group}-lead"), &[]),
        notices: nodes.iter().filter(|node| is_hidden(node)).flat_map(|node| Notice::of(&node.messages)).collect(),
        focus: false,
        notes: notes(group, nodes, words),
        forms,
    }
}

fn is_act(node: &Node) -> bool {
    node.kind == NodeType::Input && node.attributes.kind == "submit" && ACTS.contains(&node.attributes.name.as_str())
}

fn form<'a>(
    group: &'a str,
    nodes: &[&'a Node],
    shared: &[&'a Node],
    action: &'a str,
    builder: &mut Builder<'a, '_>,
) -> Form<'a> {
    let sends = nodes.iter().any(|node| node.kind == NodeType::Input);
    let mut all: Vec<&'a Node> = Vec::with_capacity(nodes.len() + shared.len());
    if sends {
        all.extend(shared);
    }
    all.extend(nodes);
    let (hidden, visible): (Vec<&Node>, Vec<&Node>) =
        all.into_iter().partition(|node| node.kind == NodeType::Input && node.attributes.kind == "hidden");
    let mut hidden: Vec<Hidden<'a>> = hidden.into_iter().map(Hidden::of).collect();
    let parts = builder.parts(group, &visible);
    hidden.extend(builder.take_shown());
    let needs_script = parts.iter().any(Part::needs_script);
    Form { action: sends.then_some(action), hidden, parts, needs_script }
}

/// What to know before acting in a group.
fn notes<'a>(group: &str, nodes: &[&Node], words: &'a Language) -> Vec<Cow<'a, str>> {
    let has = |name: &str| nodes.iter().any(|node| node.attributes.name == name);
    let note = match group {
        "lookup_secret" if has("lookup_secret_confirm") => "codes-not-saved",
        "oidc" if !has("unlink") => "oidc-last",
        _ => return Vec::new(),
    };
    vec![words.text(note)]
}

/// Marks the first error of the page, which then takes the focus when the page is there.
/// `taken`: it is above the sections.
pub(super) fn focus_first_error(taken: bool, sections: &mut [Section<'_>]) {
    if taken {
        return;
    }
    for section in sections {
        if section.notices.iter().any(Notice::is_error) {
            section.focus = true;
            return;
        }
        if section.forms.iter_mut().flat_map(|form| &mut form.parts).any(Part::focus_error) {
            return;
        }
    }
}
