//! Each recorded flow, of every kind, as HTML.

use std::path::Path;

use http::{HeaderMap, Uri};
use http_body_util::BodyExt;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use super::flow::FlowPage;
use super::{Login, Recovery, Registration, Settings, Verification};
use crate::account::Account;
use crate::config::Config;
use crate::kratos::{self, Start};
use crate::view::{self, Context, Forms, Posting};
use crate::visit::Visit;

/// The recordings whose answer is a flow: kind, name, and the flow.
fn recorded() -> Vec<(&'static str, String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded");
    let mut flows = Vec::new();
    for kind in ["settings", "login", "registration", "recovery", "verification"] {
        for group in [kind.to_owned(), format!("{kind}_json")] {
            let mut files: Vec<_> =
                std::fs::read_dir(folder.join(&group)).unwrap().map(|file| file.unwrap().path()).collect();
            files.sort();
            for file in files {
                let recording: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
                let body = &recording["response"]["body"];
                if body["ui"].is_object() {
                    let name = format!("{group}/{}", file.file_stem().unwrap().to_str().unwrap());
                    flows.push((kind, name, body.clone()));
                }
            }
        }
    }
    assert!(flows.len() > 150, "the recordings are there: {}", flows.len());
    flows
}

/// The page of a flow.
fn page(kind: &str, flow: &Value) -> Html {
    page_in(kind, flow, |_| {})
}

/// The page of a flow in another context.
fn page_in(kind: &str, flow: &Value, change: impl FnOnce(&mut Context<'_>)) -> Html {
    match kind {
        "settings" => page_of::<Settings>(flow, change),
        "login" => page_of::<Login>(flow, change),
        "registration" => page_of::<Registration>(flow, change),
        "recovery" => page_of::<Recovery>(flow, change),
        _ => page_of::<Verification>(flow, change),
    }
}

fn page_of<P: FlowPage>(flow: &Value, change: impl FnOnce(&mut Context<'_>)) -> Html {
    let config = Config::new("http://localhost:4433".parse().unwrap(), "http://localhost:4455".parse().unwrap());
    let account = Account::new(&config).unwrap();
    let visit = Visit::by(&account, &Uri::from_static("/"), &HeaderMap::new(), None);
    let flow: kratos::Flow<'static> = kratos::read(flow);
    let start = Start::new(P::KIND);
    let posting = Posting::of(&flow, &start, &account.addresses);
    let layout = P::LAYOUT;
    let mut context = Context::new(&account.addresses, &posting, visit.words());
    change(&mut context);
    let page = view::Flow::of(&flow, &layout, context);
    let body = P::render(&visit, page).unwrap().into_body();
    let ready = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let html = ready.block_on(body.collect()).unwrap().to_bytes();
    Html::parse_document(std::str::from_utf8(&html).unwrap())
}

fn all<'a>(inside: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    inside.select(&Selector::parse(selector).unwrap()).collect()
}

fn find<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    all(page.root_element(), selector)
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

#[test]
fn every_node_is_in_a_form_with_its_value_and_state() {
    for (kind, name, flow) in recorded() {
        let page = page(kind, &flow);
        for node in flow["ui"]["nodes"].as_array().unwrap() {
            let attributes = &node["attributes"];
            let id = attributes["name"].as_str().or(attributes["id"].as_str()).unwrap();
            let kind = attributes["type"].as_str().unwrap_or_default();
            let mark = |what: &str| format!("[data-testid='node/{what}/{id}']");
            match node["type"].as_str().unwrap() {
                // Where there is nothing to send, there is no form.
                "input" if find(&page, "main form").is_empty() => assert_eq!(id, "csrf_token", "{name}"),
                "input" => {
                    let found = find(&page, &mark("input")).into_iter().find(|element| {
                        let value = element.attr("value").unwrap_or_default();
                        let is_button = element.value().name() == "button";
                        if is_button != matches!(kind, "submit" | "button") {
                            return false;
                        }
                        let any = matches!(kind, "checkbox" | "datetime-local" | "password")
                            && element.attr("type") == Some(kind);
                        any || value == shown(&attributes["value"])
                    });
                    let element = found.unwrap_or_else(|| panic!("{name}: {id} is on the page with its value"));
                    assert!(inside(element, "form").is_some(), "{name}: {id}");
                    assert_eq!(element.attr("name"), Some(id), "{name}");
                    assert_eq!(element.attr("disabled").is_some(), attributes["disabled"] == true, "{name}: {id}");
                    match kind {
                        "submit" | "button" => assert_eq!(element.attr("type"), Some(kind), "{name}: {id}"),
                        "checkbox" => {
                            assert_eq!(element.attr("checked").is_some(), attributes["value"] == true, "{name}: {id}");
                        }
                        _ => {}
                    }
                }
                "script" => assert_eq!(find(&page, &mark("script")).len(), 1, "{name}"),
                "img" => assert_eq!(find(&page, &mark("image")).len(), 1, "{name}"),
                "a" => assert_eq!(find(&page, &mark("anchor")).len(), 1, "{name}"),
                what => assert_eq!(find(&page, &mark(what)).len(), 1, "{name}"),
            }
            for message in node["messages"].as_array().into_iter().flatten() {
                assert!(
                    !find(&page, &format!("[data-testid='ui/message/{}']", message["id"])).is_empty(),
                    "{name}: {id}"
                );
            }
        }
        for message in flow["ui"]["messages"].as_array().into_iter().flatten() {
            assert_eq!(find(&page, &format!("[data-testid='ui/message/{}']", message["id"])).len(), 1, "{name}");
        }
    }
}

/// What Kratos wants in each form: contract of its strategies.
#[test]
fn a_form_has_what_its_method_needs_and_nothing_of_another() {
    for (kind, name, flow) in recorded().into_iter().filter(|(kind, ..)| *kind != "settings") {
        let forms = [
            (Login::KIND, Login::LAYOUT.forms),
            (Registration::KIND, Registration::LAYOUT.forms),
            (Recovery::KIND, Recovery::LAYOUT.forms),
            (Verification::KIND, Verification::LAYOUT.forms),
        ];
        assert!(forms.iter().any(|(known, forms)| known.name() == kind && *forms == Forms::One));
        let page = page(kind, &flow);
        let has = |form: ElementRef<'_>, selector: &str| !all(form, selector).is_empty();
        let is_hidden = |name: &str| {
            let mut nodes = flow["ui"]["nodes"].as_array().unwrap().iter();
            nodes.any(|node| node["attributes"]["name"] == name && node["attributes"]["type"] == "hidden")
        };
        let has_token = is_hidden("csrf_token");
        for form in find(&page, "main form") {
            assert_eq!(all(form, "[name='csrf_token']").len(), usize::from(has_token), "{name}");
            assert!(all(form, "[name='identifier']").len() <= 1, "{name}");
            assert!(all(form, "input[name='method']").len() <= 1, "{name}");
            if is_hidden("identifier") {
                assert!(has(form, "input[name='identifier']"), "{name}: each form knows who it is");
            }
            if let [method] = all(form, "input[name='method']").as_slice() {
                for button in all(form, "button[name='method']") {
                    assert_eq!(button.attr("value"), method.attr("value"), "{name}");
                }
            }
            // Another code is asked for, or another address, without what is typed for this one.
            for other in ["resend", "email", "sms", "recovery_confirm_address"] {
                if has(form, &format!("button[name='{other}']")) && kind != "registration" {
                    assert!(!has(form, "input[name='code']"), "{name}: {other}");
                }
            }
            // A provider must not be sent with a method.
            if has(form, "button[name='provider']") {
                assert!(!has(form, "[name='method']"), "{name}");
            }
            // The script sends the form without a button.
            for result in ["passkey_login", "webauthn_login", "passkey_register", "webauthn_register"] {
                if has(form, &format!("input[name='{result}']")) {
                    assert!(!has(form, "input[name='method']"), "{name}: {result}");
                }
            }
            // Enter presses the first button, which says what the first field is for.
            let first = all(form, "button[type='submit']");
            if let (Some(first), true) = (first.first(), has(form, "input[required]:not([type='hidden'])")) {
                assert_eq!(first.attr("formnovalidate"), None, "{name}: Enter");
                for other in all(form, "button[type='submit']").iter().skip(1) {
                    assert!(other.attr("formnovalidate").is_some(), "{name}: {:?}", other.attr("value"));
                }
            }
        }
        // All traits go with every method.
        let traits: Vec<&str> = flow["ui"]["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|node| node["attributes"]["name"].as_str().filter(|name| name.starts_with("traits.")))
            .collect();
        for button in find(&page, "main button[name='method'], main button[name='screen'], main button[data-trigger]") {
            for one in &traits {
                assert_eq!(all(inside(button, "form").unwrap(), &format!("[name='{one}']")).len(), 1, "{name}: {one}");
            }
        }
        assert_eq!(find(&page, "h1").len(), 1, "{name}");
        let ids: Vec<&str> = find(&page, "[id]").iter().map(|element| element.attr("id").unwrap()).collect();
        let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{name}: {ids:?}");
        assert!(find(&page, "[autofocus]").len() <= 1, "{name}");
    }
}

/// The flow of a recording.
fn read(name: &str) -> Value {
    let flow = recorded().into_iter().find(|(_, known, _)| known == name);
    flow.unwrap_or_else(|| panic!("{name} is recorded")).2
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

/// What a person sees of a card, in short: `# heading`, `field`, `[button=value]` with a star for
/// the one that stands out, `|` for a form.
fn seen(page: &Html) -> String {
    let controls = "main input:not([type=hidden], .unseen), main button:not(.reveal)";
    let mut seen = Vec::new();
    for element in find(page, &format!("main h1, main h2, main form, main p.or, .forms a.button, {controls}")) {
        let attribute = |name: &str| element.attr(name).unwrap_or_default();
        seen.push(match element.value().name() {
            "form" if element.attr("hidden").is_some() => "(hidden)".to_owned(),
            "form" => "|".to_owned(),
            "input" => attribute("name").to_owned(),
            "button" => {
                let star = if attribute("class") == "primary" { "*" } else { "" };
                // Options of keys, and what Kratos encrypts, differ each time.
                let value = Some(attribute("value")).filter(|value| value.len() < 40);
                format!("[{star}{}={}]", attribute("name"), value.unwrap_or("…"))
            }
            "h1" | "h2" => format!("# {}", text(element)),
            "a" => format!("<{}>", attribute("data-testid")),
            _ => text(element),
        });
    }
    seen.join(" ")
}

#[test]
fn each_step_is_one_card_with_the_likeliest_way_first() {
    for (name, expected) in [
        (
            "login/unified_all_methods",
            "# Sign in | identifier password [*method=password] or [method=code] [passkey_login_trigger=] [method=webauthn] | [provider=google] [provider=hydra]",
        ),
        (
            "login/identifier_first",
            "# Sign in | identifier [*method=identifier_first] or | [provider=google] [provider=hydra]",
        ),
        ("login/identifier_first_step2", "# Sign in | password [*method=password] or | [method=code] (hidden)"),
        ("login/code_sent", "# Sign in # Enter your code | code [*method=code] | [resend=code]"),
        ("login/webauthn_passwordless_step2", "# Sign in | [*webauthn_login_trigger=…]"),
        (
            "login/refresh_all_methods",
            "# Sign in # Confirm that it is you | password [*method=password] or | [method=code] | [passkey_login_trigger=] | [webauthn_login_trigger=…]",
        ),
        ("login/refresh_oidc_only", "# Sign in # Confirm that it is you | [*provider=hydra]"),
        (
            "login/aal2_all_methods",
            "# Sign in # Second factor authentication | totp_code [*method=totp] or | [address=ada.1795600109@example.org] | [webauthn_login_trigger=…] or | lookup_secret [method=lookup_secret]",
        ),
        ("login/aal2_nothing", "# Sign in # Second factor authentication"),
        (
            "login/account_linking",
            "# Sign in # Link your account | password [*method=password] or | [method=code] (hidden)",
        ),
        (
            "login_json/identifier_first_mitigated_400",
            "# Sign in | identifier password [*method=password] or [method=code] [method=identifier_first] | [provider=google] [provider=hydra]",
        ),
        (
            "registration/fresh",
            "# Create an account | traits.email traits.name.first traits.name.last traits.website traits.age traits.tos traits.language traits.birthday traits.tags [*method=profile] or | [provider=google] [provider=hydra]",
        ),
        (
            "registration/choose_credentials_all",
            "# Create an account # Choose how you will sign in | password [*method=password] or [method=code] [passkey_register_trigger=] webauthn_register_displayname [webauthn_register_trigger=…] [screen=previous] | [provider=google] [provider=hydra]",
        ),
        ("registration/code_sent", "# Create an account # Enter your code | code [*method=code] [resend=code]"),
        (
            "registration_json/two_step_code_sent_400",
            "# Create an account # Enter your code | code [*method=code] [resend=code] [screen=credential-selection]",
        ),
        (
            "registration/oidc_missing_traits",
            "# Create an account # A few more details | traits.email traits.name.first traits.name.last traits.website traits.age traits.tos traits.language traits.birthday traits.tags [*provider=hydra]",
        ),
        ("recovery/fresh", "# Recover your account | email [*method=code]"),
        (
            "recovery/code_sent",
            "# Recover your account # Enter your code | code [*method=code] | [email=ada.1795451873@example.org]",
        ),
        ("recovery/admin_code", "# Recover your account # Enter your code | code [*method=code]"),
        (
            "recovery/v2_choose",
            "# Recover your account # Choose an address | [recovery_select_address=…] [recovery_select_address=…] [recovery_select_address=…]",
        ),
        (
            "recovery_json/v2_confirm_200",
            "# Recover your account # Confirm the address | recovery_confirm_address [*method=code] | [screen=previous]",
        ),
        (
            "recovery_json/v2_code_sent_200",
            "# Recover your account # Enter your code | code [*method=code] | [recovery_confirm_address=one.1795600381@example.org] | [screen=previous]",
        ),
        ("verification/fresh", "# Confirm your address | email [*method=code]"),
        (
            "verification/code_sent",
            "# Confirm your address # Enter your code | code [*method=code] | [email=ada.1795451873@example.org]",
        ),
        (
            "verification_json/code_empty_400",
            "# Confirm your address # Enter your code | code [*method=code] | email [method=code]",
        ),
        ("verification/code_ok", "# Confirm your address # Done <node/anchor/continue>"),
    ] {
        let kind = name.split(['/', '_']).next().unwrap();
        let seen = seen(&page(kind, &read(name)));
        assert_eq!(seen, expected, "{name}");
    }
}

#[test]
#[ignore = "scratch"]
fn dump() {
    for (kind, name, flow) in recorded() {
        let html = page(kind, &flow).html();
        let css = std::fs::read_to_string("static/style.css").unwrap();
        let at = html.find("</head>").unwrap();
        let html = format!("{}<style>{css}</style>{}", &html[..at], &html[at..]);
        std::fs::create_dir_all("/tmp/dump").unwrap();
        std::fs::write(format!("/tmp/dump/{}.html", name.replace('/', "-")), html).unwrap();
    }
}
