//! axe finds nothing on any page: in light and dark, narrow and wide, whatever the language.

use super::axe::{Axe, Rules};
use super::browser::{Browser, Scheme};
use super::chromium::{Script, run};
use super::recorded::{LANGUAGES, Recorded};

#[test]
fn axe_finds_nothing() {
    run(Script::On, async |browser| look(browser, LANGUAGES[0], Scheme::Light, Rules::All, both).await);
}

#[test]
fn axe_finds_nothing_in_dark() {
    // All else is as in light.
    run(Script::On, async |browser| look(browser, LANGUAGES[0], Scheme::Dark, Rules::OfColours, both).await);
}

#[test]
fn axe_finds_nothing_in_other_languages() {
    run(Script::On, async |browser| {
        for (offset, language) in LANGUAGES[1..].iter().enumerate() {
            // Every other page is narrow, and of the next language the others.
            let widths = |page: usize| vec![WIDTHS[(page + offset) % 2]];
            look(browser, language, Scheme::Light, Rules::AllButOfColours, widths).await;
        }
    });
}

/// In px.
const WIDTHS: [u32; 2] = [320, 1280];

fn both(_: usize) -> Vec<u32> {
    WIDTHS.to_vec()
}

/// Looks at all pages, each in the widths that hold for its number.
async fn look(browser: &Browser, language: &str, scheme: Scheme, rules: Rules, widths: impl Fn(usize) -> Vec<u32>) {
    let Some(axe) = Axe::within(browser).await else { return };
    browser.ask_for(Some(language)).await;
    let mut findings = Vec::new();
    for (number, page) in Recorded::pages().await.iter().enumerate() {
        browser.goto(&page.url).await;
        for width in widths(number) {
            browser.view(width, scheme).await;
            let found = axe.findings(rules).await;
            findings.extend(found.into_iter().map(|found| format!("{} at {width} px: {found}", page.name)));
        }
        let shown = browser.js("return document.documentElement.lang").await;
        assert_eq!(shown, language, "{}", page.name);
    }
    browser.ask_for(None).await;
    axe.leave().await;
    assert!(findings.is_empty(), "{language}: {} findings:\n{}", findings.len(), findings.join("\n"));
}

#[test]
fn axe_would_find_something() {
    run(Script::On, async |browser| {
        let Some(axe) = Axe::within(browser).await else { return };
        browser.goto(&Recorded::page("settings/fresh").await.url).await;
        browser.js("document.querySelector('main').append(new Image())").await;
        browser.js("document.querySelector('h1').style.color = 'silver'").await;
        browser.view(1280, Scheme::Light).await;
        for (rules, image, contrast) in
            [(Rules::All, true, true), (Rules::OfColours, false, true), (Rules::AllButOfColours, true, false)]
        {
            let found = axe.findings(rules).await.join("\n");
            assert_eq!((found.contains("image-alt"), found.contains("color-contrast")), (image, contrast), "{found}");
        }
        axe.leave().await;
    });
}
