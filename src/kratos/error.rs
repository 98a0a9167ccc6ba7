//! Why there is no data: errors by meaning.

use std::fmt;

use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::flow::Flow;
use super::json::{Json, lenient};
use super::response::Response;

/// Why a question to Kratos brought no data.
///
/// Neither `Debug` nor `Display` prints a body, a cookie, a token or a query.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// Kratos could not be reached; it has seen nothing of the request.
    Unreachable(reqwest::Error),
    /// No answer within the time limit.
    Timeout {
        /// Whether the request may have reached Kratos.
        sent: bool,
    },
    /// The connection ended before the answer was whole; the request may have reached Kratos.
    Interrupted(reqwest::Error),
    /// The caller gave up by its cancellation token.
    Cancelled,
    /// Too many requests of its kind are under way; Kratos has seen nothing of this one.
    Busy,
    /// The answer's status does not count as success.
    Refused(Box<Response<Refusal>>),
    /// The answer's status counts as success, but its body is not the data.
    Unreadable(Box<Response<Unreadable>>),
    /// The answer is larger than the limit.
    TooLarge(Box<Response<()>>),
}

impl Error {
    /// The answer's status, where there was an answer.
    pub fn status(&self) -> Option<http::StatusCode> {
        match self {
            Self::Refused(response) => Some(response.status()),
            Self::Unreadable(response) => Some(response.status()),
            Self::TooLarge(response) => Some(response.status()),
            Self::Unreachable(_) | Self::Timeout { .. } | Self::Interrupted(_) | Self::Cancelled | Self::Busy => None,
        }
    }

    /// Kratos' error id, where it gave one.
    pub fn id(&self) -> Option<&ErrorId> {
        match self {
            Self::Refused(response) => response.data().id.as_ref(),
            _ => None,
        }
    }

    /// The headers of the answer, where there was one.
    pub fn headers(&self) -> Option<&http::HeaderMap> {
        match self {
            Self::Refused(response) => Some(response.headers()),
            Self::Unreadable(response) => Some(response.headers()),
            Self::TooLarge(response) => Some(response.headers()),
            Self::Unreachable(_) | Self::Timeout { .. } | Self::Interrupted(_) | Self::Cancelled | Self::Busy => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(_) => f.write_str("Kratos cannot be reached"),
            Self::Timeout { sent: true } => f.write_str("Kratos did not answer in time"),
            Self::Timeout { sent: false } => f.write_str("Kratos could not be asked in time"),
            Self::Interrupted(_) => f.write_str("Kratos' answer ended early"),
            Self::Cancelled => f.write_str("the question to Kratos was cancelled"),
            Self::Busy => f.write_str("too many questions to Kratos are under way"),
            Self::Refused(response) => {
                write!(f, "Kratos answered {}", response.status().as_u16())?;
                match &response.data().id {
                    Some(id) => write!(f, " {id}"),
                    None => Ok(()),
                }
            }
            Self::Unreadable(response) => {
                write!(
                    f,
                    "Kratos' answer {} is not what was asked for: {}",
                    response.status().as_u16(),
                    response.data()
                )
            }
            Self::TooLarge(response) => {
                write!(f, "Kratos' answer {} is too large", response.status().as_u16())
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreachable(source) | Self::Interrupted(source) => Some(source),
            _ => None,
        }
    }
}

/// Where and how a body failed to be the data. It holds nothing of the body but the names of
/// its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unreadable {
    /// The JSON path of the failure, as `ui.nodes[3].type`; `.` for the whole.
    pub path: String,
    /// What kind of failure it was: `syntax`, `data` or `eof`.
    pub category: &'static str,
    /// The line of the body, from 1.
    pub line: usize,
    /// The column of that line, from 1.
    pub column: usize,
}

impl Unreadable {
    /// Reads `body` again, slowly, to tell where it fails.
    pub(super) fn find<T: serde::de::DeserializeOwned>(body: &[u8]) -> Option<Self> {
        let mut json = serde_json::Deserializer::from_slice(body);
        match serde_path_to_error::deserialize::<_, T>(&mut json) {
            Err(error) => Some(Self { path: error.path().to_string(), ..Self::at(error.inner()) }),
            Ok(_) => None,
        }
    }

    /// What `error` tells. Its own text may quote the body, so only its place is kept.
    pub(super) fn at(error: &serde_json::Error) -> Self {
        Self {
            path: ".".to_owned(),
            category: match error.classify() {
                serde_json::error::Category::Io => "io",
                serde_json::error::Category::Syntax => "syntax",
                serde_json::error::Category::Data => "data",
                serde_json::error::Category::Eof => "eof",
            },
            line: error.line(),
            column: error.column(),
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} error at {} (line {}, column {})", self.category, self.path, self.line, self.column)
    }
}

/// The body of a refusal (herodot's error with Kratos' additions), flattened.
///
/// All of it may be missing: the status decides first, the id second.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Refusal {
    /// What is wrong, for programs. The settings flow's 401, 404 and 410 have none.
    pub id: Option<ErrorId>,
    /// What is wrong, for the operator. Not for a page, nor for a log: it may quote values.
    pub message: Option<Json>,
    /// Why, for the operator; likewise.
    pub reason: Option<Json>,
    /// More, of any shape; likewise.
    pub details: Option<Json>,
    /// Where the browser should go.
    pub redirect_browser_to: Option<String>,
    /// The flow to use instead.
    pub use_flow_id: Option<Uuid>,
    /// The flow, with its messages: a form that was not accepted is answered 400 with the flow
    /// itself.
    pub flow: Option<Box<Flow>>,
    /// `details.return_to`: the way back of the flow that has ended.
    pub return_to: Option<String>,
}

impl Refusal {
    /// Reads what can be read of `body`; anything else is an empty refusal.
    pub(crate) fn read(body: &[u8]) -> Self {
        #[derive(Default, Deserialize)]
        struct Body {
            #[serde(default, deserialize_with = "lenient")]
            error: Detail,
            #[serde(default, deserialize_with = "lenient")]
            redirect_browser_to: Option<String>,
            #[serde(default, deserialize_with = "lenient")]
            use_flow_id: Option<Uuid>,
        }
        #[derive(Default, Deserialize)]
        struct Detail {
            #[serde(default, deserialize_with = "lenient")]
            id: Option<String>,
            message: Option<Json>,
            reason: Option<Json>,
            details: Option<Json>,
        }
        let Body { error, redirect_browser_to, use_flow_id } = serde_json::from_slice(body).unwrap_or_default();
        let flow = serde_json::from_slice(body).ok().map(Box::new);
        let details: Map<String, Value> = error.details.as_ref().and_then(Json::read).unwrap_or_default();
        let detail = |key: &str| Some(details.get(key)?.as_str()?.to_owned()).filter(|text| !text.is_empty());
        Self {
            id: error.id.filter(|id| !id.is_empty()).map(ErrorId::from),
            message: error.message,
            reason: error.reason,
            redirect_browser_to: redirect_browser_to
                .filter(|target| !target.is_empty())
                .or_else(|| detail("redirect_browser_to")),
            use_flow_id,
            flow,
            return_to: detail("return_to"),
            details: error.details,
        }
    }
}

macro_rules! error_ids {
    ($($variant:ident $id:literal $doc:literal),+ $(,)?) => {
        /// What is wrong, for programs (`error.id`; Kratos `text/id.go`).
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum ErrorId {
            $(#[doc = concat!("`", $id, "`: ", $doc)] $variant,)+
            /// An id this version does not know.
            Other(String),
        }

        impl From<String> for ErrorId {
            fn from(id: String) -> Self {
                match id.as_str() {
                    $($id => Self::$variant,)+
                    _ => Self::Other(id),
                }
            }
        }

        impl fmt::Display for ErrorId {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Self::$variant => $id,)+
                    // From outside, so kept to what an id can be before it reaches a log.
                    Self::Other(id) if id.len() < 100 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') => id,
                    Self::Other(_) => "other",
                })
            }
        }
    };
}

error_ids! {
    SessionInactive "session_inactive" "nobody is signed in.",
    SessionAal1Required "session_aal1_required" "a second factor was asked for, but nobody is signed in.",
    SessionAal2Required "session_aal2_required" "the session lacks its second factor.",
    SessionAalAlreadyFulfilled "session_aal_already_fulfilled" "the session has the asked level already.",
    SessionAlreadyAvailable "session_already_available" "somebody is signed in already.",
    SessionRefreshRequired "session_refresh_required" "the sign-in is too long ago for this change.",
    SessionVerifiedAddressRequired "session_verified_address_required" "an address must be verified first.",
    SecurityCsrfViolation "security_csrf_violation" "the form's token and the cookie do not match.",
    SecurityIdentityMismatch "security_identity_mismatch" "the flow is another identity's.",
    SelfServiceFlowDisabled "self_service_flow_disabled" "the operator has switched this flow off.",
    SelfServiceFlowExpired "self_service_flow_expired" "the flow has ended.",
    SelfServiceFlowReplaced "self_service_flow_replaced" "another flow has taken its place.",
    SelfServiceFlowReturnToForbidden "self_service_flow_return_to_forbidden" "the way back is not on the allow-list.",
    BrowserLocationChangeRequired "browser_location_change_required" "the browser must go elsewhere.",
    IdentityDisabled "identity_disabled" "the account is switched off (newer than v26.2.0).",
}
