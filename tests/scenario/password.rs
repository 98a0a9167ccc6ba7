//! The password, and proving again who one is before it is changed.

use crate::browser::Browser;
use crate::scenes::{CONFIRM_IT_IS_YOU, SAVED, WRONG_PASSWORD, confirm, sign_in};
use crate::stage::{Person, Stage};

stories! {
    Plain:
        a_new_password_replaces_the_old_one,
        a_password_that_is_too_short_is_refused,
        a_password_too_much_like_the_address_is_refused,
        a_way_back_is_gone_after_a_new_password_too;
    Brief:
        a_change_waits_for_the_password_and_is_then_made,
        a_change_waits_for_the_password_though_it_is_first_given_wrong,
        a_change_that_is_not_confirmed_is_not_made,
        somebody_else_who_signs_in_instead_changes_nobodys_password,
        an_unimportant_change_needs_no_confirmation;
}

const NEW: &str = "Bernoulli-numbers-7";

pub async fn a_new_password_replaces_the_old_one(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.fill("password", NEW).press("method", "password").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED]);
    assert!(!browser.steps().last().unwrap().body.contains(NEW), "it is not shown again");
    stage.sign_out(&mut browser).await;
    only_opens(stage, &person, NEW).await;
}

async fn a_password_that_is_too_short_is_refused(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.fill("password", "a1b2").press("method", "password").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages_at("password"), [4_000_032], "{browser:?}");
    assert!(!browser.steps().last().unwrap().body.contains("a1b2"));
    opens(stage, &person, &person.password).await;
    browser.fill("password", NEW).press("method", "password").await;
    assert_eq!(browser.messages(), [SAVED], "it can be corrected at once");
}

async fn a_password_too_much_like_the_address_is_refused(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.fill("password", &person.email).press("method", "password").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages_at("password"), [4_000_031], "{browser:?}");
    opens(stage, &person, &person.password).await;
}

async fn a_way_back_is_gone_after_a_new_password_too(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(format!("{}?return_to={}", stage.settings(), stage.home)).await;
    browser.fill("password", NEW).press("method", "password").await;
    stage.at_home(&browser);
    opens(stage, &person, NEW).await;
}

pub async fn a_change_waits_for_the_password_and_is_then_made(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = asked_to_confirm(stage, &person).await;
    opens(stage, &person, &person.password).await;
    confirm(&mut browser, &person).await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED]);
    only_opens(stage, &person, NEW).await;
}

async fn a_change_waits_for_the_password_though_it_is_first_given_wrong(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = asked_to_confirm(stage, &person).await;
    browser.fill("password", "not mine").press("method", "password").await;
    assert!(browser.messages().contains(&WRONG_PASSWORD), "{browser:?}");
    browser.fill("password", &person.password).press("method", "password").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED]);
    only_opens(stage, &person, NEW).await;
}

async fn a_change_that_is_not_confirmed_is_not_made(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = asked_to_confirm(stage, &person).await;
    browser.visit(stage.settings()).await;
    stage.at_settings(&browser);
    assert!(browser.messages().is_empty(), "{browser:?}");
    only_opens(stage, &person, &person.password).await;
}

async fn somebody_else_who_signs_in_instead_changes_nobodys_password(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    let mut browser = asked_to_confirm(stage, &person).await;
    browser.fill("identifier", &other.email).fill("password", &other.password).press("method", "password").await;
    assert!(!browser.messages().contains(&SAVED), "{browser:?}");
    only_opens(stage, &person, &person.password).await;
    only_opens(stage, &other, &other.password).await;
    browser.visit(stage.settings()).await;
    if !browser.has("[data-testid=\"password-settings-card\"]") {
        sign_in(&mut browser, &other).await;
    }
    stage.at_settings(&browser);
}

async fn an_unimportant_change_needs_no_confirmation(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    stage.kratos.outlive_privilege().await;
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED]);
}

/// Somebody who signed in a while ago sets a new password, and is asked for the old one.
async fn asked_to_confirm(stage: &Stage, person: &Person) -> Browser {
    let mut browser = stage.signed_in(person).await;
    stage.kratos.outlive_privilege().await;
    browser.fill("password", NEW).press("method", "password").await;
    assert!(browser.messages().contains(&CONFIRM_IT_IS_YOU), "{browser:?}");
    browser
}

/// The password signs its owner in.
async fn opens(stage: &Stage, person: &Person, password: &str) {
    stage.signed_in(&Person { password: password.to_owned(), ..person.clone() }).await;
}

/// Of the two passwords of these stories, only this one signs its owner in.
async fn only_opens(stage: &Stage, person: &Person, password: &str) {
    opens(stage, person, password).await;
    let dead = if password == NEW { &person.password } else { NEW };
    let mut browser = stage.browser();
    browser.visit(stage.settings()).await;
    sign_in(&mut browser, &Person { password: dead.to_owned(), ..person.clone() }).await;
    assert!(browser.messages().contains(&WRONG_PASSWORD), "{browser:?}");
}
