//! Choices.

use std::borrow::Cow;

use super::{Field, Page};
use crate::flow::traits::Choice;

/// A choice among values.
#[derive(Debug)]
pub(crate) struct Select<'a> {
    pub(crate) field: Field<'a>,
    /// The values with what they say, the empty one among them where nothing may be chosen.
    pub(crate) options: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> Select<'a> {
    /// A choice among `choices`.
    pub(super) fn of(page: &Page<'a, '_>, field: Field<'a>, choices: Vec<Choice<'a>>) -> Self {
        let words = page.context.words;
        let say = |choice: Choice<'a>| {
            let text = match (&*choice.value, choice.label) {
                (_, Some(title)) => Cow::Borrowed(title),
                ("", None) => Cow::Borrowed(words.text("optional-nothing")),
                (text, None) => {
                    let named = words.names_traits().then(|| words.trait_name(&format!("{}.{text}", field.name)));
                    named.flatten().map_or_else(|| choice.value.clone(), Cow::Borrowed)
                }
            };
            (choice.value, text)
        };
        let options = choices.into_iter().map(say).collect();
        Self { field, options }
    }
}
