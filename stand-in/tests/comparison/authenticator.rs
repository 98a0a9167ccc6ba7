//! An authenticator in software: it makes ES256 keys and uses them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use minicbor::Encoder;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The page keys are made on.
const ORIGIN: &str = "http://localhost:4455";

/// A key that was made.
pub(crate) struct Authenticator {
    /// The key.
    key: SigningKey,
    /// The credential's id.
    id: Vec<u8>,
    /// Whom it belongs to.
    handle: Vec<u8>,
}

/// base64url, as browsers have it.
fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What the browser signs for.
fn client_data(ceremony: &str, options: &Value, origin: &str) -> Vec<u8> {
    json!({"type": ceremony, "challenge": options["publicKey"]["challenge"], "origin": origin}).to_string().into_bytes()
}

impl Authenticator {
    /// Makes a key by the options of a node, and gives it with the response.
    pub(crate) fn make(seed: u8, options: &str, origin: Option<&str>) -> (Self, String) {
        let options: Value = serde_json::from_str(options).unwrap();
        let key = SigningKey::from_slice(&[seed; 32]).unwrap();
        let point = key.verifying_key().to_sec1_point(false);
        let id = vec![seed; 32];
        let mut data = Sha256::digest(options["publicKey"]["rp"]["id"].as_str().unwrap()).to_vec();
        data.push(0b0100_0101);
        data.extend([0; 4 + 16]);
        data.extend(u16::try_from(id.len()).unwrap().to_be_bytes());
        data.extend(&id);
        let mut cose = Encoder::new(&mut data);
        cose.map(5)
            .unwrap()
            .i8(1)
            .unwrap()
            .i8(2)
            .unwrap()
            .i8(3)
            .unwrap()
            .i8(-7)
            .unwrap()
            .i8(-1)
            .unwrap()
            .i8(1)
            .unwrap();
        cose.i8(-2).unwrap().bytes(point.x().unwrap()).unwrap().i8(-3).unwrap().bytes(point.y().unwrap()).unwrap();
        let mut object = Vec::new();
        let mut attestation = Encoder::new(&mut object);
        attestation.map(3).unwrap().str("fmt").unwrap().str("none").unwrap().str("attStmt").unwrap().map(0).unwrap();
        attestation.str("authData").unwrap().bytes(&data).unwrap();
        let client = client_data("webauthn.create", &options, origin.unwrap_or(ORIGIN));
        let handle = URL_SAFE_NO_PAD.decode(options["publicKey"]["user"]["id"].as_str().unwrap()).unwrap();
        let response = json!({
            "id": encode(&id), "rawId": encode(&id), "type": "public-key",
            "response": {"attestationObject": encode(&object), "clientDataJSON": encode(&client)},
        });
        (Self { key, id, handle }, response.to_string())
    }

    /// Another key with another seed, made for nobody.
    pub(crate) fn stray(seed: u8) -> Self {
        Self { key: SigningKey::from_slice(&[seed; 32]).unwrap(), id: vec![seed; 32], handle: b"nobody".to_vec() }
    }

    /// Uses the key.
    pub(crate) fn assert(&self, options: &str) -> String {
        self.assert_at(options, ORIGIN)
    }

    /// Uses the key on a page of this origin.
    pub(crate) fn assert_at(&self, options: &str, origin: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        let mut data = Sha256::digest(options["publicKey"]["rpId"].as_str().unwrap()).to_vec();
        data.extend([0b0000_0101, 0, 0, 0, 1]);
        let client = client_data("webauthn.get", &options, origin);
        let signature: Signature = self.key.sign(&[data.as_slice(), Sha256::digest(&client).as_slice()].concat());
        json!({
            "id": encode(&self.id), "rawId": encode(&self.id), "type": "public-key",
            "response": {
                "authenticatorData": encode(&data), "clientDataJSON": encode(&client),
                "signature": encode(signature.to_der().as_bytes()), "userHandle": encode(&self.handle),
            },
        })
        .to_string()
    }
}
