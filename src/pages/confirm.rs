//! The second look at what a button does, for browsers that cannot open a dialog.

use askama::Template;

use crate::view::{Hidden, Phrase};
use crate::visit::Visit;

/// Asks again, and does it.
#[derive(Template)]
#[template(path = "flow/confirm.html")]
pub(super) struct ConfirmPage<'a> {
    pub(super) visit: &'a Visit,
    /// What follows from it.
    pub(super) consequence: Option<&'a str>,
    /// Where the form goes.
    pub(super) action: &'a str,
    /// What goes along.
    pub(super) hidden: &'a [Hidden<'a>],
    /// The button's name, value and label.
    pub(super) name: &'a str,
    pub(super) value: &'a str,
    pub(super) label: &'a Phrase<'a>,
    /// The page it was pressed on.
    pub(super) back: &'a str,
}
