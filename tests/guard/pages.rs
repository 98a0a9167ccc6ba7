//! The pages around the settings: sessions, signing out, one's data, and an application that
//! mounts them.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::Method;
use axum::routing::get;
use kratos_account::Account;
use serde_json::{Value, json};

use crate::support::{Answer, Application, Reply, Upstream, config, listen};
use crate::{mounted, session, signed_in, signed_out};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const OWN: (&str, &str) = ("sec-fetch-site", "same-origin");
const OTHER: &str = "5fbcd466-1266-4e18-b973-5875e07ebff7";

async fn application(answers: Vec<Answer>) -> (Application, Upstream) {
    let upstream = Upstream::start(answers).await;
    let account = Account::new(&config(upstream.url.clone())).unwrap();
    (Application::at(listen(account.router()).await), upstream)
}

fn text(reply: &Reply) -> String {
    reply.page(reply.status).root_element().text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn the_pages_are_mounted_below_a_path_of_the_applications_own() {
    let upstream = Upstream::start([signed_out(), Answer::recorded("settings/fresh")]).await;
    let router = mounted::application(upstream.url.as_str(), "https://app.example").unwrap();
    let application = Application::at(listen(router).await);
    let home = application.get("/", &[("cookie", "a=b")]).await;
    assert_eq!(home.body, "<title>An application</title><a href=/account/settings>Sign in</a>");
    let page = application.get("/account/settings?flow=520e8f28-5902-4026-a286-74757804453d", &[]).await;
    assert!(page.body.contains(r#"action="https://app.example/account/settings?flow="#));
    assert!(page.body.contains(r#"href="/account/static/style."#));
    // Its own answers are its own.
    let own = application.get("/nowhere", &[]).await;
    assert_eq!((own.status, own.header("content-security-policy")), (404, None));
}

#[tokio::test]
async fn the_pages_fit_a_router_with_a_state_in_each_way() {
    let account = |upstream: &Upstream, base: &str| {
        let mut config = config(upstream.url.clone());
        config.public_url.set_path(base);
        Account::new(&config).unwrap()
    };
    let own = || Router::new().route("/own", get(|State(name): State<&'static str>| async move { name }));
    for (base, mount) in [
        ("/account", (|own, account| own.nest("/account", account.router())) as Mount),
        ("/account", |own, account| own.nest_service("/account", account.router::<()>())),
        ("", |own, account| own.merge(account.router())),
    ] {
        let upstream = Upstream::start([Answer::recorded("settings/fresh")]).await;
        let router = mount(own(), account(&upstream, base)).with_state("an application");
        let application = Application::at(listen(router).await);
        assert_eq!(application.get("/own", &[]).await.body, "an application");
        let page = application.get(&format!("{base}/settings?flow=520e8f28-5902-4026-a286-74757804453d"), &[]).await;
        assert!(page.body.contains(&format!(r#"href="{base}/static/style."#)), "{base}: {}", page.body);
        assert!(page.header("content-security-policy").is_some());
    }
}

/// How an application with a state takes the pages in.
type Mount = fn(Router<&'static str>, Arc<Account>) -> Router<&'static str>;

#[tokio::test]
async fn people_see_where_they_are_signed_in() {
    let mut other = session("aal2", "2026-11-23T16:37:53Z", true);
    other["id"] = json!(OTHER);
    other["devices"] = json!([{"user_agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Version/26.0 Mobile Safari/604.1", "location": "Berlin, DE"}]);
    let both = json!([other]);
    let upstream = axum::Router::new()
        .route("/sessions/whoami", axum::routing::get(|| async { signed_in() }))
        .route("/sessions", axum::routing::get(move || async move { Answer::json(200, &both) }));
    let account = Account::new(&config(listen(upstream).await)).unwrap();
    let reply = Application::at(listen(account.router()).await).get("/sessions", &[("cookie", "a=b")]).await;
    let shown = text(&reply);
    for expected in [
        "Firefox on Linux This device",
        "198.51.100.7",
        "Safari on iPhone Berlin, DE Signed in on 23 Nov 2026, 16:37 UTC",
        "Password · two factors",
    ] {
        assert!(shown.contains(expected), "{expected}: {shown}");
    }
    assert_eq!(reply.body.matches(&format!("value=\"{OTHER}\"")).count(), 1, "one button");
}

#[tokio::test]
async fn a_session_is_ended_after_a_second_look() {
    let mut other = session("aal2", "2026-11-23T16:37:53Z", true);
    other["id"] = json!(OTHER);
    let others = Answer::json(200, &json!([other]));
    let (application, upstream) = application(vec![others, signed_in(), Answer::empty(204)]).await;
    let asked = application.send(Method::POST, "/sessions", &[FORM, OWN], format!("_ask=true&end={OTHER}")).await;
    let asked = text(&asked);
    assert!(asked.contains("Sign out Firefox on Linux?"), "{asked}");
    assert!(asked.contains("That device will have to sign in again."), "{asked}");
    assert_eq!(upstream.only_request().method, Method::GET, "nothing is done yet");
    let ended =
        application.send(Method::POST, "/sessions", &[FORM, OWN, ("cookie", "a=b")], format!("end={OTHER}")).await;
    assert_eq!(ended.location(), "http://localhost:4455/sessions?ended");
    let received = upstream.received().pop().unwrap();
    assert_eq!((received.method, received.target.as_str()), (Method::DELETE, format!("/sessions/{OTHER}").as_str()));
}

#[tokio::test]
async fn all_others_are_ended_at_once() {
    let (application, upstream) = application(vec![signed_in(), Answer::json(200, &json!({"count": 2}))]).await;
    application.send(Method::POST, "/sessions", &[FORM, OWN], "end=others").await;
    let received = upstream.received().pop().unwrap();
    assert_eq!((received.method, received.target.as_str()), (Method::DELETE, "/sessions"));
}

#[tokio::test]
async fn whoever_gave_the_first_factor_only_ends_nothing() {
    // Kratos would.
    let (application, upstream) = application(vec![Answer::recorded("settings_errors/aal2_required_403")]).await;
    let reply = application.send(Method::POST, "/sessions", &[FORM, OWN, ("cookie", "a=b")], "end=others").await;
    assert!(reply.header("refresh").unwrap().contains("/self-service/login/browser?aal=aal2&"));
    assert_eq!(upstream.only_request().method, Method::GET);
}

#[tokio::test]
async fn what_kratos_checks_no_token_for_is_refused_unless_the_browser_says_it_is_ours() {
    for (path, body) in [("/sessions", format!("end={OTHER}")), ("/logout", String::new())] {
        for headers in
            [vec![FORM], vec![FORM, ("sec-fetch-site", "cross-site")], vec![FORM, ("origin", "https://evil.example")]]
        {
            let (application, upstream) = application(vec![Answer::empty(204)]).await;
            let reply = application.send(Method::POST, path, &headers, body.clone()).await;
            reply.page(403);
            assert_eq!(upstream.received().len(), 0, "{path} {headers:?}");
        }
    }
    let (application, upstream) = application(vec![Answer::empty(204)]).await;
    application.send(Method::POST, "/sessions", &[FORM, OWN], "end=../identities").await;
    assert_eq!(upstream.received().len(), 0, "what is no session is never sent on");
}

#[tokio::test]
async fn signing_out_goes_by_kratos_own_address_of_the_moment() {
    let url = "http://localhost:4433/self-service/logout?token=ory_lo_x";
    let (app, upstream) =
        application(vec![Answer::json(200, &json!({"logout_url": url, "logout_token": "ory_lo_x"}))]).await;
    let reply = app.send(Method::POST, "/logout", &[OWN, ("cookie", "a=b")], "").await;
    assert_eq!(reply.header("refresh"), Some(format!("0; url={url}").as_str()));
    assert_eq!(upstream.only_request().target, "/self-service/logout/browser");
    // Signed out already is no error.
    let (app, _) = application(vec![Answer::recorded("logout/create_401")]).await;
    let reply = app.send(Method::POST, "/logout", &[OWN], "").await;
    assert!(reply.header("refresh").unwrap().contains("/self-service/login/browser?return_to="));
    let (app, _) = application(vec![Answer::empty(500)]).await;
    app.send(Method::POST, "/logout", &[OWN], "").await.page(502);
}

#[tokio::test]
async fn a_password_manager_finds_the_password() {
    let (application, _) = application(vec![signed_out()]).await;
    let reply = application.get("/.well-known/change-password", &[]).await;
    assert_eq!(reply.location(), "http://localhost:4455/settings#password");
}

#[tokio::test]
async fn ones_data_can_be_taken_along() {
    let kratos = axum::Router::new()
        .route(
            "/self-service/settings/browser",
            axum::routing::get(|| async { Answer::recorded("settings/webauthn_added") }),
        )
        .route("/sessions/whoami", axum::routing::get(|| async { signed_in() }))
        .route("/sessions", axum::routing::get(|| async { Answer::recorded("sessions/list") }));
    let account = Account::new(&config(listen(kratos).await)).unwrap();
    let reply = Application::at(listen(account.router()).await).get("/settings/export", &[("cookie", "a=b")]).await;
    assert_eq!(reply.header("content-disposition"), Some("attachment; filename=\"account.json\""));
    let data: Value = serde_json::from_str(&reply.body).unwrap();
    assert_eq!(data["traits"]["email"], "keys.1795451834@example.org");
    assert_eq!(data["sign_in_methods"][0]["method"], "webauthn");
    assert!(data["sessions"].as_array().unwrap().len() > 1);
    assert!(!reply.body.contains("credential") && !reply.body.contains("csrf"), "no secrets");
}

#[tokio::test]
async fn who_is_signed_out_is_sent_to_login_from_each_of_them() {
    for path in ["/sessions", "/settings/export"] {
        let (application, _) = application(vec![signed_out()]).await;
        assert!(
            application.get(path, &[]).await.location().contains("/self-service/login/browser?return_to="),
            "{path}"
        );
    }
}
