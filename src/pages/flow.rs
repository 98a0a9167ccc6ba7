//! Every page of a flow: showing it, and taking its forms to Kratos. What differs between the kinds
//! is their [`FlowPage`].

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use bytes::Bytes;
use url::Url;
use uuid::Uuid;

use super::confirm::ConfirmPage;
use super::siblings;
use crate::cookies::ACT;
use crate::draft::Draft;
use crate::flow::addresses::NEEDS_FACTOR;
use crate::flow::detour::{self, Back, Call, Detour, Meaning};
use crate::flow::own_page::OwnPage;
use crate::flow::problem::Problem;
use crate::flow::submission::{self, Form, Submission, Typed};
use crate::kratos::{self, Aal, Error, Flow, Kind, Schema, Start};
use crate::layers::limits::FormBody;
use crate::layers::origin::must_be_own;
use crate::view::{self, Context, Layout, Posting};
use crate::visit::Visit;

/// How long it is known which form was sent last, in seconds: as long as a flow usually lives.
const ACT_REMEMBERED: u64 = 60 * 60;

/// Bytes of a form from which on it is worked on beside the threads that serve others.
const LARGE: usize = 32 * 1024;

/// A kind of flow as a page.
pub(crate) trait FlowPage {
    /// Its kind.
    const KIND: Kind;
    /// How it is laid out.
    const LAYOUT: Layout;

    /// Its template: a card with one thing to do, where it has none of its own.
    fn render(visit: &Visit, page: view::Flow<'_>) -> Result<Response, Detour> {
        let picture = page.application.as_ref().and_then(|application| application.logo.clone());
        visit.page_with_picture(&CardPage { visit, kind: Self::KIND.name(), page }, picture.as_ref())
    }
}

#[derive(Template)]
#[template(path = "pages/card.html")]
struct CardPage<'a> {
    visit: &'a Visit,
    /// The name of the kind of flow, for its path and marks.
    kind: &'static str,
    page: view::Flow<'a>,
}

/// `GET /KIND?flow=ID`: the page of this flow; without a flow, of a new one.
pub(crate) async fn show<P: FlowPage>(visit: Visit) -> Result<Response, Detour> {
    let start = visit.start(P::KIND);
    let Some(flow) = visit.value("flow") else { return begin(&visit, &start).await };
    let Ok(id) = flow.parse::<Uuid>() else { return Err(unknown(&visit, &start)) };
    if P::KIND == Kind::Settings
        && let Some(page) = visit.take_own_page()
        && let Some(to) = wanted(&visit, page, id).await
    {
        return Err(Detour::see_other(to));
    }
    let back = Back::Flow(&start, Some(id));
    let answer = visit.ask(visit.account.kratos.flow(P::KIND, id), Call::Read, back).await?;
    let mut flow = visit.data(&answer, Call::Read, back)?;
    if let Some(whole) = whole(&start, &flow) {
        return Err(Detour::see_other(visit.account.addresses.page(Some(id), &whole)));
    }
    // Nothing can be shown, but something added.
    if flow.requested_aal == Some(Aal::Aal2) && flow.ui.nodes.iter().all(|node| node.attributes.name == "csrf_token") {
        return Err(Detour::see_other(visit.account.addresses.add_factor(flow.return_to.as_deref())));
    }
    // The form that stands in it is dead, and an address sent in it again breaks Kratos.
    if P::KIND == Kind::Recovery && flow.state.as_deref() == Some("passed_challenge") {
        return Err(Detour::see_other(visit.account.addresses.page(None, &Start::new(Kind::Settings))));
    }
    let schema = schema_of(&visit, &flow).await;
    let around = Around::of::<P>(&visit, &mut flow, schema.as_deref());
    page::<P>(&visit, &flow, &start, schema.as_deref(), around).await
}

/// `POST /KIND?flow=ID`: a form of the page, on its way to Kratos.
pub(crate) async fn submit<P: FlowPage>(visit: Visit, FormBody(raw): FormBody) -> Result<Response, Detour> {
    let start = visit.start(P::KIND);
    let id = visit.value("flow").and_then(|flow| flow.parse::<Uuid>().ok());
    let Some(id) = id else { return Err(unknown(&visit, &start)) };
    let form = read(raw.clone()).await?;
    if is_unprotected(P::KIND, &form) {
        must_be_own(&visit).map_err(Detour::Problem)?;
    }
    let back = Back::Flow(&start, Some(id));
    let kratos = &visit.account.kratos;
    // What has traits is laid over what stands; a second look shows what it is about.
    let (sent, gone) = if submission::needs_flow(P::KIND, &form) || form.asks().is_some() {
        let answer = match visit.send(kratos.flow(P::KIND, id), Call::Prepare).await {
            Ok(answer) => answer,
            Err(error) => return Box::pin(refused::<P>(&visit, &form, Call::Prepare, &error, back)).await,
        };
        let flow = visit.data(&answer, Call::Prepare, back)?;
        if let Some(button) = form.asks() {
            return confirm::<P>(&visit, &flow, &start, button);
        }
        let schema = schema_of(&visit, &flow).await;
        drop(flow);
        let Submission { body, gone } = laid_over(P::KIND, &form, raw, answer, schema).await?;
        (body, gone.into_iter().map(|list| list.title.unwrap_or(list.name)).collect())
    } else {
        (submission::body_of(P::KIND, &form, raw, None, None).body, Vec::new())
    };
    let answer = visit.send(kratos.submit(P::KIND, id, sent), Call::Submit).await;
    if P::KIND == Kind::Settings
        && let Some(act) = form.act().and_then(|done| Act::of(&done, gone))
    {
        visit.set_cookie(ACT, &act.cookie(id), ACT_REMEMBERED);
    }
    match answer {
        Ok(answer) => {
            let done = visit.data(&answer, Call::Submit, back)?;
            Err(Detour::after(&done, &start, &visit.account.addresses))
        }
        Err(error) => Box::pin(refused::<P>(&visit, &form, Call::Submit, &error, back)).await,
    }
}

/// What was done last, for the page that shows what came of it: Kratos does not tell.
struct Act {
    /// The group whose form was sent, and what was done in it.
    done: String,
    /// Lists whose items had been changed elsewhere, so that a change to them was not made.
    gone: Vec<String>,
}

impl Act {
    fn of(done: &str, gone: Vec<String>) -> Option<Self> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        let is_act = (1..=80).contains(&done.len()) && done.bytes().all(is_plain);
        is_act.then(|| Self { done: done.to_owned(), gone })
    }

    /// Reads the cookie, if it is of this flow.
    fn read(cookie: &str, flow: Uuid) -> Option<Self> {
        let mut parts = cookie.splitn(3, '.');
        let (done, of) = (parts.next()?, parts.next()?);
        let gone = url::form_urlencoded::parse(parts.next().unwrap_or_default().as_bytes());
        (of.parse() == Ok(flow)).then(|| Self::of(done, gone.map(|(list, _)| list.into_owned()).collect()))?
    }

    fn cookie(&self, flow: Uuid) -> String {
        if self.gone.is_empty() {
            return format!("{}.{flow}", self.done);
        }
        let mut gone = url::form_urlencoded::Serializer::new(String::new());
        gone.extend_keys_only::<_, &str>(self.gone.iter().map(String::as_str).take(5));
        format!("{}.{flow}.{}", self.done, gone.finish())
    }
}

/// What a flow was started with, where its address does not have all that Kratos forgets when it expires: when
/// Kratos itself led here.
fn whole(start: &Start, flow: &Flow<'_>) -> Option<Start> {
    const FORGOTTEN: [&str; 4] = ["aal", "refresh", "via", "login_challenge"];
    let kind = start.kind();
    if !FORGOTTEN.iter().any(|name| kind.options().contains(name)) {
        return None;
    }
    let asked: Url = flow.request_url.parse().ok()?;
    let mut asked = Start::read(kind, asked.query_pairs());
    // What an application's request is behind leads here without it.
    let challenge = flow.oauth2_login_challenge.as_deref().filter(|challenge| !challenge.is_empty());
    if let Some(challenge) = challenge.filter(|_| kind.options().contains(&"login_challenge")) {
        asked = asked.with("login_challenge", challenge);
        if let Some(aal) = flow.requested_aal.as_ref().filter(|aal| **aal == Aal::Aal2) {
            asked = asked.with("aal", aal.to_string());
        }
    }
    let lacks = |name: &str| start.get(name).is_none() && asked.get(name).is_some();
    FORGOTTEN.into_iter().any(lacks).then(|| {
        let missing = asked.pairs().filter(|(name, _)| start.get(name).is_none());
        missing.fold(start.clone(), |whole, (name, value)| whole.with(name, value))
    })
}

/// Starts a flow, server to server, so that a visitor who must sign in first comes back here.
async fn begin(visit: &Visit, start: &Start) -> Result<Response, Detour> {
    let back = Back::Flow(start, None);
    let answer = visit.ask(visit.account.kratos.start(start), Call::Start, back).await?;
    let flow = visit.data(&answer, Call::Start, back)?;
    let page = visit.account.addresses.page(Some(flow.id), start);
    let needs_factor = start.kind() == Kind::Settings && visit.value(NEEDS_FACTOR).is_some();
    Err(Detour::see_other(if needs_factor { format!("{page}&{NEEDS_FACTOR}=true") } else { page }))
}

/// What is no UUID is no flow, and is never sent on.
fn unknown(visit: &Visit, start: &Start) -> Detour {
    Detour::SeeOther { to: visit.account.addresses.page(None, start), restart: true, keep: None }
}

/// Where a page is that was wanted before signing in, if it is not this one and can be opened.
async fn wanted(visit: &Visit, page: OwnPage, here: Uuid) -> Option<String> {
    if let OwnPage::Settings(flow) = page {
        let is_theirs = async || visit.send(visit.account.kratos.flow(Kind::Settings, flow), Call::Read).await.is_ok();
        if flow == here || !is_theirs().await {
            return None;
        }
    }
    Some(visit.account.addresses.own_page(page))
}

/// Kratos checks no token where a provider is chosen, or the code of a verification is entered.
fn is_unprotected(kind: Kind, form: &Form) -> bool {
    match kind {
        Kind::Login | Kind::Registration => form.get("provider").is_some(),
        Kind::Verification => form.get("code").is_some(),
        Kind::Settings | Kind::Recovery => false,
    }
}

async fn read(body: Bytes) -> Result<Form, Detour> {
    let too_large = |_| Detour::Problem(Problem::TooLarge);
    if body.len() < LARGE {
        return Form::read(&body).map_err(too_large);
    }
    let form = tokio::task::spawn_blocking(move || Form::read(&body)).await;
    form.map_err(|_| Detour::Problem(Problem::Internal))?.map_err(too_large)
}

/// The traits as they are to be, and all else as it came.
async fn laid_over(
    kind: Kind,
    form: &Form,
    raw: Bytes,
    answer: kratos::Response<Flow<'static>>,
    schema: Option<Arc<Schema>>,
) -> Result<Submission, Detour> {
    let is_large = raw.len() + answer.body().len() >= LARGE;
    let form = form.clone();
    let lay = move || Some(submission::body_of(kind, &form, raw, Some(&answer.data().ok()?), schema.as_deref()));
    let laid = if is_large { tokio::task::spawn_blocking(lay).await.ok().flatten() } else { lay() };
    laid.ok_or(Detour::Problem(Problem::Internal))
}

/// The page of the flow that takes the place of one that has ended, as the answer to the form: what was
/// typed stands in its fields.
async fn again<P: FlowPage>(visit: &Visit, form: &Form, next: Option<Uuid>, start: &Start) -> Result<Response, Detour> {
    let kratos = &visit.account.kratos;
    let back = Back::Flow(start, None);
    let answer = match next {
        Some(next) => visit.ask(kratos.flow(P::KIND, next), Call::Prepare, back).await?,
        // Where it leads elsewhere, it leads there from a form.
        None => visit.ask(kratos.start(start), Call::Start, back).await.map_err(Detour::after_form)?,
    };
    let flow = visit.data(&answer, Call::Prepare, back)?;
    with_typed::<P>(visit, form, flow, start, true).await
}

/// The page of a flow, as the answer to a form: what was typed stands in its fields.
async fn with_typed<P: FlowPage>(
    visit: &Visit,
    form: &Form,
    mut flow: Flow<'_>,
    start: &Start,
    is_fresh: bool,
) -> Result<Response, Detour> {
    let schema = schema_of(visit, &flow).await;
    let around = Around::typed(form, &mut flow, schema.as_deref(), is_fresh);
    page::<P>(visit, &flow, start, schema.as_deref(), around).await
}

/// What comes of a form that Kratos did not take. Where it leads elsewhere, what was typed goes along in
/// a cookie, unless Kratos itself resumes what was sent. What no cookie can hold is shown at once where a
/// fresh flow takes the place of one that has ended.
async fn refused<P: FlowPage>(
    visit: &Visit,
    form: &Form,
    call: Call,
    error: &Error,
    back: Back<'_>,
) -> Result<Response, Detour> {
    let detour = visit.detour(error, call, back);
    if let (Detour::MoveOn { restart: true, lost, .. }, Back::Flow(start, _)) = (&detour, back)
        && (*lost || Meaning::of(error) != Meaning::Refresh)
    {
        let kept = visit.keep(&Draft { kind: P::KIND, identity: form.whose(), flow: None, form: form.draft() });
        if !kept && Meaning::of(error) == Meaning::Gone {
            return again::<P>(visit, form, detour::successor(error.refusal(), start), start).await;
        }
    }
    // Of what somebody signs up with, Kratos forgets the lists.
    if let (Call::Submit, Kind::Registration, Back::Flow(start, _)) = (call, P::KIND, back)
        && let Some(flow) = error.refused_flow()
        && matches!(detour, Detour::SeeOther { .. })
        && submission::needs_flow(P::KIND, form)
        && !visit.keep(&Draft { kind: P::KIND, identity: None, flow: Some(flow.id), form: form.draft() })
    {
        return with_typed::<P>(visit, form, flow, start, false).await;
    }
    Err(detour)
}

/// What a page tells besides its flow.
#[derive(Default)]
struct Around {
    /// Which form was sent last.
    acted: Option<Act>,
    /// What was typed into a page that could not be sent, or was refused.
    typed: Option<Typed>,
    /// Whether it was typed into the page of a flow that has ended.
    is_fresh: bool,
}

impl Around {
    /// What was kept for this page.
    fn of<P: FlowPage>(visit: &Visit, flow: &mut Flow<'_>, schema: Option<&Schema>) -> Self {
        let acted = visit.cookie(ACT).and_then(|act| Act::read(act, flow.id));
        let draft = visit.take_draft(P::KIND).filter(|draft| {
            let identity = flow.identity.as_ref().map(|identity| identity.id);
            (draft.identity.is_none() || draft.identity == identity) && draft.flow.is_none_or(|of| of == flow.id)
        });
        let form = draft.and_then(|draft| Some((Form::read(draft.form.as_bytes()).ok()?, draft.flow.is_none())));
        let typed = form.map(|(form, is_fresh)| Self::typed(&form, flow, schema, is_fresh));
        Self { acted, ..typed.unwrap_or_default() }
    }

    /// What was typed, for the fields of `flow`, which gets those it lacks.
    fn typed(form: &Form, flow: &mut Flow<'_>, schema: Option<&Schema>, is_fresh: bool) -> Self {
        let items = submission::items(form, flow, schema);
        flow.ui.nodes.extend(items);
        Self { acted: None, typed: Some(submission::typed(form, flow, schema)), is_fresh }
    }
}

async fn page<P: FlowPage>(
    visit: &Visit,
    flow: &Flow<'_>,
    start: &Start,
    schema: Option<&Schema>,
    Around { acted, typed, is_fresh }: Around,
) -> Result<Response, Detour> {
    let person = siblings::person(visit, flow).await;
    let ways = siblings::ways(visit, flow, start).await;
    let other = siblings::other(visit, flow, start);
    let account = &visit.account;
    let posting = Posting::of(flow, start, &account.addresses);
    let context = Context {
        brand: account.pages.brand.name.as_deref(),
        schema,
        acted: acted.as_ref().map(|act| act.done.as_str()),
        gone: acted.as_ref().map_or(&[], |act| act.gone.as_slice()),
        typed: typed.as_ref(),
        says: if is_fresh {
            Some("typed-kept")
        } else if P::KIND == Kind::Settings && visit.value(NEEDS_FACTOR).is_some() {
            Some("second-factor-needed")
        } else {
            None
        },
        person: person.as_deref(),
        other: other.as_ref(),
        ways: &ways,
        strength: Some(&account.pages.assets.zxcvbn.href),
        shortest_password: account.pages.shortest_password.told(&flow.ui.nodes),
        ..Context::new(&account.addresses, &posting, visit.words())
    };
    P::render(visit, view::Flow::of(flow, &P::LAYOUT, context))
}

/// The second look at what a button does, for browsers that cannot open a dialog. Kratos is told
/// nothing yet.
fn confirm<P: FlowPage>(
    visit: &Visit,
    flow: &Flow<'_>,
    start: &Start,
    (name, value): (&str, &str),
) -> Result<Response, Detour> {
    let addresses = &visit.account.addresses;
    let posting = Posting::of(flow, start, addresses);
    let page = view::Flow::of(flow, &P::LAYOUT, Context::new(addresses, &posting, visit.words()));
    let back = addresses.page(Some(flow.id), start);
    match page.act(name, value) {
        Some((form, facts)) => visit.page(&ConfirmPage { visit, form, facts, back: &back }),
        // It may have been done elsewhere since.
        None => Err(Detour::see_other(back)),
    }
}

/// The schema of the traits that a flow is about, where Kratos gives it.
async fn schema_of(visit: &Visit, flow: &Flow<'_>) -> Option<Arc<Schema>> {
    if let Some(identity) = &flow.identity {
        return visit.schema(&identity.schema_url).await;
    }
    let names = flow.ui.nodes.iter().map(|node| node.attributes.name.as_str());
    let traits: Vec<&str> = names.filter_map(|name| name.strip_prefix("traits.")).collect();
    if traits.is_empty() {
        return None;
    }
    visit.schema_for(flow.identity_schema.as_deref(), &traits).await
}
