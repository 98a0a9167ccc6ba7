//! From nodes to parts.

use std::borrow::Cow;
use std::collections::HashMap;

use super::field::{
    Button, Checkbox, Code, Codes, Div, Field, Fieldset, Hidden, Image, Input, Key, Link, Part, Select, Text,
    Unverified,
};
use super::language::count;
use super::list::{Arranged, List, arrange};
use super::message::{Moment, Notice, Phrase};
use super::names::{html_id, humanise, in_fours};
use super::page::Context;
use crate::flow::traits::{self, Control, SHOWN, Tree};
use crate::kratos::{Flow, Json, Message, Node, NodeType, Place, Schema};

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

impl<'a> Hidden<'a> {
    /// The hidden control of a node.
    pub(super) fn of(node: &'a Node) -> Self {
        Self {
            name: &node.attributes.name,
            value: text_of(node.attributes.value.as_ref()),
            trigger: node.attributes.onload_trigger.as_deref().filter(|name| is_trigger(name)),
        }
    }
}

/// Lays out nodes, knowing what the page has so far.
pub(super) struct Builder<'a, 'b> {
    context: Context<'a>,
    traits: Option<&'b Tree>,
    place: Option<Place<'a>>,
    /// How often each id was wanted.
    ids: HashMap<String, usize>,
    /// Addresses that are not verified, and not yet told of.
    unverified: Vec<&'a str>,
    username: Option<&'a str>,
    /// Whether there are recovery codes already, which new ones would replace.
    has_codes: bool,
    /// What the traits' fields show, by name.
    shown: serde_json::Map<String, serde_json::Value>,
}

impl<'a, 'b> Builder<'a, 'b> {
    pub(super) fn new(flow: &'a Flow, traits: Option<&'b Tree>, context: Context<'a>) -> Self {
        let addresses = flow.identity.iter().flat_map(|identity| &identity.verifiable_addresses);
        Self {
            context,
            traits,
            place: context.schema.and_then(Schema::traits),
            ids: HashMap::new(),
            unverified: addresses.clone().filter(|one| !one.verified).map(|one| one.value.as_str()).collect(),
            username: addresses.map(|one| one.value.as_str()).next(),
            has_codes: false,
            shown: serde_json::Map::new(),
        }
    }

    /// Looks at all nodes of a group before any is laid out.
    pub(super) fn begin(&mut self, nodes: &[&Node]) {
        self.has_codes = nodes.iter().any(|node| node.attributes.name == "lookup_secret_disable");
    }

    /// What the person signs in with, as far as it is known.
    pub(super) fn username(&self) -> Option<&'a str> {
        self.username
    }

    /// The addresses that are not verified and in no field of the profile.
    pub(super) fn take_unverified(&mut self, group: &str) -> Vec<Unverified> {
        let left = if group == "profile" { std::mem::take(&mut self.unverified) } else { Vec::new() };
        left.into_iter().map(|address| self.tell_of(address)).collect()
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
        self.all(group, arrange(nodes, 0, self.traits))
    }

    fn all(&mut self, group: &str, arranged: Vec<Arranged<'a>>) -> Vec<Part<'a>> {
        let part = |one| match one {
            Arranged::One(node) => self.part(group, node, None),
            Arranged::List(list) => Some(Part::List(self.list(group, list))),
        };
        arranged.into_iter().filter_map(part).collect()
    }

    /// A list: its items, and a spare field for a new one.
    fn list(&mut self, group: &str, list: List<'a>) -> Fieldset<'a> {
        let words = self.context.words;
        let legend = match list.bare.and_then(|bare| self.label_of(bare)) {
            Some(label) => label,
            None => self.title_of(list.name),
        };
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
            let values = [("list", (&*legend.text).into()), ("number", count(place + 1))];
            let label: Phrase<'a> = words.text_with("list-item", &values).into();
            if let [node] = nodes.as_slice()
                && node.attributes.name.len() == inside
            {
                item_kind = Some(node.attributes.kind.as_str());
                parts.extend(self.part(group, node, Some(label)));
            } else {
                let parts_inside = self.all(group, arrange(&nodes, inside, self.traits));
                parts.push(Part::List(Fieldset { legend: label, parts: parts_inside }));
            }
        }
        if let Some(bare) = list.bare {
            let label = words.text_with("list-spare", &[("list", (&*legend.text).into())]).into();
            let kind = item_kind.unwrap_or(&bare.attributes.kind);
            let place = self.place_of(list.name).and_then(Place::items);
            parts.push(self.field(group, bare, kind, label, place));
        }
        Fieldset { legend, parts }
    }

    fn part(&mut self, group: &str, node: &'a Node, label: Option<Phrase<'a>>) -> Option<Part<'a>> {
        let attributes = &node.attributes;
        match &node.kind {
            NodeType::Input => {
                let label = label.or_else(|| self.label_of(node));
                Some(match attributes.kind.as_str() {
                    "submit" | "button" => Part::Button(self.button(group, node, label)),
                    kind => {
                        let label = label.unwrap_or_else(|| self.title_of(&attributes.name));
                        self.field(group, node, kind, label, self.place_of(&attributes.name))
                    }
                })
            }
            NodeType::Text => Some(self.text(node)),
            NodeType::Img => Some(Part::Image(Image {
                id: &attributes.id,
                src: attributes.src.as_deref().filter(|src| is_picture(src)),
                alt: self.label_of(node).unwrap_or_default(),
                width: attributes.width,
                height: attributes.height,
            })),
            NodeType::A => Some(Part::Link(Link {
                id: &attributes.id,
                href: attributes
                    .href
                    .as_deref()
                    .and_then(|to| self.context.addresses.for_browser(to))
                    .map(String::from),
                text: attributes
                    .title
                    .as_ref()
                    .map(|title| self.phrase(title))
                    .or_else(|| self.label_of(node))
                    .unwrap_or_default(),
            })),
            NodeType::Script => None,
            NodeType::Div => Some(Part::Div(Div {
                id: &attributes.id,
                class: attributes.class.as_deref(),
                data: attributes
                    .data
                    .iter()
                    .filter(|(name, _)| is_data_name(name))
                    .map(|(n, v)| (&**n, &**v))
                    .collect(),
                label: self.label_of(node),
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
        let (id, label, words) = (node.attributes.id.as_str(), self.label_of(node), self.context.words);
        let content = node.attributes.text.as_ref();
        if let Some(secrets) = content.and_then(|text| text.context_value::<Vec<Message>>("secrets")) {
            return Part::Codes(Codes {
                id,
                label,
                list: secrets.into_iter().map(|secret| self.code(&secret)).collect(),
                copy: words.text("copy"),
                copied: words.text("copied"),
                download: words.text("download"),
                file: words.text("codes-file"),
            });
        }
        let notices = Notice::of(&node.messages, words);
        let plain = content.map_or("", |content| content.text.as_str());
        if id == "totp_secret_key" {
            let chunks = in_fours(plain).into_iter().map(Cow::Borrowed).collect();
            return Part::Text(Text { id, label, english: false, chunks, key: Some(self.key(plain)), notices });
        }
        let phrase = content.map(|content| self.phrase(content)).unwrap_or_default();
        let chunks = Some(phrase.text).filter(|text| !text.is_empty()).into_iter().collect();
        Part::Text(Text { id, label, english: phrase.english, chunks, key: None, notices })
    }

    /// What is offered with the key of an authenticator app.
    fn key(&self, key: &str) -> Key {
        let issuer = self.context.addresses.public.host_str().unwrap_or_default();
        let encode =
            |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
        let account = self.username.map(|account| format!(":{}", encode(account))).unwrap_or_default();
        let words = self.context.words;
        Key {
            href: format!("otpauth://totp/{issuer}{account}?secret={}&issuer={issuer}", encode(key)),
            open: words.text("open-in-app"),
            copy: words.text("copy"),
            copied: words.text("copied"),
        }
    }

    /// A spent code's text is gone; Kratos tells when it was spent.
    fn code(&self, secret: &Message) -> Code<'a> {
        /// `text.InfoSelfServiceSettingsLookupSecretUsed`
        const USED: i64 = 1_050_014;
        let words = self.context.words;
        let when = secret.context_value::<String>("used_at");
        let used = secret.id == USED || when.is_some();
        Code {
            text: if used { words.text("code-spent").into() } else { Cow::Owned(secret.text.clone()) },
            used,
            when: when.as_deref().and_then(|when| Moment::read(when, words)).map(|when| (when.iso, when.day)),
        }
    }

    fn field(
        &mut self,
        group: &str,
        node: &'a Node,
        kind: &'a str,
        label: Phrase<'a>,
        place: Option<Place<'a>>,
    ) -> Part<'a> {
        let attributes = &node.attributes;
        let (name, words) = (attributes.name.as_str(), self.context.words);
        let node_value = attributes.value.as_ref();
        let found = self.traits.and_then(|traits| traits.trait_of(name));
        let standing = match found {
            Some(Tree::Leaf(json)) => Some(json),
            _ => None,
        };
        let read_only = place.is_some_and(Place::is_read_only);
        let is_trait = self.traits.is_some() && traits::path(name).is_some();
        // A box that cannot be used is not sent, and that must not look like taking its tick away.
        if is_trait && !(read_only && kind == "checkbox") {
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
        let mut hints: Vec<Cow<'a, str>> = place.and_then(Place::description).map(Cow::Borrowed).into_iter().collect();
        if kind == "datetime-local" && control == Control::Typed && is_trait {
            let offset = standing.map(Json::text).as_deref().and_then(traits::offset).map(str::to_owned);
            let offset =
                offset.filter(|offset| offset != "Z").map_or_else(|| "UTC".to_owned(), |offset| format!("UTC{offset}"));
            hints.push(words.text_with("time-zone", &[("offset", offset.into())]).into());
        }
        let length = |keyword| place.and_then(|place| place.number(keyword)).and_then(serde_json::Number::as_u64);
        let field = Field {
            id: self.id(group, name),
            name,
            label,
            unverified: self.unverified(&value),
            value,
            // Kratos demands a name for a security key but does not mark it.
            required: attributes.required || name == "webauthn_register_displayname",
            disabled: attributes.disabled,
            read_only,
            autocomplete: attributes.autocomplete.as_deref().or((name == "totp_code").then_some("one-time-code")),
            hints,
            notices: Notice::of(&node.messages, words),
            focus: false,
        };
        let choices: Vec<Cow<'a, str>> = match (attributes.options.as_slice(), place.and_then(Place::choices)) {
            ([], Some(choices)) => choices.iter().filter_map(choice).collect(),
            (options, _) => options.iter().map(|one| text_of(one.value.as_ref())).collect(),
        };
        match control {
            _ if kind == "checkbox" => {
                let checked = matches!(&*field.value, "true" | "on" | "1");
                Part::Checkbox(Checkbox { field, checked })
            }
            _ if !choices.is_empty() => Part::Select(self.select(field, choices)),
            Control::TextArea => Part::TextArea(field),
            Control::Typed | Control::Plain => {
                let kind = if control == Control::Plain { "text" } else { input_type(kind) };
                let bound = |keyword| place.and_then(|place| place.number(keyword)).map(ToString::to_string);
                let (is_number, is_text) =
                    (kind == "number", !matches!(kind, "number" | "date" | "datetime-local" | "file"));
                Part::Input(Input {
                    pattern: attributes.pattern.as_deref().filter(|_| is_text),
                    minlength: length("minLength").filter(|_| is_text),
                    maxlength: attributes.maxlength.or_else(|| length("maxLength")).filter(|_| is_text),
                    min: bound("minimum").filter(|_| is_number),
                    max: bound("maximum").filter(|_| is_number),
                    any_step: is_number && !place.is_some_and(|place| place.is("integer")) || kind == "datetime-local",
                    numeric: name == "totp_code",
                    reveal: (kind == "password")
                        .then(|| ["show-password", "hide-password", "caps-lock"].map(|id| words.text(id))),
                    kind,
                    field,
                })
            }
        }
    }

    fn select(&self, field: Field<'a>, mut values: Vec<Cow<'a, str>>) -> Select<'a> {
        // Nothing chosen, or something no longer offered, must be possible to keep.
        if !values.contains(&field.value) {
            values.insert(0, field.value.clone());
        }
        if !field.required && !values.iter().any(|value| value.is_empty()) {
            values.insert(0, Cow::Borrowed(""));
        }
        let words = self.context.words;
        let say = |value: Cow<'a, str>| {
            let text = match &*value {
                "" => words.text("optional-nothing").into(),
                text => words.trait_name(&format!("{}.{text}", field.name)).map_or_else(|| value.clone(), Cow::Owned),
            };
            (value, text)
        };
        let options = values.into_iter().map(say).collect();
        Select { field, options }
    }

    /// Tells of the address in a field if it is not verified.
    fn unverified(&mut self, value: &str) -> Option<Unverified> {
        let at = self.unverified.iter().position(|address| *address == value)?;
        let address = self.unverified.swap_remove(at);
        Some(self.tell_of(address))
    }

    fn tell_of(&self, address: &str) -> Unverified {
        let (words, addresses) = (self.context.words, self.context.addresses);
        let back = addresses.start("settings", None);
        Unverified {
            text: words.text_with("address-unverified", &[("address", address.into())]),
            offer: words.text("address-verify"),
            href: addresses.start("verification", Some(back.as_str())).into(),
        }
    }

    fn button(&mut self, group: &str, node: &'a Node, label: Option<Phrase<'a>>) -> Button<'a> {
        let (attributes, words) = (&node.attributes, self.context.words);
        let name = attributes.name.as_str();
        let value = text_of(attributes.value.as_ref());
        let submits = attributes.kind == "submit";
        let unnamed =
            || if value.is_empty() { self.title_of(name) } else { Phrase { text: value.clone(), english: false } };
        let label = label.unwrap_or_else(unnamed);
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
        let added = context("added_at").as_deref().and_then(|at| Moment::read(at, words));
        Button {
            id: self.id(group, name),
            name,
            initial: thing
                .chars()
                .next()
                .filter(|_| matches!(name, "link" | "unlink"))
                .and_then(|c| c.to_uppercase().next()),
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
            hint: (consequence.is_some() && attributes.disabled).then(|| words.text("remove-last")),
            consequence: consequence.map(|id| words.text_with(id, &[("thing", thing.as_str().into())])),
            added: added.map(|at| (at.iso, words.text_with("added", &[("when", at.day.into())]))),
            notices: Notice::of(&node.messages, words),
            focus: false,
            skips_validation: submits && name != "method",
            failed: words.text("ceremony-failed"),
            working: words.text("working"),
        }
    }

    fn phrase(&self, message: &'a Message) -> Phrase<'a> {
        Phrase::of(message, self.context.words)
    }

    /// The label of a node, if it says something.
    fn label_of(&self, node: &'a Node) -> Option<Phrase<'a>> {
        let label = node.meta.label.as_ref().or(node.attributes.label.as_ref())?;
        Some(self.phrase(label)).filter(|phrase| !phrase.text.is_empty())
    }

    /// What to call a field without a label: as the operator does, or its schema, or its name.
    fn title_of(&self, name: &str) -> Phrase<'a> {
        if let Some(named) = self.context.words.trait_name(name) {
            return named.into();
        }
        let title = self.place_of(name).and_then(Place::title).map(Cow::Borrowed);
        let text = title.unwrap_or_else(|| humanise(name.rsplit('.').next().unwrap_or(name)));
        Phrase { text, english: false }
    }

    /// Where the schema describes the trait of a field.
    fn place_of(&self, name: &str) -> Option<Place<'a>> {
        traits::path(name)?.iter().try_fold(self.place?, |place, segment| place.child(segment))
    }

    /// An id that the page does not have yet.
    fn id(&mut self, group: &str, name: &str) -> String {
        let wanted = html_id(&format!("{group}-{name}"));
        let times = self.ids.entry(wanted.clone()).or_default();
        *times += 1;
        // Two dashes are in no id that is wanted.
        if *times == 1 { wanted } else { format!("{wanted}--{times}") }
    }
}

/// A value to choose, as a form holds it.
fn choice(value: &serde_json::Value) -> Option<Cow<'_, str>> {
    match value {
        serde_json::Value::String(text) => Some(Cow::Borrowed(text)),
        serde_json::Value::Number(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    /// Each function that a page can name is one of our script's.
    #[test]
    fn every_trigger_is_in_the_script() {
        let script = include_str!("../../static/webauthn.js");
        for name in super::TRIGGERS {
            assert!(script.contains(&format!("\n    {name}: {{")), "{name}");
        }
    }
}
