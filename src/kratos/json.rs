//! JSON that stays as Kratos wrote it.

use std::borrow::Cow;
use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::value::RawValue;

/// A JSON value kept as the text it came in.
///
/// Kratos keeps number literals as they were sent (`1.0`, integers beyond 64 bits); a parsed
/// value would not. `Debug` names the kind of value only: it may be a trait or a secret.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json(Box<RawValue>);

impl Json {
    /// Wraps JSON text.
    ///
    /// # Errors
    /// When `text` is not one JSON value.
    pub fn new(text: String) -> Result<Self, serde_json::Error> {
        RawValue::from_string(text).map(Self)
    }

    /// Writes `value` as JSON text.
    pub fn from_value(value: &serde_json::Value) -> Self {
        // A value always has a text; `null` stands for the one that had none.
        serde_json::value::to_raw_value(value).map_or_else(|_| Self(RawValue::NULL.to_owned()), Self)
    }

    /// The JSON text, without space around it.
    pub fn get(&self) -> &str {
        self.0.get().trim()
    }

    /// Reads the value as a `T`, or nothing when it is something else.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.get()).ok()
    }

    /// The value as a person would write it: strings without quotes, nothing for `null`, the
    /// literal for all else.
    pub fn text(&self) -> Cow<'_, str> {
        match self.get() {
            "null" => Cow::Borrowed(""),
            quoted if quoted.starts_with('"') => Cow::Owned(self.read().unwrap_or_default()),
            literal => Cow::Borrowed(literal),
        }
    }
}

impl fmt::Debug for Json {
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
impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for Json {}

/// Takes `null` for the default.
pub(super) fn null_is_default<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Option::deserialize(from).map(Option::unwrap_or_default)
}

/// Takes a value of another shape than expected for an absent one, so that a field a later
/// Kratos gives another shape costs that field and not the page. A number or boolean that is
/// written as text is read all the same.
pub(super) fn lenient<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let json = Option::<Json>::deserialize(from)?;
    let read = |json: Json| json.read().or_else(|| serde_json::from_str(&json.text()).ok());
    Ok(json.and_then(read).unwrap_or_default())
}

/// The methods of a visitor that takes what it does not expect for nothing.
macro_rules! ignore_others {
    ($($also:item)*) => {
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        }

        fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        }

        fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        }

        fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        }

        fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        }

        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
            while items.next_element::<serde::de::IgnoredAny>()?.is_some() {}
            Ok(Self::Value::default())
        }

        $($also)*
    };
}
pub(super) use ignore_others;

/// Takes a text; anything else for an empty one. The common case of [`lenient`], without its
/// detour.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    struct Visitor;
    impl<'de> de::Visitor<'de> for Visitor {
        type Value = String;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text")
        }

        fn visit_str<E>(self, text: &str) -> Result<String, E> {
            Ok(text.to_owned())
        }

        fn visit_string<E>(self, text: String) -> Result<String, E> {
            Ok(text)
        }

        ignore_others! {
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<String, A::Error> {
                while map.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {}
                Ok(String::new())
            }
        }
    }
    from.deserialize_any(Visitor)
}

/// Takes those items of a list that are of the expected shape.
pub(super) fn lenient_list<'de, D, T>(from: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let items: Vec<Json> = lenient(from)?;
    Ok(items.into_iter().filter_map(|item| item.read()).collect())
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
