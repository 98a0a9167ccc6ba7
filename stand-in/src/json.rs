//! JSON that keeps number literals and the order of keys, as Kratos keeps an identity's traits.

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

/// A JSON document whose scalars are the text they were written as.
#[derive(Clone, Debug)]
pub(crate) enum Json {
    /// An object, in the order it was written.
    Object(Vec<(String, Self)>),
    /// An array.
    Array(Vec<Self>),
    /// Everything else, as text: `1.0` stays `1.0`.
    Scalar(Box<RawValue>),
}

impl Json {
    /// Reads a document; `None` where the text is no JSON.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Any serialisable value as a document.
    pub(crate) fn from(value: impl Serialize) -> Self {
        serde_json::to_string(&value).ok().and_then(|text| Self::parse(&text)).unwrap_or(Self::Object(Vec::new()))
    }

    /// An empty object.
    pub(crate) fn empty() -> Self {
        Self::Object(Vec::new())
    }

    /// The document as text.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The document as serde's value: numbers lose what a float cannot hold.
    pub(crate) fn value(&self) -> Value {
        match self {
            Self::Object(entries) => entries.iter().map(|(key, value)| (key.clone(), value.value())).collect(),
            Self::Array(items) => items.iter().map(Self::value).collect(),
            Self::Scalar(raw) => serde_json::from_str(raw.get()).unwrap_or(Value::Null),
        }
    }

    /// A string's characters, everything else as it is written: what Kratos makes of a JSON field that stands for a
    /// form field.
    pub(crate) fn form_text(&self) -> String {
        match self.value() {
            Value::String(text) => text,
            Value::Null => String::new(),
            _ => self.text(),
        }
    }

    /// A member of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            Self::Array(items) => key.parse::<usize>().ok().and_then(|index| items.get(index)),
            Self::Scalar(_) => None,
        }
    }

    /// The value at a dotted path.
    pub(crate) fn at(&self, path: &str) -> Option<&Self> {
        path.split('.').try_fold(self, |here, key| here.get(key))
    }

    /// The string at a dotted path.
    pub(crate) fn text_at(&self, path: &str) -> Option<String> {
        self.at(path).and_then(|found| found.value().as_str().map(str::to_owned))
    }

    /// Sets a member of an object; anything that is no object becomes one.
    pub(crate) fn set(&mut self, key: &str, value: Self) {
        if !matches!(self, Self::Object(_)) {
            *self = Self::empty();
        }
        if let Self::Object(entries) = self {
            match entries.iter_mut().find(|(name, _)| name == key) {
                Some((_, old)) => *old = value,
                None => entries.push((key.to_owned(), value)),
            }
        }
    }

    /// Sets the value at a dotted path and makes the objects on the way.
    pub(crate) fn set_at(&mut self, path: &str, value: Self) {
        match path.split_once('.') {
            None => self.set(path, value),
            Some((key, rest)) => {
                let mut child = self.get(key).cloned().unwrap_or_else(Self::empty);
                child.set_at(rest, value);
                self.set(key, child);
            }
        }
    }

    /// Puts in all that the other has: where both have an object, its members.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (key, value) in other.entries() {
            match (self.get(key), value) {
                (Some(Self::Object(_)), Self::Object(_)) => {
                    let mut child = self.get(key).cloned().unwrap_or_else(Self::empty);
                    child.merge(value);
                    self.set(key, child);
                }
                _ => self.set(key, value.clone()),
            }
        }
    }

    /// Every scalar with its dotted path, as Kratos flattens traits.
    pub(crate) fn leaves(&self) -> Vec<(String, Value)> {
        let mut found = Vec::new();
        self.collect_leaves("", &mut found);
        found
    }

    /// Every scalar of traits with the name of its field.
    pub(crate) fn trait_leaves(&self) -> Vec<(String, Value)> {
        self.leaves().into_iter().map(|(name, value)| (format!("traits.{name}"), value)).collect()
    }

    /// The members of an object.
    pub(crate) fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Object(entries) => entries,
            Self::Array(_) | Self::Scalar(_) => &[],
        }
    }

    /// The recursion of [`Json::leaves`].
    fn collect_leaves(&self, path: &str, found: &mut Vec<(String, Value)>) {
        let under = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        match self {
            Self::Object(entries) => {
                for (key, value) in entries {
                    value.collect_leaves(&under(&key.replace('.', "\\.")), found);
                }
            }
            Self::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    item.collect_leaves(&under(&index.to_string()), found);
                }
            }
            Self::Scalar(_) => found.push((path.to_owned(), through_float(self.value()))),
        }
    }
}

/// A number as Kratos shows it in a node: it went through a 64 bit float, and whole ones are written as such.
fn through_float(value: Value) -> Value {
    let Some(float) = value.as_f64() else { return value };
    let text = float.to_string();
    text.parse::<i64>()
        .map(Value::from)
        .or_else(|_| text.parse::<u64>().map(Value::from))
        .unwrap_or_else(|_| float.into())
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::Array(items) => items.serialize(serializer),
            Self::Scalar(raw) => raw.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// The entries of an object in the order they stand.
        struct Entries(Vec<(String, Json)>);
        impl<'de> Deserialize<'de> for Entries {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                /// Collects the entries.
                struct Collect;
                impl<'de> Visitor<'de> for Collect {
                    type Value = Entries;
                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        formatter.write_str("an object")
                    }
                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                        let mut entries = Vec::new();
                        while let Some(entry) = map.next_entry()? {
                            entries.push(entry);
                        }
                        Ok(Entries(entries))
                    }
                }
                deserializer.deserialize_map(Collect)
            }
        }
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        match raw.get().as_bytes().first() {
            Some(b'{') => serde_json::from_str::<Entries>(raw.get()).map(|entries| Self::Object(entries.0)),
            Some(b'[') => serde_json::from_str(raw.get()).map(Self::Array),
            _ => return Ok(Self::Scalar(raw)),
        }
        .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn literals_and_order_survive() {
        let text = r#"{"b":1.0,"a":[12345678901234567890123,{"y":1e2,"x":null}]}"#;
        assert_eq!(Json::parse(text).unwrap().text(), text);
    }

    #[test]
    fn leaves_are_flattened_and_numbers_went_through_a_float() {
        let json = Json::parse(r#"{"a":{"b":["x",1.0]},"c":{},"n":12345678901234567890,"x.y":0}"#).unwrap();
        let leaves = json.leaves();
        assert_eq!(leaves[0], ("a.b.0".to_owned(), "x".into()));
        assert_eq!(leaves[1].1.to_string(), "1");
        assert_eq!(leaves[2].1.to_string(), "12345678901234567000");
        assert_eq!(leaves[3].0, "x\\.y");
        assert_eq!(leaves.len(), 4);
    }

    #[test]
    fn objects_are_merged_and_all_else_is_replaced() {
        let mut json = Json::parse(r#"{"name":{"first":"Ada","last":"King"},"tags":[1,2],"age":36}"#).unwrap();
        json.merge(&Json::parse(r#"{"name":{"last":"Lovelace"},"tags":[3],"age":null,"more":{}}"#).unwrap());
        let merged = r#"{"name":{"first":"Ada","last":"Lovelace"},"tags":[3],"age":null,"more":{}}"#;
        assert_eq!(json.text(), merged);
    }

    #[test]
    fn a_path_makes_its_objects_and_null_becomes_one() {
        let mut json = Json::parse(r#"{"deep":null}"#).unwrap();
        json.set_at("deep.a.b", Json::empty());
        assert_eq!(json.text(), r#"{"deep":{"a":{"b":{}}}}"#);
    }
}
