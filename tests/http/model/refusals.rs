//! Every recorded refusal, read over HTTP.

use kratos_account::kratos::{Client, Error, ErrorId, Json, Kind, Refusal};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Answer, Upstream, recording};

/// What is read of an answer that is a refusal.
async fn refused(answer: Answer) -> Refusal {
    let kratos = Upstream::start([answer]).await;
    let client = Client::builder(kratos.url.clone()).build().unwrap();
    let error = client.flow(Kind::Settings, Uuid::nil()).send().await.unwrap_err();
    let Error::Refused(refusal) = error else { panic!("{error}") };
    *refusal
}

/// The names of the recordings that are refusals.
fn refusals() -> Vec<String> {
    let is_refusal = |name: &String| {
        let answer = recording::read(name).response;
        answer.status >= 400 && answer.body.get("error").is_some()
    };
    recording::names().into_iter().filter(is_refusal).collect()
}

#[tokio::test]
async fn every_recorded_refusal_has_the_meaning_it_should() {
    use ErrorId::*;
    let expected = [
        ("login_errors/expired_410", Some(SelfServiceFlowExpired)),
        ("logout/create_401", Some(SessionInactive)),
        // The status alone decides where there is no id.
        ("sessions/list_401", None),
        ("sessions/whoami_401", None),
        ("settings_errors/aal2_init_json", Some(SessionAal2Required)),
        ("settings_errors/aal2_required_403", Some(SessionAal2Required)),
        ("settings_errors/anon_init_json", Some(SessionInactive)),
        ("settings_errors/bad_id", None),
        ("settings_errors/empty_id", None),
        ("settings_errors/expired_410", None),
        ("settings_errors/garbage_cookie", None),
        ("settings_errors/identity_mismatch_403", Some(SecurityIdentityMismatch)),
        ("settings_errors/no_session_401", None),
        ("settings_errors/return_to_forbidden_json", Some(SelfServiceFlowReturnToForbidden)),
        ("settings_errors/unknown_404", None),
        ("settings_json/csrf_403", Some(SecurityCsrfViolation)),
        ("settings_json/expired_410", Some(SelfServiceFlowExpired)),
        ("settings_json/oidc_422", Some(BrowserLocationChangeRequired)),
        ("settings_json/refresh_required_403", Some(SessionRefreshRequired)),
    ];
    for name in refusals() {
        let id = refused(Answer::recorded(&name)).await.id;
        assert!(!matches!(id, Some(Other(_))), "{name}: {id:?}");
    }
    for (name, id) in expected {
        assert_eq!(refused(Answer::recorded(name)).await.id, id, "{name}");
    }
}

#[tokio::test]
async fn nothing_of_a_recorded_refusal_is_lost() {
    for name in refusals() {
        let body = recording::read(&name).response.body;
        let refusal = refused(Answer::recorded(&name)).await;
        let error = &body["error"];
        let text = |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
        assert_eq!(refusal.id.as_ref().map(ToString::to_string), text(&error["id"]), "{name}");
        let said = refusal.error();
        for (field, said) in [("status", &said.status), ("message", &said.message), ("reason", &said.reason)] {
            assert_eq!(said.as_deref(), error[field].as_str(), "{name}: {field}");
        }
        assert_eq!(said.details.as_ref().and_then(Json::read::<Value>), error.get("details").cloned(), "{name}");
        assert_eq!(said.code.map(u64::from), error["code"].as_u64(), "{name}");
        assert_eq!(refusal.answer.read::<Value>().unwrap(), body, "{name}");
        let target = text(&body["redirect_browser_to"]).or_else(|| text(&error["details"]["redirect_browser_to"]));
        assert_eq!(refusal.redirect_browser_to, target, "{name}");
        assert_eq!(refusal.use_flow_id.map(|id| id.to_string()), text(&body["use_flow_id"]), "{name}");
        assert_eq!(refusal.return_to, text(&error["details"]["return_to"]), "{name}");
    }
}

#[tokio::test]
async fn a_target_may_stand_in_the_details() {
    for (body, expected) in [
        (json!({"error": {"details": {"redirect_browser_to": "http://in"}}}), Some("http://in")),
        (
            json!({"error": {"details": {"redirect_browser_to": "http://in"}}, "redirect_browser_to": "http://top"}),
            Some("http://top"),
        ),
        (json!({"error": {"details": {"redirect_browser_to": ""}}}), None),
        (json!({"error": {"details": {"redirect_browser_to": 5}}, "redirect_browser_to": 5}), None),
        (
            json!({"error": {"details": {"redirect_browser_to": "http://in"}}, "redirect_browser_to": null}),
            Some("http://in"),
        ),
    ] {
        assert_eq!(refused(Answer::json(403, &body)).await.redirect_browser_to.as_deref(), expected, "{body}");
    }
}

#[tokio::test]
async fn an_empty_target_is_none() {
    let empty = json!({"error": {"id": "session_refresh_required"}, "redirect_browser_to": ""});
    assert_eq!(refused(Answer::json(403, &empty)).await.redirect_browser_to, None);
    let inside = json!({"error": {"details": {"redirect_browser_to": "http://in"}}, "redirect_browser_to": ""});
    assert_eq!(refused(Answer::json(403, &inside)).await.redirect_browser_to.as_deref(), Some("http://in"));
}

#[tokio::test]
async fn the_way_back_of_an_ended_flow_is_read() {
    for (details, expected) in [
        (json!({"return_to": "https://app/"}), Some("https://app/")),
        (json!({"return_to": ""}), None),
        (json!("x"), None),
    ] {
        let refusal = refused(Answer::json(410, &json!({"error": {"code": 410, "details": details}}))).await;
        assert_eq!(refusal.return_to.as_deref(), expected);
    }
}

#[tokio::test]
async fn every_id_that_an_application_can_meet_is_known() {
    // Kratos text/id.go.
    for id in [
        "session_inactive",
        "session_aal1_required",
        "session_aal2_required",
        "session_aal_already_fulfilled",
        "session_already_available",
        "session_refresh_required",
        "session_verified_address_required",
        "security_csrf_violation",
        "security_identity_mismatch",
        "self_service_flow_disabled",
        "self_service_flow_expired",
        "self_service_flow_replaced",
        "self_service_flow_return_to_forbidden",
        "browser_location_change_required",
        "identity_disabled",
    ] {
        let known = refused(Answer::json(403, &json!({"error": {"id": id}}))).await.id.unwrap();
        assert!(!matches!(known, ErrorId::Other(_)), "{id}");
        assert_eq!(known.to_string(), id);
    }
}

#[tokio::test]
async fn an_unknown_id_is_kept() {
    let id = refused(Answer::json(403, &json!({"error": {"id": "of_tomorrow"}}))).await.id.unwrap();
    assert_eq!(id, ErrorId::Other("of_tomorrow".to_owned()));
    assert_eq!(id.to_string(), "of_tomorrow");
    let id = refused(Answer::json(403, &json!({"error": {"id": "\n[31m forged log line"}}))).await.id.unwrap();
    assert_eq!(id.to_string(), "other", "what cannot be an id is not printed");
}

#[tokio::test]
async fn a_refusal_that_makes_no_sense_is_an_empty_one() {
    for body in [
        "",
        "<html>",
        "null",
        "[]",
        "{}",
        r#"{"error":"text"}"#,
        r#"{"error":{"id":5}}"#,
        r#"{"error":null}"#,
        r#"{"error":{"id":""}}"#,
    ] {
        let refusal = refused(Answer::new(401, body)).await;
        assert!(
            refusal.id.is_none() && refusal.redirect_browser_to.is_none() && refusal.use_flow_id.is_none(),
            "{body}"
        );
    }
}

#[tokio::test]
async fn one_field_that_makes_no_sense_costs_no_other() {
    let body = json!({"error": {"id": "session_aal2_required", "message": [], "reason": 7, "details": "x", "code": "403"}, "use_flow_id": "no uuid"});
    let refusal = refused(Answer::json(403, &body)).await;
    assert_eq!((refusal.id, refusal.use_flow_id), (Some(ErrorId::SessionAal2Required), None));
}
