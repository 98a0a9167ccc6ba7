//! Ory Hydra's requests: Kratos as the login provider of another application.

use crate::browser::Browser;
use crate::compare::{Comparison, recorded, told};
use crate::second::one_time;
use crate::story::Story;
use kratos_stand_in::{Config, Hook, Methods, Style};
use std::time::Duration;

/// What the recorded application asked for.
const SCOPE: &str = "openid email offline";

/// Where Hydra is in the recordings.
fn config() -> Config {
    let methods = Methods { code_passwordless: true, ..Methods::default() };
    let oauth2_provider_url = Some("http://localhost:4445".to_owned());
    Config { oauth2_provider_url, methods, registration_style: Style::Unified, ..recorded() }
}

/// Signing in for an application.
pub(crate) async fn logins(comparison: &mut Comparison) {
    let stand_in = told(config());
    let mut story = Story::new(comparison, &stand_in);
    let ada = "ada.1795600519@example.org";
    story.person(ada);
    story.challenge = stand_in.login_challenge(None, SCOPE);
    // The browser comes from Hydra, whose cookie it has.
    story.browser.jar.insert("ory_hydra_login_csrf".to_owned(), "x".to_owned());
    story.hold("login/oauth2__init").await;
    story.hold("login/oauth2").await;
    story.hold("login_json/oauth2_init").await;
    story.hold("login_json/oauth2_bad_400").await;
    story.hold("login_json/oauth2_ok_422").await;
    story.hold("login_json/oauth2_init_used_challenge").await;
    story.challenge = stand_in.login_challenge(None, SCOPE);
    story.hold("login_json/oauth2_signed_in_not_skip").await;
    story.challenge = stand_in.login_challenge(Some("remembered"), "openid email");
    story.hold("login_json/oauth2_skip_init").await;
    story.hold("login/oauth2_skip_init").await;
    story.hold("login_errors/oauth2_init_empty_challenge").await;
    story.challenge = String::new();
    story.hold("login_errors/oauth2_init_junk_challenge").await;
    stand_in.hydra_down(true);
    story.hold("login_errors/oauth2_hydra_down_500").await;

    let stand_in = told(Config { methods: Methods::default(), ..config() });
    let mut story = Story::new(comparison, &stand_in);
    story.challenge = stand_in.login_challenge(Some("remembered"), "openid email");
    story.hold("login_json/oauth2_skip_no_session").await;
}

/// A second factor on the way, and flows that are over.
pub(crate) async fn second_factors(comparison: &mut Comparison) {
    let stand_in = told(Config { methods: Methods::default(), ..config() });
    let mut story = Story::new(comparison, &stand_in);
    let ada = "ada.1795600569@example.org";
    story.person(ada);
    story.signed_in(ada).await;
    story.begin("settings", "").await;
    let code = one_time(&stand_in, &story.flow);
    assert_eq!(story.submit(&[("method", "totp"), ("totp_code", &code)]).await.status, 200);
    story.browser = Browser::new(&stand_in);
    story.challenge = stand_in.login_challenge(None, SCOPE);
    let query = format!("?login_challenge={}", story.challenge);
    story.begin_and_hold("login", &query, "login_json/oauth2_ok_then_aal2_422").await;
    story.hold("login_json/oauth2_aal2_init").await;

    let stand_in = told(Config { flow_lifespan: Duration::from_secs(1), ..config() });
    let mut story = Story::new(comparison, &stand_in);
    story.person(ada);
    story.challenge = stand_in.login_challenge(None, SCOPE);
    let query = format!("?login_challenge={}", story.challenge);
    story.begin("login", &query).await;
    stand_in.advance(Duration::from_secs(2));
    story.hold("login_errors/oauth2_get_expired_410").await;
    story.hold("login_json/oauth2_expired_410").await;
}

/// Signing up for an application.
pub(crate) async fn registrations(comparison: &mut Comparison) {
    let stand_in = told(config());
    let mut story = Story::new(comparison, &stand_in);
    story.challenge = stand_in.login_challenge(None, SCOPE);
    story.browser.jar.insert("ory_hydra_login_csrf".to_owned(), "x".to_owned());
    story.hold("registration_json/oauth2_init").await;
    story.hold("registration_json/oauth2_ok_200").await;
    story.challenge = stand_in.login_challenge(Some("remembered"), "openid email");
    story.hold("registration_json/oauth2_skip_init").await;

    let stand_in = told(Config { registration_hooks: Vec::new(), ..config() });
    let mut story = Story::new(comparison, &stand_in);
    story.challenge = stand_in.login_challenge(None, SCOPE);
    let query = format!("?login_challenge={}", story.challenge);
    story.begin_and_hold("registration", &query, "registration_json/oauth2_hooks_none").await;

    let hooks = vec![Hook::Session, Hook::ShowVerificationUi];
    let stand_in = told(Config { registration_hooks: hooks, ..config() });
    let mut story = Story::new(comparison, &stand_in);
    story.challenge = stand_in.login_challenge(None, SCOPE);
    let query = format!("?login_challenge={}", story.challenge);
    story.begin("registration", &query).await;
    let done = story.hold("registration_json/oauth2_hooks_show").await;
    let id = done.body["continue_with"][1]["flow"]["id"].as_str().unwrap().to_owned();
    story.read("verification", &id).await;
    story.hold("verification/oauth2").await;
    let code = story.mailed("jshow.1795600569@example.org").await;
    story.hold_with("verification_json/oauth2_ok_200", &[("code", &code)]).await;
}
