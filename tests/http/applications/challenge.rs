//! Login and registration for an application: what it is called, and its request kept on every way.

use axum::http::Method;
use scraper::{Html, Selector};

use super::{OWN, moves_on};
use crate::support::{Answer, Application, Upstream, config, recording};

const FLOW: &str = "520e8f28-5902-4026-a286-74757804453d";
const BROWSER: &str = "http://localhost:4433/self-service";

/// This application before a Kratos that answers so, the last time for good.
async fn before(answers: impl IntoIterator<Item = Answer>) -> (Application, Upstream) {
    let upstream = Upstream::start(answers).await;
    let mut config = config(upstream.url.clone());
    config.kratos_browser_url = Some("http://localhost:4433".parse().unwrap());
    (Application::with(config).await, upstream)
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    page.select(&Selector::parse(selector).unwrap())
        .map(|found| found.attr(name).unwrap_or_default().to_owned())
        .collect()
}

/// A flow as it was recorded.
fn flow(name: &str) -> Answer {
    Answer::json(200, &recording::read(name).response.body)
}

#[tokio::test]
async fn the_request_stands_in_the_address_wherever_kratos_leads_here() {
    for (name, page, more) in [
        ("login_json/oauth2_init", "login", ""),
        ("login_json/oauth2_aal2_init", "login", "&aal=aal2"),
        ("registration_json/oauth2_init", "registration", ""),
    ] {
        let challenge = recording::read(name).response.body["oauth2_login_challenge"].as_str().unwrap().to_owned();
        let encoded: String = url::form_urlencoded::byte_serialize(challenge.as_bytes()).collect();
        let (app, _) = before([flow(name)]).await;
        let reply = app.get(&format!("/{page}?flow={FLOW}&no_org_ui=true"), &[]).await;
        let whole = reply.location().strip_prefix("http://localhost:4455").unwrap().to_owned();
        assert!(whole.starts_with(&format!("/{page}?flow={FLOW}&")), "{whole}");
        assert!(whole.contains(&format!("&login_challenge={encoded}")) && whole.contains(more), "{whole}");
        // There it stays, in forms and links.
        let reply = app.get(&whole, &[]).await;
        let shown = reply.page(200);
        let actions = attributes(&shown, "main form:not([action*=logout])", "action");
        assert!(!actions.is_empty() && actions.iter().all(|action| action.contains(&encoded)), "{actions:?}");
        // A recovery is for nobody's request: Kratos knows none there.
        let links = attributes(&shown, ".ways a:not([href*=recovery])", "href");
        assert!(links.iter().all(|link| link.contains(&encoded)), "{links:?}");
    }
}

#[tokio::test]
async fn an_application_is_shown_by_its_picture_and_links() {
    let (app, _) = before([flow("login_json/oauth2_init")]).await;
    let reply = app.get(&format!("/login?flow={FLOW}&login_challenge=the-challenge&refresh=true"), &[]).await;
    let shown = reply.page(200);
    assert!(reply.body.contains("To continue to Example App"), "{}", reply.body);
    assert_eq!(attributes(&shown, "main img.logo", "src"), ["https://app.example.org/logo.png"]);
    let policy = reply.header("content-security-policy").unwrap();
    assert!(policy.contains("img-src 'self' data: https://app.example.org; "), "{policy}");
    let links = attributes(&shown, "[data-testid=\"application/links\"] a", "href");
    assert_eq!(links, ["https://app.example.org/privacy", "https://app.example.org/terms"]);
}

#[tokio::test]
async fn a_page_for_no_application_shows_pictures_of_nobody() {
    let (app, _) = before([flow("login/unified_all_methods")]).await;
    let reply = app.get(&format!("/login?flow={FLOW}"), &[]).await;
    reply.page(200);
    let policy = reply.header("content-security-policy").unwrap();
    assert!(policy.contains("img-src 'self' data:; "), "{policy}");
}

#[tokio::test]
async fn a_request_outlives_the_flow() {
    let page = format!("/login?flow={FLOW}&login_challenge=the-challenge&aal=aal2");
    let (app, _) = before([Answer::recorded("login_errors/oauth2_get_expired_410")]).await;
    let reply = app.get(&page, &[]).await;
    assert!(reply.location().ends_with("/login?login_challenge=the-challenge&aal=aal2"), "{reply:?}");
    // Kratos puts a flow in its place, which knows nothing of the application.
    let expired = Answer::recorded("login_json/oauth2_expired_410");
    let (app, _) = before([expired]).await;
    let reply = app.send(Method::POST, &page, &OWN, "method=password&identifier=ada%40example.org&password=x").await;
    assert!(moves_on(&reply).ends_with("/login?login_challenge=the-challenge&aal=aal2"), "{reply:?}");
}

#[tokio::test]
async fn kratos_itself_goes_on_where_hydra_knows_who_it_is() {
    for (kind, name) in
        [("login", "login_json/oauth2_skip_init"), ("registration", "registration_json/oauth2_skip_init")]
    {
        let (app, _) = before([Answer::recorded(name)]).await;
        let reply = app.get(&format!("/{kind}?login_challenge=the-challenge"), &[]).await;
        assert_eq!(reply.location(), format!("{BROWSER}/{kind}/browser?login_challenge=the-challenge"));
    }
}

#[tokio::test]
async fn whoever_signed_up_without_a_session_signs_in_for_the_application() {
    let page = format!("/registration?flow={FLOW}&login_challenge=the-challenge");
    let (app, _) = before([Answer::recorded("registration_json/oauth2_hooks_none")]).await;
    let reply = app.send(Method::POST, &page, &OWN, "method=code&code=123456").await;
    assert_eq!(moves_on(&reply), format!("{BROWSER}/login/browser?login_challenge=the-challenge"));
    let (app, _) = before([Answer::recorded("registration_json/oauth2_ok_200")]).await;
    let reply = app.send(Method::POST, &page, &OWN, "method=code&code=123456").await;
    assert!(moves_on(&reply).starts_with("http://localhost:4445/oauth2/auth?"), "{reply:?}");
}
