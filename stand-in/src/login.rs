//! The login flow: the first factor, the second, and proving again who one is.

mod after;
mod code;
mod first;
mod form;
mod prove;

pub(crate) use after::complete;

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Flow, Kind, Linking};
use crate::http::Reply;
use crate::message::{Message, fixed, generic};
use crate::session::Session;
use crate::validate::Complaint;
use uuid::Uuid;

/// What is said to who is signed in already.
const ALREADY: &str =
    "A valid session was detected and thus login is not possible. Did you forget to set `?refresh=true`?";

/// What a login is begun for.
#[derive(Clone, Copy, Debug, Default)]
struct Asked {
    /// `refresh=true`
    refresh: bool,
    /// `aal=aal2`
    second: bool,
    /// Linking an account of a provider, which has one page whatever the style.
    linking: bool,
}

/// `GET /self-service/login/browser`
pub(crate) fn init(call: &mut Call<'_>) -> Answer {
    let hydra = call.hydra_login()?;
    let back = call.asked_return_to()?;
    let mut asked = Asked { refresh: call.req.query("refresh") == Some("true"), ..Asked::default() };
    // Hydra wants everybody to sign in anew whom it does not remember.
    asked.refresh |= hydra.as_ref().is_some_and(|hydra| !hydra.skip);
    asked.second = match call.req.query("aal") {
        None | Some("aal1") => false,
        Some("aal2") => true,
        Some(other) => {
            let reason =
                "Unable to parse AuthenticationMethod Assurance Level (AAL): expected one of [aal1, aal2] but got";
            return Err(Failure::new(400).reason(format!("{reason} {other}")));
        }
    };
    let identity_schema = if asked.second { None } else { call.asked_schema()? };
    let session = call.session();
    if let Some(session) = &session
        && !asked.refresh
        && (!asked.second || session.is_aal2())
    {
        if call.json() {
            if let Some(hydra) = &hydra {
                call.hydra_accept(&hydra.challenge, session);
            }
            return Err(Failure::already_signed_in(Some("you are already logged in"), ALREADY));
        }
        let home = || call.app.config.default_return_url.clone();
        let to = match &hydra {
            Some(hydra) => call.hydra_accept(&hydra.challenge, session),
            None => back.unwrap_or_else(home),
        };
        return Ok(call.see_other(&to));
    }
    if session.is_none() && asked.second {
        return Err(session_needed());
    }
    let mut flow = call.begin(Kind::Login, "choose_method")?;
    if hydra.as_ref().is_some_and(|hydra| !hydra.skip) {
        flow.request_url = crate::hydra::with_refresh(&flow.request_url);
    }
    flow.challenge = hydra.map(|hydra| hydra.challenge);
    flow.identity_schema = identity_schema;
    flow.organization = call.req.query("organization").map(str::to_owned);
    fill(call, &mut flow, asked, session.as_ref())?;
    call.keep(&flow);
    if let Some(session) = session.filter(|_| flow.second) {
        code::send_at_once(call, &mut flow, &session)?;
    }
    Ok(call.begun(&flow))
}

/// Fills the form of a new login.
fn fill(call: &Call<'_>, flow: &mut Flow, asked: Asked, session: Option<&Session>) -> Result<(), Failure> {
    flow.second = asked.second;
    flow.refresh = asked.refresh && session.is_some();
    form::fill(call, flow, session, asked.linking)
}

/// Begins a plain login, as the answer to another request.
fn begin(call: &mut Call<'_>, asked: Asked) -> Result<Flow, Failure> {
    let mut flow = call.begin(Kind::Login, "choose_method")?;
    let session = call.session();
    fill(call, &mut flow, asked, session.as_ref())?;
    Ok(flow)
}

/// A login that goes on with what began as a registration: somebody has the account, or the address.
pub(crate) fn from_registration(call: &mut Call<'_>, up: &Flow, linking: Option<Linking>) -> Result<Flow, Failure> {
    let mut flow = begin(call, Asked { linking: true, ..Asked::default() })?;
    flow.request_url.clone_from(&up.request_url);
    flow.challenge.clone_from(&up.challenge);
    flow.identity_schema.clone_from(&up.identity_schema);
    flow.active = Some("oidc");
    if let Some(linking) = &linking {
        form::offer_linking(call, &mut flow, linking);
    }
    flow.secrets.linking = linking;
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
    /// It was answered already.
    Answered(Reply),
}

impl Outcome {
    /// One thing to say above the form.
    fn above(message: Message) -> Self {
        Self::Said(vec![(None, message)])
    }

    /// One thing to say at a field.
    fn at(field: &str, message: Message) -> Self {
        Self::Said(vec![(Some(field.to_owned()), message)])
    }
}

/// `POST /self-service/login`, and `GET` with a provider in the query.
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
        return replace_expired(call, &flow);
    }
    let outcome = match Fields::of(call.req) {
        Ok(fields) if crate::oidc::is_meant(&fields) && !flow.second => {
            flow.active = Some("oidc");
            call.keep(&flow);
            return crate::oidc::begin(call, &flow, &fields);
        }
        Ok(fields) => prove::prove(call, &mut flow, session.as_ref(), &fields)?,
        Err(said) => Outcome::above(said),
    };
    match outcome {
        Outcome::Said(complaints) => Ok(refuse(call, flow, complaints)),
        Outcome::Answered(reply) => Ok(reply),
        Outcome::Proved(person, method, second) => complete(call, flow, person, method, second, None),
    }
}

/// The answer to a submission to a login that is over: a plain new one, which whoever is signed in does not get.
pub(crate) fn replace_expired(call: &mut Call<'_>, old: &Flow) -> Answer {
    if call.session().is_some() {
        return Ok(refuse(call, old.clone(), vec![(None, generic(ALREADY))]));
    }
    let mut new = begin(call, Asked::default())?;
    new.request_url.clone_from(&old.request_url);
    new.identity_schema.clone_from(&old.identity_schema);
    new.ui.messages.push(call.expiry_message(old, 4_010_001));
    call.keep(&new);
    if call.json() { Err(call.expired(old, &new)) } else { Ok(call.see_other(&call.page_of(&new))) }
}

/// Says something in a login flow.
fn refuse(call: &mut Call<'_>, mut flow: Flow, complaints: Vec<Complaint>) -> Reply {
    flow.ui.reset_messages();
    for (field, message) in complaints {
        flow.ui.say(field.as_deref(), message);
    }
    form::sort(&mut flow.ui);
    call.keep(&flow);
    call.refused(400, &flow)
}

/// What is said where no method took a submission for its own.
fn nobody_responsible() -> Outcome {
    Outcome::above(fixed(4_010_002))
}
