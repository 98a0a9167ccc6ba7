//! The form of a settings flow: which nodes a person gets.

use crate::call::{ALPHANUMERIC, Call, random_of};
use crate::flow::Flow;
use crate::message::{fixed, message};
use crate::node::{Node, Ui};
use serde_json::json;

/// The order of groups.
const GROUPS: [&str; 8] = ["default", "profile", "password", "oidc", "lookup_secret", "webauthn", "passkey", "totp"];

/// The order of names, after the traits.
const KEYS: [&str; 13] = [
    "lookup_secret_reveal",
    "lookup_secret_regenerate",
    "lookup_secret_codes",
    "lookup_secret_confirm",
    "webauthn_remove",
    "webauthn_register_displayname",
    "webauthn_register",
    "passkey_remove",
    "passkey_register",
    "totp_qr",
    "totp_secret_key",
    "totp_unlink",
    "totp_code",
];

/// Brings the nodes into order.
pub(super) fn sort(call: &Call<'_>, ui: &mut Ui, schema: Option<&str>) {
    let schema = call.app.schema(schema);
    let keys: Vec<String> = schema.keys.iter().cloned().chain(KEYS.map(str::to_owned)).collect();
    ui.sort(&GROUPS, &keys);
}

/// Fills the form of a new flow for its person.
pub(super) fn fill(call: &Call<'_>, flow: &mut Flow) {
    let Some(person) = flow.identity.and_then(|id| call.state.identities.get(&id)) else { return };
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.nodes.extend(call.app.schema(Some(&person.schema)).nodes("profile"));
    flow.ui.show_values(person.traits.trait_leaves(), "profile");
    flow.ui.nodes.push(Node::submit("profile", "method", "profile", fixed(1_070_003)));
    let methods = call.app.config.methods;
    if methods.password {
        flow.ui.append(Node::password("new-password", 1_070_003));
    }
    for provider in call.providers() {
        let label = provider.name();
        let linked = person.links.iter().any(|link| link.0 == provider.id);
        if linked && person.first_factors(methods) < 2 {
            continue;
        }
        let (name, id, text) = if linked {
            ("unlink", 1_050_003, format!("Unlink {label}"))
        } else {
            ("link", 1_050_002, format!("Link {label}"))
        };
        let label = message(id, text).context(json!({"provider": label}));
        flow.ui.nodes.push(Node::submit("oidc", name, &provider.id, label));
    }
    let lookup = |name: &str, id| Node::submit("lookup_secret", name, "true", fixed(id));
    if !methods.lookup_secret {
    } else if person.codes.is_empty() {
        flow.ui.nodes.push(lookup("lookup_secret_regenerate", 1_050_008));
    } else {
        flow.ui.nodes.push(lookup("lookup_secret_reveal", 1_050_007));
        flow.ui.nodes.push(lookup("lookup_secret_disable", 1_050_016));
    }
    let person = person.clone();
    super::keys::fill(call, flow, &person);
    if methods.totp {
        super::totp::fill(call, flow, &person);
    }
    sort(call, &mut flow.ui, Some(&person.schema));
}

/// A user handle for a new passkey.
pub(crate) fn passkey_handle() -> Vec<u8> {
    random_of(ALPHANUMERIC, 64).into_bytes()
}
