//! axe finds nothing on any page: in light and dark, narrow and wide, whatever the language.

use super::axe::{Axe, Rules};
use super::browser::{Browser, Scheme};
use super::chromium::{Script, run};
use super::recorded::{LANGUAGES, Recorded};

#[test]
fn axe_finds_nothing() {
    run(Script::On, async |browser| look(browser, LANGUAGES[0], Scheme::Light, Rules::All).await);
}

#[test]
fn axe_finds_nothing_in_dark() {
    // All else is as in light.
    run(Script::On, async |browser| look(browser, LANGUAGES[0], Scheme::Dark, Rules::OfColours).await);
}

#[test]
fn axe_finds_nothing_in_other_languages() {
    run(Script::On, async |browser| {
        for language in &LANGUAGES[1..] {
            look(browser, language, Scheme::Light, Rules::AllButOfColours).await;
        }
    });
}

/// Looks at all pages.
async fn look(browser: &Browser, language: &str, scheme: Scheme, rules: Rules) {
    let Some(axe) = Axe::within(browser).await else { return };
    browser.ask_for(Some(language)).await;
    let mut findings = Vec::new();
    for page in Recorded::pages().await {
        browser.goto(&page.url).await;
        for width in [320, 1280] {
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
