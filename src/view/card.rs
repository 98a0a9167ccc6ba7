//! The forms of a flow whose groups are ways to do one thing: to sign in, to register.
//!
//! Which node goes into which form: every hidden node of `default`, `identifier_first` and the
//! form's own group, with one `identifier` and one `method` besides the button's. Methods that
//! need the same visible field, or traits, are one form. A button that must not be sent with
//! what is entered beside it (another provider, another code) has a form of its own.

use std::borrow::Cow;

use super::form::{Form, MOST_SHARED, is_hidden, is_submit, is_trait};
use super::layout::Layout;
use super::message::Phrase;
use super::node::{Button, Hidden, Page, Part};
use super::section::groups;
use crate::kratos::{Flow, Node, NodeType};

/// The forms, and whom they are about.
pub(super) struct Card<'a> {
    pub(super) forms: Vec<Form<'a>>,
    pub(super) person: Option<Cow<'a, str>>,
}

/// `InfoNodeLabelResendOTP`, "Resend code".
const RESEND: i64 = 1_070_008;

/// The nodes of one group.
struct Group<'a> {
    hidden: Vec<&'a Node<'a>>,
    /// What is entered and pressed together.
    own: Vec<&'a Node<'a>>,
    /// Buttons that are pressed alone.
    apart: Vec<&'a Node<'a>>,
    /// Fields for an address to send another code to.
    again: Vec<&'a Node<'a>>,
}

/// The forms of `nodes`.
pub(super) fn of<'a>(flow: &'a Flow<'a>, nodes: &[&'a Node<'a>], layout: &Layout, page: &mut Page<'a, '_>) -> Card<'a> {
    page.is_conditional = nodes.iter().any(|node| node.attributes.onload_trigger.is_some());
    page.is_refresh = flow.refresh;
    let has_traits = nodes.iter().any(|node| is_trait(node));
    let hides_traits = nodes.iter().any(|node| is_trait(node) && is_hidden(node));
    let has_method = nodes.iter().any(|node| is_way(node));

    let mut shared: Vec<&'a Node<'a>> = Vec::with_capacity(4);
    let mut fields: Vec<&'a Node<'a>> = Vec::with_capacity(nodes.len());
    let mut ways: Vec<Group<'a>> = Vec::new();
    for (group, nodes) in groups(nodes, layout) {
        let has_code = nodes.iter().any(|node| node.attributes.name == "code" && !is_hidden(node));
        let is_shared = matches!(group, "default" | "identifier_first" | "captcha");
        let mut way = Group { hidden: Vec::new(), own: Vec::new(), apart: Vec::new(), again: Vec::new() };
        for node in nodes {
            let name = &*node.attributes.name;
            // Kratos leaves the items of a list visible, without a label, where it hides all else.
            let is_left = hides_traits && is_trait(node) && node.meta.label.is_none();
            let is_wrong = is_trait(node) && !node.messages.is_empty();
            if (is_hidden(node) || is_left) && !is_wrong {
                if is_shared { shared.push(node) } else { way.hidden.push(node) }
            } else if is_submit(node) {
                // Together with traits, a button needs them; a provider must not get `method`. Kratos
                // ignores a code beside `resend`.
                let is_alone =
                    if has_traits { name == "provider" && has_method } else { !matches!(name, "method" | "resend") };
                let is_only = name == "provider" && !has_method && has_traits;
                if is_alone && !is_only { way.apart.push(node) } else { way.own.push(node) }
            } else if is_shared {
                fields.push(node);
            } else if has_code && matches!(name, "email" | "sms") {
                way.again.push(node);
            } else {
                way.own.push(node);
            }
        }
        // Enter presses the first button.
        way.own.sort_by_key(|node| is_submit(node) && matches!(&*node.attributes.name, "resend" | "screen"));
        ways.push(way);
    }

    let known = ways.iter().flat_map(|way| &way.hidden).chain(&shared).copied();
    let identifier = known.into_iter().find(|node| node.attributes.name == "identifier");
    let person = identifier.map(|node| super::node::text_of(node.attributes.value.as_ref()));
    let mut maker =
        Maker { shared: &shared, has_traits, has_or: false, forms: Vec::with_capacity(ways.len() + 1), page };
    if has_traits || !fields.is_empty() {
        maker.one(&fields, &ways);
        for way in &ways {
            maker.apart(way);
        }
    } else {
        for way in &ways {
            maker.own(way);
            maker.apart(way);
        }
    }
    let mut forms = maker.forms;
    // Where nobody enters a name, a password manager is told.
    let username = person.clone().or_else(|| page.username.clone()).filter(|_| fields.is_empty());
    for form in forms.iter_mut().filter(|form| form.parts.iter().any(Part::is_password)) {
        form.username.clone_from(&username);
    }
    Card { forms, person }
}

/// Whether a node is a button for a way to do it.
fn is_way(node: &Node<'_>) -> bool {
    node.kind == NodeType::Input
        && match &*node.attributes.kind {
            "submit" => node.attributes.name == "method",
            kind => kind == "button",
        }
}

/// Makes the forms, one after the other.
struct Maker<'a, 'b, 'c, 'd> {
    shared: &'d [&'a Node<'a>],
    has_traits: bool,
    /// Whether the ways after the first have been told from it.
    has_or: bool,
    forms: Vec<Form<'a>>,
    page: &'c mut Page<'a, 'b>,
}

impl<'a> Maker<'a, '_, '_, '_> {
    /// The one form of all methods: the fields they share, then each with what it has of its own.
    fn one(&mut self, fields: &[&'a Node<'a>], ways: &[Group<'a>]) {
        let mut parts = self.page.parts(fields);
        let mut first = true;
        for way in ways.iter().filter(|way| !way.own.is_empty()) {
            let mut own = self.page.parts(&way.own);
            let is_method = way.own.iter().any(|node| is_way(node) || node.attributes.name == "provider");
            if is_method && !first && !self.has_or {
                parts.push(Part::Or(self.page.context.words.text("or")));
                self.has_or = true;
            }
            for part in &mut own {
                let Part::Button(button) = part else { continue };
                let leads = first && matches!(button.name, "method" | "provider");
                // What another method requires must not block this one.
                button.skips_validation = button.submits && !leads;
                // Another step is no way to do it.
                button.style = match button.name {
                    _ if leads => "primary",
                    "screen" => "link",
                    _ => "plain",
                };
            }
            first &= !is_method;
            parts.append(&mut own);
        }
        let methods = ways.iter().flat_map(|way| &way.own).filter(|node| is_submit(node));
        let methods: Vec<Cow<'_, str>> = methods
            .filter(|node| node.attributes.name == "method")
            .map(|node| super::node::text_of(node.attributes.value.as_ref()))
            .collect();
        let all = self.shared.iter().chain(ways.iter().flat_map(|way| &way.hidden));
        let mut hidden = hidden(all.copied());
        // A hidden method is for the one method there is.
        hidden.retain(|control| control.name != "method" || methods.iter().all(|method| *method == control.value));
        if fields.iter().any(|node| node.attributes.name == "identifier") {
            hidden.retain(|control| control.name != "identifier");
        }
        self.push(hidden, parts, false);
    }

    /// The form of one method.
    fn own(&mut self, way: &Group<'a>) {
        if way.own.is_empty() && (way.hidden.is_empty() || !way.apart.is_empty()) {
            return;
        }
        let parts = self.page.parts(&way.own);
        let is_way = way.own.iter().any(|node| is_way(node));
        let hidden = hidden(self.shared.iter().take(MOST_SHARED).chain(&way.hidden).copied());
        self.push(hidden, parts, is_way);
    }

    /// The forms of those buttons of a method that are pressed alone.
    fn apart(&mut self, way: &Group<'a>) {
        for buttons in way.apart.chunk_by(|a, b| a.attributes.name == b.attributes.name) {
            let parts = self.page.parts(buttons);
            let hidden = hidden(self.shared.iter().take(MOST_SHARED).chain(&way.hidden).copied());
            let is_other = buttons.iter().any(|node| matches!(&*node.attributes.name, "provider" | "address"));
            self.push(hidden, parts, is_other);
        }
        // Kratos puts a field in the place of the button that sends another code.
        let send = way.own.iter().find(|node| is_submit(node));
        if let (false, Some(send)) = (way.again.is_empty(), send) {
            let mut parts = self.page.parts(&way.again);
            let label = self.page.context.words.kratos(RESEND, "", Vec::new);
            let label = label.map(|text| Phrase { text, english: false });
            let mut button = Button::of(self.page, send, label);
            button.style = "plain";
            parts.push(Part::Button(button));
            let hidden = hidden(self.shared.iter().take(MOST_SHARED).chain(&way.hidden).copied());
            self.push(hidden, parts, false);
        }
    }

    fn push(&mut self, hidden: Vec<Hidden<'a>>, parts: Vec<Part<'a>>, is_other_way: bool) {
        // Without a part to press, a script may send what is hidden.
        let sends = parts.iter().any(Part::sends) || parts.is_empty();
        let mut form = self.page.form(hidden, parts, sends, self.has_traits);
        // Buttons need no more than one word between them, fields one each.
        let is_first = !self.forms.iter().any(|form| !form.is_unseen());
        let is_told = self.has_or && form.parts.iter().all(|part| matches!(part, Part::Button(_)));
        form.is_other_way = is_other_way && !is_told && !is_first;
        self.has_or |= form.is_other_way;
        if let [only] = form.buttons().collect::<Vec<_>>().as_mut_slice() {
            only.style = if is_first { "primary" } else { "plain" };
        }
        self.forms.push(form);
    }
}

/// The hidden controls of nodes, with one `identifier` and one `method` among them.
fn hidden<'a>(nodes: impl Iterator<Item = &'a Node<'a>>) -> Vec<Hidden<'a>> {
    let mut hidden: Vec<Hidden<'a>> = Vec::with_capacity(nodes.size_hint().1.unwrap_or_default() + 1);
    let mut has = [("identifier", false), ("method", false)];
    for node in nodes {
        let known = has.iter_mut().find(|(name, _)| node.attributes.name == *name);
        if known.is_none_or(|(_, known)| !std::mem::replace(known, true)) {
            hidden.push(Hidden::of(node));
        }
    }
    hidden
}
