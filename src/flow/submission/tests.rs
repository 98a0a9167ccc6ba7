//! What goes to Kratos, from its own flows: the rows of `tests/cases/rows.json`. The flows there
//! are answers of Kratos v26.2.0. The same rows are told to Kratos as stories.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use serde_json::{Value, json};

use super::*;
use crate::flow::traits::{Control, Copies, Group, GroupKind, Part, SHOWN};
use crate::kratos::Node;

/// One thing a person does, and what comes of it.
struct Row {
    row: Value,
    case: Case,
}

/// A schema and the traits of one person.
struct Case {
    flow: String,
    schema: Option<Schema>,
}

impl Case {
    fn read(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
        let text = |file: &str| std::fs::read_to_string(folder.join(file));
        let schema = text("schema-after.json").or_else(|_| text("schema.json")).unwrap();
        Self { flow: text("flow.json").unwrap(), schema: serde_json::from_str(&schema).ok() }
    }

    fn flow(&self) -> Flow<'_> {
        serde_json::from_str(&self.flow).unwrap()
    }
}

fn rows() -> Vec<Row> {
    let rows: Vec<Value> = serde_json::from_str(include_str!("../../../tests/cases/rows.json")).unwrap();
    rows.into_iter().map(|row| Row { case: Case::read(row["case"].as_str().unwrap()), row }).collect()
}

/// A page's form of the profile: its fields as a browser would send them, and its copies.
#[derive(Default)]
struct Page {
    fields: Vec<(String, String)>,
    boxes: HashSet<String>,
    copies: Copies,
    titles: HashMap<String, String>,
    groups: Vec<String>,
    read_only: HashSet<String>,
    required: HashSet<String>,
    choices: HashMap<String, Value>,
}

impl Page {
    fn of(flow: &Flow<'_>, schema: Option<&Schema>) -> Self {
        let traits = Traits::of(flow, schema);
        let mut page = Self::default();
        page.add(&traits, traits.arrange(&flow.ui.nodes.iter().collect::<Vec<_>>()));
        page
    }

    fn add<'a>(&mut self, traits: &Traits<'a>, parts: Vec<Part<'a>>) {
        for part in parts {
            match part {
                Part::One(node, _) => self.field(traits, node),
                Part::Group(Group { title, kind, parts, .. }) => {
                    self.groups.extend(title.map(str::to_owned));
                    self.add(traits, parts);
                    if let GroupKind::List { spare: Some(spare) } = kind {
                        self.field(traits, spare);
                    }
                }
            }
        }
    }

    fn field<'a>(&mut self, traits: &Traits<'a>, node: &'a Node<'a>) {
        let name = node.attributes.name.to_string();
        let Some(field) = traits.field(node) else {
            if !matches!(&*node.attributes.kind, "submit" | "button") {
                self.fields.push((
                    name,
                    node.attributes.value.as_ref().map(|json| json.text().into_owned()).unwrap_or_default(),
                ));
            }
            return;
        };
        if let Some(shown) = field.shown.clone() {
            self.copies.add(&name, shown);
        }
        self.titles.extend(field.title.map(|title| (name.clone(), title.to_owned())));
        if field.read_only {
            self.read_only.insert(name.clone());
        }
        if field.required {
            self.required.insert(name.clone());
        }
        match field.control {
            Control::Checkbox { checked } => {
                self.boxes.insert(name.clone());
                if checked {
                    self.fields.push((name, "true".to_owned()));
                }
            }
            Control::Kept { .. } | Control::Picture { .. } => {}
            Control::Select(choices) => {
                let shown = choices.iter().find(|choice| choice.chosen).map_or("", |choice| &choice.value);
                self.fields.push((name.clone(), shown.to_owned()));
                let named = choices.iter().filter_map(|choice| Some(json!([choice.value, choice.label?])));
                self.choices.insert(name, named.collect());
            }
            Control::Input(_) | Control::TextArea => self.fields.push((name, field.text.into_owned())),
        }
    }

    /// Types, ticks or chooses.
    fn fill(&mut self, name: &str, value: &Value) {
        let at = self.fields.iter().position(|(known, _)| known == name);
        match (value, at) {
            (Value::Bool(true), None) => {
                assert!(self.boxes.contains(name), "a box {name}");
                self.fields.push((name.to_owned(), "true".to_owned()));
            }
            (Value::Bool(false), Some(at)) => drop(self.fields.remove(at)),
            (Value::String(text), Some(at)) => text.clone_into(&mut self.fields[at].1),
            other => panic!("{name}: {other:?} in {:?}", self.fields),
        }
    }

    /// What is sent.
    fn send(self) -> Form {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        // Browsers send line breaks as two characters.
        body.extend_pairs(
            self.fields.iter().map(|(name, value)| (name, value.replace("\r\n", "\n").replace('\n', "\r\n"))),
        );
        body.append_pair(SHOWN, &self.copies.json()).append_pair("method", "profile");
        Form::read(body.finish().as_bytes()).unwrap()
    }
}

fn sent(form: &Form, flow: &Flow<'_>, schema: Option<&Schema>) -> (String, Vec<Gone>) {
    let submission = body_of(Kind::Settings, form, Bytes::new(), Some(flow), schema);
    let Body::Json(body) = submission.body else { panic!("JSON") };
    (String::from_utf8(body.to_vec()).unwrap(), submission.gone)
}

#[test]
fn each_row_sends_what_it_says() {
    let mut wrong = Vec::new();
    for Row { row, case } in rows() {
        let flow = case.flow();
        let mut page = Page::of(&flow, case.schema.as_ref());
        for (name, value) in row["do"].as_object().unwrap() {
            page.fill(name, value);
        }
        for (name, value) in row["forged"].as_object().into_iter().flatten() {
            page.fields.retain(|(known, _)| known != name);
            page.fields.push((name.clone(), value.as_str().unwrap().to_owned()));
        }
        for (name, title) in row["labels"].as_object().into_iter().flatten() {
            assert_eq!(Some(title.as_str().unwrap()), page.titles.get(name).map(String::as_str), "{row}");
        }
        for title in row["groups"].as_array().into_iter().flatten() {
            assert!(page.groups.iter().any(|group| group == title.as_str().unwrap()), "{title}: {:?}", page.groups);
        }
        for name in row["read_only"].as_array().into_iter().flatten() {
            assert!(page.read_only.contains(name.as_str().unwrap()), "{name} {row}");
        }
        for name in row["absent"].as_array().into_iter().flatten() {
            assert!(!page.fields.iter().any(|(known, _)| known == name.as_str().unwrap()), "{name} {row}");
        }
        for (name, choices) in row["choices"].as_object().into_iter().flatten() {
            assert_eq!(page.choices.get(name), Some(choices), "{row}");
        }
        let blank = |name: &&String| !page.fields.iter().any(|(known, value)| known == *name && !value.is_empty());
        let missing: Vec<&String> = page.required.iter().filter(blank).collect();
        assert_eq!(missing.is_empty(), row["forced"] != true, "a browser asks for {missing:?}: {row}");
        let (body, gone) = sent(&page.send(), &flow, case.schema.as_ref());
        assert_eq!(gone, [], "{row}");
        let Some(becomes) = row.get("becomes").filter(|becomes| !becomes.is_null()) else { continue };
        let mut expected: Value =
            serde_json::from_str(flow.identity.as_ref().unwrap().traits.as_ref().unwrap().get()).unwrap();
        json_patch::merge(&mut expected, becomes);
        let body_value: Value = serde_json::from_str(&body).unwrap();
        if body_value["traits"] != expected {
            wrong.push(format!("{row}\n  sends   {}\n  and not {expected}", body_value["traits"]));
        }
        for literal in row["literals"].as_array().into_iter().flatten() {
            assert!(body.contains(literal.as_str().unwrap()), "{literal} {body}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The answer of a flow with these traits, its nodes as Kratos makes them of values, and a bare one
/// for each list at the top.
fn flow_of(traits: &Value, said: &[&str]) -> String {
    fn leaves(name: &str, value: &Value, into: &mut Vec<Value>) {
        let kind = match value {
            Value::Object(members) => {
                return members.iter().for_each(|(key, member)| {
                    leaves(&format!("{name}.{}", key.replace('.', "\\.")), member, into);
                });
            }
            Value::Array(items) => {
                return items.iter().enumerate().for_each(|(n, item)| leaves(&format!("{name}.{n}"), item, into));
            }
            Value::Number(_) => "number",
            Value::Bool(_) => "checkbox",
            Value::Null | Value::String(_) => "text",
        };
        let mut attributes = json!({"name": name, "type": kind, "node_type": "input"});
        if !value.is_null() {
            attributes["value"] = value.clone();
        }
        into.push(json!({"type": "input", "group": "profile", "attributes": attributes, "messages": [], "meta": {}}));
    }
    let mut nodes = Vec::new();
    leaves("traits", traits, &mut nodes);
    for (name, _) in traits.as_object().unwrap().iter().filter(|(_, value)| value.is_array()) {
        nodes.push(json!({"type": "input", "group": "profile", "messages": [], "meta": {},
            "attributes": {"name": format!("traits.{name}"), "type": "text"}}));
    }
    for node in &mut nodes {
        if said.contains(&node["attributes"]["name"].as_str().unwrap()) {
            node["messages"] = json!([{"id": 4_000_001, "type": "error", "text": "no"}]);
        }
    }
    json!({"id": "6c3e3b8e-5a0a-4a79-9a3e-0e1f7a1d2c3b", "ui": {"action": "x", "method": "POST", "nodes": nodes},
        "identity": {"id": "1", "traits": traits}})
    .to_string()
}

/// What is stored after a page that showed `before` was filled in and sent, while `now` stands.
fn laid(before: &Value, now: &Value, fills: &[(&str, Value)]) -> (Value, usize) {
    let (before, now) = (flow_of(before, &[]), flow_of(now, &[]));
    let mut page = Page::of(&serde_json::from_str(&before).unwrap(), None);
    for (name, value) in fills {
        page.fill(name, value);
    }
    let (body, gone) = sent(&page.send(), &serde_json::from_str(&now).unwrap(), None);
    (serde_json::from_str::<Value>(&body).unwrap()["traits"].clone(), gone.len())
}

#[test]
fn an_item_is_found_by_what_it_showed() {
    let list = |items: &str| json!({"t": items.split_whitespace().collect::<Vec<_>>()});
    for (before, now, fill, text, becomes, gone) in [
        ("a b c", "b c", "traits.t.1", "", "c", 0),
        ("a b c", "b c", "traits.t.1", "B", "B c", 0),
        ("a b c", "b c", "traits.t.0", "A", "b c", 1),
        ("a b c", "b c", "traits.t.0", "", "b c", 0),
        ("a b c", "c b a", "traits.t.0", "A", "c b A", 0),
        ("a b c", "x a b c", "traits.t.2", "C", "x a b C", 0),
        ("a b a", "b a", "traits.t.2", "A", "b A", 0),
        ("a a a", "a a", "traits.t.1", "A", "a A", 0),
        ("a b", "a b c", "traits.t", "d", "a b c d", 0),
        ("a b", "", "traits.t.1", "B", "", 1),
        ("a b", "a x", "traits.t.1", "B", "a x", 1),
    ] {
        let said = laid(&list(before), &list(now), &[(fill, text.into())]);
        assert_eq!(said, (list(becomes), gone), "{before} | {now} | {fill}={text}");
    }
}

#[test]
fn an_object_is_found_by_what_is_left_of_it() {
    let item = |street: &str, city: &str, main: bool| json!({"street": street, "city": city, "main": main});
    let (one, two) = (item("S1", "C1", false), item("S2", "C2", true));
    let before = json!({"l": [one, two]});
    let unticked = Value::Bool(false);
    for (now, fill, value, becomes, gone) in [
        (json!({"l": [two]}), "traits.l.1.city", json!("X"), json!({"l": [item("S2", "X", true)]}), 0),
        (json!({"l": [two]}), "traits.l.1.main", unticked, json!({"l": [item("S2", "C2", false)]}), 0),
        (json!({"l": [two]}), "traits.l.0.city", json!("X"), json!({"l": [two]}), 1),
        (
            json!({"l": [one, item("N", "C2", true)]}),
            "traits.l.1.city",
            json!("X"),
            json!({"l": [one, item("N", "X", true)]}),
            0,
        ),
        (
            json!({"l": [one, item("N", "M", true)]}),
            "traits.l.1.city",
            json!("X"),
            json!({"l": [one, item("N", "M", true)]}),
            1,
        ),
    ] {
        assert_eq!(laid(&before, &now, &[(fill, value)]), (becomes, gone), "{now} {fill}");
    }
}

#[test]
fn a_list_that_was_refused_is_the_one_on_the_page() {
    // Sent were a, C and d in the place of a, b and c, and something else was wrong.
    let text = flow_of(&json!({"nick": "n", "t": ["a", "C", "d"]}), &["traits.nick"]);
    let mut flow: Value = serde_json::from_str(&text).unwrap();
    flow["identity"]["traits"] = json!({"nick": "n", "t": ["a", "b", "c"]});
    let text = flow.to_string();
    let flow: Flow<'_> = serde_json::from_str(&text).unwrap();
    for (fills, becomes) in [
        (&[][..], json!(["a", "C", "d"])),
        (&[("traits.t.2", json!(""))], json!(["a", "C"])),
        (&[("traits.t.0", json!("A")), ("traits.t", json!("e"))], json!(["A", "C", "d", "e"])),
    ] {
        let mut page = Page::of(&flow, None);
        for (name, value) in fills {
            page.fill(name, value);
        }
        let (body, gone) = sent(&page.send(), &flow, None);
        assert_eq!(serde_json::from_str::<Value>(&body).unwrap()["traits"]["t"], becomes);
        assert_eq!(gone, []);
    }
}

#[test]
fn what_was_typed_is_laid_over_a_fresh_flow() {
    let before = flow_of(&json!({"nick": "n", "about": "x", "news": true, "t": ["a", "b"], "secret_code": "1"}), &[]);
    let now = flow_of(&json!({"nick": "n", "about": "x", "news": true, "t": ["b"], "secret_code": "1"}), &[]);
    let mut page = Page::of(&serde_json::from_str(&before).unwrap(), None);
    for (name, value) in [
        ("traits.nick", json!("m")),
        ("traits.news", json!(false)),
        ("traits.t.1", json!("B")),
        ("traits.t.0", json!("A")),
    ] {
        page.fill(name, &value);
    }
    page.fields.push(("password".to_owned(), "hunter2".to_owned()));
    let typed = typed(&page.send(), &serde_json::from_str(&now).unwrap(), None);
    let mut typed: Vec<_> = typed.iter().map(|(name, text)| format!("{name}={text}")).collect();
    typed.sort_unstable();
    assert_eq!(typed, ["traits.news=false", "traits.nick=m", "traits.t.0=B", "traits.t=A"]);
}

#[test]
fn other_forms_keep_their_texts_and_no_secrets() {
    let node = |name: &str, kind: &str| json!({"type": "input", "group": "default", "attributes": {"name": name, "type": kind}});
    let flow = json!({"id": "6c3e3b8e-5a0a-4a79-9a3e-0e1f7a1d2c3b", "ui": {"nodes": [node("identifier", "text"),
        node("password", "password"), node("csrf_token", "hidden"), node("code", "text"), node("email", "email"),
        node("lookup_secret", "text"), node("method", "submit")]}})
    .to_string();
    let form =
        Form::read(b"identifier=ada&password=p&csrf_token=t&code=1&email=a%40b&lookup_secret=s&method=x&_x=1").unwrap();
    let typed = typed(&form, &serde_json::from_str(&flow).unwrap(), None);
    let expected = [("identifier", "ada"), ("email", "a@b")].map(|(name, text)| (name.to_owned(), text.to_owned()));
    assert_eq!(typed, HashMap::from(expected));
}

#[test]
fn a_form_without_traits_goes_as_it_came_but_for_what_is_ours() {
    for (raw, sent) in [
        ("a=1&csrf_token=x%2B&password=+p+", "a=1&csrf_token=x%2B&password=+p+"),
        ("code=12+34&_ask=1&method=code", "code=1234&method=code"),
        ("identifier=ada%0D%0A&password=+p", "identifier=ada&password=+p"),
    ] {
        let form = Form::read(raw.as_bytes()).unwrap();
        assert!(!needs_flow(Kind::Login, &form));
        let submission = body_of(Kind::Login, &form, Bytes::from(raw), None, None);
        let Body::Form(body) = submission.body else { panic!("a form") };
        assert_eq!(body, sent);
    }
}

#[test]
fn registration_sends_the_traits_of_every_screen() {
    let recorded = |name: &str| {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let answer: Value = serde_json::from_str(&text).unwrap();
        answer["response"]["body"].to_string()
    };
    let fresh = recorded("registration/fresh.json");
    let flow: Flow<'_> = serde_json::from_str(&fresh).unwrap();
    let mut page = Page::of(&flow, None);
    page.fill("traits.email", &json!("ada@example.org"));
    page.fill("traits.name.first", &json!("Ada"));
    page.fill("traits.age", &json!("36"));
    page.fill("traits.tos", &json!(true));
    page.fill("traits.tags", &json!("x"));
    let form = page.send();
    assert!(needs_flow(Kind::Registration, &form));
    let submission = body_of(Kind::Registration, &form, Bytes::new(), Some(&flow), None);
    let Body::Json(body) = submission.body else { panic!("JSON") };
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(
        body["traits"],
        json!({"email": "ada@example.org", "name": {"first": "Ada"}, "age": 36, "tos": true, "tags": "x"}),
    );
    assert_eq!(body["method"], "profile");
    // The next screen: what was sent stands in hidden fields, and in visible ones of lists.
    let step = recorded("registration/choose_credentials.json");
    let flow: Flow<'_> = serde_json::from_str(&step).unwrap();
    let page = Page::of(&flow, None);
    let (before, form) = (Traits::of(&flow, None).standing().json(), page.send());
    let Body::Json(body) = body_of(Kind::Registration, &form, Bytes::new(), Some(&flow), None).body else {
        panic!("JSON")
    };
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["traits"], serde_json::from_str::<Value>(&before).unwrap());
    assert!(body["traits"]["email"].is_string(), "{body}");
}

#[test]
fn what_web_hooks_get_goes_beside_the_traits() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/recorded/registration/fresh.json");
    let answer: Value = serde_json::from_str(&std::fs::read_to_string(folder).unwrap()).unwrap();
    let flow = answer["response"]["body"].to_string();
    let flow: Flow<'_> = serde_json::from_str(&flow).unwrap();
    for (fields, expected) in [
        ("transient_payload.captcha=x&transient_payload.a.b=1", json!({"captcha": "x", "a": {"b": "1"}})),
        (r#"transient_payload={"a":[1,2]}"#, json!({"a": [1, 2]})),
        (r#"transient_payload={"a":1}&transient_payload.a.b=x"#, json!({"a": {"b": "x"}})),
        ("transient_payload=a", json!("a")),
    ] {
        let form = Form::read(format!("traits.email=ada%40example.org&{fields}").as_bytes()).unwrap();
        let submission = body_of(Kind::Registration, &form, Bytes::new(), Some(&flow), None);
        let Body::Json(body) = submission.body else { panic!("JSON") };
        let body: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(body["transient_payload"], expected, "{body}");
        assert_eq!(body.as_object().unwrap().len(), 2, "{body}");
    }
}

mod laws {
    use proptest::prelude::*;

    use super::*;

    fn value() -> impl Strategy<Value = Value> {
        let text = prop_oneof!["[a-z .\\\\\n\"é]{0,6}", "[0-9]{1,3}", Just("2026-12-24T10:30:00Z".to_owned())];
        let scalar = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            text.prop_map(Value::from),
        ];
        scalar.prop_recursive(3, 16, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::hash_map("[a-z0-9. ]{1,4}", inner, 0..4)
                    .prop_map(|members| members.into_iter().collect::<serde_json::Map<_, _>>().into()),
            ]
        })
    }

    fn traits() -> impl Strategy<Value = Value> {
        proptest::collection::hash_map("[a-z0-9. ]{1,4}", value(), 0..5)
            .prop_map(|members| members.into_iter().collect::<serde_json::Map<_, _>>().into())
    }

    proptest! {
        /// A page that is sent as it was shown changes nothing, whatever stands by then.
        #[test]
        fn an_untouched_page_changes_nothing(before in traits(), now in traits()) {
            prop_assert_eq!(laid(&before, &before, &[]), (before.clone(), 0));
            prop_assert_eq!(laid(&before, &now, &[]), (now, 0));
        }

        /// What is typed into one field is what its trait then is, and nothing else is changed.
        #[test]
        fn one_field_is_one_trait(traits in traits(), text in "[a-z]{1,8}") {
            let mut traits = traits;
            traits["mine"] = json!("before");
            let mut expected = traits.clone();
            expected["mine"] = Value::from(text.as_str());
            prop_assert_eq!(laid(&traits, &traits, &[("traits.mine", text.into())]), (expected, 0));
        }

        /// No form and no traits bring it down.
        #[test]
        fn any_form_is_read(names in proptest::collection::vec("traits(\\.[a-z0-9\\\\]{0,3}){0,6}", 0..12), traits in traits()) {
            let body: String = names.iter().flat_map(|name| [name, "=x&"]).collect();
            let text = flow_of(&traits, &[]);
            let form = Form::read(format!("{body}method=profile&_shown=%7B%22traits.a.0%22%3A%22x%22%7D").as_bytes()).unwrap();
            let (body, _) = sent(&form, &serde_json::from_str(&text).unwrap(), None);
            prop_assert!(serde_json::from_str::<Value>(&body).is_ok());
        }
    }
}

/// What the largest form costs, and the largest page: `cargo test --release -- --ignored costs`.
#[test]
#[ignore = "a measurement"]
fn what_the_largest_form_costs() {
    let items: Vec<String> = (0..4_000).map(|n| format!("item {n}")).collect();
    let text = flow_of(&json!({"t": items}), &[]);
    let flow: Flow<'_> = serde_json::from_str(&text).unwrap();
    let started = std::time::Instant::now();
    let mut page = Page::of(&flow, None);
    let laid_out = started.elapsed();
    page.fill("traits.t.3999", &json!("new"));
    let form = page.send();
    let started = std::time::Instant::now();
    let (body, _) = sent(&form, &flow, None);
    let laid_over = started.elapsed();
    let large = "traits.t=x&".repeat(70_000);
    let started = std::time::Instant::now();
    assert!(Form::read(large.as_bytes()).is_err());
    assert!(body.contains("new"));
    std::io::Write::write_fmt(
        &mut std::io::stderr(),
        format_args!(
            "4,000 items: laid out {laid_out:?}, laid over {laid_over:?}; 70,000 fields refused in {:?}\n",
            started.elapsed()
        ),
    )
    .unwrap();
}
