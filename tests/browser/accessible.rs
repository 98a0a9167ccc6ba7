//! axe finds nothing on any page: in light and dark, narrow and wide, whatever the language.

use super::axe::{Axe, Rules};
use super::browser::{Browser, Scheme};
use super::chromium::{Script, run};
use super::harness::tests;
use super::recorded::{LANGUAGES, Recorded};

tests! {
    axe_finds_nothing,
    axe_finds_nothing_in_dark,
    axe_finds_nothing_in_other_languages,
    axe_finds_nothing_in_a_question,
    axe_would_find_something,
}

fn axe_finds_nothing() {
    run(Script::On, async |browser| {
        look(browser, LANGUAGES[0], Scheme::Light, |_| vec![(320, Rules::All), (1280, Rules::OfLooks)]).await;
    });
}

fn axe_finds_nothing_in_dark() {
    run(Script::On, async |browser| {
        look(browser, LANGUAGES[0], Scheme::Dark, |_| vec![(320, Rules::OfLooks), (1280, Rules::OfLooks)]).await;
    });
}

fn axe_finds_nothing_in_other_languages() {
    run(Script::On, async |browser| {
        for (offset, language) in LANGUAGES[1..].iter().enumerate() {
            // Every other page is narrow, and of the next language the others.
            let width = |page: usize| if (page + offset).is_multiple_of(2) { 320 } else { 1280 };
            look(browser, language, Scheme::Light, |page| vec![(width(page), Rules::AllButOfLooks)]).await;
        }
    });
}

/// Looks at all pages, at the widths and with the rules that hold for a page's number.
async fn look(browser: &Browser, language: &str, scheme: Scheme, ways: impl Fn(usize) -> Vec<(u32, Rules)>) {
    let axe = Axe::within(browser).await;
    browser.ask_for(Some(language)).await;
    let mut findings = Vec::new();
    for (number, page) in Recorded::pages().await.iter().enumerate() {
        browser.goto(&page.url).await;
        for (width, rules) in ways(number) {
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

fn axe_finds_nothing_in_a_question() {
    run(Script::On, async |browser| {
        let axe = Axe::within(browser).await;
        browser.goto(&Recorded::page("settings/webauthn_added").await.url).await;
        browser.js("document.querySelector('button[name=webauthn_remove]').click()").await;
        browser.until("document.querySelector('dialog[open]:modal')").await;
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.view(320, scheme).await;
            assert_eq!(axe.findings(Rules::All).await, Vec::<String>::new());
        }
        axe.leave().await;
    });
}

fn axe_would_find_something() {
    run(Script::On, async |browser| {
        let axe = Axe::within(browser).await;
        browser.goto(&Recorded::page("settings/fresh").await.url).await;
        browser.js("document.querySelector('main').append(new Image())").await;
        browser.js("document.querySelector('h1').style.color = 'silver'").await;
        browser.view(1280, Scheme::Light).await;
        for (rules, image, contrast) in
            [(Rules::All, true, true), (Rules::OfLooks, false, true), (Rules::AllButOfLooks, true, false)]
        {
            let found = axe.findings(rules).await.join("\n");
            assert_eq!((found.contains("image-alt"), found.contains("color-contrast")), (image, contrast), "{found}");
        }
        axe.leave().await;
    });
}
