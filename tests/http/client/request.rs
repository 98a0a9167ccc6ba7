//! What Kratos receives.

use http::{HeaderMap, HeaderName, Method};
use kratos_account::kratos::{Body, Client, Error, Kind, Start};

use super::{ID, PATH, ask, build, client, kratos, target, value};
use crate::support::{Answer, Upstream, recording};

#[tokio::test]
async fn the_flow_id_goes_in_the_query() {
    let kratos = kratos().await;
    ask(&kratos.url).send().await.unwrap();
    let received = kratos.only_request();
    assert_eq!(received.method, Method::GET);
    assert_eq!(received.target, format!("{PATH}?id={ID}"));
    assert_eq!(received.body, "");
}

#[tokio::test]
async fn json_is_asked_for_and_nothing_else_is_said() {
    let kratos = kratos().await;
    ask(&kratos.url).send().await.unwrap();
    let received = kratos.only_request();
    assert_eq!(received.header("accept"), ["application/json"]);
    assert_eq!(received.header("host"), [kratos.url.authority()]);
    assert_eq!(received.headers.len(), 2, "{:?}", received.headers);
}

#[tokio::test]
async fn a_cookie_goes_on_byte_for_byte() {
    // As browsers send them: quotes, blanks, equal signs, bytes beyond ASCII.
    for cookie in ["ory_kratos_session=MTczO==|x; a=\"b, c\" ;  d=%20+; e", "ü=ß"] {
        let kratos = kratos().await;
        ask(&kratos.url).cookie(http::HeaderValue::from_bytes(cookie.as_bytes()).unwrap()).send().await.unwrap();
        let received = kratos.only_request().headers;
        let received: Vec<_> = received.get_all("cookie").iter().map(http::HeaderValue::as_bytes).collect();
        assert_eq!(received, [cookie.as_bytes()]);
    }
}

#[tokio::test]
async fn several_cookie_headers_stay_several() {
    let kratos = kratos().await;
    let mut browser = HeaderMap::new();
    browser.append("cookie", value("a=1; b=2"));
    browser.append("authorization", value("Bearer of-the-browser"));
    browser.append("cookie", value("c=3"));
    ask(&kratos.url).cookies_of(&browser).send().await.unwrap();
    let received = kratos.only_request();
    assert_eq!(received.header("cookie"), ["a=1; b=2", "c=3"]);
    assert_eq!(received.header("authorization"), [""; 0], "only cookies are taken");
}

#[tokio::test]
async fn a_session_token_goes_in_a_header_of_its_own() {
    let kratos = kratos().await;
    ask(&kratos.url).session_token(value("ory_st_abc")).send().await.unwrap();
    let received = kratos.only_request();
    assert_eq!(received.header("x-session-token"), ["ory_st_abc"]);
    assert_eq!(received.header("cookie"), [""; 0]);
}

#[tokio::test]
async fn extra_headers_go_along() {
    let kratos = kratos().await;
    let (language, trace) = (HeaderName::from_static("accept-language"), HeaderName::from_static("x-trace"));
    ask(&kratos.url)
        .header(language, value("de"))
        .header(trace.clone(), value("1"))
        .header(trace, value("2"))
        .send()
        .await
        .unwrap();
    let received = kratos.only_request();
    assert_eq!(received.header("accept-language"), ["de"]);
    assert_eq!(received.header("x-trace"), ["1", "2"]);
    assert_eq!(received.header("accept"), ["application/json"]);
}

#[tokio::test]
async fn kratos_is_told_how_the_browser_reaches_it() {
    for (browser, host, scheme) in [
        ("https://id.example.org/kratos", "id.example.org", "https"),
        ("https://id.example.org:443", "id.example.org", "https"),
        ("http://localhost:4433", "localhost:4433", "http"),
        ("http://[::1]:4433/", "[::1]:4433", "http"),
    ] {
        let kratos = kratos().await;
        let client = build(Client::builder(kratos.url.clone()).browser_url(browser.parse().unwrap()));
        client.flow(Kind::Settings, ID).send().await.unwrap();
        let received = kratos.only_request();
        assert_eq!(received.header("x-forwarded-host"), [host], "{browser}");
        assert_eq!(received.header("x-forwarded-proto"), [scheme], "{browser}");
        assert_eq!(received.header("host"), [kratos.url.authority()], "{browser}");
    }
}

#[tokio::test]
async fn a_path_of_the_base_stays_before_kratos_own() {
    for base in ["/kratos", "/kratos/", "/a/b%20c/"] {
        let kratos = kratos().await;
        ask(&kratos.url.join(base).unwrap()).send().await.unwrap();
        assert_eq!(kratos.only_request().target, format!("{}{}", base.trim_end_matches('/'), target()));
    }
}

#[tokio::test]
async fn the_admin_address_is_asked_without_credentials() {
    for (public, admin) in [("", ""), ("/public", "/admin"), ("/public/", ""), ("", "/admin/")] {
        let (kratos, other) = (kratos().await, kratos().await);
        let response = ask(&kratos.url.join(public).unwrap()).at(&other.url.join(admin).unwrap()).send().await.unwrap();
        let received = other.only_request();
        assert_eq!(received.target, format!("{}{}", admin.trim_end_matches('/'), target()), "{public} {admin}");
        assert_eq!(received.header("cookie"), [""; 0]);
        assert_eq!(received.header("x-session-token"), [""; 0]);
        assert_eq!(received.header("accept"), ["application/json"]);
        assert_eq!(response.url().origin(), other.url.origin());
        assert_eq!(response.data().unwrap().ui.nodes.len(), nodes_recorded());
        assert_eq!(kratos.received().len(), 0, "the public address is not asked");
    }
}

fn nodes_recorded() -> usize {
    recording::read("settings/fresh").response.body["ui"]["nodes"].as_array().unwrap().len()
}

#[tokio::test]
async fn no_cookie_is_kept_for_the_next_request() {
    let kratos = Upstream::start([Answer::recorded("settings/fresh").header("set-cookie", "a=b; Path=/")]).await;
    let client = client(&kratos.url);
    for _ in 0..2 {
        client.flow(Kind::Settings, ID).send().await.unwrap();
    }
    let received = kratos.received();
    assert_eq!(received.len(), 2);
    assert!(received.iter().all(|received| received.header("cookie").is_empty()));
}

#[tokio::test]
async fn a_flow_is_started_with_its_way_back_encoded() {
    let kratos = kratos().await;
    let client = client(&kratos.url);
    client
        .start(&Start::new(Kind::Settings).with("return_to", "https://app.example.org/?a=1&b=ü#c"))
        .send()
        .await
        .unwrap();
    client.start(&Start::new(Kind::Settings)).send().await.unwrap();
    let targets: Vec<_> = kratos.received().into_iter().map(|received| received.target).collect();
    let path = "/self-service/settings/browser";
    let back = "return_to=https%3A%2F%2Fapp.example.org%2F%3Fa%3D1%26b%3D%C3%BC%23c";
    assert_eq!(targets, [format!("{path}?{back}"), path.to_owned()]);
}

#[tokio::test]
async fn every_call_goes_where_kratos_expects_it() {
    let kratos = Upstream::start([Answer::new(200, "{}")]).await;
    let client = client(&kratos.url);
    for kind in Kind::ALL {
        client.start(&Start::new(kind)).send().await.unwrap();
        client.flow(kind, ID).send().await.unwrap();
        client.submit(kind, ID, Body::Form("a=b".into())).send().await.unwrap();
    }
    client.error(ID).send().await.unwrap();
    client.whoami().send().await.unwrap();
    client.sessions().send().await.unwrap();
    client.revoke_session(ID).send().await.unwrap();
    client.revoke_other_sessions().send().await.unwrap();
    client.logout(None).send().await.unwrap();
    client.schema("/schemas/ZGVmYXVsdA").send().await.unwrap();
    client.ready().send().await.unwrap();
    let received: Vec<_> =
        kratos.received().into_iter().map(|received| format!("{} {}", received.method, received.target)).collect();
    let flows = ["settings", "login", "registration", "recovery", "verification"].into_iter().flat_map(|kind| {
        [
            format!("GET /self-service/{kind}/browser"),
            format!("GET /self-service/{kind}/flows?id={ID}"),
            format!("POST /self-service/{kind}?flow={ID}"),
        ]
    });
    let others = [
        format!("GET /self-service/errors?id={ID}"),
        "GET /sessions/whoami".to_owned(),
        "GET /sessions?per_page=250".to_owned(),
        format!("DELETE /sessions/{ID}"),
        "DELETE /sessions".to_owned(),
        "GET /self-service/logout/browser".to_owned(),
        "GET /schemas/ZGVmYXVsdA".to_owned(),
        "GET /health/ready".to_owned(),
    ];
    assert_eq!(received, flows.chain(others).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_flow_is_started_with_all_its_options() {
    let kratos = kratos().await;
    let start = Start::new(Kind::Login)
        .with("refresh", "true")
        .with("aal", "aal2")
        .with("login_challenge", "a b&c")
        .with("refresh", "false");
    client(&kratos.url).start(&start).send().await.unwrap();
    let target = "/self-service/login/browser?refresh=false&aal=aal2&login_challenge=a+b%26c";
    assert_eq!(kratos.only_request().target, target);
}

#[test]
fn of_a_browsers_query_only_what_the_kind_knows_is_taken() {
    let query = [
        ("return_to", "https://a/"),
        ("aal", "aal2"),
        ("return_to", "https://b/"),
        ("refresh", ""),
        ("flow", "x"),
        ("via", "email"),
        ("identity_schema", "c"),
        ("organization", "o"),
        ("login_challenge", "l"),
        ("no_org_ui", "1"),
        ("after_verification_return_to", "https://v/"),
    ];
    for (kind, names) in [
        (Kind::Settings, "return_to"),
        (Kind::Login, "return_to aal via identity_schema organization login_challenge"),
        (Kind::Registration, "return_to identity_schema organization login_challenge after_verification_return_to"),
        (Kind::Recovery, "return_to"),
        (Kind::Verification, "return_to"),
    ] {
        let start = Start::read(kind, query);
        assert_eq!(start.pairs().map(|(name, _)| name).collect::<Vec<_>>().join(" "), names, "{kind}");
        assert_eq!(start.get("return_to"), Some("https://a/"), "the first, as Kratos takes it");
    }
    assert_eq!(Start::read(Kind::Login, query).with("return_to", "").get("return_to"), None);
}

#[tokio::test]
async fn a_form_and_json_are_sent_as_what_they_are() {
    let kratos = kratos().await;
    let client = client(&kratos.url);
    client.submit(Kind::Settings, ID, Body::Form("a=b".into())).send().await.unwrap();
    client.submit(Kind::Settings, ID, Body::Json("{}".into())).send().await.unwrap();
    let received: Vec<_> = kratos.received();
    assert_eq!(received[0].header("content-type"), ["application/x-www-form-urlencoded"]);
    assert_eq!(received[1].header("content-type"), ["application/json"]);
}

#[tokio::test]
async fn headers_are_given_as_one_has_them() {
    let kratos = kratos().await;
    let mut map = HeaderMap::new();
    map.append("accept-language", value("de"));
    map.append("accept-language", value("fr"));
    ask(&kratos.url)
        .cookie("a=1")
        .cookie(String::from("b=2"))
        .cookie("c=ü".as_bytes())
        .session_token("token")
        .header("x-trace", "1")
        .headers(&map)
        .send()
        .await
        .unwrap();
    let received = kratos.only_request();
    let cookies: Vec<_> = received.headers.get_all("cookie").iter().map(http::HeaderValue::as_bytes).collect();
    assert_eq!(cookies, ["a=1".as_bytes(), b"b=2", "c=ü".as_bytes()]);
    assert_eq!(received.header("x-session-token"), ["token"]);
    assert_eq!(received.header("x-trace"), ["1"]);
    assert_eq!(received.header("accept-language"), ["de", "fr"]);
}

#[tokio::test]
async fn what_cannot_be_a_header_is_told_and_nothing_is_sent() {
    let kratos = kratos().await;
    for request in [
        ask(&kratos.url).cookie("a=1\r\nx: y"),
        ask(&kratos.url).session_token("\n"),
        ask(&kratos.url).header("no name", "1"),
    ] {
        let error = request.send().await.unwrap_err();
        assert!(matches!(error, Error::InvalidHeader), "{error}");
        assert!(!format!("{error:?}").contains("a=1"));
    }
    assert_eq!(kratos.received().len(), 0);
}
