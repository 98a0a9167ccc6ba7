//! A group of nodes as a section of the page, with its forms: groups that do different things.

use std::borrow::Cow;
use std::collections::HashMap;

use super::form::{Form, MOST_SHARED, is_hidden, is_submit, is_trait};
use super::layout::Layout;
use super::look::name_of;
use super::message::Notice;
use super::names::{html_id, humanise};
use super::node::{Hidden, Page, Part, Unverified};
use super::tell;
use super::thing::{self, Thing};
use crate::kratos::{Node, NodeType};

/// Buttons that are a whole form: what they do needs no field, and Enter in a field must not
/// press them.
const ACTS: [&str; 6] = [
    "link",
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
    /// How things stand.
    pub(crate) state: Option<Cow<'a, str>>,
    /// Whether a new password has just been saved: the old one may still be in use elsewhere.
    pub(crate) has_new_password: bool,
    /// Whether a second factor has just been added, and there are no recovery codes for when it is lost.
    pub(crate) wants_codes: bool,
    /// What Kratos has to say that belongs to no field.
    pub(crate) notices: Vec<Notice<'a>>,
    /// Whether its first notice, or else its heading, takes the focus.
    pub(crate) focus: bool,
    /// What to know before acting.
    pub(crate) notes: Vec<&'a str>,
    /// Addresses that are not verified and in no field.
    pub(crate) unverified: Vec<Unverified<'a>>,
    /// What the person has here.
    pub(crate) things: Vec<Thing<'a>>,
    /// Where things may be missing: the question, and why they are.
    pub(crate) missing: Option<[&'a str; 2]>,
    /// The forms.
    pub(crate) forms: Vec<Form<'a>>,
}

impl<'a> Section<'a> {
    /// A section of these forms and nothing else.
    pub(super) fn of(group: &'a str, forms: Vec<Form<'a>>) -> Self {
        Self {
            group,
            id: html_id(&[group]),
            heading: Cow::Borrowed(""),
            lead: None,
            state: None,
            has_new_password: false,
            wants_codes: false,
            notices: Vec::new(),
            focus: false,
            notes: Vec::new(),
            unverified: Vec::new(),
            things: Vec::new(),
            missing: None,
            forms,
        }
    }

    /// Whether a field of this name belongs to this section.
    pub(super) fn is_of(&self, name: &str) -> bool {
        let group = if self.group == "profile" { "traits" } else { self.group };
        !group.is_empty() && name.starts_with(group)
    }

    /// Its forms, those of the things first.
    pub(super) fn all_forms(&self) -> impl Iterator<Item = &Form<'a>> {
        self.things.iter().filter_map(|thing| thing.form.as_ref()).chain(&self.forms)
    }

    /// Gives the focus to the first error in it, if there is one.
    pub(super) fn focus_error(&mut self) -> bool {
        self.focus = self.notices.iter().any(Notice::is_error);
        let forms = self.things.iter_mut().filter_map(|thing| thing.form.as_mut()).chain(&mut self.forms);
        self.focus || forms.flat_map(|form| &mut form.parts).any(Part::focus_error)
    }

    /// Whether the heading takes the focus, for want of a notice.
    pub(crate) fn focuses_heading(&self) -> bool {
        self.focus && self.notices.is_empty()
    }
}

/// The nodes of each group, in the order of the layout. Those of `default` come first, as the
/// group of this name, if there are any.
pub(super) fn groups<'a>(nodes: &[&'a Node<'a>], layout: &Layout) -> Vec<(&'a str, Vec<&'a Node<'a>>)> {
    let mut groups: Vec<(&'a str, Vec<&'a Node<'a>>)> = Vec::with_capacity(layout.order.len());
    let mut known: HashMap<&str, usize> = HashMap::with_capacity(layout.order.len());
    for &node in nodes {
        // Kratos sends them group by group.
        if let Some((_, nodes)) = groups.last_mut().filter(|(group, _)| *group == &*node.group) {
            nodes.push(node);
            continue;
        }
        let at = *known.entry(&node.group).or_insert_with(|| {
            groups.push((&node.group, Vec::new()));
            groups.len() - 1
        });
        if let Some((_, nodes)) = groups.get_mut(at) {
            nodes.push(node);
        }
    }
    groups.sort_by_key(|(group, _)| match *group {
        "default" => 0,
        group => 1 + layout.order.iter().position(|known| *known == group).unwrap_or(layout.order.len()),
    });
    groups
}

/// The sections of `nodes`, one for each group.
pub(super) fn sections<'a>(nodes: &[&'a Node<'a>], layout: &Layout, page: &mut Page<'a, '_>) -> Vec<Section<'a>> {
    let mut groups = groups(nodes, layout);
    let mut shared = Vec::new();
    if let Some(("default", nodes)) = groups.first_mut() {
        // What is hidden goes with every form; anything else there would be a section of its own.
        nodes.retain(|node| {
            let is_shared = is_hidden(node) && shared.len() < MOST_SHARED;
            if is_shared {
                shared.push(*node);
            }
            !is_shared
        });
        if nodes.is_empty() {
            groups.remove(0);
        }
    }
    let sections = groups.into_iter().map(|(group, nodes)| section(group, &nodes, &shared, page));
    sections
        .filter(|section| !section.notices.is_empty() || section.all_forms().any(|form| !form.is_unseen()))
        .collect()
}

fn section<'a>(
    group: &'a str,
    nodes: &[&'a Node<'a>],
    shared: &[&'a Node<'a>],
    page: &mut Page<'a, '_>,
) -> Section<'a> {
    let words = page.context.words;
    page.has_codes = nodes.iter().any(|node| node.attributes.name == "lookup_secret_disable");
    let mut forms = Vec::with_capacity(2);
    let mut things = Vec::new();
    // The form of the fields stands where its first node stood.
    let mut before = None;
    let mut rest = Vec::with_capacity(nodes.len());
    for &node in nodes {
        if is_submit(node)
            && let Some(name) = name_of(node, words)
        {
            things.push(Thing::of(node, name, form(&[node], shared, page), words));
        } else if is_submit(node) && ACTS.contains(&&*node.attributes.name) {
            forms.push(form(&[node], shared, page));
        } else {
            before.get_or_insert(forms.len());
            rest.push(node);
        }
    }
    if let Some(before) = before {
        forms.insert(before, form(&rest, shared, page));
    }
    thing::tell_apart(&mut things);
    let notices = nodes.iter().filter(|node| is_hidden(node)).flat_map(|node| Notice::of(&node.messages, words));
    Section {
        heading: words.find(&format!("group-{group}")).map_or_else(|| humanise(group), Cow::Borrowed),
        lead: words.find(&format!("group-{group}-lead")).map(Cow::Borrowed),
        state: tell::state(group, nodes, words),
        notices: notices.collect(),
        notes: tell::notes(group, nodes, words),
        unverified: page.take_unverified(group),
        things,
        missing: tell::missing(group, nodes, words),
        ..Section::of(group, forms)
    }
}

fn form<'a>(nodes: &[&'a Node<'a>], shared: &[&'a Node<'a>], page: &mut Page<'a, '_>) -> Form<'a> {
    let sends = nodes.iter().any(|node| node.kind == NodeType::Input);
    let all = || shared.iter().filter(|_| sends).chain(nodes).copied();
    let mut hidden: Vec<Hidden<'a>> = Vec::with_capacity(shared.len() + 2);
    hidden.extend(all().filter(|node| is_hidden(node)).map(Hidden::of));
    let mut visible: Vec<&'a Node<'a>> = Vec::with_capacity(nodes.len());
    visible.extend(all().filter(|node| !is_hidden(node)));
    let parts = page.parts(&visible);
    let has_traits = all().any(|node| node.group == "profile" || is_trait(node));
    let mut form = page.form(hidden, parts, sends, has_traits);
    if form.parts.iter().any(Part::is_password) {
        form.username.clone_from(&page.username);
    }
    form
}
