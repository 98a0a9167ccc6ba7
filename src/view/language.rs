//! The reader's language: words by Fluent, numbers and dates by ICU.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumberOptions;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::{Locale, LocaleDirectionality};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

/// What the ids of traits' names begin with.
const TRAIT: &str = "traits-";

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
    locale: Locale,
    // Made when first wanted: all of them would take most of the start.
    day: OnceLock<Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>>,
    moment: OnceLock<Option<FixedCalendarDateTimeFormatter<Gregorian, YMDT>>>,
    /// Whether an operator has named traits in this language.
    names_traits: bool,
    /// The texts without values, by id: its own, and English where it lacks them.
    plain: HashMap<Box<str>, Box<str>>,
    /// Its own texts for Kratos' messages, in the order of Kratos' ids.
    kratos: Vec<(i64, Said)>,
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
        // English as most of the world writes dates and times.
        let locale: Locale = if tag == "en" { "en-GB" } else { tag }.parse().ok()?;
        let mut own = FluentBundle::new_concurrent(vec![id.clone()]);
        // Texts end up in attributes too, where isolation marks would show.
        own.set_use_isolating(false);
        own.set_formatter(Some(number));
        let mut ids: Vec<Box<str>> = Vec::new();
        for resource in resources {
            // A line that does not begin with a name before an equals sign begins no message.
            let names = resource.source().lines().filter_map(|line| Some(line.split_once('=')?.0.trim_end().into()));
            ids.extend(names);
            own.add_resource_overriding(resource);
        }
        ids.retain(|id| own.has_message(id));
        ids.sort_unstable();
        ids.dedup();
        let rtl = LocaleDirectionality::new_common().is_right_to_left(&locale.id);
        let mut language = Self {
            rtl,
            locale,
            day: OnceLock::new(),
            moment: OnceLock::new(),
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
            if let Some(number) = id.strip_prefix("kratos-").and_then(|number| number.parse().ok()) {
                language.kratos.push((number, plain.clone().map_or_else(|| Said::WithValues(id.clone()), Said::Plain)));
            }
            language.plain.extend(plain.map(|text| (id, text)));
        }
        language.kratos.sort_unstable_by_key(|(id, _)| *id);
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

    /// Its own text for a message of Kratos', if it has one, and all its values are given.
    pub(crate) fn kratos(
        &self,
        id: i64,
        values: impl FnOnce() -> Vec<(String, Value<'static>)>,
    ) -> Option<Cow<'_, str>> {
        let at = self.kratos.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        match &self.kratos.get(at)?.1 {
            Said::Plain(text) => Some(Cow::Borrowed(text)),
            Said::WithValues(id) => {
                let values = values();
                let values: Vec<(&str, Value<'_>)> =
                    values.iter().map(|(name, value)| (&**name, value.clone())).collect();
                self.own(id, &values).map(Cow::Owned)
            }
        }
    }

    /// The operator's name for a trait, by the name of its field.
    pub(crate) fn trait_name(&self, field: &str) -> Option<&str> {
        self.names_traits.then(|| self.find(&trait_id(field))).flatten()
    }

    /// A day as people write it.
    pub(crate) fn day(&self, date: jiff::civil::Date) -> Option<String> {
        let formatter =
            self.day.get_or_init(|| FixedCalendarDateTimeFormatter::try_new((&self.locale).into(), YMD::medium()).ok());
        Some(formatter.as_ref()?.format(&icu_date(date)?).to_string())
    }

    /// A day and a time as people write them.
    pub(crate) fn moment(&self, at: jiff::civil::DateTime) -> Option<String> {
        let (hour, minute) = (u8::try_from(at.hour()).ok()?, u8::try_from(at.minute()).ok()?);
        let time = icu_datetime::input::Time::try_new(hour, minute, 0, 0).ok()?;
        let fields = YMD::medium().with_time_hm();
        let formatter =
            self.moment.get_or_init(|| FixedCalendarDateTimeFormatter::try_new((&self.locale).into(), fields).ok());
        let at = icu_datetime::input::DateTime { date: icu_date(at.date())?, time };
        Some(formatter.as_ref()?.format(&at).to_string())
    }
}

fn icu_date(date: jiff::civil::Date) -> Option<icu_calendar::Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    icu_calendar::Date::try_new_gregorian(i32::from(date.year()), month, day).ok()
}

/// ICU's numbers, made once per language.
struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale: Locale = language.to_string().parse().map_err(drop)?;
        DecimalFormatter::try_new(locale.into(), icu_decimal::options::DecimalFormatterOptions::default())
            .map(Self)
            .map_err(drop)
    }
}

/// Fluent's numbers as the language writes them; its own writes them as English does.
fn number(value: &FluentValue<'_>, languages: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.value.to_string().parse().ok()?;
    languages.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.format(&decimal).to_string()).ok()
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
