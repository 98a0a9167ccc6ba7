//! What Kratos has to say, and when, in the reader's language.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::language::{Language, Value};
use super::names::provider;
use crate::kratos::{Json, Message, MessageType};

/// `InfoNodeLabelGenerated`: the label of a trait, worded by the operator.
const TRAIT_LABEL: i64 = 1_070_002;

/// `InfoNodeLabel`: the label of a button that is an address, in no language.
const ADDRESS_LABEL: i64 = 1_070_000;

/// A text as a page shows it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrase<'a> {
    /// The text.
    pub(crate) text: Cow<'a, str>,
    /// Whether it is Kratos' English on a page of another language.
    pub(crate) english: bool,
}

impl From<String> for Phrase<'_> {
    fn from(text: String) -> Self {
        Self { text: text.into(), english: false }
    }
}

impl<'a> From<&'a str> for Phrase<'a> {
    fn from(text: &'a str) -> Self {
        Self { text: text.into(), english: false }
    }
}

impl<'a> Phrase<'a> {
    /// A message of Kratos': by its id where the language knows it, else as Kratos words it.
    pub(crate) fn of(message: &'a Message<'a>, words: &'a Language) -> Self {
        if message.id == TRAIT_LABEL {
            let name = || message.context_value::<Cow<'_, str>>("name");
            let named = words.names_traits().then(name).flatten().and_then(|name| words.trait_name(&name));
            return named.map_or(Self { text: Cow::Borrowed(&message.text), english: false }, Self::from);
        }
        let values = || {
            let values = message.values();
            let value_of = |name: &str, value: &Json<'_>| match name {
                // Where a provider has no label, Kratos tells its id.
                "provider" => provider(&value.text()).map(Value::from).or_else(|| value_of(value, words)),
                _ => value_of(value, words),
            };
            let values = values.iter().filter_map(|(name, value)| Some((name.to_owned(), value_of(name, &value)?)));
            values.collect()
        };
        if let Some(text) = words.kratos(message.id, values) {
            return Self { text, english: false };
        }
        let english = !words.is_english() && message.id != ADDRESS_LABEL;
        Self { text: Cow::Borrowed(&message.text), english }
    }
}

/// A value of a context as it stands in a text.
fn value_of(value: &Json<'_>, words: &Language) -> Option<Value<'static>> {
    let text = value.text();
    match value.get().as_bytes().first() {
        Some(b'"') => {
            let moment = Moment::read(&text, words);
            Some(moment.map_or_else(|| text.into_owned(), |moment| moment.text).into())
        }
        // A list of nothing leaves its sentence to Kratos.
        Some(b'[') => {
            let items = value.read::<Vec<Cow<'_, str>>>().filter(|items| !items.is_empty())?;
            // Ways to sign in go by the names of their sections.
            let names = items.iter().map(|item| words.find(&format!("group-{item}")).unwrap_or(item));
            Some(names.collect::<Vec<_>>().join(words.text("list-separator")).into())
        }
        Some(b't' | b'f') => Some(text.into_owned().into()),
        Some(b'{' | b'n') | None => None,
        Some(_) => Some(text.parse::<f64>().ok()?.into()),
    }
}

/// A message as a page shows it.
#[derive(Clone, Debug)]
pub(crate) struct Notice<'a> {
    /// Kratos' id of the message; 0 where it is not Kratos'.
    pub(crate) id: i64,
    /// What it says.
    pub(crate) phrase: Phrase<'a>,
    /// Its class: `info`, `error` or `success`.
    pub(crate) kind: &'static str,
}

impl<'a> Notice<'a> {
    /// The messages worth showing.
    pub(crate) fn of(messages: &'a [Message<'a>], words: &'a Language) -> Vec<Self> {
        messages
            .iter()
            .map(|message| Self {
                id: message.id,
                phrase: Phrase::of(message, words),
                kind: match message.kind {
                    MessageType::Error => "error",
                    MessageType::Success => "success",
                    MessageType::Info | MessageType::Other(_) => "info",
                },
            })
            .filter(|notice| !notice.phrase.text.is_empty())
            .collect()
    }

    /// What this application has to say itself.
    pub(crate) fn own(phrase: Phrase<'a>) -> Self {
        Self { id: 0, phrase, kind: "info" }
    }

    /// Whether something must be mended.
    pub(crate) fn is_error(&self) -> bool {
        self.kind == "error"
    }
}

/// A moment as a page shows it.
#[derive(Clone, Debug)]
pub(crate) struct Moment {
    /// For machines: RFC 3339.
    pub(crate) iso: String,
    /// The day, for people.
    pub(crate) day: String,
    /// Day and time, for people, in UTC: the reader's time zone is not known here.
    pub(crate) text: String,
}

impl Moment {
    /// Reads an RFC 3339 date-time.
    pub(crate) fn read(rfc3339: &str, words: &Language) -> Option<Self> {
        // Most texts are none; those of Kratos are all of this shape.
        let begins_with_a_year = rfc3339.as_bytes().get(..5).is_some_and(|b| b.ends_with(b"-") && b.is_ascii());
        Self::at(begins_with_a_year.then(|| rfc3339.parse().ok()).flatten()?, words)
    }

    /// The moment of a time.
    pub(crate) fn at(at: Timestamp, words: &Language) -> Option<Self> {
        let utc = at.to_zoned_datetime(TimeZone::UTC).datetime();
        Some(Self { iso: format!("{at:.0}"), day: words.day(utc.date())?, text: format!("{} UTC", words.moment(utc)?) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Languages;

    fn message(json: &serde_json::Value) -> Message<'static> {
        crate::kratos::read(json)
    }

    #[test]
    fn a_moment_reads_as_people_write_it() {
        let languages = Languages::load(None).unwrap();
        let moment = Moment::read("2026-11-23T16:37:53.411705874Z", languages.english()).unwrap();
        assert_eq!(moment.text, "23 Nov 2026, 16:37 UTC");
        assert_eq!(moment.day, "23 Nov 2026");
        assert_eq!(moment.iso, "2026-11-23T16:37:53Z");
        for text in ["yesterday", "2026-", "9999-99-99", ""] {
            assert!(Moment::read(text, languages.english()).is_none());
        }
    }

    #[test]
    fn a_message_is_in_the_readers_language_and_kratos_english_is_marked_as_such() {
        let languages = Languages::load(None).unwrap();
        let german = languages.named("de").unwrap();
        let known =
            message(&serde_json::json!({"id": 1_050_002, "text": "Link GitHub", "context": {"provider": "GitHub"}}));
        let phrase = Phrase::of(&known, german);
        assert!(phrase.text.contains("GitHub") && phrase.text != "Link GitHub" && !phrase.english, "{phrase:?}");
        let unknown =
            message(&serde_json::json!({"id": 4_000_001, "text": "whatever", "context": {"reason": "whatever"}}));
        let phrase = Phrase::of(&unknown, german);
        assert_eq!((&*phrase.text, phrase.english), ("whatever", true));
        assert!(!Phrase::of(&unknown, languages.english()).english);
        // A context that lacks a value.
        let lacking = message(&serde_json::json!({"id": 1_050_002, "text": "Link GitHub"}));
        let phrase = Phrase::of(&lacking, german);
        assert_eq!((&*phrase.text, phrase.english), ("Link GitHub", true));
    }

    #[test]
    fn who_has_an_account_already_is_told_how_it_is_signed_in_to() {
        let languages = Languages::load(None).unwrap();
        let german = languages.named("de").unwrap();
        let taken = |ways: serde_json::Value| {
            let context = serde_json::json!({"available_credential_types": ways, "credential_identifier_hint": ""});
            message(&serde_json::json!({"id": 4_000_028, "text": "taken", "context": context}))
        };
        let listed = taken(serde_json::json!(["password", "code", "something_new"]));
        let phrase = Phrase::of(&listed, german);
        assert!(phrase.text.ends_with(": Passwort, Einmalcodes, something_new.") && !phrase.english, "{phrase:?}");
        // Kratos' own text does without the list.
        let unlisted = taken(serde_json::json!([]));
        assert_eq!(Phrase::of(&unlisted, german).text, "taken");
    }
}
