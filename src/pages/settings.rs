//! `/settings`: the account page.

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::http::header::{HeaderMap, SET_COOKIE};
use axum::response::{Html, IntoResponse, Response};
use uuid::Uuid;

use super::problem::Problem;
use super::{Shell, reply};
use crate::app::App;
use crate::flow::outcome::{Asked, Outcome};
use crate::kratos::Flow;
use crate::layers::request::Cause;
use crate::view::{Page, Posting};

/// The kind of flow, as Kratos' paths and ours name it.
const KIND: &str = "settings";

#[derive(Template)]
#[template(path = "pages/settings.html")]
struct SettingsPage<'a> {
    shell: Shell<'a>,
    page: Page<'a>,
}

/// `GET /settings?flow=ID`: the page of this flow; without a flow, of a new one.
pub(crate) async fn show(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    let query = uri.query().unwrap_or_default();
    let return_to = value_of(query, "return_to");
    let asked = Asked { addresses: &app.addresses, kind: KIND, return_to: return_to.as_deref() };
    let Some(flow) = value_of(query, "flow") else { return start(&app, &headers, asked).await };
    // What is no UUID is never sent on.
    let Ok(id) = flow.parse::<Uuid>() else { return reply(&app, &headers, asked.unknown_flow()) };
    // Its Set-Cookie is dropped: it would not match the token stored in the flow.
    match app.kratos.get_settings_flow(id).cookies_of(&headers).send().await {
        Ok(response) => reply(&app, &headers, asked.outcome(Ok(response.into_data()))),
        Err(error) => {
            let mut response = reply(&app, &headers, asked.outcome(Err(&error)));
            reply::note(&mut response, &error);
            response
        }
    }
}

/// Starts a flow, server to server, so that a visitor who must sign in first comes back here.
async fn start(app: &App, headers: &HeaderMap, asked: Asked<'_>) -> Response {
    let answer = app.kratos.start_settings_flow(asked.return_to).cookies_of(headers).send().await;
    let handed_on = match &answer {
        Ok(response) => Some(response.headers().clone()),
        Err(error) => error.headers().cloned(),
    };
    let mut response = match answer {
        Ok(started) => reply(app, headers, asked.started(Ok(started.into_data()))),
        Err(error) => {
            let mut response = reply(app, headers, asked.started(Err(&error)));
            reply::note(&mut response, &error);
            response
        }
    };
    for cookie in handed_on.iter().flat_map(|headers| headers.get_all(SET_COOKIE)) {
        response.headers_mut().append(SET_COOKIE, cookie.clone());
    }
    response
}

/// `POST /settings?flow=ID`.
pub(crate) async fn save() -> Problem {
    Problem::saving_is_to_come()
}

fn reply(app: &App, headers: &HeaderMap, outcome: Outcome) -> Response {
    match outcome {
        Outcome::Show(flow) => {
            let mut response = page(app, &flow);
            reply::arrived(app, headers, &mut response);
            response
        }
        Outcome::SeeOther { to, restart: true } => reply::restart(app, headers, &to),
        Outcome::SeeOther { to, restart: false } => reply::see_other(&to),
        Outcome::Problem(problem) => Problem::from(problem).into_response(),
    }
}

fn page(app: &App, flow: &Flow) -> Response {
    let posting = Posting::of(flow, KIND, &app.addresses);
    let shell = Shell::of(app);
    let page = SettingsPage { shell, page: Page::of(flow, &posting, &app.addresses, shell.words) };
    match page.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => {
            let mut response = Problem::internal().into_response();
            response.extensions_mut().insert(Cause { what: format!("template: {error}"), ..Cause::default() });
            response
        }
    }
}

/// The first value of this name in a query.
fn value_of(query: &str, name: &str) -> Option<String> {
    let (_, value) = url::form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name)?;
    Some(value.into_owned())
}
