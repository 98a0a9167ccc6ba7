//! What a flow keeps to itself, and the codes that are entered into it.

use crate::flow::Flow;
use crate::identity::RecoveryCode;
use crate::provider::Grant;
use uuid::Uuid;

/// A code or link token that was sent.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    /// The code, or the token of the link.
    pub(crate) code: String,
    /// Where it was sent to; an administrator's is told by them.
    pub(crate) address: String,
    /// Whose it is; nobody's where the address is nobody's.
    pub(crate) person: Option<Uuid>,
}

/// An account of a provider that waits to be linked to the account with the same address.
#[derive(Clone, Debug)]
pub(crate) struct Linking {
    /// What the account found signs in with.
    pub(crate) identifier: String,
    /// The account of the provider.
    pub(crate) grant: Grant,
}

/// What a flow keeps to itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Secrets {
    /// The authenticator app's secret that is offered, base32.
    pub(crate) totp: Option<String>,
    /// Recovery codes shown and not yet confirmed.
    pub(crate) codes: Vec<RecoveryCode>,
    /// The challenge a security key has to answer.
    pub(crate) webauthn: Option<String>,
    /// The user handle of the security key that is offered to a new person.
    pub(crate) key_handle: Vec<u8>,
    /// The challenge a passkey has to answer.
    pub(crate) passkey: Option<String>,
    /// The user handle of the passkey that is offered.
    pub(crate) handle: Vec<u8>,
    /// What was sent and not used: the last code, every link.
    pub(crate) sent: Vec<Sent>,
    /// What was used.
    pub(crate) used: Vec<String>,
    /// How many codes were entered.
    pub(crate) tries: u8,
    /// What a login will link.
    pub(crate) linking: Option<Linking>,
    /// The session that Hydra is told of once an address is verified.
    pub(crate) session: Option<Uuid>,
}

/// How a code that was entered fared.
pub(crate) enum Entered {
    /// It is the one that was sent.
    Right(Sent),
    /// It is not, or was used.
    Wrong,
    /// Codes were entered too often: none is looked at any more.
    TooOften,
}

impl Flow {
    /// Enters a code, of which the sixth is one too many.
    pub(crate) fn enter(&mut self, code: &str) -> Entered {
        self.secrets.tries = self.secrets.tries.saturating_add(1);
        if self.secrets.tries > 5 {
            return Entered::TooOften;
        }
        match self.take_sent(code) {
            Some(sent) => Entered::Right(sent),
            None => Entered::Wrong,
        }
    }

    /// Uses up a code or a link, if it was sent and is anybody's.
    pub(crate) fn take_sent(&mut self, code: &str) -> Option<Sent> {
        let index = self.secrets.sent.iter().position(|sent| sent.code == code && sent.person.is_some())?;
        self.secrets.used.push(code.to_owned());
        Some(self.secrets.sent.remove(index))
    }
}
