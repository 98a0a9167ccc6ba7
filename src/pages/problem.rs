//! Pages that say what is wrong and what to do.

use std::any::Any;

use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};

use url::Url;

use super::Shell;
use crate::app::App;
use crate::flow::outcome;
use crate::layers::reader::Reader;
use crate::layers::request::{Cause, RequestId};

/// Something that is wrong. As a response it has no body: [`render`] makes the page of it, so
/// that layers and handlers need to know neither words nor request.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    /// What is said: `problem-NAME-title` and `problem-NAME`.
    name: &'static str,
    /// What the link says that is offered.
    link: &'static str,
    retry_after: Option<HeaderValue>,
    /// Where the link leads, if not to the settings.
    page: Option<Url>,
}

impl Problem {
    const fn new(status: StatusCode, name: &'static str, link: &'static str) -> Self {
        Self { status, name, link, retry_after: None, page: None }
    }

    pub(crate) const fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", "to-settings")
    }

    /// Redirects went round in a circle.
    pub(crate) const fn going_in_circles() -> Self {
        Self::new(StatusCode::BAD_GATEWAY, "loop", "sign-in-again")
    }

    /// A form from another website.
    pub(crate) const fn foreign() -> Self {
        Self::new(StatusCode::FORBIDDEN, "foreign", "to-settings")
    }

    /// A body that is no form.
    pub(crate) const fn not_a_form() -> Self {
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-a-form", "to-settings")
    }

    /// A form of more bytes than one can have.
    pub(crate) const fn too_large() -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "to-settings")
    }

    /// A form that took too long to arrive.
    pub(crate) const fn upload_too_slow() -> Self {
        Self::new(StatusCode::REQUEST_TIMEOUT, "upload-slow", "to-settings")
    }

    /// More is under way than there is room for; it is worth another try in a moment.
    pub(crate) fn busy() -> Self {
        outcome::Problem::Busy { retry_after: Some(HeaderValue::from_static("1")) }.into()
    }

    #[cfg(test)]
    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    /// Lets the page's link lead to `page`.
    pub(crate) fn leading_to(mut self, page: Url) -> Self {
        self.page = Some(page);
        self
    }

    pub(crate) const fn internal() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "try-again")
    }
}

impl From<outcome::Problem> for Problem {
    fn from(problem: outcome::Problem) -> Self {
        use outcome::Problem as Kind;
        match problem {
            Kind::ReturnToForbidden => Self::new(StatusCode::BAD_REQUEST, "return-to", "to-settings"),
            Kind::FormNotRecognised => Self::new(StatusCode::FORBIDDEN, "form", "to-settings"),
            Kind::Forbidden => Self::new(StatusCode::FORBIDDEN, "forbidden", "to-settings"),
            Kind::Busy { retry_after } => {
                Self { retry_after, ..Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "try-again") }
            }
            Kind::TooSlow => Self::new(StatusCode::GATEWAY_TIMEOUT, "slow", "try-again"),
            Kind::Unavailable => Self::new(StatusCode::BAD_GATEWAY, "unavailable", "try-again"),
            Kind::NotSaved { slow } => Self::new(unanswered(slow), "not-saved", "back-to-form"),
            Kind::MaybeSaved { slow } => Self::new(unanswered(slow), "maybe-saved", "back-to-form"),
        }
    }
}

const fn unanswered(slow: bool) -> StatusCode {
    if slow { StatusCode::GATEWAY_TIMEOUT } else { StatusCode::BAD_GATEWAY }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        if let Some(retry_after) = &self.retry_after {
            response.headers_mut().insert(RETRY_AFTER, retry_after.clone());
        }
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "pages/problem.html")]
struct ProblemPage<'a> {
    shell: Shell<'a>,
    title: String,
    explanation: String,
    /// Where the link leads.
    href: String,
    link: &'static str,
    /// What to tell those who help.
    request_id: String,
}

/// Puts the page into each answer that is a [`Problem`].
pub(crate) async fn render(State(app): State<App>, request: Request, next: Next) -> Response {
    // Few answers need a page of this: who reads it and the id are made out only then.
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    let request_id = request.extensions().get::<RequestId>().copied();
    let mut response = next.run(request).await;
    let Some(problem) = response.extensions_mut().remove::<Problem>() else { return response };
    let reader = Reader::of(&app, &uri, &headers);
    let request_id = request_id.map(|id| id.0.to_string()).unwrap_or_default();
    let Some(html) = html(&app, &reader, problem, request_id) else { return response };
    let (mut head, body) = Html(html).into_response().into_parts();
    let (whole, _) = response.into_parts();
    head.status = whole.status;
    head.extensions = whole.extensions;
    head.headers.extend(whole.headers);
    Response::from_parts(head, body)
}

/// The page of a problem.
pub(crate) fn html(app: &App, reader: &Reader, problem: Problem, request_id: String) -> Option<String> {
    let page = ProblemPage {
        shell: Shell::of(app, reader),
        title: format!("problem-{}-title", problem.name),
        explanation: format!("problem-{}", problem.name),
        href: problem.page.unwrap_or_else(|| app.addresses.page("settings", None, None)).into(),
        link: problem.link,
        request_id: reader.words.text_with("request-id", &[("id", request_id.into())]),
    };
    page.render().ok()
}

/// What has no page.
pub(crate) async fn not_found() -> Problem {
    Problem::not_found()
}

/// What has a page, but not for this method.
pub(crate) async fn method_not_allowed() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method", "to-settings")
}

/// A defect of ours. What it says may quote anything, so it is not logged here.
pub(crate) fn panicked(_: Box<dyn Any + Send>) -> Response<Body> {
    let mut response = Problem::internal().into_response();
    response.extensions_mut().insert(Cause { what: "a handler panicked".to_owned(), ..Cause::default() });
    response
}
