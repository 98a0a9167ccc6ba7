//! How the pages of a kind of flow differ, and what a page is made of besides its flow.

use std::collections::HashMap;

use jiff::Timestamp;

use super::language::Language;
use crate::flow::addresses::Addresses;
use crate::kratos::{Flow, Schema, Start};

/// How the pages of a kind of flow differ from those of the others.
#[derive(Debug)]
pub(crate) struct Layout {
    /// What the ids of its words begin with: `login` for `login-title`.
    pub(crate) words: &'static str,
    /// The groups in the order people need them; others come after.
    pub(crate) order: &'static [&'static str],
    /// What is in one form.
    pub(crate) forms: Forms,
    /// The step that a flow is at, for a heading and a sentence of its own (`login-STEP-title`,
    /// `login-STEP-lead`); empty for the ordinary one.
    pub(crate) step: fn(&Flow<'_>) -> &'static str,
}

/// What is in one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Forms {
    /// Each group is a section with forms of its own: they do different things.
    PerGroup,
    /// All groups that need the same fields: they are ways to do the same thing.
    One,
}

/// Where the forms of a page go.
#[derive(Debug)]
pub(crate) struct Posting {
    /// This application, which builds traits from forms and keeps Kratos' cookies.
    pub(crate) here: String,
    /// Kratos itself, for forms without traits, where its continuity cookie does not reach this
    /// application.
    pub(crate) kratos: Option<String>,
}

impl Posting {
    /// Where the forms of `flow` go. After a success `ui.action` names the flow that follows
    /// this one.
    pub(crate) fn of(flow: &Flow<'_>, start: &Start, addresses: &Addresses) -> Self {
        let action = &*flow.ui.action;
        let query = action.split_once('?').map_or("", |(_, query)| query.split('#').next().unwrap_or(query));
        let next = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "flow");
        let next = next.and_then(|(_, flow)| flow.parse().ok());
        let elsewhere = || addresses.for_browser(action).map(String::from);
        Self {
            here: addresses.page(Some(next.unwrap_or(flow.id)), start),
            kratos: (!addresses.share_host()).then(elsewhere).flatten(),
        }
    }

    /// Where a form goes that has traits, or has none.
    pub(super) fn action(&self, has_traits: bool) -> &str {
        self.kratos.as_deref().filter(|_| !has_traits).unwrap_or(&self.here)
    }
}

/// Another page to go to instead.
#[derive(Debug)]
pub(crate) struct Way {
    /// Where it is.
    pub(crate) href: String,
    /// The id of what to call it.
    pub(crate) words: &'static str,
    /// Its `data-testid`.
    pub(crate) mark: &'static str,
    /// Whether going there changes something, and so needs a form.
    pub(crate) posts: bool,
}

/// What a page is made of besides its flow.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    /// Where everything is.
    pub(crate) addresses: &'a Addresses,
    /// Where the forms go.
    pub(crate) posting: &'a Posting,
    /// The reader's language.
    pub(crate) words: &'a Language,
    /// When the page is made.
    pub(crate) now: Timestamp,
    /// What the operator calls the service.
    pub(crate) brand: Option<&'a str>,
    /// The schema of the traits, where Kratos gives it.
    pub(crate) schema: Option<&'a Schema>,
    /// The group whose form was sent last, if it was this flow's.
    pub(crate) acted: Option<&'a str>,
    /// What was typed into fields of a page that could not be sent, by name: it stands in their
    /// place again. Passwords and codes are never shown, even if they are here.
    pub(crate) typed: Option<&'a HashMap<String, String>>,
    /// What is to be said besides: the id of a text.
    pub(crate) says: Option<&'a str>,
    /// Lists whose items were changed elsewhere, so that a change to them was not made.
    pub(crate) gone: &'a [String],
    /// Who is signed in, by the sign-in name, where the flow does not tell.
    pub(crate) person: Option<&'a str>,
    /// How to go on as somebody else.
    pub(crate) other: Option<&'a Way>,
    /// Where else to go.
    pub(crate) ways: &'a [Way],
}

impl<'a> Context<'a> {
    /// The context of a page without any of what is rarely there.
    pub(crate) fn new(addresses: &'a Addresses, posting: &'a Posting, words: &'a Language) -> Self {
        Self {
            addresses,
            posting,
            words,
            now: Timestamp::now(),
            brand: None,
            schema: None,
            acted: None,
            typed: None,
            says: None,
            gone: &[],
            person: None,
            other: None,
            ways: &[],
        }
    }
}
