//! Recovery codes: made, confirmed, shown again, used up, done away with.

use crate::browser::Browser;
use crate::scenes::{SAVED, sign_in, take_away};
use crate::second_factor::with_password_only;
use crate::stage::Stage;

stories! {
    Plain:
        codes_count_only_once_they_are_confirmed,
        codes_can_be_looked_at_again,
        each_code_is_good_once,
        new_codes_take_the_place_of_the_old,
        codes_can_be_done_away_with;
}

const WRONG_CODE: u64 = 4_000_016;

const USED_CODE: u64 = 4_000_012;

async fn codes_count_only_once_they_are_confirmed(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.press("lookup_secret_regenerate", "true").await;
    stage.at_settings(&browser);
    assert_eq!(codes_of(&browser).len(), 12, "{browser:?}");
    assert!(browser.text().contains("These codes do not work yet"), "{browser:?}");
    browser.visit(stage.settings()).await;
    assert!(!browser.offers("lookup_secret_reveal", "true"), "they are forgotten: {browser:?}");
    stage.sign_out(&mut browser).await;
    stage.signed_in(&person).await;
}

async fn codes_can_be_looked_at_again(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let codes = make(&mut browser).await;
    stage.at_settings(&browser);
    assert!(codes_of(&browser).is_empty(), "{browser:?}");
    browser.press("lookup_secret_reveal", "true").await;
    assert_eq!(codes_of(&browser), codes);
}

async fn each_code_is_good_once(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let codes = make(&mut browser).await;
    stage.sign_out(&mut browser).await;
    let mut browser = with_password_only(stage, &person).await;
    browser.fill("lookup_secret", "wrongone").press("method", "lookup_secret").await;
    assert!(browser.messages().contains(&WRONG_CODE), "{browser:?}");
    browser.fill("lookup_secret", &codes[3]).press("method", "lookup_secret").await;
    stage.at_settings(&browser);
    browser.press("lookup_secret_reveal", "true").await;
    assert_eq!(browser.texts(&format!("{CODES} s")).len(), 1, "{browser:?}");
    let mut unused = codes.clone();
    unused.remove(3);
    let shown = codes_of(&browser);
    assert!(unused.iter().all(|code| shown.contains(code)) && !shown.contains(&codes[3]), "{browser:?}");
    stage.sign_out(&mut browser).await;
    let mut browser = with_password_only(stage, &person).await;
    browser.fill("lookup_secret", &codes[3]).press("method", "lookup_secret").await;
    assert!(browser.messages().contains(&USED_CODE), "{browser:?}");
    browser.fill("lookup_secret", &codes[4]).press("method", "lookup_secret").await;
    stage.at_settings(&browser);
}

async fn new_codes_take_the_place_of_the_old(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let old = make(&mut browser).await;
    browser.press("lookup_secret_reveal", "true").await;
    let new = make(&mut browser).await;
    assert!(old.iter().all(|code| !new.contains(code)));
    stage.sign_out(&mut browser).await;
    let mut browser = with_password_only(stage, &person).await;
    browser.fill("lookup_secret", &old[0]).press("method", "lookup_secret").await;
    assert!(browser.messages().contains(&WRONG_CODE), "{browser:?}");
    browser.fill("lookup_secret", &new[0]).press("method", "lookup_secret").await;
    stage.at_settings(&browser);
}

async fn codes_can_be_done_away_with(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    make(&mut browser).await;
    take_away(&mut browser, "lookup_secret_disable", "true").await;
    stage.at_settings(&browser);
    assert_eq!(browser.messages(), [SAVED]);
    assert!(browser.offers("lookup_secret_regenerate", "true"));
    stage.sign_out(&mut browser).await;
    browser.visit(stage.settings()).await;
    sign_in(&mut browser, &person).await;
    stage.at_settings(&browser);
}

const CODES: &str = "[data-testid=\"node/text/lookup_secret_codes\"]";

/// The codes that are shown and can be used.
fn codes_of(browser: &Browser) -> Vec<String> {
    browser.texts(&format!("{CODES} code")).into_iter().filter(|code| code.len() == 8).collect()
}

/// Makes new codes, and confirms them.
pub async fn make(browser: &mut Browser) -> Vec<String> {
    take_away(browser, "lookup_secret_regenerate", "true").await;
    let codes = codes_of(browser);
    assert_eq!(codes.len(), 12, "{browser:?}");
    browser.press("lookup_secret_confirm", "true").await;
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    codes
}
