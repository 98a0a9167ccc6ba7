//! The settings flow: beginning it, reading it, submitting to it.

pub(crate) mod form;
mod keys;
mod lookup;
mod oidc;
pub(crate) mod parked;
pub(crate) mod password;
mod profile;
mod submission;
mod totp;

pub(crate) use keys::{UNNAMED, script};
pub(crate) use oidc::link;

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::flow::{Flow, Kind};
use crate::session::Session;
use submission::Update;

/// `GET /self-service/settings/browser`
pub(crate) fn init(call: &mut Call<'_>) -> Answer {
    let back = call.req.query("return_to").unwrap_or_default().to_owned();
    let Some(session) = call.session() else {
        if call.json() {
            return Err(Failure::no_session().beside("CredentialsMissing", false));
        }
        let login = Call::with_query(&call.public("/self-service/login/browser"), &[("return_to", &back)]);
        return Ok(call.see_other(&login));
    };
    if !call.satisfies(&session, call.app.config.settings_aal) {
        let way = if back.is_empty() { String::new() } else { call.request_url()? };
        let login = call.aal2_login(&way);
        return if call.json() { Err(Failure::aal2_required(&login)) } else { Ok(call.see_other(&login)) };
    }
    call.asked_return_to()?;
    let flow = begin(call, session.identity)?;
    Ok(call.begun(&flow))
}

/// A new flow for a person; changes parked before are forgotten.
pub(crate) fn begin(call: &mut Call<'_>, person: uuid::Uuid) -> Result<Flow, Failure> {
    call.drop_parked_changes();
    let mut flow = call.begin(Kind::Settings, "show_form")?;
    flow.identity = Some(person);
    form::fill(call, &mut flow);
    call.keep(&flow);
    Ok(flow)
}

/// The answer to a request without a session: unlike everywhere else, the bare login page.
fn unauthenticated(call: &mut Call<'_>) -> Answer {
    if call.json() {
        return Err(Failure::session_missing());
    }
    Ok(call.found(&call.page(Kind::Login)))
}

/// `GET /self-service/settings/flows`: after the session check always JSON.
pub(crate) fn fetch(call: &mut Call<'_>) -> Answer {
    let Some(session) = call.session() else { return unauthenticated(call) };
    let answer = (|| {
        let flow = call.flow(Kind::Settings, "id").ok_or_else(Failure::not_located)?;
        if flow.identity != Some(session.identity) {
            return Err(Failure::identity_mismatch());
        }
        call.settings_session(&call.page_of(&flow))?;
        if flow.expires_at < call.now { Err(call.gone(&flow)) } else { Ok(call.shown(200, &flow, None)) }
    })();
    Ok(answer.unwrap_or_else(|failure| call.fail_json(&failure, failure.status)))
}

/// `POST /self-service/settings`, and the `GET` that resumes a parked change.
pub(crate) fn submit(call: &mut Call<'_>) -> Answer {
    let Some(session) = call.session() else { return unauthenticated(call) };
    if call.req.query("flow").and_then(|id| uuid::Uuid::parse_str(id).ok()).is_none() {
        return Err(Failure::flow_missing());
    }
    let flow = call
        .flow(Kind::Settings, "flow")
        .ok_or_else(|| Failure::new(404).reason("The settings request could not be found. Please restart the flow."))?;
    if !call.satisfies(&session, call.app.config.settings_aal) {
        let login = call.aal2_login(&call.request_url()?);
        return if call.json() { Err(Failure::aal2_required(&login)) } else { Ok(call.see_other(&login)) };
    }
    if flow.expires_at < call.now {
        return replace_expired(call, &flow, &session);
    }
    if flow.identity != Some(session.identity) {
        return Err(Failure::begun_by_another());
    }
    let person = call.state.identities.get(&session.identity).cloned().ok_or_else(Failure::session_missing)?;
    let mut update = Update { flow, session, person };
    let (method, outcome) = submission::dispatch(call, &mut update);
    submission::conclude(call, update, method, outcome)
}

/// The answer to a submission to a flow that is over: a new flow that says so, with the old way back.
fn replace_expired(call: &mut Call<'_>, old: &Flow, session: &Session) -> Answer {
    let mut new = begin(call, session.identity)?;
    new.request_url.clone_from(&old.request_url);
    new.ui.messages.push(call.expiry_message(old, 4_050_001));
    call.keep(&new);
    if call.json() { Err(call.expired(old, &new)) } else { Ok(call.see_other(&call.page_of(&new))) }
}
