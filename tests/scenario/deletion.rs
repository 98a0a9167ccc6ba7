//! Deleting one's account, or switching it off, where the operator lets people do so.

use axum::http::Method;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::scenes::{CONFIRM_IT_IS_YOU, WRONG_PASSWORD, confirm, sign_in};
use crate::second_factor::{SECOND_FACTOR, add_app, show_code};
use crate::stage::guarded::RECENT;
use crate::stage::kratos::code_in;
use crate::stage::{Person, Stage};

stories! {
    Plain:
        an_account_is_deleted_for_good_and_everywhere,
        ones_data_can_be_kept_before,
        whoever_thinks_better_of_it_keeps_the_account,
        whoever_is_signed_out_signs_in_and_is_back_at_the_page,
        an_account_that_another_tab_signed_in_to_is_not_deleted,
        a_button_that_is_pressed_twice_counts_once,
        buttons_that_are_pressed_at_once_count_once,
        whoever_signed_out_meanwhile_deletes_nothing,
        the_second_factor_comes_before_it;
    Brief:
        a_sign_in_of_a_while_ago_is_asked_for_again_and_leads_back,
        a_page_that_was_open_for_long_asks_again_and_deletes_nothing_yet;
    OneFactor:
        the_second_factor_comes_before_it_where_one_is_enough_elsewhere;
    Whole:
        a_new_account_takes_the_name_of_one_that_was_deleted;
    WholeByLink:
        an_account_is_switched_off_until_an_administrator_switches_it_on;
    WholeStrict:
        a_code_by_mail_comes_before_it_where_one_factor_is_enough_elsewhere;
    Applications:
        applications_lose_what_they_were_allowed;
    Cases:
        where_it_is_not_offered_there_is_nothing_of_it;
}

/// With one host for all.
mod one_origin {
    use super::*;

    stories! {
        OneOrigin:
            an_account_is_deleted_for_good_and_everywhere,
            whoever_is_signed_out_signs_in_and_is_back_at_the_page;
    }
}

/// Through nginx, below a path.
mod below_a_path {
    use super::*;

    stories! {
        BelowAPath:
            an_account_is_deleted_for_good_and_everywhere,
            whoever_is_signed_out_signs_in_and_is_back_at_the_page;
    }
}

/// Where every page of Kratos' is this application's.
mod whole {
    use super::*;

    stories! {
        Whole:
            an_account_is_deleted_for_good_and_everywhere,
            the_second_factor_comes_before_it,
            whoever_is_signed_out_signs_in_and_is_back_at_the_page;
    }
}

/// On sibling hosts.
mod siblings {
    use super::*;

    stories! {
        Siblings:
            an_account_is_deleted_for_good_and_everywhere,
            whoever_is_signed_out_signs_in_and_is_back_at_the_page;
    }
}

impl Stage {
    fn deletion(&self) -> String {
        format!("{}/settings/delete", self.app)
    }

    /// The page that asks whether the account is to go is shown, of this person's.
    #[track_caller]
    fn asks(&self, browser: &Browser, person: &Person) {
        assert_eq!((browser.url().as_str(), browser.status()), (self.deletion().as_str(), 200), "{browser:?}");
        assert!(browser.has("[data-testid=\"account-deletion\"]"), "{browser:?}");
        assert!(browser.text().contains(&person.email), "{browser:?}");
        assert!(!browser.is_ticked("understood"), "nothing is ticked beforehand: {browser:?}");
    }

    /// The status with which the admin API knows somebody.
    async fn known(&self, identity: &str) -> (u16, Value) {
        let url = self.kratos.admin.join(&format!("/admin/identities/{identity}")).unwrap();
        let answer = self.http.get(url).send().await.unwrap();
        (answer.status().as_u16(), serde_json::from_str(&answer.text().await.unwrap()).unwrap())
    }

    async fn identity(&self, browser: &Browser) -> String {
        let session: Value = serde_json::from_str(&self.session(browser).await).unwrap();
        session["identity"]["id"].as_str().unwrap().to_owned()
    }
}

/// Ticks the box and presses the button, at the page that has both.
async fn go(browser: &mut Browser, deed: &str) {
    browser.tick("understood", true).press("deed", deed).await;
}

#[track_caller]
fn gone(browser: &Browser) {
    assert_eq!(browser.status(), 200, "{browser:?}");
    assert_eq!(browser.texts("h1"), ["Your account has been deleted"], "{browser:?}");
}

#[track_caller]
fn signed_out(browser: &Browser) {
    assert!(browser.offers("method", "password") && browser.value("identifier").is_some(), "{browser:?}");
}

/// Whoever has the right password still does not get in.
async fn cannot_sign_in(stage: &Stage, person: &Person) {
    let mut browser = stage.browser();
    browser.visit(stage.settings()).await;
    sign_in(&mut browser, person).await;
    assert!(browser.messages().contains(&WRONG_PASSWORD), "{browser:?}");
}

async fn an_account_is_deleted_for_good_and_everywhere(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    let mut browser = stage.signed_in(&person).await;
    let mut phone = stage.signed_in(&person).await;
    let mut bystander = stage.signed_in(&other).await;
    let (identity, theirs) = (stage.identity(&browser).await, stage.identity(&bystander).await);
    browser.follow("deletion-link").await;
    stage.asks(&browser, &person);
    assert!(browser.text().contains("This cannot be undone."), "{browser:?}");
    go(&mut browser, "delete").await;
    gone(&browser);
    assert!(!browser.text().contains(&person.email), "{browser:?}");
    assert_eq!(stage.known(&identity).await.0, 404);
    for device in [&mut browser, &mut phone] {
        device.visit(stage.settings()).await;
        signed_out(device);
    }
    cannot_sign_in(stage, &person).await;
    assert_eq!(stage.known(&theirs).await.0, 200);
    bystander.visit(stage.settings()).await;
    stage.at_settings(&bystander);
}

async fn ones_data_can_be_kept_before(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(stage.deletion()).await;
    stage.asks(&browser, &person);
    // It stands before the form.
    assert!(browser.has("p:has(a[download]) + form button[name=\"deed\"]"), "{browser:?}");
    let mut tab = browser.tab();
    tab.visit(browser.url().join(&browser.attributes("a[download]", "href")[0]).unwrap()).await;
    let data: Value = serde_json::from_str(&tab.steps().last().unwrap().body).unwrap();
    assert_eq!(data["traits"]["email"], person.email.as_str());
    go(&mut browser, "delete").await;
    gone(&browser);
}

async fn whoever_thinks_better_of_it_keeps_the_account(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(stage.deletion()).await;
    // The safe choice is the first of the two.
    assert!(browser.has("a[data-testid=\"keep\"] + button[name=\"deed\"]"), "{browser:?}");
    browser.follow("keep").await;
    stage.at_settings(&browser);
    assert_eq!(stage.known(&stage.identity(&browser).await).await.0, 200);
}

async fn whoever_is_signed_out_signs_in_and_is_back_at_the_page(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.deletion()).await;
    signed_out(&browser);
    sign_in(&mut browser, &person).await;
    stage.asks(&browser, &person);
    go(&mut browser, "delete").await;
    gone(&browser);
    cannot_sign_in(stage, &person).await;
}

async fn an_account_that_another_tab_signed_in_to_is_not_deleted(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    let mut browser = stage.signed_in(&person).await;
    let mine = stage.identity(&browser).await;
    browser.visit(stage.deletion()).await;
    let mut tab = browser.tab();
    stage.sign_out(&mut tab).await;
    tab.visit(stage.settings()).await;
    sign_in(&mut tab, &other).await;
    stage.at_settings(&tab);
    let theirs = stage.identity(&tab).await;
    go(&mut browser, "delete").await;
    assert_eq!(browser.status(), 403, "{browser:?}");
    assert!(browser.text().contains("Somebody else is signed in"), "{browser:?}");
    for identity in [mine, theirs] {
        assert_eq!(stage.known(&identity).await.0, 200);
    }
    tab.visit(stage.settings()).await;
    stage.at_settings(&tab);
}

async fn a_button_that_is_pressed_twice_counts_once(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(stage.deletion()).await;
    let mut again = browser.clone();
    go(&mut browser, "delete").await;
    gone(&browser);
    go(&mut again, "delete").await;
    assert_eq!(again.status(), 401, "{again:?}");
    assert!(again.text().contains("it worked the first time"), "{again:?}");
    again.follow_link("Sign in again").await;
    signed_out(&again);
}

async fn buttons_that_are_pressed_at_once_count_once(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let identity = stage.identity(&browser).await;
    browser.visit(stage.deletion()).await;
    let mut again = browser.clone();
    tokio::join!(go(&mut browser, "delete"), go(&mut again, "delete"));
    let said = [browser.texts("h1").concat(), again.texts("h1").concat()];
    assert!(said.contains(&"Your account has been deleted".to_owned()), "{said:?}");
    let all = ["Your account has been deleted", "You are signed out"];
    assert!(said.iter().all(|title| all.contains(&title.as_str())), "{said:?}");
    assert_eq!(stage.known(&identity).await.0, 404);
}

async fn whoever_signed_out_meanwhile_deletes_nothing(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let identity = stage.identity(&browser).await;
    browser.visit(stage.deletion()).await;
    stage.sign_out(&mut browser.tab()).await;
    go(&mut browser, "delete").await;
    assert_eq!(browser.status(), 401, "{browser:?}");
    assert_eq!(stage.known(&identity).await.0, 200);
    browser.visit(stage.deletion()).await;
    sign_in(&mut browser, &person).await;
    stage.asks(&browser, &person);
}

async fn the_second_factor_comes_before_it(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(stage.deletion()).await;
    stage.asks(&browser, &person);
    let mut elsewhere = stage.signed_in(&person).await;
    let identity = stage.identity(&elsewhere).await;
    let key = add_app(stage, &mut elsewhere).await;
    // A page that was made before there was one.
    go(&mut browser, "delete").await;
    assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
    assert_eq!(stage.known(&identity).await.0, 200);
    show_code(stage, &mut browser, &key).await;
    stage.asks(&browser, &person);
    go(&mut browser, "delete").await;
    gone(&browser);
}

async fn the_second_factor_comes_before_it_where_one_is_enough_elsewhere(stage: &Stage) {
    let person = stage.person().await;
    let mut elsewhere = stage.signed_in(&person).await;
    let identity = stage.identity(&elsewhere).await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(stage.deletion()).await;
    stage.asks(&browser, &person);
    let key = add_app(stage, &mut elsewhere).await;
    go(&mut browser, "delete").await;
    assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
    assert_eq!(stage.known(&identity).await.0, 200);
    let mut other = stage.signed_in(&person).await;
    other.visit(stage.deletion()).await;
    assert!(other.messages().contains(&SECOND_FACTOR), "{other:?}");
    show_code(stage, &mut other, &key).await;
    stage.asks(&other, &person);
    go(&mut other, "delete").await;
    gone(&other);
}

async fn a_code_by_mail_comes_before_it_where_one_factor_is_enough_elsewhere(stage: &Stage) {
    let person = stage.verified_person().await;
    let mut browser = stage.signed_in(&person).await;
    let identity = stage.identity(&browser).await;
    browser.visit(stage.deletion()).await;
    assert_eq!(browser.url().path(), "/login", "{browser:?}");
    if !browser.has("input[name=code]") {
        browser.press("address", &person.email).await;
    }
    let code = code_in(&stage.kratos.mail(&person.email, "login_code_valid").await);
    browser.fill("code", &code).press("method", "code").await;
    stage.asks(&browser, &person);
    go(&mut browser, "deactivate").await;
    assert_eq!(stage.known(&identity).await.1["state"], "inactive");
}

async fn a_sign_in_of_a_while_ago_is_asked_for_again_and_leads_back(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    outlive_recent().await;
    browser.visit(stage.settings()).await;
    stage.at_settings(&browser);
    browser.follow("deletion-link").await;
    confirm(&mut browser, &person).await;
    stage.asks(&browser, &person);
    go(&mut browser, "delete").await;
    gone(&browser);
    cannot_sign_in(stage, &person).await;
}

async fn a_page_that_was_open_for_long_asks_again_and_deletes_nothing_yet(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let identity = stage.identity(&browser).await;
    browser.visit(stage.deletion()).await;
    stage.asks(&browser, &person);
    outlive_recent().await;
    go(&mut browser, "delete").await;
    assert!(browser.messages().contains(&CONFIRM_IT_IS_YOU), "{browser:?}");
    assert_eq!(stage.known(&identity).await.0, 200);
    confirm(&mut browser, &person).await;
    stage.asks(&browser, &person);
    assert_eq!(stage.known(&identity).await.0, 200, "signing in again is no consent");
}

async fn a_new_account_takes_the_name_of_one_that_was_deleted(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let old = stage.identity(&browser).await;
    browser.visit(stage.deletion()).await;
    go(&mut browser, "delete").await;
    gone(&browser);
    browser.follow_link("Create an account").await;
    browser.fill("traits.email", &person.email).fill("password", &person.password).press("method", "password").await;
    browser.visit(stage.settings()).await;
    stage.at_settings(&browser);
    assert_ne!(stage.identity(&browser).await, old);
    assert_eq!(stage.traits(&browser).await["name"]["first"], Value::Null, "nothing of the old one is there");
}

async fn an_account_is_switched_off_until_an_administrator_switches_it_on(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut phone = stage.signed_in(&person).await;
    let identity = stage.identity(&browser).await;
    browser.follow("deletion-link").await;
    stage.asks(&browser, &person);
    assert!(browser.text().contains("Nothing in it will be deleted."), "{browser:?}");
    go(&mut browser, "deactivate").await;
    assert_eq!(browser.texts("h1"), ["Your account has been deactivated"], "{browser:?}");
    assert!(!browser.text().contains("Create an account"), "nobody may: {browser:?}");
    assert_eq!(stage.known(&identity).await.1["state"], "inactive");
    for device in [&mut browser, &mut phone] {
        device.visit(stage.settings()).await;
        signed_out(device);
        sign_in(device, &person).await;
        assert!(device.text().contains("This account is switched off"), "{device:?}");
    }
    let on = json!([{"op": "replace", "path": "/state", "value": "active"}]);
    stage.kratos.administer(Method::PATCH, &format!("/admin/identities/{identity}"), &on).await;
    // The sessions of before do not come back with it.
    phone.visit(stage.settings()).await;
    signed_out(&phone);
    sign_in(&mut phone, &person).await;
    stage.at_settings(&phone);
    assert_eq!(stage.traits(&phone).await, crate::stage::traits(&person.email), "it is as it was");
}

async fn applications_lose_what_they_were_allowed(stage: &Stage) {
    let (person, client) = (stage.verified_person().await, stage.hydra().application(json!({})).await);
    let mut browser = stage.browser();
    browser.visit(client.asks_for("openid email offline")).await;
    sign_in(&mut browser, &person).await;
    browser.tick("remember", true).press("consent", "accept").await;
    let tokens = client.exchange(browser.url()).await;
    browser.visit(stage.deletion()).await;
    stage.asks(&browser, &person);
    go(&mut browser, "delete").await;
    gone(&browser);
    let good = stage.hydra().introspect(tokens["access_token"].as_str().unwrap()).await;
    assert_eq!(good["active"], false);
    let (status, answer) = client.refresh(&tokens).await;
    assert!(status.is_client_error(), "{status} {answer}");
    // Nor does Hydra know the browser any more.
    browser.visit(client.asks_for("openid")).await;
    signed_out(&browser);
}

async fn where_it_is_not_offered_there_is_nothing_of_it(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let identity = stage.identity(&browser).await;
    assert!(!browser.has("[data-testid=\"deletion-link\"]"), "{browser:?}");
    browser.visit(stage.deletion()).await;
    assert_eq!(browser.status(), 404, "{browser:?}");
    let url: url::Url = stage.deletion().parse().unwrap();
    let request = stage.http.post(url.clone()).header("cookie", browser.cookies(&url));
    let request = request.header("sec-fetch-site", "same-origin");
    let form = format!("_whose={identity}&understood=true&deed=delete");
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(form);
    assert_eq!(request.send().await.unwrap().status(), 404);
    assert_eq!(stage.known(&identity).await.0, 200);
}

/// Lets so much time pass that a sign-in of now is not recent any more, by this machine's clock.
async fn outlive_recent() {
    tokio::time::sleep(RECENT + std::time::Duration::from_millis(1100)).await;
}
