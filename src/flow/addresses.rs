//! The three addresses every redirect is made of.

use std::borrow::Cow;

use http::StatusCode;
use url::Url;
use uuid::Uuid;

use crate::kratos::ErrorId;

/// Where Kratos and this application are.
#[derive(Clone, Debug)]
pub(crate) struct Addresses {
    /// Kratos as this process reaches it. Never shown to a browser.
    pub(crate) kratos: Url,
    /// Kratos as the browser reaches it.
    pub(crate) browser: Url,
    /// This application as the browser reaches it.
    pub(crate) public: Url,
}

impl Addresses {
    /// This application's page of a kind of flow: of this flow, or of a new one with this way
    /// back.
    pub(crate) fn page(&self, kind: &str, flow: Option<Uuid>, return_to: Option<&str>) -> Url {
        let flow = flow.map(|flow| flow.to_string());
        below(&self.public, kind, &[("flow", flow.as_deref()), ("return_to", return_to)])
    }

    /// Whether `url` is this application's page of this flow.
    pub(crate) fn is_page(&self, url: &Url, kind: &str, flow: Uuid) -> bool {
        let page = self.page(kind, None, None);
        let names_flow = |(name, value): (Cow<'_, str>, Cow<'_, str>)| name == "flow" && value.parse() == Ok(flow);
        page.origin() == url.origin() && page.path() == url.path() && url.query_pairs().any(names_flow)
    }

    /// Kratos' own start of a flow. It leads back to the page, and is the one way back that
    /// Kratos allows whatever its configuration: it always trusts its own origin.
    pub(crate) fn start(&self, kind: &str, return_to: Option<&str>) -> Url {
        below(&self.browser, &format!("self-service/{kind}/browser"), &[("return_to", return_to)])
    }

    /// Kratos' login, which leads to `back` afterwards.
    pub(crate) fn login(&self, step: Login, back: &Url) -> Url {
        let (aal, refresh) = match step {
            Login::First => (None, None),
            Login::SecondFactor => (Some("aal2"), None),
            Login::Again => (None, Some("true")),
        };
        let back = Some(back.as_str());
        below(&self.browser, "self-service/login/browser", &[("aal", aal), ("refresh", refresh), ("return_to", back)])
    }

    /// Makes a target that Kratos names one for the browser: absolute, http or https, and on
    /// Kratos' browser-facing address where Kratos named its inner one, in a nested `return_to`
    /// too.
    pub(crate) fn for_browser(&self, target: &str) -> Option<Url> {
        let url = self.browser.join(target).ok()?;
        matches!(url.scheme(), "http" | "https").then(|| self.outward(url, 3))
    }

    /// Whether Kratos' cookies without a `Domain` (its continuity cookie) reach this
    /// application: cookies know hosts, not ports.
    pub(crate) fn share_host(&self) -> bool {
        self.browser.host() == self.public.host()
    }

    fn outward(&self, mut url: Url, depth: usize) -> Url {
        if self.kratos == self.browser {
            return url;
        }
        if url.origin() == self.kratos.origin()
            && let Some(rest) = url.path().strip_prefix(self.kratos.path().trim_end_matches('/'))
            && (rest.is_empty() || rest.starts_with('/'))
        {
            let mut outer = self.browser.clone();
            outer.set_path(&format!("{}{rest}", self.browser.path().trim_end_matches('/')));
            outer.set_query(url.query());
            outer.set_fragment(url.fragment());
            url = outer;
        }
        let inner = |name: &str, value: &str| {
            let nested = Url::parse(value).ok().filter(|_| depth > 0 && name == "return_to")?;
            (nested.origin() == self.kratos.origin()).then(|| self.outward(nested, depth - 1))
        };
        // Written anew only where there is something to rewrite: a provider may sign its query.
        if url.query_pairs().any(|(name, value)| inner(&name, &value).is_some()) {
            let pairs: Vec<(String, String)> = url
                .query_pairs()
                .map(|(name, value)| {
                    let value = inner(&name, &value).map_or_else(|| value.into_owned(), String::from);
                    (name.into_owned(), value)
                })
                .collect();
            url.query_pairs_mut().clear().extend_pairs(pairs);
        }
        url
    }
}

impl Login {
    /// The login that a refusal of Kratos' asks for. The status decides first, the id second.
    pub(crate) fn asked_by(status: StatusCode, id: Option<&ErrorId>) -> Option<Self> {
        if status == StatusCode::UNAUTHORIZED {
            return Some(Self::First);
        }
        match id.filter(|_| status == StatusCode::FORBIDDEN)? {
            ErrorId::SessionAal2Required => Some(Self::SecondFactor),
            ErrorId::SessionRefreshRequired | ErrorId::SecurityIdentityMismatch => Some(Self::Again),
            ErrorId::SessionInactive
            | ErrorId::SessionAal1Required
            | ErrorId::SessionAalAlreadyFulfilled
            | ErrorId::SessionAlreadyAvailable
            | ErrorId::SessionVerifiedAddressRequired
            | ErrorId::SecurityCsrfViolation
            | ErrorId::SelfServiceFlowDisabled
            | ErrorId::SelfServiceFlowExpired
            | ErrorId::SelfServiceFlowReplaced
            | ErrorId::SelfServiceFlowReturnToForbidden
            | ErrorId::BrowserLocationChangeRequired
            | ErrorId::IdentityDisabled
            | ErrorId::Other(_) => None,
        }
    }
}

/// Which login is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Login {
    /// Nobody is signed in.
    First,
    /// The session lacks its second factor.
    SecondFactor,
    /// The person must show again that it is them.
    Again,
}

/// `path` below `base`, with those values that are there.
fn below(base: &Url, path: &str, query: &[(&str, Option<&str>)]) -> Url {
    let mut url = base.clone();
    url.set_path(&format!("{}/{path}", base.path().trim_end_matches('/')));
    for (name, value) in query {
        if let Some(value) = value {
            url.query_pairs_mut().append_pair(name, value);
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses() -> Addresses {
        Addresses {
            kratos: "http://kratos.internal:4433/".parse().unwrap(),
            browser: "https://id.example.org/kratos/".parse().unwrap(),
            public: "https://id.example.org/account/".parse().unwrap(),
        }
    }

    #[test]
    fn the_way_back_is_one_encoded_value() {
        let a = addresses();
        let back = a.start("settings", Some("https://app.example.org/?a=1&b=2"));
        assert_eq!(
            a.login(Login::SecondFactor, &back).as_str(),
            "https://id.example.org/kratos/self-service/login/browser?aal=aal2&return_to=https%3A%2F%2Fid.example.org\
             %2Fkratos%2Fself-service%2Fsettings%2Fbrowser%3Freturn_to%3Dhttps%253A%252F%252Fapp.example.org%252F%253F\
             a%253D1%2526b%253D2"
        );
    }

    #[test]
    fn pages_are_below_the_base_path() {
        let flow = "520e8f28-5902-4026-a286-74757804453d".parse().unwrap();
        assert_eq!(
            addresses().page("settings", Some(flow), None).as_str(),
            "https://id.example.org/account/settings?flow=520e8f28-5902-4026-a286-74757804453d"
        );
        assert_eq!(addresses().page("settings", None, None).as_str(), "https://id.example.org/account/settings");
    }

    #[test]
    fn the_inner_address_never_reaches_a_browser() {
        let a = addresses();
        for (named, given) in [
            (
                "http://kratos.internal:4433/self-service/x?flow=1",
                "https://id.example.org/kratos/self-service/x?flow=1",
            ),
            (
                "http://kratos.internal:4433/self-service/login/browser?refresh=true&return_to=http%3A%2F%2Fkratos.internal%3A4433%2Fself-service%2Fsettings%3Fflow%3D1",
                "https://id.example.org/kratos/self-service/login/browser?refresh=true&return_to=https%3A%2F%2Fid.example.org%2Fkratos%2Fself-service%2Fsettings%3Fflow%3D1",
            ),
            (
                "https://id.example.org/login?return_to=http%3A%2F%2Fkratos.internal%3A4433%2F",
                "https://id.example.org/login?return_to=https%3A%2F%2Fid.example.org%2Fkratos%2F",
            ),
            ("/self-service/login", "https://id.example.org/self-service/login"),
            // What is not Kratos' own stays as it was, to the letter.
            (
                "https://provider.example/auth?scope=openid+email&x=%20",
                "https://provider.example/auth?scope=openid+email&x=%20",
            ),
            ("https://provider.example/?return_to=a+b%20c", "https://provider.example/?return_to=a+b%20c"),
        ] {
            assert_eq!(a.for_browser(named).map(String::from).as_deref(), Some(given), "{named}");
        }
    }

    #[test]
    fn only_http_is_a_target() {
        for target in ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.c", "http://"] {
            assert_eq!(addresses().for_browser(target), None, "{target}");
        }
    }
}
