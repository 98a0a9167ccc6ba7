//! Rules no single recording shows: what is parked, who may go on, and where a stand-in may be.

use crate::browser::{Browser, KRATOS};
use kratos_stand_in::{Config, PLAIN_SCHEMA, RequiredAal, StandIn};
use serde_json::json;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// The password of everybody here.
const PASSWORD: &str = "Corr3ct-horse-b4ttery1";

/// Two people.
const PEOPLE: [&str; 2] = ["ada@example.org", "eve@example.org"];

/// A stand-in with both.
fn stand_in(config: Config) -> StandIn {
    let config = Config { schema: PLAIN_SCHEMA.to_owned(), ..config };
    let stand_in = StandIn::embedded(config, KRATOS, "http://localhost:4444").unwrap();
    for email in PEOPLE {
        stand_in.create_identity(&json!({"email": email}), PASSWORD).unwrap();
    }
    stand_in
}

/// Goes through a re-authentication as somebody, and gives where it leads.
async fn prove(browser: &mut Browser<'_>, url: &str, email: &str) -> String {
    let flow = browser.json(url).await.body;
    let fields = [("method", "password"), ("identifier", email), ("password", PASSWORD)];
    browser.submit(&flow, &fields, false).await.location().to_owned()
}

#[tokio::test]
async fn a_parked_change_is_made_once_and_only_for_its_person() {
    let short = Config { privileged_session_max_age: Duration::from_secs(60), ..Config::default() };
    let stand_in = stand_in(short);
    let mut browser = Browser::signed_in(&stand_in, PEOPLE[0], PASSWORD).await;
    let flow = browser.settings().await;
    stand_in.advance(Duration::from_secs(61));
    let fields = [("method", "password"), ("password", "An0ther-passphrase")];
    let login = browser.submit(&flow, &fields, false).await.location().to_owned();

    // As somebody else: an error, and the password stays.
    let mut other = Browser::signed_in(&stand_in, PEOPLE[1], PASSWORD).await;
    other.jar.extend(
        browser.jar.iter().filter(|(name, _)| *name == "ory_kratos_continuity").map(|(a, b)| (a.clone(), b.clone())),
    );
    let back = prove(&mut other, &login, PEOPLE[1]).await;
    let refused = other.html(&back).await;
    assert!(refused.location().contains("/ui/error?id="), "{}", refused.location());

    let back = prove(&mut browser, &login, PEOPLE[0]).await;
    assert_eq!(browser.html(&back).await.flow(), flow["id"].as_str().unwrap());
    Browser::signed_in(&stand_in, PEOPLE[0], "An0ther-passphrase").await;
    browser.html(&back).await;
    let flow = browser.fetch("settings", flow["id"].as_str().unwrap()).await.body;
    let said: Vec<_> = flow["ui"]["messages"].as_array().unwrap().iter().map(|said| said["id"].clone()).collect();
    assert_eq!(said, [json!(4_000_001)], "nothing is left to resume");
}

#[tokio::test]
async fn a_new_flow_forgets_what_was_parked() {
    let stand_in = stand_in(Config::default());
    let mut browser = Browser::signed_in(&stand_in, PEOPLE[0], PASSWORD).await;
    let flow = browser.settings().await;
    stand_in.advance(Duration::from_secs(3599));
    let fresh = browser.settings().await;
    stand_in.advance(Duration::from_secs(2));
    let fields = [("method", "password"), ("password", "An0ther-passphrase")];
    assert_eq!(browser.submit(&fresh, &fields, true).await.status, 403);
    assert!(browser.jar.contains_key("ory_kratos_continuity"));
    let begun = browser.json("/self-service/settings/browser").await;
    assert!(
        begun.headers.iter().any(|(name, value)| name == "set-cookie" && value.starts_with("ory_kratos_continuity=;"))
    );
    assert_eq!(browser.fetch("settings", flow["id"].as_str().unwrap()).await.status, 410);
}

#[tokio::test]
async fn login_elsewhere_voids_the_tokens_of_a_tab() {
    let stand_in = stand_in(Config::default());
    let mut browser = Browser::signed_in(&stand_in, PEOPLE[0], PASSWORD).await;
    let flow = browser.settings().await;
    browser.jar = Browser::signed_in(&stand_in, PEOPLE[1], PASSWORD).await.jar;
    assert_eq!(browser.submit(&flow, &[("method", "password"), ("password", "x")], true).await.status, 403);
    assert_eq!(
        browser.fetch("settings", flow["id"].as_str().unwrap()).await.body["error"]["id"],
        "security_identity_mismatch"
    );
}

#[tokio::test]
async fn a_reverse_proxy_and_a_domain_show_in_urls_and_cookies() {
    let config = Config {
        public_url: Some("https://id.example.org/.ory/kratos/public/".to_owned()),
        cookie_domain: Some("example.org".to_owned()),
        settings_aal: RequiredAal::Aal1,
        ..Config::for_application("https://id.example.org")
    };
    let stand_in = StandIn::start(config).await.unwrap();
    let base = "https://id.example.org/.ory/kratos/public";
    assert_eq!(stand_in.public_url(), base);
    stand_in.create_identity(&json!({"email": PEOPLE[0]}), PASSWORD).unwrap();
    let mut browser = Browser::new(&stand_in);
    let seen = browser.html("/self-service/login/browser").await;
    assert!(seen.location().starts_with(&format!("{base}/ui/login?flow=")));
    let cookie = seen.header("set-cookie").unwrap();
    assert!(
        cookie.ends_with("; Path=/; Domain=example.org; Max-Age=31536000; HttpOnly; Secure; SameSite=Lax"),
        "{cookie}"
    );
    let flow = browser.fetch("login", &seen.flow()).await.body;
    assert!(flow["ui"]["action"].as_str().unwrap().starts_with(&format!("{base}/self-service/login?flow=")));
    let own = format!("{base}/self-service/settings/browser");
    assert_eq!(browser.json(&format!("/self-service/login/browser?return_to={own}")).await.status, 200);
    stand_in.shutdown().await;
}

/// The status line of an answer over a socket.
async fn status_line(address: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(b"GET /health/alive HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Ok(answer.lines().next().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn it_serves_loopback_until_it_is_shut_down() {
    let (kratos, provider) =
        (TcpListener::bind("127.0.0.1:0").await.unwrap(), TcpListener::bind("127.0.0.1:0").await.unwrap());
    let address = kratos.local_addr().unwrap().to_string();
    let stand_in = StandIn::start_on(Config::default(), kratos, provider).unwrap();
    assert_eq!(stand_in.public_url(), format!("http://localhost:{}", address.split(':').nth(1).unwrap()));
    assert_eq!(status_line(&address).await.unwrap(), "HTTP/1.1 200 OK");
    stand_in.shutdown().await;
    assert!(status_line(&address).await.is_err());

    let everywhere = TcpListener::bind("0.0.0.0:0").await.unwrap();
    let provider = TcpListener::bind("127.0.0.1:0").await.unwrap();
    assert!(StandIn::start_on(Config::default(), everywhere, provider).is_err());
}
