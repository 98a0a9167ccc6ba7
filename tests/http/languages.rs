//! The page in each language: what it says, without the markup.

use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::support::{Answer, Application, Upstream, config, recording};

const FLOW: &str = "520e8f28-5902-4026-a286-74757804453d";
const TAGS: [&str; 14] = ["en", "ar", "de", "es", "fi", "fr", "it", "ja", "nl", "pl", "pt", "ru", "sv", "zh-Hans"];

/// Every value that the context of a message can have.
fn context() -> Value {
    json!({
        "provider": "GitHub", "display_name": "Blue key", "used_at": "2026-11-23T16:37:53Z", "added_at": "2026-11-23T16:37:53Z",
        "privileged_session_expires_at": "2026-11-23T16:52:23Z", "reason": "REASON", "property": "email", "pattern": "^x$",
        "min_length": 8, "max_length": 1, "actual_length": 3, "minimum": 1234.5, "maximum": 7, "actual": -3, "base": 2,
        "max_items": 1, "min_items": 5, "actual_items": 2, "expected": "EXPECTED", "allowed_types": ["number"], "actual_type": "string",
        "duplicate_identifier": "ada@example.org", "address": "ada@example.org", "masked_address": "ad****@example.org",
        "secret": "SECRET", "available_credential_types": ["password", "oidc", "code"],
    })
}

/// A flow that says all there is to say: many kinds of field and state, and each message that the
/// English file knows.
fn rich() -> Value {
    let mut flow = recording::read("settings/fresh").response.body;
    let mut nodes = flow["ui"]["nodes"].as_array().unwrap().clone();
    nodes.retain(|node| node["group"] != "lookup_secret");
    for (name, groups) in
        [("settings/lookup_revealed_one_used", "lookup_secret"), ("settings/webauthn_added", "webauthn")]
    {
        let other = recording::read(name).response.body;
        nodes.retain(|node| node["group"] != groups);
        nodes.extend(other["ui"]["nodes"].as_array().unwrap().iter().filter(|node| node["group"] == groups).cloned());
    }
    flow["ui"]["nodes"] = json!(nodes);
    let english = include_str!("../../locales/en.ftl");
    let ids = english.lines().filter_map(|line| line.strip_prefix("kratos-")?.split_once(' ')?.0.parse::<i64>().ok());
    let messages: Vec<Value> =
        ids.map(|id| json!({"id": id, "text": "KRATOS", "type": "info", "context": context()})).collect();
    flow["ui"]["messages"] = json!(messages);
    flow
}

async fn page(target: &str, headers: &[(&str, &str)]) -> Html {
    let upstream = Upstream::start([Answer::json(200, &rich())]).await;
    Application::with(config(upstream.url)).await.get(target, headers).await.page(200)
}

/// The texts of a page, a line each.
fn texts(page: &Html) -> String {
    let mut lines: Vec<String> = vec![text(page, "title")];
    let today = text(page, ".whose time");
    for element in page.select(&Selector::parse("body").unwrap()) {
        lines.extend(element.text().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    lines.retain(|line| !line.is_empty() && (today.is_empty() || *line != today));
    lines.join("\n")
}

fn text(page: &Html, selector: &str) -> String {
    page.select(&Selector::parse(selector).unwrap()).flat_map(|element| element.text()).collect()
}

#[tokio::test]
async fn every_language_reads_as_reviewed() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    for tag in TAGS {
        let page = page(&format!("/settings?flow={FLOW}&lang={tag}"), &[]).await;
        let html = page.root_element();
        assert_eq!(html.attr("lang"), Some(tag));
        assert_eq!(html.attr("dir"), Some(if tag == "ar" { "rtl" } else { "ltr" }));
        let texts = texts(&page);
        assert!(!texts.contains("KRATOS"), "{tag}: a message without a translation");
        insta::assert_snapshot!(format!("language-{tag}"), texts);
    }
}

#[tokio::test]
async fn the_choice_is_remembered_and_comes_before_what_the_browser_asks_for() {
    let upstream = Upstream::start([Answer::json(200, &rich())]).await;
    let application = Application::with(config(upstream.url)).await;
    let here = format!("/settings?flow={FLOW}");
    let lang = |reply: &crate::support::Reply| reply.page(200).root_element().attr("lang").unwrap().to_owned();
    let asked = [("accept-language", "fr-CA, en;q=0.5")];
    assert_eq!(lang(&application.get(&here, &asked).await), "fr");
    let chosen = application.get(&format!("{here}&lang=de"), &asked).await;
    assert_eq!(lang(&chosen), "de");
    let cookie = chosen.cookies()[0].split(';').next().unwrap().to_owned();
    let later = application.get(&here, &[asked[0], ("cookie", &cookie)]).await;
    assert_eq!(lang(&later), "de");
    for unknown in ["xx", "../../etc", "%22%3E"] {
        let reply = application.get(&format!("{here}&lang={unknown}"), &asked).await;
        assert_eq!((lang(&reply).as_str(), reply.cookies().len()), ("fr", 0), "{unknown}");
    }
    // Pages that say what is wrong speak it too.
    let lost = application.get("/nowhere", &[("cookie", &cookie)]).await;
    assert_eq!(lost.page(404).root_element().attr("lang"), Some("de"));
}

#[tokio::test]
async fn what_has_no_translation_is_kratos_own_text_and_marked_as_english() {
    let mut flow = rich();
    flow["ui"]["messages"] =
        json!([{"id": 4_000_001, "text": "something new", "type": "error", "context": {"reason": "x"}}]);
    let upstream = Upstream::start([Answer::json(200, &flow)]).await;
    let application = Application::with(config(upstream.url)).await;
    for (lang, marked) in [("de", Some("en")), ("en", None)] {
        let page = application.get(&format!("/settings?flow={FLOW}&lang={lang}"), &[]).await.page(200);
        let notice = page.select(&Selector::parse("[data-testid='ui/message/4000001']").unwrap()).next().unwrap();
        assert_eq!((notice.text().collect::<String>().as_str(), notice.attr("lang")), ("something new", marked));
    }
}

#[tokio::test]
async fn an_operators_words_names_and_looks_are_on_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    write("en.ftl", "settings-title = My pages\ntraits.name.first = Call name\n");
    let upstream = Upstream::start([Answer::json(200, &rich())]).await;
    let mut config = config(upstream.url);
    config.locales = Some(folder.path().to_owned());
    config.brand_name = Some("Example & Co".to_owned());
    config.brand_logo = Some(write("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
    config.brand_stylesheet = Some(write("brand.css", ":root { --accent: light-dark(#611, #fcc) }"));
    config.footer_links = vec!["Privacy=https://example.org/privacy".parse().unwrap()];
    let application = Application::with(config).await;
    let page = application.get(&format!("/settings?flow={FLOW}"), &[]).await.page(200);
    assert!(text(&page, "title").ends_with("My pages – Example & Co"), "{}", text(&page, "title"));
    assert_eq!(text(&page, "label[for='profile-traits.name.first']"), "Call name");
    for (selector, attribute, media_type) in
        [("header img", "src", "image/svg+xml"), ("link[href*='/brand.']", "href", "text/css; charset=utf-8")]
    {
        let file = page.select(&Selector::parse(selector).unwrap()).next().unwrap().attr(attribute).unwrap();
        let reply = application.get(file, &[]).await;
        assert_eq!((reply.status, reply.header("content-type")), (200, Some(media_type)));
    }
    assert_eq!(text(&page, "footer a[href='https://example.org/privacy']"), "Privacy");
}

#[tokio::test]
async fn what_the_schema_knows_is_on_the_page() {
    let schema = json!({"properties": {"traits": {"properties": {
        "language": {"type": "string", "enum": ["en", "fr"], "title": "Language"},
        "age": {"type": "integer", "minimum": 16, "maximum": 150},
        "website": {"type": "string", "minLength": 12, "maxLength": 80, "description": "Where people find you"},
        "tos": {"type": "boolean", "readOnly": true},
        "name": {"properties": {"last": {"type": "string", "readOnly": true}}},
    }}}});
    let upstream = Upstream::start([
        Answer::recorded("settings/fresh"),
        Answer::json(200, &schema),
        Answer::recorded("settings/fresh"),
    ])
    .await;
    let mut config = config(upstream.url.clone());
    config.kratos_browser_url = Some("http://localhost:4433".parse().unwrap());
    let application = Application::with(config).await;
    let page = application.get(&format!("/settings?flow={FLOW}"), &[]).await.page(200);
    let find = |name: &str| page.select(&Selector::parse(&format!("[name='traits.{name}']")).unwrap()).next().unwrap();
    let language = find("language");
    assert_eq!(language.value().name(), "select");
    let options: Vec<_> = language
        .select(&Selector::parse("option").unwrap())
        .map(|o| (o.attr("value").unwrap(), o.attr("selected").is_some()))
        .collect();
    assert_eq!(options, [("", false), ("en", true), ("fr", false)]);
    assert_eq!(
        (find("age").attr("min"), find("age").attr("max"), find("age").attr("step")),
        (Some("16"), Some("150"), None)
    );
    let website = find("website");
    // What is too short Kratos tells better.
    assert_eq!((website.attr("minlength"), website.attr("maxlength")), (None, Some("160")));
    assert_eq!(
        text(&page, &format!("[id='{}']", website.attr("aria-describedby").unwrap())).trim(),
        "Where people find you"
    );
    assert!(find("tos").attr("disabled").is_some() && find("name.last").attr("readonly").is_some());
    // Asked for once.
    application.get(&format!("/settings?flow={FLOW}"), &[]).await;
    assert_eq!(upstream.received().iter().filter(|received| received.target.starts_with("/schemas/")).count(), 1);
    // What cannot be used keeps its value.
    let form = crate::support::form::Form::with_button(&page, "method", "profile");
    let body = crate::support::form::encode(&form.press("method", "profile"));
    let upload = [("content-type", "application/x-www-form-urlencoded")];
    application.send(axum::http::Method::POST, &format!("/settings?flow={FLOW}"), &upload, body).await;
    let sent: Value = serde_json::from_slice(&upstream.received().last().unwrap().body).unwrap();
    assert_eq!(sent["traits"]["tos"], json!(true));
}
