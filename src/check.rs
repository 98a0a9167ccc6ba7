//! Whether this application and its Kratos fit, as far as Kratos tells from outside, in plain words.
//!
//! [`check`] asks as a browser without cookies would. It changes nothing but that Kratos keeps a few
//! flows that nobody goes on with.

mod addresses;
mod admin;
mod cookies;
mod place;

use std::fmt;

use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use url::Url;

use crate::account::Account;
use crate::config::Page;
use crate::flow::addresses::Addresses;
use crate::kratos::{Answer, Client, Error, ErrorId, Flow, Kind, Start};

/// How far clocks may be apart: a code of an authenticator app lasts as long.
const APART: SignedDuration = SignedDuration::from_secs(30);

/// A way back that no Kratos allows (RFC 2606): it then leads to its page for errors.
const NOWHERE: &str = "https://nowhere.invalid/";

/// Something that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Whether it fits.
    pub verdict: Verdict,
    /// What was found.
    pub what: String,
    /// What to do, with the setting to change. Empty where there is nothing to do.
    pub remedy: String,
}

/// Whether something fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Fits,
    /// It does not.
    Wrong,
    /// It cannot be told from here.
    Unsure,
}

impl Finding {
    fn fits(what: impl Into<String>) -> Self {
        Self { verdict: Verdict::Fits, what: what.into(), remedy: String::new() }
    }

    fn wrong(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { verdict: Verdict::Wrong, what: what.into(), remedy: remedy.into() }
    }

    fn unsure(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { verdict: Verdict::Unsure, what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = match self.verdict {
            Verdict::Fits => "fits",
            Verdict::Wrong => "wrong",
            Verdict::Unsure => "unsure",
        };
        write!(f, "{verdict:<7}{}", self.what)?;
        if self.remedy.is_empty() { Ok(()) } else { write!(f, "\n       {}", self.remedy) }
    }
}

/// Looks at what the Kratos of `account` tells: where it is, where it leads browsers, and whom its
/// cookies reach.
pub async fn check(account: &Account) -> Vec<Finding> {
    let addresses = &account.addresses;
    if account.config.proxy_kratos && addresses.kratos.origin() == addresses.public.origin() {
        return vec![Finding::wrong(
            format!("KRATOS_PUBLIC_URL ({}) is this application's own address, which hands on to it", addresses.kratos),
            "Set KRATOS_PUBLIC_URL to Kratos' own address (its serve.public.host and port)",
        )];
    }
    let asked_at = Timestamp::now();
    let answer = match place::find(account).await {
        Ok(answer) => answer,
        Err(finding) => return vec![finding],
    };
    let mut findings = vec![Finding::fits(format!("Kratos' public API answers at {}", addresses.kratos))];
    findings.extend(version(&account.kratos).await);
    findings.extend(admin::look(account).await);
    if let Ok(flow) = answer.read::<Flow<'_>>() {
        findings.extend(addresses::base_url(&flow.ui.action, account));
        let issued_at = flow.issued_at.and_then(|time| time.timestamp());
        findings.extend(issued_at.map(|kratos| clocks(kratos, asked_at, Timestamp::now())));
    }
    let leads = leads(&account.kratos).await;
    if let Some(finding) = addresses::public_url(&leads, account) {
        // Whom the cookies reach cannot be told while it is not known where this application is.
        findings.push(finding);
    } else {
        findings.extend(cookies::look(&answer, addresses));
        findings.extend(addresses::pages(&leads, account));
    }
    findings
}

/// As [`check`], and looks from here at the addresses that browsers use, and at whether people
/// may go back to these `applications` after they signed in.
pub async fn check_all(account: &Account, applications: &[Url]) -> Vec<Finding> {
    let mut findings = check(account).await;
    if !matches!(findings.first(), Some(Finding { verdict: Verdict::Fits, .. })) {
        return findings;
    }
    findings.extend(place::for_browsers(account).await);
    for application in applications {
        findings.extend(allowed(account, application).await);
    }
    findings
}

/// Whether `client` asks Kratos' public API, which has no page of a session for nobody, and not
/// its admin API, which leads elsewhere.
pub(crate) async fn is_public_api(client: &Client) -> Result<(), String> {
    match client.whoami().send().await {
        Ok(_) => Ok(()),
        Err(Error::Refused(refusal)) if refusal.answer.status() == StatusCode::UNAUTHORIZED => Ok(()),
        Err(Error::Refused(refusal)) if refusal.answer.redirect().is_some() => Err(format!(
            "KRATOS_PUBLIC_URL is not Kratos' public API: it leads elsewhere ({})",
            refusal.answer.status().as_u16()
        )),
        Err(error) => Err(error.to_string()),
    }
}

/// Kratos tells its version to nobody here; what came with 1.0 is a path for apps to get tokens.
async fn version(client: &Client) -> Option<Finding> {
    let answer = client.path("sessions/token-exchange").send().await.ok()?;
    let is_old = matches!(answer.status(), StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED);
    is_old.then(|| {
        Finding::wrong(
            "This Kratos is older than 1.0",
            "Update Kratos: its pages cannot be shown whole, and its errors are named otherwise",
        )
    })
}

/// Kratos' time, and this machine's before and after it was asked.
fn clocks(kratos: Timestamp, before: Timestamp, after: Timestamp) -> Finding {
    let apart = if kratos < before { before.duration_since(kratos) } else { kratos.duration_since(after) };
    if apart <= APART {
        return Finding::fits("The clocks of Kratos' machine and this one agree");
    }
    let direction = if kratos < before { "behind" } else { "ahead of" };
    Finding::wrong(
        format!("The clock of Kratos' machine is {} s {direction} this one's", apart.as_secs()),
        "Set both by NTP: else sign-ins and codes seem to be older or newer than they are",
    )
}

/// Where Kratos leads browsers that start with each page. Nothing where it leads to its page for
/// errors instead: it does not offer this.
async fn leads(client: &Client) -> Vec<(Page, Option<Url>)> {
    let mut leads = Vec::new();
    let starts = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Settings);
    let starts = starts.map(|kind| (Page::Flow(kind), Start::new(kind)));
    let error = (Page::Error, Start::new(Kind::Login).with("return_to", NOWHERE));
    for (page, start) in starts.chain([error]) {
        let answer = client.start(&start).like_a_browser().success(|_| true).send().await;
        let Some(to) = answer.ok().and_then(|answer| answer.redirect()) else { continue };
        let parameter = if page == Page::Error { "id" } else { "flow" };
        let is_page = to.query_pairs().any(|(name, _)| name == parameter);
        leads.push((page, is_page.then_some(to)));
    }
    leads
}

/// Whether people may go back to `application`, and Kratos' cookies reach it.
async fn allowed(account: &Account, application: &Url) -> Vec<Finding> {
    let start = Start::new(Kind::Login).with("return_to", application.as_str());
    let answer = match account.kratos.start(&start).send().await {
        Ok(answer) => answer,
        Err(error) if error.id() == Some(&ErrorId::SelfServiceFlowReturnToForbidden) => {
            return vec![Finding::wrong(
                format!("Kratos sends nobody back to {application} after they signed in"),
                format!(
                    "Add it to Kratos' selfservice.allowed_return_urls: {}",
                    application.origin().ascii_serialization()
                ),
            )];
        }
        Err(error) => return vec![Finding::unsure(format!("{application}: {error}"), "")],
    };
    let mut findings = vec![Finding::fits(format!("People come back to {application} after they signed in"))];
    findings.extend(cookies::reach_application(&answer, application, &account.addresses));
    findings
}

/// An address without a slash at its end.
fn trimmed(url: &Url) -> &str {
    url.as_str().trim_end_matches('/')
}

/// Whether nothing at all is told by an answer: for the adversary in tests and proxies in between.
fn is_kratos(answer: &Answer) -> bool {
    #[derive(serde::Deserialize)]
    struct Refused {
        #[expect(dead_code, reason = "that it is there is enough")]
        error: Code,
    }
    #[derive(serde::Deserialize)]
    struct Code {
        #[expect(dead_code, reason = "that it is there is enough")]
        code: u16,
    }
    answer.read::<Flow<'_>>().is_ok() || (answer.status().is_client_error() && answer.read::<Refused>().is_ok())
}

/// The base of an address of a page: what stands before its name. None has a slash too many.
fn base_of(url: &Url, page: Page) -> Option<Url> {
    let path = url.path().strip_suffix('/').unwrap_or(url.path());
    let base = path.strip_suffix(page.name())?.strip_suffix('/').filter(|base| !base.ends_with('/'))?;
    let mut whole = url.clone();
    whole.set_path(base);
    whole.set_query(None);
    whole.set_fragment(None);
    Some(whole)
}

/// Whether a page is this application's at `addresses`.
fn is_own_page(url: &Url, page: Page, addresses: &Addresses) -> bool {
    base_of(url, page).is_some_and(|base| trimmed(&base) == addresses.base())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_may_be_half_a_minute_apart() {
        let at = |second: i64| Timestamp::from_second(1_800_000_000 + second).unwrap();
        for (kratos, expected) in [
            (0, None),
            (5, None),
            (-30, None),
            (40, None),
            (-31, Some("The clock of Kratos' machine is 31 s behind this one's")),
            (3641, Some("The clock of Kratos' machine is 3631 s ahead of this one's")),
        ] {
            let finding = clocks(at(kratos), at(0), at(10));
            let wrong = (finding.verdict == Verdict::Wrong).then_some(finding.what.as_str());
            assert_eq!(wrong, expected, "{kratos}");
        }
    }
}
