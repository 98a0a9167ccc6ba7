//! One id and one log line per request.

use std::time::Instant;

use axum::extract::Request;
use axum::http::header::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request, on its error page and in the log. Made here: a browser's is not believed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestId(pub(crate) Uuid);

/// What the operator should know about an answer. Never a cookie, token, password, code or trait.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cause {
    /// What happened.
    pub(crate) what: String,
    /// Kratos' error id.
    pub(crate) kratos_error: Option<String>,
    /// What is probably misconfigured.
    pub(crate) hint: Option<&'static str>,
}

/// Gives the request an id and logs how it went.
pub(crate) async fn log(mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let id = RequestId(Uuid::new_v4());
    request.extensions_mut().insert(id);
    let method = request.method().clone();
    // Without the query: it has flow ids and ways back.
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&id.0.to_string()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    let status = response.status().as_u16();
    let duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let cause = response.extensions_mut().remove::<Cause>().unwrap_or_default();
    macro_rules! line {
        ($level:ident) => {
            tracing::$level!(
                http.method = %method,
                http.path = path,
                http.status_code = status,
                duration_ms,
                request_id = %id.0,
                kratos.error_id = cause.kratos_error,
                cause = Some(cause.what).filter(|what| !what.is_empty()),
                hint = cause.hint,
                "request"
            )
        };
    }
    match status {
        500.. => line!(error),
        400.. => line!(warn),
        _ if path.ends_with("/health/alive") || path.ends_with("/health/ready") => line!(debug),
        _ => line!(info),
    }
    response
}
