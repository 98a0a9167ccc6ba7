//! What Hydra asks, and what it is told.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::kratos::{Data, OAuth2Client, Str};

/// An application asks for consent (`OAuth2ConsentRequest`).
#[derive(Debug, Deserialize)]
pub(crate) struct ConsentRequest<'a> {
    /// The application. What it says of itself is its own to say.
    #[serde(borrow)]
    pub(crate) client: OAuth2Client<'a>,
    /// What it asks for.
    #[serde(default, borrow, deserialize_with = "or_default")]
    pub(crate) requested_scope: Vec<Str<'a>>,
    /// The services that it wants to use its tokens at.
    #[serde(default, borrow, deserialize_with = "or_default")]
    pub(crate) requested_access_token_audience: Vec<Str<'a>>,
    /// Whether the person has allowed it before, and wanted to be asked no more.
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) skip: bool,
    /// Who signed in for it: the id of an identity.
    #[serde(borrow)]
    pub(crate) subject: Str<'a>,
    /// The URL at Hydra that it all began with.
    #[serde(default, borrow)]
    pub(crate) request_url: Str<'a>,
}

/// Somebody wants to sign out at Hydra (`OAuth2LogoutRequest`).
#[derive(Debug, Deserialize)]
pub(crate) struct LogoutRequest<'a> {
    /// The application that asks for it, if one does.
    #[serde(default, borrow, deserialize_with = "or_default")]
    pub(crate) client: Option<OAuth2Client<'a>>,
    /// Who signed in: the id of an identity.
    #[serde(default, borrow)]
    pub(crate) subject: Str<'a>,
}

/// What an application may have (`AcceptOAuth2ConsentRequest`). Hydra grants whatever it is told.
#[derive(Debug, Serialize)]
pub(crate) struct Grant<'a> {
    /// The part of what was asked for.
    #[serde(rename = "grant_scope")]
    pub(crate) scope: Vec<&'a str>,
    /// As asked for.
    #[serde(rename = "grant_access_token_audience")]
    pub(crate) audience: Vec<&'a str>,
    /// Whether the person wants to be asked no more.
    pub(crate) remember: bool,
    /// For how many seconds; zero has no end, but it can be revoked.
    pub(crate) remember_for: u32,
    /// What goes into its tokens.
    pub(crate) session: Claims,
}

/// What goes into tokens.
#[derive(Serialize)]
pub(crate) struct Claims {
    /// About the person, for the application.
    pub(crate) id_token: Map<String, Value>,
}

/// Prints nothing about the person.
impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Claims").finish_non_exhaustive()
    }
}

/// Why an application gets nothing (RFC 6749, 4.1.2.1). It is told both.
#[derive(Debug, Serialize)]
pub(crate) struct Rejection {
    pub(crate) error: &'static str,
    pub(crate) error_description: &'static str,
}

/// Where the browser goes on (`OAuth2RedirectTo`). It works once, in that browser.
#[derive(Deserialize)]
pub(crate) struct RedirectTo {
    pub(crate) redirect_to: String,
}

impl fmt::Debug for RedirectTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedirectTo").finish_non_exhaustive()
    }
}

/// What somebody has allowed an application (`OAuth2ConsentSession`).
#[derive(Debug, Deserialize)]
pub(crate) struct Consent<'a> {
    /// What it had asked for.
    #[serde(borrow, rename = "consent_request")]
    pub(crate) request: ConsentRequest<'a>,
    /// What it was allowed.
    #[serde(default, borrow, deserialize_with = "or_default")]
    pub(crate) grant_scope: Vec<Str<'a>>,
    /// When.
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) handled_at: Option<String>,
}

/// Takes `null` for nothing, as Hydra writes an empty list.
fn or_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(from: D) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}

impl Data for ConsentRequest<'static> {
    type Of<'a> = ConsentRequest<'a>;
}

impl Data for LogoutRequest<'static> {
    type Of<'a> = LogoutRequest<'a>;
}

impl Data for RedirectTo {
    type Of<'a> = Self;
}

impl Data for Consent<'static> {
    type Of<'a> = Consent<'a>;
}
