//! The recovery flow: a code or a link by mail, then a session and the settings.

mod admin;
mod choose;
mod done;

pub(crate) use admin::{code as admin_code, link as admin_link};

use crate::call::{Answer, Call, random_of};
use crate::config::Use;
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Entered, Flow, Kind, Sent};
use crate::http::Reply;
use crate::message::{Message, email, fixed, required, too_often};
use crate::node::Node;
use crate::schema::Via;
use uuid::Uuid;

/// What is said to who is signed in.
const ALREADY: &str = "A valid session was detected and thus recovery is not possible.";

/// `GET /self-service/recovery/browser`
pub(crate) fn init(call: &mut Call<'_>) -> Answer {
    if call.session().is_some() {
        return signed_in(call);
    }
    call.check_enabled(Kind::Recovery)?;
    call.asked_return_to()?;
    let flow = begin(call)?;
    Ok(call.begun(&flow))
}

/// The answer to whoever is signed in.
fn signed_in(call: &Call<'_>) -> Answer {
    if call.json() {
        return Err(Failure::already_signed_in(None, ALREADY));
    }
    Ok(call.found(&call.app.config.default_return_url))
}

/// A new flow that asks for the address.
fn begin(call: &mut Call<'_>) -> Result<Flow, Failure> {
    let choose = call.app.config.feature_flags.choose_recovery_address && call.app.config.recovery_use == Use::Code;
    let state = if choose { "recovery_awaiting_address" } else { "choose_method" };
    let mut flow = call.begin(Kind::Recovery, state)?;
    let used = call.app.config.recovery_use.name();
    flow.active = Some(used);
    flow.ui.set_csrf(call.csrf_token());
    if choose {
        flow.ui.append(choose::address_nodes());
    } else {
        flow.ui.append(address_nodes(used));
    }
    call.keep(&flow);
    Ok(flow)
}

/// The field for the address and its button.
pub(crate) fn address_nodes(group: &'static str) -> [Node; 2] {
    [
        Node::input(group, "email", "email").required().label(fixed(1_070_007)),
        Node::submit(group, "method", group, fixed(1_070_009)),
    ]
}

/// A code to send.
pub(crate) fn new_code() -> String {
    random_of(b"0123456789", 6)
}

/// Whether a text is an e-mail address, as far as this matters here.
pub(crate) fn is_address(text: &str) -> bool {
    let is_label = |label: &str| {
        let known = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(known)
    };
    let is_name = |name: &str| !name.is_empty() && !name.contains([' ', '@', '<', '>', ',', ';', ':']);
    text.rsplit_once('@').is_some_and(|(name, host)| is_name(name) && host.split('.').all(is_label))
}

/// `POST /self-service/recovery`, and `GET` of the links in mails.
pub(crate) fn submit(call: &mut Call<'_>) -> Answer {
    if call.req.query("flow").and_then(|id| Uuid::parse_str(id).ok()).is_none() {
        return Err(Failure::flow_missing());
    }
    let not_found = "The recovery request could not be found. Please restart the flow.";
    let flow = call.flow(Kind::Recovery, "flow").ok_or_else(|| Failure::new(404).reason(not_found))?;
    if flow.expires_at < call.now {
        let mut new = begin(call)?;
        new.request_url.clone_from(&flow.request_url);
        new.ui.messages.push(call.expiry_message(&flow, 4_060_005));
        call.keep(&new);
        return Ok(call.redirect_to_new(&new));
    }
    let fields = Fields::of(call.req).unwrap_or_default();
    let address = fields.get("email");
    if !address.is_empty() && !is_address(address) {
        return Ok(refuse(call, flow, Some("email"), email(address)));
    }
    match flow.active {
        Some("code") => by_code(call, flow, &fields),
        _ if !fields.get("token").is_empty() => follow(call, flow, fields.get("token")),
        _ if fields.get("method") == "link" && call.app.config.recovery_use == Use::Link => {
            by_link(call, flow, &fields)
        }
        Some("link") => by_link(call, flow, &fields),
        _ => Ok(refuse(call, flow, None, fixed(4_010_005))),
    }
}

/// Says something in a flow. A submission nobody took for theirs leaves it dead, as Kratos does.
fn refuse(call: &mut Call<'_>, mut flow: Flow, field: Option<&str>, said: Message) -> Reply {
    if said.id == 4_010_005 {
        flow.active = Some("default");
    }
    flow.ui.reset_messages();
    flow.ui.say(field, said);
    call.keep(&flow);
    call.refused(400, &flow)
}

/// A flow that sends codes.
fn by_code(call: &mut Call<'_>, mut flow: Flow, fields: &Fields) -> Answer {
    // An administrator's flow has neither token nor cookie; else a refused token voids the page that is open.
    if flow.owner.is_some()
        && let Err(failure) = call.check_csrf(fields.get("csrf_token"))
    {
        call.renew_csrf_cookie();
        return Err(failure);
    }
    flow.ui.reset_messages();
    let second = flow.state.starts_with("recovery_");
    let (code, address) = (fields.get("code"), fields.get("email"));
    if !second && flow.state != "choose_method" && address.is_empty() {
        return enter(call, flow, code);
    }
    if call.session().is_some() {
        return signed_in(call);
    }
    if second {
        return choose::run(call, flow, fields);
    }
    if fields.get("method") != "code" {
        return Ok(refuse(call, flow, None, fixed(4_010_005)));
    }
    if flow.state == "passed_challenge" {
        return retry(call, fixed(4_060_001), None);
    }
    if address.is_empty() {
        return Ok(refuse(call, flow, Some("email"), required("email")));
    }
    send(call, &mut flow, address);
    flow.state = "sent_email";
    flow.ui.nodes.clear();
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.messages.push(fixed(1_060_003));
    flow.ui.append([
        code_node(),
        Node::input("code", "method", "hidden").value("code"),
        Node::submit("code", "method", "code", fixed(1_070_009)),
        Node::submit("code", "email", address, fixed(1_070_008)),
    ]);
    call.keep(&flow);
    Ok(call.refused(200, &flow))
}

/// The field for a code.
fn code_node() -> Node {
    let node = Node::input("code", "code", "text").required().with("pattern", "[0-9]+").with("maxlength", 6);
    node.label(fixed(1_070_010))
}

/// Who can be recovered by an address.
fn owner(call: &Call<'_>, address: &str) -> Option<Uuid> {
    let address = address.trim();
    let has =
        |person: &&crate::identity::Identity| person.recovery.iter().any(|one| one.value.eq_ignore_ascii_case(address));
    call.state.identities.values().find(has).map(|person| person.id)
}

/// Sends a code, if the address is anybody's.
fn send(call: &mut Call<'_>, flow: &mut Flow, address: &str) {
    let (code, person) = (new_code(), owner(call, address));
    if person.is_some() {
        let body = format!(
            "Recover access to your account by entering the following code:\n\n{code}\n\nIf this was not you, do \
             nothing. This code expires in 60 minutes.\n"
        );
        let subject = format!("Use code {code} to recover access to your account");
        call.send(Via::of(address), address, "recovery_code_valid", subject, body);
    }
    flow.secrets.sent = vec![Sent { code, address: address.to_owned(), person }];
}

/// Enters a code.
fn enter(call: &mut Call<'_>, mut flow: Flow, code: &str) -> Answer {
    match flow.enter(code) {
        Entered::Right(sent) => done::complete(call, flow, &sent, "code_recovery"),
        Entered::Wrong if flow.secrets.used.iter().any(|used| used == code) => {
            let reason = "The code was already used. Please request another code.";
            call.keep(&flow);
            retry(call, crate::message::generic(reason), Some(reason))
        }
        Entered::Wrong => {
            flow.ui.messages = vec![fixed(4_060_006)];
            call.keep(&flow);
            Ok(call.refused(200, &flow))
        }
        Entered::TooOften => {
            call.keep(&flow);
            retry(call, too_often(), Some(crate::message::TOO_OFTEN))
        }
    }
}

/// A new flow in the place of one that is done with. `reason` is the error's, which JSON is told where
/// `use_continue_with_transitions` is on.
fn retry(call: &mut Call<'_>, said: Message, reason: Option<&str>) -> Answer {
    call.renew_csrf_cookie();
    let mut new = begin(call)?;
    new.ui.messages.push(said);
    call.keep(&new);
    if call.json() && call.app.config.feature_flags.use_continue_with_transitions {
        // Without an error to tell, Kratos ends without an answer.
        let Some(reason) = reason else { return Err(Failure::new(500)) };
        let then = serde_json::json!([{"action": "show_recovery_ui", "flow": {"id": new.id}}]);
        return Err(Failure::new(400).reason(reason).details(serde_json::json!({"continue_with": then})));
    }
    Ok(call.redirect_to_new(&new))
}

/// A flow that sends links.
fn by_link(call: &mut Call<'_>, mut flow: Flow, fields: &Fields) -> Answer {
    if call.session().is_some() {
        return signed_in(call);
    }
    if fields.get("method") != "link" {
        return Ok(refuse(call, flow, None, fixed(4_010_005)));
    }
    let address = fields.get("email");
    if address.is_empty() {
        return Ok(refuse(call, flow, Some("email"), required("email")));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    let (token, person) = (random_of(crate::call::ALPHANUMERIC, 32), owner(call, address));
    if person.is_some() {
        let link = admin::link_of(call, &flow, &token);
        let body = format!(
            "Recover access to your account by clicking the following link:\n\n{link}\n\nIf this was not you, do \
             nothing. This link expires in 60 minutes.\n"
        );
        call.send(Via::Email, address, "recovery_valid", "Recover access to your account".to_owned(), body);
    }
    flow.secrets.sent.push(Sent { code: token, address: address.to_owned(), person });
    flow.active = Some("link");
    flow.state = "sent_email";
    flow.ui.reset_messages();
    flow.ui.set_csrf(call.csrf_token());
    flow.ui.set_value_of("email", address);
    flow.ui.messages.push(fixed(1_060_002));
    call.keep(&flow);
    Ok(call.refused(200, &flow))
}

/// A link was followed, in any browser, signed in or not.
fn follow(call: &mut Call<'_>, mut flow: Flow, token: &str) -> Answer {
    if let Some(sent) = flow.take_sent(token) {
        return done::complete(call, flow, &sent, "link_recovery");
    }
    call.renew_csrf_cookie();
    let mut new = begin(call)?;
    new.ui.messages.push(fixed(4_060_004));
    call.keep(&new);
    Ok(call.see_other(&call.page_of(&new)))
}
