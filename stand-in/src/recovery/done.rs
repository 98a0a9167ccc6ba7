//! A recovery that succeeded: a session, and the settings that say for how long a new password can be set.

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::flow::{Flow, Sent};
use crate::message::message;
use serde_json::json;

/// Ends a recovery by a code or a link; an administrator's proves no address.
pub(super) fn complete(call: &mut Call<'_>, mut flow: Flow, sent: &Sent, method: &'static str) -> Answer {
    let now = call.now;
    let Some(person) = sent.person.and_then(|id| call.state.identities.get_mut(&id)) else {
        return Err(Failure::not_located());
    };
    if !sent.address.is_empty() {
        person.verify(&sent.address, now);
    }
    let (id, active) = (person.id, person.active);
    flow.state = "passed_challenge";
    flow.ui.messages.clear();
    call.renew_csrf_cookie();
    flow.owner = Some(call.secret);
    flow.ui.set_csrf(call.csrf_token());
    call.keep(&flow);
    if !active {
        return Err(Failure::disabled_account(id));
    }
    let session = call.new_session(id, method, None);
    call.issue_session_cookie(&session);
    let mut settings = crate::settings::begin(call, id)?;
    if let Some(back) = flow.return_to() {
        settings.request_url = Call::with_query(&settings.request_url, &[("return_to", &back)]);
    }
    let until = now + call.app.config.privileged_session_max_age;
    let minutes = call.app.config.privileged_session_max_age.as_secs_f64() / 60.0;
    let text = format!(
        "You successfully recovered your account. Please change your password or set up an alternative login method \
         (e.g. social sign in) within the next {minutes:.2} minutes."
    );
    settings.ui.messages = vec![message(1_060_001, text).context(json!({
        "privilegedSessionExpiresAt": until, "privileged_session_expires_at": until,
        "privileged_session_expires_at_unix": until.as_second(),
    }))];
    call.keep(&settings);
    let page = call.page_of(&settings);
    if !call.json() || method == "link_recovery" {
        return Ok(call.see_other(&page));
    }
    if !call.app.config.feature_flags.use_continue_with_transitions {
        return Err(Failure::go_to(&page));
    }
    let then = json!([{"action": "show_settings_ui", "flow": {"id": settings.id, "url": page}}]);
    Ok(call.shown(200, &flow, Some(then)))
}
