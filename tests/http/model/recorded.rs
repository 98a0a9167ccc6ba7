//! Every recorded flow, of any kind: written again from what was read of it, it is the same.

use kratos_account::kratos::{
    Attributes, Choice, ContinueWith, Flow, Identity, Json, Message, MessageType, Meta, Node, NodeType,
};
use serde_json::{Map, Value, json};

use super::read;
use crate::support::recording;

#[test]
fn every_recorded_flow_is_read_and_nothing_of_it_is_lost() {
    let mut kinds = std::collections::BTreeSet::new();
    for name in recording::names() {
        let body = recording::read(&name).response.body;
        if body.get("ui").is_none() {
            continue;
        }
        kinds.insert(name.split(['/', '_']).next().unwrap().to_owned());
        assert_same(&flow(&read(&body)), &body, &name);
    }
    assert_eq!(Vec::from_iter(kinds), ["login", "recovery", "registration", "settings", "verification"]);
}

#[test]
fn every_recorded_node_is_of_a_known_kind() {
    for name in recording::names() {
        let body = recording::read(&name).response.body;
        if body.get("ui").is_some() {
            for node in read(&body).ui.nodes {
                assert!(!matches!(node.kind, NodeType::Other(_)), "{name}: {node:?}");
            }
        }
    }
}

/// Compares node by node, for a short complaint, then the whole.
fn assert_same(written: &Value, recorded: &Value, name: &str) {
    let (written, mut recorded) = (bare(written), bare(recorded));
    // Nobody needs the ids and times of addresses.
    for address in
        recorded.pointer_mut("/identity/verifiable_addresses").into_iter().flat_map(|all| all.as_array_mut().unwrap())
    {
        address
            .as_object_mut()
            .unwrap()
            .retain(|key, _| ["value", "verified", "via", "status"].contains(&key.as_str()));
    }
    let nodes = |flow: &Value| flow["ui"]["nodes"].as_array().unwrap().clone();
    assert_eq!(nodes(&written).len(), nodes(&recorded).len(), "{name}");
    for (written, recorded) in nodes(&written).iter().zip(&nodes(&recorded)) {
        assert_eq!(written, recorded, "{name}");
    }
    assert_eq!(written, recorded, "{name}");
}

/// Without fields that say nothing: null, false, empty. A value is always kept: `""` and
/// `false` are values.
fn bare(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let nothing = [json!(null), json!(false), json!(""), json!([]), json!({})];
            let says = |key: &str, value: &Value| key == "value" || !nothing.contains(value);
            let fields: Map<_, _> = map.iter().map(|(key, value)| (key.clone(), bare(value))).collect();
            Value::Object(fields.into_iter().filter(|(key, value)| says(key, value)).collect())
        }
        Value::Array(items) => items.iter().map(bare).collect(),
        other => other.clone(),
    }
}

/// These fields, and those that were not known.
fn object(fields: Value, other: &Map<String, Value>) -> Value {
    let Value::Object(mut fields) = fields else { unreachable!() };
    for (key, value) in other {
        assert!(!fields.contains_key(key), "{key} is known and unknown at once");
        fields.insert(key.clone(), value.clone());
    }
    Value::Object(fields)
}

fn json(json: &Json) -> Value {
    json.read().unwrap()
}

fn flow(flow: &Flow) -> Value {
    let Flow { ui, .. } = flow;
    let ui = object(
        json!({
            "action": ui.action, "method": ui.method, "nodes": ui.nodes.iter().map(node).collect::<Vec<_>>(),
            "messages": ui.messages.iter().map(message).collect::<Vec<_>>(),
        }),
        &ui.other,
    );
    object(
        json!({
            "id": flow.id, "type": flow.kind, "expires_at": flow.expires_at, "issued_at": flow.issued_at,
            "request_url": flow.request_url, "return_to": flow.return_to, "active": flow.active, "ui": ui,
            "identity": flow.identity.as_ref().map(identity), "state": flow.state,
            "continue_with": flow.continue_with.iter().map(continue_with).collect::<Vec<_>>(),
        }),
        &flow.other,
    )
}

fn identity(identity: &Identity) -> Value {
    let addresses = identity.verifiable_addresses.iter().map(|address| {
        json!({"value": address.value, "verified": address.verified, "via": address.via, "status": address.status})
    });
    object(
        json!({
            "id": identity.id, "schema_id": identity.schema_id, "schema_url": identity.schema_url,
            "state": identity.state, "traits": identity.traits.as_ref().map(json),
            "verifiable_addresses": addresses.collect::<Vec<_>>(),
            "metadata_public": identity.metadata_public.as_ref().map(json),
        }),
        &identity.other,
    )
}

fn continue_with(next: &ContinueWith) -> Value {
    let flow = next.flow.as_ref().map(|flow| json!({"id": flow.id, "url": flow.url}));
    json!({"action": next.action, "redirect_browser_to": next.redirect_browser_to, "flow": flow})
}

fn node(node: &Node) -> Value {
    let kind = match &node.kind {
        NodeType::Input => "input",
        NodeType::Text => "text",
        NodeType::Img => "img",
        NodeType::A => "a",
        NodeType::Script => "script",
        NodeType::Div => "div",
        other => panic!("{other:?}"),
    };
    let Meta { label, other, .. } = &node.meta;
    object(
        json!({
            "type": kind, "group": node.group, "attributes": attributes(&node.attributes),
            "messages": node.messages.iter().map(message).collect::<Vec<_>>(),
            "meta": object(json!({"label": label.as_ref().map(message)}), other),
        }),
        &node.other,
    )
}

fn attributes(attributes: &Attributes) -> Value {
    let options = attributes
        .options
        .iter()
        .map(|Choice { value, other, .. }| object(json!({"value": value.as_ref().map(json)}), other));
    let mut fields = json!({
        "name": attributes.name, "type": attributes.kind, "required": attributes.required,
        "disabled": attributes.disabled, "autocomplete": attributes.autocomplete, "pattern": attributes.pattern,
        "maxlength": attributes.maxlength, "options": options.collect::<Vec<_>>(), "onclick": attributes.onclick,
        "onload": attributes.onload, "onclickTrigger": attributes.onclick_trigger,
        "onloadTrigger": attributes.onload_trigger, "label": attributes.label.as_ref().map(message),
        "id": attributes.id, "text": attributes.text.as_ref().map(message), "src": attributes.src,
        "width": attributes.width, "height": attributes.height, "href": attributes.href,
        "title": attributes.title.as_ref().map(message), "class": attributes.class, "data": attributes.data,
    });
    if let Some(value) = &attributes.value {
        fields["value"] = json(value);
    }
    object(fields, &attributes.other)
}

fn message(message: &Message) -> Value {
    let kind = match &message.kind {
        MessageType::Info => "info",
        MessageType::Error => "error",
        MessageType::Success => "success",
        other => panic!("{other:?}"),
    };
    let context = message.context.as_ref().map(json);
    object(json!({"id": message.id, "text": message.text, "type": kind, "context": context}), &message.other)
}
