//! `/consent`.

use scraper::{Html, Selector};
use serde_json::{Value, json};

use super::{OWN, PUBLIC, Stage, accepted, asked, moves_on, session, signed_in};
use crate::support::{Answer, Application, Upstream, config};

const PAGE: &str = "/consent?consent_challenge=the-challenge";
const ACCEPT: &str = "/admin/oauth2/auth/requests/consent/accept";
const REJECT: &str = "/admin/oauth2/auth/requests/consent/reject";

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|found| found.attr(name).unwrap_or_default().to_owned()).collect()
}

fn text(page: &Html) -> String {
    page.root_element().text().collect::<Vec<_>>().join(" ")
}

/// The page of a request.
async fn page_of(change: impl FnOnce(&mut Value)) -> (Html, String) {
    let reply = Stage::new([signed_in()], [asked(change)]).await.get(PAGE).await;
    let policy = reply.header("content-security-policy").unwrap().to_owned();
    (reply.page(200), policy)
}

#[tokio::test]
async fn the_page_says_who_asks_as_whom_and_for_what() {
    let (page, _) = page_of(|request| {
        request["requested_scope"] = json!(["openid", "email", "reports:read"]);
        request["requested_access_token_audience"] = json!(["https://api.example.org"]);
    })
    .await;
    let said = text(&page);
    for part in [
        "Example App would like to use your account",
        "ada@example.org",
        "Know that it is you",
        "See your email address",
        "reports:read",
        "https://api.example.org",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert_eq!(attributes(&page, "input[name=grant_scope]", "value"), ["openid", "email", "reports:read"]);
    assert_eq!(attributes(&page, "input[name=remember][checked]", "name").len(), 0, "remembering is their choice");
    assert_eq!(attributes(&page, "button[name=consent]", "value"), ["accept", "reject"]);
    let links = attributes(&page, "[data-testid=\"application/links\"] a", "href");
    assert_eq!(links, ["https://app.example.org/privacy", "https://app.example.org/terms"]);
    let other = attributes(&page, "a[data-testid=other]", "href");
    assert!(other[0].starts_with(&format!("{PUBLIC}/oauth2/auth?")) && other[0].ends_with("prompt=login"), "{other:?}");
}

#[tokio::test]
async fn what_is_granted_is_what_was_asked_for_and_ticked() {
    let request = || asked(|request| request["requested_access_token_audience"] = json!(["https://api.example.org"]));
    let form = "grant_scope=email&grant_scope=openid&grant_scope=profile&grant_scope=admin-everything\
                &grant_access_token_audience=https%3A%2F%2Fevil.example&remember=true&consent=accept\
                &subject=somebody-else&redirect_to=https%3A%2F%2Fevil.example";
    let stage = Stage::new([signed_in()], [request(), accepted()]).await;
    let reply = stage.press(PAGE, form).await;
    assert!(moves_on(&reply).starts_with(&format!("{PUBLIC}/oauth2/auth?")), "{reply:?}");
    let (path, told) = stage.told().unwrap();
    assert_eq!(path, ACCEPT);
    assert_eq!(
        told,
        json!({
            "grant_scope": ["openid", "email"], "grant_access_token_audience": ["https://api.example.org"],
            "remember": true, "remember_for": 0,
            "session": {"id_token": {"email": "ada@example.org", "email_verified": true}},
        })
    );
    let read = stage.hydra.received().into_iter().find(|request| request.method == "GET").unwrap();
    assert!(read.target.ends_with("consent?consent_challenge=the-challenge"), "read anew: {read:?}");
}

#[tokio::test]
async fn nothing_ticked_is_nothing_granted() {
    let stage = Stage::new([signed_in()], [asked(|_| {}), accepted()]).await;
    stage.press(PAGE, "consent=accept&remember=on").await;
    let (_, told) = stage.told().unwrap();
    assert_eq!(told["grant_scope"], json!([]));
    assert_eq!(told["session"], json!({"id_token": {}}));
    assert_eq!(told["remember"], false, "only our own box remembers");
}

#[tokio::test]
async fn claims_go_with_the_scopes_that_are_granted() {
    for (form, operator, expected) in [
        ("grant_scope=openid", &[][..], json!({})),
        ("grant_scope=profile", &[], json!({"given_name": "Ada", "name": "Ada"})),
        (
            "grant_scope=profile",
            &["profile groups = traits.groups"],
            json!({"given_name": "Ada", "name": "Ada", "groups": ["math"]}),
        ),
        ("grant_scope=openid", &["profile groups = traits.groups"], json!({})),
    ] {
        let request = asked(|request| request["requested_scope"] = json!(["openid", "profile"]));
        let rows = operator.iter().map(|row| row.parse().unwrap()).collect();
        let stage = Stage::with([signed_in()], [request, accepted()], |config| config.claims = rows).await;
        stage.press(PAGE, &format!("{form}&consent=accept")).await;
        assert_eq!(stage.told().unwrap().1["session"]["id_token"], expected, "{form}");
    }
    // An address that is not verified is nobody's.
    let mut unverified = session(super::ADA);
    unverified["identity"]["verifiable_addresses"][0]["verified"] = false.into();
    let stage = Stage::new([Answer::json(200, &unverified)], [asked(|_| {}), accepted()]).await;
    stage.press(PAGE, "grant_scope=email&consent=accept").await;
    assert_eq!(stage.told().unwrap().1["session"]["id_token"], json!({}));
}

#[tokio::test]
async fn the_application_is_told_that_the_person_does_not_want_to() {
    let stage = Stage::new([signed_in()], [asked(|_| {}), accepted()]).await;
    let reply = stage.press(PAGE, "grant_scope=email&consent=reject").await;
    moves_on(&reply);
    let (path, told) = stage.told().unwrap();
    assert_eq!((path.as_str(), &told["error"]), (REJECT, &json!("access_denied")));
}

#[tokio::test]
async fn a_button_that_the_page_does_not_have_decides_nothing() {
    let stage = Stage::new([signed_in()], [asked(|_| {}), accepted()]).await;
    let reply = stage.press(PAGE, "grant_scope=email").await;
    assert!(reply.location().ends_with(PAGE), "{reply:?}");
    assert_eq!(stage.told(), None);
}

#[tokio::test]
async fn nobody_is_asked_only_where_it_is_settled() {
    let id = "0d26ec32-13a5-4d3f-8724-aad685405c26";
    let trust = |config: &mut kratos_account::Config| config.trusted_clients = vec![id.to_owned()];
    let ask = |skip: bool, skip_consent: bool| {
        asked(move |request| {
            request["skip"] = skip.into();
            request["client"]["skip_consent"] = skip_consent.into();
        })
    };
    for (request, trusted) in [(ask(true, false), false), (ask(false, true), false), (ask(false, false), true)] {
        let change = |config: &mut kratos_account::Config| {
            if trusted {
                trust(config);
            }
        };
        let stage = Stage::with([signed_in()], [request.clone(), accepted()], change).await;
        let reply = stage.get(PAGE).await;
        assert!(reply.location().starts_with(&format!("{PUBLIC}/oauth2/auth?")), "{reply:?}");
        let (path, told) = stage.told().unwrap();
        assert_eq!((path.as_str(), &told["grant_scope"]), (ACCEPT, &json!(["openid", "email", "offline"])));
        assert_eq!(told["remember"], false);
        // Whoever else is signed in gets nothing into their tokens.
        let other = Answer::json(200, &session("6d9f6f0a-6f8b-4f0e-9d5f-2f1b3c4d5e6f"));
        let change = |config: &mut kratos_account::Config| {
            if trusted {
                trust(config);
            }
        };
        let stage = Stage::with([other], [request, accepted()], change).await;
        stage.get(PAGE).await.page(403);
        assert_eq!(stage.told(), None);
    }
    // What looks like it is none.
    for odd in [json!("yes"), json!("false"), json!(null), json!(0)] {
        let request = asked(|request| request["client"]["skip_consent"] = odd.clone());
        let stage = Stage::new([signed_in()], [request, accepted()]).await;
        stage.get(PAGE).await.page(200);
        assert_eq!(stage.told(), None, "{odd}");
    }
}

#[tokio::test]
async fn only_the_person_who_signed_in_for_it_decides() {
    let other = || Answer::json(200, &session("6d9f6f0a-6f8b-4f0e-9d5f-2f1b3c4d5e6f"));
    for answer in [other(), Answer::json(200, &json!({"id": "0f3b7c1e-2a57-4a55-8a9d-8f1cf5f6a3f0"}))] {
        let stage = Stage::new([answer], [asked(|_| {}), asked(|_| {}), accepted()]).await;
        let page = stage.get(PAGE).await.page(403);
        assert!(text(&page).contains("This request is for another account"), "{}", page.html());
        let again = attributes(&page, "a.button", "href");
        assert!(again[0].starts_with(PUBLIC) && again[0].ends_with("prompt=login"), "{again:?}");
        stage.press(PAGE, "grant_scope=email&consent=accept").await.page(403);
        assert_eq!(stage.told(), None);
    }
}

#[tokio::test]
async fn whoever_is_signed_out_or_lacks_the_second_factor_signs_in_again() {
    let refused = |status: u16, id: &str| Answer::json(status, &json!({"error": {"id": id, "code": status}}));
    for answer in [refused(401, "session_inactive"), refused(403, "session_aal2_required")] {
        let stage = Stage::new([answer], [asked(|_| {}), asked(|_| {}), accepted()]).await;
        let reply = stage.get(PAGE).await;
        let to = reply.location();
        assert!(to.starts_with(&format!("{PUBLIC}/oauth2/auth?")) && to.ends_with("&prompt=login"), "{to}");
        let reply = stage.press(PAGE, "grant_scope=email&consent=accept").await;
        assert!(moves_on(&reply).ends_with("&prompt=login"), "{reply:?}");
        assert_eq!(stage.told(), None);
    }
    let stage = Stage::new([Answer::empty(500)], [asked(|_| {}), asked(|_| {}), accepted()]).await;
    stage.get(PAGE).await.page(502);
    stage.press(PAGE, "grant_scope=email&consent=accept").await.page(502);
    assert_eq!(stage.told(), None);
}

#[tokio::test]
async fn a_form_of_another_website_grants_nothing() {
    let form = ("content-type", "application/x-www-form-urlencoded");
    for headers in [
        vec![form, ("sec-fetch-site", "cross-site")],
        vec![form, ("sec-fetch-site", "same-site")],
        vec![form, ("origin", "https://evil.example")],
        vec![form],
    ] {
        let stage = Stage::new([signed_in()], [asked(|_| {}), accepted()]).await;
        let reply = stage.app.send("POST".parse().unwrap(), PAGE, &headers, "grant_scope=email&consent=accept").await;
        reply.page(403);
        assert!(stage.hydra.received().is_empty(), "Hydra is not even asked: {headers:?}");
    }
}

#[tokio::test]
async fn a_challenge_that_is_none_has_a_page_and_grants_nothing() {
    let gone = |to: &str| Answer::json(410, &json!({"redirect_to": to}));
    for (answer, status, said) in [
        (Answer::recorded("consent/junk_404"), 404, "This request is not known"),
        (Answer::json(400, &json!({"error": "invalid_request"})), 404, "This request is not known"),
        (Answer::json(401, &json!({"error": "request_unauthorized"})), 410, "This request is too old"),
        (gone("https://evil.example/"), 410, "You have answered this already"),
        (Answer::empty(500), 502, "cannot be reached"),
        (Answer::new(200, "<html>"), 502, "cannot be reached"),
        (Answer::new(200, r#"{"skip":"yes"}"#), 502, "cannot be reached"),
    ] {
        let stage = Stage::new([signed_in()], [answer]).await;
        for reply in [stage.get(PAGE).await, stage.press(PAGE, "grant_scope=email&consent=accept").await] {
            let page = reply.page(status);
            assert!(text(&page).contains(said), "{said} in {}", page.html());
        }
        assert_eq!(stage.told(), None);
    }
    // Where Hydra knows that it was used, it says where it all began.
    let began = format!("{PUBLIC}/oauth2/auth?client_id=app");
    let stage = Stage::new([signed_in()], [gone(&began)]).await;
    assert_eq!(stage.get(PAGE).await.location(), began);
    assert_eq!(moves_on(&stage.press(PAGE, "consent=accept").await), began);
    // Without a challenge Hydra is not asked.
    let long = format!("/consent?consent_challenge={}", "x".repeat(17_000));
    for path in ["/consent", "/consent?consent_challenge=", long.as_str()] {
        let stage = Stage::new([signed_in()], [asked(|_| {}), accepted()]).await;
        stage.get(path).await.page(404);
        stage.press(path, "grant_scope=email&consent=accept").await.page(404);
        assert!(stage.hydra.received().is_empty(), "{path}");
    }
}

#[tokio::test]
async fn a_request_is_answered_once() {
    let stage = Stage::new([signed_in()], [asked(|_| {}), accepted(), Answer::recorded("consent/used_200")]).await;
    let reply = stage.press(PAGE, "grant_scope=email&consent=accept").await;
    let cookie = reply.cookies().into_iter().find_map(|cookie| cookie.split(';').next()).unwrap().to_owned();
    assert!(!cookie.contains("the-challenge"), "it is a secret: {cookie}");
    let headers = [OWN[0], OWN[1], ("cookie", &*cookie)];
    for method in ["GET", "POST"] {
        let reply = stage.app.send(method.parse().unwrap(), PAGE, &headers, "grant_scope=openid&consent=accept").await;
        let page = reply.page(410);
        assert!(text(&page).contains("You have answered this already"), "{}", page.html());
        let again = attributes(&page, "a.button", "href");
        assert!(again[0].starts_with(&format!("{PUBLIC}/oauth2/auth?")), "{again:?}");
    }
    assert_eq!(stage.told().unwrap().1["grant_scope"], json!(["email"]), "told once");
    // Another request is another one.
    stage.app.get("/consent?consent_challenge=another", &headers).await.page(200);
}

#[tokio::test]
async fn hydra_leads_nowhere_but_to_itself() {
    for to in ["https://evil.example/", "http://localhost:44450/x", "//evil.example", "javascript:alert(1)", ""] {
        let answer = Answer::json(200, &json!({"redirect_to": to}));
        let stage = Stage::new([signed_in()], [asked(|_| {}), answer]).await;
        let reply = stage.press(PAGE, "grant_scope=email&consent=accept").await;
        reply.page(502);
        assert!(!reply.body.contains("evil.example") && reply.header("refresh").is_none(), "{reply:?}");
    }
    // Nor does the address of a request.
    let elsewhere = asked(|request| request["request_url"] = "https://evil.example/".into());
    let stage = Stage::new([Answer::json(401, &json!({"error": {"id": "session_inactive"}}))], [elsewhere]).await;
    assert!(stage.get(PAGE).await.location().starts_with("http://localhost:4433/self-service/login/browser"));
}

#[tokio::test]
async fn what_an_application_says_of_itself_is_text_and_https_links() {
    let (page, policy) = page_of(|request| {
        request["client"]["client_name"] = "<script>alert(1)</script>".into();
        request["client"]["policy_uri"] = "javascript:alert(1)".into();
        request["client"]["tos_uri"] = "http://app.example.org/terms".into();
        request["client"]["logo_uri"] = "https://a;script-src/x".into();
        request["requested_scope"] = json!(["<b>bold</b>", "a\"onfocus=b"]);
    })
    .await;
    assert_eq!(attributes(&page, "main script, main b, main img, [onfocus]", "class").len(), 0, "{}", page.html());
    assert_eq!(attributes(&page, "[data-testid=\"application/links\"] a", "href").len(), 0);
    assert!(text(&page).contains("<script>alert(1)</script> would like"), "{}", page.html());
    assert_eq!(attributes(&page, "input[name=grant_scope]", "value"), ["<b>bold</b>", "a\"onfocus=b"]);
    assert!(policy.contains("img-src 'self' data:; ") && policy.contains("frame-ancestors 'none'"), "{policy}");
}

#[tokio::test]
async fn a_picture_is_allowed_from_its_host_and_no_other() {
    let (page, policy) = page_of(|_| {}).await;
    assert_eq!(attributes(&page, "main img", "src"), ["https://app.example.org/logo.png"]);
    assert!(policy.contains("img-src 'self' data: https://app.example.org; "), "{policy}");
    assert!(policy.contains("form-action 'self'; "), "{policy}");
}

#[tokio::test]
async fn there_is_nothing_of_hydra_where_it_is_not_configured() {
    let kratos = Upstream::start([signed_in()]).await;
    let app = Application::with(config(kratos.url.clone())).await;
    for path in [PAGE, "/oauth2/logout?logout_challenge=x", "/applications"] {
        app.get(path, &[]).await.page(404);
        app.send("POST".parse().unwrap(), path, &OWN, "consent=accept").await.page(404);
    }
    assert!(kratos.received().is_empty());
    let flow = Answer::recorded("settings/fresh");
    let kratos = Upstream::start([flow]).await;
    let reply = Application::with(config(kratos.url.clone()))
        .await
        .get("/settings?flow=520e8f28-5902-4026-a286-74757804453d", &[])
        .await;
    reply.page(200);
    assert!(!reply.body.contains("/applications"), "{}", reply.body);
}

#[tokio::test]
async fn what_is_ticked_stays_in_another_language_and_nothing_is_decided() {
    let ask = || asked(|request| request["requested_scope"] = json!(["openid", "email", "profile"]));
    let stage = Stage::new([signed_in()], [ask()]).await;
    let form = "grant_scope=email&grant_scope=admin&remember=true&_keep=de";
    let page = stage.press(&format!("{PAGE}&lang=de"), form).await.page(200);
    assert_eq!(attributes(&page, "html", "lang"), ["de"]);
    assert_eq!(attributes(&page, "input[name=grant_scope]", "value"), ["openid", "email", "profile"]);
    assert_eq!(attributes(&page, "input[name=grant_scope][checked]", "value"), ["email"]);
    assert_eq!(attributes(&page, "input[name=remember][checked]", "name").len(), 1);
    assert!(stage.told().is_none(), "Hydra is told nothing");
    let choice = attributes(&page, "footer button[value=en]", "formaction").concat();
    assert_eq!(choice, format!("http://localhost:4455{PAGE}&lang=en"));
}
