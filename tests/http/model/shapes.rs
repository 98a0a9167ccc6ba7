//! Shapes that no recording has: those of Kratos 1.0, and those a later one may send.

use kratos_account::kratos::{Aal, Flow, Json, Message, MessageType, Node, NodeType, Session};
use serde_json::{Value, json};

use super::read;

const ID: &str = "520e8f28-5902-4026-a286-74757804453d";

/// A flow with these nodes.
fn with_nodes(nodes: &Value) -> Flow<'static> {
    read(&json!({"id": ID, "ui": {"action": "http://k/", "method": "POST", "nodes": nodes}}))
}

/// A flow with this node between two others, which it must not take along.
#[track_caller]
fn with_node(node: &Value) -> Node<'static> {
    let other =
        json!({"type": "input", "group": "default", "attributes": {"name": "csrf_token"}, "messages": [], "meta": {}});
    let mut nodes = with_nodes(&json!([other, node, other])).ui.nodes;
    assert_eq!(nodes.len(), 3);
    assert_eq!(nodes[2].attributes.name, "csrf_token");
    nodes.remove(1)
}

#[track_caller]
fn with_attribute(name: &str, value: &Value) -> Node<'static> {
    with_node(
        &json!({"type": "input", "group": "profile", "attributes": {"name": "traits.x", "type": "text", name: value}}),
    )
}

#[test]
fn a_flow_may_have_no_more_than_its_id() {
    for ui in [
        json!({}),
        json!({"nodes": null, "messages": null, "action": null, "method": null}),
        json!({"nodes": [], "messages": []}),
    ] {
        let flow = read(&json!({"id": ID, "ui": ui}));
        assert_eq!(flow.id.to_string(), ID);
        assert!(flow.ui.nodes.is_empty() && flow.ui.messages.is_empty() && flow.ui.action.is_empty());
        assert!(flow.identity.is_none() && flow.state.is_none() && flow.continue_with.is_empty());
    }
}

#[test]
fn null_is_as_good_as_absent() {
    let flow = read(&json!({
        "id": ID, "type": null, "expires_at": null, "issued_at": null, "request_url": null, "return_to": null,
        "active": null, "identity": null, "state": null, "continue_with": null, "ui": {},
    }));
    assert_eq!((flow.r#type.as_str(), flow.request_url.as_str(), flow.return_to), ("", "", None));
    let flow = read(&json!({"id": ID, "ui": {}, "identity": {
        "id": null, "schema_id": null, "schema_url": null, "state": null, "traits": null,
        "verifiable_addresses": null, "metadata_public": null,
    }}));
    assert!(flow.identity.unwrap().traits.is_none());
}

#[test]
fn a_state_may_be_an_object_of_any_shape() {
    let flow = read(
        &json!({"id": ID, "ui": {}, "state": {"name": "show_form"}, "active": 7, "continue_with": [{"action": []}]}),
    );
    assert_eq!((flow.state, flow.active, flow.continue_with.len()), (None, None, 1));
}

#[test]
fn a_label_may_be_missing_null_or_empty() {
    for meta in [json!({}), json!({"label": null}), json!(null), json!({"label": {}})] {
        let node =
            with_node(&json!({"type": "input", "group": "profile", "attributes": {"name": "traits.x"}, "meta": meta}));
        assert_eq!(node.meta.label.map(|label| label.text).unwrap_or_default().as_str(), "", "{meta}");
    }
    let node = with_node(&json!({"type": "input", "group": "profile", "attributes": {"name": "traits.x"}}));
    assert!(node.meta.label.is_none());
}

#[test]
fn messages_of_a_node_may_be_missing_or_null() {
    for node in
        [json!({"type": "text", "messages": null}), json!({"type": "text"}), json!({"type": "text", "messages": []})]
    {
        assert!(with_node(&node).messages.is_empty());
    }
}

#[test]
fn attributes_may_be_missing_or_null() {
    for node in [
        json!({"type": "div", "group": "default"}),
        json!({"type": "div", "group": "default", "attributes": null}),
        json!({"type": "div", "group": "default", "attributes": {"name": null, "type": null, "id": null, "value": null}}),
    ] {
        let attributes = with_node(&node).attributes;
        assert_eq!((attributes.name.as_str(), attributes.kind.as_str(), attributes.id.as_str()), ("", "", ""));
        assert!(attributes.value.is_none());
    }
}

#[test]
fn a_value_may_be_anything_and_stays_as_it_was_written() {
    for literal in [
        r#""text""#,
        r#""""#,
        "0",
        "1.0",
        "1e2",
        "-0",
        "123456789012345678901234567890",
        "true",
        "false",
        r#"{"b":1.0,"a":[]}"#,
        r#"["a",{"b":null}]"#,
        "[]",
        r#""\u003c\ud83d\ude00""#,
    ] {
        let flow = format!(
            r#"{{"id":"{ID}","ui":{{"nodes":[{{"type":"input","group":"profile","attributes":{{"name":"n","value":{literal}}}}}]}},"identity":{{"id":"i","traits":{{"n":{literal}}}}}}}"#
        );
        let flow: Flow<'_> = serde_json::from_str(&flow).unwrap();
        assert_eq!(flow.ui.nodes[0].attributes.value.as_ref().map(Json::get), Some(literal));
        let traits = flow.identity.unwrap().traits.unwrap();
        assert_eq!(traits.get(), format!(r#"{{"n":{literal}}}"#));
    }
    assert!(with_attribute("value", &json!(null)).attributes.value.is_none());
    assert_eq!(with_attribute("value", &json!("")).attributes.value.unwrap().text(), "", "empty is not absent");
}

#[test]
fn an_unknown_node_type_keeps_what_it_has() {
    let node = with_node(&json!({
        "type": "slider", "group": "enterprise", "messages": [{"id": 4_000_001, "text": "no", "type": "error"}],
        "meta": {"label": {"id": 1, "text": "How much?", "type": "info"}}, "attributes": {"name": "x", "step": 5},
    }));
    assert_eq!(node.kind, NodeType::Other("slider".to_owned()));
    assert_eq!(node.group, "enterprise");
    assert_eq!(node.messages[0].kind, MessageType::Error);
    assert_eq!(node.meta.label.unwrap().text, "How much?");
    assert_eq!(node.attributes.name, "x");
}

#[test]
fn an_unknown_input_type_is_kept() {
    assert_eq!(with_attribute("type", &json!("color")).attributes.kind, "color");
}

#[test]
fn an_unknown_message_type_is_kept() {
    let node = with_node(
        &json!({"type": "input", "messages": [{"id": 9, "text": "mind", "type": "warning", "context": {"a": 1}}]}),
    );
    let message = &node.messages[0];
    assert_eq!(message.kind, MessageType::Other("warning".to_owned()));
    assert_eq!((message.id, message.text.as_str()), (9, "mind"));
    assert_eq!(message.context_value::<u8>("a"), Some(1));
    assert_eq!(message.context_value::<String>("a"), None);
    assert_eq!(message.context_value::<u8>("b"), None);
}

#[test]
fn a_message_may_miss_any_part() {
    let node = with_node(&json!({"type": "input", "messages": [
        {}, {"text": "t"}, {"id": null, "text": null, "type": null, "context": null}, {"id": "4000001", "text": 5, "type": []},
        {"id": -1, "text": "of a hook", "type": "error", "context": []},
    ]}));
    let texts: Vec<_> = node.messages.iter().map(|message| (message.id, message.text.as_str())).collect();
    assert_eq!(texts, [(0, ""), (0, "t"), (0, ""), (4_000_001, ""), (-1, "of a hook")]);
}

#[test]
fn a_text_where_a_message_is_expected_spoils_nothing_else() {
    let message = json!({"id": 4_000_001, "text": "no", "type": "error"});
    for name in ["label", "text", "title"] {
        assert_eq!(with_attribute(name, &json!("a text")).attributes.name, "traits.x", "{name}");
    }
    let node = with_node(&json!({"type": "input", "attributes": {"name": "n"}, "meta": {"label": "a text"}}));
    assert_eq!(node.attributes.name, "n");
    let others = |messages: &[Message<'_>]| messages.iter().any(|message| message.text == "no");
    let node = with_node(&json!({"type": "input", "messages": ["a text", message]}));
    assert!(others(&node.messages), "{node:?}");
    let flow = read(&json!({"id": ID, "ui": {"messages": ["a text", message, null]}}));
    assert!(others(&flow.ui.messages), "{:?}", flow.ui.messages);
}

#[test]
fn an_attribute_of_another_shape_costs_no_more_than_itself() {
    for (name, values) in [
        ("maxlength", [json!("255"), json!(-1), json!(2.5), json!(null)]),
        ("required", [json!("true"), json!(1), json!(null), json!({})]),
        ("disabled", [json!("true"), json!(1), json!(null), json!({})]),
        ("autocomplete", [json!(1), json!(["email"]), json!(null), json!({})]),
        ("pattern", [json!(1), json!([]), json!(null), json!({})]),
        ("options", [json!("a"), json!({}), json!(null), json!([1, "a"])]),
        ("onclickTrigger", [json!(1), json!([]), json!(null), json!({})]),
        ("width", [json!("256"), json!(-1), json!(2.5), json!(null)]),
        ("height", [json!("256"), json!(1e30), json!(2.5), json!(null)]),
        ("href", [json!(1), json!([]), json!(null), json!({})]),
        ("src", [json!(1), json!([]), json!(null), json!({})]),
        ("data", [json!("a"), json!([]), json!(null), json!({"a": 1})]),
        ("id", [json!(1), json!([]), json!(null), json!({})]),
        ("type", [json!(1), json!([]), json!(null), json!({})]),
    ] {
        for value in values {
            let node = json!({"type": "input", "group": "profile", "attributes": {"name": "traits.x", name: value}});
            let flow = json!({"id": ID, "ui": {"nodes": [node]}}).to_string();
            let flow = serde_json::from_str::<Flow<'_>>(&flow);
            let flow = flow.unwrap_or_else(|error| panic!("{name} {value}: {error}"));
            assert_eq!(flow.ui.nodes[0].attributes.name, "traits.x");
        }
    }
}

#[test]
fn a_group_of_another_shape_costs_no_more_than_itself() {
    for group in [json!(1), json!([]), json!({"name": "profile"})] {
        let flow = json!({"id": ID, "ui": {"nodes": [{"type": "input", "group": group}]}}).to_string();
        let flow = serde_json::from_str::<Flow<'_>>(&flow);
        assert_eq!(flow.unwrap_or_else(|error| panic!("{group}: {error}")).ui.nodes[0].group, "");
    }
}

#[test]
fn a_number_written_as_text_is_read_as_one() {
    assert_eq!(with_attribute("maxlength", &json!("255")).attributes.maxlength, Some(255));
}

#[test]
fn an_address_of_another_shape_costs_no_more_than_itself() {
    let flow = read(&json!({"id": ID, "ui": {}, "identity": {"id": "i", "verifiable_addresses": [
        {"id": "1", "value": "a@example.org", "verified": true, "via": "email", "status": "completed"},
        {"value": "b@example.org", "verified": null, "via": null, "status": null},
        {"value": "c@example.org"},
    ]}}));
    let addresses = flow.identity.unwrap().verifiable_addresses;
    let addresses: Vec<_> = addresses.iter().map(|address| (address.value.as_str(), address.verified)).collect();
    assert_eq!(addresses, [("a@example.org", true), ("b@example.org", false), ("c@example.org", false)]);
}

#[test]
fn what_has_no_id_or_no_page_is_no_flow() {
    for body in
        [json!({"ui": {}}), json!({"id": "x", "ui": {}}), json!({"id": ID}), json!({"id": ID, "ui": null}), json!([])]
    {
        assert!(serde_json::from_str::<Flow<'_>>(&body.to_string()).is_err(), "{body}");
    }
}

/// How deep nested arrays are that no stack could follow.
const DEEP: usize = 200_000;

#[test]
fn depth_overflows_nothing() {
    let deep = format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP));
    let objects = format!("{}null{}", r#"{"a":"#.repeat(DEEP / 2), "}".repeat(DEEP / 2));
    for deep in [&deep, &objects] {
        // In each place: what is kept as text, what is passed over, and what is expected to be
        // something else.
        let text = format!(
            r#"{{"id":"{ID}","new":{deep},"state":{deep},"refresh":{deep},"expires_at":{deep},"continue_with":{deep},
            "identity":{{"id":"{ID}","traits":{deep},"metadata_public":{deep},"verifiable_addresses":[{deep}]}},
            "oauth2_login_request":{deep},"transient_payload":{deep},
            "ui":{{"action":{deep},"messages":{deep},"nodes":[
                {{"type":"input","messages":[{deep},{{"id":{deep},"text":"t","context":{deep}}}],"meta":{{"label":{deep}}},
                "attributes":{{"name":"n","value":{deep},"maxlength":{deep},"data":{{"a":{deep}}},"options":[{{"value":{deep}}}]}}}}
            ]}}}}"#
        );
        let flow: Flow<'_> = serde_json::from_str(&text).unwrap();
        let node = &flow.ui.nodes[0];
        assert_eq!(node.attributes.value.as_ref().unwrap().get(), deep);
        assert!(node.attributes.value.as_ref().unwrap().read::<Value>().is_none(), "opened 128 levels at most");
        assert!(node.messages.iter().any(|message| message.text == "t" && message.context_value::<u8>("a").is_none()));
        assert_eq!(flow.identity.unwrap().traits.unwrap().read::<Value>(), None);
    }
}

#[test]
fn a_list_has_a_bound() {
    let nodes = |number: usize| vec![json!({"type": "input"}); number];
    let read = |nodes: Vec<Value>| {
        let text = json!({"id": ID, "ui": {"nodes": nodes}}).to_string();
        serde_json::from_str::<Flow<'_>>(&text).map(|flow| flow.ui.nodes.len()).ok()
    };
    assert_eq!(read(nodes(10_000)), Some(10_000));
    assert_eq!(read(nodes(16 * 1024 + 1)), None, "no page has as many");
    let messages = vec![json!({"id": 1}); 20_000];
    assert_eq!(super::read(&json!({"id": ID, "ui": {"messages": messages}})).ui.messages.len(), 16 * 1024);
}

#[test]
fn an_application_may_switch_on_numbers_of_any_precision() {
    // What serde_json then hands over for 4000001.
    let node = with_node(&json!({"type": "input", "messages": [
        {"id": {"$serde_json::private::Number": "4000001"}, "text": "no"},
        {"id": {"another": "4000001"}},
        {"id": {}},
    ], "attributes": {"name": "n", "maxlength": {"$serde_json::private::Number": "255"}}}));
    assert_eq!(node.messages.iter().map(|message| message.id).collect::<Vec<_>>(), [4_000_001, 0, 0]);
    assert_eq!((node.attributes.maxlength, node.attributes.name.as_str()), (Some(255), "n"));
}

#[test]
fn what_an_oauth2_client_says_of_itself_is_read_leniently() {
    let read =
        |request: Value| read(&json!({"id": ID, "ui": {}, "oauth2_login_request": request})).oauth2_login_request;
    let request =
        read(json!({"client": {"client_name": "App", "logo_uri": 5}, "requested_scope": ["openid", 1, "email"],
        "skip": "true"}))
        .unwrap();
    let client = request.client.as_ref().unwrap();
    assert_eq!((client.client_name.as_deref(), client.logo_uri.as_deref()), (Some("App"), None));
    assert_eq!(request.requested_scope, ["openid", "email"]);
    assert!(request.skip);
    for other in [json!(null), json!("x"), json!([1])] {
        assert!(read(other).is_none());
    }
}

#[test]
fn a_login_flow_says_how_it_was_started() {
    let flow = read(&json!({"id": ID, "ui": {}, "refresh": true, "requested_aal": "aal2", "active": "code",
        "state": "sent_email", "identity_schema": "customer", "organization_id": ID}));
    assert_eq!((flow.refresh, flow.requested_aal), (true, Some(Aal::Aal2)));
    assert_eq!((flow.active.as_deref(), flow.state.as_deref()), (Some("code"), Some("sent_email")));
    assert_eq!((flow.identity_schema.as_deref(), flow.organization_id), (Some("customer"), Some(ID.parse().unwrap())));
}

#[test]
fn a_session_is_nobodys_whose_identity_has_no_id() {
    let read = |identity: Value| {
        let text = json!({"id": ID, "active": true, "identity": identity}).to_string();
        serde_json::from_str::<Session>(&text).unwrap().identity
    };
    assert_eq!(read(json!({"id": ID})).unwrap().id.to_string(), ID);
    for identity in [json!({}), json!({"id": "me"}), json!({"id": uuid::Uuid::nil()}), json!(null), json!("x")] {
        assert!(read(identity.clone()).is_none(), "{identity}");
    }
    let without_id = json!({"active": true}).to_string();
    assert!(serde_json::from_str::<Session>(&without_id).is_err());
}

#[test]
fn a_time_keeps_its_text() {
    let text = json!({"id": ID, "expires_at": "2026-11-26T09:50:29.518373836Z", "issued_at": "9999-12-31T23:59:59.9Z",
        "authenticated_at": "soon"});
    let session: Session = serde_json::from_str(&text.to_string()).unwrap();
    let expires = session.expires_at.unwrap();
    assert_eq!(expires.as_str(), "2026-11-26T09:50:29.518373836Z");
    assert_eq!(expires.timestamp().unwrap().as_second(), 1_795_686_629);
    assert_eq!(session.issued_at.unwrap().as_str(), "9999-12-31T23:59:59.9Z");
    assert_eq!(session.authenticated_at.unwrap().timestamp(), None);
}

#[test]
fn levels_are_ordered_and_what_is_unknown_is_never_enough() {
    let levels = [Aal::Aal0, Aal::Aal1, Aal::Aal2];
    assert!(levels.is_sorted() && Aal::Aal2 >= Aal::Aal2);
    let unknown = || Aal::Other("aal9".to_owned());
    for level in levels {
        assert_eq!(level.partial_cmp(&unknown()), None);
        assert!(!unknown().satisfies(&level) && !level.satisfies(&unknown()));
    }
    assert!(Aal::Aal2.satisfies(&Aal::Aal1) && Aal::Aal1.satisfies(&Aal::Aal1) && !Aal::Aal1.satisfies(&Aal::Aal2));
    assert!(!unknown().satisfies(&unknown()));
}
