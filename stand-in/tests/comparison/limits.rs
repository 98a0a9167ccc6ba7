//! What time does: sessions too old for a change, and flows that are over.

use crate::browser::{Browser, token};
use crate::compare::{Comparison, stand_in};
use serde_json::json;
use std::time::Duration;

/// The person of these stories.
const EMAIL: &str = "short.1795451880@example.org";

/// Their password.
const PASSWORD: &str = "Corr3ct-horse-b4ttery1";

/// A little over the privileged period, and the lifespan of a flow.
const HOUR: Duration = Duration::from_secs(3601);

/// Half of it.
const HALF: Duration = Duration::from_secs(1801);

/// A session too old: the change waits, and is made after a re-authentication.
pub(crate) async fn old_sessions(comparison: &mut Comparison) {
    let stand_in = stand_in();
    stand_in.create_identity(&json!({"email": EMAIL}), PASSWORD).unwrap();
    let mut browser = Browser::signed_in(&stand_in, EMAIL, PASSWORD).await;
    stand_in.advance(HALF);
    let flow = browser.settings().await;
    stand_in.advance(HALF);
    for name in ["settings/refresh_required__submit", "settings/refresh_required_profile__submit"] {
        // Each from the same start: what was parked before would be resumed.
        browser.jar.remove("ory_kratos_continuity");
        let fields = comparison.sent(name);
        let seen = browser.submit_with(&flow, &token(&flow), fields, false).await;
        comparison.hold(name, &seen);
    }
    browser.jar.remove("ory_kratos_continuity");
    let fields = comparison.sent("settings_json/refresh_required_403");
    let seen = browser.submit_with(&flow, &token(&flow), fields, true).await;
    comparison.hold("settings_json/refresh_required_403", &seen);

    let login = browser.json(seen.body["redirect_browser_to"].as_str().unwrap()).await.body;
    let fields = [("method", "password"), ("identifier", EMAIL), ("password", PASSWORD)];
    let back = browser.submit(&login, &fields, false).await;
    let resumed = browser.html(back.location()).await;
    let cookies = resumed.headers.iter().filter(|(name, _)| name == "set-cookie").count();
    assert_eq!((resumed.status, cookies), (303, 3), "continuity twice, and the session");
    assert_eq!(resumed.flow(), flow["id"].as_str().unwrap());
    let saved = browser.fetch("settings", &resumed.flow()).await.body;
    assert_eq!(saved["state"], "success");
    Browser::signed_in(&stand_in, EMAIL, "Corr3ct-horse-b4ttery9").await;
}

/// Flows that are over: reading one, and submitting to one.
pub(crate) async fn old_flows(comparison: &mut Comparison) {
    let stand_in = stand_in();
    stand_in.create_identity(&json!({"email": EMAIL}), PASSWORD).unwrap();
    let mut browser = Browser::signed_in(&stand_in, EMAIL, PASSWORD).await;
    let flow = browser.settings().await;
    let mut visitor = Browser::new(&stand_in);
    let login = visitor.json("/self-service/login/browser").await.body;
    stand_in.advance(HOUR);
    comparison.hold("settings_errors/expired_410", &browser.fetch("settings", flow["id"].as_str().unwrap()).await);
    comparison.hold("login_errors/expired_410", &visitor.fetch("login", login["id"].as_str().unwrap()).await);
    let fields = comparison.sent("settings_errors/expired_post__submit");
    let replaced = browser.submit_with(&flow, &token(&flow), fields, false).await;
    comparison.hold("settings_errors/expired_post__submit", &replaced);
    let new = browser.fetch("settings", &replaced.flow()).await.body;
    assert_eq!(new["ui"]["messages"][0]["id"], 4_050_001);
    let fields = comparison.sent("settings_json/expired_410");
    let seen = browser.submit_with(&flow, &token(&flow), fields, true).await;
    comparison.hold("settings_json/expired_410", &seen);
    assert!(visitor.submit(&login, &[("method", "password")], false).await.location().contains("/login?flow="));
}
