//! Whether this application lives, and whether it can work.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::CONTENT_TYPE;

use crate::check::is_public_api;
use crate::visit::Visit;

/// `GET /health/alive`: this process answers.
pub(crate) async fn alive() -> Response {
    status(StatusCode::OK)
}

/// `GET /health/ready`: Kratos is ready too, and its public API is what is asked: the admin API would
/// say that it is ready as well. Asked at most once a second.
pub(crate) async fn ready(visit: Visit) -> Response {
    let kratos = &visit.account.kratos;
    let ask = async || match kratos.ready().send().await {
        Ok(_) => Ok(is_public_api(kratos).await),
        Err(error) => Ok(Err(error.to_string())),
    };
    match visit.account.ready.get((), ask).await {
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
