//! `/sessions`: where the person is signed in.

use std::time::Instant;

use askama::Template;
use axum::response::Response;
use uuid::Uuid;

use super::confirm::ConfirmPage;
use crate::flow::detour::{Back, Call, Detour};
use crate::flow::own_page::OwnPage;
use crate::flow::problem::Problem;
use crate::flow::submission::Form;
use crate::layers::limits::FormBody;
use crate::layers::origin::must_be_own;
use crate::view::{self, Look, Thing};
use crate::visit::Visit;

/// What ends all sessions but this one.
const OTHERS: &str = "others";

const BACK: Back<'_> = Back::Page(OwnPage::Sessions);

#[derive(Template)]
#[template(path = "pages/sessions.html")]
struct SessionsPage<'a> {
    visit: &'a Visit,
    /// The sessions: this one first, then the others as Kratos has them, the newest first.
    things: Vec<Thing<'a>>,
    /// What ends all others, where there are several.
    others: Option<view::Form<'a>>,
    /// Whether a session has just been ended.
    ended: bool,
}

/// `GET /sessions`: this device and the others.
pub(crate) async fn show(visit: Visit) -> Result<Response, Detour> {
    let kratos = &visit.account.kratos;
    let (this, others) = tokio::join!(
        // Kratos renews a cookie whose time has moved.
        visit.ask(kratos.whoami(), Call::Start, BACK),
        visit.ask(kratos.sessions(), Call::Read, BACK)
    );
    let (this, others) = (this?, others?);
    let (this, others) = (visit.data(&this, Call::Read, BACK)?, visit.data(&others, Call::Read, BACK)?);
    let (words, here) = (visit.words(), path(&visit));
    let mut things = vec![view::device(&this, None, words)];
    things.extend(others.iter().map(|session| view::device(session, Some(&here), words)));
    view::tell_apart(&mut things);
    visit.page(&SessionsPage {
        visit: &visit,
        things,
        others: (others.len() > 1).then(|| end_others(&visit, &here)),
        ended: visit.value("ended").is_some(),
    })
}

/// Where the forms of the page go.
fn path(visit: &Visit) -> String {
    format!("{}/sessions", visit.account.config.base_path())
}

/// What ends all sessions but this one.
fn end_others<'a>(visit: &'a Visit, here: &'a str) -> view::Form<'a> {
    let words = visit.words();
    let look = Look {
        question: words.text("sessions-end-others-question").to_owned(),
        consequence: words.text("sessions-end-others-consequence").to_owned(),
    };
    view::taking_away(
        "sessions-others".to_owned(),
        here,
        ("end", OTHERS),
        words.text("sessions-end-others"),
        look,
        words,
    )
}

/// `POST /sessions`: ends one session (`end=ID`), or all others (`end=others`). The buttons of the
/// page ask again first.
pub(crate) async fn end(visit: Visit, FormBody(body): FormBody) -> Result<Response, Detour> {
    must_be_own(&visit).map_err(Detour::Problem)?;
    let form = Form::read(&body).map_err(|_| Detour::Problem(Problem::TooLarge))?;
    let here = visit.account.addresses.own_page(OwnPage::Sessions);
    let end = form.get("end").unwrap_or_default();
    let id = end.parse::<Uuid>();
    if end != OTHERS && id.is_err() {
        return Err(Detour::see_other(here));
    }
    if form.asks().is_some() {
        return confirm(&visit, id.ok(), &here).await;
    }
    let kratos = &visit.account.kratos;
    // Kratos ends sessions for whoever gave the first factor only, and shows them to nobody.
    let this = visit.ask(kratos.whoami(), Call::Prepare, BACK).await?;
    let this = visit.data(&this, Call::Prepare, BACK)?;
    let remembered = &visit.account.sessions;
    if let Ok(id) = id {
        visit.ask(kratos.revoke_session(id), Call::Submit, BACK).await?;
        remembered.leave(id, Instant::now());
    } else {
        visit.ask(kratos.revoke_other_sessions(), Call::Submit, BACK).await?;
        remembered.forget_others(&this);
    }
    Err(Detour::see_other(format!("{here}?ended")))
}

/// The second look: at one session, or at all others.
async fn confirm(visit: &Visit, id: Option<Uuid>, here: &str) -> Result<Response, Detour> {
    let path = path(visit);
    let Some(id) = id else {
        return visit.page(&ConfirmPage { visit, form: &end_others(visit, &path), facts: &[], back: here });
    };
    let others = visit.ask(visit.account.kratos.sessions(), Call::Prepare, BACK).await?;
    let others = visit.data(&others, Call::Prepare, BACK)?;
    let session = others.iter().find(|session| session.id == id);
    let thing = session.map(|session| view::device(session, Some(&path), visit.words()));
    match thing.as_ref().and_then(Thing::act) {
        Some((form, facts)) => visit.page(&ConfirmPage { visit, form, facts, back: here }),
        // It has ended elsewhere since.
        None => Err(Detour::see_other(format!("{here}?ended"))),
    }
}
