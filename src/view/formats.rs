//! Days, times and numbers as a language writes them, by ICU.

use std::sync::OnceLock;

use fluent_bundle::FluentValue;
use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale::Locale;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

/// How one language writes them. Made when first wanted: those of all languages would take most of the
/// start.
pub(super) struct Formats {
    locale: Locale,
    day: OnceLock<Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>>,
    moment: OnceLock<Option<FixedCalendarDateTimeFormatter<Gregorian, YMDT>>>,
}

impl Formats {
    /// Those of the language of this tag; nothing where it is none.
    pub(super) fn of(tag: &str) -> Option<Self> {
        // English as most of the world writes dates and times.
        let locale = if tag == "en" { "en-GB" } else { tag }.parse().ok()?;
        Some(Self { locale, day: OnceLock::new(), moment: OnceLock::new() })
    }

    /// A day.
    pub(super) fn day(&self, date: jiff::civil::Date) -> Option<String> {
        let formatter =
            self.day.get_or_init(|| FixedCalendarDateTimeFormatter::try_new((&self.locale).into(), YMD::medium()).ok());
        Some(formatter.as_ref()?.format(&icu_date(date)?).to_string())
    }

    /// A day and a time.
    pub(super) fn moment(&self, at: jiff::civil::DateTime) -> Option<String> {
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
pub(super) fn number(value: &FluentValue<'_>, languages: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.value.to_string().parse().ok()?;
    languages.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.format(&decimal).to_string()).ok()
}
