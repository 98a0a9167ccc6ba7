//! A provider to sign in with, on an origin of its own, that a real Kratos takes for one. Its page
//! looks like the stand-in's.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::{Query, State};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use url::Url;

use super::pages::escape;

/// What Kratos must know of it.
pub struct Provider {
    pub issuer: String,
    pub client_id: &'static str,
    pub client_secret: &'static str,
}

const CLIENT_ID: &str = "kratos";
const CLIENT_SECRET: &str = "no-secret";

type Parameters = HashMap<String, String>;

struct Keeper {
    issuer: String,
    /// What every way back begins with.
    callback: String,
    key: EcdsaKeyPair,
    random: SystemRandom,
    /// What was allowed, by its code.
    grants: Mutex<HashMap<String, Parameters>>,
}

impl Provider {
    /// Serves one for the Kratos that browsers reach at `kratos`, with a slash at its end.
    pub async fn serve(kratos: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let random = SystemRandom::new();
        let signing = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let document = EcdsaKeyPair::generate_pkcs8(signing, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(signing, document.as_ref(), &random).unwrap();
        let callback = format!("{kratos}self-service/methods/oidc/callback/");
        let keeper = Keeper { issuer: issuer.clone(), callback, key, random, grants: Mutex::default() };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/auth", get(ask))
            .route("/decide", post(decide))
            .route("/token", post(token))
            .with_state(Arc::new(keeper));
        tokio::spawn(kratos_account::serve(listener, router, std::future::pending()));
        Self { issuer, client_id: CLIENT_ID, client_secret: CLIENT_SECRET }
    }
}

async fn discovery(State(keeper): State<Arc<Keeper>>) -> Response {
    let at = |path: &str| format!("{}/{path}", keeper.issuer);
    json_answer(&json!({
        "issuer": keeper.issuer, "authorization_endpoint": at("auth"), "token_endpoint": at("token"),
        "jwks_uri": at("keys"), "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"], "code_challenge_methods_supported": [],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
    }))
}

async fn keys(State(keeper): State<Arc<Keeper>>) -> Response {
    // Not compressed: a byte 4, then both coordinates.
    let (x, y) = keeper.key.public_key().as_ref()[1..].split_at(32);
    let key = json!({
        "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "only",
        "x": BASE64_URL_SAFE_NO_PAD.encode(x), "y": BASE64_URL_SAFE_NO_PAD.encode(y),
    });
    json_answer(&json!({"keys": [key]}))
}

/// The page that asks.
async fn ask(State(keeper): State<Arc<Keeper>>, Query(parameters): Query<Parameters>) -> Response {
    if let Some(refusal) = keeper.refuses(&parameters) {
        return refusal;
    }
    let field = |(name, value): (&String, &String)| {
        format!("<input type=\"hidden\" name=\"{}\" value=\"{}\">", escape(name), escape(value))
    };
    let carried = parameters.iter().map(field).collect::<Vec<_>>().concat();
    Html(format!(
        "<!doctype html><title>Provider</title><form method=\"post\" action=\"/decide\">{carried}\
         <input name=\"sub\"><input name=\"email\"><input name=\"first\"><input name=\"last\"><button name=\"decision\" value=\"allow\">Allow</button>\
         <button name=\"decision\" value=\"deny\">Deny</button></form>"
    ))
    .into_response()
}

/// The person's decision.
async fn decide(State(keeper): State<Arc<Keeper>>, body: String) -> Response {
    let parameters = read(&body);
    if let Some(refusal) = keeper.refuses(&parameters) {
        return refusal;
    }
    let mut back: Url = parameters["redirect_uri"].parse().unwrap();
    back.query_pairs_mut().append_pair("state", &parameters["state"]);
    if parameters["decision"] == "allow" {
        let code = keeper.random_text();
        back.query_pairs_mut().append_pair("code", &code);
        keeper.grants.lock().unwrap().insert(code, parameters);
    } else {
        back.query_pairs_mut()
            .append_pair("error", "access_denied")
            .append_pair("error_description", "The resource owner denied the request");
    }
    (StatusCode::SEE_OTHER, [(LOCATION, back.to_string())]).into_response()
}

/// What Kratos gets for the code.
async fn token(State(keeper): State<Arc<Keeper>>, headers: HeaderMap, body: String) -> Response {
    let expected = format!("Basic {}", BASE64_STANDARD.encode(format!("{CLIENT_ID}:{CLIENT_SECRET}")));
    let parameters = read(&body);
    let grant = parameters.get("code").and_then(|code| keeper.grants.lock().unwrap().remove(code));
    let (Some(grant), Some(true)) = (grant, headers.get("authorization").map(|value| value == expected.as_str()))
    else {
        return (StatusCode::BAD_REQUEST, json_answer(&json!({"error": "invalid_grant"}))).into_response();
    };
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let mut claims = json!({"iss": keeper.issuer, "aud": CLIENT_ID, "sub": grant["sub"], "iat": now, "exp": now + 300});
    if let Some(nonce) = grant.get("nonce") {
        claims["nonce"] = nonce.as_str().into();
    }
    for (field, claim) in [("email", "email"), ("first", "given_name"), ("last", "family_name")] {
        if let Some(value) = grant.get(field).filter(|value| !value.is_empty()) {
            claims[claim] = value.as_str().into();
        }
    }
    let token = keeper.sign(&claims);
    json_answer(
        &json!({"access_token": keeper.random_text(), "token_type": "Bearer", "expires_in": 300, "id_token": token}),
    )
}

impl Keeper {
    fn refuses(&self, parameters: &Parameters) -> Option<Response> {
        let known = |name: &str| parameters.get(name).map(String::as_str).unwrap_or_default();
        let good = known("client_id") == CLIENT_ID && known("redirect_uri").starts_with(&self.callback);
        (!good).then(|| (StatusCode::BAD_REQUEST, "unknown client_id or redirect_uri").into_response())
    }

    fn sign(&self, claims: &Value) -> String {
        let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&json!({"alg": "ES256", "typ": "JWT", "kid": "only"})), part(claims));
        let signature = self.key.sign(&self.random, signed.as_bytes()).unwrap();
        format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    }

    fn random_text(&self) -> String {
        let bytes: [u8; 16] = ring::rand::generate(&self.random).unwrap().expose();
        BASE64_URL_SAFE_NO_PAD.encode(bytes)
    }
}

fn read(form: &str) -> Parameters {
    url::form_urlencoded::parse(form.as_bytes()).into_owned().collect()
}

fn json_answer(body: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
