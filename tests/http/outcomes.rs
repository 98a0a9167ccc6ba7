//! Where the browser is sent for what Kratos said of a flow: the table of outcomes, each row
//! over HTTP.

use serde_json::json;

use crate::support::{Answer, Application, Upstream};

const FLOW: &str = "3a71ec1f-4517-4131-b37e-b687685922e4";

/// What the browser gets for one answer of Kratos'.
async fn after(answer: Answer, target: &str) -> (crate::support::Reply, Upstream) {
    let upstream = Upstream::start([answer]).await;
    let application = Application::before(&upstream).await;
    let reply = application.get(target, &[("cookie", "ory_kratos_session=abc")]).await;
    (reply, upstream)
}

/// The reply's target, with Kratos' address written `{B}` and ours `{P}`.
fn target(reply: &crate::support::Reply, upstream: &Upstream) -> String {
    let encoded: String =
        url::form_urlencoded::byte_serialize(upstream.url.as_str().trim_end_matches('/').as_bytes()).collect();
    reply
        .location()
        .replace(upstream.url.as_str().trim_end_matches('/'), "{B}")
        .replace(&encoded, "{B}")
        .replace("http://localhost:4455", "{P}")
}

#[tokio::test]
async fn every_recorded_refusal_leads_where_it_should() {
    let login = "{B}/self-service/login/browser";
    let back = "return_to={B}%2Fself-service%2Fsettings%2Fbrowser";
    let fresh = "{P}/settings";
    for (recording, expected) in [
        ("settings_errors/no_session_401", format!("{login}?{back}")),
        ("settings_errors/garbage_cookie", format!("{login}?{back}")),
        ("settings_errors/anon_init_json", format!("{login}?{back}")),
        ("settings_errors/aal2_required_403", format!("{login}?aal=aal2&{back}")),
        ("settings_errors/aal2_init_json", format!("{login}?aal=aal2&{back}")),
        ("settings_errors/identity_mismatch_403", format!("{login}?refresh=true&{back}")),
        ("settings_errors/bad_id", fresh.to_owned()),
        ("settings_errors/empty_id", fresh.to_owned()),
        ("settings_errors/unknown_404", fresh.to_owned()),
        ("settings_errors/expired_410", fresh.to_owned()),
    ] {
        let (reply, upstream) = after(Answer::recorded(recording), &format!("/settings?flow={FLOW}")).await;
        assert_eq!(target(&reply, &upstream), expected, "{recording}");
        assert_eq!(reply.body, "", "{recording}");
        assert_eq!(upstream.only_request().target, format!("/self-service/settings/flows?id={FLOW}"));
    }
}

#[tokio::test]
async fn a_refused_submission_leads_where_it_should_too() {
    // The same ids come back when a flow is read.
    let (reply, upstream) =
        after(Answer::recorded("settings_json/expired_410"), &format!("/settings?flow={FLOW}")).await;
    assert_eq!(target(&reply, &upstream), "{P}/settings?flow=5fbcd466-1266-4e18-b973-5875e07ebff7");
    let (reply, _) = after(Answer::recorded("settings_json/oidc_422"), &format!("/settings?flow={FLOW}")).await;
    assert!(reply.location().starts_with("http://localhost:4444/auth?client_id=hydra&"), "{}", reply.location());
    let (reply, _) = after(Answer::recorded("settings_json/csrf_403"), &format!("/settings?flow={FLOW}")).await;
    reply.page(403);
    assert!(!reply.body.contains("Cross-Site-Request-Forgery"), "nothing of Kratos' answer is copied");
}

#[tokio::test]
async fn re_authentication_resumes_by_kratos_own_target() {
    // Kratos' cookies reach us only where it shares our host.
    let mut config = crate::support::config("http://kratos.internal:4433".parse().unwrap());
    let upstream = Upstream::start([Answer::recorded("settings_json/refresh_required_403")]).await;
    config.kratos_public_url = upstream.url.clone();
    for (browser, expected) in [
        (
            "http://localhost:4433",
            "http://localhost:4433/self-service/login/browser?refresh=true&return_to=http%3A%2F%2Flocalhost%3A4433\
             %2Fself-service%2Fsettings%3Fflow%3D5ec5a46e-d5c2-49d6-a34f-6d83edeb8caa",
        ),
        (
            "https://kratos.example.org",
            "https://kratos.example.org/self-service/login/browser?refresh=true&return_to=https%3A%2F%2F\
             kratos.example.org%2Fself-service%2Fsettings%2Fbrowser",
        ),
    ] {
        config.kratos_browser_url = Some(browser.parse().unwrap());
        let application = Application::with(config.clone()).await;
        let reply = application.get(&format!("/settings?flow={FLOW}"), &[]).await;
        assert_eq!(reply.location(), expected);
    }
}

#[tokio::test]
async fn the_way_back_survives_every_detour() {
    let wanted = "https://app.example.org/?a=1&b=2";
    let query: String = url::form_urlencoded::byte_serialize(wanted.as_bytes()).collect();
    for recording in ["no_session_401", "aal2_required_403", "identity_mismatch_403", "unknown_404"] {
        let (reply, _) = after(
            Answer::recorded(&format!("settings_errors/{recording}")),
            &format!("/settings?flow={FLOW}&return_to={query}"),
        )
        .await;
        let mut url: url::Url = reply.location().parse().unwrap();
        let mut seen = Vec::new();
        while let Some((_, nested)) = url.clone().query_pairs().find(|(name, _)| name == "return_to") {
            seen.push(nested.clone().into_owned());
            url = nested.parse().unwrap();
        }
        assert_eq!(seen.last().map(String::as_str), Some(wanted), "{recording}");
    }
    // An ended flow tells its own.
    let ended = json!({"error": {"code": 410, "details": {"return_to": wanted}}});
    let (reply, _) = after(Answer::json(410, &ended), &format!("/settings?flow={FLOW}")).await;
    assert_eq!(reply.location(), format!("http://localhost:4455/settings?return_to={query}"));
}

#[tokio::test]
async fn a_forbidden_way_back_is_a_page_with_a_link_without_it() {
    let answer = Answer::recorded("settings_errors/return_to_forbidden_json");
    let (reply, upstream) = after(answer, "/settings?return_to=https%3A%2F%2Fevil.example%2F").await;
    reply.page(400);
    assert!(!reply.body.contains("evil.example"));
    assert!(reply.body.contains(r#"href="http://localhost:4455/settings""#));
    let asked = upstream.only_request().target;
    assert_eq!(asked, "/self-service/settings/browser?return_to=https%3A%2F%2Fevil.example%2F");
}

#[tokio::test]
async fn without_a_flow_kratos_is_asked_to_start_one() {
    let started = Answer::recorded("settings/return_to")
        .header("set-cookie", "csrf_token_x=1; Path=/; HttpOnly")
        .header("set-cookie", "ory_kratos_continuity=2; Path=/");
    let (reply, upstream) = after(started, "/settings?return_to=http%3A%2F%2Flocalhost%3A4455%2Fapp").await;
    let flow = crate::support::recording::read("settings/return_to").response.body["id"].as_str().unwrap().to_owned();
    assert_eq!(
        reply.location(),
        format!("http://localhost:4455/settings?flow={flow}&return_to=http%3A%2F%2Flocalhost%3A4455%2Fapp")
    );
    assert_eq!(reply.cookies(), ["csrf_token_x=1; Path=/; HttpOnly", "ory_kratos_continuity=2; Path=/"]);
    let asked = upstream.only_request();
    assert_eq!(asked.target, "/self-service/settings/browser?return_to=http%3A%2F%2Flocalhost%3A4455%2Fapp");
    assert_eq!(asked.header("cookie"), ["ory_kratos_session=abc"]);
    assert_eq!(asked.header("accept"), ["application/json"]);
}

#[tokio::test]
async fn a_signed_out_visitor_gets_kratos_cookies_and_comes_back_after_login() {
    let (reply, upstream) = after(
        Answer::recorded("settings_errors/anon_init_json").header("set-cookie", "csrf_token_x=1; Path=/; HttpOnly"),
        "/settings",
    )
    .await;
    assert_eq!(
        target(&reply, &upstream),
        "{B}/self-service/login/browser?return_to={B}%2Fself-service%2Fsettings%2Fbrowser"
    );
    assert_eq!(reply.cookies()[1], "csrf_token_x=1; Path=/; HttpOnly");
}

#[tokio::test]
async fn cookies_of_a_flow_that_is_only_read_are_dropped() {
    let (reply, _) = after(
        Answer::recorded("settings/fresh").header("set-cookie", "csrf_token_x=1"),
        &format!("/settings?flow={FLOW}"),
    )
    .await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.cookies(), [""; 0]);
}

#[tokio::test]
async fn what_is_no_flow_id_is_never_sent_on() {
    for id in ["", "..%2F..%2Fadmin", "not-a-uuid", "3a71ec1f-4517-4131-b37e-b687685922e4%26id%3D1", "%00"] {
        let (reply, upstream) = after(Answer::recorded("settings/fresh"), &format!("/settings?flow={id}")).await;
        assert_eq!(reply.location(), "http://localhost:4455/settings", "{id}");
        assert_eq!(upstream.received().len(), 0, "{id}");
    }
}

#[tokio::test]
async fn what_kratos_should_not_say_is_a_502() {
    for answer in [
        Answer::empty(500),
        Answer::empty(503),
        Answer::empty(200),
        Answer::new(200, "<html>"),
        Answer::json(200, &json!({"id": 1})),
        Answer::json(302, &json!({})).header("location", "https://evil.example/"),
        Answer::json(418, &json!({"error": {"id": "teapot"}})),
        Answer::json(400, &json!({"error": {"id": "self_service_flow_disabled"}})),
        Answer::json(422, &json!({"error": {"id": "browser_location_change_required"}})),
        Answer::json(
            422,
            &json!({"error": {"id": "browser_location_change_required"}, "redirect_browser_to": "javascript:alert(1)"}),
        ),
    ] {
        let (reply, _) = after(answer.clone(), &format!("/settings?flow={FLOW}")).await;
        reply.page(502);
        assert!(reply.body.contains(reply.header("x-request-id").unwrap()));
    }
}

#[tokio::test]
async fn too_many_requests_is_a_503_that_says_when_to_come_again() {
    let (reply, _) = after(Answer::empty(429).header("retry-after", "7"), &format!("/settings?flow={FLOW}")).await;
    reply.page(503);
    assert_eq!(reply.header("retry-after"), Some("7"));
}

#[tokio::test]
async fn a_circle_is_broken_after_three_restarts_and_forgotten_once_a_page_is_shown() {
    let lost = Answer::recorded("settings_errors/no_session_401");
    let upstream =
        Upstream::start([lost.clone(), lost.clone(), lost.clone(), lost, Answer::recorded("settings/fresh")]).await;
    let application = Application::before(&upstream).await;
    let target = format!("/settings?flow={FLOW}");
    let mut cookie = String::new();
    for _ in 0..3 {
        let reply = application.get(&target, &[("cookie", &cookie)]).await;
        assert_eq!(reply.status, 303);
        let set = reply.cookies()[0].to_owned();
        assert!(set.ends_with("; Path=/; Max-Age=30; HttpOnly; SameSite=Lax"), "{set}");
        cookie = set.split(';').next().unwrap().to_owned();
    }
    let reply = application.get(&target, &[("cookie", &cookie)]).await;
    reply.page(502);
    assert!(reply.body.contains("cookies"), "the page says what to look at");
    // Next time is a new start.
    assert!(reply.cookies()[0].starts_with("kratos_account_restarts=; Path=/; Max-Age=0"));

    let reply = application.get(&target, &[("cookie", &cookie)]).await;
    assert_eq!(reply.status, 200);
    assert!(
        reply.cookies()[0].starts_with("kratos_account_restarts=; Path=/; Max-Age=0"),
        "a page shown clears the count"
    );
}

#[tokio::test]
async fn the_inner_address_never_reaches_the_browser() {
    let upstream = Upstream::start([Answer::json(
        403,
        &json!({
            "error": {"id": "session_refresh_required"},
            "redirect_browser_to": "http://INNER/self-service/login/browser?refresh=true&return_to=http%3A%2F%2FINNER%2Fself-service%2Fsettings%3Fflow%3D1",
        }),
    )])
    .await;
    // The answer names the upstream's own address.
    let inner = upstream.url.authority().to_owned();
    upstream.rewrite("INNER", &inner);
    let mut config = crate::support::config(upstream.url.clone());
    config.kratos_browser_url = Some("http://localhost:4433/kratos".parse().unwrap());
    let application = Application::with(config).await;
    let reply = application.get(&format!("/settings?flow={FLOW}"), &[]).await;
    assert_eq!(
        reply.location(),
        "http://localhost:4433/kratos/self-service/login/browser?refresh=true&return_to=http%3A%2F%2Flocalhost%3A4433\
         %2Fkratos%2Fself-service%2Fsettings%3Fflow%3D1"
    );
    let asked = upstream.only_request();
    assert_eq!(asked.header("x-forwarded-host"), ["localhost:4433"]);
    assert_eq!(asked.header("x-forwarded-proto"), ["http"]);
}
