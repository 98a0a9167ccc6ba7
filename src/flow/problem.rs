//! What can be wrong, as far as a person is concerned.

use http::StatusCode;
use http::header::HeaderValue;
use url::Url;

/// Something that is wrong. Its page says what happened and what to do: `problem-NAME-title`, `problem-NAME`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The way back in the link is not allowed.
    ReturnToForbidden,
    /// Something else in the link is not allowed.
    LinkNotAllowed,
    /// This kind of page is switched off.
    NotOffered,
    /// The account is switched off.
    SwitchedOff,
    /// Kratos took the form for one from elsewhere.
    FormNotRecognised,
    /// Kratos refuses, for a reason this version does not know.
    Forbidden,
    /// Too much is asked at the moment.
    Busy {
        /// When to come again, in seconds or as a date (RFC 9110, 10.2.3).
        retry_after: Option<HeaderValue>,
    },
    /// Kratos did not answer in time.
    TooSlow,
    /// Kratos cannot be reached, or its answer makes no sense.
    Unavailable,
    /// The change did not reach Kratos, or Kratos would not have it.
    NotSaved {
        /// Whether it is because Kratos did not answer in time.
        slow: bool,
    },
    /// The change reached Kratos, but what became of it is not known.
    MaybeSaved {
        /// Whether it is because Kratos did not answer in time.
        slow: bool,
    },
    /// Who is to be deleted or switched off is signed out already: by the first press of the button, most likely.
    LeftAlready,
    /// An account was not deleted or switched off.
    StillThere {
        /// Whether applications have lost their access to it.
        revoked: bool,
        /// Whether it is because Kratos did not answer in time.
        slow: bool,
    },
    /// Whether an account was deleted or switched off is not known.
    MaybeGone {
        /// Whether it is because Kratos did not answer in time.
        slow: bool,
    },
    /// There is no such page.
    NotFound,
    /// There is such a page, but not for this method.
    Method,
    /// Redirects went round in a circle.
    Circle,
    /// The same, and the browser shows no cookie at all.
    NoCookies,
    /// A form from another website.
    Foreign,
    /// A body that is no form.
    NotAForm,
    /// A form of more bytes or fields than one can have.
    TooLarge,
    /// A form that took too long to arrive.
    UploadTooSlow,
    /// A defect of ours.
    Internal,
    /// One must sign in, or do so again, before this.
    SignInFirst,
    /// Another person is signed in.
    OtherIdentity,
    /// An address must be verified before this.
    Unverified,
    /// A link or page that is no longer good.
    Outdated,
    /// Signing in by another provider did not work out.
    Provider,
    /// An application's sign-in did not work out.
    Application,
    /// Something went wrong in the account service.
    Elsewhere,
    /// An application's request that the authorization server does not know.
    RequestUnknown,
    /// An application's request that was not answered in time.
    RequestOutdated,
    /// An application's request that has been answered already.
    RequestUsed {
        /// Where it begins anew.
        again: Option<Url>,
    },
    /// An application's request that another person signed in for.
    RequestForeign {
        /// Where it begins anew, with another sign-in.
        again: Option<Url>,
    },
}

/// What the page of a problem offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offer {
    /// The page for this again.
    Again,
    /// The page for this again, without what the link asked for.
    Start,
    /// The account page.
    Settings,
    /// Signing in.
    SignIn,
    /// The form that was sent.
    Form,
    /// Confirming an address.
    Verification,
    /// The application's request, from its beginning.
    Request,
}

impl Problem {
    /// More is under way than there is room for; it is worth another try in a moment.
    pub(crate) const fn busy() -> Self {
        Self::Busy { retry_after: Some(HeaderValue::from_static("1")) }
    }

    /// The status of the answer.
    pub(crate) const fn status(&self) -> StatusCode {
        match self {
            Self::ReturnToForbidden | Self::LinkNotAllowed | Self::Provider | Self::Application => {
                StatusCode::BAD_REQUEST
            }
            Self::SignInFirst | Self::LeftAlready => StatusCode::UNAUTHORIZED,
            Self::NotOffered | Self::NotFound | Self::Outdated | Self::RequestUnknown => StatusCode::NOT_FOUND,
            Self::RequestOutdated | Self::RequestUsed { .. } => StatusCode::GONE,
            Self::SwitchedOff
            | Self::FormNotRecognised
            | Self::Forbidden
            | Self::Foreign
            | Self::NoCookies
            | Self::OtherIdentity
            | Self::RequestForeign { .. }
            | Self::Unverified => StatusCode::FORBIDDEN,
            Self::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooSlow
            | Self::NotSaved { slow: true }
            | Self::MaybeSaved { slow: true }
            | Self::StillThere { slow: true, .. }
            | Self::MaybeGone { slow: true } => StatusCode::GATEWAY_TIMEOUT,
            Self::Unavailable
            | Self::NotSaved { .. }
            | Self::MaybeSaved { .. }
            | Self::StillThere { .. }
            | Self::MaybeGone { .. }
            | Self::Circle => StatusCode::BAD_GATEWAY,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UploadTooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Internal | Self::Elsewhere => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The name of its words.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::ReturnToForbidden => "return-to",
            Self::LinkNotAllowed => "link",
            Self::NotOffered => "not-offered",
            Self::SwitchedOff => "switched-off",
            Self::FormNotRecognised => "form",
            Self::Forbidden => "forbidden",
            Self::Busy { .. } => "busy",
            Self::TooSlow => "slow",
            Self::Unavailable => "unavailable",
            Self::NotSaved { .. } => "not-saved",
            Self::MaybeSaved { .. } => "maybe-saved",
            Self::LeftAlready => "left-already",
            Self::StillThere { revoked: false, .. } => "still-there",
            Self::StillThere { revoked: true, .. } => "still-there-revoked",
            Self::MaybeGone { .. } => "maybe-gone",
            Self::NotFound => "not-found",
            Self::Method => "method",
            Self::Circle => "loop",
            Self::NoCookies => "no-cookies",
            Self::Foreign => "foreign",
            Self::NotAForm => "not-a-form",
            Self::TooLarge => "too-large",
            Self::UploadTooSlow => "upload-slow",
            Self::Internal => "internal",
            Self::SignInFirst => "sign-in-first",
            Self::OtherIdentity => "other-identity",
            Self::Unverified => "unverified",
            Self::Outdated => "outdated",
            Self::Provider => "provider",
            Self::Application => "application",
            Self::Elsewhere => "elsewhere",
            Self::RequestUnknown => "request-unknown",
            Self::RequestOutdated => "request-outdated",
            Self::RequestUsed { .. } => "request-used",
            Self::RequestForeign { .. } => "request-foreign",
        }
    }

    /// What its page offers.
    pub(crate) const fn offer(&self) -> Offer {
        match self {
            Self::ReturnToForbidden
            | Self::LinkNotAllowed
            | Self::FormNotRecognised
            | Self::Forbidden
            | Self::NoCookies => Offer::Start,
            Self::Busy { .. } | Self::TooSlow | Self::Unavailable | Self::Internal | Self::StillThere { .. } => {
                Offer::Again
            }
            Self::NotSaved { .. } | Self::MaybeSaved { .. } => Offer::Form,
            Self::Circle
            | Self::SwitchedOff
            | Self::SignInFirst
            | Self::LeftAlready
            | Self::MaybeGone { .. }
            | Self::OtherIdentity
            | Self::Outdated
            | Self::Provider => Offer::SignIn,
            Self::Unverified => Offer::Verification,
            Self::RequestUsed { again: Some(_) } | Self::RequestForeign { again: Some(_) } => Offer::Request,
            Self::NotOffered
            | Self::Application
            | Self::Elsewhere
            | Self::RequestUnknown
            | Self::RequestOutdated
            | Self::RequestUsed { again: None }
            | Self::RequestForeign { again: None }
            | Self::NotFound
            | Self::Method
            | Self::Foreign
            | Self::NotAForm
            | Self::TooLarge
            | Self::UploadTooSlow => Offer::Settings,
        }
    }
}
