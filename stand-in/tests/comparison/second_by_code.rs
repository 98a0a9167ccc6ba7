//! The second factor with codes by mail among it.

use crate::authenticator::Authenticator;
use crate::browser::{Browser, node};
use crate::compare::{Comparison, recorded, told};
use crate::second::one_time;
use crate::story::{PASSWORD, Story};
use kratos_stand_in::{Config, Methods};

/// The person of these recordings.
const ADA: &str = "ada.1795600109@example.org";

/// The way back, as it stands in the recorded URLs.
const APP: &str = "?return_to=http%3A%2F%2Flocalhost%3A4455%2Fapp";

/// A code is the only second factor at first, then one of many.
pub(crate) async fn codes_and_more(comparison: &mut Comparison) {
    let methods = Methods { code_mfa: true, ..Methods::default() };
    let stand_in = told(Config { methods, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    story.person(ADA);

    story.begin_and_hold("login", APP, "login/ok_then_aal2__submit").await;
    story.hold("login_json/aal2_init_code_sent_at_once").await;
    story.hold("login/aal2_init_code_sent_at_once_html").await;
    story.hold("login/aal2_code_sent_at_once").await;
    story.hold("login_json/aal2_code_wrong_400").await;
    story.hold("login_json/aal2_code_resend_400").await;
    let code = story.mailed(ADA).await;
    story.hold_with("login_json/aal2_code_ok_200", &[("code", &code)]).await;
    story.hold("login_errors/aal2_already_json").await;

    story.begin("settings", "").await;
    let secret = story.flow.clone();
    let code = one_time(&stand_in, &secret);
    assert_eq!(story.submit(&[("method", "totp"), ("totp_code", &code)]).await.status, 200);
    story.begin("settings", "").await;
    story.submit(&[("lookup_secret_regenerate", "true")]).await;
    let codes = node(&story.flow, "lookup_secret_codes")["attributes"]["text"]["context"]["secrets"].clone();
    let spent = codes[0]["context"]["secret"].as_str().unwrap().to_owned();
    assert_eq!(story.submit(&[("lookup_secret_confirm", "true")]).await.status, 200);
    story.begin("settings", "").await;
    let (key, made) = Authenticator::make(7, &story.value("webauthn_register_trigger"), None);
    let fields = [("webauthn_register", made.as_str()), ("webauthn_register_displayname", "Blue")];
    assert_eq!(story.submit(&fields).await.status, 200);

    story.signed_in(ADA).await;
    story.begin("login", "?aal=aal2").await;
    assert_eq!(story.submit(&[("method", "lookup_secret"), ("lookup_secret", &spent)]).await.status, 200);

    story.signed_in(ADA).await;
    story.hold("login/aal2_all_methods__init").await;
    story.hold("login/aal2_all_methods").await;
    story.hold("login_json/aal2_totp_wrong_400").await;
    story.hold("login_json/aal2_lookup_wrong_400").await;
    let stray = Authenticator::stray(9).assert(&story.value("webauthn_login_trigger"));
    story.hold_with("login_json/aal2_webauthn_wrong_400", &[("webauthn_login", &stray)]).await;
    story.hold("login_json/aal2_code_address_400").await;

    story.signed_in(ADA).await;
    story.begin("login", "?aal=aal2").await;
    story.hold_with("login_json/aal2_lookup_used_400", &[("lookup_secret", &spent)]).await;
    let used = key.assert(&story.value("webauthn_login_trigger"));
    story.hold_with("login_json/aal2_webauthn_ok_200", &[("webauthn_login", &used)]).await;

    story.signed_in(ADA).await;
    story.begin("login", "?aal=aal2").await;
    let mine = story.browser.jar.clone();
    story.person("eve@example.org");
    let eve = Browser::signed_in(&stand_in, "eve@example.org", PASSWORD).await.jar;
    // The session of another person, in the same browser.
    let session = eve["ory_kratos_session"].clone();
    story.browser.jar.insert("ory_kratos_session".to_owned(), session);
    story.hold("login_json/aal2_other_identity_400").await;
    story.browser.jar.remove("ory_kratos_session");
    story.hold("login_json/aal2_no_session_401").await;
    story.browser.jar = mine;
    story.begin("login", "?aal=aal2&return_to=http://localhost:4455/app").await;
    stand_in.advance(std::time::Duration::from_secs(60));
    let code = one_time(&stand_in, &secret);
    story.hold_with("login_json/aal2_totp_ok_200", &[("totp_code", &code)]).await;

    // What is asked of JSON that signed in with one factor only.
    story.browser = Browser::new(&stand_in);
    story.begin("login", "").await;
    let half = story.submit(&[("method", "password"), ("identifier", ADA), ("password", PASSWORD)]).await;
    story.comparison.hold("login_json/ok_then_aal2_required_422", &half);
    story.hold("sessions/whoami_aal2_required_403").await;
}
