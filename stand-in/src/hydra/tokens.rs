//! What an application gets: codes, tokens and what they tell.

use super::{Hydra, set, text, texts};
use crate::call::{Call, random_text};
use crate::fields::Fields;
use crate::http::Reply;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What somebody has allowed an application.
#[derive(Clone, Debug)]
pub(crate) struct Grant {
    /// The application.
    pub(crate) client: Value,
    /// The person.
    pub(crate) subject: String,
    /// What was decided, as the consent page put it.
    pub(crate) accepted: Value,
    /// What it had asked for.
    pub(crate) request: Value,
    /// When.
    pub(crate) at: String,
    /// Whether it has been allowed before, and is no decision of its own.
    pub(crate) skip: bool,
    /// Whether it has been taken back.
    pub(crate) revoked: bool,
}

/// A code, to be exchanged once.
#[derive(Debug)]
pub(crate) struct Code {
    /// Which grant.
    pub(crate) grant: usize,
    /// Where it was sent.
    pub(crate) redirect_uri: String,
    /// The PKCE challenge, where there was one (RFC 7636).
    pub(crate) challenge: Option<String>,
    /// What the ID token repeats.
    pub(crate) nonce: Option<String>,
}

/// A token that was given out.
#[derive(Debug)]
pub(crate) struct Token {
    /// Which grant.
    pub(crate) grant: usize,
    /// Whether it is one to get others by.
    pub(crate) refreshes: bool,
    /// Whether it has been used up.
    pub(crate) spent: bool,
}

impl Grant {
    /// What it may, in order.
    pub(crate) fn scopes(&self) -> Vec<&str> {
        texts(&self.accepted, "grant_scope").collect()
    }

    /// What its tokens tell.
    fn claims(&self) -> Value {
        let claims = self.accepted.get("session").and_then(|session| session.get("id_token"));
        claims.filter(|claims| claims.is_object()).cloned().unwrap_or_else(|| json!({}))
    }

    /// Whether this is the application.
    pub(crate) fn is_of(&self, client: &str) -> bool {
        text(&self.client, "client_id") == client
    }
}

impl Hydra {
    /// The grant of a token that is good.
    fn granted(&self, token: &str, refreshes: bool) -> Option<(usize, &Grant)> {
        let token = self.tokens.get(token).filter(|token| token.refreshes == refreshes && !token.spent)?;
        let grant = self.grants.get(token.grant).filter(|grant| !grant.revoked)?;
        Some((token.grant, grant))
    }
}

fn refused(error: &str) -> Reply {
    Reply::json(400, &json!({"error": error, "error_description": "The request is not allowed."}))
}

/// `POST /oauth2/token` (RFC 6749, 3.2)
pub(super) fn exchange(call: &mut Call<'_>) -> Reply {
    let fields = Fields::read(call.req).unwrap_or_default();
    let hydra = &mut call.state.hydra;
    let Some(client) = hydra.clients.get(fields.get("client_id")).cloned() else {
        return Reply::json(401, &json!({"error": "invalid_client"}));
    };
    let is_public = text(&client, "token_endpoint_auth_method") == "none";
    if !is_public && text(&client, "client_secret") != fields.get("client_secret") {
        return Reply::json(401, &json!({"error": "invalid_client"}));
    }
    let (at, nonce) = match fields.get("grant_type") {
        "authorization_code" => {
            let Some(code) = hydra.codes.remove(fields.get("code")) else { return refused("invalid_grant") };
            let proof = URL_SAFE_NO_PAD.encode(Sha256::digest(fields.get("code_verifier")));
            let is_proven = code.challenge.as_ref().is_none_or(|challenge| *challenge == proof);
            if !is_proven || code.redirect_uri != fields.get("redirect_uri") {
                return refused("invalid_grant");
            }
            (code.grant, code.nonce)
        }
        "refresh_token" => {
            let Some((at, _)) = hydra.granted(fields.get("refresh_token"), true) else {
                return refused("invalid_grant");
            };
            if let Some(token) = hydra.tokens.get_mut(fields.get("refresh_token")) {
                token.spent = true;
            }
            (at, None)
        }
        _ => return refused("unsupported_grant_type"),
    };
    let id = fields.get("client_id");
    let Some(grant) = hydra.grants.get(at).filter(|grant| grant.is_of(id) && !grant.revoked).cloned() else {
        return refused("invalid_grant");
    };
    let scopes = grant.scopes();
    let has = |names: [&str; 2]| names.iter().any(|name| scopes.contains(name));
    let mut give = |refreshes: bool| {
        let token = random_text(32);
        call.state.hydra.tokens.insert(token.clone(), Token { grant: at, refreshes, spent: false });
        token
    };
    let mut body = json!({
        "access_token": give(false), "token_type": "bearer", "expires_in": 3599, "scope": scopes.join(" "),
    });
    if has(["offline", "offline_access"]) {
        set(&mut body, "refresh_token", give(true));
    }
    if scopes.contains(&"openid") {
        let now = call.now.as_second();
        let mut claims = grant.claims();
        for (name, value) in [
            ("iss", Value::from(call.app.hydra_public("/"))),
            ("sub", grant.subject.as_str().into()),
            ("aud", json!([id])),
            ("iat", now.into()),
            ("exp", (now + 3600).into()),
            ("nonce", nonce.into()),
        ] {
            set(&mut claims, name, value);
        }
        let part = |json: &Value| URL_SAFE_NO_PAD.encode(json.to_string());
        set(&mut body, "id_token", format!("{}.{}.", part(&json!({"alg": "none"})), part(&claims)));
    }
    Reply::json(200, &body)
}

/// `GET /userinfo` (`OpenID` Connect Core 1.0, 5.3)
pub(super) fn userinfo(call: &Call<'_>) -> Reply {
    let token = call.req.header("authorization").and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    let Some((_, grant)) = call.state.hydra.granted(token, false) else {
        return Reply::json(401, &json!({"error": "request_unauthorized"}));
    };
    let mut claims = grant.claims();
    set(&mut claims, "sub", grant.subject.as_str());
    Reply::json(200, &claims)
}

/// `POST /admin/oauth2/introspect` (RFC 7662)
pub(super) fn introspect(call: &Call<'_>) -> Reply {
    let token = Fields::read(call.req).unwrap_or_default().get("token").to_owned();
    let hydra = &call.state.hydra;
    let Some((_, grant)) = hydra.granted(&token, false).or_else(|| hydra.granted(&token, true)) else {
        return Reply::json(200, &json!({"active": false}));
    };
    Reply::json(
        200,
        &json!({
            "active": true, "scope": grant.scopes().join(" "), "sub": grant.subject,
            "client_id": text(&grant.client, "client_id"),
            "aud": texts(&grant.accepted, "grant_access_token_audience").collect::<Vec<_>>(),
        }),
    )
}
