//! `/verification`: an address, and the code that was sent to it.

use super::flow::FlowPage;
use crate::kratos::{Flow, Kind};
use crate::view::{Forms, Layout};

/// An address, and the code that was sent to it.
pub(crate) struct Verification;

impl FlowPage for Verification {
    const KIND: Kind = Kind::Verification;
    const LAYOUT: Layout = Layout { words: "verification", order: &["code", "link"], forms: Forms::One, step };
}

/// The step that a flow is at.
fn step(flow: &Flow<'_>) -> &'static str {
    match flow.state.as_deref() {
        Some("sent_email") if flow.active.as_deref() != Some("link") => "code",
        Some("sent_email") => "link",
        Some("passed_challenge") => "done",
        _ => "",
    }
}
