//! The three addresses every link and redirect is made of.

use std::borrow::Cow;
use std::fmt::Write;

use url::Url;
use uuid::Uuid;

use super::own_page::OwnPage;
use crate::config::{Config, WebUrl};
use crate::kratos::{Kind, Start};

/// What says, in the query of the settings, that whoever comes needs a second factor.
pub(crate) const NEEDS_FACTOR: &str = "needs_factor";

/// Where Kratos and this application are.
#[derive(Clone, Debug)]
pub(crate) struct Addresses {
    /// Kratos as this process reaches it. Never shown to a browser.
    pub(crate) kratos: Url,
    /// Kratos as the browser reaches it.
    pub(crate) browser: Url,
    /// This application as the browser reaches it.
    pub(crate) public: Url,
    /// `public` as a text without a slash at its end: most links are made of it, on every page.
    base: Box<str>,
}

impl Addresses {
    /// The addresses by these settings.
    pub(crate) fn of(config: &Config) -> Self {
        let unless_told = if config.proxy_kratos { &config.public_url } else { &config.kratos_public_url };
        let browser = config.kratos_browser_url.as_ref().unwrap_or(unless_told);
        Self::new(config.kratos_public_url.clone(), browser.clone(), config.public_url.clone())
    }

    pub(crate) fn new(kratos: Url, browser: Url, public: Url) -> Self {
        let base = public.as_str().trim_end_matches('/').into();
        Self { kratos, browser, public, base }
    }

    /// This application without a slash at the end, as the browser reaches it.
    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// The page of a flow, or of a new one, with the options it is started with: `{P}/KIND?flow=ID&…`.
    pub(crate) fn page(&self, flow: Option<Uuid>, start: &Start) -> String {
        let mut page = format!("{}/{}", self.base, start.kind().name());
        let mut sign = '?';
        if let Some(flow) = flow {
            // Writing to a string does not fail.
            let _ = write!(page, "?flow={flow}");
            sign = '&';
        }
        for (name, value) in start.pairs() {
            let value = url::form_urlencoded::byte_serialize(value.as_bytes());
            let _ = write!(page, "{sign}{name}=");
            page.extend(value);
            sign = '&';
        }
        page
    }

    /// The settings, for whoever has no second factor and is asked for one: they can add it there, and then go on.
    pub(crate) fn add_factor(&self, return_to: Option<&str>) -> String {
        let start = Start::new(Kind::Settings).with("return_to", return_to.unwrap_or_default());
        let page = self.page(None, &start);
        let sign = if page.contains('?') { '&' } else { '?' };
        format!("{page}{sign}{NEEDS_FACTOR}=true")
    }

    /// One of our own pages.
    pub(crate) fn own_page(&self, page: OwnPage) -> String {
        match page {
            OwnPage::Sessions => format!("{}/sessions", self.base),
            OwnPage::Applications => format!("{}/applications", self.base),
            OwnPage::Export => format!("{}/settings/export", self.base),
            OwnPage::Deletion => format!("{}/settings/delete", self.base),
            OwnPage::Settings(flow) => self.page(Some(flow), &Start::new(Kind::Settings)),
        }
    }

    /// Whether `url` is this application's page of this flow.
    pub(crate) fn is_page(&self, url: &Url, kind: Kind, flow: Uuid) -> bool {
        let names_flow = |(name, value): (Cow<'_, str>, Cow<'_, str>)| name == "flow" && value.parse() == Ok(flow);
        self.is_own(url)
            && url.path().trim_end_matches('/').strip_prefix(self.path()) == Some(&format!("/{}", kind.name()))
            && url.query_pairs().any(names_flow)
    }

    /// Whether `url` is a page of this application: of its origin and below its path.
    pub(crate) fn is_own(&self, url: &Url) -> bool {
        let below = |rest: &str| rest.is_empty() || rest.starts_with('/');
        self.public.origin() == url.origin() && url.path().strip_prefix(self.path()).is_some_and(below)
    }

    /// Kratos' own start of a flow: R, the way back. It leads to our page, and is the one that
    /// Kratos allows whatever its configuration: it always trusts its own origin.
    pub(crate) fn start(&self, start: &Start) -> Url {
        below(&self.browser, &format!("self-service/{}/browser", start.kind().name()), start.pairs())
    }

    /// A link's target. Kratos' start of the settings, which is the way back that we name, is our own page: there
    /// whoever is signed out signs in and comes back, and Kratos would forget it.
    pub(crate) fn for_link(&self, target: &str) -> Option<String> {
        let url = self.for_browser(target)?;
        let start = Start::new(Kind::Settings);
        let is_start = url.origin() == self.browser.origin() && url.path() == self.start(&start).path();
        Some(if is_start { self.page(None, &Start::read(start.kind(), url.query_pairs())) } else { url.into() })
    }

    /// Kratos' login, which leads to `back` afterwards.
    pub(crate) fn login(&self, step: Login, back: &Url) -> Url {
        let asked = match step {
            Login::First => None,
            Login::SecondFactor => Some(("aal", "aal2")),
            Login::Again => Some(("refresh", "true")),
        };
        below(&self.browser, "self-service/login/browser", asked.into_iter().chain([("return_to", back.as_str())]))
    }

    /// Makes a target that Kratos names one for the browser: absolute, http or https, and on
    /// Kratos' browser-facing address where Kratos named its inner one, in a nested `return_to`
    /// too.
    pub(crate) fn for_browser(&self, target: &str) -> Option<Url> {
        let url = WebUrl::try_from(self.browser.join(target).ok()?).ok()?;
        Some(self.outward(url.into(), 3))
    }

    /// Whether Kratos' cookies without a `Domain` (its continuity cookie) reach this
    /// application: cookies know hosts, not ports.
    pub(crate) fn share_host(&self) -> bool {
        self.browser.host() == self.public.host()
    }

    /// The path of this application, without a slash at its end.
    fn path(&self) -> &str {
        self.public.path().trim_end_matches('/')
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

/// `path` below `base`, with this query.
fn below<'a>(base: &Url, path: &str, query: impl IntoIterator<Item = (&'static str, &'a str)>) -> Url {
    let mut url = base.clone();
    url.set_path(&format!("{}/{path}", base.path().trim_end_matches('/')));
    let mut query = query.into_iter().peekable();
    if query.peek().is_some() {
        url.query_pairs_mut().extend_pairs(query);
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses() -> Addresses {
        Addresses::new(
            "http://kratos.internal:4433/".parse().unwrap(),
            "https://id.example.org/kratos/".parse().unwrap(),
            "https://id.example.org/account/".parse().unwrap(),
        )
    }

    #[test]
    fn the_way_back_is_one_encoded_value() {
        let a = addresses();
        let start = Start::new(Kind::Settings).with("return_to", "https://app.example.org/?a=1&b=2");
        assert_eq!(
            a.login(Login::SecondFactor, &a.start(&start)).as_str(),
            "https://id.example.org/kratos/self-service/login/browser?aal=aal2&return_to=https%3A%2F%2Fid.example.org\
             %2Fkratos%2Fself-service%2Fsettings%2Fbrowser%3Freturn_to%3Dhttps%253A%252F%252Fapp.example.org%252F%253F\
             a%253D1%2526b%253D2"
        );
    }

    #[test]
    fn pages_are_below_the_base_path_and_keep_the_options() {
        let flow = "520e8f28-5902-4026-a286-74757804453d".parse().unwrap();
        let none = Start::new(Kind::Settings);
        assert_eq!(
            addresses().page(Some(flow), &none),
            "https://id.example.org/account/settings?flow=520e8f28-5902-4026-a286-74757804453d"
        );
        assert_eq!(addresses().page(None, &none), "https://id.example.org/account/settings");
        let start = Start::new(Kind::Login).with("aal", "aal2").with("return_to", "https://app.example/?a=b&c");
        assert_eq!(
            addresses().page(None, &start),
            "https://id.example.org/account/login?aal=aal2&return_to=https%3A%2F%2Fapp.example%2F%3Fa%3Db%26c"
        );
    }

    #[test]
    fn own_pages_are_told_from_neighbours() {
        let flow: Uuid = "520e8f28-5902-4026-a286-74757804453d".parse().unwrap();
        for (url, own, page) in [
            (format!("https://id.example.org/account/login?flow={flow}"), true, true),
            (format!("https://id.example.org/account/login/?x=1&flow={flow}"), true, true),
            ("https://id.example.org/account/login".to_owned(), true, false),
            ("https://id.example.org/account".to_owned(), true, false),
            ("https://id.example.org/accounts".to_owned(), false, false),
            (format!("https://id.example.org/login?flow={flow}"), false, false),
            (format!("https://evil.example/account/login?flow={flow}"), false, false),
        ] {
            let url = url.parse().unwrap();
            assert_eq!((addresses().is_own(&url), addresses().is_page(&url, Kind::Login, flow)), (own, page), "{url}");
        }
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
