//! Recovery by code, in both versions, and by link.

use crate::browser::Browser;
use crate::compare::{Comparison, recorded, told};
use crate::story::{PASSWORD, Story};
use kratos_stand_in::{Config, FeatureFlags, StandIn, Use};
use serde_json::json;
use std::time::Duration;

/// A stand-in with or without `use_continue_with_transitions`.
fn with_transitions(on: bool) -> StandIn {
    let flags = FeatureFlags { use_continue_with_transitions: on, ..FeatureFlags::default() };
    let privileged_session_max_age = Duration::from_secs(15 * 60);
    told(Config { feature_flags: flags, privileged_session_max_age, ..recorded() })
}

/// A page that may be gone back to.
const APP: &str = "?return_to=http://localhost:4455/app";

/// The first version by code, with the flag and without it.
pub(crate) async fn by_code(comparison: &mut Comparison) {
    let stand_in = with_transitions(true);
    let mut story = Story::new(comparison, &stand_in);
    let ada = "adatrue.1795600326@example.org";
    story.person(ada);
    story.begin("recovery", APP).await;
    for name in ["code_sent_200", "code_wrong_200", "code_empty_200", "resend_200"] {
        story.hold(&format!("recovery_json/{name}")).await;
    }
    for name in ["unknown_address_200", "empty_address_400", "no_method_400"] {
        story.begin_and_hold("recovery", "", &format!("recovery_json/{name}")).await;
    }
    story.begin_and_hold("recovery", "", "recovery_errors/csrf_html__submit").await;
    story.hold("recovery/after_csrf").await;
    too_often(&mut story, ada, "").await;
    by_an_administrator(&mut story, ada, "").await;
    story.browser = Browser::new(&stand_in);
    story.begin("recovery", "").await;
    story.submit(&[("method", "code"), ("email", ada)]).await;
    let before = story.flow.clone();
    let code = story.mailed(ada).await;
    assert_eq!(story.submit(&[("method", "code"), ("code", &code)]).await.status, 200);
    story.flow = before;
    story.hold("recovery_json/after_success").await;
    signed_in(&mut story, ada, "").await;
    story.hold("recovery_errors/signed_in_init_html").await;

    let stand_in = with_transitions(false);
    let mut story = Story::new(comparison, &stand_in);
    let ada = "adafalse.1795600326@example.org";
    story.person(ada);
    story.begin("recovery", APP).await;
    for name in ["code_sent_200_legacy", "code_wrong_200_legacy", "code_empty_200_legacy", "resend_200_legacy"] {
        story.hold(&format!("recovery_json/{name}")).await;
    }
    let before = story.flow.clone();
    let code = story.mailed(ada).await;
    let done = story.hold_with("recovery_json/code_ok_legacy", &[("code", &code)]).await;
    let page = done.body["redirect_browser_to"].as_str().unwrap().to_owned();
    story.read("settings", page.split("flow=").nth(1).unwrap()).await;
    story.hold("settings/after_recovery_legacy").await;
    story.flow = before;
    story.hold("recovery_json/after_success_legacy").await;
    story.browser = Browser::new(&stand_in);
    for name in ["bad_address_legacy", "empty_address_400_legacy", "no_method_400_legacy", "csrf_legacy"] {
        story.begin_and_hold("recovery", "", &format!("recovery_json/{name}")).await;
    }
    story.begin_and_hold("recovery", "", "recovery_errors/csrf_html_legacy__submit").await;
    too_often(&mut story, ada, "_legacy").await;
    by_an_administrator(&mut story, ada, "_legacy").await;
    story.browser = Browser::new(&stand_in);
    story.begin("recovery", "").await;
    story.hold("recovery/code_sent_legacy__submit").await;
    story.hold("recovery/code_sent_legacy").await;
    story.submit_html(&[("method", "code"), ("code", "000000")]).await;
    story.hold("recovery/code_wrong_legacy").await;
    let code = story.mailed(ada).await;
    story.hold_with("recovery/code_ok_legacy__submit", &[("code", &code)]).await;
    story.browser = Browser::new(&stand_in);
    signed_in(&mut story, ada, "_legacy").await;
    story.hold("recovery_errors/signed_in_init_html_legacy").await;
    story.hold("recovery_errors/signed_in_init_json_legacy").await;
}

/// The sixth code is one too many.
async fn too_often(story: &mut Story<'_>, email: &str, suffix: &str) {
    story.begin("recovery", "").await;
    story.submit(&[("method", "code"), ("email", email)]).await;
    for code in 0..5 {
        story.submit(&[("method", "code"), ("code", &format!("00000{code}"))]).await;
    }
    let refused = story.hold(&format!("recovery_json/code_too_often{suffix}")).await;
    let id = match refused.header("location") {
        Some(to) => to.split("id=").nth(1).unwrap().to_owned(),
        None => refused.body["error"]["details"]["continue_with"][0]["flow"]["id"].as_str().unwrap().to_owned(),
    };
    story.read("recovery", &id).await;
    story.hold(&format!("recovery/after_too_often{suffix}")).await;
}

/// Code and link told by an administrator.
async fn by_an_administrator(story: &mut Story<'_>, email: &str, suffix: &str) {
    let owner = Browser::signed_in(story.stand_in, email, PASSWORD).await.json("/sessions/whoami").await;
    let body = json!({"identity_id": owner.body["identity"]["id"]}).to_string();
    let body = || Some(("application/json", body.clone()));
    let made = story.browser.send("POST", "/admin/recovery/code", "*/*", body()).await;
    story.browser = Browser::new(story.stand_in);
    story.flow = json!({"id": made.body["recovery_link"].as_str().unwrap().split("flow=").nth(1).unwrap()});
    story.hold(&format!("recovery/admin_code{suffix}")).await;
    let code = made.body["recovery_code"].as_str().unwrap().to_owned();
    story.hold_with(&format!("recovery_json/admin_code_ok{suffix}"), &[("code", &code)]).await;

    story.browser = Browser::new(story.stand_in);
    let made = story.browser.send("POST", "/admin/recovery/link", "*/*", body()).await;
    let link = made.body["recovery_link"].as_str().unwrap().to_owned();
    for name in ["link_clicked", "link_clicked_twice"] {
        follow(story, &link);
        if suffix.is_empty() || name == "link_clicked" {
            story.hold(&format!("recovery/{name}{suffix}")).await;
        }
    }
}

/// Readies a recorded link to be followed, by another browser.
fn follow(story: &mut Story<'_>, link: &str) {
    let of = |name: &str| link.split(&format!("{name}=")).nth(1).unwrap().split('&').next().unwrap().to_owned();
    story.flow = json!({"id": of("flow")});
    story.secret = if link.contains("token=") { of("token") } else { of("code") };
    story.browser.jar.clear();
}

/// Whoever is signed in meanwhile.
async fn signed_in(story: &mut Story<'_>, email: &str, suffix: &str) {
    story.browser = Browser::new(story.stand_in);
    story.begin("recovery", "").await;
    let session = Browser::signed_in(story.stand_in, email, PASSWORD).await.jar["ory_kratos_session"].clone();
    story.browser.jar.insert("ory_kratos_session".to_owned(), session);
    story.hold(&format!("recovery_json/signed_in_submit{suffix}")).await;
}

/// Flows that are over, done with, disabled, or nobody's.
pub(crate) async fn ends(comparison: &mut Comparison) {
    let stand_in = told(Config { flow_lifespan: Duration::from_secs(1), ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    for name in ["recovery_json/expired", "recovery_errors/expired__submit"] {
        story.begin("recovery", APP).await;
        stand_in.advance(Duration::from_secs(2));
        story.hold(name).await;
    }
    story.hold("recovery/after_expired").await;

    let stand_in = with_transitions(true);
    let mut story = Story::new(comparison, &stand_in);
    let ada = "ada.1795600381@example.org";
    let id = stand_in.create_identity(&json!({"email": ada}), PASSWORD).unwrap();
    story.begin("recovery", "").await;
    story.hold("recovery_errors/get_no_cookie_403").await;
    story.submit(&[("method", "code"), ("email", ada)]).await;
    let code = story.mailed(ada).await;
    story.submit(&[("method", "code"), ("code", &code)]).await;
    story.hold("recovery/passed_challenge").await;
    story.browser.jar.remove("ory_kratos_session");
    story.hold("recovery_json/passed_submit_no_session").await;

    story.begin("recovery", "").await;
    story.submit(&[("method", "code"), ("email", ada)]).await;
    let patch = r#"[{"op": "replace", "path": "/state", "value": "inactive"}]"#.to_owned();
    let url = format!("/admin/identities/{id}");
    Browser::new(&stand_in).send("PATCH", &url, "*/*", Some(("application/json", patch))).await;
    let code = story.mailed(ada).await;
    story.hold_with("recovery_json/identity_disabled", &[("code", &code)]).await;
    story.flow = serde_json::Value::Null;
    story.hold("recovery_errors/get_unknown_404").await;
    story.hold("recovery_errors/return_to_forbidden_html").await;

    let stand_in = told(Config { recovery_enabled: false, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    story.hold("recovery_errors/disabled_init_400").await;
    story.hold("recovery_errors/disabled_get_400").await;
}

/// By link.
pub(crate) async fn by_link(comparison: &mut Comparison) {
    let stand_in = told(Config { recovery_use: Use::Link, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    let email = "lnk.1795600381@example.org";
    story.person(email);
    story.hold("recovery/link_fresh__init").await;
    story.hold("recovery/link_fresh").await;
    story.hold("recovery/link_sent__submit").await;
    story.hold("recovery/link_sent").await;
    let first = story.mailed_link(email).await;
    story.hold("recovery_json/link_sent_200").await;
    let second = story.mailed_link(email).await;
    follow(&mut story, &first);
    story.hold("recovery/link_ok").await;
    follow(&mut story, &second);
    story.hold("recovery_json/link_get").await;
}

/// The second version: any address of an account, and the choice of where the code goes.
pub(crate) async fn with_a_choice(comparison: &mut Comparison) {
    let schema = r#"{"type": "object", "properties": {"traits": {"type": "object", "properties": {
        "email": {"type": "string", "format": "email", "ory.sh/kratos": {
            "credentials": {"password": {"identifier": true}}, "recovery": {"via": "email"}}},
        "other": {"type": "string", "format": "email", "ory.sh/kratos": {"recovery": {"via": "email"}}},
        "phone": {"type": "string", "format": "tel", "ory.sh/kratos": {"recovery": {"via": "sms"}}}}}}}"#;
    let feature_flags =
        FeatureFlags { choose_recovery_address: true, use_continue_with_transitions: true, ..FeatureFlags::default() };
    let stand_in = told(Config { schema: schema.to_owned(), feature_flags, ..recorded() });
    let mut story = Story::new(comparison, &stand_in);
    let (one, two) = ("one.1795600381@example.org", "two.1795600381@example.org");
    stand_in.create_identity(&json!({"email": one}), PASSWORD).unwrap();
    let traits = json!({"email": two, "other": "alt.two.1795600381@example.org", "phone": "+491700000081"});
    stand_in.create_identity(&traits, PASSWORD).unwrap();
    let json = |name: &str| format!("recovery_json/{name}");

    story.hold("recovery/v2_fresh__init").await;
    story.hold("recovery/v2_fresh").await;
    story.begin_and_hold("recovery", "", &json("v2_empty_400")).await;
    story.hold(&json("v2_code_sent_200")).await;
    story.hold(&json("v2_resend_200")).await;
    let code = story.mailed(one).await;
    story.hold_with(&json("v2_code_ok_200"), &[("code", &code)]).await;

    story.browser = Browser::new(&stand_in);
    story.begin_and_hold("recovery", "", &json("v2_choose_200")).await;
    story.hold("recovery/v2_choose").await;
    let choices = |story: &Story<'_>| -> Vec<String> {
        let nodes = story.flow["ui"]["nodes"].as_array().unwrap().iter();
        let chosen = nodes.filter(|node| node["attributes"]["name"] == "recovery_select_address");
        chosen.map(|node| node["attributes"]["value"].as_str().unwrap().to_owned()).collect()
    };
    let [phone, other, same] = choices(&story).try_into().unwrap();
    let select = "recovery_select_address";
    story.hold_with(&json("v2_confirm_200"), &[(select, &other)]).await;
    story.hold(&json("v2_confirm_empty_400")).await;
    story.hold(&json("v2_confirm_wrong_200")).await;
    for (name, choice) in [("v2_choose_same_200", &same), ("v2_confirm_phone_200", &phone)] {
        story.begin("recovery", "").await;
        story.submit(&[("recovery_address", two)]).await;
        story.hold_with(&json(name), &[(select, choice)]).await;
    }
    story.begin("recovery", "").await;
    story.submit(&[("recovery_address", two)]).await;
    story.hold(&json("v2_bogus_400")).await;
    story.begin("recovery", "").await;
    story.submit_html(&[("recovery_address", two)]).await;
    story.hold("recovery/v2_html_choose").await;

    // A code by SMS, and the way back to the choice.
    story.submit(&[("recovery_address", two), (select, &phone)]).await;
    story.submit(&[("recovery_address", two), ("recovery_confirm_address", "+491700000081")]).await;
    let code = story.mailed("+491700000081").await;
    let back = story.submit(&[("recovery_address", two), ("screen", "previous")]).await;
    assert_eq!(back.body["state"], "recovery_awaiting_address_choice");
    story.submit(&[("recovery_address", two), (select, &same)]).await;
    let used = story.submit(&[("recovery_address", two), ("code", &code)]).await;
    assert_eq!(used.body["ui"]["messages"][0]["id"], 4_060_006, "a newer one was sent");
}
