//! What Kratos gets for what the browser sent.
//!
//! Kratos replaces all traits by what it is sent, and a form cannot send them all. So traits go as
//! JSON: for settings the identity's as they stand now, for registration those that the flow's
//! fields hold, with the changed fields laid over them. All else goes on as the form it is.

mod edits;
mod form;
mod lay;
mod lists;
mod mend;

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use bytes::Bytes;
use serde_json::{Map, Value};

pub(crate) use form::{ASK, Form, KEEP, WHOSE, is_secret};
pub(crate) use lay::Gone;

use super::traits::{Step, Traits, Tree, is_trait, quoted};
use crate::kratos::{Body, Flow, Kind, Node, NodeType, Schema};
#[cfg(test)]
mod tests;

use edits::{copies, edits};
use form::{is_ours, tidied};

/// What Kratos gets.
#[derive(Clone, Debug)]
pub(crate) struct Submission {
    /// What is sent.
    pub(crate) body: Body,
    /// Lists whose changed items are not there any more, of which the person is told.
    pub(crate) gone: Vec<Gone>,
}

/// What was typed, by the names of fields.
pub(crate) type Typed = HashMap<String, String>;

/// Whether a form's traits must be laid over those of its flow, which is then to be read anew.
pub(crate) fn needs_flow(kind: Kind, form: &Form) -> bool {
    match kind {
        Kind::Settings => form.is_profile(),
        Kind::Registration => form.has_traits(),
        Kind::Login | Kind::Recovery | Kind::Verification => false,
    }
}

/// What Kratos gets for `form`, which came as `raw`: with traits, laid over those of `flow`, read
/// anew; else as it is, without what is ours and what people add to codes.
///
/// What stands and is no longer allowed is mended, so that it does not block the rest. What cannot
/// be read as the trait's type goes as it was typed: Kratos has a message for it.
pub(crate) fn body_of(
    kind: Kind,
    form: &Form,
    raw: Bytes,
    flow: Option<&Flow<'_>>,
    schema: Option<&Schema>,
) -> Submission {
    let Some(flow) = flow.filter(|_| needs_flow(kind, form)) else {
        return Submission { body: Body::Form(plain(form, raw)), gone: Vec::new() };
    };
    let traits = Traits::of(flow, schema);
    let copies = copies(form);
    let edits = edits(form, &copies, flow, &traits);
    let mut tree = traits.standing().clone();
    let mut gone = Vec::new();
    edits.lay_over(&mut tree, traits.place(), &mut gone);
    if let Some(place) = traits.place() {
        mend::mend(&mut tree, place);
        tree.compact();
        mend::complete(&mut tree, place);
    }
    Submission { body: Body::Json(json(form, &tree).into()), gone }
}

/// A form without traits.
fn plain(form: &Form, raw: Bytes) -> Bytes {
    let stays = |(name, value): (&str, &str)| !is_ours(name) && tidied(name, value) == value;
    if form.fields().all(stays) {
        return raw;
    }
    let mut body = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in form.fields().filter(|(name, _)| !is_ours(name)) {
        body.append_pair(name, &tidied(name, value));
    }
    body.finish().into()
}

/// The body: the traits whole, and all other fields as they came.
fn json(form: &Form, traits: &Tree<'_>) -> String {
    let mut body = String::from("{");
    let transient = transient(form);
    let is_text = |name: &str| {
        let is_part = !transient.is_empty() && is_transient(name);
        !is_ours(name) && !is_trait(name) && name != "traits" && !is_part
    };
    for (name, value) in form.once().filter(|(name, _)| is_text(name)) {
        // Writing to a string does not fail.
        let _ = write!(body, "{}:{},", quoted(name), quoted(&tidied(name, value)));
    }
    if !transient.is_empty() {
        let _ = write!(body, "\"{TRANSIENT}\":{},", Value::Object(transient));
    }
    body.push_str("\"traits\":");
    traits.write(&mut body);
    body.push('}');
    body
}

/// What Kratos hands on to web hooks and mails, and does not keep.
const TRANSIENT: &str = "transient_payload";

/// Levels of its members that are looked for in a name.
const MOST_LEVELS: usize = 16;

/// Whether a field is of what is handed on.
fn is_transient(name: &str) -> bool {
    name.strip_prefix(TRANSIENT).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// What is handed on, an object in JSON: in a form it is one field of JSON text, or a field for each
/// of its members. Nothing where it is neither.
fn transient(form: &Form) -> Map<String, Value> {
    let whole = form.get(TRANSIENT).and_then(|text| serde_json::from_str(text).ok());
    let mut all: Map<String, Value> = whole.unwrap_or_default();
    for (name, value) in form.once() {
        if let Some(path) = name.strip_prefix(TRANSIENT).and_then(|rest| rest.strip_prefix('.')) {
            insert(&mut all, path, value, MOST_LEVELS);
        }
    }
    all
}

/// Puts a member where its path leads, through so many levels.
fn insert(place: &mut Map<String, Value>, path: &str, value: &str, levels: usize) {
    let Some((step, rest)) = path.split_once('.').filter(|_| levels > 0) else {
        place.insert(path.to_owned(), value.into());
        return;
    };
    let mut inner = match place.remove(step) {
        Some(Value::Object(inner)) => inner,
        _ => Map::new(),
    };
    insert(&mut inner, rest, value, levels - 1);
    place.insert(step.to_owned(), Value::Object(inner));
}

/// What was typed into a form, by the names of the fields of `flow`, a fresh one: what was changed
/// of traits, and what stands in other fields that hold no secret.
pub(crate) fn typed(form: &Form, flow: &Flow<'_>, schema: Option<&Schema>) -> Typed {
    let traits = Traits::of(flow, schema);
    let copies = copies(form);
    let edits = edits(form, &copies, flow, &traits);
    let mut texts = Vec::new();
    edits.texts(Some(traits.standing()), traits.place(), &mut Vec::new(), &mut texts);
    let fields = flow.ui.nodes.iter().filter(|node| node.kind == NodeType::Input);
    let fields = fields.filter(|node| shows_what_is_typed(&node.attributes.kind));
    let mut names: HashMap<Vec<Step<'_>>, &str> = HashMap::new();
    let mut typed = HashMap::new();
    for name in fields.map(|node| &*node.attributes.name) {
        if !is_trait(name) {
            if let Some(text) = form.get(name).filter(|text| !text.is_empty() && !is_secret(name)) {
                typed.insert(name.to_owned(), text.to_owned());
            }
        } else if let Some(spot) = traits.find(name) {
            names.insert(spot.path, name);
        }
    }
    for (path, text) in texts {
        if let Some(name) = names.get(&path) {
            typed.entry((*name).to_owned()).or_insert(text);
        }
    }
    typed
}

/// Fields for the items of lists that a form held and `flow` has no field for: somebody who signs up has no traits
/// yet, and Kratos forgets lists when it refuses them.
pub(crate) fn items(form: &Form, flow: &Flow<'_>, schema: Option<&Schema>) -> Vec<Node<'static>> {
    let traits = Traits::of(flow, schema);
    if !traits.is_new() {
        return Vec::new();
    }
    let shown: HashSet<&str> = flow.ui.nodes.iter().map(|node| &*node.attributes.name).collect();
    let is_item = |name: &str| traits.find(name).is_some_and(|spot| spot.in_list && spot.place.is_some());
    let lost = form.once().filter(|(name, text)| !text.is_empty() && !shown.contains(name) && is_item(name));
    lost.map(|(name, text)| Node::text("default", name, text)).collect()
}

/// Whether a control shows what is typed.
fn shows_what_is_typed(kind: &str) -> bool {
    !matches!(kind, "password" | "hidden" | "submit" | "button" | "image" | "file" | "reset")
}
