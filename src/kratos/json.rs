//! JSON read leniently, and JSON that stays as Kratos wrote it.
//!
//! The model's rule: a field of another shape than expected costs that field, never the page.
//! Each helper here takes any JSON for what it reads, and reads it where it stands: no value is
//! kept aside to be looked at twice.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::value::RawValue;

use super::text::Str;

/// How many items of a list are read. No flow has as many; what comes after is not looked at.
pub(super) const MOST_ITEMS: usize = 16 * 1024;

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

/// The members of an object by name, in order, whatever they are. Read in one pass; nothing for
/// what is no object.
#[derive(Clone, Default)]
pub struct Members<'a>(Vec<(Str<'a>, Json<'a>)>);

impl<'a> Members<'a> {
    /// Those of `json`.
    pub fn of(json: &'a Json<'_>) -> Self {
        json.read().unwrap_or_default()
    }

    /// The member of this name, read as a `T`: nothing when it is something else.
    pub fn get<T: Deserialize<'a>>(&self, name: &str) -> Option<T> {
        let (_, Json(json)) = self.0.iter().rfind(|(known, _)| known == name)?;
        match json {
            Cow::Borrowed(json) => serde_json::from_str(json.get()).ok(),
            // Members are read of a text, and borrow from it.
            Cow::Owned(_) => None,
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json<'a>)> {
        self.0.iter().map(|(name, value)| (&**name, value))
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
            type Value = Vec<(Str<'de>, Json<'de>)>;

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

/// A value that is one scalar of JSON.
pub(super) trait Scalar<'de>: Sized {
    /// What a text says.
    fn of_text(text: Cow<'de, str>) -> Option<Self>;

    /// What a boolean says.
    fn of_bool(_: bool) -> Option<Self> {
        None
    }

    /// What an integer says.
    fn of_integer(_: i128) -> Option<Self> {
        None
    }
}

impl Scalar<'_> for String {
    fn of_text(text: Cow<'_, str>) -> Option<Self> {
        Some(text.into_owned())
    }
}

impl Scalar<'_> for uuid::Uuid {
    fn of_text(text: Cow<'_, str>) -> Option<Self> {
        text.parse().ok()
    }
}

/// A boolean may be written as a text.
impl Scalar<'_> for bool {
    fn of_text(text: Cow<'_, str>) -> Option<Self> {
        text.parse().ok()
    }

    fn of_bool(yes: bool) -> Option<Self> {
        Some(yes)
    }
}

macro_rules! integers {
    ($($integer:ty)*) => {
        /// A number may be written as a text.
        $(impl Scalar<'_> for $integer {
            fn of_text(text: Cow<'_, str>) -> Option<Self> {
                text.parse().ok()
            }

            fn of_integer(number: i128) -> Option<Self> {
                number.try_into().ok()
            }
        })*
    };
}

integers!(i64 u64 u32 u16);

/// What serde_json calls the one member of a number's map where an application has switched on
/// `arbitrary_precision` for its whole program.
const NUMBER: &str = "$serde_json::private::Number";

struct ScalarVisitor<T>(PhantomData<T>);

impl<'de, T: Scalar<'de>> de::Visitor<'de> for ScalarVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a scalar")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(T::of_text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(T::of_text(Cow::Owned(text.to_owned())))
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Self::Value, E> {
        Ok(T::of_bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(T::of_integer(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(T::of_integer(number.into()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        pass_items(items)?;
        Ok(None)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Some(name) = map.next_key::<Str<'de>>()? else { return Ok(None) };
        if name == NUMBER {
            return Ok(map.next_value::<Str<'de>>()?.parse().ok().and_then(T::of_integer));
        }
        map.next_value::<de::IgnoredAny>()?;
        pass_members(map)?;
        Ok(None)
    }
}

/// Passes over the rest of a list.
fn pass_items<'de, A: de::SeqAccess<'de>>(mut items: A) -> Result<(), A::Error> {
    while items.next_element::<de::IgnoredAny>()?.is_some() {}
    Ok(())
}

/// Passes over the rest of an object.
fn pass_members<'de, A: de::MapAccess<'de>>(mut map: A) -> Result<(), A::Error> {
    while map.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {}
    Ok(())
}

/// Takes a scalar; anything else for nothing.
pub(super) fn optional<'de, D: Deserializer<'de>, T: Scalar<'de>>(from: D) -> Result<Option<T>, D::Error> {
    from.deserialize_any(ScalarVisitor(PhantomData))
}

/// Takes a scalar; anything else for its default.
pub(super) fn scalar<'de, D: Deserializer<'de>, T: Scalar<'de> + Default>(from: D) -> Result<T, D::Error> {
    optional(from).map(Option::unwrap_or_default)
}

/// A value that is an object of JSON, and whose members may all be missing.
pub(super) trait Object<'de>: Deserialize<'de> {
    /// What a plain text says where the object is expected.
    fn of_text(_: Cow<'de, str>) -> Option<Self> {
        None
    }
}

/// Reads an object that may be anything else.
struct Lenient<T>(Option<T>);

impl<'de, T: Object<'de>> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Object<'de>> de::Visitor<'de> for ObjectVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Some)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(T::of_text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(T::of_text(Cow::Owned(text.to_owned())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        pass_items(items)?;
        Ok(None)
    }
}

/// Takes an object; anything else for nothing.
pub(super) fn object<'de, D: Deserializer<'de>, T: Object<'de>>(from: D) -> Result<Option<T>, D::Error> {
    Lenient::deserialize(from).map(|Lenient(object)| object)
}

/// The same, kept apart: for what few have.
pub(super) fn boxed<'de, D: Deserializer<'de>, T: Object<'de>>(from: D) -> Result<Option<Box<T>>, D::Error> {
    object(from).map(|object| object.map(Box::new))
}

/// Takes an object; anything else for its default.
pub(super) fn object_or_default<'de, D: Deserializer<'de>, T: Object<'de> + Default>(from: D) -> Result<T, D::Error> {
    object(from).map(Option::unwrap_or_default)
}

/// Takes those items of a list that are objects; anything else for an empty list.
pub(super) fn objects<'de, D: Deserializer<'de>, T: Object<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    from.deserialize_any(ListVisitor::<Lenient<T>, _>(|Lenient(object)| object, PhantomData))
}

/// Takes the texts of a list; anything else for an empty list.
pub(super) fn texts<'de: 'a, 'a, D: Deserializer<'de>>(from: D) -> Result<Vec<Str<'a>>, D::Error> {
    from.deserialize_any(ListVisitor::<Str<'a>, _>(
        |text: Str<'a>| Some(text).filter(|text| !text.is_empty()),
        PhantomData,
    ))
}

/// Reads a list of `I`, of which `keep` makes what is kept.
struct ListVisitor<I, F>(F, PhantomData<I>);

impl<'de, I: Deserialize<'de>, T, F: Fn(I) -> Option<T>> de::Visitor<'de> for ListVisitor<I, F> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while list.len() < MOST_ITEMS {
            match items.next_element()? {
                Some(item) => list.extend((self.0)(item)),
                None => return Ok(list),
            }
        }
        pass_items(items)?;
        Ok(list)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        pass_members(map)?;
        Ok(Vec::new())
    }

    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }
}

/// The members of an object that are texts, in order.
struct Texts<'a>(Vec<(Str<'a>, Str<'a>)>);

impl<'de: 'a, 'a> Object<'de> for Texts<'a> {}

impl<'de: 'a, 'a> Deserialize<'de> for Texts<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Members(members) = Members::deserialize(from)?;
        let text = |json: Json<'a>| match json.0 {
            Cow::Borrowed(json) => serde_json::from_str::<Str<'a>>(json.get()).ok(),
            Cow::Owned(_) => None,
        };
        Ok(Self(members.into_iter().filter_map(|(name, value)| Some((name, text(value)?))).collect()))
    }
}

/// Takes the texts of an object by name; anything else for none.
pub(super) fn pairs<'de: 'a, 'a, D: Deserializer<'de>>(from: D) -> Result<Vec<(Str<'a>, Str<'a>)>, D::Error> {
    object(from).map(|texts| texts.map(|Texts(pairs)| pairs).unwrap_or_default())
}

/// Takes a list, whose items must all be of the expected shape, or `null` for an empty one.
pub(super) fn all<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    struct Visitor<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list")
        }

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(Vec::new())
        }

        fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
            // A page has some thirty nodes; growing by steps would move them all each time.
            let mut list = Vec::with_capacity(32);
            while let Some(item) = items.next_element()? {
                if list.len() == MOST_ITEMS {
                    return Err(de::Error::custom("too many items"));
                }
                list.push(item);
            }
            Ok(list)
        }
    }
    from.deserialize_any(Visitor(PhantomData))
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
