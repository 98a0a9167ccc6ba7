//! Signing up: at once and in steps, with and without being signed in afterwards.

use serde_json::{Value, json};

use super::{enter_code, option, sign_in_with};
use crate::browser::Browser;
use crate::scenes::{flow_of, sign_in};
use crate::stage::{Person, Stage};

stories! {
    Whole:
        somebody_signs_up_and_is_where_they_wanted,
        traits_of_every_kind_are_taken_at_once,
        what_is_wrong_is_said_and_what_was_typed_is_kept,
        a_taken_address_is_said,
        terms_are_a_box_that_must_be_ticked,
        the_back_button_after_signing_up_does_no_harm;
    WholeInSteps:
        somebody_signs_up_in_two_steps_and_confirms_the_address,
        going_back_and_forth_loses_nothing,
        a_password_that_will_not_do_is_said_at_the_second_step,
        a_taken_address_is_said_with_the_ways_to_sign_in,
        a_code_signs_up,
        a_wrong_code_is_said_and_the_way_back_to_the_methods_is_there;
    WholeStrict:
        whoever_signs_up_is_not_signed_in_and_signs_in_after_the_confirmation;
    WholeByLink:
        where_nobody_can_sign_up_it_is_said_and_not_offered;
    WholeFleeting:
        a_form_that_expired_is_shown_anew_with_what_was_typed;
}

const TAKEN: u64 = 4_000_007;

const TAKEN_WITH_HINTS: u64 = 4_000_028;

const TOO_SHORT: u64 = 4_000_032;

/// The sign-up that leads to the shop.
async fn begin(stage: &Stage) -> Browser {
    let mut browser = stage.browser();
    browser.visit(stage.page_with("registration", &[("return_to", &stage.shop())])).await;
    stage.at("registration", &browser);
    browser
}

/// Types traits of several kinds: texts, numbers, boxes, and the first items of lists.
fn fill_in(browser: &mut Browser, person: &Person) -> Value {
    browser
        .fill("traits.email", &person.email)
        .fill("traits.name.first", "Ada")
        .fill("traits.age", "36")
        .fill("traits.height", "1.65")
        .fill("traits.language", "en")
        .fill("traits.birthday", "1985-12-10")
        .fill("traits.tags", "math")
        .fill("traits.bio", "Notes on the <Engine> & more")
        .tick("traits.tos", true);
    json!({
        "email": person.email, "name": {"first": "Ada"}, "age": 36, "height": 1.65, "language": "en",
        "birthday": "1985-12-10", "tags": ["math"], "bio": "Notes on the <Engine> & more", "tos": true,
    })
}

/// Whether all of `expected` is there; empty objects and boxes that were left are not looked at.
#[track_caller]
fn has_all(traits: &Value, expected: &Value) {
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(&traits[name], value, "{name} in {traits}");
    }
}

async fn somebody_signs_up_and_is_where_they_wanted(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    browser.fill("traits.email", &person.email).fill("password", &person.password);
    browser.press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    assert_eq!(stage.traits(&browser).await["email"], person.email.as_str());
    stage.signed_in(&person).await;
}

async fn traits_of_every_kind_are_taken_at_once(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    let expected = fill_in(&mut browser, &person);
    browser.fill("password", &person.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    has_all(&stage.traits(&browser).await, &expected);
}

async fn what_is_wrong_is_said_and_what_was_typed_is_kept(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    let expected = fill_in(&mut browser, &person);
    browser.fill("traits.age", "7").fill("password", &person.password).press("method", "password").await;
    stage.at("registration", &browser);
    assert_eq!(browser.messages_at("traits.age"), [4_000_018], "{browser:?}");
    assert_eq!(browser.value("traits.age").as_deref(), Some("7"), "{browser:?}");
    assert_eq!(browser.value("traits.name.first").as_deref(), Some("Ada"));
    assert!(browser.is_ticked("traits.tos"), "{browser:?}");
    browser.fill("traits.age", "36").fill("password", "short").press("method", "password").await;
    stage.at("registration", &browser);
    assert_eq!(browser.messages_at("password"), [TOO_SHORT], "{browser:?}");
    assert_eq!(browser.value("password").as_deref(), Some(""));
    browser.fill("password", &person.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    has_all(&stage.traits(&browser).await, &expected);
}

async fn a_taken_address_is_said(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = begin(stage).await;
    browser.fill("traits.email", &person.email).fill("password", "Another-secret-8").press("method", "password").await;
    stage.at("registration", &browser);
    assert_eq!(browser.messages(), [TAKEN], "{browser:?}");
    browser.follow("cta-link").await;
    stage.at("login", &browser);
    sign_in(&mut browser, &person).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn terms_are_a_box_that_must_be_ticked(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = stage.browser();
    let options = [("identity_schema", "terms"), ("return_to", &stage.shop())];
    browser.visit(stage.page_with("registration", &options)).await;
    stage.at("registration", &browser);
    assert!(browser.has("input[type=checkbox][name=\"traits.terms\"]"), "{browser:?}");
    browser.fill("traits.email", &person.email).fill("password", &person.password);
    browser.press_forged("method", "password", &[]).await;
    stage.at("registration", &browser);
    assert!(!browser.messages_at("traits.terms").is_empty(), "{browser:?}");
    assert_eq!(option(browser.url(), "identity_schema").as_deref(), Some("terms"), "{browser:?}");
    browser.tick("traits.terms", true).fill("password", &person.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    assert_eq!(stage.traits(&browser).await, json!({"email": person.email, "terms": true}));
}

async fn the_back_button_after_signing_up_does_no_harm(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    let fill = |browser: &mut Browser| {
        browser.fill("traits.email", &person.email).fill("password", &person.password);
    };
    fill(&mut browser);
    browser.press("method", "password").await;
    browser.back();
    fill(&mut browser);
    browser.press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn somebody_signs_up_in_two_steps_and_confirms_the_address(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    assert!(browser.value("password").is_none(), "{browser:?}");
    let expected = fill_in(&mut browser, &person);
    browser.press("method", "profile").await;
    stage.at("registration", &browser);
    browser.fill("password", &person.password).press("method", "password").await;
    stage.at("verification", &browser);
    has_all(&stage.traits(&browser).await, &expected);
    enter_code(stage, &mut browser, &person.email, "verification_code_valid").await;
    stage.at("verification", &browser);
    browser.follow("node/anchor/continue").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn going_back_and_forth_loses_nothing(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    let flow = flow_of(&browser);
    let mut expected = fill_in(&mut browser, &person);
    browser.press("method", "profile").await;
    browser.press("screen", "previous").await;
    stage.at("registration", &browser);
    assert_eq!(flow_of(&browser), flow);
    assert_eq!(browser.value("traits.email").as_deref(), Some(person.email.as_str()), "{browser:?}");
    assert_eq!(browser.value("traits.tags.0").as_deref(), Some("math"), "{browser:?}");
    assert_eq!(browser.value("traits.bio").as_deref(), Some("Notes on the <Engine> & more"));
    assert!(browser.is_ticked("traits.tos"), "{browser:?}");
    browser.fill("traits.tags", "engines").fill("traits.name.last", "King").press("method", "profile").await;
    browser.fill("password", "short").press("method", "password").await;
    browser.press("screen", "previous").await;
    browser.press("method", "profile").await;
    browser.fill("password", &person.password).press("method", "password").await;
    stage.at("verification", &browser);
    expected["tags"] = json!(["math", "engines"]);
    expected["name"] = json!({"first": "Ada", "last": "King"});
    has_all(&stage.traits(&browser).await, &expected);
}

async fn a_password_that_will_not_do_is_said_at_the_second_step(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    let expected = fill_in(&mut browser, &person);
    browser.press("method", "profile").await;
    for (password, said) in [("short", TOO_SHORT), (person.email.as_str(), 4_000_031)] {
        browser.fill("password", password).press("method", "password").await;
        stage.at("registration", &browser);
        assert_eq!(browser.messages_at("password"), [said], "{browser:?}");
        assert!(!browser.offers("method", "profile"), "still the second step: {browser:?}");
    }
    browser.fill("password", &person.password).press("method", "password").await;
    has_all(&stage.traits(&browser).await, &expected);
}

async fn a_taken_address_is_said_with_the_ways_to_sign_in(stage: &Stage) {
    let (person, free) = (stage.person().await, Stage::somebody());
    let mut browser = begin(stage).await;
    browser.fill("traits.email", &person.email).fill("traits.tags", "math").press("method", "profile").await;
    browser.fill("password", "Another-secret-8").press("method", "password").await;
    stage.at("registration", &browser);
    assert_eq!(browser.messages(), [TAKEN_WITH_HINTS], "{browser:?}");
    assert!(browser.text().to_lowercase().contains("password"), "{browser:?}");
    let mut other = browser.clone();
    browser.follow("cta-link").await;
    stage.at("login", &browser);
    assert_eq!(option(browser.url(), "return_to").as_deref(), Some(stage.shop().as_str()), "{browser:?}");
    // Or with another address after all.
    other.press("screen", "previous").await;
    stage.at("registration", &other);
    assert_eq!(other.value("traits.tags.0").as_deref(), Some("math"), "{other:?}");
    other.fill("traits.email", &free.email).press("method", "profile").await;
    other.fill("password", &free.password).press("method", "password").await;
    stage.at("verification", &other);
    has_all(&stage.traits(&other).await, &json!({"email": free.email, "tags": ["math"]}));
}

async fn a_code_signs_up(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    let expected = fill_in(&mut browser, &person);
    browser.press("method", "profile").await;
    browser.press("method", "code").await;
    stage.at("registration", &browser);
    enter_code(stage, &mut browser, &person.email, "registration_code_valid").await;
    has_all(&stage.traits(&browser).await, &expected);
    assert_eq!(browser.url().as_str(), stage.shop(), "its code has confirmed the address: {browser:?}");
}

async fn a_wrong_code_is_said_and_the_way_back_to_the_methods_is_there(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    let expected = fill_in(&mut browser, &person);
    browser.press("method", "profile").await;
    browser.press("method", "code").await;
    let code = crate::stage::kratos::code_in(&stage.kratos.mail(&person.email, "registration_code_valid").await);
    browser.fill("code", if code == "000000" { "111111" } else { "000000" }).press("method", "code").await;
    stage.at("registration", &browser);
    assert_eq!(browser.messages(), [4_040_003], "{browser:?}");
    browser.press("resend", "code").await;
    stage.at("registration", &browser);
    browser.press("screen", "credential-selection").await;
    stage.at("registration", &browser);
    browser.fill("password", &person.password).press("method", "password").await;
    has_all(&stage.traits(&browser).await, &expected);
}

async fn whoever_signs_up_is_not_signed_in_and_signs_in_after_the_confirmation(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    browser.fill("traits.email", &person.email).fill("password", &person.password);
    browser.press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    browser.visit(stage.settings()).await;
    sign_in_with(&mut browser, &person, &person.password).await;
    stage.at("verification", &browser);
    let mail = stage.kratos.mail(&person.email, "verification_code_valid").await;
    browser.fill("code", &crate::stage::kratos::code_in(&mail)).press("method", "code").await;
    stage.at("verification", &browser);
    browser.follow("node/anchor/continue").await;
    sign_in(&mut browser, &person).await;
    stage.at_settings(&browser);
}

async fn where_nobody_can_sign_up_it_is_said_and_not_offered(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page("registration")).await;
    assert_eq!(browser.status(), 404, "{browser:?}");
    assert!(browser.text().contains("not offered"), "{browser:?}");
    browser.visit(stage.page("login")).await;
    assert!(!browser.has("a[data-testid=\"signup-link\"]"), "{browser:?}");
    assert!(browser.has("a[data-testid=\"forgot-password-link\"]"), "{browser:?}");
    sign_in(&mut browser, &person).await;
    stage.at_home(&browser);
}

async fn a_form_that_expired_is_shown_anew_with_what_was_typed(stage: &Stage) {
    let person = Stage::somebody();
    let mut browser = begin(stage).await;
    let old = flow_of(&browser);
    let expected = fill_in(&mut browser, &person);
    browser.fill("password", &person.password);
    stage.kratos.outlive_flows().await;
    browser.press("method", "password").await;
    stage.at("registration", &browser);
    assert_ne!(flow_of(&browser), old);
    assert_eq!(browser.value("traits.email").as_deref(), Some(person.email.as_str()), "{browser:?}");
    assert!(browser.is_ticked("traits.tos"), "{browser:?}");
    assert!(!browser.steps().last().unwrap().body.contains(&person.password));
    browser.fill("password", &person.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    has_all(&stage.traits(&browser).await, &expected);
}
