//! Codes by mail or SMS: as the first factor, and as the second.

use super::Outcome;
use crate::call::Call;
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Entered, Flow, Sent};
use crate::http::Reply;
use crate::identity::Identity;
use crate::message::{fixed, required, too_often};
use crate::node::Node;
use crate::recovery::new_code;
use crate::schema::Via;
use crate::session::Session;
use uuid::Uuid;

/// How a code reaches this address of a person's.
pub(super) fn first_address(person: Option<&Identity>, address: &str) -> Option<Via> {
    person?.code.iter().find(|(value, _)| value == address).map(|(_, via)| *via)
}

/// Where a second factor can be sent: everywhere, or to the trait that `via` names.
pub(super) fn second_addresses(call: &Call<'_>, person: &Identity) -> Result<Vec<(String, Via)>, Failure> {
    let Some(path) = call.req.query("via") else {
        let mut all = person.code.clone();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        return Ok(all);
    };
    let value = person.traits.text_at(path).unwrap_or_default().to_lowercase();
    if value.is_empty() {
        let reason = format!("No value found for trait {path} in the current identity.");
        return Err(Failure::new(400).reason(reason));
    }
    let found: Vec<_> = person.code.iter().filter(|(address, _)| *address == value).cloned().collect();
    if found.is_empty() {
        return Err(Failure::new(400).reason(
            "You can only reference a trait that matches a verification email address in the via parameter, or a \
             registered credential.",
        ));
    }
    Ok(found)
}

/// Sends the code of a new login for a second factor at once, where there is nothing to choose.
pub(super) fn send_at_once(call: &mut Call<'_>, flow: &mut Flow, session: &Session) -> Result<(), Failure> {
    let methods = call.app.config.methods;
    let Some(person) = call.state.identities.get(&session.identity).cloned() else { return Ok(()) };
    if !methods.code_mfa || flow.organization.is_some() || !person.has_only_codes(methods) {
        return Ok(());
    }
    if let [(address, via)] = second_addresses(call, &person)?.as_slice() {
        send(call, flow, person.id, address, *via, address);
    }
    Ok(())
}

/// Sends a code and makes the flow ask for it: progress, which JSON is answered with 400.
pub(super) fn send(call: &mut Call<'_>, flow: &mut Flow, person: Uuid, address: &str, via: Via, given: &str) -> Reply {
    let code = new_code();
    let body = format!("Login to your account with the following code:\n\n{code}\n\nIt expires in 60 minutes.\n");
    call.send(via, address, "login_code_valid", format!("Use code {code} to log in"), body);
    flow.secrets.sent = vec![Sent { code, address: address.to_owned(), person: Some(person) }];
    flow.state = "sent_email";
    flow.active = Some("code");
    ask(call, flow, given);
    call.keep(flow);
    call.refused(400, flow)
}

/// The form that asks for the code. The identifier, or the address that was chosen, stays, hidden.
fn ask(call: &Call<'_>, flow: &mut Flow, given: &str) {
    flow.ui.reset_messages();
    flow.ui.nodes.retain(|node| matches!(node.id(), "identifier" | "address"));
    for node in &mut flow.ui.nodes {
        node.attributes.insert("type".to_owned(), "hidden".into());
        node.attributes.insert("name".to_owned(), "identifier".into());
    }
    flow.ui.append([
        Node::input("code", "method", "hidden").value("code"),
        Node::input("code", "code", "text").required().label(fixed(1_070_013)),
        Node::submit("code", "method", "code", fixed(1_070_009)),
        Node::submit("code", "resend", "code", fixed(1_070_008)),
    ]);
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.set_value_of("identifier", given.to_lowercase());
    flow.ui.messages.push(fixed(1_010_014));
}

/// Whether a submission is for a code.
pub(super) fn is_meant(call: &Call<'_>, flow: &Flow, fields: &Fields) -> bool {
    let methods = call.app.config.methods;
    if flow.second {
        methods.code_mfa && (fields.get("method") == "code" || !fields.get("address").is_empty())
    } else {
        methods.code_passwordless && fields.get("method") == "code"
    }
}

/// Asks for a code, enters one, or asks for another.
pub(super) fn run(
    call: &mut Call<'_>,
    flow: &mut Flow,
    session: Option<&Session>,
    fields: &Fields,
) -> Result<Outcome, Failure> {
    call.check_csrf(fields.get("csrf_token"))?;
    let address = fields.get("address");
    let given = if address.is_empty() { fields.get("identifier") } else { address }.to_owned();
    if fields.get("resend") == "code" {
        flow.state = "choose_method";
    }
    let said = match flow.state {
        "choose_method" => match request(call, flow, session, &given) {
            Outcome::Said(said) => said,
            done => return Ok(done),
        },
        "sent_email" => match enter(call, flow, session, &given, fields.get("code")) {
            Outcome::Said(said) => {
                // Kratos puts another identifier in, hidden.
                flow.ui.upsert(Node::input("default", "identifier", "hidden").value(given.clone()));
                said
            }
            done => return Ok(done),
        },
        _ => return Ok(super::nobody_responsible()),
    };
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.set_value_of("identifier", given);
    Ok(Outcome::Said(said))
}

/// Sends a code, if the address is somebody's.
fn request(call: &mut Call<'_>, flow: &mut Flow, session: Option<&Session>, given: &str) -> Outcome {
    let address = given.trim().to_lowercase();
    if address.is_empty() {
        return Outcome::at("identifier", required("identifier"));
    }
    let id = match session.filter(|_| flow.second) {
        Some(session) => Some(session.identity),
        None => call.state.by_identifier(&address),
    };
    let person = id.and_then(|id| call.state.identities.get(&id));
    let Some((id, via)) = person.zip(first_address(person, &address)).map(|(person, via)| (person.id, via)) else {
        return Outcome::above(fixed(if flow.second { 4_010_010 } else { 4_000_035 }));
    };
    Outcome::Answered(send(call, flow, id, &address, via, given))
}

/// Enters a code.
fn enter(call: &mut Call<'_>, flow: &mut Flow, session: Option<&Session>, given: &str, code: &str) -> Outcome {
    if code.is_empty() {
        return Outcome::at("code", required("code"));
    }
    let (second, now) = (flow.second, call.now);
    if !second && given.is_empty() {
        return Outcome::at("identifier", required("identifier"));
    }
    let meant = match session.filter(|_| second) {
        Some(session) => Some(session.identity),
        None => call.state.by_identifier(given),
    };
    if meant.is_none() {
        return Outcome::above(fixed(4_000_035));
    }
    match flow.enter(code) {
        Entered::Right(sent) if sent.person == meant => {
            flow.active = Some("code");
            flow.state = "passed_challenge";
            let Some(person) = meant.and_then(|id| call.state.identities.get_mut(&id)) else {
                return Outcome::above(fixed(4_010_008));
            };
            person.verify(&sent.address, now);
            Outcome::Proved(person.id, "code", second)
        }
        Entered::Right(_) | Entered::Wrong => Outcome::above(fixed(4_010_008)),
        Entered::TooOften => Outcome::above(too_often()),
    }
}
