//! What Kratos says of credentials.

use std::sync::Arc;

use http::HeaderValue;

use crate::kratos::Session;

/// What Kratos says of a request's credentials.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// They are this session's, which is somebody's.
    SignedIn(Arc<Session>),
    /// They are nobody's, or there are none.
    SignedOut,
    /// They are somebody's whose second factor is still to come.
    SecondFactorRequired,
    /// Kratos cannot be asked, or makes no sense.
    Unavailable,
}

/// An answer, and where it is from.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) answer: Answer,
    /// Whether it is one of a while ago.
    pub(crate) remembered: bool,
    /// The browser's, to be handed on whatever it gets.
    pub(crate) cookies: Vec<HeaderValue>,
}

impl From<Answer> for Asked {
    fn from(answer: Answer) -> Self {
        Self { answer, remembered: false, cookies: Vec::new() }
    }
}
