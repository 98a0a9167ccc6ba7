//! Login in two steps: the identifier first, then what the account has.

use crate::authenticator::Authenticator;
use crate::browser::Browser;
use crate::compare::{Comparison, recorded, told};
use crate::story::Story;
use kratos_stand_in::{Config, Methods, StandIn, Style};
use serde_json::json;

/// The person with a password of these recordings.
const ADA: &str = "ada.1795599972@example.org";

/// The one with nothing but a code.
const CODE: &str = "codeonly.1795599972@example.org";

/// A stand-in of two steps with these methods.
fn stand_in(methods: Methods, account_enumeration_mitigate: bool) -> StandIn {
    told(Config { login_style: Style::TwoSteps, methods, account_enumeration_mitigate, ..recorded() })
}

/// Codes as a first factor.
fn codes() -> Methods {
    Methods { code_passwordless: true, ..Methods::default() }
}

/// Makes a person without a password.
async fn without_password(story: &mut Story<'_>, email: &str, credentials: serde_json::Value) {
    let body = json!({"traits": {"email": email}, "credentials": credentials}).to_string();
    let made = story.browser.send("POST", "/admin/identities", "*/*", Some(("application/json", body))).await;
    assert_eq!(made.status, 201, "{}", made.body);
    story.browser = Browser::new(story.stand_in);
}

/// With codes, also as the only way in.
pub(crate) async fn with_codes(comparison: &mut Comparison) {
    let stand_in = stand_in(codes(), false);
    let mut story = Story::new(comparison, &stand_in);
    story.person(ADA);
    without_password(&mut story, CODE, json!({})).await;
    let oidc = json!({"oidc": {"config": {"providers": [{"provider": "hydra", "subject": "x"}]}}});
    without_password(&mut story, "oidconly.1795599972@example.org", oidc).await;

    story.hold("login/identifier_first__init").await;
    story.hold("login/identifier_first").await;
    story.hold("login_json/identifier_first_unknown_400").await;
    story.begin_and_hold("login", "", "login_json/identifier_first_empty_400").await;
    story.begin_and_hold("login", "", "login/identifier_first_step1__submit").await;
    story.hold("login/identifier_first_step2").await;
    story.begin_and_hold("login", "", "login_json/identifier_first_step2_400").await;
    story.hold("login_json/identifier_first_wrong_password_400").await;
    story.hold("login_json/identifier_first_ok_200").await;

    story.browser = Browser::new(&stand_in);
    story.begin("login", "").await;
    let sent = story.submit(&[("identifier", CODE), ("method", "identifier_first")]).await;
    assert_eq!((sent.status, sent.body["state"].as_str()), (400, Some("sent_email")));
    story.hold("login_json/code_wrong_400").await;
    story.hold("login_json/code_resend_400").await;
    let code = story.mailed(CODE).await;
    story.hold_with("login_json/code_ok_200", &[("code", &code)]).await;

    story.browser = Browser::new(&stand_in);
    let ada = [("identifier", ADA), ("method", "identifier_first")];
    story.begin("login", "").await;
    story.submit(&ada).await;
    story.hold("login_json/code_sent_400").await;
    story.begin("login", "").await;
    story.submit_html(&ada).await;
    story.hold("login/code_sent__submit").await;
    story.hold("login/code_sent").await;
    story.hold("login/code_wrong__submit").await;
    story.hold("login/code_wrong").await;
    story.begin_and_hold("login", "", "login_json/identifier_first_oidc_400").await;
}

/// Where nobody is told who has an account.
pub(crate) async fn telling_nobody(comparison: &mut Comparison) {
    let stand_in = stand_in(codes(), true);
    let mut story = Story::new(comparison, &stand_in);
    story.begin_and_hold("login", "", "login_json/identifier_first_mitigated_400").await;
}

/// Accounts with a passkey or a security key alone.
pub(crate) async fn with_keys(comparison: &mut Comparison) {
    let stand_in = stand_in(Methods { webauthn_passwordless: true, ..Methods::default() }, false);
    let mut story = Story::new(comparison, &stand_in);
    for (email, made, options) in [
        ("key.1795600813@example.org", "passkey_register", "passkey_create_data"),
        ("wkey.1795600813@example.org", "webauthn_register", "webauthn_register_trigger"),
    ] {
        story.browser = Browser::new(&stand_in);
        story.begin("registration", "").await;
        story.submit(&[("traits.email", email), ("method", "profile")]).await;
        let (_, response) = Authenticator::make(7, &options_of(&story, options), None);
        let done = story.submit(&[("traits.email", email), (made, &response)]).await;
        assert_eq!(done.status, 200, "{}", done.body);
    }
    story.browser = Browser::new(&stand_in);
    story.begin_and_hold("login", "", "login_json/identifier_first_passkey_400").await;
    story.begin_and_hold("login", "", "login_json/identifier_first_webauthn_400").await;
    story.submit(&[("identifier", "wkey.1795600813@example.org"), ("method", "webauthn")]).await;
    let id = story.flow["id"].as_str().unwrap().to_owned();
    story.read("login", &id).await;
    story.hold("login/identifier_first_webauthn_step3").await;
}

/// The options of a ceremony, as a node has them.
pub(crate) fn options_of(story: &Story<'_>, node: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(&story.value(node)).unwrap();
    let options = value.get("credentialOptions").unwrap_or(&value);
    options.to_string()
}
