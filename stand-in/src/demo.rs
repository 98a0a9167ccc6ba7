//! The ready person of the demo.

use crate::call::{Answer, Call};
use crate::json::Json;
use serde_json::json;

/// Whom the ready person signs in as.
pub(crate) const EMAIL: &str = "ada@example.org";

/// And how.
pub(crate) const PASSWORD: &str = "Note-G-1843";

/// The ready person's traits, as far as the schema knows them.
fn traits(call: &Call<'_>) -> Json {
    let all = json!({
        "email": EMAIL, "name": {"first": "Ada", "last": "Lovelace"}, "website": "https://example.org", "age": 36,
        "height": 1.65, "tos": true, "newsletter": false, "language": "en", "birthday": "1985-12-10",
        "meeting": "2026-12-24T10:30:00Z", "tags": ["math", "engines"], "scores": [1.5, 20],
        "addresses": [{"street": "1 St James's Square", "city": "London", "primary": true},
            {"street": "Elm Row 2", "city": "Ealing", "primary": false}],
        "bio": "Notes on the <Engine> & more", "settings": {"theme": "dark", "limits": {"daily": 3}},
        "deep": {"a": {"b": {"c": "bottom"}}},
    });
    let mut known = Json::empty();
    for (name, value) in all.as_object().into_iter().flatten() {
        let field = format!("traits.{name}");
        if call.app.schema(None).fields.iter().any(|one| one.name == field) {
            known.set(name, Json::from(value));
        }
    }
    known
}

/// `GET /ui/demo`: signs the ready person in, who is made at the first time, and goes on to the settings.
pub(crate) fn enter(call: &mut Call<'_>) -> Answer {
    let person = if let Some(person) = call.state.by_identifier(EMAIL) {
        person
    } else {
        let person = crate::admin::build(call, traits(call), Some(PASSWORD.to_owned()))?;
        let id = person.id;
        call.state.identities.insert(id, person);
        id
    };
    call.sign_in(person, "password", false, None);
    Ok(call.see_other(&call.public("/self-service/settings/browser")))
}
