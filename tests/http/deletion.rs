//! `/settings/delete`: what Kratos' admin API is told, for whom, and what the browser gets.

use std::time::Duration;

use axum::http::Method;
use kratos_account::Config;
use kratos_account::config::Deletion;
use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::support::tcp::{Act, Tcp, closed_port};
use crate::support::{Answer, Application, Received, Reply, Upstream, config};

const ADA: &str = "ba7dc8a4-0e9e-49a9-8115-f383e9b8e17f";
const SESSION: &str = "0f3b7c1e-2a57-4a55-8a9d-8f1cf5f6a3f0";
const PAGE: &str = "/settings/delete";
const TOKEN: &str = "ory_pat_of_the_operator";

/// What a browser says of a form of our own page.
const OWN: [(&str, &str); 3] = [
    ("content-type", "application/x-www-form-urlencoded"),
    ("sec-fetch-site", "same-origin"),
    ("cookie", "ory_kratos_session=secret"),
];

fn form() -> String {
    format!("_whose={ADA}&understood=true&deed=delete")
}

/// A Kratos with both its APIs, and this application.
struct Stage {
    kratos: Upstream,
    admin: Upstream,
    app: Application,
}

impl Stage {
    /// Both answer as they are told.
    async fn new(kratos: impl IntoIterator<Item = Answer>, admin: impl IntoIterator<Item = Answer>) -> Self {
        Self::with(kratos, admin, |_| {}).await
    }

    async fn with(
        kratos: impl IntoIterator<Item = Answer>,
        admin: impl IntoIterator<Item = Answer>,
        change: impl FnOnce(&mut Config),
    ) -> Self {
        let (kratos, admin) = (Upstream::start(kratos).await, Upstream::start(admin).await);
        let mut config = config(kratos.url.clone());
        config.kratos_browser_url = Some("http://localhost:4433".parse().unwrap());
        config.account_deletion = Some(Deletion::Delete);
        config.kratos_admin_url = Some(admin.url.clone());
        config.kratos_admin_token = Some(TOKEN.parse().unwrap());
        change(&mut config);
        Self { app: Application::with(config).await, kratos, admin }
    }

    /// Sends a form of our own page.
    async fn press(&self, body: &str) -> Reply {
        let reply = self.app.send(Method::POST, PAGE, &OWN, body.to_owned()).await;
        self.keeps_its_secrets(&reply);
        reply
    }

    async fn open(&self, query: &str) -> Reply {
        let reply = self.app.get(&format!("{PAGE}{query}"), &[("cookie", "ory_kratos_session=secret")]).await;
        self.keeps_its_secrets(&reply);
        reply
    }

    /// Neither the admin API's address nor the token reaches a browser, and nothing of a browser's the API.
    #[track_caller]
    fn keeps_its_secrets(&self, reply: &Reply) {
        for secret in [self.admin.url.authority(), TOKEN] {
            assert!(!reply.body.contains(secret) && !format!("{:?}", reply.headers).contains(secret), "{reply:?}");
        }
        for received in self.admin.received() {
            assert_eq!(received.header("authorization"), [format!("Bearer {TOKEN}")]);
            let names = received.headers.keys().map(axum::http::HeaderName::as_str);
            let names: Vec<&str> = names.filter(|name| *name == "cookie" || name.starts_with("x-")).collect();
            assert!(names.is_empty(), "{names:?}");
        }
        assert!(self.kratos.received().iter().all(|received| received.header("authorization").is_empty()));
    }

    /// What the admin API was told.
    fn told(&self) -> Vec<(Method, String)> {
        let told = |received: Received| (received.method, received.target);
        self.admin.received().into_iter().map(told).collect()
    }
}

/// Somebody's session, who signed in just now with all there is.
fn session(id: &str) -> Value {
    json!({
        "id": SESSION, "active": true, "authenticator_assurance_level": "aal2",
        "authenticated_at": jiff::Timestamp::now().to_string(),
        "identity": {
            "id": id, "schema_id": "default", "schema_url": "http://localhost:4433/schemas/default",
            "traits": {"email": "ada@example.org"},
            "verifiable_addresses": [{"value": "ada@example.org", "via": "email", "verified": true}],
        },
    })
}

fn signed_in() -> Answer {
    Answer::json(200, &session(ADA))
}

/// The same, changed.
fn signed_in_but(change: impl FnOnce(&mut Value)) -> Answer {
    let mut session = session(ADA);
    change(&mut session);
    Answer::json(200, &session)
}

fn signed_out() -> Answer {
    Answer::json(401, &json!({"error": {"id": "session_inactive", "code": 401}}))
}

/// The start of a login for a second factor, of somebody who has none.
fn no_factor() -> Answer {
    Answer::recorded("login/aal2_nothing")
}

fn delete() -> Vec<(Method, String)> {
    vec![(Method::DELETE, format!("/admin/identities/{ADA}"))]
}

#[track_caller]
fn title(reply: &Reply, status: u16) -> String {
    texts(&reply.page(status), "h1").concat()
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|element| element.text().collect::<String>().trim().to_owned()).collect()
}

/// Where the page moves on to by itself.
#[track_caller]
fn moves_on(reply: &Reply) -> &str {
    reply.page(200);
    reply.header("refresh").unwrap().strip_prefix("0; url=").unwrap()
}

#[tokio::test]
async fn it_is_not_there_unless_it_is_set_up() {
    for spoil in [
        (|config: &mut Config| config.account_deletion = None) as fn(&mut Config),
        |config| config.kratos_admin_url = None,
        |config| config.pages.retain(|page| page.name() != "settings"),
    ] {
        let stage = Stage::with([signed_in()], [Answer::empty(204)], spoil).await;
        stage.open("").await.page(404);
        stage.press(&form()).await.page(404);
        assert!(stage.told().is_empty());
        assert!(stage.kratos.received().is_empty());
    }
}

#[tokio::test]
async fn the_page_says_what_follows_and_whose_it_is() {
    for (deed, button) in [(Deletion::Delete, "Delete my account"), (Deletion::Deactivate, "Deactivate my account")] {
        let stage = Stage::with([signed_in()], [], |config| config.account_deletion = Some(deed)).await;
        let page = stage.open("").await.page(200);
        assert_eq!(texts(&page, "button[name=deed]"), [button]);
        assert_eq!(texts(&page, ".follows li").len(), 4);
        assert_eq!(texts(&page, ".person"), ["ada@example.org"]);
        assert_eq!(page.select(&Selector::parse(&format!("[name=_whose][value='{ADA}']")).unwrap()).count(), 1);
        assert!(page.select(&Selector::parse("[aria-invalid], .notice").unwrap()).next().is_none());
        assert!(stage.told().is_empty(), "nothing is told by looking");
    }
}

#[tokio::test]
async fn the_admin_api_is_told_to_delete_who_is_signed_in_and_nothing_else() {
    let stage = Stage::new([signed_in()], [Answer::empty(204)]).await;
    // What the form says beside it counts for nothing.
    let reply = stage.press(&format!("{}&id=somebody&identity=somebody", form())).await;
    assert_eq!(title(&reply, 200), "Your account has been deleted");
    assert_eq!(stage.told(), delete());
    assert!(stage.admin.only_request().body.is_empty());
}

#[tokio::test]
async fn an_account_is_switched_off_before_its_sessions_end() {
    let inactive = Answer::json(200, &json!({"id": ADA, "state": "inactive", "traits": {}}));
    // No sessions to end is no error, and where that fails they are worth nothing all the same.
    for sessions in [204, 404, 500] {
        let answers = [inactive.clone(), Answer::empty(sessions)];
        let stage =
            Stage::with([signed_in()], answers, |config| config.account_deletion = Some(Deletion::Deactivate)).await;
        let reply = stage.press(&form().replace("deed=delete", "deed=deactivate")).await;
        assert_eq!(title(&reply, 200), "Your account has been deactivated");
        let told = stage.told();
        assert_eq!(told[0], (Method::PATCH, format!("/admin/identities/{ADA}")));
        assert_eq!(told[1], (Method::DELETE, format!("/admin/identities/{ADA}/sessions")));
        let patch: Value = serde_json::from_slice(&stage.admin.received()[0].body).unwrap();
        assert_eq!(patch, json!([{"op": "replace", "path": "/state", "value": "inactive"}]));
        assert_eq!(stage.admin.received()[0].header("content-type"), ["application/json"]);
    }
}

#[tokio::test]
async fn what_kratos_does_not_confirm_is_not_said_to_be_done() {
    let still = "Your account is still there";
    let unsure = "It is not certain that this worked";
    for (answer, status, said) in [
        (Answer::empty(401), 502, still),
        (Answer::empty(403), 502, still),
        (Answer::empty(307).header("location", "http://kratos/admin"), 502, still),
        (Answer::new(404, "404 page not found"), 502, still),
        (Answer::empty(400), 502, still),
        (Answer::empty(409), 502, still),
        (Answer::empty(429), 502, still),
        (Answer::empty(500), 502, unsure),
        (Answer::empty(503), 502, unsure),
        // The page of an application that answers anything.
        (Answer::new(200, "<!doctype html>"), 502, unsure),
    ] {
        let of_admin = answer.status;
        let stage = Stage::new([signed_in()], [answer]).await;
        let reply = stage.press(&form()).await;
        assert_eq!(title(&reply, status), said, "{of_admin}");
        assert!(reply.body.contains("If you ask for help, give this number"), "{}", reply.body);
        assert_eq!(stage.told(), delete(), "it is asked once");
    }
    for answer in [json!({"id": ADA, "state": "active"}), json!({"id": SESSION, "state": "inactive"}), json!({})] {
        let answer = Answer::json(200, &answer);
        let stage =
            Stage::with([signed_in()], [answer], |config| config.account_deletion = Some(Deletion::Deactivate)).await;
        let reply = stage.press(&form().replace("deed=delete", "deed=deactivate")).await;
        assert_eq!(title(&reply, 502), unsure);
        assert_eq!(stage.told().len(), 1);
    }
}

#[tokio::test]
async fn an_admin_api_that_is_away_or_silent_has_a_page() {
    let (closed, _held) = closed_port();
    let stage = Stage::with([signed_in()], [], |config| config.kratos_admin_url = Some(closed)).await;
    assert_eq!(title(&stage.press(&form()).await, 502), "Your account is still there");
    let silent = Tcp::start([Act::Stall(Vec::new())]).await;
    let stage = Stage::with([signed_in()], [], |config| {
        config.kratos_admin_url = Some(silent.url.clone());
        config.kratos_timeout = Duration::from_millis(300);
    })
    .await;
    assert_eq!(title(&stage.press(&form()).await, 504), "It is not certain that this worked");
    let cut = Tcp::start([Act::Leave(Vec::new())]).await;
    let stage = Stage::with([signed_in()], [], |config| config.kratos_admin_url = Some(cut.url.clone())).await;
    assert_eq!(title(&stage.press(&form()).await, 502), "It is not certain that this worked");
}

#[tokio::test]
async fn who_is_gone_already_is_told_so() {
    let stage = Stage::new([signed_in(), signed_out()], [Answer::json(404, &json!({"error": {"code": 404}}))]).await;
    assert_eq!(title(&stage.press(&form()).await, 200), "Your account has been deleted");
    let stage = Stage::new([signed_out()], [Answer::empty(204)]).await;
    assert_eq!(title(&stage.press(&form()).await, 401), "You are signed out");
    assert!(stage.told().is_empty());
}

#[tokio::test]
async fn nobody_deletes_the_account_of_another() {
    // Another tab has signed in as somebody else; or the page does not say whose it is.
    for form in [form().replace(ADA, SESSION), "understood=true&deed=delete".to_owned(), form().replace(ADA, "x")] {
        let stage = Stage::new([signed_in()], [Answer::empty(204)]).await;
        assert_eq!(title(&stage.press(&form).await, 403), "Somebody else is signed in");
        assert!(stage.told().is_empty());
    }
    // A form of another website, or of who knows where.
    let stage = Stage::new([signed_in()], [Answer::empty(204)]).await;
    for headers in [vec![OWN[0], OWN[2]], vec![OWN[0], OWN[2], ("sec-fetch-site", "cross-site")]] {
        stage.app.send(Method::POST, PAGE, &headers, form()).await.page(403);
    }
    // A session of nobody's.
    let stage = Stage::new([signed_in_but(|session| session["identity"] = Value::Null)], [Answer::empty(204)]).await;
    stage.press(&form()).await.page(502);
    assert!(stage.told().is_empty());
}

#[tokio::test]
async fn nothing_is_deleted_without_a_sign_in_of_a_short_while_ago() {
    let ago = |seconds: i64| {
        signed_in_but(|session| {
            let at = jiff::Timestamp::now() - jiff::SignedDuration::from_secs(seconds);
            session["authenticated_at"] = at.to_string().into();
        })
    };
    let again = "http://localhost:4433/self-service/login/browser?refresh=true&return_to=";
    let never = || signed_in_but(|session| session["authenticated_at"] = Value::Null);
    for stale in [ago(15 * 60 + 1), ago(3600 * 24), never()] {
        let stage = Stage::new([stale], [Answer::empty(204)]).await;
        let reply = stage.open("").await;
        assert!(reply.location().starts_with(again), "{reply:?}");
        assert!(reply.cookies().iter().any(|cookie| cookie.starts_with("kratos_account_back=delete;")), "{reply:?}");
        let reply = stage.press(&form()).await;
        assert!(moves_on(&reply).starts_with(again), "{reply:?}");
        assert!(reply.cookies().iter().any(|cookie| cookie.starts_with("kratos_account_back=delete;")), "{reply:?}");
        assert!(stage.told().is_empty());
    }
    let stage = Stage::new([ago(14 * 60)], [Answer::empty(204)]).await;
    stage.open("").await.page(200);
    assert_eq!(title(&stage.press(&form()).await, 200), "Your account has been deleted");
}

#[tokio::test]
async fn nothing_is_deleted_without_the_second_factor_that_there_is() {
    let one = || signed_in_but(|session| session["authenticator_assurance_level"] = "aal1".into());
    let factor = Answer::recorded("login/aal2");
    let second = "http://localhost:4433/self-service/login/browser?aal=aal2&return_to=";
    let stage = Stage::new([one(), factor.clone(), one(), factor], [Answer::empty(204)]).await;
    assert!(stage.open("").await.location().starts_with(second));
    assert!(moves_on(&stage.press(&form()).await).starts_with(second));
    assert!(stage.told().is_empty());
    // Where Kratos asks for it itself.
    let asked = Answer::json(403, &json!({"error": {"id": "session_aal2_required", "code": 403}}));
    let stage = Stage::new([asked], [Answer::empty(204)]).await;
    assert!(stage.open("").await.location().starts_with(second));
    assert!(moves_on(&stage.press(&form()).await).starts_with(second));
    assert!(stage.told().is_empty());
    // A code is on its way at once: it is entered in the flow that sent it.
    let sent = Answer::recorded("login/aal2_code_sent_at_once");
    let stage = Stage::new([one(), sent.clone(), one(), sent], [Answer::empty(204)]).await;
    let entered = stage.open("").await.location().to_owned();
    assert!(entered.starts_with("http://localhost:4455/login?flow="), "{entered}");
    assert_eq!(moves_on(&stage.press(&form()).await), entered);
    assert!(stage.told().is_empty());
    // Whoever has none shows none.
    let stage = Stage::new([one(), no_factor()], [Answer::empty(204)]).await;
    assert_eq!(title(&stage.press(&form()).await, 200), "Your account has been deleted");
    // Where that cannot be found out, nothing is done.
    let stage = Stage::new([one(), Answer::empty(500)], [Answer::empty(204)]).await;
    stage.press(&form()).await.page(502);
    assert!(stage.told().is_empty());
}

#[tokio::test]
async fn nothing_is_deleted_that_was_not_agreed_to() {
    let stage = Stage::new([signed_in()], [Answer::empty(204)]).await;
    let reply = stage.press(&format!("_whose={ADA}&deed=delete")).await;
    assert!(reply.location().ends_with("/settings/delete?unticked"), "{reply:?}");
    let page = stage.open("?unticked").await.page(200);
    assert_eq!(texts(&page, "[role=alert] a[href='#understood']").len(), 1);
    assert_eq!(page.select(&Selector::parse("#understood[aria-invalid=true]:not([checked])").unwrap()).count(), 1);
    // The page spoke of something else, before the operator changed it.
    for form in [form().replace("deed=delete", "deed=deactivate"), format!("_whose={ADA}&understood=true")] {
        assert!(stage.press(&form).await.location().ends_with("/settings/delete"));
    }
    assert!(stage.told().is_empty());
}

#[tokio::test]
async fn applications_lose_their_access_first() {
    let hydra = |answers: Vec<Answer>| async move {
        let hydra = Upstream::start(answers).await;
        (hydra.url.clone(), hydra)
    };
    let stage = |url: url::Url, admin: Answer| {
        Stage::with([signed_in()], [admin], move |config| {
            config.hydra_admin_url = Some(url);
            config.hydra_public_url = Some("http://localhost:4445".parse().unwrap());
        })
    };
    for known in [204, 404] {
        let (url, hydra) = hydra(vec![Answer::empty(known)]).await;
        let stage = stage(url, Answer::empty(204)).await;
        assert_eq!(title(&stage.press(&form()).await, 200), "Your account has been deleted");
        let told: Vec<_> = hydra.received().into_iter().map(|received| (received.method, received.target)).collect();
        let sessions = "/admin/oauth2/auth/sessions";
        assert_eq!(
            told,
            [
                (Method::DELETE, format!("{sessions}/consent?subject={ADA}&all=true")),
                (Method::DELETE, format!("{sessions}/login?subject={ADA}")),
            ]
        );
        assert_eq!(stage.told(), delete());
    }
    // Where that fails, the account stays, and one can try again.
    let (url, _hydra) = hydra(vec![Answer::empty(500)]).await;
    let failed = stage(url, Answer::empty(204)).await;
    let reply = failed.press(&form()).await;
    assert_eq!(title(&reply, 502), "Your account is still there");
    assert!(reply.body.contains("nothing was changed"), "{}", reply.body);
    assert!(failed.told().is_empty());
    // And where the account stays without them, that is said.
    let (url, _hydra) = hydra(vec![Answer::empty(204)]).await;
    let failed = stage(url, Answer::empty(403)).await;
    let reply = failed.press(&form()).await;
    assert_eq!(title(&reply, 502), "Your account is still there");
    assert!(reply.body.contains("may ask you for access again"), "{}", reply.body);
}

#[tokio::test]
async fn nothing_of_ours_stays_in_the_browser_but_the_language() {
    let stage = Stage::new([signed_in()], [Answer::empty(204)]).await;
    let ours =
        "kratos_account_act=password.x; kratos_account_draft=x; kratos_account_back=export; kratos_account_lang=de";
    let headers = [OWN[0], OWN[1], ("cookie", ours)];
    let reply = stage.app.send(Method::POST, PAGE, &headers, form()).await;
    assert_eq!(title(&reply, 200), "Ihr Konto wurde gelöscht");
    let mut ended: Vec<&str> = reply.cookies().into_iter().filter(|cookie| cookie.contains("Max-Age=0")).collect();
    ended.sort_unstable();
    let ended: Vec<&str> = ended.into_iter().filter_map(|cookie| cookie.split('=').next()).collect();
    assert_eq!(ended, ["kratos_account_act", "kratos_account_back", "kratos_account_draft"]);
}
