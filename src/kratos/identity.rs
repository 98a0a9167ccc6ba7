//! Identities (Kratos `identity.Identity`).

use std::fmt;

use serde::Deserialize;
use uuid::Uuid;

use super::json::Json;
use super::lenient::{Object, objects, optional, scalar};
use super::text::{Str, Time};

/// A person's account, without what only administrators see.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Identity<'a> {
    /// Its id; nil where Kratos gave none.
    #[serde(deserialize_with = "scalar")]
    pub id: Uuid,
    /// The id of its schema.
    #[serde(borrow)]
    pub schema_id: Str<'a>,
    /// Where the schema is, on Kratos as the browser reaches it. Empty in lists of sessions.
    #[serde(borrow)]
    pub schema_url: Str<'a>,
    /// `active` or `inactive`.
    #[serde(borrow, deserialize_with = "optional")]
    pub state: Option<Str<'a>>,
    /// What is known about the person: an object of the schema's shape.
    #[serde(borrow)]
    pub traits: Option<Json<'a>>,
    /// Addresses that can be verified.
    #[serde(borrow, deserialize_with = "objects")]
    pub verifiable_addresses: Vec<VerifiableAddress<'a>>,
    /// Addresses by which the account can be recovered.
    #[serde(borrow, deserialize_with = "objects")]
    pub recovery_addresses: Vec<RecoveryAddress<'a>>,
    /// What the operator shows the person beside the traits.
    #[serde(borrow)]
    pub metadata_public: Option<Json<'a>>,
    /// The organization it belongs to (commercial editions).
    #[serde(deserialize_with = "optional")]
    pub organization_id: Option<Uuid>,
    /// When it was made.
    #[serde(deserialize_with = "optional")]
    pub created_at: Option<Time>,
    /// When it was last changed.
    #[serde(deserialize_with = "optional")]
    pub updated_at: Option<Time>,
}

impl<'de: 'a, 'a> Object<'de> for Identity<'a> {}

impl Identity<'_> {
    /// The same, without the answer it came in.
    pub fn into_owned(self) -> Identity<'static> {
        let verifiable = self.verifiable_addresses.into_iter().map(|address| VerifiableAddress {
            value: address.value.into_owned(),
            verified: address.verified,
            via: address.via.into_owned(),
            status: address.status.into_owned(),
        });
        let recovery = self
            .recovery_addresses
            .into_iter()
            .map(|address| RecoveryAddress { value: address.value.into_owned(), via: address.via.into_owned() });
        Identity {
            id: self.id,
            schema_id: self.schema_id.into_owned(),
            schema_url: self.schema_url.into_owned(),
            state: self.state.map(Str::into_owned),
            traits: self.traits.map(Json::into_owned),
            verifiable_addresses: verifiable.collect(),
            recovery_addresses: recovery.collect(),
            metadata_public: self.metadata_public.map(Json::into_owned),
            organization_id: self.organization_id,
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}

/// Prints nothing about the person.
impl fmt::Debug for Identity<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").field("id", &self.id).field("schema_id", &self.schema_id).finish_non_exhaustive()
    }
}

/// An address and whether it is the person's (Kratos `identity.VerifiableAddress`).
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct VerifiableAddress<'a> {
    /// The address.
    #[serde(borrow)]
    pub value: Str<'a>,
    /// Whether the person has shown that it is theirs.
    #[serde(deserialize_with = "scalar")]
    pub verified: bool,
    /// `email` or `sms`.
    #[serde(borrow)]
    pub via: Str<'a>,
    /// `pending`, `sent` or `completed`.
    #[serde(borrow)]
    pub status: Str<'a>,
}

impl<'de: 'a, 'a> Object<'de> for VerifiableAddress<'a> {}

impl fmt::Debug for VerifiableAddress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifiableAddress").field("verified", &self.verified).finish_non_exhaustive()
    }
}

/// An address by which the account can be recovered (Kratos `identity.RecoveryAddress`).
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct RecoveryAddress<'a> {
    /// The address.
    #[serde(borrow)]
    pub value: Str<'a>,
    /// `email` or `sms`.
    #[serde(borrow)]
    pub via: Str<'a>,
}

impl<'de: 'a, 'a> Object<'de> for RecoveryAddress<'a> {}

impl fmt::Debug for RecoveryAddress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecoveryAddress").finish_non_exhaustive()
    }
}
