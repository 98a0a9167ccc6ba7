//! An application that people sign in to (an OAuth 2.0 client), as a page shows it.
//!
//! All of it is the application's own to say: its links are https or not there, and its picture
//! comes from a host that the page's policy can name.

use url::{Host, Url};

use crate::kratos::OAuth2Client;

/// See the module.
#[derive(Debug)]
pub(crate) struct Application {
    /// What people call it, else its id.
    pub(crate) name: String,
    /// Its picture.
    pub(crate) logo: Option<Url>,
    /// Its page.
    pub(crate) page: Option<Url>,
    /// How it treats data.
    pub(crate) policy: Option<Url>,
    /// Its terms.
    pub(crate) terms: Option<Url>,
}

impl Application {
    /// Describes `client`.
    pub(crate) fn of(client: &OAuth2Client<'_>) -> Self {
        let link = |uri: &Option<_>| uri.as_ref().and_then(|uri: &crate::kratos::Str<'_>| https(uri));
        let name = client.client_name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        Self {
            name: name.unwrap_or(&client.client_id).to_owned(),
            logo: link(&client.logo_uri).filter(can_be_named),
            page: link(&client.client_uri),
            policy: link(&client.policy_uri),
            terms: link(&client.tos_uri),
        }
    }

    /// Whether it says anything of itself but its name and picture.
    pub(crate) fn has_links(&self) -> bool {
        self.page.is_some() || self.policy.is_some() || self.terms.is_some()
    }
}

fn https(uri: &str) -> Option<Url> {
    Url::parse(uri).ok().filter(|url| url.scheme() == "https" && url.username().is_empty() && url.password().is_none())
}

/// Whether a Content-Security-Policy can name the host: a URL's may have a `*`, `;` or `,`, which would
/// say something else there.
fn can_be_named(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
        }
        // Policies have no IPv6 addresses (CSP Level 3, 2.3.1).
        Some(Host::Ipv4(_)) => true,
        Some(Host::Ipv6(_)) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn links_are_https_and_pictures_come_from_hosts_that_a_policy_can_name() {
        let logo = |uri: &str| {
            let client = json!({"client_id": "app", "client_name": " ", "logo_uri": uri, "policy_uri": uri});
            let application = Application::of(&crate::kratos::read(&client));
            assert_eq!(application.name, "app", "whoever has no name is called by the id");
            (application.logo.map(String::from), application.policy.is_some())
        };
        let good = "https://app.example.org:8443/logo.png";
        assert_eq!(logo(good), (Some(good.to_owned()), true));
        for (uri, is_link) in [
            ("https://*/x.png", true),
            ("https://a;script-src/x.png", true),
            ("https://a,b/x.png", true),
            ("https://[::1]/x.png", true),
            ("http://app.example.org/x.png", false),
            ("https://user@app.example.org/x.png", false),
            ("javascript:alert(1)", false),
            ("data:image/png;base64,AAAA", false),
            ("//app.example.org/x.png", false),
            ("", false),
        ] {
            assert_eq!(logo(uri), (None, is_link), "{uri}");
        }
    }
}
