//! The methods of a login, and whether what was sent to one proves who it is.

use super::{Outcome, code, first, form, nobody_responsible, session_needed};
use crate::call::Call;
use crate::config::Style;
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::Flow;
use crate::message::{fixed, generic, required, too_short};
use crate::session::Session;
use crate::totp;
use crate::validate::Complaint;
use crate::webauthn::{self, Wrong};
use serde_json::Value;

/// Finds the method that is meant, in Kratos' order, and asks it for the proof.
pub(super) fn prove(
    call: &mut Call<'_>,
    flow: &mut Flow,
    session: Option<&Session>,
    fields: &Fields,
) -> Result<Outcome, Failure> {
    let methods = call.app.config.methods;
    let method = fields.get("method");
    let result = |name: &str| !fields.get(name).is_empty();
    let (first, second) = (!flow.second, flow.second);
    if first && method == "password" {
        if !methods.password {
            return Err(Failure::switched_off());
        }
        return password(call, flow, fields);
    }
    if code::is_meant(call, flow, fields) {
        return code::run(call, flow, session, fields);
    }
    if second && method == "totp" {
        return one_time(call, flow, session, fields);
    }
    if first && (result("passkey_login") || method == "passkey") {
        if !methods.passkey {
            return Err(Failure::switched_off());
        }
        return passkey(call, flow, fields);
    }
    if result("webauthn_login") || method == "webauthn" {
        if !methods.webauthn {
            return Err(Failure::switched_off());
        }
        return key(call, flow, session, fields);
    }
    if second && method == "lookup_secret" {
        return recovery_code(call, flow, session, fields);
    }
    if first && call.app.config.login_style == Style::TwoSteps {
        return first::identify(call, flow, fields);
    }
    Ok(nobody_responsible())
}

/// The password.
fn password(call: &Call<'_>, flow: &mut Flow, fields: &Fields) -> Result<Outcome, Failure> {
    let (identifier, password) = (fields.get("identifier"), fields.get("password"));
    let missing = |name: &str| fields.get(name).is_empty().then(|| (Some(name.to_owned()), required(name)));
    let missing: Vec<Complaint> = ["identifier", "password"].into_iter().filter_map(missing).collect();
    if !missing.is_empty() {
        show_again(call, flow, identifier);
        return Ok(Outcome::Said(missing));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    let person = call.state.by_identifier(identifier).and_then(|id| call.state.identities.get(&id));
    Ok(match person {
        Some(person) if person.password.as_deref() == Some(password) => {
            flow.active = Some("password");
            Outcome::Proved(person.id, "password", false)
        }
        _ => {
            show_again(call, flow, identifier);
            Outcome::above(fixed(4_000_006))
        }
    })
}

/// Readies the form for another try.
fn show_again(call: &Call<'_>, flow: &mut Flow, identifier: &str) {
    flow.ui.set_value_of("password", Value::Null);
    flow.ui.set_value_of("identifier", identifier);
    flow.ui.set_csrf(call.csrf_token());
}

/// The authenticator app.
fn one_time(call: &Call<'_>, flow: &mut Flow, session: Option<&Session>, fields: &Fields) -> Result<Outcome, Failure> {
    flow.ui.set_value_of("totp_code", Value::Null);
    flow.ui.set_csrf(call.csrf_token());
    let code = fields.get("totp_code");
    match code.len() {
        0 => return Ok(Outcome::at("totp_code", required("totp_code"))),
        short @ 1..6 => return Ok(Outcome::at("totp_code", too_short(6, short))),
        _ => {}
    }
    call.check_csrf(fields.get("csrf_token"))?;
    let person = session.and_then(|session| call.state.identities.get(&session.identity)).ok_or_else(session_needed)?;
    Ok(match &person.totp {
        None => Outcome::above(fixed(4_000_011)),
        Some(secret) if totp::verify(secret, code, call.now) => {
            flow.active = Some("totp");
            Outcome::Proved(person.id, "totp", true)
        }
        Some(_) => Outcome::above(fixed(4_000_008)),
    })
}

/// A recovery code, which is spent.
fn recovery_code(
    call: &mut Call<'_>,
    flow: &mut Flow,
    session: Option<&Session>,
    fields: &Fields,
) -> Result<Outcome, Failure> {
    flow.ui.set_value_of("lookup_secret", Value::Null);
    flow.ui.set_csrf(call.csrf_token());
    let code = fields.get("lookup_secret");
    if code.is_empty() {
        return Ok(Outcome::at("lookup_secret", required("lookup_secret")));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    let now = call.now;
    let person = session.and_then(|session| call.state.identities.get_mut(&session.identity));
    let person = person.ok_or_else(session_needed)?;
    if person.codes.is_empty() {
        return Ok(Outcome::above(fixed(4_000_014)));
    }
    Ok(match person.codes.iter_mut().find(|one| one.code == code) {
        None => Outcome::above(fixed(4_000_016)),
        Some(used) if used.used_at.is_some() => Outcome::above(fixed(4_000_012)),
        Some(fresh) => {
            fresh.used_at = Some(now);
            flow.active = Some("lookup_secret");
            Outcome::Proved(person.id, "lookup_secret", true)
        }
    })
}

/// What the flow says of a key's response that does not do. Its text speaks of a one-time password, as Kratos' does.
fn bad_key(wrong: Wrong) -> Outcome {
    match wrong {
        Wrong::Unreadable => Outcome::above(generic("Unable to parse WebAuthn response.")),
        Wrong::Refused(_) => Outcome::above(fixed(4_000_008)),
    }
}

/// A security key: the second factor, or the first, of which it is asked whose it is before.
fn key(call: &mut Call<'_>, flow: &mut Flow, session: Option<&Session>, fields: &Fields) -> Result<Outcome, Failure> {
    let (identifier, response) = (fields.get("identifier"), fields.get("webauthn_login"));
    flow.ui.set_csrf(call.csrf_token());
    if identifier.is_empty() {
        return Ok(Outcome::at("identifier", required("identifier")));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    let first = call.app.config.methods.webauthn_passwordless || flow.refresh && !flow.second;
    if first == flow.second {
        return Ok(nobody_responsible());
    }
    let id = if first { call.state.by_identifier(identifier) } else { session.map(|session| session.identity) };
    let person = id.and_then(|id| call.state.identities.get(&id)).filter(|person| !person.keys.is_empty()).cloned();
    let Some(person) = person else { return Ok(Outcome::above(fixed(4_000_015))) };
    if response.is_empty() {
        return Ok(if first { show_keys(call, flow, &person, identifier) } else { bad_key(Wrong::Unreadable) });
    }
    let challenge = flow.secrets.webauthn.clone().unwrap_or_default();
    let used = match webauthn::used(response) {
        Ok(used) => used,
        Err(wrong) => return Ok(bad_key(wrong)),
    };
    let key = person.keys.iter().find(|key| key.id == used.id && (flow.refresh || key.passwordless == first));
    let verdict =
        key.map_or(Err(Wrong::Refused("unknown key")), |key| used.verify(&call.app.party, &challenge, &key.public));
    Ok(match verdict {
        Ok(()) => {
            flow.active = Some("webauthn");
            Outcome::Proved(person.id, "webauthn", !first)
        }
        Err(wrong) => bad_key(wrong),
    })
}

/// The page of a security key that is the first factor: nothing else is there any more.
fn show_keys(call: &mut Call<'_>, flow: &mut Flow, person: &crate::identity::Identity, identifier: &str) -> Outcome {
    let before = std::mem::take(&mut flow.ui.nodes);
    if !form::keys(call, flow, person, fixed(1_010_013)) {
        flow.ui.nodes = before;
        return Outcome::above(fixed(4_000_015));
    }
    flow.ui.messages.push(fixed(1_010_012));
    flow.ui.upsert(crate::node::Node::input("default", "identifier", "hidden").value(identifier).required());
    call.keep(flow);
    own_page(call, flow)
}

/// Back to the page of the flow: JSON is told so by an error.
fn own_page(call: &Call<'_>, flow: &Flow) -> Outcome {
    let page = call.page_of(flow);
    Outcome::Answered(if call.json() { call.fail_json(&Failure::go_to(&page), 422) } else { call.see_other(&page) })
}

/// A passkey: it says whose it is. Without one the page is shown with nothing else.
fn passkey(call: &mut Call<'_>, flow: &mut Flow, fields: &Fields) -> Result<Outcome, Failure> {
    call.check_csrf(fields.get("csrf_token"))?;
    let response = fields.get("passkey_login");
    if response.is_empty() {
        // Not kept, as with Kratos.
        return Ok(own_page(call, flow));
    }
    flow.ui.set_csrf(call.csrf_token());
    let challenge = flow.secrets.passkey.clone().unwrap_or_default();
    let used = match webauthn::used(response) {
        Ok(used) => used,
        Err(wrong) => return Ok(bad_key(wrong)),
    };
    let owner =
        call.state.identities.values().find(|person| person.passkeys.iter().any(|key| key.handle == used.handle));
    let Some(owner) = owner else { return Ok(Outcome::above(fixed(4_000_015))) };
    let key = owner.passkeys.iter().find(|key| key.id == used.id);
    let verdict =
        key.map_or(Err(Wrong::Refused("unknown key")), |key| used.verify(&call.app.party, &challenge, &key.public));
    Ok(match verdict {
        Ok(()) => {
            flow.active = Some("passkey");
            Outcome::Proved(owner.id, "passkey", false)
        }
        Err(wrong) => bad_key(wrong),
    })
}
