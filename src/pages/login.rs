//! `/login`: every way to sign in, in one form where they need the name.

use super::flow::FlowPage;
use crate::kratos::{Aal, Flow, Kind};
use crate::view::{Forms, Layout};

/// Every way to sign in, in one form where they need the name.
pub(crate) struct Login;

impl FlowPage for Login {
    const KIND: Kind = Kind::Login;
    const LAYOUT: Layout = Layout {
        words: "login",
        order: &[
            "password",
            "totp",
            "code",
            "passkey",
            "webauthn",
            "lookup_secret",
            "identifier_first",
            "oidc",
            "saml",
        ],
        forms: Forms::One,
        step,
    };
}

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
