//! `/registration`: the traits, and every way to sign in later.

use super::flow::FlowPage;
use crate::kratos::{Flow, Kind};
use crate::view::{Forms, Layout};

/// The traits, and every way to sign in later.
pub(crate) struct Registration;

impl FlowPage for Registration {
    const KIND: Kind = Kind::Registration;
    const LAYOUT: Layout = Layout {
        words: "registration",
        order: &["password", "code", "passkey", "webauthn", "profile", "oidc", "saml"],
        forms: Forms::One,
        step,
    };
}

/// The step that a flow is at.
fn step(flow: &Flow<'_>) -> &'static str {
    let hides_traits = || {
        let mut nodes = flow.ui.nodes.iter();
        nodes.any(|node| node.attributes.name.starts_with("traits.") && node.attributes.kind == "hidden")
    };
    match (flow.state.as_deref(), flow.active.as_deref()) {
        (Some("sent_email"), _) => "code",
        (_, Some("oidc")) => "provider",
        _ if hides_traits() => "method",
        _ => "",
    }
}
