//! What follows once an account can be made: it is kept, its addresses are mailed, and hooks decide whether the person
//! is signed in and where they go.

use super::{refuse, taken};
use crate::call::{Answer, Call};
use crate::config::Hook;
use crate::flow::Flow;
use crate::http::Reply;
use crate::identity::Identity;
use crate::json::Json;
use serde_json::json;

/// Makes the account, unless its identifier is somebody's.
pub(super) fn create(
    call: &mut Call<'_>,
    flow: Flow,
    person: Identity,
    method: &'static str,
    provider: Option<String>,
) -> Answer {
    match call.state.conflict(&person) {
        None => complete(call, &flow, person, method, provider),
        Some((identifier, owner)) => {
            let said = taken(call, &identifier, owner);
            Ok(refuse(call, flow, vec![(None, said)]))
        }
    }
}

/// Keeps the new person and sends them on.
pub(crate) fn complete(
    call: &mut Call<'_>,
    flow: &Flow,
    person: Identity,
    method: &'static str,
    provider: Option<String>,
) -> Answer {
    let home = call.app.config.default_return_url.clone();
    let back = call.way_back(flow.return_to(), &home)?;
    let id = person.id;
    call.state.identities.insert(id, person);
    call.keep(flow);
    let hooks = call.app.config.registration_hooks.clone();
    let begun = crate::verification::after_hook(call, id, flow);
    let shows = hooks.contains(&Hook::ShowVerificationUi);
    let (asks, page) = crate::verification::shown(call, &begun, shows);
    let waits = !asks.is_empty();
    let mut then = vec![json!({"action": "redirect_browser_to", "redirect_browser_to": back})];
    then.extend(asks);
    let signed_in = hooks.contains(&Hook::Session);
    // Kratos makes a session in any case; without the hook nobody gets its cookie.
    let session = call.new_session(id, method, provider);
    if signed_in {
        call.renew_csrf_cookie();
        call.issue_session_cookie(&session);
    }
    for begun in begun {
        call.remember_session(begun.flow, session.id);
    }
    if !call.json() {
        let hydra = flow.challenge.as_deref().filter(|_| page.is_none());
        let hydra = hydra.map(|challenge| call.hydra_accept(challenge, &session));
        return Ok(call.see_other(&page.or(hydra).unwrap_or(back)));
    }
    if let Some(challenge) = flow.challenge.as_deref().filter(|_| signed_in && !waits) {
        let to = call.hydra_accept(challenge, &session);
        then = vec![json!({"action": "redirect_browser_to", "redirect_browser_to": to})];
    }
    let identity = call.state.identities.get(&id).map_or_else(Json::empty, |person| person.json(&call.app.public));
    let mut body = Json::empty();
    if signed_in {
        body.set("session", session.json(identity.clone()));
    }
    body.set("identity", identity);
    body.set("continue_with", Json::from(then));
    Ok(Reply::json(200, &body))
}
