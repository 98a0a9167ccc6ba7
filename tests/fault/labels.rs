//! A Kratos whose flow is one, but hostile: a page all the same, with nothing that acts.

use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::support::{Answer, Application, Upstream, config};
use crate::{FLOW, ask};

/// What an attacker would put wherever there is room.
const HOSTILE: [&str; 8] = [
    r#""><script src="//evil.example/hunter2.js"></script>"#,
    "'><img src=x onerror=alert(1)>",
    "</title></style></textarea></select></main><base href=//evil.example><svg onload=alert(1)>",
    "<!--",
    "javascript:alert(1)",
    "\tjava\nscript:alert(1)",
    "\u{202e}\u{2066}\u{200f}olleh",
    "\u{0}\u{8}\u{1b}[31m",
];

/// Kratos as the browser reaches it.
const KRATOS: &str = "http://localhost:4433/";

async fn page(flow: &Value) -> Html {
    let kratos = Upstream::start([Answer::json(200, flow)]).await;
    let mut config = config(kratos.url.clone());
    config.kratos_browser_url = Some(KRATOS.parse().unwrap());
    ask(&Application::with(config).await, &format!("/settings?flow={FLOW}")).await.page(200)
}

/// Whatever in a page could act or lead elsewhere.
fn acting(page: &Html) -> Vec<String> {
    let mut acting = Vec::new();
    for element in page.select(&Selector::parse("*").unwrap()) {
        let name = element.value().name();
        if matches!(name, "iframe" | "object" | "embed" | "base" | "style" | "svg") {
            acting.push(name.to_owned());
        }
        if name == "meta" && element.attr("http-equiv").is_some() {
            acting.push(name.to_owned());
        }
        for (attribute, value) in element.value().attrs() {
            let address = matches!(attribute, "href" | "src" | "action" | "formaction" | "poster" | "ping");
            // As a browser reads it, which ignores blanks and control characters.
            let value: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let ours = value.starts_with('/') && !value.starts_with("//")
                || value.starts_with('#')
                || value.starts_with("http://localhost:4455/")
                || value.starts_with(KRATOS);
            if attribute.starts_with("on") || attribute == "style" || attribute == "srcdoc" || address && !ours {
                acting.push(format!("{name} {attribute}={value}"));
            }
        }
    }
    acting
}

#[tokio::test]
async fn a_flow_that_is_hostile_all_over_is_a_page_that_does_nothing() {
    for evil in HOSTILE {
        let message = json!({"id": 4_000_001, "text": evil, "type": evil, "context": {"reason": evil, evil: evil}});
        let node = |kind: &str| {
            json!({
                "type": kind, "group": evil, "messages": [message], "meta": {"label": message},
                "attributes": {
                    "name": evil, "type": evil, "value": evil, "autocomplete": evil, "pattern": evil, "onclick": evil,
                    "onload": evil, "onclickTrigger": evil, "onloadTrigger": evil, "label": message, "id": evil, "text": message,
                    "src": evil, "href": evil, "title": message, "class": evil, "data": {evil: evil}, evil: evil,
                    "options": [{"value": evil, "label": message}], "integrity": evil, "nonce": evil, "style": evil,
                },
            })
        };
        let nodes: Vec<_> = ["input", "text", "img", "a", "script", "div", evil].map(node).into();
        let page = page(&json!({
            "id": FLOW, "type": evil, "request_url": evil, "return_to": evil, "active": evil, "state": evil,
            "ui": {"action": evil, "method": evil, "nodes": nodes, "messages": [message]},
            "identity": {"id": evil, "schema_id": evil, "schema_url": evil, "traits": {"x": evil, evil: [evil]},
                "metadata_public": {evil: evil}, "verifiable_addresses": [{"value": evil, "via": evil, "status": evil}]},
            "continue_with": [{"action": evil, "redirect_browser_to": evil, "flow": {"url": evil}}],
        }))
        .await;
        assert_eq!(acting(&page), [""; 0], "{evil:?}");
        let scripts = page.select(&Selector::parse("script").unwrap()).all(|script| script.attr("src").is_some());
        assert!(scripts, "scripts are files of ours: {evil:?}");
        assert_eq!(page.select(&Selector::parse("h1").unwrap()).count(), 1);
    }
}

#[tokio::test]
async fn a_hostile_method_still_posts_to_us() {
    let node = json!({"type": "input", "group": "profile", "attributes": {"name": "traits.x", "type": "text"}});
    for evil in ["GET", "get\" action=\"//evil.example", "dialog", ""] {
        let page =
            page(&json!({"id": FLOW, "ui": {"action": "//evil.example/", "method": evil, "nodes": [node]}})).await;
        let forms: Vec<_> = page
            .select(&Selector::parse("form").unwrap())
            .map(|form| form.attr("method").map(str::to_ascii_lowercase))
            .collect();
        assert!(!forms.is_empty());
        assert!(forms.iter().all(|method| method.as_deref() == Some("post")), "{forms:?}");
        assert_eq!(acting(&page), [""; 0]);
    }
}

#[tokio::test]
async fn traits_as_deep_as_a_well_are_a_page() {
    for (open, close) in [("[", "]"), (r#"{"x":"#, "}")] {
        let deep = format!("{}1{}", open.repeat(20_000), close.repeat(20_000));
        let node = r#"{"type":"input","group":"profile","attributes":{"name":"traits.x.x.x","type":"text","value":1}}"#;
        let flow = format!(r#"{{"id":"{FLOW}","ui":{{"nodes":[{node}]}},"identity":{{"id":"i","traits":{deep}}}}}"#);
        let kratos = Upstream::start([Answer::new(200, flow)]).await;
        let application = Application::before(&kratos).await;
        ask(&application, &format!("/settings?flow={FLOW}")).await.page(200);
    }
}

#[tokio::test]
async fn thousands_of_nodes_are_a_page() {
    let node =
        json!({"type": "input", "group": "profile", "attributes": {"name": "traits.x", "type": "text", "value": "x"}});
    let nodes = vec![node; 2_000];
    let page = page(&json!({"id": FLOW, "ui": {"nodes": nodes}})).await;
    assert_eq!(page.select(&Selector::parse("input[name='traits.x']").unwrap()).count(), 2_000);
}

#[tokio::test]
async fn a_name_as_deep_as_a_well_is_a_page() {
    let name = format!("traits{}", ".0".repeat(20_000));
    let node = json!({"type": "input", "group": "profile", "attributes": {"name": name, "type": "text", "value": "x"}});
    page(&json!({"id": FLOW, "ui": {"nodes": [node]}})).await;
}
