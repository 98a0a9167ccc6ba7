//! The stand-in's own pages, used as a browser without JavaScript uses them.

use crate::browser::{Browser, Seen};
use kratos_stand_in::{Config, PLAIN_SCHEMA, StandIn};
use serde_json::json;

/// The password of everybody here.
const PASSWORD: &str = "Corr3ct-horse-b4ttery1";

/// A stand-in with an identity schema forms can serve.
fn stand_in() -> StandIn {
    let config = Config { schema: PLAIN_SCHEMA.to_owned(), ..Config::default() };
    StandIn::embedded(config, "http://localhost:4433", "http://localhost:4444").unwrap()
}

/// The text of an attribute of the first tag that has it.
fn attribute(html: &str, name: &str) -> String {
    let start = html.split(&format!(" {name}=\"")).nth(1).unwrap_or_else(|| panic!("no {name} in {html}"));
    start
        .split('"')
        .next()
        .unwrap()
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
}

/// What is first between two texts.
fn between<'a>(html: &'a str, before: &str, after: &str) -> &'a str {
    html.split_once(before).unwrap_or_else(|| panic!("no {before} in {html}")).1.split(after).next().unwrap()
}

/// A page.
async fn open(browser: &mut Browser<'_>, url: &str) -> String {
    let mut seen = browser.html(url).await;
    while matches!(seen.status, 302 | 303) {
        let next = seen.location().to_owned();
        seen = browser.html(&next).await;
    }
    assert_eq!(seen.status, 200, "{url}: {}", seen.body);
    let html = seen.body.as_str().unwrap().to_owned();
    assert!(html.contains("Kratos stand-in."), "every page says what it is");
    html
}

/// Fills the form of a group in and presses its first button.
async fn press(browser: &mut Browser<'_>, html: &str, group: &str, typed: &[(&str, &str)]) -> Seen {
    let form = html.split("<form").find(|form| form.contains(&format!("data-group=\"{group}\""))).expect("the form");
    let form = form.split("</form>").next().unwrap();
    let mut fields: Vec<(String, String)> = form
        .split("<input")
        .skip(1)
        .filter(|input| !typed.iter().any(|(name, _)| attribute(input, "name") == *name))
        .filter(|input| attribute(input, "type") != "checkbox")
        .map(|input| (attribute(input, "name"), attribute(input, "value")))
        .collect();
    fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let button = form.split("<button").nth(1).expect("a button");
    fields.push((attribute(button, "name"), attribute(button, "value")));
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let kind = "application/x-www-form-urlencoded";
    browser.send("POST", &attribute(form, "action"), "text/html", Some((kind, body))).await
}

#[tokio::test]
async fn signing_up_in_and_out_needs_no_script() {
    let stand_in = stand_in();
    let mut browser = Browser::new(&stand_in);
    let html = open(&mut browser, "/self-service/registration/browser").await;
    let wrong = press(&mut browser, &html, "profile", &[("traits.email", "nope")]).await;
    let html = open(&mut browser, wrong.location()).await;
    assert!(html.contains("data-testid=\"ui/message/4000040\""), "{html}");
    let next =
        press(&mut browser, &html, "profile", &[("traits.email", "ada@example.org"), ("traits.name.first", "A'd<a")])
            .await;
    let html = open(&mut browser, next.location()).await;
    let done = press(&mut browser, &html, "password", &[("password", PASSWORD)]).await;
    assert_eq!(done.location(), "http://localhost:4455/");
    let whoami = browser.json("/sessions/whoami").await.body;
    assert_eq!(whoami["identity"]["traits"]["name"]["first"], "A'd<a");

    let url = browser.json("/self-service/logout/browser").await.body["logout_url"].as_str().unwrap().to_owned();
    let out = browser.html(&url).await;
    assert_eq!(out.location(), "http://localhost:4455/");
    let html = open(&mut browser, "/self-service/login/browser").await;
    let fields = [("identifier", "Ada@Example.org "), ("password", "wrong-pass")];
    let wrong = press(&mut browser, &html, "password", &fields).await;
    let html = open(&mut browser, wrong.location()).await;
    assert!(html.contains("ui/message/4000006"), "{html}");
    let fields = [("identifier", "Ada@Example.org "), ("password", PASSWORD)];
    let done = press(&mut browser, &html, "password", &fields).await;
    assert_eq!((done.status, done.location()), (303, "http://localhost:4455/"));
}

#[tokio::test]
async fn codes_are_read_in_the_outbox() {
    let stand_in = stand_in();
    stand_in.create_identity(&json!({"email": "ada@example.org"}), PASSWORD).unwrap();
    let mut browser = Browser::new(&stand_in);
    let html = open(&mut browser, "/self-service/recovery/browser").await;
    let sent = press(&mut browser, &html, "code", &[("email", "ada@example.org")]).await;
    let html = open(&mut browser, sent.location()).await;
    let outbox = open(&mut browser, "/ui/outbox").await;
    let code = between(&outbox, "<dt>Code</dt><dd><code>", "<").to_owned();
    let done = press(&mut browser, &html, "code", &[("code", &code)]).await;
    assert!(done.location().starts_with("http://localhost:4455/settings?flow="), "{}", done.location());

    let html = open(&mut browser, "/self-service/verification/browser").await;
    press(&mut browser, &html, "code", &[("email", "ada@example.org")]).await;
    let outbox = open(&mut browser, "/ui/outbox").await;
    let html = open(&mut browser, &attribute(outbox.split("<dt>Link</dt>").nth(1).unwrap(), "href")).await;
    let done = press(&mut browser, &html, "code", &[]).await;
    let html = open(&mut browser, done.location()).await;
    assert!(html.contains("ui/message/1080002") && html.contains("href=\"http://localhost:4455/\""), "{html}");
}

#[tokio::test]
async fn a_provider_asks_on_its_own_origin() {
    let stand_in = stand_in();
    let body = json!({"traits": {"email": "ada@example.org"},
        "credentials": {"oidc": {"config": {"providers": [{"provider": "hydra", "subject": "ada"}]}}}});
    let mut browser = Browser::new(&stand_in);
    let made = browser.send("POST", "/admin/identities", "", Some(("application/json", body.to_string()))).await;
    assert_eq!(made.status, 201);
    let html = open(&mut browser, "/self-service/login/browser").await;
    let away = press(&mut browser, &html, "oidc", &[]).await;
    let page = browser.html(away.location()).await;
    assert!(page.body.as_str().unwrap().contains("value=\"allow\">Allow<"), "{}", page.body);
    let nobody = browser.at_provider(away.location(), "someone else", "allow").await;
    let html = open(&mut browser, nobody.location()).await;
    assert!(html.contains("name=\"traits.email\"") && html.contains("ui/message/4000002"), "{html}");
    let html = open(&mut browser, "/self-service/login/browser").await;
    let away = press(&mut browser, &html, "oidc", &[]).await;
    let done = browser.at_provider(away.location(), "ada", "allow").await;
    assert_eq!(done.location(), "http://localhost:4455/");

    // The link is the last way in: neither link nor unlink is offered, and asking all the same is refused.
    let flow = browser.settings().await;
    assert!(flow["ui"]["nodes"].as_array().unwrap().iter().all(|node| node["group"] != "oidc"));
    let refused = browser.submit(&flow, &[("unlink", "hydra")], true).await;
    assert_eq!((refused.status, refused.body["ui"]["messages"][0]["id"].as_u64()), (400, Some(4_000_001)));
}

#[tokio::test]
async fn what_a_provider_tells_fills_the_form_in_and_it_knows_whoever_comes_back() {
    let stand_in = demo();
    let mut browser = Browser::new(&stand_in);
    let html = open(&mut browser, "/self-service/registration/browser").await;
    let away = press(&mut browser, &html, "oidc", &[]).await;
    let said = [("sub", "mary"), ("first", "Mary"), ("decision", "allow")];
    let back = browser.back_from_provider(away.location(), &said).await;
    let html = open(&mut browser, back.location()).await;
    assert!(html.contains("value=\"Mary\""), "{html}");
    let away = press(&mut browser, &html, "oidc", &[("traits.email", "mary@example.org")]).await;
    let page = browser.html(away.location()).await;
    assert!(page.body.as_str().unwrap().contains("value=\"mary\""), "{}", page.body);
}

#[tokio::test]
async fn somebody_with_traits_of_every_kind_is_one_link_away() {
    let stand_in = StandIn::embedded(Config::default(), "http://localhost:4433", "http://localhost:4444").unwrap();
    let mut browser = Browser::new(&stand_in);
    let seen = browser.html(&stand_in.demo_url()).await;
    let settings = browser.html(seen.location()).await;
    assert!(settings.location().starts_with("http://localhost:4455/settings?flow="));
    let flow = browser.fetch("settings", &settings.flow()).await.body;
    assert_eq!(flow["identity"]["traits"]["addresses"][1]["city"], "Ealing");
    let (email, password) = stand_in.ready_person();
    Browser::signed_in(&stand_in, email, password).await;
    assert!(open(&mut browser, "/ui").await.contains("/ui/demo"));
    let error = browser.html("/self-service/settings/browser?return_to=https://evil.example/").await;
    assert!(open(&mut browser, error.location()).await.contains("self_service_flow_return_to_forbidden"));
}

/// The demo, whose forms are the stand-in's own.
fn demo() -> StandIn {
    let config = Config::for_demo("http://localhost:4455");
    StandIn::embedded(config, "http://localhost:4433", "http://localhost:4444").unwrap()
}

#[tokio::test]
async fn the_person_of_the_demo_is_one_as_they_are() {
    let stand_in = demo();
    let mut browser = Browser::new(&stand_in);
    assert!(open(&mut browser, "/ui").await.contains("Nobody is signed in"));
    let seen = browser.html(&stand_in.person_url()).await;
    let id = browser.html(seen.location()).await.flow();
    let flow = browser.fetch("settings", &id).await.body;
    let traits = &flow["identity"]["traits"];
    assert_eq!((&traits["name"]["first"], traits.as_object().unwrap().len()), (&json!("Ada"), 3));
    let verified = &flow["identity"]["verifiable_addresses"];
    assert_eq!((&verified[0]["verified"], &verified[1]["verified"]), (&json!(true), &json!(true)));
    let nodes = flow["ui"]["nodes"].as_array().unwrap();
    let unlinks = nodes.iter().filter(|node| node["attributes"]["name"] == "unlink");
    assert_eq!(unlinks.map(|node| &node["attributes"]["value"]).collect::<Vec<_>>(), ["github"]);
    assert_eq!(browser.json("/sessions").await.body.as_array().unwrap().len(), 1, "another session");
    assert!(open(&mut browser, "/ui").await.contains("Signed in as <strong>ada.lovelace@example.org</strong>"));
    // The fixture has its own schema there.
    let seen = Browser::new(&stand_in).html(&stand_in.demo_url()).await;
    assert_eq!(seen.status, 303);
    let (email, password) = stand_in.person();
    Browser::signed_in(&stand_in, email, password).await;
}

/// The code of the newest mail.
async fn newest_code(browser: &mut Browser<'_>) -> String {
    let outbox = open(browser, "/ui/outbox").await;
    between(&outbox, "<dt>Code</dt><dd><code>", "<").to_owned()
}

#[tokio::test]
async fn an_account_lives_its_whole_life_in_the_demo() {
    const EMAIL: &str = "grace.hopper@example.org";
    let stand_in = demo();
    let mut browser = Browser::new(&stand_in);

    // Registration, which leads on to the verification of the address.
    let html = open(&mut browser, "/self-service/registration/browser").await;
    let next = press(&mut browser, &html, "profile", &[("traits.email", EMAIL)]).await;
    let html = open(&mut browser, next.location()).await;
    let done = press(&mut browser, &html, "password", &[("password", PASSWORD)]).await;
    let html = open(&mut browser, done.location()).await;
    let code = newest_code(&mut browser).await;
    let done = press(&mut browser, &html, "code", &[("code", &code)]).await;
    assert!(open(&mut browser, done.location()).await.contains("ui/message/1080002"));

    // Out, and in again.
    let out = between(&open(&mut browser, "/ui").await, "/self-service/logout?token=", "\"").to_owned();
    browser.html(&format!("/self-service/logout?token={out}")).await;
    let html = open(&mut browser, "/self-service/login/browser").await;
    let done = press(&mut browser, &html, "password", &[("identifier", EMAIL), ("password", PASSWORD)]).await;
    assert_eq!(done.location(), "http://localhost:4455/");

    // The password is lost, elsewhere.
    let mut browser = Browser::new(&stand_in);
    let html = open(&mut browser, "/self-service/recovery/browser").await;
    let sent = press(&mut browser, &html, "code", &[("email", EMAIL)]).await;
    let html = open(&mut browser, sent.location()).await;
    let code = newest_code(&mut browser).await;
    let done = press(&mut browser, &html, "code", &[("code", &code)]).await;
    let flow = browser.fetch("settings", &done.flow()).await.body;
    let changed = browser.submit(&flow, &[("method", "password"), ("password", "An0ther-long-one")], true).await;
    assert_eq!(changed.status, 200, "{}", changed.body);

    // A second factor, which is asked for from now on.
    let flow = browser.settings().await;
    let changed =
        browser.submit(&flow, &[("method", "lookup_secret"), ("lookup_secret_regenerate", "true")], true).await;
    let nodes = changed.body["ui"]["nodes"].as_array().unwrap();
    let codes = nodes.iter().find(|node| node["attributes"]["id"] == "lookup_secret_codes").unwrap();
    let secret = codes["attributes"]["text"]["context"]["secrets"][0]["text"].as_str().unwrap().to_owned();
    let fields = [("method", "lookup_secret"), ("lookup_secret_confirm", "true")];
    assert_eq!(browser.submit(&changed.body, &fields, true).await.status, 200);
    let mut browser = Browser::signed_in(&stand_in, EMAIL, "An0ther-long-one").await;
    let html = open(&mut browser, "/self-service/login/browser?aal=aal2").await;
    let done = press(&mut browser, &html, "lookup_secret", &[("lookup_secret", &secret)]).await;
    assert_eq!(done.location(), "http://localhost:4455/");
    let session = browser.json("/sessions/whoami").await.body;
    assert_eq!(session["authenticator_assurance_level"], "aal2");
}
