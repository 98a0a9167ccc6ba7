//! Codes by mail: recovery and verification, and a changed address.

use crate::account::replay;
use crate::browser::{Browser, token};
use crate::compare::{Comparison, stand_in};
use serde_json::json;

/// The one who recovers in a browser.
const ADA: &str = "ada.1795451873@example.org";

/// The one who recovers to the end.
const KEYS: &str = "keys.1795451834@example.org";

/// Their password.
const PASSWORD: &str = "Corr3ct-horse-b4ttery1";

/// The code in the newest mail to an address.
pub(crate) async fn mailed(browser: &mut Browser<'_>, address: &str) -> String {
    let address = address.replace('+', "%2B");
    let mails = browser.json(&format!("/admin/courier/messages?recipient={address}")).await.body;
    let body = mails[0]["body"].as_str().unwrap().to_owned();
    body.lines().find(|line| line.len() == 6 && line.parse::<u32>().is_ok()).unwrap().to_owned()
}

/// Recovery: a wrong code, the right one, and the settings with their message; in forms and in JSON.
pub(crate) async fn recovery(comparison: &mut Comparison) {
    let stand_in = stand_in();
    for email in [ADA, KEYS] {
        stand_in.create_identity(&json!({"email": email, "name": {}}), PASSWORD).unwrap();
    }
    let mut browser = Browser::new(&stand_in);
    let flow = browser.json("/self-service/recovery/browser").await.body;
    let sent = replay(comparison, &mut browser, &flow, "recovery/code_sent").await;
    replay(comparison, &mut browser, &sent, "recovery/code_wrong").await;

    let mut browser = Browser::new(&stand_in);
    let flow = browser.json("/self-service/recovery/browser").await.body;
    let sent = replay(comparison, &mut browser, &flow, "recovery/code_sent2").await;
    let code = mailed(&mut browser, KEYS).await;
    let done = browser.submit(&sent, &[("method", "code"), ("code", &code)], false).await;
    comparison.hold("recovery/code_ok__submit", &done);
    // The recorded Kratos gave fifteen minutes; the length of the message's number is all that differs.
    comparison.hold("settings/after_recovery", &browser.fetch("settings", &done.flow()).await);

    let mut browser = Browser::new(&stand_in);
    let flow = browser.json("/self-service/recovery/browser").await.body;
    let fields = comparison.sent("recovery_json/code_sent");
    let sent = browser.submit_with(&flow, &token(&flow), fields, true).await;
    comparison.hold("recovery_json/code_sent", &sent);
    let code = mailed(&mut browser, KEYS).await;
    let done = browser.submit(&sent.body, &[("method", "code"), ("code", &code)], true).await;
    comparison.hold("recovery_json/code_ok", &done);
}

/// A changed address is unverified and mailed a code at once; verification by hand; the link in the mail.
pub(crate) async fn addresses(comparison: &mut Comparison) {
    let stand_in = stand_in();
    for email in [ADA, KEYS] {
        stand_in.create_identity(&json!({"email": email, "name": {}}), PASSWORD).unwrap();
    }
    let mut browser = Browser::signed_in(&stand_in, ADA, PASSWORD).await;
    let flow = browser.json("/self-service/verification/browser").await.body;
    replay(comparison, &mut browser, &flow, "verification/code_sent").await;

    let mut browser = Browser::signed_in(&stand_in, KEYS, PASSWORD).await;
    let flow = browser.settings().await;
    let fields = comparison.sent("settings_json/profile_email_changed");
    let saved = browser.submit_with(&flow, &token(&flow), fields, true).await;
    comparison.hold("settings_json/profile_email_changed", &saved);
    let flow = browser.settings().await;
    let fields = comparison.sent("settings/email_changed__submit");
    let saved = browser.submit_with(&flow, &token(&flow), fields, false).await;
    comparison.hold("settings/email_changed__submit", &saved);

    let address = "newer-mail.1795451834@example.org";
    let mails = browser.json(&format!("/admin/courier/messages?recipient={address}")).await.body;
    let link = mails[0]["body"].as_str().unwrap().lines().find(|line| line.starts_with("http")).unwrap().to_owned();
    let followed = browser.html(&link).await;
    let flow = browser.fetch("verification", &followed.flow()).await.body;
    let code = mailed(&mut browser, address).await;
    let done = browser.submit(&flow, &[("method", "code"), ("code", &code)], true).await.body;
    assert_eq!(
        (done["state"].as_str(), done["ui"]["messages"][0]["id"].as_u64()),
        (Some("passed_challenge"), Some(1_080_002))
    );
    assert_eq!(browser.json("/sessions/whoami").await.body["identity"]["verifiable_addresses"][0]["verified"], true);
}
