//! Which nodes are items of a list, and lists as fieldsets.
//!
//! Kratos flattens an array trait into `traits.tags.0`, `traits.tags.1`, … sorted by value,
//! with a bare `traits.tags` that carries the label (arrays of scalars only). Here they come
//! together again, in index order.

use std::collections::{BTreeMap, BTreeSet};

use super::{Page, Part};
use crate::flow::traits::{Tree, is_index};
use crate::kratos::{Node, Place};
use crate::view::language::count;
use crate::view::message::Phrase;

/// The items of an array, or the members of an object.
#[derive(Debug)]
pub(crate) struct Fieldset<'a> {
    pub(crate) legend: Phrase<'a>,
    pub(crate) parts: Vec<Part<'a>>,
}

impl<'a> Page<'a, '_> {
    /// Lays nodes out, those of one array together.
    pub(in crate::view) fn parts(&mut self, nodes: &[&'a Node<'a>]) -> Vec<Part<'a>> {
        // No item's name is without a dot, and only items' names have one but for those of traits.
        if nodes.iter().any(|node| node.attributes.name.contains('.')) {
            return self.all(arrange(nodes, 0, self.traits));
        }
        let mut parts = Vec::with_capacity(nodes.len() + 1);
        parts.extend(nodes.iter().filter_map(|node| self.part(node, None)));
        parts
    }

    fn all(&mut self, arranged: Vec<Arranged<'a>>) -> Vec<Part<'a>> {
        let part = |one| match one {
            Arranged::One(node) => self.part(node, None),
            Arranged::List(list) => Some(Part::List(self.list(list))),
        };
        arranged.into_iter().filter_map(part).collect()
    }

    /// A list: its items, and a spare field for a new one.
    fn list(&mut self, list: List<'a>) -> Fieldset<'a> {
        let words = self.context.words;
        let legend = match list.bare.and_then(|bare| self.label_of(bare)) {
            Some(label) => label,
            None => self.title_of(list.name),
        };
        let mut parts = Vec::new();
        let mut item_kind = None;
        // Kratos sorts by value, so each item comes in an order of its own; people want one.
        let mut order: Vec<&str> = Vec::new();
        for (place, (index, mut nodes)) in list.items.into_iter().enumerate() {
            let inside = list.name.len() + 1 + index.to_string().len();
            let key = |node: &'a Node<'a>| node.attributes.name.get(inside..).unwrap_or_default();
            for key in nodes.iter().map(|node| key(node)) {
                if !order.contains(&key) {
                    order.push(key);
                }
            }
            nodes.sort_by_key(|node| order.iter().position(|known| *known == key(node)));
            let values = [("list", (&*legend.text).into()), ("number", count(place + 1))];
            let label: Phrase<'a> = words.text_with("list-item", &values).into();
            if let [node] = nodes.as_slice()
                && node.attributes.name.len() == inside
            {
                item_kind = Some(&*node.attributes.kind);
                parts.extend(self.part(node, Some(label)));
            } else {
                let parts_inside = self.all(arrange(&nodes, inside, self.traits));
                parts.push(Part::List(Fieldset { legend: label, parts: parts_inside }));
            }
        }
        if let Some(bare) = list.bare {
            let label = words.text_with("list-spare", &[("list", (&*legend.text).into())]).into();
            let kind = item_kind.unwrap_or(&bare.attributes.kind);
            let place = self.place_of(list.name).and_then(Place::items);
            parts.push(self.control(bare, kind, label, place));
        }
        Fieldset { legend, parts }
    }
}

/// One node, or the nodes of one array.
#[derive(Debug)]
pub(super) enum Arranged<'a> {
    /// A node on its own.
    One(&'a Node<'a>),
    /// The nodes of an array.
    List(List<'a>),
}

/// The nodes of one array.
#[derive(Debug)]
pub(super) struct List<'a> {
    /// The array's name.
    pub(super) name: &'a str,
    /// The bare node: it carries the label, and takes a new item.
    pub(super) bare: Option<&'a Node<'a>>,
    /// The nodes of the items, by index. An item that is itself an object or array has several.
    pub(super) items: BTreeMap<usize, Vec<&'a Node<'a>>>,
}

/// Brings the nodes of arrays together, each list where its first node stood. Names are read
/// from the byte `from` on: what is before is shared by all.
pub(super) fn arrange<'a>(nodes: &[&'a Node<'a>], from: usize, traits: Option<&Tree>) -> Vec<Arranged<'a>> {
    let with_items: BTreeSet<&str> =
        nodes.iter().filter_map(|node| Some(item(&node.attributes.name, from)?.0)).collect();
    let is_array = |name: &str| matches!(traits.and_then(|traits| traits.trait_of(name)), Some(Tree::Array(_)));
    let mut arranged: Vec<Arranged<'a>> = Vec::with_capacity(nodes.len());
    for &node in nodes {
        let name = &*node.attributes.name;
        let (list, index) = match item(name, from) {
            Some((list, index)) => (list, Some(index)),
            None if with_items.contains(name) || is_array(name) => (name, None),
            None => {
                arranged.push(Arranged::One(node));
                continue;
            }
        };
        let known = arranged.iter().position(|one| matches!(one, Arranged::List(known) if known.name == list));
        let at = known.unwrap_or_else(|| {
            arranged.push(Arranged::List(List { name: list, bare: None, items: BTreeMap::new() }));
            arranged.len() - 1
        });
        if let Some(Arranged::List(list)) = arranged.get_mut(at) {
            match index {
                Some(index) => list.items.entry(index).or_default().push(node),
                None => list.bare = Some(node),
            }
        }
    }
    arranged
}

/// How long a name may be before it is taken as it is: lists of lists are laid out within each
/// other, and no schema has so many.
const LONGEST: usize = 256;

/// Reads `name` as the name of a list and the index of one of its items.
fn item(name: &str, from: usize) -> Option<(&str, usize)> {
    if name.len() > LONGEST {
        return None;
    }
    let mut start = from;
    for segment in name.get(from..)?.split('.') {
        if start > from && is_index(segment) {
            return Some((name.get(..start - 1)?, segment.parse().ok()?));
        }
        start += segment.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(name: &str) -> Node<'static> {
        crate::kratos::read(&serde_json::json!({"type": "input", "attributes": {"name": name}}))
    }

    /// The arrangement in short: `name`, or `name[items]`, with `+` for a bare node.
    fn short(nodes: &[&Node<'_>], from: usize) -> String {
        let one = |one: Arranged<'_>| match one {
            Arranged::One(node) => node.attributes.name.to_string(),
            Arranged::List(list) => {
                let items = list.items.iter().map(|(index, nodes)| {
                    let inside = list.name.len() + 1 + index.to_string().len();
                    short(nodes, inside)
                });
                let bare = if list.bare.is_some() { "+" } else { "" };
                format!("{}{bare}[{}]", list.name, items.collect::<Vec<_>>().join("; "))
            }
        };
        arrange(nodes, from, None).into_iter().map(one).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn items_come_in_index_order_where_the_list_began() {
        for (names, expected) in [
            (
                "traits.a traits.tags traits.tags.1 traits.tags.0 method",
                "traits.a, traits.tags+[traits.tags.0; traits.tags.1], method",
            ),
            ("traits.n.10 traits.n.9 traits.n", "traits.n+[traits.n.9; traits.n.10]"),
            (
                "traits.o.0.street traits.o.1.city traits.o.1.street traits.o.0.city",
                "traits.o[traits.o.0.street, traits.o.0.city; traits.o.1.city, traits.o.1.street]",
            ),
            ("traits.m.0.1 traits.m.0.0", "traits.m[traits.m.0[traits.m.0.0; traits.m.0.1]]"),
            ("traits.o.0.tags.1 traits.o.0.tags.0", "traits.o[traits.o.0.tags[traits.o.0.tags.0; traits.o.0.tags.1]]"),
            ("0 traits.99999999999999999999999.x", "0, traits.99999999999999999999999.x"),
        ] {
            let nodes: Vec<Node<'_>> = names.split(' ').map(node).collect();
            assert_eq!(short(&nodes.iter().collect::<Vec<_>>(), 0), expected);
        }
    }
}
