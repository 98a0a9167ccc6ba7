//! Mounted in an application, guarding its routes: over real HTTP, against an upstream that
//! answers as it is told.

#![allow(
    clippy::allow_attributes,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::unwrap_used,
    dead_code,
    unreachable_pub,
    reason = "a test that cannot go on has failed; the examples have a main function"
)]

#[path = "../../examples/guarded.rs"]
mod guarded;
#[path = "../../examples/mounted.rs"]
mod mounted;
#[path = "../support/mod.rs"]
mod support;

mod authorize;
mod hostile;
mod layer;
mod one_origin;
mod pages;
mod promises;

use serde_json::{Value, json};
use support::Answer;

/// A session as Kratos answers it.
fn session(aal: &str, authenticated_at: &str, verified: bool) -> Value {
    json!({
        "id": "21317e50-4105-4ca5-aaea-1a964d0c477b", "active": true,
        "authenticator_assurance_level": aal, "authenticated_at": authenticated_at,
        "authentication_methods": [{"method": "password", "aal": "aal1"}],
        "identity": {"id": "2ba28269-d01f-43e1-8044-cd0efe1b3285", "traits": {"email": "ada@example.org"},
            "verifiable_addresses": [{"value": "ada@example.org", "verified": verified, "via": "email", "status": "x"}]},
        "devices": [{"id": "d", "ip_address": "198.51.100.7", "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"}],
    })
}

/// Somebody who has just signed in with a password.
fn signed_in() -> Answer {
    Answer::json(200, &session("aal1", &now(), true))
}

fn now() -> String {
    jiff::Timestamp::now().to_string()
}

fn signed_out() -> Answer {
    Answer::recorded("sessions/whoami_401")
}

/// What a browser sends that opens a page.
const BROWSER: [(&str, &str); 3] =
    [("cookie", "ory_kratos_session=abc"), ("accept", "text/html"), ("sec-fetch-mode", "navigate")];

/// What a script sends.
const SCRIPT: [(&str, &str); 3] =
    [("cookie", "ory_kratos_session=abc"), ("accept", "application/json"), ("sec-fetch-mode", "cors")];
