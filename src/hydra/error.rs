//! Why Hydra gave no data: errors by meaning.

use std::fmt;

use http::StatusCode;

use super::model::RedirectTo;
use crate::kratos;

/// Why a question to Hydra brought no data. It prints no challenge, body or query.
#[derive(Debug)]
pub(crate) enum Error {
    /// No such challenge: it is forged, or another Hydra's.
    Unknown,
    /// The challenge has been answered already. Hydra may say where it all began.
    Used {
        /// The application's request, from its beginning.
        request_url: Option<String>,
    },
    /// The challenge was not answered in time.
    Outdated,
    /// No answer, or none that makes sense.
    Failed(kratos::Error),
}

impl From<kratos::Error> for Error {
    fn from(error: kratos::Error) -> Self {
        match error.status() {
            // A challenge that it cannot decrypt is a bad request to some versions.
            Some(StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST) => Self::Unknown,
            Some(StatusCode::GONE) => {
                let answer = error.answer().and_then(|answer| answer.read::<RedirectTo>().ok());
                Self::Used { request_url: answer.map(|answer| answer.redirect_to) }
            }
            Some(StatusCode::UNAUTHORIZED) => Self::Outdated,
            _ => Self::Failed(error),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("Hydra does not know the challenge"),
            Self::Used { .. } => f.write_str("Hydra's challenge has been used"),
            Self::Outdated => f.write_str("Hydra's challenge has expired"),
            Self::Failed(kratos::Error::Timeout { .. }) => f.write_str("Hydra did not answer in time"),
            Self::Failed(kratos::Error::Unreachable(_)) => f.write_str("Hydra cannot be reached"),
            Self::Failed(error) => match error.status() {
                Some(status) => write!(f, "Hydra answered {}, which is not what was asked for", status.as_u16()),
                None => f.write_str("Hydra's answer ended early"),
            },
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Failed(error) => std::error::Error::source(error),
            Self::Unknown | Self::Used { .. } | Self::Outdated => None,
        }
    }
}
