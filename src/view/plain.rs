//! Days, times and numbers as English writes them, where ICU is left out (feature `languages`).

use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

/// How every language writes them.
pub(super) struct Formats;

impl Formats {
    /// Those of the language of this tag; nothing where it is none.
    pub(super) fn of(tag: &str) -> Option<Self> {
        tag.parse::<unic_langid::LanguageIdentifier>().is_ok().then_some(Self)
    }

    /// A day.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as where there is ICU")]
    pub(super) fn day(&self, date: jiff::civil::Date) -> Option<String> {
        Some(date.strftime("%-d %b %Y").to_string())
    }

    /// A day and a time.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as where there is ICU")]
    pub(super) fn moment(&self, at: jiff::civil::DateTime) -> Option<String> {
        Some(at.strftime("%-d %b %Y, %H:%M").to_string())
    }
}

/// Fluent's own numbers.
pub(super) fn number(_: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    None
}
