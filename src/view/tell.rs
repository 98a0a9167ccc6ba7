//! What is told of a group of the settings: what it is for, how things stand, what to know.

use std::borrow::Cow;

use super::language::{Language, count};
use super::message::Moment;
use crate::kratos::{Message, Node};

/// How things stand in a group, as far as its nodes tell.
pub(super) fn state<'a>(group: &str, nodes: &[&Node<'_>], words: &'a Language) -> Option<Cow<'a, str>> {
    let number = |name: &str| nodes.iter().filter(|node| node.attributes.name == name).count();
    let on = |is_on: bool| Some(Cow::Borrowed(words.text(if is_on { "state-on" } else { "state-off" })));
    let counted = |id: &str, number: usize| Some(Cow::Owned(words.text_with(id, &[("count", count(number))])));
    match group {
        "totp" => on(number("totp_unlink") > 0),
        "oidc" | "saml" => counted("state-linked", number("unlink")),
        "passkey" => counted("state-passkeys", number("passkey_remove")),
        "webauthn" => counted("state-keys", number("webauthn_remove")),
        "lookup_secret" => {
            // A note says how things stand until they are kept.
            if number("lookup_secret_confirm") > 0 {
                return None;
            }
            let secrets = nodes
                .iter()
                .find_map(|node| node.attributes.text.as_ref()?.context_value::<Vec<Message<'_>>>("secrets"));
            let Some(secrets) = secrets else { return on(number("lookup_secret_disable") > 0) };
            let used: Vec<String> = secrets.iter().filter_map(|secret| secret.context_value("used_at")).collect();
            let Some(last) = used.iter().max().and_then(|last| Moment::read(last, words)) else {
                return counted("state-codes", secrets.len());
            };
            let values = [("count", count(secrets.len())), ("used", count(used.len())), ("when", last.day.into())];
            Some(Cow::Owned(words.text_with("state-codes-used", &values)))
        }
        _ => None,
    }
}

/// Why something may be missing in a group: the question, and the answer. Kratos has no node for a linked
/// account that is the last way to sign in, so where none can be unlinked there may be one all the same.
pub(super) fn missing<'a>(group: &str, nodes: &[&Node<'_>], words: &'a Language) -> Option<[&'a str; 2]> {
    let has_none = !nodes.iter().any(|node| node.attributes.name == "unlink");
    (matches!(group, "oidc" | "saml") && has_none).then(|| [words.text("oidc-missing"), words.text("oidc-last")])
}

/// What to know before acting in a group.
pub(super) fn notes<'a>(group: &str, nodes: &[&Node<'_>], words: &'a Language) -> Vec<&'a str> {
    if group != "lookup_secret" {
        return Vec::new();
    }
    let ids: &[&'a str] = if nodes.iter().any(|node| node.attributes.name == "lookup_secret_confirm") {
        &["codes-not-saved"]
    } else if nodes.iter().any(|node| node.attributes.id == "lookup_secret_codes") {
        &["codes-keep"]
    } else {
        &[]
    };
    ids.iter().map(|id| words.text(id)).collect()
}
