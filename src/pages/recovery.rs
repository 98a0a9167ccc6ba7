//! `/recovery`: an address, and the code that was sent to it.

use super::flow::FlowPage;
use crate::kratos::{Flow, Kind};
use crate::view::{Forms, Layout};

/// An address, and the code that was sent to it.
pub(crate) struct Recovery;

impl FlowPage for Recovery {
    const KIND: Kind = Kind::Recovery;
    const LAYOUT: Layout = Layout { words: "recovery", order: &["code", "link"], forms: Forms::One, step };
}

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
