//! The recovery flow: a code by mail, then a session and the settings.

use crate::call::{Answer, Call, random_of};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Flow, Kind};
use crate::http::Reply;
use crate::message::{Message, email, fixed, message, required};
use crate::node::Node;
use serde_json::json;
use uuid::Uuid;

/// `GET /self-service/recovery/browser`
pub(crate) fn init(call: &mut Call<'_>) -> Answer {
    call.asked_return_to()?;
    if call.session().is_some() {
        if call.json() {
            let reason = "A valid session was detected and thus recovery is not possible.";
            return Err(Failure::already_signed_in(None, reason));
        }
        return Ok(call.found(&call.app.config.default_return_url));
    }
    let flow = begin(call)?;
    Ok(call.begun(&flow))
}

/// A new flow that asks for the address.
fn begin(call: &mut Call<'_>) -> Result<Flow, Failure> {
    let mut flow = call.begin(Kind::Recovery, "choose_method")?;
    flow.active = Some("code");
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.nodes.extend(address_nodes());
    call.keep(&flow);
    Ok(flow)
}

/// The field for the address and its button.
pub(crate) fn address_nodes() -> [Node; 2] {
    [
        Node::input("code", "email", "email").required().label(fixed(1_070_007)),
        Node::submit("code", "method", "code", fixed(1_070_009)),
    ]
}

/// A code to mail.
pub(crate) fn new_code() -> String {
    random_of(b"0123456789", 6)
}

/// Whether a text is an e-mail address, as far as this matters here.
pub(crate) fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
}

/// The checks submissions to recovery and verification begin with: a refused token also renews the cookie.
pub(crate) fn open(call: &mut Call<'_>, kind: Kind, fields: &Fields) -> Result<Flow, Failure> {
    if call.req.query("flow").and_then(|id| Uuid::parse_str(id).ok()).is_none() {
        return Err(Failure::flow_missing());
    }
    let flow = call.flow(kind, "flow").ok_or_else(Failure::not_located)?;
    let meant = fields.get("method") == "code" && flow.active != Some("default");
    if meant && let Err(failure) = call.check_csrf(fields.get("csrf_token")) {
        call.renew_csrf_cookie();
        return Err(failure);
    }
    Ok(flow)
}

/// Says something in a flow. A submission nobody took for theirs leaves the flow dead, as Kratos does.
pub(crate) fn refuse(call: &mut Call<'_>, mut flow: Flow, status: u16, field: Option<&str>, said: Message) -> Reply {
    if field.is_none() && matches!(said.id, 4_010_005 | 4_010_006) {
        flow.active = Some("default");
    }
    // Verification only forgets when a code was wrong.
    if flow.kind == Kind::Recovery || status == 200 {
        flow.ui.reset_messages();
    }
    flow.ui.say(field, said);
    call.keep(&flow);
    call.refused(status, &flow)
}

/// `POST /self-service/recovery`
pub(crate) fn submit(call: &mut Call<'_>) -> Answer {
    let fields = Fields::read(call.req).unwrap_or_default();
    let mut flow = open(call, Kind::Recovery, &fields)?;
    if flow.expires_at < call.now {
        let mut new = begin(call)?;
        new.request_url.clone_from(&flow.request_url);
        new.ui.messages.push(call.expiry_message(&flow, 4_060_005));
        call.keep(&new);
        return if call.json() { Err(call.expired(&flow, &new)) } else { Ok(call.see_other(&call.page_of(&new))) };
    }
    if fields.get("method") != "code" || flow.active == Some("default") {
        return Ok(refuse(call, flow, 400, None, fixed(4_010_005)));
    }
    let (code, address) = (fields.get("code"), fields.get("email"));
    if flow.state == "sent_email" && !code.is_empty() {
        let owner = call
            .state
            .identities
            .values()
            .find(|person| person.recovery.iter().any(|one| one.value.eq_ignore_ascii_case(&flow.secrets.address)));
        return match owner.map(|person| person.id) {
            Some(person) if flow.secrets.code.as_deref() == Some(code) => complete(call, flow, person),
            _ => Ok(refuse(call, flow, 200, None, fixed(4_060_006))),
        };
    }
    if address.is_empty() {
        let field = if flow.state == "sent_email" { "code" } else { "email" };
        return Ok(refuse(call, flow, 400, Some(field), required(field)));
    }
    if !is_address(address) {
        return Ok(refuse(call, flow, 400, Some("email"), email(address)));
    }
    flow.state = "sent_email";
    flow.secrets.code = Some(new_code());
    address.clone_into(&mut flow.secrets.address);
    send(call, &flow);
    flow.ui.reset_messages();
    flow.ui.messages.push(fixed(1_060_003));
    flow.ui.nodes.retain(|node| node.id() == "csrf_token");
    let code = Node::input("code", "code", "text").required().with("pattern", "[0-9]+").with("maxlength", 6);
    flow.ui.nodes.extend([
        code.label(fixed(1_070_010)),
        Node::input("code", "method", "hidden").value("code"),
        Node::submit("code", "method", "code", fixed(1_070_009)),
        Node::submit("code", "email", address, fixed(1_070_008)),
    ]);
    call.keep(&flow);
    Ok(call.refused(200, &flow))
}

/// Mails the code, if the address is anybody's.
fn send(call: &mut Call<'_>, flow: &Flow) {
    let known = |person: &crate::identity::Identity| {
        person.recovery.iter().any(|one| one.value.eq_ignore_ascii_case(&flow.secrets.address))
    };
    let code = flow.secrets.code.as_deref().unwrap_or_default();
    if call.state.identities.values().any(known) {
        let body = format!(
            "Recover access to your account by entering the following code:\n\n{code}\n\nIf this was not you, do \
             nothing. This code expires in 60 minutes.\n"
        );
        let subject = format!("Use code {code} to recover access to your account");
        call.mail(&flow.secrets.address, "recovery_code_valid", subject, body);
    }
}

/// The right code: the address counts as verified, a session begins, and the settings say for how long a new password
/// can be set.
fn complete(call: &mut Call<'_>, mut flow: Flow, person: Uuid) -> Answer {
    let now = call.now;
    flow.secrets.code = None;
    flow.state = "passed_challenge";
    flow.ui.messages.clear();
    if let Some(person) = call.state.identities.get_mut(&person) {
        for address in person.verifiable.iter_mut().filter(|one| one.value.eq_ignore_ascii_case(&flow.secrets.address))
        {
            address.status = "completed";
            address.verified_at.get_or_insert(now);
        }
    }
    call.keep(&flow);
    call.sign_in(person, "code_recovery", false, None);
    let mut settings = crate::settings::begin(call, person)?;
    let until = now + call.app.config.privileged_session_max_age;
    let minutes = call.app.config.privileged_session_max_age.as_secs_f64() / 60.0;
    let text = format!(
        "You successfully recovered your account. Please change your password or set up an alternative login method \
         (e.g. social sign in) within the next {minutes:.2} minutes."
    );
    settings.ui.messages.push(message(1_060_001, text).context(json!({
        "privilegedSessionExpiresAt": until, "privileged_session_expires_at": until,
        "privileged_session_expires_at_unix": until.as_second(),
    })));
    call.keep(&settings);
    let page = call.page_of(&settings);
    if !call.json() {
        return Ok(call.see_other(&page));
    }
    if !call.app.config.continue_with_transitions {
        return Err(Failure::go_to(&page));
    }
    let then = json!([{"action": "show_settings_ui", "flow": {"id": settings.id, "url": page}}]);
    Ok(call.shown(200, &flow, Some(then)))
}
