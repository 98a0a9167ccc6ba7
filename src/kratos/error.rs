//! Why there is no data: errors by meaning.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;

use super::flow::Flow;
use super::json::Json;
use super::lenient::{Object, Scalar, optional};
use super::refusal::Refusal;
use super::response::Answer;
use super::text::Str;

/// What is behind an error of the connection.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why a question to Kratos brought no data.
///
/// Neither `Debug` nor `Display` prints a body, a cookie, a token or a query.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// Kratos could not be reached; it has seen nothing of the request.
    Unreachable(Cause),
    /// No answer within the time limit.
    Timeout {
        /// Whether the request may have reached Kratos.
        sent: bool,
    },
    /// The connection ended before the answer was whole; the request may have reached Kratos.
    Interrupted(Cause),
    /// The caller gave up by its cancellation token.
    Cancelled,
    /// Too many requests of its kind are under way; Kratos has seen nothing of this one.
    Busy,
    /// The caller gave a header that cannot be one; Kratos has seen nothing of the request.
    InvalidHeader,
    /// The answer's status does not count as success.
    Refused(Box<Refusal>),
    /// The answer's status counts as success, but its body is not the data.
    Unreadable(Box<Unreadable>),
    /// The answer is larger than the limit. Its body is left out.
    TooLarge(Box<Answer>),
}

impl Error {
    /// The answer, where there was one.
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Refused(refusal) => Some(&refusal.answer),
            Self::Unreadable(unreadable) => Some(&unreadable.answer),
            Self::TooLarge(answer) => Some(answer),
            Self::Unreachable(_)
            | Self::Timeout { .. }
            | Self::Interrupted(_)
            | Self::Cancelled
            | Self::Busy
            | Self::InvalidHeader => None,
        }
    }

    /// A name for why there is no answer.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Unreachable(_) => "unreachable",
            Self::Timeout { .. } => "timeout",
            Self::Interrupted(_) => "interrupted",
            Self::Cancelled => "cancelled",
            Self::Busy => "busy",
            Self::InvalidHeader => "invalid",
            Self::Refused(_) | Self::Unreadable(_) | Self::TooLarge(_) => "answered",
        }
    }

    /// The answer's status, where there was an answer.
    pub fn status(&self) -> Option<http::StatusCode> {
        self.answer().map(Answer::status)
    }

    /// The headers of the answer, where there was one.
    pub fn headers(&self) -> Option<&http::HeaderMap> {
        self.answer().map(Answer::headers)
    }

    /// What Kratos said in refusing, where it did.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// Kratos' error id, where it gave one.
    pub fn id(&self) -> Option<&ErrorId> {
        self.refusal()?.id.as_ref()
    }

    /// The flow that was answered in place of what was asked for, with its messages: Kratos
    /// answers a form that it does not accept, or that leads to the next screen, by status 400
    /// and the flow.
    pub fn refused_flow(&self) -> Option<Flow<'_>> {
        self.refusal()?.refused_flow()
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
            Self::InvalidHeader => f.write_str("the question to Kratos has a header that cannot be one"),
            Self::Refused(refusal) => {
                write!(f, "Kratos answered {}", refusal.answer.status().as_u16())?;
                match &refusal.id {
                    Some(id) => write!(f, " {id}"),
                    None => Ok(()),
                }
            }
            Self::Unreadable(unreadable) => {
                let status = unreadable.answer.status().as_u16();
                write!(f, "Kratos' answer {status} is not what was asked for: {unreadable}")
            }
            Self::TooLarge(answer) => {
                write!(f, "Kratos' answer {} is too large", answer.status().as_u16())
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreachable(source) | Self::Interrupted(source) => Some(&**source),
            _ => None,
        }
    }
}

/// Where and how a body failed to be the data. Printed, it tells nothing of the body but the
/// names of its fields.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Unreadable {
    /// The answer.
    pub answer: Answer,
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
    /// Reads `text` again, slowly, to tell where it fails.
    pub(super) fn find<'a, T: Deserialize<'a>>(text: &'a str, error: &serde_json::Error, answer: &Answer) -> Self {
        let mut json = serde_json::Deserializer::from_str(text);
        match serde_path_to_error::deserialize::<_, T>(&mut json) {
            Err(error) => Self::at(error.path().to_string(), error.inner(), answer),
            Ok(_) => Self::at(".".to_owned(), error, answer),
        }
    }

    /// What `error` tells. Its own text may quote the body, so only its place is kept.
    fn at(path: String, error: &serde_json::Error, answer: &Answer) -> Self {
        let category = match error.classify() {
            serde_json::error::Category::Io => "io",
            serde_json::error::Category::Syntax => "syntax",
            serde_json::error::Category::Data => "data",
            serde_json::error::Category::Eof => "eof",
        };
        Self { answer: answer.clone(), path, category, line: error.line(), column: error.column() }
    }

    /// The body is no text, so no JSON.
    pub(super) fn not_utf8(answer: &Answer) -> Self {
        Self { answer: answer.clone(), path: ".".to_owned(), category: "syntax", line: 1, column: 1 }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} error at {} (line {}, column {})", self.category, self.path, self.line, self.column)
    }
}

/// What is wrong, as Kratos puts it (herodot's error). All of it may be missing.
///
/// Message, reason and details are for the operator: not for a page, nor for a log, for they may
/// quote values.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct GenericError<'a> {
    /// What is wrong, for programs. The settings flow's 401, 404 and 410 have none.
    #[serde(deserialize_with = "optional")]
    pub id: Option<ErrorId>,
    /// The status.
    #[serde(deserialize_with = "optional")]
    pub code: Option<u16>,
    /// The status' name.
    #[serde(borrow, deserialize_with = "optional")]
    pub status: Option<Str<'a>>,
    /// What is wrong.
    #[serde(borrow, deserialize_with = "optional")]
    pub message: Option<Str<'a>>,
    /// Why.
    #[serde(borrow, deserialize_with = "optional")]
    pub reason: Option<Str<'a>>,
    /// More, of any shape.
    #[serde(borrow)]
    pub details: Option<Json<'a>>,
}

impl<'de: 'a, 'a> Object<'de> for GenericError<'a> {}

impl fmt::Debug for GenericError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GenericError").field("id", &self.id).field("code", &self.code).finish_non_exhaustive()
    }
}

macro_rules! error_ids {
    ($($variant:ident $id:literal $doc:literal),+ $(,)?) => {
        /// What is wrong, for programs (`error.id`; Kratos `text/id.go`).
        #[derive(Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum ErrorId {
            $(#[doc = concat!("`", $id, "`: ", $doc)] $variant,)+
            /// An id this version does not know.
            Other(String),
        }

        impl Scalar<'_> for ErrorId {
            fn of_text(id: Cow<'_, str>) -> Option<Self> {
                match &*id {
                    "" => None,
                    $($id => Some(Self::$variant),)+
                    _ => Some(Self::Other(id.into_owned())),
                }
            }
        }

        /// Prints the id, as [`Display`](fmt::Display) does.
        impl fmt::Debug for ErrorId {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
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
    InvalidConfiguration "invalid_configuration" "the operator has not set up what was asked for.",
    IdentityDisabled "identity_disabled" "the account is switched off (newer than v26.2.0).",
}
