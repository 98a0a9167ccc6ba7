//! Fields: what every control has.

use std::borrow::Cow;

use crate::view::message::{Notice, Phrase};

/// What a field has whatever its control.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an HTML attribute")]
pub(crate) struct Field<'a> {
    pub(crate) id: String,
    pub(crate) name: &'a str,
    pub(crate) label: Phrase<'a>,
    pub(crate) value: Cow<'a, str>,
    pub(crate) required: bool,
    pub(crate) disabled: bool,
    /// Nobody can change it here.
    pub(crate) read_only: bool,
    pub(crate) autocomplete: Option<&'a str>,
    /// What helps to fill it in.
    pub(crate) hints: Vec<Cow<'a, str>>,
    /// The address in it is not verified.
    pub(crate) unverified: Option<Unverified<'a>>,
    pub(crate) notices: Vec<Notice<'a>>,
    pub(crate) focus: bool,
}

/// An address that is not verified.
#[derive(Debug)]
pub(crate) struct Unverified<'a> {
    /// What to say.
    pub(crate) text: String,
    /// What to offer.
    pub(crate) offer: &'a str,
    /// Where that leads.
    pub(crate) href: String,
}

impl Field<'_> {
    /// Whether something must be mended.
    pub(crate) fn invalid(&self) -> bool {
        self.notices.iter().any(Notice::is_error)
    }

    /// The ids of what there is to read about it.
    pub(crate) fn described_by(&self) -> Option<String> {
        let (hints, notices) = (!self.hints.is_empty(), !self.notices.is_empty());
        described_by(&self.id, &[("hint", hints), ("notices", notices), ("unverified", self.unverified.is_some())])
    }
}

/// The ids of those parts of the control `id` that are there.
pub(super) fn described_by(id: &str, parts: &[(&str, bool)]) -> Option<String> {
    let mut ids = String::new();
    for (part, _) in parts.iter().filter(|(_, there)| *there) {
        if !ids.is_empty() {
            ids.push(' ');
        }
        ids.extend([id, "-", part]);
    }
    (!ids.is_empty()).then_some(ids)
}
