//! What somebody has: a passkey, a key, a linked account, a session, an application that is allowed
//! something. Each is an entry of a list, with what takes it away.

use std::borrow::Cow;
use std::collections::HashMap;

use super::application::Application;
use super::form::Form;
use super::language::Language;
use super::look::Look;
use super::message::{Moment, Phrase, When};
use super::names::initial;
use super::node::Button;
use crate::kratos::Node;

/// See the module.
#[derive(Debug)]
pub(crate) struct Thing<'a> {
    /// Its HTML id, with which those of its parts begin.
    pub(crate) id: String,
    /// Its `data-testid`.
    pub(crate) mark: Option<String>,
    /// What stands for the mark of a provider.
    pub(crate) initial: Option<char>,
    /// What it is called.
    pub(crate) name: Phrase<'a>,
    /// What sets it apart from the others.
    pub(crate) state: Option<&'a str>,
    /// What is known of it.
    pub(crate) facts: Vec<Fact>,
    /// Why it cannot be taken away.
    pub(crate) hint: Option<&'a str>,
    /// The application that it is.
    pub(crate) application: Option<Application>,
    /// What takes it away.
    pub(crate) form: Option<Form<'a>>,
}

impl<'a> Thing<'a> {
    /// A thing of which no more is known.
    pub(crate) fn new(id: String, name: Phrase<'a>) -> Self {
        Self {
            id,
            mark: None,
            initial: None,
            name,
            state: None,
            facts: Vec::new(),
            hint: None,
            application: None,
            form: None,
        }
    }

    /// The thing that a node takes away, whose form this is.
    pub(super) fn of(node: &Node<'_>, name: Phrase<'a>, form: Form<'a>, words: &'a Language) -> Self {
        let told = |key: &str| node.meta.label.as_ref()?.context_value::<String>(key);
        let added = told("added_at").or_else(|| told("created_at"));
        let is_account = node.attributes.name == "unlink";
        let id = form.act().map(|button| button.id.clone()).unwrap_or_default();
        Self {
            initial: initial(&name.text).filter(|_| is_account),
            facts: added.and_then(|at| Fact::day("added", &at, words)).into_iter().collect(),
            hint: node.attributes.disabled.then(|| words.text("remove-last")),
            ..Self::new(id, name)
        }
        .with(form, words.text(if is_account { "thing-unlink" } else { "thing-remove" }))
    }

    /// The thing, with what takes it away: a form of one button, which is called `label`.
    pub(crate) fn with(mut self, mut form: Form<'a>, label: &'a str) -> Self {
        for button in form.buttons() {
            button.label = label.into();
            button.style = "quiet";
            button.labelled_by = Some(format!("{} {}-name", button.id, self.id));
            button.told_by.extend([("facts", !self.facts.is_empty()), ("hint", self.hint.is_some())]);
        }
        self.form = Some(form);
        self
    }

    /// What takes it away, and what is known of it, for a second look.
    pub(crate) fn act(&self) -> Option<(&Form<'a>, &[Fact])> {
        Some((self.form.as_ref()?, &self.facts))
    }
}

/// Lets the buttons of things of the same name tell what else is known of theirs: whoever hears the
/// buttons alone could not tell them apart (WCAG 2.2, 2.4.6).
pub(crate) fn tell_apart(things: &mut [Thing<'_>]) {
    let mut times: HashMap<String, usize> = HashMap::with_capacity(things.len());
    for thing in &*things {
        *times.entry(thing.name.text.to_string()).or_default() += 1;
    }
    for thing in things.iter_mut().filter(|thing| !thing.facts.is_empty()) {
        if times.get(&*thing.name.text).is_some_and(|times| *times > 1) {
            for button in thing.form.iter_mut().flat_map(Form::buttons) {
                button.told_by.retain(|(part, _)| *part != "facts");
                button.labelled_by = Some(format!("{0} {1}-name {1}-facts", button.id, thing.id));
            }
        }
    }
}

/// What is known of a thing: a text, which may have a moment in it.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    /// What stands before the moment, or all there is.
    pub(crate) before: String,
    /// The moment.
    pub(crate) when: Option<When>,
    /// What stands after it.
    pub(crate) after: String,
}

/// Stands in a text where its moment will be; nobody writes it (U+FFFC, OBJECT REPLACEMENT CHARACTER).
const HERE: &str = "\u{fffc}";

impl Fact {
    /// A text.
    pub(crate) fn text(text: String) -> Self {
        Self { before: text, when: None, after: String::new() }
    }

    /// The text `id` with the day of `at` (RFC 3339) as its `$when`.
    pub(crate) fn day(id: &str, at: &str, words: &Language) -> Option<Self> {
        let moment = Moment::read(at, words)?;
        Some(Self::with(id, When { iso: moment.iso, text: moment.day, is_day: true }, words))
    }

    /// The text `id` with day and time of `at` (RFC 3339) as its `$when`.
    pub(crate) fn moment(id: &str, at: &str, words: &Language) -> Option<Self> {
        let moment = Moment::read(at, words)?;
        Some(Self::with(id, When { iso: moment.iso, text: moment.text, is_day: false }, words))
    }

    fn with(id: &str, when: When, words: &Language) -> Self {
        let text = words.text_with(id, &[("when", HERE.into())]);
        // An operator's words may do without.
        let Some((before, after)) = text.split_once(HERE) else { return Self::text(text) };
        Self { before: before.to_owned(), after: after.to_owned(), when: Some(when) }
    }
}

/// A form of one button that takes something away from the person whose page is at `action`.
pub(crate) fn taking_away<'a>(
    id: String,
    action: &'a str,
    (name, value): (&'a str, impl Into<Cow<'a, str>>),
    label: &'a str,
    look: Look,
    words: &'a Language,
) -> Form<'a> {
    Form::of_button(action, Button::own(id, (name, value.into()), label, look, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Languages;

    #[test]
    fn a_moment_stands_where_the_language_wants_it() {
        let languages = Languages::load(None).unwrap();
        let at = "2026-11-23T16:37:53.411705874Z";
        let fact = Fact::moment("sessions-since", at, languages.english()).unwrap();
        let when = fact.when.unwrap();
        assert_eq!((&*fact.before, &*when.text, &*fact.after), ("Signed in on ", "23 Nov 2026, 16:37 UTC", ""));
        assert_eq!((&*when.iso, when.is_day), ("2026-11-23T16:37:53Z", false));
        let fact = Fact::day("added", at, languages.named("ja").unwrap()).unwrap();
        assert_eq!((&*fact.before, &*fact.after, fact.when.unwrap().is_day), ("", "に追加", true));
        assert!(Fact::day("added", "yesterday", languages.english()).is_none());
    }
}
