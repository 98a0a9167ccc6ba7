//! Sessions: who is signed in, how strongly, since when.

use crate::call::{ALPHANUMERIC, Call, random_of, random_text};
use crate::config::RequiredAal;
use crate::failure::Failure;
use crate::json::Json;
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

/// The session cookie.
pub(crate) const COOKIE: &str = "ory_kratos_session";

/// One proof a person gave.
#[derive(Clone, Debug)]
pub(crate) struct Proof {
    /// The method, as Kratos names it in a session.
    pub(crate) method: &'static str,
    /// Whether it is a second factor.
    pub(crate) second: bool,
    /// When.
    pub(crate) at: Timestamp,
    /// The provider, for social sign-in.
    pub(crate) provider: Option<String>,
}

/// A session.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// Its id.
    pub(crate) id: Uuid,
    /// Whose it is.
    pub(crate) identity: Uuid,
    /// What the cookie starts with.
    pub(crate) token: String,
    /// What logs it out.
    pub(crate) logout_token: String,
    /// False once revoked.
    pub(crate) active: bool,
    /// When it began, or was renewed.
    pub(crate) issued_at: Timestamp,
    /// When the person last proved who they are.
    pub(crate) authenticated_at: Timestamp,
    /// When it ends.
    pub(crate) expires_at: Timestamp,
    /// The proofs given.
    pub(crate) proofs: Vec<Proof>,
    /// The browsers it was used to sign in with.
    pub(crate) devices: Vec<Value>,
}

impl Session {
    /// A new session, with no proof yet.
    pub(crate) fn new(identity: Uuid, now: Timestamp) -> Self {
        Self {
            id: Uuid::new_v4(),
            identity,
            token: random_text(32),
            logout_token: format!("ory_lo_{}", random_of(ALPHANUMERIC, 32)),
            active: true,
            issued_at: now,
            authenticated_at: now,
            expires_at: now,
            proofs: Vec::new(),
            devices: Vec::new(),
        }
    }

    /// Whether a second factor was proved, on top of a first.
    pub(crate) fn is_aal2(&self) -> bool {
        self.proofs.iter().any(|proof| proof.second) && self.proofs.iter().any(|proof| !proof.second)
    }

    /// The session as it is sent.
    pub(crate) fn json(&self, identity: Json) -> Json {
        let methods: Vec<Value> = self
            .proofs
            .iter()
            .map(|proof| {
                let aal = if proof.second { "aal2" } else { "aal1" };
                let mut value = json!({"method": proof.method, "aal": aal, "completed_at": proof.at});
                if let (Some(provider), Some(object)) = (&proof.provider, value.as_object_mut()) {
                    object.insert("provider".to_owned(), provider.clone().into());
                }
                value
            })
            .collect();
        let mut body = Json::from(json!({
            "id": self.id, "active": self.active, "expires_at": self.expires_at,
            "authenticated_at": self.authenticated_at,
            "authenticator_assurance_level": if self.is_aal2() { "aal2" } else { "aal1" },
            "authentication_methods": methods, "issued_at": self.issued_at,
        }));
        body.set("identity", identity);
        body.set("devices", Json::from(&self.devices));
        body
    }
}

impl Call<'_> {
    /// The session of the request, of somebody whose account is in use. A session token in a header wins over the
    /// cookie, even a wrong one.
    pub(crate) fn session(&self) -> Option<Session> {
        let token = match self.req.header("x-session-token").filter(|token| !token.is_empty()) {
            Some(token) => token,
            None => self.req.cookies(COOKIE).first()?.split('.').next()?,
        };
        let is_active = |id: &Uuid| self.state.identities.get(id).is_some_and(|person| person.active);
        let live = |session: &&Session| {
            session.token == token && session.active && session.expires_at > self.now && is_active(&session.identity)
        };
        self.state.sessions.iter().find(live).cloned()
    }

    /// Puts a changed session back, or a new one in.
    pub(crate) fn keep_session(&mut self, session: Session) {
        match self.state.sessions.iter_mut().find(|old| old.id == session.id) {
            Some(old) => *old = session,
            None => self.state.sessions.push(session),
        }
    }

    /// Sets the session cookie: another value every time, for the same session.
    pub(crate) fn issue_session_cookie(&mut self, session: &Session) {
        let value = format!("{}.{}", session.token, random_text(24));
        let rest = session.expires_at.duration_since(self.now).as_secs();
        let cookie = self.cookie(COOKIE, &value, Some(rest), true);
        self.cookies.push(cookie);
    }

    /// Ends the session cookie.
    pub(crate) fn drop_session_cookie(&mut self) {
        let cookie = self.cookie(COOKIE, "", None, true);
        self.cookies.push(cookie);
    }

    /// A new session of a person, with one proof; nobody has its cookie yet.
    pub(crate) fn new_session(&mut self, person: Uuid, method: &'static str, provider: Option<String>) -> Session {
        let mut session = Session::new(person, self.now);
        session.proofs.push(Proof { method, second: false, at: self.now, provider });
        self.activate(&mut session);
        session
    }

    /// Lets a session begin now, or go on, with the browser noted.
    fn activate(&mut self, session: &mut Session) {
        session.authenticated_at = self.now;
        session.issued_at = self.now;
        session.expires_at = self.now + self.app.config.session_lifespan;
        session.devices.push(json!({
            "id": Uuid::new_v4(), "ip_address": self.req.client(), "user_agent": self.req.header("user-agent"),
            "location": "",
        }));
        self.keep_session(session.clone());
    }

    /// Signs a person in: the session they have is renewed by another proof, else a new one begins (with a new CSRF
    /// cookie).
    pub(crate) fn sign_in(
        &mut self,
        identity: Uuid,
        method: &'static str,
        second: bool,
        provider: Option<String>,
    ) -> Session {
        let old = self.session().filter(|session| session.identity == identity);
        let renewed = old.is_some();
        let mut session = old.unwrap_or_else(|| Session::new(identity, self.now));
        session.proofs.push(Proof { method, second, at: self.now, provider });
        let devices = session.devices.clone();
        self.activate(&mut session);
        if renewed {
            // The browser is named in this answer, and not kept: as with Kratos.
            self.keep_session(Session { devices, ..session.clone() });
        } else {
            self.renew_csrf_cookie();
        }
        self.issue_session_cookie(&session);
        session
    }

    /// Notes in a verification which session Hydra is told of.
    pub(crate) fn remember_session(&mut self, flow: Uuid, session: Uuid) {
        if let Some(flow) = self.state.flows.get_mut(&flow) {
            flow.secrets.session = Some(session);
        }
    }

    /// Notes that a second factor was just set up, and so proved.
    pub(crate) fn add_proof(
        &mut self,
        session: &mut Session,
        method: &'static str,
        second: bool,
        provider: Option<String>,
    ) {
        session.proofs.push(Proof { method, second, at: self.now, provider });
        self.keep_session(session.clone());
    }

    /// Whether a session is strong enough.
    pub(crate) fn satisfies(&self, session: &Session, required: RequiredAal) -> bool {
        let has_second = self
            .state
            .identities
            .get(&session.identity)
            .is_some_and(|person| person.has_second_factor(self.app.config.methods));
        required == RequiredAal::Aal1 || session.is_aal2() || !has_second
    }

    /// The login that raises a session's AAL, with a way back or none.
    pub(crate) fn aal2_login(&self, return_to: &str) -> String {
        Self::with_query(&self.public("/self-service/login/browser"), &[("aal", "aal2"), ("return_to", return_to)])
    }

    /// Whether the person proved who they are recently enough to change what matters.
    pub(crate) fn privileged(&self, session: &Session) -> bool {
        session.authenticated_at + self.app.config.privileged_session_max_age > self.now
    }

    /// The session an account page needs, with the errors of settings: none, or too weak.
    pub(crate) fn settings_session(&self, return_to: &str) -> Result<Session, Failure> {
        let session = self.session().ok_or_else(Failure::session_missing)?;
        if self.satisfies(&session, self.app.config.settings_aal) {
            Ok(session)
        } else {
            Err(Failure::aal2_required(&self.aal2_login(return_to)))
        }
    }
}
