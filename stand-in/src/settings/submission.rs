//! A submission to a settings flow: whose it is, how it went, and what is answered.

use super::parked::Parked;
use super::{form, keys, lookup, oidc, password, profile, totp};
use crate::call::{Answer, Call};
use crate::failure::Failure;
use crate::fields::Fields;
use crate::flow::Flow;
use crate::http::Reply;
use crate::identity::Identity;
use crate::message::{Message, fixed, generic};
use crate::session::Session;
use crate::validate::Complaint;
use axum::http::Method as Verb;
use serde_json::json;

/// The ways to change settings, in the order Kratos asks them whether they are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// The traits.
    Profile,
    /// The password.
    Password,
    /// Linked providers.
    Oidc,
    /// The authenticator app.
    Totp,
    /// Passkeys.
    Passkey,
    /// Security keys.
    Webauthn,
    /// Recovery codes.
    Lookup,
}

/// Kratos' order.
const METHODS: [Method; 7] =
    [Method::Profile, Method::Password, Method::Oidc, Method::Totp, Method::Passkey, Method::Webauthn, Method::Lookup];

/// Why a submission did not end in a change.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Something is said in the flow.
    Said(Vec<Complaint>),
    /// The session is too old for it.
    TooOld,
    /// Nothing is to be saved yet, the flow shows more.
    Show,
    /// The browser goes to a provider.
    Away(String),
    /// An error.
    Fail(Box<Failure>),
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self::Fail(Box::new(failure))
    }
}

impl Refusal {
    /// One thing to say above the form.
    pub(super) fn above(message: Message) -> Self {
        Self::Said(vec![(None, message)])
    }

    /// One thing to say at a field.
    pub(super) fn at(field: &str, message: Message) -> Self {
        Self::Said(vec![(Some(field.to_owned()), message)])
    }
}

/// A submission under way.
#[derive(Debug)]
pub(super) struct Update {
    /// The flow.
    pub(super) flow: Flow,
    /// The session.
    pub(super) session: Session,
    /// The person, as they will be.
    pub(super) person: Identity,
}

/// How a submission went.
pub(super) type Outcome = Result<(), Refusal>;

impl Method {
    /// The name, also of what is parked.
    fn name(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Password => "password",
            Self::Oidc => "oidc",
            Self::Totp => "totp",
            Self::Passkey => "passkey",
            Self::Webauthn => "webauthn",
            Self::Lookup => "lookup_secret",
        }
    }

    /// Whether a submission is meant for this method.
    fn is_meant(self, fields: &Fields) -> Result<bool, Refusal> {
        let any = |names: &[&str]| names.iter().any(|name| !fields.get(name).is_empty());
        Ok(match self {
            Self::Profile | Self::Password => fields.get("method") == self.name(),
            Self::Oidc => any(&["link", "unlink"]),
            Self::Totp => fields.flag("totp_unlink").map_err(Refusal::above)? || fields.get("method") == "totp",
            Self::Passkey => any(&["passkey_settings_register", "passkey_remove"]),
            Self::Webauthn => any(&["webauthn_register", "webauthn_remove"]),
            Self::Lookup => lookup::Action::of(fields)?.is_some(),
        })
    }

    /// Whether it is switched on.
    fn is_enabled(self, call: &Call<'_>) -> bool {
        let methods = call.app.config.methods;
        match self {
            Self::Profile => true,
            Self::Password => methods.password,
            Self::Oidc => methods.oidc,
            Self::Totp => methods.totp,
            Self::Passkey => methods.passkey,
            Self::Webauthn => methods.webauthn,
            Self::Lookup => methods.lookup_secret,
        }
    }

    /// Does it.
    fn run(self, call: &mut Call<'_>, update: &mut Update, fields: &Fields) -> Outcome {
        match self {
            Self::Profile => profile::run(call, update, fields),
            Self::Password => password::run(call, update, fields),
            Self::Oidc => oidc::run(call, update, fields),
            Self::Totp => totp::run(call, update, fields),
            Self::Passkey => keys::passkey(call, update, fields),
            Self::Webauthn => keys::webauthn(call, update, fields),
            Self::Lookup => lookup::run(call, update, fields),
        }
    }
}

/// Finds the method that is meant, by what is parked or by what was sent, and runs it.
pub(super) fn dispatch(call: &mut Call<'_>, update: &mut Update) -> (Option<(Method, Option<Fields>)>, Outcome) {
    let get = call.req.method == Verb::GET;
    let read = if get { Ok(Fields::default()) } else { Fields::read(call.req) };
    for method in METHODS {
        // JSON never resumes: only a browser follows the way back.
        if !call.json()
            && let Some(parked) = call.unpark(method.name(), update.person.id)
            && parked.flow == update.flow.id
        {
            let outcome = method.run(call, update, &parked.fields);
            return (Some((method, None)), outcome);
        }
        let fields = match &read {
            Ok(fields) => fields,
            Err(message) => return (None, Err(Refusal::above(message.clone()))),
        };
        match method.is_meant(fields) {
            Ok(false) => {}
            Ok(true) if !method.is_enabled(call) => {
                return (None, Err(Failure::switched_off().into()));
            }
            Ok(true) => {
                let outcome = method.run(call, update, fields);
                return (Some((method, Some(fields.clone()))), outcome);
            }
            Err(refusal) => return (None, Err(refusal)),
        }
    }
    let said = if get {
        generic(
            "Unable to decode body because HTTP Request Method was \"GET\" but only [POST PUT PATCH] are supported.",
        )
    } else {
        fixed(4_010_004)
    };
    (None, Err(Refusal::above(said)))
}

/// Turns the outcome of a method into an answer. `method` is what ran, with its fields unless it was resumed.
pub(super) fn conclude(
    call: &mut Call<'_>,
    mut update: Update,
    method: Option<(Method, Option<Fields>)>,
    outcome: Outcome,
) -> Answer {
    let ran = method.as_ref().map(|(method, _)| *method);
    let unread = call.req.method == Verb::POST && Fields::read(call.req).is_err();
    match outcome {
        Ok(()) => success(call, update),
        Err(Refusal::Fail(failure)) => Err(*failure),
        Err(Refusal::Away(url)) if call.json() => Err(Failure::go_to(&url)),
        Err(Refusal::Away(url)) => Ok(call.see_other(&url)),
        Err(Refusal::TooOld) => {
            if let Some((method, Some(fields))) = method {
                let parked = Parked {
                    identity: Some(update.person.id),
                    flow: update.flow.id,
                    fields,
                    provider_state: String::new(),
                    expires_at: call.now,
                };
                call.park(method.name(), parked, 15);
            }
            let this = call.public(call.req.uri.path_and_query().map_or("", |whole| whole.as_str()));
            let query = [("refresh", "true"), ("return_to", this.as_str())];
            let login = Call::with_query(&call.public("/self-service/login/browser"), &query);
            if call.json() { Err(Failure::refresh_required(&login)) } else { Ok(call.see_other(&login)) }
        }
        Err(Refusal::Show) => {
            update.flow.ui.reset_messages();
            call.keep(&update.flow);
            Ok(call.refused(200, &update.flow))
        }
        Err(Refusal::Said(complaints)) => {
            // Everybody after the profile forgets what was said before, also when it was not meant.
            if ran != Some(Method::Profile) && !unread {
                update.flow.ui.reset_messages();
            }
            if !unread {
                update.flow.ui.set_csrf(call.csrf_token());
            }
            for (field, message) in complaints {
                update.flow.ui.say(field.as_deref(), message);
            }
            form::sort(call, &mut update.flow.ui, Some(&update.person.schema));
            call.keep(&update.flow);
            Ok(call.refused(400, &update.flow))
        }
    }
}

/// Saves a change. The flow then shows the form of a new one, which the next submission goes to.
fn success(call: &mut Call<'_>, update: Update) -> Answer {
    let Update { mut flow, session, mut person } = update;
    let wanted = call.way_back(flow.return_to(), &call.page_of(&flow))?;
    person.updated_at = call.now;
    let id = person.id;
    call.state.identities.insert(id, person);
    crate::verification::after_settings(call, id, &flow);
    let next = super::begin(call, id)?;
    flow.state = "success";
    flow.ui = next.ui;
    flow.secrets = next.secrets;
    flow.ui.reset_messages();
    flow.ui.messages.push(fixed(1_050_001));
    call.keep(&flow);
    call.issue_session_cookie(&session);
    if call.json() {
        let then = json!([{"action": "redirect_browser_to", "redirect_browser_to": wanted}]);
        return Ok(call.shown(200, &flow, Some(then)));
    }
    Ok(call.see_other(&wanted))
}

/// What every change needs that is not of the profile: the CSRF token, and a recent proof of who it is.
pub(super) fn guard(call: &Call<'_>, update: &Update, fields: &Fields) -> Outcome {
    call.check_csrf(fields.get("csrf_token"))?;
    if call.privileged(&update.session) { Ok(()) } else { Err(Refusal::TooOld) }
}

/// Used by the callback of a provider, which ends a submission begun earlier.
pub(super) fn finish_link(call: &mut Call<'_>, update: Update, outcome: Outcome) -> Result<Reply, Failure> {
    conclude(call, update, Some((Method::Oidc, None)), outcome)
}
