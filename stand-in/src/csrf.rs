//! The anti-CSRF cookie and the masked tokens made of it.

use crate::call::Call;
use crate::failure::Failure;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};

/// Length of the secret in the cookie.
const SECRET: usize = 32;

/// The secret of a browser.
pub(crate) type Secret = [u8; SECRET];

/// The cookie's name: a fixed prefix and a hash of the base URL as configured.
pub(crate) fn cookie_name(base: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(base).iter().fold("csrf_token_".to_owned(), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// A fresh secret.
pub(crate) fn fresh() -> Secret {
    let mut secret = [0; SECRET];
    crate::call::random(&mut secret);
    secret
}

/// A masked token of a secret: another text every time.
pub(crate) fn mask(secret: &Secret) -> String {
    let pad = fresh();
    let masked = pad.iter().zip(secret).map(|(pad, byte)| pad ^ byte);
    STANDARD.encode(pad.iter().copied().chain(masked).collect::<Vec<u8>>())
}

/// Whether a token, masked or bare, is one of this secret.
pub(crate) fn matches(token: &str, secret: &Secret) -> bool {
    let Ok(bytes) = STANDARD.decode(token) else { return false };
    match bytes.split_at_checked(SECRET) {
        Some((bare, [])) => bare == secret,
        Some((pad, masked)) if masked.len() == SECRET => pad.iter().zip(masked).map(|(a, b)| a ^ b).eq(*secret),
        _ => false,
    }
}

impl Call<'_> {
    /// The secret the browser sent; two cookies, or one of a wrong length, count as none.
    pub(crate) fn sent_secret(&self) -> Option<Secret> {
        match self.req.cookies(&self.app.csrf_cookie).as_slice() {
            [value] => STANDARD.decode(value).ok()?.try_into().ok(),
            _ => None,
        }
    }

    /// Gives a browser without a usable secret one, as Kratos does on every route that does not check for itself.
    pub(crate) fn ensure_csrf_cookie(&mut self) {
        if self.sent_secret().is_none() {
            self.renew_csrf_cookie();
        }
    }

    /// A new secret, once in a request: the tokens of flows begun before are void.
    pub(crate) fn renew_csrf_cookie(&mut self) {
        let name = format!("{}=", self.app.csrf_cookie);
        if self.cookies.iter().any(|cookie| cookie.starts_with(&name)) {
            return;
        }
        self.secret = fresh();
        let value = STANDARD.encode(self.secret);
        let cookie = self.cookie(&self.app.csrf_cookie, &value, Some(31_536_000), false);
        self.cookies.push(cookie);
    }

    /// A token for a form of this browser.
    pub(crate) fn csrf_token(&self) -> String {
        mask(&self.secret)
    }

    /// Refuses a form whose token is not of the secret the browser sent.
    pub(crate) fn check_csrf(&self, token: &str) -> Result<(), Failure> {
        if self.sent_secret().is_some_and(|secret| matches(token, &secret)) {
            return Ok(());
        }
        Err(self.csrf_violation(token.is_empty()))
    }

    /// The error of a failed check, with Kratos' guess at the cause.
    pub(crate) fn csrf_violation(&self, token_missing: bool) -> Failure {
        let hint = "We detected a regular browser or server-side call. To debug browser calls check your Browser's \
                    Network Tab to see what cookies are included or excluded. If you are calling from a server ensure \
                    that the appropriate cookies are being forwarded and that the SDK method is called correctly.";
        let json = self.req.header("content-type").is_some_and(|value| value.starts_with("application/json"));
        let cause = if self.req.header("cookie").is_none() {
            "The HTTP Cookie Header is empty or not set."
        } else if self.req.cookies(&self.app.csrf_cookie).is_empty() {
            "The HTTP Cookie Header was set but did not include the anti-CSRF cookie."
        } else {
            "The HTTP Cookie Header was set and a CSRF token was sent but they do not match. We recommend deleting all \
             cookies for this domain and retrying the flow."
        };
        let docs = "https://www.ory.sh/kratos/docs/debug/csrf";
        let details = if token_missing && !json && self.sent_secret().is_some() {
            json!({"docs": docs, "hint": "The anti-CSRF cookie was found but the CSRF token was not included in the \
                HTTP request body (csrf_token) nor in the HTTP Header (X-CSRF-Token)."})
        } else {
            json!({"docs": docs, "hint": hint, "reject_reason": cause})
        };
        Failure::new(403)
            .id("security_csrf_violation")
            .message("the request was rejected to protect you from Cross-Site-Request-Forgery")
            .reason(
                "Please retry the flow and optionally clear your cookies. The request was rejected to protect you from \
                 Cross-Site-Request-Forgery (CSRF) which could cause account takeover, leaking personal information, \
                 and other serious security issues.",
            )
            .details(details)
    }
}

#[cfg(test)]
mod tests {
    use super::{cookie_name, fresh, mask, matches};

    #[test]
    fn every_masking_of_the_secret_matches_and_of_another_none() {
        let secret = fresh();
        let (first, second) = (mask(&secret), mask(&secret));
        assert_ne!(first, second);
        assert_eq!(first.len(), 88);
        assert!(matches(&first, &secret) && matches(&second, &secret));
        assert!(!matches(&first, &fresh()) && !matches("", &secret) && !matches("AAAA", &secret));
    }

    #[test]
    fn the_cookie_is_named_as_kratos_names_it() {
        let recorded = "csrf_token_82b119fa58a0a1cb6faa9738c1d0dbbf04fcc89a657b7beb31fcde400ced48ab";
        assert!(["http://localhost:4433/", "http://localhost:4433"].map(cookie_name).contains(&recorded.to_owned()));
    }
}
