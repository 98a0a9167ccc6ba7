//! Our own words, one Fluent file per language.

use std::borrow::Cow;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

const ENGLISH: &str = include_str!("../../locales/en.ftl");

/// A language a page can be in.
pub(crate) struct Language {
    bundle: FluentBundle<FluentResource>,
    tag: &'static str,
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Language").field(&self.tag).finish()
    }
}

impl Language {
    /// The language that lacks no word.
    pub(crate) fn english() -> Self {
        // What could not be read is left out, and a test reads the file.
        let (Ok(words) | Err((words, _))) = FluentResource::try_new(ENGLISH.to_owned());
        let mut bundle = FluentBundle::new_concurrent(vec![unic_langid::langid!("en")]);
        // Texts end up in attributes too, where isolation marks would show.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(words);
        Self { bundle, tag: "en" }
    }

    /// The language's BCP 47 tag, for `lang`.
    pub(crate) fn tag(&self) -> &'static str {
        self.tag
    }

    /// The text of this id, if the language has it.
    pub(crate) fn find<'a>(&'a self, id: &str, args: &[(&str, &str)]) -> Option<Cow<'a, str>> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let args = (!args.is_empty()).then(|| args.iter().copied().collect::<FluentArgs<'_>>());
        let text = self.bundle.format_pattern(pattern, args.as_ref(), &mut Vec::new());
        Some(Cow::Owned(text.into_owned()))
    }

    /// The text of this id.
    pub(crate) fn text(&self, id: &str) -> Cow<'_, str> {
        self.text_with(id, &[])
    }

    /// The text of this id with these values.
    pub(crate) fn text_with(&self, id: &str, args: &[(&str, &str)]) -> Cow<'_, str> {
        self.find(id, args).unwrap_or_else(|| Cow::Owned(id.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_can_be_read() {
        assert!(FluentResource::try_new(ENGLISH.to_owned()).is_ok());
    }

    #[test]
    fn values_stand_in_the_text_as_they_are() {
        let words = Language::english();
        assert_eq!(words.text_with("added", &[("when", "<today>")]), "Added <today>");
        assert_eq!(words.text("no-such-text"), "no-such-text");
    }
}
