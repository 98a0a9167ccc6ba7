//! One origin: Kratos' browser-facing paths on this application's own host.

use axum::http::Method;
use kratos_account::Account;

use crate::support::{Answer, Application, Upstream, config, listen};

async fn application(answer: Answer) -> (Application, Upstream) {
    let upstream = Upstream::start([answer]).await;
    let mut config = config(upstream.url.clone());
    config.proxy_kratos = true;
    let account = Account::new(&config).unwrap();
    (Application::at(listen(account.router().fallback_service(account.not_found())).await), upstream)
}

#[tokio::test]
async fn kratos_paths_are_handed_through_whole() {
    let answer =
        Answer::new(418, "tea\u{0}pot").header("set-cookie", "a=1; Path=/").header("set-cookie", "b=2; Path=/");
    let (application, upstream) = application(answer).await;
    for target in [
        "/self-service/login/browser?refresh=true&return_to=%2F",
        "/sessions/whoami",
        "/schemas/ZGVm",
        "/.well-known/ory/webauthn.js",
    ] {
        let reply = application.get(target, &[("cookie", "x=y"), ("accept", "text/html")]).await;
        assert_eq!((reply.status, reply.body.as_str()), (418, "tea\u{0}pot"));
        assert_eq!(reply.cookies(), ["a=1; Path=/", "b=2; Path=/"]);
        let received = upstream.received().pop().unwrap();
        assert_eq!(received.target, target);
        assert_eq!((received.header("cookie"), received.header("accept")), (vec!["x=y"], vec!["text/html"]));
    }
}

#[tokio::test]
async fn nothing_else_is() {
    let (application, upstream) = application(Answer::empty(200)).await;
    for target in [
        "/admin/identities",
        "/health/whatever",
        "/self-service",
        "/metrics/prometheus",
        "/.well-known/jwks.json",
        "/version",
    ] {
        assert_eq!(application.get(target, &[]).await.status, 404, "{target}");
    }
    assert_eq!(upstream.received().len(), 0);
    // The sessions page is ours.
    application.get("/sessions", &[]).await;
    assert!(upstream.received().iter().all(|received| received.header("accept") == ["application/json"]));
}

#[tokio::test]
async fn what_is_posted_arrives_and_cross_site_callbacks_pass() {
    let (application, upstream) =
        application(Answer::empty(303).header("location", "http://localhost:4455/settings?flow=1")).await;
    let headers = [
        ("sec-fetch-site", "cross-site"),
        ("origin", "https://appleid.apple.com"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let reply = application.send(Method::POST, "/self-service/methods/oidc/callback/apple", &headers, "code=1").await;
    assert_eq!(reply.location(), "http://localhost:4455/settings?flow=1");
    let received = upstream.only_request();
    assert_eq!((received.method.clone(), received.body.as_ref()), (Method::POST, &b"code=1"[..]));
    assert_eq!(received.header("origin"), ["https://appleid.apple.com"]);
}

#[tokio::test]
async fn what_is_one_connections_own_stays_behind_and_nothing_is_forged() {
    let (application, upstream) =
        application(Answer::empty(200).header("connection", "x-own").header("x-own", "1")).await;
    let forged = [
        ("x-forwarded-for", "6.6.6.6"),
        ("x-forwarded-host", "evil.example"),
        ("x-real-ip", "6.6.6.6"),
        ("true-client-ip", "6.6.6.6"),
        ("forwarded", "for=6.6.6.6"),
        ("te", "trailers"),
        ("connection", "x-secret"),
        ("x-secret", "1"),
    ];
    let reply = application.get("/sessions/whoami", &forged).await;
    assert_eq!(reply.header("x-own"), None);
    let received = upstream.only_request();
    assert_eq!(received.header("x-forwarded-for"), ["127.0.0.1"]);
    assert_eq!(received.header("x-forwarded-host"), ["localhost:4455"]);
    for name in ["x-real-ip", "true-client-ip", "forwarded", "te", "x-secret"] {
        assert_eq!(received.header(name), [""; 0], "{name}");
    }
}

#[tokio::test]
async fn the_inner_address_stays_inside() {
    let upstream =
        Upstream::start([Answer::empty(303).header("location", "http://INNER/self-service/login?flow=1")]).await;
    upstream.rewrite("INNER", upstream.url.authority());
    let mut config = config(upstream.url.clone());
    config.proxy_kratos = true;
    let account = Account::new(&config).unwrap();
    let reply = Application::at(listen(account.router()).await).get("/self-service/login/browser", &[]).await;
    assert_eq!(reply.location(), "http://localhost:4455/self-service/login?flow=1");
}

#[tokio::test]
async fn a_kratos_that_is_down_is_a_page() {
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let mut config = config(format!("http://{closed}").parse().unwrap());
    config.proxy_kratos = true;
    let account = Account::new(&config).unwrap();
    let application = Application::at(listen(account.router()).await);
    application.get("/self-service/login/browser", &[]).await.page(502);
    let large = application.send(Method::POST, "/self-service/login", &[], "x".repeat(5 * 1024 * 1024 + 1)).await;
    large.page(413);
}
