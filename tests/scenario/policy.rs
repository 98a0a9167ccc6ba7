//! Two rules of browsers: where a form may lead, and what a request says of where it comes from.

use url::Url;

/// Whether a form of the page at `page`, under this Content-Security-Policy, may lead to `to`, as
/// its action or by a redirect.
pub fn form_may_go(policy: &str, page: &Url, to: &Url) -> bool {
    let directive = policy.split(';').map(str::trim).find_map(|directive| directive.strip_prefix("form-action "));
    let Some(sources) = directive else { return true };
    sources.split_whitespace().any(|source| match source {
        "'self'" => page.origin() == to.origin(),
        scheme if scheme.ends_with(':') => to.scheme() == scheme.trim_end_matches(':'),
        origin => Url::parse(origin).is_ok_and(|origin| origin.origin() == to.origin()),
    })
}

/// `Sec-Fetch-Site`: how far a request has come, at the farthest of its redirects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Site(Distance);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Distance {
    None,
    SameOrigin,
    SameSite,
    CrossSite,
}

impl Site {
    /// An address that was typed.
    pub fn none() -> Self {
        Self(Distance::None)
    }

    /// The same after one more step.
    pub fn and(self, from: Option<&Url>, to: &Url) -> Self {
        let Some(from) = from else { return self };
        let distance = if from.origin() == to.origin() {
            Distance::SameOrigin
        } else if site(from) == site(to) {
            Distance::SameSite
        } else {
            Distance::CrossSite
        };
        self.max(Self(distance))
    }

    /// Whether the origin it comes from is told.
    pub fn is_known(self) -> bool {
        self.0 <= Distance::SameSite
    }

    pub fn name(self) -> &'static str {
        match self.0 {
            Distance::None => "none",
            Distance::SameOrigin => "same-origin",
            Distance::SameSite => "same-site",
            Distance::CrossSite => "cross-site",
        }
    }
}

/// Scheme and registrable domain, for the names tests use: the last two labels.
fn site(url: &Url) -> (String, String) {
    let host = url.host_str().unwrap_or_default();
    let labels: Vec<&str> = host.rsplit('.').take(2).collect();
    let is_name = url.domain().is_some();
    (url.scheme().to_owned(), if is_name { labels.join(".") } else { host.to_owned() })
}
