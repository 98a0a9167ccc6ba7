//! The language and the colours, chosen at the foot of a page, and what is typed meanwhile.

use serde_json::json;

use super::axe::{Axe, Rules};
use super::browser::{Browser, Scheme};
use super::chromium::{Script, run};
use super::harness::tests;
use super::recorded::Recorded;
use super::stage::Stage;
use super::teller::stories;

stories! {
    what_is_typed_into_settings_stays_in_another_language: Plain On;
    what_is_typed_to_sign_up_stays_in_other_colours: Whole On;
    dark_is_remembered_and_taken_back: Plain Both;
}

tests!(axe_finds_nothing_in_chosen_colours, choices_are_made_by_keyboard);

impl Browser {
    /// Chooses a language or colours at the foot of the page.
    async fn choose(&self, choice: &str) {
        let button = format!(":is([formaction$='{choice}'], [href$='{choice}'])");
        self.click(&format!("footer details:has({button}) summary")).await;
        self.click(&format!("footer {button}")).await;
        self.until(&format!("location.href.includes('{choice}')")).await;
        self.find("main").await;
    }

    /// What a browser was led to see: the colours of the page's ground and text.
    async fn colours(&self) -> (String, String) {
        let colours =
            "const { backgroundColor, color } = getComputedStyle(document.body); return [backgroundColor, color]";
        let [ground, text]: [String; 2] = self.list(colours).await.try_into().unwrap();
        (ground, text)
    }
}

/// "Your changes have been saved!"
const SAVED: &str = "[data-testid='ui/message/1050001']";

async fn what_is_typed_into_settings_stays_in_another_language(browser: &Browser, stage: &Stage) {
    browser.enter(stage).await;
    let before = browser.js("return document.querySelector('[name=\"traits.name.last\"]').value").await;
    for (name, text) in [
        ("traits.name.first", "Augusta"),
        ("traits.tags.1", "looms"),
        ("traits.tags", "poetry"),
        ("webauthn_register_displayname", "Blue key"),
        ("password", "never-kept-1843"),
    ] {
        browser.fill(name, text).await;
    }
    browser.js("document.querySelector('[name=\"traits.newsletter\"][type=checkbox]').click()").await;
    // Twice: what was kept once is kept again.
    for language in ["de", "fr"] {
        browser.choose(&format!("lang={language}")).await;
        assert_eq!(browser.js("return document.documentElement.lang").await, language);
        for (name, text) in [
            ("traits.name.first", "Augusta"),
            ("traits.tags.1", "looms"),
            ("traits.tags", "poetry"),
            ("webauthn_register_displayname", "Blue key"),
            ("password", ""),
        ] {
            assert_eq!(browser.value(name).await, text, "{name} in {language}");
        }
        assert_eq!(
            browser.js("return document.querySelector('[name=\"traits.newsletter\"][type=checkbox]').checked").await,
            true
        );
        assert_eq!(json!(browser.value("traits.name.last").await), before);
        assert!(!browser.has(".notice:not([hidden])").await, "nothing has happened that needs a word");
    }
    browser.press("method", "profile").await;
    browser.find(SAVED).await;
    assert_eq!(browser.value("traits.name.first").await, "Augusta");
    assert_eq!(browser.value("traits.tags.2").await, "poetry");
    browser.has_no_complaints(stage).await;
}

async fn what_is_typed_to_sign_up_stays_in_other_colours(browser: &Browser, stage: &Stage) {
    browser.goto(&format!("{}/registration", stage.app)).await;
    browser.find("main[data-testid=registration-flow]").await;
    browser.fill("traits.email", "grace@example.org").await;
    browser.fill("traits.name.first", "Grace").await;
    browser.fill("traits.tags", "compilers").await;
    browser.fill("password", "never-kept-1952").await;
    browser.choose("theme=dark").await;
    for (name, text) in [("traits.email", "grace@example.org"), ("traits.name.first", "Grace"), ("password", "")] {
        assert_eq!(browser.value(name).await, text, "{name}");
    }
    let values = "return [...document.querySelectorAll('main input')].map((input) => input.value)";
    assert!(browser.list(values).await.contains(&"compilers".to_owned()), "the item of a list");
    browser.has_no_complaints(stage).await;
}

async fn dark_is_remembered_and_taken_back(browser: &Browser, stage: &Stage) {
    browser.enter(stage).await;
    browser.prefer(Scheme::Light).await;
    let light = browser.colours().await;
    browser.prefer(Scheme::Dark).await;
    let dark = browser.colours().await;
    assert_ne!(light, dark);

    browser.prefer(Scheme::Light).await;
    browser.choose("theme=dark").await;
    assert_eq!(browser.colours().await, dark);
    assert_eq!(browser.find("footer summary").await.text().await.unwrap(), "Appearance: Dark");
    browser.goto(&format!("{}/sessions", stage.app)).await;
    assert_eq!(browser.colours().await, dark, "on every page");
    // A menu of the browser's own, a scroll bar, follow it.
    assert_eq!(browser.js("return getComputedStyle(document.documentElement).colorScheme").await, "dark");

    browser.prefer(Scheme::Dark).await;
    browser.choose("theme=light").await;
    assert_eq!(browser.colours().await, light);
    browser.choose("theme=system").await;
    assert_eq!(browser.colours().await, dark);
    browser.prefer(Scheme::Light).await;
    assert_eq!(browser.colours().await, light);
}

fn axe_finds_nothing_in_chosen_colours() {
    run(Script::On, async |browser| {
        let axe = Axe::within(browser).await;
        let mut findings = Vec::new();
        for (theme, scheme) in [("dark", Scheme::Light), ("light", Scheme::Dark)] {
            for name in ["every trait", "settings/lookup_generated", "login/unified_all_methods", "sessions"] {
                browser.goto(&Recorded::page(name).await.url).await;
                browser.choose(&format!("theme={theme}")).await;
                browser.js("document.querySelectorAll('footer details').forEach((one) => (one.open = true))").await;
                for width in [320, 1280] {
                    browser.view(width, scheme).await;
                    let found = axe.findings(Rules::All).await;
                    findings.extend(found.into_iter().map(|found| format!("{name}, {theme} at {width} px: {found}")));
                }
            }
        }
        axe.leave().await;
        assert!(findings.is_empty(), "{}", findings.join("\n"));
    });
}

fn choices_are_made_by_keyboard() {
    run(Script::On, async |browser| {
        browser.goto(&Recorded::page("sessions").await.url).await;
        browser.js("document.querySelector('footer summary').focus()").await;
        browser.key("Enter", 13).await;
        browser.until("document.querySelector('footer details').open").await;
        for _ in 0..3 {
            browser.tab().await;
        }
        browser.key("Enter", 13).await;
        browser.until("document.documentElement.dataset.theme === 'dark'").await;
    });
}
