//! Forms: what is sent together.

use std::borrow::Cow;

use super::language::count;
use super::node::{Button, Hidden, Page, Part};
use crate::kratos::{Node, NodeType};

/// A form, or text that stands where a form would.
#[derive(Debug)]
pub(crate) struct Form<'a> {
    /// Where it goes; nothing if there is nothing to send.
    pub(crate) action: Option<&'a str>,
    /// Where it goes to be asked again, if what it does wants a second look.
    pub(crate) ask: Option<&'a str>,
    /// Its hidden controls.
    pub(crate) hidden: Vec<Hidden<'a>>,
    /// All else, in order.
    pub(crate) parts: Vec<Part<'a>>,
    /// What is wrong in it.
    pub(crate) errors: Errors,
    /// Whether it needs JavaScript.
    pub(crate) needs_script: bool,
    /// The sign-in name, for password managers.
    pub(crate) username: Option<Cow<'a, str>>,
    /// Whether it is another way to do what the form before it does.
    pub(crate) is_other_way: bool,
    /// Whether the choice of a language or of colours sends it, so that what is typed is kept.
    pub(crate) carries: bool,
}

/// What is wrong in a form, to be read at its top.
#[derive(Debug, Default)]
pub(crate) struct Errors {
    /// The heading.
    pub(crate) title: String,
    /// Each field that is wrong: its id, and its label with what is wrong.
    pub(crate) fields: Vec<(String, String)>,
}

impl<'a> Form<'a> {
    /// A form of one button of a page of our own, which is at `action`.
    pub(super) fn of_button(action: &'a str, button: Button<'a>) -> Self {
        Self {
            action: Some(action),
            ask: button.is_destructive().then_some(action),
            hidden: Vec::new(),
            parts: vec![Part::Button(button)],
            errors: Errors::default(),
            needs_script: false,
            username: None,
            is_other_way: false,
            carries: false,
        }
    }

    /// Its one button, if it is all there is to it.
    pub(crate) fn act(&self) -> Option<&Button<'a>> {
        match self.parts.as_slice() {
            [Part::Button(button)] => Some(button),
            _ => None,
        }
    }

    /// Whether there is nothing to see: a script may still send it.
    pub(crate) fn is_unseen(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether a choice can send it: it has something that may be kept, and a button of its own, which
    /// stays the one that Enter presses.
    pub(super) fn can_carry(&self) -> bool {
        let has_button = self.parts.iter().any(|part| matches!(part, Part::Button(button) if button.submits));
        self.action.is_some() && has_button && self.parts.iter().any(Part::may_be_kept)
    }

    /// Whether it is to be told what the mark of required fields means: one field needs no explanation.
    pub(crate) fn explains_required(&self) -> bool {
        self.parts.iter().map(Part::fields).sum::<usize>() > 1 && self.parts.iter().any(Part::is_required)
    }

    /// Its buttons.
    pub(super) fn buttons(&mut self) -> impl Iterator<Item = &mut Button<'a>> {
        self.parts.iter_mut().filter_map(|part| match part {
            Part::Button(button) => Some(button),
            _ => None,
        })
    }
}

impl<'a> Page<'a, '_> {
    /// A form of parts that are laid out. `sends`: whether there is anything to send.
    /// `has_traits`: whether traits are among it.
    pub(super) fn form(
        &mut self,
        mut hidden: Vec<Hidden<'a>>,
        parts: Vec<Part<'a>>,
        sends: bool,
        has_traits: bool,
    ) -> Form<'a> {
        if let Some(shown) = self.take_shown() {
            hidden.push(shown);
            hidden.extend(self.whose());
        }
        let mut fields = Vec::new();
        for part in &parts {
            part.list_errors(&mut fields);
        }
        let title = match fields.len() {
            0 => String::new(),
            number => self.context.words.text_with("errors-title", &[("count", count(number))]),
        };
        let mut form = Form {
            action: sends.then(|| self.context.posting.action(has_traits)),
            ask: None,
            hidden,
            needs_script: needs_script(&parts),
            username: None,
            parts,
            errors: Errors { title, fields },
            is_other_way: false,
            carries: false,
        };
        form.ask = form.act().is_some_and(Button::is_destructive).then_some(self.context.posting.here.as_str());
        form
    }
}

/// Whether nothing in a form can be done without JavaScript.
fn needs_script(parts: &[Part<'_>]) -> bool {
    let mut buttons = parts.iter().filter(|part| matches!(part, Part::Button(_))).peekable();
    buttons.peek().is_some() && buttons.all(Part::needs_script)
}

/// How many hidden controls are in each of several forms; no more are where there is one form.
pub(super) const MOST_SHARED: usize = 256;

/// Whether a node is a hidden control.
pub(super) fn is_hidden(node: &Node<'_>) -> bool {
    node.kind == NodeType::Input && node.attributes.kind == "hidden"
}

/// Whether a node is a button that sends a form.
pub(super) fn is_submit(node: &Node<'_>) -> bool {
    node.kind == NodeType::Input && node.attributes.kind == "submit"
}

/// Whether a node is a trait's.
pub(super) fn is_trait(node: &Node<'_>) -> bool {
    node.attributes.name.starts_with("traits.")
}
