//! Whose credentials these are: asking Kratos, once, and remembering for a while if wanted.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use http::Method;
use http::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderName, SET_COOKIE};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use url::Url;

use super::answer::{Answer, Asked};
use super::refusal::opens_a_page;
use super::requirement::{Requirement, Verdict};
use crate::account::Account;
use crate::config::Page;
use crate::flow::addresses::Login;
use crate::flow::detour::Meaning;
use crate::kratos::{Error, Kind, Request, Session, Start};
use crate::sessions::Key;
use crate::trace;

/// What tells who somebody is, and goes on to Kratos.
const CREDENTIALS: [HeaderName; 3] = [COOKIE, AUTHORIZATION, HeaderName::from_static("x-session-token")];

/// Asks whose credentials `headers` has. What is remembered is taken only if it will do: a person
/// may have gone further with the same cookie.
pub(crate) async fn ask(account: &Account, headers: &HeaderMap, requirement: &Requirement) -> Asked {
    let Some(key) = key(headers) else { return Answer::SignedOut.into() };
    if let Some(session) = account.sessions.get(&key, Instant::now()) {
        let answer = Answer::SignedIn(session);
        if requirement.verdict(&answer, Timestamp::now()) == Verdict::Pass {
            return Asked { remembered: true, ..answer.into() };
        }
    }
    let before = account.sessions.before();
    let bytes = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&bytes);
    let count = move |so_far: u64| counted.store(usize::try_from(so_far).unwrap_or(usize::MAX), Ordering::Relaxed);
    let whoami = account.kratos.whoami().on_received(move |progress| count(progress.bytes));
    let answer = by(headers, whoami).send().await;
    let from = answer.as_ref().map_or_else(Error::headers, |response| Some(response.headers()));
    let cookies = from.into_iter().flat_map(|headers| headers.get_all(SET_COOKIE)).cloned().collect();
    let answer = match answer {
        Ok(response) => response.data().map_or_else(|error| refused(&error), read),
        Err(error) => refused(&error),
    };
    match &answer {
        Answer::SignedIn(session) => {
            let now = (Instant::now(), Timestamp::now());
            account.sessions.put(key, session, bytes.load(Ordering::Relaxed), before, now);
        }
        Answer::SignedOut | Answer::SecondFactorRequired => account.sessions.forget_key(&key),
        Answer::Unavailable => {}
    }
    Asked { cookies, ..answer.into() }
}

/// What a browser that opens a page and lacks the second factor is to do: whether there is any to show, Kratos tells
/// nobody but who begins to. Where that sends a code at once, its flow is the one to go on with.
pub(crate) async fn step_up(
    account: &Account,
    verdict: Verdict,
    asked: &mut Asked,
    method: &Method,
    headers: &HeaderMap,
    url: &Url,
) -> Verdict {
    let lacks_factor = verdict == Verdict::SignIn(Login::SecondFactor) && matches!(asked.answer, Answer::SignedIn(_));
    if !lacks_factor || !opens_a_page(method, headers) {
        return verdict;
    }
    let start = Start::new(Kind::Login).with("aal", "aal2").with("return_to", url.as_str());
    let Ok(answer) = by(headers, account.kratos.start(&start)).send().await else { return verdict };
    let Ok(flow) = answer.data() else { return verdict };
    let serves = |kind| account.config.pages.contains(&Page::Flow(kind));
    if flow.ui.nodes.iter().all(|node| node.attributes.name == "csrf_token") && serves(Kind::Settings) {
        return Verdict::AddFactor;
    }
    if flow.state.as_deref() == Some("sent_email") && serves(Kind::Login) {
        asked.cookies.extend(answer.headers().get_all(SET_COOKIE).iter().cloned());
        return Verdict::EnterCode(flow.id);
    }
    verdict
}

/// A question to Kratos with the credentials of `headers`, as a part of their trace.
fn by<T>(headers: &HeaderMap, mut request: Request<T>) -> Request<T> {
    for name in CREDENTIALS {
        for value in headers.get_all(&name) {
            request = request.header(name.clone(), value.clone());
        }
    }
    for (name, value) in trace::headers(headers) {
        request = request.header(name, value);
    }
    request
}

/// A logout of whoever these credentials are of begins: their session is remembered no more.
pub(crate) async fn leave(account: &Account, headers: &HeaderMap) {
    if !account.sessions.is_on() {
        return;
    }
    // It may be remembered under other cookies beside the same session's.
    if !leave_by_key(account, headers)
        && let Answer::SignedIn(session) = ask(account, headers, &Requirement::default()).await.answer
    {
        account.sessions.leave(session.id, Instant::now());
    }
}

/// The same, as far as it is known without asking. Whether it is.
pub(crate) fn leave_by_key(account: &Account, headers: &HeaderMap) -> bool {
    key(headers).is_some_and(|key| account.sessions.leave_by(&key, Instant::now()))
}

/// A hash of the credentials, if there are any.
fn key(headers: &HeaderMap) -> Option<Key> {
    let mut hash = Sha256::new();
    let mut any = false;
    for name in CREDENTIALS {
        for value in headers.get_all(&name) {
            any = true;
            hash.update(name.as_str());
            hash.update(value.as_bytes().len().to_le_bytes());
            hash.update(value.as_bytes());
        }
    }
    any.then(|| hash.finalize().into())
}

fn read(session: Session) -> Answer {
    if !session.active {
        return Answer::SignedOut;
    }
    // It goes into a header for services behind, where nothing must stand in for it.
    if session.identity.as_ref().is_some_and(|identity| !identity.id.is_nil()) {
        return Answer::SignedIn(Arc::new(session));
    }
    tracing::error!("Kratos answered a session without an identity");
    Answer::Unavailable
}

fn refused(error: &Error) -> Answer {
    match Meaning::of(error) {
        // The login says why where an account is switched off.
        Meaning::SignedOut { .. } | Meaning::SwitchedOff => Answer::SignedOut,
        Meaning::SecondFactor => Answer::SecondFactorRequired,
        Meaning::SignedIn
        | Meaning::Refresh
        | Meaning::OtherIdentity
        | Meaning::Unverified
        | Meaning::Csrf
        | Meaning::Forbidden
        | Meaning::Gone
        | Meaning::NotOffered
        | Meaning::ReturnTo
        | Meaning::BadRequest
        | Meaning::Elsewhere
        | Meaning::Busy { .. }
        | Meaning::Slow { .. }
        | Meaning::Overloaded
        | Meaning::Unreachable
        | Meaning::Broken => {
            tracing::error!(cause = %error, "a session could not be asked for");
            Answer::Unavailable
        }
    }
}
