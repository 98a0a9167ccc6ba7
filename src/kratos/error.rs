//! Why there is no data: errors by meaning.

use std::fmt;

use super::answer::{Answer, Unreadable};
use super::flow::Flow;
use super::generic_error::ErrorId;
use super::refusal::Refusal;

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

impl From<Box<Unreadable>> for Error {
    fn from(unreadable: Box<Unreadable>) -> Self {
        Self::Unreadable(unreadable)
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
