//! Signing up with a code: it is sent to the addresses, and the account is made once it is entered.

use super::method::not_right;
use super::{after, form, read_traits};
use crate::call::{Answer, Call};
use crate::config::Style;
use crate::fields::Fields;
use crate::flow::{Entered, Flow, Sent};
use crate::identity::Identity;
use crate::json::Json;
use crate::message::{fixed, required, too_often};
use crate::node::Node;
use crate::recovery::new_code;
use crate::validate::Complaint;
use uuid::Uuid;

/// Asks for a code, enters one, or asks for another.
pub(super) fn run(call: &mut Call<'_>, flow: &mut Flow, fields: &Fields) -> Answer {
    let (traits, wrong) = read_traits(call, flow, fields);
    if !wrong.is_empty() {
        return Ok(not_right(call, flow, &traits, wrong));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    if fields.get("resend") == "code" {
        flow.state = "choose_method";
    }
    let schema = call.app.schema(flow.identity_schema.as_deref());
    let person = Identity::new(schema, traits.clone(), call.now);
    let said = match flow.state {
        "choose_method" if person.code.is_empty() => fixed(4_000_009),
        "choose_method" => return Ok(send(call, flow, &person, &traits)),
        "sent_email" => match enter(flow, fields, &traits) {
            Ok(sent) => {
                let mut person = person;
                person.verify(&sent.address, call.now);
                flow.state = "passed_challenge";
                call.keep(flow);
                return after::create(call, flow.clone(), person, "code", None);
            }
            Err((field, said)) => return Ok(not_right(call, flow, &traits, vec![(field, said)])),
        },
        _ => fixed(4_010_003),
    };
    Ok(not_right(call, flow, &traits, vec![(None, said)]))
}

/// Enters a code; the traits must be those it was sent for.
fn enter(flow: &mut Flow, fields: &Fields, traits: &Json) -> Result<Sent, Complaint> {
    let code = fields.get("code");
    if code.is_empty() {
        return Err((Some("code".to_owned()), required("code")));
    }
    for (name, value) in traits.trait_leaves() {
        if flow.ui.find(&name).is_some_and(|node| node.attributes.get("value") != Some(&value)) {
            return Err((None, fixed(4_000_036)));
        }
    }
    match flow.enter(code) {
        Entered::Right(sent) => Ok(sent),
        Entered::Wrong => Err((None, fixed(4_040_003))),
        Entered::TooOften => Err((None, too_often())),
    }
}

/// Sends a code to every address and makes the flow ask for it.
fn send(call: &mut Call<'_>, flow: &mut Flow, person: &Identity, traits: &Json) -> crate::http::Reply {
    let code = new_code();
    for (address, via) in &person.code {
        let body = format!(
            "Complete your account registration with the following code:\n\n{code}\n\nIt expires in 60 minutes.\n"
        );
        let subject = format!("Use code {code} to sign up");
        call.send(*via, address, "registration_code_valid", subject, body);
    }
    let address = person.code.first().map(|(address, _)| address.clone()).unwrap_or_default();
    // Whoever enters it is nobody yet: the account is made then.
    flow.secrets.sent = vec![Sent { code, address, person: Some(Uuid::nil()) }];
    flow.state = "sent_email";
    flow.active = Some("code");
    flow.ui.reset_messages();
    flow.ui.nodes.retain(|node| node.group == "default" && node.text("type") != Some("submit"));
    form::hide_traits(flow);
    flow.ui.append([
        Node::input("code", "method", "hidden").value("code"),
        Node::input("code", "code", "text").required().label(fixed(1_070_012)),
        Node::submit("code", "method", "code", fixed(1_070_009)),
        Node::submit("code", "resend", "code", fixed(1_070_008)),
    ]);
    if call.app.config.registration_style == Style::TwoSteps {
        flow.ui.append([Node::submit("profile", "screen", "credential-selection", fixed(1_040_008))]);
    }
    flow.ui.set_csrf(call.csrf_token());
    for (name, value) in traits.trait_leaves() {
        flow.ui.set_value_of(&name, value);
    }
    flow.ui.messages.push(fixed(1_040_005));
    call.keep(flow);
    call.refused(400, flow)
}
