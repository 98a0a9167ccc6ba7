//! Pages that come by plain http from another machine: browsers have no clipboard there, and no keys.

use super::browser::Browser;
use super::chromium::{Script, run};
use super::harness::tests;
use super::recorded::Recorded;

tests!(
    codes_and_keys_are_copied_all_the_same,
    what_cannot_be_copied_is_selected_and_said_so,
    keys_are_said_to_need_https_before_anybody_presses
);

/// Opens a recorded page as another machine would.
async fn open(browser: &Browser, name: &str) {
    let url = &Recorded::page(name).await.url;
    browser.goto(&url.replace("//localhost:", "//account.example.net:")).await;
    assert_eq!(browser.js("return window.isSecureContext").await, false);
}

fn codes_and_keys_are_copied_all_the_same() {
    run(Script::On, async |browser| {
        for (page, section) in [("settings/lookup_generated", "lookup_secret"), ("settings/fresh", "totp")] {
            open(browser, page).await;
            let section = format!("[data-testid={section}-settings-card]");
            let texts = format!("{section} :is([data-head], [data-copied])");
            let texts = format!("return [...document.querySelectorAll('{texts}')].map((one) => one.textContent)");
            let expected = browser.list(&texts).await;
            browser.click(&format!("{section} [data-copy]")).await;
            browser.until(&format!("document.querySelector('{section} [data-copy]').textContent === 'Copied'")).await;
            let pasted = browser.pasted().await;
            assert_eq!(pasted.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(), expected, "{section}");
            assert_eq!(browser.console().await, Vec::<String>::new());
        }
    });
}

fn what_cannot_be_copied_is_selected_and_said_so() {
    run(Script::On, async |browser| {
        open(browser, "settings/lookup_generated").await;
        browser.js("document.execCommand = () => false").await;
        browser.click(".sheet ~ .row [data-copy]").await;
        browser.until("document.querySelector('.sheet ~ [role=alert]').textContent.includes('copy it yourself')").await;
        let selected = browser.js("return getSelection().toString()").await;
        let first = browser.js("return document.querySelector('.codes code').textContent").await;
        assert!(selected.as_str().unwrap().contains(first.as_str().unwrap()), "{selected}");
    });
}

fn keys_are_said_to_need_https_before_anybody_presses() {
    run(Script::On, async |browser| {
        for (name, buttons) in [("settings/fresh", 2), ("login/unified_all_methods", 1), ("registration/unified", 1)] {
            open(browser, name).await;
            let told = "return [...document.querySelectorAll('button[data-trigger]')].map((button) => \
                button.disabled && (button.parentElement.querySelector('[data-failed]:not([hidden])')?.textContent ?? ''))";
            let told = browser.list(told).await;
            assert!(told.len() >= buttons, "{name}: {told:?}");
            assert!(told.iter().all(|told| told.contains("https")), "{name}: {told:?}");
            assert!(!browser.has("[role=alert]:not([hidden]):not(:empty)").await, "{name}: nothing has failed");
            assert_eq!(browser.console().await, Vec::<String>::new());
        }
    });
}
