//! Recordings of the real Kratos with the default identity schema: arrays, objects and free-form traits, and answers in
//! JSON where the other recordings have forms.

use crate::browser::{Browser, node, token};
use crate::compare::Comparison;
use crate::second::one_time;
use kratos_stand_in::{Config, StandIn, UiUrls};
use serde_json::{Value, json};

/// The password of everybody here.
const PASSWORD: &str = "Corr3ct-horse-b4ttery1";

/// A stand-in with the defaults.
fn stand_in() -> StandIn {
    let logout_return_url = Some("http://localhost:4455/login".to_owned());
    crate::compare::told(Config {
        ui_urls: UiUrls::at("http://localhost:4455"),
        logout_return_url,
        ..Config::default()
    })
}

/// Sends a profile as JSON with the traits nested, as a program does.
async fn save(browser: &mut Browser<'_>, flow: &Value, traits: Option<Value>, token: &str) -> crate::browser::Seen {
    let mut body = json!({"method": "profile", "csrf_token": token});
    if let Some(traits) = traits {
        body["traits"] = traits;
    }
    let action = flow["ui"]["action"].as_str().unwrap().to_owned();
    browser.send("POST", &action, "application/json", Some(("application/json", body.to_string()))).await
}

/// Fresh forms, and profiles refused and saved.
pub(crate) async fn profile(comparison: &mut Comparison) {
    for name in ["rich/bare_fresh", "rich/fresh"] {
        let stand_in = stand_in();
        let traits = comparison.traits(name);
        stand_in.create_identity(&traits, PASSWORD).unwrap();
        let mut browser = Browser::signed_in(&stand_in, traits["email"].as_str().unwrap(), PASSWORD).await;
        let fresh = browser.json("/self-service/settings/browser").await;
        comparison.hold(name, &fresh);
        if name == "rich/fresh" {
            let sent = comparison.traits("rich/invalid_400");
            let refused = save(&mut browser, &fresh.body, Some(sent), &token(&fresh.body)).await;
            comparison.hold("rich/invalid_400", &refused);
            let id = fresh.body["id"].as_str().unwrap();
            comparison.hold("rich/invalid", &browser.fetch("settings", id).await);
            let wrong = save(&mut browser, &fresh.body, Some(traits), "wrong").await;
            comparison.hold("rich/csrf_wrong_403", &wrong);
        }
    }
    let stand_in = stand_in();
    let stored = comparison.traits("rich/nothing_sent_400");
    let mut before = comparison.traits("rich/saved_200");
    before["bio"] = "Notes on the <Engine> & more".into();
    assert_eq!(stored, before, "one person made these");
    let email = before["email"].as_str().unwrap().to_owned();
    stand_in.create_identity(&before, PASSWORD).unwrap();
    let mut browser = Browser::signed_in(&stand_in, &email, PASSWORD).await;
    for name in ["fewer_items_400", "more_items_400", "wrong_types_400", "unknown_trait_400", "saved_200"] {
        let name = format!("rich/{name}");
        let flow = browser.settings().await;
        if name == "rich/saved_200" {
            let flow = browser.settings().await;
            comparison.hold("rich/nothing_sent_400", &save(&mut browser, &flow, None, &token(&flow)).await);
        }
        let sent = comparison.traits(&name);
        let seen = save(&mut browser, &flow, Some(sent), &token(&flow)).await;
        comparison.hold(&name, &seen);
    }
    for (name, field) in [("rich/no_method_400", ("method", "bogus")), ("rich/link_unknown_400", ("link", "bogus"))] {
        let flow = browser.settings().await;
        comparison.hold(name, &browser.submit(&flow, &[field], true).await);
    }
}

/// A provider that is denied, a login while signed in, a second factor without a first.
pub(crate) async fn refusals(comparison: &mut Comparison) {
    let stand_in = stand_in();
    let traits = comparison.traits("rich/oidc_denied");
    stand_in.create_identity(&traits, PASSWORD).unwrap();
    let mut browser = Browser::signed_in(&stand_in, traits["email"].as_str().unwrap(), PASSWORD).await;
    let flow = browser.settings().await;
    let away = browser.submit(&flow, &[("link", "hydra")], true).await;
    let back = browser.at_provider(away.body["redirect_browser_to"].as_str().unwrap(), "ada", "deny").await;
    comparison.hold("rich/oidc_denied", &browser.fetch("settings", &back.flow()).await);
    comparison.hold("login/already_400", &browser.json("/self-service/login/browser").await);
    let anonymous = Browser::new(&stand_in).json("/self-service/login/browser?aal=aal2").await;
    comparison.hold("login/aal1_required_401", &anonymous);
    let url = browser.json("/self-service/logout/browser").await.body["logout_url"].as_str().unwrap().to_owned();
    comparison.hold("sessions/logout_303", &browser.html(&url).await);
    assert_eq!(browser.json("/sessions/whoami").await.status, 401);
}

/// A login that needs the second factor.
pub(crate) async fn sign_in(comparison: &mut Comparison) {
    let stand_in = stand_in();
    let traits = comparison.traits("login/second_factor_200");
    let email = traits["email"].as_str().unwrap();
    stand_in.create_identity(&traits, PASSWORD).unwrap();
    let mut browser = Browser::signed_in(&stand_in, email, PASSWORD).await;
    let settings = browser.settings().await;
    let code = one_time(&stand_in, &settings);
    assert_eq!(browser.submit(&settings, &[("method", "totp"), ("totp_code", &code)], true).await.status, 200);

    let mut browser = Browser::new(&stand_in);
    let flow = browser.json("/self-service/login/browser").await.body;
    let fields = [("method", "password"), ("identifier", email), ("password", "x")];
    let refused = browser.submit(&flow, &fields, true).await;
    comparison.hold("login/bad_credentials_400", &refused);
    let fields = [("method", "password"), ("identifier", email), ("password", PASSWORD)];
    let half = browser.submit(&refused.body, &fields, true).await;
    comparison.hold("login/second_factor_422", &half);
    comparison.hold("sessions/whoami_aal2_required_403", &browser.json("/sessions/whoami").await);
    let flow = browser.json("/self-service/login/browser?aal=aal2&return_to=/x").await.body;
    let done = browser.submit(&flow, &[("method", "totp"), ("totp_code", &code)], true).await;
    comparison.hold("login/second_factor_200", &done);
}

/// Recovery and verification as a program without the feature flag sees them.
pub(crate) async fn codes(comparison: &mut Comparison) {
    let stand_in = stand_in();
    let email = "codes@example.org";
    stand_in.create_identity(&json!({"email": email}), PASSWORD).unwrap();
    let mut browser = Browser::new(&stand_in);
    for (kind, name) in [("recovery", "recovery/code_ok_422"), ("verification", "verification/passed_200")] {
        let flow = browser.json(&format!("/self-service/{kind}/browser")).await.body;
        let flow = browser.submit(&flow, &[("method", "code"), ("email", email)], true).await.body;
        let code = crate::proof::mailed(&mut browser, email).await;
        let done = browser.submit(&flow, &[("method", "code"), ("code", &code)], true).await;
        comparison.hold(name, &done);
        if kind == "verification" {
            assert_eq!(node(&done.body, "continue")["type"], "a");
            let fields = vec![("method".to_owned(), "code".to_owned()), ("code".to_owned(), "000000".to_owned())];
            let action = format!("/self-service/verification?flow={}", done.body["id"].as_str().unwrap());
            let passed = json!({"ui": {"action": action, "nodes": done.body["ui"]["nodes"]}});
            let again = browser.submit_with(&passed, &token(&done.body), fields, true).await;
            comparison.hold("verification/replaced_410", &again);
        }
    }
}
