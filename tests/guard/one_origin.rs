//! One origin: Kratos' browser-facing paths on this application's own host.

use axum::http::Method;
use kratos_account::Account;

use crate::signed_in;
use crate::support::{Answer, Application, Upstream, client, config, listen, raw};

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

#[tokio::test]
async fn no_path_climbs_out_to_kratos_other_paths() {
    for base in ["", "/kratos"] {
        let upstream = Upstream::start([Answer::new(200, "secret")]).await;
        let mut config = config(upstream.url.join(base).unwrap());
        config.proxy_kratos = true;
        let account = Account::new(&config).unwrap();
        let url = listen(account.router().fallback_service(account.not_found())).await;
        for path in [
            "/self-service/../admin/identities",
            "/self-service/%2e%2e/admin/identities",
            "/self-service/.%2E/admin/identities",
            "/self-service/%252e%252e/admin/identities",
            "/self-service/..%2fadmin/identities",
            "/self-service/..%5cadmin/identities",
            "/self-service/..\\admin/identities",
            "/self-service/..;/admin/identities",
            "/sessions/%2e%2e/admin/identities",
            "/sessions/%2e%2e/%2e%2e/admin/identities",
            "/schemas/%2e%2e/health/ready",
            "/.well-known/ory/%2e%2e/%2e%2e/metrics/prometheus",
        ] {
            // Clients tidy up such paths, so this is said below HTTP.
            let reply = raw(&url, &format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).await;
            assert!(reply.starts_with("HTTP/1.1 404 ") && reply.contains("<html"), "{base} {path}: {reply}");
        }
        assert_eq!(upstream.received().len(), 0, "Kratos is not asked");
        let reply =
            raw(&url, "GET /self-service/login/browser?a=%2e%2e/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
                .await;
        assert!(reply.starts_with("HTTP/1.1 200 "), "{reply}");
        assert_eq!(upstream.only_request().target, format!("{base}/self-service/login/browser?a=%2e%2e/"));
    }
}

#[tokio::test]
async fn a_place_is_believed_of_a_trusted_proxy_and_of_nobody_else() {
    let claimed = [
        ("cf-ipcity", "Paris"),
        ("cf-ipcountry", "FR"),
        ("cf_ipcity", "Paris"),
        ("cf-connecting-ip", "6.6.6.6"),
        ("cf-of-tomorrow", "x"),
        ("true-client-ip", "6.6.6.6"),
        ("true_client_ip", "6.6.6.6"),
        ("x-real-ip", "6.6.6.6"),
        ("forwarded", "for=6.6.6.6"),
        ("x-forwarded-for", "198.51.100.7"),
        ("x-forwarded-proto", "gopher"),
        ("x_forwarded_host", "evil.example"),
    ];
    for (trusted, city, client) in [(false, vec![], "127.0.0.1"), (true, vec!["Paris"], "198.51.100.7")] {
        let upstream = Upstream::start([signed_in()]).await;
        let mut config = config(upstream.url.clone());
        config.proxy_kratos = true;
        if trusted {
            config.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
        }
        let account = Account::new(&config).unwrap();
        let application = Application::at(listen(account.router()).await);
        // Handed through, and asked by the application itself.
        for path in ["/sessions/whoami", "/settings"] {
            application.get(path, &claimed).await;
            let received = upstream.received().pop().unwrap();
            assert_eq!(received.header("cf-ipcity"), city, "{path} {trusted}");
            assert_eq!(received.header("x-forwarded-for"), [client], "{path} {trusted}");
            assert_eq!(received.header("x-forwarded-proto"), ["http"]);
            let names: Vec<&str> = received.headers.keys().map(axum::http::HeaderName::as_str).collect();
            for (name, _) in claimed {
                let own = ["cf-ipcity", "cf-ipcountry", "x-forwarded-for", "x-forwarded-proto"].contains(&name);
                assert!(own || !names.contains(&name), "{path} {trusted} {name}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_sent_and_answered_streams_through() {
    // Kratos answers when it has seen a part, and ends when it has seen all.
    let kratos = axum::Router::new().fallback(async |request: axum::extract::Request| {
        axum::body::Body::new(http_body_util::BodyExt::map_frame(request.into_body(), |frame| frame))
    });
    let mut config = config(listen(kratos).await);
    config.proxy_kratos = true;
    let account = Account::new(&config).unwrap();
    let url = listen(account.router()).await;
    let (mut sender, body) = http_body_util::channel::Channel::<bytes::Bytes>::new(1);
    let posted =
        tokio::spawn(client().post(url.join("/self-service/login").unwrap()).body(reqwest::Body::wrap(body)).send());
    sender.send_data("first".into()).await.unwrap();
    let mut reply = posted.await.unwrap().unwrap();
    assert_eq!(reply.chunk().await.unwrap().unwrap(), "first", "nothing waits for the rest");
    sender.send_data("second".into()).await.unwrap();
    assert_eq!(reply.chunk().await.unwrap().unwrap(), "second");
    drop(sender);
    assert_eq!(reply.chunk().await.unwrap(), None);
}

#[tokio::test]
async fn an_upload_and_an_answer_have_a_most_size() {
    let upstream = Upstream::start([Answer::new(200, vec![b'x'; 6 * 1024 * 1024])]).await;
    let mut config = config(upstream.url.clone());
    config.proxy_kratos = true;
    let account = Account::new(&config).unwrap();
    let application = Application::at(listen(account.router()).await);
    application.get("/sessions/whoami", &[]).await.page(502);
    // Without a length of its own.
    let chunk = bytes::Bytes::from(vec![b'x'; 1024 * 1024]);
    let (mut sender, body) = http_body_util::channel::Channel::<bytes::Bytes>::new(1);
    let endless = tokio::spawn(async move { while sender.send_data(chunk.clone()).await.is_ok() {} });
    let posted = application.send(Method::POST, "/self-service/login", &[], reqwest::Body::wrap(body)).await;
    posted.page(413);
    endless.await.unwrap();
    assert_eq!(upstream.received().len(), 1, "the upload never became whole");
}

#[tokio::test]
async fn beyond_the_most_requests_under_way_a_visitor_is_told_at_once() {
    let mut kratos = crate::support::tcp::Tcp::start([crate::support::tcp::Act::Stall(Vec::new())]).await;
    let mut config = config(kratos.url.clone());
    config.proxy_kratos = true;
    let account = Account::new(&config).unwrap();
    let url = listen(account.router()).await;
    let target = url.join("/self-service/login/browser").unwrap();
    let mut waiting = tokio::task::JoinSet::new();
    for _ in 0..256 {
        waiting.spawn(client().get(target.clone()).send());
    }
    let mut under_way = 0;
    while under_way < 256 {
        under_way += usize::from(matches!(kratos.next().await, crate::support::tcp::Seen::Request(_)));
    }
    let reply = Application::at(url).get("/self-service/login/browser", &[]).await;
    reply.page(503);
    assert!(reply.header("retry-after").is_some());
}
