//! `/applications`, and applications in the export.

use axum::http::Method;
use scraper::Selector;
use serde_json::{Value, json};

use super::{ADA, OWN, Stage, session, signed_in};
use crate::support::{Answer, recording};

/// What somebody has allowed.
fn consents() -> Value {
    let client = |id: &str, name: &str| json!({"client_id": id, "client_name": name, "tos_uri": "https://app.example.org/terms"});
    let consent = |client: &Value, scopes: Value, at: Value| json!({"consent_request": {"client": client, "subject": ADA, "requested_scope": ["x"]}, "grant_scope": scopes, "handled_at": at, "remember": true});
    let (one, two) = (client("one", "One & only"), client("two", ""));
    json!([
        consent(&one, json!(["openid"]), json!("2026-11-20T10:00:00Z")),
        consent(&two, json!(null), json!(null)),
        consent(&one, json!(["email", "openid"]), json!("2026-11-25T10:00:00Z")),
    ])
}

#[tokio::test]
async fn each_application_is_shown_once_with_what_it_may_and_since_when() {
    let stage = Stage::new([signed_in()], [Answer::json(200, &consents())]).await;
    let page = stage.get("/applications").await.page(200);
    let selector = Selector::parse(".things > [data-testid^=application]").unwrap();
    let shown: Vec<String> = page
        .select(&selector)
        .map(|section| section.text().map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | "))
        .collect();
    let one = "One & only | See your email address | Know that it is you | Allowed on | 20 Nov 2026, 10:00 UTC";
    assert!(shown[0].starts_with(one) && shown[0].ends_with("Its terms of use | Take access away"), "{shown:?}");
    assert_eq!(shown[1], "two | Its terms of use | Take access away");
    assert_eq!(shown.len(), 2);
    let asked = stage.hydra.only_request().target;
    assert_eq!(asked, format!("/admin/oauth2/auth/sessions/consent?subject={ADA}&page_size=500"));
}

#[tokio::test]
async fn access_is_taken_away_after_a_second_look() {
    let stage = Stage::new([signed_in()], [Answer::json(200, &consents())]).await;
    let page = stage.press("/applications", "_ask=true&revoke=one").await;
    page.page(200);
    assert!(page.body.contains("One &#38; only will no longer be able to use your account"), "{}", page.body);
    assert_eq!(stage.told(), None);
    let reply = stage.press("/applications", "revoke=one").await;
    assert!(reply.location().ends_with("/applications?revoked"), "{reply:?}");
    let told = stage.hydra.received().into_iter().find(|request| request.method == Method::DELETE).unwrap();
    assert_eq!(told.target, format!("/admin/oauth2/auth/sessions/consent?subject={ADA}&client=one"));
    // What is gone meanwhile is no error.
    assert!(stage.press("/applications", "_ask=true&revoke=gone").await.location().ends_with("/applications"));
}

#[tokio::test]
async fn nobody_takes_away_or_sees_what_is_not_theirs() {
    let refused = |status: u16, id: &str| Answer::json(status, &json!({"error": {"id": id, "code": status}}));
    for answer in [refused(401, "session_inactive"), refused(403, "session_aal2_required")] {
        let stage = Stage::new([answer], [Answer::json(200, &consents())]).await;
        assert!(stage.get("/applications").await.location().contains("/self-service/login/browser"));
        let reply = stage.press("/applications", "revoke=one").await;
        assert!(super::moves_on(&reply).contains("/self-service/login/browser"));
        assert!(stage.hydra.received().is_empty());
    }
    let stage = Stage::new([signed_in()], [Answer::json(200, &consents())]).await;
    for headers in [vec![OWN[0]], vec![OWN[0], ("sec-fetch-site", "cross-site")]] {
        stage.app.send(Method::POST, "/applications", &headers, "revoke=one").await.page(403);
    }
    // A subject of one's own choice is not looked at.
    stage.press("/applications?subject=somebody", "revoke=one&subject=somebody").await;
    assert!(stage.hydra.received().iter().all(|request| request.target.contains(ADA)));
}

#[tokio::test]
async fn whoever_has_allowed_nothing_is_told_so_and_a_silent_hydra_has_a_page() {
    for answer in [Answer::json(200, &json!([])), Answer::empty(404), Answer::new(200, "null")] {
        let stage = Stage::new([signed_in()], [answer.clone()]).await;
        let reply = stage.get("/applications").await;
        if answer.body.as_ref() == b"null" {
            reply.page(502);
        } else {
            assert!(reply.body.contains("You have not given any application access"), "{}", reply.body);
        }
    }
    let stage = Stage::new([signed_in()], [Answer::empty(500)]).await;
    let page = stage.get("/applications").await;
    page.page(502);
    assert!(page.body.contains("Try again"), "{}", page.body);
}

#[tokio::test]
async fn the_account_page_leads_there_and_the_export_has_them() {
    let flow = recording::read("settings/fresh").response.body;
    let id = flow["id"].as_str().unwrap().to_owned();
    let stage = Stage::new([Answer::json(200, &flow)], [Answer::json(200, &consents())]).await;
    let page = stage.get(&format!("/settings?flow={id}")).await;
    page.page(200);
    assert!(page.body.contains("href=\"/applications\""), "{}", page.body);
    // All of Kratos' answers are this one: a flow, a session and a list at once.
    let mut all = flow;
    for (name, value) in session(ADA).as_object().unwrap() {
        all[name] = value.clone();
    }
    let kratos = crate::support::listen(axum::Router::new().fallback(move |request: axum::extract::Request| {
        let all = all.clone();
        async move {
            let body = if request.uri().path() == "/sessions" { json!([]) } else { all };
            ([("content-type", "application/json")], body.to_string())
        }
    }))
    .await;
    let stage = Stage::with([], [Answer::json(200, &consents())], |config| config.kratos_public_url = kratos).await;
    let reply = stage.get("/settings/export").await;
    let data: Value = serde_json::from_str(&reply.body).unwrap();
    assert_eq!(
        data["applications"],
        json!([
            {"client_id": "one", "client_name": "One & only", "scopes": ["email", "openid"], "since": "2026-11-20T10:00:00Z"},
            {"client_id": "two", "client_name": "", "scopes": [], "since": null},
        ])
    );
}
