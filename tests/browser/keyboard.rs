//! A keyboard is enough.

use super::browser::Scheme;
use super::chromium::{Script, run};
use super::harness::tests;
use super::recorded::Recorded;

tests! {
    tab_leads_through_everything_in_order_and_shows_where_it_is,
    the_first_stop_skips_to_the_content,
    a_question_has_the_focus_until_it_is_answered,
}

fn tab_leads_through_everything_in_order_and_shows_where_it_is() {
    for name in
        ["every trait", "settings/lookup_revealed_one_used", "login/unified_all_methods", "registration/unified"]
    {
        for width in [320, 1280] {
            run(Script::On, async |browser| {
                browser.goto(&Recorded::page(name).await.url).await;
                browser.view(width, Scheme::Light).await;
                let stops = browser.js(include_str!("stops.js")).await.as_u64().unwrap();
                let mut wrong = Vec::new();
                for stop in 0..stops {
                    // A date has stops within.
                    for _ in 0..8 {
                        browser.tab().await;
                        if browser.js("return stops.indexOf(document.activeElement)").await.as_u64()
                            != stop.checked_sub(1)
                        {
                            break;
                        }
                    }
                    wrong.extend(browser.list(&include_str!("stop.js").replace("EXPECTED", &stop.to_string())).await);
                }
                assert!(stops > 10, "{name}: {stops} stops");
                assert!(wrong.is_empty(), "{name} at {width} px:\n{}", wrong.join("\n"));
            });
        }
    }
}

fn the_first_stop_skips_to_the_content() {
    run(Script::On, async |browser| {
        browser.goto(&Recorded::page("settings/fresh").await.url).await;
        browser.tab().await;
        let link = "document.activeElement.getAttribute('href')?.startsWith('#')";
        assert_eq!(browser.js(&format!("return {link}")).await, true);
        browser.key("Enter", 13).await;
        browser.until("location.hash").await;
        browser.tab().await;
        browser.until("document.activeElement.closest('main')").await;
    });
}

fn a_question_has_the_focus_until_it_is_answered() {
    run(Script::On, async |browser| {
        browser.goto(&Recorded::page("settings/webauthn_added").await.url).await;
        let opener = "document.querySelector('button[name=webauthn_remove]')";
        browser.js(&format!("{opener}.focus()")).await;
        browser.key("Enter", 13).await;
        browser.until("document.querySelector('dialog[open]:modal')?.contains(document.activeElement)").await;
        for _ in 0..6 {
            browser.tab().await;
            // Between the last and the first, the browser's own controls have their turn.
            let within = "document.activeElement.matches('dialog[open] *, body')";
            assert_eq!(browser.js(&format!("return {within}")).await, true);
        }
        browser.key("Escape", 27).await;
        browser.until(&format!("!document.querySelector('dialog[open]') && document.activeElement === {opener}")).await;
    });
}
