//! A form as Kratos describes it: nodes, messages, and the order nodes stand in.

use crate::message::{Message, fixed};
use serde_json::{Map, Value, json};

/// One element of a form.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// `input`, `text`, `img`, `a` or `script`.
    pub(crate) kind: &'static str,
    /// The method it belongs to.
    pub(crate) group: &'static str,
    /// Everything under `attributes`.
    pub(crate) attributes: Map<String, Value>,
    /// What is wrong with it.
    pub(crate) messages: Vec<Message>,
    /// `meta.label`.
    pub(crate) label: Option<Message>,
}

impl Node {
    /// An input.
    pub(crate) fn input(group: &'static str, name: &str, kind: &str) -> Self {
        Self::new("input", group, json!({"name": name, "type": kind, "disabled": false}))
    }

    /// A button that submits `value`.
    pub(crate) fn submit(group: &'static str, name: &str, value: &str, label: Message) -> Self {
        Self::input(group, name, "submit").value(value).label(label)
    }

    /// The password field, which `autocomplete` tells new from known, and its button.
    pub(crate) fn password(autocomplete: &str, label: u32) -> [Self; 2] {
        [
            Self::input("password", "password", "password")
                .required()
                .with("autocomplete", autocomplete)
                .label(fixed(1_070_001)),
            Self::submit("password", "method", "password", fixed(label)),
        ]
    }

    /// Any node, with its attributes.
    pub(crate) fn new(kind: &'static str, group: &'static str, attributes: Value) -> Self {
        let mut attributes = match attributes {
            Value::Object(attributes) => attributes,
            _ => Map::new(),
        };
        attributes.insert("node_type".to_owned(), kind.into());
        Self { kind, group, attributes, messages: Vec::new(), label: None }
    }

    /// Sets the value; null takes it away.
    pub(crate) fn set_value(&mut self, value: Value) {
        if value.is_null() {
            self.attributes.remove("value");
        } else {
            self.attributes.insert("value".to_owned(), value);
        }
    }

    /// With a value.
    pub(crate) fn value(mut self, value: impl Into<Value>) -> Self {
        self.set_value(value.into());
        self
    }

    /// With another attribute.
    pub(crate) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.attributes.insert(key.to_owned(), value.into());
        self
    }

    /// Marked as required.
    pub(crate) fn required(self) -> Self {
        self.with("required", true)
    }

    /// With a function of the script to run on a click.
    pub(crate) fn trigger(self, function: &str, arguments: &str) -> Self {
        self.with("onclick", format!("window.{function}({arguments})")).with("onclickTrigger", function)
    }

    /// With a label.
    pub(crate) fn label(self, label: Message) -> Self {
        Self { label: Some(label), ..self }
    }

    /// What identifies it: an input's name, else the id.
    pub(crate) fn id(&self) -> &str {
        self.text("name").or_else(|| self.text("id")).unwrap_or_default()
    }

    /// An attribute that is a string.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.attributes.get(key).and_then(Value::as_str)
    }

    /// The node as it is sent.
    pub(crate) fn json(&self) -> Value {
        let meta = self.label.as_ref().map_or_else(|| json!({}), |label| json!({"label": label}));
        json!({
            "type": self.kind, "group": self.group, "attributes": self.attributes, "messages": self.messages,
            "meta": meta,
        })
    }

    /// The value as Kratos prints it to break ties of the order.
    fn printed(&self) -> String {
        match self.attributes.get("value") {
            None => "<nil>".to_owned(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        }
    }
}

/// The `ui` of a flow.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ui {
    /// Where the form posts to.
    pub(crate) action: String,
    /// The nodes, in order.
    pub(crate) nodes: Vec<Node>,
    /// What is said above the form.
    pub(crate) messages: Vec<Message>,
    /// Whether the form is a plain link by now (a passed verification).
    pub(crate) get: bool,
}

impl Ui {
    /// The `ui` object as it is sent; `messages` is absent when empty.
    pub(crate) fn json(&self) -> Value {
        let nodes: Vec<Value> = self.nodes.iter().map(Node::json).collect();
        let mut ui = json!({"action": self.action, "method": if self.get { "GET" } else { "POST" }, "nodes": nodes});
        if let (false, Some(object)) = (self.messages.is_empty(), ui.as_object_mut()) {
            object.insert("messages".to_owned(), json!(self.messages));
        }
        ui
    }

    /// The first node of this name or id.
    pub(crate) fn find(&mut self, id: &str) -> Option<&mut Node> {
        self.nodes.iter_mut().find(|node| node.id() == id)
    }

    /// Replaces the node of the same name where it stands, else adds it.
    pub(crate) fn upsert(&mut self, node: Node) {
        match self.nodes.iter_mut().find(|old| old.id() == node.id()) {
            Some(old) => *old = node,
            None => self.nodes.push(node),
        }
    }

    /// Puts a fresh CSRF token in.
    pub(crate) fn set_csrf(&mut self, token: String) {
        self.upsert(Node::input("default", "csrf_token", "hidden").value(token).required());
    }

    /// Takes nodes out.
    pub(crate) fn remove(&mut self, ids: &[&str]) {
        self.nodes.retain(|node| !ids.contains(&node.id()));
    }

    /// Forgets what was said, above the form and at its nodes.
    pub(crate) fn reset_messages(&mut self) {
        self.messages.clear();
        self.nodes.iter_mut().for_each(|node| node.messages.clear());
    }

    /// Says something: at a node, at a new node where none has the name, or above the form.
    pub(crate) fn say(&mut self, field: Option<&str>, message: Message) {
        let Some(field) = field else { return self.messages.push(message) };
        if let Some(node) = self.find(field) {
            return node.messages.push(message);
        }
        let mut ghost = Node::input("default", field, "text");
        ghost.messages.push(message);
        self.nodes.push(ghost);
    }

    /// Shows values, as `traits.a.b`: at the nodes of these names, else at new ones typed by the value.
    pub(crate) fn show_values(&mut self, leaves: Vec<(String, Value)>, group: &'static str) {
        for (name, value) in leaves {
            if let Some(node) = self.find(&name) {
                node.set_value(value);
                node.group = group;
                continue;
            }
            let kind = match value {
                Value::Number(_) => "number",
                Value::Bool(_) => "checkbox",
                _ => "text",
            };
            self.nodes.push(Node::input(group, &name, kind).value(value));
        }
    }

    /// Adds nodes at the end, whatever their names.
    pub(crate) fn append(&mut self, nodes: impl IntoIterator<Item = Node>) {
        self.nodes.extend(nodes);
    }

    /// Takes inputs out that have this group, name and value; `None` is any value.
    pub(crate) fn remove_inputs(&mut self, group: &str, name: &str, value: Option<&str>) {
        let same = |node: &Node| {
            node.group == group && node.id() == name && value.is_none_or(|value| node.text("value") == Some(value))
        };
        self.nodes.retain(|node| !same(node));
    }

    /// Sets the value of the first node of this name, if there is one.
    pub(crate) fn set_value_of(&mut self, id: &str, value: impl Into<Value>) {
        if let Some(node) = self.find(id) {
            node.set_value(value.into());
        }
    }

    /// Brings the nodes into Kratos' order: groups (those that are not listed first), in them the first key the name
    /// starts with, then the printed value; `method` last. Nodes of the groups `default` and `password` are compared
    /// with each other too, wherever they meet: see [`crate::order`].
    pub(crate) fn sort(&mut self, groups: &[&str], keys: &[String]) {
        let place = |node: &Node| groups.iter().position(|group| *group == node.group).map_or(0, |index| index + 1);
        self.nodes.sort_by_key(place);
        let position = |node: &Node| match node.id() {
            "method" => usize::MAX,
            id => keys.iter().position(|key| id.starts_with(key.as_str())).unwrap_or(keys.len()),
        };
        let keyed = |node: Node| ((position(&node), node.printed()), node);
        let mut keyed: Vec<_> = std::mem::take(&mut self.nodes).into_iter().map(keyed).collect();
        crate::order::sort(&mut keyed, |(a, left), (b, right)| {
            let mixed = |one: &str, other: &str| one == "default" && other == "password";
            let compared =
                left.group == right.group || mixed(left.group, right.group) || mixed(right.group, left.group);
            compared && a < b
        });
        self.nodes = keyed.into_iter().map(|(_, node)| node).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, Ui};

    #[test]
    fn array_items_stand_by_value_and_digits_before_the_bare_node() {
        let mut ui = Ui::default();
        for (name, value) in [("t.0", "math"), ("t.1", "engines")] {
            ui.nodes.push(Node::input("profile", name, "text").value(value));
        }
        ui.nodes.push(Node::input("profile", "method", "submit").value("profile"));
        ui.nodes.push(Node::input("profile", "s", "text"));
        ui.nodes.push(Node::input("profile", "s.0", "number").value(1.5));
        ui.nodes.push(Node::input("default", "csrf_token", "hidden").value("x"));
        ui.sort(&["default", "profile"], &["t".to_owned(), "s".to_owned()]);
        let ids: Vec<_> = ui.nodes.iter().map(Node::id).collect();
        assert_eq!(ids, ["csrf_token", "t.1", "t.0", "s.0", "s", "method"]);
    }
}
