//! Nodes as form controls, texts and pictures.

use std::borrow::Cow;

use askama::Template;

use super::message::{Notice, Phrase};

/// One element of a form.
#[derive(Debug, Template)]
pub(crate) enum Part<'a> {
    /// A control of one line.
    #[template(path = "nodes/input.html")]
    Input(Input<'a>),
    /// A control of several lines.
    #[template(path = "nodes/textarea.html")]
    TextArea(Field<'a>),
    /// A box to tick.
    #[template(path = "nodes/checkbox.html")]
    Checkbox(Checkbox<'a>),
    /// A choice.
    #[template(path = "nodes/select.html")]
    Select(Select<'a>),
    /// A button.
    #[template(path = "nodes/button.html")]
    Button(Button<'a>),
    /// The items of an array.
    #[template(path = "nodes/list.html")]
    List(Fieldset<'a>),
    /// A text to read or copy.
    #[template(path = "nodes/text.html")]
    Text(Text<'a>),
    /// Recovery codes.
    #[template(path = "nodes/codes.html")]
    Codes(Codes<'a>),
    /// A picture.
    #[template(path = "nodes/image.html")]
    Image(Image<'a>),
    /// A link.
    #[template(path = "nodes/link.html")]
    Link(Link<'a>),
    /// A container for a script to fill.
    #[template(path = "nodes/div.html")]
    Div(Div<'a>),
}

/// A part writes its own markup and escapes what is in it.
impl askama::filters::HtmlSafe for Part<'_> {}

impl Part<'_> {
    /// Whether it does nothing without JavaScript.
    pub(super) fn needs_script(&self) -> bool {
        matches!(self, Part::Button(Button { trigger: Some(_), .. }))
    }

    /// Whether a password manager should store what is entered.
    pub(super) fn is_new_password(&self) -> bool {
        matches!(self, Part::Input(input) if input.kind == "password")
    }

    /// Gives the part the focus if something in it must be mended.
    pub(super) fn focus_error(&mut self) -> bool {
        let (focus, notices) = match self {
            Part::Input(Input { field, .. })
            | Part::TextArea(field)
            | Part::Checkbox(Checkbox { field, .. })
            | Part::Select(Select { field, .. }) => (&mut field.focus, &field.notices),
            Part::Button(button) => (&mut button.focus, &button.notices),
            Part::List(list) => return list.parts.iter_mut().any(Part::focus_error),
            Part::Text(_) | Part::Codes(_) | Part::Image(_) | Part::Link(_) | Part::Div(_) => return false,
        };
        *focus = notices.iter().any(Notice::is_error);
        *focus
    }

    /// Adds what must be mended in it: the id of the control, and its label with the complaint.
    pub(super) fn list_errors(&self, errors: &mut Vec<(String, String)>) {
        let (id, label, notices) = match self {
            Part::Input(Input { field, .. })
            | Part::TextArea(field)
            | Part::Checkbox(Checkbox { field, .. })
            | Part::Select(Select { field, .. }) => (&field.id, &field.label, &field.notices),
            Part::List(list) => return list.parts.iter().for_each(|part| part.list_errors(errors)),
            _ => return,
        };
        let complaints = notices.iter().filter(|notice| notice.is_error());
        errors.extend(complaints.map(|notice| (id.clone(), format!("{}: {}", label.text, notice.phrase.text))));
    }
}

/// A hidden control.
#[derive(Debug)]
pub(crate) struct Hidden<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// Its value.
    pub(crate) value: Cow<'a, str>,
    /// The function to call once the page is there.
    pub(crate) trigger: Option<&'a str>,
}

/// What a field has whatever its control.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an HTML attribute")]
pub(crate) struct Field<'a> {
    pub(crate) id: String,
    pub(crate) name: &'a str,
    pub(crate) label: Phrase<'a>,
    pub(crate) value: Cow<'a, str>,
    pub(crate) required: bool,
    pub(crate) disabled: bool,
    /// The schema lets nobody change it here.
    pub(crate) read_only: bool,
    pub(crate) autocomplete: Option<&'a str>,
    /// What helps to fill it in.
    pub(crate) hints: Vec<Cow<'a, str>>,
    /// The address in it is not verified.
    pub(crate) unverified: Option<Unverified>,
    pub(crate) notices: Vec<Notice<'a>>,
    pub(crate) focus: bool,
}

/// An address that is not verified.
#[derive(Debug)]
pub(crate) struct Unverified {
    /// What to say.
    pub(crate) text: String,
    /// What to offer.
    pub(crate) offer: String,
    /// Where that leads.
    pub(crate) href: String,
}

impl Field<'_> {
    /// Whether something must be mended.
    pub(crate) fn invalid(&self) -> bool {
        self.notices.iter().any(Notice::is_error)
    }

    /// The ids of what there is to read about it.
    pub(crate) fn described_by(&self) -> Option<String> {
        let (hints, notices) = (!self.hints.is_empty(), !self.notices.is_empty());
        ids(&self.id, &[("hint", hints), ("notices", notices), ("unverified", self.unverified.is_some())])
    }
}

/// The ids of those parts of the field `id` that are there.
fn ids(id: &str, parts: &[(&str, bool)]) -> Option<String> {
    let there: Vec<String> = parts.iter().filter(|(_, there)| *there).map(|(part, _)| format!("{id}-{part}")).collect();
    (!there.is_empty()).then(|| there.join(" "))
}

/// An `input` of one line.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    pub(crate) field: Field<'a>,
    pub(crate) kind: &'a str,
    pub(crate) pattern: Option<&'a str>,
    pub(crate) minlength: Option<u64>,
    pub(crate) maxlength: Option<u64>,
    pub(crate) min: Option<String>,
    pub(crate) max: Option<String>,
    /// What shows and hides a password: two words, and one on Caps Lock.
    pub(crate) reveal: Option<[String; 3]>,
    /// Any fraction will do: Kratos knows the step, the node does not.
    pub(crate) any_step: bool,
    pub(crate) numeric: bool,
}

/// A box to tick.
#[derive(Debug)]
pub(crate) struct Checkbox<'a> {
    pub(crate) field: Field<'a>,
    pub(crate) checked: bool,
}

/// A choice among values.
#[derive(Debug)]
pub(crate) struct Select<'a> {
    pub(crate) field: Field<'a>,
    /// The values with what they say, the empty one among them where nothing may be chosen.
    pub(crate) options: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

/// A button.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an HTML attribute")]
pub(crate) struct Button<'a> {
    pub(crate) id: String,
    pub(crate) name: &'a str,
    pub(crate) value: Cow<'a, str>,
    pub(crate) label: Phrase<'a>,
    /// What stands for the mark of a provider.
    pub(crate) initial: Option<char>,
    pub(crate) submits: bool,
    /// The function of our script to call, from a fixed list.
    pub(crate) trigger: Option<&'a str>,
    /// How it looks: `primary`, `plain` or `danger`.
    pub(crate) style: &'static str,
    pub(crate) disabled: bool,
    /// Why it cannot be used.
    pub(crate) hint: Option<String>,
    /// What follows, where it takes something away.
    pub(crate) consequence: Option<String>,
    /// Since when the thing it removes is there: the moment, and the text.
    pub(crate) added: Option<(String, String)>,
    pub(crate) notices: Vec<Notice<'a>>,
    pub(crate) focus: bool,
    pub(crate) skips_validation: bool,
    /// What to say when the script could not do it.
    pub(crate) failed: String,
    /// What to say while it is under way.
    pub(crate) working: String,
}

impl Button<'_> {
    /// The ids of what there is to read about it.
    pub(crate) fn described_by(&self) -> Option<String> {
        let hint = self.hint.is_some() || self.added.is_some();
        ids(&self.id, &[("notices", !self.notices.is_empty()), ("hint", hint)])
    }

    /// Whether it wants a second look.
    pub(super) fn is_destructive(&self) -> bool {
        self.consequence.is_some() && self.submits && !self.disabled
    }
}

/// The items of an array, or the fields of one of its items.
#[derive(Debug)]
pub(crate) struct Fieldset<'a> {
    pub(crate) legend: Phrase<'a>,
    pub(crate) parts: Vec<Part<'a>>,
}

/// A text to read or copy.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    pub(crate) id: &'a str,
    pub(crate) label: Option<Phrase<'a>>,
    /// Whether it is Kratos' English on a page of another language.
    pub(crate) english: bool,
    /// The text, cut where a gap helps the eye.
    pub(crate) chunks: Vec<Cow<'a, str>>,
    /// Where it is a key to be copied: what offers that.
    pub(crate) key: Option<Key>,
    pub(crate) notices: Vec<Notice<'a>>,
}

/// What is offered with the key of an authenticator app.
#[derive(Debug)]
pub(crate) struct Key {
    /// The app on this device takes it from here (Key URI Format).
    pub(crate) href: String,
    pub(crate) open: String,
    pub(crate) copy: String,
    pub(crate) copied: String,
}

/// Recovery codes.
#[derive(Debug)]
pub(crate) struct Codes<'a> {
    pub(crate) id: &'a str,
    pub(crate) label: Option<Phrase<'a>>,
    pub(crate) list: Vec<Code<'a>>,
    pub(crate) copy: String,
    pub(crate) copied: String,
    pub(crate) download: String,
    /// The name of the file.
    pub(crate) file: String,
}

/// One recovery code.
#[derive(Debug)]
pub(crate) struct Code<'a> {
    /// The code, or what stands for one that is spent.
    pub(crate) text: Cow<'a, str>,
    pub(crate) used: bool,
    /// When it was spent: the moment, and the text.
    pub(crate) when: Option<(String, String)>,
}

/// A picture.
#[derive(Debug)]
pub(crate) struct Image<'a> {
    pub(crate) id: &'a str,
    pub(crate) src: Option<&'a str>,
    pub(crate) alt: Phrase<'a>,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
}

/// A link.
#[derive(Debug)]
pub(crate) struct Link<'a> {
    pub(crate) id: &'a str,
    pub(crate) href: Option<String>,
    pub(crate) text: Phrase<'a>,
}

/// A container for a script to fill.
#[derive(Debug)]
pub(crate) struct Div<'a> {
    pub(crate) id: &'a str,
    pub(crate) class: Option<&'a str>,
    pub(crate) data: Vec<(&'a str, &'a str)>,
    pub(crate) label: Option<Phrase<'a>>,
}
