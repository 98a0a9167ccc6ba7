//! Confirming an address, by a code and by a link.

use super::enter_code;
use crate::browser::Browser;
use crate::scenes::flow_of;
use crate::stage::kratos::{code_in, link_in};
use crate::stage::{Person, Stage};

stories! {
    Whole:
        a_code_confirms_an_address_and_leads_back,
        a_wrong_code_is_said_and_another_can_be_sent,
        a_link_in_the_mail_works_in_another_browser,
        too_many_codes_lead_to_a_new_start,
        what_is_done_stays_done;
    WholeByLink:
        a_link_confirms_an_address,
        a_link_works_once;
    WholeFleeting:
        a_code_that_came_too_late_leads_to_a_new_start;
}

const CODE_SENT: u64 = 1_080_003;

const VERIFIED: u64 = 1_080_002;

const WRONG_CODE: u64 = 4_070_006;

/// Says which address is to be confirmed, on the way to the shop.
async fn ask(stage: &Stage, person: &Person, method: &str) -> Browser {
    let mut browser = stage.browser();
    browser.visit(stage.page_with("verification", &[("return_to", &stage.shop())])).await;
    stage.at("verification", &browser);
    browser.fill("email", &person.email).press("method", method).await;
    stage.at("verification", &browser);
    browser
}

async fn a_code_confirms_an_address_and_leads_back(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask(stage, &person, "code").await;
    assert_eq!(browser.messages(), [CODE_SENT], "{browser:?}");
    enter_code(stage, &mut browser, &person.email, "verification_code_valid").await;
    stage.at("verification", &browser);
    assert_eq!(browser.messages(), [VERIFIED], "{browser:?}");
    browser.reload().await;
    assert_eq!(browser.messages(), [VERIFIED], "{browser:?}");
    browser.follow("node/anchor/continue").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    let browser = stage.signed_in(&person).await;
    assert!(!browser.text().contains("is not confirmed yet"), "{browser:?}");
}

async fn a_wrong_code_is_said_and_another_can_be_sent(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask(stage, &person, "code").await;
    let first = code_in(&stage.kratos.mail(&person.email, "verification_code_valid").await);
    browser.fill("code", if first == "000000" { "111111" } else { "000000" }).press("method", "code").await;
    stage.at("verification", &browser);
    assert!(browser.messages().contains(&WRONG_CODE), "{browser:?}");
    // Nothing entered is no dead end either.
    browser.fill("code", "1").press_forged("method", "code", &[("code".to_owned(), String::new())]).await;
    stage.at("verification", &browser);
    assert!(browser.messages().contains(&4_000_002), "{browser:?}");
    if browser.offers("email", &person.email) {
        browser.press("email", &person.email).await;
    } else {
        browser.fill("email", &person.email).press("method", "code").await;
    }
    stage.at("verification", &browser);
    let code = stage.another_code(&person.email, "verification_code_valid", &first).await;
    browser.fill("code", &super::in_two(&code)).press("method", "code").await;
    assert!(browser.messages().contains(&VERIFIED), "{browser:?}");
}

async fn a_link_in_the_mail_works_in_another_browser(stage: &Stage) {
    let person = stage.person().await;
    ask(stage, &person, "code").await;
    let mail = stage.kratos.mail(&person.email, "verification_code_valid").await;
    let mut browser = stage.browser();
    browser.visit(link_in(&mail)).await;
    stage.at("verification", &browser);
    assert_eq!(browser.value("code"), Some(code_in(&mail)), "{browser:?}");
    browser.press("method", "code").await;
    assert_eq!(browser.messages(), [VERIFIED], "{browser:?}");
    browser.visit(link_in(&mail)).await;
    stage.at("verification", &browser);
    assert!(browser.messages().contains(&4_070_002), "{browser:?}");
}

async fn too_many_codes_lead_to_a_new_start(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask(stage, &person, "code").await;
    let old = flow_of(&browser);
    let first = code_in(&stage.kratos.mail(&person.email, "verification_code_valid").await);
    for _ in 0..6 {
        stage.at("verification", &browser);
        browser.fill("code", if first == "000000" { "111111" } else { "000000" }).press("method", "code").await;
    }
    stage.at("verification", &browser);
    assert_ne!(flow_of(&browser), old);
    browser.fill("email", &person.email).press("method", "code").await;
    let code = stage.another_code(&person.email, "verification_code_valid", &first).await;
    browser.fill("code", &code).press("method", "code").await;
    assert_eq!(browser.messages(), [VERIFIED], "{browser:?}");
}

async fn what_is_done_stays_done(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask(stage, &person, "code").await;
    let mut tab = browser.clone();
    enter_code(stage, &mut browser, &person.email, "verification_code_valid").await;
    assert_eq!(browser.messages(), [VERIFIED], "{browser:?}");
    enter_code(stage, &mut tab, &person.email, "verification_code_valid").await;
    stage.at("verification", &tab);
    assert!(tab.messages().contains(&4_070_002), "{tab:?}");
}

async fn a_link_confirms_an_address(stage: &Stage) {
    let person = stage.person().await;
    let browser = ask(stage, &person, "link").await;
    assert_eq!(browser.messages(), [1_080_001], "{browser:?}");
    let mut browser = stage.browser();
    browser.visit(link_in(&stage.kratos.mail(&person.email, "verification_valid").await)).await;
    stage.at("verification", &browser);
    assert_eq!(browser.messages(), [VERIFIED], "{browser:?}");
    browser.follow("node/anchor/continue").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn a_link_works_once(stage: &Stage) {
    let person = stage.person().await;
    ask(stage, &person, "link").await;
    let link = link_in(&stage.kratos.mail(&person.email, "verification_valid").await);
    stage.browser().visit(&link).await;
    let mut browser = stage.browser();
    browser.visit(&link).await;
    stage.at("verification", &browser);
    assert_eq!(browser.messages(), [4_070_001], "{browser:?}");
    browser.fill("email", &person.email).press("method", "link").await;
    stage.at("verification", &browser);
}

async fn a_code_that_came_too_late_leads_to_a_new_start(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = ask(stage, &person, "code").await;
    let old = flow_of(&browser);
    stage.kratos.outlive_flows().await;
    enter_code(stage, &mut browser, &person.email, "verification_code_valid").await;
    stage.at("verification", &browser);
    assert_ne!(flow_of(&browser), old);
    assert!(browser.messages().contains(&4_070_005), "{browser:?}");
    browser.fill("email", &person.email).press("method", "code").await;
    stage.at("verification", &browser);
    assert!(browser.value("code").is_some(), "{browser:?}");
}
