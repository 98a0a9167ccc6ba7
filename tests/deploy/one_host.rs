//! Kratos and the account page under one host.

use std::io::{Read, Write};
use std::net::TcpStream;

use axum::http::Method;

use crate::proxy::Kind;
use crate::site::{BROWSER, Site};
use crate::support::{Answer, Upstream};

stories! {
    the_account_page_is_below_its_path,
    nobody_need_type_the_slash_at_the_end,
    kratos_is_below_its_path,
    forms_reach_kratos_whole,
    nothing_else_of_kratos_is_there,
    what_kratos_believes_from_anyone_is_not_the_browsers,
}

async fn the_account_page_is_below_its_path(kind: Kind) {
    let kratos = Upstream::start([Answer::recorded("settings_errors/no_session_401"), Answer::new(200, "login")]).await;
    let site = Site::start(kind, &kratos.url).await;
    assert_eq!(site.open(&format!("{}/account/health/alive", site.id), &[]).await.status, 200);
    let reply = site.open(&format!("{}/account/settings", site.id), &BROWSER).await;
    assert!(reply.location().starts_with(&format!("{}/kratos/self-service/login/browser?", site.id)), "{reply:?}");
    assert_eq!(site.open(reply.location(), &BROWSER).await.body, "login");
}

async fn nobody_need_type_the_slash_at_the_end(kind: Kind) {
    let kratos = Upstream::start([Answer::recorded("settings_errors/no_session_401")]).await;
    let site = Site::start(kind, &kratos.url).await;
    let mut way = vec![format!("{}/account", site.id)];
    for _ in 0..3 {
        let reply = site.open(way.last().unwrap(), &BROWSER).await;
        let base = way.last().unwrap().parse::<url::Url>().unwrap();
        way.push(base.join(reply.header("location").unwrap_or_default()).unwrap().into());
    }
    let to_login = format!("{}/kratos/self-service/login/browser?", site.id);
    assert!(way.iter().any(|url| url.starts_with(&to_login)), "{way:?}");
}

async fn kratos_is_below_its_path(kind: Kind) {
    let answer = Answer::new(418, "teapot").header("set-cookie", "a=1; Path=/").header("set-cookie", "b=2; Path=/");
    let kratos = Upstream::start([answer]).await;
    let site = Site::start(kind, &kratos.url).await;
    for target in [
        "/self-service/login/browser?refresh=true&return_to=%2Fa%26b",
        "/sessions/whoami",
        "/schemas",
        "/schemas/ZGVm",
        "/.well-known/ory/webauthn.js",
    ] {
        let reply = site.open(&format!("{}/kratos{target}", site.id), &BROWSER).await;
        assert_eq!((reply.status, reply.body.as_str()), (418, "teapot"), "{target}");
        assert_eq!(reply.cookies(), ["a=1; Path=/", "b=2; Path=/"]);
        let received = kratos.received().pop().unwrap();
        assert_eq!(received.target, target);
        assert_eq!(received.header("cookie"), ["ory_kratos_session=abc"]);
    }
}

async fn forms_reach_kratos_whole(kind: Kind) {
    let kratos = Upstream::start([Answer::empty(303).header("location", "https://example.org/")]).await;
    let site = Site::start(kind, &kratos.url).await;
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("origin", "https://appleid.apple.com")];
    let url = format!("{}/kratos/self-service/methods/oidc/callback/apple", site.id);
    assert_eq!(site.send(Method::POST, &url, &headers, "code=1&state=2").await.location(), "https://example.org/");
    let received = kratos.only_request();
    assert_eq!((received.method.as_str(), received.body.as_ref()), ("POST", &b"code=1&state=2"[..]));
    assert_eq!(received.header("origin"), ["https://appleid.apple.com"]);
}

async fn nothing_else_of_kratos_is_there(kind: Kind) {
    let kratos = Upstream::start([Answer::empty(200)]).await;
    let site = Site::start(kind, &kratos.url).await;
    for target in [
        "/",
        "/kratos",
        "/kratos/",
        "/kratos/admin/identities",
        "/kratos/health/ready",
        "/kratos/version",
        "/kratos/metrics/prometheus",
        "/kratos/.well-known/jwks.json",
        "/kratos/self-service/../admin/identities",
        "/kratos/self-service/%2e%2e/admin/identities",
        "/kratos/self-service/..%2fadmin/identities",
        "/kratos/schemas/../admin/identities",
        "/kratos//admin/identities",
        "/self-service/login/browser",
    ] {
        // As it is: clients of our own take the dots away.
        let (front, host) = (site.front.clone(), site.id.strip_prefix("http://").unwrap());
        let request = format!("GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        let said = tokio::task::spawn_blocking(move || {
            let mut stream = TcpStream::connect(front).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut said = String::new();
            stream.read_to_string(&mut said).unwrap();
            said
        });
        let said = said.await.unwrap();
        assert!(said.starts_with("HTTP/1.1 404 "), "{target}: {said}");
    }
    assert_eq!(kratos.received().len(), 0);
}

async fn what_kratos_believes_from_anyone_is_not_the_browsers(kind: Kind) {
    let kratos = Upstream::start([Answer::empty(200)]).await;
    let site = Site::start(kind, &kratos.url).await;
    let names = [
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-proto",
        "forwarded",
        "x-real-ip",
        "true-client-ip",
        "cf-connecting-ip",
        "cf-connecting-ipv6",
        "cf-ipcity",
        "cf-ipcountry",
        "cf-iplatitude",
        "cf-iplongitude",
        "cf_ipcity",
        "true_client_ip",
    ];
    let forged = names.map(|name| (name, "6.6.6.6"));
    for path in ["/kratos/sessions/whoami", "/account/settings"] {
        site.open(&format!("{}{path}", site.id), &[&BROWSER[..], &forged].concat()).await;
        let received = kratos.received().pop().unwrap();
        assert_eq!(received.header("x-forwarded-for"), ["127.0.0.1"], "{path}");
        assert_eq!(received.header("x-forwarded-proto"), ["http"]);
        assert_eq!(received.header("x-forwarded-host"), [site.id.strip_prefix("http://").unwrap()]);
        for name in names {
            assert!(!received.header(name).contains(&"6.6.6.6"), "{path} {name}: {received:?}");
        }
    }
}
