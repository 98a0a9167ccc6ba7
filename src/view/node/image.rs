//! Pictures.

use super::Page;
use crate::kratos::Node;
use crate::view::message::Phrase;

/// A picture.
#[derive(Debug)]
pub(crate) struct Image<'a> {
    pub(crate) id: &'a str,
    pub(crate) src: Option<&'a str>,
    pub(crate) alt: Phrase<'a>,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
}

impl<'a> Image<'a> {
    /// The picture of a node.
    pub(super) fn of(page: &Page<'a, '_>, node: &'a Node<'a>) -> Self {
        let attributes = &node.attributes;
        Self {
            id: &attributes.id,
            src: attributes.src.as_deref().filter(|src| is_picture(src)),
            alt: page.label_of(node).unwrap_or_default(),
            width: attributes.width,
            height: attributes.height,
        }
    }
}

/// Whether `src` is a picture that cannot ask anybody for anything.
pub(super) fn is_picture(src: &str) -> bool {
    ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"]
        .iter()
        .any(|start| src.starts_with(start))
}
