//! How large a form may be, and how long it may take to arrive.

use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::flow::problem::Problem;
use crate::visit::Visit;

/// The media type of forms.
pub(crate) const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// The body of a form as it came.
pub(crate) struct FormBody(pub(crate) Bytes);

impl<S: Sync> FromRequest<S> for FormBody {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let limits = request.extensions().get::<Visit>().map(|visit| visit.account.config.limits.clone());
        let limits = limits.unwrap_or_default();
        if !is_form(request.headers()) {
            return Err(Problem::NotAForm);
        }
        let declared = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        if declared.is_some_and(|length: u64| usize::try_from(length).map_or(true, |length| length > limits.form_bytes))
        {
            return Err(Problem::TooLarge);
        }
        let body: Limited<Body> = Limited::new(request.into_body(), limits.form_bytes);
        match tokio::time::timeout(limits.form_time, body.collect()).await {
            Ok(Ok(body)) => Ok(Self(body.to_bytes())),
            Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Problem::TooLarge),
            Ok(Err(_)) | Err(_) => Err(Problem::UploadTooSlow),
        }
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let media_type = headers.get(CONTENT_TYPE).and_then(|media_type| media_type.to_str().ok()).unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case(FORM.to_str().unwrap_or_default())
}
