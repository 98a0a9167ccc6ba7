//! The settings of a person with a password.

use crate::browser::{Browser, token};
use crate::compare::{Comparison, stand_in};
use serde_json::{Value, json};

/// The person of the recordings.
const EMAIL: &str = "ada.1795451873@example.org";

/// And their password.
const PASSWORD: &str = "Corr3ct-horse-b4ttery1";

/// The traits they begin with.
fn traits() -> Value {
    json!({
        "email": EMAIL, "name": {"first": "Ada", "last": "Lovelace"}, "website": "https://example.org", "age": 36,
        "tos": true, "language": "en", "birthday": "1985-12-10", "tags": ["math", "engines"],
    })
}

/// Holds the answer to a recorded submission against it, and the flow read afterwards.
pub(crate) async fn replay(comparison: &mut Comparison, browser: &mut Browser<'_>, flow: &Value, name: &str) -> Value {
    let fields = comparison.sent(&format!("{name}__submit"));
    let seen = browser.submit_with(flow, &token(flow), fields, false).await;
    comparison.hold(&format!("{name}__submit"), &seen);
    let kind = name.split('/').next().unwrap();
    let read = browser.fetch(kind, flow["id"].as_str().unwrap()).await;
    comparison.hold(name, &read);
    read.body
}

/// The profile and the password, refused and saved, as forms and as JSON.
pub(crate) async fn profile_and_password(comparison: &mut Comparison) {
    let stand_in = stand_in();
    stand_in.create_identity(&traits(), PASSWORD).unwrap();
    let mut browser = Browser::signed_in(&stand_in, EMAIL, PASSWORD).await;

    let begun = browser.html("/self-service/settings/browser").await;
    comparison.hold("settings/fresh__init", &begun);
    let fresh = browser.fetch("settings", &begun.flow()).await;
    comparison.hold("settings/fresh", &fresh);
    replay(comparison, &mut browser, &fresh.body, "settings/profile_invalid").await;
    for name in ["profile_saved", "password_too_short", "password_too_similar", "password_saved"] {
        let flow = browser.settings().await;
        replay(comparison, &mut browser, &flow, &format!("settings/{name}")).await;
    }

    let flow = browser.settings().await;
    for name in ["settings_json/password_400", "settings_json/password_200"] {
        let fields = comparison.sent(name);
        let seen = browser.submit_with(&flow, &token(&flow), fields, true).await;
        comparison.hold(name, &seen);
    }

    let flow = browser.settings().await;
    let fields = comparison.sent("settings/csrf_bad__submit");
    let wrong = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    let refused = browser.submit_with(&flow, wrong, fields, false).await;
    comparison.hold("settings/csrf_bad__submit", &refused);
    let id = refused.location().split("id=").nth(1).unwrap().to_owned();
    comparison.hold("errors/csrf", &browser.json(&format!("/self-service/errors?id={id}")).await);
    let fields = comparison.sent("settings_json/csrf_403");
    comparison.hold("settings_json/csrf_403", &browser.submit_with(&flow, "nope", fields, true).await);

    comparison.hold("logout/create", &browser.json("/self-service/logout/browser").await);
    let begun = browser.html("/self-service/login/browser?refresh=true").await;
    comparison.hold("login/refresh__init", &begun);
    comparison.hold("login/refresh", &browser.fetch("login", &begun.flow()).await);
}

/// Linking and unlinking.
pub(crate) async fn providers(comparison: &mut Comparison) {
    let stand_in = stand_in();
    let email = "oidc.1795451874@example.org";
    stand_in.create_identity(&json!({"email": email, "name": {}}), PASSWORD).unwrap();
    let mut browser = Browser::signed_in(&stand_in, email, PASSWORD).await;

    let begun = browser.html("/self-service/settings/browser").await;
    comparison.hold("settings/oidc_none__init", &begun);
    let none = browser.fetch("settings", &begun.flow()).await;
    comparison.hold("settings/oidc_none", &none);
    let fields = comparison.sent("settings/oidc_link__submit");
    let away = browser.submit_with(&none.body, &token(&none.body), fields, false).await;
    comparison.hold("settings/oidc_link__submit", &away);

    let denied = browser.at_provider(away.location(), "ada", "deny").await;
    assert_eq!(denied.flow(), begun.flow());
    let flow = browser.fetch("settings", &begun.flow()).await.body;
    assert_eq!(flow["ui"]["messages"][0]["id"], 4_000_001);

    let away = browser.submit(&flow, &[("link", "hydra")], false).await;
    let back = browser.at_provider(away.location(), "ada", "allow").await;
    assert_eq!((back.status, back.flow()), (303, begun.flow()));
    comparison.hold("settings/oidc_linked", &browser.fetch("settings", &begun.flow()).await);
    let flow = browser.settings().await;
    replay(comparison, &mut browser, &flow, "settings/oidc_unlinked").await;
    let flow = browser.settings().await;
    let fields = comparison.sent("settings_json/oidc_422");
    let seen = browser.submit_with(&flow, &token(&flow), fields, true).await;
    comparison.hold("settings_json/oidc_422", &seen);
}

/// `return_to`, and flows that are another's or nobody's.
pub(crate) async fn ways_back_and_strangers(comparison: &mut Comparison) {
    let stand_in = stand_in();
    let (eve, password) = ("eve@example.org", "An0ther-passphrase");
    stand_in.create_identity(&traits(), PASSWORD).unwrap();
    stand_in.create_identity(&json!({"email": eve}), password).unwrap();
    let mut browser = Browser::signed_in(&stand_in, EMAIL, PASSWORD).await;
    let flow = browser.settings().await["id"].as_str().unwrap().to_owned();

    let evil = "/self-service/settings/browser?return_to=https://evil.example/";
    comparison.hold("settings_errors/return_to_forbidden_html", &browser.html(evil).await);
    comparison.hold("settings_errors/return_to_forbidden_json", &browser.json(evil).await);
    for (name, id) in
        [("unknown_404", "00000000-0000-4000-8000-000000000000"), ("bad_id", "not-a-uuid"), ("empty_id", "")]
    {
        comparison.hold(&format!("settings_errors/{name}"), &browser.fetch("settings", id).await);
    }
    let mut other = Browser::signed_in(&stand_in, eve, password).await;
    comparison.hold("settings_errors/identity_mismatch_403", &other.fetch("settings", &flow).await);
}
