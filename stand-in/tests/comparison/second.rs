//! The second factor: an authenticator app, recovery codes, and the sessions of who has them.

use crate::account::replay;
use crate::browser::{Browser, Seen, node, token};
use crate::compare::{Comparison, stand_in};
use kratos_stand_in::StandIn;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

/// The person of these stories.
const EMAIL: &str = "ada.1795451873@example.org";

/// Their password.
const PASSWORD: &str = "Corr3ct-horse-b4ttery1";

/// The one-time password of a settings flow's secret, now.
pub(crate) fn one_time(stand_in: &StandIn, flow: &Value) -> String {
    let secret = node(flow, "totp_secret_key")["attributes"]["text"]["context"]["secret"].as_str().unwrap();
    let app = Builder::new().with_secret(Secret::try_from_base32(secret).unwrap()).build_noncompliant();
    app.generate(u64::try_from(stand_in.now()).unwrap()).to_string()
}

/// Sets both factors up, meets them at the next login, and looks at the sessions.
pub(crate) async fn second_factor(comparison: &mut Comparison) {
    let stand_in = stand_in();
    let traits = json!({
        "email": EMAIL, "name": {"first": "Augusta <b>&\"'", "last": "Lovelace"}, "website": "https://example.org",
        "age": 36, "tos": true, "language": "en", "birthday": "1985-12-10",
    });
    stand_in.create_identity(&traits, PASSWORD).unwrap();
    let mut browser = Browser::signed_in(&stand_in, EMAIL, PASSWORD).await;
    let begun = browser.settings().await;

    replay(comparison, &mut browser, &begun, "settings/totp_wrong_code").await;
    let flow = browser.settings().await;
    let code = one_time(&stand_in, &flow);
    let saved = browser.submit(&flow, &[("method", "totp"), ("totp_code", &code)], false).await;
    comparison.hold("settings/totp_enabled__submit", &saved);
    comparison.hold("settings/totp_enabled", &browser.fetch("settings", flow["id"].as_str().unwrap()).await);

    let flow = browser.settings().await;
    let flow = replay(comparison, &mut browser, &flow, "settings/lookup_generated").await;
    let codes = node(&flow, "lookup_secret_codes")["attributes"]["text"]["context"]["secrets"].clone();
    replay(comparison, &mut browser, &flow, "settings/lookup_confirmed").await;
    let begun = browser.html("/self-service/settings/browser").await;
    comparison.hold("settings/lookup_active__init", &begun);
    let active = browser.fetch("settings", &begun.flow()).await;
    comparison.hold("settings/lookup_active", &active);
    replay(comparison, &mut browser, &active.body, "settings/lookup_revealed").await;
    comparison.hold("sessions/whoami", &browser.json("/sessions/whoami").await);
    let url = "/self-service/settings/browser?return_to=http://localhost:4455/app";
    comparison.hold("settings/return_to", &browser.json(url).await);

    let flow = active.body["id"].as_str().unwrap();
    let mut weak = Browser::signed_in(&stand_in, EMAIL, PASSWORD).await;
    comparison.hold("settings_errors/aal2_init_html", &weak.html("/self-service/settings/browser").await);
    comparison.hold("settings_errors/aal2_init_json", &weak.json("/self-service/settings/browser").await);
    comparison.hold("settings_errors/aal2_required_403", &weak.fetch("settings", flow).await);
    let used = step_up(comparison, &mut weak, codes[0]["context"]["secret"].as_str().unwrap()).await;
    assert_eq!(used.location(), "http://localhost:4455/");
    let flow = weak.settings().await;
    replay(comparison, &mut weak, &flow, "settings/lookup_revealed_one_used").await;

    let mut third = Browser::signed_in(&stand_in, EMAIL, PASSWORD).await;
    let whoami = third.json("/sessions/whoami").await;
    comparison.hold("sessions/whoami_aal1", &whoami);
    let id = whoami.body["id"].as_str().unwrap();
    comparison.hold(
        "sessions/revoke_one",
        &browser.send("DELETE", &format!("/sessions/{id}"), "application/json", None).await,
    );
    comparison.hold("sessions/list", &browser.json("/sessions").await);
    Browser::signed_in(&stand_in, EMAIL, PASSWORD).await;
    let revoked = browser.send("DELETE", "/sessions", "application/json", None).await;
    comparison.hold("sessions/revoke_others", &revoked);
    assert_eq!(revoked.body["count"], 2);
}

/// Goes from the password to the second factor: a wrong one-time password, then a recovery code.
async fn step_up(comparison: &mut Comparison, browser: &mut Browser<'_>, code: &str) -> Seen {
    let flow = browser.json("/self-service/login/browser?aal=aal2").await;
    comparison.hold("login/aal2", &flow);
    let flow = flow.body;
    let refused = {
        let fields = comparison.sent("login/aal2_totp_wrong__submit");
        browser.submit_with(&flow, &token(&flow), fields, false).await
    };
    comparison.hold("login/aal2_totp_wrong__submit", &refused);
    comparison.hold("login/aal2_totp_wrong", &browser.fetch("login", &refused.flow()).await);
    let fields = [("method", "lookup_secret"), ("lookup_secret", code)];
    let used = browser.submit(&flow, &fields, false).await;
    comparison.hold("login/aal2_lookup_ok__submit", &used);
    used
}
