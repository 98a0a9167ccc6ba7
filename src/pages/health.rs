//! Whether this application lives, and whether it can work.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::CONTENT_TYPE;

use crate::visit::Visit;

/// `GET /health/alive`: this process answers.
pub(crate) async fn alive() -> Response {
    status(StatusCode::OK)
}

/// `GET /health/ready`: Kratos is ready too. Asked at most once a second.
pub(crate) async fn ready(visit: Visit) -> Response {
    let kratos = &visit.account.kratos;
    let ask = async { Ok(kratos.ready().send().await.map(drop).map_err(|error| error.to_string())) };
    match visit.account.pages.ready.get((), ask).await {
        Ok(()) => status(StatusCode::OK),
        Err(what) => {
            visit.told().cause.what = what;
            status(StatusCode::SERVICE_UNAVAILABLE)
        }
    }
}

/// The same shape as Kratos' own.
fn status(status: StatusCode) -> Response {
    let body = if status.is_success() { r#"{"status":"ok"}"# } else { r#"{"status":"unavailable"}"# };
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}
