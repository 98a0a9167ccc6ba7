//! What the reader chose at the foot of a page: the language, and light or dark.

use std::sync::Arc;

use http::header::ACCEPT_LANGUAGE;

use super::Request;
use crate::cookies;
use crate::view::{Language, Theme};

/// How long a choice is remembered, in seconds: a year.
const REMEMBERED: u64 = 365 * 24 * 60 * 60;

/// What begins the pair of a query that chooses a language.
const LANG: &str = "lang=";

/// What begins the pair of a query that chooses colours.
const THEME: &str = "theme=";

/// The reader's language.
#[derive(Debug)]
pub(super) struct Words {
    language: Arc<Language>,
    /// Whether it was chosen just now.
    chosen: bool,
}

impl Request {
    /// The reader's language: as the query's `lang` says, else as the cookie, else as the browser.
    pub(crate) fn words(&self) -> &Arc<Language> {
        &self.chosen_words().language
    }

    fn chosen_words(&self) -> &Words {
        self.words.get_or_init(|| {
            let languages = &self.account.pages.languages;
            let named = |tag: &str| languages.named(tag);
            let chosen = self.uri.query().and_then(|_| named(&self.value("lang")?));
            let language = chosen.or_else(|| self.cookie(cookies::LANGUAGE).and_then(named)).unwrap_or_else(|| {
                let accepted = self.forwarded.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
                languages.accepted(accepted.unwrap_or_default())
            });
            Words { chosen: chosen.is_some(), language: Arc::clone(language) }
        })
    }

    /// The colours of the page: as the query's `theme` says, else as the cookie, else as the device.
    pub(crate) fn theme(&self) -> Theme {
        let of_cookie = || self.cookie(cookies::THEME).and_then(Theme::named);
        self.chosen_theme().or_else(of_cookie).unwrap_or_default()
    }

    fn chosen_theme(&self) -> Option<Theme> {
        self.query_text().contains(THEME).then(|| Theme::named(&self.value("theme")?))?
    }

    /// Keeps in cookies what was chosen just now.
    pub(crate) fn remember_choices(&self) {
        if self.query_text().contains(LANG) && self.chosen_words().chosen {
            self.set_cookie(cookies::LANGUAGE, self.words().tag(), REMEMBERED);
        }
        match self.chosen_theme() {
            Some(Theme::System) => self.set_cookie(cookies::THEME, "", 0),
            Some(theme) => self.set_cookie(cookies::THEME, theme.name(), REMEMBERED),
            None => {}
        }
    }

    /// This page, but for a choice to be added: the same address and query. What is not shown is not
    /// asked for again with all that may have been wrong with it.
    pub(crate) fn here(&self) -> String {
        let arrived = self.told().arrived;
        let names = |pair: &&str| {
            let is_choice = pair.starts_with(LANG) || pair.starts_with(THEME);
            !is_choice && (arrived || pair.starts_with("flow=") || pair.starts_with("id="))
        };
        let mut here = format!("{}{}?", self.account.addresses.base(), self.path());
        for pair in self.query_text().split('&').filter(|pair| !pair.is_empty()).filter(names) {
            here.push_str(pair);
            here.push('&');
        }
        here
    }

    /// The address that was asked for, as the browser has it.
    pub(crate) fn address(&self) -> String {
        format!("{}{}?{}", self.account.addresses.base(), self.path(), self.query_text())
    }
}
