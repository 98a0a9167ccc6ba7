//! JSON that stays as Kratos wrote it.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::value::RawValue;

use super::text::Str;

/// A JSON value kept as the text it came in, borrowed from the answer where it can be.
///
/// Kratos keeps number literals as they were sent (`1.0`, integers beyond 64 bits); a parsed
/// value would not. `Debug` names the kind of value only: it may be a trait or a secret.
#[derive(Clone, Serialize)]
#[serde(transparent)]
pub struct Json<'a>(Cow<'a, RawValue>);

impl Json<'static> {
    /// Wraps JSON text.
    ///
    /// # Errors
    /// When `text` is not one JSON value.
    pub fn new(text: String) -> Result<Self, serde_json::Error> {
        RawValue::from_string(text).map(|json| Self(Cow::Owned(json)))
    }

    /// Writes `value` as JSON text.
    pub fn from_value(value: &serde_json::Value) -> Self {
        // A value always has a text; `null` stands for the one that had none.
        let json = serde_json::value::to_raw_value(value);
        Self(json.map_or(Cow::Borrowed(RawValue::NULL), Cow::Owned))
    }
}

impl Json<'_> {
    /// The JSON text, without space around it.
    pub fn get(&self) -> &str {
        self.0.get().trim()
    }

    /// Reads the value as a `T`, or nothing when it is something else or nested deeper than 128.
    pub fn read<'s, T: Deserialize<'s>>(&'s self) -> Option<T> {
        serde_json::from_str(self.get()).ok()
    }

    /// The value as a person would write it: strings without quotes, nothing for `null`, the
    /// literal for all else.
    pub fn text(&self) -> Cow<'_, str> {
        match self.get() {
            "null" => Cow::Borrowed(""),
            quoted if quoted.starts_with('"') => self.read::<Str<'_>>().map(Cow::from).unwrap_or_default(),
            literal => Cow::Borrowed(literal),
        }
    }

    /// The same, without the answer it came in.
    pub fn into_owned(self) -> Json<'static> {
        Json(Cow::Owned(self.0.into_owned()))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Json<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <&RawValue>::deserialize(from).map(|json| Self(Cow::Borrowed(json)))
    }
}

impl fmt::Debug for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.get().as_bytes().first() {
            Some(b'{') => "{…}",
            Some(b'[') => "[…]",
            Some(b'"') => "\"…\"",
            Some(b'n') => "null",
            Some(b't' | b'f') => "bool",
            _ => "number",
        })
    }
}

/// Compares texts: `1.0` and `1` differ.
impl PartialEq<Json<'_>> for Json<'_> {
    fn eq(&self, other: &Json<'_>) -> bool {
        self.get() == other.get()
    }
}

impl Eq for Json<'_> {}

/// The members of an object by name, in order, whatever they are: read in one pass.
#[derive(Clone, Default)]
pub struct Members<'a>(Vec<(Str<'a>, &'a RawValue)>);

impl<'a> Members<'a> {
    /// Those of `json`; none of what is no object.
    pub fn of(json: &'a Json<'_>) -> Self {
        json.read().unwrap_or_default()
    }

    /// The member of this name, read as a `T`: nothing when it is something else. Of several the
    /// last counts, as everywhere in JSON.
    pub fn get<T: Deserialize<'a>>(&self, name: &str) -> Option<T> {
        let (_, json) = self.0.iter().rfind(|(known, _)| known == name)?;
        serde_json::from_str(json.get()).ok()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Json<'a>)> {
        self.0.iter().map(|(name, json)| (&**name, Json(Cow::Borrowed(*json))))
    }

    /// Those that are texts.
    pub(super) fn into_texts(self) -> Vec<(Str<'a>, Str<'a>)> {
        let text = |json: &'a RawValue| json.get().starts_with('"').then(|| serde_json::from_str(json.get()).ok())?;
        self.0.into_iter().filter_map(|(name, json)| Some((name, text(json)?))).collect()
    }
}

impl fmt::Debug for Members<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Vec<(Str<'de>, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }
        from.deserialize_map(Visitor).map(Members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_what_a_person_would_write() {
        for (json, text) in [
            (r#""a \"b\" \u003c""#, r#"a "b" <"#),
            ("1.0", "1.0"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
            ("true", "true"),
            ("null", ""),
            (" [1, 2] ", "[1, 2]"),
        ] {
            assert_eq!(Json::new(json.to_owned()).unwrap().text(), text);
        }
    }

    #[test]
    fn debug_tells_the_kind_and_never_the_value() {
        for (json, shown) in [
            (r#""hunter2""#, "\"…\""),
            ("1815", "number"),
            ("true", "bool"),
            (r#"{"a":1}"#, "{…}"),
            ("[1]", "[…]"),
            ("null", "null"),
        ] {
            assert_eq!(format!("{:?}", Json::new(json.to_owned()).unwrap()), shown);
        }
    }
}
