//! Linking and unlinking providers, and the way back from one.

use super::submission::{Outcome, Refusal, Update, finish_link};
use crate::call::{Answer, Call, random_text};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Flow, Kind};
use crate::message::{fixed, generic};
use crate::provider::Grant;
use crate::settings::parked::{PROVIDER, Parked};

/// Links or unlinks. The CSRF token is not asked for here, as with Kratos.
pub(super) fn run(call: &mut Call<'_>, update: &mut Update, fields: &Fields) -> Outcome {
    match (fields.get("link"), fields.get("unlink")) {
        ("", provider) => unlink(call, update, provider),
        (provider, "") => {
            check_linkable(call, update, provider)?;
            if !call.privileged(&update.session) {
                return Err(Refusal::TooOld);
            }
            Err(Refusal::Away(away(call, &update.flow, provider)))
        }
        _ => {
            let said = "it is not possible to link and unlink providers in the same request";
            Err(Refusal::above(generic(said)))
        }
    }
}

/// Refuses a provider that is unknown or linked already.
fn check_linkable(call: &Call<'_>, update: &Update, provider: &str) -> Outcome {
    let known = call.app.config.providers.iter().any(|one| one.id == provider);
    let linked = update.person.links.iter().any(|link| link.0 == provider);
    if known && !linked {
        return Ok(());
    }
    Err(Refusal::above(generic("can not link unknown or already existing OpenID Connect connection")))
}

/// Takes a link away, unless it is the last way in.
fn unlink(call: &Call<'_>, update: &mut Update, provider: &str) -> Outcome {
    if !call.privileged(&update.session) {
        return Err(Refusal::TooOld);
    }
    if update.person.links.is_empty() {
        return Err(Failure::new(404).reason("identity does not have credential type oidc").into());
    }
    if update.person.first_factors() < 2 {
        let said = "can not unlink OpenID Connect connection because it is the last remaining first factor credential";
        return Err(Refusal::above(generic(said)));
    }
    let before = update.person.links.len();
    update.person.links.retain(|link| link.0 != provider);
    if update.person.links.len() == before {
        return Err(Refusal::above(generic("can not unlink non-existing OpenID Connect connection")));
    }
    Ok(())
}

/// Parks the way back and gives the provider's URL.
pub(crate) fn away(call: &mut Call<'_>, flow: &Flow, provider: &str) -> String {
    let state = random_text(64);
    let parked = Parked {
        identity: None,
        flow: flow.id,
        fields: Fields::default(),
        provider_state: state.clone(),
        expires_at: call.now,
    };
    call.park(PROVIDER, parked, 30);
    let back = call.public(&format!("/self-service/methods/oidc/callback/{provider}"));
    let query = [
        ("client_id", provider),
        ("code_challenge", &random_text(32)),
        ("code_challenge_method", "S256"),
        ("redirect_uri", &back),
        ("response_type", "code"),
        ("scope", "openid email"),
        ("state", &state),
    ];
    Call::with_query(&format!("{}/auth", call.app.provider), &query)
}

/// `GET /self-service/methods/oidc/callback/<provider>`: the browser comes back from a provider.
pub(crate) fn callback(call: &mut Call<'_>, provider: &str) -> Answer {
    let state = call.req.query("state").unwrap_or_default();
    let parked = call.parked(PROVIDER).filter(|parked| parked.provider_state == state);
    let flow = parked.and_then(|parked| call.state.flows.get(&parked.flow).cloned()).ok_or_else(|| {
        Failure::new(400).reason("Unable to complete OpenID Connect flow because the state is unknown or expired.")
    })?;
    if let Some(error) = call.req.query("error") {
        let why = call.req.query("error_description").unwrap_or_default();
        let said = generic(format!(
            "Unable to complete OpenID Connect flow because the OpenID Provider returned error \"{error}\": {why}"
        ));
        return Ok(back_to(call, flow, said));
    }
    let code = call.req.query("code").unwrap_or_default();
    let grant = call.state.grants.remove(code).filter(|grant| grant.provider == provider).ok_or_else(|| {
        Failure::new(400).reason("Unable to complete OpenID Connect flow because the code is unknown.")
    })?;
    if flow.kind == Kind::Settings { link(call, flow, grant) } else { crate::login::by_provider(call, flow, &grant) }
}

/// Says something in a flow and sends the browser back to it.
fn back_to(call: &mut Call<'_>, mut flow: Flow, said: crate::message::Message) -> crate::http::Reply {
    flow.ui.reset_messages();
    flow.ui.messages.push(said);
    call.keep(&flow);
    call.see_other(&call.page_of(&flow))
}

/// Ends linking: the session still has to be there, and the account nobody else's.
fn link(call: &mut Call<'_>, mut flow: Flow, grant: Grant) -> Answer {
    let session = call.session().ok_or_else(Failure::no_session)?;
    if flow.identity != Some(session.identity) {
        return Err(Failure::identity_mismatch());
    }
    let person = call.state.identities.get(&session.identity).cloned().ok_or_else(Failure::no_session)?;
    flow.active = Some("oidc");
    let mut update = Update { flow, session, person };
    let outcome = check_linkable(call, &update, &grant.provider).and_then(|()| {
        if call.state.by_link(&grant.provider, &grant.subject).is_some() {
            return Err(Refusal::above(fixed(4_000_007)));
        }
        update.person.links.push((grant.provider.clone(), grant.subject));
        call.add_proof(&mut update.session, "oidc", false, Some(grant.provider));
        Ok(())
    });
    finish_link(call, update, outcome)
}

/// The error a sign-in ends with where nobody linked the account.
pub(crate) fn nobody(call: &mut Call<'_>, flow: Flow) -> crate::http::Reply {
    back_to(call, flow, fixed(4_000_037))
}
