//! Pages that can be left out, and links at their foot.

use std::str::FromStr;

use url::Url;

use super::WebUrl;
use crate::kratos::Kind;

/// A page that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The page of a kind of flow. With the settings come `/sessions` and `/settings/export`.
    Flow(Kind),
    /// `/error`
    Error,
}

impl Page {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Flow(Kind::Settings),
        Self::Flow(Kind::Login),
        Self::Flow(Kind::Registration),
        Self::Flow(Kind::Recovery),
        Self::Flow(Kind::Verification),
        Self::Error,
    ];

    /// Its name, as its path has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Flow(kind) => kind.name(),
            Self::Error => "error",
        }
    }
}

impl FromStr for Page {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let page = Self::ALL.into_iter().find(|page| page.name() == name);
        page.ok_or_else(|| format!("there is no page {name:?}; there are {}", Self::ALL.map(Self::name).join(", ")))
    }
}

/// A link at the foot of every page.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Link {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub url: Url,
}

impl Link {
    /// A link that says `text` and leads to `url`.
    pub fn new(text: String, url: Url) -> Self {
        Self { text, url }
    }
}

impl FromStr for Link {
    type Err = String;

    /// Reads `Text=https://…`.
    fn from_str(link: &str) -> Result<Self, String> {
        let (text, url) = link.split_once('=').ok_or("write it as Text=https://…")?;
        let url = Url::parse(url.trim()).map_err(|error| error.to_string())?;
        if url.scheme() != "mailto" {
            WebUrl::try_from(url.clone())?;
        }
        Ok(Self::new(text.trim().to_owned(), url))
    }
}
