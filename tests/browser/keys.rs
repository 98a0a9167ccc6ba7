//! Security keys and passkeys, made by our own script.

use super::browser::{Authenticator, Browser};
use super::stage::Stage;
use super::teller::stories;

stories! {
    a_security_key_is_added_and_removed: Plain On;
    a_passkey_is_added_and_removed: Plain On;
    a_cancelled_key_can_be_tried_again: Plain On;
    a_key_needs_a_name_before_it_is_touched: Plain On;
}

/// "Your changes have been saved!"
const SAVED: &str = "document.querySelector('[data-testid=\"ui/message/1050001\"]')";

fn within(section: &str, css: &str) -> String {
    format!("document.querySelector('[data-testid=\"{section}-settings-card\"] {css}')")
}

/// What somebody has in a section.
async fn things(browser: &Browser, section: &str) -> Vec<String> {
    let names = format!("[data-testid=\"{section}-settings-card\"] .things > li [id$=-name]");
    browser
        .list(&format!("return [...document.querySelectorAll('{names}')].map((name) => name.textContent.trim())"))
        .await
}

async fn a_security_key_is_added_and_removed(browser: &Browser, stage: &Stage) {
    let key = browser.plug_in(Authenticator::SecurityKey).await;
    browser.enter(stage).await;
    browser.fill("webauthn_register_displayname", "Blue key").await;
    browser.click("button[name='webauthn_register_trigger']").await;
    let remove = within("webauthn", "button[name=webauthn_remove]");
    browser.until(&format!("{SAVED} && {remove}")).await;
    // What was done is named, and what to do next: when the key is lost, recovery codes help.
    browser.until(&format!("{SAVED}.textContent === 'The security key has been added.'")).await;
    browser.until(&within("webauthn", "[data-testid=codes-next] a[href$=lookup_secret]")).await;
    assert_eq!(things(browser, "webauthn").await, ["Blue key"]);
    assert_eq!(browser.label_of("button[name=webauthn_remove]").await, "Remove Blue key");
    browser.has_no_complaints(stage).await;

    let id = browser.js(&format!("return {remove}.value")).await;
    browser.press_and_confirm("webauthn_remove", id.as_str().unwrap()).await;
    browser.until(&format!("{SAVED}?.textContent === 'The security key has been removed.' && !{remove}")).await;
    browser.has_no_complaints(stage).await;
    browser.unplug(&key).await;
}

async fn a_passkey_is_added_and_removed(browser: &Browser, stage: &Stage) {
    let device = browser.plug_in(Authenticator::Platform).await;
    browser.enter(stage).await;
    browser.click("button[name='passkey_register_trigger']").await;
    let remove = within("passkey", "button[name=passkey_remove]");
    browser.until(&format!("{SAVED}?.textContent === 'The passkey has been added.' && {remove}")).await;
    // Kratos has no names for them.
    assert_eq!(things(browser, "passkey").await, ["Passkey without a name"]);
    assert_eq!(browser.label_of("button[name=passkey_remove]").await, "Remove Passkey without a name");
    browser.has_no_complaints(stage).await;

    let id = browser.js(&format!("return {remove}.value")).await;
    browser.press_and_confirm("passkey_remove", id.as_str().unwrap()).await;
    browser.until(&format!("{SAVED}?.textContent === 'The passkey has been removed.' && !{remove}")).await;
    browser.has_no_complaints(stage).await;
    browser.unplug(&device).await;
}

async fn a_cancelled_key_can_be_tried_again(browser: &Browser, stage: &Stage) {
    let key = browser.plug_in(Authenticator::SecurityKey).await;
    browser.enter(stage).await;
    browser.fill("webauthn_register_displayname", "Blue key").await;
    let cancelled = "Promise.reject(new DOMException('', 'NotAllowedError'))";
    browser.js(&format!("navigator.credentials.create = () => {cancelled}")).await;
    browser.click("button[name='webauthn_register_trigger']").await;
    let alert = within("webauthn", "[role=alert]:not([hidden])");
    let button = within("webauthn", "button[name=webauthn_register_trigger]");
    browser
        .until(&format!("{alert}?.textContent.trim() && {button}.matches(':not(:disabled, [aria-disabled=true])')"))
        .await;

    browser.js("delete navigator.credentials.create").await;
    browser.click("button[name='webauthn_register_trigger']").await;
    browser.until(&format!("{SAVED} && {}", within("webauthn", "button[name=webauthn_remove]"))).await;
    browser.unplug(&key).await;
}

async fn a_key_needs_a_name_before_it_is_touched(browser: &Browser, stage: &Stage) {
    let key = browser.plug_in(Authenticator::SecurityKey).await;
    browser.enter(stage).await;
    browser.click("button[name='webauthn_register_trigger']").await;
    browser.until("document.activeElement?.name === 'webauthn_register_displayname'").await;
    assert!(!browser.has("button[name='webauthn_remove']").await);
    browser.unplug(&key).await;
}
