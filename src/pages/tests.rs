//! Each recorded flow, of every kind, as HTML.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use http::{HeaderMap, Uri};
use http_body_util::BodyExt;
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

use super::flow::FlowPage;
use super::{Login, Recovery, Registration, Settings, Verification};
use crate::account::Account;
use crate::config::Config;
use crate::kratos::{self, Start};
use crate::view::{self, Context, Posting, Way};
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

/// Made once: it reads all languages.
static ACCOUNT: LazyLock<Arc<Account>> = LazyLock::new(|| {
    let config = Config::new("http://localhost:4433".parse().unwrap(), "http://localhost:4455".parse().unwrap());
    Account::new(&config).unwrap()
});

/// The page of a flow.
fn page(kind: &str, flow: &Value) -> Html {
    page_in(kind, flow, Around::default())
}

/// What is rarely there besides a flow.
#[derive(Clone, Copy, Default)]
struct Around<'a> {
    person: Option<&'a str>,
    other: Option<&'a Way>,
    ways: &'a [Way],
    typed: Option<&'a HashMap<String, String>>,
    language: &'a str,
}

/// The page of a flow in another context.
fn page_in(kind: &str, flow: &Value, around: Around<'_>) -> Html {
    match kind {
        "settings" => page_of::<Settings>(flow, around),
        "login" => page_of::<Login>(flow, around),
        "registration" => page_of::<Registration>(flow, around),
        "recovery" => page_of::<Recovery>(flow, around),
        _ => page_of::<Verification>(flow, around),
    }
}

fn page_of<P: FlowPage>(flow: &Value, around: Around<'_>) -> Html {
    let account = &*ACCOUNT;
    let Around { person, other, ways, typed, language } = around;
    let uri: Uri = format!("/?lang={language}").parse().unwrap();
    let visit = Visit::by(account, &uri, &HeaderMap::new(), None);
    let flow: kratos::Flow<'static> = kratos::read(flow);
    let start = Start::new(P::KIND);
    let posting = Posting::of(&flow, &start, &account.addresses);
    let layout = P::LAYOUT;
    let context = Context { typed, person, other, ways, ..Context::new(&account.addresses, &posting, visit.words()) };
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
                    let found =
                        find(&page, &format!("{0}[name], {0} [name]", mark("input"))).into_iter().find(|element| {
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

/// A choice at the foot of the page sends one form along. Enter in that presses its first button, so it has
/// one of its own.
#[test]
fn a_choice_sends_the_form_that_has_something_to_keep() {
    for (kind, name, flow) in recorded() {
        let page = page(kind, &flow);
        let [form] = find(&page, "form#typed")[..] else { panic!("{name}: one form that choices send") };
        let choices = find(&page, "footer button");
        assert!(choices.len() > 3 && choices.iter().all(|choice| choice.attr("form") == Some("typed")), "{name}");
        let is_kept = |field: &ElementRef<'_>| {
            let name = field.attr("name").unwrap();
            let secrets = ["code", "secret", "password", "totp", "passkey", "csrf"];
            name == "webauthn_register_displayname" || !secrets.iter().any(|part| name.contains(part))
        };
        let fields = "input[name]:not([type=hidden]), select, textarea";
        if inside(form, "main").is_some() {
            assert!(!all(form, "button[type=submit]").is_empty(), "{name}");
            assert!(all(form, fields).iter().any(is_kept), "{name}");
        } else {
            // Without scripts nothing else could be lost: there is none, or its button needs one.
            for form in find(&page, "main form:has(button[type=submit])") {
                assert!(!all(form, fields).iter().any(is_kept), "{name}: {}", form.html());
            }
        }
    }
}

/// What Kratos wants in each form: contract of its strategies.
#[test]
fn a_form_has_what_its_method_needs_and_nothing_of_another() {
    for (kind, name, flow) in recorded().into_iter().filter(|(kind, ..)| *kind != "settings") {
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
            for other in ["email", "sms", "recovery_confirm_address"] {
                if has(form, &format!("button[name='{other}']")) {
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
fn only_what_kratos_leaves_open_is_english_for_who_reads_another_language() {
    // A reason in Kratos' own words.
    let open = "[data-testid='ui/message/4000001']";
    for (kind, name, flow) in recorded() {
        let page = page_in(kind, &flow, Around { language: "de", ..Around::default() });
        assert_eq!(page.root_element().attr("lang"), Some("de"));
        let open = Selector::parse(open).unwrap();
        let english = find(&page, "main [lang=en]").into_iter().filter(|element| !open.matches(element));
        assert_eq!(english.map(text).collect::<Vec<_>>(), [""; 0], "{name}");
    }
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
        ("login/code_sent", "# Sign in # Enter your code | code [*method=code] [resend=code]"),
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
fn who_must_show_again_that_it_is_them_need_not_say_who() {
    let way = Way { href: "/logout?x".to_owned(), words: "way-not-you", mark: "logout-link", posts: true };
    let around = Around { person: Some("ada@example.org"), other: Some(&way), ..Around::default() };
    let asked = page_in("login", &read("login/refresh_password_and_code"), around);
    let name = only(&asked, "[name='identifier']");
    assert_eq!((name.attr("value"), name.attr("readonly").is_some()), (Some("ada@example.org"), true));
    let not_you = only(&asked, "form[action='/logout?x'][method='post'] button");
    assert_eq!((text(not_you).as_str(), not_you.attr("data-testid")), ("Not you?", Some("logout-link")));
    // Kratos tells itself in most cases, and then its word counts.
    let around = Around { person: Some("eve@example.org"), ..Around::default() };
    let told = page_in("login", &read("login/refresh_all_methods"), around);
    let shown = text(only(&told, ".person p"));
    assert!(shown.starts_with("ada."), "{shown}");
    let names = find(&told, "input[autocomplete='username']");
    assert_eq!(names.len(), 1, "a password manager sees whose password it is");
    assert_eq!(names[0].attr("value"), Some(shown.as_str()));
    // Nobody is asked for a name twice.
    assert!(!page("login", &read("login/unified_all_methods")).html().contains("unseen"));
}

#[test]
fn fields_are_what_password_managers_and_keyboards_know() {
    for (name, selector) in [
        ("login/unified_all_methods", "[name='identifier'][autocomplete='username webauthn'][required]"),
        ("login/unified_all_methods", "[name='password'][autocomplete='current-password']"),
        ("login/refresh_password_and_code", "[name='identifier'][autocomplete='username']"),
        (
            "login/code_sent",
            "[name='code'][autocomplete='one-time-code'][inputmode='numeric']:not([maxlength], [pattern])",
        ),
        ("login/aal2_all_methods", "[name='totp_code'][autocomplete='one-time-code'][inputmode='numeric']"),
        ("login/aal2_all_methods", "[name='lookup_secret']:not([inputmode])"),
        ("registration/unified", "[name='password'][autocomplete='new-password']"),
        ("registration/unified", "[name='webauthn_register_displayname']:not([required])"),
        ("settings/webauthn_added", "[name='webauthn_register_displayname'][required]"),
        ("recovery/fresh", "[name='email'][type='email'][autocomplete='email']"),
        ("recovery/code_sent", "[name='code'][inputmode='numeric']:not([maxlength], [pattern])"),
    ] {
        let kind = name.split('/').next().unwrap();
        only(&page(kind, &read(name)), selector);
    }
}

#[test]
fn why_accounts_are_linked_is_told_until_they_are() {
    let explanation = "the account you have just used will be added";
    let first = text(only(&page("login", &read("login/account_linking")), "main"));
    assert!(!first.contains(explanation), "Kratos says it itself");
    let after_a_mistake = text(only(&page("login", &read("login_json/account_linking_wrong_400")), "main"));
    assert!(after_a_mistake.contains(explanation), "{after_a_mistake}");
    // A provider that refused leaves its mark in the flow too.
    let mut denied = read("login/unified_all_methods");
    denied["active"] = json!("oidc");
    assert!(!text(only(&page("login", &denied), "main")).contains(explanation), "nothing is to be linked");
}

#[test]
fn where_else_to_go_is_at_the_foot_of_the_card() {
    let ways = [
        Way {
            href: "/registration?return_to=x".to_owned(),
            words: "way-registration",
            mark: "signup-link",
            posts: false,
        },
        Way { href: "/recovery".to_owned(), words: "way-recovery", mark: "forgot-password-link", posts: false },
    ];
    let page = page_in("login", &read("login/oauth2"), Around { ways: &ways, ..Around::default() });
    let links: Vec<_> = find(&page, ".ways a").iter().map(|link| (link.attr("href").unwrap(), text(*link))).collect();
    assert_eq!(
        links,
        [
            ("/registration?return_to=x", "Create an account".to_owned()),
            ("/recovery", "Forgotten your password?".to_owned()),
        ]
    );
    assert_eq!(text(only(&page, "main .lead")), "To continue to Example App");
}

#[test]
fn without_a_second_factor_the_card_says_where_to_get_one() {
    let page = page("login", &read("login/aal2_nothing"));
    assert!(text(only(&page, ".note")).contains("Add one in your account settings"));
}

#[test]
fn what_a_later_kratos_adds_to_a_card_is_there_and_harmless() {
    let evil = "\"><script>alert(1)</script>";
    let mut flow = read("login/unified_all_methods");
    let nodes = flow["ui"]["nodes"].as_array_mut().unwrap();
    nodes.extend([
        json!({"type": "hologram", "group": "mind", "attributes": {"id": "h", "text": {"id": 9, "text": "Think of a number"}}}),
        json!({"type": "input", "group": "mind", "attributes": {"name": "number", "type": "thought", "value": 7}}),
        json!({"type": "input", "group": "mind", "attributes": {"name": "method", "type": "submit", "value": "mind"}}),
        json!({"type": "input", "group": evil, "attributes": {"name": evil, "type": "text", "value": evil}}),
        json!({"type": "input", "group": "default", "attributes": {"name": "later", "type": "hidden", "value": evil}}),
    ]);
    let page = page("login", &flow);
    assert!(text(only(&page, "main")).contains("Think of a number"));
    assert_eq!(only(&page, "[name='number']").attr("value"), Some("7"));
    let button = only(&page, "button[value='mind']");
    let form = inside(button, "form").unwrap();
    assert_eq!((all(form, "[name='identifier']").len(), all(form, "[name='later']").len()), (1, 1));
    assert_eq!(find(&page, "main script, main [onclick]").len(), 0);
    let names = find(&page, "main input").into_iter().filter(|input| input.attr("value") == Some(evil)).count();
    assert_eq!(names, 3, "the value is there to the letter, the hidden one in both forms");
}

#[test]
fn ten_thousand_nodes_are_a_page() {
    let node = |at: usize| match at % 4 {
        0 => {
            json!({"type": "input", "group": "default", "attributes": {"name": format!("traits.list.{at}"), "type": "text", "value": "x"}})
        }
        1 => {
            json!({"type": "input", "group": format!("group{at}"), "attributes": {"name": "method", "type": "submit", "value": at}})
        }
        2 => {
            json!({"type": "input", "group": "oidc", "attributes": {"name": "provider", "type": "submit", "value": at}})
        }
        _ => json!({"type": "input", "group": "password", "attributes": {"name": "same", "type": "text"}}),
    };
    let mut flow = read("registration/unified");
    flow["ui"]["nodes"] = (0..10_000).map(node).collect();
    for kind in ["registration", "settings"] {
        let page = page(kind, &flow);
        assert_eq!(find(&page, "[name^='traits.list.']").len(), 2_500, "{kind}");
        assert_eq!(find(&page, "main form [name='same']").len(), 2_500, "{kind}");
    }
}
