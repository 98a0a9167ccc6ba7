//! What was typed, on its way through a sign-in or to a fresh flow: in a cookie that only this
//! application can read.
//!
//! It holds no password and no code, lives a few minutes, and is shown to nobody but the person whose
//! page it was typed into. Nothing is kept on this side, so any replica that has the same secret can
//! show it.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::kratos::Kind;

/// The cookie's name.
pub(crate) const COOKIE: &str = "kratos_account_draft";

/// How long it is kept, in seconds: as long as a sign-in may take.
pub(crate) const REMEMBERED: u64 = 10 * 60;

/// The most bytes of the cookie's value: browsers keep 4096 of a whole cookie (RFC 6265, 6.1).
const MOST: usize = 3_800;

/// A form without its secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The kind of flow whose page it was.
    pub(crate) kind: Kind,
    /// Whose page it was, where it was somebody's.
    pub(crate) identity: Option<Uuid>,
    /// The flow that it was refused in, where it is that flow's page that shows it again.
    pub(crate) flow: Option<Uuid>,
    /// The fields (`application/x-www-form-urlencoded`).
    pub(crate) form: String,
}

/// What seals and opens them.
#[derive(Debug)]
pub(crate) struct Drafts(LessSafeKey);

impl Drafts {
    /// By the secret that all replicas share; where there is none, by one that nobody else knows.
    pub(crate) fn new(secret: Option<&str>) -> Option<Self> {
        let mut key = [0; 32];
        match secret {
            Some(secret) => key.copy_from_slice(&Sha256::digest(secret)),
            None => SystemRandom::new().fill(&mut key).ok()?,
        }
        Some(Self(LessSafeKey::new(UnboundKey::new(&AES_256_GCM, &key).ok()?)))
    }

    /// The cookie's value, unless it would be too long for one.
    pub(crate) fn seal(&self, draft: &Draft, now: u64) -> Option<String> {
        let [identity, flow] = [draft.identity, draft.flow].map(Option::unwrap_or_default);
        let mut sealed = format!("{} {identity} {flow} {now} {}", draft.kind, draft.form).into_bytes();
        if sealed.len() > MOST {
            return None;
        }
        let mut value = [0; NONCE_LEN].to_vec();
        SystemRandom::new().fill(&mut value).ok()?;
        let nonce = Nonce::try_assume_unique_for_key(&value).ok()?;
        self.0.seal_in_place_append_tag(nonce, Aad::from(COOKIE), &mut sealed).ok()?;
        value.append(&mut sealed);
        Some(BASE64.encode(value)).filter(|value| value.len() <= MOST)
    }

    /// What a cookie's value holds, if it was sealed here and not too long ago.
    pub(crate) fn open(&self, value: &str, now: u64) -> Option<Draft> {
        let mut bytes = BASE64.decode(value).ok()?;
        let (nonce, sealed) = bytes.split_at_mut_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let text = std::str::from_utf8(self.0.open_in_place(nonce, Aad::from(COOKIE), sealed).ok()?).ok()?;
        let mut parts = text.splitn(5, ' ');
        let mut next = || parts.next();
        let (kind, identity, flow, at, form) = (next()?, next()?, next()?, next()?, next()?);
        let at: u64 = at.parse().ok()?;
        let id = |text: &str| text.parse().ok().filter(|id: &Uuid| !id.is_nil());
        (now.checked_sub(at)? < REMEMBERED).then_some(())?;
        Some(Draft {
            kind: Kind::ALL.into_iter().find(|known| known.name() == kind)?,
            identity: id(identity),
            flow: id(flow),
            form: form.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(form: &str) -> Draft {
        Draft { kind: Kind::Settings, identity: Some(Uuid::from_u128(7)), flow: None, form: form.to_owned() }
    }

    #[test]
    fn only_who_sealed_it_can_open_it_and_only_for_a_while() {
        let (drafts, other) = (Drafts::new(None).unwrap(), Drafts::new(None).unwrap());
        let value = drafts.seal(&draft("traits.nick=Ada+L&traits.x=%20"), 1000).unwrap();
        assert!(!value.contains("Ada"));
        assert_eq!(drafts.open(&value, 1000 + REMEMBERED - 1), Some(draft("traits.nick=Ada+L&traits.x=%20")));
        assert_eq!(drafts.open(&value, 1000 + REMEMBERED), None);
        assert_eq!(drafts.open(&value, 999), None);
        assert_eq!(other.open(&value, 1000), None);
        let mut forged = value.clone();
        forged.replace_range(20..21, if &value[20..21] == "A" { "B" } else { "A" });
        for forged in [&forged, "", "AAAA", "%%%", &value[..value.len() - 2]] {
            assert_eq!(drafts.open(forged, 1000), None);
        }
    }

    #[test]
    fn replicas_with_one_secret_open_each_others() {
        let [one, two] = [(), ()].map(|()| Drafts::new(Some("a secret that all replicas share")).unwrap());
        assert_eq!(two.open(&one.seal(&draft("a=b"), 5).unwrap(), 6), Some(draft("a=b")));
        assert_ne!(one.seal(&draft("a=b"), 5), one.seal(&draft("a=b"), 5), "never sealed the same way twice");
    }

    #[test]
    fn what_no_cookie_holds_is_not_sealed() {
        let drafts = Drafts::new(None).unwrap();
        assert!(drafts.seal(&draft(&"x".repeat(2_700)), 0).is_some_and(|value| value.len() <= MOST));
        assert_eq!(drafts.seal(&draft(&"x".repeat(3_000)), 0), None);
        assert_eq!(drafts.seal(&draft(&"x".repeat(3_000_000)), 0), None);
    }
}
