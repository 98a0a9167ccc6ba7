//! What the browser gets when it does not get the page, for what Kratos said: one table.

use http::header::{HeaderValue, LOCATION, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use url::Url;
use uuid::Uuid;

use super::addresses::{Addresses, Login};
use super::own_page::OwnPage;
use super::problem::Problem;
use crate::kratos::{Action, Answer, ContinueWith, Error, ErrorId, Kind, Refusal, Start, Submitted};

/// What the browser gets instead of the page.
#[derive(Clone, Debug)]
pub(crate) enum Detour {
    /// Another place.
    SeeOther {
        /// Where.
        to: String,
        /// Whether it leads back here, and so can go round in a circle.
        restart: bool,
        /// The page of ours that the way back does not name.
        keep: Option<OwnPage>,
    },
    /// Another place, by a page between: a redirect that follows a form must not leave for
    /// another origin, at any step (Chromium, `form-action 'self'`).
    MoveOn {
        /// Where.
        to: String,
        /// Whether it leads back here, and so can go round in a circle.
        restart: bool,
        /// The page of ours that the way back does not name.
        keep: Option<OwnPage>,
        /// Whether what was sent is lost and must be entered again, which a person should read
        /// before going on.
        lost: bool,
    },
    /// A page that says what is wrong and what to do.
    Problem(Problem),
}

/// What Kratos was asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    /// To start a flow.
    Start,
    /// To show something.
    Read,
    /// To show the flow that a form belongs to: nothing has been sent yet.
    Prepare,
    /// To take a form.
    Submit,
}

/// What the person comes back to after a detour.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Back<'a> {
    /// A flow that was started like this; this very one, where it is known.
    Flow(&'a Start, Option<Uuid>),
    /// A page of ours.
    Page(OwnPage),
}

/// What an answer without data means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Nobody is signed in. `named`: Kratos gave an id for it.
    SignedOut { named: bool },
    /// Somebody is signed in already.
    SignedIn,
    /// The session lacks its second factor.
    SecondFactor,
    /// The sign-in is too long ago.
    Refresh,
    /// Another person is signed in.
    OtherIdentity,
    /// An address must be verified first.
    Unverified,
    /// The account is switched off.
    SwitchedOff,
    /// The form's token and the cookie do not match.
    Csrf,
    /// Refused, for a reason this version does not know.
    Forbidden,
    /// The flow has ended, or is not known.
    Gone,
    /// The operator has switched this kind of flow off.
    NotOffered,
    /// The way back is not allowed.
    ReturnTo,
    /// Something of the request is not allowed.
    BadRequest,
    /// The browser must go elsewhere.
    Elsewhere,
    /// Too many requests.
    Busy { retry_after: Option<HeaderValue> },
    /// No answer in time. `sent`: the request may have reached Kratos.
    Slow { sent: bool },
    /// This process has too many questions under way.
    Overloaded,
    /// No connection: Kratos has seen nothing of the request.
    Unreachable,
    /// The answer makes no sense.
    Broken,
}

impl Meaning {
    /// The status decides first, the id second: 401, 404 and 410 of settings have none.
    pub(crate) fn of(error: &Error) -> Self {
        let refusal = match error {
            Error::Refused(refusal) => refusal,
            Error::Timeout { sent } => return Self::Slow { sent: *sent },
            Error::Busy => return Self::Overloaded,
            Error::Unreachable(_) => return Self::Unreachable,
            Error::Unreadable(_) if error.answer().is_some_and(Answer::is_null) => return Self::SignedIn,
            Error::Interrupted(_)
            | Error::Cancelled
            | Error::InvalidHeader
            | Error::Unreadable(_)
            | Error::TooLarge(_) => {
                return Self::Broken;
            }
        };
        let answer = &refusal.answer;
        match Self::of_answer(answer.status(), refusal.id.as_ref()) {
            Self::Busy { .. } => Self::Busy { retry_after: retry_after(answer.headers()) },
            // A flow that is gone is told in JSON. Other words are of what is no Kratos, or of no path of its.
            Self::Gone if answer.read::<serde::de::IgnoredAny>().is_err() => Self::Broken,
            Self::Broken if answer.status().is_redirection() && answer.headers().contains_key(LOCATION) => {
                Self::Elsewhere
            }
            meaning => meaning,
        }
    }

    /// What a status and an error id mean.
    pub(crate) fn of_answer(status: StatusCode, id: Option<&ErrorId>) -> Self {
        match id.and_then(Self::of_id) {
            Some((expected, meaning)) if expected == status => meaning,
            _ => Self::of_status(status),
        }
    }

    /// The one place that decides what an error id means, and with which status.
    fn of_id(id: &ErrorId) -> Option<(StatusCode, Self)> {
        Some(match id {
            ErrorId::SessionInactive | ErrorId::SessionAal1Required => {
                (StatusCode::UNAUTHORIZED, Self::SignedOut { named: true })
            }
            ErrorId::SessionAalAlreadyFulfilled => (StatusCode::UNAUTHORIZED, Self::SignedIn),
            ErrorId::IdentityDisabled => (StatusCode::UNAUTHORIZED, Self::SwitchedOff),
            ErrorId::SessionAal2Required => (StatusCode::FORBIDDEN, Self::SecondFactor),
            ErrorId::SessionRefreshRequired => (StatusCode::FORBIDDEN, Self::Refresh),
            ErrorId::SecurityIdentityMismatch => (StatusCode::FORBIDDEN, Self::OtherIdentity),
            ErrorId::SessionVerifiedAddressRequired => (StatusCode::FORBIDDEN, Self::Unverified),
            ErrorId::SecurityCsrfViolation => (StatusCode::FORBIDDEN, Self::Csrf),
            ErrorId::SelfServiceFlowExpired | ErrorId::SelfServiceFlowReplaced => (StatusCode::GONE, Self::Gone),
            ErrorId::SessionAlreadyAvailable => (StatusCode::BAD_REQUEST, Self::SignedIn),
            ErrorId::SelfServiceFlowDisabled => (StatusCode::BAD_REQUEST, Self::NotOffered),
            ErrorId::SelfServiceFlowReturnToForbidden => (StatusCode::BAD_REQUEST, Self::ReturnTo),
            ErrorId::BrowserLocationChangeRequired => (StatusCode::UNPROCESSABLE_ENTITY, Self::Elsewhere),
            ErrorId::InvalidConfiguration => (StatusCode::INTERNAL_SERVER_ERROR, Self::Broken),
            ErrorId::Other(_) => return None,
        })
    }

    fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::UNAUTHORIZED => Self::SignedOut { named: false },
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::NOT_FOUND | StatusCode::GONE => Self::Gone,
            StatusCode::BAD_REQUEST => Self::BadRequest,
            StatusCode::TOO_MANY_REQUESTS => Self::Busy { retry_after: None },
            _ => Self::Broken,
        }
    }
}

/// When to come again, as Kratos puts it: seconds, or a date (RFC 9110, 10.2.3). Nothing else of its
/// answer is handed on.
fn retry_after(headers: &HeaderMap) -> Option<HeaderValue> {
    let is_sensible = |value: &&HeaderValue| {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',' | b':');
        value.len() < 40 && value.as_bytes().iter().all(is_part)
    };
    headers.get(RETRY_AFTER).filter(is_sensible).cloned()
}

impl Detour {
    /// A redirect that does not lead back here.
    pub(crate) fn see_other(to: impl Into<String>) -> Self {
        Self::SeeOther { to: to.into(), restart: false, keep: None }
    }

    /// A way on from a form, to anywhere.
    pub(crate) fn move_on(to: impl Into<String>) -> Self {
        Self::MoveOn { to: to.into(), restart: false, keep: None, lost: false }
    }

    /// Somewhere that leads back here in the end: an application's request from its beginning.
    pub(crate) fn again(to: Url, call: Call) -> Self {
        let again = Self::SeeOther { to: to.into(), restart: true, keep: None };
        if matches!(call, Call::Prepare | Call::Submit) { again.after_form() } else { again }
    }

    /// The same after a form.
    pub(crate) fn after_form(self) -> Self {
        match self {
            Self::SeeOther { to, restart: true, keep } => Self::MoveOn { to, restart: true, keep, lost: false },
            detour => detour,
        }
    }

    /// What the browser gets for what Kratos said instead of what was asked for.
    pub(crate) fn of(error: &Error, call: Call, back: Back<'_>, addresses: &Addresses) -> Self {
        let table = Table { error, call, back, addresses };
        let detour = table.detour();
        match (call, detour) {
            (Call::Prepare | Call::Submit, Self::SeeOther { to, restart: true, keep }) => {
                let lost = call == Call::Submit && table.is_lost();
                Self::MoveOn { to, restart: true, keep, lost }
            }
            (Call::Prepare, Self::Problem(Problem::TooSlow)) => Self::Problem(Problem::NotSaved { slow: true }),
            (Call::Prepare, Self::Problem(Problem::Unavailable)) => Self::Problem(Problem::NotSaved { slow: false }),
            (Call::Submit, Self::Problem(Problem::TooSlow | Problem::Unavailable)) => Self::Problem(unsaved(error)),
            (_, detour) => detour,
        }
    }

    /// What the browser gets for a submission that Kratos took, to a flow that was started with
    /// these options.
    pub(crate) fn after(done: &Submitted<'_>, start: &Start, addresses: &Addresses) -> Self {
        let kind = start.kind();
        let challenge = start.get("login_challenge").filter(|_| kind == Kind::Registration && done.session.is_none());
        let mut steps: Vec<&ContinueWith> = done.continue_with.iter().collect();
        steps.sort_by_key(|step| step.rank());
        let flow = done.flow.as_ref();
        for step in steps {
            let named = step.flow.as_ref().and_then(|next| Some((kind_of(step)?, next)));
            if let Some((kind, next)) = named {
                let elsewhere = next.url.as_deref().and_then(|url| addresses.for_browser(url));
                return match (elsewhere.filter(|url| !addresses.is_own(url)), next.id) {
                    (Some(url), _) => Self::move_on(url),
                    (None, Some(id)) => Self::see_other(addresses.page(Some(id), &Start::new(kind))),
                    (None, None) => Self::see_other(addresses.page(None, &Start::new(kind))),
                };
            }
            // Without a session Kratos does not tell Hydra: its login does.
            if let Some(challenge) = challenge {
                let start = Start::new(Kind::Login).with("login_challenge", challenge);
                return Self::move_on(addresses.start(&start));
            }
            if let Some(to) = step.redirect_browser_to.as_deref().and_then(|to| addresses.for_browser(to)) {
                let here = flow.filter(|flow| addresses.is_page(&to, kind, flow.id));
                return match here {
                    Some(flow) => Self::see_other(addresses.page(Some(flow.id), start)),
                    None => Self::move_on(to),
                };
            }
        }
        let Some(flow) = flow else {
            // Before Kratos 1.3: it knows the way on once the browser is signed in.
            return Self::move_on(addresses.start(start));
        };
        let state = flow.state.as_deref();
        if kind == Kind::Recovery && state == Some("passed_challenge") {
            return Self::see_other(addresses.page(None, &Start::new(Kind::Settings)));
        }
        // Before Kratos 1.3. What is not finished, such as codes to be confirmed, stays here.
        let back = flow.return_to.as_deref().filter(|_| state == Some("success"));
        match back.and_then(|to| addresses.for_browser(to)) {
            Some(to) if !addresses.is_page(&to, kind, flow.id) => Self::move_on(to),
            _ => Self::see_other(addresses.page(Some(flow.id), start)),
        }
    }
}

/// The flow that Kratos has put in the place of one that has ended: of no use where it is started
/// without what it was asked for, for it would sign the person in without going on to a second factor
/// or to the application that asked.
pub(crate) fn successor(refusal: Option<&Refusal>, start: &Start) -> Option<Uuid> {
    let is_forgotten = ["refresh", "aal", "login_challenge"].iter().any(|name| start.get(name).is_some());
    refusal?.use_flow_id.filter(|_| !is_forgotten)
}

/// One answer of Kratos' without data, with all that decides what the browser gets.
struct Table<'a> {
    error: &'a Error,
    call: Call,
    back: Back<'a>,
    addresses: &'a Addresses,
}

impl Table<'_> {
    fn detour(&self) -> Detour {
        let kind = match self.back {
            Back::Flow(start, _) => Some(start.kind()),
            Back::Page(_) => None,
        };
        let posts = self.call == Call::Submit;
        if posts && let Some(flow) = self.refused_flow() {
            return flow;
        }
        match Meaning::of(self.error) {
            Meaning::SignedOut { named: false } if posts && matches!(kind, Some(Kind::Login | Kind::Recovery)) => {
                Detour::Problem(Problem::SwitchedOff)
            }
            Meaning::SignedOut { .. } => self.login(Login::First),
            Meaning::SwitchedOff => Detour::Problem(Problem::SwitchedOff),
            Meaning::SecondFactor => self.login(Login::SecondFactor),
            Meaning::Refresh => self.refresh(),
            Meaning::OtherIdentity => self.login(Login::Again),
            Meaning::Unverified => match self.next() {
                Some(next) => next,
                None => self.own(Kind::Verification),
            },
            Meaning::Csrf if posts || self.call == Call::Start || matches!(kind, None | Some(Kind::Settings)) => {
                Detour::Problem(Problem::FormNotRecognised)
            }
            // Another tab signed in, or the cookie is gone: this flow is dead, a new one is not.
            Meaning::Csrf | Meaning::Gone => self.fresh(),
            Meaning::Forbidden => Detour::Problem(Problem::Forbidden),
            // Settings cannot be switched off, and nobody need be signed out for them.
            Meaning::NotOffered | Meaning::SignedIn if matches!(kind, None | Some(Kind::Settings)) => {
                Detour::Problem(Problem::Unavailable)
            }
            Meaning::SignedIn => self.signed_in(),
            Meaning::NotOffered => Detour::Problem(Problem::NotOffered),
            Meaning::ReturnTo => Detour::Problem(Problem::ReturnToForbidden),
            Meaning::BadRequest => self.bad_request(kind),
            Meaning::Elsewhere => self.elsewhere(),
            Meaning::Busy { retry_after } => Detour::Problem(Problem::Busy { retry_after }),
            Meaning::Overloaded => Detour::Problem(Problem::busy()),
            Meaning::Slow { .. } => Detour::Problem(Problem::TooSlow),
            Meaning::Unreachable | Meaning::Broken => Detour::Problem(Problem::Unavailable),
        }
    }

    fn refusal(&self) -> Option<&Refusal> {
        self.error.refusal()
    }

    /// A form that was not accepted, or took the person a step further, is answered with its flow.
    fn refused_flow(&self) -> Option<Detour> {
        let Back::Flow(start, _) = self.back else { return None };
        let flow = self.refusal()?.flow.as_ref()?;
        if start.kind() == Kind::Login && self.says_signed_in() {
            return Some(self.signed_in());
        }
        Some(Detour::see_other(self.addresses.page(Some(flow.id), start)))
    }

    /// Whether Kratos answers a login so because somebody is signed in: its message has the id of
    /// all that is not named.
    fn says_signed_in(&self) -> bool {
        const OTHER: i64 = 4_000_001;
        let refused =
            self.refusal().filter(|refusal| refusal.flow.as_ref().is_some_and(|flow| flow.messages.contains(&OTHER)));
        refused.and_then(Refusal::refused_flow).is_some_and(|flow| {
            flow.ui
                .messages
                .iter()
                .any(|message| message.id == OTHER && message.text.starts_with("A valid session was detected"))
        })
    }

    /// What `R` leads back to, and what it does not name.
    fn back(&self) -> (Url, Option<OwnPage>) {
        match self.back {
            Back::Flow(start, flow) => {
                let keep =
                    flow.filter(|_| start.kind() == Kind::Settings && self.call == Call::Read).map(OwnPage::Settings);
                (self.addresses.start(start), keep)
            }
            Back::Page(page) => (self.addresses.start(&Start::new(Kind::Settings)), Some(page)),
        }
    }

    fn login(&self, step: Login) -> Detour {
        let (back, keep) = self.back();
        // Who signs in anew may be somebody else: another person's flow would refuse them.
        let keep = keep.filter(|page| step != Login::Again || !matches!(page, OwnPage::Settings(_)));
        Detour::SeeOther { to: self.addresses.login(step, &back).into(), restart: true, keep }
    }

    /// Kratos' own target resumes the change it has parked, if its continuity cookie reaches us.
    fn refresh(&self) -> Detour {
        let target = self.refusal().and_then(|refusal| refusal.redirect_browser_to.as_deref());
        match target.filter(|_| self.addresses.share_host()) {
            Some(target) => match self.addresses.for_browser(target) {
                Some(to) => Detour::SeeOther { to: to.into(), restart: true, keep: None },
                None => Detour::Problem(Problem::Unavailable),
            },
            None => self.login(Login::Again),
        }
    }

    /// Whether a change that needs re-authentication must be entered again.
    fn is_lost(&self) -> bool {
        let resumes =
            self.addresses.share_host() && self.refusal().is_some_and(|refusal| refusal.redirect_browser_to.is_some());
        Meaning::of(self.error) == Meaning::Refresh && !resumes
    }

    /// A new flow, started as this one was.
    fn fresh(&self) -> Detour {
        let refusal = self.refusal();
        let to = match self.back {
            Back::Flow(start, _) => match successor(refusal, start) {
                Some(flow) => self.addresses.page(Some(flow), start),
                None => match refusal.and_then(|refusal| refusal.return_to.as_deref()) {
                    Some(return_to) => self.addresses.page(None, &start.clone().with("return_to", return_to)),
                    None => self.addresses.page(None, start),
                },
            },
            Back::Page(page) => self.addresses.own_page(page),
        };
        Detour::SeeOther { to, restart: true, keep: None }
    }

    /// Kratos itself resolves the way back, the default and Hydra, for the browser.
    fn signed_in(&self) -> Detour {
        let to = match self.back {
            Back::Flow(start, _) if start.kind() == Kind::Recovery => {
                format!("{}#password", self.addresses.page(None, &Start::new(Kind::Settings)))
            }
            Back::Flow(start, _) => self.addresses.start(start).into(),
            Back::Page(page) => self.addresses.own_page(page),
        };
        match self.call {
            Call::Start | Call::Read => Detour::see_other(to),
            Call::Prepare | Call::Submit => Detour::move_on(to),
        }
    }

    fn bad_request(&self, kind: Option<Kind>) -> Detour {
        match (self.call, kind) {
            // Their 400 has no id when they are switched off.
            (Call::Start | Call::Read, Some(Kind::Recovery | Kind::Verification)) => {
                Detour::Problem(Problem::NotOffered)
            }
            (Call::Start, Some(Kind::Login | Kind::Registration)) => Detour::Problem(Problem::LinkNotAllowed),
            _ => self.next().unwrap_or(Detour::Problem(Problem::Unavailable)),
        }
    }

    /// The flow that a refusal itself goes on with.
    fn next(&self) -> Option<Detour> {
        let mut steps = self.refusal()?.continue_with.iter();
        let (kind, id) = steps.find_map(|step| Some((kind_of(step)?, step.flow.as_ref()?.id?)))?;
        Some(Detour::see_other(self.addresses.page(Some(id), &Start::new(kind))))
    }

    fn own(&self, kind: Kind) -> Detour {
        Detour::see_other(self.addresses.page(None, &Start::new(kind)))
    }

    /// Where Kratos says that the browser must go.
    fn elsewhere(&self) -> Detour {
        let Some(refusal) = self.refusal() else { return Detour::Problem(Problem::Unavailable) };
        let location = || refusal.answer.headers().get(LOCATION).and_then(|to| to.to_str().ok());
        let target = refusal.redirect_browser_to.as_deref().or_else(location);
        let Some(to) = target.and_then(|target| self.addresses.for_browser(target)) else {
            return Detour::Problem(Problem::Unavailable);
        };
        let Back::Flow(start, _) = self.back else { return Detour::move_on(to) };
        let is_redirect = refusal.answer.status().is_redirection();
        match self.call {
            // To a start Kratos answers so when it knows better: it may as well tell the browser.
            Call::Start if is_redirect && start.kind() != Kind::Settings => self.signed_in(),
            Call::Start | Call::Read | Call::Prepare if is_redirect => Detour::Problem(Problem::Unavailable),
            Call::Start | Call::Read | Call::Prepare => Detour::see_other(to),
            Call::Submit => match flow_of(&to, start.kind(), self.addresses) {
                Some(flow) => Detour::see_other(self.addresses.page(Some(flow), start)),
                None => Detour::move_on(to),
            },
        }
    }
}

/// The kind of flow that a step leads to.
fn kind_of(step: &ContinueWith) -> Option<Kind> {
    match step.action {
        Action::ShowSettingsUi => Some(Kind::Settings),
        Action::ShowRecoveryUi => Some(Kind::Recovery),
        Action::ShowVerificationUi => Some(Kind::Verification),
        Action::RedirectBrowserTo | Action::SetOrySessionToken | Action::Other(_) => None,
    }
}

/// The flow whose page, or whose JSON on Kratos' side, `url` is.
fn flow_of(url: &Url, kind: Kind, addresses: &Addresses) -> Option<Uuid> {
    let value = |name: &str| url.query_pairs().find(|(key, _)| key == name)?.1.parse().ok();
    let fetch = addresses.start(&Start::new(kind));
    let fetched = fetch.path().trim_end_matches("browser").to_owned() + "flows";
    if url.origin() == fetch.origin() && url.path() == fetched {
        return value("id");
    }
    value("flow").filter(|flow| addresses.is_page(url, kind, *flow))
}

/// What became of a form that Kratos did not answer sensibly.
fn unsaved(error: &Error) -> Problem {
    match Meaning::of(error) {
        Meaning::Unreachable | Meaning::Overloaded => Problem::NotSaved { slow: false },
        Meaning::Slow { sent } if !sent => Problem::NotSaved { slow: true },
        Meaning::Slow { .. } => Problem::MaybeSaved { slow: true },
        _ if error.status().is_some_and(|status| status.is_client_error()) => Problem::NotSaved { slow: false },
        _ => Problem::MaybeSaved { slow: false },
    }
}

#[cfg(test)]
mod tests;
