//! `/error`: what went wrong elsewhere, in plain words.
//!
//! Kratos leads here with `?id=`, Hydra (`urls.error`) with `?error=`. Neither's own text is shown: a
//! link carries whatever its maker wrote, and Kratos' may quote values.

use http::StatusCode;

use crate::flow::detour::{Back, Call, Detour, Meaning};
use crate::flow::problem::Problem;
use crate::kratos::{FlowError, Kind, Start};
use crate::visit::Visit;

/// `GET /error?id=ID` or `?error=CODE`. What went wrong elsewhere did not go wrong here: a reverse proxy
/// that has pages of its own for errors must not put them in the place of this one.
pub(crate) async fn show(visit: Visit) -> (StatusCode, Problem) {
    (StatusCode::OK, told(&visit).await)
}

async fn told(visit: &Visit) -> Problem {
    if visit.value("error").is_some() {
        "an OAuth2 error of an application's sign-in".clone_into(&mut visit.told().cause.what);
        return Problem::Application;
    }
    let id = visit.value("id").and_then(|id| id.parse().ok());
    let Some(id) = id else { return Problem::Elsewhere };
    let none = Start::new(Kind::Settings);
    let back = Back::Flow(&none, None);
    match visit.send(visit.account.kratos.error(id), Call::Read).await {
        Ok(answer) => match answer.data() {
            Ok(error) => problem(visit, &error),
            Err(_) => Problem::Elsewhere,
        },
        Err(error) if Meaning::of(&error) == Meaning::Gone => Problem::Elsewhere,
        Err(error) => match visit.detour(&error, Call::Read, back) {
            Detour::Problem(problem) => problem,
            _ => Problem::Elsewhere,
        },
    }
}

fn problem(visit: &Visit, error: &FlowError<'_>) -> Problem {
    let status = error.error.code.and_then(|code| StatusCode::from_u16(code).ok()).unwrap_or_default();
    let mut told = visit.told();
    told.cause.what = format!("Kratos showed an error, {}", status.as_u16());
    told.cause.kratos_error.clone_from(&error.error.id);
    drop(told);
    match Meaning::of_answer(status, error.error.id.as_ref()) {
        Meaning::SignedOut { named: true } | Meaning::SecondFactor | Meaning::Refresh | Meaning::SignedIn => {
            Problem::SignInFirst
        }
        // Kratos names no id where an account is switched off.
        Meaning::SignedOut { named: false } | Meaning::SwitchedOff => Problem::SwitchedOff,
        Meaning::OtherIdentity => Problem::OtherIdentity,
        Meaning::Unverified => Problem::Unverified,
        Meaning::Csrf => Problem::FormNotRecognised,
        Meaning::ReturnTo => Problem::ReturnToForbidden,
        Meaning::NotOffered => Problem::NotOffered,
        Meaning::Gone => Problem::Outdated,
        Meaning::Forbidden => Problem::Forbidden,
        Meaning::BadRequest => Problem::Provider,
        Meaning::Busy { .. } | Meaning::Overloaded => Problem::Busy { retry_after: None },
        Meaning::Elsewhere | Meaning::Slow { .. } | Meaning::Unreachable | Meaning::Broken => Problem::Elsewhere,
    }
}
