//! Outcomes as responses: redirects counted, cookies handed on, causes noted for the log.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{HeaderMap, HeaderName, HeaderValue, LOCATION, SET_COOKIE};
use axum::response::{Html, IntoResponse, Response};
use url::Url;

use super::Shell;
use super::problem::Problem;
use crate::app::App;
use crate::flow::outcome::Outcome;
use crate::flow::restart::{self, CIRCLE, Restarts};
use crate::kratos::Error;
use crate::layers::cookies;
use crate::layers::forwarded::Forwarded;
use crate::layers::reader::Reader;
use crate::layers::request::Cause;

const REFRESH: HeaderName = HeaderName::from_static("refresh");

/// The response for an outcome that shows no flow. `back` is where a person finds the form again
/// after a problem.
pub(super) fn to(app: &App, reader: &Reader, browser: &Forwarded, outcome: Outcome, back: Option<Url>) -> Response {
    match outcome {
        Outcome::SeeOther { to, restart: true } => counted(app, browser, see_other(&to)),
        Outcome::SeeOther { to, restart: false } => see_other(&to),
        Outcome::MoveOn { to, restart: true, lost } => counted(app, browser, move_on(app, reader, &to, lost)),
        Outcome::MoveOn { to, restart: false, lost } => move_on(app, reader, &to, lost),
        Outcome::Problem(problem) => {
            let problem = Problem::from(problem);
            match back {
                Some(back) => problem.leading_to(back),
                None => problem,
            }
            .into_response()
        }
        // A flow is shown by its own page.
        Outcome::Show => Problem::internal().into_response(),
    }
}

/// A page is shown: restarts count no more.
pub(super) fn arrived(app: &App, browser: &Forwarded, mut response: Response) -> Response {
    if browser.cookie(restart::COOKIE).is_some() {
        cookies::set(&app.addresses.public, &mut response, restart::COOKIE, "", 0);
    }
    response
}

/// A page made of a template.
pub(super) fn page(template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            let mut response = Problem::internal().into_response();
            response.extensions_mut().insert(Cause { what: format!("template: {error}"), ..Cause::default() });
            response
        }
    }
}

/// Hands on each `Set-Cookie` of Kratos' as it came.
pub(super) fn hand_on_cookies(from: Option<&HeaderMap>, response: &mut Response) {
    for cookie in from.into_iter().flat_map(|headers| headers.get_all(SET_COOKIE)) {
        response.headers_mut().append(SET_COOKIE, cookie.clone());
    }
}

/// Notes for the log why Kratos gave no data.
pub(crate) fn note(response: &mut Response, error: &Error) {
    let mut cause = response.extensions_mut().remove::<Cause>().unwrap_or_default();
    cause.kratos_error = error.id().map(ToString::to_string);
    if cause.what.is_empty() {
        let sources = std::iter::successors(std::error::Error::source(error), |inner| inner.source());
        cause.what = sources.fold(error.to_string(), |what, source| format!("{what}: {source}"));
    }
    response.extensions_mut().insert(cause);
}

pub(super) fn see_other(to: &Url) -> Response {
    match HeaderValue::from_str(to.as_str()) {
        Ok(location) => (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response(),
        Err(_) => Problem::internal().into_response(),
    }
}

/// The page between a form and another origin.
#[derive(Template)]
#[template(path = "pages/move_on.html")]
struct MoveOnPage<'a> {
    shell: Shell<'a>,
    title: &'a str,
    explanation: &'a str,
    link: &'a str,
    to: &'a str,
}

fn move_on(app: &App, reader: &Reader, to: &Url, lost: bool) -> Response {
    let (title, explanation, link) = if lost {
        ("enter-again-title", "enter-again", "sign-in-again")
    } else {
        ("moving-on-title", "moving-on", "moving-on-link")
    };
    let shell = Shell::of(app, reader);
    let mut response = page(&MoveOnPage { shell, title, explanation, link, to: to.as_str() });
    if !lost && let Ok(refresh) = HeaderValue::from_str(&format!("0; url={to}")) {
        response.headers_mut().insert(REFRESH, refresh);
    }
    response
}

/// `response` leads back here: counts it, unless it went round in a circle.
fn counted(app: &App, browser: &Forwarded, mut response: Response) -> Response {
    let now = cookies::now();
    if let Some(restarts) = Restarts::read(browser.cookie(restart::COOKIE), now).one_more(now) {
        cookies::set(&app.addresses.public, &mut response, restart::COOKIE, &restarts.value(), restart::WINDOW);
        return response;
    }
    let mut response = Problem::going_in_circles().into_response();
    cookies::set(&app.addresses.public, &mut response, restart::COOKIE, "", 0);
    response.extensions_mut().insert(Cause {
        what: "redirects went round in a circle".to_owned(),
        hint: Some(CIRCLE),
        ..Cause::default()
    });
    response
}
