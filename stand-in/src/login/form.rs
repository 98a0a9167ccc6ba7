//! The form of a login flow.

use crate::call::Call;
use crate::flow::Flow;
use crate::identity::Identity;
use crate::message::{fixed, message};
use crate::node::{Node, Ui};
use crate::session::Session;
use crate::webauthn;
use serde_json::json;

/// The order of groups.
const GROUPS: [&str; 8] = ["oidc", "default", "webauthn", "passkey", "code", "password", "totp", "lookup_secret"];

/// Brings the nodes into order.
pub(super) fn sort(ui: &mut Ui) {
    ui.sort(&GROUPS, &["csrf_token", "identifier", "password"].map(str::to_owned));
}

/// Fills the form of a new flow.
pub(super) fn fill(call: &Call<'_>, flow: &mut Flow, session: Option<&Session>) {
    flow.ui.set_csrf(call.csrf_token());
    let person = session.and_then(|session| call.state.identities.get(&session.identity));
    match person {
        Some(person) if flow.second => second_factor(call, flow, person),
        Some(person) if flow.refresh => refresh(call, flow, person),
        _ => first_factor(call, flow),
    }
    if flow.refresh {
        flow.ui.messages.push(fixed(1_010_003));
    }
    if flow.second && session.is_some_and(|session| !session.is_aal2()) {
        flow.ui.messages.push(fixed(1_010_004));
    }
    sort(&mut flow.ui);
}

/// The buttons of providers.
fn providers<'a>(call: &'a Call<'_>, wanted: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = Node> + 'a {
    call.app.config.providers.iter().filter(move |one| wanted(&one.id)).map(|one| {
        let label = one.label.as_deref().unwrap_or(&one.id);
        let label = message(1_010_002, format!("Sign in with {label}"))
            .context(json!({"provider": label, "provider_id": one.id}));
        Node::submit("oidc", "provider", &one.id, label)
    })
}

/// The password field and its button.
fn password(label: u32) -> [Node; 2] {
    [
        Node::input("password", "password", "password")
            .required()
            .with("autocomplete", "current-password")
            .label(fixed(1_070_001)),
        Node::submit("password", "method", "password", fixed(label)),
    ]
}

/// The nodes of a passkey.
fn passkey(call: &Call<'_>, flow: &mut Flow) {
    let challenge = webauthn::challenge();
    let options = webauthn::use_key(&call.app.party, &challenge, None);
    flow.secrets.passkey = Some(challenge);
    let onload = "oryPasskeyLoginAutocompleteInit";
    flow.ui.nodes.extend([
        crate::settings::script(call),
        Node::input("passkey", "passkey_login_trigger", "button")
            .value("")
            .trigger("oryPasskeyLogin", "")
            .label(fixed(1_010_021)),
        Node::input("passkey", "passkey_login", "hidden")
            .with("onload", format!("window.{onload}()"))
            .with("onloadTrigger", onload),
        Node::input("passkey", "passkey_challenge", "hidden").value(options),
    ]);
}

/// Signing in.
fn first_factor(call: &Call<'_>, flow: &mut Flow) {
    flow.ui.nodes.extend(providers(call, |_| true));
    let label = call.app.schema.identifier_label().unwrap_or_else(|| fixed(1_070_004));
    flow.ui.nodes.push(
        Node::input("default", "identifier", "text")
            .value("")
            .required()
            .with("autocomplete", "username webauthn")
            .label(label),
    );
    passkey(call, flow);
    flow.ui.nodes.extend(password(1_010_022));
}

/// Proving again who one is: only what the person has.
fn refresh(call: &Call<'_>, flow: &mut Flow, person: &Identity) {
    flow.ui.nodes.extend(providers(call, |id| person.links.iter().any(|link| link.0 == id)));
    let identifier = person.identifiers.first().cloned().unwrap_or_default();
    if person.password.is_some() || !person.passkeys.is_empty() {
        flow.ui.nodes.push(Node::input("default", "identifier", "hidden").value(identifier));
    }
    if !person.passkeys.is_empty() {
        passkey(call, flow);
    }
    if person.password.is_some() {
        flow.ui.nodes.extend(password(1_010_001));
    }
}

/// The second factor: what the person has of it.
fn second_factor(call: &Call<'_>, flow: &mut Flow, person: &Identity) {
    let field = |group: &'static str, name: &str, label: u32| {
        Node::input(group, name, "text").value("").required().label(fixed(label))
    };
    if person.totp.is_some() {
        flow.ui.nodes.push(field("totp", "totp_code", 1_010_006));
        flow.ui.nodes.push(Node::submit("totp", "method", "totp", fixed(1_010_009)));
    }
    if !person.codes.is_empty() {
        flow.ui.nodes.push(field("lookup_secret", "lookup_secret", 1_010_007));
        flow.ui.nodes.push(Node::submit("lookup_secret", "method", "lookup_secret", fixed(1_010_010)));
    }
    if person.keys.is_empty() {
        return;
    }
    let challenge = webauthn::challenge();
    let options = webauthn::use_key(&call.app.party, &challenge, Some(&person.keys));
    flow.secrets.webauthn = Some(challenge);
    let identifier = person.identifiers.first().cloned().unwrap_or_default();
    flow.ui.nodes.extend([
        Node::input("default", "identifier", "hidden").value(identifier),
        Node::input("webauthn", "webauthn_login", "hidden").value(""),
        crate::settings::script(call),
        Node::input("webauthn", "webauthn_login_trigger", "button")
            .trigger("oryWebAuthnLogin", &options)
            .value(options)
            .label(fixed(1_010_008)),
    ]);
}
