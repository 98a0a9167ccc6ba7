//! Lists and objects as fieldsets.

use super::{Page, Part};
use crate::flow::traits::{Group, GroupKind, Part as Arranged, is_trait};
use crate::kratos::Node;
use crate::view::language::count;
use crate::view::message::{Notice, Phrase};

/// The items of an array, or the members of an object.
#[derive(Debug)]
pub(crate) struct Fieldset<'a> {
    pub(crate) legend: Phrase<'a>,
    pub(crate) parts: Vec<Part<'a>>,
}

impl<'a> Page<'a, '_> {
    /// Lays nodes out, those of one array or object together.
    pub(in crate::view) fn parts(&mut self, nodes: &[&'a Node<'a>]) -> Vec<Part<'a>> {
        let mut parts = Vec::with_capacity(nodes.len() + 1);
        if nodes.iter().any(|node| is_trait(&node.attributes.name)) {
            let arranged = self.traits.arrange(nodes);
            self.lay_out(arranged, &mut parts);
        } else {
            parts.extend(nodes.iter().filter_map(|node| self.part(node, None)));
        }
        parts
    }

    fn lay_out(&mut self, arranged: Vec<Arranged<'a>>, parts: &mut Vec<Part<'a>>) {
        for one in arranged {
            match one {
                Arranged::One(node, twins) => parts.extend(self.one(node, &twins, None)),
                Arranged::Group(group) => self.group(group, None, parts),
            }
        }
    }

    /// A field, with what Kratos says at other nodes of the same trait.
    fn one(&mut self, node: &'a Node<'a>, twins: &[&'a Node<'a>], label: Option<Phrase<'a>>) -> Option<Part<'a>> {
        let mut part = self.part(node, label)?;
        if let Some(field) = part.field_mut() {
            for twin in twins {
                field.notices.extend(Notice::of(&twin.messages, self.context.words));
            }
        }
        Some(part)
    }

    /// An object, an item of a list, or a list with a spare field for a new one.
    fn group(&mut self, group: Group<'a>, label: Option<Phrase<'a>>, parts: &mut Vec<Part<'a>>) {
        let words = self.context.words;
        let is_named = group.title.is_some() || words.trait_name(&group.name).is_some() || label.is_some();
        let legend = label.unwrap_or_else(|| self.title_of(&group.name, group.title));
        let mut inside = Vec::new();
        match group.kind {
            // An object that nobody named is no more than its members.
            GroupKind::Object if !is_named => return self.lay_out(group.parts, parts),
            GroupKind::Object | GroupKind::Item => self.lay_out(group.parts, &mut inside),
            GroupKind::List { spare } => {
                for (place, item) in group.parts.into_iter().enumerate() {
                    let values = [("list", (&*legend.text).into()), ("number", count(place + 1))];
                    let label: Phrase<'a> = words.text_with("list-item", &values).into();
                    match item {
                        Arranged::One(node, twins) => inside.extend(self.one(node, &twins, Some(label))),
                        Arranged::Group(group) => self.group(group, Some(label), &mut inside),
                    }
                }
                if let Some(spare) = spare {
                    let label = words.text_with("list-spare", &[("list", (&*legend.text).into())]).into();
                    inside.extend(self.part(spare, Some(label)));
                }
            }
        }
        parts.push(Part::List(Fieldset { legend, parts: inside }));
    }
}
