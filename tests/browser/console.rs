//! Under its own policy, no page makes the browser complain.

use super::chromium::{Script, run};
use super::harness::tests;
use super::recorded::Recorded;

tests!(the_console_stays_clean, the_policy_is_in_force);

fn the_console_stays_clean() {
    run(Script::On, async |browser| {
        let mut complaints = Vec::new();
        for page in Recorded::pages().await {
            browser.goto(&page.url).await;
            // That a page of this status is an error is what it says itself.
            let own =
                |entry: &String| entry.contains(&page.url) && entry.contains("the server responded with a status");
            // The recorded application has a picture, which is nowhere.
            let nowhere =
                |entry: &String| entry.contains("https://app.example.org/logo.png") && entry.contains("net::ERR");
            let entries = browser.console().await.into_iter().filter(|entry| !own(entry) && !nowhere(entry));
            complaints.extend(entries.map(|entry| format!("{}: {entry}", page.name)));
        }
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    });
}

fn the_policy_is_in_force() {
    run(Script::On, async |browser| {
        browser.goto(&Recorded::page("settings/fresh").await.url).await;
        let script = "const script = document.createElement('script'); script.append('window.ran = true'); \
                      document.body.append(script); return window.ran === true;";
        let run = browser.js(&format!("try {{ {script} }} catch {{ return false; }}")).await;
        assert_eq!(run, false, "an inline script");
        assert!(!browser.console().await.is_empty(), "the console tells it");
    });
}
