//! Whether a session will do.

use std::cmp::Ordering;
use std::time::Duration;

use jiff::Timestamp;
use uuid::Uuid;

use super::answer::Answer;
use crate::flow::addresses::Login;
use crate::kratos::{Aal, Session};

/// What a session must have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Requirement {
    pub(crate) aal: Option<Aal>,
    pub(crate) refresh_within: Option<Duration>,
    pub(crate) verified_address: bool,
    pub(crate) optional: bool,
}

/// What comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It will do.
    Pass,
    /// The person must sign in, in this way.
    SignIn(Login),
    /// The person must show the second factor in this flow, whose code is on its way.
    EnterCode(Uuid),
    /// The person has no second factor, and must add one.
    AddFactor,
    /// The person must verify an address.
    Verify,
    /// Nothing that the person can do will do: a level is asked for, or had, that this version does
    /// not know.
    Refused,
    /// Kratos cannot be asked.
    Unavailable,
}

impl Requirement {
    /// Whether what Kratos said of the credentials will do at this time.
    pub(crate) fn verdict(&self, answer: &Answer, now: Timestamp) -> Verdict {
        match answer {
            Answer::Unavailable => Verdict::Unavailable,
            Answer::SignedOut | Answer::SecondFactorRequired if self.optional => Verdict::Pass,
            Answer::SignedOut => Verdict::SignIn(Login::First),
            Answer::SecondFactorRequired => Verdict::SignIn(Login::SecondFactor),
            Answer::SignedIn(session) => self.verdict_on(session, now),
        }
    }

    fn verdict_on(&self, session: &Session, now: Timestamp) -> Verdict {
        if let Some(aal) = &self.aal {
            match session.aal.partial_cmp(aal) {
                Some(_) if session.aal.satisfies(aal) => {}
                Some(Ordering::Less) if *aal == Aal::Aal2 => return Verdict::SignIn(Login::SecondFactor),
                Some(Ordering::Less) => return Verdict::SignIn(Login::Again),
                // Also where both are the same unknown one.
                Some(Ordering::Equal | Ordering::Greater) | None => return Verdict::Refused,
            }
        }
        if let Some(age) = self.refresh_within
            && !is_recent(session, age, now)
        {
            return Verdict::SignIn(Login::Again);
        }
        let addresses = session.identity.iter().flat_map(|identity| &identity.verifiable_addresses);
        if self.verified_address && !addresses.into_iter().any(|address| address.verified) {
            return Verdict::Verify;
        }
        Verdict::Pass
    }
}

/// Whether somebody signed in, or did so again, at most so long ago.
pub(crate) fn is_recent(session: &Session, age: Duration, now: Timestamp) -> bool {
    session.authenticated_at.as_ref().is_some_and(|at| is_within(at.as_str(), age, now))
}

/// Whether an RFC 3339 date-time is at most so long ago. A clock that is behind makes it fresh.
fn is_within(at: &str, age: Duration, now: Timestamp) -> bool {
    let Ok(at) = at.parse::<Timestamp>() else { return false };
    now.as_second().saturating_sub(at.as_second()) <= i64::try_from(age.as_secs()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn session(aal: &str, verified: bool) -> Answer {
        Answer::SignedIn(Arc::new(
            serde_json::from_str(&serde_json::json!({
                "id": uuid::Uuid::nil(), "active": true, "authenticator_assurance_level": aal, "authenticated_at": "2026-11-24T10:00:00Z",
                "identity": {"id": uuid::Uuid::max(), "traits": {}, "verifiable_addresses": [{"value": "a", "verified": verified}]},
            }).to_string())
            .unwrap(),
        ))
    }

    #[test]
    fn every_answer_has_its_verdict() {
        let now: Timestamp = "2026-11-24T10:05:00Z".parse().unwrap();
        let plain = Requirement::default();
        let aal2 = Requirement { aal: Some(Aal::Aal2), ..Requirement::default() };
        let aal = |name: &str| Requirement { aal: Some(Aal::from(name)), ..Requirement::default() };
        let fresh = |minutes: u64| Requirement {
            refresh_within: Some(Duration::from_secs(minutes * 60)),
            ..Requirement::default()
        };
        let verified = Requirement { verified_address: true, ..Requirement::default() };
        let optional = Requirement { optional: true, ..Requirement::default() };
        let sign_in = Verdict::SignIn;
        for (requirement, answer, verdict) in [
            (&plain, Answer::SignedOut, sign_in(Login::First)),
            (&plain, Answer::SecondFactorRequired, sign_in(Login::SecondFactor)),
            (&plain, Answer::Unavailable, Verdict::Unavailable),
            (&plain, session("aal1", false), Verdict::Pass),
            (&aal2, Answer::SignedOut, sign_in(Login::First)),
            (&aal2, session("aal1", true), sign_in(Login::SecondFactor)),
            (&aal2, session("aal2", true), Verdict::Pass),
            (&aal("aal1"), session("aal1", true), Verdict::Pass),
            (&aal("aal1"), session("aal2", true), Verdict::Pass),
            (&aal("aal1"), session("aal0", true), sign_in(Login::Again)),
            (&aal("aal0"), session("aal1", true), Verdict::Pass),
            (&aal("aal2"), session("aal0", true), sign_in(Login::SecondFactor)),
            (&aal("aal2"), session("aal3", true), Verdict::Refused),
            (&aal("aal2"), session("AAL2", true), Verdict::Refused),
            (&aal("AAL2"), session("aal2", true), Verdict::Refused),
            (&aal("AAL2"), session("AAL2", true), Verdict::Refused),
            (&aal("aal3"), session("aal2", true), Verdict::Refused),
            (&aal("aal3"), session("aal3", true), Verdict::Refused),
            (&aal(""), session("aal2", true), Verdict::Refused),
            (&aal("aal3"), Answer::SignedOut, sign_in(Login::First)),
            (&plain, session("aal3", true), Verdict::Pass),
            (&fresh(5), session("aal1", true), Verdict::Pass),
            (&fresh(4), session("aal1", true), sign_in(Login::Again)),
            (&verified, session("aal1", false), Verdict::Verify),
            (&verified, session("aal1", true), Verdict::Pass),
            (&optional, Answer::SignedOut, Verdict::Pass),
            (&optional, Answer::SecondFactorRequired, Verdict::Pass),
            (&optional, Answer::Unavailable, Verdict::Unavailable),
        ] {
            assert_eq!(requirement.verdict(&answer, now), verdict, "{requirement:?} {answer:?}");
        }
    }
}
