//! `/sessions`: where the person is signed in.

use std::time::Instant;

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use uuid::Uuid;

use super::{Shell, reply};
use crate::app::App;
use crate::flow::outcome::Asked;
use crate::flow::submission::Form;
use crate::kratos::{Error, Session};
use crate::layers::forwarded::Forwarded;
use crate::layers::limits::FormBody;
use crate::layers::origin::Own;
use crate::layers::reader::Reader;
use crate::view::Device;

/// What ends all sessions but this one.
const OTHERS: &str = "others";

#[derive(Template)]
#[template(path = "pages/sessions.html")]
struct SessionsPage<'a> {
    shell: Shell<'a>,
    this: Device,
    others: Vec<Device>,
    /// Whether a session has just been ended.
    ended: bool,
}

/// The second look.
#[derive(Template)]
#[template(path = "pages/sessions_confirm.html")]
struct ConfirmPage<'a> {
    shell: Shell<'a>,
    /// What is to be ended: the id of a session, or `others`.
    end: &'a str,
}

/// `GET /sessions`: this device and the others.
pub(crate) async fn show(State(app): State<App>, uri: Uri, reader: Reader, browser: Forwarded) -> Response {
    let this = browser.on(app.kratos.whoami()).send();
    let others = browser.on(app.kratos.list_sessions()).send();
    let (this, others) = tokio::join!(this, others);
    let mut response = match (this, others) {
        (Ok(this), Ok(others)) => {
            let page = SessionsPage {
                shell: Shell::of(&app, &reader),
                this: Device::of(this.data(), &reader.words),
                others: others.data().iter().map(|session: &Session| Device::of(session, &reader.words)).collect(),
                ended: uri.query().is_some_and(|query| query.split('&').any(|pair| pair == "ended")),
            };
            let mut response = reply::arrived(&app, &browser, reply::page(&page));
            // Kratos renews a cookie whose time has moved.
            reply::hand_on_cookies(Some(this.headers()), &mut response);
            response
        }
        (Err(error), _) | (_, Err(error)) => failed(&app, &reader, &browser, &error, false),
    };
    reader.remember(&app, &mut response);
    response
}

/// `POST /sessions`: ends one session (`end=ID`), or all others (`end=others`). The buttons of the
/// page ask again first.
pub(crate) async fn end(
    State(app): State<App>,
    reader: Reader,
    browser: Forwarded,
    _: Own,
    FormBody(body): FormBody,
) -> Response {
    let form = Form::read(&body);
    let end = form.get("end").unwrap_or_default();
    let id = end.parse::<Uuid>();
    let mut page = app.addresses.page("sessions", None, None);
    if end != OTHERS && id.is_err() {
        return reply::see_other(&page);
    }
    if form.asks().is_some() {
        return reply::page(&ConfirmPage { shell: Shell::of(&app, &reader), end });
    }
    // Kratos ends sessions for whoever gave the first factor only, and shows them to nobody.
    let this = match browser.on(app.kratos.whoami()).send().await {
        Ok(this) => this.into_data(),
        Err(error) => return failed(&app, &reader, &browser, &error, true),
    };
    let request = match id {
        Ok(id) => app.kratos.revoke_session(id),
        Err(_) => app.kratos.revoke_other_sessions(),
    };
    match browser.on(request).send().await {
        Ok(_) => {
            match id {
                Ok(id) => app.sessions.leave(&id.to_string(), Instant::now()),
                Err(_) => app.sessions.forget_others(&this),
            }
            page.set_query(Some("ended"));
            reply::see_other(&page)
        }
        Err(error) => failed(&app, &reader, &browser, &error, true),
    }
}

fn failed(app: &App, reader: &Reader, browser: &Forwarded, error: &Error, posted: bool) -> Response {
    let asked = Asked { addresses: &app.addresses, kind: "settings", return_to: None };
    let (outcome, back) = if posted {
        (asked.submitted(Err(error)), Some(app.addresses.page("sessions", None, None)))
    } else {
        (asked.outcome(Err(error)), None)
    };
    let mut response = reply::to(app, reader, browser, outcome, back);
    reply::note(&mut response, error);
    response
}
