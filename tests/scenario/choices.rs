//! A language or colours are chosen while something is typed: it is still there, and nobody was told.

use axum::http::Method;

use crate::browser::Browser;
use crate::scenes::SAVED;
use crate::stage::{Stage, traits};

stories! {
    Plain:
        what_is_typed_into_settings_stays,
        what_is_too_much_for_a_cookie_stays_as_well,
        what_one_person_typed_is_not_shown_to_another;
    Fleeting:
        on_a_page_that_has_expired_it_stays_as_well;
    Whole:
        what_is_typed_to_sign_up_stays,
        what_is_typed_to_sign_in_and_to_recover_stays;
}

/// "Another account uses it" and the like are Kratos'; ours have no id.
const OURS: u64 = 0;

fn lang(browser: &Browser) -> String {
    browser.attributes("html", "lang").concat()
}

async fn what_is_typed_into_settings_stays(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.fill("traits.name.first", "Augusta").fill("traits.tags.1", "looms").fill("traits.tags", "poetry");
    browser.fill("traits.name.last", "").tick("traits.tos", false).tick("traits.newsletter", true);
    for choice in ["lang=de", "theme=dark", "theme=system"] {
        browser.choose(choice).await;
        stage.at_settings(&browser);
        assert_eq!(lang(&browser), "de");
        for (name, value) in [
            ("traits.name.first", "Augusta"),
            ("traits.name.last", ""),
            ("traits.tags.0", "math"),
            ("traits.tags.1", "looms"),
            ("traits.tags", "poetry"),
        ] {
            assert_eq!(browser.value(name).as_deref(), Some(value), "{name}, {choice}: {browser:?}");
        }
        assert!(!browser.is_ticked("traits.tos") && browser.is_ticked("traits.newsletter"), "{choice}: {browser:?}");
        assert!(browser.messages().is_empty(), "{browser:?}");
    }
    assert_eq!(stage.traits(&browser).await, traits(&person.email), "nothing was saved");
    browser.press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    let stored = stage.traits(&browser).await;
    assert_eq!(stored["name"]["first"], "Augusta");
    assert_eq!(stored["tags"], serde_json::json!(["math", "looms", "poetry"]));
    // What was typed is gone from everywhere but the account.
    browser.reload().await;
    assert_eq!(browser.value("traits.tags").as_deref(), Some(""));
}

async fn what_is_too_much_for_a_cookie_stays_as_well(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let long = "An engine that weaves algebraic patterns. ".repeat(200);
    browser.fill("traits.bio", &long).fill("traits.name.first", "Augusta").choose("lang=fr").await;
    assert_eq!(lang(&browser), "fr");
    assert_eq!(browser.value("traits.name.first").as_deref(), Some("Augusta"), "{browser:?}");
    assert_eq!(browser.value("traits.bio"), Some(long));
    browser.press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    assert_eq!(stage.traits(&browser).await["name"]["first"], "Augusta");
}

async fn what_one_person_typed_is_not_shown_to_another(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    let mut browser = stage.signed_in(&person).await;
    let mut tab = browser.tab();
    tab.visit(stage.settings()).await;
    stage.sign_out(&mut browser).await;
    browser.visit(stage.settings()).await;
    crate::scenes::sign_in(&mut browser, &other).await;
    tab.fill("traits.name.first", "Augusta").choose("lang=de").await;
    assert!(!tab.text().contains(&person.email) && tab.value("traits.name.first").as_deref() != Some("Augusta"));
    browser.visit(stage.settings()).await;
    assert_eq!(browser.value("traits.name.first").as_deref(), Some("Ada"), "{browser:?}");
}

async fn on_a_page_that_has_expired_it_stays_as_well(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    stage.kratos.outlive_flows().await;
    browser.fill("traits.name.first", "Augusta").choose("lang=de").await;
    stage.at_settings(&browser);
    assert_eq!(lang(&browser), "de");
    assert_eq!(browser.value("traits.name.first").as_deref(), Some("Augusta"), "{browser:?}");
    assert_eq!(browser.messages(), [OURS], "that the page had expired: {browser:?}");
}

async fn what_is_typed_to_sign_up_stays(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = stage.browser();
    browser.visit(stage.page("registration")).await;
    browser.fill("traits.email", &person.email).fill("traits.tags", "compilers").fill("password", &person.password);
    browser.tick("traits.tos", true).choose("lang=es").await;
    assert_eq!(lang(&browser), "es");
    assert_eq!(browser.value("traits.email").as_deref(), Some(&*person.email), "{browser:?}");
    assert!(browser.attributes("input", "value").contains(&"compilers".to_owned()), "{browser:?}");
    assert!(browser.is_ticked("traits.tos"));
    assert_eq!(browser.value("password").as_deref(), Some(""), "no password is kept");
    let steps = browser.steps();
    let kept = steps.iter().filter(|step| step.method == Method::POST);
    assert!(kept.clone().all(|step| !format!("{:?}{}", step.headers, step.body).contains(&person.password)));
    assert_eq!(kept.count(), 1);
    browser.fill("password", &person.password).press("method", "password").await;
    assert_eq!(stage.traits(&browser).await["tags"], serde_json::json!(["compilers"]));
}

async fn what_is_typed_to_sign_in_and_to_recover_stays(stage: &Stage) {
    let mut browser = stage.browser();
    for (page, field) in [("login", "identifier"), ("recovery", "email"), ("verification", "email")] {
        browser.visit(stage.page(page)).await;
        browser.fill(field, "grace@example.org").choose("theme=dark").await;
        stage.at(page, &browser);
        assert_eq!(browser.value(field).as_deref(), Some("grace@example.org"), "{browser:?}");
        assert_eq!(browser.attributes("html", "data-theme"), ["dark"]);
    }
}
