//! What is chosen at the foot of a page: a language, and light or dark.

use axum::http::Method;
use scraper::{Html, Selector};

use crate::support::form::{self, Form};
use crate::support::{Answer, Application, Reply, Upstream};

const FLOW: &str = "520e8f28-5902-4026-a286-74757804453d";

/// What a browser says of a form of our own page.
const OWN: [(&str, &str); 2] =
    [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];

fn here() -> String {
    format!("/settings?flow={FLOW}")
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|found| found.attr(name).unwrap_or_default().to_owned()).collect()
}

/// The form of the page that a choice sends, with this in the first name.
async fn typed(application: &Application, first: &str) -> String {
    let page = application.get(&here(), &[]).await.page(200);
    assert_eq!(attributes(&page, "footer button[form]", "form").len(), 3 + 14, "each sends the form of the profile");
    form::encode(&Form::of_id(&page, "typed").fill("traits.name.first", first).press_outside("_keep", "de"))
}

#[tokio::test]
async fn colours_are_remembered_and_left_to_the_device_again() {
    let application = Application::before(&Upstream::start([Answer::recorded("settings/fresh")]).await).await;
    let shown = |reply: &Reply| {
        let page = reply.page(200);
        let schemes = attributes(&page, "meta[name=color-scheme]", "content");
        (attributes(&page, "html", "data-theme").concat(), schemes.concat())
    };
    let pair = |theme: &str, schemes: &str| (theme.to_owned(), schemes.to_owned());
    assert_eq!(shown(&application.get(&here(), &[]).await), pair("system", "light dark"));
    let chosen = application.get(&format!("{}&theme=dark", here()), &[]).await;
    assert_eq!(shown(&chosen), pair("dark", "dark"));
    let current = attributes(&chosen.page(200), "footer [aria-current]", "value");
    assert_eq!(current, ["dark", "en"], "the one that holds is marked");
    assert_eq!(
        chosen.cookies(),
        ["kratos_account_theme=dark; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"],
        "and nothing else"
    );
    assert_eq!(chosen.header("cache-control"), Some("no-store"), "no page of one reader's is another's");
    let dark = ("cookie", "kratos_account_theme=dark");
    assert_eq!(shown(&application.get(&here(), &[dark]).await), pair("dark", "dark"));
    let lost = application.get("/nowhere", &[dark]).await.page(404);
    assert_eq!(attributes(&lost, "html", "data-theme"), ["dark"]);
    // A page of no flow has links, which need no form.
    assert!(attributes(&lost, "footer a", "href").contains(&"http://localhost:4455/nowhere?theme=light".to_owned()));

    let back = application.get(&format!("{}&theme=system", here()), &[dark]).await;
    assert_eq!(shown(&back), pair("system", "light dark"));
    assert_eq!(back.cookies(), ["kratos_account_theme=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"]);
    for unknown in ["sepia", "%22%3E", ""] {
        let reply = application.get(&format!("{}&theme={unknown}", here()), &[dark]).await;
        assert_eq!((shown(&reply), reply.cookies().len()), (pair("dark", "dark"), 0), "{unknown}");
    }
    let odd = application.get(&here(), &[("cookie", "kratos_account_theme=\"><script>")]).await;
    assert_eq!(shown(&odd), pair("system", "light dark"));
}

#[tokio::test]
async fn what_is_typed_goes_along_sealed_and_kratos_is_told_nothing() {
    let upstream = Upstream::start([Answer::recorded("settings/fresh")]).await;
    let application = Application::before(&upstream).await;
    let body = format!("{}&password=a-secret&totp_code=123456", typed(&application, "Augusta").await);
    let before = upstream.received().len();
    let reply = application.send(Method::POST, &format!("{}&lang=de", here()), &OWN, body).await;
    assert_eq!(reply.location(), format!("http://localhost:4455{}&lang=de", here()));
    let cookies = reply.cookies();
    let named = |name: &str| cookies.iter().find(|cookie| cookie.starts_with(name)).unwrap().split(';').next().unwrap();
    assert_eq!(named("kratos_account_lang"), "kratos_account_lang=de");
    let draft = named("kratos_account_draft=");
    assert!(!draft.contains("Augusta") && cookies.len() == 2, "{cookies:?}");
    for received in &upstream.received()[before..] {
        assert_eq!((&received.method, received.body.len()), (&Method::GET, 0), "{received:?}");
    }

    let page = application.get(&format!("{}&lang=de", here()), &[("cookie", draft)]).await;
    assert!(page.cookies().iter().any(|cookie| cookie.starts_with("kratos_account_draft=; ")), "it is shown once");
    assert!(!page.body.contains("a-secret") && !page.body.contains("123456"));
    let page = page.page(200);
    assert_eq!(attributes(&page, "html", "lang"), ["de"]);
    assert_eq!(attributes(&page, "[name='traits.name.first']", "value"), ["Augusta"]);
    assert_eq!(attributes(&page, "[name=password], [name=totp_code]", "value"), ["", ""]);
}

#[tokio::test]
async fn another_website_types_nothing_into_anybodys_page() {
    let upstream = Upstream::start([Answer::recorded("settings/fresh")]).await;
    let application = Application::before(&upstream).await;
    let body = typed(&application, "Mallory").await;
    for headers in [
        vec![OWN[0], ("sec-fetch-site", "cross-site")],
        vec![OWN[0], ("sec-fetch-site", "same-site")],
        vec![OWN[0], ("origin", "https://evil.example")],
        // Kratos checks no token here, so who says nothing is refused as well.
        vec![OWN[0]],
    ] {
        let reply = application.send(Method::POST, &here(), &headers, body.clone()).await;
        reply.page(403);
        assert!(!reply.cookies().iter().any(|cookie| cookie.contains("draft")), "{headers:?}: {reply:?}");
    }
}

#[tokio::test]
async fn what_no_cookie_can_hold_is_shown_at_once() {
    let application = Application::before(&Upstream::start([Answer::recorded("settings/fresh")]).await).await;
    let long = "Augusta ".repeat(1_000);
    let body = typed(&application, &long).await;
    let page = application.send(Method::POST, &format!("{}&lang=fr", here()), &OWN, body).await.page(200);
    assert_eq!(attributes(&page, "html", "lang"), ["fr"]);
    assert_eq!(attributes(&page, "[name='traits.name.first']", "value"), [long]);
    let action = attributes(&page, "footer button[value=de]", "formaction").concat();
    assert_eq!(action, format!("http://localhost:4455{}&lang=de", here()), "and chosen again from there");
}
