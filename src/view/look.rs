//! The second look at what takes something away: what it is about, what is asked, and what follows.

use super::language::Language;
use super::message::Phrase;
use super::names::provider;
use crate::kratos::{Json, Node};

/// What is asked before something is taken away, and what follows from it.
#[derive(Debug)]
pub(crate) struct Look {
    /// The question, which names the thing.
    pub(crate) question: String,
    /// What follows.
    pub(crate) consequence: String,
}

impl Look {
    /// The look at what a node's button does, if that takes something away. `has_codes`: whether there
    /// are recovery codes that new ones would replace.
    pub(super) fn of(node: &Node<'_>, thing: Option<&Phrase<'_>>, has_codes: bool, words: &Language) -> Option<Self> {
        let (question, consequence) = match &*node.attributes.name {
            "unlink" => ("unlink-question", "unlink-consequence"),
            "totp_unlink" => ("totp-unlink-question", "totp-unlink-consequence"),
            "lookup_secret_disable" => ("lookup-disable-question", "lookup-disable-consequence"),
            // The first set of codes replaces nothing.
            "lookup_secret_regenerate" if has_codes => ("lookup-regenerate-question", "lookup-regenerate-consequence"),
            name if is_thing(name) => ("remove-question", "remove-consequence"),
            _ => return None,
        };
        let values = [("thing", thing.map_or("", |thing| &*thing.text).into())];
        Some(Self { question: words.text_with(question, &values), consequence: words.text_with(consequence, &values) })
    }
}

/// Whether a button of this name takes away one of several things; a later Kratos has more kinds of
/// them.
fn is_thing(name: &str) -> bool {
    name == "unlink" || name.ends_with("_remove")
}

/// What the thing is called that a node takes away; nothing where it takes no thing away. Kratos calls
/// keys "unnamed" that have no name (`x/webauthnx`).
pub(super) fn name_of<'a>(node: &'a Node<'a>, words: &'a Language) -> Option<Phrase<'a>> {
    let label = node.meta.label.as_ref();
    let told = |key: &str| label?.context_value::<String>(key).filter(|name| !name.trim().is_empty());
    let named = |name: Option<String>, unnamed: &'static str| {
        let name = name.filter(|name| name != "unnamed");
        name.map_or_else(|| words.text(unnamed).into(), Phrase::from)
    };
    match &*node.attributes.name {
        "unlink" => Some(provider_of(node).unwrap_or_else(|| value_of(node)).into()),
        "passkey_remove" => Some(named(told("display_name"), "passkey-unnamed")),
        "webauthn_remove" => Some(named(told("display_name"), "key-unnamed")),
        name if is_thing(name) => {
            let told = told("display_name").or_else(|| told("device_name")).or_else(|| told("name"));
            let label = || label.map(|label| Phrase::of(label, words)).filter(|label| !label.text.is_empty());
            let value = || value_of(node).into();
            Some(told.map(Phrase::from).or_else(label).unwrap_or_else(value))
        }
        _ => None,
    }
}

/// The provider whose account a node is about, as it writes itself.
pub(super) fn provider_of(node: &Node<'_>) -> Option<String> {
    let label: String = node.meta.label.as_ref()?.context_value("provider")?;
    (!label.trim().is_empty()).then(|| provider(&label).map_or(label, str::to_owned))
}

/// The value of a node, which is all that a later Kratos may tell of a thing.
fn value_of(node: &Node<'_>) -> String {
    node.attributes.value.as_ref().map(Json::text).unwrap_or_default().into_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::view::Languages;

    fn node(name: &str, context: &Value) -> Node<'static> {
        crate::kratos::read(&json!({
            "type": "input", "group": "passkey", "messages": [],
            "attributes": {"name": name, "type": "submit", "value": "c0ffee", "disabled": false, "node_type": "input"},
            "meta": {"label": {"id": 1, "text": "Take it away", "type": "info", "context": context}},
        }))
    }

    #[test]
    fn a_thing_goes_by_its_name_and_without_one_in_the_readers_language() {
        let languages = Languages::load(None).unwrap();
        let (english, german) = (languages.english(), languages.named("de").unwrap());
        for (name, context, called, auf_deutsch) in [
            ("passkey_remove", json!({"display_name": "Blue"}), "Blue", "Blue"),
            ("passkey_remove", json!({"display_name": "unnamed"}), "Passkey without a name", "Passkey ohne Namen"),
            ("passkey_remove", json!({"display_name": "  "}), "Passkey without a name", "Passkey ohne Namen"),
            ("webauthn_remove", json!({}), "Security key without a name", "Sicherheitsschlüssel ohne Namen"),
            ("unlink", json!({"provider": "google"}), "Google", "Google"),
            ("unlink", json!({"provider": "Our house"}), "Our house", "Our house"),
            ("unlink", json!({}), "c0ffee", "c0ffee"),
            // Of a later Kratos.
            ("deviceauthn_remove", json!({"device_name": "Ada’s phone"}), "Ada’s phone", "Ada’s phone"),
            ("pigeon_remove", json!({}), "Take it away", "Take it away"),
        ] {
            let node = node(name, &context);
            assert_eq!(name_of(&node, english).unwrap().text, called, "{name} {context}");
            assert_eq!(name_of(&node, german).unwrap().text, auf_deutsch, "{name} {context}");
            assert!(
                Look::of(&node, name_of(&node, english).as_ref(), false, english).unwrap().question.contains(called)
            );
        }
        assert!(name_of(&node("totp_unlink", &json!({})), english).is_none());
    }
}
