//! Everything the stand-in remembers; it is gone with the process.

use crate::flow::Flow;
use crate::hydra::Hydra;
use crate::identity::{Address, Identity};
use crate::outbox::Mail;
use crate::provider::Grant;
use crate::session::Session;
use crate::settings::parked::Parked;
use jiff::Timestamp;
use serde_json::Value;
use std::collections::HashMap;
use std::time::Duration;
use uuid::Uuid;

/// The whole memory.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// The people.
    pub(crate) identities: HashMap<Uuid, Identity>,
    /// The sessions, also ended ones, oldest first.
    pub(crate) sessions: Vec<Session>,
    /// The flows of every kind.
    pub(crate) flows: HashMap<Uuid, Flow>,
    /// Changes that wait for a re-authentication, and sign-ins at a provider under way.
    pub(crate) parked: HashMap<Uuid, Parked>,
    /// Errors shown on the error page.
    pub(crate) errors: HashMap<Uuid, StoredError>,
    /// The mails, oldest first.
    pub(crate) mails: Vec<Mail>,
    /// What the provider allowed, by its code.
    pub(crate) grants: HashMap<String, Grant>,
    /// What Hydra remembers.
    pub(crate) hydra: Hydra,
    /// How far the clock was moved.
    pub(crate) ahead: Duration,
}

impl State {
    /// The time here.
    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::now() + self.ahead
    }

    /// Whose identifier this is; letters' case does not matter.
    pub(crate) fn by_identifier(&self, identifier: &str) -> Option<Uuid> {
        let wanted = identifier.trim().to_lowercase();
        let has = |person: &&Identity| {
            person.identifiers.contains(&wanted) || person.code.iter().any(|(address, _)| *address == wanted)
        };
        self.identities.values().find(has).filter(|_| !wanted.is_empty()).map(|person| person.id)
    }

    /// Which of a person's identifiers and addresses is somebody else's, and whose.
    pub(crate) fn conflict(&self, person: &Identity) -> Option<(String, Uuid)> {
        let by_identifier = |value: &String| self.by_identifier(value).map(|owner| (value.clone(), owner));
        let has = |other: &Identity, one: &Address| {
            let same = |address: &Address| (address.via, &address.value) == (one.via, &one.value);
            other.verifiable.iter().any(same) || other.recovery.iter().any(same)
        };
        let by_address = |one: &Address| {
            let owner = self.identities.values().find(|other| other.id != person.id && has(other, one))?;
            Some((one.value.clone(), owner.id))
        };
        let identifiers = person.identifiers.iter().filter_map(by_identifier);
        let addresses = person.verifiable.iter().chain(&person.recovery).filter_map(by_address);
        identifiers.chain(addresses).find(|(_, owner)| *owner != person.id)
    }

    /// Who linked this account of a provider.
    pub(crate) fn by_link(&self, provider: &str, subject: &str) -> Option<Uuid> {
        let linked = |person: &&Identity| person.links.iter().any(|link| link.0 == provider && link.1 == subject);
        self.identities.values().find(linked).map(|person| person.id)
    }
}

/// An error waiting to be read by the error page.
#[derive(Clone, Debug)]
pub(crate) struct StoredError {
    /// The `error` object.
    pub(crate) error: Value,
    /// When it happened.
    pub(crate) at: Timestamp,
}
