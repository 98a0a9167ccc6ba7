//! What one has is a list: each thing with its name, what is known of it, and what takes it away.

use axum::Router;
use axum::http::Method;
use axum::routing::get;
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

use crate::support::form::{self, Form};
use crate::support::{Answer, Application, Upstream, config, listen, recording};

const FLOW: &str = "520e8f28-5902-4026-a286-74757804453d";

/// What a browser says of a form of our own page.
const OWN: [(&str, &str); 2] =
    [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];

/// The settings of a recorded flow, changed, in a language.
async fn settings(name: &str, language: &str, change: impl FnOnce(&mut Vec<Value>)) -> Html {
    let mut flow = recording::read(name).response.body;
    change(flow["ui"]["nodes"].as_array_mut().unwrap());
    let upstream = Upstream::start([Answer::json(200, &flow)]).await;
    let application = Application::before(&upstream).await;
    application.get(&format!("/settings?flow={FLOW}"), &[("accept-language", language)]).await.page(200)
}

fn find<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    find(page, selector).into_iter().map(text).collect()
}

/// The texts of what an attribute of an element names by id.
#[track_caller]
fn named(page: &Html, element: ElementRef<'_>, attribute: &str) -> String {
    let ids = element.attr(attribute).unwrap_or_default().split_whitespace();
    let part = |id| match find(page, &format!("[id='{id}']")).as_slice() {
        [part] => text(*part),
        other => panic!("one {id}, not {}", other.len()),
    };
    ids.map(part).collect::<Vec<_>>().join(" ")
}

/// What the buttons that take things away are called in a section.
fn labels(page: &Html, section: &str) -> Vec<String> {
    let buttons = find(page, &format!("{section} .things button"));
    buttons
        .into_iter()
        .map(|button| {
            let label = named(page, button, "aria-labelledby");
            assert!(label.starts_with(&text(button)), "what is seen is what is said (WCAG 2.5.3): {label}");
            label
        })
        .collect()
}

#[tokio::test]
async fn a_key_is_an_entry_with_its_name_its_day_and_a_small_button() {
    let page = settings("settings/webauthn_added", "en", |_| {}).await;
    assert_eq!(texts(&page, "#webauthn .things > li [id$='-name']"), ["YubiKey <5C> \"blue\""]);
    assert_eq!(texts(&page, "#webauthn .things .facts > li"), ["Added on 23 Nov 2026"]);
    assert_eq!(texts(&page, "#webauthn .things button"), ["Remove"]);
    assert_eq!(labels(&page, "#webauthn"), ["Remove YubiKey <5C> \"blue\""]);
    let button = find(&page, "#webauthn .things button")[0];
    assert_eq!(named(&page, button, "aria-describedby"), "Added on 23 Nov 2026");
    assert_eq!(button.attr("data-testid"), Some("node/input/webauthn_remove"));
    assert!(find(&page, "#webauthn .danger").is_empty(), "nothing is red before it is asked about");
    // What adds another comes after what there is.
    assert_eq!(texts(&page, "#webauthn .things ~ form button"), ["Add security key"]);
}

#[tokio::test]
async fn what_has_no_name_says_so_in_the_readers_language() {
    for (language, called) in
        [("en", "Passkey without a name"), ("de", "Passkey ohne Namen"), ("ja", "名前のないパスキー")]
    {
        let page = settings("settings/passkey_added", language, |_| {}).await;
        assert_eq!(texts(&page, "#passkey .things [id$='-name']"), [called]);
        assert!(!text(page.root_element()).contains("unnamed"), "{language}");
    }
}

#[tokio::test]
async fn things_of_one_name_are_told_apart_by_what_else_is_known() {
    let page = settings("settings/passkey_added", "en", |nodes| {
        let mut older = nodes.iter().find(|node| node["attributes"]["name"] == "passkey_remove").unwrap().clone();
        older["attributes"]["value"] = json!("c0ffee");
        older["meta"]["label"]["context"]["added_at"] = json!("2025-01-02T03:04:05Z");
        nodes.push(older);
    })
    .await;
    assert_eq!(
        labels(&page, "#passkey"),
        ["Remove Passkey without a name Added on 23 Nov 2026", "Remove Passkey without a name Added on 2 Jan 2025"]
    );
    // The one of another name needs no more than that.
    assert_eq!(labels(&page, "#webauthn").len(), 1);
    assert!(!labels(&page, "#webauthn")[0].contains("Added"));
}

#[tokio::test]
async fn the_last_way_to_sign_in_stays_and_why_is_said() {
    let page = settings("settings/passkey_added", "en", |nodes| {
        for node in nodes.iter_mut().filter(|node| node["attributes"]["name"] == "passkey_remove") {
            node["attributes"]["disabled"] = json!(true);
        }
    })
    .await;
    let button = find(&page, "#passkey .things button")[0];
    assert!(button.attr("disabled").is_some() && button.attr("data-question").is_none());
    assert!(
        named(&page, button, "aria-describedby")
            .ends_with("This is your last way to sign in, so it cannot be removed.")
    );
}

#[tokio::test]
async fn linked_accounts_come_first_and_offers_to_link_after_them() {
    let page = settings("settings/oidc_linked", "en", |_| {}).await;
    assert_eq!(texts(&page, "#oidc .state"), ["Linked: 1"]);
    assert_eq!(texts(&page, "#oidc .things [id$='-name'] > bdi"), ["Ory"]);
    assert_eq!(labels(&page, "#oidc"), ["Unlink O Ory"].map(|label| label.replace("O Ory", "OOry")));
    assert_eq!(texts(&page, "#oidc .things ~ form button bdi"), ["Link Google"], "as it writes itself");
    assert!(find(&page, "#oidc details").is_empty() && !text(find(&page, "#oidc")[0]).contains("only way"));
}

#[tokio::test]
async fn where_nothing_is_linked_nobody_is_warned_of_the_only_one() {
    let page = settings("settings/oidc_none", "en", |_| {}).await;
    assert!(find(&page, "#oidc .things").is_empty());
    assert_eq!(texts(&page, "#oidc .state"), ["None listed"]);
    assert_eq!(texts(&page, "#oidc .lead"), ["Sign in with an account you have elsewhere."]);
    // Kratos does not tell whether there is one that cannot be unlinked: who misses it can ask.
    assert_eq!(texts(&page, "#oidc details:not([open]) > summary"), ["Is an account missing here?"]);
}

#[tokio::test]
async fn a_later_kind_of_thing_is_one_as_well() {
    let page = settings("settings/fresh", "en", |nodes| {
        nodes.push(json!({
            "type": "input", "group": "deviceauthn", "messages": [],
            "attributes": {"name": "deviceauthn_remove", "type": "submit", "value": "k1", "disabled": false, "node_type": "input"},
            "meta": {"label": {"id": 1_050_031, "text": "Remove device", "type": "info",
                "context": {"device_name": "Ada’s phone", "created_at": "2026-11-01T00:00:00Z"}}},
        }));
    })
    .await;
    assert_eq!(labels(&page, "#deviceauthn"), ["Remove Ada’s phone"]);
    assert_eq!(texts(&page, "#deviceauthn .facts"), ["Added on 1 Nov 2026"]);
    let form = Form::with_button(&page, "deviceauthn_remove", "k1").press("deviceauthn_remove", "k1");
    assert!(form.contains(&("_ask".to_owned(), "true".to_owned())), "it is asked about: {form:?}");
}

#[tokio::test]
async fn a_moment_in_a_message_is_one_for_machines_too() {
    let page = settings("settings/after_recovery", "en", |_| {}).await;
    let notice = find(&page, "[data-testid='ui/message/1060001']")[0];
    let time = notice.select(&Selector::parse("time").unwrap()).next().unwrap();
    assert!(time.attr("datetime").unwrap().ends_with('Z') && text(time).ends_with(" UTC"), "{}", time.html());
    assert!(text(notice).ends_with(&format!("before {}.", text(time))), "{}", text(notice));
}

/// An application before a Kratos with these sessions: this one, and the others.
async fn signed_in(this: Value, others: Value) -> Application {
    let answer = |body: Value| get(move || std::future::ready(Answer::json(200, &body)));
    let kratos = Router::new().route("/sessions/whoami", answer(this)).route("/sessions", answer(others));
    Application::with(config(listen(kratos).await)).await
}

/// A session on a telephone, begun in this minute, here.
fn session(number: u8, minute: u8, address: &str) -> Value {
    json!({
        "id": format!("00000000-0000-4000-8000-0000000000{number:02}"), "active": true,
        "authenticated_at": format!("2026-11-23T16:{minute:02}:53Z"), "expires_at": "2026-11-24T16:37:53Z",
        "authenticator_assurance_level": "aal1",
        "authentication_methods": [{"method": "oidc", "aal": "aal1", "provider": "google"}],
        "devices": [{"ip_address": address, "location": "", "user_agent":
            "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
             FxiOS/150.0 Mobile/15E148 Safari/605.1.15"}],
    })
}

#[tokio::test]
async fn this_device_is_the_first_and_the_others_are_told_apart() {
    let others = json!([session(2, 38, "203.0.113.7"), session(3, 39, "203.0.113.7:4711")]);
    let application = signed_in(session(1, 37, "127.0.0.1:5"), others).await;
    let page = application.get("/sessions", &[]).await.page(200);
    assert_eq!(texts(&page, ".things > li .state"), ["This device"]);
    let first = find(&page, ".things > li")[0];
    assert_eq!(first.attr("data-testid"), Some("session/00000000-0000-4000-8000-000000000001"));
    assert!(text(first).contains("This device") && first.select(&Selector::parse("button").unwrap()).next().is_none());
    let facts = "203.0.113.7 Signed in on 23 Nov 2026, 16:38 UTC Stays signed in until 24 Nov 2026, 16:37 UTC Google";
    assert_eq!(texts(&page, ".things .facts")[1], facts, "the provider as it writes itself");
    assert_eq!(
        labels(&page, ""),
        [
            format!("Sign out Firefox on iPhone {facts}"),
            format!("Sign out Firefox on iPhone {}", facts.replace("16:38", "16:39"))
        ]
    );
    let buttons = texts(&page, "main .panel button");
    assert_eq!(buttons.last().unwrap(), "Sign out everywhere else", "{buttons:?}");
}

#[tokio::test]
async fn the_question_about_a_session_names_it() {
    let id = "00000000-0000-4000-8000-000000000002";
    let application = signed_in(session(1, 37, "127.0.0.1"), json!([session(2, 38, "203.0.113.7")])).await;
    let page = application.get("/sessions", &[]).await.page(200);
    let button = find(&page, ".things button")[0];
    assert_eq!(button.attr("data-question"), Some("Sign out Firefox on iPhone?"));
    let ask = form::encode(&Form::with_button(&page, "end", id).press("end", id));
    let confirm = application.send(Method::POST, "/sessions", &OWN, ask).await.page(200);
    assert_eq!(texts(&confirm, "h1"), ["Sign out Firefox on iPhone?"]);
    assert!(texts(&confirm, "title")[0].starts_with("Sign out Firefox on iPhone?"));
    assert!(texts(&confirm, ".facts > li").contains(&"203.0.113.7".to_owned()));
    let sent = Form::with_button(&confirm, "end", id).press("end", id);
    assert_eq!(sent, [("end".to_owned(), id.to_owned())]);
    // One that is not there any more is one that has ended.
    let gone = format!("end={FLOW}&_ask=true");
    let reply = application.send(Method::POST, "/sessions", &OWN, gone).await;
    assert!(reply.status == 303 && reply.location().ends_with("/sessions?ended"), "{reply:?}");
}
