//! The reader's language: words by Fluent, numbers and dates by ICU.

use std::borrow::Cow;
use std::fmt;
use std::path::Path;
use std::str::FromStr;
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

use crate::StartError;

/// The languages that come with the program. The first lacks no word.
const BUILT_IN: [(&str, &str); 14] = [
    ("en", include_str!("../../locales/en.ftl")),
    ("ar", include_str!("../../locales/ar.ftl")),
    ("de", include_str!("../../locales/de.ftl")),
    ("es", include_str!("../../locales/es.ftl")),
    ("fi", include_str!("../../locales/fi.ftl")),
    ("fr", include_str!("../../locales/fr.ftl")),
    ("it", include_str!("../../locales/it.ftl")),
    ("ja", include_str!("../../locales/ja.ftl")),
    ("nl", include_str!("../../locales/nl.ftl")),
    ("pl", include_str!("../../locales/pl.ftl")),
    ("pt", include_str!("../../locales/pt.ftl")),
    ("ru", include_str!("../../locales/ru.ftl")),
    ("sv", include_str!("../../locales/sv.ftl")),
    ("zh-Hans", include_str!("../../locales/zh-Hans.ftl")),
];

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
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.tag)
    }
}

/// Every language a page can be in.
#[derive(Debug)]
pub(crate) struct Languages(Vec<Arc<Language>>);

impl Languages {
    /// The built-in languages, with what an operator's directory adds and changes.
    pub(crate) fn load(directory: Option<&Path>) -> Result<Self, StartError> {
        let mut sources: Vec<(String, Vec<FluentResource>)> = Vec::new();
        for (tag, text) in BUILT_IN {
            sources.push((tag.to_owned(), vec![resource(text, Path::new(&format!("locales/{tag}.ftl")))?]));
        }
        if let Some(directory) = directory {
            let unreadable = |error: std::io::Error| StartError::file(directory, None, &error);
            let mut files: Vec<_> = std::fs::read_dir(directory)
                .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
                .map_err(unreadable)?;
            files.sort();
            for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "ftl")) {
                let tag = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
                if LanguageIdentifier::from_str(tag).is_err() || Locale::try_from_str(tag).is_err() {
                    return Err(StartError::file(file, None, &"the name of the file is no language tag, as fr.ftl"));
                }
                let text = std::fs::read_to_string(file).map_err(|error| StartError::file(file, None, &error))?;
                let resource = resource(&text, file)?;
                match sources.iter_mut().find(|(known, _)| known == tag) {
                    Some((_, resources)) => resources.push(resource),
                    None => sources.push((tag.to_owned(), vec![resource])),
                }
            }
        }
        let mut languages: Vec<Arc<Language>> = Vec::with_capacity(sources.len());
        for (tag, resources) in sources {
            let english = languages.first().cloned();
            languages.extend(Language::new(&tag, resources, english).map(Arc::new));
        }
        Ok(Self(languages))
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Arc<Language>> {
        self.0.iter()
    }

    /// The language with this tag.
    pub(crate) fn named(&self, tag: &str) -> Option<&Arc<Language>> {
        self.all().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// The language for an `Accept-Language` header (RFC 9110, 12.5.4), else English.
    pub(crate) fn accepted(&self, header: &str) -> &Arc<Language> {
        let tags: Vec<&LanguageIdentifier> = self.all().map(|language| &language.tag).collect();
        let requested = by_preference(header);
        let strategy = fluent_langneg::NegotiationStrategy::Filtering;
        let found = fluent_langneg::negotiate_languages(&requested, &tags, None, strategy);
        let named = found.first().and_then(|tag| self.all().find(|language| language.tag == ***tag));
        named.unwrap_or_else(|| self.english())
    }

    /// The language that lacks no word.
    #[expect(clippy::indexing_slicing, reason = "the first of the built-in languages is always there")]
    pub(crate) fn english(&self) -> &Arc<Language> {
        &self.0[0]
    }
}

/// The tags of an `Accept-Language` header, the most wanted first.
fn by_preference(header: &str) -> Vec<LanguageIdentifier> {
    let mut wanted: Vec<(LanguageIdentifier, f32)> = header
        .split(',')
        .filter_map(|range| {
            let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
            let quality =
                parameters.trim().strip_prefix("q=").map_or(Some(1.0), |quality| quality.trim().parse().ok())?;
            Some((tag.trim().parse().ok()?, quality))
        })
        .filter(|(_, quality)| *quality > 0.0)
        .collect();
    // A stable sort: of two as much wanted, the first.
    wanted.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    wanted.into_iter().map(|(tag, _)| tag).collect()
}

/// Reads a Fluent file. Identifiers of Fluent have no dots, names of traits have: they are
/// written for each other here.
fn resource(text: &str, file: &Path) -> Result<FluentResource, StartError> {
    let with_traits: String = text.split_inclusive('\n').map(without_dots).collect();
    FluentResource::try_new(with_traits.clone()).map_err(|(_, errors)| match errors.first() {
        Some(error) => {
            // Where the entry begins, else where the parser stopped: that may be a line further.
            let start = error.slice.as_ref().map_or(error.pos.start, |slice| slice.start);
            let line = with_traits.get(..start).unwrap_or_default().split('\n').count();
            StartError::file(file, Some(line), &error.kind)
        }
        None => StartError::file(file, None, &"no Fluent"),
    })
}

/// `traits.name.first = …` with an identifier that Fluent takes, and as long as it was.
fn without_dots(line: &str) -> Cow<'_, str> {
    match line.split_once('=') {
        Some((name, text)) if name.starts_with("traits.") => Cow::Owned(format!("{}={text}", trait_id(name))),
        _ => Cow::Borrowed(line),
    }
}

fn trait_id(name: &str) -> String {
    name.replace('.', "-")
}

impl Language {
    /// The language of this tag; nothing where it is none, which is found out before.
    fn new(tag: &str, resources: Vec<FluentResource>, english: Option<Arc<Self>>) -> Option<Self> {
        let id: LanguageIdentifier = tag.parse().ok()?;
        // English as most of the world writes dates and times.
        let locale: Locale = if tag == "en" { "en-GB" } else { tag }.parse().ok()?;
        let mut own = FluentBundle::new_concurrent(vec![id.clone()]);
        // Texts end up in attributes too, where isolation marks would show.
        own.set_use_isolating(false);
        own.set_formatter(Some(number));
        let mut names_traits = false;
        for resource in resources {
            names_traits |= resource.source().lines().any(|line| line.starts_with("traits-"));
            own.add_resource_overriding(resource);
        }
        let mut language = Self {
            rtl: LocaleDirectionality::new_common().is_right_to_left(&locale.id),
            locale,
            day: OnceLock::new(),
            moment: OnceLock::new(),
            name: String::new(),
            tag_text: id.to_string(),
            tag: id,
            own,
            english,
            names_traits,
        };
        language.name = language.own("language-name", &[]).unwrap_or_else(|| tag.to_owned());
        Some(language)
    }

    /// The language's BCP 47 tag, for `lang`.
    pub(crate) fn tag(&self) -> &str {
        &self.tag_text
    }

    /// Whether it is the one that Kratos speaks.
    pub(crate) fn is_english(&self) -> bool {
        self.english.is_none()
    }

    /// Whether it has a text of this id itself.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.own.has_message(id)
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
    pub(crate) fn own(&self, id: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        let pattern = self.own.get_message(id)?.value()?;
        let args = (!values.is_empty()).then(|| values.iter().map(|(name, value)| (*name, value.clone())).collect());
        let mut errors = Vec::new();
        let args: Option<FluentArgs<'_>> = args;
        let text = self.own.format_pattern(pattern, args.as_ref(), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    /// The text of this id, in English where the language lacks it.
    pub(crate) fn find(&self, id: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        self.own(id, values).or_else(|| self.english.as_ref()?.find(id, values))
    }

    /// The text of this id.
    pub(crate) fn text(&self, id: &str) -> String {
        self.text_with(id, &[])
    }

    /// The text of this id with these values.
    pub(crate) fn text_with(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        self.find(id, values).unwrap_or_else(|| id.to_owned())
    }

    /// The operator's name for a trait, by the name of its field.
    pub(crate) fn trait_name(&self, field: &str) -> Option<String> {
        self.names_traits.then(|| self.own(&trait_id(field), &[])).flatten()
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
    use std::collections::BTreeSet;

    use super::*;

    fn ids(text: &str) -> BTreeSet<&str> {
        let is_id = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        text.lines().filter(is_id).filter_map(|line| Some(line.split_once(" =")?.0)).collect()
    }

    /// What a language lacks is shown in English; this lists it.
    #[test]
    fn no_language_lacks_a_word() {
        let english = ids(BUILT_IN[0].1);
        let lacks: Vec<String> = BUILT_IN
            .iter()
            .flat_map(|(tag, text)| {
                let own = ids(text);
                let missing: Vec<String> = english.difference(&own).map(|id| format!("{tag}: {id}")).collect();
                let unknown = own.difference(&english).map(|id| format!("{tag}: {id} is unknown to English"));
                missing.into_iter().chain(unknown).collect::<Vec<_>>()
            })
            .collect();
        assert!(lacks.is_empty(), "{}", lacks.join("\n"));
    }

    #[test]
    fn the_most_wanted_language_that_there_is_is_taken() {
        let languages = Languages::load(None).unwrap();
        for (header, tag) in [
            ("", "en"),
            ("tlh", "en"),
            ("fr", "fr"),
            ("de-AT,de;q=0.9,en;q=0.8", "de"),
            ("en;q=0.5, fr;q=0.7", "fr"),
            ("fr;q=0, de;q=0.1", "de"),
            ("zh-CN", "zh-Hans"),
            ("zh-SG,en;q=0.5", "zh-Hans"),
            ("pt-PT", "pt"),
            ("tlh, ja;q=0.3", "ja"),
            ("*", "en"),
            ("de;q=abc, fi", "fi"),
            ("\"><script>", "en"),
        ] {
            assert_eq!(languages.accepted(header).tag(), tag, "{header}");
        }
        assert_eq!(languages.accepted("ar").dir(), "rtl");
        assert_eq!(languages.accepted("de").dir(), "ltr");
    }

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
        assert_eq!(words.find("added", &[]), None);
        assert_eq!(words.text("no-such-text"), "no-such-text");
    }

    #[test]
    fn an_operator_adds_languages_changes_words_and_names_traits() {
        let directory = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(directory.path().join(name), text).unwrap();
        write("fr.ftl", "settings-title = Mon compte\ntraits.name.first = Prénom\n");
        write("eo.ftl", "language-name = Esperanto\nsettings-title = Agordoj\n");
        write("notes.txt", "not Fluent");
        let languages = Languages::load(Some(directory.path())).unwrap();
        let french = languages.named("fr").unwrap();
        assert_eq!(french.text("settings-title"), "Mon compte");
        assert_eq!(french.trait_name("traits.name.first").as_deref(), Some("Prénom"));
        assert_eq!(french.trait_name("traits.name.last"), None);
        let esperanto = languages.accepted("eo");
        assert_eq!((esperanto.name(), esperanto.text("settings-title").as_str()), ("Esperanto", "Agordoj"));
        assert_eq!(esperanto.text("try-again"), "Try again", "what it lacks is English");
        assert_eq!(esperanto.own("try-again", &[]), None);

        write("fr.ftl", "settings-title = Mon compte\n\ntraits.a = b\nbroken = { $x\nnext = x\n");
        let error = Languages::load(Some(directory.path())).unwrap_err().to_string();
        assert!(error.contains("fr.ftl, line 4: "), "{error}");
        write("fr.ftl", "");
        write("not a tag.ftl", "");
        assert!(Languages::load(Some(directory.path())).unwrap_err().to_string().contains("not a tag.ftl: "));
    }
}
