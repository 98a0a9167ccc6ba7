//! Changes that wait for the person to prove who they are, and the continuity cookie that leads back to them.

use crate::call::Call;
use crate::fields::Fields;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use std::time::Duration;
use uuid::Uuid;

/// The cookie; it never has a `Domain`.
pub(crate) const COOKIE: &str = "ory_kratos_continuity";

/// The name under which a way to a provider is parked.
pub(crate) const PROVIDER: &str = "ory_kratos_oidc_auth_code_session";

/// Something to go on with.
#[derive(Clone, Debug)]
pub(crate) struct Parked {
    /// Whose change it is; a sign-in at a provider is nobody's yet.
    pub(crate) identity: Option<Uuid>,
    /// The flow it belongs to.
    pub(crate) flow: Uuid,
    /// What was submitted.
    pub(crate) fields: Fields,
    /// The `state` sent to the provider.
    pub(crate) provider_state: String,
    /// Until when.
    pub(crate) expires_at: Timestamp,
}

/// What the browser's cookie holds: names and the ids parked under them.
fn sent(call: &Call<'_>) -> Vec<(String, Uuid)> {
    let Some(value) = call.req.cookies(COOKIE).first().and_then(|value| URL_SAFE_NO_PAD.decode(value).ok()) else {
        return Vec::new();
    };
    let text = String::from_utf8(value).unwrap_or_default();
    let pairs = text.split(',').filter_map(|pair| pair.split_once('='));
    pairs.filter_map(|(name, id)| Some((name.to_owned(), Uuid::parse_str(id).ok()?))).collect()
}

/// What the cookie holds by now.
fn read(call: &Call<'_>) -> Vec<(String, Uuid)> {
    call.continuity.clone().unwrap_or_else(|| sent(call))
}

/// Writes the cookie.
fn write(call: &mut Call<'_>, entries: Vec<(String, Uuid)>) {
    let text: Vec<String> = entries.iter().map(|(name, id)| format!("{name}={id}")).collect();
    let cookie = call.cookie(COOKIE, &URL_SAFE_NO_PAD.encode(text.join(",")), Some(2_592_000), true);
    call.cookies.push(cookie);
    call.continuity = Some(entries);
}

impl Call<'_> {
    /// Parks something under a name, for a while.
    pub(crate) fn park(&mut self, name: &str, mut parked: Parked, minutes: u64) {
        let id = Uuid::new_v4();
        parked.expires_at = self.now + Duration::from_secs(minutes * 60);
        let mut entries = read(self);
        entries.retain(|(old, _)| old != name);
        entries.push((name.to_owned(), id));
        write(self, entries);
        self.state.parked.insert(id, parked);
    }

    /// Takes what is parked under a name; the cookie is rewritten without it, unless it is another person's.
    pub(crate) fn unpark(&mut self, name: &str, identity: Uuid) -> Option<Parked> {
        let mut entries = read(self);
        let index = entries.iter().position(|(old, _)| old == name)?;
        let (_, id) = entries.remove(index);
        if self.state.parked.get(&id).is_some_and(|parked| parked.identity != Some(identity)) {
            return None;
        }
        write(self, entries);
        self.state.parked.remove(&id).filter(|parked| parked.expires_at > self.now)
    }

    /// What is parked under a name, left there.
    pub(crate) fn parked(&self, name: &str) -> Option<Parked> {
        let (_, id) = read(self).into_iter().find(|(old, _)| old == name)?;
        self.state.parked.get(&id).filter(|parked| parked.expires_at > self.now).cloned()
    }

    /// Leaves what is parked under a name no more than this time.
    pub(crate) fn shorten_parked(&mut self, name: &str, left: Duration) {
        let id = read(self).into_iter().find(|(old, _)| old == name).map(|(_, id)| id);
        let until = self.now + left;
        if let Some(parked) = id.and_then(|id| self.state.parked.get_mut(&id)) {
            parked.expires_at = parked.expires_at.min(until);
        }
    }

    /// Forgets every parked change of settings, as a new settings flow does; the cookie is rewritten if it came with one.
    pub(crate) fn drop_parked_changes(&mut self) {
        let dropped: Vec<Uuid> =
            sent(self).into_iter().filter(|(name, _)| name != PROVIDER).map(|(_, id)| id).collect();
        if !dropped.is_empty() {
            let kept = read(self).into_iter().filter(|(name, _)| name == PROVIDER).collect();
            write(self, kept);
            for id in dropped {
                self.state.parked.remove(&id);
            }
        }
    }
}
