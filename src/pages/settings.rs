//! `/settings`: the account page.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use bytes::Bytes;
use url::Url;
use uuid::Uuid;

use super::{Shell, reply};
use crate::app::App;
use crate::flow::outcome::{Asked, Outcome};
use crate::flow::submission::{self, Form};
use crate::kratos::{self, Error, Flow, Kind, Schema, Start, Submitted};
use crate::layers::cookies::{self, ACT};
use crate::layers::forwarded::Forwarded;
use crate::layers::limits::FormBody;
use crate::layers::reader::Reader;
use crate::view::{self, Button, Context, Forms, Layout, Posting};

/// The kind of flow, as Kratos' paths and ours name it.
const KIND: &str = "settings";

/// How long it is known which form was sent last, in seconds: as long as a flow usually lives.
const ACT_REMEMBERED: u64 = 60 * 60;

/// A section for each group.
pub(crate) const LAYOUT: Layout = Layout {
    words: "settings",
    order: &[
        "profile",
        "password",
        "oidc",
        "saml",
        "passkey",
        "webauthn",
        "totp",
        "lookup_secret",
        "code",
        "link",
        "identifier_first",
        "captcha",
    ],
    forms: Forms::PerGroup,
    step: |_| "",
};

#[derive(Template)]
#[template(path = "pages/settings.html")]
pub(crate) struct SettingsPage<'a> {
    pub(crate) shell: Shell<'a>,
    pub(crate) page: view::Flow<'a>,
}

impl SettingsPage<'_> {
    fn title(&self) -> String {
        let words = self.shell.words;
        let title = self.shell.title(self.page.title);
        match self.page.happened {
            Some(happened) => words.text_with(happened, &[("title", title.into())]),
            None => title,
        }
    }
}

/// A request for this page.
struct Visit<'a> {
    app: &'a App,
    reader: Reader,
    browser: Forwarded,
    /// The group whose form was sent last, with its flow.
    acted: Option<(String, Uuid)>,
}

/// `GET /settings?flow=ID`: the page of this flow; without a flow, of a new one.
pub(crate) async fn show(State(app): State<App>, uri: Uri, reader: Reader, browser: Forwarded) -> Response {
    let (flow, return_to) = (value_of(&uri, "flow"), value_of(&uri, "return_to"));
    let asked = Asked { addresses: &app.addresses, kind: KIND, return_to: return_to.as_deref() };
    let acted = browser.cookie(ACT).and_then(|act| {
        let (group, flow) = act.split_once('.')?;
        Some((group.to_owned(), flow.parse().ok()?))
    });
    let visit = Visit { app: &app, reader, browser, acted };
    let mut response = match flow.map(|flow| flow.parse::<Uuid>()) {
        None => visit.start(asked).await,
        // What is no UUID is never sent on.
        Some(Err(_)) => visit.answer(asked.unknown_flow(), None),
        Some(Ok(flow)) => {
            let answer = visit.read(flow).await;
            match answer.as_ref().map(kratos::Response::data) {
                Ok(Ok(flow)) => visit.page(&flow, visit.schema_of(&flow).await.as_deref()),
                Err(error) => visit.refused(asked.outcome(Err(error)), error, None),
                Ok(Err(error)) => visit.refused(asked.outcome(Err(&error)), &error, None),
            }
        }
    };
    visit.reader.remember(&app, &mut response);
    response
}

/// `POST /settings?flow=ID`: a form of the page, on its way to Kratos.
pub(crate) async fn save(
    State(app): State<App>,
    uri: Uri,
    reader: Reader,
    browser: Forwarded,
    FormBody(body): FormBody,
) -> Response {
    let asked = Asked { addresses: &app.addresses, kind: KIND, return_to: None };
    let visit = Visit { app: &app, reader, browser, acted: None };
    let Some(id) = value_of(&uri, "flow").and_then(|flow| flow.parse::<Uuid>().ok()) else {
        return visit.answer(asked.unknown_flow(), None);
    };
    let form = Form::read(&body);
    let mut response = match form.asks() {
        Some(pressed) => visit.ask(asked, id, pressed).await,
        None => visit.submit(asked, id, &form, body).await,
    };
    if let Some(group) = form.group().filter(|group| is_plain(group)) {
        cookies::set(&app.addresses.public, &mut response, ACT, &format!("{group}.{id}"), ACT_REMEMBERED);
    }
    response
}

/// `GET /.well-known/change-password` (W3C, "A Well-Known URL for Changing Passwords").
pub(crate) async fn change_password(State(app): State<App>) -> Response {
    let mut page = app.addresses.page(KIND, None, None);
    page.set_fragment(Some("password"));
    reply::see_other(&page)
}

/// Whether a group's name can stand in a cookie.
fn is_plain(group: &str) -> bool {
    (1..=40).contains(&group.len()) && group.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

impl Visit<'_> {
    /// Starts a flow, server to server, so that a visitor who must sign in first comes back here.
    async fn start(&self, asked: Asked<'_>) -> Response {
        let start = Start::new(Kind::Settings).with("return_to", asked.return_to.unwrap_or_default());
        let answer = self.browser.on(self.app.kratos.start(&start)).send().await;
        match answer.and_then(|answer| Ok((answer.data()?.id, answer))) {
            Ok((flow, answer)) => {
                let mut response = self.answer(asked.started(Ok(flow)), None);
                reply::hand_on_cookies(Some(answer.headers()), &mut response);
                response
            }
            Err(error) => {
                let mut response = self.refused(asked.started(Err(&error)), &error, None);
                reply::hand_on_cookies(error.headers(), &mut response);
                response
            }
        }
    }

    /// Sends a form on to Kratos.
    async fn submit(&self, asked: Asked<'_>, id: Uuid, form: &Form, body: Bytes) -> Response {
        let back = self.app.addresses.page(KIND, Some(id), None);
        let mut return_to = None;
        let body = if form.is_profile() {
            let answer = self.read(id).await;
            let flow = match answer.as_ref().map(kratos::Response::data) {
                Ok(Ok(flow)) => flow,
                // Nothing has been sent yet.
                Err(error) => return self.refused(asked.unsent(error), error, Some(back)),
                Ok(Err(error)) => return self.refused(asked.unsent(&error), &error, Some(back)),
            };
            let schema = self.schema_of(&flow).await;
            let json = submission::profile(form, &flow, schema.as_deref());
            return_to = flow.return_to.map(String::from);
            kratos::Body::Json(json.into())
        } else {
            kratos::Body::Form(body)
        };
        let asked = Asked { return_to: return_to.as_deref(), ..asked };
        let answer = self.browser.on(self.app.kratos.submit(Kind::Settings, id, body)).send().await;
        match answer.as_ref().map(|answer| (answer.data(), answer)) {
            Ok((Ok(Submitted { flow: Some(flow), continue_with, .. }), answer)) => {
                let mut response = self.answer(asked.submitted(Ok((&flow, &continue_with))), None);
                reply::hand_on_cookies(Some(answer.headers()), &mut response);
                response
            }
            Ok((data, answer)) => {
                let error = data.err().unwrap_or(Error::Cancelled);
                let mut response = self.refused(asked.submitted(Err(&error)), &error, Some(back));
                reply::hand_on_cookies(Some(answer.headers()), &mut response);
                response
            }
            Err(error) => {
                let mut response = self.refused(asked.submitted(Err(error)), error, Some(back));
                reply::hand_on_cookies(error.headers(), &mut response);
                response
            }
        }
    }

    /// The second look at what a button does, for browsers that cannot open a dialog. Kratos is
    /// told nothing yet.
    async fn ask(&self, asked: Asked<'_>, id: Uuid, (name, value): (&str, &str)) -> Response {
        let answer = self.read(id).await;
        let flow = match answer.as_ref().map(kratos::Response::data) {
            Ok(Ok(flow)) => flow,
            Err(error) => return self.refused(asked.unsent(error), error, None),
            Ok(Err(error)) => return self.refused(asked.unsent(&error), &error, None),
        };
        let posting = Posting::of(&flow, KIND, &self.app.addresses);
        let page = view::Flow::of(&flow, &LAYOUT, self.context(&flow, &posting, None));
        let back = self.app.addresses.page(KIND, Some(id), None);
        match page.act(name, value) {
            Some((form, button)) => reply::page(&ConfirmPage {
                shell: Shell::of(self.app, &self.reader),
                form,
                button,
                back: back.as_str(),
            }),
            // It has been done elsewhere since.
            None => reply::see_other(&back),
        }
    }

    /// The flow as it now is. Its `Set-Cookie` is dropped: it would not match the token that is
    /// stored in the flow.
    async fn read(&self, flow: Uuid) -> Result<kratos::Response<Flow<'static>>, Error> {
        self.browser.on(self.app.kratos.flow(Kind::Settings, flow)).send().await
    }

    /// The schema of the flow's identity, where Kratos gives it.
    async fn schema_of(&self, flow: &Flow<'_>) -> Option<Arc<Schema>> {
        let url: Url = flow.identity.as_ref()?.schema_url.parse().ok()?;
        let path = url.path().strip_prefix(self.app.addresses.browser.path().trim_end_matches('/'))?;
        self.app.schemas.get(&self.app.kratos, path).await
    }

    fn answer(&self, outcome: Outcome, back: Option<Url>) -> Response {
        reply::to(self.app, &self.reader, &self.browser, outcome, back)
    }

    fn page(&self, flow: &Flow<'_>, schema: Option<&Schema>) -> Response {
        let posting = Posting::of(flow, KIND, &self.app.addresses);
        let page = view::Flow::of(flow, &LAYOUT, self.context(flow, &posting, schema));
        let page = reply::page(&SettingsPage { shell: Shell::of(self.app, &self.reader), page });
        reply::arrived(self.app, &self.browser, page)
    }

    fn context<'a>(&'a self, flow: &Flow<'_>, posting: &'a Posting, schema: Option<&'a Schema>) -> Context<'a> {
        let acted = self.acted.as_ref().filter(|(_, acted)| *acted == flow.id);
        Context {
            brand: self.app.brand.name.as_deref(),
            schema,
            acted: acted.map(|(group, _)| group.as_str()),
            ..Context::new(&self.app.addresses, posting, &self.reader.words)
        }
    }

    fn refused(&self, outcome: Outcome, error: &Error, back: Option<Url>) -> Response {
        let mut response = self.answer(outcome, back);
        reply::note(&mut response, error);
        response
    }
}

/// The second look.
#[derive(Template)]
#[template(path = "flow/confirm.html")]
struct ConfirmPage<'a> {
    shell: Shell<'a>,
    form: &'a view::Form<'a>,
    button: &'a Button<'a>,
    /// The page it was pressed on.
    back: &'a str,
}

/// The first value of this name in the query.
fn value_of(uri: &Uri, name: &str) -> Option<String> {
    let query = uri.query().unwrap_or_default();
    let (_, value) = url::form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name)?;
    Some(value.into_owned())
}
