//! Security keys and passkeys: the options of a ceremony, and what came of it, verified (ES256).

use crate::identity::Key;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use minicbor::Decoder;
use minicbor::data::Type;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Who asks for keys.
#[derive(Clone, Debug)]
pub(crate) struct RelyingParty {
    /// The host keys are made for.
    pub(crate) id: String,
    /// The origins of pages that may ask.
    pub(crate) origins: Vec<String>,
}

/// What is shown as the relying party's name.
pub(crate) const NAME: &str = "Kratos stand-in";

/// A response that does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// It cannot be read.
    Unreadable,
    /// It can be read, and is refused for a reason.
    Refused(&'static str),
}

/// A key just made.
#[derive(Debug)]
pub(crate) struct Made {
    /// The credential's id.
    pub(crate) id: Vec<u8>,
    /// The public key.
    pub(crate) public: Vec<u8>,
}

/// A key just used; not verified yet.
#[derive(Debug)]
pub(crate) struct Used {
    /// The credential's id.
    pub(crate) id: Vec<u8>,
    /// Whom the key says it belongs to.
    pub(crate) handle: Vec<u8>,
    /// The authenticator's data.
    authenticator: Vec<u8>,
    /// The client's data.
    client: Vec<u8>,
    /// The signature over both.
    signature: Vec<u8>,
}

/// A fresh challenge.
pub(crate) fn challenge() -> String {
    crate::call::random_text(32)
}

/// Options to make a security key (a second factor) for a person.
pub(crate) fn make_key(party: &RelyingParty, challenge: &str, handle: &[u8]) -> String {
    let selection = json!({"userVerification": "discouraged"});
    make(party, challenge, handle, NAME, 120_000, &selection)
}

/// Options to make a passkey.
pub(crate) fn make_passkey(party: &RelyingParty, challenge: &str, handle: &[u8], name: &str) -> String {
    let selection = json!({
        "authenticatorAttachment": "platform", "requireResidentKey": true, "residentKey": "required",
        "userVerification": "preferred",
    });
    make(party, challenge, handle, name, 300_000, &selection)
}

/// The options of both. RS256 is offered too, as browsers warn without it, though it is not verified here.
fn make(party: &RelyingParty, challenge: &str, handle: &[u8], name: &str, timeout: u32, selection: &Value) -> String {
    let kinds: Vec<Value> = [-7, -257].iter().map(|alg| json!({"type": "public-key", "alg": alg})).collect();
    let user = json!({"name": name, "displayName": name, "id": URL_SAFE_NO_PAD.encode(handle)});
    json!({"publicKey": {
        "rp": {"name": NAME, "id": party.id}, "user": user, "challenge": challenge, "pubKeyCredParams": kinds,
        "timeout": timeout, "authenticatorSelection": selection,
    }})
    .to_string()
}

/// Options to use one of these security keys.
pub(crate) fn use_key(party: &RelyingParty, challenge: &str, keys: &[Key]) -> String {
    use_any(party, challenge, Some(keys), 120_000, None)
}

/// Options to use a passkey: one of these, or any.
pub(crate) fn use_passkey(party: &RelyingParty, challenge: &str, keys: Option<&[Key]>) -> String {
    use_any(party, challenge, keys, 300_000, Some("preferred"))
}

/// The options of both.
fn use_any(
    party: &RelyingParty,
    challenge: &str,
    keys: Option<&[Key]>,
    timeout: u32,
    verification: Option<&str>,
) -> String {
    let mut options = json!({"challenge": challenge, "timeout": timeout, "rpId": party.id});
    if let Some(object) = options.as_object_mut() {
        if let Some(keys) = keys {
            let id = |key: &Key| json!({"type": "public-key", "id": URL_SAFE_NO_PAD.encode(&key.id)});
            object.insert("allowCredentials".to_owned(), keys.iter().map(id).collect());
        }
        let verification = verification.unwrap_or("discouraged");
        object.insert("userVerification".to_owned(), verification.into());
    }
    json!({"publicKey": options}).to_string()
}

/// A member that is base64url.
fn bytes(value: &Value, pointer: &str) -> Result<Vec<u8>, Wrong> {
    let text = value.pointer(pointer).and_then(Value::as_str).ok_or(Wrong::Unreadable)?;
    URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).map_err(|_| Wrong::Unreadable)
}

/// Checks the client's data: the ceremony, the challenge and the origin.
fn check_client(party: &RelyingParty, client: &[u8], ceremony: &str, challenge: &str) -> Result<(), Wrong> {
    let client: Value = serde_json::from_slice(client).map_err(|_| Wrong::Unreadable)?;
    let is = |key: &str, wanted: &str| client.get(key).and_then(Value::as_str) == Some(wanted);
    if !is("type", ceremony) {
        return Err(Wrong::Refused("Error validating ceremony type"));
    }
    if challenge.is_empty() || !is("challenge", challenge) {
        return Err(Wrong::Refused("Error validating challenge"));
    }
    if !party.origins.iter().any(|origin| is("origin", origin)) {
        return Err(Wrong::Refused("Error validating origin"));
    }
    Ok(())
}

/// Checks the head of the authenticator's data, the relying party and that somebody was there, and gives the rest.
fn check_authenticator<'a>(party: &RelyingParty, data: &'a [u8]) -> Result<&'a [u8], Wrong> {
    let (hash, rest) = data.split_at_checked(32).ok_or(Wrong::Unreadable)?;
    if hash != Sha256::digest(&party.id).as_slice() {
        return Err(Wrong::Refused("Error validating the authenticator response"));
    }
    let (flags, rest) = rest.split_at_checked(5).ok_or(Wrong::Unreadable)?;
    match flags {
        [flags, ..] if flags & 1 == 1 => Ok(rest),
        _ => Err(Wrong::Refused("User presence flag not set by authenticator")),
    }
}

/// Verifies the making of a key. The attestation statement is not asked for, and so not looked at.
pub(crate) fn made(party: &RelyingParty, challenge: &str, response: &str) -> Result<Made, Wrong> {
    let response: Value = serde_json::from_str(response).map_err(|_| Wrong::Unreadable)?;
    let client = bytes(&response, "/response/clientDataJSON")?;
    let attestation = bytes(&response, "/response/attestationObject")?;
    check_client(party, &client, "webauthn.create", challenge)?;
    let data = attestation_data(&attestation).ok_or(Wrong::Unreadable)?;
    let rest = check_authenticator(party, data)?;
    let (_, rest) = rest.split_at_checked(16).ok_or(Wrong::Unreadable)?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or(Wrong::Unreadable)?;
    let (id, key) = rest.split_at_checked(u16::from_be_bytes(*length).into()).ok_or(Wrong::Unreadable)?;
    let public = public_key(key).ok_or(Wrong::Refused("Unsupported public key"))?;
    VerifyingKey::from_sec1_bytes(&public).map_err(|_| Wrong::Refused("Unsupported public key"))?;
    Ok(Made { id: id.to_vec(), public })
}

/// The authenticator's data in an attestation object.
fn attestation_data(object: &[u8]) -> Option<&[u8]> {
    let mut decoder = Decoder::new(object);
    for _ in 0..decoder.map().ok()?? {
        if decoder.str().ok()? == "authData" {
            return decoder.bytes().ok();
        }
        decoder.skip().ok()?;
    }
    None
}

/// An ES256 key of COSE as an uncompressed point.
fn public_key(cose: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = Decoder::new(cose);
    let (mut x, mut y, mut es256) = (None, None, false);
    for _ in 0..decoder.map().ok()?? {
        match (decoder.i64().ok()?, decoder.datatype().ok()?) {
            (3, _) => es256 = decoder.i64().ok()? == -7,
            (-2, Type::Bytes) => x = Some(decoder.bytes().ok()?),
            (-3, Type::Bytes) => y = Some(decoder.bytes().ok()?),
            _ => decoder.skip().ok()?,
        }
    }
    es256.then(|| Some([&[4], x?, y?].concat())).flatten()
}

/// Reads the use of a key.
pub(crate) fn used(response: &str) -> Result<Used, Wrong> {
    let response: Value = serde_json::from_str(response).map_err(|_| Wrong::Unreadable)?;
    Ok(Used {
        id: bytes(&response, "/rawId").or_else(|_| bytes(&response, "/id"))?,
        handle: bytes(&response, "/response/userHandle").unwrap_or_default(),
        authenticator: bytes(&response, "/response/authenticatorData")?,
        client: bytes(&response, "/response/clientDataJSON")?,
        signature: bytes(&response, "/response/signature")?,
    })
}

impl Used {
    /// Verifies the use of a key against its public key.
    pub(crate) fn verify(&self, party: &RelyingParty, challenge: &str, public: &[u8]) -> Result<(), Wrong> {
        check_client(party, &self.client, "webauthn.get", challenge)?;
        check_authenticator(party, &self.authenticator)?;
        let refused = |_| Wrong::Refused("Error validating the assertion signature");
        let key = VerifyingKey::from_sec1_bytes(public).map_err(refused)?;
        let signature = Signature::from_der(&self.signature).map_err(refused)?;
        let signed = [self.authenticator.as_slice(), Sha256::digest(&self.client).as_slice()].concat();
        key.verify(&signed, &signature).map_err(refused)
    }
}
