//! What `check` says of deployments that do not fit, and that it says nothing of those which do.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

fn main() -> std::process::ExitCode {
    harness::run()
}

#[path = "../support/stage/companion.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "read by those who write tests, here")]
mod companion;
#[path = "../support/harness.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, reason = "read by those who write tests, here")]
mod harness;
mod program;
mod real;
#[allow(unreachable_pub, reason = "read by those who write tests, here")]
mod scripted;
#[path = "../support/mod.rs"]
mod support;

use kratos_account::check::{Finding, Verdict, check, check_all};
use kratos_account::config::{Deletion, Page};
use kratos_account::kratos::Kind;
use kratos_account::{Account, Config};
use url::Url;

use harness::tests;
use scripted::Scripted;
use support::tcp::{Act, Tcp, closed_port};
use support::{Answer, Upstream};

tests! {
    async nothing_is_said_against_a_deployment_that_fits,
    kratos_below_a_path_is_found,
    the_admin_port_is_no_public_api,
    what_is_closed_or_has_no_name_is_told_apart,
    https_where_there_is_none_is_told,
    http_where_there_is_https_is_told,
    what_is_not_kratos_is_told,
    silence_is_told_after_the_time_limit,
    a_forgotten_public_url_is_told,
    a_public_url_that_browsers_do_not_use_is_told,
    pages_that_do_not_lead_here_are_told_one_by_one,
    another_address_of_kratos_for_browsers_is_told,
    one_host_by_ourselves_needs_kratos_told_so,
    sibling_hosts_need_a_common_domain,
    applications_must_be_allowed_and_reached,
    a_kratos_of_before_1_0_is_told,
    clocks_that_differ_are_told,
    the_admin_api_is_asked_for_nobody_and_must_be_it,
    an_admin_api_that_is_told_with_its_path_is_found,
}

/// The right settings for the [`Scripted`] at `kratos`.
fn settings(kratos: Url) -> Config {
    let mut config = Config::new(kratos, "https://id.example.org/account".parse().unwrap());
    config.kratos_browser_url = Some("https://id.example.org/kratos".parse().unwrap());
    config
}

/// What is wrong, by these settings: what, and the remedy.
async fn wrong(config: &Config) -> Vec<(String, String)> {
    only_wrong(check(&Account::new(config).unwrap()).await)
}

fn only_wrong(findings: Vec<Finding>) -> Vec<(String, String)> {
    let wrong = findings.into_iter().filter(|finding| finding.verdict == Verdict::Wrong);
    wrong.map(|finding| (finding.what, finding.remedy)).collect()
}

/// Asserts that one thing is wrong: what is said of it begins so, and so does the remedy.
#[track_caller]
fn assert_one(wrong: &[(String, String)], what: &str, remedy: &str) {
    let [(said, to_do)] = wrong else { panic!("one thing is wrong ({what}), not: {wrong:#?}") };
    assert!(said.contains(what), "{said}");
    assert!(to_do.contains(remedy), "{to_do}");
}

/// A Kratos, settings that fit it but for what `spoil` does, and what is then said.
async fn spoiled(kratos: Scripted, spoil: impl FnOnce(&mut Config)) -> Vec<(String, String)> {
    let mut config = settings(kratos.serve_below("").await);
    spoil(&mut config);
    wrong(&config).await
}

fn url(text: &str) -> Url {
    text.parse().unwrap()
}

async fn nothing_is_said_against_a_deployment_that_fits() {
    assert_eq!(spoiled(Scripted::default(), |_| ()).await, []);
    // Nor are slashes at ends, or what Kratos does not offer.
    let kratos = Scripted {
        base_url: "https://id.example.org/kratos/",
        page: vec![("login", "https://id.example.org/account/login/?theme=dark")],
        off: vec!["registration", "recovery", "verification"],
        ..Scripted::default()
    };
    let slashed = |config: &mut Config| {
        config.public_url = url("https://id.example.org/account/");
        config.kratos_browser_url = Some(url("https://id.example.org/kratos/"));
    };
    assert_eq!(spoiled(kratos, slashed).await, []);
}

async fn kratos_below_a_path_is_found() {
    for (served, asked) in [("", "/kratos"), ("", "/self-service/login/"), ("/ory/kratos", "/ory/kratos/public")] {
        let kratos = Scripted::default().serve_below(served).await;
        let config = settings(kratos.join(asked).unwrap());
        let right = kratos.as_str().trim_end_matches('/');
        let wrong = wrong(&config).await;
        assert_one(&wrong, "without that path it does", &format!("Set KRATOS_PUBLIC_URL={right}"));
        assert!(wrong[0].1.ends_with(right), "{wrong:?}");
    }
}

async fn the_admin_port_is_no_public_api() {
    let to_public = Answer::empty(307).header("location", "https://id.example.org/kratos/self-service/login/browser");
    let version = Answer::new(200, r#"{"version":"v26.2.0"}"#);
    let admin = Upstream::start([to_public, version]).await;
    assert_one(&wrong(&settings(admin.url)).await, "admin API", "serve.public.host and port");
}

/// What is said of an admin API that answers so, in front of a Kratos that fits.
async fn of_admin(admin: Url, token: Option<&str>) -> Vec<(String, String)> {
    spoiled(Scripted::default(), |config| {
        config.account_deletion = Some(Deletion::Delete);
        config.kratos_admin_url = Some(admin);
        config.kratos_admin_token = token.map(|token| token.parse().unwrap());
    })
    .await
}

/// What the admin API says of an identity that is nobody's.
fn nobody() -> Answer {
    Answer::new(404, r#"{"error":{"code":404,"status":"Not Found","message":"Unable to locate the resource"}}"#)
}

async fn the_admin_api_is_asked_for_nobody_and_must_be_it() {
    let admin = Upstream::start([nobody()]).await;
    assert_eq!(of_admin(admin.url.clone(), Some("a-token")).await, []);
    let asked = admin.only_request();
    assert_eq!(asked.target, "/admin/identities/00000000-0000-0000-0000-000000000000");
    assert_eq!(asked.header("authorization"), ["Bearer a-token"]);
    // It is not asked where nobody may delete anything.
    let admin = Upstream::start([Answer::empty(500)]).await;
    assert_eq!(spoiled(Scripted::default(), |config| config.kratos_admin_url = Some(admin.url.clone())).await, []);
    assert!(admin.received().is_empty());
    let to_admin = Answer::empty(307).header("location", "http://kratos:4434/admin/identities");
    for (answer, token, what, remedy) in [
        (to_admin, None, "it leads elsewhere (307), as the public one does", "serve.admin.host and port: 4434"),
        (Answer::empty(401), None, "wants to be shown a token", "Set KRATOS_ADMIN_TOKEN"),
        (Answer::empty(403), Some("a-token"), "does not take KRATOS_ADMIN_TOKEN", "Set KRATOS_ADMIN_TOKEN"),
        (Answer::new(404, "404 page not found"), None, "but not as Kratos' admin API does", "Set KRATOS_ADMIN_URL"),
        (Answer::new(200, "<p>Welcome to nginx!"), None, "but not as Kratos' admin API does", "Set KRATOS_ADMIN_URL"),
    ] {
        let admin = Upstream::start([answer]).await;
        let wrong = of_admin(admin.url, token).await;
        assert_one(&wrong, what, remedy);
        assert!(!format!("{wrong:?}").contains("a-token"));
    }
    let (closed, _held) = closed_port();
    assert_one(&of_admin(closed, None).await, "Nobody listens", "KRATOS_ADMIN_URL to its serve.admin.host and port");
    let mut https = Upstream::start([nobody()]).await.url;
    https.set_scheme("https").unwrap();
    assert_one(&of_admin(https, None).await, "speaks no https", "Set KRATOS_ADMIN_URL=http://");
}

async fn an_admin_api_that_is_told_with_its_path_is_found() {
    let admin = Upstream::start([Answer::new(404, "404 page not found"), nobody()]).await;
    let wrong = of_admin(admin.url.join("/admin").unwrap(), None).await;
    let right = admin.url.as_str().trim_end_matches('/');
    assert_one(&wrong, "without that path it does", &format!("Set KRATOS_ADMIN_URL={right}"));
    assert!(wrong[0].1.ends_with(right), "{wrong:?}");
}

async fn what_is_closed_or_has_no_name_is_told_apart() {
    let (closed, _held) = closed_port();
    assert_one(&wrong(&settings(closed)).await, "Nobody listens", "Start Kratos, or set KRATOS_PUBLIC_URL");
    let nameless = settings(url("http://kratos.invalid:4433"));
    assert_one(&wrong(&nameless).await, "no host of the name kratos.invalid", "Set KRATOS_PUBLIC_URL");
}

async fn https_where_there_is_none_is_told() {
    let mut kratos = Scripted::default().serve_below("").await;
    let right = kratos.as_str().trim_end_matches('/').to_owned();
    kratos.set_scheme("https").unwrap();
    assert_one(&wrong(&settings(kratos)).await, "speaks no https", &format!("Set KRATOS_PUBLIC_URL={right}"));
}

async fn http_where_there_is_https_is_told() {
    let kratos = Scripted::default().serve_by_tls().await;
    let right = kratos.as_str().trim_end_matches('/').replace("http:", "https:");
    assert_one(&wrong(&settings(kratos)).await, "speaks https only", &format!("Set KRATOS_PUBLIC_URL={right}"));
    // A proxy that leads there: it is the certificate that is not good then, which is said next.
    let kratos = Scripted::default().serve_by_tls().await;
    let mut https = settings(kratos);
    https.kratos_public_url.set_scheme("https").unwrap();
    assert_one(&wrong(&https).await, "certificate", "SSL_CERT_FILE");
}

async fn what_is_not_kratos_is_told() {
    for answer in [Answer::new(200, "<p>Welcome to nginx!"), Answer::empty(404), Answer::new(200, r#"{"status":"ok"}"#)]
    {
        let other = Upstream::start([answer]).await;
        assert_one(&wrong(&settings(other.url)).await, "not as Kratos does", "Set KRATOS_PUBLIC_URL");
    }
    let nonsense = Tcp::start([Act::Leave(b"SSH-2.0-OpenSSH_9.9\r\n".to_vec())]).await;
    assert_one(&wrong(&settings(nonsense.url.clone())).await, "does not answer as HTTP asks", "Set KRATOS_PUBLIC_URL");
}

async fn silence_is_told_after_the_time_limit() {
    let silent = Tcp::start([Act::Stall(Vec::new())]).await;
    let mut config = settings(silent.url.clone());
    config.kratos_timeout = std::time::Duration::from_millis(200);
    assert_one(&wrong(&config).await, "in time", "KRATOS_TIMEOUT");
}

async fn a_forgotten_public_url_is_told() {
    let forgotten = |config: &mut Config| {
        // Without https in the play: then its cookies would not reach http either.
        config.public_url = url("http://localhost:4455");
        config.kratos_browser_url = Some(url("http://localhost:4433"));
    };
    let kratos = Scripted {
        base_url: "http://localhost:4433/",
        pages: "http://localhost:3000",
        cookie: "; Path=/",
        ..Scripted::default()
    };
    let wrong = spoiled(kratos, forgotten).await;
    assert_one(&wrong, "PUBLIC_URL is not set", "Set PUBLIC_URL=http://localhost:3000;");
}

async fn a_public_url_that_browsers_do_not_use_is_told() {
    for (public_url, what) in [
        ("http://id.example.org/account", "it blocks every form"),
        ("https://id.example.org", "but PUBLIC_URL is https://id.example.org"),
        ("https://id.example.org/accounts", "but PUBLIC_URL is https://id.example.org/accounts"),
        ("https://id.example.org:8443/account", "but PUBLIC_URL is https://id.example.org:8443/account"),
    ] {
        let wrong = spoiled(Scripted::default(), |config| config.public_url = url(public_url)).await;
        assert_one(&wrong, what, "Set PUBLIC_URL=https://id.example.org/account;");
    }
}

async fn pages_that_do_not_lead_here_are_told_one_by_one() {
    for (name, ui_url) in [
        ("login", "https://www.ory.sh/kratos/docs/fallback/login"),
        ("registration", "https://id.example.org/account/signup"),
        ("recovery", "https://id.example.org/account//recovery"),
        ("verification", "https://elsewhere.example.org/account/verification"),
        ("error", "http://id.example.org/account/error"),
    ] {
        let kratos = Scripted { page: vec![(name, ui_url)], ..Scripted::default() };
        let remedy = format!("selfservice.flows.{name}.ui_url to https://id.example.org/account/{name}");
        assert_one(&spoiled(kratos, |_| ()).await, &format!("{ui_url} for {name}"), &remedy);
    }
    // Of another application's pages nothing is said where ours are not served.
    let kratos = Scripted { page: vec![("login", "https://sso.example.org/")], ..Scripted::default() };
    let own_login = |config: &mut Config| config.pages.retain(|page| *page != Page::Flow(Kind::Login));
    assert_eq!(spoiled(kratos, own_login).await, []);
    let wrong = spoiled(Scripted::default(), own_login).await;
    assert_one(&wrong, "/account/login, which is not served", "Add login to PAGES");
}

async fn another_address_of_kratos_for_browsers_is_told() {
    let untold = |config: &mut Config| config.kratos_browser_url = None;
    let kratos = Scripted { cookie: "; Secure; Domain=127.0.0.1", ..Scripted::default() };
    let wrong = spoiled(kratos, untold).await;
    assert!(wrong[0].1.starts_with("Set KRATOS_BROWSER_URL=https://id.example.org/kratos"), "{wrong:?}");
    let other = |config: &mut Config| config.kratos_browser_url = Some(url("https://id.example.org/ory"));
    let wrong = spoiled(Scripted::default(), other).await;
    assert_one(&wrong, "leads them to https://id.example.org/ory", "KRATOS_BROWSER_URL=https://id.example.org/kratos");
}

async fn one_host_by_ourselves_needs_kratos_told_so() {
    let proxied = |config: &mut Config| {
        config.proxy_kratos = true;
        config.kratos_browser_url = None;
    };
    let unchanged = Scripted { base_url: "https://id.example.org:4433/", ..Scripted::default() };
    let remedy = "serve.public.base_url to https://id.example.org/account/";
    assert_one(&spoiled(unchanged, proxied).await, "https://id.example.org:4433", remedy);
    let right = Scripted { base_url: "https://id.example.org/account/", ..Scripted::default() };
    assert_eq!(spoiled(right, proxied).await, []);
    let circle = spoiled(Scripted::default(), |config| {
        config.proxy_kratos = true;
        config.kratos_public_url = config.public_url.clone();
    });
    assert_one(&circle.await, "this application's own address", "Set KRATOS_PUBLIC_URL");
}

async fn sibling_hosts_need_a_common_domain() {
    let siblings = |config: &mut Config| {
        config.public_url = url("https://account.example.org");
        config.kratos_browser_url = Some(url("https://kratos.example.org"));
    };
    let kratos = |cookie| Scripted {
        base_url: "https://kratos.example.org/",
        pages: "https://account.example.org",
        cookie,
        ..Scripted::default()
    };
    let alone = spoiled(kratos("; Path=/; Secure"), siblings).await;
    assert_one(&alone, "do not reach account.example.org", "cookies.domain to example.org");
    assert_eq!(spoiled(kratos("; Path=/; Domain=example.org; Secure"), siblings).await, []);
}

async fn applications_must_be_allowed_and_reached() {
    let config = settings(Scripted::default().serve_below("").await);
    let account = Account::new(&config).unwrap();
    let said = async |application| only_wrong(check_all(&account, &[url(application)]).await);
    let refused = said("https://wiki.example.org/start").await;
    assert_one(
        &refused[..1],
        "nobody back to https://wiki.example.org/start",
        "allowed_return_urls: https://wiki.example.org",
    );
    // It is allowed, but the guard there sees no cookie.
    assert_one(
        &said("https://app.example.org/").await,
        "do not reach app.example.org",
        "cookies.domain to example.org",
    );
}

async fn a_kratos_of_before_1_0_is_told() {
    let wrong = spoiled(Scripted { old: true, ..Scripted::default() }, |_| ()).await;
    assert_one(&wrong, "older than 1.0", "Update Kratos");
}

async fn clocks_that_differ_are_told() {
    for (ahead, what) in [(3600, "ahead of"), (-3600, "behind")] {
        let wrong = spoiled(Scripted { ahead, ..Scripted::default() }, |_| ()).await;
        assert_one(&wrong, what, "NTP");
    }
    assert_eq!(spoiled(Scripted { ahead: 3, ..Scripted::default() }, |_| ()).await, []);
}
