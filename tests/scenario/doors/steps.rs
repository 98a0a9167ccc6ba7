//! Signing in and up in two steps, and by a code.

use super::{enter_code, option};
use crate::browser::Browser;
use crate::scenes::{WRONG_PASSWORD, flow_of};
use crate::stage::kratos::code_in;
use crate::stage::{Person, Stage};

stories! {
    WholeInSteps:
        the_name_comes_first_and_then_the_password,
        whoever_mistyped_the_name_goes_back_and_signs_in,
        an_unknown_name_is_said_at_its_field,
        a_code_signs_in,
        a_wrong_code_is_said_and_another_can_be_sent,
        a_password_still_signs_in_while_a_code_is_out,
        a_link_of_somebody_elses_browser_starts_anew;
}

const NO_ACCOUNT: u64 = 4_000_037;

const CODE_SENT: u64 = 1_010_014;

const WRONG_CODE: u64 = 4_010_008;

/// Types a name, and goes on.
async fn give_name(browser: &mut Browser, name: &str) {
    browser.fill("identifier", name).press("method", "identifier_first").await;
}

/// Somebody's browser, at the second step.
async fn at_second_step(stage: &Stage, person: &Person) -> Browser {
    let mut browser = stage.browser();
    browser.visit(stage.page_with("login", &[("return_to", &stage.shop())])).await;
    stage.at("login", &browser);
    assert!(!browser.offers("method", "password"), "{browser:?}");
    give_name(&mut browser, &person.email).await;
    stage.at("login", &browser);
    assert!(browser.text().contains(&person.email), "{browser:?}");
    browser
}

async fn the_name_comes_first_and_then_the_password(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = at_second_step(stage, &person).await;
    browser.fill("password", "not mine").press("method", "password").await;
    assert_eq!(browser.messages(), [WRONG_PASSWORD], "{browser:?}");
    assert!(browser.text().contains(&person.email), "{browser:?}");
    browser.fill("password", &person.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    assert_eq!(stage.traits(&browser).await["email"], person.email.as_str());
}

async fn whoever_mistyped_the_name_goes_back_and_signs_in(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    let mut browser = at_second_step(stage, &other).await;
    browser.follow_link("Use another name").await;
    stage.at("login", &browser);
    assert_eq!(option(browser.url(), "return_to").as_deref(), Some(stage.shop().as_str()), "{browser:?}");
    give_name(&mut browser, &person.email).await;
    assert!(!browser.text().contains(&other.email), "{browser:?}");
    browser.fill("password", &person.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    assert_eq!(stage.traits(&browser).await["email"], person.email.as_str());
}

async fn an_unknown_name_is_said_at_its_field(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    give_name(&mut browser, "nobody@example.org").await;
    stage.at("login", &browser);
    assert_eq!(browser.messages_at("identifier"), [NO_ACCOUNT], "{browser:?}");
    assert_eq!(browser.value("identifier").as_deref(), Some("nobody@example.org"));
    give_name(&mut browser, &person.email).await;
    browser.fill("password", &person.password).press("method", "password").await;
    stage.at_home(&browser);
}

async fn a_code_signs_in(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = at_second_step(stage, &person).await;
    browser.press("method", "code").await;
    stage.at("login", &browser);
    assert_eq!(browser.messages(), [CODE_SENT], "{browser:?}");
    enter_code(stage, &mut browser, &person.email, "login_code_valid").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    assert_eq!(stage.traits(&browser).await["email"], person.email.as_str());
}

async fn a_wrong_code_is_said_and_another_can_be_sent(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = at_second_step(stage, &person).await;
    browser.press("method", "code").await;
    let flow = flow_of(&browser);
    let first = code_in(&stage.kratos.mail(&person.email, "login_code_valid").await);
    let wrong = if first == "000000" { "111111" } else { "000000" };
    browser.fill("code", wrong).press("method", "code").await;
    assert_eq!(browser.messages(), [WRONG_CODE], "{browser:?}");
    browser.press("resend", "code").await;
    stage.at("login", &browser);
    assert_eq!(flow_of(&browser), flow);
    assert!(browser.messages().contains(&CODE_SENT), "{browser:?}");
    let code = stage.another_code(&person.email, "login_code_valid", &first).await;
    // As it is copied from a mail.
    browser.fill("code", &format!(" {} ", super::in_two(&code))).press("method", "code").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn a_password_still_signs_in_while_a_code_is_out(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = at_second_step(stage, &person).await;
    browser.press("method", "code").await;
    browser.follow_link("Use another name").await;
    give_name(&mut browser, &person.email).await;
    browser.fill("password", &person.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn a_link_of_somebody_elses_browser_starts_anew(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    let link = at_second_step(stage, &person).await.url().clone();
    let mut browser = stage.browser();
    browser.visit(link).await;
    stage.at("login", &browser);
    assert!(!browser.text().contains(&person.email), "{browser:?}");
    give_name(&mut browser, &other.email).await;
    browser.fill("password", &other.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}
