//! People: traits, addresses and credentials.

use crate::json::Json;
use crate::schema::Schema;
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

/// An address that can be verified.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    /// Its id.
    pub(crate) id: Uuid,
    /// The e-mail address.
    pub(crate) value: String,
    /// When it was verified.
    pub(crate) verified_at: Option<Timestamp>,
    /// `pending`, `sent` or `completed`.
    pub(crate) status: &'static str,
    /// When it was added.
    pub(crate) created_at: Timestamp,
}

/// A security key or passkey.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    /// The credential's id.
    pub(crate) id: Vec<u8>,
    /// The public key, as an uncompressed point.
    pub(crate) public: Vec<u8>,
    /// What the person called it, or what it is called.
    pub(crate) name: String,
    /// When it was added.
    pub(crate) added_at: Timestamp,
    /// The user handle it was made for.
    pub(crate) handle: Vec<u8>,
}

/// A recovery code, and when it was spent.
#[derive(Clone, Debug)]
pub(crate) struct RecoveryCode {
    /// The code.
    pub(crate) code: String,
    /// When it was used.
    pub(crate) used_at: Option<Timestamp>,
}

/// A person.
#[derive(Clone, Debug)]
pub(crate) struct Identity {
    /// The id.
    pub(crate) id: Uuid,
    /// The traits, as they were written.
    pub(crate) traits: Json,
    /// What the person signs in with, in lower case.
    pub(crate) identifiers: Vec<String>,
    /// Addresses to verify.
    pub(crate) verifiable: Vec<Address>,
    /// Addresses to recover by.
    pub(crate) recovery: Vec<Address>,
    /// When the person was made.
    pub(crate) created_at: Timestamp,
    /// When anything last changed.
    pub(crate) updated_at: Timestamp,
    /// The password; in the clear, as nothing outlives the process.
    pub(crate) password: Option<String>,
    /// Linked providers: provider and subject.
    pub(crate) links: Vec<(String, String)>,
    /// The secret of the authenticator app, base32.
    pub(crate) totp: Option<String>,
    /// The recovery codes.
    pub(crate) codes: Vec<RecoveryCode>,
    /// Security keys, a second factor.
    pub(crate) keys: Vec<Key>,
    /// Passkeys, a first factor.
    pub(crate) passkeys: Vec<Key>,
}

impl Identity {
    /// A person with these traits and no credential.
    pub(crate) fn new(schema: &Schema, traits: Json, now: Timestamp) -> Self {
        let mut person = Self {
            id: Uuid::new_v4(),
            traits: Json::empty(),
            identifiers: Vec::new(),
            verifiable: Vec::new(),
            recovery: Vec::new(),
            created_at: now,
            updated_at: now,
            password: None,
            links: Vec::new(),
            totp: None,
            codes: Vec::new(),
            keys: Vec::new(),
            passkeys: Vec::new(),
        };
        person.set_traits(schema, traits, now);
        person
    }

    /// Replaces the traits, and what follows from them; an address that stays keeps its state.
    pub(crate) fn set_traits(&mut self, schema: &Schema, traits: Json, now: Timestamp) {
        let addresses = |paths: &[String], old: &[Address]| -> Vec<Address> {
            let values = paths.iter().filter_map(|path| traits.text_at(path)).map(|value| value.trim().to_lowercase());
            values
                .map(|value| match old.iter().find(|address| address.value == value) {
                    Some(address) => address.clone(),
                    None => {
                        Address { id: Uuid::new_v4(), value, verified_at: None, status: "pending", created_at: now }
                    }
                })
                .collect()
        };
        self.verifiable = addresses(&schema.verifiable, &self.verifiable);
        self.recovery = addresses(&schema.recovery, &self.recovery);
        self.identifiers = schema.identifiers_of(&traits);
        self.traits = traits;
        self.updated_at = now;
    }

    /// Whether a second factor is set up.
    pub(crate) fn has_second_factor(&self) -> bool {
        self.totp.is_some() || !self.codes.is_empty() || !self.keys.is_empty()
    }

    /// How many ways there are to sign in.
    pub(crate) fn first_factors(&self) -> usize {
        usize::from(self.password.is_some()) + self.links.len() + self.passkeys.len()
    }

    /// The person as the public API shows them; `public` is the base URL.
    pub(crate) fn json(&self, public: &str) -> Json {
        let address = |address: &Address, verifiable: bool| {
            let mut value = json!({
                "id": address.id, "value": address.value, "via": "email",
                "created_at": address.created_at, "updated_at": address.created_at,
            });
            if let (true, Some(object)) = (verifiable, value.as_object_mut()) {
                object.insert("verified".to_owned(), address.verified_at.is_some().into());
                object.insert("status".to_owned(), address.status.into());
                if let Some(at) = address.verified_at {
                    object.insert("verified_at".to_owned(), at.to_string().into());
                }
            }
            value
        };
        let mut body = self.bare_json(&format!("{public}/schemas/ZGVmYXVsdA"));
        for (name, list, verifiable) in
            [("verifiable_addresses", &self.verifiable, true), ("recovery_addresses", &self.recovery, false)]
        {
            if !list.is_empty() {
                let values: Vec<Value> = list.iter().map(|one| address(one, verifiable)).collect();
                body.set(name, Json::from(values));
            }
        }
        body
    }

    /// The person without addresses, as in the list of sessions.
    pub(crate) fn bare_json(&self, schema_url: &str) -> Json {
        let mut body = Json::from(json!({
            "id": self.id, "schema_id": "default", "schema_url": schema_url, "state": "active",
            "state_changed_at": self.created_at, "metadata_public": null, "created_at": self.created_at,
            "updated_at": self.updated_at, "organization_id": null,
        }));
        body.set("traits", self.traits.clone());
        body
    }
}
