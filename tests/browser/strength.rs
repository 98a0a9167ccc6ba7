//! How strong a new password is: told while it is typed, by a script that is loaded then and not before.

use serde_json::{Value, json};

use super::browser::Browser;
use super::stage::Stage;
use super::teller::stories;

stories! {
    a_new_password_is_told_how_strong_it_is: Plain On;
    who_signs_up_is_told_too_and_who_signs_in_is_not: Plain On;
    without_scripts_no_strength_is_promised: Plain Off;
}

const PASSWORD: &str = "[data-testid='node/input/password'] input";

const TOLD: &str = "[data-strength] [role=status]";

/// The scripts that tell, as far as the page has loaded them.
const LOADED: &str =
    "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/static/zxcvbn.')).length";

async fn a_new_password_is_told_how_strong_it_is(browser: &Browser, stage: &Stage) {
    let person = browser.enter(stage).await;
    browser.click(PASSWORD).await;
    assert_eq!(count(browser, LOADED).await, 0, "nothing is typed yet");
    assert_eq!(browser.js(&format!("return document.querySelector('{TOLD}').textContent")).await, json!(""));
    browser.js("performance.clearResourceTimings()").await;

    browser.type_in(PASSWORD, "password1").await;
    says(browser, "Very weak. Passwords like this are among the first that are tried.", 1).await;
    assert_eq!(count(browser, LOADED).await, 1);
    browser.type_over(PASSWORD, "Sketch-of-the-Engine-1843").await;
    says(browser, "Very strong.", 5).await;
    browser.type_over(PASSWORD, &person.email).await;
    says(browser, "Very weak. It contains something of yours, such as your name or address.", 1).await;
    browser.type_over(PASSWORD, "asdfghjkl;").await;
    says(browser, "Weak. It follows a pattern that is easy to guess.", 2).await;
    // Shown, it is no better known than hidden; and however long, it is looked at.
    browser.click("[data-testid='node/input/password'] .reveal").await;
    browser.type_over(PASSWORD, "Sketch-of-the-Engine-1843").await;
    says(browser, "Very strong.", 5).await;
    browser.type_over(PASSWORD, "1").await;
    says(browser, "Very weak.", 1).await;
    browser.type_over(PASSWORD, &"horse battery ".repeat(100)).await;
    says(browser, "Very strong.", 5).await;
    browser.js("document.querySelector('[name=password]').value = ''").await;
    browser.type_in(PASSWORD, "x").await;
    browser.key("Backspace", 8).await;
    says(browser, "", 0).await;

    // What is typed goes nowhere: nothing but the script was asked for.
    let asked = "performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)";
    let asked = browser.list(&format!("return {asked}")).await;
    assert!(asked.iter().all(|path| path.contains("/static/zxcvbn.")), "{asked:?}");
    browser.has_no_complaints(stage).await;
}

async fn who_signs_up_is_told_too_and_who_signs_in_is_not(browser: &Browser, stage: &Stage) {
    browser.goto(&format!("{}/login", stage.app)).await;
    browser.find("[name=password]").await;
    assert!(!browser.has("[data-strength]").await, "a password that is there already");
    browser.goto(&format!("{}/registration", stage.app)).await;
    browser.find("main").await;
    if !browser.has(PASSWORD).await {
        browser.fill("traits.email", "countess@example.org").await;
        browser.press("method", "profile").await;
        browser.find(PASSWORD).await;
    }
    browser.console().await;
    browser.type_in(PASSWORD, "letmein").await;
    says(browser, "Very weak. Passwords like this are among the first that are tried.", 1).await;
    browser.has_no_complaints(stage).await;
}

async fn without_scripts_no_strength_is_promised(browser: &Browser, stage: &Stage) {
    browser.enter(stage).await;
    browser.type_in(PASSWORD, "password1").await;
    let display = "return getComputedStyle(document.querySelector('[data-strength]')).display";
    assert_eq!(browser.js(display).await, json!("none"));
    assert_eq!(count(browser, LOADED).await, 0);
    // The advice stands all the same.
    let described = "return document.querySelector('[name=password]').getAttribute('aria-describedby')";
    assert!(browser.js(described).await.as_str().unwrap().contains("hint"));
}

/// What is told, and where the meter stands.
async fn says(browser: &Browser, text: &str, value: u8) {
    let meter = "document.querySelector('[data-strength] meter').value";
    browser
        .until(&format!("document.querySelector(\"{TOLD}\").textContent === \"{text}\" && {meter} === {value}"))
        .await;
}

async fn count(browser: &Browser, expression: &str) -> u64 {
    match browser.js(&format!("return {expression}")).await {
        Value::Number(number) => number.as_u64().unwrap(),
        other => panic!("a number, not {other}"),
    }
}
