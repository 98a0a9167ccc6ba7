//! Login in two steps: who it is, then what they have.

use super::{Outcome, code, form};
use crate::call::Call;
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::Flow;
use crate::message::{fixed, required};
use crate::node::Node;

/// The first step: the identifier, and what needs none.
pub(super) fn identification(call: &Call<'_>, flow: &mut Flow) {
    let buttons: Vec<Node> = call.provider_buttons(1_010_002, "Sign in with", |_| true).collect();
    flow.ui.append(buttons);
    if call.app.config.methods.passkey {
        form::passkey(call, flow, None);
    }
    let field = form::first_identifier(call, flow);
    flow.ui.upsert(field);
    flow.ui.append([Node::submit("identifier_first", "method", "identifier_first", fixed(1_070_009))]);
}

/// Looks who it is and adds what they can sign in with. Whoever has nothing but a code is sent one at once.
pub(super) fn identify(call: &mut Call<'_>, flow: &mut Flow, fields: &Fields) -> Result<Outcome, Failure> {
    let given = fields.get("identifier").to_owned();
    flow.ui.set_value_of("identifier", given.clone());
    call.check_csrf(fields.get("csrf_token"))?;
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.reset_messages();
    let mitigate = call.app.config.account_enumeration_mitigate;
    let methods = call.app.config.methods;
    let person = call.state.by_identifier(&given).and_then(|id| call.state.identities.get(&id)).cloned();
    // Whom nothing is to be told of is treated as if nobody knew them.
    let known = person.as_ref().filter(|_| !mitigate);
    let mut found = false;
    if methods.password {
        let has = known.is_some_and(|person| person.password.is_some());
        if has || mitigate {
            let [field, button] = Node::password("current-password", 1_010_022);
            flow.ui.upsert(field);
            flow.ui.append([button]);
        }
        found |= has;
    }
    if methods.oidc {
        let linked = |id: &str| known.is_some_and(|person| person.links.iter().any(|link| link.0 == id));
        let buttons: Vec<Node> = call.provider_buttons(1_010_002, "Sign in with", linked).collect();
        if mitigate {
            found = true;
        } else if known.is_some() {
            flow.ui.nodes.retain(|node| node.group != "oidc");
            found |= !buttons.is_empty();
            flow.ui.append(buttons);
        }
    }
    if methods.code_passwordless && (known.is_some() || mitigate) {
        flow.ui.append([form::code_button()]);
        if given.is_empty() {
            return Ok(Outcome::at("identifier", required("identifier")));
        }
        found = true;
        let only = person.as_ref().is_none_or(|person| person.first_factors(methods) == 1);
        let address = given.trim().to_lowercase();
        match (&person, code::first_address(person.as_ref(), &address)) {
            // Nobody is told here whose address it is not, but the rest of the form stays: as Kratos has it.
            (_, None) => return Ok(Outcome::above(fixed(4_000_035))),
            (Some(person), Some(via)) if only && !mitigate => {
                let id = person.id;
                return Ok(Outcome::Answered(code::send(call, flow, id, &address, via, &given)));
            }
            _ => {}
        }
    }
    if methods.passkey {
        let has = known.is_some_and(|person| !person.passkeys.is_empty());
        if has || mitigate {
            flow.ui.append([form::passkey_button()]);
        }
        found |= has;
    }
    if methods.keys_come_first() {
        let has = known.is_some_and(|person| person.keys.iter().any(|key| key.passwordless));
        if has || mitigate {
            flow.ui.append([form::key_button()]);
            flow.ui.upsert(crate::settings::script(call));
        }
        found |= has;
    }
    if !found && !mitigate {
        return Ok(Outcome::at("identifier", fixed(4_000_037)));
    }
    flow.ui.remove_inputs("identifier_first", "method", Some("identifier_first"));
    if let Some(node) = flow.ui.find("identifier") {
        node.attributes.insert("type".to_owned(), "hidden".into());
    }
    flow.active = Some("identifier_first");
    call.keep(flow);
    Ok(Outcome::Answered(call.refused(400, flow)))
}
