//! Self-service flows (Kratos `selfservice/flow`).

use serde::{Deserialize, Deserializer, de};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::continue_with::ContinueWith;
use super::error::GenericError;
use super::identity::Identity;
use super::json::Json;
use super::lenient::{Object, all, boxed, object, object_or_default, objects, optional, scalar, texts};
use super::message::Message;
use super::node::Node;
use super::session::{Aal, Session};
use super::text::{Str, Time};

/// A self-service flow of any kind, as `GET /self-service/…/flows?id=` and a submission
/// answer it. What this version does not know of it is in the answer's
/// [text](super::Answer::text).
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Flow<'a> {
    /// The flow's id. After a success [`Ui::action`] names the flow that follows it instead.
    pub id: Uuid,
    /// `browser` or `api`.
    #[serde(default, borrow)]
    pub r#type: Str<'a>,
    /// When it ends.
    #[serde(default, deserialize_with = "optional")]
    pub expires_at: Option<Time>,
    /// When it began.
    #[serde(default, deserialize_with = "optional")]
    pub issued_at: Option<Time>,
    /// The URL it was started with, as Kratos saw it.
    #[serde(default, borrow)]
    pub request_url: Str<'a>,
    /// Where the person wants to go afterwards; Kratos has allowed it.
    #[serde(default, borrow, deserialize_with = "optional")]
    pub return_to: Option<Str<'a>>,
    /// The method in use, where Kratos tells.
    #[serde(default, borrow, deserialize_with = "optional")]
    pub active: Option<Str<'a>>,
    /// The page.
    #[serde(borrow)]
    pub ui: Ui<'a>,
    /// Whose settings these are; settings flows only.
    #[serde(default, borrow, deserialize_with = "object")]
    pub identity: Option<Identity<'a>>,
    /// `show_form`, `success`, `choose_method`, `sent_email`, `passed_challenge`, …
    #[serde(default, borrow, deserialize_with = "optional")]
    pub state: Option<Str<'a>>,
    /// What to do next; only in the answer to a submission, never stored.
    #[serde(default, deserialize_with = "objects")]
    pub continue_with: Vec<ContinueWith>,
    /// Login: whether somebody who is signed in shows again that it is them.
    #[serde(default, deserialize_with = "scalar")]
    pub refresh: bool,
    /// Login: the level it leads to.
    #[serde(default, deserialize_with = "optional")]
    pub requested_aal: Option<Aal>,
    /// Login, registration: the schema they were started for, where it was not the default one.
    #[serde(default, borrow, deserialize_with = "optional")]
    pub identity_schema: Option<Str<'a>>,
    /// Login, registration: the organization (commercial editions).
    #[serde(default, deserialize_with = "optional")]
    pub organization_id: Option<Uuid>,
    /// Login, registration: the challenge of the OAuth 2 server that asks.
    #[serde(default, borrow, deserialize_with = "optional")]
    pub oauth2_login_challenge: Option<Str<'a>>,
    /// Login, registration: what the OAuth 2 server asks for, and for whom.
    #[serde(default, borrow, deserialize_with = "boxed")]
    pub oauth2_login_request: Option<Box<OAuth2LoginRequest<'a>>>,
    /// What was sent along for web hooks and mail templates.
    #[serde(default, borrow)]
    pub transient_payload: Option<Json<'a>>,
}

/// A flow's page (Kratos `ui/container`).
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct Ui<'a> {
    /// Where its forms go.
    #[serde(default, borrow)]
    pub action: Str<'a>,
    /// By which method.
    #[serde(default, borrow)]
    pub method: Str<'a>,
    /// Its elements, in Kratos' order.
    #[serde(default, borrow, deserialize_with = "all")]
    pub nodes: Vec<Node<'a>>,
    /// What Kratos has to say about the whole.
    #[serde(default, borrow, deserialize_with = "objects")]
    pub messages: Vec<Message<'a>>,
}

/// What an OAuth 2 server asks for (Ory Hydra `OAuth2LoginRequest`).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct OAuth2LoginRequest<'a> {
    /// The application that asks.
    #[serde(borrow, deserialize_with = "object")]
    pub client: Option<OAuth2Client<'a>>,
    /// What it asks for.
    #[serde(borrow, deserialize_with = "texts")]
    pub requested_scope: Vec<Str<'a>>,
    /// Whether the OAuth 2 server knows who it is, so that nobody need be asked.
    #[serde(deserialize_with = "scalar")]
    pub skip: bool,
    /// Whom the OAuth 2 server knows; empty for nobody.
    #[serde(borrow)]
    pub subject: Str<'a>,
    /// The URL at the OAuth 2 server that it all began with.
    #[serde(borrow)]
    pub request_url: Str<'a>,
}

impl<'de: 'a, 'a> Object<'de> for OAuth2LoginRequest<'a> {}

/// An application that asks by OAuth 2. All of it is the application's own to say: texts to be
/// escaped, and URLs to be checked.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct OAuth2Client<'a> {
    /// Its id.
    #[serde(borrow)]
    pub client_id: Str<'a>,
    /// What people call it.
    #[serde(borrow, deserialize_with = "optional")]
    pub client_name: Option<Str<'a>>,
    /// Its page.
    #[serde(borrow, deserialize_with = "optional")]
    pub client_uri: Option<Str<'a>>,
    /// Its picture.
    #[serde(borrow, deserialize_with = "optional")]
    pub logo_uri: Option<Str<'a>>,
    /// How it treats data.
    #[serde(borrow, deserialize_with = "optional")]
    pub policy_uri: Option<Str<'a>>,
    /// Its terms.
    #[serde(borrow, deserialize_with = "optional")]
    pub tos_uri: Option<Str<'a>>,
    /// Whether its operator wants nobody to be asked for consent.
    #[serde(deserialize_with = "scalar")]
    pub skip_consent: bool,
    /// Whether its operator wants nobody to be asked before signing out.
    #[serde(deserialize_with = "scalar")]
    pub skip_logout_consent: bool,
}

impl<'de: 'a, 'a> Object<'de> for OAuth2Client<'a> {}

/// What a submission brought.
///
/// Settings, recovery and verification answer with the flow, login with the session, and
/// registration with the identity, and the session if it begins one.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Submitted<'a> {
    /// The flow, as it goes on.
    pub flow: Option<Flow<'a>>,
    /// The session that has begun.
    pub session: Option<Session>,
    /// The identity that was made.
    pub identity: Option<Identity<'a>>,
    /// What to do next, in Kratos' order; what comes first is told by its
    /// [rank](ContinueWith::rank).
    pub continue_with: Vec<ContinueWith>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Submitted<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Done<'a> {
            #[serde(default)]
            ui: Option<de::IgnoredAny>,
            #[serde(default)]
            session: Option<Session>,
            #[serde(default, borrow, deserialize_with = "object")]
            identity: Option<Identity<'a>>,
            #[serde(default, deserialize_with = "objects")]
            continue_with: Vec<ContinueWith>,
        }
        // Which it is shows only at its end.
        let Some(body) = Option::<&RawValue>::deserialize(from)?.map(RawValue::get) else {
            return Ok(Self::default());
        };
        let Done { ui, session, identity, continue_with } = serde_json::from_str(body).map_err(unlike)?;
        if ui.is_none() {
            return Ok(Self { flow: None, session, identity, continue_with });
        }
        let mut flow: Flow<'de> = serde_json::from_str(body).map_err(unlike)?;
        let continue_with = std::mem::take(&mut flow.continue_with);
        Ok(Self { flow: Some(flow), session, identity: None, continue_with })
    }
}

/// An error that quotes nothing.
fn unlike<E: de::Error>(_: serde_json::Error) -> E {
    E::custom("not what a submission brings")
}

/// What went wrong in a flow that had no page to say so (`GET /self-service/errors?id=`).
#[derive(Clone, Debug, Deserialize)]
#[non_exhaustive]
pub struct FlowError<'a> {
    /// Its id; nil where Kratos gave none.
    #[serde(default, deserialize_with = "scalar")]
    pub id: Uuid,
    /// What it was.
    #[serde(default, borrow, deserialize_with = "object_or_default")]
    pub error: GenericError<'a>,
    /// When it happened.
    #[serde(default, deserialize_with = "optional")]
    pub created_at: Option<Time>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "optional")]
    pub updated_at: Option<Time>,
}
