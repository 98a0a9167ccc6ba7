//! Login with every method at once, codes and keys being first factors too; and proving again who one is.

use crate::authenticator::Authenticator;
use crate::browser::Browser;
use crate::compare::{Comparison, recorded, told};
use crate::story::{PASSWORD, Story};
use kratos_stand_in::{Config, Methods, StandIn};
use serde_json::json;

/// The person with everything.
const ADA: &str = "ada.1795600013@example.org";

/// A stand-in with every method as a first factor.
fn stand_in() -> StandIn {
    let methods = Methods { code_passwordless: true, webauthn_passwordless: true, ..Methods::default() };
    told(Config { methods, ..recorded() })
}

/// Codes and keys.
pub(crate) async fn first_factors(comparison: &mut Comparison) {
    let stand_in = stand_in();
    let mut story = Story::new(comparison, &stand_in);
    story.person(ADA);
    story.hold("login/unified_all_methods__init").await;
    story.hold("login/unified_all_methods").await;
    story.begin_and_hold("login", "", "login_json/unified_code_sent_400").await;
    let code = story.mailed(ADA).await;
    for name in ["code_unknown_address_400", "code_empty_address_400", "webauthn_unknown_400"] {
        story.begin_and_hold("login", "", &format!("login_json/{name}")).await;
    }
    assert_eq!(code.len(), 6);
    verify(&mut story, ADA).await;

    // Ada adds a security key and a passkey, each proved by making it.
    story.signed_in(ADA).await;
    story.begin("settings", "").await;
    let (key, made) = Authenticator::make(7, &story.value("webauthn_register_trigger"), None);
    let fields = [("webauthn_register", made.as_str()), ("webauthn_register_displayname", "Blue")];
    assert_eq!(story.submit(&fields).await.status, 200);
    story.begin("settings", "").await;
    let (passkey, made) = Authenticator::make(8, &story.value("passkey_create_data"), None);
    assert_eq!(story.submit(&[("passkey_settings_register", &made)]).await.status, 200);
    let owner = std::mem::take(&mut story.browser.jar);

    story.begin_and_hold("login", "", "login_json/webauthn_step1_422").await;
    story.hold("login/webauthn_passwordless_step2").await;
    let stray = Authenticator::stray(9).assert(&story.value("webauthn_login_trigger"));
    story.hold_with("login_json/webauthn_wrong_400", &[("webauthn_login", &stray)]).await;
    let used = key.assert(&story.value("webauthn_login_trigger"));
    story.hold_with("login_json/webauthn_ok_200", &[("webauthn_login", &used)]).await;

    story.browser = Browser::new(&stand_in);
    story.begin_and_hold("login", "", "login_json/passkey_garbage_400").await;
    let stray = Authenticator::stray(9).assert(&story.value("passkey_challenge"));
    story.hold_with("login_json/passkey_unknown_400", &[("passkey_login", &stray)]).await;
    let used = passkey.assert(&story.value("passkey_challenge"));
    story.hold_with("login_json/passkey_ok_200", &[("passkey_login", &used)]).await;

    story.browser = Browser::new(&stand_in);
    story.begin("login", "").await;
    let elsewhere = passkey.assert_at(&story.value("passkey_challenge"), "https://evil.example");
    story.hold_with("login_json/passkey_wrong_origin_400", &[("passkey_login", &elsewhere)]).await;

    story.browser.jar = owner;
    story.begin("login", "?refresh=true").await;
    let id = story.flow["id"].as_str().unwrap().to_owned();
    story.read("login", &id).await;
    story.hold("login/refresh_all_methods").await;
    let used = passkey.assert(&story.value("passkey_challenge"));
    story.hold_with("login_json/refresh_passkey_200", &[("passkey_login", &used)]).await;
}

/// Proves an address, in a browser of its own.
async fn verify(story: &mut Story<'_>, address: &str) {
    let jar = std::mem::take(&mut story.browser.jar);
    story.begin("verification", "").await;
    story.submit(&[("method", "code"), ("email", address)]).await;
    let code = story.mailed(address).await;
    assert_eq!(story.submit(&[("method", "code"), ("code", &code)]).await.body["state"], "passed_challenge");
    story.browser.jar = jar;
}

/// Proving again who one is, with codes and without a key.
pub(crate) async fn refreshed_by_code(comparison: &mut Comparison) {
    let methods = Methods { code_passwordless: true, ..Methods::default() };
    let stand_in = told(Config { methods, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    let email = "both@example.org";
    story.person(email);
    story.signed_in(email).await;
    story.begin("login", "?refresh=true").await;
    story.hold("login/refresh_password_and_code").await;

    story.browser = Browser::new(&stand_in);
    let only = json!({"traits": {"email": "only@example.org"}}).to_string();
    story.browser.send("POST", "/admin/identities", "*/*", Some(("application/json", only))).await;
    story.browser = Browser::new(&stand_in);
    story.begin("login", "").await;
    story.submit(&[("method", "code"), ("identifier", "only@example.org")]).await;
    let code = story.mailed("only@example.org").await;
    let fields = [("method", "code"), ("identifier", "only@example.org"), ("code", code.as_str())];
    assert_eq!(story.submit(&fields).await.status, 200);
    story.hold("login/refresh_code_only__init").await;
    story.hold("login/refresh_code_only").await;
}

/// A code by SMS, where people have a telephone number too.
pub(crate) async fn by_sms(comparison: &mut Comparison) {
    let methods = Methods { code_passwordless: true, ..Methods::default() };
    let stand_in = told(Config { methods, schema: PHONE_SCHEMA.to_owned(), ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    let traits = json!({"email": "ph.1795600813@example.org", "phone": "+491709876513", "name": {}});
    stand_in.create_identity(&traits, PASSWORD).unwrap();
    story.begin_and_hold("login", "", "login_json/code_sent_sms_400").await;
}

/// A schema in which an address and a telephone number are identifiers, and both are to be verified.
pub(crate) const PHONE_SCHEMA: &str = r#"{"type": "object", "properties": {"traits": {"type": "object",
    "required": ["email"], "additionalProperties": false, "properties": {
        "email": {"type": "string", "format": "email", "title": "E-Mail", "ory.sh/kratos": {
            "credentials": {"password": {"identifier": true}, "code": {"identifier": true, "via": "email"},
                "passkey": {"display_name": true}},
            "recovery": {"via": "email"}, "verification": {"via": "email"}}},
        "phone": {"type": "string", "format": "tel", "title": "Phone", "ory.sh/kratos": {
            "credentials": {"code": {"identifier": true, "via": "sms"}},
            "verification": {"via": "sms"}}},
        "name": {"type": "object", "properties": {"first": {"type": "string"}, "last": {"type": "string"}}}
    }}}}"#;
