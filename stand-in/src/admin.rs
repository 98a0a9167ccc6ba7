//! The little of the admin API that is used, with the same calls as to a real Kratos; and schemas, errors, health.

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::http::Reply;
use crate::identity::Identity;
use crate::json::Json;
use crate::validate::complaints;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use uuid::Uuid;

/// Serves the admin API, at an origin of its own. What tests ask of it without one is served beside the public API too.
pub(crate) fn serve(call: &mut Call<'_>) -> Reply {
    let path = call.req.path().trim_matches('/').to_owned();
    let segments: Vec<&str> = path.split('/').collect();
    let method = call.req.method.as_str().to_owned();
    let answer = match (method.as_str(), segments.as_slice()) {
        ("GET", ["admin", "identities", id]) => get(call, id),
        ("DELETE", ["admin", "identities", id]) => delete(call, id),
        ("DELETE", ["admin", "identities", id, "sessions"]) => end_sessions(call, id),
        (_, ["admin", ..] | ["version"] | ["health", _]) => return crate::routes::serve(call),
        _ => Ok(Reply::no_route()),
    };
    answer.unwrap_or_else(|failure| call.fail_json(&failure, failure.status))
}

/// The id of somebody who is there.
fn somebody(call: &Call<'_>, id: &str) -> Result<Uuid, Failure> {
    let id = Uuid::parse_str(id).ok().filter(|id| call.state.identities.contains_key(id));
    id.ok_or_else(Failure::not_located)
}

/// `GET /admin/identities/<id>`
fn get(call: &Call<'_>, id: &str) -> Answer {
    let id = somebody(call, id)?;
    let person = call.state.identities.get(&id).ok_or_else(Failure::not_located)?;
    Ok(Reply::json(200, &person.json(&call.app.public)))
}

/// `DELETE /admin/identities/<id>`: with all that is theirs.
fn delete(call: &mut Call<'_>, id: &str) -> Answer {
    let id = somebody(call, id)?;
    call.state.identities.remove(&id);
    call.state.sessions.retain(|session| session.identity != id);
    call.state.flows.retain(|_, flow| flow.identity != Some(id));
    Ok(Reply { status: 204, headers: Vec::new(), body: Vec::new() })
}

/// `DELETE /admin/identities/<id>/sessions`: 404 where there are none.
fn end_sessions(call: &mut Call<'_>, id: &str) -> Answer {
    let before = call.state.sessions.len();
    let id = Uuid::parse_str(id).map_err(|_| Failure::new(400))?;
    call.state.sessions.retain(|session| session.identity != id);
    if call.state.sessions.len() == before {
        return Err(Failure::not_located());
    }
    Ok(Reply { status: 204, headers: Vec::new(), body: Vec::new() })
}

/// `POST /admin/identities`: traits, and a password or links to providers.
pub(crate) fn create(call: &mut Call<'_>) -> Answer {
    let malformed = || Failure::new(400).reason("The request body is no JSON object.");
    let text = std::str::from_utf8(&call.req.body).map_err(|_| malformed())?;
    let body = Json::parse(text).ok_or_else(malformed)?;
    let traits = body.get("traits").cloned().unwrap_or_else(Json::empty);
    let password = body.text_at("credentials.password.config.password");
    let mut person = build(call, body.text_at("schema_id").as_deref(), traits, password)?;
    person.active = body.text_at("state").as_deref() != Some("inactive");
    if let Some(Json::Array(links)) = body.at("credentials.oidc.config.providers") {
        let link = |link: &Json| Some((link.text_at("provider")?, link.text_at("subject")?));
        person.links = links.iter().filter_map(link).collect();
    }
    for at in 0.. {
        let Some(address) = body.text_at(&format!("verifiable_addresses.{at}.value")) else { break };
        if body.text_at(&format!("verifiable_addresses.{at}.status")).as_deref() == Some("completed") {
            person.verify(&address, call.now);
        }
    }
    let shown = person.json(&call.app.public);
    let location = call.public(&format!("/admin/identities/{}", person.id));
    call.state.identities.insert(person.id, person);
    Ok(Reply::json(201, &shown).header("location", location))
}

/// `PATCH /admin/identities/<id>`: of all JSON patches, the one that replaces the state.
pub(crate) fn patch(call: &mut Call<'_>, id: &str) -> Answer {
    let malformed = || Failure::new(400).reason("The request body is no list of operations this stand-in knows.");
    let text = std::str::from_utf8(&call.req.body).map_err(|_| malformed())?;
    let body = Json::parse(text).ok_or_else(malformed)?;
    let replaces = |key: &str, wanted: &str| body.text_at(key).as_deref() == Some(wanted);
    let state = body.text_at("0.value").filter(|_| replaces("0.op", "replace") && replaces("0.path", "/state"));
    let state = state.ok_or_else(malformed)?;
    let person = Uuid::parse_str(id).ok().and_then(|id| call.state.identities.get_mut(&id));
    let person = person.ok_or_else(Failure::not_located)?;
    person.active = state == "active";
    Ok(Reply::json(200, &person.json(&call.app.public)))
}

/// A person with these traits, of the default schema if none is named; checked but not kept.
pub(crate) fn build(
    call: &Call<'_>,
    schema: Option<&str>,
    traits: Json,
    password: Option<String>,
) -> Result<Identity, Failure> {
    let schema = call.app.schema(schema);
    let wrong = complaints(schema, &traits);
    if !wrong.is_empty() {
        let said = wrong.iter().map(|(field, said)| format!("{}: {}", field.as_deref().unwrap_or("traits"), said.text));
        return Err(Failure::new(400).reason(said.collect::<Vec<_>>().join("\n")));
    }
    let mut person = Identity::new(schema, traits, call.now);
    person.password = password;
    if call.state.conflict(&person).is_some() {
        let reason = "This identity conflicts with another identity that already exists.";
        return Err(Failure::new(409).reason(reason));
    }
    Ok(person)
}

/// `GET /self-service/errors?id=…`
pub(crate) fn error(call: &Call<'_>) -> Reply {
    let id = call.req.query("error").or_else(|| call.req.query("id")).unwrap_or_default();
    let answer = if id == "stub:500" {
        let error = Failure::new(500).reason("This is a stub error.").error(None);
        let never = "0001-01-01T00:00:00Z";
        Ok(json!({"id": Uuid::new_v4(), "error": error, "created_at": never, "updated_at": never}))
    } else {
        let stored = Uuid::parse_str(id).ok().and_then(|id| call.state.errors.get(&id));
        let body = |stored: &crate::state::StoredError| -> Value {
            json!({"id": id, "error": stored.error, "created_at": stored.at, "updated_at": stored.at})
        };
        stored.map(body).ok_or_else(Failure::not_located)
    };
    match answer {
        Ok(body) => Reply::json(200, &body),
        Err(failure) => call.fail_json(&failure, 404),
    }
}

/// `GET /schemas/<base64 of the id>`
pub(crate) fn schema(call: &Call<'_>, id: &str) -> Reply {
    let named = URL_SAFE_NO_PAD.decode(id).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    if let Some(schema) = [named.as_deref(), Some(id)].into_iter().flatten().find_map(|id| call.app.schema_named(id)) {
        return Reply::json(200, &schema.text);
    }
    let failure = Failure::new(404).reason(format!("Identity schema `{id}` could not be found."));
    call.fail_json(&failure, 404)
}

/// `GET /schemas`
pub(crate) fn schemas(call: &Call<'_>) -> Reply {
    let all = call.app.schemas().map(|schema| {
        Json::Object(vec![
            ("id".to_owned(), Json::from(schema.id.as_str())),
            ("schema".to_owned(), schema.text.clone()),
        ])
    });
    Reply::json(200, &all.collect::<Vec<Json>>())
}

/// `GET /version` and `/admin/version`: it says what it is.
pub(crate) fn version() -> Reply {
    Reply::json(200, &json!({"version": "stand-in for v26.2.0"}))
}

/// `GET /health/alive` and `/health/ready`
pub(crate) fn health() -> Reply {
    Reply::json(200, &json!({"status": "ok"}))
}
