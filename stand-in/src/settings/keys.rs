//! Security keys and passkeys.

use super::submission::{Outcome, Refusal, Update, guard};
use crate::call::Call;
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::Flow;
use crate::identity::{Identity, Key};
use crate::message::{Message, fixed, generic, message, required};
use crate::node::Node;
use crate::webauthn::{self, Wrong};
use jiff::{Timestamp, Unit};
use serde_json::json;

/// What a passkey is called: nobody asks for its name.
pub(crate) const UNNAMED: &str = "unnamed";

/// A key's id as it stands in a form.
fn hex(id: &[u8]) -> String {
    use std::fmt::Write as _;
    id.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What the flow says, or the error, of a ceremony that failed.
fn refuse(wrong: Wrong) -> Refusal {
    match wrong {
        Wrong::Unreadable => Refusal::above(generic("Unable to parse WebAuthn response: Parse error for Registration")),
        Wrong::Refused(why) => Failure::new(500).reason(format!("Unable to create WebAuthn credential: {why}")).into(),
    }
}

/// Takes a key out of a list, unless it is not there or the last way in.
fn remove(keys: &mut Vec<Key>, id: &str, unknown: &str, last: bool) -> Outcome {
    let index = keys.iter().position(|key| hex(&key.id) == id).ok_or_else(|| Refusal::above(generic(unknown)))?;
    if last {
        let said = "unable to remove this security key because it would lock you out of your account";
        return Err(Refusal::at("webauthn_remove", generic(said)));
    }
    keys.remove(index);
    Ok(())
}

/// Adds or removes a security key.
pub(super) fn webauthn(call: &mut Call<'_>, update: &mut Update, fields: &Fields) -> Outcome {
    let (response, name) = (fields.get("webauthn_register"), fields.get("webauthn_register_displayname"));
    if !response.is_empty() && name.is_empty() {
        let field = "webauthn_register_displayname";
        return Err(Refusal::at(field, required(field)));
    }
    guard(call, update, fields)?;
    if response.is_empty() {
        let unknown = "You tried to remove a WebAuthn credential which does not exist.";
        let methods = call.app.config.methods;
        let id = fields.get("webauthn_remove");
        let first = update.person.keys.iter().any(|key| key.passwordless && hex(&key.id) == id);
        let last = first && update.person.first_factors(methods) < 2;
        return remove(&mut update.person.keys, id, unknown, last);
    }
    let challenge = update.flow.secrets.webauthn.take().unwrap_or_default();
    let made = webauthn::made(&call.app.party, &challenge, response).map_err(refuse)?;
    let handle = update.person.id.as_bytes().to_vec();
    let passwordless = call.app.config.methods.webauthn_passwordless;
    let key = Key { id: made.id, public: made.public, name: name.to_owned(), added_at: call.now, handle, passwordless };
    update.person.keys.push(key);
    call.add_proof(&mut update.session, "webauthn", !passwordless, None);
    Ok(())
}

/// Adds or removes a passkey.
pub(super) fn passkey(call: &mut Call<'_>, update: &mut Update, fields: &Fields) -> Outcome {
    guard(call, update, fields)?;
    let id = fields.get("passkey_remove");
    if !id.is_empty() {
        let unknown = if update.person.passkeys.is_empty() {
            "You tried to remove a WebAuthn but you have no WebAuthn set up."
        } else {
            "You tried to remove a passkey which does not exist."
        };
        let last = update.person.first_factors(call.app.config.methods) < 2;
        return remove(&mut update.person.passkeys, id, unknown, last);
    }
    let challenge = update.flow.secrets.passkey.take().unwrap_or_default();
    let response = fields.get("passkey_settings_register");
    let made = webauthn::made(&call.app.party, &challenge, response).map_err(refuse)?;
    let handle = std::mem::take(&mut update.flow.secrets.handle);
    let (name, added_at) = (UNNAMED.to_owned(), call.now);
    let key = Key { id: made.id, public: made.public, name, added_at, handle, passwordless: true };
    update.person.passkeys.push(key);
    call.add_proof(&mut update.session, "passkey", false, None);
    Ok(())
}

/// The label of a button that removes a key.
fn remove_label(id: u32, what: &str, key: &Key) -> Message {
    let at: Timestamp = key.added_at.round(Unit::Second).unwrap_or(key.added_at);
    message(id, format!("Remove {what} \"{}\"", key.name))
        .context(json!({"display_name": key.name, "added_at": at, "added_at_unix": at.as_second()}))
}

/// The nodes of both.
pub(super) fn fill(call: &Call<'_>, flow: &mut Flow, person: &Identity) {
    let methods = call.app.config.methods;
    if methods.webauthn {
        fill_webauthn(call, flow, person);
    }
    if methods.passkey {
        fill_passkey(call, flow, person);
    }
    if methods.webauthn || methods.passkey {
        flow.ui.nodes.push(script(call));
    }
}

/// The nodes of security keys.
fn fill_webauthn(call: &Call<'_>, flow: &mut Flow, person: &Identity) {
    let party = &call.app.party;
    for key in &person.keys {
        let label = remove_label(1_050_018, "security key", key);
        let last = key.passwordless && person.first_factors(call.app.config.methods) < 2;
        let button = Node::submit("webauthn", "webauthn_remove", &hex(&key.id), label);
        flow.ui.nodes.push(button.with("disabled", last));
    }
    let challenge = webauthn::challenge();
    let options = webauthn::make_key(party, &challenge, person.id.as_bytes());
    flow.secrets.webauthn = Some(challenge);
    flow.ui.nodes.extend([
        Node::input("webauthn", "webauthn_register_displayname", "text").value("").label(fixed(1_050_013)),
        Node::input("webauthn", "webauthn_register", "hidden").value(""),
        Node::input("webauthn", "webauthn_register_trigger", "button")
            .trigger("oryWebAuthnRegistration", &options)
            .value(options)
            .label(fixed(1_050_012)),
    ]);
}

/// The nodes of passkeys.
fn fill_passkey(call: &Call<'_>, flow: &mut Flow, person: &Identity) {
    let party = &call.app.party;
    for key in &person.passkeys {
        let label = remove_label(1_050_020, "passkey", key);
        let button = Node::submit("passkey", "passkey_remove", &hex(&key.id), label);
        flow.ui.nodes.push(button.with("disabled", person.first_factors(call.app.config.methods) < 2));
    }
    let schema = call.app.schema(Some(&person.schema));
    let name = schema.display_name.as_deref().and_then(|path| person.traits.text_at(path));
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        return flow.ui.messages.push(fixed(4_000_009));
    };
    let challenge = webauthn::challenge();
    let handle = super::form::passkey_handle();
    let options = webauthn::make_passkey(party, &challenge, &handle, &name);
    flow.secrets.passkey = Some(challenge);
    flow.secrets.handle = handle;
    flow.ui.nodes.extend([
        Node::input("passkey", "passkey_register_trigger", "button")
            .value("")
            .trigger("oryPasskeySettingsRegistration", "")
            .label(fixed(1_050_019)),
        Node::input("passkey", "passkey_settings_register", "hidden"),
        Node::input("passkey", "passkey_create_data", "hidden").value(options),
    ]);
}

/// The node that asks for the script of keys; of group `webauthn` also where there are only passkeys.
pub(crate) fn script(call: &Call<'_>) -> Node {
    let attributes = json!({
        "src": call.public("/.well-known/ory/webauthn.js"), "async": true, "referrerpolicy": "no-referrer",
        "crossorigin": "anonymous", "integrity": call.app.script_integrity, "type": "text/javascript",
        "id": "webauthn_script", "nonce": uuid::Uuid::new_v4(),
    });
    Node::new("script", "webauthn", attributes)
}
