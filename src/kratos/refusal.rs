//! What Kratos says in refusing.

use std::fmt;

use serde::Deserialize;
use uuid::Uuid;

use super::continue_with::ContinueWith;
use super::error::{ErrorId, GenericError};
use super::flow::Flow;
use super::lenient::{Object, object, object_or_default, objects, optional, scalar};
use super::message::MessageType;
use super::response::Answer;

/// An answer whose status does not count as success: what it says for programs, flattened.
///
/// All of it may be missing: the status decides first, the id second. A redirect comes here too;
/// it was not followed (see [`Answer::redirect`]).
#[derive(Clone)]
#[non_exhaustive]
pub struct Refusal {
    /// The answer, with its status, headers and text.
    pub answer: Answer,
    /// What is wrong. The settings flow's 401, 404 and 410 have none.
    pub id: Option<ErrorId>,
    /// Where the browser should go, at the top or in the details.
    pub redirect_browser_to: Option<String>,
    /// The flow to use instead.
    pub use_flow_id: Option<Uuid>,
    /// `details.return_to`: the way back of the flow that has ended.
    pub return_to: Option<String>,
    /// `details.continue_with`: what to do instead.
    pub continue_with: Vec<ContinueWith>,
    /// The flow, where that is what was answered.
    pub flow: Option<RefusedFlow>,
}

/// A flow that was answered with a status that is no success, as far as deciding needs it.
/// [`Refusal::refused_flow`] has the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefusedFlow {
    /// Its id.
    pub id: Uuid,
    /// Its state.
    pub state: Option<String>,
    /// The ids of all messages, those of the whole first and then those of its nodes.
    pub messages: Vec<i64>,
    /// Whether any of them is an error. Without one it is the next screen, and no refusal.
    pub has_errors: bool,
}

impl Refusal {
    /// Reads what can be read of an answer; of anything else that is nothing.
    pub(crate) fn of(answer: Answer) -> Self {
        let Body { id, ui, state, error, redirect_browser_to, use_flow_id } = answer.read().unwrap_or_default();
        let Detail { id: error_id, details } = error;
        let flow = id.zip(ui).map(|(id, ui)| ui.refused(id, state));
        Self {
            id: error_id,
            redirect_browser_to: redirect_browser_to.or(details.redirect_browser_to),
            use_flow_id,
            return_to: details.return_to,
            continue_with: details.continue_with,
            flow,
            answer,
        }
    }

    /// The flow with its messages, where that is what was answered: Kratos answers a form that
    /// it does not accept, or that leads to the next screen, by status 400 and the flow.
    pub fn refused_flow(&self) -> Option<Flow<'_>> {
        self.flow.as_ref()?;
        self.answer.read().ok()
    }

    /// What is wrong, in Kratos' words.
    pub fn error(&self) -> GenericError<'_> {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Body<'a> {
            #[serde(borrow, deserialize_with = "object_or_default")]
            error: GenericError<'a>,
        }
        self.answer.read::<Body<'_>>().unwrap_or_default().error
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refusal").field("answer", &self.answer).field("id", &self.id).finish_non_exhaustive()
    }
}

/// The body of a refusal, as far as it is looked at.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Body {
    #[serde(deserialize_with = "optional")]
    id: Option<Uuid>,
    #[serde(deserialize_with = "object")]
    ui: Option<Page>,
    #[serde(deserialize_with = "optional")]
    state: Option<String>,
    #[serde(deserialize_with = "object_or_default")]
    error: Detail,
    #[serde(deserialize_with = "said")]
    redirect_browser_to: Option<String>,
    #[serde(deserialize_with = "optional")]
    use_flow_id: Option<Uuid>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Detail {
    #[serde(deserialize_with = "optional")]
    id: Option<ErrorId>,
    #[serde(deserialize_with = "object_or_default")]
    details: Details,
}

impl Object<'_> for Detail {}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Details {
    #[serde(deserialize_with = "said")]
    redirect_browser_to: Option<String>,
    #[serde(deserialize_with = "said")]
    return_to: Option<String>,
    #[serde(deserialize_with = "objects")]
    continue_with: Vec<ContinueWith>,
}

impl Object<'_> for Details {}

/// Takes a text; an empty one, and anything else, for nothing.
fn said<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    optional(from).map(|text: Option<String>| text.filter(|text| !text.is_empty()))
}

/// The page of a flow, as far as its messages go.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Page {
    #[serde(deserialize_with = "objects")]
    messages: Vec<Told>,
    #[serde(deserialize_with = "objects")]
    nodes: Vec<Element>,
}

impl Object<'_> for Page {}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Element {
    #[serde(deserialize_with = "objects")]
    messages: Vec<Told>,
}

impl Object<'_> for Element {}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Told {
    #[serde(deserialize_with = "scalar")]
    id: i64,
    #[serde(rename = "type", deserialize_with = "scalar")]
    kind: MessageType,
}

impl Object<'_> for Told {}

impl Page {
    fn refused(self, id: Uuid, state: Option<String>) -> RefusedFlow {
        let all = || self.messages.iter().chain(self.nodes.iter().flat_map(|node| &node.messages));
        RefusedFlow {
            id,
            state,
            messages: all().map(|told| told.id).collect(),
            has_errors: all().any(|told| told.kind == MessageType::Error),
        }
    }
}
