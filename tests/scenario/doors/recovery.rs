//! Getting back in: by a code, by a choice of addresses, by a link, and by an operator's help.

use serde_json::{Value, json};

use super::{enter_code, identity_id, sign_in_with};
use crate::browser::Browser;
use crate::scenes::{SAVED, flow_of};
use crate::second_factor::{SECOND_FACTOR, add_app, show_code};
use crate::stage::kratos::{code_in, link_in};
use crate::stage::{Person, Stage};

stories! {
    Whole:
        a_code_leads_to_a_new_password_and_then_back,
        an_address_that_is_none_is_said_and_another_can_be_given,
        an_address_without_an_account_is_not_told,
        a_wrong_code_is_said_and_another_can_be_sent,
        too_many_codes_lead_to_a_new_start,
        a_recovery_that_is_done_is_not_shown_again,
        the_second_factor_does_not_lose_the_way_back,
        an_operators_code_works_in_any_browser;
    WholeInSteps:
        one_of_two_addresses_is_chosen_and_completed,
        another_address_can_be_chosen,
        a_code_by_the_second_version_leads_to_a_new_password;
    WholeByLink:
        a_link_leads_to_a_new_password_and_then_back,
        a_link_works_once,
        an_operators_link_works_in_any_browser;
    WholeFleeting:
        a_code_that_came_too_late_leads_to_a_new_start;
}

const RECOVERED: u64 = 1_060_001;

const CODE_SENT: u64 = 1_060_003;

const WRONG_CODE: u64 = 4_060_006;

/// Says which address is lost, at a recovery that leads to the shop.
async fn ask(stage: &Stage, address: &str) -> Browser {
    ask_in(stage, "email", address).await
}

async fn ask_in(stage: &Stage, field: &str, address: &str) -> Browser {
    let mut browser = stage.browser();
    browser.visit(stage.page_with("recovery", &[("return_to", &stage.shop())])).await;
    stage.at("recovery", &browser);
    browser.fill(field, address).press("method", "code").await;
    stage.at("recovery", &browser);
    browser
}

/// The settings ask for a new password; with it one is back at the shop.
async fn set_a_password(stage: &Stage, browser: &mut Browser, person: &Person) {
    stage.at_settings(browser);
    assert_eq!(browser.messages(), [RECOVERED], "{browser:?}");
    assert_eq!(stage.traits(browser).await["email"], person.email.as_str());
    let new = "Bernoulli-numbers-7";
    browser.fill("password", new).press("method", "password").await;
    let mut again = stage.browser();
    again.visit(stage.settings()).await;
    if again.offers("method", "identifier_first") {
        again.fill("identifier", &person.email).press("method", "identifier_first").await;
        again.fill("password", new).press("method", "password").await;
    } else {
        sign_in_with(&mut again, person, new).await;
    }
    assert!(!again.messages().contains(&crate::scenes::WRONG_PASSWORD), "{again:?}");
}

async fn a_code_leads_to_a_new_password_and_then_back(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask(stage, &person.email).await;
    assert_eq!(browser.messages(), [CODE_SENT], "{browser:?}");
    enter_code(stage, &mut browser, &person.email, "recovery_code_valid").await;
    set_a_password(stage, &mut browser, &person).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn an_address_that_is_none_is_said_and_another_can_be_given(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page("recovery")).await;
    for (address, said) in [("nobody", 4_000_040), ("", 4_000_002)] {
        browser.fill("email", "x@example.org");
        browser.press_forged("method", "code", &[("email".to_owned(), address.to_owned())]).await;
        stage.at("recovery", &browser);
        assert_eq!(browser.messages_at("email"), [said], "{browser:?}");
    }
    browser.fill("email", &person.email).press("method", "code").await;
    enter_code(stage, &mut browser, &person.email, "recovery_code_valid").await;
    stage.at_settings(&browser);
}

async fn an_address_without_an_account_is_not_told(stage: &Stage) {
    let browser = ask(stage, "nobody@example.org").await;
    assert_eq!(browser.messages(), [CODE_SENT], "{browser:?}");
    assert!(browser.value("code").is_some(), "{browser:?}");
}

async fn a_wrong_code_is_said_and_another_can_be_sent(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask(stage, &person.email).await;
    let first = code_in(&stage.kratos.mail(&person.email, "recovery_code_valid").await);
    let wrong = if first == "000000" { "111111" } else { "000000" };
    browser.fill("code", wrong).press("method", "code").await;
    stage.at("recovery", &browser);
    assert!(browser.messages().contains(&WRONG_CODE), "{browser:?}");
    browser.press("email", &person.email).await;
    stage.at("recovery", &browser);
    assert!(browser.messages().contains(&CODE_SENT), "{browser:?}");
    let code = stage.another_code(&person.email, "recovery_code_valid", &first).await;
    browser.fill("code", &code).press("method", "code").await;
    set_a_password(stage, &mut browser, &person).await;
}

async fn too_many_codes_lead_to_a_new_start(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask(stage, &person.email).await;
    let old = flow_of(&browser);
    let first = code_in(&stage.kratos.mail(&person.email, "recovery_code_valid").await);
    let wrong = if first == "000000" { "111111" } else { "000000" };
    for _ in 0..6 {
        stage.at("recovery", &browser);
        browser.fill("code", wrong).press("method", "code").await;
    }
    stage.at("recovery", &browser);
    assert_ne!(flow_of(&browser), old);
    browser.fill("email", &person.email).press("method", "code").await;
    let code = stage.another_code(&person.email, "recovery_code_valid", &first).await;
    browser.fill("code", &code).press("method", "code").await;
    stage.at_settings(&browser);
}

async fn a_recovery_that_is_done_is_not_shown_again(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask(stage, &person.email).await;
    let page = browser.url().clone();
    enter_code(stage, &mut browser, &person.email, "recovery_code_valid").await;
    stage.at_settings(&browser);
    browser.visit(&page).await;
    stage.at_settings(&browser);
    stage.sign_out(&mut browser).await;
    browser.visit(&page).await;
    assert!(browser.url().path().ends_with("/login") || browser.url().path().ends_with("/recovery"), "{browser:?}");
    assert!(browser.value("code").is_none(), "{browser:?}");
}

async fn the_second_factor_does_not_lose_the_way_back(stage: &Stage) {
    let person = stage.person().await;
    let key = add_app(stage, &mut stage.signed_in(&person).await).await;
    let mut browser = ask(stage, &person.email).await;
    enter_code(stage, &mut browser, &person.email, "recovery_code_valid").await;
    assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
    show_code(stage, &mut browser, &key).await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [RECOVERED], "{browser:?}");
    browser.fill("password", "Bernoulli-numbers-7").press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

/// What an operator makes for somebody who is signed in somewhere.
async fn made_by_an_operator(stage: &Stage, person: &Person, what: &str) -> Value {
    let identity = identity_id(stage, &stage.signed_in(person).await).await;
    let path = format!("/admin/recovery/{what}");
    stage.kratos.administer(axum::http::Method::POST, &path, &json!({"identity_id": identity})).await
}

async fn an_operators_code_works_in_any_browser(stage: &Stage) {
    let person = stage.person().await;
    let made = made_by_an_operator(stage, &person, "code").await;
    let mut browser = stage.browser();
    browser.visit(made["recovery_link"].as_str().unwrap()).await;
    stage.at("recovery", &browser);
    browser.fill("code", "000000").press("method", "code").await;
    stage.at("recovery", &browser);
    assert_eq!(browser.messages(), [WRONG_CODE], "{browser:?}");
    browser.fill("code", made["recovery_code"].as_str().unwrap()).press("method", "code").await;
    set_a_password(stage, &mut browser, &person).await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
}

async fn an_operators_link_works_in_any_browser(stage: &Stage) {
    let person = stage.person().await;
    let made = made_by_an_operator(stage, &person, "link").await;
    let mut browser = stage.browser();
    browser.visit(made["recovery_link"].as_str().unwrap()).await;
    set_a_password(stage, &mut browser, &person).await;
}

/// Somebody with two addresses.
async fn person_with_two(stage: &Stage) -> (Person, String) {
    let person = Stage::somebody();
    let work = format!("work.{}", person.email);
    let traits = json!({"email": person.email, "work": work}).to_string();
    let credentials = json!({"password": {"config": {"password": person.password}}});
    stage.kratos.create_of("two-addresses", &traits, credentials).await;
    (person, work)
}

/// The second version's first page, filled in.
async fn ask_by_choice(stage: &Stage, address: &str) -> Browser {
    ask_in(stage, "recovery_address", address).await
}

/// The addresses one can choose, as far as they are told, and their values.
fn choices(browser: &Browser) -> Vec<(String, String)> {
    let buttons = "button[name=recovery_select_address]";
    browser.texts(buttons).into_iter().zip(browser.attributes(buttons, "value")).collect()
}

async fn one_of_two_addresses_is_chosen_and_completed(stage: &Stage) {
    let (person, work) = person_with_two(stage).await;
    let mut browser = ask_by_choice(stage, &person.email).await;
    let choices = choices(&browser);
    assert_eq!(choices.len(), 2, "{browser:?}");
    assert!(!browser.text().contains(&work), "no more is told than was known: {browser:?}");
    let (_, other) = choices.iter().find(|(shown, _)| shown.starts_with("wo")).unwrap();
    browser.press("recovery_select_address", other).await;
    stage.at("recovery", &browser);
    browser.fill("recovery_confirm_address", &work).press("method", "code").await;
    stage.at("recovery", &browser);
    enter_code(stage, &mut browser, &work, "recovery_code_valid").await;
    set_a_password(stage, &mut browser, &person).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn another_address_can_be_chosen(stage: &Stage) {
    let (person, _) = person_with_two(stage).await;
    let mut browser = ask_by_choice(stage, &person.email).await;
    let (_, other) = choices(&browser).into_iter().find(|(shown, _)| shown.starts_with("wo")).unwrap();
    browser.press("recovery_select_address", &other).await;
    browser.press("screen", "previous").await;
    stage.at("recovery", &browser);
    let (_, own) = choices(&browser).into_iter().find(|(shown, _)| shown.starts_with("ad")).unwrap();
    browser.press("recovery_select_address", &own).await;
    stage.at("recovery", &browser);
    enter_code(stage, &mut browser, &person.email, "recovery_code_valid").await;
    set_a_password(stage, &mut browser, &person).await;
}

async fn a_code_by_the_second_version_leads_to_a_new_password(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask_by_choice(stage, &person.email).await;
    let first = code_in(&stage.kratos.mail(&person.email, "recovery_code_valid").await);
    browser.fill("code", if first == "000000" { "111111" } else { "000000" }).press("method", "code").await;
    assert!(browser.messages().contains(&WRONG_CODE), "{browser:?}");
    browser.press("recovery_confirm_address", &person.email).await;
    stage.at("recovery", &browser);
    let code = stage.another_code(&person.email, "recovery_code_valid", &first).await;
    browser.fill("code", &code).press("method", "code").await;
    set_a_password(stage, &mut browser, &person).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

/// The link that was mailed.
async fn mailed_link(stage: &Stage, person: &Person) -> String {
    let mut browser = stage.browser();
    browser.visit(stage.page_with("recovery", &[("return_to", &stage.shop())])).await;
    browser.fill("email", &person.email).press("method", "link").await;
    stage.at("recovery", &browser);
    assert_eq!(browser.messages(), [1_060_002], "{browser:?}");
    link_in(&stage.kratos.mail(&person.email, "recovery_valid").await)
}

async fn a_link_leads_to_a_new_password_and_then_back(stage: &Stage) {
    let person = stage.person().await;
    let link = mailed_link(stage, &person).await;
    let mut browser = stage.browser();
    browser.visit(&link).await;
    set_a_password(stage, &mut browser, &person).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn a_link_works_once(stage: &Stage) {
    let person = stage.person().await;
    let link = mailed_link(stage, &person).await;
    stage.browser().visit(&link).await;
    let mut browser = stage.browser();
    browser.visit(&link).await;
    stage.at("recovery", &browser);
    assert_eq!(browser.messages(), [4_060_004], "{browser:?}");
    browser.fill("email", &person.email).press("method", "link").await;
    stage.at("recovery", &browser);
}

async fn a_code_that_came_too_late_leads_to_a_new_start(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask(stage, &person.email).await;
    let old = flow_of(&browser);
    stage.kratos.outlive_flows().await;
    enter_code(stage, &mut browser, &person.email, "recovery_code_valid").await;
    stage.at("recovery", &browser);
    assert_ne!(flow_of(&browser), old);
    assert!(browser.messages().contains(&4_060_005), "{browser:?}");
    browser.fill("email", &person.email).press("method", "code").await;
    stage.at("recovery", &browser);
    assert!(browser.value("code").is_some(), "{browser:?}");
}
