//! Pages of an application that asks the guard who comes.

use serde_json::Value;
use url::Url;

use crate::browser::Browser;
use crate::scenes::{confirm, press_sign_out, sign_in};
use crate::second_factor::{SECOND_FACTOR, add_app, show_code, with_password_only};
use crate::stage::guarded::RECENT;
use crate::stage::kratos::{code_in, link_in};
use crate::stage::{Person, Stage};

stories! {
    Plain:
        whoever_is_signed_out_signs_in_and_is_back_at_the_page,
        whoever_is_signed_in_is_at_the_page_at_once,
        a_wrong_password_on_the_way_can_be_corrected,
        whoever_signs_out_is_asked_to_sign_in_again,
        a_session_that_was_ended_elsewhere_opens_nothing,
        anybody_may_open_what_is_optional,
        whoever_gave_the_password_only_may_open_what_is_optional,
        two_factors_are_asked_for_and_the_page_is_then_open,
        whoever_is_signed_out_shows_both_factors_and_is_back_at_the_page,
        whoever_has_one_factor_only_does_not_go_round_in_a_circle,
        a_sign_in_of_a_while_ago_is_asked_for_again,
        both_factors_of_a_while_ago_are_still_two_after_the_password,
        an_address_is_confirmed_by_the_link_in_the_mail,
        an_address_is_confirmed_and_the_page_is_then_open,
        all_that_is_missing_is_asked_for_one_after_the_other,
        a_browser_that_keeps_no_cookies_is_not_let_in,
        a_script_is_told_what_is_missing;
    OneFactor:
        one_factor_opens_a_page_and_the_second_the_next,
        whoever_is_signed_out_shows_both_factors_where_one_is_enough_elsewhere;
}

/// With one host for all.
mod one_origin {
    use super::*;

    stories! {
        OneOrigin:
            whoever_is_signed_out_signs_in_and_is_back_at_the_page,
            whoever_signs_out_is_asked_to_sign_in_again,
            whoever_is_signed_out_shows_both_factors_and_is_back_at_the_page,
            a_sign_in_of_a_while_ago_is_asked_for_again,
            an_address_is_confirmed_and_the_page_is_then_open;
    }
}

/// Through nginx, below a path.
mod below_a_path {
    use super::*;

    stories! {
        BelowAPath:
            whoever_is_signed_out_signs_in_and_is_back_at_the_page,
            whoever_signs_out_is_asked_to_sign_in_again,
            whoever_is_signed_out_shows_both_factors_and_is_back_at_the_page;
    }
}

/// Kratos and the application on sibling hosts.
mod siblings {
    use super::*;

    stories! {
        Siblings:
            whoever_is_signed_out_signs_in_and_is_back_at_the_page,
            whoever_signs_out_is_asked_to_sign_in_again,
            whoever_is_signed_out_shows_both_factors_and_is_back_at_the_page;
    }
}

pub async fn whoever_is_signed_out_signs_in_and_is_back_at_the_page(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    let page = stage.guarded("plain?item=7&back=%2Fshop%3Fa%3D1");
    browser.visit(&page).await;
    asked_to_sign_in(&browser);
    sign_in(&mut browser, &person).await;
    open_to(&browser, &person);
    assert_eq!(browser.url().as_str(), page, "with all of its address");
}

async fn whoever_is_signed_in_is_at_the_page_at_once(stage: &Stage) {
    let person = stage.person().await;
    let browser = stage.signed_in(&person).await;
    let mut tab = browser.tab();
    let before = browser.steps().len();
    tab.visit(stage.guarded("plain")).await;
    open_to(&tab, &person);
    assert_eq!(browser.steps().len() - before, 1, "{browser:?}");
}

async fn a_wrong_password_on_the_way_can_be_corrected(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.guarded("plain")).await;
    browser.fill("identifier", &person.email).fill("password", "not mine").press("method", "password").await;
    assert!(browser.messages().contains(&crate::scenes::WRONG_PASSWORD), "{browser:?}");
    sign_in(&mut browser, &person).await;
    open_to(&browser, &person);
}

pub async fn whoever_signs_out_is_asked_to_sign_in_again(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    let mut browser = stage.signed_in(&person).await;
    let mut tab = browser.tab();
    tab.visit(stage.guarded("plain")).await;
    open_to(&tab, &person);
    press_sign_out(&mut browser).await;
    tab.reload().await;
    asked_to_sign_in(&tab);
    sign_in(&mut tab, &other).await;
    open_to(&tab, &other);
}

async fn a_session_that_was_ended_elsewhere_opens_nothing(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut elsewhere = stage.signed_in(&person).await;
    browser.visit(stage.guarded("plain")).await;
    open_to(&browser, &person);
    crate::sessions::end(stage, &mut elsewhere, &stage.session_id(&browser).await).await;
    browser.reload().await;
    asked_to_sign_in(&browser);
    sign_in(&mut browser, &person).await;
    open_to(&browser, &person);
}

async fn anybody_may_open_what_is_optional(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.guarded("anybody")).await;
    assert_eq!(browser.text(), "Open to anybody", "{browser:?}");
    assert_eq!(browser.steps().len(), 1, "{browser:?}");
    let mut browser = stage.signed_in(&person).await;
    browser.visit(stage.guarded("anybody")).await;
    assert_eq!(browser.text(), "Open to somebody", "{browser:?}");
    stage.sign_out(&mut browser).await;
    browser.visit(stage.guarded("anybody")).await;
    assert_eq!(browser.text(), "Open to anybody", "{browser:?}");
}

async fn whoever_gave_the_password_only_may_open_what_is_optional(stage: &Stage) {
    let person = stage.person().await;
    add_app(stage, &mut stage.signed_in(&person).await).await;
    let mut browser = with_password_only(stage, &person).await;
    browser.visit(stage.guarded("anybody")).await;
    assert_eq!(browser.text(), "Open to anybody", "half a sign-in is none: {browser:?}");
}

async fn two_factors_are_asked_for_and_the_page_is_then_open(stage: &Stage) {
    let person = stage.person().await;
    let mut elsewhere = stage.signed_in(&person).await;
    let mut browser = stage.signed_in(&person).await;
    let key = add_app(stage, &mut elsewhere).await;
    for page in ["two-factors", "plain"] {
        let mut tab = browser.tab();
        tab.visit(stage.guarded(page)).await;
        assert!(tab.messages().contains(&SECOND_FACTOR), "{tab:?}");
        tab.reload().await;
        assert!(tab.messages().contains(&SECOND_FACTOR), "{tab:?}");
    }
    browser.visit(stage.guarded("two-factors")).await;
    show_code(stage, &mut browser, &key).await;
    open_to(&browser, &person);
    assert_eq!(browser.url().as_str(), stage.guarded("two-factors"));
    browser.visit(stage.guarded("plain")).await;
    open_to(&browser, &person);
}

pub async fn whoever_is_signed_out_shows_both_factors_and_is_back_at_the_page(stage: &Stage) {
    let person = stage.person().await;
    let key = add_app(stage, &mut stage.signed_in(&person).await).await;
    for page in ["two-factors", "plain"] {
        let mut browser = stage.browser();
        browser.visit(stage.guarded(page)).await;
        asked_to_sign_in(&browser);
        sign_in(&mut browser, &person).await;
        assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
        show_code(stage, &mut browser, &key).await;
        open_to(&browser, &person);
        assert_eq!(browser.url().as_str(), stage.guarded(page));
    }
}

async fn one_factor_opens_a_page_and_the_second_the_next(stage: &Stage) {
    let person = stage.person().await;
    let key = add_app(stage, &mut stage.signed_in(&person).await).await;
    let mut browser = stage.browser();
    browser.visit(stage.guarded("plain")).await;
    sign_in(&mut browser, &person).await;
    open_to(&browser, &person);
    browser.visit(stage.guarded("two-factors")).await;
    assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
    assert_eq!(refusal(stage, &browser, "two-factors", 403).await["id"], "session_aal2_required");
    browser.reload().await;
    show_code(stage, &mut browser, &key).await;
    open_to(&browser, &person);
    assert_eq!(browser.url().as_str(), stage.guarded("two-factors"));
}

async fn whoever_is_signed_out_shows_both_factors_where_one_is_enough_elsewhere(stage: &Stage) {
    let person = stage.person().await;
    let key = add_app(stage, &mut stage.signed_in(&person).await).await;
    let mut browser = stage.browser();
    browser.visit(stage.guarded("two-factors")).await;
    asked_to_sign_in(&browser);
    sign_in(&mut browser, &person).await;
    assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
    show_code(stage, &mut browser, &key).await;
    open_to(&browser, &person);
    assert_eq!(browser.url().as_str(), stage.guarded("two-factors"));
}

async fn whoever_has_one_factor_only_does_not_go_round_in_a_circle(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(stage.guarded("two-factors")).await;
    assert!(!browser.text().contains("Guarded"), "{browser:?}");
    browser.visit(stage.settings()).await;
    stage.at_settings(&browser);
    add_app(stage, &mut browser).await;
    browser.visit(stage.guarded("two-factors")).await;
    open_to(&browser, &person);
}

pub async fn a_sign_in_of_a_while_ago_is_asked_for_again(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.guarded("recent")).await;
    asked_to_sign_in(&browser);
    sign_in(&mut browser, &person).await;
    open_to(&browser, &person);
    outlive_recent().await;
    browser.reload().await;
    confirm(&mut browser, &person).await;
    open_to(&browser, &person);
    assert_eq!(browser.url().as_str(), stage.guarded("recent"));
    outlive_recent().await;
    browser.visit(stage.guarded("plain")).await;
    open_to(&browser, &person);
}

async fn both_factors_of_a_while_ago_are_still_two_after_the_password(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    add_app(stage, &mut browser).await;
    outlive_recent().await;
    browser.visit(stage.guarded("recent")).await;
    confirm(&mut browser, &person).await;
    open_to(&browser, &person);
    browser.visit(stage.guarded("two-factors")).await;
    open_to(&browser, &person);
}

async fn an_address_is_confirmed_by_the_link_in_the_mail(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(stage.guarded("verified")).await;
    browser.fill("email", &person.email).press("method", "code").await;
    let mail = stage.kratos.mail(&person.email, "verification_code_valid").await;
    let mut tab = browser.tab();
    tab.visit(link_in(&mail)).await;
    tab.press("method", "code").await;
    tab.follow("node/anchor/continue").await;
    open_to(&tab, &person);
    browser.visit(stage.guarded("verified")).await;
    open_to(&browser, &person);
}

pub async fn an_address_is_confirmed_and_the_page_is_then_open(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.guarded("verified?item=7")).await;
    asked_to_sign_in(&browser);
    sign_in(&mut browser, &person).await;
    confirm_address(stage, &mut browser, &person).await;
    open_to(&browser, &person);
    assert_eq!(browser.url().as_str(), stage.guarded("verified?item=7"));
    browser.reload().await;
    open_to(&browser, &person);
}

async fn all_that_is_missing_is_asked_for_one_after_the_other(stage: &Stage) {
    let person = stage.person().await;
    let key = add_app(stage, &mut stage.signed_in(&person).await).await;
    let mut browser = stage.browser();
    browser.visit(stage.guarded("everything")).await;
    asked_to_sign_in(&browser);
    sign_in(&mut browser, &person).await;
    assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
    show_code(stage, &mut browser, &key).await;
    confirm_address(stage, &mut browser, &person).await;
    open_to(&browser, &person);
    assert_eq!(browser.url().as_str(), stage.guarded("everything"));
}

async fn a_browser_that_keeps_no_cookies_is_not_let_in(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser().without_cookies();
    browser.visit(stage.guarded("plain")).await;
    if browser.offers("method", "password") {
        sign_in(&mut browser, &person).await;
    }
    assert!(!browser.text().contains("Guarded"), "{browser:?}");
}

async fn a_script_is_told_what_is_missing(stage: &Stage) {
    let person = stage.person().await;
    let mut stranger = stage.browser();
    let told = refusal(stage, &stranger, "plain", 401).await;
    assert_eq!(told["id"], "session_inactive");
    stranger.visit(told["redirect_browser_to"].as_str().unwrap()).await;
    sign_in(&mut stranger, &person).await;
    open_to(&stranger, &person);

    let mut browser = stranger;
    let (status, _, said) = script(stage, &browser, "plain").await;
    assert_eq!(status, 200, "{said}");
    let told = refusal(stage, &browser, "two-factors", 403).await;
    assert_eq!(told["id"], "session_aal2_required");
    let told = refusal(stage, &browser, "verified", 403).await;
    assert_eq!(told["id"], "session_verified_address_required");
    browser.visit(told["redirect_browser_to"].as_str().unwrap()).await;
    give_code(stage, &mut browser, &person).await;
    open_to(&browser, &person);
    outlive_recent().await;
    let told = refusal(stage, &browser, "recent", 403).await;
    assert_eq!(told["id"], "session_refresh_required");
    browser.visit(told["redirect_browser_to"].as_str().unwrap()).await;
    confirm(&mut browser, &person).await;
    open_to(&browser, &person);

    browser.visit(stage.settings()).await;
    add_app(stage, &mut browser).await;
    let browser = with_password_only(stage, &person).await;
    for page in ["plain", "two-factors", "verified", "recent"] {
        assert_eq!(refusal(stage, &browser, page, 403).await["id"], "session_aal2_required", "{page}");
    }
    assert_eq!(script(stage, &browser, "anybody").await.0, 200);
}

/// The guarded page is shown, to this person.
#[track_caller]
fn open_to(browser: &Browser, person: &Person) {
    assert_eq!(browser.text(), format!("Guarded, open to {}", person.email), "{browser:?}");
}

/// Kratos' login is shown, for whoever is signed out.
#[track_caller]
fn asked_to_sign_in(browser: &Browser) {
    assert!(browser.value("identifier").is_some() && browser.offers("method", "password"), "{browser:?}");
}

/// Asks for a mail at Kratos' verification, which is shown, and gives its code.
async fn confirm_address(stage: &Stage, browser: &mut Browser, person: &Person) {
    assert!(browser.offers("method", "code"), "{browser:?}");
    give_code(stage, browser, person).await;
}

async fn give_code(stage: &Stage, browser: &mut Browser, person: &Person) {
    browser.fill("email", &person.email).press("method", "code").await;
    let mail = stage.kratos.mail(&person.email, "verification_code_valid").await;
    browser.fill("code", &code_in(&mail)).press("method", "code").await;
    browser.follow("node/anchor/continue").await;
}

/// Lets so much time pass that a sign-in of now is not recent any more. It is by this machine's
/// clock that it is, which nobody moves, and in whole seconds.
async fn outlive_recent() {
    tokio::time::sleep(RECENT + std::time::Duration::from_millis(1100)).await;
}

/// What a script of a page gets that this browser shows.
async fn script(stage: &Stage, browser: &Browser, page: &str) -> (u16, String, String) {
    let url: Url = stage.guarded(page).parse().unwrap();
    let cookies = browser.cookies(&url);
    let request = stage.http.get(url).header("accept", "*/*").header("sec-fetch-mode", "cors");
    let answer = request.header("cookie", cookies).send().await.unwrap();
    let kind = answer.headers()["content-type"].to_str().unwrap().to_owned();
    (answer.status().as_u16(), kind, answer.text().await.unwrap())
}

/// The problem that a script is told of.
async fn refusal(stage: &Stage, browser: &Browser, page: &str, expected: u16) -> Value {
    let (status, kind, text) = script(stage, browser, page).await;
    assert_eq!((status, kind.as_str()), (expected, "application/problem+json"), "{page}: {text}");
    let told: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(told["status"], expected);
    told
}
