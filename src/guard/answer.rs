//! Whose credentials these are: asking Kratos, once, and remembering for a while if wanted.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use http::StatusCode;
use http::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue, SET_COOKIE};
use sha2::{Digest, Sha256};

use crate::account::Account;
use crate::kratos::{Error, ErrorId, Session};

/// What tells who somebody is, and goes on to Kratos.
const CREDENTIALS: [HeaderName; 3] = [COOKIE, AUTHORIZATION, HeaderName::from_static("x-session-token")];

/// What Kratos says of a request's credentials.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// They are this session's.
    SignedIn(Arc<Session>),
    /// They are nobody's, or there are none.
    SignedOut,
    /// They are somebody's whose second factor is still to come.
    SecondFactorRequired,
    /// Kratos cannot be asked, or makes no sense.
    Unavailable,
}

/// How many sessions are remembered.
const MOST: usize = 10_000;

/// The sessions asked for of late, by a hash of the credentials. Off unless it is given a time.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    remembered: Duration,
    known: Mutex<HashMap<[u8; 32], Known>>,
}

/// When a session was asked for, and the session.
type Known = (Instant, Arc<Session>);

impl Cache {
    /// A cache that remembers for so long.
    pub(crate) fn new(remembered: Duration) -> Self {
        Self { remembered, known: Mutex::default() }
    }

    /// Forgets everything: somebody has signed out or ended sessions.
    pub(crate) fn clear(&self) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn get(&self, key: &[u8; 32]) -> Option<Arc<Session>> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, session) = known.get(key)?;
        (at.elapsed() < self.remembered).then(|| Arc::clone(session))
    }

    fn put(&self, key: [u8; 32], session: &Arc<Session>) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.retain(|_, (at, _)| at.elapsed() < self.remembered);
        }
        if known.len() < MOST {
            known.insert(key, (Instant::now(), Arc::clone(session)));
        }
    }

    fn is_on(&self) -> bool {
        !self.remembered.is_zero()
    }
}

/// Asks Kratos whose credentials `headers` has. The cookies are the browser's to be handed on.
pub(crate) async fn ask(account: &Account, headers: &HeaderMap) -> (Answer, Vec<HeaderValue>) {
    let mut request = account.kratos.whoami();
    let mut hash = Sha256::new();
    let mut any = false;
    for name in CREDENTIALS {
        for value in headers.get_all(&name) {
            any = true;
            hash.update(name.as_str());
            hash.update(value.as_bytes().len().to_le_bytes());
            hash.update(value.as_bytes());
            request = request.header(name.clone(), value.clone());
        }
    }
    if !any {
        return (Answer::SignedOut, Vec::new());
    }
    let key: [u8; 32] = hash.finalize().into();
    if account.sessions.is_on()
        && let Some(session) = account.sessions.get(&key)
    {
        return (Answer::SignedIn(session), Vec::new());
    }
    let answer = request.send().await;
    let error = match answer.and_then(|response| Ok((Arc::new(response.data()?), response))) {
        Ok((session, response)) => {
            let cookies = response.headers().get_all(SET_COOKIE).iter().cloned().collect();
            if !session.active {
                return (Answer::SignedOut, cookies);
            }
            if account.sessions.is_on() {
                account.sessions.put(key, &session);
            }
            return (Answer::SignedIn(session), cookies);
        }
        Err(error) => error,
    };
    let answer = match (error.status(), error.id()) {
        (Some(StatusCode::UNAUTHORIZED), _) if matches!(error, Error::Refused(_)) => Answer::SignedOut,
        (Some(StatusCode::FORBIDDEN), Some(ErrorId::SessionAal2Required)) => Answer::SecondFactorRequired,
        _ => {
            tracing::error!(cause = %error, "a session could not be asked for");
            Answer::Unavailable
        }
    };
    (answer, Vec::new())
}
