//! The verification flow: proving an address by a code or a link.

mod begun;

pub(crate) use begun::{after_hook, after_settings, required, shown};

use crate::call::{Answer, Call, random_of};
use crate::config::Use;
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Entered, Flow, Kind, Sent};
use crate::http::Reply;
use crate::message::{Message, email, fixed, generic, required as missing, too_often};
use crate::node::Node;
use crate::recovery::{address_nodes, is_address, new_code};
use crate::schema::Via;
use axum::http::Method;
use serde_json::json;
use uuid::Uuid;

/// `GET /self-service/verification/browser`. Errors are JSON whoever asks, as with Kratos.
pub(crate) fn init(call: &mut Call<'_>) -> Answer {
    let begun = call.check_enabled(Kind::Verification).and_then(|()| call.asked_return_to());
    if let Err(failure) = begun {
        return Ok(call.fail_json(&failure, failure.status));
    }
    let flow = begin(call)?;
    Ok(call.begun(&flow))
}

/// A new flow that asks for the address.
fn begin(call: &mut Call<'_>) -> Result<Flow, Failure> {
    let mut flow = call.begin(Kind::Verification, "choose_method")?;
    let used = call.app.config.verification_use;
    flow.active = Some(used.name());
    // A link's form begins with the token, a code's ends with it.
    if used == Use::Link {
        flow.ui.set_csrf(call.csrf_token());
    }
    flow.ui.append(address_nodes(used.name()));
    flow.ui.set_csrf(call.csrf_token());
    call.keep(&flow);
    Ok(flow)
}

/// Sends a code or a link, if the address is anybody's.
fn send(call: &mut Call<'_>, flow: &mut Flow, address: &str) {
    let owner = call.state.identities.values_mut().find_map(|person| {
        let id = person.id;
        person.verifiable.iter_mut().find(|one| one.value == address).map(|one| (id, one))
    });
    let used = call.app.config.verification_use;
    let (code, name) = match used {
        Use::Code => (new_code(), "code"),
        Use::Link => (random_of(crate::call::ALPHANUMERIC, 32), "token"),
    };
    let via = owner.as_ref().map_or(Via::of(address), |(_, one)| one.via);
    let person = owner.map(|(id, one)| {
        // Whether or not it was verified before.
        one.status = "sent";
        id
    });
    if person.is_some() {
        let link = call.public("/self-service/verification");
        let id = flow.id.to_string();
        let mut query = [(name, code.as_str()), ("flow", &id)];
        query.sort_unstable();
        let link = Call::with_query(&link, &query);
        let rest = "If this was not you, do nothing. This code / link expires in 60 minutes.";
        let (template, subject, body) = match used {
            Use::Code => (
                "verification_code_valid",
                format!("Use code {code} to verify your account"),
                format!(
                    "Verify your account with the following code:\n\n{code}\n\nor clicking the following \
                     link:\n\n{link}\n\n{rest}\n"
                ),
            ),
            Use::Link => (
                "verification_valid",
                "Please verify your email address".to_owned(),
                format!("Verify your account by opening the following link:\n\n{link}\n\n{rest}\n"),
            ),
        };
        call.send(via, address, template, subject, body);
    }
    flow.state = "sent_email";
    if used == Use::Code {
        flow.secrets.sent.clear();
    }
    flow.secrets.sent.push(Sent { code, address: address.to_owned(), person });
}

/// The form that asks for what was sent; the button that sends it again is named after the way.
fn ask(call: &Call<'_>, flow: &mut Flow, address: &str, via: Via) {
    flow.ui.reset_messages();
    if call.app.config.verification_use == Use::Link {
        flow.ui.messages.push(fixed(1_080_001));
        flow.ui.set_csrf(call.csrf_token());
        flow.ui.set_value_of("email", address);
        return;
    }
    flow.ui.messages.push(fixed(1_080_003));
    flow.ui.nodes = vec![
        Node::input("code", "method", "hidden").value("code"),
        Node::input("code", "code", "text").required().label(fixed(1_070_011)),
        Node::submit("code", "method", "code", fixed(1_070_009)),
    ];
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.append([Node::submit("code", via.name(), address, fixed(1_070_008))]);
}

/// `POST /self-service/verification`, and `GET` of the links in mails.
pub(crate) fn submit(call: &mut Call<'_>) -> Answer {
    if call.req.query("flow").and_then(|id| Uuid::parse_str(id).ok()).is_none() {
        return Err(Failure::flow_missing());
    }
    let not_found = "The verification request could not be found. Please restart the flow.";
    let mut flow = call.flow(Kind::Verification, "flow").ok_or_else(|| Failure::new(404).reason(not_found))?;
    if flow.expires_at < call.now {
        return replace_expired(call, &flow);
    }
    let fields = Fields::of(call.req).unwrap_or_default();
    let (code, given, method) = (fields.get("code"), fields.get("email"), fields.get("method"));
    let address = given.to_lowercase();
    if flow.active != Some("default") && !given.is_empty() && !is_address(given) {
        return Ok(refuse(call, flow, Some("email"), email(given)));
    }
    if flow.active == Some("code") && !matches!(method, "" | "code" | "link") {
        return Ok(refuse(call, flow, Some("method"), generic("value must be one of \"code\", \"link\"")));
    }
    let token = fields.get("token");
    if flow.active == Some("link") && !token.is_empty() {
        return follow(call, flow, token);
    }
    let meant = if method.is_empty() && !code.is_empty() { "code" } else { method };
    if flow.active != Some(meant) {
        if flow.active == Some("link") && !given.is_empty() {
            flow.ui.set_value_of("email", given);
        }
        return Ok(refuse(call, flow, None, fixed(4_010_006)));
    }
    if flow.state == "passed_challenge" {
        return replace(call, fixed(4_070_002), "An error occured, please use the new flow.");
    }
    if meant == "code" && !code.is_empty() {
        return if call.req.method == Method::GET { Ok(fill_in(call, flow, code)) } else { enter(call, flow, code) };
    }
    if address.is_empty() {
        let group = if meant == "link" { "link" } else { "code" };
        flow.ui.set_csrf(call.csrf_token());
        flow.ui.upsert(Node::input(group, "email", "email").value("").required().label(fixed(1_070_007)));
        return Ok(refuse(call, flow, Some("email"), missing("email")));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    send(call, &mut flow, &address);
    ask(call, &mut flow, &address, Via::Email);
    call.keep(&flow);
    Ok(call.refused(200, &flow))
}

/// Says something in a flow; what was said before stays. A submission nobody took for theirs leaves it dead.
fn refuse(call: &mut Call<'_>, mut flow: Flow, field: Option<&str>, said: Message) -> Reply {
    if said.id == 4_010_006 {
        flow.active = Some("default");
    }
    flow.ui.say(field, said);
    call.keep(&flow);
    call.refused(400, &flow)
}

/// The answer to a flow that is over: a new one, in which the person is told so, also under JSON.
fn replace_expired(call: &mut Call<'_>, old: &Flow) -> Answer {
    call.renew_csrf_cookie();
    let mut new = begin(call)?;
    new.request_url.clone_from(&old.request_url);
    new.ui.messages.push(call.expiry_message(old, 4_070_005));
    call.keep(&new);
    Ok(call.redirect_to_new(&new))
}

/// The answer to a flow that is done with: a new one.
fn replace(call: &mut Call<'_>, said: Message, reason: &str) -> Answer {
    call.renew_csrf_cookie();
    let mut new = begin(call)?;
    new.ui.messages.push(said);
    call.keep(&new);
    if !call.json() || call.app.config.verification_use == Use::Link {
        return Ok(call.see_other(&call.page_of(&new)));
    }
    Err(Failure::new(410)
        .id("self_service_flow_replaced")
        .message("self-service flow replaced")
        .reason(reason)
        .beside("use_flow_id", new.id.to_string()))
}

/// The link in a mail fills the code in, and pressing the button is left to the person. The flow is this browser's now.
fn fill_in(call: &mut Call<'_>, mut flow: Flow, code: &str) -> Reply {
    flow.ui.set_value_of("code", code);
    call.renew_csrf_cookie();
    flow.owner = Some(call.secret);
    flow.ui.set_csrf(call.csrf_token());
    call.keep(&flow);
    call.see_other(&call.page_of(&flow))
}

/// A code was entered; neither token nor cookie is asked for.
fn enter(call: &mut Call<'_>, mut flow: Flow, code: &str) -> Answer {
    match flow.enter(code) {
        Entered::Right(sent) => Ok(passed(call, flow, &sent, "code")),
        Entered::Wrong => {
            flow.ui.messages = vec![fixed(4_070_006)];
            call.keep(&flow);
            Ok(call.refused(200, &flow))
        }
        Entered::TooOften => {
            call.keep(&flow);
            replace(call, too_often(), "An error occured, please retry the flow.")
        }
    }
}

/// A link was followed: it verifies at once.
fn follow(call: &mut Call<'_>, mut flow: Flow, token: &str) -> Answer {
    let sent = flow.take_sent(token);
    match sent {
        Some(sent) => Ok(passed(call, flow, &sent, "link")),
        None => replace(call, fixed(4_070_001), ""),
    }
}

/// The address is verified: the form is a plain link by now, to where the person wanted to go.
fn passed(call: &mut Call<'_>, mut flow: Flow, sent: &Sent, group: &'static str) -> Reply {
    let home = || call.app.config.default_return_url.clone();
    let back = flow.return_to().and_then(|wanted| call.allowed(&wanted).ok()).unwrap_or_else(home);
    let now = call.now;
    if let Some(person) = sent.person.and_then(|id| call.state.identities.get_mut(&id)) {
        person.verify(&sent.address, now);
    }
    call.ensure_csrf_cookie();
    flow.owner = Some(call.secret);
    flow.state = "passed_challenge";
    flow.ui.get = true;
    flow.ui.action.clone_from(&back);
    flow.ui.nodes.clear();
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.messages = vec![fixed(1_080_002)];
    let session = flow.secrets.session.and_then(|id| call.state.sessions.iter().find(|one| one.id == id).cloned());
    let to_hydra = flow.challenge.clone().zip(session).map(|(challenge, session)| {
        let to = call.hydra_accept(&challenge, &session);
        call.issue_session_cookie(&session);
        to
    });
    let label = fixed(1_070_009);
    let href = to_hydra.as_deref().filter(|_| call.json()).unwrap_or(&back);
    let link = json!({"id": "continue", "href": href, "title": label});
    flow.ui.append([Node::new("a", group, link).label(label)]);
    call.keep(&flow);
    if let Some(to) = to_hydra.filter(|_| !call.json()) {
        return call.see_other(&to);
    }
    call.refused(200, &flow)
}
