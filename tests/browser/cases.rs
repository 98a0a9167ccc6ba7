//! The browser refuses no trait that the schema allows: schemas and traits that people really have.

use serde_json::{Value, json};

use super::browser::Browser;
use super::stage::Stage;
use super::stage::cases::{is_told_to_the_stand_in, person_of};
use super::teller::stories;

stories! {
    what_the_schema_allows_is_sent_and_saved: Cases On;
}

/// "Your changes have been saved!"
const SAVED: &str = "[data-testid='ui/message/1050001']";

const SAVE: &str = "button[name=method][value=profile]";

/// A folder of `tests/cases`, what is typed into which field, and what the traits become: a JSON merge
/// patch, or nothing where the schema does not allow it.
type Row = (&'static str, Option<(&'static str, &'static str)>, Option<&'static str>);

const ROWS: &[Row] = &[
    ("emails-array", Some(("traits.nick", "Due")), Some(r#"{"nick": "Due"}"#)),
    ("bool-required-standing", Some(("traits.nick", "m")), Some(r#"{"nick": "m"}"#)),
    ("string-required-blank", Some(("traits.nick", "m")), Some(r#"{"nick": "m"}"#)),
    ("pattern-unanchored", Some(("traits.nick", "m")), Some(r#"{"nick": "m"}"#)),
    ("pattern-unanchored", Some(("traits.it", "more Text")), Some(r#"{"it": "more Text"}"#)),
    ("pattern-unanchored", Some(("traits.it", "small")), None),
    ("pattern-class", Some(("traits.it", "ada-b.c")), Some(r#"{"it": "ada-b.c"}"#)),
    ("pattern-class", Some(("traits.it", "ADA")), None),
    ("pattern-unicode", Some(("traits.it", "Zoé")), Some(r#"{"it": "Zoé"}"#)),
    ("emoji-length", Some(("traits.tag", "🎉🎊🎈🎂")), Some(r#"{"tag": "🎉🎊🎈🎂"}"#)),
    ("emoji-length", Some(("traits.tag", "abcdef")), None),
    ("uris", Some(("traits.nick", "m")), Some(r#"{"nick": "m"}"#)),
    ("shapes", None, Some("{}")),
    ("shapes", Some(("traits.nick", "m")), Some(r#"{"nick": "m"}"#)),
];

async fn what_the_schema_allows_is_sent_and_saved(browser: &Browser, stage: &Stage) {
    let is_real = stage.turn.is_some();
    for (case, typed, becomes) in ROWS {
        if !is_real && !is_told_to_the_stand_in(case) {
            continue;
        }
        let row = format!("{case}: {typed:?}");
        let (person, mut traits, _) = person_of(stage, case).await;
        browser.goto(&stage.settings()).await;
        browser.sign_in(&person).await;
        browser.at_settings(stage).await;
        if let Some((name, text)) = typed {
            browser.type_over(&format!("[name='{name}']"), text).await;
            let held = browser.value(name).await;
            assert!(becomes.is_none() || held == *text, "{row}: the field holds {held:?}");
        }
        save(browser, becomes.is_some()).await;
        if let Some(becomes) = becomes {
            assert!(browser.has(SAVED).await, "{row}: saved");
            json_patch::merge(&mut traits, &serde_json::from_str(becomes).unwrap());
        } else {
            assert!(!browser.has(SAVED).await, "{row}: not saved");
        }
        assert_eq!(stored(browser, stage).await, traits, "{row}");
        if *case == "emoji-length" && becomes.is_some() {
            // The last of four gives way to another.
            browser.click("[name='traits.tag']").await;
            browser.key("End", 35).await;
            browser.key("Backspace", 8).await;
            browser.cdp("Input.insertText", json!({"text": "🎁"})).await;
            save(browser, true).await;
            assert_eq!(stored(browser, stage).await["tag"], "🎉🎊🎈🎁");
        }
        browser.has_no_complaints(stage).await;
        browser.cdp("Network.clearBrowserCookies", json!({})).await;
    }
}

/// Presses the button, and waits for what comes of it: a page, unless the browser refuses.
async fn save(browser: &Browser, may_not_be_refused: bool) {
    let refused = browser
        .js(&format!("window.stale = true; return !document.querySelector('{SAVE}').form.checkValidity()"))
        .await;
    assert!(!may_not_be_refused || refused == json!(false), "refused by the browser");
    browser.click(SAVE).await;
    if refused == json!(false) {
        browser.until("!window.stale && document.querySelector('[data-testid=profile-settings-card]')").await;
    }
}

/// The traits that Kratos has of whoever is signed in.
async fn stored(browser: &Browser, stage: &Stage) -> Value {
    let cookies = browser.cdp("Network.getCookies", json!({"urls": [stage.kratos.browser.as_str()]})).await;
    let pair = |cookie: &Value| format!("{}={}", cookie["name"].as_str().unwrap(), cookie["value"].as_str().unwrap());
    let cookies = cookies["cookies"].as_array().unwrap().iter().map(pair).collect::<Vec<_>>().join("; ");
    let (status, session) = stage.kratos.ask("/sessions/whoami", &cookies).await;
    assert_eq!(status, 200, "{session}");
    session["identity"]["traits"].clone()
}
