//! The registration flow, in two steps: the traits, then a credential.

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Flow, Kind};
use crate::http::Reply;
use crate::identity::{Identity, Key};
use crate::json::Json;
use crate::message::{fixed, generic, message, required};
use crate::node::Node;
use crate::validate::{Complaint, complaints};
use crate::webauthn;
use serde_json::{Value, json};
use uuid::Uuid;

/// The order of groups.
const GROUPS: [&str; 7] = ["oidc", "default", "webauthn", "passkey", "code", "password", "profile"];

/// `GET /self-service/registration/browser`
pub(crate) fn init(call: &mut Call<'_>) -> Answer {
    let back = call.asked_return_to()?;
    if call.session().is_some() {
        if call.json() {
            let reason = "A valid session was detected and thus registration is not possible.";
            return Err(Failure::already_signed_in(Some("you are already logged in"), reason));
        }
        return Ok(call.see_other(&back.unwrap_or_else(|| call.app.config.default_return_url.clone())));
    }
    let mut flow = call.begin(Kind::Registration, "choose_method")?;
    first_step(call, &mut flow, &Json::empty());
    call.keep(&flow);
    Ok(call.begun(&flow))
}

/// Brings the nodes into order.
fn sort(call: &Call<'_>, flow: &mut Flow) {
    let first = ["csrf_token".to_owned()];
    let keys: Vec<String> = first.into_iter().chain(call.app.schema.keys.iter().cloned()).collect();
    flow.ui.sort(&GROUPS, &keys);
}

/// What both steps have: the providers, the CSRF token and the traits.
fn common(call: &Call<'_>, flow: &mut Flow, traits: &Json) {
    flow.ui.nodes.clear();
    flow.ui.messages.clear();
    for provider in &call.app.config.providers {
        let label = provider.label.as_deref().unwrap_or(&provider.id);
        let label = message(1_040_002, format!("Sign up with {label}"))
            .context(json!({"provider": label, "provider_id": provider.id}));
        flow.ui.nodes.push(Node::submit("oidc", "provider", &provider.id, label));
    }
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.nodes.extend(call.app.schema.nodes("default"));
    let leaves = traits.leaves().into_iter().map(|(name, value)| (format!("traits.{name}"), value)).collect();
    flow.ui.show_values(leaves, "default");
}

/// The first step: the traits.
fn first_step(call: &Call<'_>, flow: &mut Flow, traits: &Json) {
    common(call, flow, traits);
    flow.ui.nodes.push(Node::submit("profile", "method", "profile", fixed(1_040_001)));
    sort(call, flow);
}

/// The second step: the traits hidden, and what to sign in with.
fn second_step(call: &Call<'_>, flow: &mut Flow, traits: &Json) {
    common(call, flow, traits);
    for node in flow.ui.nodes.iter_mut().filter(|node| node.id().starts_with("traits.")) {
        node.attributes.insert("type".to_owned(), "hidden".into());
    }
    let challenge = webauthn::challenge();
    let handle = crate::settings::form::passkey_handle();
    let name = call.app.schema.display_name.clone().unwrap_or_default();
    let shown = traits.text_at(&name).unwrap_or_default();
    let options: Value =
        serde_json::from_str(&webauthn::make_passkey(&call.app.party, &challenge, &handle, &shown)).unwrap_or_default();
    let options = json!({"credentialOptions": options, "displayNameFieldName": format!("traits.{name}")}).to_string();
    flow.secrets.passkey = Some(challenge);
    flow.secrets.handle = handle;
    flow.ui.nodes.extend([
        crate::settings::script(call),
        Node::input("passkey", "passkey_register_trigger", "button")
            .trigger("oryPasskeyRegistration", "")
            .label(fixed(1_040_007)),
        Node::input("passkey", "passkey_register", "hidden"),
        Node::input("passkey", "passkey_create_data", "hidden").value(options),
        Node::input("password", "password", "password")
            .required()
            .with("autocomplete", "new-password")
            .label(fixed(1_070_001)),
        Node::submit("password", "method", "password", fixed(1_040_001)),
        Node::submit("profile", "screen", "previous", fixed(1_040_008)),
    ]);
    flow.ui.messages.push(fixed(1_040_009));
    sort(call, flow);
}

/// `POST /self-service/registration`
pub(crate) fn submit(call: &mut Call<'_>) -> Answer {
    if call.req.query("flow").and_then(|id| Uuid::parse_str(id).ok()).is_none() {
        return Err(Failure::flow_missing());
    }
    let mut flow = call.flow(Kind::Registration, "flow").ok_or_else(Failure::not_located)?;
    if call.session().is_some() {
        return Ok(call.see_other(&call.app.config.default_return_url));
    }
    if flow.expires_at < call.now {
        let mut new = call.begin(Kind::Registration, "choose_method")?;
        new.request_url.clone_from(&flow.request_url);
        first_step(call, &mut new, &Json::empty());
        new.ui.messages.push(call.expiry_message(&flow, 4_040_001));
        call.keep(&new);
        return if call.json() { Err(call.expired(&flow, &new)) } else { Ok(call.see_other(&call.page_of(&new))) };
    }
    let fields = match Fields::read(call.req) {
        Ok(fields) => fields,
        Err(said) => return Ok(refuse(call, flow, vec![(None, said)])),
    };
    let traits = fields.traits(&call.app.schema);
    let passkey = fields.get("passkey_register");
    if fields.get("screen") == "previous" {
        first_step(call, &mut flow, &traits);
        call.keep(&flow);
        return Ok(call.refused(400, &flow));
    }
    if !matches!(fields.get("method"), "profile" | "password") && passkey.is_empty() {
        return Ok(refuse(call, flow, vec![(None, fixed(4_010_003))]));
    }
    let leaves = traits.leaves().into_iter().map(|(name, value)| (format!("traits.{name}"), value)).collect();
    flow.ui.show_values(leaves, "default");
    let wrong = complaints(&call.app.schema, &traits);
    if !wrong.is_empty() {
        return Ok(refuse(call, flow, wrong));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    if fields.get("method") == "profile" {
        second_step(call, &mut flow, &traits);
        call.keep(&flow);
        return Ok(call.refused(400, &flow));
    }
    let mut person = Identity::new(&call.app.schema, traits, call.now);
    if let Err(wrong) = credential(call, &mut flow, &mut person, &fields) {
        return Ok(refuse(call, flow, wrong));
    }
    if person.identifiers.iter().any(|identifier| call.state.by_identifier(identifier).is_some()) {
        return Ok(refuse(call, flow, vec![(None, fixed(4_000_007))]));
    }
    let method = if passkey.is_empty() { "password" } else { "passkey" };
    complete(call, &flow, person, method)
}

/// Gives a new person what they will sign in with.
fn credential(call: &Call<'_>, flow: &mut Flow, person: &mut Identity, fields: &Fields) -> Result<(), Vec<Complaint>> {
    let response = fields.get("passkey_register");
    if response.is_empty() {
        let at = |said| vec![(Some("password".to_owned()), said)];
        let password = fields.get("password");
        if password.is_empty() {
            return Err(at(required("password")));
        }
        crate::settings::password::check(password, &person.identifiers).map_err(at)?;
        person.password = Some(password.to_owned());
        return Ok(());
    }
    let challenge = flow.secrets.passkey.take().unwrap_or_default();
    let made = webauthn::made(&call.app.party, &challenge, response)
        .map_err(|_| vec![(None, generic("Unable to parse WebAuthn response."))])?;
    let handle = std::mem::take(&mut flow.secrets.handle);
    let name = "unnamed".to_owned();
    person.passkeys.push(Key { id: made.id, public: made.public, name, added_at: call.now, handle });
    Ok(())
}

/// Says something in a registration flow; unlike elsewhere the redirect is a 302.
fn refuse(call: &mut Call<'_>, mut flow: Flow, complaints: Vec<Complaint>) -> Reply {
    flow.ui.reset_messages();
    for (field, message) in complaints {
        flow.ui.say(field.as_deref(), message);
    }
    flow.ui.set_csrf(call.csrf_token());
    sort(call, &mut flow);
    call.keep(&flow);
    if call.json() { call.shown(400, &flow, None) } else { call.found(&call.page_of(&flow)) }
}

/// Keeps the new person, signs them in and sends them on.
fn complete(call: &mut Call<'_>, flow: &Flow, person: Identity, method: &'static str) -> Answer {
    let home = call.app.config.default_return_url.clone();
    let back = call.way_back(flow.return_to(), &home)?;
    let id = person.id;
    call.state.identities.insert(id, person);
    crate::verification::send_to_new_addresses(call, id, &flow.request_url);
    let session = call.sign_in(id, method, false, None);
    if !call.json() {
        return Ok(call.see_other(&back));
    }
    let identity = call.state.identities.get(&id).map_or_else(Json::empty, |person| person.json(&call.app.public));
    let mut body = Json::empty();
    body.set("session", session.json(identity.clone()));
    body.set("identity", identity);
    body.set("continue_with", Json::from(json!([{"action": "redirect_browser_to", "redirect_browser_to": back}])));
    Ok(Reply::json(200, &body))
}
