//! A schema's JSON, in its order.

use std::collections::HashMap;
use std::fmt;

use indexmap::IndexMap;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess};
use serde_json::Number;

/// A JSON value whose objects keep their order. Deeper than 128 levels there is none: `serde_json`
/// reads no further.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Document {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Self>),
    Object(IndexMap<String, Self>),
}

impl Document {
    /// The value of a keyword here.
    pub(super) fn get(&self, keyword: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.get(keyword),
            _ => None,
        }
    }

    pub(super) fn text(&self, keyword: &str) -> Option<&str> {
        self.get(keyword)?.as_text().filter(|text| !text.is_empty())
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn number(&self, keyword: &str) -> Option<&Number> {
        match self.get(keyword)? {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn is_true(&self, keyword: &str) -> bool {
        self.get(keyword) == Some(&Self::Bool(true))
    }

    /// The items of a list that a keyword gives.
    pub(super) fn list(&self, keyword: &str) -> &[Self] {
        match self.get(keyword) {
            Some(Self::List(items)) => items,
            _ => &[],
        }
    }

    /// The members of an object that a keyword gives.
    pub(super) fn members(&self, keyword: &str) -> impl Iterator<Item = (&str, &Self)> {
        let members = match self.get(keyword) {
            Some(Self::Object(members)) => Some(members),
            _ => None,
        };
        members.into_iter().flatten().map(|(name, value)| (name.as_str(), value))
    }

    /// What a JSON pointer (RFC 6901, in a URL's fragment) leads to.
    fn at(&self, pointer: &str) -> Option<&Self> {
        let mut here = self;
        for segment in pointer.split('/').skip(1) {
            let segment = percent_decoded(segment).replace("~1", "/").replace("~0", "~");
            here = match here {
                Self::Object(members) => members.get(&segment)?,
                Self::List(items) => items.get(segment.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(here)
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let byte = code.filter(|_| *first == b'%').and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Where a schema's references lead: within itself only.
#[derive(Debug)]
pub(super) struct References<'a> {
    root: &'a Document,
    /// What has an identifier of its own, by that.
    named: HashMap<&'a str, &'a Document>,
}

impl<'a> References<'a> {
    pub(super) fn of(root: &'a Document) -> Self {
        let mut named = HashMap::new();
        let mut left = vec![root];
        while let Some(here) = left.pop() {
            match here {
                Document::Object(members) => {
                    for keyword in ["$id", "$anchor", "id"] {
                        if let Some(name) = here.text(keyword) {
                            named.entry(name.trim_end_matches('#')).or_insert(here);
                        }
                    }
                    left.extend(members.values());
                }
                Document::List(items) => left.extend(items),
                _ => {}
            }
        }
        Self { root, named }
    }

    /// What `$ref` refers to, as far as it is here.
    pub(super) fn target(&self, reference: &str) -> Option<&'a Document> {
        if let Some(document) = self.named.get(reference) {
            return Some(document);
        }
        let (document, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let document = match document {
            "" => self.root,
            name => self.named.get(name).or_else(|| {
                // A relative reference: `person.json` where `$id` is `https://example.org/person.json`.
                let ending = |id: &&str| id.strip_suffix(name).is_some_and(|start| start.ends_with('/'));
                self.root.text("$id").as_ref().filter(|id| ending(id)).map(|_| &self.root)
            })?,
        };
        match fragment {
            "" => Some(document),
            pointer if pointer.starts_with('/') => document.at(pointer),
            name => self.named.get(name).copied(),
        }
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Document;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Document, E> {
                Ok(Document::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Document, E> {
                Ok(Document::Bool(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Document, E> {
                Ok(Document::Number(value.into()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Document, E> {
                Ok(Document::Number(value.into()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Document, E> {
                Ok(Number::from_f64(value).map_or(Document::Null, Document::Number))
            }

            fn visit_str<E>(self, value: &str) -> Result<Document, E> {
                Ok(Document::Text(value.to_owned()))
            }

            fn visit_string<E>(self, value: String) -> Result<Document, E> {
                Ok(Document::Text(value))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Document, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = from.next_element()? {
                    items.push(item);
                }
                Ok(Document::List(items))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Document, A::Error> {
                let mut members = IndexMap::new();
                while let Some((name, value)) = from.next_entry()? {
                    members.insert(name, value);
                }
                Ok(Document::Object(members))
            }
        }
        from.deserialize_any(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_lead_wherever_a_schema_names_a_part_of_itself() {
        let root: Document = serde_json::from_str(
            r##"{"$id": "https://example.org/person.json",
                "definitions": {"a/b~c d": {"title": "odd"}, "named": {"$id": "#here", "title": "id"}},
                "$defs": {"anchored": {"$anchor": "there", "title": "anchor"}, "own": {"$id": "own.json", "title": "own",
                    "definitions": {"in": {"title": "inner"}}}},
                "allOf": [{"title": "first"}]}"##,
        )
        .unwrap();
        let references = References::of(&root);
        for (reference, title) in [
            ("#/definitions/a~1b~0c%20d", Some("odd")),
            ("#here", Some("id")),
            ("#there", Some("anchor")),
            ("own.json", Some("own")),
            ("own.json#/definitions/in", Some("inner")),
            ("https://example.org/person.json#/allOf/0", Some("first")),
            ("person.json#/allOf/0", Some("first")),
            ("#/allOf/1", None),
            ("#/definitions/named/$id/x", None),
            ("https://elsewhere.example/x.json", None),
            ("#", None),
            ("", None),
        ] {
            assert_eq!(references.target(reference).and_then(|found| found.text("title")), title, "{reference}");
        }
    }
}
