//! Applications that people sign in to with their account: consent, tokens, and taking access away.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::scenes::{sign_in, totp};
use crate::stage::hydra::{Client, claims};
use crate::stage::{Person, Stage};

stories! {
    Applications:
        an_application_gets_what_it_is_allowed_and_no_more,
        an_application_that_is_allowed_nothing_is_told_so,
        whoever_is_signed_in_confirms_it_and_is_asked_once,
        access_that_is_taken_away_ends_the_tokens,
        what_is_connected_is_in_ones_data,
        an_answer_is_given_once,
        somebody_else_who_signed_in_meanwhile_grants_nothing,
        whoever_signed_out_meanwhile_signs_in_again_and_decides,
        a_request_copied_into_another_browser_is_worth_nothing,
        a_request_that_is_made_up_has_a_page,
        a_trusted_application_is_not_asked_about,
        the_second_factor_comes_before_consent,
        another_account_can_be_chosen,
        whoever_has_no_account_makes_one_on_the_way,
        signing_out_of_an_application_ends_both_sessions,
        one_can_stay_signed_in;
}

const ALL: &str = "openid email profile offline tags";

/// A browser that an application has sent to sign in, at the login.
async fn sent_by(stage: &Stage, client: &Client, scope: &str) -> Browser {
    let mut browser = stage.browser();
    browser.visit(client.asks_for(scope)).await;
    assert_eq!(browser.url().path(), "/login", "{browser:?}");
    browser
}

/// The same, once this person has signed in: at the page that asks for consent.
async fn asked_for_consent(stage: &Stage, client: &Client, person: &Person, scope: &str) -> Browser {
    let mut browser = sent_by(stage, client, scope).await;
    sign_in(&mut browser, person).await;
    at_consent(&browser);
    browser
}

#[track_caller]
fn at_consent(browser: &Browser) {
    assert_eq!((browser.url().path(), browser.status()), ("/consent", 200), "{browser:?}");
}

/// The page that says why nothing is granted.
#[track_caller]
fn refused(browser: &Browser, status: u16, title: &str) {
    assert_eq!(browser.status(), status, "{browser:?}");
    assert!(browser.text().contains(title), "{title}: {browser:?}");
}

fn scopes(tokens: &Value) -> Vec<&str> {
    let mut scopes: Vec<&str> = tokens["scope"].as_str().unwrap().split(' ').collect();
    scopes.sort_unstable();
    scopes
}

async fn an_application_gets_what_it_is_allowed_and_no_more(stage: &Stage) {
    let person = stage.verified_person().await;
    let about = json!({"client_name": "Engine & Co", "policy_uri": "https://app.example.org/privacy"});
    let client = stage.hydra().application(about).await;
    let mut browser = sent_by(stage, &client, ALL).await;
    assert!(browser.text().contains("To continue to Engine & Co"), "{browser:?}");
    assert_eq!(
        browser.attributes("[data-testid=\"application/links\"] a", "href"),
        ["https://app.example.org/privacy"]
    );
    sign_in(&mut browser, &person).await;
    at_consent(&browser);
    let said = browser.text();
    assert!(said.contains("Engine & Co would like to use your account") && said.contains(&person.email), "{browser:?}");
    browser.untick("grant_scope", "profile").press("consent", "accept").await;
    let tokens = client.exchange(browser.url()).await;
    assert_eq!(scopes(&tokens), ["email", "offline", "openid", "tags"]);
    let id = claims(&tokens)["sub"].clone();
    let expected = json!({"sub": id, "email": person.email, "email_verified": true, "tags": ["math", "engines"]});
    assert_eq!(claims(&tokens), expected);
    let session: Value = serde_json::from_str(&stage.session(&browser).await).unwrap();
    assert_eq!(session["identity"]["id"], id);
    let told = client.userinfo(&tokens).await;
    assert_eq!((&told["email"], &told["given_name"]), (&json!(person.email), &Value::Null));
    let good = stage.hydra().introspect(tokens["access_token"].as_str().unwrap()).await;
    assert_eq!((&good["active"], &good["sub"]), (&json!(true), &id));
    let (status, fresh) = client.refresh(&tokens).await;
    assert_eq!(status, StatusCode::OK, "{fresh}");
    assert_eq!(scopes(&fresh), ["email", "offline", "openid", "tags"]);
    assert_ne!(fresh["access_token"], tokens["access_token"]);
}

/// Allows all that is asked for.
async fn allow(browser: &mut Browser) {
    at_consent(browser);
    browser.press("consent", "accept").await;
}

async fn an_application_that_is_allowed_nothing_is_told_so(stage: &Stage) {
    let (person, client) = (stage.verified_person().await, stage.hydra().application(json!({})).await);
    let mut browser = asked_for_consent(stage, &client, &person, ALL).await;
    browser.press("consent", "reject").await;
    assert_eq!(client.brought(browser.url(), "error").as_deref(), Some("access_denied"));
    assert_eq!(client.brought(browser.url(), "code"), None);
    browser.visit(format!("{}/applications", stage.app)).await;
    assert!(browser.text().contains("You have not given any application access"), "{browser:?}");
}

async fn whoever_is_signed_in_confirms_it_and_is_asked_once(stage: &Stage) {
    let (person, client) = (stage.verified_person().await, stage.hydra().application(json!({})).await);
    let mut browser = stage.signed_in(&person).await;
    browser.visit(client.asks_for("openid email")).await;
    assert!(browser.text().contains("Confirm that it is you"), "{browser:?}");
    browser.fill("password", &person.password).press("method", "password").await;
    at_consent(&browser);
    browser.tick("remember", true).press("consent", "accept").await;
    let first = client.exchange(browser.url()).await;
    // The next time neither page is in the way.
    browser.visit(client.asks_for("openid email")).await;
    let second = client.exchange(browser.url()).await;
    assert_eq!(claims(&first), claims(&second));
    // For more they are asked again.
    browser.visit(client.asks_for("openid email profile")).await;
    at_consent(&browser);
}

async fn access_that_is_taken_away_ends_the_tokens(stage: &Stage) {
    let (person, client) = (stage.verified_person().await, stage.hydra().application(json!({})).await);
    let mut browser = asked_for_consent(stage, &client, &person, ALL).await;
    browser.tick("remember", true);
    allow(&mut browser).await;
    let tokens = client.exchange(browser.url()).await;
    browser.visit(stage.settings()).await;
    browser.follow("applications-link").await;
    let shown = browser.text_of(&format!("application/{}", client.id));
    assert!(shown.contains("Example App") && shown.contains("See your email address"), "{shown}");
    assert!(shown.contains("Allowed on "), "{shown}");
    browser.press("revoke", &client.id).await;
    assert!(
        browser.texts("h1") == ["Take access away from Example App?"]
            && browser.text().contains("Example App will no longer"),
        "{browser:?}"
    );
    browser.press("revoke", &client.id).await;
    assert!(browser.text().contains("Done: the application has no access any more."), "{browser:?}");
    assert!(!browser.has(&format!("[data-testid=\"application/{}\"]", client.id)), "{browser:?}");
    let good = stage.hydra().introspect(tokens["access_token"].as_str().unwrap()).await;
    assert_eq!(good["active"], false);
    let (status, answer) = client.refresh(&tokens).await;
    assert!(status.is_client_error(), "{status} {answer}");
    // What was remembered is gone too.
    browser.visit(client.asks_for(ALL)).await;
    at_consent(&browser);
}

async fn what_is_connected_is_in_ones_data(stage: &Stage) {
    let (person, client) = (stage.verified_person().await, stage.hydra().application(json!({})).await);
    let mut browser = asked_for_consent(stage, &client, &person, "openid").await;
    allow(&mut browser).await;
    client.exchange(browser.url()).await;
    browser.visit(format!("{}/settings/export", stage.app)).await;
    let step = browser.steps().into_iter().last().unwrap();
    let data: Value = serde_json::from_str(&step.body).unwrap();
    let listed = &data["applications"][0];
    assert_eq!((&listed["client_id"], &listed["scopes"]), (&json!(client.id), &json!(["openid"])), "{data}");
}

async fn an_answer_is_given_once(stage: &Stage) {
    let (person, client) = (stage.verified_person().await, stage.hydra().application(json!({})).await);
    let mut browser = asked_for_consent(stage, &client, &person, "openid email").await;
    let page = browser.url().clone();
    browser.press("consent", "accept").await;
    client.exchange(browser.url()).await;
    browser.back();
    browser.press("consent", "accept").await;
    refused(&browser, 410, "You have answered this already");
    browser.visit(&page).await;
    refused(&browser, 410, "You have answered this already");
    browser.follow_link("Start again").await;
    at_consent(&browser);
}

async fn somebody_else_who_signed_in_meanwhile_grants_nothing(stage: &Stage) {
    let (person, other) = (stage.verified_person().await, stage.verified_person().await);
    let client = stage.hydra().application(json!({})).await;
    let mut browser = asked_for_consent(stage, &client, &person, "openid email").await;
    let mut tab = browser.tab();
    stage.sign_out(&mut tab).await;
    tab.visit(stage.settings()).await;
    sign_in(&mut tab, &other).await;
    stage.at_settings(&tab);
    browser.press("consent", "accept").await;
    refused(&browser, 403, "This request is for another account");
    browser.follow_link("Sign in again").await;
    assert!(browser.text().contains("Confirm that it is you"), "{browser:?}");
    browser.fill("password", &other.password).press("method", "password").await;
    allow(&mut browser).await;
    let tokens = client.exchange(browser.url()).await;
    assert_eq!(claims(&tokens)["email"], json!(other.email), "it is theirs, from the beginning");
}

async fn whoever_signed_out_meanwhile_signs_in_again_and_decides(stage: &Stage) {
    let (person, client) = (stage.verified_person().await, stage.hydra().application(json!({})).await);
    let mut browser = asked_for_consent(stage, &client, &person, "openid email").await;
    let mut tab = browser.tab();
    stage.sign_out(&mut tab).await;
    browser.press("consent", "accept").await;
    assert_eq!(browser.url().path(), "/login", "{browser:?}");
    sign_in(&mut browser, &person).await;
    allow(&mut browser).await;
    assert_eq!(claims(&client.exchange(browser.url()).await)["email"], json!(person.email));
}

async fn a_request_copied_into_another_browser_is_worth_nothing(stage: &Stage) {
    let (person, thief) = (stage.verified_person().await, stage.verified_person().await);
    let client = stage.hydra().application(json!({})).await;
    let browser = asked_for_consent(stage, &client, &person, "openid email").await;
    let mut stranger = stage.signed_in(&thief).await;
    stranger.visit(browser.url()).await;
    refused(&stranger, 403, "This request is for another account");
    let mut own = stage.signed_in(&person).await;
    own.visit(browser.url()).await;
    at_consent(&own);
    own.press("consent", "accept").await;
    assert_eq!(client.brought(own.url(), "code"), None, "Hydra wants the browser it began with: {own:?}");
}

async fn a_request_that_is_made_up_has_a_page(stage: &Stage) {
    let person = stage.verified_person().await;
    let mut browser = stage.signed_in(&person).await;
    for page in ["consent?consent_challenge=made-up", "consent", "oauth2/logout?logout_challenge=made-up"] {
        browser.visit(format!("{}/{page}", stage.app)).await;
        refused(&browser, 404, "This request is not known");
    }
    browser.visit(format!("{}/login?login_challenge=made-up", stage.app)).await;
    assert_eq!(browser.status(), 400, "{browser:?}");
}

async fn a_trusted_application_is_not_asked_about(stage: &Stage) {
    let person = stage.verified_person().await;
    let client = stage.hydra().application(json!({"skip_consent": true})).await;
    let mut browser = sent_by(stage, &client, "openid email").await;
    sign_in(&mut browser, &person).await;
    assert_eq!(claims(&client.exchange(browser.url()).await)["email"], json!(person.email));
}

async fn the_second_factor_comes_before_consent(stage: &Stage) {
    let (person, client) = (stage.verified_person().await, stage.hydra().application(json!({})).await);
    let mut browser = stage.signed_in(&person).await;
    let key = crate::second_factor::add_app(stage, &mut browser).await;
    let mut browser = sent_by(stage, &client, "openid email").await;
    sign_in(&mut browser, &person).await;
    assert!(browser.value("totp_code").is_some(), "{browser:?}");
    assert!(browser.text().contains("To continue to Example App"), "{browser:?}");
    let has = |browser: &Browser, name: &str| browser.url().query_pairs().any(|(key, _)| key == name);
    assert!(has(&browser, "login_challenge") && has(&browser, "aal"), "nothing is lost if it expires: {browser:?}");
    browser.fill("totp_code", &totp(&key, stage.kratos.now())).press("method", "totp").await;
    allow(&mut browser).await;
    client.exchange(browser.url()).await;
}

async fn another_account_can_be_chosen(stage: &Stage) {
    let (person, other) = (stage.verified_person().await, stage.verified_person().await);
    let client = stage.hydra().application(json!({})).await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(client.asks_for("openid email")).await;
    browser.press_in("form:has([data-testid=\"logout-link\"])").await;
    assert!(browser.text().contains("To continue to Example App"), "{browser:?}");
    sign_in(&mut browser, &other).await;
    allow(&mut browser).await;
    assert_eq!(claims(&client.exchange(browser.url()).await)["email"], json!(other.email));
}

async fn whoever_has_no_account_makes_one_on_the_way(stage: &Stage) {
    let (person, client) = (Stage::somebody(), stage.hydra().application(json!({})).await);
    let mut browser = sent_by(stage, &client, "openid").await;
    browser.follow("signup-link").await;
    assert_eq!(browser.url().path(), "/registration", "{browser:?}");
    assert!(browser.text().contains("To continue to Example App"), "{browser:?}");
    browser.fill("traits.email", &person.email).fill("password", &person.password);
    browser.press("method", "password").await;
    // Nobody is signed in by that: Kratos is set up so.
    if browser.url().path() == "/verification" {
        let mail = stage.kratos.mail(&person.email, "verification_code_valid").await;
        browser.fill("code", &crate::stage::kratos::code_in(&mail)).press("method", "code").await;
        browser.follow("node/anchor/continue").await;
    }
    if browser.url().path() == "/login" {
        assert!(browser.text().contains("To continue to Example App"), "{browser:?}");
        sign_in(&mut browser, &person).await;
    }
    allow(&mut browser).await;
    client.exchange(browser.url()).await;
}

async fn signing_out_of_an_application_ends_both_sessions(stage: &Stage) {
    let (person, client) = (stage.verified_person().await, stage.hydra().application(json!({})).await);
    let mut browser = asked_for_consent(stage, &client, &person, "openid").await;
    allow(&mut browser).await;
    let tokens = client.exchange(browser.url()).await;
    browser.visit(client.signs_out(&tokens)).await;
    assert_eq!(browser.url().path(), "/oauth2/logout", "{browser:?}");
    assert!(browser.text().contains("Example App asks to sign you out"), "{browser:?}");
    browser.press("logout", "accept").await;
    assert_eq!(browser.url().path(), "/bye", "{browser:?}");
    browser.visit(stage.settings()).await;
    assert_eq!(browser.url().path(), "/login", "{browser:?}");
    browser.visit(client.asks_for("openid")).await;
    assert!(browser.value("identifier").is_some(), "nobody is remembered: {browser:?}");
}

async fn one_can_stay_signed_in(stage: &Stage) {
    let (person, client) = (stage.verified_person().await, stage.hydra().application(json!({})).await);
    let mut browser = asked_for_consent(stage, &client, &person, "openid").await;
    allow(&mut browser).await;
    let tokens = client.exchange(browser.url()).await;
    browser.visit(client.signs_out(&tokens)).await;
    browser.press("logout", "reject").await;
    stage.at_settings(&browser);
}
