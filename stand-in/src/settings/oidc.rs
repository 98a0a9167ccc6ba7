//! Linking and unlinking providers.

use super::submission::{Outcome, Refusal, Update, finish_link};
use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::Flow;
use crate::message::{fixed, generic};
use crate::oidc::away;
use crate::provider::Grant;

/// Links or unlinks. The CSRF token is not asked for here, as with Kratos.
pub(super) fn run(call: &mut Call<'_>, update: &mut Update, fields: &Fields) -> Outcome {
    match (fields.get("link"), fields.get("unlink")) {
        ("", provider) => unlink(call, update, provider),
        (provider, "") => {
            check_linkable(call, update, provider)?;
            if !call.privileged(&update.session) {
                return Err(Refusal::TooOld);
            }
            Err(Refusal::Away(away(call, &update.flow, provider, Fields::default())))
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
    if update.person.first_factors(call.app.config.methods) < 2 {
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

/// Ends linking: the session still has to be there, and the account nobody else's.
pub(crate) fn link(call: &mut Call<'_>, mut flow: Flow, grant: Grant) -> Answer {
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
