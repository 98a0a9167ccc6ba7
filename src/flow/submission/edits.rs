//! What a form changes, and how that is laid over what stands.

use std::borrow::Cow;
use std::collections::HashMap;

use indexmap::IndexMap;

use super::form::Form;
use super::lists::aligned;
use crate::flow::traits::{Copies, SHOWN, Shown, Spot, Step, Traits, Tree, choice, is_trait, lines, text, typed};
use crate::kratos::{Flow, Node, NodeType, Place, Type};

/// What a form says of one trait and of what lies below it, where the page showed it.
#[derive(Debug, Default)]
pub(super) struct Edits<'n> {
    pub(super) below: IndexMap<Step<'n>, Self>,
    /// What its field showed.
    pub(super) shown: Option<Shown>,
    /// What it shall be.
    change: Option<Change<'n>>,
    /// Whether anything here or below shall be changed.
    changes: bool,
}

/// What a field shall be.
#[derive(Debug)]
struct Change<'n> {
    text: Cow<'n, str>,
    /// The type of the node's control.
    kind: &'n str,
    /// Whether it is a box that sent nothing.
    is_unticked: bool,
}

/// A list whose item is not there any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gone {
    /// Its name, as its field's would be.
    pub(crate) name: String,
    /// What the schema calls it.
    pub(crate) title: Option<String>,
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
    fn shows_something(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| !shown.is_blank()) || self.below.values().any(Self::shows_something)
    }

    /// Whether something is to stand here that the person said.
    fn says(&self) -> bool {
        let says = |change: &Change<'_>| !change.text.is_empty() && !change.is_unticked;
        self.change.as_ref().is_some_and(says) || self.below.values().any(Self::says)
    }

    /// Whether something here was blanked.
    fn blanks(&self) -> bool {
        self.change.as_ref().is_some_and(|change| change.text.is_empty()) || self.below.values().any(Self::blanks)
    }

    /// Lays these over what stands.
    pub(super) fn lay_over(&self, tree: &mut Tree<'_>, place: Option<Place<'_>>, gone: &mut Vec<Gone>) {
        self.below_over(tree, place, "traits", gone);
        tree.compact();
    }

    fn over(&self, here: &mut Tree<'_>, slot: Slot<'_>, name: &str, gone: &mut Vec<Gone>) {
        if let Some(change) = &self.change {
            change.over(here, slot);
        }
        if !self.below.values().any(|edits| edits.changes) {
            return;
        }
        if !matches!(here, Tree::Array(_) | Tree::Object(_)) {
            if !self.below.values().any(Self::says) {
                return;
            }
            let is_list = self.below.keys().any(|step| matches!(step, Step::Item(_)));
            *here = if is_list { Tree::Array(Vec::new()) } else { Tree::Object(IndexMap::new()) };
        }
        self.below_over(here, slot.place, name, gone);
    }

    fn below_over(&self, here: &mut Tree<'_>, place: Option<Place<'_>>, name: &str, gone: &mut Vec<Gone>) {
        let below = self.below.iter().filter(|(_, edits)| edits.changes);
        match here {
            Tree::Object(members) => {
                for (step, edits) in below {
                    let Step::Member(member) = step else { continue };
                    let slot = Slot {
                        place: place.and_then(|place| place.member(member)),
                        required: place.is_some_and(|place| place.requires(member)),
                        is_item: false,
                    };
                    let standing = members.entry(Cow::Owned(member.to_string())).or_insert(Tree::Gone);
                    edits.over(standing, slot, &format!("{name}.{}", member.replace('.', "\\.")), gone);
                }
            }
            Tree::Array(items) => {
                let shows = self.shows_items();
                let now = if shows { aligned(self, items, place) } else { HashMap::new() };
                for (step, edits) in below {
                    let Step::Item(index) = step else { continue };
                    let place_of = |index| place.and_then(|place| place.item(index));
                    let was_shown = edits.shows_something();
                    // What showed nothing is an empty item, or a new one that was refused before.
                    let is_free = |at: &usize| !shows || items.get(*at).is_some_and(is_empty);
                    let at = if was_shown { now.get(index).copied() } else { Some(*index).filter(is_free) };
                    let name = format!("{name}.{}", at.unwrap_or(*index));
                    match at.and_then(|at| items.get_mut(at)) {
                        Some(item) => {
                            let slot = Slot { place: place_of(at.unwrap_or(*index)), required: false, is_item: true };
                            edits.over(item, slot, &name, gone);
                            if edits.blanks() && is_empty(item) {
                                *item = Tree::Gone;
                            }
                        }
                        None if was_shown => {
                            let title = place.and_then(Place::title).map(str::to_owned);
                            let list = name.rsplit_once('.').map_or(name.as_str(), |(list, _)| list).to_owned();
                            let told = Gone { name: list, title };
                            if edits.says() && !gone.contains(&told) {
                                gone.push(told);
                            }
                        }
                        None if edits.says() => {
                            let mut item = Tree::Gone;
                            let slot = Slot { place: place_of(items.len()), required: false, is_item: true };
                            edits.over(&mut item, slot, &name, gone);
                            items.push(item);
                        }
                        None => {}
                    }
                }
            }
            Tree::Leaf(_) | Tree::Gone => {}
        }
    }

    fn shows_items(&self) -> bool {
        self.below.iter().any(|(step, edits)| matches!(step, Step::Item(_)) && edits.shows())
    }

    /// Where these changes are now, with their texts. What has no place there any more is where a
    /// new item of its list would be.
    pub(super) fn texts(
        &self,
        here: Option<&Tree<'_>>,
        place: Option<Place<'_>>,
        way: &mut Vec<Step<'n>>,
        into: &mut Vec<(Vec<Step<'n>>, String)>,
    ) {
        if let Some(change) = &self.change {
            into.push((way.clone(), change.text.clone().into_owned()));
        }
        let items = match here {
            Some(Tree::Array(items)) => items.as_slice(),
            _ => &[],
        };
        let shows = self.shows_items();
        let changes_items = self.below.iter().any(|(step, edits)| edits.changes && matches!(step, Step::Item(_)));
        let now = if shows && changes_items { aligned(self, items, place) } else { HashMap::new() };
        for (step, edits) in self.below.iter().filter(|(_, edits)| edits.changes) {
            let (step, below, place) = match step {
                Step::Member(name) => (
                    Some(step.clone()),
                    here.and_then(|here| here.member(name)),
                    place.and_then(|place| place.member(name)),
                ),
                Step::Item(index) => {
                    let at = if edits.shows_something() { now.get(index).copied() } else { Some(*index) };
                    let at = at.filter(|at| *at < items.len());
                    (
                        at.map(Step::Item),
                        at.and_then(|at| items.get(at)),
                        place.and_then(|place| place.item(at.unwrap_or(*index))),
                    )
                }
            };
            let Some(step) = step else {
                // The item has gone: what was typed is in the spare field.
                if let Some(change) = edits.change.as_ref().filter(|change| !change.text.is_empty()) {
                    into.push((way.clone(), change.text.clone().into_owned()));
                }
                continue;
            };
            way.push(step);
            edits.texts(below, place, way, into);
            way.pop();
        }
    }
}

/// Where a change is laid.
#[derive(Clone, Copy)]
struct Slot<'a> {
    place: Option<Place<'a>>,
    required: bool,
    is_item: bool,
}

impl Change<'_> {
    /// Lays this over what stands.
    fn over(&self, here: &mut Tree<'_>, slot: Slot<'_>) {
        let place = slot.place;
        let is_list = match &*here {
            Tree::Array(_) => true,
            Tree::Object(_) => false,
            Tree::Leaf(_) | Tree::Gone => here.is_null() && place.is_some_and(|place| place.is_only(Type::Array)),
        };
        if is_list {
            // A list's own field takes a new item.
            if self.text.is_empty() {
                return;
            }
            if !matches!(here, Tree::Array(_)) {
                *here = Tree::Array(Vec::new());
            }
            if let Tree::Array(items) = here {
                let like = items.iter().find_map(Tree::leaf).filter(|json| *json != "null").map(str::to_owned);
                let item = place.and_then(|place| place.item(items.len()));
                items.push(owned(typed(&self.text, like.as_deref(), self.kind, item)));
            }
            return;
        }
        if self.is_unticked {
            if matches!(here, Tree::Gone) {
                return;
            }
            if place.is_some_and(Place::must_be_true) && !slot.required {
                *here = Tree::Gone;
                return;
            }
        }
        if self.text.is_empty() {
            *here = if slot.is_item { Tree::Gone } else { blank(place, slot.required) };
            return;
        }
        let standing = match &*here {
            Tree::Leaf(json) => Some(json.clone().into_owned()),
            Tree::Object(_) => Some(here.json()),
            Tree::Array(_) | Tree::Gone => None,
        };
        *here = owned(typed(&self.text, standing.as_deref(), self.kind, place));
    }
}

/// What a blanked field leaves: nothing, unless the schema has a word for that, or demands one.
fn blank(place: Option<Place<'_>>, required: bool) -> Tree<'static> {
    let Some(place) = place else { return Tree::Gone };
    let leaf = |json| Tree::Leaf(Cow::Borrowed(json));
    if choice(place, "").is_some() || (required && place.is(Type::String) && !place.refuses_blank()) {
        leaf("\"\"")
    } else if required && place.is(Type::Null) {
        leaf("null")
    } else {
        Tree::Gone
    }
}

/// Whether an item of a list has nothing left but boxes that are not ticked.
fn is_empty(item: &Tree<'_>) -> bool {
    match item {
        Tree::Gone => true,
        Tree::Leaf(json) => &**json == "false" || text(json).is_empty(),
        Tree::Object(members) => members.values().all(is_empty),
        Tree::Array(items) => items.iter().all(is_empty),
    }
}

fn owned(tree: Tree<'_>) -> Tree<'static> {
    match tree {
        Tree::Leaf(json) => Tree::Leaf(Cow::Owned(json.into_owned())),
        Tree::Object(members) => {
            let own = |(name, member): (Cow<'_, str>, Tree<'_>)| (Cow::Owned(name.into_owned()), owned(member));
            Tree::Object(members.into_iter().map(own).collect())
        }
        Tree::Array(items) => Tree::Array(items.into_iter().map(owned).collect()),
        Tree::Gone => Tree::Gone,
    }
}

/// What the page showed, as the form says.
pub(super) fn copies(form: &Form) -> Vec<(String, Shown)> {
    form.get(SHOWN).and_then(Copies::read).unwrap_or_default()
}
