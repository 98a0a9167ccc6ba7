//! Security keys and passkeys, made and used by an authenticator in software.

use crate::authenticator::Authenticator;
use crate::browser::{Browser, node};
use crate::compare::{Comparison, stand_in};
use serde_json::{Value, json};

/// The person of these stories.
const EMAIL: &str = "keys.1795451834@example.org";

/// Their password.
const PASSWORD: &str = "Corr3ct-horse-b4ttery1";

/// The value of a node.
fn value(flow: &Value, name: &str) -> String {
    node(flow, name)["attributes"]["value"].as_str().unwrap().to_owned()
}

/// Both are added, used to sign in, and removed.
pub(crate) async fn keys(comparison: &mut Comparison) {
    let stand_in = stand_in();
    stand_in.create_identity(&json!({"email": EMAIL, "name": {}}), PASSWORD).unwrap();
    let mut browser = Browser::signed_in(&stand_in, EMAIL, PASSWORD).await;

    // A page elsewhere made the key: refused, as an error of its own.
    let flow = browser.settings().await;
    let (_, elsewhere) =
        Authenticator::make(9, &value(&flow, "webauthn_register_trigger"), Some("https://evil.example"));
    let fields = [("webauthn_register", elsewhere.as_str()), ("webauthn_register_displayname", "x")];
    assert_eq!(browser.submit(&flow, &fields, true).await.status, 500);

    let flow = browser.json("/self-service/settings/browser?return_to=").await.body;
    let id = flow["id"].as_str().unwrap();
    let (key, made) = Authenticator::make(7, &value(&flow, "webauthn_register_trigger"), None);
    let fields = [("webauthn_register", made.as_str()), ("webauthn_register_displayname", "YubiKey <5C> \"blue\"")];
    assert_eq!(browser.submit(&flow, &fields, false).await.status, 303);
    comparison.hold("settings/webauthn_added", &browser.fetch("settings", id).await);

    let flow = browser.json("/self-service/settings/browser?return_to=").await.body;
    let id = flow["id"].as_str().unwrap();
    let (passkey, made) = Authenticator::make(8, &value(&flow, "passkey_create_data"), None);
    assert_eq!(browser.submit(&flow, &[("passkey_settings_register", &made)], false).await.status, 303);
    comparison.hold("settings/passkey_added", &browser.fetch("settings", id).await);

    let mut other = Browser::signed_in(&stand_in, EMAIL, PASSWORD).await;
    let login = other.json("/self-service/login/browser?aal=aal2").await;
    comparison.hold("login/aal2_webauthn", &login);
    let used = key.assert(&value(&login.body, "webauthn_login_trigger"));
    assert_eq!(
        other.submit(&login.body, &[("webauthn_login", &used), ("identifier", EMAIL)], false).await.location(),
        "http://localhost:4455/"
    );
    assert_eq!(other.json("/sessions/whoami").await.body["authenticator_assurance_level"], "aal2");

    let mut other = Browser::new(&stand_in);
    let login = other.json("/self-service/login/browser").await.body;
    let used = passkey.assert(&value(&login, "passkey_challenge"));
    let seen = other.submit(&login, &[("passkey_login", &used)], true).await;
    assert_eq!(seen.body["session"]["authentication_methods"][0]["method"], "passkey", "{}", seen.body);
    let mut other = Browser::new(&stand_in);
    let login = other.json("/self-service/login/browser").await.body;
    assert_eq!(other.submit(&login, &[("passkey_login", &used)], true).await.status, 400, "another challenge's answer");

    for (name, button) in [("passkey_removed", "passkey_remove"), ("webauthn_removed", "webauthn_remove")] {
        let flow = browser.settings().await;
        let id = flow["id"].as_str().unwrap();
        let removed = browser.submit(&flow, &[(button, &value(&flow, button))], false).await;
        comparison.hold(&format!("settings/{name}__submit"), &removed);
        comparison.hold(&format!("settings/{name}"), &browser.fetch("settings", id).await);
    }
}
