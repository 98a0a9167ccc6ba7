//! The form of a login flow.

use crate::call::Call;
use crate::config::Style;
use crate::failure::Failure;
use crate::flow::{Flow, Linking};
use crate::identity::{Identity, Key};
use crate::message::{fixed, message};
use crate::node::{Node, Ui};
use crate::session::Session;
use crate::webauthn;
use serde_json::{Value, json};

/// The order of groups.
const GROUPS: [&str; 8] = ["oidc", "default", "webauthn", "passkey", "code", "password", "totp", "lookup_secret"];

/// Brings the nodes into order.
pub(super) fn sort(ui: &mut Ui) {
    ui.sort(&GROUPS, &["csrf_token", "identifier", "password"].map(str::to_owned));
}

/// Fills the form of a new flow. `linking` has one page whatever the style.
pub(super) fn fill(call: &Call<'_>, flow: &mut Flow, session: Option<&Session>, linking: bool) -> Result<(), Failure> {
    flow.ui.set_csrf(call.csrf_token());
    let person = session.and_then(|session| call.state.identities.get(&session.identity));
    let steps = call.app.config.login_style == Style::TwoSteps && !linking;
    match person {
        // Organizations are none of this edition's: nothing is offered.
        _ if flow.organization.is_some() => {}
        Some(person) if flow.second => second_factor(call, flow, person)?,
        Some(person) if flow.refresh => refresh(call, flow, person),
        _ if steps => super::first::identification(call, flow),
        _ => first_factor(call, flow),
    }
    if flow.refresh {
        flow.ui.messages.push(fixed(1_010_003));
    }
    if flow.second && session.is_some_and(|session| !session.is_aal2()) {
        flow.ui.messages.push(fixed(1_010_004));
    }
    sort(&mut flow.ui);
    Ok(())
}

/// The field for the identifier; `autocomplete` where there are keys.
fn identifier(call: &Call<'_>, flow: &Flow, group: &'static str, keys: bool) -> Node {
    let label = call.app.schema(flow.identity_schema.as_deref()).sign_in_label();
    let node = Node::input(group, "identifier", "text").value("").required().label(label);
    if keys { node.with("autocomplete", "username webauthn") } else { node }
}

/// The identifier of whoever signs in, where it is known.
fn known_identifier(value: &str) -> Node {
    Node::input("default", "identifier", "hidden").value(value)
}

/// The same for the first of two steps.
pub(super) fn first_identifier(call: &Call<'_>, flow: &Flow) -> Node {
    identifier(call, flow, "identifier_first", true)
}

/// The button of a passkey.
pub(super) fn passkey_button() -> Node {
    Node::input("passkey", "passkey_login_trigger", "button")
        .value("")
        .trigger("oryPasskeyLogin", "")
        .label(fixed(1_010_021))
}

/// What a passkey answers to, without the button: any one, or one of these.
pub(super) fn passkey(call: &Call<'_>, flow: &mut Flow, keys: Option<&[Key]>) {
    let challenge = webauthn::challenge();
    let options = webauthn::use_passkey(&call.app.party, &challenge, keys);
    flow.secrets.passkey = Some(challenge);
    let onload = "oryPasskeyLoginAutocompleteInit";
    let mut answer = Node::input("passkey", "passkey_login", "hidden");
    if keys.is_none() {
        answer = answer.with("onload", format!("window.{onload}()")).with("onloadTrigger", onload);
    }
    flow.ui.upsert(Node::input("passkey", "passkey_challenge", "hidden").value(options));
    flow.ui.upsert(crate::settings::script(call));
    flow.ui.upsert(answer);
}

/// The button that asks for a code.
pub(super) fn code_button() -> Node {
    Node::submit("code", "method", "code", fixed(1_010_015))
}

/// The button that asks for a security key.
pub(super) fn key_button() -> Node {
    Node::submit("webauthn", "method", "webauthn", fixed(1_010_008))
}

/// Signing in, with all there is.
fn first_factor(call: &Call<'_>, flow: &mut Flow) {
    let methods = call.app.config.methods;
    let keys = methods.passkey || methods.keys_come_first();
    if methods.password || methods.code_passwordless || keys {
        let field = identifier(call, flow, "default", keys);
        flow.ui.upsert(field);
    }
    if methods.password {
        flow.ui.append(Node::password("current-password", 1_010_022));
    }
    let buttons: Vec<Node> = call.provider_buttons(1_010_002, "Sign in with", |_| true).collect();
    flow.ui.append(buttons);
    if methods.code_passwordless {
        flow.ui.append([code_button()]);
    }
    if methods.passkey {
        passkey(call, flow, None);
        flow.ui.append([passkey_button()]);
    }
    if methods.keys_come_first() {
        flow.ui.append([key_button()]);
        flow.ui.upsert(crate::settings::script(call));
    }
}

/// Proving again who one is: only what the person has. With codes the identifier is asked for, unless a key of the
/// person's takes its place.
fn refresh(call: &Call<'_>, flow: &mut Flow, person: &Identity) {
    let methods = call.app.config.methods;
    let name = person.identifiers.first().map(String::as_str).unwrap_or_default();
    if methods.password && person.password.is_some() && !name.is_empty() {
        flow.ui.upsert(known_identifier(name));
        flow.ui.append(Node::password("current-password", 1_010_001));
    }
    let linked = |id: &str| person.links.iter().any(|link| link.0 == id);
    let buttons: Vec<Node> = call.provider_buttons(1_010_002, "Sign in with", linked).collect();
    flow.ui.append(buttons);
    if methods.code_passwordless {
        let field = identifier(call, flow, "default", false);
        flow.ui.upsert(field);
        flow.ui.append([code_button()]);
    }
    if methods.passkey && !person.passkeys.is_empty() {
        passkey(call, flow, Some(&person.passkeys));
        flow.ui.append([passkey_button()]);
        flow.ui.upsert(known_identifier(name));
    }
    if methods.webauthn {
        keys(call, flow, person, fixed(1_010_008));
    }
}

/// The nodes of the security keys of a person that are of this factor; whether there are any.
pub(super) fn keys(call: &Call<'_>, flow: &mut Flow, person: &Identity, label: crate::message::Message) -> bool {
    let these: Vec<Key> = person.keys.iter().filter(|key| key.passwordless != flow.second).cloned().collect();
    if these.is_empty() {
        return false;
    }
    let challenge = webauthn::challenge();
    let options = webauthn::use_key(&call.app.party, &challenge, &these);
    flow.secrets.webauthn = Some(challenge);
    if let Some(name) = person.identifiers.first() {
        flow.ui.upsert(known_identifier(name));
    }
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.upsert(crate::settings::script(call));
    flow.ui.upsert(
        Node::input("webauthn", "webauthn_login_trigger", "button")
            .trigger("oryWebAuthnLogin", &options)
            .value(options)
            .label(label),
    );
    flow.ui.upsert(Node::input("webauthn", "webauthn_login", "hidden").value(""));
    true
}

/// The second factor: what the person has of it.
fn second_factor(call: &Call<'_>, flow: &mut Flow, person: &Identity) -> Result<(), Failure> {
    let methods = call.app.config.methods;
    let field = |group: &'static str, name: &str, label: u32| {
        Node::input(group, name, "text").value("").required().label(fixed(label))
    };
    if methods.code_mfa {
        let addresses = super::code::second_addresses(call, person)?;
        flow.ui.append(addresses.into_iter().map(|(address, via)| {
            let label = message(1_010_023, format!("Send code to {address}"))
                .context(json!({"address": address, "channel": via.name()}));
            Node::submit("code", "address", &address, label)
        }));
    }
    if methods.totp && person.totp.is_some() {
        flow.ui
            .append([field("totp", "totp_code", 1_010_006), Node::submit("totp", "method", "totp", fixed(1_010_009))]);
    }
    if methods.webauthn && (!methods.webauthn_passwordless || flow.refresh) {
        keys(call, flow, person, fixed(1_010_008));
    }
    if methods.lookup_secret && !person.codes.is_empty() {
        flow.ui.append([
            field("lookup_secret", "lookup_secret", 1_010_007),
            Node::submit("lookup_secret", "method", "lookup_secret", fixed(1_010_010)),
        ]);
    }
    Ok(())
}

/// Makes a login one that links an account of a provider: it says so, and shows only other ways in.
pub(super) fn offer_linking(call: &Call<'_>, flow: &mut Flow, linking: &Linking) {
    let used = &linking.grant.provider;
    let name = call.provider(used).and_then(|one| one.label.clone()).unwrap_or_else(|| "generic".to_owned());
    let owner = call.state.by_identifier(&linking.identifier).and_then(|id| call.state.identities.get(&id));
    let ways = owner.map(Identity::ways_in).unwrap_or_default();
    let linked: Vec<&str> = owner.into_iter().flat_map(|person| &person.links).map(|link| link.0.as_str()).collect();
    let hints = call.app.config.registration_login_hints;
    flow.ui.nodes.retain_mut(|node| {
        let Some(label) = node.label.as_ref().filter(|_| node.group != "default") else { return true };
        let of = |key: &str| label.context.as_ref().and_then(|context| context.get(key)).and_then(Value::as_str);
        let provider = of("provider_id").unwrap_or_default();
        if node.group == "oidc" && (provider == used || hints && !linked.contains(&provider)) {
            return false;
        }
        match label.id {
            1_010_001 => node.label = Some(fixed(1_010_017)),
            1_010_002 => {
                let name = of("provider").unwrap_or_default().to_owned();
                let context = json!({"provider": name});
                node.label = Some(message(1_010_018, format!("Confirm with {name}")).context(context));
            }
            _ => {}
        }
        !hints || ways.contains(&node.group)
    });
    if let Some(node) = flow.ui.find("identifier") {
        node.attributes.insert("type".to_owned(), "hidden".into());
        node.set_value(linking.identifier.clone().into());
    }
    let (identifier, page) = (&linking.identifier, call.page(flow.kind));
    let text = format!(
        "You tried to sign in with {identifier:?}, but that email is already used by another account. Sign in to your \
         account with one of the options below to add your account {identifier:?} at {name:?} as another way to sign in."
    );
    flow.ui.messages.push(message(1_010_016, text).context(json!({
        "available_credential_types": ways, "available_providers": linked, "duplicateIdentifier": identifier,
        "duplicate_identifier": identifier, "newLoginUrl": page, "new_login_url": page, "provider": name,
    })));
}
