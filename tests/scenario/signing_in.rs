//! Coming to the settings, and going back to where one came from.

use crate::scenes::{SAVED, flow_of, sign_in};
use crate::stage::Stage;

stories! {
    Plain:
        whoever_is_signed_out_signs_in_and_arrives_at_the_settings,
        whoever_is_signed_in_is_at_the_settings_at_once,
        a_wrong_password_can_be_corrected_on_the_way,
        a_link_to_ones_own_flow_leads_through_the_sign_in_to_it,
        a_way_back_is_gone_after_saving,
        a_way_back_outlasts_the_sign_in,
        a_way_back_to_elsewhere_is_refused_and_the_settings_still_reached,
        a_browser_that_keeps_no_cookies_does_not_go_round_in_a_circle,
        whoever_signed_out_in_another_tab_signs_in_again_to_save;
    Strangers:
        cookies_that_do_not_reach_this_application_are_explained;
}

pub async fn whoever_is_signed_out_signs_in_and_arrives_at_the_settings(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.settings()).await;
    assert!(browser.offers("method", "password"), "the login is shown: {browser:?}");
    sign_in(&mut browser, &person).await;
    stage.at_settings(&browser);
    assert_eq!(browser.value("traits.email").as_deref(), Some(person.email.as_str()));
    assert!(browser.messages().is_empty());
}

async fn whoever_is_signed_in_is_at_the_settings_at_once(stage: &Stage) {
    let person = stage.person().await;
    let browser = stage.signed_in(&person).await;
    let mut tab = browser.tab();
    let before = browser.steps().len();
    tab.visit(stage.settings()).await;
    stage.at_settings(&tab);
    assert_eq!(browser.steps().len() - before, 2, "to a new flow, and its page: {browser:?}");
    tab.visit(stage.kratos.browser.join("self-service/settings/browser").unwrap()).await;
    stage.at_settings(&tab);
}

async fn a_wrong_password_can_be_corrected_on_the_way(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.settings()).await;
    browser.fill("identifier", &person.email).fill("password", "not mine").press("method", "password").await;
    assert!(browser.messages().contains(&crate::scenes::WRONG_PASSWORD), "{browser:?}");
    sign_in(&mut browser, &person).await;
    stage.at_settings(&browser);
}

pub async fn a_link_to_ones_own_flow_leads_through_the_sign_in_to_it(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let (link, flow) = (browser.url().clone(), flow_of(&browser));
    stage.sign_out(&mut browser).await;
    browser.visit(link).await;
    sign_in(&mut browser, &person).await;
    stage.at_settings(&browser);
    assert_eq!(flow_of(&browser), flow);
}

async fn a_way_back_is_gone_after_saving(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let back = stage.home.join("shop?item=7").unwrap();
    browser.visit(with_way_back(stage, back.as_str())).await;
    stage.at_settings(&browser);
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    stage.at_home(&browser);
    assert_eq!(*browser.url(), back);
    assert_eq!(stage.traits(&browser).await["name"]["first"], "Augusta");
}

pub async fn a_way_back_outlasts_the_sign_in(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(with_way_back(stage, stage.home.as_str())).await;
    sign_in(&mut browser, &person).await;
    stage.at_settings(&browser);
    browser.clone().follow("back").await;
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    stage.at_home(&browser);
}

async fn a_way_back_to_elsewhere_is_refused_and_the_settings_still_reached(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(with_way_back(stage, "https://evil.example.com/")).await;
    assert_eq!(browser.status(), 400);
    assert!(browser.text().contains("way back is not allowed"), "{browser:?}");
    browser.follow_link("Go to your account settings").await;
    stage.at_settings(&browser);
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED]);
}

async fn a_browser_that_keeps_no_cookies_does_not_go_round_in_a_circle(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser().without_cookies();
    browser.visit(stage.settings()).await;
    if browser.offers("method", "password") {
        sign_in(&mut browser, &person).await;
    }
    assert!(!browser.has("[data-testid=\"password-settings-card\"]"), "{browser:?}");
}

pub async fn whoever_signed_out_in_another_tab_signs_in_again_to_save(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut tab = browser.tab();
    tab.visit(stage.settings()).await;
    stage.sign_out(&mut tab).await;
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    sign_in(&mut browser, &person).await;
    stage.at_settings(&browser);
    assert_eq!(stage.traits(&browser).await["name"]["first"], "Ada", "nothing was saved");
    assert_eq!(browser.value("traits.name.first").as_deref(), Some("Augusta"), "what was typed is still there");
    browser.press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED]);
    assert_eq!(stage.traits(&browser).await["name"]["first"], "Augusta");
}

async fn cookies_that_do_not_reach_this_application_are_explained(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.settings()).await;
    sign_in(&mut browser, &person).await;
    assert!(browser.text().contains("Your browser may be blocking cookies"), "{browser:?}");
}

fn with_way_back(stage: &Stage, back: &str) -> String {
    let mut url: url::Url = stage.settings().parse().unwrap();
    url.query_pairs_mut().append_pair("return_to", back);
    url.into()
}
