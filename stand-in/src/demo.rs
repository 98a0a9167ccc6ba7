//! Two people who are there when one asks for them: one as they are, and one with traits of every kind.

use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::http::Reply;
use crate::identity::Identity;
use crate::json::Json;
use crate::session::{Proof, Session};
use jiff::SignedDuration;
use serde_json::{Value, json};
use uuid::Uuid;

/// Whom the person signs in as.
pub(crate) const PERSON: &str = "ada.lovelace@example.org";

/// Whom the fixture signs in as.
pub(crate) const EMAIL: &str = "charles.babbage@example.org";

/// What both sign in with.
pub(crate) const PASSWORD: &str = "Note-G-1843";

/// The person's account at the provider.
const SUBJECT: &str = "ada-lovelace";

/// The id of the fixture's schema, where the default one is another.
pub(crate) const EVERY_KIND: &str = "every-kind";

/// How long ago the person signed up.
const MEMBER_FOR: SignedDuration = SignedDuration::from_hours(24 * 402);

/// `GET /ui/person`: signs the person in.
pub(crate) fn enter_person(call: &mut Call<'_>) -> Answer {
    let id = person(call)?;
    Ok(enter(call, id))
}

/// `GET /ui/demo`: signs the fixture in.
pub(crate) fn enter_fixture(call: &mut Call<'_>) -> Answer {
    let id = fixture(call)?;
    Ok(enter(call, id))
}

/// Signs somebody in and goes on to the settings.
fn enter(call: &mut Call<'_>, id: Uuid) -> Reply {
    call.sign_in(id, "password", false, None);
    call.see_other(&call.public("/self-service/settings/browser"))
}

/// The person, who is there from the first time on that one asks.
pub(crate) fn person(call: &mut Call<'_>) -> Result<Uuid, Failure> {
    there(call, PERSON, |call| {
        let traits = json!({
            "email": PERSON, "name": {"first": "Ada", "last": "Lovelace"}, "phone": "+442079460958",
        });
        let mut person = made(call, None, &traits)?;
        let since = call.now - MEMBER_FOR;
        person.created_at = since;
        for address in person.verifiable.iter_mut().chain(&mut person.recovery) {
            address.created_at = since;
            address.verified_at = Some(since + SignedDuration::from_mins(2));
            address.status = "completed";
        }
        let provider = call.app.config.providers.first().map(|provider| provider.id.clone());
        if let Some(provider) = &provider {
            person.links.push((provider.clone(), SUBJECT.to_owned()));
        }
        call.state.sessions.push(elsewhere(call, person.id, provider));
        Ok(person)
    })
}

/// The fixture, likewise.
fn fixture(call: &mut Call<'_>) -> Result<Uuid, Failure> {
    there(call, EMAIL, |call| {
        let traits = json!({
            "email": EMAIL, "name": {"first": "Charles", "last": "Babbage"}, "website": "https://example.org",
            "age": 79, "height": 1.65, "tos": true, "newsletter": false, "language": "en", "birthday": "1991-12-26",
            "meeting": "2026-12-24T10:30:00Z", "tags": ["math", "engines"], "scores": [1.5, 20],
            "addresses": [{"street": "1 Dorset Street", "city": "London", "primary": true},
                {"street": "Elm Row 2", "city": "Ealing", "primary": false}],
            "bio": "Notes on the <Engine> & more", "settings": {"theme": "dark", "limits": {"daily": 3}},
            "deep": {"a": {"b": {"c": "bottom"}}},
        });
        made(call, Some(EVERY_KIND), &traits)
    })
}

/// Somebody who is made if they are not there.
fn there(
    call: &mut Call<'_>,
    identifier: &str,
    make: impl FnOnce(&mut Call<'_>) -> Result<Identity, Failure>,
) -> Result<Uuid, Failure> {
    if let Some(id) = call.state.by_identifier(identifier) {
        return Ok(id);
    }
    let person = make(call)?;
    let id = person.id;
    call.state.identities.insert(id, person);
    Ok(id)
}

/// Somebody with those of the traits that the schema knows.
fn made(call: &Call<'_>, schema: Option<&str>, traits: &Value) -> Result<Identity, Failure> {
    let mut known = Json::empty();
    for (name, value) in traits.as_object().into_iter().flatten() {
        let field = format!("traits.{name}");
        let within = format!("{field}.");
        let fields = &call.app.schema(schema).fields;
        if fields.iter().any(|one| one.name == field || one.name.starts_with(&within)) {
            known.set(name, Json::from(value));
        }
    }
    crate::admin::build(call, schema, known, Some(PASSWORD.to_owned()))
}

/// The session on the person's telephone.
fn elsewhere(call: &Call<'_>, person: Uuid, provider: Option<String>) -> Session {
    let at = call.now - SignedDuration::from_hours(7);
    let mut session = Session::new(person, at);
    session.expires_at = at + call.app.config.session_lifespan;
    session.proofs.push(Proof { method: "oidc", second: false, at, provider });
    session.devices.push(json!({
        "id": Uuid::new_v4(), "ip_address": "203.0.113.7", "location": "",
        "user_agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                       Version/18.5 Mobile/15E148 Safari/604.1",
    }));
    session
}
