//! Answers that Kratos should not give.

use serde_json::{Value, json};

use crate::support::{Answer, Upstream};
use crate::{FLOW, MARKER, assert_our_page, replies};

/// Asserts that each of these answers is a page with this status.
async fn assert_each_is(status: u16, answers: impl IntoIterator<Item = Answer>) {
    for answer in answers {
        let what = format!("{} {:.200}", answer.status, String::from_utf8_lossy(&answer.body));
        let kratos = Upstream::start([answer.header("x-of-kratos", MARKER)]).await;
        for reply in replies(&kratos.url).await {
            assert_eq!(reply.status, status, "{what}");
            assert_our_page(&reply, status);
        }
    }
}

fn html(status: u16) -> Answer {
    let body = format!("<!doctype html><title>{MARKER}</title><h1>{MARKER}</h1>");
    Answer { headers: Vec::new(), ..Answer::new(status, body) }.header("content-type", "text/html; charset=utf-8")
}

#[tokio::test]
async fn twenty_megabytes_are_a_502() {
    let body = format!(r#"{{"id":"{FLOW}","ui":{{}},"x":"{}"}}"#, MARKER.repeat(20_000_000 / MARKER.len()));
    assert_each_is(502, [200, 401, 404, 500].map(|status| Answer::new(status, body.clone()))).await;
}

#[tokio::test]
async fn html_is_a_502() {
    assert_each_is(502, [html(200), html(500), html(502), html(418)]).await;
}

#[tokio::test]
async fn a_redirect_is_a_502_and_not_followed() {
    for status in [300, 301, 302, 303, 304, 305, 307, 308] {
        let elsewhere = Upstream::start([Answer::recorded("settings/fresh")]).await;
        let to = elsewhere.url.join(&format!("/{MARKER}")).unwrap();
        let answer = if status == 304 { Answer::empty(status) } else { html(status) };
        assert_each_is(502, [answer.header("location", to.as_str())]).await;
        assert_eq!(elsewhere.received().len(), 0);
    }
}

#[tokio::test]
async fn json_that_is_no_flow_is_a_502() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let bodies = [
        json!(null),
        json!(7),
        json!(MARKER),
        json!([]),
        json!([{"id": FLOW}]),
        json!({}),
        json!({"id": MARKER}),
        json!({"id": FLOW}),
        json!({"id": FLOW, "ui": null}),
        json!({"id": FLOW, "ui": MARKER}),
        json!({"id": FLOW, "ui": {"nodes": MARKER}}),
        json!({"id": FLOW, "ui": {"nodes": [MARKER]}}),
        json!({"id": FLOW, "ui": {"nodes": [{"group": MARKER}]}}),
        json!({"status": "ok"}),
        json!({"error": {"id": "session_inactive", "reason": MARKER}}),
    ];
    let bodies = bodies.iter().map(Value::to_string);
    let bodies = bodies.chain([String::new(), " ".to_owned(), format!("{{\"{MARKER}\""), deep]);
    assert_each_is(502, bodies.map(|body| Answer::new(200, body))).await;
    assert_each_is(502, [Answer::new(200, vec![0xff, 0xfe, 0x00]), Answer::empty(204)]).await;
}

#[tokio::test]
async fn a_5xx_is_a_502_whatever_it_says() {
    let body = json!({"error": {"id": "session_inactive", "code": 500, "message": MARKER, "reason": MARKER, "details": {"return_to": MARKER}}, "redirect_browser_to": MARKER});
    let answers = [500, 501, 502, 503, 504, 599]
        .map(|status| Answer::json(status, &body).header("retry-after", "7").header("location", MARKER));
    assert_each_is(502, answers).await;
}

#[tokio::test]
async fn a_status_that_kratos_does_not_use_is_a_502() {
    let body = json!({"error": {"id": "of_tomorrow", "message": MARKER}});
    assert_each_is(502, [400, 402, 405, 406, 409, 418, 422, 451, 499].map(|status| Answer::json(status, &body))).await;
}

#[tokio::test]
async fn too_many_requests_are_a_503_with_kratos_own_time() {
    for time in ["7", "Wed, 21 Oct 2026 07:28:00 GMT"] {
        let answer = Answer::json(429, &json!({"error": {"message": MARKER}})).header("retry-after", time);
        let kratos = Upstream::start([answer]).await;
        for reply in replies(&kratos.url).await {
            assert_our_page(&reply, 503);
            assert_eq!(reply.header("retry-after"), Some(time));
        }
    }
    assert_each_is(503, [html(429), Answer::empty(429)]).await;
}

#[tokio::test]
async fn a_refusal_for_reasons_of_its_own_is_a_403() {
    assert_each_is(
        403,
        [html(403), Answer::empty(403), Answer::json(403, &json!({"error": {"id": MARKER, "reason": MARKER}}))],
    )
    .await;
}

#[tokio::test]
async fn a_target_that_is_none_is_a_502() {
    let cases = [("session_refresh_required", 403), ("browser_location_change_required", 422)];
    for (id, status) in cases {
        for target in [
            "javascript:alert('hunter2')",
            "data:text/html,hunter2",
            "mailto:hunter2@x",
            "http://",
            "//",
            "http://[hunter2",
        ] {
            let body = json!({"error": {"id": id}, "redirect_browser_to": target});
            let kratos = Upstream::start([Answer::json(status, &body)]).await;
            // Kratos' own target is taken only where it shares our host.
            let mut config = crate::support::config(kratos.url.clone());
            config.kratos_browser_url = Some("http://localhost:4433".parse().unwrap());
            let application = crate::support::Application::with(config).await;
            let reply = crate::ask(&application, &format!("/settings?flow={FLOW}")).await;
            assert_eq!(reply.status, 502, "{id} {target}");
            assert_our_page(&reply, 502);
        }
    }
}

#[tokio::test]
async fn a_kratos_that_recovers_is_asked_again() {
    let kratos = Upstream::start([Answer::empty(503), Answer::recorded("settings/fresh")]).await;
    let application = crate::support::Application::before(&kratos).await;
    let target = format!("/settings?flow={FLOW}");
    assert_our_page(&crate::ask(&application, &target).await, 502);
    crate::ask(&application, &target).await.page(200);
    let flows = kratos.received().into_iter().filter(|received| received.target.contains("/flows?")).count();
    assert_eq!(flows, 2, "once for each request of the browser");
}
