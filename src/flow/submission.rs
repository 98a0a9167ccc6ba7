//! What Kratos gets for what the browser sent.
//!
//! Kratos replaces all traits by what it is sent, and a form cannot send them all. So the
//! profile goes as JSON: the identity's traits as they stand now, with the changed fields laid
//! over them. All else goes on as the form it is.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use super::traits::{self, SHOWN, Tree, is_index};
use crate::kratos::{Body, Flow, Json, Kind, NodeType, Place, Schema};
use bytes::Bytes;

/// The name of the hidden control by which a form asks for a second look. It is this
/// application's and is not sent on.
pub(crate) const ASK: &str = "_ask";

/// What a browser sent: the fields of a form in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    /// Reads `application/x-www-form-urlencoded`.
    pub(crate) fn read(body: &[u8]) -> Result<Self, ()> {
        Ok(Self(url::form_urlencoded::parse(body).into_owned().collect()))
    }

    /// The last value of a field: as Kratos reads repeated ones.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All values of a field, in order.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The group that was acted in, as far as what was pressed tells.
    pub(crate) fn group(&self) -> Option<&str> {
        /// What the names of fields begin with, where no `method` tells the group.
        const GROUPS: [(&str, &str); 6] = [
            ("link", "oidc"),
            ("unlink", "oidc"),
            ("totp_", "totp"),
            ("lookup_secret_", "lookup_secret"),
            ("webauthn_", "webauthn"),
            ("passkey_", "passkey"),
        ];
        let has = |start: &str| self.0.iter().any(|(name, _)| name.starts_with(start));
        let told = || GROUPS.iter().find(|(start, _)| has(start)).map(|(_, group)| *group);
        self.get("method").or_else(told)
    }

    /// The button that is to be asked about again before anything is done: its name and value.
    pub(crate) fn asks(&self) -> Option<(&str, &str)> {
        self.get(ASK)?;
        let pressed = self.0.iter().rev().find(|(name, _)| name != ASK && name != "csrf_token")?;
        Some((&pressed.0, &pressed.1))
    }

    /// Whether this is the profile form.
    pub(crate) fn is_profile(&self) -> bool {
        self.get("method") == Some("profile")
    }
}

/// The JSON of a profile form, laid over what `flow`, read anew, tells of the identity.
///
/// A field that says what the page showed leaves its trait as it now stands, so that a page of
/// yesterday writes nothing old back. A blanked field takes its trait away. What cannot be read
/// as the trait's type goes as it was typed: Kratos has a message for it.
pub(crate) fn profile(form: &Form, flow: &Flow<'_>, schema: Option<&Schema>) -> String {
    let standing = flow.identity.as_ref().and_then(|identity| identity.traits.as_ref()).map(Tree::open);
    let mut traits = standing.filter(|tree| matches!(tree, Tree::Object(_))).unwrap_or(Tree::Object(Vec::new()));
    let place = schema.and_then(Schema::traits);
    for (name, text) in changes(form, flow, &traits) {
        if let Some(path) = traits::path(name) {
            let kind = kind_of(flow, name);
            change(&mut traits, &path, &text, kind, place);
        }
    }
    compact(&mut traits);
    if let Some(place) = place {
        add_lists_of_objects(&mut traits, place);
    }
    body(form, &traits)
}

/// The fields that say something else than the page showed, each once.
fn changes<'a>(form: &'a Form, flow: &'a Flow<'_>, traits: &Tree) -> Vec<(&'a str, Cow<'a, str>)> {
    let shown: Option<BTreeMap<String, String>> = form.get(SHOWN).and_then(|shown| serde_json::from_str(shown).ok());
    let mut changes: Vec<(&str, Cow<'_, str>)> = Vec::new();
    for (name, _) in &form.0 {
        if traits::path(name).is_none() || changes.iter().any(|(known, _)| known == name) {
            continue;
        }
        let text = lines(form.get(name).unwrap_or_default());
        let same = shown.as_ref().and_then(|shown| shown.get(name)).is_some_and(|shown| lines(shown) == text);
        if !same {
            changes.push((name, text));
        }
    }
    // An unchecked box sends nothing.
    for node in flow.ui.nodes.iter().filter(|node| node.attributes.kind == "checkbox") {
        let name = node.attributes.name.as_str();
        let was_there = traits.trait_of(name).is_some();
        let was_checked = match &shown {
            Some(shown) => shown.get(name).is_some_and(|shown| shown == "true"),
            None => was_there,
        };
        if was_checked && was_there && form.get(name).is_none() && !node.attributes.disabled {
            changes.push((name, Cow::Borrowed("false")));
        }
    }
    changes
}

/// What HTML makes of a text on its way through a page and back: one kind of line break, and
/// no null characters.
fn lines(text: &str) -> Cow<'_, str> {
    if text.contains(['\r', '\0']) {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The HTML type of a field. A list's spare field is of its items' type.
fn kind_of<'a>(flow: &'a Flow<'_>, name: &str) -> &'a str {
    let is_item = |known: &str| known.strip_prefix(name).and_then(|rest| rest.strip_prefix('.')).is_some_and(is_index);
    let inputs = || flow.ui.nodes.iter().filter(|node| node.kind == NodeType::Input);
    let item = inputs().find(|node| is_item(&node.attributes.name));
    item.or_else(|| inputs().find(|node| node.attributes.name == name)).map_or("text", |node| &node.attributes.kind)
}

/// Lays one field over the traits.
fn change(here: &mut Tree, path: &[String], text: &str, kind: &str, place: Option<Place<'_>>) {
    let Some((first, rest)) = path.split_first() else {
        *here = changed(here, text, kind, place);
        return;
    };
    match here {
        Tree::Object(members) => {
            let place = place.and_then(|place| place.child(first));
            let standing = members.iter_mut().find(|(name, _)| name == first);
            if let Some((_, member)) = standing {
                if rest.is_empty() && text.is_empty() && !matches!(member, Tree::Array(_)) {
                    members.retain(|(name, _)| name != first);
                    return;
                }
                change(member, rest, text, kind, place);
            } else if !text.is_empty() {
                let mut member = missing(rest, place);
                change(&mut member, rest, text, kind, place);
                members.push((first.clone(), member));
            }
        }
        Tree::Array(items) => {
            let place = place.and_then(Place::items);
            match first.parse::<usize>().ok().and_then(|index| items.get_mut(index)) {
                Some(item) if rest.is_empty() && text.is_empty() => *item = Tree::Gone,
                Some(item) => {
                    change(item, rest, text, kind, place);
                    if text.is_empty() && is_empty(item) {
                        *item = Tree::Gone;
                    }
                }
                // The item has gone since: what was typed is a new one.
                None if !text.is_empty() => {
                    let mut item = missing(rest, place);
                    change(&mut item, rest, text, kind, place);
                    items.push(item);
                }
                None => {}
            }
        }
        // A scalar stands where the page had more: it makes way.
        Tree::Leaf(_) | Tree::Gone => {
            *here = missing(path, place);
            if !matches!(here, Tree::Gone) {
                change(here, path, text, kind, place);
            }
        }
    }
}

/// What must stand for `path` to lead on from it.
fn missing(path: &[String], place: Option<Place<'_>>) -> Tree {
    match path.first() {
        Some(first) if is_index(first) && !place.is_some_and(|place| place.is("object")) => Tree::Array(Vec::new()),
        Some(_) => Tree::Object(Vec::new()),
        // A list's spare field, and there is no list yet.
        None if place.is_some_and(|place| place.is("array")) => Tree::Array(Vec::new()),
        None => Tree::Gone,
    }
}

/// The value of a field whose text was changed, given what stands there.
fn changed(here: &mut Tree, text: &str, kind: &str, place: Option<Place<'_>>) -> Tree {
    match std::mem::replace(here, Tree::Gone) {
        // A list's own name is its spare field's.
        Tree::Array(mut items) => {
            if !text.is_empty() {
                let like = items.iter().find_map(|item| match item {
                    Tree::Leaf(json) => Some(json.clone()),
                    _ => None,
                });
                items.push(Tree::Leaf(value(text, like.as_ref(), kind, place.and_then(Place::items))));
            }
            Tree::Array(items)
        }
        Tree::Leaf(json) => Tree::Leaf(value(text, Some(&json), kind, place)),
        object @ Tree::Object(_) => {
            let json = Json::new(object.json().into_owned()).ok();
            Tree::Leaf(value(text, json.as_ref(), kind, place))
        }
        Tree::Gone => Tree::Leaf(value(text, None, kind, place)),
    }
}

/// `text` as the JSON type of the trait that stands there, else of the schema, else of the
/// node; as a string where it is none of that type.
fn value(text: &str, standing: Option<&Json<'_>>, kind: &str, place: Option<Place<'_>>) -> Json<'static> {
    let standing = standing.filter(|json| json.get() != "null");
    let first = standing.and_then(|json| json.get().as_bytes().first());
    let is = |types: &[&str]| place.is_some_and(|place| types.iter().any(|kind| place.is(kind)));
    let literal = match first {
        Some(b'"') => None,
        Some(b't' | b'f') => boolean(text),
        Some(b'{') => Json::new(text.to_owned()).ok().filter(|json| json.get().starts_with('{')),
        Some(_) => number(text),
        None if is(&["string"]) => None,
        None if is(&["number", "integer"]) => number(text),
        None if is(&["boolean"]) => boolean(text),
        None if place.is_some() => None,
        None => match kind {
            "number" => number(text),
            "checkbox" => boolean(text),
            _ => None,
        },
    };
    literal.unwrap_or_else(|| {
        let is_moment = kind == "datetime-local" || place.and_then(Place::format) == Some("date-time");
        let moment = is_moment.then(|| rfc3339(text, standing)).flatten();
        string(moment.as_deref().unwrap_or(text))
    })
}

fn string(text: &str) -> Json<'static> {
    Json::from_value(&Value::from(text))
}

fn boolean(text: &str) -> Option<Json<'static>> {
    matches!(text, "true" | "false").then(|| Json::from_value(&Value::from(text == "true")))
}

/// A number as it was typed, if JSON can say it so: HTML allows `.5`, JSON does not.
fn number(text: &str) -> Option<Json<'static>> {
    let text = text.trim();
    let whole = match text.strip_prefix("-.") {
        Some(fraction) => format!("-0.{fraction}"),
        None if text.starts_with('.') => format!("0{text}"),
        None => text.to_owned(),
    };
    let is_number = whole.bytes().next().is_some_and(|first| first == b'-' || first.is_ascii_digit());
    Json::new(whole).ok().filter(|_| is_number)
}

/// A `datetime-local` as RFC 3339, with the offset of the date-time that stands there, else UTC.
fn rfc3339(text: &str, standing: Option<&Json<'_>>) -> Option<String> {
    let local: jiff::civil::DateTime = text.parse().ok()?;
    let well_formed = text.len() >= 16 && !text.ends_with(['Z', 'z', ']']) && text.as_bytes().get(10) == Some(&b'T');
    let mut moment = well_formed.then(|| local.strftime("%Y-%m-%dT%H:%M:%S").to_string())?;
    if local.subsec_nanosecond() != 0 {
        let _ = write!(moment, ".{}", format!("{:09}", local.subsec_nanosecond()).trim_end_matches('0'));
    }
    let before = standing.map(Json::text).unwrap_or_default();
    moment.push_str(traits::offset(&before).unwrap_or("Z"));
    Some(moment)
}

/// Whether an item of a list has nothing left but boxes that are not ticked.
fn is_empty(item: &Tree) -> bool {
    match item {
        Tree::Gone => true,
        Tree::Leaf(json) => matches!(json.get(), "false" | "null" | "\"\""),
        Tree::Object(members) => members.iter().all(|(_, member)| is_empty(member)),
        Tree::Array(items) => items.iter().all(is_empty),
    }
}

/// Takes out the items that have gone.
fn compact(tree: &mut Tree) {
    match tree {
        Tree::Object(members) => members.iter_mut().for_each(|(_, member)| compact(member)),
        Tree::Array(items) => {
            items.retain(|item| !matches!(item, Tree::Gone));
            items.iter_mut().for_each(compact);
        }
        Tree::Leaf(_) | Tree::Gone => {}
    }
}

/// Adds the lists of objects that the schema knows and the traits lack, empty: Kratos v26.2.0
/// takes a missing one for an object, and refuses the whole.
fn add_lists_of_objects(tree: &mut Tree, place: Place<'_>) {
    let Tree::Object(members) = tree else { return };
    for (name, place) in place.properties() {
        match members.iter_mut().find(|(known, _)| known == name) {
            Some((_, member)) => add_lists_of_objects(member, place),
            None if place.is("array") && place.items().is_some_and(|items| items.is("object")) => {
                members.push((name.to_owned(), Tree::Array(Vec::new())));
            }
            None => {}
        }
    }
}

/// The body: the traits whole, and all other fields as they came.
fn body(form: &Form, traits: &Tree) -> String {
    let mut body = String::from("{");
    for (name, value) in &form.0 {
        if name != SHOWN && traits::path(name).is_none() {
            let _ = write!(body, "{}:{},", Value::from(name.as_str()), Value::from(value.as_str()));
        }
    }
    let _ = write!(body, "\"traits\":{}}}", traits.json());
    body
}

pub(crate) struct Submission {
    pub(crate) body: Body,
    pub(crate) gone: Vec<String>,
}
pub(crate) type Typed = std::collections::HashMap<String, String>;
pub(crate) fn needs_flow(_: Kind, form: &Form) -> bool {
    form.is_profile()
}
pub(crate) fn body_of(
    kind: Kind,
    form: &Form,
    raw: Bytes,
    flow: Option<&Flow<'_>>,
    schema: Option<&Schema>,
) -> Submission {
    let body = match flow {
        Some(flow) if needs_flow(kind, form) => Body::Json(profile(form, flow, schema).into()),
        _ => Body::Form(raw),
    };
    Submission { body, gone: Vec::new() }
}
pub(crate) fn typed(_: &Form, _: &Flow<'_>) -> Typed {
    Typed::new()
}
