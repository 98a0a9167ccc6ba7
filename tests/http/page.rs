//! The page: each recorded flow as HTML.

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

use crate::support::{Answer, Application, Upstream, config, recording};

const FLOW: &str = "520e8f28-5902-4026-a286-74757804453d";

/// The page of what Kratos answers.
async fn page_of(answer: Answer) -> String {
    let upstream = Upstream::start([answer]).await;
    let mut config = crate::support::config(upstream.url.clone());
    config.kratos_browser_url = Some("http://localhost:4433".parse().unwrap());
    let reply = Application::with(config).await.get(&format!("/settings?flow={FLOW}"), &[]).await;
    reply.page(200);
    reply.body
}

/// A flow of these nodes.
fn flow(nodes: &Value) -> Value {
    json!({"id": FLOW, "ui": {"action": format!("http://localhost:4433/self-service/settings?flow={FLOW}"), "nodes": nodes}})
}

async fn page_with(nodes: Value) -> Html {
    Html::parse_document(&page_of(Answer::json(200, &flow(&nodes))).await)
}

fn input(group: &str, attributes: Value) -> Value {
    json!({"type": "input", "group": group, "attributes": attributes, "messages": [], "meta": {}})
}

fn find<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[track_caller]
fn only<'a>(page: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = find(page, selector);
    assert_eq!(found.len(), 1, "{selector} in {}", page.html());
    found[0]
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

fn inside<'a>(element: ElementRef<'a>, tag: &str) -> Option<ElementRef<'a>> {
    element.ancestors().filter_map(ElementRef::wrap).find(|ancestor| ancestor.value().name() == tag)
}

/// A JSON value as a form control holds it.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[tokio::test]
async fn every_recorded_flow_looks_as_reviewed() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.add_filter(r"data:image/png;base64,[A-Za-z0-9+/=]{100,}", "data:image/png;base64,[QR]");
    settings.add_filter(r"[A-Za-z0-9+/]{86}==", "[CSRF]");
    // The day is today's.
    settings.add_filter(r#"(<p data-head>[^<]*<time datetime=")[^"]*">[^<]*"#, "$1[NOW]\">[DAY]");
    settings.add_filter(r"\.[0-9a-f]{16}\.(css|js|svg)", ".[HASH].$1");
    let _bound = settings.bind_to_scope();
    for name in recording::settings_flows() {
        let mut answer = Answer::recorded(&name);
        answer.status = 200;
        insta::assert_snapshot!(name.replace('/', "-"), page_of(answer).await);
    }
}

#[tokio::test]
async fn every_recorded_node_is_in_a_form_of_its_group_with_its_name_value_and_state() {
    let mut seen = BTreeMap::new();
    for name in recording::settings_flows() {
        let mut answer = Answer::recorded(&name);
        answer.status = 200;
        let page = Html::parse_document(&page_of(answer).await);
        let flow = recording::read(&name).response.body;
        let next = flow["ui"]["action"].as_str().unwrap().split_once("flow=").unwrap().1;
        for form in find(&page, "section form") {
            assert_eq!(form.attr("action"), Some(format!("http://localhost:4455/settings?flow={next}").as_str()));
            assert_eq!(form.attr("method"), Some("post"));
        }
        for node in flow["ui"]["nodes"].as_array().unwrap() {
            let (group, attributes) = (node["group"].as_str().unwrap(), &node["attributes"]);
            let id = attributes["name"].as_str().or(attributes["id"].as_str()).unwrap();
            *seen.entry(format!("{} {id}", node["type"].as_str().unwrap())).or_insert(0) += 1;
            match node["type"].as_str().unwrap() {
                "input" => input_is_there(&page, &name, group, attributes),
                "text" => {
                    only(&page, &format!("[data-testid='{group}-settings-card'] [data-testid='node/text/{id}']"));
                }
                "img" => {
                    let image = only(&page, &format!("img[data-testid='node/image/{id}']"));
                    assert_eq!(image.attr("src"), attributes["src"].as_str());
                    assert_ne!(image.attr("alt").unwrap_or_default(), "");
                }
                "script" => {
                    only(&page, &format!("script[data-testid='node/script/{id}'][src^='/static/webauthn.']"));
                }
                other => panic!("{name}: {other}"),
            }
            for message in node["messages"].as_array().unwrap() {
                let shown = only(&page, &format!("[data-testid='ui/message/{}']", message["id"]));
                assert_ne!(text(shown), "");
            }
        }
        for message in flow["ui"]["messages"].as_array().unwrap_or(&Vec::new()) {
            let shown = only(&page, &format!("main > [data-testid='ui/message/{}']", message["id"]));
            assert_ne!(text(shown), "", "{name}");
        }
    }
    assert!(seen.len() > 30, "the recordings have many kinds of node: {seen:?}");
}

fn input_is_there(page: &Html, flow: &str, group: &str, attributes: &Value) {
    let name = attributes["name"].as_str().unwrap();
    let kind = attributes["type"].as_str().unwrap();
    if group == "default" {
        // In each form.
        for form in find(page, "section form") {
            let own = form
                .select(&Selector::parse(&format!("input[type='hidden'][name='{name}']")).unwrap())
                .collect::<Vec<_>>();
            assert_eq!(own.len(), 1, "{flow}: {name}");
            assert_eq!(own[0].attr("value").unwrap(), shown(&attributes["value"]));
        }
        return;
    }
    let all = find(
        page,
        &format!(
            "[data-testid='{group}-settings-card'] form [data-testid='node/input/{name}'][name], [data-testid='{group}-settings-card'] form [data-testid='node/input/{name}'] [name]"
        ),
    );
    let found = all.into_iter().find(|element| {
        let checkbox = element.attr("type") == Some("checkbox");
        let value = element.attr("value").unwrap_or_default();
        checkbox || kind == "datetime-local" || value == shown(&attributes["value"])
    });
    let element = found.unwrap_or_else(|| panic!("{flow}: {name} with its value is on the page"));
    assert!(inside(element, "form").is_some());
    assert_eq!(element.attr("name"), Some(name));
    // A browser would refuse to send on what is no address, as Kratos may have to.
    let is_no_address = kind == "email" && !shown(&attributes["value"]).contains('@') && !attributes["value"].is_null();
    assert_eq!(element.attr("type"), Some(if is_no_address { "text" } else { kind }), "{flow}: {name}");
    assert_eq!(element.attr("disabled").is_some(), attributes["disabled"] == json!(true));
    match kind {
        "submit" | "button" => assert_eq!(element.value().name(), "button"),
        "hidden" => {}
        "checkbox" => assert_eq!(element.attr("checked").is_some(), attributes["value"] == json!(true)),
        _ => {
            let id = element.attr("id").unwrap();
            let label = only(page, &format!("label[for='{id}']"));
            assert_ne!(text(label), "");
            if name != "webauthn_register_displayname" {
                assert_eq!(element.attr("required").is_some(), attributes["required"] == json!(true), "{flow}: {name}");
            }
        }
    }
}

#[tokio::test]
async fn ids_are_unique_and_every_reference_leads_somewhere() {
    for name in recording::settings_flows() {
        let mut answer = Answer::recorded(&name);
        answer.status = 200;
        let page = Html::parse_document(&page_of(answer).await);
        let ids: Vec<&str> = find(&page, "[id]").iter().map(|element| element.attr("id").unwrap()).collect();
        let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{name}: {ids:?}");
        for (selector, attribute) in
            [("[aria-describedby]", "aria-describedby"), ("[aria-labelledby]", "aria-labelledby"), ("label", "for")]
        {
            for element in find(&page, selector) {
                for id in element.attr(attribute).unwrap().split_whitespace() {
                    assert!(unique.contains(id), "{name}: {id}");
                }
            }
        }
        assert_eq!(find(&page, "h1").len(), 1);
        assert!(find(&page, "[autofocus]").len() <= 1);
    }
}

#[tokio::test]
async fn nothing_is_inline() {
    for name in recording::settings_flows() {
        let mut answer = Answer::recorded(&name);
        answer.status = 200;
        let page = Html::parse_document(&page_of(answer).await);
        for element in find(&page, "*") {
            for (attribute, _) in element.value().attrs() {
                assert!(!attribute.starts_with("on") && attribute != "style", "{name}: {attribute}");
            }
            let is_script = matches!(element.value().name(), "script" | "style");
            assert!(!is_script || (element.attr("src").is_some() && text(element).is_empty()), "{name}");
        }
    }
}

#[tokio::test]
async fn a_message_is_tied_to_its_field_and_the_first_error_has_the_focus() {
    let page = Html::parse_document(&page_of(Answer::recorded("settings/profile_invalid")).await);
    let email = only(&page, "[data-testid='node/input/traits.email'] input");
    assert_eq!(email.attr("aria-invalid"), Some("true"));
    assert!(email.attr("autofocus").is_some());
    let described = only(&page, &format!("[id='{}']", email.attr("aria-describedby").unwrap()));
    assert_eq!(text(described), "Enter a valid email address.");
    let age = only(&page, "[data-testid='node/input/traits.age'] input");
    assert_eq!((age.attr("aria-invalid"), age.attr("autofocus")), (Some("true"), None));
    assert_eq!(age.attr("value"), Some("3"), "what was typed is still there");
}

#[tokio::test]
async fn items_of_an_array_come_in_order_under_one_legend() {
    let page = Html::parse_document(&page_of(Answer::recorded("settings/fresh")).await);
    let list = only(&page, "fieldset");
    assert_eq!(text(list.select(&Selector::parse("legend").unwrap()).next().unwrap()), "Tags");
    let names: Vec<_> = list
        .select(&Selector::parse("input").unwrap())
        .map(|item| (item.attr("name").unwrap(), item.attr("value")))
        .collect();
    assert_eq!(names, [("traits.tags.0", Some("math")), ("traits.tags.1", Some("engines")), ("traits.tags", None)]);
}

#[tokio::test]
async fn a_date_time_is_shown_as_its_field_can_show_it() {
    let page = page_with(json!([input(
        "profile",
        json!({"name": "traits.at", "type": "datetime-local", "value": "2026-11-23T10:00:00+05:30"})
    )]))
    .await;
    assert_eq!(only(&page, "[name='traits.at']").attr("value"), Some("2026-11-23T10:00"));
    let page =
        page_with(json!([input("profile", json!({"name": "traits.at", "type": "datetime-local", "value": "soon"}))]))
            .await;
    let field = only(&page, "[name='traits.at']");
    assert_eq!((field.attr("type"), field.attr("value")), (Some("text"), Some("soon")));
}

#[tokio::test]
async fn every_attribute_has_its_effect() {
    let page = page_with(json!([
        input("x", json!({"name": "a", "type": "text", "required": true, "disabled": true, "autocomplete": "tel", "pattern": "[0-9]+", "maxlength": 6, "value": "12"})),
        input("x", json!({"name": "b", "type": "color", "value": "red"})),
        input("x", json!({"name": "c", "type": "file"})),
        input("x", json!({"name": "d", "type": "text", "value": "b", "options": [{"value": "a"}, {"value": "b"}, {"value": 3}]})),
        input("x", json!({"name": "e", "type": "text", "value": "gone", "options": [{"value": "a"}]})),
        input("x", json!({"name": "f", "type": "text", "value": "two\nlines"})),
        input("x", json!({"name": "g", "type": "submit", "value": "1", "required": true})),
        input("x", json!({"name": "h", "type": "hidden", "value": {"a": 1}, "required": true})),
        input("x", json!({"name": "i", "type": "password", "value": "never shown"})),
        {"type": "a", "group": "x", "attributes": {"href": "http://localhost:4433/x", "id": "l", "title": {"id": 1, "text": "Go on"}}},
        {"type": "div", "group": "x", "attributes": {"id": "widget", "class": "w", "data": {"sitekey": "k", "Bad Name": "v"}}},
    ]))
    .await;
    let a = only(&page, "[name='a']");
    for (attribute, value) in [
        ("required", ""),
        ("disabled", ""),
        ("autocomplete", "tel"),
        ("pattern", "[0-9]+"),
        ("maxlength", "6"),
        ("value", "12"),
    ] {
        assert_eq!(a.attr(attribute), Some(value), "{attribute}");
    }
    assert_eq!(only(&page, "[name='b']").attr("type"), Some("text"));
    assert_eq!(only(&page, "[name='c']").attr("type"), Some("file"));
    let options = |name: &str| {
        find(&page, &format!("select[name='{name}'] option"))
            .into_iter()
            .map(|option| (option.attr("value").unwrap().to_owned(), option.attr("selected").is_some()))
            .collect::<Vec<_>>()
    };
    let plain = |value: &str, selected| (value.to_owned(), selected);
    assert_eq!(options("d"), [plain("", false), plain("a", false), plain("b", true), plain("3", false)]);
    assert_eq!(
        options("e"),
        [plain("", false), plain("gone", true), plain("a", false)],
        "what is no longer offered is kept"
    );
    assert_eq!(text(only(&page, "textarea[name='f']")), "two\nlines");
    assert_eq!(only(&page, "button[name='g']").attr("required"), None);
    assert_eq!(
        (only(&page, "[name='h']").attr("value"), only(&page, "[name='h']").attr("required")),
        (Some(r#"{"a":1}"#), None)
    );
    assert_eq!(only(&page, "[name='i']").attr("value"), None);
    assert_eq!(only(&page, "[data-testid='node/anchor/l']").attr("href"), Some("http://localhost:4433/x"));
    let div = only(&page, "[data-testid='node/div/widget']");
    assert_eq!((div.attr("class"), div.attr("data-sitekey"), div.value().attrs().count()), (Some("w"), Some("k"), 4));
}

#[tokio::test]
async fn what_a_later_kratos_adds_is_shown_or_passed_on() {
    let page = page_with(json!([
        {"type": "hologram", "group": "mind_reading", "attributes": {"id": "h", "text": {"id": 9, "text": "Think of a number"}},
         "meta": {"label": {"id": 1, "text": "Your mind"}}},
        input("mind_reading", json!({"name": "number", "type": "thought", "value": 7})),
        input("mind_reading", json!({"name": "method", "type": "submit", "value": "mind_reading"})),
        input("password", json!({"name": "password", "type": "password", "messages": null})),
        {"type": "input", "group": "password", "attributes": {"name": "method", "type": "submit", "value": "password"}, "messages": null, "meta": null},
    ]))
    .await;
    let headings: Vec<_> = find(&page, "h2").into_iter().map(text).collect();
    assert_eq!(headings[..2], ["Password", "Mind reading"], "an unknown group comes last, under its name");
    assert!(text(only(&page, "#mind_reading")).contains("Think of a number"));
    assert_eq!(only(&page, "#mind_reading input[name='number']").attr("value"), Some("7"));
    assert_eq!(text(only(&page, "#mind_reading button")), "mind_reading");
}

#[tokio::test]
async fn hidden_nodes_alone_are_no_section() {
    let page = page_with(json!([
        input("default", json!({"name": "csrf_token", "type": "hidden", "value": "t"})),
        input("webauthn", json!({"name": "webauthn_register", "type": "hidden"})),
        {"type": "script", "group": "webauthn", "attributes": {"id": "webauthn_script", "src": "http://localhost:4433/x.js"}},
    ]))
    .await;
    assert_eq!(find(&page, "section:not(#sessions)").len(), 0);
    assert_eq!(find(&page, "script[src*='/webauthn.']").len(), 1, "our script is there all the same");
}

#[tokio::test]
async fn a_field_that_only_carries_an_error_is_shown_as_an_error() {
    let ghost = |name: &str| {
        json!({"type": "input", "group": "default", "attributes": {"name": name, "type": "text"},
               "messages": [{"id": 4_000_001, "text": format!("wrong: {name}"), "type": "error"}], "meta": {}})
    };
    let page = page_with(json!([
        ghost("traits.objs"),
        ghost("passkey_remove"),
        ghost("elsewhere"),
        input("profile", json!({"name": "method", "type": "submit", "value": "profile"})),
        input("passkey", json!({"name": "passkey_register_trigger", "type": "button"})),
    ]))
    .await;
    assert_eq!(find(&page, "input:not([type='hidden'])").len(), 0, "no field");
    assert_eq!(text(only(&page, "#profile > .notice")), "wrong: traits.objs");
    assert_eq!(text(only(&page, "#passkey > .notice")), "wrong: passkey_remove");
    assert_eq!(text(only(&page, "main > .notice")), "wrong: elsewhere");
}

#[tokio::test]
async fn nodes_of_one_name_are_told_apart_by_value() {
    let link = |value: &str| input("oidc", json!({"name": "link", "type": "submit", "value": value}));
    let page = page_with(json!([link("google"), link("github")])).await;
    let values: Vec<_> =
        find(&page, "#oidc form button[name='link']").iter().map(|button| button.attr("value").unwrap()).collect();
    assert_eq!(values, ["google", "github"]);
    assert_eq!(find(&page, "#oidc form").len(), 2, "each is a form of its own");
}

#[tokio::test]
async fn enter_in_a_field_presses_nothing_that_removes() {
    let page = Html::parse_document(&page_of(Answer::recorded("settings/webauthn_added")).await);
    let name = only(&page, "[name='webauthn_register_displayname']");
    let form = inside(name, "form").unwrap();
    assert_eq!(form.select(&Selector::parse("button[type='submit']").unwrap()).count(), 0);
    assert_eq!(only(&page, ".things > li > form button[name='webauthn_remove']").attr("class"), Some("quiet"));
    assert!(find(&page, "#webauthn noscript").len() == 1, "without JavaScript the section says what it needs");
}

#[tokio::test]
async fn a_spent_recovery_code_is_crossed_out_with_its_time() {
    let page = Html::parse_document(&page_of(Answer::recorded("settings/lookup_revealed_one_used")).await);
    let codes = find(&page, "[data-testid='node/text/lookup_secret_codes'] code");
    assert_eq!(codes.len(), 12);
    let spent = only(&page, "[data-testid='node/text/lookup_secret_codes'] li:has(s)");
    assert!(spent.select(&Selector::parse("time[datetime]").unwrap()).next().is_some());
    let key = Html::parse_document(&page_of(Answer::recorded("settings/fresh")).await);
    let key = only(&key, "[data-testid='node/text/totp_secret_key/text']").text().collect::<String>();
    assert_eq!(key, "IGCA5LS2EB26MQB7TSRVLXE4NAPDRYSL", "a copy is the key");
}

#[tokio::test]
async fn a_sheet_of_recovery_codes_says_whose_and_where_from() {
    let recorded = recording::read("settings/lookup_generated").response.body;
    let mut nameless = recorded.clone();
    nameless["identity"]["traits"] = json!({});
    nameless["identity"]["verifiable_addresses"] = json!([]);
    let id = nameless["identity"]["id"].as_str().unwrap().to_owned();
    for (flow, brand, account, site) in [
        (&recorded, Some("Example & Co"), "ada.1795451873@example.org", "Example & Co (localhost:4455)"),
        (&recorded, None, "ada.1795451873@example.org", "localhost:4455"),
        (&nameless, None, &*id, "localhost:4455"),
    ] {
        let mut config = config(Upstream::start([Answer::json(200, flow)]).await.url);
        config.brand_name = brand.map(str::to_owned);
        let page = Application::with(config).await.get(&format!("/settings?flow={FLOW}"), &[]).await.page(200);
        let lines: Vec<String> = find(&page, "[data-head]").iter().map(|line| line.text().collect()).collect();
        let [title, whose, from, day] = lines.as_slice() else { panic!("{lines:?}") };
        assert_eq!(title, "Recovery codes");
        assert_eq!((&**whose, &**from), (&*format!("Account: {account}"), &*format!("Website: {site}")));
        assert!(day.starts_with("Date: "), "{day}");
    }
}

#[tokio::test]
async fn the_way_back_is_a_link_if_it_is_one() {
    let mut answer = recording::read("settings/return_to").response.body;
    for (return_to, href) in
        [("http://localhost:4455/app", Some("http://localhost:4455/app")), ("javascript:alert(1)", None)]
    {
        answer["return_to"] = json!(return_to);
        let page = Html::parse_document(&page_of(Answer::json(200, &answer)).await);
        assert_eq!(find(&page, "[data-testid='back']").first().and_then(|link| link.attr("href")), href);
    }
}

#[tokio::test]
async fn hostile_texts_come_out_inert() {
    let long = "x".repeat(10_000);
    for evil in [
        r#""><script>alert(1)</script>"#,
        "' onmouseover='alert(1)",
        "</textarea></style><img src=x onerror=alert(1)>",
        "{{7*7}}${7*7}",
        "\u{202e}gnp.exe\u{2066}",
        "javascript:alert(1)",
        &long,
    ] {
        let message = json!({"id": 4_000_001, "text": evil, "type": evil, "context": {"provider": evil, "display_name": evil, "added_at": evil}});
        let page = page_with(json!([
            {"type": "input", "group": evil, "attributes": {"name": evil, "type": "text", "value": evil, "autocomplete": evil, "pattern": evil, "id": evil}, "messages": [message], "meta": {"label": message}},
            {"type": "input", "group": "oidc", "attributes": {"name": "unlink", "type": "submit", "value": evil}, "messages": [message], "meta": {"label": message}},
            {"type": "input", "group": "webauthn", "attributes": {"name": "webauthn_remove", "type": "submit", "value": evil}, "messages": [message], "meta": {"label": message}},
            {"type": "input", "group": "x", "attributes": {"name": "b", "type": "button", "value": evil, "onclick": evil, "onclickTrigger": evil, "onload": evil, "onloadTrigger": evil}},
            {"type": "input", "group": "x", "attributes": {"name": "t", "type": evil, "value": format!("{evil}\n{evil}")}},
            {"type": "input", "group": "x", "attributes": {"name": "s", "type": "text", "value": evil, "options": [{"value": evil}]}},
            {"type": "text", "group": "x", "attributes": {"id": evil, "text": message}, "meta": {"label": message}},
            {"type": "img", "group": "x", "attributes": {"id": evil, "src": evil}, "meta": {"label": message}},
            {"type": "a", "group": "x", "attributes": {"id": "a", "href": "javascript:alert(1)", "title": message}},
            {"type": "div", "group": "x", "attributes": {"id": evil, "class": evil, "data": {"x": evil}}},
            {"type": evil, "group": evil, "attributes": {"id": evil, "text": message}},
        ]))
        .await;
        assert_eq!(
            find(&page, "script:not([src^='/static/page.']), style, iframe, object, img[onerror]").len(),
            0,
            "{evil:.60}"
        );
        for element in find(&page, "*") {
            for (attribute, value) in element.value().attrs() {
                assert!(!attribute.starts_with("on"), "{attribute}={value:.60}");
                let address = matches!(attribute, "href" | "src" | "action" | "formaction");
                assert!(
                    !address || !value.trim().to_ascii_lowercase().starts_with("javascript:"),
                    "{attribute}={value:.60}"
                );
            }
            assert_eq!(element.attr("data-trigger"), None);
        }
        // Still usable: the value is there to the letter, and so is the label.
        let field =
            find(&page, "form input[type='text']").into_iter().find(|field| field.attr("value") == Some(evil)).unwrap();
        assert_eq!(field.attr("name"), Some(evil));
        let provider: String = evil.split_whitespace().collect();
        let linked: String = text(only(&page, "#oidc .things [id$='-name'] > bdi")).split_whitespace().collect();
        assert_eq!(linked, provider);
        assert_eq!(find(&page, "[data-testid='node/anchor/a'][href]").len(), 0);
    }
}

#[tokio::test]
async fn files_are_kept_for_ever_under_names_of_their_content() {
    let upstream = Upstream::start([Answer::recorded("settings/fresh")]).await;
    let application = Application::before(&upstream).await;
    let page = application.get(&format!("/settings?flow={FLOW}"), &[]).await.page(200);
    for (selector, attribute, media_type) in [
        ("link[rel='stylesheet']", "href", "text/css; charset=utf-8"),
        ("link[rel='icon']", "href", "image/svg+xml"),
        ("script[src*='/page.']", "src", "text/javascript; charset=utf-8"),
        ("script[src*='/webauthn.']", "src", "text/javascript; charset=utf-8"),
    ] {
        let reply = application.get(only(&page, selector).attr(attribute).unwrap(), &[]).await;
        assert_eq!(reply.status, 200);
        assert_eq!(reply.header("content-type"), Some(media_type));
        assert_eq!(reply.header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
    }
    application.get("/static/style.0000000000000000.css", &[]).await.page(404);
}

#[tokio::test]
async fn readiness_is_that_of_kratos_public_api_and_remembered_for_a_moment() {
    let ok = || Answer::new(200, r#"{"status":"ok"}"#);
    let elsewhere = Answer::empty(307).header("location", "https://id.example.org/kratos/sessions/whoami");
    for (answers, asked, status) in [
        (vec![ok(), Answer::recorded("sessions/whoami_401")], &["/health/ready", "/sessions/whoami"][..], 200),
        (vec![Answer::empty(503)], &["/health/ready"], 503),
        // The admin API is as ready.
        (vec![ok(), elsewhere], &["/health/ready", "/sessions/whoami"], 503),
    ] {
        let upstream = Upstream::start(answers).await;
        let application = Application::before(&upstream).await;
        for _ in 0..3 {
            assert_eq!(application.get("/health/ready", &[]).await.status, status);
        }
        let received: Vec<String> = upstream.received().into_iter().map(|received| received.target).collect();
        assert_eq!(received, asked);
        assert_eq!(application.get("/health/alive", &[]).await.body, r#"{"status":"ok"}"#);
    }
}
