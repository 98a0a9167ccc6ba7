//! The authenticator app, and the way past a second factor that is still to be shown.

use crate::browser::Browser;
use crate::scenes::{SAVED, confirm, flow_of, sign_in, take_away, totp};
use crate::stage::{Person, Stage};

stories! {
    Plain:
        a_wrong_code_is_said_and_the_key_stays,
        a_right_code_adds_the_app,
        the_app_is_asked_for_at_the_next_sign_in,
        a_wrong_code_at_the_sign_in_can_be_corrected,
        every_page_leads_to_the_second_factor_and_then_on,
        a_form_sent_before_the_second_factor_leads_to_it_and_then_on,
        the_app_can_be_taken_away,
        the_app_is_still_there_when_taking_it_away_is_thought_over;
    Brief:
        taking_the_app_away_waits_for_the_password_and_is_then_done;
}

/// "Please complete the second authentication challenge."
pub const SECOND_FACTOR: u64 = 1_010_004;

const WRONG_CODE: u64 = 4_000_008;

async fn a_wrong_code_is_said_and_the_key_stays(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let key = key_of(&browser);
    let wrong = match totp(&key, stage.kratos.now()).as_str() {
        "000000" => "111111",
        _ => "000000",
    };
    browser.fill("totp_code", wrong).press("method", "totp").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages_at("totp_code"), [WRONG_CODE], "{browser:?}");
    assert_eq!(key_of(&browser), key);
    browser.fill("totp_code", &totp(&key, stage.kratos.now())).press("method", "totp").await;
    assert_eq!(browser.messages(), [SAVED]);
}

async fn a_right_code_adds_the_app(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    add_app(stage, &mut browser).await;
    assert!(browser.offers("totp_unlink", "true"), "{browser:?}");
    assert!(!browser.has("[data-testid=\"node/text/totp_secret_key\"]"), "the key is not shown any more");
    browser.visit(stage.settings()).await;
    stage.at_settings(&browser);
}

pub async fn the_app_is_asked_for_at_the_next_sign_in(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let key = add_app(stage, &mut browser).await;
    stage.sign_out(&mut browser).await;
    let mut browser = with_password_only(stage, &person).await;
    show_code(stage, &mut browser, &key).await;
    stage.at_settings(&browser);
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED]);
}

async fn a_wrong_code_at_the_sign_in_can_be_corrected(stage: &Stage) {
    let person = stage.person().await;
    let key = add_app(stage, &mut stage.signed_in(&person).await).await;
    let mut browser = with_password_only(stage, &person).await;
    browser.fill("totp_code", "000000").press("method", "totp").await;
    assert!(browser.messages().contains(&WRONG_CODE), "{browser:?}");
    show_code(stage, &mut browser, &key).await;
    stage.at_settings(&browser);
}

pub async fn every_page_leads_to_the_second_factor_and_then_on(stage: &Stage) {
    let person = stage.person().await;
    let mut elsewhere = stage.signed_in(&person).await;
    let key = add_app(stage, &mut elsewhere).await;
    let flow = format!("{}?flow={}", stage.settings(), flow_of(&elsewhere));
    let unknown = format!("{}?flow=00000000-0000-4000-8000-000000000000", stage.settings());
    let start = stage.kratos.browser.join("self-service/settings/browser").unwrap().to_string();
    let with_way_back = format!("{}?return_to={}", stage.settings(), stage.home);
    for page in [stage.settings(), flow, unknown, start, with_way_back] {
        let mut browser = with_password_only(stage, &person).await;
        browser.visit(&page).await;
        assert!(browser.messages().contains(&SECOND_FACTOR), "{page}: {browser:?}");
        browser.reload().await;
        assert!(browser.messages().contains(&SECOND_FACTOR), "{page}: {browser:?}");
        show_code(stage, &mut browser, &key).await;
        if !browser.has("[data-testid=\"password-settings-card\"]") {
            // Kratos' own start of a flow forgets where one wanted to go.
            stage.at_home(&browser);
            browser.visit(stage.settings()).await;
        }
        stage.at_settings(&browser);
    }
}

pub async fn a_form_sent_before_the_second_factor_leads_to_it_and_then_on(stage: &Stage) {
    let person = stage.person().await;
    for (field, button) in [("traits.name.first", "profile"), ("password", "password")] {
        let mut browser = stage.signed_in(&person).await;
        let mut elsewhere = stage.signed_in(&person).await;
        let key = add_app(stage, &mut elsewhere).await;
        browser.fill(field, "Something-new-5").press("method", button).await;
        assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
        show_code(stage, &mut browser, &key).await;
        stage.at_settings(&browser);
        assert_eq!(stage.traits(&browser).await["name"]["first"], "Ada", "nothing was saved");
        take_away(&mut browser, "totp_unlink", "true").await;
        assert_eq!(browser.messages(), [SAVED]);
    }
}

async fn the_app_can_be_taken_away(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let old = add_app(stage, &mut browser).await;
    take_away(&mut browser, "totp_unlink", "true").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    assert_ne!(key_of(&browser), old, "a new app gets a new key");
    stage.sign_out(&mut browser).await;
    stage.signed_in(&person).await;
}

async fn the_app_is_still_there_when_taking_it_away_is_thought_over(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    add_app(stage, &mut browser).await;
    browser.press("totp_unlink", "true").await;
    assert!(browser.text().contains("Turn off the authenticator app?"), "{browser:?}");
    browser.follow_link("Cancel").await;
    stage.at_settings(&browser);
    assert!(browser.offers("totp_unlink", "true"), "{browser:?}");
    with_password_only(stage, &person).await;
}

async fn taking_the_app_away_waits_for_the_password_and_is_then_done(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    add_app(stage, &mut browser).await;
    stage.kratos.outlive_privilege().await;
    take_away(&mut browser, "totp_unlink", "true").await;
    confirm(&mut browser, &person).await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    stage.sign_out(&mut browser).await;
    stage.signed_in(&person).await;
}

/// The key that an app is to take in.
fn key_of(browser: &Browser) -> String {
    browser.text_of("node/text/totp_secret_key/text")
}

/// Adds an app at the settings, and gives its key.
pub async fn add_app(stage: &Stage, browser: &mut Browser) -> String {
    let key = key_of(browser);
    browser.fill("totp_code", &totp(&key, stage.kratos.now())).press("method", "totp").await;
    stage.at_settings(browser);
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    key
}

/// A new browser whose owner has given the password, and is now asked for a second factor.
pub async fn with_password_only(stage: &Stage, person: &Person) -> Browser {
    let mut browser = stage.browser();
    browser.visit(stage.settings()).await;
    sign_in(&mut browser, person).await;
    assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
    browser
}

/// Shows what the app shows at Kratos' login.
pub async fn show_code(stage: &Stage, browser: &mut Browser, key: &str) {
    browser.fill("totp_code", &totp(key, stage.kratos.now())).press("method", "totp").await;
}
