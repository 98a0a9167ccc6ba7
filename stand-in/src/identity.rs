//! People: traits, addresses and credentials.

use crate::config::Methods;
use crate::json::Json;
use crate::schema::{Schema, Via};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

/// An address that can be verified.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    /// Its id.
    pub(crate) id: Uuid,
    /// The e-mail address or telephone number.
    pub(crate) value: String,
    /// How it is reached.
    pub(crate) via: Via,
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
    /// Whether it is a first factor, as passkeys are, and security keys where Kratos is told so.
    pub(crate) passwordless: bool,
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
    /// The id of the schema the traits follow.
    pub(crate) schema: String,
    /// Whether the account is in use; a disabled one signs in nowhere.
    pub(crate) active: bool,
    /// The traits, as they were written.
    pub(crate) traits: Json,
    /// What the person signs in with, in lower case.
    pub(crate) identifiers: Vec<String>,
    /// Where a code can be sent to at a login.
    pub(crate) code: Vec<(String, Via)>,
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
    /// Security keys.
    pub(crate) keys: Vec<Key>,
    /// Passkeys, a first factor.
    pub(crate) passkeys: Vec<Key>,
}

impl Identity {
    /// A person with these traits and no credential.
    pub(crate) fn new(schema: &Schema, traits: Json, now: Timestamp) -> Self {
        let mut person = Self {
            id: Uuid::new_v4(),
            schema: schema.id.clone(),
            active: true,
            traits: Json::empty(),
            code: Vec::new(),
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
        let values = |paths: &[(String, Via)]| -> Vec<(String, Via)> {
            let text = |(path, via): &(String, Via)| Some((traits.text_at(path)?.trim().to_lowercase(), *via));
            paths.iter().filter_map(text).filter(|(value, _)| !value.is_empty()).collect()
        };
        let addresses = |paths: &[(String, Via)], old: &[Address]| -> Vec<Address> {
            let kept = |(value, via): (String, Via)| match old.iter().find(|address| address.value == value) {
                Some(address) => address.clone(),
                None => {
                    Address { id: Uuid::new_v4(), value, via, verified_at: None, status: "pending", created_at: now }
                }
            };
            values(paths).into_iter().map(kept).collect()
        };
        self.verifiable = addresses(&schema.verifiable, &self.verifiable);
        self.recovery = addresses(&schema.recovery, &self.recovery);
        self.code = values(&schema.code);
        self.identifiers = schema.identifiers_of(&traits);
        self.traits = traits;
        self.updated_at = now;
    }

    /// The ways somebody signs in, as Kratos names and orders them, whether or not they are switched on.
    pub(crate) fn ways_in(&self) -> Vec<&'static str> {
        let ways = [
            ("code", !self.code.is_empty()),
            ("oidc", !self.links.is_empty()),
            ("passkey", !self.passkeys.is_empty()),
            ("password", self.password.is_some()),
            ("webauthn", self.keys.iter().any(|key| key.passwordless)),
        ];
        ways.into_iter().filter_map(|(name, has)| has.then_some(name)).collect()
    }

    /// Whether a second factor is set up.
    pub(crate) fn has_second_factor(&self, methods: Methods) -> bool {
        methods.totp && self.totp.is_some()
            || methods.lookup_secret && !self.codes.is_empty()
            || methods.webauthn && self.keys.iter().any(|key| !key.passwordless)
            || methods.code_mfa && !self.code.is_empty()
    }

    /// Whether a code is the only second factor.
    pub(crate) fn has_only_codes(&self, methods: Methods) -> bool {
        self.has_second_factor(methods) && !self.has_second_factor(Methods { code_mfa: false, ..methods })
    }

    /// How many ways there are to sign in; a code counts for everybody where it is one.
    pub(crate) fn first_factors(&self, methods: Methods) -> usize {
        let keys = self.keys.iter().filter(|key| key.passwordless).count();
        usize::from(self.password.is_some())
            + self.links.len()
            + self.passkeys.len()
            + keys
            + usize::from(methods.code_passwordless)
    }

    /// Notes that an address was proved to be this person's.
    pub(crate) fn verify(&mut self, address: &str, now: Timestamp) {
        for one in self.verifiable.iter_mut().filter(|one| one.value.eq_ignore_ascii_case(address)) {
            one.status = "completed";
            one.verified_at.get_or_insert(now);
        }
    }

    /// Whether an address of theirs was verified.
    pub(crate) fn is_verified(&self) -> bool {
        self.verifiable.iter().any(|one| one.verified_at.is_some())
    }

    /// The person as the public API shows them; `public` is the base URL.
    pub(crate) fn json(&self, public: &str) -> Json {
        let address = |address: &Address, verifiable: bool| {
            let mut value = json!({
                "id": address.id, "value": address.value, "via": address.via.name(),
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
        let mut body = self.bare_json(&format!("{public}/schemas/{}", URL_SAFE_NO_PAD.encode(&self.schema)));
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
            "id": self.id, "schema_id": self.schema, "schema_url": schema_url,
            "state": if self.active { "active" } else { "inactive" },
            "state_changed_at": self.created_at, "metadata_public": null, "created_at": self.created_at,
            "updated_at": self.updated_at, "organization_id": null,
        }));
        body.set("traits", self.traits.clone());
        body
    }
}
