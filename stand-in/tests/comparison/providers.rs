//! Signing in and up at a provider, and linking the accounts that have the same address.

use crate::browser::Browser;
use crate::compare::{Comparison, recorded, told};
use crate::story::Story;
use kratos_stand_in::{Config, Methods, StandIn, Style};
use serde_json::json;

/// The person of these recordings.
const LINK: &str = "link.1795600164@example.org";

/// A stand-in with codes, and hints for whoever has an account.
fn stand_in() -> StandIn {
    let methods = Methods { code_passwordless: true, webauthn: false, ..Methods::default() };
    let registration_style = Style::Unified;
    told(Config { methods, registration_style, registration_login_hints: true, ..recorded() })
}

/// Goes to the provider from a form, and comes back as somebody.
async fn through(story: &mut Story<'_>, kind: &str, query: &str, said: &[(&str, &str)]) {
    story.begin(kind, query).await;
    away(story, &[("provider", "hydra")], said).await;
}

/// Sends a form that leads to the provider, and comes back as somebody.
async fn away(story: &mut Story<'_>, fields: &[(&str, &str)], said: &[(&str, &str)]) {
    let away = story.submit(fields).await;
    assert_eq!(away.status, 422, "{}", away.body);
    let url = away.body["redirect_browser_to"].as_str().unwrap();
    let back = story.browser.back_from_provider(url, said).await;
    let page = back.location().to_owned();
    let (kind, id) = page.rsplit_once('/').unwrap().1.split_once("?flow=").expect("a flow");
    story.read(kind, &id[..36]).await;
}

/// Traits that are missing, and what is linked.
pub(crate) async fn linking(comparison: &mut Comparison) {
    let stand_in = stand_in();
    let mut story = Story::new(comparison, &stand_in);
    let nobody = [("sub", "nobody"), ("decision", "allow")];
    through(&mut story, "registration", "", &nobody).await;
    story.hold("registration/oidc_missing_traits").await;
    away(&mut story, &[("provider", "hydra"), ("traits.email", "bad")], &nobody).await;
    story.hold("registration/oidc_missing_traits_invalid").await;
    story.browser = Browser::new(&stand_in);
    through(&mut story, "login", "", &[("sub", "somebody"), ("decision", "allow")]).await;
    story.hold("registration/oidc_from_login_missing_traits").await;

    story.browser = Browser::new(&stand_in);
    story.person(LINK);
    let same = [("sub", "linked"), ("decision", "allow"), ("email", LINK)];
    through(&mut story, "login", "?return_to=http://localhost:4455/app", &same).await;
    story.hold("login/account_linking").await;
    story.hold("login_json/account_linking_wrong_400").await;
    story.hold("login_json/account_linking_ok_200").await;

    story.browser = Browser::new(&stand_in);
    story.begin("registration", "").await;
    let away = story.submit(&[("provider", "google")]).await;
    let url = away.body["redirect_browser_to"].as_str().unwrap().to_owned();
    let same = [("sub", "linked"), ("decision", "allow"), ("email", LINK)];
    let back = story.browser.back_from_provider(&url, &same).await;
    let page = back.location().to_owned();
    assert!(page.ends_with("&no_org_ui=true"), "{page}");
    story.read("login", &page.split("flow=").nth(1).unwrap()[..36]).await;
    story.hold("login/account_linking_from_registration").await;
}

/// What goes wrong on the way back.
pub(crate) async fn refused(comparison: &mut Comparison) {
    let stand_in = stand_in();
    let mut story = Story::new(comparison, &stand_in);
    story.begin("login", "").await;
    let away = story.submit(&[("provider", "hydra")]).await;
    let url = away.body["redirect_browser_to"].as_str().unwrap().to_owned();
    let denied = story.browser.at_provider(&url, "ada", "deny").await;
    story.comparison.hold("login/oidc_callback_denied", &denied);

    let allowed = [("sub", "ada"), ("decision", "allow")];
    let back = story.browser.decided(&url, &allowed).await;
    story.submit(&[("provider", "hydra")]).await;
    let late = story.browser.html(&back).await;
    story.hold_error(&late, "errors/oidc_two_tabs").await;
    let mut other = Browser::new(&stand_in);
    other.json("/self-service/login/browser").await;
    let lost = other.html(&back).await;
    story.browser = other;
    story.hold_error(&lost, "errors/oidc_no_continuity").await;
}

/// Proving again who one is, by the provider that is the only way in.
pub(crate) async fn refreshed(comparison: &mut Comparison) {
    let stand_in = told(recorded());
    let mut story = Story::new(comparison, &stand_in);
    let body = json!({"traits": {"email": "oidc@example.org"},
        "credentials": {"oidc": {"config": {"providers": [{"provider": "hydra", "subject": "ada"}]}}}});
    story.browser.send("POST", "/admin/identities", "*/*", Some(("application/json", body.to_string()))).await;
    story.browser = Browser::new(&stand_in);
    story.begin("login", "").await;
    let away = story.submit(&[("provider", "hydra")]).await;
    let url = away.body["redirect_browser_to"].as_str().unwrap().to_owned();
    story.browser.at_provider(&url, "ada", "allow").await;
    story.begin("settings", "").await;
    story.hold("login_json/refresh_init_from_settings").await;
    story.begin("settings", "").await;
    story.hold("login/refresh_oidc_only__init").await;
    story.hold("login/refresh_oidc_only").await;
    story.hold("login_json/refresh_oidc_422").await;
}
