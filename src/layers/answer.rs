//! The outer layer: it makes a [`Visit`] of each request and an answer of each detour.
//!
//! Redirects are counted, Kratos' cookies handed on, the reader's choices remembered, headers set, and one
//! line is logged: no handler does any of it.

use std::any::Any;
use std::sync::Arc;
use std::time::{Duration, Instant};

use askama::Template;
use axum::body::Body;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use http::header::{HeaderName, HeaderValue, LOCATION, RETRY_AFTER, SET_COOKIE};
use http::{Method, StatusCode};
use tracing::{Instrument, Level, Span};

use crate::account::Account;
use crate::cookies;
use crate::flow::detour::Detour;
use crate::flow::own_page::{self, OwnPage};
use crate::flow::problem::{Offer, Problem};
use crate::flow::restart::{self, CIRCLE, MARK, Restarts};
use crate::kratos::{ErrorId, Kind, Start};
use crate::security::Headers;
use crate::trace;
use crate::visit::Visit;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const REFRESH: HeaderName = HeaderName::from_static("refresh");

/// What the layer needs.
pub(crate) type Outer = Arc<(Arc<Account>, Headers)>;

impl IntoResponse for Detour {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        Detour::Problem(self).into_response()
    }
}

/// Gives each request its visit, and each answer what it needs.
pub(crate) async fn answer(State(outer): State<Outer>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let (account, headers) = &*outer;
    let (mut head, body) = request.into_parts();
    let visit = Visit::of(account, &head);
    let (method, path) = (head.method.clone(), head.uri.path().to_owned());
    let _in_flight = account.pages.metrics.request();
    let matched = head.extensions.get::<MatchedPath>().cloned();
    let route = matched.as_ref().map(MatchedPath::as_str);
    let route = route.map(|route| route.strip_prefix(account.config.base_path()).unwrap_or(route));
    let span = trace::request(&method, route, &path, format_args!("{}", visit.id));
    trace::go_on(&span, visit.forwarded());
    head.extensions.insert(visit.clone());
    let response = next.run(Request::from_parts(head, body)).instrument(span.clone()).await;
    let mut response = finish(&visit, response);
    headers.set(response.headers_mut());
    if let Ok(id) = HeaderValue::from_str(visit.id.hyphenated().encode_lower(&mut [0; 36])) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    let route = route.unwrap_or("none");
    let outcome = match visit.told().outcome {
        "" => "answer",
        outcome => outcome,
    };
    account.pages.metrics.answered(route, outcome, response.status(), started.elapsed());
    let line = Line { method, path, route, outcome, status: response.status(), started };
    line.record(&visit, &span);
    line.log(&visit, &span);
    response
}

/// Makes an answer of what a handler gave: of a detour where it is one, and with the cookies that are
/// to be set.
pub(crate) fn finish(visit: &Visit, mut response: Response) -> Response {
    if let Some(detour) = response.extensions_mut().remove::<Detour>() {
        let only_tells = response.status() == StatusCode::OK;
        response = respond(visit, detour);
        if only_tells {
            *response.status_mut() = StatusCode::OK;
        }
    }
    visit.remember_choices();
    let arrived = std::mem::take(&mut visit.told().arrived);
    if arrived && visit.cookie(restart::COOKIE).is_some() {
        visit.set_cookie(restart::COOKIE, "", 0);
    }
    let cookies = std::mem::take(&mut visit.told().cookies);
    for cookie in cookies {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

fn respond(visit: &Visit, detour: Detour) -> Response {
    visit.told().outcome = match detour {
        Detour::SeeOther { .. } => "redirect",
        Detour::MoveOn { .. } => "move-on",
        Detour::Problem(_) => "problem",
    };
    match detour {
        Detour::SeeOther { to, restart, keep } => counted(visit, to, restart, keep, see_other),
        Detour::MoveOn { to, restart, keep, lost } => counted(visit, to, restart, keep, |to| move_on(visit, to, lost)),
        Detour::Problem(problem) => say(visit, &problem),
    }
}

/// The answer that leads elsewhere, unless those that lead back here went round in a circle.
fn counted(
    visit: &Visit,
    mut to: String,
    restart: bool,
    keep: Option<OwnPage>,
    lead: impl FnOnce(&str) -> Response,
) -> Response {
    let restarted = visit.value(MARK).is_some();
    // Where the forgery token fails, what the browser sent was lost for want of a cookie.
    let forged = visit.told().cause.kratos_error == Some(ErrorId::SecurityCsrfViolation);
    let marks = restarted || restart && forged && !visit.has_cookies();
    if marks && to.starts_with(visit.account.addresses.base()) && !to.contains('#') {
        to.push(if to.contains('?') { '&' } else { '?' });
        to.push_str(MARK);
    }
    if restart {
        let now = cookies::now();
        let counted = Restarts::read(visit.cookie(restart::COOKIE), now).one_more(now);
        let Some(restarts) = counted.filter(|_| !restarted || visit.has_cookies()) else {
            visit.set_cookie(restart::COOKIE, "", 0);
            visit.account.pages.metrics.circles.inc();
            let mut told = visit.told();
            "redirects went round in a circle".clone_into(&mut told.cause.what);
            told.cause.hint = Some(CIRCLE);
            told.outcome = "problem";
            drop(told);
            // No server is at fault where a browser, or a probe, keeps none.
            return say(visit, if visit.has_cookies() { &Problem::Circle } else { &Problem::NoCookies });
        };
        let cookie = cookies::own(&visit.account.addresses.public, restart::COOKIE, &restarts.value(), restart::WINDOW);
        visit.told().cookies.splice(..0, cookie);
    }
    if let Some(page) = keep {
        visit.set_cookie(own_page::COOKIE, &page.to_string(), own_page::REMEMBERED);
    }
    lead(&to)
}

fn see_other(to: &str) -> Response {
    match HeaderValue::from_str(to) {
        Ok(location) => (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The page between a form and another origin.
#[derive(Template)]
#[template(path = "pages/move_on.html")]
struct MoveOnPage<'a> {
    visit: &'a Visit,
    title: &'a str,
    explanation: &'a str,
    link: &'a str,
    to: &'a str,
}

fn move_on(visit: &Visit, to: &str, lost: bool) -> Response {
    let (title, explanation, link) = if lost {
        ("enter-again-title", "enter-again", "sign-in-again")
    } else {
        ("moving-on-title", "moving-on", "moving-on-link")
    };
    let mut response = rendered(visit, &MoveOnPage { visit, title, explanation, link, to });
    if !lost && let Ok(refresh) = HeaderValue::from_str(&format!("0; url={to}")) {
        response.headers_mut().insert(REFRESH, refresh);
    }
    response
}

/// The page of a problem.
#[derive(Template)]
#[template(path = "pages/problem.html")]
struct ProblemPage<'a> {
    visit: &'a Visit,
    title: &'a str,
    explanation: &'a str,
    /// Where the link leads.
    href: String,
    link: &'static str,
    /// What to tell those who help.
    request_id: String,
}

fn say(visit: &Visit, problem: &Problem) -> Response {
    let name = problem.name();
    visit.account.pages.metrics.problem(name);
    let addresses = &visit.account.addresses;
    let here = visit.kind();
    let kind = here.unwrap_or(Kind::Settings);
    let page = |kind| addresses.page(None, &Start::new(kind));
    let (href, link) = match problem.offer() {
        // The same address, whatever it has in its query.
        Offer::Again => (String::new(), "try-again"),
        Offer::Start if kind == Kind::Settings => (page(kind), "to-settings"),
        Offer::Start => (page(kind), "start-again"),
        Offer::Settings => (page(Kind::Settings), "to-settings"),
        Offer::SignIn => (addresses.start(&Start::new(Kind::Login).with("refresh", "true")).into(), "sign-in-again"),
        Offer::Verification => (page(Kind::Verification), "confirm-address"),
        Offer::Request => match problem {
            Problem::RequestForeign { again: Some(again) } => (again.to_string(), "sign-in-again"),
            Problem::RequestUsed { again: Some(again) } => (again.to_string(), "start-again"),
            _ => (page(Kind::Settings), "to-settings"),
        },
        Offer::Form => {
            let flow = visit.value("flow").and_then(|flow| flow.parse().ok());
            (addresses.page(flow, &visit.start(kind)), "back-to-form")
        }
    };
    let request_id = visit.words().text_with("request-id", &[("id", visit.id.to_string().into())]);
    let (title, explanation) = (format!("problem-{name}-title"), format!("problem-{name}"));
    let page = ProblemPage { visit, title: &title, explanation: &explanation, href, link, request_id };
    let mut response = rendered(visit, &page);
    *response.status_mut() = problem.status();
    if let Problem::Busy { retry_after: Some(retry_after) } = problem {
        response.headers_mut().insert(RETRY_AFTER, retry_after.clone());
    }
    response
}

/// A page of this layer's own. Its templates have no part that can fail.
fn rendered(visit: &Visit, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            visit.told().cause.what = format!("template: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A defect of ours. What it says may quote anything, so it is not logged.
pub(crate) fn panicked(_: Box<dyn Any + Send>) -> Response<Body> {
    Problem::Internal.into_response()
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// One line a request. Its query is not logged: it has flow ids and ways back.
struct Line<'a> {
    method: Method,
    path: String,
    /// As the router has it.
    route: &'a str,
    outcome: &'static str,
    status: StatusCode,
    started: Instant,
}

impl Line<'_> {
    /// Tells the request's span the same.
    fn record(&self, visit: &Visit, span: &Span) {
        if span.is_disabled() {
            return;
        }
        let told = visit.told();
        span.record("outcome", self.outcome).record("kratos.duration_ms", millis(told.at_kratos));
        if let Some(id) = &told.cause.kratos_error {
            span.record("kratos.error_id", tracing::field::display(id));
        }
        if !told.cause.what.is_empty() {
            span.record("cause", &*told.cause.what);
        }
        if let Some(hint) = told.cause.hint {
            span.record("hint", hint);
        }
        drop(told);
        trace::ended(span, Ok(self.status));
    }

    fn log(&self, visit: &Visit, span: &Span) {
        let Self { method, path, route, outcome, status, started } = self;
        let level = match status.as_u16() {
            500.. => Level::ERROR,
            404 => Level::INFO,
            400.. => Level::WARN,
            _ if path.ends_with("/health/alive") || path.ends_with("/health/ready") => Level::DEBUG,
            _ => Level::INFO,
        };
        macro_rules! line {
        ($level:expr) => {
            if tracing::enabled!($level) {
                let duration_ms = millis(started.elapsed());
                let told = visit.told();
                let (at_kratos, cause) = (told.at_kratos, told.cause.clone());
                drop(told);
                tracing::event!(
                    $level,
                    http.method = %method,
                    http.path = path,
                    http.route = route,
                    outcome,
                    http.status_code = status.as_u16(),
                    duration_ms,
                    client = visit.client(),
                    request_id = %visit.id,
                    trace_id = trace::id(span, visit.forwarded()),
                    kratos.duration_ms = millis(at_kratos),
                    kratos.error_id = cause.kratos_error.as_ref().map(tracing::field::display),
                    cause = Some(cause.what).filter(|what| !what.is_empty()),
                    hint = cause.hint,
                    "request"
                );
            }
        };
    }
        match level {
            Level::ERROR => line!(Level::ERROR),
            Level::WARN => line!(Level::WARN),
            Level::INFO => line!(Level::INFO),
            _ => line!(Level::DEBUG),
        }
    }
}
