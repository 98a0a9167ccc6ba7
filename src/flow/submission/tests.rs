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

/// Lays a JSON merge patch (RFC 7396) over a value.
fn patched(value: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else { return patch.clone_into(value) };
    if !value.is_object() {
        *value = json!({});
    }
    for (name, patch) in patch {
        if patch.is_null() {
            value.as_object_mut().unwrap().remove(name);
        } else {
            patched(&mut value[name], patch);
        }
    }
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
        patched(&mut expected, becomes);
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
