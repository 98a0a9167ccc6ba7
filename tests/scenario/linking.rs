//! Accounts elsewhere: linked, refused, unlinked.

use crate::browser::Browser;
use crate::scenes::{SAVED, take_away};
use crate::stage::Stage;

stories! {
    Plain:
        an_account_elsewhere_is_linked_and_signs_in,
        a_link_the_provider_refuses_is_said_and_not_made,
        an_account_that_is_somebody_elses_is_not_linked,
        an_account_elsewhere_is_unlinked,
        the_only_way_to_sign_in_cannot_be_unlinked_and_why_is_said,
        a_way_back_is_gone_after_linking_too;
    Brief:
        linking_waits_for_the_password_and_then_goes_on;
}

pub async fn an_account_elsewhere_is_linked_and_signs_in(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let subject = format!("elsewhere-{}", person.email);
    link(&mut browser, &subject).await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    assert!(browser.offers("unlink", "hydra") && !browser.offers("link", "hydra"), "{browser:?}");
    let about = browser.text_of("oidc-settings-card");
    assert!(!about.contains("only way to sign in"), "what is linked is there: {about}");
    stage.sign_out(&mut browser).await;
    browser.visit(stage.settings()).await;
    sign_in_there(&mut browser, &subject).await;
    stage.at_settings(&browser);
    assert_eq!(browser.value("traits.email").as_deref(), Some(person.email.as_str()));
}

async fn a_link_the_provider_refuses_is_said_and_not_made(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.press("link", "hydra").await;
    browser.press("decision", "deny").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [4_000_001], "{browser:?}");
    assert!(browser.offers("link", "hydra"), "it can be tried again");
    link(&mut browser, &format!("elsewhere-{}", person.email)).await;
    assert!(browser.offers("unlink", "hydra"), "{browser:?}");
}

async fn an_account_that_is_somebody_elses_is_not_linked(stage: &Stage) {
    let (_, subject) = stage.person_of_provider().await;
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    link(&mut browser, &subject).await;
    stage.at_settings(&browser);
    assert!(!browser.messages().is_empty() && !browser.messages().contains(&SAVED), "{browser:?}");
    assert!(browser.offers("link", "hydra"), "{browser:?}");
}

async fn an_account_elsewhere_is_unlinked(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    link(&mut browser, &format!("elsewhere-{}", person.email)).await;
    take_away(&mut browser, "unlink", "hydra").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    assert!(browser.offers("link", "hydra"), "{browser:?}");
}

async fn the_only_way_to_sign_in_cannot_be_unlinked_and_why_is_said(stage: &Stage) {
    let (person, subject) = stage.person_of_provider().await;
    let mut browser = stage.browser();
    browser.visit(stage.settings()).await;
    sign_in_there(&mut browser, &subject).await;
    stage.at_settings(&browser);
    assert!(!browser.offers("unlink", "hydra"), "{browser:?}");
    let missing = browser.texts("#oidc details");
    assert!(missing.len() == 1 && missing[0].contains("only way to sign in"), "{browser:?}");
    assert!(!browser.text().contains("None linked"), "nobody knows whether there is none: {browser:?}");
    browser.fill("password", &person.password).press("method", "password").await;
    take_away(&mut browser, "unlink", "hydra").await;
    assert_eq!(browser.messages(), [SAVED], "with a password it can: {browser:?}");
    stage.sign_out(&mut browser).await;
    stage.signed_in(&person).await;
}

async fn a_way_back_is_gone_after_linking_too(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(format!("{}?return_to={}", stage.settings(), stage.home)).await;
    link(&mut browser, &format!("elsewhere-{}", person.email)).await;
    stage.at_home(&browser);
}

async fn linking_waits_for_the_password_and_then_goes_on(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    stage.kratos.outlive_privilege().await;
    browser.press("link", "hydra").await;
    crate::scenes::confirm(&mut browser, &person).await;
    allow(&mut browser, &format!("elsewhere-{}", person.email)).await;
    stage.at_settings(&browser);
    assert!(browser.offers("unlink", "hydra"), "{browser:?}");
}

/// Links an account of the provider's.
pub async fn link(browser: &mut Browser, subject: &str) {
    browser.press("link", "hydra").await;
    allow(browser, subject).await;
}

/// Signs in with an account of the provider's at Kratos' login, which is shown.
async fn sign_in_there(browser: &mut Browser, subject: &str) {
    browser.press("provider", "hydra").await;
    allow(browser, subject).await;
}

/// Says who one is at the provider's page, which is shown, and allows it to tell.
async fn allow(browser: &mut Browser, subject: &str) {
    browser.fill("sub", subject).press("decision", "allow").await;
}
