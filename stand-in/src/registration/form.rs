//! The forms of a registration flow: everything at once, or the traits first and then what to sign in with.

use crate::call::Call;
use crate::config::Style;
use crate::flow::Flow;
use crate::json::Json;
use crate::message::fixed;
use crate::node::Node;
use crate::webauthn;
use serde_json::{Value, json};

/// The order of groups.
const GROUPS: [&str; 7] = ["oidc", "default", "webauthn", "passkey", "code", "password", "profile"];

/// Brings the nodes into order: the password stands after the first trait, where the two meet.
pub(super) fn sort(call: &Call<'_>, flow: &mut Flow) {
    let own = |key: &str| key.to_owned();
    let keys = &call.app.schema(flow.identity_schema.as_deref()).keys;
    let first = keys.first().cloned().into_iter();
    let all = std::iter::once(own("csrf_token"))
        .chain(first)
        .chain(std::iter::once(own("password")))
        .chain(keys.iter().skip(1).cloned())
        .chain(["webauthn_remove", "webauthn_register_displayname", "webauthn_register"].map(own));
    let all: Vec<String> = all.collect();
    flow.ui.sort(&GROUPS, &all);
}

/// Fills the form of a new flow.
pub(super) fn fill(call: &Call<'_>, flow: &mut Flow) {
    flow.ui.set_csrf(call.csrf_token());
    if flow.organization.is_none() {
        if call.app.config.registration_style == Style::TwoSteps {
            profile(call, flow, &Json::empty());
        } else {
            traits(call, flow);
            credentials(call, flow);
        }
    }
    sort(call, flow);
}

/// One input for each trait, empty or as it was.
fn traits(call: &Call<'_>, flow: &mut Flow) {
    for node in call.app.schema(flow.identity_schema.as_deref()).nodes("default") {
        flow.ui.upsert(node);
    }
}

/// The buttons of providers.
fn providers(call: &Call<'_>, flow: &mut Flow) {
    flow.ui.nodes.retain(|node| node.group != "oidc");
    let buttons: Vec<Node> = call.provider_buttons(1_040_002, "Sign up with", |_| true).collect();
    flow.ui.append(buttons);
}

/// The first step: the traits, visible.
pub(super) fn profile(call: &Call<'_>, flow: &mut Flow, values: &Json) {
    flow.ui.remove_inputs("profile", "screen", None);
    flow.ui.set_csrf(call.csrf_token());
    traits(call, flow);
    flow.ui.show_values(values.trait_leaves(), "default");
    // Whoever goes back twice has the button twice, as with Kratos; and so below.
    flow.ui.nodes.retain(|node| matches!(node.group, "default" | "oidc" | "profile"));
    flow.ui.append([Node::submit("profile", "method", "profile", fixed(1_040_001))]);
    providers(call, flow);
}

/// The second step: the traits hidden, and what to sign in with. Items of lists that are new stay visible until the
/// next answer, as with Kratos.
pub(super) fn choose_credentials(call: &Call<'_>, flow: &mut Flow, values: &Json) {
    flow.ui.remove_inputs("profile", "method", Some("profile"));
    flow.ui.remove_inputs("profile", "screen", Some("credential-selection"));
    flow.ui.nodes.retain(|node| matches!(node.group, "default" | "oidc" | "profile"));
    flow.ui.append([Node::submit("profile", "screen", "previous", fixed(1_040_008))]);
    hide_traits(flow);
    flow.ui.messages.push(fixed(1_040_009));
    credentials(call, flow);
    flow.ui.show_values(values.trait_leaves(), "default");
}

/// Hides the traits.
pub(super) fn hide_traits(flow: &mut Flow) {
    for node in flow.ui.nodes.iter_mut().filter(|node| node.group == "default" && node.kind == "input") {
        node.attributes.insert("type".to_owned(), "hidden".into());
    }
}

/// Everything one can sign in with.
fn credentials(call: &Call<'_>, flow: &mut Flow) {
    let methods = call.app.config.methods;
    if methods.password {
        flow.ui.append(Node::password("new-password", 1_040_001));
    }
    providers(call, flow);
    if methods.code_passwordless {
        flow.ui.append([Node::submit("code", "method", "code", fixed(1_040_006))]);
    }
    flow.ui.set_csrf(call.csrf_token());
    if methods.passkey {
        passkey(call, flow);
    }
    if methods.keys_come_first() {
        key(call, flow);
    }
}

/// The nodes of a passkey. What it is asked stays the same in a flow.
fn passkey(call: &Call<'_>, flow: &mut Flow) {
    let secrets = &mut flow.secrets;
    let challenge = secrets.passkey.get_or_insert_with(webauthn::challenge).clone();
    if secrets.handle.is_empty() {
        secrets.handle = crate::settings::form::passkey_handle();
    }
    let options = webauthn::make_passkey(&call.app.party, &challenge, &secrets.handle, webauthn::NAME);
    let options: Value = serde_json::from_str(&options).unwrap_or_default();
    let name = call.app.schema(flow.identity_schema.as_deref()).display_name.clone().unwrap_or_default();
    let options = json!({"credentialOptions": options, "displayNameFieldName": format!("traits.{name}")}).to_string();
    flow.ui.upsert(Node::input("passkey", "passkey_create_data", "hidden").value(options));
    flow.ui.upsert(
        Node::input("passkey", "passkey_register_trigger", "button")
            .trigger("oryPasskeyRegistration", "")
            .label(fixed(1_040_007)),
    );
    flow.ui.upsert(crate::settings::script(call));
    flow.ui.upsert(Node::input("passkey", "passkey_register", "hidden"));
}

/// The nodes of a security key that is a first factor.
fn key(call: &Call<'_>, flow: &mut Flow) {
    let secrets = &mut flow.secrets;
    let challenge = secrets.webauthn.get_or_insert_with(webauthn::challenge).clone();
    if secrets.key_handle.is_empty() {
        secrets.key_handle = uuid::Uuid::new_v4().as_bytes().to_vec();
    }
    let options = webauthn::make_key(&call.app.party, &challenge, &secrets.key_handle);
    flow.ui.upsert(Node::input("webauthn", "webauthn_register_displayname", "text").value("").label(fixed(1_050_013)));
    flow.ui.upsert(
        Node::input("webauthn", "webauthn_register_trigger", "button")
            .trigger("oryWebAuthnRegistration", &options)
            .value(options)
            .label(fixed(1_040_004)),
    );
    flow.ui.upsert(crate::settings::script(call));
    flow.ui.upsert(Node::input("webauthn", "webauthn_register", "hidden").value(""));
}
