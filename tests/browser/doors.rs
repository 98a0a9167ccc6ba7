//! Signing up and in, and getting back in: keys, passkeys, two presses, and no scripts.

use serde_json::json;

use super::browser::{Authenticator, Browser};
use super::ceremonies::{NO_OFFER, with};
use super::chromium::{Script, run};
use super::harness::tests;
use super::recorded::Recorded;
use super::stage::kratos::code_in;
use super::stage::{Person, Stage};
use super::teller::stories;

tests!(without_scripts_no_key_is_offered_and_where_there_is_no_other_way_it_is_said);

stories! {
    a_passkey_signs_in_by_its_button_and_at_the_name: Whole On;
    a_security_key_is_the_second_factor: Whole On;
    a_key_that_is_not_there_is_told_and_the_password_still_signs_in: Whole On;
    somebody_signs_up_with_a_passkey: Whole On;
    somebody_signs_up_with_a_passkey_in_two_steps: WholeInSteps On;
    two_presses_sign_in_once: Whole On;
    somebody_signs_up_confirms_loses_the_password_and_comes_back: Whole Both;
}

const PASSKEY: &str = "button[name=passkey_login_trigger]";

const KEY: &str = "button[name=webauthn_login_trigger]";

const NEW_PASSKEY: &str = "button[name=passkey_register_trigger]";

/// "Your changes have been saved!"
const SAVED: &str = "[data-testid='ui/message/1050001']";

impl Browser {
    /// Opens the page of a kind of flow.
    async fn open(&self, stage: &Stage, kind: &str) {
        self.goto(&format!("{}/{kind}", stage.app)).await;
        self.at(kind).await;
    }

    /// Waits until the page of a kind of flow is shown.
    async fn at(&self, kind: &str) {
        self.find(&format!("main[data-testid={kind}-flow]")).await;
    }

    /// Waits until the other application is shown, which is where one is led who wanted nothing else.
    async fn at_home(&self, stage: &Stage) {
        self.until(&format!("location.href === '{}'", stage.home)).await;
        self.has_no_complaints(stage).await;
    }

    /// Forgets who is signed in.
    async fn forget_cookies(&self) {
        self.cdp("Network.clearBrowserCookies", json!({})).await;
    }
}

async fn a_passkey_signs_in_by_its_button_and_at_the_name(browser: &Browser, stage: &Stage) {
    let device = browser.plug_in(Authenticator::Platform).await;
    browser.enter(stage).await;
    browser.click(NEW_PASSKEY).await;
    browser.find(SAVED).await;
    browser.forget_cookies().await;
    with(browser, NO_OFFER, async {
        browser.open(stage, "login").await;
        browser.click(PASSKEY).await;
        browser.at_home(stage).await;
    })
    .await;
    // What the browser offers at the name is taken at once by this authenticator.
    browser.forget_cookies().await;
    browser.goto(&stage.settings()).await;
    browser.at_settings(stage).await;
    browser.unplug(&device).await;
}

async fn a_security_key_is_the_second_factor(browser: &Browser, stage: &Stage) {
    let key = browser.plug_in(Authenticator::SecurityKey).await;
    let person = browser.enter(stage).await;
    browser.fill("webauthn_register_displayname", "Blue key").await;
    browser.click("button[name=webauthn_register_trigger]").await;
    browser.find(SAVED).await;
    browser.forget_cookies().await;
    browser.goto(&stage.settings()).await;
    browser.sign_in(&person).await;
    browser.click(KEY).await;
    browser.at_settings(stage).await;
    browser.has_no_complaints(stage).await;
    browser.unplug(&key).await;
}

async fn a_key_that_is_not_there_is_told_and_the_password_still_signs_in(browser: &Browser, stage: &Stage) {
    let person = stage.person().await;
    browser.open(stage, "login").await;
    browser.js("navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError'))").await;
    browser.click(PASSKEY).await;
    let told = "document.querySelector('[data-failed]:not([hidden])')?.textContent.trim()";
    browser.until(&format!("{told} && document.querySelector('{PASSKEY}:not([aria-disabled])')")).await;
    browser.sign_in(&person).await;
    browser.at_home(stage).await;
}

async fn somebody_signs_up_with_a_passkey(browser: &Browser, stage: &Stage) {
    let device = browser.plug_in(Authenticator::Platform).await;
    browser.open(stage, "registration").await;
    let person = Stage::somebody();
    // The device is not asked before the form is right.
    browser.fill("traits.email", "ada").await;
    browser.click(NEW_PASSKEY).await;
    browser.until("document.activeElement.name === 'traits.email'").await;
    browser.fill("traits.email", &person.email).await;
    browser.click(NEW_PASSKEY).await;
    browser.at_home(stage).await;
    comes_back_with_the_passkey(browser, stage).await;
    browser.unplug(&device).await;
}

async fn somebody_signs_up_with_a_passkey_in_two_steps(browser: &Browser, stage: &Stage) {
    let device = browser.plug_in(Authenticator::Platform).await;
    browser.open(stage, "registration").await;
    browser.fill("traits.email", &Stage::somebody().email).await;
    browser.press("method", "profile").await;
    browser.click(NEW_PASSKEY).await;
    // A new address is to be confirmed.
    browser.at("verification").await;
    browser.has_no_complaints(stage).await;
    comes_back_with_the_passkey(browser, stage).await;
    browser.unplug(&device).await;
}

async fn comes_back_with_the_passkey(browser: &Browser, stage: &Stage) {
    browser.forget_cookies().await;
    browser.goto(&stage.settings()).await;
    browser.at_settings(stage).await;
}

async fn two_presses_sign_in_once(browser: &Browser, stage: &Stage) {
    let person = stage.person().await;
    browser.open(stage, "login").await;
    browser.fill("identifier", &person.email).await;
    browser.fill("password", &person.password).await;
    let twice = "const button = document.querySelector('button[name=method][value=password]'); \
        sessionStorage.sent = 0; \
        document.addEventListener('submit', ({ defaultPrevented }) => defaultPrevented || sessionStorage.sent++); \
        button.click(); button.click(); \
        return [sessionStorage.sent, button.matches('[aria-disabled=true]')]";
    assert_eq!(browser.js(twice).await, json!(["1", true]), "one form is sent, and the button tells that it works");
    browser.at_home(stage).await;
}

async fn somebody_signs_up_confirms_loses_the_password_and_comes_back(browser: &Browser, stage: &Stage) {
    let mut person = Stage::somebody();
    browser.open(stage, "registration").await;
    browser.fill("traits.email", &person.email).await;
    browser.fill("password", &person.password).await;
    browser.press("method", "password").await;
    browser.at_home(stage).await;

    browser.open(stage, "verification").await;
    browser.fill("email", &person.email).await;
    browser.press("method", "code").await;
    enter_code(browser, stage, &person, "verification_code_valid").await;
    browser.until("!document.querySelector('[name=code]') && document.querySelector('main')").await;
    browser.has_no_complaints(stage).await;

    browser.forget_cookies().await;
    browser.open(stage, "login").await;
    browser.click("[data-testid=forgot-password-link]").await;
    browser.at("recovery").await;
    browser.fill("email", &person.email).await;
    browser.press("method", "code").await;
    enter_code(browser, stage, &person, "recovery_code_valid").await;
    browser.at_settings(stage).await;
    "Sketch-of-the-Engine-1843".clone_into(&mut person.password);
    browser.fill("password", &person.password).await;
    browser.press("method", "password").await;
    browser.find(SAVED).await;

    browser.click("form[action$='/logout'] button").await;
    browser.until(&format!("!location.href.startsWith('{}')", stage.settings())).await;
    browser.open(stage, "login").await;
    browser.sign_in(&person).await;
    browser.at_home(stage).await;
}

/// Reads the code that was mailed, and enters it.
async fn enter_code(browser: &Browser, stage: &Stage, person: &Person, template: &str) {
    browser.find("[name=code]").await;
    let mail = stage.kratos.mail(&person.email, template).await;
    browser.fill("code", &code_in(&mail)).await;
    browser.press("method", "code").await;
}

fn without_scripts_no_key_is_offered_and_where_there_is_no_other_way_it_is_said() {
    run(Script::Off, async |browser| {
        for (name, has_another_way) in
            [("login/unified_all_methods", true), ("registration/unified", true), ("login/aal2_webauthn", false)]
        {
            browser.goto(&Recorded::page(name).await.url).await;
            let seen = |css: &str| {
                let all = format!("[...document.querySelectorAll('main :is({css})')]");
                format!("return {all}.some((element) => element.checkVisibility())")
            };
            assert_eq!(browser.js(&seen("[data-trigger]")).await, false, "{name}");
            assert_eq!(browser.js(&seen("button[type=submit][name]")).await, has_another_way, "{name}");
            assert_eq!(browser.js(&seen("noscript .note, noscript")).await, !has_another_way, "{name}");
        }
    });
}
