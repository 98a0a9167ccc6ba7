//! Signing in and up with an account elsewhere.

use serde_json::json;

use crate::browser::Browser;
use crate::scenes::{WRONG_PASSWORD, sign_in};
use crate::stage::{Person, Stage};

stories! {
    Whole:
        an_account_elsewhere_signs_in,
        an_account_elsewhere_that_is_unknown_signs_up,
        what_the_provider_does_not_tell_is_asked_for,
        an_address_that_has_an_account_is_linked_to_it,
        a_provider_that_refuses_is_said_and_another_way_is_there,
        whoever_is_to_confirm_does_so_elsewhere;
    WholeInSteps:
        the_only_way_to_sign_in_is_offered_at_the_second_step;
}

/// "… already belongs to an account here."
const LINK: u64 = 1_010_016;

/// Goes to the provider, and says who one is there.
async fn as_whom(browser: &mut Browser, told: &[(&str, &str)]) {
    for (name, value) in told {
        browser.fill(name, value);
    }
    browser.press("decision", "allow").await;
}

async fn at_login(stage: &Stage) -> Browser {
    let mut browser = stage.browser();
    browser.visit(stage.page_with("login", &[("return_to", &stage.shop())])).await;
    browser
}

async fn an_account_elsewhere_signs_in(stage: &Stage) {
    let (person, subject) = stage.person_of_provider().await;
    let mut browser = at_login(stage).await;
    browser.press("provider", "hydra").await;
    as_whom(&mut browser, &[("sub", &subject)]).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    assert_eq!(stage.traits(&browser).await["email"], person.email.as_str());
}

async fn an_account_elsewhere_that_is_unknown_signs_up(stage: &Stage) {
    for kind in ["login", "registration"] {
        let person = Stage::somebody();
        let mut browser = stage.browser();
        browser.visit(stage.page_with(kind, &[("return_to", &stage.shop())])).await;
        browser.press("provider", "hydra").await;
        let told = [("sub", person.email.as_str()), ("email", &person.email), ("first", "Ada"), ("last", "Lovelace")];
        as_whom(&mut browser, &told).await;
        if browser.url().as_str() != stage.shop() {
            // What a form cannot say, such as an empty list of objects, is asked for.
            stage.at("registration", &browser);
            browser.press("provider", "hydra").await;
            as_whom(&mut browser, &told).await;
        }
        assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
        let traits = stage.traits(&browser).await;
        assert_eq!(traits["email"], person.email.as_str());
        assert_eq!(traits["name"], json!({"first": "Ada", "last": "Lovelace"}));
    }
}

async fn what_the_provider_does_not_tell_is_asked_for(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = stage.browser();
    browser.visit(stage.page_with("registration", &[("return_to", &stage.shop())])).await;
    browser.press("provider", "hydra").await;
    as_whom(&mut browser, &[("sub", &person.email), ("first", "Ada")]).await;
    stage.at("registration", &browser);
    assert_eq!(browser.value("traits.name.first").as_deref(), Some("Ada"), "{browser:?}");
    assert!(!browser.messages_at("traits.email").is_empty(), "{browser:?}");
    assert!(!browser.offers("provider", "acme"), "{browser:?}");
    browser.fill("traits.email", &person.email).fill("traits.tags", "math").press("provider", "hydra").await;
    as_whom(&mut browser, &[("sub", &person.email), ("first", "Ada")]).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    let traits = stage.traits(&browser).await;
    assert_eq!(traits["email"], person.email.as_str());
    assert_eq!(traits["tags"], json!(["math"]), "{traits}");
}

/// At the login that links an account elsewhere to somebody's own.
async fn linking(stage: &Stage, person: &Person) -> Browser {
    let mut browser = at_login(stage).await;
    browser.press("provider", "hydra").await;
    let subject = format!("elsewhere-{}", person.email);
    let told = [("sub", subject.as_str()), ("email", &person.email)];
    as_whom(&mut browser, &told).await;
    // The lists that a provider does not tell are first made empty ones.
    stage.at("registration", &browser);
    browser.press("provider", "hydra").await;
    as_whom(&mut browser, &told).await;
    stage.at("login", &browser);
    browser
}

async fn an_address_that_has_an_account_is_linked_to_it(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = linking(stage, &person).await;
    assert_eq!(browser.messages(), [LINK], "{browser:?}");
    assert!(browser.text().contains("Link your account"), "{browser:?}");
    assert!(browser.text().contains(&person.email), "{browser:?}");
    browser.fill("password", "not mine").press("method", "password").await;
    stage.at("login", &browser);
    assert!(browser.messages().contains(&WRONG_PASSWORD), "{browser:?}");
    assert!(browser.text().contains("Link your account"), "{browser:?}");
    assert!(browser.text().contains("You already have an account here"), "{browser:?}");
    browser.fill("password", &person.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    let mut browser = at_login(stage).await;
    browser.press("provider", "hydra").await;
    as_whom(&mut browser, &[("sub", &format!("elsewhere-{}", person.email))]).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    assert_eq!(stage.traits(&browser).await["email"], person.email.as_str());
}

async fn a_provider_that_refuses_is_said_and_another_way_is_there(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = at_login(stage).await;
    browser.press("provider", "acme").await;
    browser.press("decision", "deny").await;
    stage.at("login", &browser);
    assert_eq!(browser.messages(), [4_000_001], "{browser:?}");
    sign_in(&mut browser, &person).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn whoever_is_to_confirm_does_so_elsewhere(stage: &Stage) {
    let (person, subject) = stage.person_of_provider().await;
    let mut browser = at_login(stage).await;
    browser.press("provider", "hydra").await;
    as_whom(&mut browser, &[("sub", &subject)]).await;
    let options = [("refresh", "true"), ("return_to", &stage.shop())];
    browser.visit(stage.page_with("login", &options)).await;
    stage.at("login", &browser);
    assert!(browser.text().contains(&person.email), "who it is about is named: {browser:?}");
    assert!(!browser.offers("provider", "acme"), "{browser:?}");
    browser.press("provider", "hydra").await;
    as_whom(&mut browser, &[("sub", &subject)]).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn the_only_way_to_sign_in_is_offered_at_the_second_step(stage: &Stage) {
    let (person, subject) = stage.person_of_provider().await;
    let mut browser = at_login(stage).await;
    browser.fill("identifier", &person.email).press("method", "identifier_first").await;
    stage.at("login", &browser);
    if !browser.messages().is_empty() {
        // The account of a provider has no name to sign in with, where its schema says so.
        assert!(browser.offers("provider", "hydra"), "{browser:?}");
    }
    browser.press("provider", "hydra").await;
    as_whom(&mut browser, &[("sub", &subject)]).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}
