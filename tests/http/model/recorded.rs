//! Every recorded flow, of any kind: written again from what was read of it, it is the same.

use kratos_account::kratos::{
    Action, Attributes, ContinueWith, Flow, Identity, Json, Message, MessageType, Node, NodeType, OAuth2LoginRequest,
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

/// What this version leaves in the answer's text: the ends of places.
const LEFT: &[&str] = &[
    "created_at",
    "updated_at",
    ".state_changed_at",
    "_addresses.id",
    "_addresses.verified_at",
    ".attributes.node_type",
    ".attributes.onclick",
    ".attributes.onload",
    // Of scripts, which are never loaded.
    ".attributes.async",
    ".attributes.crossorigin",
    ".attributes.integrity",
    ".attributes.nonce",
    ".attributes.referrerpolicy",
    // How the application speaks with the OAuth2 server is no matter of a page's.
    ".oauth2_login_request.challenge",
    ".oauth2_login_request.session_id",
    ".client.client_secret_expires_at",
    ".client.contacts",
    ".client.grant_types",
    ".client.redirect_uris",
    ".client.response_types",
    ".client.scope",
    ".client.subject_type",
    ".client.token_endpoint_auth_method",
    ".client.userinfo_signed_response_alg",
];

/// Compares, and complains about the places that differ.
fn assert_same(written: &Value, recorded: &Value, name: &str) {
    let mut places = Vec::new();
    compare(&bare(written), &bare(recorded), String::new(), &mut places);
    assert!(places.is_empty(), "{name}: {places:#?}");
}

fn compare(written: &Value, recorded: &Value, place: String, places: &mut Vec<String>) {
    match (written, recorded) {
        (Value::Object(written), Value::Object(recorded)) => {
            let names: std::collections::BTreeSet<&String> = written.keys().chain(recorded.keys()).collect();
            for name in names {
                let (written, recorded) = (written.get(name), recorded.get(name));
                let place = format!("{place}.{name}");
                if written.is_some() || !LEFT.iter().any(|left| place.ends_with(left)) {
                    compare(written.unwrap_or(&Value::Null), recorded.unwrap_or(&Value::Null), place, places);
                }
            }
        }
        (Value::Array(written), Value::Array(recorded)) if written.len() == recorded.len() => {
            for (written, recorded) in written.iter().zip(recorded) {
                compare(written, recorded, place.clone(), places);
            }
        }
        _ if written == recorded => {}
        _ => places.push(format!("{place}: {written} was {recorded}")),
    }
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

fn json(json: &Json<'_>) -> Value {
    json.read().unwrap()
}

fn flow(flow: &Flow<'_>) -> Value {
    json!({
        "id": flow.id, "type": flow.r#type, "expires_at": flow.expires_at, "issued_at": flow.issued_at,
        "request_url": flow.request_url, "return_to": flow.return_to, "active": flow.active,
        "ui": {
            "action": flow.ui.action, "method": flow.ui.method,
            "nodes": flow.ui.nodes.iter().map(node).collect::<Vec<_>>(),
            "messages": flow.ui.messages.iter().map(message).collect::<Vec<_>>(),
        },
        "identity": flow.identity.as_ref().map(identity), "state": flow.state,
        "continue_with": flow.continue_with.iter().map(continue_with).collect::<Vec<_>>(),
        "refresh": flow.refresh, "requested_aal": flow.requested_aal.as_ref().map(ToString::to_string),
        "identity_schema": flow.identity_schema, "organization_id": flow.organization_id,
        "oauth2_login_challenge": flow.oauth2_login_challenge,
        "oauth2_login_request": flow.oauth2_login_request.as_deref().map(oauth2),
        "transient_payload": flow.transient_payload.as_ref().map(json),
    })
}

fn oauth2(asked: &OAuth2LoginRequest<'_>) -> Value {
    let client = asked.client.as_ref().map(|client| {
        json!({
            "client_id": client.client_id, "client_name": client.client_name, "client_uri": client.client_uri,
            "logo_uri": client.logo_uri, "policy_uri": client.policy_uri, "tos_uri": client.tos_uri,
        })
    });
    json!({
        "client": client, "requested_scope": asked.requested_scope, "skip": asked.skip, "subject": asked.subject,
        "request_url": asked.request_url,
    })
}

fn identity(identity: &Identity<'_>) -> Value {
    let verifiable = identity.verifiable_addresses.iter().map(|address| {
        json!({"value": address.value, "verified": address.verified, "via": address.via, "status": address.status})
    });
    let recovery =
        identity.recovery_addresses.iter().map(|address| json!({"value": address.value, "via": address.via}));
    json!({
        "id": identity.id, "schema_id": identity.schema_id, "schema_url": identity.schema_url,
        "state": identity.state, "traits": identity.traits.as_ref().map(json),
        "verifiable_addresses": verifiable.collect::<Vec<_>>(),
        "recovery_addresses": recovery.collect::<Vec<_>>(),
        "metadata_public": identity.metadata_public.as_ref().map(json),
        "organization_id": identity.organization_id, "created_at": identity.created_at,
        "updated_at": identity.updated_at,
    })
}

fn continue_with(next: &ContinueWith) -> Value {
    let action = match &next.action {
        Action::ShowSettingsUi => "show_settings_ui",
        Action::ShowRecoveryUi => "show_recovery_ui",
        Action::ShowVerificationUi => "show_verification_ui",
        Action::RedirectBrowserTo => "redirect_browser_to",
        other => panic!("{other:?}"),
    };
    let flow = next
        .flow
        .as_ref()
        .map(|flow| json!({"id": flow.id, "url": flow.url, "verifiable_address": flow.verifiable_address}));
    json!({"action": action, "redirect_browser_to": next.redirect_browser_to, "flow": flow})
}

fn node(node: &Node<'_>) -> Value {
    let kind = match &node.kind {
        NodeType::Input => "input",
        NodeType::Text => "text",
        NodeType::Img => "img",
        NodeType::A => "a",
        NodeType::Script => "script",
        NodeType::Div => "div",
        other => panic!("{other:?}"),
    };
    json!({
        "type": kind, "group": node.group, "attributes": attributes(&node.attributes),
        "messages": node.messages.iter().map(message).collect::<Vec<_>>(),
        "meta": {"label": node.meta.label.as_ref().map(message)},
    })
}

fn attributes(attributes: &Attributes<'_>) -> Value {
    let options = attributes.options.iter().map(|choice| json!({"value": choice.value.as_ref().map(json)}));
    let data = attributes.data.iter().map(|(name, value)| (name.to_string(), Value::from(value.as_str())));
    let mut fields = json!({
        "name": attributes.name, "type": attributes.kind, "required": attributes.required,
        "disabled": attributes.disabled, "autocomplete": attributes.autocomplete, "pattern": attributes.pattern,
        "maxlength": attributes.maxlength, "options": options.collect::<Vec<_>>(),
        "onclickTrigger": attributes.onclick_trigger, "onloadTrigger": attributes.onload_trigger,
        "label": attributes.label.as_deref().map(message), "id": attributes.id,
        "text": attributes.text.as_deref().map(message), "src": attributes.src, "width": attributes.width,
        "height": attributes.height, "href": attributes.href, "title": attributes.title.as_deref().map(message),
        "class": attributes.class, "data": data.collect::<Map<_, _>>(),
    });
    if let Some(value) = &attributes.value {
        fields["value"] = json(value);
    }
    fields
}

fn message(message: &Message<'_>) -> Value {
    let kind = match &message.kind {
        MessageType::Info => "info",
        MessageType::Error => "error",
        MessageType::Success => "success",
        other => panic!("{other:?}"),
    };
    json!({"id": message.id, "text": message.text, "type": kind, "context": message.context.as_ref().map(json)})
}
