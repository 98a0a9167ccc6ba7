//! Before something is taken away one is asked, and no slip of the hand is an answer.

use serde_json::Value;

use super::browser::{Browser, Scheme};
use super::chromium::{Script, run};
use super::recorded::Recorded;
use super::stage::Stage;
use super::teller::stories;

stories! {
    a_double_click_ends_no_session: Plain On;
}

/// How high the window is, in pixels.
const HEIGHT: u32 = 640;

/// Buttons that ask before they do it.
const OPENERS: &str = "[...document.querySelectorAll('button[data-question]')]";

/// Moves the button of this number to this part of the window, as far as the page scrolls, and tells where
/// its middle is.
async fn bring(browser: &Browser, number: usize, part: f64) -> (f64, f64) {
    let script = format!(
        "const box = () => {OPENERS}[{number}].getBoundingClientRect(); \
         scrollBy(0, box().top + box().height / 2 - innerHeight * {part}); \
         return [box().left + box().width / 2, box().top + box().height / 2];"
    );
    let point: Vec<f64> = serde_json::from_value(browser.js(&script).await).unwrap();
    (point[0], point[1])
}

/// The question, what has the focus, and what is pressed by a press here.
async fn asked(browser: &Browser, (x, y): (f64, f64)) -> Value {
    let hit = format!("document.elementFromPoint({x}, {y})?.closest('[data-confirm]') ? 'the deed' : 'nothing'");
    let script = "return [document.querySelector('dialog[open]:modal')?.getAttribute('aria-labelledby') ?? 'none', \
                  document.activeElement.matches('[data-close]') ? 'safe' : document.activeElement.outerHTML, HIT]";
    browser.js(&script.replace("HIT", &hit)).await
}

#[test]
fn a_double_click_anywhere_opens_the_question_and_no_more() {
    run(Script::On, async |browser| {
        let mut tried = 0;
        for name in [
            "settings/passkey_added",
            "settings/lookup_revealed",
            "settings/oidc_linked",
            "settings/totp_enabled",
            "sessions",
            "applications",
        ] {
            let page = Recorded::page(name).await;
            for width in [320, 1280] {
                browser.goto(&page.url).await;
                browser.view(width, Scheme::Light).await;
                browser.metrics(width, HEIGHT, 1.0).await;
                // The half second does not pass, however slow the machine is.
                browser.js("window.setTimeout = () => 0").await;
                let here = browser.url().await;
                let count = browser.js(&format!("return {OPENERS}.length")).await.as_u64().unwrap();
                assert!(count > 0, "{name}");
                for number in 0..usize::try_from(count).unwrap() {
                    for part in [0.1, 0.3, 0.5, 0.7, 0.9] {
                        let point = bring(browser, number, part).await;
                        browser.press_at(point.0, point.1, 2).await;
                        let found = asked(browser, point).await;
                        let at = format!("{name}, button {number} at {part} of {width} px");
                        assert_eq!(found, serde_json::json!(["confirm-title", "safe", "nothing"]), "{at}");
                        let question = browser.label_of("dialog[open]").await;
                        assert!(question.ends_with('?'), "{at}: {question}");
                        // Neither is a press within half a second.
                        browser.js("document.querySelector('[data-confirm]').click()").await;
                        assert!(browser.has("dialog[open]").await && browser.url().await == here, "{at}");
                        browser.key("Escape", 27).await;
                        browser.until(&format!("document.activeElement === {OPENERS}[{number}]")).await;
                        tried += 1;
                    }
                }
            }
        }
        assert!(tried >= 60, "{tried} double clicks");
    });
}

async fn a_double_click_ends_no_session(browser: &Browser, stage: &Stage) {
    let person = browser.enter(stage).await;
    // Twice elsewhere, as it were.
    for _ in 0..2 {
        browser.forget().await;
        browser.goto(&stage.settings()).await;
        browser.sign_in(&person).await;
        browser.at_settings(stage).await;
    }
    let sessions = "document.querySelectorAll('[data-testid^=\"session/\"]').length";
    for width in [320, 1280] {
        browser.goto(&format!("{}/sessions", stage.app)).await;
        browser.metrics(width, HEIGHT, 1.0).await;
        let point = bring(browser, 0, 0.5).await;
        browser.press_at(point.0, point.1, 2).await;
        assert!(!browser.has("[role=status]").await, "nothing was done");
        browser.goto(&format!("{}/sessions", stage.app)).await;
        browser.until(&format!("{sessions} === 3")).await;
    }
    // Which of them is told, to those who hear it as well: they are of one name.
    let labels =
        "[...document.querySelectorAll('.things button')].map((button) => button.getAttribute('aria-labelledby'))";
    let labels = browser.list(&format!("return {labels}")).await;
    assert!(labels.len() == 2 && labels.iter().all(|ids| ids.contains("-facts")), "{labels:?}");
    assert!(browser.label_of(".things button").await.starts_with("Sign out Chrome on Linux 127.0.0.1"));
    // By the keyboard: the safe answer is the first, and the other one does it.
    browser.js("document.querySelector('.things button').focus()").await;
    browser.key("Enter", 13).await;
    browser.until("document.activeElement.matches('dialog[open] [data-close]')").await;
    assert_eq!(browser.label_of("dialog[open]").await, "Sign out Chrome on Linux?");
    assert!(
        browser.js("return document.querySelector('dialog').innerText").await.as_str().unwrap().contains("127.0.0.1")
    );
    browser.until("document.querySelector('[data-confirm]:not([aria-disabled])')").await;
    browser.tab().await;
    browser.key("Enter", 13).await;
    browser.until(&format!("{sessions} === 2 && document.querySelector('[role=status]')")).await;
    browser.has_no_complaints(stage).await;
}
