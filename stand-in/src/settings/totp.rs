//! The authenticator app.

use super::submission::{Outcome, Refusal, Update, guard};
use crate::call::Call;
use crate::fields::Fields;
use crate::flow::Flow;
use crate::identity::Identity;
use crate::message::{fixed, message, required};
use crate::node::Node;
use crate::totp;
use serde_json::json;

/// Sets the app up, or takes it away.
pub(super) fn run(call: &mut Call<'_>, update: &mut Update, fields: &Fields) -> Outcome {
    guard(call, update, fields)?;
    if update.person.totp.is_some() {
        if fields.flag("totp_unlink").map_err(Refusal::above)? {
            update.person.totp = None;
        }
        return Ok(());
    }
    let secret = update.flow.secrets.totp.clone().unwrap_or_default();
    match fields.get("totp_code") {
        "" => Err(Refusal::at("totp_code", required("totp_code"))),
        code if totp::verify(&secret, code, call.now) => {
            update.person.totp = Some(secret);
            call.add_proof(&mut update.session, "totp", true, None);
            Ok(())
        }
        _ => Err(Refusal::at("totp_code", fixed(4_000_008))),
    }
}

/// The nodes: a new secret for whoever has none.
pub(super) fn fill(_: &Call<'_>, flow: &mut Flow, person: &Identity) {
    if person.totp.is_some() {
        flow.ui.nodes.push(Node::submit("totp", "totp_unlink", "true", fixed(1_050_004)).required());
        return;
    }
    let secret = totp::new_secret();
    let account = person.identifiers.first().cloned().unwrap_or_else(|| person.id.to_string());
    let image = json!({"id": "totp_qr", "src": totp::qr(&secret, &account), "width": 256, "height": 256});
    let text = message(1_050_006, &secret).context(json!({"secret": secret}));
    flow.ui.nodes.extend([
        Node::new("img", "totp", image).label(fixed(1_050_005)),
        Node::new("text", "totp", json!({"id": "totp_secret_key", "text": text})).label(fixed(1_050_017)),
        Node::input("totp", "totp_code", "text").required().label(fixed(1_070_006)),
        Node::submit("totp", "method", "totp", fixed(1_070_003)),
    ]);
    flow.secrets.totp = Some(secret);
}
