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
use crate::kratos::Session;
use crate::layers::limits::FormBody;
use crate::layers::origin::must_be_own;
use crate::view::Device;
use crate::visit::Visit;

/// What ends all sessions but this one.
const OTHERS: &str = "others";

const BACK: Back<'_> = Back::Page(OwnPage::Sessions);

#[derive(Template)]
#[template(path = "pages/sessions.html")]
struct SessionsPage<'a> {
    visit: &'a Visit,
    this: Device,
    others: Vec<Device>,
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
    let device = |session: &Session| Device::of(session, visit.words());
    visit.page(&SessionsPage {
        visit: &visit,
        this: device(&this),
        others: others.iter().map(device).collect(),
        ended: visit.value("ended").is_some(),
    })
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
        return confirm(&visit, end, &here);
    }
    let kratos = &visit.account.kratos;
    // Kratos ends sessions for whoever gave the first factor only, and shows them to nobody.
    let this = visit.ask(kratos.whoami(), Call::Prepare, BACK).await?;
    let this = visit.data(&this, Call::Prepare, BACK)?;
    let remembered = &visit.account.sessions;
    match id {
        Ok(id) => {
            visit.ask(kratos.revoke_session(id), Call::Submit, BACK).await?;
            remembered.leave(id, Instant::now());
        }
        Err(_) => {
            visit.ask(kratos.revoke_other_sessions(), Call::Submit, BACK).await?;
            remembered.forget_others(&this);
        }
    }
    Err(Detour::see_other(format!("{here}?ended")))
}

/// The second look.
fn confirm(visit: &Visit, end: &str, here: &str) -> Result<Response, Detour> {
    let (label, consequence) = match end {
        OTHERS => ("sessions-end-others", "sessions-end-others-consequence"),
        _ => ("sessions-end", "sessions-end-consequence"),
    };
    let words = visit.words();
    visit.page(&ConfirmPage {
        visit,
        consequence: Some(words.text(consequence)),
        action: here,
        hidden: &[],
        name: "end",
        value: end,
        label: &words.text(label).to_owned().into(),
        back: here,
    })
}
