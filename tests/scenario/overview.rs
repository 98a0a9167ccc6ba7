//! The head of the settings: whose they are, how safe the account is, and what to see to; and what is said of
//! what was done.

use crate::browser::Browser;
use crate::linking::link;
use crate::recovery_codes::make;
use crate::scenes::{SAVED, take_away};
use crate::second_factor::{add_app, with_password_only};
use crate::stage::Stage;

stories! {
    Plain:
        the_head_tells_whose_account_it_is_and_what_protects_it,
        a_success_names_what_was_saved,
        each_button_says_what_it_does,
        the_first_second_factor_offers_recovery_codes,
        the_last_recovery_codes_are_warned_of,
        an_address_that_is_not_confirmed_is_told_of_at_the_top,
        the_rule_for_passwords_is_told_once_it_is_known;
}

const OVERVIEW: &str = "[data-testid=\"overview\"]";

async fn the_head_tells_whose_account_it_is_and_what_protects_it(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    assert_eq!(browser.text_of("overview/name"), "Ada Lovelace");
    assert!(browser.text_of("overview/sign-in-name").contains(&person.email), "{browser:?}");
    assert_eq!(browser.text_of("overview/password"), "Password Set or change it");
    assert_eq!(browser.text_of("overview/passkey"), "Passkeys None yet");
    assert_eq!(browser.text_of("overview/totp"), "Authenticator app Off");
    assert!(browser.text_of("overview/suggestion").contains("A second step"), "a quiet suggestion: {browser:?}");
    add_app(stage, &mut browser).await;
    assert_eq!(browser.text_of("overview/totp"), "Authenticator app On");
    assert!(!browser.has("[data-testid=\"overview/suggestion\"]"), "{browser:?}");
    // Each leads to its section.
    let links = browser.attributes(&format!("{OVERVIEW} dd a"), "href");
    assert!(links.len() > 5, "{links:?}");
    for link in links {
        assert!(browser.has(&format!("section{link}")), "{link} is on the page: {browser:?}");
    }
}

async fn a_success_names_what_was_saved(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    says(&browser, "profile", "Your profile has been saved.");
    browser.fill("password", "Bernoulli-numbers-8").press("method", "password").await;
    says(&browser, "password", "Your new password is set.");
    link(&mut browser, &format!("elsewhere-{}", person.email)).await;
    says(&browser, "oidc", "is now linked. You can sign in with it.");
    take_away(&mut browser, "unlink", "hydra").await;
    says(&browser, "oidc", "is no longer linked.");
    add_app(stage, &mut browser).await;
    says(&browser, "totp", "The authenticator app is on.");
    make(&mut browser).await;
    says(&browser, "lookup_secret", "Your recovery codes work from now on.");
    take_away(&mut browser, "lookup_secret_disable", "true").await;
    says(&browser, "lookup_secret", "Your recovery codes are off. None of them works any more.");
    take_away(&mut browser, "totp_unlink", "true").await;
    says(&browser, "totp", "The authenticator app is off.");
}

async fn each_button_says_what_it_does(stage: &Stage) {
    let person = stage.person().await;
    let browser = stage.signed_in(&person).await;
    for (group, label) in
        [("profile", "Save profile"), ("password", "Set new password"), ("totp", "Turn on the authenticator app")]
    {
        assert_eq!(browser.texts(&format!("#{group} button[name=\"method\"]")), [label], "{browser:?}");
    }
}

async fn the_first_second_factor_offers_recovery_codes(stage: &Stage) {
    const NEXT: &str = "[data-testid=\"codes-next\"]";
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    assert!(!browser.has(NEXT) && !browser.has("[data-testid=\"overview/warning\"]"), "{browser:?}");
    add_app(stage, &mut browser).await;
    assert!(browser.has(&format!("#totp {NEXT} a[href=\"#lookup_secret\"]")), "{browser:?}");
    // Whoever comes back later without any is told at the top.
    browser.visit(stage.settings()).await;
    assert!(!browser.has(NEXT), "{browser:?}");
    assert!(browser.text_of("overview/warning").contains("You have none yet."), "{browser:?}");
    make(&mut browser).await;
    assert!(!browser.has("[data-testid=\"overview/warning\"]"), "{browser:?}");
    take_away(&mut browser, "totp_unlink", "true").await;
    // With codes there is nothing to offer.
    add_app(stage, &mut browser).await;
    assert!(!browser.has(NEXT), "{browser:?}");
}

async fn the_last_recovery_codes_are_warned_of(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let codes = make(&mut browser).await;
    for (used, left) in [(8, 4), (9, 3)] {
        let from = if used == 8 { 0 } else { 8 };
        for code in &codes[from..used] {
            stage.sign_out(&mut browser).await;
            browser = with_password_only(stage, &person).await;
            browser.fill("lookup_secret", code).press("method", "lookup_secret").await;
            stage.at_settings(&browser);
        }
        // How many are left is told only where they are shown.
        assert_eq!(browser.text_of("overview/lookup_secret"), "Recovery codes On");
        browser.press("lookup_secret_reveal", "true").await;
        assert_eq!(browser.text_of("overview/lookup_secret"), format!("Recovery codes {left} left"));
        assert_eq!(browser.has("[data-testid=\"overview/warning\"]"), left <= 3, "{browser:?}");
    }
    assert_eq!(browser.text_of("overview/warning"), "Only 3 recovery codes are left. Make new ones");
    browser.visit(stage.settings()).await;
    stage.at_settings(&browser);
}

async fn an_address_that_is_not_confirmed_is_told_of_at_the_top(stage: &Stage) {
    let person = stage.person().await;
    let browser = stage.signed_in(&person).await;
    let told = format!("{} is not confirmed yet. Confirm your address", person.email);
    assert_eq!(browser.text_of("overview/unverified"), told);
    let person = stage.verified_person().await;
    let browser = stage.signed_in(&person).await;
    assert!(!browser.has("[data-testid=\"overview/unverified\"]"), "{browser:?}");
}

async fn the_rule_for_passwords_is_told_once_it_is_known(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    assert!(browser.text().contains("A long password is a strong one"), "{browser:?}");
    browser.fill("password", "a1b2").press("method", "password").await;
    // Kratos has told it to somebody: the next need not fail to know it.
    let browser = stage.signed_in(&stage.person().await).await;
    let hint = browser.attributes("#password [name=\"password\"]", "aria-describedby");
    assert!(browser.texts(&format!("#{}", hint[0])).concat().contains("At least 8 characters."), "{browser:?}");
}

/// What was done last is said where it was done.
#[track_caller]
fn says(browser: &Browser, group: &str, text: &str) {
    let said = browser.texts(&format!("#{group} [data-testid=\"ui/message/{SAVED}\"]"));
    assert!(said.len() == 1 && said[0].ends_with(text), "{said:?}, {browser:?}");
}
