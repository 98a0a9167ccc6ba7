//! Identity schemas: what a trait may be, where neither its value nor its node tells.

mod compile;
mod document;
mod pattern;
mod place;

use serde::{Deserialize, Deserializer};

pub use self::place::{Choice, Marks, Place, Type};

use self::document::Document;
use self::place::Data;

/// How deep traits are looked at for what is marked.
const DEPTH: usize = 8;

/// How many of them.
const LOOKED_AT: usize = 20_000;

/// An identity's JSON schema (`GET /schemas/{id}`), read once: whatever it holds, looking up a
/// place takes no longer than its name is deep.
#[derive(Clone, Debug)]
pub struct Schema {
    places: Vec<Data>,
    marked: Vec<(Vec<Step>, Marks)>,
}

/// A step on the way to a trait.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// A member of an object.
    Member(String),
    /// Each item of an array.
    Items,
}

/// A schema with its name, as `GET /schemas` lists them.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct NamedSchema {
    /// Its id.
    pub id: String,
    /// The schema.
    pub schema: Schema,
}

impl Schema {
    /// The place that describes all traits.
    pub fn traits(&self) -> Option<Place<'_>> {
        Place::new(&self.places, 0)
    }

    /// The traits that Kratos takes for something, in the schema's order, with the way to each.
    pub fn marked(&self) -> &[(Vec<Step>, Marks)] {
        &self.marked
    }
}

impl<'de> Deserialize<'de> for Schema {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut schema = Self { places: compile::places(&Document::deserialize(from)?), marked: Vec::new() };
        let mut marked = Vec::new();
        if let Some(traits) = schema.traits() {
            mark(traits, &mut Vec::new(), &mut LOOKED_AT.clone(), &mut marked);
        }
        schema.marked = marked;
        Ok(schema)
    }
}

/// Notes what is marked at and below `place`.
fn mark(place: Place<'_>, way: &mut Vec<Step>, left: &mut usize, marked: &mut Vec<(Vec<Step>, Marks)>) {
    /// More of them are no schema of a person.
    const MOST: usize = 64;
    if place.marks() != Marks::default() && marked.len() < MOST {
        marked.push((way.clone(), place.marks()));
    }
    if way.len() >= DEPTH || *left == 0 {
        return;
    }
    *left -= 1;
    let members = place.properties().map(|(name, member)| (Step::Member(name.to_owned()), member));
    for (step, inner) in members.chain(place.items().map(|items| (Step::Items, items))) {
        way.push(step);
        mark(inner, way, left, marked);
        way.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(traits: &str) -> Schema {
        let text = format!(
            r##"{{"definitions": {{"tag": {{"type": ["string", "null"], "format": "email"}},
                "loop": {{"$ref": "#/definitions/loop"}}, "tree": {{"type": "object", "title": "Tree", "properties":
                {{"name": {{"type": "string"}}, "kids": {{"type": "array", "items": {{"$ref": "#/definitions/tree"}}}}}}}},
                "many": {{"anyOf": [{{"$ref": "#/definitions/many"}}, {{"$ref": "#/definitions/many"}}]}}}},
                "properties": {{"traits": {traits}}}}}"##
        );
        serde_json::from_str(&text).unwrap()
    }

    fn refuses_blank(place: Place<'_>) -> bool {
        place.refuses_blank()
    }

    /// The place of the one property `x`.
    fn with<T>(x: &str, ask: impl FnOnce(Place<'_>) -> T) -> T {
        let schema = schema(&format!(r#"{{"type": "object", "properties": {{"x": {x}}}}}"#));
        ask(schema.traits().unwrap().member("x").unwrap())
    }

    #[test]
    fn types_are_read_through_whatever_combines_them() {
        use Type::{Array, Boolean, Integer, Null, Number, Object, String};
        for (x, types, strict) in [
            (r#"{"type": "integer"}"#, &[Integer][..], true),
            (r#"{"type": ["number", "string"]}"#, &[Number, String], true),
            (r#"{"anyOf": [{"type": "integer"}, {"type": "null"}]}"#, &[Integer, Null], true),
            (r#"{"oneOf": [{"type": "boolean"}, {"type": "null"}], "title": "Flag"}"#, &[Boolean, Null], true),
            (r#"{"oneOf": [{"const": "f"}, {"const": 1.5}]}"#, &[String, Number], true),
            (r#"{"const": 3}"#, &[Integer], true),
            (r#"{"enum": ["a", null]}"#, &[String, Null], true),
            (r#"{"type": "number", "enum": [1, 2.5]}"#, &[Number], true),
            (r#"{"allOf": [{"type": ["string", "integer"]}, {"type": "number"}]}"#, &[Integer], true),
            (r##"{"$ref": "#/definitions/tag"}"##, &[String, Null], true),
            (r##"{"anyOf": [{"$ref": "#/definitions/tree"}, {"type": "array"}]}"##, &[Object, Array], true),
            (r#"{"anyOf": [{"type": "string"}, {}]}"#, &[String], false),
            (r#"{"if": {"type": "string"}, "then": {"type": "boolean"}}"#, &[Boolean], false),
            (r#"{"title": "Anything"}"#, &[], false),
            (r#"{"type": "nonsense"}"#, &[], false),
            ("true", &[], false),
            (r##"{"$ref": "#/definitions/loop"}"##, &[], false),
            (r##"{"$ref": "#/definitions/many"}"##, &[], false),
            (r#"{"allOf": [{"type": "string"}, {"type": "object"}]}"#, &[], false),
        ] {
            with(x, |place| {
                assert_eq!(place.types(), types, "{x}");
                assert_eq!(
                    !place.types().contains(&Array) && place.refuses(Array),
                    strict && !types.contains(&Array),
                    "{x}"
                );
            });
        }
    }

    #[test]
    fn choices_have_their_titles() {
        for (x, choices) in [
            (r#"{"enum": ["a", 2, null]}"#, r#""a" 2 null"#),
            (
                r#"{"oneOf": [{"const": "f", "title": "Female"}, {"const": "m", "title": "Male"}]}"#,
                r#""f"=Female "m"=Male"#,
            ),
            (r#"{"anyOf": [{"enum": ["a", "b"]}, {"type": "null"}]}"#, r#""a" "b""#),
            (r#"{"anyOf": [{"enum": ["a"]}, {"type": "string"}]}"#, ""),
            (r#"{"const": "v1", "title": "Const"}"#, r#""v1""#),
            (r#"{"type": "string"}"#, ""),
        ] {
            let said = with(x, |place| {
                let one = |choice: &Choice| match &choice.title {
                    Some(title) => format!("{}={title}", choice.value.get()),
                    None => choice.value.get().to_owned(),
                };
                place.choices().iter().map(one).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(said, choices, "{x}");
        }
    }

    #[test]
    fn a_place_is_found_through_references_and_conjunctions() {
        let schema = schema(
            r##"{"type": "object", "allOf": [{"properties": {"extra": {"type": "integer"}}}], "properties": {
                "zeta": {"type": "string"}, "tags": {"type": "array", "items": {"$ref": "#/definitions/tag"}},
                "tree": {"$ref": "#/definitions/tree", "title": "Mine"},
                "tuple": {"items": [{"type": "string"}, {"type": "integer"}], "additionalItems": {"type": "boolean"}},
                "map": {"patternProperties": {"^s_": {"type": "integer"}}, "additionalProperties": {"format": "uri"}}},
                "oneOf": [{"properties": {"kind": {"const": "a"}}, "required": ["kind"]},
                    {"properties": {"kind": {"const": "b"}, "note": {"title": "Note"}}}], "required": ["zeta"]}"##,
        );
        let traits = schema.traits().unwrap();
        let names: Vec<&str> = traits.properties().map(|(name, _)| name).collect();
        assert_eq!(names, ["zeta", "tags", "tree", "tuple", "map", "extra", "kind", "note"]);
        assert!(traits.requires("zeta") && !traits.requires("kind"));
        let at = |name| traits.member(name).unwrap();
        let tag = at("tags").item(0).unwrap();
        assert!(tag.is(Type::String) && tag.is_only(Type::String) && !tag.is(Type::Number));
        assert_eq!(tag.format(), Some("email"));
        assert!(at("extra").is(Type::Integer));
        assert_eq!(at("kind").choices().len(), 2);
        assert_eq!(at("note").title(), Some("Note"));
        let kid = at("tree").member("kids").and_then(|kids| kids.items()?.member("kids")?.items()).unwrap();
        assert_eq!((at("tree").title(), kid.title()), (Some("Mine"), Some("Tree")));
        let tuple = |index| at("tuple").item(index).unwrap().types()[0];
        assert_eq!([tuple(0), tuple(1), tuple(2)], [Type::String, Type::Integer, Type::Boolean]);
        assert!(at("map").member("s_1").unwrap().is(Type::Integer));
        assert_eq!(at("map").member("other").unwrap().format(), Some("uri"));
        assert!(traits.member("none").is_none());
    }

    #[test]
    fn only_what_is_certain_is_forbidden_or_refused() {
        let closed = r#"{"properties": {"a": {}}, "patternProperties": {"^x_": {}}, "additionalProperties": false}"#;
        for (x, name, forbids) in [
            (closed, "b", true),
            (closed, "a", false),
            (closed, "x_1", false),
            (&format!(r#"{{"anyOf": [{closed}, {{"type": "null"}}]}}"#), "b", true),
            (&format!(r#"{{"anyOf": [{closed}, {{"type": "object"}}]}}"#), "b", false),
            (&format!(r#"{{"if": {{}}, "then": {closed}}}"#), "b", false),
            (r#"{"patternProperties": {"(?=x)": {}}, "additionalProperties": false}"#, "b", false),
        ] {
            assert_eq!(with(x, |place| place.forbids(name)), forbids, "{x}");
        }
        for (x, refuses) in [
            (r#"{"type": "string"}"#, false),
            (r#"{"type": "string", "minLength": 1}"#, true),
            (r#"{"type": "string", "format": "email"}"#, true),
            (r#"{"type": "string", "pattern": "^a*$"}"#, false),
            (r#"{"type": "string", "pattern": "[A-Z]"}"#, true),
            (r#"{"enum": ["a", ""]}"#, false),
            (r#"{"enum": ["a"]}"#, true),
            (r#"{"type": "integer"}"#, true),
            (r#"{"anyOf": [{"type": "string", "format": "email"}, {"type": "string", "format": "tel"}]}"#, true),
            (r#"{"anyOf": [{"type": "string", "format": "email"}, {"type": "string"}]}"#, false),
            ("{}", false),
        ] {
            assert_eq!(with(x, refuses_blank), refuses, "{x}");
        }
    }

    #[test]
    fn kratos_marks_are_found_in_order() {
        let schema = schema(
            r#"{"properties": {"name": {"properties": {"login": {"ory.sh/kratos": {"credentials": {"password":
                {"identifier": true}, "totp": {"account_name": true}}}}}}, "mails": {"type": "array", "items":
                {"ory.sh/kratos": {"verification": {"via": "email"}}}}, "plain": {"ory.sh/kratos": {}}}}"#,
        );
        let way = |way: &[Step]| {
            let one = |step: &Step| match step {
                Step::Member(name) => name.clone(),
                Step::Items => "*".to_owned(),
            };
            way.iter().map(one).collect::<Vec<_>>().join(".")
        };
        let found: Vec<_> =
            schema.marked().iter().map(|(steps, marks)| (way(steps), marks.password, marks.totp)).collect();
        assert_eq!(found, [("name.login".to_owned(), true, true), ("mails.*".to_owned(), false, false)]);
    }

    #[test]
    fn whatever_a_schema_is_it_is_read_within_bounds() {
        for text in ["null", "[]", "3", "{}", r#"{"properties": []}"#, r#"{"properties": {"traits": 7}}"#] {
            let schema: Schema = serde_json::from_str(text).unwrap();
            assert!(schema.traits().is_none_or(|traits| traits.properties().next().is_none()), "{text}");
        }
        let many: Vec<String> =
            (0..10_000).map(|n| format!(r#""p{n}": {{"type": "string", "title": "T{n}"}}"#)).collect();
        let wide = schema(&format!(r#"{{"properties": {{{}}}}}"#, many.join(",")));
        assert_eq!(wide.traits().unwrap().member("p9999").unwrap().title(), Some("T9999"));
        // Each place has two members that are one of the two places before.
        let knot: Vec<String> = (0..40)
            .map(|n| format!(r##""k{n}": {{"allOf": [{{"$ref": "#/properties/traits/properties/k{a}"}}, {{"$ref": "#/properties/traits/properties/k{b}"}}], "properties": {{"l": {{"$ref": "#/properties/traits/properties/k{a}"}}, "r": {{"$ref": "#/properties/traits/properties/k{b}"}}}}}}"##, a = (n * 7 + 1) % 40, b = (n * 11 + 3) % 40))
            .collect();
        let knot = schema(&format!(r#"{{"properties": {{{}}}}}"#, knot.join(",")));
        assert!(knot.places.len() <= 32_768 && knot.marked().is_empty());
    }
}
