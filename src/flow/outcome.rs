//! What the browser gets for what Kratos said: one table.

use http::StatusCode;
use http::header::{HeaderValue, RETRY_AFTER};
use url::Url;

use super::addresses::{Addresses, Login};
use crate::kratos::{ContinueWith, Error, ErrorId, Flow, Refusal, Response};

/// What the browser gets.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// The flow's page.
    Show(Box<Flow>),
    /// Another place.
    SeeOther {
        /// Where.
        to: Url,
        /// Whether it leads back here, and so can go round in a circle.
        restart: bool,
    },
    /// Another place, by a page between: a redirect that follows a form must not leave for
    /// another origin, at any step (Chromium, `form-action 'self'`).
    MoveOn {
        /// Where.
        to: Url,
        /// Whether it leads back here, and so can go round in a circle.
        restart: bool,
        /// Whether what was sent is lost and must be entered again, which a person should read
        /// before going on.
        lost: bool,
    },
    /// A page that says what is wrong and what to do.
    Problem(Problem),
}

/// What is wrong, as far as a person is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The way back in the link is not allowed.
    ReturnToForbidden,
    /// Kratos took the form for one from elsewhere.
    FormNotRecognised,
    /// Kratos refuses, for a reason this version does not know.
    Forbidden,
    /// Kratos is asked too often.
    Busy {
        /// When to come again, as Kratos put it.
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
}

/// What was asked, as far as an outcome depends on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    /// Where everything is.
    pub(crate) addresses: &'a Addresses,
    /// The kind of flow, as in its paths: `settings`.
    pub(crate) kind: &'a str,
    /// The way back after the flow, where one is known.
    pub(crate) return_to: Option<&'a str>,
}

impl Asked<'_> {
    /// What the browser gets for what Kratos said of a flow.
    pub(crate) fn outcome(self, answer: Result<Flow, &Error>) -> Outcome {
        match answer {
            Ok(flow) => Outcome::Show(Box::new(flow)),
            Err(error) => self.failure(error),
        }
    }

    /// What the browser gets for what Kratos said when asked to start a flow.
    pub(crate) fn started(self, answer: Result<Flow, &Error>) -> Outcome {
        match answer {
            Ok(flow) => {
                let to = self.addresses.page(self.kind, Some(flow.id), None);
                Outcome::SeeOther { to, restart: false }
            }
            Err(error) => self.failure(error),
        }
    }

    /// What the browser gets for what Kratos said of a submission.
    ///
    /// 303 only to the page of the flow that Kratos answered with.
    pub(crate) fn submitted(self, answer: Result<&Flow, &Error>) -> Outcome {
        let error = match answer {
            Ok(flow) => return self.accepted(flow),
            Err(error) => error,
        };
        let refusal = match error {
            Error::Refused(response) => Some(response.data()),
            _ => None,
        };
        if let Some(flow) = refusal.and_then(|refusal| refusal.flow.as_deref()) {
            return Outcome::SeeOther { to: self.addresses.page(self.kind, Some(flow.id), None), restart: false };
        }
        match self.failure(error) {
            Outcome::SeeOther { to, restart } => {
                let lost = error.id() == Some(&ErrorId::SessionRefreshRequired)
                    && !refusal.is_some_and(|refusal| self.resumes(refusal));
                Outcome::MoveOn { to, restart, lost }
            }
            Outcome::Problem(Problem::TooSlow | Problem::Unavailable) => Outcome::Problem(unsaved(error)),
            other => other,
        }
    }

    /// What the browser gets where a submission could not be made, for what Kratos said of its
    /// flow: nothing was saved.
    pub(crate) fn unsent(self, error: &Error) -> Outcome {
        match self.failure(error) {
            Outcome::SeeOther { to, restart } => Outcome::MoveOn { to, restart, lost: false },
            Outcome::Problem(Problem::TooSlow) => Outcome::Problem(Problem::NotSaved { slow: true }),
            Outcome::Problem(Problem::Unavailable) => Outcome::Problem(Problem::NotSaved { slow: false }),
            other => other,
        }
    }

    /// A submission that Kratos took.
    fn accepted(self, flow: &Flow) -> Outcome {
        let named = flow.continue_with.iter().find_map(|next| self.target_of(next));
        // Before Kratos 1.3. What is not finished, such as codes to be confirmed, stays here.
        let back = || flow.return_to.as_deref().filter(|_| flow.state.as_deref() == Some("success"));
        let target = named.or_else(|| self.addresses.for_browser(back()?));
        match target {
            Some(to) if !self.addresses.is_page(&to, self.kind, flow.id) => {
                Outcome::MoveOn { to, restart: false, lost: false }
            }
            _ => Outcome::SeeOther { to: self.addresses.page(self.kind, Some(flow.id), None), restart: false },
        }
    }

    fn target_of(self, next: &ContinueWith) -> Option<Url> {
        let flow = next.flow.as_ref();
        let target = match next.action.as_str() {
            "redirect_browser_to" => next.redirect_browser_to.as_deref(),
            "show_verification_ui" | "show_recovery_ui" | "show_settings_ui" => flow?.url.as_deref(),
            _ => None,
        };
        match target {
            Some(target) => self.addresses.for_browser(target),
            None if next.action == "show_settings_ui" => Some(self.addresses.page("settings", flow?.id, None)),
            None => None,
        }
    }

    /// What the browser gets for a flow whose id cannot be one: what Kratos would answer 404 to.
    pub(crate) fn unknown_flow(self) -> Outcome {
        self.fresh(&Refusal::default())
    }

    fn failure(self, error: &Error) -> Outcome {
        match error {
            Error::Refused(response) => self.refusal(response),
            Error::Timeout { .. } => Outcome::Problem(Problem::TooSlow),
            Error::Busy => Outcome::Problem(Problem::Busy { retry_after: Some(HeaderValue::from_static("1")) }),
            Error::Unreachable(_)
            | Error::Interrupted(_)
            | Error::Cancelled
            | Error::Unreadable(_)
            | Error::TooLarge(_) => Outcome::Problem(Problem::Unavailable),
        }
    }

    /// The status decides first, the id second: the settings flow's 401, 404 and 410 have none.
    fn refusal(self, response: &Response<Refusal>) -> Outcome {
        let refusal = response.data();
        match (response.status(), &refusal.id) {
            (StatusCode::UNAUTHORIZED, _) => self.login(Login::First),
            (StatusCode::FORBIDDEN, Some(ErrorId::SessionAal2Required)) => self.login(Login::SecondFactor),
            (StatusCode::FORBIDDEN, Some(ErrorId::SessionRefreshRequired)) => self.refresh(refusal),
            (StatusCode::FORBIDDEN, Some(ErrorId::SecurityIdentityMismatch)) => self.login(Login::Again),
            (StatusCode::FORBIDDEN, Some(ErrorId::SecurityCsrfViolation)) => {
                Outcome::Problem(Problem::FormNotRecognised)
            }
            (StatusCode::FORBIDDEN, _) => Outcome::Problem(Problem::Forbidden),
            (StatusCode::NOT_FOUND | StatusCode::GONE, _) => self.fresh(refusal),
            (StatusCode::BAD_REQUEST, Some(ErrorId::SelfServiceFlowReturnToForbidden)) => {
                Outcome::Problem(Problem::ReturnToForbidden)
            }
            (StatusCode::UNPROCESSABLE_ENTITY, Some(ErrorId::BrowserLocationChangeRequired)) => self.elsewhere(refusal),
            (StatusCode::TOO_MANY_REQUESTS, _) => {
                // Seconds, or a date (RFC 9110, 10.2.3); nothing else of Kratos' answer is handed on.
                let is_sensible = |value: &&HeaderValue| {
                    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',' | b':');
                    value.len() < 40 && value.as_bytes().iter().all(is_part)
                };
                let retry_after = response.headers().get(RETRY_AFTER).filter(is_sensible).cloned();
                Outcome::Problem(Problem::Busy { retry_after })
            }
            _ => Outcome::Problem(Problem::Unavailable),
        }
    }

    fn login(self, step: Login) -> Outcome {
        let back = self.addresses.start(self.kind, self.return_to);
        Outcome::SeeOther { to: self.addresses.login(step, &back), restart: true }
    }

    /// Kratos' own target resumes the change it has parked, if its continuity cookie reaches us.
    fn refresh(self, refusal: &Refusal) -> Outcome {
        match refusal.redirect_browser_to.as_deref().filter(|_| self.resumes(refusal)) {
            Some(target) => match self.addresses.for_browser(target) {
                Some(to) => Outcome::SeeOther { to, restart: true },
                None => Outcome::Problem(Problem::Unavailable),
            },
            None => self.login(Login::Again),
        }
    }

    /// Whether a change that needs re-authentication is resumed afterwards.
    fn resumes(self, refusal: &Refusal) -> bool {
        refusal.redirect_browser_to.is_some() && self.addresses.share_host()
    }

    fn fresh(self, refusal: &Refusal) -> Outcome {
        let to = match refusal.use_flow_id {
            Some(flow) => self.addresses.page(self.kind, Some(flow), None),
            None => self.addresses.page(self.kind, None, refusal.return_to.as_deref().or(self.return_to)),
        };
        Outcome::SeeOther { to, restart: true }
    }

    fn elsewhere(self, refusal: &Refusal) -> Outcome {
        match refusal.redirect_browser_to.as_deref().and_then(|target| self.addresses.for_browser(target)) {
            Some(to) => Outcome::SeeOther { to, restart: false },
            None => Outcome::Problem(Problem::Unavailable),
        }
    }
}

/// What became of a change that Kratos did not answer sensibly.
fn unsaved(error: &Error) -> Problem {
    match error {
        Error::Unreachable(_) => Problem::NotSaved { slow: false },
        Error::Timeout { sent } if !sent => Problem::NotSaved { slow: true },
        Error::Timeout { .. } => Problem::MaybeSaved { slow: true },
        Error::Refused(response) if response.status().is_client_error() => Problem::NotSaved { slow: false },
        _ => Problem::MaybeSaved { slow: false },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// The table: what Kratos says, the way back if one is known, and what the browser gets.
    /// `{B}` is Kratos as the browser reaches it, `{P}` this application.
    #[test]
    fn every_answer_of_kratos_has_its_outcome() {
        const R: &str = "return_to={B}/self-service/settings/browser";
        const R_APP: &str = "return_to={B}/self-service/settings/browser?return_to=https://app.example/";
        const LOGIN: &str = "{B}/self-service/login/browser";
        const APP: &str = "https://app.example/";
        let id = |id: &str| json!({"error": {"id": id}});
        let redirect = |id: &str, to: &str| json!({"error": {"id": id}, "redirect_browser_to": to});
        let nested = |id: &str, to: &str| json!({"error": {"id": id, "details": {"redirect_browser_to": to}}});
        let table: Vec<(u16, Value, &str, String)> = vec![
            (401, json!({}), "", format!("restart {LOGIN}?{R}")),
            (401, id("session_inactive"), "", format!("restart {LOGIN}?{R}")),
            (401, id("anything"), APP, format!("restart {LOGIN}?{R_APP}")),
            (403, id("session_aal2_required"), "", format!("restart {LOGIN}?aal=aal2&{R}")),
            (403, redirect("session_aal2_required", "{K}/elsewhere"), APP, format!("restart {LOGIN}?aal=aal2&{R_APP}")),
            (
                403,
                redirect("session_refresh_required", "{K}/l?return_to={K}/s"),
                "",
                "restart {B}/l?return_to={B}/s".into(),
            ),
            (403, nested("session_refresh_required", "{B}/l"), "", "restart {B}/l".into()),
            (403, id("session_refresh_required"), "", format!("restart {LOGIN}?refresh=true&{R}")),
            (403, redirect("session_refresh_required", "javascript:alert(1)"), "", "Unavailable".into()),
            (403, id("security_identity_mismatch"), APP, format!("restart {LOGIN}?refresh=true&{R_APP}")),
            (403, id("security_csrf_violation"), "", "FormNotRecognised".into()),
            (403, id("of_a_later_kratos"), "", "Forbidden".into()),
            (403, json!({}), "", "Forbidden".into()),
            (404, json!({}), "", "restart {P}/settings".into()),
            (404, json!({}), APP, "restart {P}/settings?return_to=https://app.example/".into()),
            (410, json!({"error": {"details": {"return_to": ""}}}), "", "restart {P}/settings".into()),
            (
                410,
                json!({"error": {"details": {"return_to": "https://b.example/"}}}),
                APP,
                "restart {P}/settings?return_to=https://b.example/".into(),
            ),
            (
                410,
                json!({"error": {"id": "self_service_flow_expired"}, "use_flow_id": "5fbcd466-1266-4e18-b973-5875e07ebff7"}),
                "",
                "restart {P}/settings?flow=5fbcd466-1266-4e18-b973-5875e07ebff7".into(),
            ),
            (400, id("self_service_flow_return_to_forbidden"), APP, "ReturnToForbidden".into()),
            (400, json!({}), "", "Unavailable".into()),
            (
                422,
                redirect("browser_location_change_required", "https://p.example/auth"),
                "",
                "https://p.example/auth".into(),
            ),
            (422, redirect("browser_location_change_required", "data:text/html,x"), "", "Unavailable".into()),
            (422, id("browser_location_change_required"), "", "Unavailable".into()),
            (429, json!({}), "", "Busy".into()),
            (302, json!({}), "", "Unavailable".into()),
            (500, json!({}), "", "Unavailable".into()),
            (503, id("session_aal2_required"), "", "Unavailable".into()),
        ];
        let addresses = Addresses {
            kratos: "http://kratos.internal:4433".parse().unwrap(),
            browser: "https://id.example.org/kratos".parse().unwrap(),
            public: "https://id.example.org/account".parse().unwrap(),
        };
        for (status, body, return_to, expected) in table {
            let body = body
                .to_string()
                .replace("{K}", "http://kratos.internal:4433")
                .replace("{B}", "https://id.example.org/kratos");
            let error =
                Error::Refused(Box::new(Response::of(status.try_into().unwrap(), Refusal::read(body.as_bytes()))));
            let asked = Asked {
                addresses: &addresses,
                kind: "settings",
                return_to: Some(return_to).filter(|to| !to.is_empty()),
            };
            let outcome = match asked.outcome(Err(&error)) {
                Outcome::Show(_) | Outcome::MoveOn { .. } => "what GET never gives".to_owned(),
                Outcome::SeeOther { to, restart } => {
                    // Two levels of encoding, read back for the eye.
                    let mut text = to.to_string();
                    for (code, sign) in [("%25", "%"), ("%3A", ":"), ("%2F", "/"), ("%3F", "?"), ("%3D", "=")] {
                        text = text.replace(code, sign);
                    }
                    let text = text
                        .replace("https://id.example.org/kratos", "{B}")
                        .replace("https://id.example.org/account", "{P}");
                    if restart { format!("restart {text}") } else { text }
                }
                Outcome::Problem(Problem::Busy { .. }) => "Busy".to_owned(),
                Outcome::Problem(problem) => format!("{problem:?}"),
            };
            assert_eq!(outcome, expected, "{status} {body}");
        }
    }

    #[test]
    fn no_answer_has_an_outcome_too() {
        let addresses = Addresses {
            kratos: "http://kratos".parse().unwrap(),
            browser: "http://kratos".parse().unwrap(),
            public: "http://account".parse().unwrap(),
        };
        let asked = Asked { addresses: &addresses, kind: "settings", return_to: None };
        for (error, problem) in [
            (Error::Timeout { sent: true }, Problem::TooSlow),
            (Error::Timeout { sent: false }, Problem::TooSlow),
            (Error::Cancelled, Problem::Unavailable),
            (Error::TooLarge(Box::new(Response::of(StatusCode::OK, ()))), Problem::Unavailable),
        ] {
            assert!(matches!(asked.outcome(Err(&error)), Outcome::Problem(got) if got == problem), "{error}");
        }
    }
}
