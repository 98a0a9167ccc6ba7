//! Pages on paper, as Chromium prints them, read by poppler's `pdftotext`.

use std::io::Write;
use std::process::{Command, Stdio};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use super::browser::{Browser, Scheme};
use super::chromium::{Script, program, run};
use super::harness::{missing, tests};
use super::recorded::Recorded;
use super::stage::Stage;
use super::teller::stories;

stories! {
    codes_are_one_sheet_that_tells_whose_they_are: Plain Both;
    a_copy_and_a_file_say_what_the_sheet_says: Plain On;
}

tests!(codes_that_are_spent_are_not_on_the_sheet_and_many_fit, other_pages_are_printed_without_what_is_pressed);

/// Width and height in centimetres, and how it lies.
const PAPERS: [(&str, f64, f64, &str); 4] = [
    ("A4", 21.0, 29.7, "portrait"),
    ("A4", 21.0, 29.7, "landscape"),
    ("Letter", 21.59, 27.94, "portrait"),
    ("Letter", 21.59, 27.94, "landscape"),
];

const SHEET: &str = ".sheet [data-head], .sheet [data-copied]";

impl Browser {
    /// The texts of the pages that the page fills on this paper.
    async fn on_paper(&self, (_, width, height, orientation): (&str, f64, f64, &str)) -> Vec<String> {
        let reader = program("pdftotext").unwrap_or_else(|| missing("pdftotext (poppler-utils)"));
        let asked = json!({"orientation": orientation, "page": {"width": width, "height": height}});
        let pdf = BASE64_STANDARD.decode(self.post("print", asked).await.as_str().unwrap()).unwrap();
        let mut read = Command::new(reader);
        let mut read = read.args(["-layout", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        read.stdin.take().unwrap().write_all(&pdf).unwrap();
        let output = read.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        // Each page ends in a form feed.
        text.strip_suffix('\u{c}').unwrap().split('\u{c}').map(str::to_owned).collect()
    }

    /// The texts of all elements that match a selector, seen or not.
    async fn texts(&self, css: &str) -> Vec<String> {
        self.list(&format!("return [...document.querySelectorAll('{css}')].map((one) => one.textContent)")).await
    }
}

async fn codes_are_one_sheet_that_tells_whose_they_are(browser: &Browser, stage: &Stage) {
    let person = browser.enter(stage).await;
    let make = "button[name=lookup_secret_regenerate]";
    assert_eq!(browser.texts(make).await, ["Make recovery codes"], "the first are not new");
    browser.click(make).await;
    browser.find(".sheet").await;

    // It is said once that they do not work yet, and the button that keeps them comes after them.
    let section = "document.querySelector('[data-testid=lookup_secret-settings-card]')";
    let said = browser.js(&format!("return {section}.innerText.split('not work yet').length - 1")).await;
    assert_eq!(said, 1);
    let order = format!(
        "return [...{section}.querySelectorAll('.note, .sheet, [data-print], [data-copy], [data-download], button[name]')]\
         .map((one) => one.className || one.name || Object.keys(one.dataset)[0])"
    );
    assert_eq!(browser.list(&order).await, ["note", "sheet", "print", "copy", "download", "primary"]);

    let sheet = browser.texts(SHEET).await;
    assert_eq!(sheet.len(), 16, "{sheet:?}");
    assert!(sheet[1].ends_with(&person.email) && sheet[2].contains("localhost"), "{sheet:?}");
    for scheme in [Scheme::Light, Scheme::Dark] {
        browser.prefer(scheme).await;
        for paper in PAPERS {
            let pages = browser.on_paper(paper).await;
            assert_eq!(pages.len(), 1, "{paper:?}: {pages:?}");
            let words = |text: &str| {
                let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
                words.sort_unstable();
                words
            };
            // Of a list's items, the numbers are printed as well.
            let numbers = (1..=12).map(|number| format!("{number}."));
            let expected = words(&sheet.iter().cloned().chain(numbers).collect::<Vec<_>>().join(" "));
            assert_eq!(words(&pages[0]), expected, "{paper:?}: the sheet, and nothing else");
        }
    }

    // Codes that are kept are replaced by new ones.
    browser.press("lookup_secret_confirm", "true").await;
    browser.find("[data-testid='ui/message/1050001']").await;
    browser.press("lookup_secret_reveal", "true").await;
    browser.find(".sheet").await;
    assert_eq!(browser.texts(make).await, ["Make new recovery codes"]);
    assert!(
        !browser.has(".note:not(:has(a))").await || !browser.texts(".note").await.join(" ").contains("not work yet")
    );
}

async fn a_copy_and_a_file_say_what_the_sheet_says(browser: &Browser, stage: &Stage) {
    browser.enter(stage).await;
    browser.click("button[name=lookup_secret_regenerate]").await;
    browser.find(".sheet").await;
    let lines = browser.texts(SHEET).await;
    let (head, codes) = lines.split_at(4);
    let expected = [head, &[String::new()], codes].concat();

    browser.click(".sheet ~ .row [data-copy]").await;
    browser.until("document.querySelector('.sheet ~ .row [data-copy]').textContent === 'Copied'").await;
    assert_eq!(browser.pasted().await.lines().collect::<Vec<_>>(), expected);

    let folder = tempfile::tempdir().unwrap();
    let allowed = json!({"behavior": "allow", "downloadPath": folder.path()});
    browser.cdp("Browser.setDownloadBehavior", allowed).await;
    browser.click("[data-download]").await;
    let file = folder.path().join("recovery-codes-localhost.txt");
    for _ in 0..500 {
        if file.exists() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let saved =
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{error}: {:?}", folder.path().read_dir()));
    assert_eq!(saved, format!("{}\r\n", expected.join("\r\n")), "as Windows reads it");

    // Printing is left to the browser.
    browser.js("window.print = () => (window.printed = true)").await;
    browser.click("[data-print]").await;
    browser.until("window.printed").await;
    browser.has_no_complaints(stage).await;
}

fn codes_that_are_spent_are_not_on_the_sheet_and_many_fit() {
    run(Script::On, async |browser| {
        browser.goto(&Recorded::page("settings/lookup_revealed_one_used").await.url).await;
        let pages = browser.on_paper(PAPERS[0]).await;
        assert_eq!(pages.len(), 1);
        assert!(pages[0].contains("11.") && !pages[0].contains("12.") && !pages[0].contains("Used"), "{}", pages[0]);
        let more = "const list = document.querySelector('.codes'); \
            for (let number = 0; number < 48; number++) list.append(list.lastElementChild.cloneNode(true))";
        browser.js(more).await;
        for paper in PAPERS {
            let pages = browser.on_paper(paper).await;
            assert!(pages.len() == 1 && pages[0].contains("59."), "{paper:?}: {pages:?}");
        }
    });
}

fn other_pages_are_printed_without_what_is_pressed() {
    run(Script::On, async |browser| {
        for (name, held) in [
            ("every trait", vec!["Profile", "Where you are signed in"]),
            ("settings/webauthn_added", vec!["Security keys"]),
            ("sessions", vec!["Where you are signed in", "This device"]),
            ("applications", vec!["Example App", "https://app.example.org/privacy"]),
            ("consent", vec!["Example"]),
        ] {
            browser.goto(&Recorded::page(name).await.url).await;
            browser.view(1280, Scheme::Dark).await;
            let pages = browser.on_paper(PAPERS[0]).await;
            let text = pages.join(" ");
            for held in held {
                assert!(text.contains(held), "{name}: {held} in {text}");
            }
            for left in [
                "Sign out",
                "Deutsch",
                "Language: English",
                "Appearance",
                "Skip to the content",
                "On this page",
                "Save",
            ] {
                assert!(!text.contains(left), "{name}: {left} in {text}");
            }
            // Black on white, whatever the screen's colours.
            browser.media("print", &[("prefers-color-scheme", "dark")]).await;
            let unreadable = browser.list(include_str!("unprinted.js")).await;
            assert!(unreadable.is_empty(), "{name}: light on white paper: {}", unreadable.join("\n"));
            browser.media("", &[]).await;
        }
    });
}
