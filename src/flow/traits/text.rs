//! The text a trait shows, and what a text is as a trait.

use std::borrow::Cow;
use std::fmt::Write;

use jiff::fmt::temporal::Pieces;

use super::tree::{Tree, quoted};
use crate::kratos::{Place, Type};

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

/// A text with line breaks as they stand in traits: forms send both characters (HTML,
/// "constructing the entry list").
pub(crate) fn lines(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// The text as it is compared: a date-time is what `datetime-local` would show of it.
pub(super) fn canonical(text: &str) -> Cow<'_, str> {
    let text = lines(text);
    if text.len() >= 16
        && text.as_bytes().get(10).is_some_and(|byte| matches!(byte, b'T' | b't' | b' '))
        && let Some(local) = local_datetime(&text)
    {
        return Cow::Owned(local);
    }
    text
}

/// The input type that holds values of a place: that of its format or type. Where branches
/// differ, text.
pub(super) fn input_of(place: Place<'_>) -> &'static str {
    let types = place.types();
    let has = |wanted: &[Type]| types.iter().any(|kind| wanted.contains(kind));
    if types.is_empty() || has(&[Type::String]) {
        let only_text = types.iter().all(|kind| matches!(kind, Type::String | Type::Null));
        return match place.format().filter(|_| only_text) {
            Some("date-time") => "datetime-local",
            Some("email") => "email",
            Some("tel") => "tel",
            Some("date") => "date",
            Some("uri") => "url",
            _ => "text",
        };
    }
    let numeric = types.iter().all(|kind| matches!(kind, Type::Integer | Type::Number | Type::Null));
    if numeric && has(&[Type::Integer, Type::Number]) { "number" } else { "text" }
}

/// Whether an `input` of this type would hold `text` unchanged. Browsers sanitise what a typed
/// control cannot hold (HTML, "value sanitization algorithm"), or refuse to send it.
pub(super) fn holds(kind: &str, text: &str) -> bool {
    let one_line = !text.contains(['\r', '\n']);
    match kind {
        "datetime-local" => local_datetime(text).is_some(),
        "date" => is_date(text),
        "number" => is_html_number(text),
        "email" => is_html_email(text),
        "url" => one_line && text.trim_matches([' ', '\t', '\x0c']) == text && url::Url::parse(text).is_ok(),
        _ => one_line,
    }
}

/// HTML's "valid e-mail address".
fn is_html_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let in_local = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    !local.is_empty() && local.bytes().all(in_local) && domain.split('.').all(label)
}

/// HTML's "valid floating-point number", as far as it is not too large.
fn is_html_number(text: &str) -> bool {
    number(text).is_some() && text.trim() == text && text.parse::<f64>().is_ok_and(f64::is_finite)
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
pub(super) fn local_datetime(text: &str) -> Option<String> {
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
pub(super) fn offset(moment: &str) -> Option<&str> {
    let zulu = moment.get(moment.len().checked_sub(1)?..)?;
    if matches!(zulu, "Z" | "z") {
        return Some("Z");
    }
    let offset = moment.get(moment.len().checked_sub(6)?..)?;
    let shape: Vec<u8> = offset.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }).collect();
    matches!(shape.as_slice(), b"+00:00" | b"-00:00").then_some(offset)
}

/// A `datetime-local` as RFC 3339, with the offset of the date-time that stands there, else UTC.
fn rfc3339(text: &str, standing: Option<&str>) -> Option<String> {
    let local: jiff::civil::DateTime = text.parse().ok()?;
    let well_formed = text.len() >= 16 && !text.ends_with(['Z', 'z', ']']) && text.as_bytes().get(10) == Some(&b'T');
    let mut moment = well_formed.then(|| local.strftime("%Y-%m-%dT%H:%M:%S").to_string())?;
    if local.subsec_nanosecond() != 0 {
        let _ = write!(moment, ".{}", format!("{:09}", local.subsec_nanosecond()).trim_end_matches('0'));
    }
    let before = standing.map(self::text).unwrap_or_default();
    moment.push_str(offset(&before).unwrap_or("Z"));
    Some(moment)
}

/// What a text says of a box.
pub(super) fn boolean(text: &str) -> Option<bool> {
    match text.trim() {
        "true" | "True" | "TRUE" | "t" | "T" | "1" | "yes" | "on" => Some(true),
        "false" | "False" | "FALSE" | "f" | "F" | "0" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// A number as it was typed, if JSON can say it so: HTML allows `.5`, JSON does not.
fn number(text: &str) -> Option<Cow<'_, str>> {
    let text = text.trim();
    let whole = match text.strip_prefix("-.") {
        Some(fraction) => Cow::Owned(format!("-0.{fraction}")),
        None if text.starts_with('.') => Cow::Owned(format!("0{text}")),
        None => Cow::Borrowed(text),
    };
    let is_number = whole.bytes().next().is_some_and(|first| first == b'-' || first.is_ascii_digit());
    (is_number && serde_json::from_str::<&serde_json::value::RawValue>(&whole).is_ok()).then_some(whole)
}

/// A number that Kratos takes for an integer: `36.0` and `1e2` are none as they are written.
fn integer(text: &str) -> Option<Cow<'_, str>> {
    let literal = number(text)?;
    if !literal.contains(['.', 'e', 'E']) {
        return Some(literal);
    }
    let value: f64 = literal.parse().ok()?;
    (value.fract() == 0.0 && value.abs() < 9e15).then(|| Cow::Owned(format!("{value:.0}")))
}

/// `text` as a value of the type `kind`, if it is one.
fn read<'t>(
    kind: Type,
    text: &'t str,
    standing: Option<&str>,
    control: &str,
    place: Option<Place<'_>>,
) -> Option<Tree<'t>> {
    let leaf = |json: Cow<'t, str>| Some(Tree::Leaf(json));
    match kind {
        Type::Boolean => boolean(text).and_then(|yes| leaf(Cow::Borrowed(if yes { "true" } else { "false" }))),
        Type::Integer => integer(text).and_then(leaf),
        Type::Number => number(text).and_then(leaf),
        Type::String => {
            let is_moment = control == "datetime-local" || place.and_then(Place::format) == Some("date-time");
            let moment = is_moment.then(|| rfc3339(text, standing)).flatten();
            leaf(Cow::Owned(quoted(moment.as_deref().unwrap_or(text))))
        }
        Type::Array => Some(Tree::Array(vec![typed(text, None, "text", place.and_then(Place::items))])),
        Type::Object => Some(Tree::open(text.trim())).filter(|tree| matches!(tree, Tree::Object(_))),
        Type::Null => None,
    }
}

/// `text` as a value of a place, given what stands there: a choice as the schema writes it, else
/// of the schema's types, of which that of the standing value comes first, else of the standing
/// value's type, else of the node's (`kind`), else a string. What is none of them goes as it was
/// typed: Kratos has a message for it.
pub(crate) fn typed<'t>(text: &'t str, standing: Option<&str>, kind: &str, place: Option<Place<'_>>) -> Tree<'t> {
    if let Some(chosen) = place.and_then(|place| choice(place, text)) {
        return Tree::Leaf(Cow::Owned(chosen));
    }
    let standing = standing.filter(|json| *json != "null");
    let before = standing.map(Type::of);
    let types = place.map(Place::types).unwrap_or_default();
    let fallback = || match before {
        Some(Type::Integer | Type::Number) => Some(Type::Number),
        Some(before) => Some(before),
        None if place.is_some() => None,
        None => match kind {
            "number" => Some(Type::Number),
            "checkbox" => Some(Type::Boolean),
            _ => None,
        },
    };
    let read = |to| read(to, text, standing, kind, place);
    let like_before = before.and_then(|before| types.iter().copied().find(|kind| kind.takes(before)));
    let found = if types.is_empty() {
        fallback().and_then(read)
    } else {
        like_before.and_then(read).or_else(|| types.iter().copied().find_map(read)).or_else(|| {
            // `9.5` for an integer: a number all the same.
            types.contains(&Type::Integer).then(|| read(Type::Number)).flatten()
        })
    };
    found.unwrap_or_else(|| {
        let moment = (kind == "datetime-local").then(|| rfc3339(text, standing)).flatten();
        Tree::Leaf(Cow::Owned(quoted(moment.as_deref().unwrap_or(text))))
    })
}

/// The choice of this text, as the schema writes it.
pub(crate) fn choice(place: Place<'_>, text: &str) -> Option<String> {
    let same = |json: &&str| self::text(json) == text && (!text.is_empty() || *json == "\"\"");
    place.choices().iter().map(|choice| choice.value.get()).find(same).map(str::to_owned)
}

/// `text` as a value that the place takes, if it can be one: for what stands there no longer
/// allowed.
pub(crate) fn converted(text: &str, place: Place<'_>) -> Option<Tree<'static>> {
    let chosen = choice(place, text).map(|json| Tree::Leaf(Cow::Owned(json)));
    let found =
        chosen.or_else(|| place.types().iter().find_map(|kind| read(*kind, text, None, "text", Some(place))))?;
    Some(match found {
        Tree::Leaf(json) => Tree::Leaf(Cow::Owned(json.into_owned())),
        other => owned(other),
    })
}

fn owned(tree: Tree<'_>) -> Tree<'static> {
    match tree {
        Tree::Leaf(json) => Tree::Leaf(Cow::Owned(json.into_owned())),
        Tree::Object(members) => Tree::Object(
            members.into_iter().map(|(name, member)| (Cow::Owned(name.into_owned()), owned(member))).collect(),
        ),
        Tree::Array(items) => Tree::Array(items.into_iter().map(owned).collect()),
        Tree::Gone => Tree::Gone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kratos::Schema;

    #[test]
    fn a_control_holds_what_it_would_send_back_unchanged() {
        for (kind, text, does) in [
            ("text", "Ada", true),
            ("text", "a\nb", false),
            ("number", "1.0", true),
            ("number", "1e2", true),
            ("number", ".5", true),
            ("number", "1e999", false),
            ("number", "abc", false),
            ("number", "12", true),
            ("date", "1985-12-10", true),
            ("date", "1985-13-45", false),
            ("date", "10 Dec", false),
            ("email", " a@b.c", false),
            ("email", "a@b.c", true),
            ("email", "ü@b.c", false),
            ("email", "a@b", true),
            ("url", "urn:isbn:1", true),
            ("url", "https://example.org/ü", true),
            ("url", "/a/b", false),
            ("datetime-local", "2026-11-23T10:00:00Z", true),
            ("datetime-local", "2026-11-23T10:00:07.123456Z", false),
            ("datetime-local", "soon", false),
        ] {
            assert_eq!(holds(kind, text), does, "{kind} {text}");
        }
        for (moment, local) in
            [("2026-11-23T10:00:00Z", "2026-11-23T10:00"), ("2026-11-23T10:00:07.250+05:30", "2026-11-23T10:00:07.25")]
        {
            assert_eq!(local_datetime(moment).as_deref(), Some(local));
        }
    }

    #[test]
    fn a_text_becomes_what_the_schema_says_else_what_stood_there() {
        for (x, standing, kind, text, value) in [
            ("{\"type\": \"integer\"}", None, "text", "9", "9"),
            ("{\"type\": \"integer\"}", None, "text", "9.0", "9"),
            ("{\"type\": \"integer\"}", None, "text", "1e2", "100"),
            ("{\"type\": \"integer\"}", None, "text", "9.5", "9.5"),
            ("{\"type\": \"integer\"}", None, "text", "nine", "\"nine\""),
            (
                "{\"type\": \"integer\"}",
                Some("36"),
                "text",
                "123456789012345678901234567890",
                "123456789012345678901234567890",
            ),
            ("{\"type\": \"number\"}", None, "text", ".5", "0.5"),
            ("{\"type\": [\"number\", \"string\"]}", Some("5"), "text", "6", "6"),
            ("{\"type\": [\"string\", \"number\"]}", Some("\"5\""), "text", "7", "\"7\""),
            ("{\"type\": [\"string\", \"number\"]}", Some("5"), "text", "7", "7"),
            ("{\"type\": [\"boolean\", \"null\"]}", Some("null"), "text", "true", "true"),
            ("{\"enum\": [1, 2]}", None, "text", "2", "2"),
            ("{\"oneOf\": [{\"const\": \"2\"}, {\"const\": 3}]}", None, "text", "2", "\"2\""),
            ("{\"type\": \"array\", \"items\": {\"type\": \"integer\"}}", None, "text", "2", "[2]"),
            (
                "{\"type\": \"string\", \"format\": \"date-time\"}",
                Some("\"2026-01-01T00:00:00+05:30\""),
                "text",
                "2026-12-24T10:30",
                "\"2026-12-24T10:30:00+05:30\"",
            ),
            (
                "{\"type\": \"string\", \"format\": \"date-time\"}",
                None,
                "text",
                "2026-12-24T10:30",
                "\"2026-12-24T10:30:00Z\"",
            ),
            ("{\"type\": \"object\"}", Some("{\"a\":1}"), "text", " {\"b\": 2} ", "{\"b\":2}"),
            ("{\"title\": \"any\"}", Some("1"), "text", "2", "2"),
            ("{\"title\": \"any\"}", None, "number", "2", "\"2\""),
            ("-", None, "number", "2", "2"),
            ("-", None, "checkbox", "true", "true"),
            ("-", None, "text", "2", "\"2\""),
            ("-", Some("false"), "text", "true", "true"),
            ("-", Some("1.5"), "text", "2", "2"),
            ("-", None, "datetime-local", "2026-12-24T10:30", "\"2026-12-24T10:30:00Z\""),
        ] {
            let schema = format!(r#"{{"properties": {{"traits": {{"properties": {{"x": {x}}}}}}}}}"#);
            let schema: Option<Schema> = serde_json::from_str(&schema).ok();
            let place = schema.as_ref().and_then(|schema| schema.traits()?.member("x"));
            assert_eq!(typed(text, standing, kind, place).json(), value, "{x} {standing:?} {text}");
        }
    }
}
