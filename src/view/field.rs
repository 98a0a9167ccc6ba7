//! Nodes as form controls, texts and pictures.

use std::borrow::Cow;
use std::collections::BTreeSet;

use askama::Template;

use super::language::Language;
use super::list::{Arranged, List, arrange};
use super::message::{Moment, Notice};
use crate::flow::addresses::Addresses;
use crate::flow::traits::{self, Control, SHOWN, Tree};
use crate::kratos::{Json, Message, Node, NodeType};

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

impl<'a> Hidden<'a> {
    pub(super) fn of(node: &'a Node) -> Self {
        Self {
            name: &node.attributes.name,
            value: text_of(node.attributes.value.as_ref()),
            trigger: node.attributes.onload_trigger.as_deref().filter(|name| is_trigger(name)),
        }
    }
}

/// What a field has whatever its control.
#[derive(Debug)]
pub(crate) struct Field<'a> {
    pub(crate) id: String,
    pub(crate) name: &'a str,
    pub(crate) label: Cow<'a, str>,
    pub(crate) value: Cow<'a, str>,
    pub(crate) required: bool,
    pub(crate) disabled: bool,
    pub(crate) autocomplete: Option<&'a str>,
    pub(crate) notices: Vec<Notice<'a>>,
    pub(crate) focus: bool,
}

impl Field<'_> {
    /// Whether something must be mended.
    pub(crate) fn invalid(&self) -> bool {
        self.notices.iter().any(Notice::is_error)
    }
}

/// An `input` of one line.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    pub(crate) field: Field<'a>,
    pub(crate) kind: &'a str,
    pub(crate) pattern: Option<&'a str>,
    pub(crate) maxlength: Option<u64>,
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
    /// The values, the empty one among them where nothing may be chosen.
    pub(crate) options: Vec<Cow<'a, str>>,
}

/// A button.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an HTML attribute")]
pub(crate) struct Button<'a> {
    pub(crate) id: String,
    pub(crate) name: &'a str,
    pub(crate) value: Cow<'a, str>,
    pub(crate) label: Cow<'a, str>,
    pub(crate) submits: bool,
    /// The function of our script to call, from a fixed list.
    pub(crate) trigger: Option<&'a str>,
    /// How it looks: `primary`, `plain` or `danger`.
    pub(crate) style: &'static str,
    pub(crate) disabled: bool,
    /// What follows, or why it cannot be used.
    pub(crate) hint: Option<Cow<'a, str>>,
    /// Since when the thing it removes is there.
    pub(crate) added: Option<Moment>,
    pub(crate) notices: Vec<Notice<'a>>,
    pub(crate) focus: bool,
    pub(crate) skips_validation: bool,
    /// What to say when the script could not do it.
    pub(crate) failed: Cow<'a, str>,
}

/// The items of an array, or the fields of one of its items.
#[derive(Debug)]
pub(crate) struct Fieldset<'a> {
    pub(crate) legend: Cow<'a, str>,
    pub(crate) parts: Vec<Part<'a>>,
}

/// A text to read or copy.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    pub(crate) id: &'a str,
    pub(crate) label: Option<Cow<'a, str>>,
    /// The text, cut where a gap helps the eye.
    pub(crate) chunks: Vec<&'a str>,
    /// Whether it is to be copied letter by letter.
    pub(crate) key: bool,
    pub(crate) notices: Vec<Notice<'a>>,
}

/// Recovery codes.
#[derive(Debug)]
pub(crate) struct Codes<'a> {
    pub(crate) id: &'a str,
    pub(crate) label: Option<Cow<'a, str>>,
    pub(crate) list: Vec<Code<'a>>,
}

/// One recovery code.
#[derive(Debug)]
pub(crate) struct Code<'a> {
    /// The code, or what stands for one that is spent.
    pub(crate) text: Cow<'a, str>,
    pub(crate) used: bool,
    /// When it was spent.
    pub(crate) when: Option<Moment>,
}

/// A picture.
#[derive(Debug)]
pub(crate) struct Image<'a> {
    pub(crate) id: &'a str,
    pub(crate) src: Option<&'a str>,
    pub(crate) alt: Cow<'a, str>,
    pub(crate) width: Option<u32>,
    pub(crate) height: Option<u32>,
}

/// A link.
#[derive(Debug)]
pub(crate) struct Link<'a> {
    pub(crate) id: &'a str,
    pub(crate) href: Option<String>,
    pub(crate) text: Cow<'a, str>,
}

/// A container for a script to fill.
#[derive(Debug)]
pub(crate) struct Div<'a> {
    pub(crate) id: &'a str,
    pub(crate) class: Option<&'a str>,
    pub(crate) data: Vec<(&'a str, &'a str)>,
    pub(crate) label: Option<Cow<'a, str>>,
}

/// The functions of our own script. A page names no other.
const TRIGGERS: [&str; 6] = [
    "oryWebAuthnRegistration",
    "oryWebAuthnLogin",
    "oryPasskeyLogin",
    "oryPasskeyLoginAutocompleteInit",
    "oryPasskeyRegistration",
    "oryPasskeySettingsRegistration",
];

fn is_trigger(name: &str) -> bool {
    TRIGGERS.contains(&name)
}

/// Lays out nodes, knowing what the page has so far.
pub(super) struct Builder<'a, 'b> {
    traits: Option<&'b Tree>,
    addresses: &'b Addresses,
    words: &'a Language,
    ids: BTreeSet<String>,
    /// Whether there are recovery codes already, which new ones would replace.
    has_codes: bool,
    /// What the traits' fields show, by name.
    shown: serde_json::Map<String, serde_json::Value>,
}

impl<'a, 'b> Builder<'a, 'b> {
    pub(super) fn new(traits: Option<&'b Tree>, addresses: &'b Addresses, words: &'a Language) -> Self {
        Self { traits, addresses, words, ids: BTreeSet::new(), has_codes: false, shown: serde_json::Map::new() }
    }

    pub(super) fn words(&self) -> &'a Language {
        self.words
    }

    /// Looks at all nodes of a group before any is laid out.
    pub(super) fn begin(&mut self, nodes: &[&Node]) {
        self.has_codes = nodes.iter().any(|node| node.attributes.name == "lookup_secret_disable");
    }

    /// The hidden control that tells what the traits' fields of a form showed.
    pub(super) fn take_shown(&mut self) -> Option<Hidden<'a>> {
        let shown = std::mem::take(&mut self.shown);
        (!shown.is_empty()).then(|| Hidden {
            name: SHOWN,
            value: Cow::Owned(serde_json::Value::Object(shown).to_string()),
            trigger: None,
        })
    }

    /// Lays out the visible nodes of a form.
    pub(super) fn parts(&mut self, group: &str, nodes: &[&'a Node]) -> Vec<Part<'a>> {
        let arranged = arrange(nodes, 0, self.traits);
        arranged.into_iter().filter_map(|one| self.arranged(group, one, None)).collect()
    }

    fn arranged(&mut self, group: &str, one: Arranged<'a>, label: Option<Cow<'a, str>>) -> Option<Part<'a>> {
        match one {
            Arranged::One(node) => self.part(group, node, label),
            Arranged::List(list) => Some(Part::List(self.list(group, list))),
        }
    }

    /// A list: its items, and a spare field for a new one.
    fn list(&mut self, group: &str, list: List<'a>) -> Fieldset<'a> {
        let legend = list.bare.and_then(label_of).unwrap_or_else(|| humanise_last(list.name));
        let mut parts = Vec::new();
        let mut item_kind = None;
        // Kratos sorts by value, so each item comes in an order of its own; people want one.
        let mut order: Vec<&str> = Vec::new();
        for (place, (index, mut nodes)) in list.items.into_iter().enumerate() {
            let inside = list.name.len() + 1 + index.to_string().len();
            let key = |node: &'a Node| node.attributes.name.get(inside..).unwrap_or_default();
            for key in nodes.iter().map(|node| key(node)) {
                if !order.contains(&key) {
                    order.push(key);
                }
            }
            nodes.sort_by_key(|node| order.iter().position(|known| *known == key(node)));
            let number = (place + 1).to_string();
            let label = self.words.text_with("list-item", &[("list", &legend), ("number", &number)]);
            if let [node] = nodes.as_slice()
                && node.attributes.name.len() == inside
            {
                item_kind = Some(node.attributes.kind.as_str());
                parts.extend(self.part(group, node, Some(label)));
            } else {
                let fields = arrange(&nodes, inside, self.traits);
                let fields = fields.into_iter().filter_map(|one| self.arranged(group, one, None)).collect();
                parts.push(Part::List(Fieldset { legend: label, parts: fields }));
            }
        }
        if let Some(bare) = list.bare {
            let label = self.words.text_with("list-spare", &[("list", &legend)]);
            let kind = item_kind.unwrap_or(&bare.attributes.kind);
            parts.push(self.field(group, bare, kind, label));
        }
        Fieldset { legend, parts }
    }

    fn part(&mut self, group: &str, node: &'a Node, label: Option<Cow<'a, str>>) -> Option<Part<'a>> {
        match &node.kind {
            NodeType::Input => {
                let label = label.or_else(|| label_of(node));
                Some(match node.attributes.kind.as_str() {
                    "submit" | "button" => Part::Button(self.button(group, node, label)),
                    kind => {
                        let label = label.unwrap_or_else(|| humanise_last(&node.attributes.name));
                        self.field(group, node, kind, label)
                    }
                })
            }
            NodeType::Text => Some(self.text(node)),
            NodeType::Img => Some(Part::Image(Image {
                id: &node.attributes.id,
                src: node.attributes.src.as_deref().filter(|src| is_picture(src)),
                alt: label_of(node).unwrap_or_default(),
                width: node.attributes.width,
                height: node.attributes.height,
            })),
            NodeType::A => Some(Part::Link(Link {
                id: &node.attributes.id,
                href: node
                    .attributes
                    .href
                    .as_deref()
                    .and_then(|href| self.addresses.for_browser(href))
                    .map(String::from),
                text: node.attributes.title.as_ref().map(message_text).or_else(|| label_of(node)).unwrap_or_default(),
            })),
            NodeType::Script => None,
            NodeType::Div => Some(Part::Div(Div {
                id: &node.attributes.id,
                class: node.attributes.class.as_deref(),
                data: node
                    .attributes
                    .data
                    .iter()
                    .filter(|(name, _)| is_data_name(name))
                    .map(|(n, v)| (&**n, &**v))
                    .collect(),
                label: label_of(node),
            })),
            // A later Kratos' node: what it says is shown, what it does cannot be known.
            NodeType::Other(_) => {
                let text = self.text(node);
                let says = |part: &Part<'_>| match part {
                    Part::Text(text) => text.label.is_some() || !text.chunks.is_empty() || !text.notices.is_empty(),
                    _ => true,
                };
                Some(text).filter(says)
            }
        }
    }

    fn text(&self, node: &'a Node) -> Part<'a> {
        let (id, label) = (node.attributes.id.as_str(), label_of(node));
        let content = node.attributes.text.as_ref();
        if let Some(secrets) = content.and_then(|text| text.context_value::<Vec<Message>>("secrets")) {
            let codes = secrets.into_iter().map(|secret| self.code(&secret)).collect();
            return Part::Codes(Codes { id, label, list: codes });
        }
        let text = content.map_or("", |content| content.text.as_str());
        let key = id == "totp_secret_key";
        let chunks =
            if key { in_fours(text) } else { Some(text).filter(|text| !text.is_empty()).into_iter().collect() };
        Part::Text(Text { id, label, chunks, key, notices: Notice::of(&node.messages) })
    }

    /// A spent code's text is gone; Kratos tells when it was spent.
    fn code(&self, secret: &Message) -> Code<'a> {
        /// `text.InfoSelfServiceSettingsLookupSecretUsed`
        const USED: i64 = 1_050_014;
        let when = secret.context_value::<String>("used_at");
        let used = secret.id == USED || when.is_some();
        Code {
            text: if used { self.words.text("code-spent") } else { Cow::Owned(secret.text.clone()) },
            used,
            when: when.as_deref().and_then(Moment::read),
        }
    }

    fn field(&mut self, group: &str, node: &'a Node, kind: &'a str, label: Cow<'a, str>) -> Part<'a> {
        let attributes = &node.attributes;
        let name = attributes.name.as_str();
        let node_value = attributes.value.as_ref();
        let found = self.traits.and_then(|traits| traits.trait_of(name));
        let standing = match found {
            Some(Tree::Leaf(json)) => Some(json),
            _ => None,
        };
        if self.traits.is_some() && traits::path(name).is_some() {
            // A list's spare field shows nothing of the list, nor does any field of an object.
            let showing = if found.is_some() && standing.is_none() { node_value } else { standing };
            self.shown.insert(name.to_owned(), traits::shown(kind, showing).0.into());
        }
        // The node's numbers have been through 64-bit floats; the trait's literal has not.
        let (value, control) = match standing {
            Some(standing) if node_value != Some(standing) && traits::same(node_value, Some(standing)) => {
                let (text, control) = traits::shown(kind, Some(standing));
                (Cow::Owned(text.into_owned()), control)
            }
            _ => traits::shown(kind, node_value),
        };
        let field = Field {
            id: self.id(group, name),
            name,
            label,
            value,
            // Kratos demands a name for a security key but does not mark it.
            required: attributes.required || name == "webauthn_register_displayname",
            disabled: attributes.disabled,
            autocomplete: attributes.autocomplete.as_deref().or((name == "totp_code").then_some("one-time-code")),
            notices: Notice::of(&node.messages),
            focus: false,
        };
        match (kind, control) {
            ("checkbox", _) => {
                let checked = matches!(&*field.value, "true" | "on" | "1");
                Part::Checkbox(Checkbox { field, checked })
            }
            _ if !attributes.options.is_empty() => {
                let mut options: Vec<Cow<'a, str>> =
                    attributes.options.iter().map(|one| text_of(one.value.as_ref())).collect();
                // Nothing chosen, or something no longer offered, must be possible to keep.
                if !options.contains(&field.value) {
                    options.insert(0, field.value.clone());
                }
                if !field.required && !options.iter().any(|one| one.is_empty()) {
                    options.insert(0, Cow::Borrowed(""));
                }
                Part::Select(Select { field, options })
            }
            (_, Control::TextArea) => Part::TextArea(field),
            (_, Control::Typed | Control::Plain) => {
                let kind = if control == Control::Plain { "text" } else { input_type(kind) };
                Part::Input(Input {
                    pattern: attributes.pattern.as_deref(),
                    maxlength: attributes.maxlength,
                    any_step: matches!(kind, "number" | "datetime-local"),
                    numeric: name == "totp_code",
                    kind,
                    field,
                })
            }
        }
    }

    fn button(&mut self, group: &str, node: &'a Node, label: Option<Cow<'a, str>>) -> Button<'a> {
        let attributes = &node.attributes;
        let name = attributes.name.as_str();
        let value = text_of(attributes.value.as_ref());
        let submits = attributes.kind == "submit";
        let label = label.unwrap_or_else(|| if value.is_empty() { humanise_last(name) } else { value.clone() });
        let context = |key: &str| node.meta.label.as_ref().and_then(|label| label.context_value::<String>(key));
        let thing = context("provider").or_else(|| context("display_name")).unwrap_or_default();
        let consequence = match name {
            "unlink" => Some("unlink-consequence"),
            "webauthn_remove" | "passkey_remove" => Some("remove-consequence"),
            "totp_unlink" => Some("totp-unlink-consequence"),
            "lookup_secret_disable" => Some("lookup-disable-consequence"),
            // The first set of codes replaces nothing.
            "lookup_secret_regenerate" if self.has_codes => Some("lookup-regenerate-consequence"),
            _ => None,
        };
        let hint = match consequence {
            Some("remove-consequence") if attributes.disabled => Some("remove-last"),
            other => other,
        };
        Button {
            id: self.id(group, name),
            name,
            value,
            label,
            submits,
            trigger: attributes.onclick_trigger.as_deref().filter(|name| is_trigger(name)),
            style: match consequence {
                Some(_) => "danger",
                None if name == "method" || name == "lookup_secret_confirm" => "primary",
                None => "plain",
            },
            disabled: attributes.disabled,
            hint: hint.map(|hint| self.words.text_with(hint, &[("thing", &thing)])),
            added: context("added_at")
                .as_deref()
                .and_then(Moment::read)
                .map(|at| Moment { text: self.words.text_with("added", &[("when", &at.text)]).into_owned(), ..at }),
            notices: Notice::of(&node.messages),
            focus: false,
            skips_validation: submits && name != "method",
            failed: self.words.text("ceremony-failed"),
        }
    }

    /// An id that the page does not have yet.
    fn id(&mut self, group: &str, name: &str) -> String {
        let wanted = html_id(&format!("{group}-{name}"));
        let mut id = wanted.clone();
        let mut next = 2;
        while !self.ids.insert(id.clone()) {
            id = format!("{wanted}-{next}");
            next += 1;
        }
        id
    }
}

/// The label of a node, if it says something.
fn label_of(node: &Node) -> Option<Cow<'_, str>> {
    let label = node.meta.label.as_ref().or(node.attributes.label.as_ref())?;
    Some(message_text(label)).filter(|text| !text.is_empty())
}

fn message_text(message: &Message) -> Cow<'_, str> {
    Cow::Borrowed(&message.text)
}

fn text_of(value: Option<&Json>) -> Cow<'_, str> {
    value.map(Json::text).unwrap_or_default()
}

/// A picture that cannot ask anybody for anything.
fn is_picture(src: &str) -> bool {
    ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"]
        .iter()
        .any(|start| src.starts_with(start))
}

fn is_data_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The type of a control of one line; what this version does not know is text. Types whose
/// control changes what it shows (`color`, `range`) are not among them.
fn input_type(kind: &str) -> &str {
    match kind {
        "email" | "url" | "tel" | "number" | "date" | "datetime-local" | "password" | "search" | "file" => kind,
        _ => "text",
    }
}

/// A key in chunks of four characters.
fn in_fours(key: &str) -> Vec<&str> {
    let ends = key.char_indices().map(|(at, _)| at).skip(4).step_by(4).chain([key.len()]);
    let mut start = 0;
    ends.filter_map(|end| {
        let chunk = key.get(start..end)?;
        start = end;
        Some(chunk).filter(|chunk| !chunk.is_empty())
    })
    .collect()
}

/// `text` as an HTML id can be: without space, and short.
pub(super) fn html_id(text: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    text.chars().take(100).map(keep).collect()
}

/// The last segment of a name as a person would write it.
fn humanise_last(name: &str) -> Cow<'static, str> {
    humanise(name.rsplit('.').next().unwrap_or(name))
}

/// A machine's word as a person would write it: `lookup_secret` is "Lookup secret".
pub(super) fn humanise(word: &str) -> Cow<'static, str> {
    let mut text = String::with_capacity(word.len() + 4);
    let mut after_lower = false;
    for c in word.chars() {
        if matches!(c, '_' | '-') {
            text.push(' ');
            after_lower = false;
        } else if c.is_ascii_uppercase() && after_lower {
            text.push(' ');
            text.push(c.to_ascii_lowercase());
            after_lower = false;
        } else {
            after_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
            if text.is_empty() { text.extend(c.to_uppercase()) } else { text.push(c) }
        }
    }
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_words_become_words() {
        for (word, text) in
            [("lookup_secret", "Lookup secret"), ("firstName", "First name"), ("bio", "Bio"), ("URL", "URL"), ("", "")]
        {
            assert_eq!(humanise(word), text);
        }
    }

    #[test]
    fn a_key_is_cut_in_fours_and_loses_nothing() {
        assert_eq!(in_fours("IGCA5LS2EB"), ["IGCA", "5LS2", "EB"]);
        assert_eq!(in_fours("ABCD"), ["ABCD"]);
        assert!(in_fours("").is_empty());
        assert_eq!(in_fours("äöüßäö"), ["äöüß", "äö"]);
    }
}
