//! `/login`: every way to sign in, in one form where they need the name.

use askama::Template;

use super::Shell;
use crate::kratos::{Aal, Flow};
use crate::view::{self, Forms, Layout};

/// Every way to sign in, in one form where they need the name.
pub(crate) const LAYOUT: Layout = Layout {
    words: "login",
    order: &["password", "totp", "code", "passkey", "webauthn", "lookup_secret", "identifier_first", "oidc", "saml"],
    forms: Forms::One,
    step,
};

/// The step that a flow is at.
fn step(flow: &Flow<'_>) -> &'static str {
    let knows_identifier =
        || flow.ui.nodes.iter().any(|node| node.attributes.name == "identifier" && node.attributes.kind == "hidden");
    match flow.state.as_deref() {
        Some("sent_email") => "code",
        _ if flow.requested_aal == Some(Aal::Aal2) => "second",
        _ if flow.refresh => "refresh",
        // A provider's account is to be linked: the message that says so is gone after a mistake.
        _ if flow.active.as_deref() == Some("oidc") && knows_identifier() => "link",
        _ => "",
    }
}

#[derive(Template)]
#[template(path = "pages/login.html")]
pub(crate) struct LoginPage<'a> {
    pub(crate) shell: Shell<'a>,
    pub(crate) page: view::Flow<'a>,
}

impl LoginPage<'_> {
    fn title(&self) -> String {
        self.shell.title(self.page.title)
    }
}
