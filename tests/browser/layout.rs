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
    every_page_of_the_account_has_one_frame_and_its_title_in_sight,
    the_contents_mark_where_one_is_and_fold_away_on_a_phone,
    a_heading_has_its_line_and_how_things_stand_goes_below_a_long_one,
    long_words_part_where_their_language_parts_them,
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
            let links =
                "return [...document.querySelectorAll('footer [formaction*=\"lang=\"]')].map((one) => one.formAction)";
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

fn every_page_of_the_account_has_one_frame_and_its_title_in_sight() {
    run(Script::On, async |browser| {
        let edges = "const edges = (element) => [element.getBoundingClientRect().left, element.getBoundingClientRect().right]; \
            return [...edges(document.querySelector('.columns')), ...edges(document.querySelector('main'))].map(String)";
        for width in [320, 768, 1280] {
            let mut frames = Vec::new();
            for name in ["every trait", "settings/fresh", "sessions", "applications"] {
                browser.goto(&Recorded::page(name).await.url).await;
                browser.view(width, Scheme::Light).await;
                frames.push(browser.list(edges).await);
                let top = browser.js("return document.querySelector('h1').getBoundingClientRect().top").await;
                assert!(top.as_f64().unwrap() < 120.0, "{name} at {width} px: the title is {top} px down");
            }
            assert!(frames.windows(2).all(|two| two[0] == two[1]), "at {width} px: {frames:?}");
        }
    });
}

fn the_contents_mark_where_one_is_and_fold_away_on_a_phone() {
    const MARKED: &str = "return document.querySelector(\".contents [aria-current=true]\")?.hash ?? ''";
    run(Script::On, async |browser| {
        browser.goto(&Recorded::page("settings/fresh").await.url).await;
        browser.view(1280, Scheme::Light).await;
        browser.until("document.querySelector('.contents a[href=\"#totp\"]').checkVisibility()").await;
        browser.click(".contents a[href='#totp']").await;
        browser.until(&format!("(() => {{ {MARKED} }})() === '#totp'")).await;
        browser.view(320, Scheme::Light).await;
        browser.until("!document.querySelector('.contents a').checkVisibility()").await;
        browser.click(".contents summary").await;
        browser.click(".contents a[href='#password']").await;
        browser.until("!document.querySelector('.contents details').open").await;
        browser.until("Math.abs(document.getElementById('password').getBoundingClientRect().top) < 100").await;
    });
}

fn a_heading_has_its_line_and_how_things_stand_goes_below_a_long_one() {
    run(Script::On, async |browser| {
        browser.goto(&Recorded::page("settings/fresh").await.url).await;
        browser.view(320, Scheme::Light).await;
        let broken = "return [...document.querySelectorAll('.head:has(.state) h2')].filter((heading) => \
            heading.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(heading).lineHeight)).map((heading) => heading.textContent)";
        assert_eq!(browser.list(broken).await, Vec::<String>::new());
    });
}

fn long_words_part_where_their_language_parts_them() {
    // Each heading, button and label of more than one line, with each line's last letters.
    const PARTED: &str = "const ends = []; \
        for (const text of document.querySelectorAll('h1, h2, label, button, .contents a')) { \
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT); \
            for (let node; (node = walker.nextNode()); ) { \
                const range = document.createRange(); \
                let top; \
                for (let at = 0; at < node.length; at += 1) { \
                    if (node.data[at] === '\\u00ad') continue; \
                    range.setStart(node, at); range.setEnd(node, at + 1); \
                    const box = [...range.getClientRects()].pop(); \
                    if (!box || !box.width) continue; \
                    const before = node.data[at - 1]; \
                    if (top !== undefined && box.top > top + 4 && !/[\\s\\u00ad\\-\\u2013]/.test(before)) ends.push(node.data.slice(0, at) + '|' + node.data.slice(at)); \
                    top = box.top; } } } \
        return ends";
    run(Script::On, async |browser| {
        for language in ["de", "fi", "nl", "sv"] {
            for name in ["settings/fresh", "settings/lookup_active", "login/unified_all_methods"] {
                let url = &Recorded::page(name).await.url;
                let by = if url.contains('?') { '&' } else { '?' };
                browser.goto(&format!("{url}{by}lang={language}")).await;
                browser.view(320, Scheme::Light).await;
                let broken = browser.list(PARTED).await;
                assert!(broken.is_empty(), "{name} in {language}: {broken:?}");
            }
        }
    });
}
