//! The traits' nodes, grouped and ordered along the schema.
//!
//! Kratos flattens traits into `traits.tags.0`, `traits.addr.street`, … and sorts by value what
//! the schema does not name. Here they come together again: members in the schema's order, then
//! in the order they stand in; items by index.

use std::borrow::Cow;

use indexmap::IndexMap;

use super::{Spot, Step, Traits, Tree, is_trait};
use crate::kratos::{Node, Place, Type};

/// What all names of traits begin with.
const TRAITS: &str = "traits";

/// One node, or several that belong together.
#[derive(Debug)]
pub(crate) enum Part<'a> {
    /// A node on its own, and others of the same trait: a key with a dot has two. What Kratos says
    /// at those belongs to this one.
    One(&'a Node<'a>, Vec<&'a Node<'a>>),
    /// The nodes of an object, of a list, or of an item.
    Group(Group<'a>),
}

/// The nodes of an object, of a list, or of an item.
#[derive(Debug)]
pub(crate) struct Group<'a> {
    /// Its name, as its field's would be: `traits.addr`, `traits.addr.0`.
    pub(crate) name: String,
    /// What the schema calls it.
    pub(crate) title: Option<&'a str>,
    /// What it is.
    pub(crate) kind: GroupKind<'a>,
    /// What is in it.
    pub(crate) parts: Vec<Part<'a>>,
}

/// What a group is.
#[derive(Debug)]
pub(crate) enum GroupKind<'a> {
    /// An object.
    Object,
    /// A list.
    List {
        /// The node that takes a new item, where one does.
        spare: Option<&'a Node<'a>>,
    },
    /// An item of a list that has several fields.
    Item,
}

/// The nodes at and below one trait.
#[derive(Debug, Default)]
struct Branch<'a, 'n> {
    nodes: Vec<&'a Node<'a>>,
    below: IndexMap<Step<'n>, Self>,
}

/// What is known of one trait on the way down.
#[derive(Clone, Copy)]
struct Here<'t, 'a> {
    place: Option<Place<'a>>,
    standing: Option<&'t Tree<'a>>,
    read_only: bool,
}

impl<'a> Traits<'a> {
    /// Brings the nodes of one form together. What is no trait stays where it stood; all traits
    /// stand where the first of them did.
    pub(crate) fn arrange(&self, nodes: &[&'a Node<'a>]) -> Vec<Part<'a>> {
        let mut root = Branch::default();
        let mut others: Vec<Part<'a>> = Vec::with_capacity(nodes.len());
        let mut first = None;
        for &node in nodes {
            let name = &*node.attributes.name;
            let Some(spot) = is_trait(name).then(|| self.find(name)).flatten() else {
                others.push(Part::One(node, Vec::new()));
                continue;
            };
            first.get_or_insert(others.len());
            let mut branch = &mut root;
            for step in spot.path {
                branch = branch.below.entry(step).or_default();
            }
            branch.nodes.push(node);
        }
        let here = Here {
            place: self.place(),
            standing: Some(self.standing()),
            read_only: self.place().is_some_and(Place::is_read_only),
        };
        let mut parts = Vec::new();
        root.lay_out(TRAITS, here, &mut parts);
        let at = first.unwrap_or(0);
        others.splice(at..at, parts);
        others
    }
}

impl<'a> Branch<'a, '_> {
    /// Lays out what is below, in order.
    fn lay_out(self, name: &str, here: Here<'_, 'a>, into: &mut Vec<Part<'a>>) {
        let mut below: Vec<_> = self.below.into_iter().enumerate().collect();
        // Without a schema, Kratos' own order is the best there is.
        let is_unknown = here.place.is_none() && name == TRAITS;
        below.sort_by_cached_key(|(seen, (step, _))| match step {
            Step::Item(index) => (0, *index, String::new()),
            Step::Member(_) if is_unknown => (1, *seen, String::new()),
            Step::Member(member) => match here.place.and_then(|place| place.order(member)) {
                Some(order) => (1, order, String::new()),
                // Without a schema: Kratos has the traits in its order.
                None if here.place.is_none() && name == "traits" => (2, 0, String::new()),
                None => match here.standing.and_then(|standing| standing.order(member)) {
                    Some(order) => (2, order, String::new()),
                    None if here.place.is_none() => (3, *seen, String::new()),
                    None => (4, 0, member.to_string()),
                },
            },
        });
        for (_, (step, branch)) in below {
            let (place, standing, segment) = match &step {
                Step::Item(index) => (
                    here.place.and_then(|place| place.item(*index)),
                    here.standing.and_then(|standing| standing.item(*index)),
                    Cow::Owned(index.to_string()),
                ),
                Step::Member(member) => (
                    here.place.and_then(|place| place.member(member)),
                    here.standing.and_then(|standing| standing.member(member)),
                    if member.contains('.') {
                        Cow::Owned(member.replace('.', "\\."))
                    } else {
                        Cow::Borrowed(&**member)
                    },
                ),
            };
            let read_only = here.read_only || place.is_some_and(Place::is_read_only);
            branch.part(
                format!("{name}.{segment}"),
                matches!(step, Step::Item(_)),
                Here { place, standing, read_only },
                into,
            );
        }
    }

    /// Lays out this trait.
    fn part(mut self, name: String, is_item: bool, here: Here<'_, 'a>, into: &mut Vec<Part<'a>>) {
        // The node with a value comes first: the other is named as the schema spells it.
        self.nodes.sort_by_key(|node| node.attributes.value.is_none());
        let mut nodes = std::mem::take(&mut self.nodes).into_iter();
        let first = nodes.next();
        // A twin is spelt otherwise. Nodes of the very same name are as many inputs as Kratos sent.
        let (same, twins): (Vec<_>, Vec<_>) =
            nodes.partition(|node| first.is_some_and(|first| node.attributes.name == first.attributes.name));
        let spot = Spot {
            path: Vec::new(),
            place: here.place,
            standing: here.standing,
            read_only: here.read_only,
            required: false,
            in_list: false,
        };
        let title = here.place.and_then(Place::title);
        let has_items = self.below.keys().any(|step| matches!(step, Step::Item(_)));
        if has_items || (spot.is_list() && self.below.is_empty()) {
            let is_simple = |place: Option<Place<'_>>| {
                place.is_none_or(|items| !items.is_only(Type::Object) && !items.is_only(Type::Array))
            };
            let items = here.place.and_then(Place::items);
            let spare = first.filter(|_| !here.read_only && is_simple(items));
            let mut parts = Vec::new();
            self.lay_out(&name, here, &mut parts);
            if spare.is_some() || !parts.is_empty() {
                into.push(Part::Group(Group { name, title, kind: GroupKind::List { spare }, parts }));
            }
            return;
        }
        // An object that stands as `null` has a node of its own, which says nothing.
        let says_nothing = |node: &&Node<'_>| {
            here.place.is_some_and(|place| place.is_only(Type::Object))
                && here.standing.is_none_or(Tree::is_null)
                && node.messages.is_empty()
        };
        let first = first.filter(|node| !says_nothing(node));
        let mut parts: Vec<Part<'a>> = first.map(|node| Part::One(node, twins)).into_iter().collect();
        parts.extend(same.into_iter().map(|node| Part::One(node, Vec::new())));
        if self.below.is_empty() {
            into.append(&mut parts);
            return;
        }
        self.lay_out(&name, here, &mut parts);
        if !parts.is_empty() {
            into.push(Part::Group(Group {
                name,
                title,
                kind: if is_item { GroupKind::Item } else { GroupKind::Object },
                parts,
            }));
        }
    }
}

impl Tree<'_> {
    /// Where a member stands among those of this object.
    fn order(&self, name: &str) -> Option<usize> {
        match self {
            Tree::Object(members) => members.get_index_of(name),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kratos::{Flow, Schema};

    /// The arrangement in short: `name`, `name{members}`, `name[items]`, with `+` for a spare field
    /// and `=` for a twin.
    fn short(parts: &[Part<'_>]) -> String {
        let one = |part: &Part<'_>| match part {
            Part::One(node, twins) => {
                format!("{}{}", node.attributes.name.replace("traits.", ""), "=".repeat(twins.len()))
            }
            Part::Group(group) => {
                let title = group.title.map(|title| format!("{title}:")).unwrap_or_default();
                let name = group.name.replace("traits.", "");
                let inside = short(&group.parts);
                match &group.kind {
                    GroupKind::Object => format!("{title}{name}{{{inside}}}"),
                    GroupKind::List { spare } => {
                        format!("{title}{name}{}[{inside}]", if spare.is_some() { "+" } else { "" })
                    }
                    GroupKind::Item => format!("#{{{inside}}}"),
                }
            }
        };
        parts.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn arranged(schema: &str, traits: &str, names: &str) -> String {
        let schema: Option<Schema> = serde_json::from_str(&format!(r#"{{"properties": {{"traits": {schema}}}}}"#)).ok();
        let nodes: Vec<_> = names
            .split(' ')
            .map(|name| {
                let (name, value) = name.split_once('=').map_or((name, None), |(name, value)| (name, Some(value)));
                serde_json::json!({"type": "input", "attributes": {"name": name.replace('~', "traits."), "value": value}})
            })
            .collect();
        let text = format!(
            r#"{{"id": "6c3e3b8e-5a0a-4a79-9a3e-0e1f7a1d2c3b", "ui": {{"nodes": {}}}, "identity": {{"id": "1", "traits": {traits}}}}}"#,
            serde_json::Value::from(nodes)
        );
        let flow: Flow<'_> = serde_json::from_str(&text).unwrap();
        let traits = Traits::of(&flow, schema.as_ref());
        short(&traits.arrange(&flow.ui.nodes.iter().collect::<Vec<_>>()))
    }

    #[test]
    fn items_come_in_index_order() {
        for (traits, names, expected) in [
            (r#"{"a": 1, "tags": ["x", "y"]}"#, "~tags ~tags.1 ~tags.0 method", "tags+[tags.0, tags.1], method"),
            (r#"{"n": [1,2,3,4,5,6,7,8,9,10,11]}"#, "csrf ~n.10 ~n.9 ~n method", "csrf, n+[n.9, n.10], method"),
            (
                r#"{"o": [{"street": 1, "city": 2}, {"street": 1, "city": 2}]}"#,
                "~o.0.street ~o.1.city ~o.1.street ~o.0.city",
                "o[#{o.0.street, o.0.city}, #{o.1.street, o.1.city}]",
            ),
            (r#"{"m": [[1, 2]]}"#, "~m.0.1 ~m.0.0", "m[m.0[m.0.0, m.0.1]]"),
            (r#"{"free": {"b": {"x": 1}, "a": 2}}"#, "~free.a ~free.b.x", "free{free.b{free.b.x}, free.a}"),
            ("{}", "0 ~99999999999999999999999.x", "0, 99999999999999999999999{99999999999999999999999.x}"),
        ] {
            assert_eq!(arranged("-", traits, names), expected);
        }
    }

    #[test]
    fn members_come_in_the_schemas_order_and_in_groups() {
        let schema = r#"{"properties": {"z": {}, "home": {"type": "object", "title": "Home", "properties": {"street": {}, "city": {}}},
            "https://e.org/role": {"type": "string"}, "nulls": {"type": ["array", "null"], "items": {"type": "string"}},
            "name": {"type": ["object", "null"], "properties": {"first": {"type": "string"}}},
            "locked": {"type": "array", "readOnly": true}, "objects": {"type": ["array", "null"], "items": {"type": "object"}},
            "years": {"type": "object", "title": "Years", "properties": {"2024": {"type": "object", "title": "In 2024", "properties": {"paid": {}}}}}}}"#;
        for (traits, names, expected) in [
            ("{}", "~home.city ~home.street ~z", "z, Home:home{home.street, home.city}"),
            (r#"{"https://e.org/role": "x"}"#, r"~https://e.org/role ~https://e\.org/role=x", r"https://e\.org/role="),
            (r#"{"nulls": null}"#, "~nulls", "nulls+[]"),
            (r#"{"nulls": "a,b"}"#, "~nulls=a,b", "nulls"),
            (r#"{"name": null}"#, "~name ~name.first", "name{name.first}"),
            (r#"{"name": "Ada"}"#, "~name=Ada ~name.first", "name{name, name.first}"),
            (r#"{"locked": ["x"]}"#, "~locked ~locked.0=x", "locked[locked.0]"),
            (r#"{"objects": null}"#, "~objects", ""),
            (
                r#"{"years": {"2024": {"paid": true}}}"#,
                "~years.2024.paid",
                "Years:years{In 2024:years.2024{years.2024.paid}}",
            ),
        ] {
            assert_eq!(arranged(schema, traits, names), expected, "{names}");
        }
    }
}
