//! Identity schemas: what a trait may be, where neither its value nor its node tells.

use serde::Deserialize;
use serde_json::Value;

/// How many references may lead on from one place.
const REFERENCES: usize = 16;

/// An identity's JSON schema (`GET /schemas/{id}`).
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Schema(Value);

/// A schema with its name, as `GET /schemas` lists them.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct NamedSchema {
    /// Its id.
    pub id: String,
    /// The schema.
    pub schema: Schema,
}

/// One place in a schema.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    root: &'a Value,
    here: &'a Value,
}

impl Schema {
    /// The place that describes all traits.
    pub fn traits(&self) -> Option<Place<'_>> {
        Place { root: &self.0, here: &self.0 }.property("traits")
    }
}

impl<'a> Place<'a> {
    /// The place of a member of this object or of an item of this array.
    pub fn child(self, segment: &str) -> Option<Self> {
        if self.is("array") { self.items() } else { self.property(segment) }
    }

    /// Whether values here may be of this JSON type.
    pub fn is(self, kind: &str) -> bool {
        self.facets("type").any(|types| match types {
            Value::String(one) => one == kind,
            Value::Array(several) => several.iter().any(|one| one == kind),
            _ => false,
        })
    }

    /// The format of strings here: `email`, `date-time`, …
    pub fn format(self) -> Option<&'a str> {
        self.facets("format").find_map(Value::as_str)
    }

    /// What a person calls this.
    pub fn title(self) -> Option<&'a str> {
        self.facets("title").find_map(Value::as_str).filter(|title| !title.is_empty())
    }

    /// What a person should know to fill this in.
    pub fn description(self) -> Option<&'a str> {
        self.facets("description").find_map(Value::as_str).filter(|text| !text.is_empty())
    }

    /// The values to choose among.
    pub fn choices(self) -> Option<&'a [Value]> {
        self.facets("enum").find_map(Value::as_array).map(Vec::as_slice)
    }

    /// The number that a keyword gives: `minimum`, `maxLength`, …
    pub fn number(self, keyword: &'a str) -> Option<&'a serde_json::Number> {
        self.facets(keyword).find_map(Value::as_number)
    }

    /// Whether people may not change this.
    pub fn is_read_only(self) -> bool {
        self.facets("readOnly").any(|read_only| read_only == &Value::Bool(true))
    }

    /// Whether a field of this name is described here.
    pub(crate) fn knows(self, name: &str) -> bool {
        name.split('.').try_fold(self, |place, segment| place.child(segment)).is_some()
    }

    /// The place of this array's items.
    pub fn items(self) -> Option<Self> {
        self.facets("items").find(|items| items.is_object()).map(|here| Self { here, ..self })
    }

    /// The properties of this object, by name.
    pub fn properties(self) -> impl Iterator<Item = (&'a str, Self)> {
        let members = self.facets("properties").filter_map(Value::as_object).flatten();
        members.map(move |(name, here)| (name.as_str(), Self { here, ..self }))
    }

    fn property(self, name: &str) -> Option<Self> {
        self.properties().find(|(known, _)| *known == name).map(|(_, place)| place)
    }

    /// The values of a keyword here, in what this place refers to, and in all that must hold
    /// as well.
    fn facets(self, keyword: &'a str) -> impl Iterator<Item = &'a Value> {
        let mut found = Vec::new();
        self.gather(keyword, REFERENCES, &mut found);
        found.into_iter()
    }

    fn gather(self, keyword: &str, depth: usize, found: &mut Vec<&'a Value>) {
        found.extend(self.here.get(keyword));
        if depth == 0 {
            return;
        }
        let target = self.here.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix('#'));
        let referred = target.and_then(|pointer| self.root.pointer(pointer));
        let all = self.here.get("allOf").and_then(Value::as_array).into_iter().flatten();
        for here in all.chain(referred) {
            Self { here, ..self }.gather(keyword, depth - 1, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_found_through_references_and_conjunctions() {
        let schema: Schema = serde_json::from_value(serde_json::json!({
            "definitions": {"tag": {"type": ["string", "null"], "format": "email"}, "loop": {"$ref": "#/definitions/loop"}},
            "properties": {"traits": {"type": "object", "allOf": [{"properties": {"extra": {"type": "integer"}}}], "properties": {
                "tags": {"type": "array", "items": {"$ref": "#/definitions/tag"}},
                "loop": {"$ref": "#/definitions/loop"},
            }}},
        }))
        .unwrap();
        let traits = schema.traits().unwrap();
        let tag = traits.child("tags").unwrap().child("0").unwrap();
        assert!(tag.is("string") && tag.is("null") && !tag.is("number"));
        assert_eq!(tag.format(), Some("email"));
        assert!(traits.child("extra").unwrap().is("integer"));
        assert!(!traits.child("loop").unwrap().is("string"), "a circle of references ends");
        assert!(traits.child("none").is_none());
    }
}
