//! The one check of schemes.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use url::Url;

/// An absolute URL of http or https: what a browser may be sent to, and what is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebUrl(Url);

impl WebUrl {
    /// Whether `text` is one.
    pub(crate) fn is(text: &str) -> bool {
        text.parse::<Self>().is_ok()
    }

    /// This machine.
    pub(super) fn localhost() -> Self {
        #[expect(clippy::expect_used, reason = "a constant")]
        Self(Url::parse("http://localhost").expect("a URL"))
    }
}

impl TryFrom<Url> for WebUrl {
    type Error = String;

    fn try_from(url: Url) -> Result<Self, String> {
        match url.scheme() {
            "http" | "https" => Ok(Self(url)),
            scheme => Err(format!("the scheme is {scheme}, but must be http or https")),
        }
    }
}

impl FromStr for WebUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Url::parse(text).map_err(|error| format!("{error}; write it as https://host/path"))?.try_into()
    }
}

impl From<WebUrl> for Url {
    fn from(WebUrl(url): WebUrl) -> Self {
        url
    }
}

impl Deref for WebUrl {
    type Target = Url;

    fn deref(&self) -> &Url {
        &self.0
    }
}

impl fmt::Display for WebUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
