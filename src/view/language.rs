//! The reader's language: words by Fluent, numbers and dates as it writes them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumberOptions;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{CharacterDirection, LanguageIdentifier};

use super::formats::{Formats, number};

/// What the ids of traits' names begin with.
const TRAIT: &str = "traits-";

/// The message of Kratos' that an id is for, and where: `kratos-1070003-profile` is for 1070003 in the group
/// `profile`, `kratos-1070003` is for it anywhere.
pub(super) fn of_kratos(id: &str) -> Option<(i64, &str)> {
    let rest = id.strip_prefix("kratos-")?;
    let (number, place) = rest.split_once('-').unwrap_or((rest, ""));
    Some((number.parse().ok()?, place))
}

/// The id of a trait's name: identifiers of Fluent have no dots.
pub(super) fn trait_id(name: &str) -> String {
    name.replace('.', "-")
}

/// A value in a text.
pub(crate) type Value<'a> = FluentValue<'a>;

/// A language a page can be in.
pub(crate) struct Language {
    tag: LanguageIdentifier,
    tag_text: String,
    name: String,
    rtl: bool,
    own: FluentBundle<FluentResource>,
    /// What says the words that the language itself lacks.
    english: Option<Arc<Self>>,
    formats: Formats,
    /// Whether an operator has named traits in this language.
    names_traits: bool,
    /// The texts without values, by id: its own, and English where it lacks them.
    plain: HashMap<Box<str>, Box<str>>,
    /// Its own texts for Kratos' messages, in the order of Kratos' ids and of where they stand.
    kratos: Vec<(i64, Box<str>, Said)>,
}

/// A text for a message of Kratos'.
enum Said {
    /// It has no values.
    Plain(Box<str>),
    /// It has values; this is its id.
    WithValues(Box<str>),
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.tag)
    }
}

impl Language {
    /// The language of this tag; nothing where it is none, which is found out before.
    pub(super) fn new(tag: &str, resources: Vec<FluentResource>, english: Option<Arc<Self>>) -> Option<Self> {
        let id: LanguageIdentifier = tag.parse().ok()?;
        let formats = Formats::of(tag)?;
        let mut own = FluentBundle::new_concurrent(vec![id.clone()]);
        // Texts end up in attributes too, where isolation marks would show.
        own.set_use_isolating(false);
        own.set_formatter(Some(number));
        let mut ids: Vec<Box<str>> = Vec::new();
        for resource in resources {
            // A line that does not begin with a name before an equals sign begins no message.
            let names = resource.source().lines().filter_map(|line| Some(line.split_once('=')?.0.trim_end().into()));
            let names: Vec<Box<str>> = names.collect();
            // Who words a message of Kratos' anew words it wherever it stands.
            let anew: Vec<i64> = names
                .iter()
                .filter_map(|id| of_kratos(id))
                .filter(|(_, place)| place.is_empty())
                .map(|(number, _)| number)
                .collect();
            ids.retain(|id| !of_kratos(id).is_some_and(|(number, place)| !place.is_empty() && anew.contains(&number)));
            ids.extend(names);
            own.add_resource_overriding(resource);
        }
        ids.retain(|id| own.has_message(id));
        ids.sort_unstable();
        ids.dedup();
        let rtl = id.character_direction() == CharacterDirection::RTL;
        let mut language = Self {
            rtl,
            formats,
            name: String::new(),
            tag_text: id.to_string(),
            tag: id,
            own,
            english: None,
            names_traits: ids.iter().any(|id| id.starts_with(TRAIT)),
            plain: HashMap::with_capacity(ids.len()),
            kratos: Vec::new(),
        };
        for id in ids {
            let plain: Option<Box<str>> = language.own(&id, &[]).map(Into::into);
            if let Some((number, place)) = of_kratos(&id) {
                let said = plain.clone().map_or_else(|| Said::WithValues(id.clone()), Said::Plain);
                language.kratos.push((number, place.into(), said));
            }
            language.plain.extend(plain.map(|text| (id, text)));
        }
        language.kratos.sort_unstable_by(|(a, at, _), (b, bt, _)| (a, at).cmp(&(b, bt)));
        language.name = language.find("language-name").unwrap_or(tag).to_owned();
        for (id, text) in english.iter().flat_map(|english| &english.plain) {
            if !id.starts_with(TRAIT) && !language.own.has_message(id) {
                language.plain.insert(id.clone(), text.clone());
            }
        }
        language.english = english;
        Some(language)
    }

    /// The language as Fluent and Unicode name it.
    pub(super) fn id(&self) -> &LanguageIdentifier {
        &self.tag
    }

    /// The language's BCP 47 tag, for `lang`.
    pub(crate) fn tag(&self) -> &str {
        &self.tag_text
    }

    /// Whether it is the one that Kratos speaks.
    pub(crate) fn is_english(&self) -> bool {
        self.english.is_none()
    }

    /// Whether an operator has named traits in it.
    pub(crate) fn names_traits(&self) -> bool {
        self.names_traits
    }

    /// The language's own name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The direction of its script, for `dir`.
    pub(crate) fn dir(&self) -> &'static str {
        if self.rtl { "rtl" } else { "ltr" }
    }

    /// The text of this id in the language itself, if it has one, and all its values are given.
    fn own(&self, id: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        let pattern = self.own.get_message(id)?.value()?;
        let args: Option<FluentArgs<'_>> =
            (!values.is_empty()).then(|| values.iter().map(|(name, value)| (*name, value.clone())).collect());
        let mut errors = Vec::new();
        let text = self.own.format_pattern(pattern, args.as_ref(), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    /// The text of this id, in English where the language lacks it, if it needs no values.
    pub(crate) fn find(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(|text| &**text)
    }

    /// The text of this id, which needs no values.
    pub(crate) fn text<'a>(&'a self, id: &'a str) -> &'a str {
        self.find(id).unwrap_or(id)
    }

    /// The text of this id with these values.
    pub(crate) fn text_with(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let english = || self.english.as_ref()?.own(id, values);
        self.own(id, values).or_else(english).unwrap_or_else(|| id.to_owned())
    }

    /// Its own text for a message of Kratos', if it has one, and all its values are given: that for the
    /// `place` where it stands, else that for any. The place is a group, and what is told of it besides.
    pub(crate) fn kratos(
        &self,
        id: i64,
        place: &str,
        values: impl Fn() -> Vec<(String, Value<'static>)>,
    ) -> Option<Cow<'_, str>> {
        let said = |place: &str| {
            let at = self.kratos.binary_search_by(|(known, at, _)| (*known, &**at).cmp(&(id, place))).ok()?;
            self.kratos.get(at).map(|(.., said)| said)
        };
        let there = if place.is_empty() { None } else { said(place) };
        [there, said("")].into_iter().flatten().find_map(|said| match said {
            Said::Plain(text) => Some(Cow::Borrowed(&**text)),
            Said::WithValues(id) => {
                let values = values();
                let values: Vec<(&str, Value<'_>)> =
                    values.iter().map(|(name, value)| (&**name, value.clone())).collect();
                self.own(id, &values).map(Cow::Owned)
            }
        })
    }

    /// The operator's name for a trait, by the name of its field.
    pub(crate) fn trait_name(&self, field: &str) -> Option<&str> {
        self.names_traits.then(|| self.find(&trait_id(field))).flatten()
    }

    /// A day as people write it.
    pub(crate) fn day(&self, date: jiff::civil::Date) -> Option<String> {
        self.formats.day(date)
    }

    /// A day and a time as people write them.
    pub(crate) fn moment(&self, at: jiff::civil::DateTime) -> Option<String> {
        self.formats.moment(at)
    }
}

/// A count in a text.
pub(crate) fn count(number: usize) -> Value<'static> {
    #[expect(clippy::cast_precision_loss, reason = "no page counts to 2⁵³")]
    let number = fluent_bundle::types::FluentNumber::new(number as f64, FluentNumberOptions::default());
    Value::Number(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Languages;

    #[cfg(feature = "languages")]
    #[test]
    fn numbers_and_dates_are_the_languages_own() {
        let languages = Languages::load(None).unwrap();
        let at: jiff::civil::DateTime = "2026-11-23T16:37".parse().unwrap();
        for (tag, day, moment) in [
            ("en", "23 Nov 2026", "23 Nov 2026, 16:37"),
            ("de", "23.11.2026", "23.11.2026, 16:37"),
            ("ja", "2026/11/23", "2026/11/23 16:37"),
        ] {
            let language = languages.named(tag).unwrap();
            assert_eq!(language.day(at.date()).as_deref(), Some(day));
            assert_eq!(language.moment(at).as_deref(), Some(moment));
        }
        let german = languages.named("de").unwrap();
        let number = FluentValue::from(1234.5);
        assert!(german.text_with("kratos-4000018", &[("minimum", number), ("actual", count(3))]).contains("1.234,5"));
    }

    #[test]
    fn values_stand_in_the_text_as_they_are_and_none_may_be_missing() {
        let languages = Languages::load(None).unwrap();
        let words = languages.english();
        assert_eq!(words.text_with("added", &[("when", "<today>".into())]), "Added on <today>");
        assert_eq!(words.find("added"), None);
        assert_eq!(words.text("no-such-text"), "no-such-text");
    }
}
