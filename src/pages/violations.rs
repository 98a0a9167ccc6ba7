//! What browsers kept our pages from (Content-Security-Policy Level 3, 5.3 and 5.5), reported to ourselves:
//! a form that the browser blocks reaches nobody, and so would be in no log.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use http_body_util::{BodyExt, Limited};
use serde::Deserialize;
use url::Url;

use crate::visit::{Visit, cookies};

/// The most bytes of a report. It has a few addresses, and a sample of 40 characters.
const MOST: usize = 16 * 1024;

/// How long a report may take to arrive.
const LIMIT: Duration = Duration::from_secs(10);

/// The directives that our policy has, and what all else counts as.
pub(crate) const DIRECTIVES: [&str; 9] = [
    "default-src",
    "script-src",
    "style-src",
    "img-src",
    "form-action",
    "base-uri",
    "frame-ancestors",
    "require-trusted-types-for",
    OTHER,
];

const OTHER: &str = "other";

/// Of either format, what is looked at. It comes from anyone.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Violation {
    #[serde(alias = "effectiveDirective", alias = "effective-directive")]
    directive: String,
    /// The same in the older format, where it may be all there is.
    #[serde(rename = "violated-directive")]
    older_directive: String,
    #[serde(alias = "documentURL", alias = "document-uri")]
    page: String,
    #[serde(alias = "blockedURL", alias = "blocked-uri")]
    blocked: String,
}

/// `report-uri`'s format.
#[derive(Deserialize)]
struct ByUri {
    #[serde(rename = "csp-report")]
    report: Violation,
}

/// `report-to`'s format (Reporting API).
#[derive(Deserialize)]
struct ByEndpoint {
    body: Violation,
}

/// `POST /csp-report`: counted, and logged at most once a second, without queries.
pub(crate) async fn take(visit: Visit, request: Request) -> StatusCode {
    let body = Limited::new(request.into_body(), MOST);
    let Ok(Ok(body)) = tokio::time::timeout(LIMIT, Limited::<Body>::collect(body)).await else {
        return StatusCode::BAD_REQUEST;
    };
    let violations = read(&body.to_bytes());
    if violations.is_empty() {
        return StatusCode::BAD_REQUEST;
    }
    for violation in &violations {
        let directive = violation.directive();
        visit.account.metrics.violation(directive);
        if is_time_to_log(cookies::now()) {
            let hint = violation.hint(&visit.account.addresses.public);
            tracing::warn!(
                directive,
                page = shown(&violation.page),
                blocked = shown(&violation.blocked),
                hint,
                "a browser kept a page from something (Content-Security-Policy)"
            );
        }
    }
    StatusCode::NO_CONTENT
}

/// The violations of a report: ten at most.
fn read(body: &[u8]) -> Vec<Violation> {
    // A list would be taken for the fields of the other format.
    if body.trim_ascii_start().first() != Some(&b'[') {
        return serde_json::from_slice(body).map(|ByUri { report }| report).into_iter().collect();
    }
    let reports: Vec<ByEndpoint> = serde_json::from_slice(body).unwrap_or_default();
    reports.into_iter().take(10).map(|report| report.body).collect()
}

/// Whether a second has gone by since the last line: whoever reports a lot fills no log.
fn is_time_to_log(now: u64) -> bool {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.swap(now, Ordering::Relaxed) != now
}

impl Violation {
    fn directive(&self) -> &'static str {
        let name = if self.directive.is_empty() { &self.older_directive } else { &self.directive };
        let name = name.split(' ').next().unwrap_or_default();
        // Browsers tell more exactly what was not allowed: script-src-elem, style-src-attr.
        let known = DIRECTIVES
            .into_iter()
            .find(|known| name.strip_prefix(known).is_some_and(|rest| matches!(rest, "" | "-elem" | "-attr")));
        known.unwrap_or(OTHER)
    }

    /// What is probably misconfigured.
    fn hint(&self, public: &Url) -> Option<String> {
        let page = Url::parse(&self.page).ok()?.origin();
        let is_form = self.directive() == "form-action";
        (is_form && page.is_tuple() && page != public.origin()).then(|| {
            format!(
                "the browser is at {}, but PUBLIC_URL is {public}: set PUBLIC_URL to what the browser shows",
                page.ascii_serialization()
            )
        })
    }
}

/// An address as a log may have it: without query, and as a parsed URL without anything that would
/// look like a line of its own.
fn shown(address: &str) -> String {
    match Url::parse(address) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => {
            let path: String = url.path().chars().take(100).collect();
            format!("{}{path}", url.origin().ascii_serialization())
        }
        // `inline`, `eval`, `data`, or the scheme of a browser's extension.
        Ok(url) => url.scheme().chars().take(30).collect(),
        Err(_) => address
            .chars()
            .filter(|character| character.is_ascii_alphanumeric() || *character == '-')
            .take(30)
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_formats_are_read_and_their_queries_are_not_shown() {
        let by_uri = r#"{"csp-report":{"document-uri":"https://id.example.org/account/login?flow=secret","effective-directive":"form-action","violated-directive":"form-action","original-policy":"form-action 'self'","status-code":200,"blocked-uri":"http://id.example.org/account/login?token=secret"}}"#;
        let by_endpoint = r#"[{"type":"csp-violation","body":{"documentURL":"https://id.example.org/account/login?flow=secret","effectiveDirective":"form-action","blockedURL":"http://id.example.org/account/login?token=secret"}}]"#;
        let public: Url = "http://id.example.org/account".parse().unwrap();
        for report in [by_uri, by_endpoint] {
            let [violation] = &read(report.as_bytes())[..] else { panic!("{report}") };
            assert_eq!(violation.directive(), "form-action");
            assert_eq!(shown(&violation.page), "https://id.example.org/account/login");
            assert_eq!(shown(&violation.blocked), "http://id.example.org/account/login");
            let hint = violation.hint(&public).unwrap();
            assert!(hint.starts_with("the browser is at https://id.example.org, but PUBLIC_URL is http:"), "{hint}");
            assert_eq!(violation.hint(&"https://id.example.org".parse().unwrap()), None);
        }
    }

    #[test]
    fn what_comes_from_anyone_is_kept_short_and_tame() {
        for (address, said) in [
            ("inline", "inline"),
            ("a\nWARN forged", "aWARNforged"),
            ("data:text/html,<p>", "data"),
            ("https://me:pw@evil.example/%0a?x#y", "https://evil.example/%0a"),
            ("", ""),
        ] {
            assert_eq!(shown(address), said);
        }
        assert!(shown(&format!("https://evil.example/{}", "x".repeat(1000))).len() < 130);
        let directive = |name: &str| Violation { directive: name.to_owned(), ..Violation::default() }.directive();
        assert_eq!(
            ["script-src-elem", "style-src-attr 'self'", "script-source", "x\ny", ""].map(directive),
            ["script-src", "style-src", "other", "other", "other"]
        );
        for nonsense in ["", "null", "[]", "{}", "[{}]", r#"{"csp-report":1}"#, "[[[[[[", "<p>"] {
            assert!(read(nonsense.as_bytes()).is_empty(), "{nonsense}");
        }
    }
}
