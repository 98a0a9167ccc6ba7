//! What to do after a submission (Kratos `flow.ContinueWith`).

use std::borrow::Cow;

use serde::Deserialize;
use uuid::Uuid;

use super::lenient::{Object, Scalar, object, optional, scalar};

/// What to do after a submission. It borrows nothing: it outlives the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ContinueWith {
    /// What it is.
    #[serde(deserialize_with = "scalar")]
    pub action: Action,
    /// The target of [`Action::RedirectBrowserTo`].
    #[serde(deserialize_with = "optional")]
    pub redirect_browser_to: Option<String>,
    /// The flow to show.
    #[serde(deserialize_with = "object")]
    pub flow: Option<ContinueWithFlow>,
}

impl Object<'_> for ContinueWith {}

impl ContinueWith {
    /// How important it is, from 0: Kratos' order is not by importance, and only one can be
    /// followed. Settings come first (a recovered account needs a new password), then recovery,
    /// verification, a redirect, a token, and what this version does not know.
    pub fn rank(&self) -> u8 {
        match self.action {
            Action::ShowSettingsUi => 0,
            Action::ShowRecoveryUi => 1,
            Action::ShowVerificationUi => 2,
            Action::RedirectBrowserTo => 3,
            Action::SetOrySessionToken => 4,
            Action::Other(_) => 5,
        }
    }
}

/// What [`ContinueWith`] asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Action {
    /// `show_settings_ui`: a settings flow.
    ShowSettingsUi,
    /// `show_recovery_ui`: a recovery flow.
    ShowRecoveryUi,
    /// `show_verification_ui`: a verification flow.
    ShowVerificationUi,
    /// `redirect_browser_to`: another place.
    RedirectBrowserTo,
    /// `set_ory_session_token`: for applications without a browser.
    SetOrySessionToken,
    /// An action this version does not know.
    Other(String),
}

impl Default for Action {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl Scalar<'_> for Action {
    fn of_text(name: Cow<'_, str>) -> Option<Self> {
        Some(match &*name {
            "show_settings_ui" => Self::ShowSettingsUi,
            "show_recovery_ui" => Self::ShowRecoveryUi,
            "show_verification_ui" => Self::ShowVerificationUi,
            "redirect_browser_to" => Self::RedirectBrowserTo,
            "set_ory_session_token" => Self::SetOrySessionToken,
            _ => Self::Other(name.into_owned()),
        })
    }
}

/// The flow an action leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ContinueWithFlow {
    /// Its id.
    #[serde(deserialize_with = "optional")]
    pub id: Option<Uuid>,
    /// Its page, where Kratos knows it.
    #[serde(deserialize_with = "optional")]
    pub url: Option<String>,
    /// The address to verify, for a verification flow.
    #[serde(deserialize_with = "optional")]
    pub verifiable_address: Option<String>,
}

impl Object<'_> for ContinueWithFlow {}
