//! Signing in with a name and a password, and going on from there.

use super::{identity_id, link, option, sign_in_with, switch_off};
use crate::browser::Browser;
use crate::scenes::{WRONG_PASSWORD, flow_of, sign_in};
use crate::stage::{Person, Stage};

stories! {
    Whole:
        a_wrong_password_keeps_the_name_and_the_right_one_signs_in,
        an_empty_form_says_what_is_missing,
        a_sign_in_leads_to_the_page_one_wanted,
        whoever_is_signed_in_goes_on_at_once,
        a_form_of_a_tab_left_open_goes_on_as_well,
        a_page_of_a_tab_left_open_goes_on_as_well,
        a_browser_that_keeps_no_cookies_is_told_so,
        a_browser_that_lost_its_cookies_gets_another_form,
        a_form_with_a_changed_cookie_is_refused_and_the_way_on_is_said,
        the_links_between_the_pages_keep_the_way_back,
        a_way_back_to_elsewhere_is_refused_and_one_can_sign_in_without,
        whoever_is_to_confirm_is_named,
        whoever_it_is_not_signs_out_and_comes_back,
        an_account_that_was_switched_off_is_said_so,
        the_back_button_after_the_sign_in_does_no_harm;
    WholeFleeting:
        a_form_that_expired_is_shown_anew_with_the_name_and_the_way_back,
        a_confirmation_that_expired_is_still_one,
        a_second_factor_that_expired_is_still_asked_for;
}

const MISSING: u64 = 4_000_002;

const CONFIRM_IT_IS_YOU: u64 = 1_010_003;

async fn a_wrong_password_keeps_the_name_and_the_right_one_signs_in(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    stage.at("login", &browser);
    let flow = flow_of(&browser);
    sign_in_with(&mut browser, &person, "not mine").await;
    stage.at("login", &browser);
    assert_eq!(flow_of(&browser), flow);
    assert_eq!(browser.messages(), [WRONG_PASSWORD], "{browser:?}");
    assert_eq!(browser.value("identifier").as_deref(), Some(person.email.as_str()));
    assert_eq!(browser.value("password").as_deref(), Some(""));
    browser.fill("password", &person.password).press("method", "password").await;
    stage.at_home(&browser);
    assert_eq!(stage.traits(&browser).await["email"], person.email.as_str());
}

async fn an_empty_form_says_what_is_missing(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    let empty = [("identifier", ""), ("password", "")].map(|(name, text)| (name.to_owned(), text.to_owned()));
    browser.fill("identifier", "x").fill("password", "x");
    browser.press_forged("method", "password", &empty).await;
    stage.at("login", &browser);
    assert_eq!(browser.messages_at("identifier"), [MISSING], "{browser:?}");
    assert_eq!(browser.messages_at("password"), [MISSING], "{browser:?}");
    sign_in(&mut browser, &person).await;
    stage.at_home(&browser);
}

async fn a_sign_in_leads_to_the_page_one_wanted(stage: &Stage) {
    let person = stage.person().await;
    let pages = [
        stage.settings(),
        format!("{}/sessions", stage.app),
        format!("{}/settings/export", stage.app),
        stage.guarded("plain?item=7&back=%2Fshop%3Fa%3D1"),
        stage.page_with("login", &[("return_to", &stage.shop())]),
    ];
    for page in pages {
        let mut browser = stage.browser();
        browser.visit(&page).await;
        sign_in_with(&mut browser, &person, "not mine").await;
        assert_eq!(browser.messages(), [WRONG_PASSWORD], "{browser:?}");
        sign_in(&mut browser, &person).await;
        stage.at_the_page_one_wanted(&browser, page);
    }
}

async fn whoever_is_signed_in_goes_on_at_once(stage: &Stage) {
    let person = stage.person().await;
    for kind in ["login", "registration"] {
        let mut tab = stage.signed_in(&person).await;
        tab.visit(stage.page(kind)).await;
        stage.at_home(&tab);
        tab.visit(stage.page_with(kind, &[("return_to", &stage.shop())])).await;
        assert_eq!(tab.url().as_str(), stage.shop(), "{tab:?}");
    }
    let mut tab = stage.signed_in(&person).await;
    tab.visit(stage.page("recovery")).await;
    stage.at_settings(&tab);
    assert_eq!(stage.traits(&tab).await["email"], person.email.as_str());
}

/// Two tabs at the login, of which the first signs in.
async fn two_tabs(stage: &Stage, person: &Person) -> (Browser, Browser) {
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    let mut tab = browser.tab();
    tab.visit(stage.page_with("login", &[("return_to", &stage.shop())])).await;
    sign_in(&mut browser, person).await;
    stage.at_home(&browser);
    (browser, tab)
}

async fn a_form_of_a_tab_left_open_goes_on_as_well(stage: &Stage) {
    let person = stage.person().await;
    let (browser, mut tab) = two_tabs(stage, &person).await;
    sign_in(&mut tab, &person).await;
    assert_eq!(tab.url().as_str(), stage.shop(), "{tab:?}");
    assert_eq!(stage.traits(&browser).await["email"], person.email.as_str());
}

async fn a_page_of_a_tab_left_open_goes_on_as_well(stage: &Stage) {
    let person = stage.person().await;
    let (_, mut tab) = two_tabs(stage, &person).await;
    tab.reload().await;
    assert_eq!(tab.url().as_str(), stage.shop(), "{tab:?}");
}

async fn a_browser_that_keeps_no_cookies_is_told_so(stage: &Stage) {
    let person = stage.person().await;
    for kind in ["login", "registration", "recovery", "verification"] {
        let mut browser = stage.browser().without_cookies();
        browser.visit(stage.page(kind)).await;
        if browser.status() == 200 && browser.offers("method", "password") && kind == "login" {
            sign_in(&mut browser, &person).await;
        }
        assert!(browser.text().contains("Your browser keeps no cookies"), "{kind}: {browser:?}");
        assert_eq!(browser.status(), 403, "{kind}: {browser:?}");
        assert!(browser.steps().len() < 12, "{browser:?}");
    }
}

async fn a_browser_that_lost_its_cookies_gets_another_form(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page_with("login", &[("return_to", &stage.shop())])).await;
    let flow = flow_of(&browser);
    browser.forget_cookies(&stage.kratos.browser, "csrf_token");
    browser.reload().await;
    stage.at("login", &browser);
    assert_ne!(flow_of(&browser), flow);
    sign_in(&mut browser, &person).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn a_form_with_a_changed_cookie_is_refused_and_the_way_on_is_said(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    let secret = "ubGM+Zpcdj3SZ2Axf4p3CqGxnVqF1ZZBJAn7Z8ZRDjE=";
    browser.change_cookies(&stage.kratos.browser, "csrf_token", secret);
    sign_in(&mut browser, &person).await;
    assert_eq!(browser.status(), 403, "{browser:?}");
    browser.visit(stage.page("login")).await;
    stage.at("login", &browser);
    sign_in(&mut browser, &person).await;
    stage.at_home(&browser);
}

async fn the_links_between_the_pages_keep_the_way_back(stage: &Stage) {
    let person = stage.person().await;
    let shop = stage.shop();
    let mut browser = stage.browser();
    browser.visit(stage.page_with("login", &[("return_to", &shop), ("identity_schema", "terms")])).await;
    browser.follow("signup-link").await;
    stage.at("registration", &browser);
    assert_eq!(option(browser.url(), "return_to").as_ref(), Some(&shop), "{browser:?}");
    assert_eq!(option(browser.url(), "identity_schema").as_deref(), Some("terms"), "{browser:?}");
    assert!(browser.value("traits.terms").is_some(), "the sign-up of that schema: {browser:?}");
    browser.follow("cta-link").await;
    stage.at("login", &browser);
    assert_eq!(option(browser.url(), "identity_schema").as_deref(), Some("terms"), "{browser:?}");
    browser.follow("forgot-password-link").await;
    stage.at("recovery", &browser);
    assert_eq!(option(&link(&browser, "cta-link"), "return_to").as_ref(), Some(&shop), "{browser:?}");
    browser.follow("cta-link").await;
    stage.at("login", &browser);
    sign_in(&mut browser, &person).await;
    assert_eq!(*browser.url().as_str(), shop, "{browser:?}");
}

async fn a_way_back_to_elsewhere_is_refused_and_one_can_sign_in_without(stage: &Stage) {
    let person = stage.person().await;
    for kind in ["login", "registration", "recovery", "verification"] {
        let mut browser = stage.browser();
        browser.visit(stage.page_with(kind, &[("return_to", "https://evil.example.com/")])).await;
        assert_eq!(browser.status(), 400, "{kind}: {browser:?}");
        assert!(browser.text().contains("way back is not allowed"), "{browser:?}");
        browser.visit(stage.page(kind)).await;
        stage.at(kind, &browser);
    }
    let mut browser = stage.browser();
    browser.visit(stage.page_with("login", &[("return_to", "https://evil.example.com/")])).await;
    browser.follow_link("Start again").await;
    sign_in(&mut browser, &person).await;
    stage.at_home(&browser);
}

async fn whoever_is_to_confirm_is_named(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let options = [("refresh", "true"), ("return_to", &stage.shop())];
    browser.visit(stage.page_with("login", &options)).await;
    stage.at("login", &browser);
    assert_eq!(browser.messages(), [CONFIRM_IT_IS_YOU], "{browser:?}");
    assert!(browser.text().contains(&person.email), "{browser:?}");
    assert!(!browser.has("input[name=identifier]:not([type=hidden])"), "no name is to be typed: {browser:?}");
    browser.fill("password", "not mine").press("method", "password").await;
    assert_eq!(browser.messages(), [WRONG_PASSWORD], "{browser:?}");
    assert!(browser.text().contains(&person.email), "{browser:?}");
    browser.fill("password", &person.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn whoever_it_is_not_signs_out_and_comes_back(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    let mut browser = stage.signed_in(&person).await;
    let options = [("refresh", "true"), ("return_to", &stage.shop())];
    browser.visit(stage.page_with("login", &options)).await;
    browser.press_in("form[action*=\"/logout\"]").await;
    stage.at("login", &browser);
    assert!(!browser.text().contains(&person.email), "{browser:?}");
    sign_in(&mut browser, &other).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    assert_eq!(stage.traits(&browser).await["email"], other.email.as_str());
}

async fn an_account_that_was_switched_off_is_said_so(stage: &Stage) {
    let person = stage.person().await;
    let browser = stage.signed_in(&person).await;
    switch_off(stage, &identity_id(stage, &browser).await).await;
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    sign_in(&mut browser, &person).await;
    assert!(browser.text().contains("switched off"), "{browser:?}");
    assert_ne!(browser.status(), 200);
    assert!(!browser.text().contains("identity is disabled"), "{browser:?}");
}

async fn the_back_button_after_the_sign_in_does_no_harm(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page_with("login", &[("return_to", &stage.shop())])).await;
    sign_in(&mut browser, &person).await;
    assert_eq!(browser.url().as_str(), stage.shop());
    browser.back();
    sign_in(&mut browser, &person).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    browser.back();
    browser.reload().await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn a_form_that_expired_is_shown_anew_with_the_name_and_the_way_back(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page_with("login", &[("return_to", &stage.shop())])).await;
    let old = flow_of(&browser);
    stage.kratos.outlive_flows().await;
    sign_in(&mut browser, &person).await;
    stage.at("login", &browser);
    assert_ne!(flow_of(&browser), old);
    assert!(browser.text().contains("expired") || browser.text().contains("too long"), "{browser:?}");
    assert_eq!(browser.value("identifier").as_deref(), Some(person.email.as_str()), "{browser:?}");
    assert!(!browser.steps().last().unwrap().body.contains(&person.password));
    browser.fill("password", &person.password).press("method", "password").await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn a_confirmation_that_expired_is_still_one(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    sign_in(&mut browser, &person).await;
    for reloads in [true, false] {
        let options = [("refresh", "true"), ("return_to", &stage.shop())];
        browser.visit(stage.page_with("login", &options)).await;
        stage.kratos.outlive_flows().await;
        if reloads {
            browser.reload().await;
        } else {
            browser.fill("password", &person.password).press("method", "password").await;
        }
        stage.at("login", &browser);
        assert!(browser.messages().contains(&CONFIRM_IT_IS_YOU), "{browser:?}");
        browser.fill("password", &person.password).press("method", "password").await;
        assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    }
}

async fn a_second_factor_that_expired_is_still_asked_for(stage: &Stage) {
    let person = stage.person().await;
    let key = crate::second_factor::add_app(stage, &mut stage.signed_in(&person).await).await;
    for reloads in [true, false] {
        let mut browser = stage.browser();
        browser.visit(stage.page_with("login", &[("return_to", &stage.shop())])).await;
        sign_in(&mut browser, &person).await;
        assert_eq!(browser.messages(), [crate::second_factor::SECOND_FACTOR], "{browser:?}");
        stage.kratos.outlive_flows().await;
        if reloads {
            browser.reload().await;
        } else {
            crate::second_factor::show_code(stage, &mut browser, &key).await;
        }
        stage.at("login", &browser);
        assert!(browser.messages().contains(&crate::second_factor::SECOND_FACTOR), "{browser:?}");
        crate::second_factor::show_code(stage, &mut browser, &key).await;
        assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
    }
}
