//! Headers that take from a page what it does not need.

use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};

use url::Url;

use crate::flow::addresses::Addresses;

/// Where browsers report what they kept a page from.
pub(crate) const REPORTS: &str = "/csp-report";

/// The headers of every answer.
#[derive(Clone, Debug)]
pub(crate) struct Headers(Vec<(HeaderName, HeaderValue)>);

impl Headers {
    pub(crate) fn new(addresses: &Addresses, hsts: bool) -> Self {
        let is_https = addresses.public.scheme() == "https";
        let path = report_path(addresses);
        let mut headers = vec![
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
            (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            // For browsers without frame-ancestors.
            (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
            // Under no-referrer, Chromium sends `Origin: null` with our own forms on plain http.
            (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
            (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
            (
                HeaderName::from_static("permissions-policy"),
                HeaderValue::from_static(
                    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), \
                     publickey-credentials-create=(self), publickey-credentials-get=(self)",
                ),
            ),
        ];
        headers.extend(policy(addresses, None).map(|policy| (CONTENT_SECURITY_POLICY, policy)));
        // On plain http browsers ignore it, and complain on the console.
        if is_https {
            if let Ok(endpoint) = HeaderValue::from_str(&format!("csp=\"{path}\"")) {
                headers.push((HeaderName::from_static("reporting-endpoints"), endpoint));
            }
            headers
                .push((HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")));
            if hsts {
                // Of this host alone: its neighbours are not ours to decide for.
                headers.push((STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000")));
            }
        }
        Self(headers)
    }

    /// Sets those that an answer does not have.
    pub(crate) fn set(&self, of: &mut HeaderMap) {
        of.reserve(self.0.len());
        for (name, value) in &self.0 {
            of.entry(name).or_insert_with(|| value.clone());
        }
    }
}

/// The Content-Security-Policy of a page, with an application's picture on it or none.
fn policy(addresses: &Addresses, picture: Option<&Url>) -> Option<HeaderValue> {
    let picture = picture.map(|url| format!(" {}", url.origin().ascii_serialization())).unwrap_or_default();
    // Where Kratos' continuity cookie does not reach us, forms post straight to Kratos, and
    // from there on to any provider.
    let form_action = if addresses.share_host() {
        "'self'".to_owned()
    } else {
        // A Kratos on plain http, in development, has providers and a login there too.
        let also = if addresses.browser.scheme() == "http" { " http:" } else { "" };
        format!("'self' {} https:{also}", addresses.browser.origin().ascii_serialization())
    };
    // As a path: where `PUBLIC_URL` is wrong, this is how it is found out. The newer `report-to` needs
    // https, and browsers that know it then look at nothing else.
    let also = if addresses.public.scheme() == "https" { "; report-to csp" } else { "" };
    let report = format!("report-uri {}{also}", report_path(addresses));
    let policy = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        // Kratos sends the authenticator app's QR code as a data: URI.
        &format!("img-src 'self' data:{picture}"),
        &format!("form-action {form_action}"),
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        &report,
    ]
    .join("; ");
    HeaderValue::from_str(&policy).ok()
}

/// Where a browser reports what it kept a page from.
fn report_path(addresses: &Addresses) -> String {
    format!("{}{REPORTS}", addresses.public.path().trim_end_matches('/'))
}

/// Lets a page show the picture of an application, from that host and no other.
pub(crate) fn show_picture(of: &mut HeaderMap, addresses: &Addresses, picture: &Url) {
    if let Some(policy) = policy(addresses, Some(picture)) {
        of.insert(CONTENT_SECURITY_POLICY, policy);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(browser: &str, public: &str, hsts: bool, name: &HeaderName) -> Option<String> {
        let kratos = "http://kratos:4433".parse().unwrap();
        let addresses = Addresses::new(kratos, browser.parse().unwrap(), public.parse().unwrap());
        let mut headers = Headers::new(&addresses, hsts).0.into_iter();
        headers.find(|(other, _)| other == name).map(|(_, value)| value.to_str().unwrap().to_owned())
    }

    fn policy(browser: &str) -> String {
        header(browser, "https://id.example.org", true, &CONTENT_SECURITY_POLICY).unwrap()
    }

    #[test]
    fn on_https_browsers_stay_there_unless_that_is_left_out() {
        for (public, hsts, value) in [
            ("https://id.example.org", true, Some("max-age=31536000")),
            ("https://id.example.org", false, None),
            ("http://localhost:4455", true, None),
        ] {
            let sent = header(public, public, hsts, &STRICT_TRANSPORT_SECURITY);
            assert_eq!(sent.as_deref(), value, "{public} {hsts}");
        }
    }

    #[test]
    fn nothing_inline_and_nothing_from_elsewhere() {
        insta::assert_snapshot!(policy("https://id.example.org/kratos"), @"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /csp-report; report-to csp");
    }

    #[test]
    fn in_development_forms_may_go_on_over_plain_http() {
        assert!(
            policy("http://kratos.example.org").contains("form-action 'self' http://kratos.example.org https: http:;")
        );
    }

    #[test]
    fn forms_may_go_to_kratos_where_it_is_a_sibling() {
        assert!(
            policy("https://kratos.example.org/x").contains("form-action 'self' https://kratos.example.org https:;")
        );
    }
}
