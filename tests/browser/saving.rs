//! Changes are saved, with and without scripts; and then the person is where they were.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use http::Method;
use kratos_account::Config;
use kratos_stand_in::StandIn;
use tokio::sync::Semaphore;

use super::browser::Browser;
use super::chromium::{Script, run};
use super::harness::tests;
use super::recorded::{Recorded, bind};
use super::stage::Stage;
use super::teller::stories;

tests!(a_second_press_does_nothing, a_password_is_shown_and_sent_whatever_an_extension_does_to_its_field);

/// "Your changes have been saved!"
const SAVED: &str = "[data-testid='ui/message/1050001']";

/// "The password can not be used because the password is too similar to the identifier."
const SIMILAR: &str = "[data-testid='ui/message/4000031']";

stories! {
    changes_are_saved: Plain Both;
    a_profile_is_saved_among_siblings: Siblings Both;
}

async fn changes_are_saved(browser: &Browser, stage: &Stage) {
    let person = browser.enter(stage).await;
    let title = browser.title().await;

    browser.fill("traits.name.first", "Augusta Ada").await;
    browser.press("method", "profile").await;
    saved(browser, "profile", &title).await;
    assert_eq!(browser.value("traits.name.first").await, "Augusta Ada");
    // What the form cannot show is still there.
    assert_eq!(browser.value("traits.deep.a.b.c").await, "bottom");

    browser.fill("password", &person.email).await;
    browser.press("method", "password").await;
    refused(browser, &title).await;

    browser.fill("password", "Sketch-of-the-Engine-1843").await;
    browser.press("method", "password").await;
    saved(browser, "password", &title).await;

    browser.has_no_complaints(stage).await;
}

async fn a_profile_is_saved_among_siblings(browser: &Browser, stage: &Stage) {
    browser.enter(stage).await;
    let title = browser.title().await;
    browser.fill("traits.name.first", "Augusta Ada").await;
    browser.press("method", "profile").await;
    saved(browser, "profile", &title).await;
    assert_eq!(browser.value("traits.name.first").await, "Augusta Ada");
    browser.has_no_complaints(stage).await;
}

/// The section is in view, its message in it, with the focus; the title tells it too.
async fn saved(browser: &Browser, section: &str, title: &str) {
    browser.find(SAVED).await;
    assert!(browser.has(&format!("[data-testid={section}-settings-card] {SAVED}")).await, "said in its section");
    browser.until(&format!("document.activeElement.matches(\"{SAVED}\")")).await;
    in_view(browser).await;
    assert_ne!(browser.title().await, title, "the title tells it");
}

/// The focus is on what is wrong, or on the field it is wrong with.
async fn refused(browser: &Browser, title: &str) {
    browser.find(&format!("[data-testid='password-settings-card'] {SIMILAR}")).await;
    browser.until("document.activeElement.matches('[name=password], [role=alert], [tabindex=\"-1\"]')").await;
    in_view(browser).await;
    assert_ne!(browser.title().await, title, "the title tells it");
    let field = browser.find("[name='password']").await;
    assert_eq!(field.attr("aria-invalid").await.unwrap().as_deref(), Some("true"));
    assert_eq!(browser.value("password").await, "", "no password comes back");
}

async fn in_view(browser: &Browser) {
    let place = "document.activeElement.getBoundingClientRect()";
    browser.until(&format!("{place}.top >= 0 && {place}.bottom <= innerHeight")).await;
}

fn a_second_press_does_nothing() {
    run(Script::On, async |browser| {
        // Forms wait at the gate until a picture is asked for.
        let gate = Arc::new(Semaphore::new(0));
        let posts = Arc::new(AtomicUsize::new(0));
        let (listener, app) = bind().await;
        let kratos = StandIn::start(kratos_stand_in::Config::for_application(&app)).await.unwrap();
        let config = Config::new(kratos.public_url().parse().unwrap(), app.parse().unwrap());
        let router = kratos_account::router(&config).unwrap().layer(from_fn(gated(&gate, &posts)));
        tokio::spawn(kratos_account::serve(listener, router, std::future::pending()));
        browser.goto(&kratos.demo_url()).await;
        browser.fill("traits.name.first", "Augusta").await;
        browser.js(TWICE).await;
        browser.find(SAVED).await;
        assert_eq!(posts.load(Ordering::SeqCst), 1, "forms sent");
        assert_eq!(browser.js("return sessionStorage.works").await, "true", "the button tells that it works");
    });
}

const TWICE: &str = "
    const button = document.querySelector('button[name=method][value=profile]');
    setTimeout(() => button.click());
    setTimeout(() => button.click(), 50);
    setTimeout(() => {
        sessionStorage.works = button.matches('[aria-disabled=true], :disabled');
        new Image().src = '/open-the-gate';
    }, 100);";

type Answering = Pin<Box<dyn Future<Output = Response> + Send>>;

fn gated(gate: &Arc<Semaphore>, posts: &Arc<AtomicUsize>) -> impl Fn(Request, Next) -> Answering + Clone + use<> {
    let (gate, posts) = (Arc::clone(gate), Arc::clone(posts));
    move |request: Request, next: Next| {
        let (gate, posts) = (Arc::clone(&gate), Arc::clone(&posts));
        Box::pin(async move {
            if request.uri().path() == "/open-the-gate" {
                gate.add_permits(10);
            }
            if request.method() == Method::POST {
                posts.fetch_add(1, Ordering::SeqCst);
                gate.acquire().await.unwrap().forget();
            }
            next.run(request).await
        })
    }
}

fn a_password_is_shown_and_sent_whatever_an_extension_does_to_its_field() {
    run(Script::On, async |browser| {
        browser.goto(&Recorded::page("settings/fresh").await.url).await;
        let kind = "return document.querySelector('[name=password]').type";
        browser.js("document.querySelector('[name=password]').after(document.createElement('span'))").await;
        browser.click(".reveal").await;
        assert_eq!(browser.js(kind).await, "text");

        let submit = "document.querySelector('.reveal').form.dispatchEvent(new Event('submit', { bubbles: true }))";
        browser.js(submit).await;
        assert_eq!(browser.js(kind).await, "password");

        browser.js("document.querySelector('[name=password]').remove()").await;
        browser.js(submit).await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}
