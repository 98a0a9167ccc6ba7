//! Kratos' admin API, as far as people end their own account by it.

use bytes::Bytes;
use http::{Method, StatusCode};
use serde::de::IgnoredAny;
use uuid::Uuid;

use super::client::Client;
use super::identity::Identity;
use super::request::Request;
use super::response::Data;
use super::start::Body;

/// A JSON Patch (RFC 6902) that switches an identity off.
const SWITCH_OFF: &[u8] = br#"[{"op":"replace","path":"/state","value":"inactive"}]"#;

/// The name of an identity that is nobody's.
const NOBODY: Uuid = Uuid::nil();

/// A client of Kratos' admin API, which no browser may reach. No header of a browser's is ever sent to it.
#[derive(Clone, Debug)]
pub(crate) struct Admin(Client);

impl Data for Identity<'static> {
    type Of<'a> = Identity<'a>;
}

impl Admin {
    /// By a client whose address is the admin API's.
    pub(crate) fn new(client: Client) -> Self {
        Self(client)
    }

    /// `DELETE /admin/identities/{id}`: deletes an identity, with its sessions. Only 204 says that it was done.
    pub(crate) fn delete(&self, id: Uuid) -> Request<IgnoredAny> {
        self.identity(id, "").method(Method::DELETE).success(|status| status == StatusCode::NO_CONTENT)
    }

    /// `PATCH /admin/identities/{id}`: switches an identity off, and answers it. From then on Kratos takes none of
    /// its sessions.
    pub(crate) fn deactivate(&self, id: Uuid) -> Request<Identity<'static>> {
        self.identity(id, "").post(Body::Json(Bytes::from_static(SWITCH_OFF))).method(Method::PATCH)
    }

    /// `DELETE /admin/identities/{id}/sessions`: ends all sessions of an identity; 404 where there are none.
    pub(crate) fn end_sessions(&self, id: Uuid) -> Request<IgnoredAny> {
        self.identity(id, "/sessions").method(Method::DELETE)
    }

    /// `GET /admin/identities/{id}` of an identity that is nobody's, whatever the answer: whether it is this API.
    pub(crate) fn nobody(&self) -> Request<IgnoredAny> {
        self.identity(NOBODY, "").success(|_| true)
    }

    fn identity<T>(&self, id: Uuid, below: &str) -> Request<T> {
        self.0.get(&format!("admin/identities/{id}{below}"), [])
    }
}
