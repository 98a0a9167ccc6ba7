//! The second look at what a button does, for browsers that cannot open a dialog.

use askama::Template;

use crate::view::{Fact, Form};
use crate::visit::Visit;

/// Asks again, and does it.
#[derive(Template)]
#[template(path = "flow/confirm.html")]
pub(super) struct ConfirmPage<'a> {
    pub(super) visit: &'a Visit,
    /// The form of the button that was pressed.
    pub(super) form: &'a Form<'a>,
    /// What is known of what it takes away.
    pub(super) facts: &'a [Fact],
    /// The page it was pressed on.
    pub(super) back: &'a str,
}

impl ConfirmPage<'_> {
    /// What is asked.
    fn question(&self) -> &str {
        let look = self.form.act().and_then(|button| button.look.as_ref());
        look.map_or("", |look| &look.question)
    }
}
