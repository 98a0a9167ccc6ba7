//! The login flow: the first factor, the second, and proving again who one is.

mod form;

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Flow, Kind};
use crate::message::{Message, fixed, generic, required};
use crate::provider::Grant;
use crate::session::Session;
use crate::settings::parked;
use crate::totp;
use crate::validate::Complaint;
use crate::webauthn::{self, Wrong};
use serde_json::json;
use uuid::Uuid;

/// What is said to who is signed in already.
const ALREADY: &str =
    "A valid session was detected and thus login is not possible. Did you forget to set `?refresh=true`?";

/// `GET /self-service/login/browser`
pub(crate) fn init(call: &mut Call<'_>) -> Answer {
    let back = call.asked_return_to()?;
    let second = match call.req.query("aal") {
        None | Some("aal1") => false,
        Some("aal2") => true,
        Some(_) => return Err(Failure::new(400).reason("Unable to parse AuthenticationMethod Assurance Level (AAL)")),
    };
    let session = call.session();
    let refresh = call.req.query("refresh") == Some("true") && session.is_some();
    match &session {
        None if second => return Err(session_needed()),
        Some(session) if !refresh && (!second || session.is_aal2()) => {
            if call.json() {
                return Err(Failure::already_signed_in(Some("you are already logged in"), ALREADY));
            }
            return Ok(call.see_other(&back.unwrap_or_else(|| call.app.config.default_return_url.clone())));
        }
        _ => {}
    }
    let flow = begin(call, second, refresh, session.as_ref())?;
    Ok(call.begun(&flow))
}

/// A new login flow.
fn begin(call: &mut Call<'_>, second: bool, refresh: bool, session: Option<&Session>) -> Result<Flow, Failure> {
    let mut flow = call.begin(Kind::Login, "choose_method")?;
    (flow.second, flow.refresh) = (second, refresh);
    form::fill(call, &mut flow, session);
    call.keep(&flow);
    Ok(flow)
}

/// The error of asking for a second factor without a session.
fn session_needed() -> Failure {
    Failure::new(401)
        .id("session_aal1_required")
        .message("aal2 and aal3 can only be requested if a session exists already")
        .reason("You can not requested a higher AAL (AAL2/AAL3) without an active session.")
}

/// Who proved what, or what the flow says.
enum Outcome {
    /// This person, by this method, first or second factor.
    Proved(Uuid, &'static str, bool),
    /// Something is wrong.
    Said(Vec<Complaint>),
    /// The browser goes to a provider.
    Away(String),
}

impl Outcome {
    /// One thing to say above the form.
    fn above(message: Message) -> Self {
        Self::Said(vec![(None, message)])
    }
}

/// `POST /self-service/login`
pub(crate) fn submit(call: &mut Call<'_>) -> Answer {
    if call.req.query("flow").and_then(|id| Uuid::parse_str(id).ok()).is_none() {
        return Err(Failure::flow_missing());
    }
    let mut flow = call.flow(Kind::Login, "flow").ok_or_else(Failure::not_located)?;
    let session = call.session();
    match &session {
        Some(session) if !flow.refresh && (!flow.second || session.is_aal2()) => {
            if call.json() {
                return Ok(refuse(call, flow, vec![(None, generic(ALREADY))]));
            }
            return Ok(call.see_other(&call.app.config.default_return_url));
        }
        None if flow.second => return Err(session_needed()),
        _ => {}
    }
    if flow.expires_at < call.now {
        let mut new = begin(call, flow.second, flow.refresh, session.as_ref())?;
        new.request_url.clone_from(&flow.request_url);
        new.ui.messages.push(call.expiry_message(&flow, 4_010_001));
        call.keep(&new);
        return if call.json() { Err(call.expired(&flow, &new)) } else { Ok(call.see_other(&call.page_of(&new))) };
    }
    let outcome = match Fields::read(call.req) {
        Ok(fields) => prove(call, &mut flow, session.as_ref(), &fields)?,
        Err(said) => Outcome::above(said),
    };
    match outcome {
        Outcome::Said(complaints) => Ok(refuse(call, flow, complaints)),
        Outcome::Away(url) if call.json() => Err(Failure::go_to(&url)),
        Outcome::Away(url) => Ok(call.see_other(&url)),
        Outcome::Proved(person, method, second) => complete(call, flow, person, method, second, None),
    }
}

/// Finds the method that is meant and asks it for the proof.
fn prove(call: &mut Call<'_>, flow: &mut Flow, session: Option<&Session>, fields: &Fields) -> Result<Outcome, Failure> {
    let method = fields.get("method");
    if flow.second {
        let Some(session) = session else { return Err(session_needed()) };
        return match method {
            "totp" | "lookup_secret" => second(call, flow, session, method, fields),
            _ if !fields.get("webauthn_login").is_empty() => key(call, flow, session, fields),
            _ => Ok(Outcome::above(fixed(4_010_002))),
        };
    }
    let provider = fields.get("provider");
    if method == "password" {
        password(call, flow, fields)
    } else if call.app.config.providers.iter().any(|one| one.id == provider) {
        Ok(Outcome::Away(crate::settings::away(call, flow, provider)))
    } else if !fields.get("passkey_login").is_empty() {
        passkey(call, flow, fields)
    } else {
        Ok(Outcome::above(fixed(4_010_002)))
    }
}

/// The password.
fn password(call: &Call<'_>, flow: &mut Flow, fields: &Fields) -> Result<Outcome, Failure> {
    let (identifier, password) = (fields.get("identifier"), fields.get("password"));
    let missing = |name: &str| fields.get(name).is_empty().then(|| (Some(name.to_owned()), required(name)));
    let missing: Vec<Complaint> = ["identifier", "password"].into_iter().filter_map(missing).collect();
    if !missing.is_empty() {
        return Ok(Outcome::Said(missing));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    if let Some(node) = flow.ui.find("identifier") {
        node.set_value(identifier.into());
    }
    let person = call.state.by_identifier(identifier).and_then(|id| call.state.identities.get(&id));
    Ok(match person {
        Some(person) if person.password.as_deref() == Some(password) => Outcome::Proved(person.id, "password", false),
        _ => Outcome::above(fixed(4_000_006)),
    })
}

/// The authenticator app, or a recovery code, which is spent.
fn second(
    call: &mut Call<'_>,
    flow: &mut Flow,
    session: &Session,
    method: &str,
    fields: &Fields,
) -> Result<Outcome, Failure> {
    let (name, method) = if method == "totp" { ("totp_code", "totp") } else { ("lookup_secret", "lookup_secret") };
    if let Some(node) = flow.ui.find(name) {
        node.set_value(serde_json::Value::Null);
    }
    let code = fields.get(name);
    if code.is_empty() {
        return Ok(Outcome::Said(vec![(Some(name.to_owned()), required(name))]));
    }
    call.check_csrf(fields.get("csrf_token"))?;
    let now = call.now;
    let Some(person) = call.state.identities.get_mut(&session.identity) else { return Err(session_needed()) };
    let good = Outcome::Proved(person.id, method, true);
    if method == "totp" {
        return Ok(match &person.totp {
            None => Outcome::above(fixed(4_000_011)),
            Some(secret) if totp::verify(secret, code, now) => good,
            Some(_) => Outcome::above(fixed(4_000_008)),
        });
    }
    if person.codes.is_empty() {
        return Ok(Outcome::above(fixed(4_000_014)));
    }
    Ok(match person.codes.iter_mut().find(|one| one.code == code) {
        None => Outcome::above(fixed(4_000_016)),
        Some(used) if used.used_at.is_some() => Outcome::above(fixed(4_000_012)),
        Some(fresh) => {
            fresh.used_at = Some(now);
            good
        }
    })
}

/// What the flow says of a key's response that does not do.
fn bad_key(wrong: Wrong) -> Outcome {
    match wrong {
        Wrong::Unreadable => Outcome::above(generic("Unable to parse WebAuthn response.")),
        Wrong::Refused(_) => Outcome::above(fixed(4_000_015)),
    }
}

/// A security key.
fn key(call: &Call<'_>, flow: &mut Flow, session: &Session, fields: &Fields) -> Result<Outcome, Failure> {
    call.check_csrf(fields.get("csrf_token"))?;
    let challenge = flow.secrets.webauthn.clone().unwrap_or_default();
    let used = match webauthn::used(fields.get("webauthn_login")) {
        Ok(used) => used,
        Err(wrong) => return Ok(bad_key(wrong)),
    };
    let person = call.state.identities.get(&session.identity);
    let key = person.and_then(|person| person.keys.iter().find(|key| key.id == used.id));
    match key.map(|key| used.verify(&call.app.party, &challenge, &key.public)) {
        Some(Ok(())) => Ok(Outcome::Proved(session.identity, "webauthn", true)),
        Some(Err(wrong)) => Ok(bad_key(wrong)),
        None => Ok(Outcome::above(fixed(4_000_015))),
    }
}

/// A passkey: it says whose it is.
fn passkey(call: &Call<'_>, flow: &mut Flow, fields: &Fields) -> Result<Outcome, Failure> {
    call.check_csrf(fields.get("csrf_token"))?;
    let challenge = flow.secrets.passkey.clone().unwrap_or_default();
    let used = match webauthn::used(fields.get("passkey_login")) {
        Ok(used) => used,
        Err(wrong) => return Ok(bad_key(wrong)),
    };
    let found = call.state.identities.values().find_map(|person| {
        let key = person.passkeys.iter().find(|key| key.id == used.id && key.handle == used.handle)?;
        Some((person.id, key))
    });
    match found.map(|(id, key)| (id, used.verify(&call.app.party, &challenge, &key.public))) {
        Some((id, Ok(()))) => Ok(Outcome::Proved(id, "passkey", false)),
        Some((_, Err(wrong))) => Ok(bad_key(wrong)),
        None => Ok(Outcome::above(fixed(4_000_015))),
    }
}

/// Says something in a login flow.
fn refuse(call: &mut Call<'_>, mut flow: Flow, complaints: Vec<Complaint>) -> crate::http::Reply {
    flow.ui.reset_messages();
    for (field, message) in complaints {
        flow.ui.say(field.as_deref(), message);
    }
    flow.ui.set_csrf(call.csrf_token());
    form::sort(&mut flow.ui);
    call.keep(&flow);
    call.refused(400, &flow)
}

/// Signs in who proved who they are, and sends them on: to the second factor where whoami needs it, else back.
fn complete(
    call: &mut Call<'_>,
    mut flow: Flow,
    person: Uuid,
    method: &'static str,
    second: bool,
    provider: Option<String>,
) -> Answer {
    let home = call.app.config.default_return_url.clone();
    let back = call.way_back(flow.return_to(), &home)?;
    flow.active = Some(method);
    call.keep(&flow);
    let session = call.sign_in(person, method, second, provider);
    if !call.satisfies(&session, call.app.config.whoami_aal) {
        let login = call.aal2_login(&flow.return_to().unwrap_or_default());
        return if call.json() { Err(Failure::go_to(&login)) } else { Ok(call.see_other(&login)) };
    }
    if !call.json() {
        return Ok(call.see_other(&back));
    }
    let identity = call.state.identities.get(&person).map(|person| person.json(&call.app.public));
    let mut body = crate::json::Json::empty();
    body.set("session", session.json(identity.unwrap_or_else(crate::json::Json::empty)));
    let then = json!([{"action": "redirect_browser_to", "redirect_browser_to": back}]);
    body.set("continue_with", crate::json::Json::from(then));
    Ok(crate::http::Reply::json(200, &body))
}

/// Ends a sign-in at a provider. The stand-in signs nobody up this way.
pub(crate) fn by_provider(call: &mut Call<'_>, flow: Flow, grant: &Grant) -> Answer {
    debug_assert!(call.parked(parked::PROVIDER).is_some(), "the callback checked it");
    match call.state.by_link(&grant.provider, &grant.subject) {
        Some(person) => complete(call, flow, person, "oidc", false, Some(grant.provider.clone())),
        None => Ok(crate::settings::nobody(call, flow)),
    }
}
