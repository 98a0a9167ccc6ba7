//! `/recovery`: an address, and the code that was sent to it.

use askama::Template;

use super::Shell;
use crate::kratos::Flow;
use crate::view::{self, Forms, Layout};

/// An address, and the code that was sent to it.
pub(crate) const LAYOUT: Layout = Layout { words: "recovery", order: &["code", "link"], forms: Forms::One, step };

/// The step that a flow is at.
fn step(flow: &Flow<'_>) -> &'static str {
    match flow.state.as_deref() {
        Some("sent_email" | "recovery_awaiting_code") if flow.active.as_deref() != Some("link") => "code",
        Some("sent_email") => "link",
        Some("recovery_awaiting_address_choice") => "choice",
        Some("recovery_confirming_address") => "address",
        _ => "",
    }
}

#[derive(Template)]
#[template(path = "pages/recovery.html")]
pub(crate) struct RecoveryPage<'a> {
    pub(crate) shell: Shell<'a>,
    pub(crate) page: view::Flow<'a>,
}

impl RecoveryPage<'_> {
    fn title(&self) -> String {
        self.shell.title(self.page.title)
    }
}
