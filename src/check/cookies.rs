//! Whom Kratos' cookies reach, by what it sets with a new flow: its CSRF cookie, which has the domain,
//! path and scheme of the session's unless `session.cookie` says otherwise.

use http::header::SET_COOKIE;
use url::{Host, Url};

use super::Finding;
use crate::flow::addresses::Addresses;
use crate::kratos::Answer;

/// Where a browser sends a cookie (RFC 6265, 5.3).
#[derive(Debug, Default)]
struct Reach {
    domain: Option<String>,
    path: Option<String>,
    secure: bool,
}

impl Reach {
    /// That of the first cookie which the answer sets.
    fn of(answer: &Answer) -> Option<Self> {
        let cookie = answer.headers().get(SET_COOKIE)?.to_str().ok()?;
        let mut reach = Self::default();
        for attribute in cookie.split(';').skip(1) {
            let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
            match name.trim().to_ascii_lowercase().as_str() {
                "domain" => reach.domain = Some(value.trim().trim_start_matches('.').to_ascii_lowercase()),
                "path" => reach.path = Some(value.trim().to_owned()),
                "secure" => reach.secure = true,
                _ => {}
            }
        }
        Some(reach)
    }

    /// Whether it reaches `url`'s host from that of `kratos`.
    fn has_host(&self, url: &Url, kratos: &Url) -> bool {
        let Some(domain) = &self.domain else { return url.host() == kratos.host() };
        let host = url.host_str().unwrap_or_default();
        host == domain || host.strip_suffix(domain.as_str()).is_some_and(|rest| rest.ends_with('.'))
    }

    fn has_path(&self, url: &Url) -> bool {
        let path = self.path.as_deref().unwrap_or("/").trim_end_matches('/');
        url.path().strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// Whether they reach this application.
pub(super) fn look(answer: &Answer, addresses: &Addresses) -> Vec<Finding> {
    let Some(reach) = Reach::of(answer) else { return Vec::new() };
    let (public, browser) = (&addresses.public, &addresses.browser);
    let mut findings = Vec::new();
    if !reach.has_host(public, browser) {
        findings.push(hosts(&reach, public, browser));
    } else if !reach.has_host(browser, browser) {
        findings.push(Finding::wrong(
            format!(
                "Kratos' cookies are for {}, which {} is not part of",
                reach.domain.unwrap_or_default(),
                name(browser)
            ),
            "Change Kratos' cookies.domain, or leave it out: browsers refuse a domain that the host is not part of",
        ));
        return findings;
    }
    if !reach.has_path(public) {
        findings.push(Finding::wrong(
            format!("Kratos' cookies are for the path {}, which {public} is not below", reach.path.unwrap_or_default()),
            "Leave out Kratos' cookies.path and session.cookie.path",
        ));
    }
    if reach.secure && public.scheme() == "http" && !is_this_machine(public) {
        findings.push(Finding::wrong(
            format!("Kratos' cookies are for https only, but PUBLIC_URL is {public}: browsers do not send them there"),
            "Serve it by https; for development alone, start Kratos with --dev",
        ));
    }
    if !reach.secure && public.scheme() == "https" {
        findings.push(Finding::wrong(
            "Kratos' cookies are not for https only, though all is https: over plain http they can be stolen",
            "Start Kratos without --dev, and leave out cookies.secure",
        ));
    }
    if findings.is_empty() {
        findings.push(Finding::fits("Kratos' cookies reach this application"));
    }
    findings
}

/// Whether they reach an application that the guard stands before.
pub(super) fn reach_application(answer: &Answer, application: &Url, addresses: &Addresses) -> Option<Finding> {
    let reach = Reach::of(answer)?;
    (!reach.has_host(application, &addresses.browser)).then(|| hosts(&reach, application, &addresses.browser))
}

fn hosts(reach: &Reach, to: &Url, browser: &Url) -> Finding {
    let (host, kratos) = (name(to), name(browser));
    let what = match &reach.domain {
        None => format!("Kratos' cookies are for {kratos} alone: they do not reach {host}"),
        Some(domain) => format!("Kratos' cookies are for {domain}: they do not reach {host}"),
    };
    let remedy = match shared_domain(to, browser) {
        Some(domain) => format!("Set Kratos' cookies.domain to {domain}, or put both behind one host"),
        None => "Put both behind one host: they share no domain that a cookie could be for".to_owned(),
    };
    Finding::wrong(what, remedy)
}

/// The longest domain that both hosts are part of, of two names at least.
fn shared_domain(one: &Url, other: &Url) -> Option<String> {
    let (Some(Host::Domain(one)), Some(Host::Domain(other))) = (one.host(), other.host()) else { return None };
    let shared = one.rsplit('.').zip(other.rsplit('.')).take_while(|(one, other)| one == other);
    let mut names: Vec<&str> = shared.map(|(name, _)| name).collect();
    names.reverse();
    (names.len() > 1).then(|| names.join("."))
}

fn name(url: &Url) -> &str {
    url.host_str().unwrap_or_default()
}

/// Browsers take this machine's own for as good as https.
fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(cookie: &str, browser: &str, public: &str) -> Vec<String> {
        let answer = Answer::of(200, &[("set-cookie", &format!("csrf_token=x{cookie}"))], "");
        let kratos = "http://kratos:4433".parse().unwrap();
        let addresses = Addresses::new(kratos, browser.parse().unwrap(), public.parse().unwrap());
        let findings = look(&answer, &addresses).into_iter();
        findings
            .filter(|finding| finding.verdict != super::super::Verdict::Fits)
            .map(|finding| finding.remedy)
            .collect()
    }

    #[test]
    fn cookies_reach_what_they_are_for() {
        for (cookie, browser, public) in [
            ("; Path=/; Secure", "https://id.example.org/kratos", "https://id.example.org/account"),
            ("; Path=/; Domain=example.org; Secure", "https://kratos.example.org", "https://account.example.org"),
            ("; Path=/; Domain=.Example.org; Secure", "https://kratos.example.org", "https://example.org"),
            ("; Path=/account/; secure", "https://id.example.org/kratos", "https://id.example.org/account"),
            ("; Path=/", "http://127.0.0.1:4433", "http://127.0.0.1:4455"),
            ("; Secure", "http://localhost:4433", "http://localhost:4455"),
        ] {
            assert_eq!(wrong(cookie, browser, public), [""; 0], "{cookie}");
        }
    }

    #[test]
    fn what_they_do_not_reach_is_told_with_the_setting() {
        let siblings = ("https://kratos.example.org", "https://account.example.org");
        for (cookie, (browser, public), remedy) in [
            ("; Secure", siblings, "Set Kratos' cookies.domain to example.org, or put both behind one host"),
            ("; Domain=kratos.example.org; Secure", siblings, "Set Kratos' cookies.domain to example.org"),
            (
                "; Domain=ample.org; Secure",
                ("https://example.org", "https://example.org"),
                "Set Kratos' cookies.domain",
            ),
            ("; Secure", ("https://kratos.example", "https://account.test"), "Put both behind one host"),
            ("", ("http://localhost:4433", "http://127.0.0.1:4455"), "Put both behind one host"),
            (
                "; Path=/kratos; Secure",
                ("https://a.org/kratos", "https://a.org/account"),
                "Leave out Kratos' cookies.path",
            ),
            (
                "; Path=/acc; Secure",
                ("https://a.org/kratos", "https://a.org/account"),
                "Leave out Kratos' cookies.path",
            ),
            ("; Secure", ("http://a.org/kratos", "http://a.org/account"), "Serve it by https"),
            ("", ("https://a.org/kratos", "https://a.org/account"), "Start Kratos without --dev"),
        ] {
            let remedies = wrong(cookie, browser, public);
            assert!(remedies.len() == 1 && remedies[0].starts_with(remedy), "{cookie} {browser}: {remedies:?}");
        }
    }
}
