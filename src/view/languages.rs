//! Which languages there are, and which a reader wants.

use std::borrow::Cow;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use unic_langid::LanguageIdentifier;

use super::formats::Formats;
use super::language::{Language, trait_id};
use crate::config::StartError;

/// The language that lacks no word.
const ENGLISH: (&str, &str) = ("en", include_str!("../../locales/en.ftl"));

/// The others that come with the program.
#[cfg(feature = "languages")]
const OTHERS: &[(&str, &str)] = &[
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

/// The others that come with the program.
#[cfg(not(feature = "languages"))]
const OTHERS: &[(&str, &str)] = &[];

/// The languages that come with the program. The first lacks no word.
fn built_in() -> impl Iterator<Item = (&'static str, &'static str)> {
    std::iter::once(ENGLISH).chain(OTHERS.iter().copied())
}

/// Every language a page can be in.
#[derive(Debug)]
pub(crate) struct Languages(Vec<Arc<Language>>);

impl Languages {
    /// The built-in languages, with what an operator's directory adds and changes.
    pub(crate) fn load(directory: Option<&Path>) -> Result<Self, StartError> {
        let mut sources: Vec<(String, Vec<FluentResource>)> = Vec::new();
        for (tag, text) in built_in() {
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
                if LanguageIdentifier::from_str(tag).is_err() || Formats::of(tag).is_none() {
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
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::view::language::{Value, of_kratos};

    /// The messages whose words are not ours, and why. Those without a text in Kratos' list, which
    /// it does not send, have none either.
    const KRATOS_OWN: [(i64, &str); 4] = [
        (1_050_015, "the recovery codes themselves"),
        (1_070_002, "the label of a trait, in the operator's words"),
        (4_000_001, "any reason at all, of Kratos', a provider's or a web hook's"),
        (5_000_001, "any reason at all"),
    ];

    /// A message of Kratos': `text` as Kratos words it, `context` what it gives with it.
    struct Listed {
        id: i64,
        context: Vec<&'static str>,
        text: &'static str,
    }

    /// Every message of Kratos', newer ones than v26.2.0 included.
    fn listed() -> Vec<Listed> {
        let lines = include_str!("../../tests/recorded/message-ids.tsv").lines().skip(1);
        let listed = lines.map(|line| {
            let [id, _, context, text] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            Listed { id: id.parse().unwrap(), context: context.split_whitespace().collect(), text }
        });
        listed.collect()
    }

    /// The entries of a file: each id with its text, which may have several lines.
    fn entries(file: &str) -> BTreeMap<&str, String> {
        let mut entries = BTreeMap::new();
        let mut last = None;
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, text)) = line.split_once(" =").filter(|(id, _)| !id.contains(' ')) {
                assert_eq!(entries.insert(id, text.to_owned()), None, "{id} stands twice");
                last = Some(id);
            } else if let Some(id) = last {
                entries.get_mut(id).unwrap().push_str(line);
            }
        }
        entries
    }

    /// The values that a text has a place for.
    fn values(text: &str) -> BTreeSet<&str> {
        let name = |rest: &'_ str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        text.split('$').skip(1).map(|rest| rest.split_at(name(rest)).0).collect()
    }

    /// What a language lacks is shown in English; this lists it.
    #[test]
    fn no_language_lacks_a_word_or_a_value_in_it() {
        let english = entries(ENGLISH.1);
        let mut wrong = Vec::new();
        for (tag, text) in built_in() {
            let own = entries(text);
            wrong.extend(own.keys().filter(|id| !english.contains_key(*id)).map(|id| format!("{tag}: {id} is no id")));
            for (id, text) in &english {
                match own.get(id) {
                    None => wrong.push(format!("{tag}: {id} is missing")),
                    Some(own) if values(own) != values(text) => {
                        wrong.push(format!("{tag}: {id} has {:?}, English has {:?}", values(own), values(text)));
                    }
                    Some(_) => {}
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// Every text that the program asks for by name; others are put together from names that
    /// stories ask for.
    #[test]
    fn every_word_that_a_page_asks_for_is_there() {
        fn sources(folder: &Path, into: &mut Vec<String>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.extension() {
                    None => sources(&path, into),
                    Some(_) => into.push(std::fs::read_to_string(&path).unwrap()),
                }
            }
        }
        let english = entries(ENGLISH.1);
        let mut files = Vec::new();
        for folder in ["src", "templates"] {
            sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
        }
        let mut asked = 0;
        for file in files {
            // A call may stand on several lines.
            let file: String = file.split_whitespace().collect();
            let file = file.replace("words()", "words");
            let calls = ["words.text(\"", "words.text_with(\""];
            for rest in calls.iter().flat_map(|call| file.split(call).skip(1)) {
                let id = rest.split('"').next().unwrap();
                assert!(english.contains_key(id) || id == "no-such-text", "{id}");
                asked += 1;
            }
        }
        assert!(asked > 50, "the calls are found: {asked}");
    }

    #[test]
    fn every_message_of_kratos_has_its_words_in_every_language() {
        let languages = Languages::load(None).unwrap();
        let listed = listed();
        assert_eq!(listed.len(), 179);
        let samples = [0.0, 1.0, 2.0, 3.0, 5.0, 11.0, 100.0, 1_000_000.0].map(Value::from);
        for language in languages.all() {
            for Listed { id, context, text } in &listed {
                let said = |value: &Value<'static>| {
                    let given = context.iter().map(|name| ((*name).to_owned(), value.clone()));
                    language.kratos(*id, "", || given.clone().collect())
                };
                if text.is_empty() || KRATOS_OWN.iter().any(|(own, _)| own == id) {
                    assert_eq!(said(&Value::from("x")), None, "{}: {id} has words", language.tag());
                    continue;
                }
                for value in samples.iter().cloned().chain([Value::from("a@example.org")]) {
                    let said = said(&value).unwrap_or_else(|| panic!("{}: {id} with {context:?}", language.tag()));
                    assert!(!said.trim().is_empty() && !said.contains(['{', '$']), "{}: {id} {said}", language.tag());
                }
            }
        }
        // Values of a text are those that Kratos gives, whatever their number. Which provider was linked is told
        // beside what it says.
        for (tag, text) in built_in() {
            for (id, text) in entries(text) {
                let Some((number, place)) = of_kratos(id) else { continue };
                let known = listed.iter().find(|listed| listed.id == number);
                let given = known.unwrap_or_else(|| panic!("{tag}: {id} is no message of Kratos'"));
                let is_given =
                    |name: &&str| given.context.contains(name) || place.starts_with("oidc-") && *name == "provider";
                let unknown: Vec<_> = values(&text).into_iter().filter(|name| !is_given(name)).collect();
                assert!(unknown.is_empty(), "{tag}: {id} has {unknown:?}");
            }
        }
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

        let saved = |at: &str| languages.named("fr").unwrap().kratos(1_070_003, at, Vec::new).unwrap().into_owned();
        assert_ne!(saved("profile"), saved("password"), "each button says what it does");
        assert_eq!(saved("a_later_group"), saved(""));
        write("fr.ftl", "kratos-1070003 = Garder\nkratos-1070003-totp = Activer\n");
        let languages = Languages::load(Some(directory.path())).unwrap();
        let saved = |at: &str| languages.named("fr").unwrap().kratos(1_070_003, at, Vec::new).unwrap().into_owned();
        assert_eq!([saved("profile"), saved("totp")], ["Garder", "Activer"], "an operator's word goes before ours");

        write("fr.ftl", "settings-title = Mon compte\n\ntraits.a = b\nbroken = { $x\nnext = x\n");
        let error = Languages::load(Some(directory.path())).unwrap_err().to_string();
        assert!(error.contains("fr.ftl, line 4: "), "{error}");
        write("fr.ftl", "");
        write("not a tag.ftl", "");
        assert!(Languages::load(Some(directory.path())).unwrap_err().to_string().contains("not a tag.ftl: "));
    }
}
