//! How large a form may be, and how long it may take to arrive.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::pages::problem::Problem;

/// The most bytes of a form.
const MOST: usize = 1024 * 1024;

/// How long a form may take to arrive.
const TIME: Duration = Duration::from_secs(30);

/// The media type of forms.
pub(crate) const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// The body of a form as it came.
pub(crate) struct FormBody(pub(crate) Bytes);

impl<S: Sync> FromRequest<S> for FormBody {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        if !is_form(request.headers()) {
            return Err(Problem::not_a_form());
        }
        let declared = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        if declared.is_some_and(|length: u64| length > MOST as u64) {
            return Err(Problem::too_large());
        }
        let body: Limited<Body> = Limited::new(request.into_body(), MOST);
        match tokio::time::timeout(TIME, body.collect()).await {
            Ok(Ok(body)) => Ok(Self(body.to_bytes())),
            Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Problem::too_large()),
            Ok(Err(_)) | Err(_) => Err(Problem::upload_too_slow()),
        }
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let media_type = headers.get(CONTENT_TYPE).and_then(|media_type| media_type.to_str().ok()).unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case(FORM.to_str().unwrap_or_default())
}
