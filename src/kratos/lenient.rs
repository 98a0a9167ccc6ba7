//! Reading what may be of any shape.
//!
//! The model's rule: a field of another shape than expected costs that field, never the page.
//! Each helper here takes any JSON for what it reads, and reads it where it stands: no value is
//! kept aside to be looked at twice. What is passed over is passed over without recursion, and
//! what is opened is opened 128 levels deep at most (`serde_json`).

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::{Deserialize, Deserializer, de};

use super::json::Members;
use super::text::Str;

/// How many items of a list are read. No flow has as many; what comes after is not looked at.
pub(super) const MOST_ITEMS: usize = 16 * 1024;

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

/// What `serde_json` calls the one member of a number's map where an application has switched on
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

impl<'de: 'a, 'a> Object<'de> for Members<'a> {}

/// The methods of a visitor that takes numbers, booleans and null for nothing.
macro_rules! nothing_of_scalars {
    () => {
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

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(Self::Value::default())
        }
    };
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

    nothing_of_scalars!();

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

    nothing_of_scalars!();
}

/// Takes the members of an object that are texts, by name; anything else for none.
pub(super) fn pairs<'de: 'a, 'a, D: Deserializer<'de>>(from: D) -> Result<Vec<(Str<'a>, Str<'a>)>, D::Error> {
    object(from).map(|members: Option<Members<'a>>| members.map(Members::into_texts).unwrap_or_default())
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
