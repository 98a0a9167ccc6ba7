//! Pictures of the page, made when they are asked for.

use std::path::{Path, PathBuf};

use kratos_account::Config;
use kratos_stand_in::{StandIn, UiUrls};

use super::browser::{Browser, Scheme};
use super::chromium::{Script, run};
use super::harness::{leave_out, tests};
use super::recorded::{Recorded, bind};

tests!(pictures_are_made_on_demand);

/// `SCREENSHOTS=write`: the README's pictures, in `docs/screenshots/`.
/// `SCREENSHOTS=all`: every recorded page, whole, in `target/tmp/screenshots/`, to be looked at.
fn pictures_are_made_on_demand() {
    let Some(asked) = std::env::var_os("SCREENSHOTS") else { leave_out("SCREENSHOTS asks for none") };
    run(Script::On, async |browser| match asked.to_str() {
        Some("write") => for_the_readme(browser).await,
        Some("all") => of_everything(browser).await,
        _ => panic!("SCREENSHOTS is write or all"),
    });
}

/// The demo's pages.
async fn for_the_readme(browser: &Browser) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots");
    let (listener, own) = bind().await;
    let told = kratos_stand_in::Config { ui_urls: UiUrls::at(&own), ..kratos_stand_in::Config::for_demo(&own) };
    let kratos = StandIn::start(told).await.unwrap();
    let config = Config::new(kratos.public_url().parse().unwrap(), own.parse().unwrap());
    let router = kratos_account::router(&config).unwrap();
    tokio::spawn(kratos_account::serve(listener, router, std::future::pending()));
    let login = format!("{own}/login");
    let settings = kratos.person_url();
    // The login first: whoever is signed in is shown none.
    for (url, name, scheme, width, height, scale) in [
        (&login, "login", Scheme::Light, 1280, 800, 1.0),
        (&login, "login-phone", Scheme::Dark, 390, 700, 2.0),
        (&settings, "light", Scheme::Light, 1280, 800, 1.0),
        (&settings, "dark", Scheme::Dark, 1280, 800, 1.0),
        (&settings, "phone", Scheme::Light, 390, 700, 2.0),
    ] {
        browser.view(width, scheme).await;
        browser.metrics(width, height, scale).await;
        browser.goto(url).await;
        browser.find("main").await;
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
