//! Links.

use super::Page;
use crate::kratos::Node;
use crate::view::message::Phrase;

/// A link.
#[derive(Debug)]
pub(crate) struct Link<'a> {
    pub(crate) id: &'a str,
    pub(crate) href: Option<String>,
    pub(crate) text: Phrase<'a>,
}

impl<'a> Link<'a> {
    /// The link of a node: to http or https, or to nowhere.
    pub(super) fn of(page: &Page<'a, '_>, node: &'a Node<'a>) -> Self {
        let attributes = &node.attributes;
        let href = attributes.href.as_deref().and_then(|to| page.context.addresses.for_link(to));
        let title = attributes.title.as_ref().map(|title| page.phrase(title));
        Self {
            id: &attributes.id,
            href,
            text: title.or_else(|| page.label_of(node)).unwrap_or_default(),
        }
    }
}
