//! The second version of recovery: any address of an account finds it, and the person chooses where the code goes.

use super::{code_node, enter, owner, refuse, send};
use crate::call::{Answer, Call};
use crate::fields::Fields;
use crate::flow::Flow;
use crate::http::Reply;
use crate::message::{fixed, generic, message, required};
use crate::node::Node;
use crate::schema::Via;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

/// The field for any address and its button.
pub(super) fn address_nodes() -> [Node; 2] {
    [
        Node::input("code", "recovery_address", "text").required().label(fixed(1_070_016)),
        Node::submit("code", "method", "code", fixed(1_070_009)),
    ]
}

/// An address as a choice names it, so that nobody reads it there.
fn hash(address: &str) -> String {
    STANDARD.encode(Sha256::digest(address))
}

/// An address with its middle left out.
fn masked(address: &str) -> String {
    let chars: Vec<char> = address.chars().collect();
    let piece = |from: usize, to: usize| chars.get(from..to).map(String::from_iter).unwrap_or_default();
    match address.split_once('@') {
        Some((name, _)) if name.len() < 2 => address.to_owned(),
        Some((_, host)) => format!("{}****@{host}", piece(0, 2)),
        None if chars.len() < 6 => address.to_owned(),
        None => format!("{}****{}", piece(0, 3), piece(chars.len() - 2, chars.len())),
    }
}

/// Every address of the account that has this one, in order.
fn addresses(call: &Call<'_>, address: &str) -> Vec<String> {
    let person = owner(call, address).and_then(|id| call.state.identities.get(&id));
    let mut all: Vec<String> =
        person.into_iter().flat_map(|person| &person.recovery).map(|one| one.value.clone()).collect();
    all.sort();
    all
}

/// Does what the state asks for.
pub(super) fn run(call: &mut Call<'_>, mut flow: Flow, fields: &Fields) -> Answer {
    let given = fields.get("recovery_address").to_owned();
    if fields.get("screen") == "previous" {
        if addresses(call, &given).len() <= 1 {
            return Ok(ask_address(call, flow));
        }
        flow.state = "recovery_awaiting_address";
        return Ok(find(call, flow, &given));
    }
    let confirmed = fields.get("recovery_confirm_address");
    match flow.state {
        "recovery_awaiting_address" => Ok(find(call, flow, &given)),
        "recovery_awaiting_address_choice" => Ok(chosen(call, flow, &given, fields.get("recovery_select_address"))),
        "recovery_awaiting_code" if !fields.get("code").is_empty() => enter(call, flow, fields.get("code")),
        _ => Ok(confirm(call, flow, &given, confirmed)),
    }
}

/// Begins the form of a state anew.
fn restart(call: &Call<'_>, flow: &mut Flow, state: &'static str, said: Option<crate::message::Message>) {
    flow.state = state;
    flow.ui.nodes.clear();
    flow.ui.messages = said.into_iter().collect();
    flow.ui.set_csrf(call.csrf_token());
}

/// Keeps the flow and shows it.
fn show(call: &mut Call<'_>, flow: &Flow) -> Reply {
    call.keep(flow);
    call.refused(200, flow)
}

/// What every form after the first carries along.
fn carried(given: &str) -> [Node; 2] {
    [
        Node::input("code", "method", "hidden").value("code"),
        Node::input("code", "recovery_address", "hidden").value(given),
    ]
}

/// The way back.
fn back() -> Node {
    Node::submit("code", "screen", "previous", fixed(1_060_007))
}

/// The first form again.
fn ask_address(call: &mut Call<'_>, mut flow: Flow) -> Reply {
    restart(call, &mut flow, "recovery_awaiting_address", None);
    flow.ui.append(address_nodes());
    show(call, &flow)
}

/// Any address was given: the account's addresses to choose from, or the code at once where there is no choice.
fn find(call: &mut Call<'_>, mut flow: Flow, given: &str) -> Reply {
    if given.is_empty() {
        let field = "recovery_address";
        return refuse(call, flow, Some(field), required(field));
    }
    let all = addresses(call, given);
    if all.is_empty() || matches!(all.as_slice(), [only] if only == given) {
        return confirm(call, flow, given, given);
    }
    restart(call, &mut flow, "recovery_awaiting_address_choice", Some(fixed(1_060_006)));
    flow.ui.append(all.iter().map(|address| {
        let label = message(1_070_000, masked(address));
        Node::submit("code", "recovery_select_address", &hash(address), label)
    }));
    flow.ui.append(carried(given));
    show(call, &flow)
}

/// An address was chosen: the code at once if it is the one that was given, else it has to be given in full.
fn chosen(call: &mut Call<'_>, mut flow: Flow, given: &str, choice: &str) -> Reply {
    for (field, value) in [("recovery_select_address", choice), ("recovery_address", given)] {
        if value.is_empty() {
            return refuse(call, flow, Some(field), required(field));
        }
    }
    if hash(given) == choice {
        return confirm(call, flow, given, given);
    }
    let Some(address) = addresses(call, given).into_iter().find(|address| hash(address) == choice) else {
        return refuse(call, flow, None, generic("The selected recovery address is not valid."));
    };
    restart(call, &mut flow, "recovery_confirming_address", Some(fixed(1_060_005)));
    let (kind, label) = match Via::of(&address) {
        Via::Email => ("email", 1_070_007),
        Via::Sms => ("tel", 1_070_017),
    };
    let [method, address] = carried(given);
    flow.ui.append([
        Node::input("code", "recovery_confirm_address", kind).value("").required().label(fixed(label)),
        address,
        Node::submit("code", "method", "code", fixed(1_070_009)),
        method,
        back(),
    ]);
    show(call, &flow)
}

/// The address is known: the code is sent, or said to be.
fn confirm(call: &mut Call<'_>, mut flow: Flow, given: &str, address: &str) -> Reply {
    if address.is_empty() {
        let field = "recovery_confirm_address";
        return refuse(call, flow, Some(field), required(field));
    }
    send(call, &mut flow, address);
    let hidden = masked(address);
    let said = message(
        1_060_004,
        format!(
            "A recovery code has been sent to {hidden}. If you have not received it, check the spelling of the address \
             and make sure to use the address you registered with."
        ),
    );
    let said = said.context(json!({"masked_address": hidden}));
    restart(call, &mut flow, "recovery_awaiting_code", Some(said));
    let [method, given] = carried(given);
    flow.ui.append([
        code_node(),
        Node::submit("code", "method", "code", fixed(1_070_009)),
        method,
        Node::submit("code", "recovery_confirm_address", address, fixed(1_070_008)),
        given,
        back(),
    ]);
    show(call, &flow)
}
