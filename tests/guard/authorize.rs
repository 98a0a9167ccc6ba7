//! `/authorize`: the guard asked by a reverse proxy.

use kratos_account::Account;

use crate::support::{Answer, Application, Reply, Upstream, config, listen};
use crate::{now, session, signed_in, signed_out};

async fn ask(answer: Answer, target: &str, headers: &[(&str, &str)], trusted: bool) -> (Reply, Upstream) {
    let upstream = Upstream::start([answer]).await;
    let mut config = config(upstream.url.clone());
    if trusted {
        config.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    }
    let account = Account::new(&config).unwrap();
    (Application::at(listen(account.router()).await).get(target, headers).await, upstream)
}

/// What Traefik and Caddy send with the browser's own headers.
const PROXY: [(&str, &str); 6] = [
    ("cookie", "a=b"),
    ("accept", "text/html"),
    ("x-forwarded-method", "GET"),
    ("x-forwarded-proto", "https"),
    ("x-forwarded-host", "app.example"),
    ("x-forwarded-uri", "/page?a=b"),
];

#[tokio::test]
async fn a_session_is_200_and_tells_whose_it_is() {
    let (reply, _) = ask(signed_in(), "/authorize", &[("cookie", "a=b")], false).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("x-user-id"), Some("2ba28269-d01f-43e1-8044-cd0efe1b3285"));
    assert_eq!(reply.header("x-session-aal"), Some("aal1"));
}

#[tokio::test]
async fn nginx_gets_401_and_403_with_the_target_in_location() {
    for (answer, target, status, step) in [
        (signed_out(), "/authorize", 401, "?return_to="),
        (Answer::recorded("settings_errors/aal2_required_403"), "/authorize", 403, "?aal=aal2&return_to="),
        (signed_in(), "/authorize?aal=aal2", 403, "?aal=aal2&return_to="),
        (
            Answer::json(200, &session("aal1", "2020-01-01T00:00:00Z", true)),
            "/authorize?refresh_within=60",
            403,
            "?refresh=true&return_to=",
        ),
    ] {
        let (reply, upstream) = ask(answer, target, &[("cookie", "a=b"), ("accept", "text/html")], false).await;
        assert_eq!(reply.status, status, "{target}");
        let location = reply.header("location").unwrap();
        assert!(location.starts_with(&format!("{}self-service/login/browser{step}", upstream.url)), "{location}");
    }
    let unverified = Answer::json(200, &session("aal1", &now(), false));
    assert_eq!(ask(unverified, "/authorize?verified_address=true", &[("cookie", "a=b")], false).await.0.status, 403);
    assert_eq!(ask(signed_out(), "/authorize/optional", &[("cookie", "a=b")], false).await.0.status, 200);
    assert_eq!(ask(Answer::empty(500), "/authorize/optional", &[("cookie", "a=b")], false).await.0.status, 503);
}

#[tokio::test]
async fn a_browsers_own_query_can_only_ask_for_more() {
    for query in ["optional=true", "optional=1&aal=aal1", "refresh_within=60&refresh_within=999999999"] {
        let old = Answer::json(200, &session("aal1", "2020-01-01T00:00:00Z", true));
        let answer = if query.contains("refresh") { old } else { signed_out() };
        let (reply, _) = ask(answer, &format!("/authorize?{query}"), &[("cookie", "a=b")], false).await;
        assert!(matches!(reply.status, 401 | 403), "{query}");
    }
    // A setting that cannot be read asks for the most.
    for query in ["aal=AAL2", "verified_address=1", "refresh_within=ten"] {
        let plain = Answer::json(200, &session("aal1", "2020-01-01T00:00:00Z", false));
        let (reply, _) = ask(plain, &format!("/authorize?{query}"), &[("cookie", "a=b")], false).await;
        assert_eq!(reply.status, 403, "{query}");
    }
}

#[tokio::test]
async fn a_proxy_that_says_which_page_gets_the_redirect_and_the_way_back() {
    let (reply, _) = ask(signed_out(), "/authorize", &PROXY, true).await;
    assert!(reply.location().ends_with("return_to=https%3A%2F%2Fapp.example%2Fpage%3Fa%3Db"), "{}", reply.location());
    // Scripts are told, not redirected.
    let mut script = PROXY;
    script[1] = ("accept", "application/json");
    assert_eq!(ask(signed_out(), "/authorize", &script, true).await.0.status, 401);
}

#[tokio::test]
async fn who_is_no_trusted_proxy_is_not_believed() {
    let (reply, _) = ask(signed_out(), "/authorize", &PROXY, false).await;
    assert_eq!(reply.status, 401);
    assert!(reply.header("location").unwrap().ends_with("return_to=http%3A%2F%2Flocalhost%3A4455%2Fsettings"));
}
