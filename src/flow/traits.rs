//! Traits and the form fields that show them, losing nothing.
//!
//! A form field is a line of text; a trait is any JSON. Which text a trait shows, in which
//! control a browser would send that text back unchanged, and where in the traits a field
//! belongs, is decided here.

use std::borrow::Cow;
use std::fmt::Write;

use jiff::fmt::temporal::Pieces;
use serde_json::Value;

use crate::kratos::Json;

/// The name of the hidden control that carries what the traits' fields showed when the page
/// was made: a JSON object of texts by field name. It is this application's and is not sent on.
pub(crate) const SHOWN: &str = "_shown";

/// What the names of profile fields begin with.
const PREFIX: &str = "traits.";

/// How deep traits are opened; what lies deeper stays one value.
const DEPTH: usize = 64;

/// A JSON value opened down to its scalars, which stay as they were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tree {
    /// A scalar.
    Leaf(Json<'static>),
    /// An object, in its order.
    Object(Vec<(String, Self)>),
    /// An array.
    Array(Vec<Self>),
    /// Nothing: an item that was taken out of an array, until the array closes the gap.
    Gone,
}

impl Tree {
    /// Opens `json`.
    pub(crate) fn open(json: &Json<'_>) -> Self {
        Self::open_to(json, DEPTH)
    }

    fn open_to(json: &Json<'_>, depth: usize) -> Self {
        let opened = match json.get().as_bytes().first() {
            Some(b'{') if depth > 0 => json.read::<Members<'_>>().map(|Members(members)| {
                Self::Object(members.into_iter().map(|(key, value)| (key, Self::open_to(&value, depth - 1))).collect())
            }),
            Some(b'[') if depth > 0 => json
                .read::<Vec<Json<'_>>>()
                .map(|items| Self::Array(items.iter().map(|item| Self::open_to(item, depth - 1)).collect())),
            _ => None,
        };
        opened.unwrap_or_else(|| Self::Leaf(json.clone().into_owned()))
    }

    /// The trait that the form field `name` shows, if it stands.
    pub(crate) fn trait_of(&self, name: &str) -> Option<&Self> {
        self.find(&path(name)?)
    }

    fn find(&self, path: &[String]) -> Option<&Self> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        match self {
            Self::Leaf(_) | Self::Gone => None,
            Self::Array(items) => items.get(first.parse::<usize>().ok()?)?.find(rest),
            Self::Object(members) => members.iter().find(|(name, _)| name == first)?.1.find(rest),
        }
    }

    /// Writes the value as JSON.
    pub(crate) fn json(&self) -> Cow<'_, str> {
        match self {
            Self::Leaf(json) => Cow::Borrowed(json.get()),
            Self::Gone => Cow::Borrowed("null"),
            Self::Object(members) => {
                let members =
                    members.iter().map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), value.json()));
                Cow::Owned(format!("{{{}}}", members.collect::<Vec<_>>().join(",")))
            }
            Self::Array(items) => {
                Cow::Owned(format!("[{}]", items.iter().map(Self::json).collect::<Vec<_>>().join(",")))
            }
        }
    }
}

/// The members of an object, in its order.
struct Members<'a>(Vec<(String, Json<'a>)>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Members<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(Visitor)
    }
}

/// The path in the traits that a form field's name tells, if it is a trait's. A dot in a key has
/// a backslash before it (`traits.settings.x\.y`: tried).
pub(crate) fn path(name: &str) -> Option<Vec<String>> {
    let mut path = vec![String::new()];
    let mut escaped = false;
    for c in name.strip_prefix(PREFIX)?.chars() {
        match c {
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            '.' if !escaped => path.push(String::new()),
            c => path.last_mut()?.push(c),
        }
        escaped = false;
    }
    Some(path)
}

/// Whether a part of a field's name is the index of a list's item.
pub(crate) fn is_index(segment: &str) -> bool {
    !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit())
}

/// A control that sends its text as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Control {
    /// The `input` of the type that was asked for.
    Typed,
    /// A plain `input`: the typed one would blank or change the text.
    Plain,
    /// Text of several lines.
    TextArea,
}

/// The text that `value` shows in a control of the HTML type `kind`, and the control that
/// holds it: a plainer one where that type would blank or change it. Browsers sanitise what
/// a typed control cannot hold (HTML, "value sanitization algorithm"), and would send that back.
pub(crate) fn shown<'a>(kind: &str, value: Option<&'a Json<'_>>) -> (Cow<'a, str>, Control) {
    let text = value.map(Json::text).unwrap_or_default();
    if text.is_empty() {
        return (text, Control::Typed);
    }
    if kind == "datetime-local"
        && let Some(local) = local_datetime(&text)
    {
        return (Cow::Owned(local), Control::Typed);
    }
    let control = control(kind, &text);
    (text, control)
}

/// The control that holds `text` as it stands, where one of the HTML type `kind` is wanted.
pub(crate) fn control(kind: &str, text: &str) -> Control {
    let one_line = !text.contains(['\r', '\n']);
    let holds = match kind {
        "datetime-local" => local_datetime(text).as_deref() == Some(text),
        "date" => is_date(text),
        "number" => is_html_number(text),
        "email" | "url" => one_line && text.trim_matches([' ', '\t', '\x0c']) == text,
        _ => one_line,
    };
    match (text.is_empty() || holds, one_line) {
        (true, _) => Control::Typed,
        (false, true) => Control::Plain,
        (false, false) => Control::TextArea,
    }
}

/// Whether a node's value is its trait's. Kratos' nodes pass numbers through 64-bit floats, so
/// numbers are compared as such.
pub(crate) fn same(node: Option<&Json<'_>>, standing: Option<&Json<'_>>) -> bool {
    match (node.filter(|json| json.get() != "null"), standing.filter(|json| json.get() != "null")) {
        (None, None) => true,
        (Some(node), Some(standing)) => {
            node == standing
                || match (number(node), number(standing)) {
                    (Some(node), Some(standing)) => node.total_cmp(&standing).is_eq(),
                    _ => node.read::<Value>() == standing.read::<Value>(),
                }
        }
        _ => false,
    }
}

/// A number as Kratos reads it. The standard library rounds right; a parser of JSON may not.
fn number(json: &Json<'_>) -> Option<f64> {
    let is_number = json.get().bytes().next().is_some_and(|first| first == b'-' || first.is_ascii_digit());
    is_number.then(|| json.get().parse().ok()).flatten()
}

/// HTML's "valid floating-point number", as far as it is not too large.
fn is_html_number(text: &str) -> bool {
    let json_like = text.strip_prefix('-').unwrap_or(text);
    let json_like = if json_like.starts_with('.') { format!("0{json_like}") } else { json_like.to_owned() };
    serde_json::from_str::<serde_json::Number>(&json_like).is_ok() && text.parse::<f64>().is_ok_and(f64::is_finite)
}

/// HTML's "valid date string": a day that exists, of a year from 1 to 9999 (which `jiff` and
/// browsers share).
fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() })
        && text.parse::<jiff::civil::Date>().is_ok_and(|date| date.year() > 0)
}

/// An RFC 3339 date-time as `datetime-local` can show it: HTML's "valid normalized local date
/// and time string", which has no offset. Nothing where the control could not hold it.
fn local_datetime(text: &str) -> Option<String> {
    let pieces = Pieces::parse(text).ok()?;
    let (date, time) = (pieces.date(), pieces.time()?);
    if date.year() < 1 || time.subsec_nanosecond() % 1_000_000 != 0 {
        return None;
    }
    let mut local = format!("{date}T{:02}:{:02}", time.hour(), time.minute());
    if time.second() != 0 || time.subsec_nanosecond() != 0 {
        // Writing to a string does not fail.
        let _ = write!(local, ":{:02}", time.second());
    }
    if time.subsec_nanosecond() != 0 {
        local.push_str(format!(".{:03}", time.millisecond()).trim_end_matches('0'));
    }
    Some(local)
}

/// The offset at the end of an RFC 3339 date-time, as it is written there.
pub(crate) fn offset(moment: &str) -> Option<&str> {
    let zulu = moment.get(moment.len().checked_sub(1)?..)?;
    if matches!(zulu, "Z" | "z") {
        return Some("Z");
    }
    let offset = moment.get(moment.len().checked_sub(6)?..)?;
    let shape: Vec<u8> = offset.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }).collect();
    matches!(shape.as_slice(), b"+00:00" | b"-00:00").then_some(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> Json<'static> {
        Json::new(text.to_owned()).unwrap()
    }

    #[test]
    fn a_field_finds_its_trait() {
        let tree = Tree::open(&json(r#"{"a":{"b":1.0},"tags":["x","y"],"d.o.t":{"s":true},"o":[{"k":null}]}"#));
        for (name, found) in [
            ("traits.a.b", Some("1.0")),
            ("traits.tags.1", Some("\"y\"")),
            ("traits.tags.2", None),
            (r"traits.d\.o\.t.s", Some("true")),
            ("traits.o.0.k", Some("null")),
            ("traits.a", Some(r#"{"b":1.0}"#)),
            ("traits.a.b.c", None),
            ("traits.none", None),
            ("password", None),
        ] {
            assert_eq!(tree.trait_of(name).map(Tree::json).as_deref(), found, "{name}");
        }
    }

    #[test]
    fn opening_keeps_every_literal() {
        for text in [r#"{"z":1.0,"a":[1e2,123456789012345678901234567890,"\u00e9",{}],"n":null,"e":[]}"#, "[]", "3"] {
            assert_eq!(Tree::open(&json(text)).json(), text);
        }
        let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
        assert_eq!(Tree::open(&json(&deep)).json(), deep);
    }

    #[test]
    fn a_value_shows_in_a_control_that_sends_it_back_unchanged() {
        use Control::{Plain, TextArea, Typed};
        for (kind, value, text, control) in [
            ("text", r#""Ada""#, "Ada", Typed),
            ("text", r#""a\nb""#, "a\nb", TextArea),
            ("number", "1.0", "1.0", Typed),
            ("number", "1e2", "1e2", Typed),
            ("number", "1e999", "1e999", Plain),
            ("number", r#""abc""#, "abc", Plain),
            ("number", r#""12""#, "12", Typed),
            ("date", r#""1985-12-10""#, "1985-12-10", Typed),
            ("date", r#""1985-13-45""#, "1985-13-45", Plain),
            ("date", r#""10 Dec""#, "10 Dec", Plain),
            ("email", r#"" a@b.c""#, " a@b.c", Plain),
            ("email", r#""a@b.c""#, "a@b.c", Typed),
            ("datetime-local", r#""2026-11-23T10:00:00Z""#, "2026-11-23T10:00", Typed),
            ("datetime-local", r#""2026-11-23T10:00:07.250+05:30""#, "2026-11-23T10:00:07.25", Typed),
            ("datetime-local", r#""2026-11-23T10:00:07.123456Z""#, "2026-11-23T10:00:07.123456Z", Plain),
            ("datetime-local", r#""soon""#, "soon", Plain),
            ("datetime-local", r#""a\nb""#, "a\nb", TextArea),
            ("date", "null", "", Typed),
            ("text", r#"{"a":1}"#, r#"{"a":1}"#, Typed),
        ] {
            let value = json(value);
            let (shown, held_by) = shown(kind, Some(&value));
            assert_eq!((&*shown, held_by), (text, control), "{kind} {value:?}");
        }
    }

    #[test]
    fn a_node_shows_its_trait_even_where_floats_round_it() {
        for (node, standing, is_same) in [
            ("1", "1.0", true),
            ("1.2345678901234568e+29", "123456789012345678901234567890", true),
            ("3", "36", false),
            ("\"36\"", "36", false),
            (r#""a\u0062""#, r#""ab""#, true),
            ("null", "null", true),
        ] {
            assert_eq!(same(Some(&json(node)), Some(&json(standing))), is_same, "{node} {standing}");
        }
        assert!(same(None, Some(&json("null"))));
        assert!(!same(None, Some(&json("\"\""))));
    }
}
