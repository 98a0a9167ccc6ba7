//! Recovery codes: making, confirming, showing and dropping them.

use super::submission::{Outcome, Refusal, Update, guard};
use crate::call::{Call, LOWER_ALPHANUMERIC, random_of};
use crate::fields::Fields;
use crate::identity::RecoveryCode;
use crate::message::{Message, fixed, generic, message};
use crate::node::Node;
use serde_json::json;

/// How many codes a set has.
const CODES: usize = 12;

/// The nodes of this method.
const NODES: [&str; 5] = [
    "lookup_secret_codes",
    "lookup_secret_confirm",
    "lookup_secret_regenerate",
    "lookup_secret_reveal",
    "lookup_secret_disable",
];

/// The buttons.
#[derive(Clone, Copy, Debug)]
pub(super) enum Action {
    /// Keep the codes just made.
    Confirm,
    /// Show the codes.
    Reveal,
    /// Drop the codes.
    Disable,
    /// Make new codes.
    Regenerate,
}

impl Action {
    /// The button that was pressed; a flag that is neither true nor false is an error.
    pub(super) fn of(fields: &Fields) -> Result<Option<Self>, Refusal> {
        for (name, action) in [
            ("lookup_secret_confirm", Self::Confirm),
            ("lookup_secret_reveal", Self::Reveal),
            ("lookup_secret_disable", Self::Disable),
            ("lookup_secret_regenerate", Self::Regenerate),
        ] {
            if fields.flag(name).map_err(Refusal::above)? {
                return Ok(Some(action));
            }
        }
        Ok(None)
    }
}

/// Does what the button says.
pub(super) fn run(call: &mut Call<'_>, update: &mut Update, fields: &Fields) -> Outcome {
    guard(call, update, fields)?;
    let button = |name: &str, id| Node::submit("lookup_secret", name, "true", fixed(id));
    let ui = &mut update.flow.ui;
    match Action::of(fields)? {
        Some(Action::Confirm) => {
            if update.flow.secrets.codes.is_empty() {
                let said = "You must (re-)generate recovery backup codes before you can save them.";
                return Err(Refusal::above(generic(said)));
            }
            update.person.codes = std::mem::take(&mut update.flow.secrets.codes);
            call.add_proof(&mut update.session, "lookup_secret", true, None);
            Ok(())
        }
        Some(Action::Reveal) => {
            if update.person.codes.is_empty() {
                return Err(Refusal::above(generic("Can not reveal lookup codes because you have none.")));
            }
            ui.remove(&NODES);
            ui.nodes.push(list(&update.person.codes));
            ui.nodes.push(button("lookup_secret_disable", 1_050_016));
            ui.nodes.push(button("lookup_secret_regenerate", 1_050_008));
            Err(Refusal::Show)
        }
        Some(Action::Disable) => {
            update.person.codes.clear();
            Ok(())
        }
        Some(Action::Regenerate) | None => {
            let fresh = || RecoveryCode { code: random_of(LOWER_ALPHANUMERIC, 8), used_at: None };
            update.flow.secrets.codes = std::iter::repeat_with(fresh).take(CODES).collect();
            ui.remove(&NODES);
            ui.nodes.push(list(&update.flow.secrets.codes));
            ui.nodes.push(button("lookup_secret_confirm", 1_050_011));
            Err(Refusal::Show)
        }
    }
}

/// The node that shows codes; of a spent one only when it was used.
fn list(codes: &[RecoveryCode]) -> Node {
    let one = |code: &RecoveryCode| -> Message {
        match code.used_at {
            None => message(1_050_009, &code.code).context(json!({"secret": code.code})),
            Some(at) => {
                let at = at.to_zoned_datetime(jiff::tz::TimeZone::UTC);
                message(1_050_014, format!("Secret was used at {}", at.strftime("%Y-%m-%d %H:%M:%S +0000 UTC"))).context(
                    json!({"used_at": at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(), "used_at_unix": at.timestamp().as_second()}),
                )
            }
        }
    };
    let text: Vec<&str> = codes.iter().map(|code| code.used_at.map_or(code.code.as_str(), |_| "used")).collect();
    let secrets: Vec<Message> = codes.iter().map(one).collect();
    let text = message(1_050_015, text.join(", ")).context(json!({"secrets": secrets}));
    Node::new("text", "lookup_secret", json!({"id": "lookup_secret_codes", "text": text})).label(fixed(1_050_010))
}
