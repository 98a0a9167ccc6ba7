//! axe finds nothing on any page: in light and dark, narrow and wide.

use super::axe::Axe;
use super::browser::{Browser, Scheme};
use super::chromium::{Script, run};
use super::recorded::Recorded;

#[test]
fn axe_finds_nothing_in_light() {
    run(Script::On, async |browser| axe_finds_nothing(browser, Scheme::Light).await);
}

#[test]
fn axe_finds_nothing_in_dark() {
    run(Script::On, async |browser| axe_finds_nothing(browser, Scheme::Dark).await);
}

async fn axe_finds_nothing(browser: &Browser, scheme: Scheme) {
    let Some(axe) = Axe::within(browser).await else { return };
    let mut findings = Vec::new();
    for page in Recorded::pages().await {
        browser.goto(&page.url).await;
        for width in [320, 1280] {
            browser.view(width, scheme).await;
            let found = axe.findings().await;
            findings.extend(found.into_iter().map(|found| format!("{} at {width} px: {found}", page.name)));
        }
    }
    axe.leave().await;
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
}

#[test]
fn axe_would_find_something() {
    run(Script::On, async |browser| {
        let Some(axe) = Axe::within(browser).await else { return };
        browser.goto(&Recorded::page("settings/fresh").await.url).await;
        browser.js("document.querySelector('main').append(new Image())").await;
        browser.js("document.querySelector('h1').style.color = 'silver'").await;
        browser.view(1280, Scheme::Light).await;
        let findings = axe.findings().await.join("\n");
        assert!(findings.contains("image-alt") && findings.contains("color-contrast"), "{findings}");
        axe.leave().await;
    });
}
