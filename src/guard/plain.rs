//! The guard's pages where the application has none: plain text.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use http::HeaderMap;

use crate::account::Account;
use crate::flow::problem::Problem;

/// What is wrong, in English.
#[expect(clippy::needless_pass_by_value, reason = "as where there are pages")]
pub(super) fn page(_: &Arc<Account>, _: &HeaderMap, problem: Problem, cause: &str, hint: Option<&str>) -> Response {
    tracing::error!(cause, hint, "the guard refuses a request");
    (problem.status(), cause.to_owned()).into_response()
}
