//! Saving: what the form sends reaches Kratos whole, and every answer leads somewhere.

use axum::http::Method;
use proptest::prelude::*;
use scraper::Html;
use serde_json::{Value, json};

use crate::support::form::{self, Form};
use crate::support::{Answer, Application, Received, Reply, Upstream, config, recording};

const FLOW: &str = "520e8f28-5902-4026-a286-74757804453d";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

fn here() -> String {
    format!("/settings?flow={FLOW}")
}

/// Sends a form of another group than the profile's, which Kratos answers with `answer`.
async fn after(answer: Answer) -> (Reply, Upstream) {
    let upstream = Upstream::start([answer]).await;
    let reply =
        Application::before(&upstream).await.send(Method::POST, &here(), &[FORM], "method=password&password=x").await;
    (reply, upstream)
}

/// The nodes that Kratos makes of traits, by the type that each leaf has in the schema.
fn nodes_of(traits: &Value) -> Vec<Value> {
    fn leaves(path: &str, value: &Value, nodes: &mut Vec<Value>) {
        let node = |name: &str, kind: &str, value: &Value| {
            let mut node = json!({"type": "input", "group": "profile", "messages": [], "meta": {},
                "attributes": {"name": name, "type": kind, "disabled": false, "node_type": "input"}});
            if !value.is_null() {
                node["attributes"]["value"] = value.clone();
            }
            node
        };
        match value {
            Value::Object(members) => {
                for (key, value) in members {
                    leaves(&format!("{path}.{key}"), value, nodes);
                }
            }
            Value::Array(items) => {
                if !items.first().is_some_and(|item| item.is_object() || item.is_array()) {
                    nodes.push(node(path, "text", &Value::Null));
                }
                for (at, value) in items.iter().enumerate().rev() {
                    leaves(&format!("{path}.{at}"), value, nodes);
                }
            }
            leaf => {
                let kind = match (path.rsplit('.').next().unwrap_or_default(), leaf) {
                    (_, Value::Bool(_)) => "checkbox",
                    (_, Value::Number(_)) => "number",
                    (key, _) if key.starts_with("day") => "date",
                    (key, _) if key.starts_with("at") => "datetime-local",
                    (key, _) if key.starts_with("mail") => "email",
                    (key, _) if key.starts_with("web") => "url",
                    (key, _) if key.starts_with("tel") => "tel",
                    _ => "text",
                };
                nodes.push(node(path, kind, leaf));
            }
        }
    }
    let mut nodes = vec![json!({"type": "input", "group": "default", "messages": [], "meta": {},
        "attributes": {"name": "csrf_token", "type": "hidden", "value": "token=="}})];
    leaves("traits", traits, &mut nodes);
    nodes.push(json!({"type": "input", "group": "profile", "messages": [], "meta": {},
        "attributes": {"name": "method", "type": "submit", "value": "profile"}}));
    nodes
}

/// A settings flow of an identity with these traits, given as JSON text.
fn flow_of(traits: &str, nodes: &[Value]) -> Answer {
    let flow = json!({
        "id": FLOW,
        "ui": {"action": format!("http://localhost:4433/self-service/settings?flow={FLOW}"), "nodes": nodes},
        "identity": {"id": "i", "traits": "TRAITS"},
    });
    // The literals of the traits must not go through a parser.
    Answer::new(200, flow.to_string().replace("\"TRAITS\"", traits))
}

/// What Kratos gets when the profile form is filled in by `fill` and sent.
async fn saved(traits: &str, fill: impl FnOnce(Form) -> Form + Send) -> Received {
    let nodes = nodes_of(&serde_json::from_str(traits).unwrap());
    saved_with(flow_of(traits, &nodes), fill).await
}

async fn saved_with(flow: Answer, fill: impl FnOnce(Form) -> Form + Send) -> Received {
    let upstream = Upstream::start([flow.clone(), flow.clone(), flow]).await;
    let application = Application::before(&upstream).await;
    let page = application.get(&here(), &[]).await.page(200);
    let form = fill(Form::with_button(&page, "method", "profile"));
    let body = form::encode(&form.press("method", "profile"));
    let reply = application.send(Method::POST, &here(), &[FORM], body).await;
    assert_eq!(reply.status, 303, "{}", reply.body);
    upstream.received().into_iter().find(|received| received.method == Method::POST).unwrap()
}

/// The traits in a submission, as text.
fn traits(received: &Received) -> String {
    #[derive(serde::Deserialize)]
    struct Body<'a> {
        method: &'a str,
        csrf_token: &'a str,
        #[serde(borrow)]
        traits: &'a serde_json::value::RawValue,
    }
    let body: Body<'_> = serde_json::from_slice(&received.body).unwrap();
    assert_eq!((body.method, body.csrf_token), ("profile", "token=="));
    body.traits.get().to_owned()
}

const RICH: &str = r#"{"mail":"ada@example.org","name":{"first":"Ada","last":"Lovelace"},"height":1.0,"huge":123456789012345678901234567890,"at_start":"2026-12-24T10:30:00+05:30","day":"1985-12-10","newsletter":false,"tos":true,"tags":["math","engines"],"scores":[1.5,20],"addresses":[{"street":"Elm Row 2","primary":false},{"street":"1 St James's","primary":true}],"hidden":{"from":["the form"]},"empty":"","nothing":null}"#;

#[tokio::test]
async fn an_untouched_form_changes_nothing_to_the_letter() {
    let received = saved(RICH, |form| form).await;
    assert_eq!(traits(&received), RICH);
    assert_eq!(received.header("content-type"), ["application/json"]);
    assert_eq!(received.target, format!("/self-service/settings?flow={FLOW}"));
}

#[tokio::test]
async fn one_changed_field_changes_just_that_trait() {
    for (field, typed, before, after) in [
        ("mail", "b@example.org", r#""ada@example.org""#, r#""b@example.org""#),
        ("name.first", "Augusta \"B\"\\", r#""first":"Ada""#, r#""first":"Augusta \"B\"\\""#),
        ("height", "1.75", r#""height":1.0"#, r#""height":1.75"#),
        ("height", ".5", r#""height":1.0"#, r#""height":0.5"#),
        ("height", "2.50", r#""height":1.0"#, r#""height":2.50"#),
        ("huge", "123456789012345678901234567891", "567890,", "567891,"),
        ("at_start", "2027-01-02T03:04", "2026-12-24T10:30:00+05:30", "2027-01-02T03:04:00+05:30"),
        ("at_start", "2027-01-02T03:04:05.5", "2026-12-24T10:30:00+05:30", "2027-01-02T03:04:05.5+05:30"),
        ("day", "1985-12-11", "1985-12-10", "1985-12-11"),
        ("tags.1", "looms", "engines", "looms"),
        ("tags", "looms", r#""engines"]"#, r#""engines","looms"]"#),
        ("tags.0", "", r#"["math","engines"]"#, r#"["engines"]"#),
        ("scores", "3", "[1.5,20]", "[1.5,20,3]"),
        ("scores.0", "1.25", "[1.5,20]", "[1.25,20]"),
        ("addresses.1.street", "Mews 3", "1 St James's", "Mews 3"),
        ("addresses.0.street", "", r#"{"street":"Elm Row 2","primary":false},"#, ""),
        ("name.last", "", r#","last":"Lovelace""#, ""),
        ("day", "", r#""day":"1985-12-10","#, ""),
        ("empty", "x", r#""empty":"""#, r#""empty":"x""#),
        ("nothing", "x", r#""nothing":null"#, r#""nothing":"x""#),
    ] {
        let received = saved(RICH, |form| form.fill(&format!("traits.{field}"), typed)).await;
        assert_eq!(traits(&received), RICH.replacen(before, after, 1), "{field} = {typed:?}");
    }
}

#[tokio::test]
async fn boxes_are_true_and_false_and_never_invented() {
    for (field, ticked, before, after) in [
        ("newsletter", true, r#""newsletter":false"#, r#""newsletter":true"#),
        ("tos", false, r#""tos":true"#, r#""tos":false"#),
        ("addresses.1.primary", false, r#""primary":true"#, r#""primary":false"#),
        ("newsletter", false, "", ""),
    ] {
        let received = saved(RICH, |form| form.tick(&format!("traits.{field}"), ticked)).await;
        assert_eq!(traits(&received), RICH.replacen(before, after, 1), "{field} = {ticked}");
    }
    // A box whose trait is not there.
    let absent = json!({"type": "input", "group": "profile", "attributes": {"name": "traits.new", "type": "checkbox"}});
    let mut nodes = nodes_of(&json!({}));
    nodes.insert(1, absent);
    let flow = flow_of("{}", &nodes);
    assert_eq!(traits(&saved_with(flow.clone(), |form| form).await), "{}");
    assert_eq!(traits(&saved_with(flow, |form| form.tick("traits.new", true)).await), r#"{"new":true}"#);
}

#[tokio::test]
async fn what_is_no_value_of_the_traits_type_goes_as_it_was_typed() {
    // Kratos has a message for it, at the field.
    let nodes = nodes_of(&json!({"age": 36, "day": "1985-12-10"}));
    for node in &nodes {
        assert_ne!(node["attributes"]["type"], "color");
    }
    let flow =
        flow_of(r#"{"age":36,"odd":"x"}"#, &[nodes[0].clone(), text_node("traits.age"), nodes.last().unwrap().clone()]);
    for (typed, sent) in
        [("abc", r#""abc""#), ("37", "37"), ("1e3", "1e3"), ("0x10", r#""0x10""#), ("+5", r#""+5""#), ("{}", r#""{}""#)]
    {
        let received = saved_with(flow.clone(), |form| form.fill("traits.age", typed)).await;
        assert_eq!(traits(&received), format!(r#"{{"age":{sent},"odd":"x"}}"#));
    }
}

fn text_node(name: &str) -> Value {
    json!({"type": "input", "group": "profile", "attributes": {"name": name, "type": "text"}})
}

#[tokio::test]
async fn without_a_trait_the_schema_tells_the_type_and_without_it_the_node() {
    let nodes = [
        nodes_of(&json!({}))[0].clone(),
        text_node("traits.tags"),
        text_node("traits.age"),
        text_node("traits.deep.at"),
        json!({"type": "input", "group": "profile", "attributes": {"name": "traits.count", "type": "number"}}),
        json!({"type": "input", "group": "profile", "attributes": {"name": "traits.when", "type": "datetime-local"}}),
        nodes_of(&json!({})).last().unwrap().clone(),
    ];
    let flow = json!({
        "id": FLOW,
        "ui": {"action": format!("http://x/self-service/settings?flow={FLOW}"), "nodes": nodes},
        "identity": {"id": "i", "traits": {}, "schema_url": "http://127.0.0.1/schemas/ZGVmYXVsdA"},
    });
    let schema = json!({"properties": {"traits": {"properties": {
        "tags": {"type": "array", "items": {"type": "string"}}, "age": {"type": "integer"},
        "deep": {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}}},
        "addresses": {"type": "array", "items": {"type": "object"}},
    }}}});
    for (schema, expected) in [
        (
            Answer::json(200, &schema),
            r#"{"age":36,"deep":{"at":"2026-01-02T03:04:00Z"},"tags":["math"],"count":7,"when":"2026-01-02T03:04:00Z","addresses":[]}"#,
        ),
        (
            Answer::empty(404),
            r#"{"tags":"math","age":"36","deep":{"at":"2026-01-02T03:04"},"count":7,"when":"2026-01-02T03:04:00Z"}"#,
        ),
    ] {
        let upstream =
            Upstream::start([Answer::json(200, &flow), schema, Answer::json(200, &flow), Answer::json(200, &flow)])
                .await;
        let application = Application::before(&upstream).await;
        let page = application.get(&here(), &[]).await.page(200);
        let mut form = Form::with_button(&page, "method", "profile");
        for (name, typed) in [
            ("tags", "math"),
            ("age", "36"),
            ("deep.at", "2026-01-02T03:04"),
            ("count", "7"),
            ("when", "2026-01-02T03:04"),
        ] {
            form = form.fill(&format!("traits.{name}"), typed);
        }
        application.send(Method::POST, &here(), &[FORM], form::encode(&form.press("method", "profile"))).await;
        let received = upstream.received();
        // Asked for once, and remembered.
        assert_eq!(received[1].target, "/schemas/ZGVmYXVsdA");
        assert_eq!(traits(&received[3]), expected);
    }
}

#[tokio::test]
async fn a_stale_page_writes_nothing_old_back() {
    let before = r#"{"name":"Ada","city":"London","tags":["a"]}"#;
    let since = r#"{"name":"Augusta","city":"London","tags":["a","b"],"new":1.0}"#;
    let nodes = nodes_of(&serde_json::from_str(before).unwrap());
    let upstream = Upstream::start([flow_of(before, &nodes), flow_of(since, &nodes), flow_of(since, &nodes)]).await;
    let application = Application::before(&upstream).await;
    let page = application.get(&here(), &[]).await.page(200);
    let form = Form::with_button(&page, "method", "profile").fill("traits.city", "Paris");
    application.send(Method::POST, &here(), &[FORM], form::encode(&form.press("method", "profile"))).await;
    assert_eq!(traits(&upstream.received()[2]), r#"{"name":"Augusta","city":"Paris","tags":["a","b"],"new":1.0}"#);
}

#[tokio::test]
async fn after_a_refused_save_what_was_typed_is_sent_again() {
    // The nodes hold what was typed, the traits what is stored.
    let nodes = nodes_of(&json!({"age": 3, "name": "Ada"}));
    let flow = flow_of(r#"{"age":36,"name":"Ada"}"#, &nodes);
    assert_eq!(traits(&saved_with(flow, |form| form).await), r#"{"age":3,"name":"Ada"}"#);
}

#[tokio::test]
async fn without_the_texts_that_were_shown_every_field_is_sent() {
    let flow = flow_of(RICH, &nodes_of(&serde_json::from_str(RICH).unwrap()));
    let upstream = Upstream::start([flow]).await;
    let application = Application::before(&upstream).await;
    let body =
        "csrf_token=token%3D%3D&method=profile&traits.height=1.0&traits.name.first=Ada&traits.nothing=&traits.tos=true";
    application.send(Method::POST, &here(), &[FORM], body).await;
    let sent = upstream.received().last().unwrap().clone();
    assert_eq!(traits(&sent), RICH.replace("\"primary\":true", "\"primary\":false"));
}

#[tokio::test]
async fn every_recorded_profile_survives_being_saved_untouched() {
    for name in recording::settings_flows() {
        let recorded = recording::read(&name).response.body;
        // After a refusal the nodes hold other values than the traits: those are to be sent.
        if name.ends_with("profile_invalid") {
            continue;
        }
        let upstream = Upstream::start([Answer::json(200, &recorded)]).await;
        let application = Application::before(&upstream).await;
        let page = application.get(&here(), &[]).await.page(200);
        let form = Form::with_button(&page, "method", "profile");
        application.send(Method::POST, &here(), &[FORM], form::encode(&form.press("method", "profile"))).await;
        let sent: Value = serde_json::from_slice(&upstream.received().last().unwrap().body).unwrap();
        assert_eq!(sent["traits"], recorded["identity"]["traits"], "{name}");
        assert_eq!(sent["csrf_token"], recorded["ui"]["nodes"][0]["attributes"]["value"], "{name}");
    }
}

/// Any traits that a schema of Kratos' can allow: nested objects, lists, and every scalar.
fn any_traits() -> impl Strategy<Value = Value> {
    let text = || {
        prop_oneof![
            "[ -~]{0,12}",
            "\\PC{0,8}",
            Just("a\nb\r\nc\rd".to_owned()),
            Just("\u{0}\u{202e}<&\"'>".to_owned()),
            Just(" padded ".to_owned()),
            Just("2026-11-23T10:00:00.123456789+05:30".to_owned()),
            Just("2026-11-23T10:00:00Z".to_owned()),
            Just("2026-13-45".to_owned()),
            Just("9999-12-31T23:59:59Z".to_owned()),
        ]
        .prop_map(Value::from)
    };
    let number = || {
        prop_oneof![
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_filter("JSON has no others", |number| number.is_finite()).prop_map(Value::from),
        ]
    };
    let scalar =
        || prop_oneof![3 => text(), 2 => number(), 1 => any::<bool>().prop_map(Value::from), 1 => Just(Value::Null)];
    let list = prop_oneof![
        prop::collection::vec(text(), 0..4),
        prop::collection::vec(number(), 0..4),
        prop::collection::vec(any::<bool>().prop_map(Value::from), 0..4),
    ]
    .prop_map(Value::from);
    let key = || "(day|at|mail|web|tel|x|y)[a-z_]{0,5}";
    let object = move |value: BoxedStrategy<Value>| {
        prop::collection::hash_map(key(), value, 0..5).prop_map(|members| Value::Object(members.into_iter().collect()))
    };
    let leaf = prop_oneof![3 => scalar(), 1 => list].boxed();
    let nested = leaf.prop_recursive(3, 24, 4, move |inner| {
        let objects = object(inner.boxed());
        prop_oneof![objects.clone(), prop::collection::vec(objects, 0..3).prop_map(Value::from)]
    });
    object(nested.boxed())
}

/// The law: any traits, rendered as a form and submitted untouched, are the same traits.
#[test]
fn any_traits_survive_being_saved_untouched() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    proptest!(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() }, |(value in any_traits())| {
        let text = value.to_string();
        let received = runtime.block_on(saved_with(flow_of(&text, &nodes_of(&value)), |form| form));
        prop_assert_eq!(traits(&received), text);
    });
}

#[tokio::test]
async fn other_groups_go_on_as_the_form_they_are() {
    for body in [
        "csrf_token=a%3D%3D&method=password&password=%C3%A9+%26",
        "csrf_token=a&link=github",
        "csrf_token=a&unlink=github",
        "totp_code=123456&method=totp",
        "lookup_secret_confirm=true",
        "webauthn_register=%7B%7D&webauthn_register_displayname=Key",
        "of_a_later_kratos=1&of_a_later_kratos=2",
    ] {
        let upstream = Upstream::start([Answer::recorded("settings_json/password_200")]).await;
        Application::before(&upstream).await.send(Method::POST, &here(), &[FORM], body).await;
        let received = upstream.only_request();
        assert_eq!(received.body, body);
        assert_eq!(received.header("content-type"), ["application/x-www-form-urlencoded"]);
        assert_eq!(received.header("accept"), ["application/json"]);
        assert_eq!(received.target, format!("/self-service/settings?flow={FLOW}"));
    }
}

#[tokio::test]
async fn kratos_gets_of_the_browser_what_it_may_believe() {
    let upstream = Upstream::start([Answer::recorded("settings_json/password_200")]).await;
    let mut config = config(upstream.url.clone());
    config.kratos_browser_url = Some("https://localhost/kratos".parse().unwrap());
    let headers = [
        FORM,
        ("cookie", "ory_kratos_session=a; csrf_token_x=\"b\""),
        ("user-agent", "Browser/1"),
        ("accept-language", "fr"),
        ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        ("x-forwarded-for", "6.6.6.6"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "gopher"),
        ("x-session-token", "stolen"),
        ("authorization", "Bearer stolen"),
        ("x-real-ip", "6.6.6.6"),
        ("true-client-ip", "6.6.6.6"),
        ("x-request-id", "forged"),
        ("accept", "text/html"),
        ("sec-fetch-site", "same-origin"),
    ];
    let application = Application::with(config.clone()).await;
    application.send(Method::POST, &here(), &headers, "method=password").await;
    let received = upstream.only_request();
    let mut got: Vec<(String, String)> =
        received.headers.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    got.sort();
    let host = upstream.url.authority().to_owned();
    let expected = [
        ("accept", "application/json"),
        ("accept-language", "fr"),
        ("content-length", "15"),
        ("content-type", "application/x-www-form-urlencoded"),
        ("cookie", "ory_kratos_session=a; csrf_token_x=\"b\""),
        ("host", host.as_str()),
        ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        ("user-agent", "Browser/1"),
        ("x-forwarded-for", "127.0.0.1"),
        ("x-forwarded-host", "localhost"),
        ("x-forwarded-proto", "https"),
    ];
    assert_eq!(got, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));

    // A proxy that is named is believed.
    config.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    Application::with(config).await.send(Method::POST, &here(), &headers, "method=password").await;
    assert_eq!(upstream.received()[1].header("x-forwarded-for"), ["6.6.6.6"]);
}

#[tokio::test]
async fn a_change_that_was_saved_leads_back_to_the_page_and_hands_every_cookie_on() {
    let saved = recording::read("settings_json/password_200").response;
    let id = saved.body["id"].as_str().unwrap().to_owned();
    let (reply, _) =
        after(Answer::recorded("settings_json/password_200").header("set-cookie", "second=2; Path=/; HttpOnly")).await;
    assert_eq!(reply.location(), format!("http://localhost:4455/settings?flow={id}"));
    let mut cookies: Vec<String> = saved
        .headers
        .into_iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"))
        .map(|(_, value)| value)
        .collect();
    assert_eq!(cookies.len(), 1);
    cookies.push("second=2; Path=/; HttpOnly".to_owned());
    let handed_on: Vec<_> =
        reply.cookies().into_iter().filter(|cookie| !cookie.starts_with("kratos_account_")).collect();
    assert_eq!(handed_on, cookies);
}

#[tokio::test]
async fn a_form_that_was_not_accepted_leads_back_to_its_messages() {
    let id = recording::read("settings_json/password_400").response.body["id"].as_str().unwrap().to_owned();
    let (reply, _) = after(Answer::recorded("settings_json/password_400")).await;
    assert_eq!(reply.location(), format!("http://localhost:4455/settings?flow={id}"));
}

/// A flow as an answer to a submission.
fn answered(state: &str, rest: Value) -> Answer {
    let mut flow = json!({"id": FLOW, "state": state, "ui": {"action": "", "nodes": []}});
    flow.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    Answer::json(200, &flow)
}

/// Where a page takes the browser on to, by `Refresh` and by a link one can see.
fn moves_on_to(reply: &Reply) -> String {
    let page = reply.page(200);
    let to = reply.header("refresh").unwrap().strip_prefix("0; url=").unwrap().to_owned();
    let links: Vec<_> =
        page.select(&scraper::Selector::parse("main a").unwrap()).map(|link| link.attr("href").unwrap()).collect();
    assert_eq!(links, [to.as_str()]);
    to
}

#[tokio::test]
async fn what_matters_most_is_done_next() {
    let redirect = |to: &str| json!({"action": "redirect_browser_to", "redirect_browser_to": to});
    let verify = json!({"action": "show_verification_ui", "flow": {"id": FLOW, "url": "http://localhost:4455/verification?flow=1"}});
    let recover = json!({"action": "show_recovery_ui", "flow": {"id": FLOW, "url": "https://id.example.org/recovery"}});
    let elsewhere = json!({"action": "show_settings_ui", "flow": {"id": "5fbcd466-1266-4e18-b973-5875e07ebff7"}});
    let own_page = format!("http://localhost:4455/settings?flow={FLOW}");
    // Our own pages of other flows are gone to straight.
    for (steps, expected) in [
        (json!([redirect("https://app.example/"), verify]), format!("http://localhost:4455/verification?flow={FLOW}")),
        (json!([elsewhere]), "http://localhost:4455/settings?flow=5fbcd466-1266-4e18-b973-5875e07ebff7".to_owned()),
    ] {
        let (reply, _) = after(answered("success", json!({"continue_with": steps}))).await;
        assert_eq!(reply.location(), expected, "{steps}");
    }
    for (state, rest, expected) in [
        ("success", json!({"continue_with": [redirect("https://app.example/?a=b")]}), Some("https://app.example/?a=b")),
        ("success", json!({"continue_with": [recover]}), Some("https://id.example.org/recovery")),
        (
            "success",
            json!({"continue_with": [{"action": "dance"}, redirect("https://app.example/")]}),
            Some("https://app.example/"),
        ),
        ("success", json!({"return_to": "https://app.example/"}), Some("https://app.example/")),
        (
            "success",
            json!({"continue_with": [redirect("https://b.example/")], "return_to": "https://app.example/"}),
            Some("https://b.example/"),
        ),
        // Never a target that is no place, and nothing that is not finished leaves the page.
        ("success", json!({"continue_with": [redirect("javascript:alert(1)")]}), None),
        ("success", json!({"return_to": "data:text/html,x"}), None),
        ("show_form", json!({"return_to": "https://app.example/"}), None),
        ("success", json!({"continue_with": [redirect(&own_page)]}), None),
        ("success", json!({"continue_with": null}), None),
        ("success", json!({}), None),
    ] {
        let (reply, _) = after(answered(state, rest.clone())).await;
        match expected {
            Some(expected) => assert_eq!(moves_on_to(&reply), expected, "{rest}"),
            None => assert_eq!(reply.location(), own_page, "{rest}"),
        }
    }
}

#[tokio::test]
async fn every_refusal_of_a_submission_leads_where_it_should() {
    let (reply, _) = after(Answer::recorded("settings_json/oidc_422")).await;
    assert!(moves_on_to(&reply).starts_with("http://localhost:4444/auth?client_id=hydra&"));
    assert!(reply.cookies()[0].starts_with("ory_kratos_continuity="), "the way back from the provider");

    let (reply, _) = after(Answer::recorded("settings_json/refresh_required_403")).await;
    let page = reply.page(200);
    assert!(reply.header("refresh").is_none(), "{}", page.html());

    let (reply, upstream) = after(Answer::recorded("settings_errors/no_session_401")).await;
    assert!(moves_on_to(&reply).starts_with(&format!("{}self-service/login/browser?return_to=", upstream.url)));
    let (reply, upstream) = after(Answer::recorded("settings_errors/aal2_required_403")).await;
    assert!(
        moves_on_to(&reply).starts_with(&format!("{}self-service/login/browser?aal=aal2&return_to=", upstream.url))
    );
    let (reply, upstream) = after(Answer::recorded("settings_errors/identity_mismatch_403")).await;
    assert!(
        moves_on_to(&reply).starts_with(&format!("{}self-service/login/browser?refresh=true&return_to=", upstream.url))
    );
    let (reply, _) = after(Answer::recorded("settings_errors/unknown_404")).await;
    assert_eq!(moves_on_to(&reply), "http://localhost:4455/settings");
    let (reply, _) = after(Answer::recorded("settings_json/expired_410")).await;
    assert_eq!(moves_on_to(&reply), "http://localhost:4455/settings?flow=5fbcd466-1266-4e18-b973-5875e07ebff7");
    let (reply, _) = after(Answer::recorded("settings_json/csrf_403")).await;
    reply.page(403);
    let (reply, _) = after(Answer::empty(429).header("retry-after", "3")).await;
    reply.page(503);
    assert_eq!(reply.header("retry-after"), Some("3"));
}

#[tokio::test]
async fn re_authentication_keeps_the_change_where_kratos_cookie_reaches_us() {
    let upstream = Upstream::start([Answer::recorded("settings_json/refresh_required_403")]).await;
    let mut config = config(upstream.url.clone());
    config.kratos_browser_url = Some("http://localhost:4433".parse().unwrap());
    let reply = Application::with(config.clone()).await.send(Method::POST, &here(), &[FORM], "method=password").await;
    assert!(
        moves_on_to(&reply)
            .contains("return_to=http%3A%2F%2Flocalhost%3A4433%2Fself-service%2Fsettings%3Fflow%3D5ec5a46e")
    );
    assert!(reply.cookies().iter().any(|cookie| cookie.starts_with("ory_kratos_continuity=")));

    // On sibling hosts it says that the change must be entered again.
    config.kratos_browser_url = Some("https://kratos.example.org".parse().unwrap());
    let reply = Application::with(config).await.send(Method::POST, &here(), &[FORM], "method=password").await;
    reply.page(200);
    assert_eq!(reply.header("refresh"), None);
    assert!(reply.body.contains("was not saved"));
    assert!(reply.body.contains("https://kratos.example.org/self-service/login/browser?refresh=true&#38;return_to="));
}

#[tokio::test]
async fn on_sibling_hosts_all_but_the_profile_goes_straight_to_kratos() {
    let upstream = Upstream::start([Answer::recorded("settings/fresh")]).await;
    let mut config = config(upstream.url.clone());
    config.public_url = "https://account.example.org".parse().unwrap();
    config.kratos_browser_url = Some("https://kratos.example.org".parse().unwrap());
    let reply = Application::with(config).await.get(&here(), &[]).await;
    let page = reply.page(200);
    assert!(
        reply
            .header("content-security-policy")
            .unwrap()
            .contains("form-action 'self' https://kratos.example.org https:;")
    );
    let profile = Form::with_button(&page, "method", "profile");
    assert_eq!(profile.action, format!("https://account.example.org/settings?flow={FLOW}"));
    let password = Form::with_button(&page, "method", "password");
    assert_eq!(
        password.action,
        format!("http://localhost:4433/self-service/settings?flow={FLOW}"),
        "ui.action, as Kratos has it"
    );
}

#[tokio::test]
async fn what_is_not_a_form_of_ours_never_reaches_kratos() {
    let large = "x".repeat(8 * 1024 * 1024 + 1);
    for (target, headers, body, status) in [
        (here(), vec![FORM, ("sec-fetch-site", "cross-site")], "a=b", 403),
        (here(), vec![FORM, ("sec-fetch-site", "same-site")], "a=b", 403),
        (here(), vec![FORM, ("origin", "https://evil.example")], "a=b", 403),
        (here(), vec![FORM, ("origin", "null")], "a=b", 403),
        (here(), vec![("content-type", "application/json")], "{}", 415),
        (here(), vec![("content-type", "multipart/form-data; boundary=x")], "", 415),
        (here(), vec![], "a=b", 415),
        (here(), vec![FORM], large.as_str(), 413),
    ] {
        let upstream = Upstream::start([Answer::recorded("settings_json/password_200")]).await;
        let reply = Application::before(&upstream).await.send(Method::POST, &target, &headers, body.to_owned()).await;
        reply.page(status);
        assert_eq!(upstream.received().len(), 0, "{headers:?}");
    }
    for target in ["/settings", "/settings?flow=", "/settings?flow=../../admin"] {
        let upstream = Upstream::start([Answer::recorded("settings_json/password_200")]).await;
        let reply = Application::before(&upstream).await.send(Method::POST, target, &[FORM], "a=b").await;
        assert_eq!(reply.location(), "http://localhost:4455/settings");
        assert_eq!(upstream.received().len(), 0, "{target}");
    }
    // Our own pages and programs pass.
    for header in [("sec-fetch-site", "same-origin"), ("origin", "http://localhost:4455"), ("x-none", "")] {
        let upstream = Upstream::start([Answer::recorded("settings_json/password_200")]).await;
        let headers = [("content-type", "application/x-www-form-urlencoded; charset=utf-8"), header];
        Application::before(&upstream).await.send(Method::POST, &here(), &headers, "a=b").await;
        upstream.only_request();
    }
}

#[tokio::test]
async fn the_token_is_the_browsers_own() {
    // That of a flow read anew always passes, and the check would be gone.
    let flow = flow_of("{}", &nodes_of(&json!({})));
    let upstream = Upstream::start([flow]).await;
    let body = "csrf_token=forged&method=profile";
    Application::before(&upstream).await.send(Method::POST, &here(), &[FORM], body).await;
    let sent: Value = serde_json::from_slice(&upstream.received()[1].body).unwrap();
    assert_eq!(sent["csrf_token"], "forged");
}

#[tokio::test]
async fn a_kratos_that_is_down_saved_nothing_and_the_page_says_so() {
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let config = config(format!("http://{closed}").parse().unwrap());
    for body in ["method=password&password=x", "method=profile&traits.a=b"] {
        let reply = Application::with(config.clone()).await.send(Method::POST, &here(), &[FORM], body).await;
        let page = reply.page(502);
        assert!(text_of(&page).contains("Nothing was saved"));
        assert!(
            reply.body.contains(&format!("href=\"http://localhost:4455/settings?flow={FLOW}\"")),
            "a way back to the form"
        );
    }
}

#[tokio::test]
async fn a_kratos_that_gives_no_sensible_answer_may_have_saved_it() {
    for answer in [Answer::empty(500), Answer::new(200, "<html>"), Answer::empty(502)] {
        let (reply, upstream) = after(answer).await;
        assert!(text_of(&reply.page(502)).contains("It may not have been saved"));
        upstream.only_request();
    }
    let (reply, _) = after(Answer::json(400, &json!({"error": {"id": "self_service_flow_disabled"}}))).await;
    assert!(text_of(&reply.page(502)).contains("Nothing was saved"));
}

#[tokio::test]
async fn a_profile_whose_flow_cannot_be_read_is_not_sent() {
    for (answer, status) in [(Answer::empty(500), 502), (Answer::recorded("settings_json/csrf_403"), 403)] {
        let upstream = Upstream::start([answer]).await;
        let reply = Application::before(&upstream).await.send(Method::POST, &here(), &[FORM], "method=profile").await;
        reply.page(status);
        assert_eq!(upstream.only_request().method, Method::GET);
    }
    let upstream = Upstream::start([Answer::recorded("settings_errors/no_session_401")]).await;
    let reply = Application::before(&upstream).await.send(Method::POST, &here(), &[FORM], "method=profile").await;
    assert!(moves_on_to(&reply).contains("/self-service/login/browser?"));
}

fn text_of(page: &Html) -> String {
    page.root_element().text().collect()
}

#[tokio::test]
async fn what_takes_something_away_is_asked_about_again() {
    let upstream = Upstream::start([Answer::recorded("settings/webauthn_added")]).await;
    let application = Application::before(&upstream).await;
    let page = application.get(&here(), &[]).await.page(200);
    let recorded = recording::read("settings/webauthn_added").response.body;
    let nodes = recorded["ui"]["nodes"].as_array().unwrap();
    let key = nodes.iter().find(|node| node["attributes"]["name"] == "webauthn_remove").unwrap();
    let key = key["attributes"]["value"].as_str().unwrap();
    let ask = Form::with_button(&page, "webauthn_remove", key);
    let confirm =
        application.send(Method::POST, &here(), &[FORM], form::encode(&ask.press("webauthn_remove", key))).await;
    let confirm = confirm.page(200);
    assert!(text_of(&confirm).contains("Remove “YubiKey"), "the question names the thing");
    assert!(text_of(&confirm).contains("You will no longer sign in with “YubiKey"), "it names the thing");
    assert!(upstream.received().iter().all(|received| received.method == Method::GET), "nothing is done yet");
    // The second press does it, and says no more than the first would have.
    let form = Form::with_button(&confirm, "webauthn_remove", key);
    application.send(Method::POST, &here(), &[FORM], form::encode(&form.press("webauthn_remove", key))).await;
    let sent = upstream.received().pop().unwrap();
    assert_eq!(sent.method, Method::POST);
    let body = std::str::from_utf8(&sent.body).unwrap();
    assert!(body.contains(&format!("webauthn_remove={key}")) && !body.contains("_ask"), "{body}");
    // With JavaScript the one dialog of the page says the same, and presses this button.
    let all = |selector: &str| page.select(&scraper::Selector::parse(selector).unwrap()).count();
    assert_eq!((all("dialog"), all("dialog [name], dialog form"), all("dialog [data-confirm]")), (1, 0, 1));
    assert_eq!(all(&format!("button[name='webauthn_remove'][value='{key}']")), 1);
    assert_eq!(all(&format!("button[value='{key}'][data-consequence*='You will no longer sign in with “YubiKey']")), 1);
    // The first set of recovery codes takes nothing away.
    let first = Form::with_button(&page, "lookup_secret_regenerate", "true").press("lookup_secret_regenerate", "true");
    assert!(first.iter().all(|(name, _)| name != "_ask"));
}

#[tokio::test]
async fn what_came_of_it_is_shown_where_the_person_was() {
    let flow = recording::read("settings/password_saved").response.body;
    let id = flow["id"].as_str().unwrap().to_owned();
    let upstream =
        Upstream::start([Answer::recorded("settings_json/password_200"), Answer::recorded("settings/password_saved")])
            .await;
    let application = Application::before(&upstream).await;
    let target = format!("/settings?flow={id}");
    let reply = application.send(Method::POST, &target, &[FORM], "method=password&password=x").await;
    let cookie = reply.cookies().into_iter().find(|cookie| cookie.starts_with("kratos_account_act=")).unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let page = application.get(&target, &[("cookie", &cookie)]).await.page(200);
    let find = |selector: &str| page.select(&scraper::Selector::parse(selector).unwrap()).next();
    let notice = find("#password [data-testid='ui/message/1050001']").expect("the message is in the section");
    assert!(notice.attr("autofocus").is_some() && notice.attr("role") == Some("status"));
    assert_eq!(find("title").unwrap().text().collect::<String>(), "Saved – Account settings");
    assert!(find("#password a[href='/sessions']").is_some(), "a new password: end the other sessions?");
    // It is said once more on a reload, and at the top of another flow's page.
    let elsewhere = [("cookie", "kratos_account_act=password.520e8f28-5902-4026-a286-74757804453d")];
    let page = application.get(&target, &elsewhere).await.page(200);
    assert!(
        page.select(&scraper::Selector::parse("main > [data-testid='ui/message/1050001']").unwrap()).next().is_some()
    );
}
