//! Forms from other websites are refused.
//!
//! Kratos checks a token in most forms; this check stands before it, and where there is none.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::flow::problem::Problem;
use crate::visit::{Cause, Origin, Visit};

/// Refuses what changes something and comes from a page of another website.
pub(crate) async fn check(visit: Visit, request: Request, next: Next) -> Response {
    if request.method().is_safe() || visit.origin() != Origin::Foreign {
        return next.run(request).await;
    }
    visit.told().cause = Cause {
        what: "a form from another origin".to_owned(),
        hint: Some("if it is this application's own form, check that PUBLIC_URL is what the browser shows"),
        ..Cause::default()
    };
    Problem::Foreign.into_response()
}

/// Refuses what does not say that it comes from a page of ours: for what Kratos checks no token of.
pub(crate) fn must_be_own(visit: &Visit) -> Result<(), Problem> {
    if visit.origin() == Origin::Own { Ok(()) } else { Err(Problem::Foreign) }
}
