//! Traits that no field can hold: shown as what they are, and kept.

use std::borrow::Cow;

use super::Field;
use crate::view::message::{Notice, Phrase};

/// A picture, or a text that is too long for a field. No form changes it.
#[derive(Debug)]
pub(crate) struct Kept<'a> {
    pub(crate) id: String,
    pub(crate) name: &'a str,
    pub(crate) label: Phrase<'a>,
    /// The picture, as a `data:` URL.
    pub(crate) src: Option<Cow<'a, str>>,
    /// The beginning of the text.
    pub(crate) beginning: Option<Cow<'a, str>>,
    pub(crate) hints: Vec<Cow<'a, str>>,
    pub(crate) notices: Vec<Notice<'a>>,
}

impl<'a> Kept<'a> {
    /// What stands in the place of `field`.
    pub(super) fn of(field: Field<'a>, src: Option<Cow<'a, str>>, beginning: Option<Cow<'a, str>>) -> Self {
        let Field { id, name, label, hints, notices, .. } = field;
        Self { id, name, label, src, beginning, hints, notices }
    }
}
