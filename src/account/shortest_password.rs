//! The least length of a password, as Kratos tells it to whoever has entered a shorter one.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::kratos::Node;

/// `text.ErrorValidationPasswordMinLength`
const TOO_SHORT: i64 = 4_000_032;

/// No rule asks for more.
const MOST: usize = 1024;

/// What Kratos has told last. It is one for all: Kratos' rule is a setting, and nothing tells it beforehand.
#[derive(Debug, Default)]
pub(crate) struct ShortestPassword(AtomicUsize);

impl ShortestPassword {
    /// The least length, if Kratos has told it by now. It may tell it in these nodes.
    pub(crate) fn told(&self, nodes: &[Node<'_>]) -> Option<usize> {
        let mut messages = nodes.iter().flat_map(|node| &node.messages);
        let told = messages
            .find(|message| message.id == TOO_SHORT)
            .and_then(|message| message.context_value::<usize>("min_length"));
        if let Some(told) = told.filter(|told| (1..=MOST).contains(told)) {
            self.0.store(told, Ordering::Relaxed);
        }
        Some(self.0.load(Ordering::Relaxed)).filter(|known| *known > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_kratos_has_told_once_is_known_from_then_on() {
        let nodes = |length: serde_json::Value| -> Vec<Node<'static>> {
            let context = serde_json::json!({"min_length": length, "actual_length": 3});
            vec![crate::kratos::read(&serde_json::json!({"type": "input", "group": "password",
                "messages": [{"id": TOO_SHORT, "type": "error", "text": "too short", "context": context}]}))]
        };
        let shortest = ShortestPassword::default();
        assert_eq!(shortest.told(&[]), None);
        for nonsense in [0.into(), 5000.into(), (-1).into(), "ten".into(), serde_json::Value::Null] {
            assert_eq!(shortest.told(&nodes(nonsense)), None);
        }
        assert_eq!(shortest.told(&nodes(10.into())), Some(10));
        assert_eq!(shortest.told(&[]), Some(10));
        assert_eq!(shortest.told(&nodes(12.into())), Some(12), "the rule may change");
    }
}
