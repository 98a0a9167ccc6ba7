//! Whether Kratos' public API is where the settings say, and if not, what is there.

use std::error::Error as _;
use std::io;
use std::iter::successors;

use http::StatusCode;
use serde::Deserialize;
use url::Url;

use super::{Finding, is_kratos, trimmed};
use crate::account::Account;
use crate::kratos::{Answer, Client, Error, Kind, Start};

/// One of Kratos' two APIs.
#[derive(Clone, Copy)]
pub(super) struct Door {
    /// The setting that says where it is.
    pub(super) setting: &'static str,
    /// What Kratos calls it.
    pub(super) name: &'static str,
}

const PUBLIC: Door = Door { setting: "KRATOS_PUBLIC_URL", name: "public" };

/// Kratos' answer to the start of a login, or why there is none.
pub(super) async fn find(account: &Account) -> Result<Answer, Finding> {
    let url = &account.addresses.kratos;
    let failure = match start(&account.kratos).await {
        Ok(answer) if is_kratos(&answer) => return Ok(answer),
        Ok(answer) => Ok(answer),
        Err(error) => Err(error),
    };
    if url.scheme() == "http" && speaks_tls(url, &failure).await {
        let mut secure = url.clone();
        // Both are schemes of the web.
        let _ = secure.set_scheme("https");
        return Err(Finding::wrong(
            format!("What answers at {url} speaks https only"),
            format!("Set KRATOS_PUBLIC_URL={}", trimmed(&secure)),
        ));
    }
    let answer = match failure {
        Ok(answer) => answer,
        Err(error) => return Err(silence(PUBLIC, url, &error)),
    };
    if is_admin(&account.kratos).await {
        return Err(Finding::wrong(
            format!("Kratos' admin API answers at {url}, not its public one"),
            "Set KRATOS_PUBLIC_URL to its serve.public.host and port: 4433, unless it is told otherwise",
        ));
    }
    if let Some(root) = kratos_above(url).await {
        return Err(Finding::wrong(
            format!("Kratos does not answer at {url}, but without that path it does"),
            format!("Set KRATOS_PUBLIC_URL={}", trimmed(&root)),
        ));
    }
    Err(Finding::wrong(
        format!("Something answers at {url} ({}), but not as Kratos does", answer.status().as_u16()),
        "Set KRATOS_PUBLIC_URL to the address, with its path, below which /self-service/login/browser is Kratos'",
    ))
}

/// Whether browsers' addresses lead, from here, to what they should.
pub(super) async fn for_browsers(account: &Account) -> Vec<Finding> {
    let (kratos, browser, public) = (&account.addresses.kratos, &account.addresses.browser, &account.addresses.public);
    let mut findings = Vec::new();
    if kratos != browser
        && let Ok(client) = client(browser)
    {
        findings.push(match start(&client).await {
            Ok(answer) if is_kratos(&answer) => Finding::fits(format!("Kratos answers at {browser} too")),
            Ok(answer) if answer.status().is_server_error() => Finding::unsure(
                format!("At {browser} there is an answer {} in place of Kratos' own", answer.status().as_u16()),
                "If browsers get the same: look at the proxy there, and whether it reaches Kratos",
            ),
            Ok(answer) => Finding::wrong(
                format!("What answers at {browser} ({}) is not Kratos", answer.status().as_u16()),
                "Set KRATOS_BROWSER_URL to where browsers reach Kratos, or make the proxy there hand /self-service/ on to it",
            ),
            Err(_) => Finding::unsure(
                format!("{browser} cannot be asked from here"),
                "That does not matter if browsers can: else look at KRATOS_BROWSER_URL",
            ),
        });
    }
    if let Ok(client) = client(public) {
        findings.push(match client.path("health/alive").send().await {
            Ok(answer) if is_alive(&answer) => Finding::fits(format!("This application answers at {public}")),
            Ok(answer) if answer.status().is_server_error() => Finding::unsure(
                format!(
                    "At {public} there is an answer {}: this application may not be running",
                    answer.status().as_u16()
                ),
                "If it is: look at the proxy there, and whether it reaches LISTEN",
            ),
            Ok(answer) => {
                match answer.redirect().filter(|to| to.host() == public.host() && to.scheme() != public.scheme()) {
                    Some(_) => Finding::wrong(
                        format!("{public} leads to https"),
                        format!("Set PUBLIC_URL={}", trimmed(public).replacen("http:", "https:", 1)),
                    ),
                    None => Finding::wrong(
                        format!("What answers at {public} ({}) is not this application", answer.status().as_u16()),
                        "Set PUBLIC_URL to where browsers reach it; a proxy must hand the path on as it is",
                    ),
                }
            }
            Err(_) => Finding::unsure(
                format!("{public} cannot be asked from here"),
                "That does not matter if browsers can: else look at PUBLIC_URL",
            ),
        });
    }
    findings
}

/// A client of what is at `url`. It takes any certificate that the system trusts.
fn client(url: &Url) -> Result<Client, Error> {
    Client::builder(url.clone()).connect_timeout(std::time::Duration::from_secs(3)).build()
}

async fn start(client: &Client) -> Result<Answer, Error> {
    let answer = client.start(&Start::new(Kind::Login)).success(|_| true).send().await?;
    Ok(Answer::clone(&answer))
}

/// Whether `http` was asked of something that speaks TLS.
async fn speaks_tls(url: &Url, failure: &Result<Answer, Error>) -> bool {
    let worth_asking = match failure {
        Ok(answer) => {
            let to_https = answer.redirect().is_some_and(|to| to.scheme() == "https" && to.host() == url.host());
            // What Go, nginx, Caddy and Apache answer to plain http.
            to_https || answer.status() == StatusCode::BAD_REQUEST
        }
        Err(error) => matches!(error, Error::Interrupted(_)),
    };
    let mut secure = url.clone();
    if !worth_asking || secure.set_scheme("https").is_err() {
        return false;
    }
    let Ok(client) = client(&secure) else { return false };
    match start(&client).await {
        Ok(answer) => is_kratos(&answer),
        Err(error) => matches!(reason(&error), Reason::Certificate(_)),
    }
}

/// Whether it is the admin API that answers: it alone tells its version.
async fn is_admin(client: &Client) -> bool {
    #[derive(Deserialize)]
    struct Version {
        #[expect(dead_code, reason = "that it is there is enough")]
        version: String,
    }
    // Where the admin API is told to have a path of its own, it is all below that.
    let answers = [client.path("version").send().await, client.path("admin/version").send().await];
    answers.iter().flatten().any(|answer| answer.status().is_success() && answer.read::<Version>().is_ok())
}

/// The address above `url` where Kratos is, if it is there.
async fn kratos_above(url: &Url) -> Option<Url> {
    let mut above = url.clone();
    // A path has few parts, and Kratos is at the root of its host most often.
    for _ in 0..4 {
        if above.path() == "/" {
            return None;
        }
        above.path_segments_mut().ok()?.pop_if_empty().pop();
        let answer = start(&client(&above).ok()?).await;
        if answer.is_ok_and(|answer| is_kratos(&answer)) {
            return Some(above);
        }
    }
    None
}

fn is_alive(answer: &Answer) -> bool {
    #[derive(Deserialize)]
    struct Status<'a> {
        status: &'a str,
    }
    // Kratos' own has the same shape, but not this header.
    let is_own = answer.headers().contains_key("x-request-id");
    is_own && answer.status().is_success() && answer.read::<Status<'_>>().is_ok_and(|alive| alive.status == "ok")
}

/// Why nothing answered.
enum Reason {
    Name,
    Closed,
    NoTls,
    Certificate(String),
    Slow,
    Other(String),
}

fn reason(error: &Error) -> Reason {
    if matches!(error, Error::Timeout { .. }) {
        return Reason::Slow;
    }
    let mut last = error.to_string();
    for source in successors(error.source(), |inner| (*inner).source()) {
        last = source.to_string();
        if last == "dns error" {
            return Reason::Name;
        }
        let mut tls = source.downcast_ref::<rustls::Error>();
        // The source of an `io::Error` is what stands behind the one that it carries.
        let mut outer = source.downcast_ref::<io::Error>();
        while let Some(error) = outer {
            if error.kind() == io::ErrorKind::ConnectionRefused {
                return Reason::Closed;
            }
            tls = tls.or_else(|| error.get_ref()?.downcast_ref());
            outer = error.get_ref().and_then(|inner| inner.downcast_ref());
        }
        match tls {
            Some(rustls::Error::InvalidMessage(_)) => return Reason::NoTls,
            Some(rustls::Error::InvalidCertificate(why)) => return Reason::Certificate(why.to_string()),
            Some(_) | None => {}
        }
    }
    Reason::Other(last)
}

/// What is said where nothing answers at a door of Kratos'.
pub(super) fn silence(door: Door, url: &Url, error: &Error) -> Finding {
    let Door { setting, name } = door;
    let host = url.host_str().unwrap_or_default();
    match reason(error) {
        Reason::Name => Finding::wrong(
            format!("There is no host of the name {host}, as far as this machine or container knows"),
            format!("Set {setting} to a name that it knows: in a container, that of Kratos' service"),
        ),
        Reason::Closed => Finding::wrong(
            format!("Nobody listens at {url}"),
            format!(
                "Start Kratos, or set {setting} to its serve.{name}.host and port; in a container, localhost is the container"
            ),
        ),
        Reason::NoTls => Finding::wrong(
            format!("What answers at {url} speaks no https"),
            format!("Set {setting}={}", trimmed(url).replacen("https:", "http:", 1)),
        ),
        Reason::Certificate(why) => Finding::wrong(
            format!("The certificate at {url} is not good: {why}"),
            format!("Set {setting} to a name that is in it, or SSL_CERT_FILE to the certificate of who made it"),
        ),
        Reason::Slow => Finding::wrong(
            format!("Nothing answers at {url} in time"),
            format!("See whether a firewall is between, set {setting} to where Kratos is, or raise KRATOS_TIMEOUT"),
        ),
        Reason::Other(why) => Finding::wrong(
            format!("What is at {url} does not answer as HTTP asks: {why}"),
            format!("Set {setting} to Kratos' {name} API"),
        ),
    }
}
