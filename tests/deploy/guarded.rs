//! An application behind the guard.

use axum::http::Method;
use serde_json::{Value, json};
use url::Url;

use crate::proxy::Kind;
use crate::site::{BROWSER, OLD_BROWSER, PROGRAM, SCRIPT, Site};
use crate::support::tcp::closed_port;
use crate::support::{Answer, Upstream};

stories! {
    whoever_is_signed_out_signs_in_and_comes_back,
    whoever_is_signed_in_reaches_the_application,
    a_form_arrives_whole,
    the_second_factor_is_asked_for,
    more_can_be_asked_for,
    scripts_and_programs_are_told,
    nobody_passes_while_kratos_is_down,
    nobody_passes_while_the_guard_is_down,
    nothing_that_is_sent_asks_for_less,
    where_nobody_need_sign_in_nobody_is_forged,
    the_applications_own_refusals_are_its_own,
}

const ADA: &str = "2ba28269-d01f-43e1-8044-cd0efe1b3285";

fn signed_in(aal: &str) -> Answer {
    Answer::json(
        200,
        &json!({
            "id": "21317e50-4105-4ca5-aaea-1a964d0c477b", "active": true, "authenticator_assurance_level": aal,
            "identity": {"id": ADA, "traits": {"email": "ada@example.org"}},
        }),
    )
}

fn signed_out() -> Answer {
    Answer::recorded("sessions/whoami_401")
}

fn half_signed_in() -> Answer {
    Answer::recorded("settings_errors/aal2_required_403")
}

/// The login that `url` is, with this step and this way back.
#[track_caller]
fn assert_login(site: &Site, url: &str, step: Option<(&str, &str)>, back: &str) {
    let login = format!("{}/kratos/self-service/login/browser?", site.id);
    assert!(url.starts_with(&login), "{url}");
    let url: Url = url.parse().unwrap();
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let expected = step.into_iter().chain([("return_to", back)]);
    assert_eq!(pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>());
}

async fn whoever_is_signed_out_signs_in_and_comes_back(kind: Kind) {
    let login = Answer::empty(303).header("location", "http://id.example.org/login?flow=1");
    let kratos = Upstream::start([signed_out(), signed_out(), login]).await;
    let site = Site::start(kind, &kratos.url).await;
    let wanted = format!("{}/a/page%20there?a=b&c=%2Fd%26e", site.app);
    for headers in [&BROWSER[..], &OLD_BROWSER, &[("accept", "text/html")]] {
        let reply = site.open(&wanted, headers).await;
        assert_login(&site, reply.location(), None, &wanted);
    }
    site.nobody_came();
    // And the browser follows.
    let location = site.open(&wanted, &BROWSER[1..]).await.location().to_owned();
    assert_eq!(site.open(&location, &BROWSER).await.location(), "http://id.example.org/login?flow=1");
    let received = kratos.received().pop().unwrap();
    assert_eq!(received.target, location.strip_prefix(&format!("{}/kratos", site.id)).unwrap());
}

async fn whoever_is_signed_in_reaches_the_application(kind: Kind) {
    let kratos = Upstream::start([signed_in("aal1")]).await;
    let site = Site::start(kind, &kratos.url).await;
    let forged = [
        ("x-user-id", "mallory"),
        ("x-user-id", "mallory too"),
        ("x-session-aal", "aal3"),
        ("x_user_id", "mallory"),
        ("x-user_id", "mallory"),
        ("X_Session_Aal", "aal3"),
        ("x-own", "kept"),
    ];
    let url = format!("{}/a/page%20there?a=b&c=%2Fd", site.app);
    for headers in [&BROWSER[..], &SCRIPT, &PROGRAM] {
        let reply = site.open(&url, &[headers, &forged].concat()).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, "the application"));
        assert_eq!((reply.header("x-user-id"), reply.header("x-session-aal")), (None, None));
        let received = site.application.received().pop().unwrap();
        assert_eq!(received.target, "/a/page%20there?a=b&c=%2Fd");
        assert_eq!(received.header("x-user-id"), [ADA]);
        assert_eq!(received.header("x-session-aal"), ["aal1"]);
        assert!(received.headers.keys().all(|name| !name.as_str().contains('_')), "{received:?}");
        assert_eq!(received.header("x-own"), ["kept"]);
        assert_eq!(received.header("host"), [site.app.strip_prefix("http://").unwrap()]);
    }
}

async fn a_form_arrives_whole(kind: Kind) {
    let kratos = Upstream::start([signed_in("aal1")]).await;
    let site = Site::start(kind, &kratos.url).await;
    let headers = [&BROWSER[..], &[("content-type", "text/plain"), ("sec-fetch-site", "cross-site")]].concat();
    assert_eq!(site.send(Method::POST, &format!("{}/form", site.app), &headers, "a=b&c=d").await.status, 200);
    let received = site.application.only_request();
    assert_eq!((received.method.as_str(), received.body.as_ref()), ("POST", &b"a=b&c=d"[..]));
    assert_eq!(kratos.only_request().body.as_ref(), b"");
}

async fn the_second_factor_is_asked_for(kind: Kind) {
    let kratos = Upstream::start([half_signed_in()]).await;
    let site = Site::start(kind, &kratos.url).await;
    let wanted = format!("{}/page", site.app);
    let reply = site.open(&wanted, &BROWSER).await;
    assert_login(&site, reply.location(), Some(("aal", "aal2")), &wanted);
    assert_eq!(site.open(&wanted, &SCRIPT).await.status, 403);
    site.nobody_came();
}

async fn more_can_be_asked_for(kind: Kind) {
    let kratos = Upstream::start([signed_in("aal1"), signed_in("aal2")]).await;
    let site = Site::asking(kind, &kratos.url, "?aal=aal2").await;
    let wanted = format!("{}/page?aal=aal1", site.app);
    let reply = site.open(&wanted, &BROWSER).await;
    assert_login(&site, reply.location(), Some(("aal", "aal2")), &wanted);
    site.nobody_came();
    assert_eq!(site.open(&wanted, &BROWSER).await.status, 200);
    assert_eq!(site.application.only_request().header("x-session-aal"), ["aal2"]);
}

async fn scripts_and_programs_are_told(kind: Kind) {
    let kratos = Upstream::start([signed_out()]).await;
    let site = Site::start(kind, &kratos.url).await;
    let wanted = format!("{}/api", site.app);
    // What does not say is a program when it sends something, whatever it accepts.
    for (method, headers) in [
        (Method::GET, &SCRIPT[..]),
        (Method::GET, &PROGRAM),
        (Method::GET, &[]),
        (Method::POST, &OLD_BROWSER),
        (Method::DELETE, &SCRIPT),
    ] {
        let reply = site.send(method, &wanted, headers, "").await;
        assert_eq!(reply.status, 401, "{reply:?}");
        assert_eq!(reply.header("content-type"), Some("application/problem+json"));
        let problem: Value = serde_json::from_str(&reply.body).unwrap();
        assert_login(&site, problem["redirect_browser_to"].as_str().unwrap(), None, &wanted);
    }
    site.nobody_came();
    // A form that a browser sends is a page that it opens.
    let reply = site.send(Method::POST, &wanted, &BROWSER, "").await;
    assert_login(&site, reply.location(), None, &wanted);
}

async fn nobody_passes_while_kratos_is_down(kind: Kind) {
    let (closed, _held) = closed_port();
    let confused = Upstream::start([Answer::empty(500), Answer::new(200, "<p>"), Answer::empty(302)]).await;
    for kratos in [closed, confused.url.clone()] {
        let site = Site::start(kind, &kratos).await;
        for headers in [&BROWSER[..], &SCRIPT, &OLD_BROWSER, &PROGRAM] {
            let reply = site.open(&site.app, headers).await;
            assert!(matches!(reply.status, 500..=599), "{reply:?}");
        }
        site.nobody_came();
    }
}

async fn nobody_passes_while_the_guard_is_down(kind: Kind) {
    let kratos = Upstream::start([signed_in("aal1")]).await;
    let mut site = Site::start(kind, &kratos.url).await;
    site.end_account().await;
    for headers in [&BROWSER[..], &SCRIPT] {
        let reply = site.open(&site.app, headers).await;
        assert!(matches!(reply.status, 500..=599), "{reply:?}");
    }
    site.nobody_came();
}

async fn nothing_that_is_sent_asks_for_less(kind: Kind) {
    let kratos = Upstream::start([signed_out()]).await;
    let site = Site::start(kind, &kratos.url).await;
    let forged = [
        ("x-forwarded-method", "POST"),
        ("x-forwarded-proto", "https"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-uri", "/elsewhere"),
        ("x-forwarded-for", "6.6.6.6"),
        ("x-user-id", "mallory"),
    ];
    for path in ["/?optional=true", "/page?optional=true&a=b", "/account/authorize?optional=true"] {
        let wanted = format!("{}{path}", site.app);
        let reply = site.open(&wanted, &[&BROWSER[..], &forged].concat()).await;
        assert_login(&site, reply.location(), None, &wanted);
    }
    for path in ["/.authorize", "/.authorize?optional=true"] {
        let reply = site.open(&format!("{}{path}", site.app), &BROWSER).await;
        assert!(matches!(reply.status, 303 | 404), "{reply:?}");
    }
    site.nobody_came();
}

async fn where_nobody_need_sign_in_nobody_is_forged(kind: Kind) {
    let kratos = Upstream::start([signed_out(), signed_in("aal1"), Answer::empty(500)]).await;
    let site = Site::asking(kind, &kratos.url, "/optional").await;
    let forged = [&BROWSER[..], &[("x-user-id", "mallory"), ("x-session-aal", "aal3")]].concat();
    for user in [&[][..], &[ADA]] {
        assert_eq!(site.open(&site.app, &forged).await.status, 200);
        assert_eq!(site.application.received().pop().unwrap().header("x-user-id"), user);
    }
    let reply = site.open(&site.app, &forged).await;
    assert!(matches!(reply.status, 500..=599), "{reply:?}");
    assert_eq!(site.application.received().len(), 2);
}

async fn the_applications_own_refusals_are_its_own(kind: Kind) {
    let kratos = Upstream::start([signed_in("aal1")]).await;
    let answers = [Answer::new(401, "mine"), Answer::new(403, "mine too")];
    let site = Site::before(kind, &kratos.url, "", &answers).await;
    for expected in [(401, "mine"), (403, "mine too")] {
        let reply = site.open(&site.app, &BROWSER).await;
        assert_eq!((reply.status, reply.body.as_str()), expected);
    }
}
