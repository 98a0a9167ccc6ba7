//! Self-service flows of every kind.

mod secrets;

pub(crate) use secrets::{Entered, Linking, Secrets, Sent};

use crate::call::Call;
use crate::failure::Failure;
use crate::http::Reply;
use crate::json::Json;
use crate::node::Ui;
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

/// The kinds of flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Account settings.
    Settings,
    /// Signing in.
    Login,
    /// Signing up.
    Registration,
    /// Getting back in.
    Recovery,
    /// Proving an address.
    Verification,
}

impl Kind {
    /// The word in paths.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Login => "login",
            Self::Registration => "registration",
            Self::Recovery => "recovery",
            Self::Verification => "verification",
        }
    }
}

/// A flow.
#[derive(Clone, Debug)]
pub(crate) struct Flow {
    /// Its id.
    pub(crate) id: Uuid,
    /// What it is for.
    pub(crate) kind: Kind,
    /// When it began.
    pub(crate) issued_at: Timestamp,
    /// When it ends.
    pub(crate) expires_at: Timestamp,
    /// The URL it was begun with; the way back is only kept in there.
    pub(crate) request_url: String,
    /// The method used last.
    pub(crate) active: Option<&'static str>,
    /// The state.
    pub(crate) state: &'static str,
    /// The form.
    pub(crate) ui: Ui,
    /// Whose settings these are.
    pub(crate) identity: Option<Uuid>,
    /// Whether a login is a re-authentication.
    pub(crate) refresh: bool,
    /// Whether a login asks for a second factor.
    pub(crate) second: bool,
    /// The identity schema that was asked for.
    pub(crate) identity_schema: Option<String>,
    /// The organization that was asked for, which is none of this edition's.
    pub(crate) organization: Option<String>,
    /// The challenge of Hydra's that is answered at the end.
    pub(crate) challenge: Option<String>,
    /// What nobody is told.
    pub(crate) secrets: Secrets,
    /// The CSRF secret of the browser it was begun in; an administrator's flow is any browser's.
    pub(crate) owner: Option<crate::csrf::Secret>,
}

impl Flow {
    /// The way back that was asked for.
    pub(crate) fn return_to(&self) -> Option<String> {
        self.asked("return_to")
    }

    /// A value of the query it was begun with, if it is not empty.
    pub(crate) fn asked(&self, name: &str) -> Option<String> {
        let url = url::Url::parse(&self.request_url).ok()?;
        let value = url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
        value.filter(|value| !value.is_empty())
    }

    /// The flow as it is sent; `identity` for settings, `then` is `continue_with`.
    pub(crate) fn json(&self, identity: Option<Json>, then: Option<Value>) -> Json {
        let mut body = Json::from(json!({
            "id": self.id, "type": "browser", "expires_at": self.expires_at, "issued_at": self.issued_at,
            "request_url": self.request_url, "state": self.state, "ui": self.ui.json(),
        }));
        let mut put = |key: &str, value: Option<Value>| {
            if let Some(value) = value {
                body.set(key, Json::from(value));
            }
        };
        put("return_to", self.return_to().map(Value::from));
        put("active", self.active.map(Value::from));
        if matches!(self.kind, Kind::Login | Kind::Registration) {
            put("organization_id", Some(self.organization.clone().map_or(Value::Null, Value::from)));
            put("identity_schema", self.identity_schema.clone().map(Value::from));
            put("oauth2_login_challenge", self.challenge.clone().map(Value::from));
        }
        if self.kind == Kind::Login {
            put("refresh", Some(self.refresh.into()));
            put("requested_aal", Some(if self.second { "aal2" } else { "aal1" }.into()));
            put("created_at", Some(json!(self.issued_at)));
            put("updated_at", Some(json!(self.issued_at)));
        }
        put("continue_with", then);
        if let Some(identity) = identity {
            body.set("identity", identity);
        }
        body
    }
}

impl Call<'_> {
    /// Begins a flow, with the URL of this request in it.
    pub(crate) fn begin(&self, kind: Kind, state: &'static str) -> Result<Flow, Failure> {
        let id = Uuid::new_v4();
        let action = self.public(&format!("/self-service/{}?flow={id}", kind.name()));
        Ok(Flow {
            id,
            kind,
            issued_at: self.now,
            expires_at: self.now + self.app.config.flow_lifespan,
            request_url: self.request_url()?,
            active: None,
            state,
            ui: Ui { action, ..Ui::default() },
            identity: None,
            refresh: false,
            second: false,
            identity_schema: None,
            organization: None,
            challenge: None,
            secrets: crate::flow::Secrets::default(),
            owner: Some(self.secret),
        })
    }

    /// Keeps a flow.
    pub(crate) fn keep(&mut self, flow: &Flow) {
        self.state.flows.insert(flow.id, flow.clone());
    }

    /// The flow named in the query, if it is of this kind.
    pub(crate) fn flow(&self, kind: Kind, parameter: &str) -> Option<Flow> {
        let id = self.req.query(parameter).and_then(|id| Uuid::parse_str(id).ok())?;
        self.state.flows.get(&id).filter(|flow| flow.kind == kind).cloned()
    }

    /// The page a flow is shown on.
    pub(crate) fn page(&self, kind: Kind) -> String {
        let urls = &self.app.config.ui_urls;
        let given = match kind {
            Kind::Settings => return self.app.config.settings_url.clone(),
            Kind::Login => &urls.login,
            Kind::Registration => &urls.registration,
            Kind::Recovery => &urls.recovery,
            Kind::Verification => &urls.verification,
        };
        given.clone().unwrap_or_else(|| self.public(&format!("/ui/{}", kind.name())))
    }

    /// The page of this flow.
    pub(crate) fn page_of(&self, flow: &Flow) -> String {
        Self::with_query(&self.page(flow.kind), &[("flow", &flow.id.to_string())])
    }

    /// A flow begun: itself as JSON, or a redirect to its page.
    pub(crate) fn begun(&self, flow: &Flow) -> Reply {
        if self.json() { self.shown(200, flow, None) } else { self.see_other(&self.page_of(flow)) }
    }

    /// A flow as JSON.
    pub(crate) fn shown(&self, status: u16, flow: &Flow, then: Option<Value>) -> Reply {
        self.shown_with(status, flow, then, true)
    }

    /// A flow as JSON, with or without what Hydra asked.
    pub(crate) fn shown_with(&self, status: u16, flow: &Flow, then: Option<Value>, hydra: bool) -> Reply {
        let person = flow.identity.and_then(|id| self.state.identities.get(&id));
        let mut body = flow.json(person.map(|person| person.json(&self.app.public)), then);
        let asked = flow.challenge.as_deref().and_then(|challenge| self.state.hydra.asked(challenge));
        if let Some(asked) = asked.filter(|_| hydra && flow.kind != Kind::Verification) {
            body.set("oauth2_login_request", Json::from(asked));
        }
        Reply::json(status, &body)
    }

    /// Where a flow was left with messages in it: JSON with a status, or back to its page.
    pub(crate) fn refused(&self, status: u16, flow: &Flow) -> Reply {
        if self.json() { self.shown(status, flow, None) } else { self.see_other(&self.page_of(flow)) }
    }

    /// The 410 of reading a flow that is over.
    pub(crate) fn gone(&self, flow: &Flow) -> Failure {
        let name = flow.kind.name();
        let back = flow.return_to().unwrap_or_default();
        let start = Self::with_query(&self.public(&format!("/self-service/{name}/browser")), &[("return_to", &back)]);
        let failure = Failure::new(410)
            .reason(format!(
                "The {name} flow has expired. Redirect the user to the {name} flow init endpoint to initialize a new \
                 {name} flow."
            ))
            .details(json!({"redirect_to": start, "return_to": back}));
        if matches!(flow.kind, Kind::Login | Kind::Registration) {
            failure.id("self_service_flow_expired")
        } else {
            failure
        }
    }

    /// The 410 of posting to a flow that is over, naming the one to go on with.
    pub(crate) fn expired(&self, old: &Flow, new: &Flow) -> Failure {
        let since = self.now.duration_since(old.expires_at);
        Failure::new(410)
            .id("self_service_flow_expired")
            .message("self-service flow expired")
            .reason(format!(
                "The self-service flow expired {:.2} minutes ago, initialize a new one.",
                since.as_secs_f64() / 60.0
            ))
            .beside("expired_at", json!(old.expires_at))
            .beside("since", i64::try_from(since.as_nanos()).unwrap_or(i64::MAX))
            .beside("use_flow_id", new.id.to_string())
    }

    /// What the new flow says about the old one; `id` is the message's.
    pub(crate) fn expiry_message(&self, old: &Flow, id: u32) -> crate::message::Message {
        let minutes = self.now.duration_since(old.expires_at).as_secs_f64() / 60.0;
        let text = format!("The {} flow expired {minutes:.2} minutes ago, please try again.", old.kind.name());
        crate::message::message(id, text)
            .context(json!({"expired_at": old.expires_at, "expired_at_unix": old.expires_at.as_second()}))
    }

    /// A flow of this kind read by its id, with the checks of those that have no owner: the browser's CSRF cookie,
    /// then the expiry.
    pub(crate) fn fetch(&self, kind: Kind) -> Result<Reply, Failure> {
        let flow = self.flow(kind, "id").ok_or_else(Failure::not_located)?;
        if flow.owner.is_some() && self.sent_secret() != flow.owner {
            return Err(self.csrf_violation(true));
        }
        if flow.expires_at < self.now {
            return Err(self.gone(&flow));
        }
        Ok(self.shown(200, &flow, None))
    }

    /// Refuses a kind of flow that is switched off.
    pub(crate) fn check_enabled(&self, kind: Kind) -> Result<(), Failure> {
        let config = &self.app.config;
        let off = |name: &str| Failure::new(400).reason(format!("{name} is not allowed because it was disabled."));
        match kind {
            Kind::Registration if !config.registration_enabled => {
                Err(off("Registration").id("self_service_flow_disabled").message("registration flow disabled"))
            }
            Kind::Recovery if !config.recovery_enabled => Err(off("Recovery")),
            Kind::Verification if !config.verification_enabled => Err(off("Verification")),
            _ => Ok(()),
        }
    }
}
