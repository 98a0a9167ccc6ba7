//! What goes wrong, by mistake or on purpose: the error page, and input that no page of ours sends.

use super::option;
use crate::browser::Browser;
use crate::scenes::{flow_of, sign_in};
use crate::stage::Stage;

stories! {
    Whole:
        an_error_of_kratos_is_told_in_plain_words,
        an_error_of_an_application_is_told_without_its_words,
        fields_of_another_kind_of_form_lose_nothing,
        a_code_of_ten_kilobytes_is_answered,
        a_name_with_line_breaks_is_answered,
        a_flow_of_another_kind_is_not_shown;
    WholeInSteps:
        a_second_step_without_its_first_signs_in_as_well;
}

/// A page that says what happened and what to do.
#[track_caller]
fn says_what_to_do(browser: &Browser) {
    assert!(browser.status() < 500, "{browser:?}");
    assert!(browser.has("main h1"), "{browser:?}");
    assert!(browser.has("main a[href], main form button"), "a way on: {browser:?}");
}

async fn an_error_of_kratos_is_told_in_plain_words(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    // Nobody is signed in who could show a second factor.
    browser.visit(stage.kratos.browser.join("self-service/login/browser?aal=aal2").unwrap()).await;
    assert!(browser.url().path().ends_with("/error"), "{browser:?}");
    assert_eq!(browser.status(), 200, "{browser:?}");
    assert!(browser.text().contains("Please sign in first"), "{browser:?}");
    browser.follow_link("Sign in again").await;
    sign_in(&mut browser, &person).await;
    stage.at_home(&browser);
    for path in [
        "self-service/login/browser?return_to=https://evil.example.com/",
        "self-service/methods/oidc/callback/hydra?state=junk&code=x",
        "self-service/verification?flow=00000000-0000-4000-8000-000000000000&code=123456",
    ] {
        let mut browser = stage.browser();
        browser.visit(stage.kratos.browser.join(path).unwrap()).await;
        assert!(browser.url().path().ends_with("/error"), "{path}: {browser:?}");
        assert_eq!(browser.status(), 200, "{path}: {browser:?}");
        says_what_to_do(&browser);
        let text = browser.text();
        assert!(!text.contains("evil") && !text.contains(".go:") && !text.contains("UUID"), "{text}");
    }
    for id in ["00000000-0000-4000-8000-000000000000", "junk", ""] {
        browser.visit(stage.page_with("error", &[("id", id)])).await;
        assert!(browser.status() < 500, "{browser:?}");
        assert!(browser.has("main a[href]"), "{browser:?}");
    }
}

async fn an_error_of_an_application_is_told_without_its_words(stage: &Stage) {
    let mut browser = stage.browser();
    let told = [("error", "invalid_scope"), ("error_description", "Call this number"), ("error_hint", "0900 1234")];
    browser.visit(stage.page_with("error", &told)).await;
    assert!(browser.text().contains("could not sign you in"), "{browser:?}");
    assert!(!browser.text().contains("Call this number") && !browser.text().contains("0900"), "{browser:?}");
}

async fn fields_of_another_kind_of_form_lose_nothing(stage: &Stage) {
    let person = stage.person().await;
    let forged = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    let others = forged(&[
        ("traits.email", "x@example.org"),
        ("traits", "{\"email\":1}"),
        ("totp_code", "123456"),
        ("unlink", "hydra"),
        ("_ask", "true"),
        ("recovery_address", "a"),
    ]);
    browser.fill("identifier", &person.email).fill("password", "not mine");
    browser.press_forged("method", "password", &others[..2]).await;
    stage.at("login", &browser);
    assert_eq!(browser.value("identifier").as_deref(), Some(person.email.as_str()), "{browser:?}");
    for kind in ["login", "registration", "recovery", "verification"] {
        let mut browser = stage.browser();
        browser.visit(stage.page(kind)).await;
        let method = if matches!(kind, "recovery" | "verification") { "code" } else { "password" };
        for field in ["identifier", "password", "traits.email", "email"] {
            if browser.value(field).is_some() {
                browser.fill(field, "x@example.org");
            }
        }
        browser.press_forged("method", method, &others).await;
        says_what_to_do(&browser);
    }
    let mut browser = stage.signed_in(&person).await;
    let others = forged(&[("identifier", "x"), ("code", "123456"), ("provider", "hydra"), ("screen", "previous")]);
    browser.fill("traits.name.first", "Augusta").press_forged("method", "profile", &others).await;
    assert!(browser.status() < 500, "{browser:?}");
    assert_eq!(stage.traits(&browser).await["name"]["last"], "Lovelace");
}

async fn a_code_of_ten_kilobytes_is_answered(stage: &Stage) {
    let person = stage.person().await;
    let long = "1".repeat(10 * 1024);
    for (kind, field) in [("recovery", "email"), ("verification", "email")] {
        let mut browser = stage.browser();
        browser.visit(stage.page(kind)).await;
        browser.fill(field, &person.email).press("method", "code").await;
        browser.fill("code", "1").press_forged("method", "code", &[("code".to_owned(), long.clone())]).await;
        stage.at(kind, &browser);
        assert!(!browser.messages().is_empty(), "{browser:?}");
        super::enter_code(stage, &mut browser, &person.email, &format!("{kind}_code_valid")).await;
        assert_eq!(browser.status(), 200, "{browser:?}");
        assert!(browser.value("code").is_none(), "it is done: {browser:?}");
    }
}

async fn a_name_with_line_breaks_is_answered(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    for name in [format!("{}\r\nSet-Cookie: x=1", person.email), "\n\n".to_owned(), "\0\u{202e}".to_owned()] {
        browser.fill("identifier", "x").fill("password", "x");
        browser.press_forged("method", "password", &[("identifier".to_owned(), name)]).await;
        stage.at("login", &browser);
        assert!(!browser.messages().is_empty(), "{browser:?}");
    }
    sign_in(&mut browser, &person).await;
    stage.at_home(&browser);
}

async fn a_flow_of_another_kind_is_not_shown(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    let login = flow_of(&browser);
    for kind in ["registration", "recovery", "verification"] {
        browser.visit(stage.page_with(kind, &[("flow", &login), ("return_to", &stage.shop())])).await;
        stage.at(kind, &browser);
        assert_ne!(flow_of(&browser), login, "{browser:?}");
        assert_eq!(option(browser.url(), "return_to").as_deref(), Some(stage.shop().as_str()), "{browser:?}");
    }
    for flow in ["junk", "", "00000000-0000-4000-8000-000000000000"] {
        browser.visit(stage.page_with("login", &[("flow", flow), ("return_to", &stage.shop())])).await;
        stage.at("login", &browser);
    }
    sign_in(&mut browser, &person).await;
    assert_eq!(browser.url().as_str(), stage.shop(), "{browser:?}");
}

async fn a_second_step_without_its_first_signs_in_as_well(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.page("login")).await;
    browser.fill("identifier", &person.email);
    let forged = [("method", "password"), ("password", person.password.as_str())];
    let forged: Vec<(String, String)> = forged.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    browser.press_forged("method", "identifier_first", &forged).await;
    stage.at_home(&browser);
}
