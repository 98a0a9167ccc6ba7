//! Guarding routes by a Kratos session: a tower layer for any service, and extractors for axum.
//!
//! ```no_run
//! use axum::{Router, routing::get};
//! use kratos_account::guard::Session;
//! use kratos_account::{Account, Config};
//!
//! async fn hello(session: Session) -> String {
//!     format!("Your session is {}.", session.id)
//! }
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let account = Account::new(&Config::new("http://kratos:4433".parse()?, "https://example.org/account".parse()?))?;
//! let router: Router = Router::new()
//!     .route("/hello", get(hello))
//!     .layer(account.require_session())
//!     .nest("/account", account.router());
//! # Ok(())
//! # }
//! ```
//!
//! Who is not signed in, or not well enough, is sent to Kratos' login and back, if it is a browser
//! that opens a page; everything else gets 401 or 403 as `application/problem+json` with Kratos'
//! error id. Kratos sends people back only to addresses that it knows: the guarded
//! application's origin must be among its `selfservice.allowed_return_urls`.
//!
//! When Kratos cannot be asked, or not at once because too many already are, the answer is 503 with
//! `Retry-After`: nobody is let through, and nobody is taken for signed out.

mod answer;
mod ask;
mod extract;
#[cfg_attr(not(feature = "pages"), path = "guard/plain.rs")]
mod page;
mod refusal;
mod requirement;
mod service;

use std::sync::Arc;
use std::time::Duration;

pub use extract::{Identity, Session, Unguarded};
pub use service::Guarded;

pub(crate) use answer::{Answer, Asked};
pub(crate) use ask::{ask, step_up};
#[cfg(feature = "pages")]
pub(crate) use ask::{leave, leave_by_key};
pub(crate) use refusal::refuse;
pub(crate) use requirement::Requirement;
#[cfg(feature = "pages")]
pub(crate) use requirement::is_recent;
#[cfg(feature = "pages")]
pub(crate) use service::headers_of;

use crate::account::Account;
use crate::kratos::Aal;

/// A tower layer that lets through whom Kratos knows. Made by
/// [`Account::require_session`](crate::Account::require_session).
///
/// It puts a [`Session`] into the request's extensions and sets the headers `X-User-Id` and
/// `X-Session-Aal` on it for services behind, having removed what came in under these names, in any
/// spelling (`X_User_Id`) that a gateway may take for them.
/// However many of these layers a request passes, Kratos is asked once.
#[derive(Clone, Debug)]
#[must_use]
pub struct RequireSession {
    account: Arc<Account>,
    requirement: Requirement,
}

impl Account {
    /// A layer that guards routes by a session.
    pub fn require_session(self: &Arc<Self>) -> RequireSession {
        RequireSession { account: Arc::clone(self), requirement: Requirement::default() }
    }
}

impl RequireSession {
    /// Asks for this assurance level or a higher one: who lacks the second factor is sent to it, and
    /// to no plain login, which would send them straight back. A level that this version does not
    /// know, asked for or had, lets nobody pass.
    pub fn aal(mut self, aal: Aal) -> Self {
        self.requirement.aal = Some(aal);
        self
    }

    /// Asks for a sign-in (`authenticated_at`) of so short a while ago.
    pub fn refresh_within(mut self, age: Duration) -> Self {
        self.requirement.refresh_within = Some(age);
        self
    }

    /// Asks for an address that is verified.
    pub fn verified_address(mut self) -> Self {
        self.requirement.verified_address = true;
        self
    }

    /// Lets those through who are not signed in, without a session.
    pub fn optional(mut self) -> Self {
        self.requirement.optional = true;
        self
    }
}
