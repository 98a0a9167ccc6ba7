//! Links and forms that have had their day.

use crate::scenes::{SAVED, confirm, flow_of};
use crate::stage::Stage;

stories! {
    Plain:
        somebody_elses_link_leads_to_ones_own_settings,
        a_link_that_never_was_leads_to_a_flow_that_is,
        a_form_with_a_changed_cookie_is_refused_and_can_be_sent_anew,
        a_browser_that_lost_one_of_the_cookies_gets_another;
    Fleeting:
        an_old_link_leads_to_a_new_flow_with_the_same_way_back,
        an_old_form_is_not_saved_and_can_be_sent_anew;
}

pub async fn somebody_elses_link_leads_to_ones_own_settings(stage: &Stage) {
    let (person, other) = (stage.person().await, stage.person().await);
    let link = stage.signed_in(&person).await.url().clone();
    let mut browser = stage.signed_in(&other).await;
    browser.visit(&link).await;
    assert!(!browser.text().contains(&person.email));
    confirm(&mut browser, &other).await;
    stage.at_settings(&browser);
    assert_eq!(browser.value("traits.email").as_deref(), Some(other.email.as_str()));
    browser.fill("traits.name.first", "Mary").press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED]);
    let unchanged = stage.signed_in(&person).await;
    assert_eq!(stage.traits(&unchanged).await["name"]["first"], "Ada");
}

async fn a_link_that_never_was_leads_to_a_flow_that_is(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    for flow in ["00000000-0000-4000-8000-000000000000", "no-flow", ""] {
        browser.visit(format!("{}?flow={flow}", stage.settings())).await;
        stage.at_settings(&browser);
        assert_ne!(flow_of(&browser), flow);
    }
}

async fn a_form_with_a_changed_cookie_is_refused_and_can_be_sent_anew(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    for (field, button, secret) in [
        ("traits.name.first", "profile", "ubGM+Zpcdj3SZ2Axf4p3CqGxnVqF1ZZBJAn7Z8ZRDjE="),
        ("password", "password", "s3ZBJAn7Z8ZRDjEubGM+Zpcdj3SZ2Axf4p3CqGxnVqE="),
    ] {
        browser.change_cookies(&stage.kratos.browser, "csrf_token", secret);
        browser.fill(field, "Something-new-5").press("method", button).await;
        assert_eq!(browser.status(), 403, "{browser:?}");
        assert!(browser.text().contains("Nothing was changed"), "{browser:?}");
        browser.visit(stage.settings()).await;
        stage.at_settings(&browser);
        assert_eq!(stage.traits(&browser).await["name"]["first"], "Ada");
    }
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED]);
    stage.signed_in(&person).await;
}

async fn a_browser_that_lost_one_of_the_cookies_gets_another(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.forget_cookies(&stage.kratos.browser, "csrf_token");
    browser.visit(stage.settings()).await;
    stage.at_settings(&browser);
    browser.fill("traits.name.first", "Augusta").press("method", "profile").await;
    assert_eq!(browser.messages(), [SAVED], "{browser:?}");
    browser.forget_cookies(&stage.kratos.browser, "ory_kratos_session");
    browser.reload().await;
    crate::scenes::sign_in(&mut browser, &person).await;
    stage.at_settings(&browser);
    assert_eq!(browser.value("traits.name.first").as_deref(), Some("Augusta"));
}

async fn an_old_link_leads_to_a_new_flow_with_the_same_way_back(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    browser.visit(format!("{}?return_to={}", stage.settings(), stage.home)).await;
    let old = flow_of(&browser);
    stage.kratos.outlive_flows().await;
    browser.reload().await;
    stage.at_settings(&browser);
    assert_ne!(flow_of(&browser), old);
    browser.follow("back").await;
    stage.at_home(&browser);
}

async fn an_old_form_is_not_saved_and_can_be_sent_anew(stage: &Stage) {
    for (field, button) in [("traits.name.first", "profile"), ("password", "password")] {
        let person = stage.person().await;
        let mut browser = stage.signed_in(&person).await;
        let old = flow_of(&browser);
        stage.kratos.outlive_flows().await;
        browser.fill(field, "Something-new-5").press("method", button).await;
        stage.at_settings(&browser);
        assert_ne!(flow_of(&browser), old);
        assert!(!browser.messages().contains(&SAVED), "{browser:?}");
        assert_eq!(stage.traits(&browser).await["name"]["first"], "Ada");
        browser.fill("traits.name.last", "King").press("method", "profile").await;
        assert_eq!(browser.messages(), [SAVED]);
    }
}
