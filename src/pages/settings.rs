//! `/settings`: the account page.

use askama::Template;
use axum::extract::State;
use axum::http::header::HeaderValue;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use bytes::Bytes;
use url::Url;
use uuid::Uuid;

use super::{Shell, reply};
use crate::app::App;
use crate::flow::outcome::{Asked, Outcome};
use crate::flow::submission::{self, Form};
use crate::kratos::{Error, Flow, Schema};
use crate::layers::forwarded::Forwarded;
use crate::layers::limits::{FORM, FormBody};
use crate::view::{Page, Posting};

/// The kind of flow, as Kratos' paths and ours name it.
const KIND: &str = "settings";

const JSON: HeaderValue = HeaderValue::from_static("application/json");

#[derive(Template)]
#[template(path = "pages/settings.html")]
struct SettingsPage<'a> {
    shell: Shell<'a>,
    page: Page<'a>,
}

/// `GET /settings?flow=ID`: the page of this flow; without a flow, of a new one.
pub(crate) async fn show(State(app): State<App>, uri: Uri, browser: Forwarded) -> Response {
    let (flow, return_to) = (value_of(&uri, "flow"), value_of(&uri, "return_to"));
    let asked = Asked { addresses: &app.addresses, kind: KIND, return_to: return_to.as_deref() };
    match flow.map(|flow| flow.parse::<Uuid>()) {
        None => start(&app, &browser, asked).await,
        // What is no UUID is never sent on.
        Some(Err(_)) => respond(&app, &browser, asked.unknown_flow(), None),
        Some(Ok(flow)) => match read(&app, &browser, flow).await {
            Ok(flow) => respond(&app, &browser, asked.outcome(Ok(flow)), None),
            Err(error) => refused(&app, &browser, asked.outcome(Err(&error)), &error, None),
        },
    }
}

/// `POST /settings?flow=ID`: a form of the page, on its way to Kratos.
pub(crate) async fn save(State(app): State<App>, uri: Uri, browser: Forwarded, FormBody(body): FormBody) -> Response {
    let asked = Asked { addresses: &app.addresses, kind: KIND, return_to: None };
    let Some(id) = value_of(&uri, "flow").and_then(|flow| flow.parse::<Uuid>().ok()) else {
        return respond(&app, &browser, asked.unknown_flow(), None);
    };
    let back = app.addresses.page(KIND, Some(id), None);
    let form = Form::read(&body);
    let mut return_to = None;
    let (media_type, body) = if form.is_profile() {
        let flow = match read(&app, &browser, id).await {
            Ok(flow) => flow,
            // Nothing has been sent yet.
            Err(error) => return refused(&app, &browser, asked.unsent(&error), &error, Some(back)),
        };
        let schema = schema_of(&app, &flow).await;
        let json = submission::profile(&form, &flow, schema.as_deref());
        return_to = flow.return_to;
        (JSON, Bytes::from(json))
    } else {
        (FORM, body)
    };
    let asked = Asked { return_to: return_to.as_deref(), ..asked };
    match browser.on(app.kratos.submit_settings_flow(id, media_type, body)).send().await {
        Ok(answer) => {
            let mut response = respond(&app, &browser, asked.submitted(Ok(answer.data())), None);
            reply::hand_on_cookies(Some(answer.headers()), &mut response);
            response
        }
        Err(error) => {
            let mut response = refused(&app, &browser, asked.submitted(Err(&error)), &error, Some(back));
            reply::hand_on_cookies(error.headers(), &mut response);
            response
        }
    }
}

/// Starts a flow, server to server, so that a visitor who must sign in first comes back here.
async fn start(app: &App, browser: &Forwarded, asked: Asked<'_>) -> Response {
    match browser.on(app.kratos.start_settings_flow(asked.return_to)).send().await {
        Ok(answer) => {
            let headers: HeaderMap = answer.headers().clone();
            let mut response = respond(app, browser, asked.started(Ok(answer.into_data())), None);
            reply::hand_on_cookies(Some(&headers), &mut response);
            response
        }
        Err(error) => {
            let mut response = refused(app, browser, asked.started(Err(&error)), &error, None);
            reply::hand_on_cookies(error.headers(), &mut response);
            response
        }
    }
}

/// The flow as it now is. Its `Set-Cookie` is dropped: it would not match the token that is
/// stored in the flow.
async fn read(app: &App, browser: &Forwarded, flow: Uuid) -> Result<Flow, Error> {
    Ok(browser.on(app.kratos.get_settings_flow(flow)).send().await?.into_data())
}

/// The schema of the flow's identity, where Kratos gives it.
async fn schema_of(app: &App, flow: &Flow) -> Option<std::sync::Arc<Schema>> {
    let url: Url = flow.identity.as_ref()?.schema_url.parse().ok()?;
    let path = url.path().strip_prefix(app.addresses.browser.path().trim_end_matches('/'))?;
    app.schemas.get(&app.kratos, path).await
}

fn respond(app: &App, browser: &Forwarded, outcome: Outcome, back: Option<Url>) -> Response {
    reply::to(app, browser, outcome, back, |flow| {
        let posting = Posting::of(flow, KIND, &app.addresses);
        let shell = Shell::of(app);
        reply::page(&SettingsPage { shell, page: Page::of(flow, &posting, &app.addresses, shell.words) })
    })
}

fn refused(app: &App, browser: &Forwarded, outcome: Outcome, error: &Error, back: Option<Url>) -> Response {
    let mut response = respond(app, browser, outcome, back);
    reply::note(&mut response, error);
    response
}

/// The first value of this name in the query.
fn value_of(uri: &Uri, name: &str) -> Option<String> {
    let query = uri.query().unwrap_or_default();
    let (_, value) = url::form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name)?;
    Some(value.into_owned())
}
