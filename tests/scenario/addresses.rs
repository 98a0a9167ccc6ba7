//! A new address is confirmed; a lost password is got over by one.

use serde_json::Value;

use crate::browser::Browser;
use crate::scenes::{SAVED, confirm, sign_in};
use crate::second_factor::{SECOND_FACTOR, add_app, show_code};
use crate::stage::kratos::{code_in, link_in};
use crate::stage::{Person, Stage};

stories! {
    Plain:
        a_new_address_gets_a_mail_that_confirms_it,
        the_settings_lead_to_the_confirmation_of_an_address,
        a_new_address_signs_in_and_the_old_one_no_more,
        whoever_forgot_the_password_sets_a_new_one_at_the_settings,
        whoever_forgot_the_password_still_shows_the_second_factor;
    Brief:
        a_new_address_waits_for_the_password_and_is_then_there;
}

const VERIFIED: u64 = 1_080_002;

const RECOVERED: u64 = 1_060_001;

pub async fn a_new_address_gets_a_mail_that_confirms_it(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let new = move_to(&mut browser, &person).await;
    assert!(!is_verified(stage, &browser, &new.email).await);
    let mail = stage.kratos.mail(&new.email, "verification_code_valid").await;
    browser.visit(link_in(&mail)).await;
    browser.press("method", "code").await;
    assert!(browser.messages().contains(&VERIFIED), "{browser:?}");
    browser.follow("node/anchor/continue").await;
    stage.at_home(&browser);
    assert!(is_verified(stage, &browser, &new.email).await);
    browser.visit(stage.settings()).await;
    stage.at_settings(&browser);
}

pub async fn the_settings_lead_to_the_confirmation_of_an_address(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    assert!(browser.text().contains("is not confirmed yet"), "{browser:?}");
    browser.follow_link("Confirm it now").await;
    browser.fill("email", &person.email).press("method", "code").await;
    let mail = stage.kratos.mail(&person.email, "verification_code_valid").await;
    browser.fill("code", &code_in(&mail)).press("method", "code").await;
    assert!(browser.messages().contains(&VERIFIED), "{browser:?}");
    browser.follow("node/anchor/continue").await;
    if browser.url().origin() == stage.home.origin() {
        browser.visit(stage.settings()).await;
    }
    stage.at_settings(&browser);
    assert!(!browser.text().contains("is not confirmed yet"), "{browser:?}");
}

async fn a_new_address_signs_in_and_the_old_one_no_more(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let new = move_to(&mut browser, &person).await;
    stage.sign_out(&mut browser).await;
    stage.signed_in(&new).await;
    browser.visit(stage.settings()).await;
    sign_in(&mut browser, &person).await;
    assert!(browser.messages().contains(&crate::scenes::WRONG_PASSWORD), "{browser:?}");
}

async fn a_new_address_waits_for_the_password_and_is_then_there(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    stage.kratos.outlive_privilege().await;
    let new = format!("new.{}", person.email);
    browser.fill("traits.email", &new).fill("traits.tags", "poetry").press("method", "profile").await;
    confirm(&mut browser, &person).await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    let mut expected = crate::stage::traits(&new);
    expected["tags"] = serde_json::json!(["math", "engines", "poetry"]);
    assert_eq!(stage.traits(&browser).await, expected);
}

async fn whoever_forgot_the_password_sets_a_new_one_at_the_settings(stage: &Stage) {
    let mut person = stage.person().await;
    let mut browser = recovered(stage, &person).await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [RECOVERED], "{browser:?}");
    "Bernoulli-numbers-7".clone_into(&mut person.password);
    browser.fill("password", &person.password).press("method", "password").await;
    stage.at_settings(&browser);
    assert!(browser.messages().contains(&SAVED), "{browser:?}");
    stage.sign_out(&mut browser).await;
    stage.signed_in(&person).await;
}

pub async fn whoever_forgot_the_password_still_shows_the_second_factor(stage: &Stage) {
    let mut person = stage.person().await;
    let key = add_app(stage, &mut stage.signed_in(&person).await).await;
    let mut browser = recovered(stage, &person).await;
    assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
    show_code(stage, &mut browser, &key).await;
    stage.at_settings(&browser);
    "Bernoulli-numbers-7".clone_into(&mut person.password);
    browser.fill("password", &person.password).press("method", "password").await;
    assert!(browser.messages().contains(&SAVED), "{browser:?}");
}

/// Changes the address, which is saved.
async fn move_to(browser: &mut Browser, person: &Person) -> Person {
    let new = Person { email: format!("new.{}", person.email), ..person.clone() };
    browser.fill("traits.email", &new.email).press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    assert_eq!(browser.value("traits.email").as_deref(), Some(new.email.as_str()));
    new
}

/// Forgets the password, and gives the code that was mailed.
async fn recovered(stage: &Stage, person: &Person) -> Browser {
    let mut browser = stage.browser();
    browser.visit(stage.kratos.browser.join("self-service/recovery/browser").unwrap()).await;
    browser.fill("email", &person.email).press("method", "code").await;
    let mail = stage.kratos.mail(&person.email, "recovery_code_valid").await;
    browser.fill("code", &code_in(&mail)).press("method", "code").await;
    browser
}

async fn is_verified(stage: &Stage, browser: &Browser, address: &str) -> bool {
    let session: Value = serde_json::from_str(&stage.session(browser).await).unwrap();
    let addresses = session["identity"]["verifiable_addresses"].as_array().unwrap();
    addresses.iter().find(|one| one["value"] == address).unwrap()["verified"] == true
}
