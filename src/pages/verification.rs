//! `/verification`: an address, and the code that was sent to it.

use askama::Template;

use super::Shell;
use crate::kratos::Flow;
use crate::view::{self, Forms, Layout};

/// An address, and the code that was sent to it.
pub(crate) const LAYOUT: Layout = Layout { words: "verification", order: &["code", "link"], forms: Forms::One, step };

/// The step that a flow is at.
fn step(flow: &Flow<'_>) -> &'static str {
    match flow.state.as_deref() {
        Some("sent_email") if flow.active.as_deref() != Some("link") => "code",
        Some("sent_email") => "link",
        Some("passed_challenge") => "done",
        _ => "",
    }
}

#[derive(Template)]
#[template(path = "pages/verification.html")]
pub(crate) struct VerificationPage<'a> {
    pub(crate) shell: Shell<'a>,
    pub(crate) page: view::Flow<'a>,
}

impl VerificationPage<'_> {
    fn title(&self) -> String {
        self.shell.title(self.page.title)
    }
}
