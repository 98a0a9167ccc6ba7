//! Links through a provider on another origin, though `form-action` allows none but our own.

use super::browser::Browser;
use super::stage::Stage;
use super::teller::stories;

stories! {
    an_account_is_linked_and_unlinked: Plain Both;
    back_from_the_provider_is_the_page_before: Plain Both;
    who_signed_in_long_ago_proves_it_and_the_change_is_made: Brief Both;
    so_it_is_among_siblings: Siblings Both;
}

/// At the provider's page, on its own origin.
async fn at_provider(browser: &Browser, stage: &Stage) {
    browser.until("document.querySelector('button[name=decision]')").await;
    assert_ne!(browser.url().await.origin(), stage.app.parse::<url::Url>().unwrap().origin());
}

async fn an_account_is_linked_and_unlinked(browser: &Browser, stage: &Stage) {
    let person = browser.enter(stage).await;
    browser.press("link", "hydra").await;
    at_provider(browser, stage).await;
    browser.fill("sub", &person.email).await;
    browser.press("decision", "allow").await;
    browser.at_settings(stage).await;
    let unlink = "document.querySelector('button[name=unlink][value=hydra]')";
    browser.until(unlink).await;

    browser.press_and_confirm("unlink", "hydra").await;
    browser.until(&format!("document.querySelector('button[name=link][value=hydra]') && !{unlink}")).await;
    browser.has_no_complaints(stage).await;
}

async fn back_from_the_provider_is_the_page_before(browser: &Browser, stage: &Stage) {
    browser.enter(stage).await;
    let before = browser.url().await;
    browser.press("link", "hydra").await;
    at_provider(browser, stage).await;
    browser.back().await;
    browser.until(&format!("location.href === '{before}' && document.querySelector('h1')")).await;
}

/// Kratos' login is another origin too, and a form leads there.
async fn who_signed_in_long_ago_proves_it_and_the_change_is_made(browser: &Browser, stage: &Stage) {
    let person = browser.enter(stage).await;
    stage.kratos.outlive_privilege().await;
    browser.fill("password", "Sketch-of-the-Engine-1843").await;
    browser.press("method", "password").await;
    browser.until("document.querySelector('[data-testid=\"ui/message/1010003\"]')").await;
    browser.prove(&person).await;
    browser.at_settings(stage).await;
    browser.find("[data-testid='ui/message/1050001']").await;
    browser.has_no_complaints(stage).await;
}

/// All forms but the profile's go straight to Kratos there, on another host.
async fn so_it_is_among_siblings(browser: &Browser, stage: &Stage) {
    who_signed_in_long_ago_proves_it_and_the_change_is_made(browser, stage).await;
}
