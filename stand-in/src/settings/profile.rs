//! Changing the traits.

use super::submission::{Outcome, Refusal, Update};
use crate::call::Call;
use crate::fields::Fields;
use crate::message::fixed;
use crate::validate::complaints;

/// Replaces the traits by what was sent. The schema is asked before the CSRF token, so a forged form can leave values
/// and messages in the flow, as with Kratos.
pub(super) fn run(call: &mut Call<'_>, update: &mut Update, fields: &Fields) -> Outcome {
    let schema = call.app.schema(Some(&update.person.schema));
    let traits = fields.traits(schema);
    let ui = &mut update.flow.ui;
    for node in ui.nodes.iter_mut().filter(|node| node.id().starts_with("traits.")) {
        node.messages.clear();
        node.set_value(serde_json::Value::Null);
    }
    ui.show_values(traits.trait_leaves(), "profile");
    let wrong = complaints(schema, &traits);
    if !wrong.is_empty() {
        return Err(Refusal::Said(wrong));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    let mut changed = update.person.clone();
    changed.set_traits(schema, traits, call.now);
    let ids = |list: &[crate::identity::Address]| list.iter().map(|address| address.value.clone()).collect::<Vec<_>>();
    let protected = changed.identifiers != update.person.identifiers
        || ids(&changed.verifiable) != ids(&update.person.verifiable)
        || ids(&changed.recovery) != ids(&update.person.recovery);
    if protected && !call.privileged(&update.session) {
        return Err(Refusal::TooOld);
    }
    if call.state.conflict(&changed).is_some() {
        return Err(Refusal::above(fixed(4_000_007)));
    }
    update.person = changed;
    Ok(())
}
