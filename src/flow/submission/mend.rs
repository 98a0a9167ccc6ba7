//! Traits as the schema now wants them, so that what stands from former times blocks nothing.

use std::borrow::Cow;

use indexmap::IndexMap;

use crate::flow::traits::{Tree, converted, text};
use crate::kratos::{Place, Type};

/// How many places are looked at for what is missing.
const LOOKED_AT: usize = 20_000;

/// How deep.
const DEPTH: usize = 8;

/// Converts what the schema no longer allows by the text that it shows, and drops members that it
/// forbids. What cannot be mended stays: Kratos has a message for it. What the schema does not
/// speak of, and what it allows, stays as it is.
pub(super) fn mend(tree: &mut Tree<'_>, place: Place<'_>) {
    if let Tree::Object(members) = tree {
        for (name, member) in members.iter_mut() {
            if place.forbids(name) {
                *member = Tree::Gone;
            } else if let Some(place_of) = place.member(name) {
                mend_value(member, place_of, place.requires(name));
            }
        }
    }
}

fn mend_value(value: &mut Tree<'_>, place: Place<'_>, required: bool) {
    match value {
        Tree::Leaf(json) if place.refuses(Type::of(json)) => {
            let text = text(json).into_owned();
            let new = if text.is_empty() { blank(place, required) } else { converted(&text, place) };
            if let Some(new) = new {
                *value = new;
            }
        }
        Tree::Array(items) if place.refuses(Type::Array) => {
            // A list that shows one text is that text.
            let texts: Option<Vec<String>> = items.iter().map(|item| Some(text(item.leaf()?).into_owned())).collect();
            let new = match texts {
                Some(texts) if texts.is_empty() => blank(place, required),
                Some(texts) => converted(&texts.join(", "), place),
                None => None,
            };
            if let Some(new) = new {
                *value = new;
            }
        }
        Tree::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                if let Some(place) = place.item(index) {
                    mend_value(item, place, false);
                }
            }
        }
        Tree::Object(members) if place.refuses(Type::Object) => {
            if members.is_empty()
                && let Some(new) = blank(place, required)
            {
                *value = new;
            }
        }
        Tree::Object(_) => mend(value, place),
        Tree::Leaf(_) | Tree::Gone => {}
    }
}

/// What stands where nothing does: nothing, or what the schema takes for it where it must be there.
fn blank(place: Place<'_>, required: bool) -> Option<Tree<'static>> {
    if !required {
        return Some(Tree::Gone);
    }
    let empty = |kind: &Type| match kind {
        Type::Null => Some(Tree::Leaf(Cow::Borrowed("null"))),
        Type::Boolean if !place.must_be_true() => Some(Tree::Leaf(Cow::Borrowed("false"))),
        Type::String if !place.refuses_blank() => Some(Tree::Leaf(Cow::Borrowed("\"\""))),
        Type::Array => Some(Tree::Array(Vec::new())),
        Type::Object => Some(Tree::Object(IndexMap::new())),
        _ => None,
    };
    place.types().iter().find_map(empty)
}

/// Adds what a form cannot say: a required boolean that is not there is `false`; and lists that
/// Kratos v26.2.0 takes for objects where they are missing, and refuses the whole, are empty.
pub(super) fn complete(tree: &mut Tree<'_>, place: Place<'_>) {
    add(tree, place, DEPTH, &mut LOOKED_AT.clone(), false);
}

fn add(tree: &mut Tree<'_>, place: Place<'_>, depth: usize, left: &mut usize, in_list: bool) {
    if depth == 0 {
        return;
    }
    match tree {
        Tree::Object(members) => {
            for (name, member) in place.properties() {
                if *left == 0 {
                    return;
                }
                *left -= 1;
                match members.get_mut(name).filter(|standing| !matches!(standing, Tree::Gone)) {
                    Some(standing) => add(standing, member, depth - 1, left, in_list),
                    None => {
                        if let Some(new) = missing(member, place.requires(name), depth, left, in_list) {
                            members.insert(Cow::Owned(name.to_owned()), new);
                        }
                    }
                }
            }
        }
        Tree::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                if let Some(place) = place.item(index)
                    && *left > 0
                {
                    *left -= 1;
                    add(item, place, depth - 1, left, true);
                }
            }
        }
        Tree::Leaf(_) | Tree::Gone => {}
    }
}

fn missing(place: Place<'_>, required: bool, depth: usize, left: &mut usize, in_list: bool) -> Option<Tree<'static>> {
    if required && place.is_only(Type::Boolean) {
        return (!place.must_be_true()).then_some(Tree::Leaf(Cow::Borrowed("false")));
    }
    if place.needs_list() {
        return (!in_list).then(|| Tree::Array(Vec::new()));
    }
    // Kratos makes the object itself, and then misses what must be in it.
    if !place.is_only(Type::Object) || in_list {
        return None;
    }
    let mut object = Tree::Object(IndexMap::new());
    add(&mut object, place, depth - 1, left, in_list);
    matches!(&object, Tree::Object(members) if !members.is_empty()).then_some(object)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kratos::Schema;

    fn mended(schema: &str, traits: &str) -> String {
        let schema: Schema = serde_json::from_str(&format!(r#"{{"properties": {{"traits": {schema}}}}}"#)).unwrap();
        let mut tree = Tree::open(traits);
        mend(&mut tree, schema.traits().unwrap());
        tree.compact();
        complete(&mut tree, schema.traits().unwrap());
        tree.json()
    }

    #[test]
    fn what_is_no_longer_allowed_is_converted_by_its_text() {
        for (x, standing, becomes) in [
            (r#"{"type": "integer"}"#, "\"36\"", "36"),
            (r#"{"type": "integer"}"#, "36.0", "36"),
            (r#"{"type": "integer"}"#, "36.5", "36.5"),
            (r#"{"type": "integer"}"#, "\"old\"", "\"old\""),
            (r#"{"type": "integer"}"#, "\"\"", ""),
            (r#"{"type": "number"}"#, "36", "36"),
            (r#"{"type": "boolean"}"#, "\"yes\"", "true"),
            (r#"{"type": "boolean"}"#, "0", "false"),
            (r#"{"type": "string"}"#, "36", "\"36\""),
            (r#"{"type": "string"}"#, "true", "\"true\""),
            (r#"{"type": "string"}"#, "[\"a\"]", "\"a\""),
            (r#"{"type": "string"}"#, "[\"a\",\"b\"]", "\"a, b\""),
            (r#"{"type": "string"}"#, "{\"a\":1}", "{\"a\":1}"),
            (r#"{"type": "string"}"#, "null", ""),
            (r#"{"type": "string"}"#, "[]", ""),
            (r#"{"type": "array", "items": {"type": "string"}}"#, "\"a,b\"", "[\"a,b\"]"),
            (r#"{"type": "array", "items": {"type": "integer"}}"#, "\"5\"", "[5]"),
            (r#"{"type": "array", "items": {"type": "integer"}}"#, "[\"1\",2,null]", "[1,2]"),
            (r#"{"type": "array", "items": {"type": "string"}}"#, "null", ""),
            (r#"{"anyOf": [{"type": "integer"}, {"type": "null"}]}"#, "\"7\"", "7"),
            (r#"{"anyOf": [{"type": "integer"}, {"type": "null"}]}"#, "null", "null"),
            (r#"{"enum": [1, 2]}"#, "\"2\"", "2"),
            (r#"{"enum": ["a"]}"#, "\"b\"", "\"b\""),
            (r#"{"title": "any"}"#, "[1,\"1\",null]", "[1,\"1\",null]"),
            (
                r#"{"type": "object", "properties": {"n": {"type": "integer"}}}"#,
                r#"{"n":"1","m":"1"}"#,
                r#"{"n":1,"m":"1"}"#,
            ),
        ] {
            let expected = if becomes.is_empty() { "{}".to_owned() } else { format!("{{\"x\":{becomes}}}") };
            assert_eq!(
                mended(&format!(r#"{{"properties": {{"x": {x}}}}}"#), &format!("{{\"x\":{standing}}}")),
                expected,
                "{x}"
            );
        }
    }

    #[test]
    fn what_must_be_there_is_as_empty_as_it_may_be() {
        for (x, standing, becomes) in [
            (r#"{"type": "string"}"#, "{\"x\":null}", "{\"x\":\"\"}"),
            (r#"{"type": "string", "minLength": 1}"#, "{\"x\":null}", "{\"x\":null}"),
            (r#"{"type": "array"}"#, "{\"x\":null}", "{\"x\":[]}"),
            (r#"{"type": "boolean"}"#, "{}", "{\"x\":false}"),
            (r#"{"type": ["boolean", "null"]}"#, "{}", "{\"x\":false}"),
            (r#"{"type": "boolean", "const": true}"#, "{}", "{}"),
            (r#"{"type": "string"}"#, "{}", "{}"),
        ] {
            let schema = format!(r#"{{"properties": {{"x": {x}}}, "required": ["x"]}}"#);
            assert_eq!(mended(&schema, standing), becomes, "{x}");
        }
    }

    #[test]
    fn forbidden_members_go_and_missing_lists_come() {
        let schema = r#"{"additionalProperties": false, "patternProperties": {"^x_": {}}, "properties": {
            "a": {"type": "object", "additionalProperties": false, "properties": {"street": {}}},
            "l": {"type": "array", "items": {"type": "object"}}, "m": {"type": "array", "items": {"type": "array"}},
            "plain": {"type": "array", "items": {"type": "string"}},
            "n": {"type": "object", "properties": {"l": {"type": "array", "items": {"type": "object"}}}},
            "o": {"type": "object", "properties": {"yes": {"type": "boolean"}}, "required": ["yes"]},
            "p": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}}}"#;
        assert_eq!(
            mended(schema, r#"{"gone":1,"x_a":2,"a":{"street":"S","fax":"1"}}"#),
            r#"{"x_a":2,"a":{"street":"S"},"l":[],"m":[],"n":{"l":[]},"o":{"yes":false}}"#
        );
    }
}
