//! What follows once somebody proved who they are: hooks, the session, and the way on.

use crate::call::{Answer, Call};
use crate::config::Hook;
use crate::failure::Failure;
use crate::flow::Flow;
use crate::http::Reply;
use crate::json::Json;
use crate::message::fixed;
use crate::session::Session;
use serde_json::{Value, json};
use uuid::Uuid;

/// Signs in who proved who they are, and sends them on: to the second factor where whoami needs it, to Hydra, to the
/// verification of an address, else back.
pub(crate) fn complete(
    call: &mut Call<'_>,
    mut flow: Flow,
    person: Uuid,
    method: &'static str,
    second: bool,
    provider: Option<String>,
) -> Answer {
    let Some(owner) = call.state.identities.get(&person).cloned() else { return Err(Failure::not_located()) };
    if !owner.active {
        return Err(Failure::disabled_account(person));
    }
    let home = call.app.config.default_return_url.clone();
    let back = call.way_back(flow.return_to(), &home)?;
    call.keep(&flow);
    let hooks = call.app.config.login_hooks.clone();
    let legacy = call.app.config.feature_flags.legacy_require_verified_login_error;
    let asks = hooks.contains(&Hook::RequireVerifiedAddress) && (!legacy || method == "password");
    if asks && !owner.is_verified() {
        return not_verified(call, flow, person);
    }
    // Linking waits until the session is as strong as it has to be.
    let strong = second || flow.second || !owner.has_second_factor(call.app.config.methods);
    let linking = flow
        .secrets
        .linking
        .clone()
        .filter(|_| strong || call.app.config.whoami_aal == crate::config::RequiredAal::Aal1);
    if let Some(linking) = &linking
        && !owner.identifiers.contains(&linking.identifier)
    {
        return Ok(super::refuse(call, flow, vec![(None, fixed(4_010_009))]));
    }
    let mut then = vec![json!({"action": "redirect_browser_to", "redirect_browser_to": back})];
    let begun = if hooks.contains(&Hook::Verification) && !second {
        crate::verification::after_hook(call, person, &flow)
    } else {
        Vec::new()
    };
    let shows = hooks.contains(&Hook::ShowVerificationUi);
    let (asks, verification) = crate::verification::shown(call, &begun, shows);
    then.extend(asks);
    let mut session = call.sign_in(person, method, second, provider);
    for begun in begun {
        call.remember_session(begun.flow, session.id);
    }
    if let Some(linking) = linking {
        link(call, &mut session, person, &linking.grant);
    }
    if !call.satisfies(&session, call.app.config.whoami_aal) {
        return step_up(call, &flow);
    }
    if let Some(challenge) = &flow.challenge {
        let to = call.hydra_accept(challenge, &session);
        return if call.json() { Err(Failure::go_to(&to)) } else { Ok(call.see_other(&to)) };
    }
    if !call.json() {
        return Ok(call.see_other(&verification.unwrap_or(back)));
    }
    flow.secrets.linking = None;
    let identity = call.state.identities.get(&person).map(|person| person.json(&call.app.public));
    let mut body = Json::empty();
    body.set("session", session.json(identity.unwrap_or_else(Json::empty)));
    body.set("continue_with", Json::from(then));
    Ok(Reply::json(200, &body))
}

/// Adds the account of a provider that waited for it.
fn link(call: &mut Call<'_>, session: &mut Session, person: Uuid, grant: &crate::provider::Grant) {
    if let Some(owner) = call.state.identities.get_mut(&person) {
        owner.links.push((grant.provider.clone(), grant.subject.clone()));
    }
    call.add_proof(session, "oidc", false, Some(grant.provider.clone()));
}

/// On to the second factor. What is linked at the end is carried on by a login that is begun here.
fn step_up(call: &mut Call<'_>, flow: &Flow) -> Answer {
    let back = flow.return_to().unwrap_or_default();
    let challenge = flow.challenge.as_deref().unwrap_or_default();
    let base = call.public("/self-service/login/browser");
    let login = Call::with_query(&base, &[("aal", "aal2"), ("login_challenge", challenge), ("return_to", &back)]);
    let Some(linking) = flow.secrets.linking.clone() else {
        return if call.json() { Err(Failure::go_to(&login)) } else { Ok(call.see_other(&login)) };
    };
    let mut next = call.begin(flow.kind, "choose_method")?;
    next.request_url = login;
    next.second = true;
    next.secrets.linking = Some(linking);
    let session = call.state.sessions.last().cloned();
    super::form::fill(call, &mut next, session.as_ref(), true)?;
    call.keep(&next);
    Ok(call.begun(&next))
}

/// The answer where an address has to be verified first; nobody is signed in.
fn not_verified(call: &mut Call<'_>, flow: Flow, person: Uuid) -> Answer {
    if call.app.config.feature_flags.legacy_require_verified_login_error {
        return Ok(super::refuse(call, flow, vec![(None, fixed(4_000_010))]));
    }
    let Some(begun) = crate::verification::required(call, person, &flow) else {
        return Err(Failure::new(500).reason(
            "A misconfiguration prevents login. Expected to find a verification address but this identity does not \
             have one assigned.",
        ));
    };
    if !call.json() {
        return Ok(call.see_other(&begun.page));
    }
    let then: Value = json!([begun.then()]);
    let failure = Failure::new(400)
        .id("session_verified_address_required")
        .message("your email or phone address is not yet verified")
        .reason(
            "Your account's email or phone address are not verified yet. Please check your email or phone inbox or \
             re-request verification.",
        )
        .details(json!({"continue_with": then}));
    Ok(call.fail_json(&failure, 403))
}
