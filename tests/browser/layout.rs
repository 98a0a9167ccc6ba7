//! Nothing is lost, however a page is looked at.

use serde_json::json;

use super::browser::{Browser, Scheme};
use super::chromium::{Script, run};
use super::harness::tests;
use super::recorded::Recorded;

tests! {
    nothing_sticks_out,
    every_language_fits,
    text_of_twice_the_size_loses_nothing,
    spaced_text_loses_nothing,
    forced_colours_keep_edges_and_focus,
    nothing_moves_for_who_wants_no_motion,
    recovery_codes_can_be_printed,
}

/// A page of each kind of part.
const RICH: [&str; 7] = [
    "every trait",
    "settings/profile_invalid",
    "settings/lookup_revealed_one_used",
    "settings/webauthn_added",
    "login/unified_all_methods",
    "login/refresh",
    "registration_json/unified_invalid_400",
];

async fn lost(browser: &Browser) -> Vec<String> {
    browser.list(include_str!("lost.js")).await
}

fn nothing_sticks_out() {
    run(Script::On, async |browser| {
        let mut found = Vec::new();
        for page in Recorded::pages().await {
            browser.goto(&page.url).await;
            for width in [320, 1280] {
                browser.view(width, Scheme::Light).await;
                found.extend(lost(browser).await.iter().map(|lost| format!("{} at {width} px: {lost}", page.name)));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

fn every_language_fits() {
    run(Script::On, async |browser| {
        let mut found = Vec::new();
        for name in ["every trait", "login/unified_all_methods", "registration/unified"] {
            browser.goto(&Recorded::page(name).await.url).await;
            let links = "return [...document.querySelectorAll('a[hreflang]')].map((link) => link.href)";
            for link in browser.list(links).await {
                browser.goto(&link).await;
                let language = browser.js("return document.documentElement.lang").await;
                for width in [320, 1280] {
                    browser.view(width, Scheme::Light).await;
                    let lost = lost(browser).await;
                    found.extend(lost.iter().map(|lost| format!("{name}, {language} at {width} px: {lost}")));
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

fn text_of_twice_the_size_loses_nothing() {
    run(Script::On, async |browser| {
        let mut found = Vec::new();
        browser.metrics(640, 900, 1.0).await;
        for name in RICH {
            browser.goto(&Recorded::page(name).await.url).await;
            let size = "return parseFloat(getComputedStyle(document.body).fontSize)";
            let usual = browser.js(size).await.as_f64().unwrap();
            browser.cdp("Page.setFontSizes", json!({"fontSizes": {"standard": 32, "fixed": 26}})).await;
            let large = browser.js(size).await.as_f64().unwrap();
            assert!((large / usual - 2.0).abs() < 0.01, "text grows with the person's setting: {usual} to {large} px");
            found.extend(lost(browser).await.iter().map(|lost| format!("{name}: {lost}")));
            browser.cdp("Page.setFontSizes", json!({"fontSizes": {"standard": 16, "fixed": 13}})).await;
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

fn spaced_text_loses_nothing() {
    // WCAG 1.4.12.
    const SPACED: &str = "for (const element of document.body.querySelectorAll('*')) { \
        const { style } = element; \
        style.setProperty('line-height', '1.5', 'important'); \
        style.setProperty('letter-spacing', '.12em', 'important'); \
        style.setProperty('word-spacing', '.16em', 'important'); \
        if (element.localName === 'p') style.setProperty('margin-block-end', '2em', 'important'); }";
    run(Script::On, async |browser| {
        let mut found = Vec::new();
        for name in RICH {
            browser.goto(&Recorded::page(name).await.url).await;
            browser.view(320, Scheme::Light).await;
            browser.js(SPACED).await;
            found.extend(lost(browser).await.iter().map(|lost| format!("{name}: {lost}")));
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    });
}

fn forced_colours_keep_edges_and_focus() {
    run(Script::On, async |browser| {
        browser.media("", &[("forced-colors", "active"), ("prefers-reduced-motion", "reduce")]).await;
        for name in RICH {
            browser.goto(&Recorded::page(name).await.url).await;
            assert_eq!(browser.js("return matchMedia('(forced-colors: active)').matches").await, true);
            let edgeless = browser.list(include_str!("edgeless.js")).await;
            assert!(edgeless.is_empty(), "{name}: without an edge: {}", edgeless.join("\n"));
            browser.tab().await;
            let outline = browser.js("return getComputedStyle(document.activeElement).outlineStyle").await;
            assert_ne!(outline, "none", "{name}");
        }
    });
}

fn nothing_moves_for_who_wants_no_motion() {
    run(Script::On, async |browser| {
        for name in RICH {
            browser.goto(&Recorded::page(name).await.url).await;
            let moving = browser.list(include_str!("moving.js")).await;
            assert!(moving.is_empty(), "{name}: {}", moving.join("\n"));
        }
    });
}

fn recovery_codes_can_be_printed() {
    run(Script::On, async |browser| {
        browser.goto(&Recorded::page("settings/lookup_revealed").await.url).await;
        // A4 without its margins.
        browser.metrics(718, 1000, 1.0).await;
        browser.media("print", &[("prefers-color-scheme", "light")]).await;
        let codes = "[...document.querySelectorAll('[data-testid=\"node/text/lookup_secret_codes\"] code')]";
        let seen = browser.js(&format!("return {codes}.filter((code) => code.checkVisibility()).length")).await;
        assert_eq!(seen, browser.js(&format!("return {codes}.length")).await);
        assert!(seen.as_u64() > Some(0));
        let lost = lost(browser).await;
        assert!(lost.is_empty(), "{}", lost.join("\n"));
        let unreadable = browser.list(include_str!("unprinted.js")).await;
        assert!(unreadable.is_empty(), "light on white paper: {}", unreadable.join("\n"));
    });
}
