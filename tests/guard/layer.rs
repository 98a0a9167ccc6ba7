//! The guard as a layer: what each requirement makes of each answer.

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::get;
use kratos_account::Account;
use kratos_account::guard::Session;
use kratos_account::kratos::Aal;
use tower::{Layer, ServiceExt};

use crate::support::{Answer, Application, Reply, Upstream, client, config, listen};
use crate::{BROWSER, SCRIPT, guarded, now, session, signed_in, signed_out};

/// The guarded example in front of a Kratos that answers so.
async fn ask(answer: Answer, path: &str, headers: &[(&str, &str)]) -> (Reply, Upstream) {
    let upstream = Upstream::start([answer]).await;
    let router = guarded::application(upstream.url.as_str(), "https://app.example").unwrap();
    let reply = Application::at(listen(router).await).get(path, headers).await;
    (reply, upstream)
}

/// Where a browser is sent, with Kratos' address written `{B}`.
async fn sent_to(answer: Answer, path: &str) -> String {
    let (reply, upstream) = ask(answer, path, &BROWSER).await;
    reply.location().replace(upstream.url.as_str(), "{B}/")
}

/// What a script is told: status, Kratos' error id.
async fn told(answer: Answer, path: &str) -> (u16, String) {
    let (reply, _) = ask(answer, path, &SCRIPT).await;
    assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{reply:?}");
    let problem: serde_json::Value = serde_json::from_str(&reply.body).unwrap();
    assert_eq!(problem["status"], reply.status);
    (reply.status, problem["id"].as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn who_is_signed_in_is_let_through_with_traits_of_ones_own_type() {
    let (reply, upstream) = ask(signed_in(), "/hello", &BROWSER).await;
    assert_eq!((reply.status, reply.body.as_str()), (200, "Hello ada@example.org"));
    let asked = upstream.only_request();
    assert_eq!(asked.target, "/sessions/whoami");
    assert_eq!(asked.header("cookie"), ["ory_kratos_session=abc"]);
}

#[tokio::test]
async fn a_browser_is_sent_to_login_and_back() {
    let back = "return_to=https%3A%2F%2Fapp.example%2Fhello%3Fa%3Db";
    assert_eq!(sent_to(signed_out(), "/hello?a=b").await, format!("{{B}}/self-service/login/browser?{back}"));
}

#[tokio::test]
async fn who_lacks_the_second_factor_is_sent_to_it_and_to_no_plain_login() {
    let lacking = Answer::recorded("settings_errors/aal2_required_403");
    for (answer, path) in [(lacking, "/hello"), (signed_in(), "/secrets")] {
        let target = sent_to(answer, path).await;
        assert!(target.starts_with("{B}/self-service/login/browser?aal=aal2&return_to="), "{target}");
    }
    let (reply, _) = ask(Answer::json(200, &session("aal2", &now(), false)), "/secrets", &BROWSER).await;
    assert_eq!(reply.body, "Two factors");
}

#[tokio::test]
async fn a_sign_in_of_too_long_ago_is_asked_for_again() {
    let old = || Answer::json(200, &session("aal1", "2020-01-01T00:00:00Z", true));
    let target = sent_to(old(), "/payments").await;
    assert!(target.starts_with("{B}/self-service/login/browser?refresh=true&return_to="), "{target}");
    assert_eq!(told(old(), "/payments").await, (403, "session_refresh_required".to_owned()));
    let (reply, _) = ask(signed_in(), "/payments", &BROWSER).await;
    assert_eq!(reply.body, "Just signed in");
}

#[tokio::test]
async fn an_address_must_be_verified_where_that_is_asked_for() {
    let unverified = || Answer::json(200, &session("aal1", &now(), false));
    let target = sent_to(unverified(), "/letters").await;
    assert!(target.starts_with("{B}/self-service/verification/browser?return_to="), "{target}");
    assert_eq!(told(unverified(), "/letters").await, (403, "session_verified_address_required".to_owned()));
}

#[tokio::test]
async fn scripts_are_told_what_is_missing() {
    assert_eq!(told(signed_out(), "/hello").await, (401, "session_inactive".to_owned()));
    let lacking = Answer::recorded("settings_errors/aal2_required_403");
    assert_eq!(told(lacking, "/hello").await, (403, "session_aal2_required".to_owned()));
    // So are programs, and forms that are not a page being opened.
    let (reply, _) = ask(signed_out(), "/hello", &[("cookie", "a=b")]).await;
    assert_eq!(reply.status, 401);
}

#[tokio::test]
async fn optional_lets_everybody_in_and_says_who_it_is() {
    for (answer, text) in [
        (signed_in(), "You are signed in"),
        (signed_out(), "Who are you?"),
        (Answer::recorded("settings_errors/aal2_required_403"), "Who are you?"),
    ] {
        let (reply, _) = ask(answer, "/", &BROWSER).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, text));
    }
}

#[tokio::test]
async fn when_kratos_is_down_nobody_is_let_in_and_nobody_is_signed_out() {
    for answer in [Answer::empty(500), Answer::new(200, "<html>"), Answer::empty(302), Answer::empty(404)] {
        for path in ["/hello", "/secrets", "/"] {
            for headers in [&BROWSER, &SCRIPT] {
                let (reply, _) = ask(answer.clone(), path, headers).await;
                assert_eq!(reply.status, 503, "{path}");
            }
        }
    }
}

#[tokio::test]
async fn who_shows_nothing_is_signed_out_and_kratos_is_not_asked() {
    let (reply, upstream) = ask(signed_in(), "/hello", &[]).await;
    assert_eq!(reply.status, 401);
    assert_eq!(upstream.received().len(), 0);
}

#[tokio::test]
async fn a_session_token_will_do() {
    for (name, value) in [("x-session-token", "ory_st_x"), ("authorization", "Bearer ory_st_x")] {
        let (reply, upstream) = ask(signed_in(), "/hello", &[(name, value)]).await;
        assert_eq!(reply.status, 200);
        assert_eq!(upstream.only_request().header(name), [value]);
    }
}

/// An application that tells what it is told by the guard.
fn telling(account: &std::sync::Arc<Account>) -> Router {
    let tell = |headers: HeaderMap| async move {
        let all = |name| headers.get_all(name).iter().map(|v| v.to_str().unwrap()).collect::<Vec<_>>().join("+");
        format!("{} {}", all("x-user-id"), all("x-session-aal"))
    };
    Router::new().route("/", get(tell).layer(account.require_session().optional()))
}

#[tokio::test]
async fn services_behind_are_told_by_headers_that_nobody_can_forge() {
    let forged = [("x-user-id", "root"), ("x-session-aal", "aal2"), ("cookie", "a=b")];
    for (answer, told) in [(signed_in(), "2ba28269-d01f-43e1-8044-cd0efe1b3285 aal1"), (signed_out(), " ")] {
        let upstream = Upstream::start([answer]).await;
        let account = Account::new(&config(upstream.url)).unwrap();
        let reply = Application::at(listen(telling(&account)).await).get("/", &forged).await;
        assert_eq!(reply.body, told);
    }
}

#[tokio::test]
async fn a_session_cookie_that_kratos_renews_reaches_the_browser() {
    let (reply, _) = ask(signed_in().header("set-cookie", "ory_kratos_session=new; Path=/"), "/hello", &BROWSER).await;
    assert_eq!(reply.cookies(), ["ory_kratos_session=new; Path=/"]);
}

#[tokio::test]
async fn kratos_is_asked_once_however_many_layers_there_are() {
    let upstream = Upstream::start([signed_in()]).await;
    let account = Account::new(&config(upstream.url.clone())).unwrap();
    let (any, fresh) = (account.require_session(), account.require_session().refresh_within(Duration::from_secs(60)));
    let inner = Router::new()
        .route("/", get(|session: Session| async move { session.id.to_string() }).layer(fresh))
        .layer(any.clone());
    let router = Router::new().nest("/inner", inner).layer(any.optional());
    let reply = Application::at(listen(router).await).get("/inner", &BROWSER).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    upstream.only_request();
}

#[tokio::test]
async fn a_nested_route_is_returned_to_by_its_whole_path() {
    let upstream = Upstream::start([signed_out()]).await;
    let account = Account::new(&config(upstream.url.clone())).unwrap();
    let inner = Router::new().route("/page", get(|| async {}).layer(account.require_session()));
    let reply = Application::at(listen(Router::new().nest("/inner", inner)).await).get("/inner/page", &BROWSER).await;
    assert!(
        reply.location().ends_with("return_to=http%3A%2F%2Flocalhost%3A4455%2Finner%2Fpage"),
        "{}",
        reply.location()
    );
}

#[tokio::test]
async fn any_tower_service_can_be_guarded() {
    let upstream = Upstream::start([signed_in()]).await;
    let account = Account::new(&config(upstream.url)).unwrap();
    let service = tower::service_fn(|_: http::Request<()>| async {
        Ok::<_, Infallible>(http::Response::new("inside".to_owned()))
    });
    let guarded = account.require_session().layer(service);
    let request = |cookie: bool| {
        let request = http::Request::builder().uri("/x");
        if cookie { request.header("cookie", "a=b") } else { request }.body(()).unwrap()
    };
    assert_eq!(guarded.clone().oneshot(request(true)).await.unwrap().into_body(), "inside");
    let refused = guarded.oneshot(request(false)).await.unwrap();
    assert_eq!(refused.status(), 401);
    assert!(refused.into_body().contains("session_inactive"));
}

#[tokio::test]
async fn a_session_is_remembered_only_if_that_is_wanted_and_until_somebody_signs_out() {
    for (seconds, questions) in [(0, 3), (60, 1)] {
        let upstream = Upstream::start([signed_in()]).await;
        let mut config = config(upstream.url.clone());
        config.session_cache = Some(Duration::from_secs(seconds)).filter(|time| !time.is_zero());
        let account = Account::new(&config).unwrap();
        let application = Application::at(listen(telling(&account).merge(account.router())).await);
        for _ in 0..3 {
            application.get("/", &BROWSER).await;
        }
        assert_eq!(upstream.received().len(), questions);
        // Other credentials are another matter.
        application.get("/", &[("cookie", "ory_kratos_session=other")]).await;
        assert_eq!(upstream.received().len(), questions + 1);
        let own = [("cookie", "ory_kratos_session=abc"), ("sec-fetch-site", "same-origin")];
        application.send(axum::http::Method::POST, "/logout", &own, "").await;
        let before = upstream.received().len();
        application.get("/", &BROWSER).await;
        assert_eq!(upstream.received().len(), before + 1, "after a logout Kratos is asked again");
    }
}

#[tokio::test]
async fn what_nobody_remembers_is_no_longer_than_it_is_wanted() {
    let upstream = Upstream::start([signed_in(), signed_out()]).await;
    let mut config = config(upstream.url.clone());
    config.session_cache = Some(Duration::from_secs(60));
    let account = Account::new(&config).unwrap();
    let application = Application::at(listen(telling(&account)).await);
    for _ in 0..2 {
        assert_eq!(application.get("/", &[("cookie", "a=1")]).await.body, "2ba28269-d01f-43e1-8044-cd0efe1b3285 aal1");
        // Who is signed out is asked about each time: they may sign in at any moment.
        assert_eq!(application.get("/", &[("cookie", "a=2")]).await.body, " ");
    }
    assert_eq!(upstream.received().len(), 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_at_once_wait_for_no_one() {
    // One answer never comes; all others are there at once.
    let (never, waits) = tokio::sync::oneshot::channel::<()>();
    let waits = std::sync::Arc::new(tokio::sync::Mutex::new(Some(waits)));
    let kratos = Router::new().route(
        "/sessions/whoami",
        get(move |headers: HeaderMap| {
            let waits = std::sync::Arc::clone(&waits);
            async move {
                if headers["cookie"] == "slow=1" {
                    let waits = waits.lock().await.take();
                    drop(waits.unwrap().await);
                }
                axum::response::IntoResponse::into_response((
                    [("content-type", "application/json")],
                    session("aal1", &now(), true).to_string(),
                ))
            }
        }),
    );
    let mut config = config(listen(kratos).await);
    // However busy the machine is, the slow one is still waiting at the end.
    config.kratos_timeout = Duration::from_secs(300);
    let account = Account::new(&config).unwrap();
    let url = listen(telling(&account)).await;
    let client = client();
    let ask = |cookie: &'static str| {
        let request = client.get(url.clone()).header("cookie", cookie).send();
        async move { request.await.unwrap().status().as_u16() }
    };
    let slow = tokio::spawn(ask("slow=1"));
    let mut others = tokio::task::JoinSet::new();
    for _ in 0..1000 {
        others.spawn(ask("quick=1"));
    }
    assert!(others.join_all().await.into_iter().all(|status| status == 200));
    assert!(!slow.is_finished());
    drop(never);
    assert_eq!(slow.await.unwrap(), 200);
}

#[test]
fn a_guard_is_cloned_and_sent_as_one_likes() {
    fn is<T: Clone + Send + Sync + 'static>(_: &T) {}
    let account = Account::new(&config("http://kratos".parse().unwrap())).unwrap();
    is(&account);
    is(&account.require_session().aal(Aal::Aal2));
}

#[tokio::test]
async fn a_circle_of_the_guards_is_broken_after_three_detours() {
    let upstream = Upstream::start([signed_out(), signed_out(), signed_out(), signed_out(), signed_in()]).await;
    let router = guarded::application(upstream.url.as_str(), "https://app.example").unwrap();
    let application = Application::at(listen(router).await);
    let mut cookie = "ory_kratos_session=lost".to_owned();
    let ask =
        async |cookie: &str| application.get("/hello", &[("cookie", cookie), ("sec-fetch-mode", "navigate")]).await;
    for _ in 0..3 {
        let reply = ask(&cookie).await;
        assert_eq!(reply.status, 303);
        let set = reply.cookies()[0].to_owned();
        assert!(
            set.starts_with("__Host-kratos_account_detours=") && set.contains("; Path=/; Max-Age=30; HttpOnly"),
            "{set}"
        );
        cookie = format!("ory_kratos_session=lost; {}", set.split(';').next().unwrap());
    }
    let reply = ask(&cookie).await;
    reply.page(502);
    assert!(reply.body.contains("cookies"), "the page says what to look at");
    // Whoever arrives is not counted any more.
    let reply = ask(&cookie).await;
    assert_eq!(reply.status, 200);
    assert!(reply.cookies()[0].starts_with("__Host-kratos_account_detours=; Path=/; Max-Age=0"));
}
