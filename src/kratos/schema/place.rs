//! One place in a schema, with all that the schema says of it in one place.

use std::collections::HashSet;

use indexmap::IndexMap;
use serde_json::Number;

use super::pattern::Pattern;
use crate::kratos::Json;

/// A JSON type, as schemas name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Type {
    /// `null`
    Null,
    /// `boolean`
    Boolean,
    /// `integer`: a number that is written without fraction and exponent.
    Integer,
    /// `number`
    Number,
    /// `string`
    String,
    /// `array`
    Array,
    /// `object`
    Object,
}

impl Type {
    /// The type of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "null" => Self::Null,
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "string" => Self::String,
            "array" => Self::Array,
            "object" => Self::Object,
            _ => return None,
        })
    }

    /// The type of a JSON text.
    pub fn of(json: &str) -> Self {
        match json.trim_start().as_bytes().first() {
            Some(b'n') | None => Self::Null,
            Some(b't' | b'f') => Self::Boolean,
            Some(b'"') => Self::String,
            Some(b'[') => Self::Array,
            Some(b'{') => Self::Object,
            // Kratos v26.2.0 takes `36.0` for no integer.
            Some(_) if json.contains(['.', 'e', 'E']) => Self::Number,
            Some(_) => Self::Integer,
        }
    }

    /// Whether a value of the type `other` is of this one.
    pub fn takes(self, other: Self) -> bool {
        self == other || (self == Self::Number && other == Self::Integer)
    }
}

/// A value to choose, and what a person calls it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Choice {
    /// The value.
    pub value: Json<'static>,
    /// Its `title`, where it has one.
    pub title: Option<String>,
}

/// What Kratos takes a trait for (the schema's `ory.sh/kratos`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
#[expect(clippy::struct_excessive_bools, reason = "each is a mark of Kratos'")]
pub struct Marks {
    /// `credentials.password.identifier`
    pub password: bool,
    /// `credentials.code.identifier`
    pub code: bool,
    /// `credentials.webauthn.identifier`
    pub webauthn: bool,
    /// `credentials.passkey.display_name`
    pub passkey: bool,
    /// `credentials.totp.account_name`
    pub totp: bool,
    /// `verification.via`
    pub verification: bool,
    /// `recovery.via`
    pub recovery: bool,
}

/// The limits of a value.
#[derive(Clone, Debug, Default)]
pub(super) struct Limits {
    pub(super) min_length: Option<u64>,
    pub(super) max_length: Option<u64>,
    pub(super) minimum: Option<Number>,
    pub(super) maximum: Option<Number>,
    pub(super) exclusive_minimum: Option<Number>,
    pub(super) exclusive_maximum: Option<Number>,
}

/// The names an object may have where `additionalProperties` is `false`.
#[derive(Clone, Debug, Default)]
pub(super) struct Closed {
    pub(super) names: HashSet<String>,
    pub(super) patterns: Vec<Pattern>,
}

/// What the schema says of one place, gathered through references and combinations.
#[derive(Clone, Debug, Default)]
pub(super) struct Data {
    /// What may stand here, in the schema's order; nothing where that is not told.
    pub(super) types: Vec<Type>,
    /// Whether a value of another type is certainly refused.
    pub(super) strict: bool,
    pub(super) format: Option<String>,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    /// The values there are to choose among; nothing where others may stand as well.
    pub(super) choices: Vec<Choice>,
    pub(super) read_only: bool,
    pub(super) limits: Limits,
    pub(super) patterns: Vec<Pattern>,
    pub(super) properties: IndexMap<String, usize>,
    pub(super) required: HashSet<String>,
    pub(super) by_pattern: Vec<(Pattern, usize)>,
    pub(super) additional: Option<usize>,
    pub(super) closed: Vec<Closed>,
    pub(super) prefix: Vec<usize>,
    pub(super) items: Option<usize>,
    /// Whether Kratos puts `{}` here where nothing is sent, though it is a list.
    pub(super) needs_list: bool,
    /// Of each of these, one must hold.
    pub(super) branches: Vec<Vec<usize>>,
    pub(super) marks: Marks,
}

/// One place in a schema.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    all: &'a [Data],
    here: &'a Data,
}

impl<'a> Place<'a> {
    pub(super) fn new(all: &'a [Data], at: usize) -> Option<Self> {
        Some(Self { all, here: all.get(at)? })
    }

    fn at(self, at: usize) -> Option<Self> {
        Self::new(self.all, at)
    }

    /// What may stand here, in the schema's order; nothing where it does not tell.
    pub fn types(self) -> &'a [Type] {
        &self.here.types
    }

    /// Whether values here may be of this type, as far as the schema tells.
    pub fn is(self, kind: Type) -> bool {
        self.here.types.contains(&kind)
    }

    /// Whether a value here, if there is one, is of this type.
    pub fn is_only(self, kind: Type) -> bool {
        let mut types = self.here.types.iter().filter(|kind| **kind != Type::Null);
        types.next() == Some(&kind) && types.next().is_none()
    }

    /// Whether a value of this type is certainly refused.
    pub fn refuses(self, kind: Type) -> bool {
        self.here.strict && !self.here.types.iter().any(|known| known.takes(kind))
    }

    /// The format of strings here: `email`, `date-time`, …
    pub fn format(self) -> Option<&'a str> {
        self.here.format.as_deref()
    }

    /// What a person calls this.
    pub fn title(self) -> Option<&'a str> {
        self.here.title.as_deref()
    }

    /// What a person should know to fill this in.
    pub fn description(self) -> Option<&'a str> {
        self.here.description.as_deref()
    }

    /// The values to choose among; none where others may stand here as well.
    pub fn choices(self) -> &'a [Choice] {
        &self.here.choices
    }

    /// Whether this is marked `readOnly`. What lies within is as well: see the way to it.
    pub fn is_read_only(self) -> bool {
        self.here.read_only
    }

    /// `minLength`, in code points.
    pub fn min_length(self) -> Option<u64> {
        self.here.limits.min_length
    }

    /// `maxLength`, in code points.
    pub fn max_length(self) -> Option<u64> {
        self.here.limits.max_length
    }

    /// `minimum`, else `exclusiveMinimum`.
    pub fn minimum(self) -> Option<&'a Number> {
        let limits = &self.here.limits;
        limits.minimum.as_ref().or(limits.exclusive_minimum.as_ref())
    }

    /// `maximum`, else `exclusiveMaximum`.
    pub fn maximum(self) -> Option<&'a Number> {
        let limits = &self.here.limits;
        limits.maximum.as_ref().or(limits.exclusive_maximum.as_ref())
    }

    /// The pattern as HTML's attribute says it, if it can.
    pub fn html_pattern(self) -> Option<&'a str> {
        self.here.patterns.first().and_then(Pattern::html)
    }

    /// Whether the empty string is certainly refused here.
    pub fn refuses_blank(self) -> bool {
        let here = self.here;
        let choices = || here.choices.iter().any(|choice| choice.value.get() == "\"\"");
        self.refuses(Type::String)
            || here.limits.min_length.is_some_and(|least| least > 0)
            || (!here.choices.is_empty() && !choices())
            || here.format.as_deref().is_some_and(refuses_blank)
            || here.patterns.iter().any(|pattern| pattern.refuses(""))
            || here.branches.iter().any(|branches| {
                let mut branches = branches.iter().filter_map(|branch| self.at(*branch));
                branches.all(Self::refuses_blank)
            })
    }

    /// Whether `false` is certainly refused here, and `true` is not.
    pub fn must_be_true(self) -> bool {
        let has = |literal| self.here.choices.iter().any(|choice| choice.value.get() == literal);
        has("true") && !has("false")
    }

    /// The place of an item of this array.
    pub fn item(self, index: usize) -> Option<Self> {
        self.here.prefix.get(index).copied().or(self.here.items).and_then(|at| self.at(at))
    }

    /// The place of a new item of this array.
    pub fn items(self) -> Option<Self> {
        self.item(usize::MAX)
    }

    /// The place of a member of this object.
    pub fn member(self, name: &str) -> Option<Self> {
        if let Some(at) = self.here.properties.get(name) {
            return self.at(*at);
        }
        let matching = |(pattern, _): &&(Pattern, usize)| pattern.may_match(name);
        let by_pattern = self.here.by_pattern.iter().find(matching).map(|(_, at)| *at);
        by_pattern.or(self.here.additional).and_then(|at| self.at(at))
    }

    /// Whether a field of this name, without `traits.`, is described here.
    pub(crate) fn knows(self, name: &str) -> bool {
        self.knows_within(name, &mut 64)
    }

    fn knows_within(self, name: &str, left: &mut usize) -> bool {
        let Some(fewer) = left.checked_sub(1) else { return false };
        *left = fewer;
        let ends = name.bytes().enumerate().filter(|(_, byte)| *byte == b'.').map(|(at, _)| at).chain([name.len()]);
        for end in ends {
            let (Some(first), rest) = (name.get(..end), name.get(end + 1..)) else { return false };
            let item =
                || first.parse::<usize>().ok().filter(|_| self.is(Type::Array)).and_then(|index| self.item(index));
            let found = self.member(first).or_else(item);
            if found.is_some_and(|place| rest.is_none_or(|rest| place.knows_within(rest, left))) {
                return true;
            }
        }
        false
    }

    /// Where this object's properties name a member, its place in their order.
    pub fn order(self, name: &str) -> Option<usize> {
        self.here.properties.get_index_of(name)
    }

    /// The properties of this object, by name, in the schema's order.
    pub fn properties(self) -> impl Iterator<Item = (&'a str, Self)> {
        self.here.properties.iter().filter_map(move |(name, at)| Some((name.as_str(), self.at(*at)?)))
    }

    /// Whether this object must have this member, whichever branch holds.
    pub fn requires(self, name: &str) -> bool {
        self.here.required.contains(name)
    }

    /// Whether this object certainly must not have this member (`additionalProperties: false`).
    pub fn forbids(self, name: &str) -> bool {
        let closed = |closed: &Closed| {
            !closed.names.contains(name) && !closed.patterns.iter().any(|pattern| pattern.may_match(name))
        };
        self.here.closed.iter().any(closed)
            || self.here.branches.iter().any(|branches| {
                let mut branches = branches.iter().filter_map(|branch| self.at(*branch));
                branches.all(|branch| branch.refuses(Type::Object) || branch.forbids(name))
            })
    }

    /// Whether Kratos (v26.2.0) takes this list for an object where it is not sent, and refuses
    /// the whole.
    pub fn needs_list(self) -> bool {
        self.here.needs_list
    }

    /// What Kratos takes this for.
    pub fn marks(self) -> Marks {
        self.here.marks
    }
}

/// Whether a format that Kratos checks refuses the empty string.
fn refuses_blank(format: &str) -> bool {
    matches!(
        format,
        "email"
            | "tel"
            | "date"
            | "date-time"
            | "time"
            | "uri"
            | "uuid"
            | "ipv4"
            | "ipv6"
            | "hostname"
            | "idn-email"
            | "iri"
    )
}
