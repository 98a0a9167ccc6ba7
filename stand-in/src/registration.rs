//! The registration flow: the traits and a credential, on one page or in two steps.

mod after;
mod code;
mod form;
mod method;

pub(crate) use after::complete;

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::{Flow, Kind};
use crate::http::Reply;
use crate::json::Json;
use crate::message::{fixed, message};
use crate::validate::Complaint;
use serde_json::json;
use uuid::Uuid;

/// What is said to who is signed in already.
const ALREADY: &str = "A valid session was detected and thus registration is not possible.";

/// `GET /self-service/registration/browser`
pub(crate) fn init(call: &mut Call<'_>) -> Answer {
    call.check_enabled(Kind::Registration)?;
    let back = call.asked_return_to()?;
    let schema = call.asked_schema()?;
    let hydra = call.hydra_login()?;
    if let Some(session) = call.session() {
        match &hydra {
            Some(hydra) if hydra.skip => {
                let to = call.hydra_accept(&hydra.challenge, &session);
                return Ok(if call.json() { Reply::json(200, &json!(null)) } else { call.see_other(&to) });
            }
            Some(_) => {
                let query = call.req.uri.query().unwrap_or_default();
                return Ok(call.found(&call.public(&format!("/self-service/login/browser?{query}"))));
            }
            None if call.json() => return Err(Failure::already_signed_in(Some("you are already logged in"), ALREADY)),
            None => return Ok(call.see_other(&back.unwrap_or_else(|| call.app.config.default_return_url.clone()))),
        }
    }
    let mut flow = call.begin(Kind::Registration, "choose_method")?;
    flow.identity_schema = schema;
    flow.organization = call.req.query("organization").map(str::to_owned);
    flow.challenge = hydra.map(|hydra| hydra.challenge);
    form::fill(call, &mut flow);
    call.keep(&flow);
    if !call.json() {
        return Ok(call.begun(&flow));
    }
    // Only here Kratos does not say what Hydra asked.
    Ok(call.shown_with(200, &flow, None, false))
}

/// Begins a plain registration, as the answer to another request.
pub(crate) fn begin(call: &Call<'_>) -> Result<Flow, Failure> {
    call.check_enabled(Kind::Registration)?;
    let mut flow = call.begin(Kind::Registration, "choose_method")?;
    form::fill(call, &mut flow);
    Ok(flow)
}

/// `POST /self-service/registration`, and `GET` with a provider in the query.
pub(crate) fn submit(call: &mut Call<'_>) -> Answer {
    if call.req.query("flow").and_then(|id| Uuid::parse_str(id).ok()).is_none() {
        return Err(Failure::flow_missing());
    }
    let mut flow = call.flow(Kind::Registration, "flow").ok_or_else(Failure::not_located)?;
    if call.session().is_some() {
        if call.json() {
            return Err(Failure::already_signed_in(Some("you are already logged in"), ALREADY));
        }
        return Ok(call.found(&call.app.config.default_return_url));
    }
    if flow.expires_at < call.now {
        return replace_expired(call, &flow);
    }
    let fields = match Fields::of(call.req) {
        Ok(fields) => fields,
        Err(said) => return Ok(refuse(call, flow, vec![(None, said)])),
    };
    if !method::goes_between_steps(call, &fields) && crate::oidc::is_meant(&fields) {
        return crate::oidc::begin(call, &flow, &fields);
    }
    method::run(call, &mut flow, &fields)
}

/// The answer to a submission to a registration that is over.
pub(crate) fn replace_expired(call: &mut Call<'_>, old: &Flow) -> Answer {
    let mut new = begin(call)?;
    new.request_url.clone_from(&old.request_url);
    new.identity_schema.clone_from(&old.identity_schema);
    new.ui.messages.push(call.expiry_message(old, 4_040_001));
    call.keep(&new);
    if call.json() { Err(call.expired(old, &new)) } else { Ok(call.see_other(&call.page_of(&new))) }
}

/// Says something in a registration flow; unlike elsewhere the redirect is a 302.
pub(crate) fn refuse(call: &mut Call<'_>, mut flow: Flow, complaints: Vec<Complaint>) -> Reply {
    flow.ui.reset_messages();
    for (field, message) in complaints {
        flow.ui.say(field.as_deref(), message);
    }
    form::sort(call, &mut flow);
    call.keep(&flow);
    if call.json() { call.shown(400, &flow, None) } else { call.found(&call.page_of(&flow)) }
}

/// What is said of an identifier that is somebody's: with the hints, also how they sign in.
fn taken(call: &Call<'_>, identifier: &str, owner: Uuid) -> crate::message::Message {
    if !call.app.config.registration_login_hints {
        return fixed(4_000_007);
    }
    let owner = call.state.identities.get(&owner);
    let ways = owner.map(crate::identity::Identity::ways_in).unwrap_or_default();
    let linked: Vec<&str> = owner.into_iter().flat_map(|person| &person.links).map(|link| link.0.as_str()).collect();
    let mut words: Vec<&str> = ways
        .iter()
        .map(|way| match *way {
            "password" => "your password",
            "oidc" => "social sign in",
            "webauthn" => "your passkey or a security key",
            "passkey" => "your passkey",
            other => other,
        })
        .collect();
    // Kratos has no words for a code.
    if words.len() > 1 {
        words.retain(|word| *word != "code");
    }
    let mut said = vec![format!("You tried signing in with {identifier} which is already in use by another account.")];
    if let Some(last) = words.pop() {
        let list = match words.as_slice() {
            [] => last.to_owned(),
            several => format!("{}, or {last}", several.join(", ")),
        };
        said.push(format!("You can sign in using {list}."));
    }
    if !linked.is_empty() {
        let list = linked.join(", ");
        said.push(format!("You can sign in using one of the following social sign in providers: {list}."));
    }
    let text = said.join(" ");
    message(4_000_028, text).context(json!({
        "available_credential_types": ways, "available_oidc_providers": linked,
        "credential_identifier_hint": identifier,
    }))
}

/// The traits of a submission, and what is wrong with them.
fn read_traits(call: &Call<'_>, flow: &Flow, fields: &Fields) -> (Json, Vec<Complaint>) {
    let schema = call.app.schema(flow.identity_schema.as_deref());
    let traits = fields.traits(schema);
    let wrong = crate::validate::complaints(schema, &traits);
    (traits, wrong)
}
