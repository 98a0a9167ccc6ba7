//! Two tabs, two clicks, and the way back.

use serde_json::json;

use crate::scenes::SAVED;
use crate::stage::{Stage, traits};

stories! {
    Plain:
        what_one_tab_saved_the_other_leaves_alone,
        two_tabs_with_the_same_page_both_save,
        a_form_sent_twice_at_once_is_saved,
        a_new_password_sent_twice_is_the_new_password,
        a_page_gone_back_to_saves_no_old_values,
        whoever_comes_back_from_the_provider_saves_as_before,
        a_page_of_somebody_who_signed_out_shows_nothing_to_the_next;
}

async fn what_one_tab_saved_the_other_leaves_alone(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut tab = browser.tab();
    tab.visit(stage.settings()).await;
    browser.fill("traits.name.first", "Augusta").fill("traits.tags", "poetry").tick("traits.newsletter", true);
    browser.press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED]);
    tab.fill("traits.name.last", "King").press("method", "profile").await;
    assert_eq!(tab.messages(), [SAVED], "{tab:?}");
    let mut expected = traits(&person.email);
    expected["name"] = json!({"first": "Augusta", "last": "King"});
    expected["tags"] = json!(["math", "engines", "poetry"]);
    expected["newsletter"] = true.into();
    assert_eq!(stage.traits(&browser).await, expected);
}

async fn two_tabs_with_the_same_page_both_save(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut tab = browser.clone();
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED]);
    tab.fill("traits.name.last", "King").press("method", "profile").await;
    assert_eq!(tab.messages(), [SAVED], "{tab:?}");
    assert_eq!(stage.traits(&browser).await["name"], json!({"first": "Augusta", "last": "King"}));
}

async fn a_form_sent_twice_at_once_is_saved(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.fill("traits.name.first", "Augusta").fill("traits.tags", "poetry");
    let mut again = browser.clone();
    tokio::join!(browser.press("method", "profile"), again.press("method", "profile"));
    browser.visit(stage.settings()).await;
    let stored = stage.traits(&browser).await;
    assert_eq!(stored["name"]["first"], "Augusta");
    assert_eq!(stored["tags"][2], "poetry");
}

async fn a_new_password_sent_twice_is_the_new_password(stage: &Stage) {
    let mut person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    "Bernoulli-numbers-7".clone_into(&mut person.password);
    browser.fill("password", &person.password);
    let mut again = browser.clone();
    browser.press("method", "password").await;
    again.press("method", "password").await;
    stage.at_settings(&again);
    stage.signed_in(&person).await;
}

async fn a_page_gone_back_to_saves_no_old_values(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(stage.home.as_str()).await;
    browser.visit(stage.settings()).await;
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED]);
    browser.visit(stage.home.as_str()).await;
    browser.back();
    browser.back();
    browser.back();
    stage.at_settings(&browser);
    assert_eq!(browser.value("traits.name.first").as_deref(), Some("Ada"), "the page as it was");
    browser.fill("traits.age", "40").press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    let stored = stage.traits(&browser).await;
    assert_eq!((&stored["name"]["first"], &stored["age"]), (&json!("Augusta"), &json!(40)));
}

async fn whoever_comes_back_from_the_provider_saves_as_before(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.press("link", "hydra").await;
    browser.back();
    stage.at_settings(&browser);
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    assert!(browser.offers("link", "hydra"));
}

async fn a_page_of_somebody_who_signed_out_shows_nothing_to_the_next(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    let mut browser = stage.signed_in(&person).await;
    let page = browser.url().clone();
    let mut tab = browser.tab();
    tab.visit(stage.settings()).await;
    stage.sign_out(&mut browser).await;
    browser.visit(stage.settings()).await;
    crate::scenes::sign_in(&mut browser, &other).await;
    stage.at_settings(&browser);
    tab.fill("traits.name.first", "Augusta").press("method", "profile").await;
    assert!(!tab.messages().contains(&SAVED) && !tab.text().contains(&person.email), "{tab:?}");
    browser.visit(&page).await;
    assert!(!browser.text().contains(&person.email), "{browser:?}");
    assert_eq!(stage.traits(&browser).await, traits(&other.email));
    assert_eq!(stage.traits(&stage.signed_in(&person).await).await, traits(&person.email));
}
