//! Whether this application lives, and whether it can work.

use std::time::{Duration, Instant};

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use tokio::sync::Mutex;

use crate::app::App;
use crate::layers::request::Cause;

/// How long Kratos' answer is remembered.
const REMEMBERED: Duration = Duration::from_secs(1);

/// When Kratos was last asked, and what kept it from being ready, if anything did.
#[derive(Debug, Default)]
pub(crate) struct Ready(Mutex<Option<(Instant, Result<(), String>)>>);

/// `GET /health/alive`: this process answers.
pub(crate) async fn alive() -> Response {
    status(StatusCode::OK)
}

/// `GET /health/ready`: Kratos is ready too. Asked at most once a second.
pub(crate) async fn ready(State(app): State<App>) -> Response {
    let mut last = app.ready.0.lock().await;
    let known = match last.as_ref() {
        Some((at, known)) if at.elapsed() < REMEMBERED => known.clone(),
        _ => {
            let known = app
                .kratos
                .ready()
                .send()
                .await
                .and_then(|answer| answer.data().map(drop))
                .map_err(|error| error.to_string());
            *last = Some((Instant::now(), known.clone()));
            known
        }
    };
    drop(last);
    match known {
        Ok(()) => status(StatusCode::OK),
        Err(what) => {
            let mut response = status(StatusCode::SERVICE_UNAVAILABLE);
            response.extensions_mut().insert(Cause { what, ..Cause::default() });
            response
        }
    }
}

/// The same shape as Kratos' own.
fn status(status: StatusCode) -> Response {
    let body = if status.is_success() { r#"{"status":"ok"}"# } else { r#"{"status":"unavailable"}"# };
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}
