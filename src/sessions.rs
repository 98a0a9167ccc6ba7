//! The sessions asked for of late (`SESSION_CACHE`).
//!
//! Own, and no crate: what is remembered goes by two keys (the credentials that were shown, and the
//! session they are of, which is what ends), each with a time of its own.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use uuid::Uuid;

use crate::kratos::{Session, Time};

/// A hash of what was shown.
pub(crate) type Key = [u8; 32];

/// How many bytes one session may take; a larger one is not remembered.
const BYTES_EACH: usize = 128 * 1024;

/// How many credentials are remembered of one session: a browser sends other cookies beside it, and
/// a stranger could send ever new ones.
const KEYS_EACH: usize = 8;

/// How long a session is not remembered after a logout has begun: the browser is on its way
/// to Kratos, where the session ends.
const LEAVING: Duration = Duration::from_secs(10 * 60);

/// How many may be leaving; beyond, nothing new is remembered.
const LEAVING_AT_ONCE: usize = 10_000;

/// See the module. Off unless it is given a time.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    remembered: Duration,
    /// How many bytes all of it may take.
    bytes: usize,
    known: Mutex<Known>,
}

/// The moment before Kratos was asked: what is forgotten since must not come back by the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Before(u64);

#[derive(Debug, Default)]
struct Known {
    sessions: HashMap<Uuid, Entry>,
    /// The session's id, by its credentials.
    keys: HashMap<Key, Uuid>,
    /// The sessions' ids, the one asked for longest ago first.
    by_age: BTreeMap<u64, Uuid>,
    leaving: HashMap<Uuid, Instant>,
    bytes: usize,
    asked: u64,
    forgotten: u64,
}

#[derive(Debug)]
struct Entry {
    session: Arc<Session>,
    bytes: usize,
    age: u64,
    /// Its credentials, and until when they are taken for it.
    keys: VecDeque<(Key, Instant)>,
}

impl Sessions {
    /// A cache that remembers for so long, and so many bytes.
    pub(crate) fn new(remembered: Duration, bytes: usize) -> Self {
        Self { remembered, bytes, known: Mutex::default() }
    }

    /// Whether anything is ever remembered.
    pub(crate) fn is_on(&self) -> bool {
        !self.remembered.is_zero()
    }

    /// To be taken before Kratos is asked.
    pub(crate) fn before(&self) -> Before {
        Before(self.known().forgotten)
    }

    /// The session of these credentials, if it is remembered.
    pub(crate) fn get(&self, key: &Key, now: Instant) -> Option<Arc<Session>> {
        let known = self.known();
        let entry = known.sessions.get(known.keys.get(key)?)?;
        let (_, until) = entry.keys.iter().find(|(known, _)| known == key)?;
        (now < *until).then(|| Arc::clone(&entry.session))
    }

    /// Remembers a session, of which Kratos' answer had so many bytes, no longer than it lives.
    pub(crate) fn put(
        &self,
        key: Key,
        session: &Arc<Session>,
        bytes: usize,
        before: Before,
        now: (Instant, Timestamp),
    ) {
        let (now, time) = now;
        let Some(until) = now.checked_add(self.lifetime(session, time)) else { return };
        // Parsed, small things take more than their text.
        let bytes = 1024 + 4 * bytes;
        let mut known = self.known();
        let is_leaving = known.leaving.get(&session.id).is_some_and(|until| now < *until);
        let unsure = is_leaving || before.0 != known.forgotten || known.leaving.len() >= LEAVING_AT_ONCE;
        if !self.is_on() || until <= now || bytes > BYTES_EACH || unsure {
            return;
        }
        known.forget_key(&key);
        let mut keys = known.forget(&session.id).map(|entry| entry.keys).unwrap_or_default();
        keys.retain(|(_, until)| now < *until);
        while keys.len() >= KEYS_EACH {
            keys.pop_front();
        }
        keys.push_back((key, until));
        known.remember(Entry { session: Arc::clone(session), bytes, age: 0, keys }, now, self.bytes);
    }

    /// A logout with these credentials begins: forgets its session, and nobody else's.
    pub(crate) fn leave_by(&self, key: &Key, now: Instant) -> bool {
        let id = self.known().keys.get(key).copied();
        id.map(|id| self.leave(id, now)).is_some()
    }

    /// A session ends: forgets it, and does not remember it for a while.
    pub(crate) fn leave(&self, id: Uuid, now: Instant) {
        let mut known = self.known();
        known.forgotten += 1;
        known.forget(&id);
        known.leaving.retain(|_, until| now < *until);
        if self.is_on() && known.leaving.len() < LEAVING_AT_ONCE {
            known.leaving.insert(id, now + LEAVING);
        }
    }

    /// Kratos knows these credentials no more.
    pub(crate) fn forget_key(&self, key: &Key) {
        self.known().forget_key(key);
    }

    /// All sessions of an identity but this one have ended.
    pub(crate) fn forget_others(&self, session: &Session) {
        let Some(identity) = &session.identity else { return };
        let mut known = self.known();
        known.forgotten += 1;
        let is_theirs = |entry: &Entry| entry.session.identity.as_ref().is_some_and(|other| other.id == identity.id);
        let others = known.sessions.iter().filter(|(id, entry)| **id != session.id && is_theirs(entry));
        for id in others.map(|(id, _)| *id).collect::<Vec<_>>() {
            known.forget(&id);
        }
    }

    /// How long a session is remembered. One that does not say when it ends: as long as any.
    fn lifetime(&self, session: &Session, time: Timestamp) -> Duration {
        let left = |ends: &Time| {
            let ends = ends.timestamp()?;
            Duration::try_from(ends.duration_since(time)).ok()
        };
        session.expires_at.as_ref().map_or(self.remembered, |ends| left(ends).unwrap_or_default().min(self.remembered))
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn remember(&mut self, mut entry: Entry, now: Instant, most: usize) {
        self.asked += 1;
        entry.age = self.asked;
        let id = entry.session.id;
        self.bytes += entry.bytes;
        self.by_age.insert(entry.age, id);
        self.keys.extend(entry.keys.iter().map(|(key, _)| (*key, id)));
        self.sessions.insert(id, entry);
        while let Some(oldest) = self.by_age.values().next().copied() {
            let is_over = |entry: &Entry| entry.keys.iter().all(|(_, until)| *until <= now);
            if self.bytes <= most && !self.sessions.get(&oldest).is_some_and(is_over) {
                break;
            }
            self.forget(&oldest);
        }
    }

    fn forget(&mut self, id: &Uuid) -> Option<Entry> {
        let entry = self.sessions.remove(id)?;
        self.bytes -= entry.bytes;
        self.by_age.remove(&entry.age);
        for (key, _) in &entry.keys {
            self.keys.remove(key);
        }
        Some(entry)
    }

    fn forget_key(&mut self, key: &Key) {
        let Some(id) = self.keys.remove(key) else { return };
        let Some(entry) = self.sessions.get_mut(&id) else { return };
        entry.keys.retain(|(known, _)| known != key);
        if entry.keys.is_empty() {
            self.forget(&id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BYTES: usize = 1024 * 1024;
    const MINUTE: Duration = Duration::from_secs(60);

    fn session(id: &str, identity: &str, expires_at: &str) -> Arc<Session> {
        Arc::new(crate::kratos::read(&serde_json::json!({
            "id": uuid(id), "active": true, "expires_at": expires_at, "identity": {"id": uuid(identity), "traits": {}},
        })))
    }

    /// The id that a name stands for.
    fn uuid(name: &str) -> Uuid {
        name.bytes().fold(Uuid::nil(), |id, byte| Uuid::from_u128((id.as_u128() << 8) | u128::from(byte)))
    }

    fn time() -> Timestamp {
        "2026-11-24T10:00:00Z".parse().unwrap()
    }

    fn key(number: usize) -> Key {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&number.to_le_bytes());
        key
    }

    fn put(cache: &Sessions, number: usize, session: &Arc<Session>, now: Instant) {
        cache.put(key(number), session, 1000, cache.before(), (now, time()));
    }

    #[test]
    fn a_session_is_remembered_for_the_time_and_no_longer_than_it_lives() {
        let now = Instant::now();
        for (expires_at, seconds) in [
            ("2026-11-24T11:00:00Z", 60),
            ("2026-11-24T10:00:30Z", 30),
            ("2026-11-24T10:00:00Z", 0),
            ("2025-01-01T00:00:00Z", 0),
            ("some day", 0),
        ] {
            let cache = Sessions::new(MINUTE, BYTES);
            put(&cache, 1, &session("s", "i", expires_at), now);
            let is_known = |after: u64| cache.get(&key(1), now + Duration::from_secs(after)).is_some();
            assert!(!is_known(seconds), "{expires_at}");
            assert!(seconds == 0 || is_known(seconds - 1), "{expires_at}");
        }
    }

    #[test]
    fn all_of_it_is_bounded_in_bytes_and_the_oldest_goes() {
        let (cache, now) = (Sessions::new(MINUTE, BYTES), Instant::now());
        for number in 0..1000 {
            let session = session(&format!("s{number}"), "i", "2026-11-24T11:00:00Z");
            cache.put(key(number), &session, 30_000, cache.before(), (now, time()));
        }
        let known = cache.known();
        assert!(known.bytes <= BYTES && known.bytes > BYTES / 2);
        assert_eq!(known.sessions.len(), known.keys.len());
        assert_eq!(known.sessions.len(), known.by_age.len());
        drop(known);
        assert!(cache.get(&key(0), now).is_none());
        assert!(cache.get(&key(999), now).is_some());
        cache.put(key(5000), &session("large", "i", "2026-11-24T11:00:00Z"), BYTES_EACH, cache.before(), (now, time()));
        assert!(cache.get(&key(5000), now).is_none(), "one that is too large is not remembered");
    }

    #[test]
    fn one_persons_junk_cookies_take_no_room() {
        let (cache, now) = (Sessions::new(MINUTE, BYTES), Instant::now());
        let session = session("s", "i", "2026-11-24T11:00:00Z");
        for number in 0..100_000 {
            put(&cache, number, &session, now);
        }
        let known = cache.known();
        assert_eq!((known.sessions.len(), known.keys.len()), (1, KEYS_EACH));
    }

    #[test]
    fn what_is_over_is_not_kept() {
        let (cache, now) = (Sessions::new(MINUTE, BYTES), Instant::now());
        put(&cache, 1, &session("s", "i", "2026-11-24T11:00:00Z"), now);
        put(&cache, 2, &session("t", "i", "2026-11-24T11:00:00Z"), now + MINUTE);
        assert_eq!(cache.known().sessions.len(), 1);
    }

    #[test]
    fn a_logout_forgets_its_own_session_under_all_credentials_and_nobody_elses() {
        let (cache, now) = (Sessions::new(MINUTE, BYTES), Instant::now());
        let (own, other) = (session("own", "i", "2026-11-24T11:00:00Z"), session("other", "j", "2026-11-24T11:00:00Z"));
        put(&cache, 1, &own, now);
        put(&cache, 2, &own, now);
        put(&cache, 3, &other, now);
        assert!(cache.leave_by(&key(1), now));
        for (number, known) in [(1, false), (2, false), (3, true)] {
            assert_eq!(cache.get(&key(number), now).is_some(), known, "{number}");
        }
        // Not again, until the logout must have come to its end.
        put(&cache, 1, &own, now);
        assert!(cache.get(&key(1), now).is_none());
        let later = now + LEAVING;
        put(&cache, 1, &own, later);
        assert!(cache.get(&key(1), later).is_some());
    }

    #[test]
    fn an_answer_that_was_asked_for_before_a_logout_is_not_remembered_after_it() {
        let (cache, now) = (Sessions::new(MINUTE, BYTES), Instant::now());
        let (own, other) = (session("own", "i", "2026-11-24T11:00:00Z"), session("other", "i", "2026-11-24T11:00:00Z"));
        let before = cache.before();
        cache.forget_others(&own);
        cache.put(key(1), &other, 1000, before, (now, time()));
        assert!(cache.get(&key(1), now).is_none());
    }

    #[test]
    fn ending_all_others_leaves_this_one() {
        let (cache, now) = (Sessions::new(MINUTE, BYTES), Instant::now());
        let (own, theirs) = (session("own", "i", "2026-11-24T11:00:00Z"), session("x", "j", "2026-11-24T11:00:00Z"));
        put(&cache, 1, &own, now);
        put(&cache, 2, &session("phone", "i", "2026-11-24T11:00:00Z"), now);
        put(&cache, 3, &theirs, now);
        cache.forget_others(&own);
        let known = [1, 2, 3].map(|number| cache.get(&key(number), now).is_some());
        assert_eq!(known, [true, false, true]);
    }
}
