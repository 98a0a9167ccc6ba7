//! What a form changes.

use std::borrow::Cow;
use std::collections::HashMap;

use indexmap::IndexMap;

use super::form::Form;
use crate::flow::traits::{Copies, SHOWN, Shown, Spot, Step, Traits, Tree, is_trait, lines};
use crate::kratos::{Flow, Node, NodeType, Type};

/// What a form says of one trait and of what lies below it, where the page showed it.
#[derive(Debug, Default)]
pub(super) struct Edits<'n> {
    pub(super) below: IndexMap<Step<'n>, Self>,
    /// What its field showed.
    pub(super) shown: Option<Shown>,
    /// What it shall be.
    pub(super) change: Option<Change<'n>>,
    /// Whether anything here or below shall be changed.
    pub(super) changes: bool,
}

/// What a field shall be.
#[derive(Debug)]
pub(super) struct Change<'n> {
    pub(super) text: Cow<'n, str>,
    /// The type of the node's control.
    pub(super) kind: &'n str,
    /// Whether it is a box that sent nothing.
    pub(super) is_unticked: bool,
}

/// What `form` changes.
///
/// A field that says what the page showed changes nothing, so that a page of yesterday writes
/// nothing old back. What no field of the flow and no standing trait has is not looked at.
pub(super) fn edits<'n>(
    form: &'n Form,
    copies: &'n [(String, Shown)],
    flow: &'n Flow<'n>,
    traits: &Traits<'_>,
) -> Edits<'n> {
    let nodes: HashMap<&str, &Node<'_>> = flow.ui.nodes.iter().filter_map(named).collect();
    let has_copies = form.get(SHOWN).is_some();
    let copy_of: HashMap<&str, &Shown> = copies.iter().map(|(name, shown)| (name.as_str(), shown)).collect();
    let known = |name: &'n str| {
        let spot = traits.find(name).filter(|_| is_trait(name))?;
        let first = spot.path.first();
        let stands = || matches!(first, Some(Step::Member(first)) if traits.standing().member(first).is_some());
        // Of somebody who signs up nothing stands yet, and Kratos has no fields for the items of their lists.
        let is_theirs = traits.is_new() && spot.place.is_some();
        (nodes.contains_key(name) || stands() || is_theirs).then_some(spot)
    };
    let kind_of = |name: &str| nodes.get(name).map_or("text", |node| &*node.attributes.kind);
    let mut edits = Edits::default();
    for (name, first) in form.once() {
        let Some(spot) = known(name) else { continue };
        let is_bool = spot.place.is_some_and(|place| place.is_only(Type::Boolean));
        let text = lines(if is_bool { form.last(name).unwrap_or(first) } else { first });
        let leaf = spot.standing.and_then(Tree::leaf);
        let is_same = match copy_of.get(name).filter(|_| !traits.is_new()) {
            Some(shown) => shown.is(&text),
            None => leaf.map_or(text.is_empty(), |json| {
                Shown::of_standing(json, spot.place).is_some_and(|shown| shown == Shown::of(&text).canonical())
            }),
        };
        if !is_same && may_change(&spot, traits) {
            let change = Change { text, kind: kind_of(name), is_unticked: false };
            edits.add(spot.path, None, Some(change));
        }
    }
    for (name, shown) in copies {
        if let Some(spot) = known(name) {
            let is_box = || matches!(shown, Shown::Box(_)) || is_box(&spot, kind_of(name));
            let is_unticked = shown.text() == Some("true") && form.get(name).is_none() && is_box();
            let unticked = || Change { text: Cow::Borrowed("false"), kind: "checkbox", is_unticked };
            let change = (is_unticked && may_change(&spot, traits)).then(unticked);
            edits.add(spot.path, (!traits.is_new()).then(|| shown.clone()), change);
        }
    }
    // Without copies, a box that sent nothing was ticked where its trait is there.
    for (name, node) in nodes.iter().filter(|_| !has_copies) {
        if form.get(name).is_none()
            && !node.attributes.disabled
            && let Some(spot) = known(name)
            && is_box(&spot, &node.attributes.kind)
            && spot.standing.is_some_and(|standing| !standing.is_null())
            && may_change(&spot, traits)
        {
            let change = Change { text: Cow::Borrowed("false"), kind: "checkbox", is_unticked: true };
            edits.add(spot.path, None, Some(change));
        }
    }
    edits
}

fn named<'n>(node: &'n Node<'n>) -> Option<(&'n str, &'n Node<'n>)> {
    let name = &*node.attributes.name;
    (node.kind == NodeType::Input && is_trait(name)).then_some((name, node))
}

/// Whether the trait's field is a box.
fn is_box(spot: &Spot<'_, '_, '_>, kind: &str) -> bool {
    match spot.place {
        Some(place) if !place.types().is_empty() => place.is_only(Type::Boolean),
        _ => kind == "checkbox" || spot.standing.and_then(Tree::leaf) == Some("true"),
    }
}

/// What is read-only is never changed by a form, but may be chosen once where there is no identity
/// yet.
fn may_change(spot: &Spot<'_, '_, '_>, traits: &Traits<'_>) -> bool {
    !spot.read_only || (traits.is_new() && spot.standing.is_none())
}

impl<'n> Edits<'n> {
    fn add(&mut self, path: Vec<Step<'n>>, shown: Option<Shown>, change: Option<Change<'n>>) {
        let changes = change.is_some();
        let mut here = self;
        for step in path {
            here.changes |= changes;
            here = here.below.entry(step).or_default();
        }
        here.changes |= changes;
        here.shown = shown.or(here.shown.take());
        here.change = change.or(here.change.take());
    }

    /// Whether the page showed this.
    pub(super) fn shows(&self) -> bool {
        self.shown.is_some() || self.below.values().any(Self::shows)
    }

    /// Whether the page showed something here.
    pub(super) fn shows_something(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| !shown.is_blank()) || self.below.values().any(Self::shows_something)
    }

    /// Whether something is to stand here that the person said.
    pub(super) fn says(&self) -> bool {
        let says = |change: &Change<'_>| !change.text.is_empty() && !change.is_unticked;
        self.change.as_ref().is_some_and(says) || self.below.values().any(Self::says)
    }

    /// Whether something here was blanked.
    pub(super) fn blanks(&self) -> bool {
        self.change.as_ref().is_some_and(|change| change.text.is_empty()) || self.below.values().any(Self::blanks)
    }
}

/// What the page showed, as the form says.
pub(super) fn copies(form: &Form) -> Vec<(String, Shown)> {
    form.get(SHOWN).and_then(Copies::read).unwrap_or_default()
}
