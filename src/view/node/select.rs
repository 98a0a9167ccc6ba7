//! Choices.

use std::borrow::Cow;

use super::{Field, Page};

/// A choice among values.
#[derive(Debug)]
pub(crate) struct Select<'a> {
    pub(crate) field: Field<'a>,
    /// The values with what they say, the empty one among them where nothing may be chosen.
    pub(crate) options: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

impl<'a> Select<'a> {
    /// A choice among `values`. Nothing chosen, or something no longer offered, must be possible
    /// to keep.
    pub(super) fn of(page: &Page<'a, '_>, field: Field<'a>, values: Vec<(Cow<'a, str>, Option<&'a str>)>) -> Self {
        let words = page.context.words;
        let has = |wanted: &str| values.iter().any(|(value, _)| value == wanted);
        let needs_empty = !field.required && !field.value.is_empty() && !has("");
        let needs_own = !has(&field.value);
        let mut options = Vec::with_capacity(values.len() + 2);
        let say = |(value, title): (Cow<'a, str>, Option<&'a str>)| {
            let text = match (&*value, title) {
                (_, Some(title)) => Cow::Borrowed(title),
                ("", None) => Cow::Borrowed(words.text("optional-nothing")),
                (text, None) => {
                    let named = words.names_traits().then(|| words.trait_name(&format!("{}.{text}", field.name)));
                    named.flatten().map_or_else(|| value.clone(), Cow::Borrowed)
                }
            };
            (value, text)
        };
        let first = needs_empty.then_some(Cow::Borrowed("")).into_iter().chain(needs_own.then(|| field.value.clone()));
        options.extend(first.map(|value| (value, None)).chain(values.iter().cloned()).map(say));
        Self { field, options }
    }
}
