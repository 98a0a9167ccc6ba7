//! Which languages there are, and which a reader wants.

use std::borrow::Cow;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use icu_locale::Locale;
use unic_langid::LanguageIdentifier;

use super::language::{Language, trait_id};
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
        let tags: Vec<&LanguageIdentifier> = self.all().map(|language| language.id()).collect();
        let requested = by_preference(header);
        let strategy = fluent_langneg::NegotiationStrategy::Filtering;
        let found = fluent_langneg::negotiate_languages(&requested, &tags, None, strategy);
        let named = found.first().and_then(|tag| self.all().find(|language| language.id() == **tag));
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
    fn an_operator_adds_languages_changes_words_and_names_traits() {
        let directory = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(directory.path().join(name), text).unwrap();
        write("fr.ftl", "settings-title = Mon compte\ntraits.name.first = Prénom\n");
        write("eo.ftl", "language-name = Esperanto\nsettings-title = Agordoj\n");
        write("notes.txt", "not Fluent");
        let languages = Languages::load(Some(directory.path())).unwrap();
        let french = languages.named("fr").unwrap();
        assert_eq!(french.text("settings-title"), "Mon compte");
        assert_eq!(french.trait_name("traits.name.first"), Some("Prénom"));
        assert_eq!(french.trait_name("traits.name.last"), None);
        let esperanto = languages.accepted("eo");
        assert_eq!((esperanto.name(), esperanto.text("settings-title")), ("Esperanto", "Agordoj"));
        assert_eq!(esperanto.text("try-again"), "Try again", "what it lacks is English");

        write("fr.ftl", "settings-title = Mon compte\n\ntraits.a = b\nbroken = { $x\nnext = x\n");
        let error = Languages::load(Some(directory.path())).unwrap_err().to_string();
        assert!(error.contains("fr.ftl, line 4: "), "{error}");
        write("fr.ftl", "");
        write("not a tag.ftl", "");
        assert!(Languages::load(Some(directory.path())).unwrap_err().to_string().contains("not a tag.ftl: "));
    }
}
