//! Self-service flows (Kratos `selfservice/flow`).

use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::json::{Json, lenient, lenient_list, null_is_default, text};
use super::message::Message;
use super::node::Node;

/// A self-service flow of any kind, as `GET /self-service/…/flows?id=` and a submission
/// answer it.
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Flow {
    /// The flow's id. After a success [`Ui::action`] names the flow that follows it instead.
    pub id: Uuid,
    /// `browser` or `api`.
    #[serde(default, rename = "type", deserialize_with = "lenient")]
    pub kind: String,
    /// When it ends, RFC 3339.
    #[serde(default, deserialize_with = "lenient")]
    pub expires_at: Option<String>,
    /// When it began, RFC 3339.
    #[serde(default, deserialize_with = "lenient")]
    pub issued_at: Option<String>,
    /// The URL it was started with, as Kratos saw it.
    #[serde(default, deserialize_with = "lenient")]
    pub request_url: String,
    /// Where the person wants to go afterwards; Kratos has allowed it.
    #[serde(default, deserialize_with = "lenient")]
    pub return_to: Option<String>,
    /// The method in use, where Kratos tells.
    #[serde(default, deserialize_with = "lenient")]
    pub active: Option<String>,
    /// The page.
    pub ui: Ui,
    /// Whose settings these are; settings flows only.
    #[serde(default)]
    pub identity: Option<Identity>,
    /// `show_form`, `success`, `choose_method`, `sent_email`, `passed_challenge`, …
    #[serde(default, deserialize_with = "lenient")]
    pub state: Option<String>,
    /// What to do next; only in the answer to a submission, never stored.
    #[serde(default, deserialize_with = "null_is_default")]
    pub continue_with: Vec<ContinueWith>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A flow's page (Kratos `ui/container`).
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Ui {
    /// Where its forms go.
    #[serde(default, deserialize_with = "text")]
    pub action: String,
    /// By which method.
    #[serde(default, deserialize_with = "text")]
    pub method: String,
    /// Its elements, in Kratos' order.
    #[serde(default, deserialize_with = "null_is_default")]
    pub nodes: Vec<Node>,
    /// What Kratos has to say about the whole.
    #[serde(default, deserialize_with = "lenient_list")]
    pub messages: Vec<Message>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// A person's account (Kratos `identity.Identity`, without what only administrators see).
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Identity {
    /// Its id.
    #[serde(deserialize_with = "text")]
    pub id: String,
    /// The id of its schema.
    #[serde(default, deserialize_with = "lenient")]
    pub schema_id: String,
    /// Where the schema is, on Kratos as the browser reaches it. Empty in lists of sessions.
    #[serde(default, deserialize_with = "lenient")]
    pub schema_url: String,
    /// `active` or `inactive`.
    #[serde(default, deserialize_with = "lenient")]
    pub state: Option<String>,
    /// What is known about the person: an object of the schema's shape.
    pub traits: Option<Json>,
    /// Addresses that can be verified.
    #[serde(default, deserialize_with = "lenient_list")]
    pub verifiable_addresses: Vec<VerifiableAddress>,
    /// What the operator shows the person beside the traits.
    #[serde(default)]
    pub metadata_public: Option<Json>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// An address and whether it is the person's (Kratos `identity.VerifiableAddress`).
#[derive(Clone, Deserialize)]
#[non_exhaustive]
pub struct VerifiableAddress {
    /// The address.
    pub value: String,
    /// Whether the person has shown that it is theirs.
    #[serde(default, deserialize_with = "lenient")]
    pub verified: bool,
    /// `email` or `sms`.
    #[serde(default, deserialize_with = "text")]
    pub via: String,
    /// `pending`, `sent` or `completed`.
    #[serde(default, deserialize_with = "text")]
    pub status: String,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl std::fmt::Debug for VerifiableAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VerifiableAddress").field("verified", &self.verified).finish_non_exhaustive()
    }
}

/// What to do after a submission (Kratos `flow.ContinueWith`).
#[derive(Clone, Debug, Default, Deserialize)]
#[non_exhaustive]
pub struct ContinueWith {
    /// `redirect_browser_to`, `show_verification_ui`, `show_recovery_ui`, `show_settings_ui`, …
    #[serde(default, deserialize_with = "lenient")]
    pub action: String,
    /// The target of the action of that name.
    #[serde(default, deserialize_with = "lenient")]
    pub redirect_browser_to: Option<String>,
    /// The flow to show.
    #[serde(default, deserialize_with = "lenient")]
    pub flow: Option<ContinueWithFlow>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The flow an action leads to.
#[derive(Clone, Debug, Default, Deserialize)]
#[non_exhaustive]
pub struct ContinueWithFlow {
    /// Its id.
    #[serde(default, deserialize_with = "lenient")]
    pub id: Option<Uuid>,
    /// Its page, where Kratos knows it.
    #[serde(default, deserialize_with = "lenient")]
    pub url: Option<String>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}
