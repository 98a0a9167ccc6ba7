//! The guard's pages: those of the application.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::{HeaderMap, Uri};

use crate::account::Account;
use crate::flow::problem::Problem;
use crate::layers::answer::finish;
use crate::visit::Visit;

/// The page of a problem in the reader's language, with the id that the log has it by.
pub(super) fn page(
    account: &Arc<Account>,
    headers: &HeaderMap,
    problem: Problem,
    cause: &str,
    hint: Option<&str>,
) -> Response {
    let visit = Visit::by(account, &Uri::from_static("/"), headers, None);
    tracing::error!(request_id = %visit.id, cause, hint, "the guard refuses a request");
    finish(&visit, problem.into_response())
}
