//! Times are the reader's own, where the browser tells which those are.

use super::ceremonies::with;
use super::chromium::{Script, run};
use super::harness::tests;
use super::recorded::Recorded;

tests! {
    a_session_began_when_the_readers_clock_said_so,
    a_passkey_was_added_on_the_readers_day,
    without_scripts_it_is_utc_and_says_so,
}

/// The times on the page: as they read, as they came, and for machines.
const TIMES: &str = "return [...document.querySelectorAll('time')].map((time) => \
    [time.textContent, time.title, time.dateTime].join(' | ').replaceAll('\u{202f}', ' '))";

/// Puts a date without a time into the page before its scripts run.
const BIRTHDAY: &str = "new MutationObserver((_, observer) => { \
    const main = document.querySelector('main'); \
    if (!main) return; \
    observer.disconnect(); \
    main.prepend(Object.assign(document.createElement('time'), {dateTime: '1985-12-10', textContent: '10 Dec 1985'})); \
}).observe(document, {childList: true, subtree: true})";

fn a_session_began_when_the_readers_clock_said_so() {
    run(Script::On, async |browser| {
        for (zone, told) in [
            ("Asia/Kolkata", "Nov 23, 2026, 10:07 PM | 23 Nov 2026, 16:37 UTC | 2026-11-23T16:37:53Z"),
            ("Pacific/Kiritimati", "Nov 24, 2026, 6:37 AM | 23 Nov 2026, 16:37 UTC | 2026-11-23T16:37:53Z"),
        ] {
            browser.live_in(zone).await;
            with(browser, BIRTHDAY, browser.goto(&Recorded::page("sessions").await.url)).await;
            let times = browser.list(TIMES).await;
            assert!(times.iter().any(|time| time == told), "{zone}: {times:?}");
            assert!(times.iter().any(|time| time == "10 Dec 1985 |  | 1985-12-10"), "no time, no zone: {times:?}");
        }
    });
}

fn a_passkey_was_added_on_the_readers_day() {
    run(Script::On, async |browser| {
        for (zone, told) in [("America/Los_Angeles", "Nov 23, 2026"), ("Pacific/Kiritimati", "Nov 24, 2026")] {
            browser.live_in(zone).await;
            browser.goto(&Recorded::page("settings/passkey_added").await.url).await;
            let times = browser.list(TIMES).await;
            assert!(
                !times.is_empty() && times.iter().all(|time| time.starts_with(&format!("{told} |  | "))),
                "{times:?}"
            );
        }
    });
}

fn without_scripts_it_is_utc_and_says_so() {
    run(Script::Off, async |browser| {
        browser.live_in("Asia/Kolkata").await;
        browser.goto(&Recorded::page("sessions").await.url).await;
        let times = browser.list(TIMES).await;
        assert!(times.contains(&"23 Nov 2026, 16:37 UTC |  | 2026-11-23T16:37:53Z".to_owned()), "{times:?}");
    });
}
