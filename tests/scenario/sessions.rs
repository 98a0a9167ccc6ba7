//! Where somebody is signed in, signing out, and what is kept of them.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::scenes::{SAVED, press_sign_out, sign_in};
use crate::second_factor::{SECOND_FACTOR, add_app, show_code, with_password_only};
use crate::stage::Stage;

stories! {
    Plain:
        whoever_is_signed_in_once_sees_this_device_only,
        one_browser_ends_the_session_of_the_other,
        a_session_goes_on_when_ending_it_is_thought_over,
        all_other_sessions_are_ended_at_once,
        a_session_that_has_ended_meanwhile_is_no_error,
        nobody_ends_the_session_of_somebody_else,
        whoever_is_signed_out_signs_in_to_see_the_sessions,
        whoever_is_signed_out_meanwhile_ends_no_session,
        the_second_factor_comes_before_sessions_and_data,
        signing_out_ends_this_session_only,
        signing_out_twice_is_no_error,
        whoever_gave_the_password_only_can_sign_out,
        ones_data_has_the_traits_and_no_secrets,
        nobodys_data_is_given_to_whoever_is_signed_out,
        a_password_manager_is_led_to_the_password;
}

/// The core once more, with one host for all.
mod one_origin {
    use super::*;

    stories! {
        OneOrigin:
            one_browser_ends_the_session_of_the_other,
            signing_out_twice_is_no_error,
            ones_data_has_the_traits_and_no_secrets,
            a_password_manager_is_led_to_the_password;
    }
}

/// And through nginx, below a path.
mod below_a_path {
    use super::*;

    stories! {
        BelowAPath:
            one_browser_ends_the_session_of_the_other,
            signing_out_twice_is_no_error,
            ones_data_has_the_traits_and_no_secrets,
            a_password_manager_is_led_to_the_password;
    }
}

/// And on sibling hosts.
mod siblings {
    use super::*;

    stories! {
        Siblings:
            one_browser_ends_the_session_of_the_other,
            signing_out_twice_is_no_error,
            ones_data_has_the_traits_and_no_secrets;
    }
}

async fn whoever_is_signed_in_once_sees_this_device_only(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mine = [stage.session_id(&browser).await];
    browser.visit(stage.sessions()).await;
    assert_eq!(shown(&browser), mine, "{browser:?}");
    let device = browser.text_of(&format!("session/{}", mine[0]));
    assert!(device.contains("This device") && device.contains("Password"), "{device}");
    assert!(browser.text().contains("You are signed in nowhere else."), "{browser:?}");
    assert!(!browser.has("button[name=\"end\"]"), "{browser:?}");
    browser.follow_link("Account settings").await;
    stage.at_settings(&browser);
}

async fn one_browser_ends_the_session_of_the_other(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut other = stage.signed_in(&person).await;
    let (mine, theirs) = (stage.session_id(&browser).await, stage.session_id(&other).await);
    browser.visit(stage.sessions()).await;
    assert_eq!(shown(&browser), [mine.clone(), theirs.clone()], "this device is the first: {browser:?}");
    assert!(!browser.offers("end", &mine) && !browser.offers("end", "others"), "{browser:?}");
    end(stage, &mut browser, &theirs).await;
    assert_eq!(shown(&browser), [mine], "{browser:?}");
    browser.visit(stage.settings()).await;
    stage.at_settings(&browser);
    other.fill("traits.name.first", "Augusta").press("method", "profile").await;
    sign_in(&mut other, &person).await;
    stage.at_settings(&other);
    assert_eq!(stage.traits(&other).await["name"]["first"], "Ada", "nothing was saved");
}

async fn a_session_goes_on_when_ending_it_is_thought_over(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut other = stage.signed_in(&person).await;
    let theirs = stage.session_id(&other).await;
    browser.visit(stage.sessions()).await;
    let listed = browser.texts(".things .facts li");
    browser.press("end", &theirs).await;
    assert_eq!(browser.texts("h1"), ["Sign out Firefox on Linux?"], "{browser:?}");
    // Of several alike, this is the one.
    assert!(browser.texts(".facts li").iter().all(|fact| listed.contains(fact)), "{listed:?}: {browser:?}");
    assert!(browser.text().contains("Signed in on ") && browser.text().contains(" UTC"), "{browser:?}");
    browser.follow_link("Cancel").await;
    assert_eq!(shown(&browser).len(), 2, "{browser:?}");
    other.fill("traits.name.first", "Augusta").press("method", "profile").await;
    assert_eq!(other.messages(), [SAVED]);
}

async fn all_other_sessions_are_ended_at_once(stage: &Stage) {
    let (person, somebody_else) = (stage.person().await, stage.person().await);
    let mut browser = stage.signed_in(&person).await;
    let mut others = [stage.signed_in(&person).await, stage.signed_in(&person).await];
    let mut bystander = stage.signed_in(&somebody_else).await;
    browser.visit(stage.sessions()).await;
    assert_eq!(shown(&browser).len(), 3, "{browser:?}");
    end(stage, &mut browser, "others").await;
    assert_eq!(shown(&browser), [stage.session_id(&browser).await], "{browser:?}");
    for other in &mut others {
        other.visit(stage.settings()).await;
        signed_out(other);
    }
    bystander.visit(stage.settings()).await;
    stage.at_settings(&bystander);
}

async fn a_session_that_has_ended_meanwhile_is_no_error(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut other = stage.signed_in(&person).await;
    let theirs = stage.session_id(&other).await;
    browser.visit(stage.sessions()).await;
    press_sign_out(&mut other).await;
    browser.press("end", &theirs).await;
    assert!(browser.text().contains(ENDED), "{browser:?}");
    assert_eq!(shown(&browser).len(), 1, "{browser:?}");
    // And while the question is asked.
    let mut another = stage.signed_in(&person).await;
    let theirs = stage.session_id(&another).await;
    browser.visit(stage.sessions()).await;
    browser.press("end", &theirs).await;
    press_sign_out(&mut another).await;
    browser.press("end", &theirs).await;
    assert!(browser.text().contains(ENDED), "{browser:?}");
    assert_eq!(shown(&browser).len(), 1, "{browser:?}");
}

async fn nobody_ends_the_session_of_somebody_else(stage: &Stage) {
    let (person, stranger) = (stage.person().await, stage.person().await);
    let mut victim = stage.signed_in(&person).await;
    let browser = stage.signed_in(&stranger).await;
    let id = stage.session_id(&victim).await;
    // Whoever forges the form of a page of their own.
    let url: url::Url = stage.sessions().parse().unwrap();
    let request = stage.http.post(url.clone()).header("cookie", browser.cookies(&url));
    let request = request.header("sec-fetch-site", "same-origin");
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(format!("end={id}"));
    request.send().await.unwrap();
    victim.visit(stage.settings()).await;
    stage.at_settings(&victim);
}

pub async fn whoever_is_signed_out_signs_in_to_see_the_sessions(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.browser();
    browser.visit(stage.sessions()).await;
    signed_out(&browser);
    sign_in(&mut browser, &person).await;
    browser.visit(stage.sessions()).await;
    assert_eq!(shown(&browser).len(), 1, "{browser:?}");
}

async fn whoever_is_signed_out_meanwhile_ends_no_session(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut other = stage.signed_in(&person).await;
    let (mine, theirs) = (stage.session_id(&browser).await, stage.session_id(&other).await);
    browser.visit(stage.sessions()).await;
    end(stage, &mut other, &mine).await;
    // Nobody is told whose session it is.
    browser.press("end", &theirs).await;
    signed_out(&browser);
    other.visit(stage.settings()).await;
    stage.at_settings(&other);
    sign_in(&mut browser, &person).await;
    end(stage, &mut browser, &theirs).await;
}

async fn the_second_factor_comes_before_sessions_and_data(stage: &Stage) {
    let person = stage.person().await;
    let mut elsewhere = stage.signed_in(&person).await;
    let theirs = stage.session_id(&elsewhere).await;
    let key = add_app(stage, &mut elsewhere).await;
    for page in [stage.sessions(), stage.export()] {
        let mut browser = with_password_only(stage, &person).await;
        browser.visit(&page).await;
        assert!(browser.messages().contains(&SECOND_FACTOR), "{browser:?}");
        show_code(stage, &mut browser, &key).await;
        browser.visit(&page).await;
        assert!(browser.steps().last().unwrap().body.contains(&theirs), "{browser:?}");
    }
}

async fn signing_out_ends_this_session_only(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut other = stage.signed_in(&person).await;
    browser.visit(stage.sessions()).await;
    press_sign_out(&mut browser).await;
    browser.visit(stage.settings()).await;
    signed_out(&browser);
    other.visit(stage.sessions()).await;
    assert_eq!(shown(&other), [stage.session_id(&other).await], "{other:?}");
}

pub async fn signing_out_twice_is_no_error(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut tab = browser.tab();
    tab.visit(stage.settings()).await;
    press_sign_out(&mut browser).await;
    press_sign_out(&mut tab).await;
    signed_out(&tab);
    sign_in(&mut tab, &person).await;
    tab.visit(stage.settings()).await;
    stage.at_settings(&tab);
}

async fn whoever_gave_the_password_only_can_sign_out(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let mut tab = stage.signed_in(&person).await;
    add_app(stage, &mut browser).await;
    // This one is at the settings still, from before.
    press_sign_out(&mut tab).await;
    tab.visit(stage.settings()).await;
    signed_out(&tab);
    with_password_only(stage, &person).await;
}

async fn ones_data_has_the_traits_and_no_secrets(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    let other = stage.signed_in(&person).await;
    let (mine, theirs) = (stage.session_id(&browser).await, stage.session_id(&other).await);
    let key = add_app(stage, &mut browser).await;
    let cookies = browser.cookies(&stage.kratos.browser);
    browser.visit(stage.export()).await;
    let step = browser.steps().pop().unwrap();
    assert_eq!((step.status.as_u16(), &step.headers["content-type"]), (200, &"application/json".parse().unwrap()));
    assert!(step.headers["content-disposition"].to_str().unwrap().starts_with("attachment"), "it is downloaded");
    assert!(step.headers["cache-control"].to_str().unwrap().contains("no-store"), "{:?}", step.headers);
    let data: Value = serde_json::from_str(&step.body).unwrap();
    assert_eq!(data["traits"], crate::stage::traits(&person.email), "{data:#}");
    let address = json!([{"value": person.email, "via": "email", "verified": false}]);
    assert_eq!(data["verifiable_addresses"], address, "{data:#}");
    assert_eq!(data["recovery_addresses"][0]["value"], person.email.as_str(), "{data:#}");
    assert_eq!(data["sign_in_methods"], json!([{"method": "totp", "name": null, "added_at": null}]), "{data:#}");
    let sessions: Vec<&Value> = data["sessions"].as_array().unwrap().iter().map(|session| &session["id"]).collect();
    assert_eq!(sessions, [mine.as_str(), theirs.as_str()], "{data:#}");
    let tokens = cookies.split("; ").filter_map(|pair| pair.split_once('=')).map(|(_, value)| value);
    for secret in tokens.chain([person.password.as_str(), &key, "$2", "hashed", "csrf", "ory_st_", "ory_lo_"]) {
        assert!(!step.body.contains(secret), "{secret} in {}", step.body);
    }
}

async fn nobodys_data_is_given_to_whoever_is_signed_out(stage: &Stage) {
    let person = stage.person().await;
    let mut browser = stage.signed_in(&person).await;
    press_sign_out(&mut browser).await;
    browser.visit(stage.export()).await;
    signed_out(&browser);
}

async fn a_password_manager_is_led_to_the_password(stage: &Stage) {
    let person = stage.person().await;
    let well_known = format!("{}/.well-known/change-password", stage.app);
    let mut browser = stage.browser();
    browser.visit(&well_known).await;
    let first = browser.steps().remove(0);
    assert!(first.headers["location"].to_str().unwrap().ends_with("/settings#password"), "{browser:?}");
    sign_in(&mut browser, &person).await;
    stage.at_settings(&browser);
    browser.visit(&well_known).await;
    stage.at_settings(&browser);
    assert!(browser.has("section#password input[name=\"password\"]"), "{browser:?}");
}

/// What is said when a session has ended.
const ENDED: &str = "Done: the session has ended.";

/// Ends a session, or all `others`, at the list of them, and looks twice.
pub async fn end(stage: &Stage, browser: &mut Browser, what: &str) {
    browser.visit(stage.sessions()).await;
    end_shown(browser, what).await;
}

/// The same, at the list that is shown.
async fn end_shown(browser: &mut Browser, what: &str) {
    browser.press("end", what).await;
    let asked = if what == "others" { "Sign out everywhere else?" } else { "Sign out Firefox on Linux?" };
    assert_eq!(browser.texts("h1"), [asked], "{browser:?}");
    browser.press("end", what).await;
    assert!(browser.text().contains(ENDED), "{browser:?}");
}

/// Kratos' login is shown, for whoever is signed out.
#[track_caller]
fn signed_out(browser: &Browser) {
    assert!(browser.offers("method", "password") && browser.value("identifier").is_some(), "{browser:?}");
}

/// The ids of the sessions that are listed.
fn shown(browser: &Browser) -> Vec<String> {
    let ids = browser.attributes("[data-testid^=\"session/\"]", "data-testid");
    ids.iter().map(|id| id.trim_start_matches("session/").to_owned()).collect()
}

impl Stage {
    /// The list of sessions.
    fn sessions(&self) -> String {
        format!("{}/sessions", self.app)
    }

    fn export(&self) -> String {
        format!("{}/settings/export", self.app)
    }

    /// The id of a browser's session.
    pub async fn session_id(&self, browser: &Browser) -> String {
        let session: Value = serde_json::from_str(&self.session(browser).await).unwrap();
        session["id"].as_str().unwrap().to_owned()
    }
}
