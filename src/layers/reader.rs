//! Who reads the page: the language they chose, or that their browser asks for.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::Uri;
use axum::http::header::{ACCEPT_LANGUAGE, HeaderMap};
use axum::http::request::Parts;
use axum::response::Response;

use super::cookies::{self, LANGUAGE};
use crate::app::App;
use crate::view::Language;

/// A year, in seconds.
const REMEMBERED: u64 = 365 * 24 * 60 * 60;

/// The reader of a page.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    /// The language of the page.
    pub(crate) words: Arc<Language>,
    /// Whether it was chosen just now.
    chosen: bool,
}

impl Reader {
    /// The reader who asks for `uri`: by the query's `lang`, else by the cookie, else by the
    /// browser's `Accept-Language`.
    pub(crate) fn of(app: &App, uri: &Uri, headers: &HeaderMap) -> Self {
        let query = url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
        let named = |tag: &str| app.languages.named(tag);
        let chosen = query.filter(|(name, _)| name == "lang").find_map(|(_, tag)| named(&tag));
        let remembered = || cookies::get(&app.addresses.public, headers, LANGUAGE).and_then(named);
        let accepted =
            || app.languages.accepted(headers.get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default());
        Self { chosen: chosen.is_some(), words: Arc::clone(chosen.or_else(remembered).unwrap_or_else(accepted)) }
    }

    /// Remembers the choice, if one was made.
    pub(crate) fn remember(&self, app: &App, response: &mut Response) {
        if self.chosen {
            cookies::set(&app.addresses.public, response, LANGUAGE, self.words.tag(), REMEMBERED);
        }
    }
}

impl FromRequestParts<App> for Reader {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self::of(app, &parts.uri, &parts.headers))
    }
}
