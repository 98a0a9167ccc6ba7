//! Containers for scripts to fill.

use super::Page;
use crate::kratos::Node;
use crate::view::message::Phrase;

/// A container for a script to fill.
#[derive(Debug)]
pub(crate) struct Div<'a> {
    pub(crate) id: &'a str,
    pub(crate) class: Option<&'a str>,
    pub(crate) data: Vec<(&'a str, &'a str)>,
    pub(crate) label: Option<Phrase<'a>>,
}

impl<'a> Div<'a> {
    /// The container of a node.
    pub(super) fn of(page: &Page<'a, '_>, node: &'a Node<'a>) -> Self {
        let attributes = &node.attributes;
        let data = attributes.data.iter().map(|(name, value)| (&**name, &**value));
        Self {
            id: &attributes.id,
            class: attributes.class.as_deref(),
            data: data.filter(|(name, _)| is_data_name(name)).collect(),
            label: page.label_of(node),
        }
    }
}

/// Whether a name can stand after `data-`.
fn is_data_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
