//! Traits as a tree whose scalars stay as they were written.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// How deep traits are opened; what lies deeper stays one value.
const DEPTH: usize = 32;

/// A JSON value opened down to its scalars.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Tree<'a> {
    /// A scalar, as its JSON text.
    Leaf(Cow<'a, str>),
    /// An object, in its order.
    Object(IndexMap<Cow<'a, str>, Self>),
    /// An array.
    Array(Vec<Self>),
    /// Nothing: what was taken out, until the whole is written.
    Gone,
}

/// Names shapes only: traits are nobody's business.
impl fmt::Debug for Tree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Leaf(_) => "scalar",
            Self::Object(_) => "{…}",
            Self::Array(_) => "[…]",
            Self::Gone => "gone",
        })
    }
}

impl<'a> Tree<'a> {
    /// Opens JSON text.
    pub(crate) fn open(json: &'a str) -> Self {
        Self::open_to(json.trim(), DEPTH)
    }

    fn open_to(json: &'a str, depth: usize) -> Self {
        let inner = |raw: &'a RawValue| Self::open_to(raw.get().trim(), depth - 1);
        let opened = match json.as_bytes().first() {
            Some(b'{') if depth > 0 => serde_json::from_str::<Members<'a>>(json).map(|Members(members)| {
                Self::Object(members.into_iter().map(|(key, raw)| (key, inner(raw))).collect())
            }),
            Some(b'[') if depth > 0 => serde_json::from_str::<Vec<&'a RawValue>>(json)
                .map(|items| Self::Array(items.into_iter().map(inner).collect())),
            _ => return Self::Leaf(Cow::Borrowed(json)),
        };
        opened.unwrap_or(Self::Leaf(Cow::Borrowed(json)))
    }

    /// The scalar here, as its JSON text.
    pub(crate) fn leaf(&self) -> Option<&str> {
        match self {
            Self::Leaf(json) => Some(json),
            _ => None,
        }
    }

    /// The same, as long as the answer it came in.
    pub(crate) fn source(&self) -> Option<&'a str> {
        match self {
            Self::Leaf(Cow::Borrowed(json)) => Some(json),
            _ => None,
        }
    }

    /// Whether there is nothing: no value, or `null`.
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Gone) || self.leaf() == Some("null")
    }

    /// A member of this object.
    pub(crate) fn member(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.get(name).filter(|member| !matches!(member, Self::Gone)),
            _ => None,
        }
    }

    /// An item of this array.
    pub(crate) fn item(&self, index: usize) -> Option<&Self> {
        match self {
            Self::Array(items) => items.get(index).filter(|item| !matches!(item, Self::Gone)),
            _ => None,
        }
    }

    /// Takes the lists of what was sent and refused: the page shows those, and an item's index is
    /// one of theirs. A list that shows the same stays as it is.
    pub(super) fn take_lists(&mut self, sent: Option<&Self>) {
        match self {
            Self::Object(members) => {
                for (name, member) in members.iter_mut() {
                    member.take_lists(sent.and_then(|sent| sent.member(name)));
                }
                if let Some(Self::Object(sent)) = sent {
                    for (name, member) in sent.iter().filter(|(_, member)| matches!(member, Self::Array(_))) {
                        members.entry(name.clone()).or_insert_with(|| member.clone());
                    }
                }
            }
            Self::Array(_) => {
                let texts_of = |tree: &Self| {
                    let mut texts = Vec::new();
                    tree.texts(&mut Vec::new(), &mut texts);
                    texts
                };
                let before = texts_of(self);
                if !before.is_empty() && before != sent.map(texts_of).unwrap_or_default() {
                    *self = sent.cloned().unwrap_or(Self::Array(Vec::new()));
                }
            }
            Self::Leaf(json) if json == "null" && matches!(sent, Some(Self::Array(_))) => {
                *self = sent.cloned().unwrap_or(Self::Gone);
            }
            Self::Leaf(_) | Self::Gone => {}
        }
    }

    /// The texts here and below, each with the way to it.
    fn texts(&self, way: &mut Vec<String>, into: &mut Vec<(Vec<String>, String)>) {
        match self {
            Self::Leaf(json) => {
                // Nodes hold numbers as 64-bit floats.
                let text = text(json);
                let number = json.parse::<f64>().ok().map(|number| number.to_string());
                into.push((way.clone(), number.unwrap_or_else(|| text.into_owned())));
            }
            Self::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                members.sort_by_key(|(name, _)| *name);
                for (name, member) in members {
                    way.push(name.to_string());
                    member.texts(way, into);
                    way.pop();
                }
            }
            Self::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    way.push(index.to_string());
                    item.texts(way, into);
                    way.pop();
                }
            }
            Self::Gone => {}
        }
    }

    /// Takes out what has gone, here and below.
    pub(crate) fn compact(&mut self) {
        match self {
            Self::Object(members) => {
                members.retain(|_, member| !matches!(member, Self::Gone));
                members.values_mut().for_each(Self::compact);
            }
            Self::Array(items) => {
                items.retain(|item| !matches!(item, Self::Gone));
                items.iter_mut().for_each(Self::compact);
            }
            Self::Leaf(_) | Self::Gone => {}
        }
    }

    /// The value as JSON.
    pub(crate) fn json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// Writes the value as JSON.
    pub(crate) fn write(&self, out: &mut String) {
        let separated = |out: &mut String, first: &mut bool| {
            if !std::mem::take(first) {
                out.push(',');
            }
        };
        let mut first = true;
        match self {
            Self::Leaf(json) => out.push_str(json),
            Self::Gone => out.push_str("null"),
            Self::Object(members) => {
                out.push('{');
                for (name, member) in members.iter().filter(|(_, member)| !matches!(member, Self::Gone)) {
                    separated(out, &mut first);
                    out.push_str(&quoted(name));
                    out.push(':');
                    member.write(out);
                }
                out.push('}');
            }
            Self::Array(items) => {
                out.push('[');
                for item in items.iter().filter(|item| !matches!(item, Self::Gone)) {
                    separated(out, &mut first);
                    item.write(out);
                }
                out.push(']');
            }
        }
    }
}

/// The text of a scalar: strings without quotes, nothing for `null`, the literal for all else.
pub(crate) fn text(json: &str) -> Cow<'_, str> {
    match json {
        "null" => Cow::Borrowed(""),
        _ => match json.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')) {
            Some(plain) if !plain.contains('\\') => Cow::Borrowed(plain),
            Some(_) => Cow::Owned(serde_json::from_str(json).unwrap_or_default()),
            None => Cow::Borrowed(json),
        },
    }
}

/// A text as JSON.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The members of an object, in its order. Of a name that is there twice the last counts, as it
/// does to Kratos.
struct Members<'a>(IndexMap<Cow<'a, str>, &'a RawValue>);

#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Found;
        impl<'de> Visitor<'de> for Found {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = IndexMap::new();
                while let Some((Key(name), value)) = map.next_entry()? {
                    members.insert(name, value);
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(Found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opening_keeps_every_literal() {
        for text in [r#"{"z":1.0,"a":[1e2,123456789012345678901234567890,"\u00e9",{}],"n":null,"e":[]}"#, "[]", "3"] {
            assert_eq!(Tree::open(text).json(), text);
        }
        let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
        assert_eq!(Tree::open(&deep).json(), deep);
        assert_eq!(Tree::open(r#" {"a" : 1, "a\"b": [ ] }"#).json(), r#"{"a":1,"a\"b":[]}"#);
    }

    #[test]
    fn what_has_gone_is_not_written() {
        let mut tree = Tree::open(r#"{"a":1,"l":[1,2,3]}"#);
        let Tree::Object(members) = &mut tree else { panic!("an object") };
        members.insert("a".into(), Tree::Gone);
        let Some(Tree::Array(items)) = members.get_mut("l") else { panic!("a list") };
        items[1] = Tree::Gone;
        assert_eq!(tree.json(), r#"{"l":[1,3]}"#);
        tree.compact();
        assert_eq!(tree, Tree::open(r#"{"l":[1,3]}"#));
    }
}
