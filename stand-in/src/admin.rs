//! The little of the admin API that tests use, with the same calls as to a real Kratos; and schemas, errors, health.

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::http::Reply;
use crate::identity::Identity;
use crate::json::Json;
use crate::validate::complaints;
use serde_json::{Value, json};
use uuid::Uuid;

/// `POST /admin/identities`: traits, and a password or links to providers.
pub(crate) fn create(call: &mut Call<'_>) -> Answer {
    let malformed = || Failure::new(400).reason("The request body is no JSON object.");
    let text = std::str::from_utf8(&call.req.body).map_err(|_| malformed())?;
    let body = Json::parse(text).ok_or_else(malformed)?;
    let traits = body.get("traits").cloned().unwrap_or_else(Json::empty);
    let password = body.text_at("credentials.password.config.password");
    let mut person = build(call, traits, password)?;
    if let Some(Json::Array(links)) = body.at("credentials.oidc.config.providers") {
        let link = |link: &Json| Some((link.text_at("provider")?, link.text_at("subject")?));
        person.links = links.iter().filter_map(link).collect();
    }
    let shown = person.json(&call.app.public);
    let location = call.public(&format!("/admin/identities/{}", person.id));
    call.state.identities.insert(person.id, person);
    Ok(Reply::json(201, &shown).header("location", location))
}

/// A person with these traits, checked but not kept.
pub(crate) fn build(call: &Call<'_>, traits: Json, password: Option<String>) -> Result<Identity, Failure> {
    let wrong = complaints(&call.app.schema, &traits);
    if !wrong.is_empty() {
        let said = wrong.iter().map(|(field, said)| format!("{}: {}", field.as_deref().unwrap_or("traits"), said.text));
        return Err(Failure::new(400).reason(said.collect::<Vec<_>>().join("\n")));
    }
    let mut person = Identity::new(&call.app.schema, traits, call.now);
    person.password = password;
    if person.identifiers.iter().any(|identifier| call.state.by_identifier(identifier).is_some()) {
        let reason = "This identity conflicts with another identity that already exists.";
        return Err(Failure::new(409).reason(reason));
    }
    Ok(person)
}

/// `GET /self-service/errors?id=…`
pub(crate) fn error(call: &Call<'_>) -> Reply {
    let id = call.req.query("id").unwrap_or_default();
    let answer = if id == "stub:500" {
        let error = Failure::new(500).reason("This is a stub error.").error(None);
        Ok(json!({"id": Uuid::new_v4(), "error": error, "created_at": call.now, "updated_at": call.now}))
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
    if matches!(id, "ZGVmYXVsdA" | "default") {
        return Reply::json(200, &call.app.schema.text);
    }
    let failure = Failure::new(404).reason(format!("Identity schema `{id}` could not be found."));
    call.fail_json(&failure, 404)
}

/// `GET /version` and `/admin/version`: it says what it is.
pub(crate) fn version() -> Reply {
    Reply::json(200, &json!({"version": "stand-in for v26.2.0"}))
}

/// `GET /health/alive` and `/health/ready`
pub(crate) fn health() -> Reply {
    Reply::json(200, &json!({"status": "ok"}))
}
