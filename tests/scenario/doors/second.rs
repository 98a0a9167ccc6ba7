//! The second factor, as a page: an app, a recovery code, a code by e-mail.

use axum::http::Method;
use serde_json::json;

use super::{enter_code, sign_in_with};
use crate::browser::Browser;
use crate::scenes::{SAVED, sign_in, totp};
use crate::second_factor::{SECOND_FACTOR, add_app, show_code, with_password_only};
use crate::stage::kratos::code_in;
use crate::stage::{Person, Stage};

stories! {
    Whole:
        the_app_leads_to_where_one_wanted,
        a_recovery_code_leads_there_once,
        whoever_it_is_not_signs_out_and_comes_back,
        whoever_has_shown_it_goes_on_at_once,
        whoever_has_none_adds_one_and_goes_on;
    WholeStrict:
        a_code_by_mail_is_a_second_factor,
        one_of_two_addresses_is_chosen_for_the_code,
        an_address_must_be_confirmed_before_the_first_sign_in;
}

async fn the_app_leads_to_where_one_wanted(stage: &Stage) {
    let person = stage.person().await;
    let key = add_app(stage, &mut stage.signed_in(&person).await).await;
    let pages = [
        stage.settings(),
        format!("{}/sessions", stage.app),
        format!("{}/settings/export", stage.app),
        stage.guarded("plain?item=7"),
        stage.guarded("two-factors?item=7"),
        stage.page_with("login", &[("return_to", &stage.shop())]),
    ];
    for page in pages {
        let mut browser = stage.browser();
        browser.visit(&page).await;
        sign_in(&mut browser, &person).await;
        stage.at("login", &browser);
        assert_eq!(browser.messages(), [SECOND_FACTOR], "{page}: {browser:?}");
        assert!(browser.text().contains("Not you?"), "{browser:?}");
        let code = totp(&key, stage.kratos.now());
        // As an app shows it.
        browser.fill("totp_code", &super::in_two(&code)).press("method", "totp").await;
        stage.at_the_page_one_wanted(&browser, page);
    }
}

async fn a_recovery_code_leads_there_once(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.press("lookup_secret_regenerate", "true").await;
    let codes = browser.texts("[data-testid=\"text-lookup_secret_codes-content\"] code");
    browser.press("lookup_secret_confirm", "true").await;
    assert!(browser.messages().contains(&SAVED), "{browser:?}");
    for (code, said) in [(&codes[0], None), (&codes[0], Some(4_000_012)), (&"not-a-code".to_owned(), Some(4_000_016))] {
        let mut browser = with_password_only(stage, &person).await;
        browser.fill("lookup_secret", code).press("method", "lookup_secret").await;
        match said {
            None => stage.at_settings(&browser),
            Some(said) => {
                stage.at("login", &browser);
                assert!(browser.messages().contains(&said), "{browser:?}");
                browser.fill("lookup_secret", &codes[1]).press("method", "lookup_secret").await;
                if said == 4_000_012 {
                    stage.at_settings(&browser);
                }
            }
        }
    }
}

async fn whoever_it_is_not_signs_out_and_comes_back(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    add_app(stage, &mut stage.signed_in(&person).await).await;
    let mut browser = stage.browser();
    browser.visit(stage.page_with("login", &[("return_to", &stage.shop())])).await;
    sign_in(&mut browser, &person).await;
    assert_eq!(browser.messages(), [SECOND_FACTOR], "{browser:?}");
    browser.press_in("form[action*=\"/logout\"]").await;
    stage.at("login", &browser);
    assert!(browser.offers("method", "password"), "{browser:?}");
    sign_in(&mut browser, &other).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn whoever_has_shown_it_goes_on_at_once(stage: &Stage) {
    let person = stage.person().await;
    let key = add_app(stage, &mut stage.signed_in(&person).await).await;
    let mut browser = with_password_only(stage, &person).await;
    let mut tab = browser.clone();
    show_code(stage, &mut browser, &key).await;
    stage.at_settings(&browser);
    browser.visit(stage.page_with("login", &[("aal", "aal2"), ("return_to", &stage.shop())])).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    // A tab that was left open is no dead end.
    show_code(stage, &mut tab, &key).await;
    if tab.url().path().ends_with("/login") {
        tab.reload().await;
    }
    assert_ne!(tab.url().path(), "/login", "{tab:?}");
}

async fn whoever_has_none_adds_one_and_goes_on(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(stage.page_with("login", &[("aal", "aal2"), ("return_to", &stage.shop())])).await;
    stage.at_settings(&browser);
    assert!(browser.text().contains("needs a second way to sign in"), "{browser:?}");
    let key = browser.text_of("node/text/totp_secret_key/text");
    browser.fill("totp_code", &totp(&key, stage.kratos.now())).press("method", "totp").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

/// Somebody whose address is confirmed, by their first sign-in.
async fn confirmed_person(stage: &Stage) -> Person {
    let person = Stage::somebody();
    stage.enter(&person, &json!({"email": person.email}).to_string()).await;
    confirm(stage, &person).await;
    person
}

/// Signs in for the first time, which leads to the confirmation of the address; of several, Kratos chooses one.
async fn confirm(stage: &Stage, person: &Person) -> Browser {
    let mut browser = stage.browser();
    browser.visit(stage.page_with("login", &[("return_to", &stage.shop())])).await;
    sign_in(&mut browser, person).await;
    stage.at("verification", &browser);
    let mailed = async |address: &str| {
        let path = format!("/admin/courier/messages?recipient={address}");
        !stage.kratos.administer(Method::GET, &path, &json!(null)).await.as_array().unwrap().is_empty()
    };
    let work = format!("work.{}", person.email);
    let address = if mailed(&work).await { &work } else { &person.email };
    enter_code(stage, &mut browser, address, "verification_code_valid").await;
    stage.at("verification", &browser);
    browser
}

async fn an_address_must_be_confirmed_before_the_first_sign_in(stage: &Stage) {
    let person = Stage::somebody();
    stage.enter(&person, &json!({"email": person.email}).to_string()).await;
    let mut browser = confirm(stage, &person).await;
    browser.follow("node/anchor/continue").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    browser.visit(stage.settings()).await;
    sign_in_with(&mut browser, &person, &person.password).await;
    stage.at_settings(&browser);
}

async fn a_code_by_mail_is_a_second_factor(stage: &Stage) {
    let person = confirmed_person(stage).await;
    let mut browser = stage.browser();
    let page = stage.guarded("two-factors?item=7");
    browser.visit(&page).await;
    sign_in(&mut browser, &person).await;
    stage.at("login", &browser);
    if !browser.has("input[name=code]") {
        browser.press("address", &person.email).await;
    }
    stage.at("login", &browser);
    let first = code_in(&stage.kratos.mail(&person.email, "login_code_valid").await);
    browser.fill("code", if first == "000000" { "111111" } else { "000000" }).press("method", "code").await;
    stage.at("login", &browser);
    assert!(browser.messages().contains(&4_010_008), "{browser:?}");
    browser.press("resend", "code").await;
    let code = stage.another_code(&person.email, "login_code_valid", &first).await;
    browser.fill("code", &code).press("method", "code").await;
    assert_eq!(browser.url().as_str(), page, "{browser:?}");
    assert!(browser.text().contains("Guarded"), "{browser:?}");
}

async fn one_of_two_addresses_is_chosen_for_the_code(stage: &Stage) {
    let person = Stage::somebody();
    let work = format!("work.{}", person.email);
    let traits = json!({"email": person.email, "work": work}).to_string();
    let credentials = json!({"password": {"config": {"password": person.password}}});
    stage.kratos.create_of("two-addresses", &traits, credentials).await;
    let mut browser = confirm(stage, &person).await;
    let page = stage.guarded("two-factors");
    browser.visit(&page).await;
    sign_in(&mut browser, &person).await;
    stage.at("login", &browser);
    for address in [&person.email, &work] {
        assert!(browser.offers("address", address), "{address}: {browser:?}");
    }
    browser.press("address", &work).await;
    stage.at("login", &browser);
    enter_code(stage, &mut browser, &work, "login_code_valid").await;
    assert_eq!(browser.url().as_str(), page, "{browser:?}");
}
