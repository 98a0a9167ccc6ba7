//! The verification flow: proving an address by a code.

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Flow, Kind};
use crate::message::{email, fixed, required};
use crate::node::Node;
use crate::recovery::{address_nodes, is_address, new_code, open, refuse};
use serde_json::json;
use uuid::Uuid;

/// `GET /self-service/verification/browser`
pub(crate) fn init(call: &mut Call<'_>) -> Answer {
    call.asked_return_to()?;
    let flow = begin(call)?;
    Ok(call.begun(&flow))
}

/// A new flow that asks for the address.
fn begin(call: &mut Call<'_>) -> Result<Flow, Failure> {
    let mut flow = call.begin(Kind::Verification, "choose_method")?;
    flow.active = Some("code");
    flow.ui.nodes.extend(address_nodes());
    flow.ui.set_csrf(call.csrf_token());
    call.keep(&flow);
    Ok(flow)
}

/// Mails a code to every address of a person that was never mailed, as saving a new address does.
pub(crate) fn send_to_new_addresses(call: &mut Call<'_>, person: Uuid, request_url: &str) {
    let Some(person) = call.state.identities.get_mut(&person) else { return };
    let mut new = Vec::new();
    for address in person.verifiable.iter_mut().filter(|one| one.status == "pending") {
        address.status = "sent";
        new.push(address.value.clone());
    }
    for address in new {
        if let Ok(mut flow) = call.begin(Kind::Verification, "choose_method") {
            request_url.clone_into(&mut flow.request_url);
            flow.active = Some("code");
            flow.ui.set_csrf(call.csrf_token());
            sent(call, &mut flow, &address);
        }
    }
}

/// Mails a code and makes the flow ask for it.
fn sent(call: &mut Call<'_>, flow: &mut Flow, address: &str) {
    let code = new_code();
    let known = call.state.identities.values().any(|person| person.verifiable.iter().any(|one| one.value == address));
    if known {
        let link = Call::with_query(
            &call.public("/self-service/verification"),
            &[("code", &code), ("flow", &flow.id.to_string())],
        );
        let body = format!(
            "Verify your account with the following code:\n\n{code}\n\nor clicking the following link:\n\n{link}\n\nIf \
             this was not you, do nothing. This code / link expires in 60 minutes.\n"
        );
        call.mail(address, "verification_code_valid", format!("Use code {code} to verify your account"), body);
    }
    flow.state = "sent_email";
    flow.secrets.code = Some(code);
    address.clone_into(&mut flow.secrets.address);
    flow.ui.reset_messages();
    flow.ui.messages.push(fixed(1_080_003));
    let csrf = flow.ui.nodes.iter().find(|node| node.id() == "csrf_token").cloned();
    flow.ui.nodes = vec![
        Node::input("code", "method", "hidden").value("code"),
        Node::input("code", "code", "text").required().label(fixed(1_070_011)),
        Node::submit("code", "method", "code", fixed(1_070_009)),
    ];
    flow.ui.nodes.extend(csrf);
    flow.ui.nodes.push(Node::submit("code", "email", address, fixed(1_070_008)));
    call.keep(flow);
}

/// `GET /self-service/verification?flow=…&code=…`: the link in the mail fills the code in, and pressing the button is
/// left to the person.
pub(crate) fn follow(call: &mut Call<'_>) -> Answer {
    let mut flow = call.flow(Kind::Verification, "flow").ok_or_else(Failure::not_located)?;
    call.renew_csrf_cookie();
    flow.owner = call.secret;
    flow.ui.set_csrf(call.csrf_token());
    let code = call.req.query("code").unwrap_or_default();
    if let Some(node) = flow.ui.find("code") {
        node.set_value(code.into());
    }
    call.keep(&flow);
    Ok(call.see_other(&call.page_of(&flow)))
}

/// `POST /self-service/verification`
pub(crate) fn submit(call: &mut Call<'_>) -> Answer {
    let fields = Fields::read(call.req).unwrap_or_default();
    let mut flow = open(call, Kind::Verification, &fields)?;
    if flow.state == "passed_challenge" {
        let new = begin(call)?;
        call.renew_csrf_cookie();
        if !call.json() {
            return Ok(call.see_other(&call.page_of(&new)));
        }
        return Err(Failure::new(410)
            .id("self_service_flow_replaced")
            .message("self-service flow replaced")
            .reason("An error occured, please use the new flow.")
            .beside("use_flow_id", new.id.to_string()));
    }
    if flow.expires_at < call.now {
        let mut new = begin(call)?;
        new.request_url.clone_from(&flow.request_url);
        new.ui.messages.push(call.expiry_message(&flow, 4_070_005));
        call.keep(&new);
        return if call.json() { Err(call.expired(&flow, &new)) } else { Ok(call.see_other(&call.page_of(&new))) };
    }
    if fields.get("method") != "code" || flow.active == Some("default") {
        return Ok(refuse(call, flow, 400, None, fixed(4_010_006)));
    }
    let (code, address) = (fields.get("code"), fields.get("email").to_lowercase());
    if flow.state == "sent_email" && !code.is_empty() {
        if flow.secrets.code.as_deref() != Some(code) {
            return Ok(refuse(call, flow, 200, None, fixed(4_070_006)));
        }
        return passed(call, flow);
    }
    if address.is_empty() {
        let field = if flow.state == "sent_email" { "code" } else { "email" };
        return Ok(refuse(call, flow, 400, Some(field), required(field)));
    }
    if !is_address(&address) {
        return Ok(refuse(call, flow, 400, Some("email"), email(&address)));
    }
    sent(call, &mut flow, &address);
    Ok(call.refused(200, &flow))
}

/// The right code.
fn passed(call: &mut Call<'_>, mut flow: Flow) -> Answer {
    let home = call.app.config.default_return_url.clone();
    let back = call.way_back(flow.return_to(), &home)?;
    let now = call.now;
    let address = std::mem::take(&mut flow.secrets.address);
    for person in call.state.identities.values_mut() {
        for one in person.verifiable.iter_mut().filter(|one| one.value == address) {
            one.status = "completed";
            one.verified_at = Some(now);
        }
    }
    flow.secrets.code = None;
    flow.state = "passed_challenge";
    flow.ui.get = true;
    flow.ui.action.clone_from(&back);
    flow.ui.nodes.clear();
    flow.ui.set_csrf(call.csrf_token());
    let label = fixed(1_070_009);
    let link = json!({"id": "continue", "href": back, "title": label});
    flow.ui.nodes.push(Node::new("a", "code", link).label(label));
    flow.ui.messages = vec![fixed(1_080_002)];
    call.keep(&flow);
    Ok(call.refused(200, &flow))
}
