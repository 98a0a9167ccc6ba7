//! The errors of the API in Kratos' shape.

use serde_json::{Map, Value, json};

/// An error body: the object `error` and what stands beside it.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    /// HTTP status, and `error.code`.
    pub(crate) status: u16,
    /// `error.id`; many of Kratos' errors have none.
    pub(crate) id: Option<&'static str>,
    /// `error.message`, the one field that is always there.
    pub(crate) message: &'static str,
    /// `error.reason`.
    pub(crate) reason: Option<String>,
    /// `error.details`.
    pub(crate) details: Option<Value>,
    /// What stands at the top level next to `error`, as `redirect_browser_to`.
    pub(crate) beside: Map<String, Value>,
}

/// The text of a status.
fn status_text(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        409 => "Conflict",
        410 => "Gone",
        422 => "Unprocessable Entity",
        _ => "Internal Server Error",
    }
}

impl Failure {
    /// An error with the usual message of its status.
    pub(crate) fn new(status: u16) -> Self {
        let message = match status {
            400 => "The request was malformed or contained invalid parameters",
            401 => "The request could not be authorized",
            403 => "The requested action was forbidden",
            404 => "The requested resource could not be found",
            409 => "The resource could not be created due to a conflict",
            410 => "The requested resource is no longer available because it has expired or is otherwise invalid.",
            _ => "An internal server error occurred, please contact the system administrator",
        };
        Self { status, id: None, message, reason: None, details: None, beside: Map::new() }
    }

    /// Sets `error.id`.
    pub(crate) fn id(self, id: &'static str) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Sets `error.message`.
    pub(crate) fn message(self, message: &'static str) -> Self {
        Self { message, ..self }
    }

    /// Sets `error.reason`.
    pub(crate) fn reason(self, reason: impl Into<String>) -> Self {
        Self { reason: Some(reason.into()), ..self }
    }

    /// Sets `error.details`.
    pub(crate) fn details(self, details: Value) -> Self {
        Self { details: Some(details), ..self }
    }

    /// Adds a member next to `error`.
    pub(crate) fn beside(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.beside.insert(key.to_owned(), value.into());
        self
    }

    /// The object under `error`; `request` is the browser's `X-Request-ID`.
    pub(crate) fn error(&self, request: Option<&str>) -> Value {
        let mut error = json!({"code": self.status, "status": status_text(self.status), "message": self.message});
        let mut put = |key: &str, value: Option<Value>| {
            if let (Some(value), Some(object)) = (value, error.as_object_mut()) {
                object.insert(key.to_owned(), value);
            }
        };
        put("id", self.id.map(Value::from));
        put("reason", self.reason.clone().map(Value::from));
        put("details", self.details.clone());
        put("request", request.map(Value::from));
        error
    }

    /// The whole body.
    pub(crate) fn body(&self, request: Option<&str>) -> Value {
        let mut body = self.beside.clone();
        body.insert("error".to_owned(), self.error(request));
        Value::Object(body)
    }

    /// Nothing is stored under this id.
    pub(crate) fn not_located() -> Self {
        Self::new(404).message("Unable to locate the resource")
    }

    /// No session, where starting a flow or a logout needs one.
    pub(crate) fn no_session() -> Self {
        Self::new(401)
            .id("session_inactive")
            .message("request does not have a valid authentication session")
            .reason("No active session was found in this request.")
    }

    /// No session, where a settings flow is read or written: without an id, unlike [`Failure::no_session`].
    pub(crate) fn session_missing() -> Self {
        Self::new(401).reason("A valid Ory Session Cookie or Ory Session Token is missing.")
    }

    /// The session's AAL is too low; `login` is where to raise it.
    pub(crate) fn aal2_required(login: &str) -> Self {
        Self::new(403)
            .id("session_aal2_required")
            .message("Session does not fulfill the requested Authenticator Assurance Level")
            .reason(
                "An active session was found but it does not fulfill the requested Authenticator Assurance Level. \
                 Please verify yourself with a second factor to resolve this issue.",
            )
            .details(json!({"redirect_browser_to": login}))
            .beside("redirect_browser_to", login)
    }

    /// The browser has to go somewhere, and the answer was asked for as JSON.
    pub(crate) fn go_to(url: &str) -> Self {
        Self::new(422)
            .id("browser_location_change_required")
            .message("browser location change required")
            .reason(format!("In order to complete this flow please redirect the browser to: {url}"))
            .beside("redirect_browser_to", url)
    }

    /// The session is too old for this change.
    pub(crate) fn refresh_required(login: &str) -> Self {
        Self::new(403)
            .id("session_refresh_required")
            .reason("The login session is too old and thus not allowed to update these fields. Please re-authenticate.")
            .beside("redirect_browser_to", login)
    }

    /// The flow that is read is another person's.
    pub(crate) fn identity_mismatch() -> Self {
        Self::new(403)
            .id("security_identity_mismatch")
            .reason("The request was made for another identity and has been blocked for security reasons.")
    }

    /// The flow that is submitted to is another person's.
    pub(crate) fn begun_by_another() -> Self {
        Self::identity_mismatch().reason(
            "The request was initiated by someone else and has been blocked for security reasons. Please go back and \
             try again.",
        )
    }

    /// The account was disabled.
    pub(crate) fn disabled_account(person: uuid::Uuid) -> Self {
        Self::new(401)
            .message("identity is disabled")
            .reason("This account was disabled.")
            .details(json!({"identity_id": person}))
    }

    /// The method is switched off.
    pub(crate) fn switched_off() -> Self {
        Self::new(404).reason(
            "This endpoint was disabled by system administrator. Please check your url or contact the system \
             administrator to enable it.",
        )
    }

    /// There is a session already.
    pub(crate) fn already_signed_in(message: Option<&'static str>, reason: &str) -> Self {
        let failure = Self::new(400).id("session_already_available").reason(reason);
        match message {
            Some(message) => failure.message(message),
            None => failure,
        }
    }

    /// The query has no usable `flow`.
    pub(crate) fn flow_missing() -> Self {
        Self::new(400).reason("The flow query parameter is missing or malformed.")
    }
}
