//! Pictures of the page, made when they are asked for.

use std::path::{Path, PathBuf};

use super::browser::{Browser, Scheme};
use super::chromium::{Script, run};
use super::recorded::Recorded;

/// `SCREENSHOTS=write`: the README's pictures, in `docs/screenshots/`.
/// `SCREENSHOTS=all`: every recorded page, whole, in `target/tmp/screenshots/`, to be looked at.
#[test]
fn pictures_are_made_on_demand() {
    let Some(asked) = std::env::var_os("SCREENSHOTS") else { return };
    run(Script::On, async |browser| match asked.to_str() {
        Some("write") => for_the_readme(browser).await,
        Some("all") => of_everything(browser).await,
        _ => panic!("SCREENSHOTS is write or all"),
    });
}

async fn for_the_readme(browser: &Browser) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots");
    browser.goto(&Recorded::page("every trait").await.url).await;
    for (name, scheme, width, height, scale) in [
        ("light", Scheme::Light, 1280, 960, 1.0),
        ("dark", Scheme::Dark, 1280, 960, 1.0),
        ("phone", Scheme::Light, 390, 844, 2.0),
    ] {
        browser.view(width, scheme).await;
        browser.metrics(width, height, scale).await;
        std::fs::write(folder.join(format!("{name}.png")), browser.picture().await).unwrap();
    }
}

async fn of_everything(browser: &Browser) {
    for page in Recorded::pages().await {
        browser.goto(&page.url).await;
        for (kind, scheme, width) in
            [("light", Scheme::Light, 1280), ("dark", Scheme::Dark, 1280), ("phone", Scheme::Light, 320)]
        {
            browser.view(width, scheme).await;
            let height = browser.js("return document.documentElement.scrollHeight").await.as_u64().unwrap();
            browser.metrics(width, u32::try_from(height).unwrap(), 1.0).await;
            let name = page.name.replace(['/', ' '], "-");
            std::fs::write(folder().join(format!("{name}-{kind}.png")), browser.picture().await).unwrap();
        }
    }
}

/// Where pictures go that are looked at and thrown away.
pub(crate) fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
