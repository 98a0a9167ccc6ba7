//! What somebody tries who wants in, or wants others out.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, Method};
use axum::response::IntoResponse;
use axum::routing::get;
use kratos_account::config::Deletion;
use kratos_account::kratos::Aal;
use kratos_account::{Account, Config};
use serde_json::{Value, json};

use crate::support::tcp::{Act, Seen, Tcp};
use crate::support::{Answer, Application, Reply, Upstream, client, config, listen};
use crate::{BROWSER, SCRIPT, now, session, signed_in, signed_out};

/// An application behind a guard of this level, in front of a Kratos that answers so.
async fn at_level(asked: Aal, answer: Answer, headers: &[(&str, &str)]) -> Reply {
    let upstream = Upstream::start([answer]).await;
    let account = Account::new(&config(upstream.url)).unwrap();
    let router = Router::new().route("/", get(|| async { "inside" }).layer(account.require_session().aal(asked)));
    Application::at(listen(router).await).get("/", headers).await
}

#[tokio::test]
async fn a_level_that_nobody_knows_lets_nobody_in() {
    let levels = ["aal0", "aal1", "aal2", "aal3", "AAL2", "", "2"];
    for asked in levels {
        for had in levels {
            let answer = || Answer::json(200, &session(had, &now(), true));
            let known = |level: &str| ["aal0", "aal1", "aal2"].contains(&level);
            let passes = known(asked) && known(had) && had >= asked;
            for headers in [&BROWSER, &SCRIPT] {
                let reply = at_level(Aal::from(asked.to_owned()), answer(), headers).await;
                assert_eq!(reply.status == 200, passes, "asked {asked}, had {had}: {}", reply.status);
            }
        }
    }
    // Who opens a page reads why, and is not sent round in a circle.
    let reply =
        at_level(Aal::from("aal3".to_owned()), Answer::json(200, &session("aal2", &now(), true)), &BROWSER).await;
    reply.page(403);
}

#[tokio::test]
async fn a_proxy_that_asks_for_an_unknown_level_gets_nobody_in() {
    for query in ["aal=aal3", "aal=AAL2", "aal=", "aal=aal2&aal=x"] {
        let upstream = Upstream::start([Answer::json(200, &session("aal2", &now(), true))]).await;
        let account = Account::new(&config(upstream.url)).unwrap();
        let application = Application::at(listen(account.router()).await);
        assert_eq!(application.get(&format!("/authorize?{query}"), &SCRIPT).await.status, 403, "{query}");
    }
}

#[tokio::test]
async fn a_session_of_nobody_is_no_session() {
    let of = |identity: Value| {
        let mut session = session("aal2", &now(), true);
        session["identity"] = identity;
        session
    };
    let mut without = of(json!(null));
    without.as_object_mut().unwrap().remove("identity");
    let odd = ["", " ", "a b", "a\nx-user-id: root", "\u{e9}", "\u{7f}"].map(|id| of(json!({"id": id, "traits": {}})));
    let shapeless = [json!(null), json!({}), json!("i"), json!([]), json!({"id": null}), json!({"id": {}})].map(of);
    for session in odd.into_iter().chain(shapeless).chain([without]) {
        let upstream = Upstream::start([Answer::json(200, &session)]).await;
        let account = Account::new(&config(upstream.url)).unwrap();
        let inside = get(|| async { "inside" }).layer(account.require_session());
        let optional = get(|| async { "inside" }).layer(account.require_session().optional());
        let router = Router::new().route("/", inside).route("/optional", optional).merge(account.router());
        let application = Application::at(listen(router).await);
        for path in ["/", "/optional", "/authorize", "/authorize/optional"] {
            let reply = application.get(path, &SCRIPT).await;
            assert_eq!(reply.status, 503, "{path} {session}");
            assert!(reply.header("retry-after").is_some());
            assert_eq!(reply.header("x-user-id"), None);
        }
    }
}

#[tokio::test]
async fn no_spelling_of_the_guards_headers_comes_through() {
    let upstream = Upstream::start([signed_out()]).await;
    let account = Account::new(&config(upstream.url)).unwrap();
    let tell = |headers: HeaderMap| async move {
        headers
            .keys()
            .map(axum::http::HeaderName::as_str)
            .filter(|name| name.contains("user") || name.contains("aal"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let router = Router::new().route("/", get(tell).layer(account.require_session().optional()));
    let forged: Vec<(&str, &str)> = [
        "x-user-id",
        "x_user_id",
        "x-user_id",
        "X_User-Id",
        "x.user.id",
        "x~user!id",
        "x-session-aal",
        "x_session_aal",
        "x-session_aal",
    ]
    .map(|name| (name, "root"))
    .into_iter()
    .chain([("cookie", "a=b"), ("x-user-ident", "own")])
    .collect();
    assert_eq!(Application::at(listen(router).await).get("/", &forged).await.body, "x-user-ident");
}

#[tokio::test]
async fn cookies_that_kratos_sets_reach_who_is_refused_too() {
    let refusals = [
        signed_out(),
        Answer::recorded("settings_errors/aal2_required_403"),
        Answer::empty(500),
        Answer::json(200, &session("aal0", &now(), true)),
    ];
    for answer in refusals {
        let upstream = Upstream::start([answer.header("set-cookie", "ory_kratos_session=; Max-Age=0")]).await;
        let account = Account::new(&config(upstream.url)).unwrap();
        let inside = get(|| async { "inside" }).layer(account.require_session().aal(Aal::Aal2));
        let application = Application::at(listen(account.router().route("/", inside)).await);
        for (path, headers) in [("/", &BROWSER), ("/", &SCRIPT), ("/authorize?aal=aal2", &SCRIPT)] {
            let reply = application.get(path, headers).await;
            assert_ne!(reply.status, 200);
            assert!(reply.cookies().contains(&"ory_kratos_session=; Max-Age=0"), "{path} {reply:?}");
        }
    }
}

/// What a proxy says, and where the person comes back to.
async fn way_back(proto: &str, host: &str, uri: &str) -> String {
    let upstream = Upstream::start([signed_out()]).await;
    let mut config = config(upstream.url);
    config.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    let account = Account::new(&config).unwrap();
    let said = [
        ("cookie", "a=b"),
        ("accept", "text/html"),
        ("x-forwarded-proto", proto),
        ("x-forwarded-host", host),
        ("x-forwarded-uri", uri),
    ];
    let reply = Application::at(listen(account.router()).await).get("/authorize", &said).await;
    let target: url::Url = reply.header("location").unwrap().parse().unwrap();
    target.query_pairs().find(|(name, _)| name == "return_to").unwrap().1.into_owned()
}

#[tokio::test]
async fn nobody_is_sent_to_a_place_that_was_smuggled_into_another() {
    assert_eq!(way_back("https", "app.example.org", "/a?b=c").await, "https://app.example.org/a?b=c");
    for (proto, host, uri) in [
        ("https", "app.example.org", "@evil.example/"),
        ("https", "app.example.org", ".evil.example/"),
        ("https", "app.example.org", "//evil.example/"),
        ("https", "app.example.org", "/\\evil.example/"),
        ("https", "app.example.org@evil.example", "/"),
        ("https", "app.example.org, evil.example", "/"),
        ("javascript", "app.example.org", "/"),
        ("javascript:alert(1)//", "app.example.org", "/"),
    ] {
        assert_eq!(way_back(proto, host, uri).await, "http://localhost:4455/settings", "{proto} {host} {uri}");
    }
}

#[tokio::test]
async fn slow_pages_do_not_hold_up_the_guard() {
    // Everything but whoami never comes.
    let (under_way, mut seen) = tokio::sync::mpsc::unbounded_channel();
    let kratos = Router::new().route("/sessions/whoami", get(|| async { signed_in() })).fallback(move || {
        let _ = under_way.send(());
        std::future::pending::<()>()
    });
    let account = Account::new(&config(listen(kratos).await)).unwrap();
    let url = listen(account.router()).await;
    let mut pages = tokio::task::JoinSet::new();
    for _ in 0..100 {
        pages.spawn(client().get(url.join("/settings").unwrap()).send());
    }
    for _ in 0..64 {
        seen.recv().await.unwrap();
    }
    let reply = Application::at(url).get("/authorize", &SCRIPT).await;
    assert_eq!((reply.status, reply.header("x-session-aal")), (200, Some("aal1")));
    assert!(pages.try_join_next().is_none(), "they still wait");
}

#[tokio::test]
async fn where_too_many_ask_already_one_more_is_told_so_at_once() {
    let mut kratos = Tcp::start([Act::Stall(Vec::new())]).await;
    let account = Account::new(&config(kratos.url.clone())).unwrap();
    let url = listen(account.router()).await;
    let mut waiting = tokio::task::JoinSet::new();
    for _ in 0..64 {
        waiting.spawn(client().get(url.join("/authorize").unwrap()).header("cookie", "a=b").send());
    }
    let mut under_way = 0;
    while under_way < 64 {
        under_way += usize::from(matches!(kratos.next().await, Seen::Request(_)));
    }
    let reply = Application::at(url).get("/authorize", &SCRIPT).await;
    assert_eq!(reply.status, 503);
    assert!(reply.header("retry-after").is_some());
    assert!(waiting.try_join_next().is_none(), "the others still wait");
}

/// A Kratos that knows some cookies, and counts how often it is asked whose they are.
#[derive(Clone, Default)]
struct Known {
    sessions: Arc<Mutex<std::collections::BTreeMap<String, Value>>>,
    asked: Arc<Mutex<usize>>,
}

impl Known {
    fn signs_in(&self, cookie: &str, id: &str, aal: &str) {
        let mut session = session(aal, &now(), true);
        session["id"] = json!(id);
        self.sessions.lock().unwrap().insert(cookie.to_owned(), session);
    }

    fn asked(&self) -> usize {
        std::mem::take(&mut self.asked.lock().unwrap())
    }

    fn router(&self) -> Router {
        let known = self.clone();
        let whoami = move |headers: HeaderMap| async move {
            *known.asked.lock().unwrap() += 1;
            let mut cookies = headers["cookie"].to_str().unwrap().split("; ");
            let sessions = known.sessions.lock().unwrap();
            let session = cookies.find_map(|cookie| sessions.get(cookie)).cloned();
            session.map_or_else(signed_out, |session| Answer::json(200, &session)).into_response()
        };
        let logout = Answer::json(200, &json!({"logout_url": "http://localhost:4433/self-service/logout?token=x"}));
        Router::new()
            .route("/sessions/whoami", get(whoami))
            .route("/self-service/logout/browser", get(move || async { logout }))
            .route("/sessions", axum::routing::delete(|| async { Answer::json(200, &json!({"count": 1})) }))
            .route("/sessions/{id}", axum::routing::delete(|| async { Answer::empty(204) }))
    }
}

/// An application that remembers sessions, at `/`, and one that asks for a second factor at `/two`.
async fn remembering(known: &Known) -> Application {
    remembering_with(known, |_| ()).await
}

async fn remembering_with(known: &Known, change: impl FnOnce(&mut Config)) -> Application {
    let mut config = config(listen(known.router()).await);
    config.session_cache = Some(Duration::from_secs(600));
    config.proxy_kratos = true;
    change(&mut config);
    let account = Account::new(&config).unwrap();
    let inside = |guard| get(|| async { "inside" }).layer(guard);
    let router = account.router().route("/", inside(account.require_session()));
    let two = inside(account.require_session().aal(Aal::Aal2)).layer(account.require_session());
    Application::at(listen(router.route("/two", two)).await)
}

async fn visit(application: &Application, path: &str, cookie: &str) -> u16 {
    application.get(path, &[("cookie", cookie), ("accept", "application/json")]).await.status
}

async fn post(application: &Application, path: &str, cookie: &str, form: &str) {
    let headers =
        [("cookie", cookie), ("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
    let reply = application.send(Method::POST, path, &headers, form.to_owned()).await;
    assert!(reply.status < 400, "{reply:?}");
}

const ADA: &str = "5fbcd466-1266-4e18-b973-5875e07ebff7";
const BOB: &str = "21317e50-4105-4ca5-aaea-1a964d0c477b";

#[tokio::test]
async fn a_logout_forgets_ones_own_session_and_nobody_elses() {
    let known = Known::default();
    known.signs_in("s=ada", ADA, "aal1");
    known.signs_in("s=bob", BOB, "aal1");
    let application = remembering(&known).await;
    for cookie in ["s=ada", "s=ada; x=1", "s=bob"] {
        assert_eq!(visit(&application, "/", cookie).await, 200);
        assert_eq!(visit(&application, "/", cookie).await, 200);
    }
    assert_eq!(known.asked(), 3);
    // Under yet other cookies beside.
    post(&application, "/logout", "s=ada; x=2", "").await;
    known.asked();
    // Until the browser has been at Kratos the session lives, but is remembered no more.
    for cookie in ["s=ada", "s=ada; x=1", "s=ada"] {
        assert_eq!(visit(&application, "/", cookie).await, 200);
    }
    assert_eq!(known.asked(), 3);
    known.sessions.lock().unwrap().remove("s=ada");
    assert_eq!(visit(&application, "/", "s=ada").await, 401);
    known.asked();
    assert_eq!(visit(&application, "/", "s=bob").await, 200);
    assert_eq!(known.asked(), 0, "Bob's is still remembered");
}

#[tokio::test]
async fn a_session_that_an_applications_script_ends_is_remembered_no_more() {
    let known = Known::default();
    known.signs_in("s=ada", ADA, "aal1");
    let application = remembering(&known).await;
    assert_eq!(visit(&application, "/", "s=ada").await, 200);
    let path = format!("/sessions/{ADA}");
    let reply = application.send(Method::DELETE, &path, &[("cookie", "s=bob")], "").await;
    assert_eq!(reply.status, 204, "{reply:?}");
    known.sessions.lock().unwrap().remove("s=ada");
    assert_eq!(visit(&application, "/", "s=ada").await, 401);
}

#[tokio::test]
async fn who_steps_up_with_the_same_cookie_is_let_in_at_once() {
    let known = Known::default();
    known.signs_in("s=ada", ADA, "aal1");
    let application = remembering(&known).await;
    assert_eq!(visit(&application, "/", "s=ada").await, 200);
    assert_eq!(visit(&application, "/two", "s=ada").await, 403);
    known.signs_in("s=ada", ADA, "aal2");
    assert_eq!(visit(&application, "/two", "s=ada").await, 200);
    known.asked();
    assert_eq!(visit(&application, "/two", "s=ada").await, 200);
    assert_eq!(known.asked(), 0, "now it is remembered");
}

#[tokio::test]
async fn a_session_that_is_ended_from_elsewhere_here_is_forgotten_here() {
    let known = Known::default();
    known.signs_in("s=phone", ADA, "aal1");
    known.signs_in("s=laptop", BOB, "aal1");
    let application = remembering(&known).await;
    for cookie in ["s=phone", "s=laptop"] {
        assert_eq!(visit(&application, "/", cookie).await, 200);
    }
    post(&application, "/sessions", "s=laptop", &format!("end={ADA}")).await;
    known.sessions.lock().unwrap().remove("s=phone");
    assert_eq!(visit(&application, "/", "s=phone").await, 401);
    // All others at once.
    known.signs_in("s=tablet", "2ba28269-d01f-43e1-8044-cd0efe1b3285", "aal1");
    assert_eq!(visit(&application, "/", "s=tablet").await, 200);
    post(&application, "/sessions", "s=laptop", "end=others").await;
    known.sessions.lock().unwrap().remove("s=tablet");
    assert_eq!(visit(&application, "/", "s=tablet").await, 401);
    known.asked();
    assert_eq!(visit(&application, "/", "s=laptop").await, 200);
    assert_eq!(known.asked(), 0, "this one is still remembered");
}

#[tokio::test]
async fn all_sessions_of_a_deleted_account_are_forgotten_here() {
    let known = Known::default();
    known.signs_in("s=phone", ADA, "aal2");
    known.signs_in("s=laptop", BOB, "aal2");
    let admin = Upstream::start([Answer::empty(204)]).await;
    let application = remembering_with(&known, |config| {
        config.account_deletion = Some(Deletion::Delete);
        config.kratos_admin_url = Some(admin.url.clone());
    })
    .await;
    for cookie in ["s=phone", "s=laptop"] {
        assert_eq!(visit(&application, "/", cookie).await, 200);
    }
    let identity = known.sessions.lock().unwrap()["s=laptop"]["identity"]["id"].as_str().unwrap().to_owned();
    let form = format!("_whose={identity}&understood=true&deed=delete");
    post(&application, "/settings/delete", "s=laptop", &form).await;
    assert_eq!(admin.only_request().method, Method::DELETE);
    known.sessions.lock().unwrap().clear();
    for cookie in ["s=phone", "s=laptop"] {
        assert_eq!(visit(&application, "/", cookie).await, 401, "{cookie}");
    }
}

#[tokio::test]
async fn a_session_is_not_remembered_beyond_its_end() {
    for (expires_at, questions) in [("2020-01-01T00:00:00Z", 2), ("2999-01-01T00:00:00Z", 1), ("whenever", 2)] {
        let known = Known::default();
        let mut session = session("aal1", &now(), true);
        session["expires_at"] = json!(expires_at);
        known.sessions.lock().unwrap().insert("s=ada".to_owned(), session);
        let application = remembering(&known).await;
        for _ in 0..2 {
            assert_eq!(visit(&application, "/", "s=ada").await, 200);
        }
        assert_eq!(known.asked(), questions, "{expires_at}");
    }
}
