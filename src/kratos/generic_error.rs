//! What is wrong, as Kratos puts it.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;

use super::json::Json;
use super::lenient::{Object, Scalar, optional};
use super::text::Str;

/// What is wrong, as Kratos puts it (herodot's error). All of it may be missing.
///
/// Message, reason and details are for the operator: not for a page, nor for a log, for they may
/// quote values.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct GenericError<'a> {
    /// What is wrong, for programs. The settings flow's 401, 404 and 410 have none.
    #[serde(deserialize_with = "optional")]
    pub id: Option<ErrorId>,
    /// The status.
    #[serde(deserialize_with = "optional")]
    pub code: Option<u16>,
    /// The status' name.
    #[serde(borrow, deserialize_with = "optional")]
    pub status: Option<Str<'a>>,
    /// What is wrong.
    #[serde(borrow, deserialize_with = "optional")]
    pub message: Option<Str<'a>>,
    /// Why.
    #[serde(borrow, deserialize_with = "optional")]
    pub reason: Option<Str<'a>>,
    /// More, of any shape.
    #[serde(borrow)]
    pub details: Option<Json<'a>>,
}

impl<'de: 'a, 'a> Object<'de> for GenericError<'a> {}

impl fmt::Debug for GenericError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GenericError").field("id", &self.id).field("code", &self.code).finish_non_exhaustive()
    }
}

macro_rules! error_ids {
    ($($variant:ident $id:literal $doc:literal),+ $(,)?) => {
        /// What is wrong, for programs (`error.id`; Kratos `text/id.go`).
        #[derive(Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum ErrorId {
            $(#[doc = concat!("`", $id, "`: ", $doc)] $variant,)+
            /// An id this version does not know.
            Other(String),
        }

        impl Scalar<'_> for ErrorId {
            fn of_text(id: Cow<'_, str>) -> Option<Self> {
                match &*id {
                    "" => None,
                    $($id => Some(Self::$variant),)+
                    _ => Some(Self::Other(id.into_owned())),
                }
            }
        }

        /// Prints the id, as [`Display`](fmt::Display) does.
        impl fmt::Debug for ErrorId {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl fmt::Display for ErrorId {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Self::$variant => $id,)+
                    // From outside, so kept to what an id can be before it reaches a log.
                    Self::Other(id) if id.len() < 100 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') => id,
                    Self::Other(_) => "other",
                })
            }
        }
    };
}

error_ids! {
    SessionInactive "session_inactive" "nobody is signed in.",
    SessionAal1Required "session_aal1_required" "a second factor was asked for, but nobody is signed in.",
    SessionAal2Required "session_aal2_required" "the session lacks its second factor.",
    SessionAalAlreadyFulfilled "session_aal_already_fulfilled" "the session has the asked level already.",
    SessionAlreadyAvailable "session_already_available" "somebody is signed in already.",
    SessionRefreshRequired "session_refresh_required" "the sign-in is too long ago for this change.",
    SessionVerifiedAddressRequired "session_verified_address_required" "an address must be verified first.",
    SecurityCsrfViolation "security_csrf_violation" "the form's token and the cookie do not match.",
    SecurityIdentityMismatch "security_identity_mismatch" "the flow is another identity's.",
    SelfServiceFlowDisabled "self_service_flow_disabled" "the operator has switched this flow off.",
    SelfServiceFlowExpired "self_service_flow_expired" "the flow has ended.",
    SelfServiceFlowReplaced "self_service_flow_replaced" "another flow has taken its place.",
    SelfServiceFlowReturnToForbidden "self_service_flow_return_to_forbidden" "the way back is not on the allow-list.",
    BrowserLocationChangeRequired "browser_location_change_required" "the browser must go elsewhere.",
    InvalidConfiguration "invalid_configuration" "the operator has not set up what was asked for.",
    IdentityDisabled "identity_disabled" "the account is switched off (newer than v26.2.0).",
}
