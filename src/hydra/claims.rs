//! What an application is told about a person: a table of claims by scope, which an operator can extend.
//!
//! | scope | claims (OpenID Connect Core 1.0, 5.1) | from |
//! |---|---|---|
//! | `email` | `email`, `email_verified` | the person's first e-mail address that is verified |
//! | `phone` | `phone_number`, `phone_number_verified` | the first telephone number that is verified |
//! | `profile` | `name` | the trait `name`, or the first and last of it |
//! | `profile` | `given_name`, `family_name` | the traits `name.first`, `name.last` |
//! | `profile` | `preferred_username`, `website` | the traits `username`, `website` |
//! | `profile` | `updated_at` | when the account was last changed |

use std::str::FromStr;

use serde_json::{Map, Value};

use crate::kratos::{Identity, Json, Time, VerifiableAddress};

/// Claims that say what only Hydra knows, or what must be true of it.
const RESERVED: &[&str] = &[
    "iss",
    "sub",
    "aud",
    "exp",
    "nbf",
    "iat",
    "jti",
    "sid",
    "rat",
    "auth_time",
    "nonce",
    "acr",
    "amr",
    "azp",
    "at_hash",
    "c_hash",
    "email",
    "email_verified",
    "phone_number",
    "phone_number_verified",
];

/// Where the claims of scopes come from that are one trait each.
const TABLE: [(&str, &str, &str); 5] = [
    ("profile", "name", "name"),
    ("profile", "given_name", "name.first"),
    ("profile", "family_name", "name.last"),
    ("profile", "preferred_username", "username"),
    ("profile", "website", "website"),
];

/// A row that an operator adds to the table of claims: whoever is granted the scope is told the trait.
///
/// ```
/// use kratos_account::config::Claim;
///
/// // The claim is called like the scope, unless it has a name of its own.
/// let groups: Claim = "groups = traits.groups".parse()?;
/// let nickname: Claim = "profile nickname = traits.name.nick".parse()?;
/// // An address is told where it is verified, and never otherwise.
/// assert!("profile email = traits.email".parse::<Claim>().is_err());
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    scope: String,
    name: String,
    /// The trait's path, without `traits.`.
    path: String,
}

impl FromStr for Claim {
    type Err = String;

    /// Reads `SCOPE = traits.PATH` or `SCOPE CLAIM = traits.PATH`.
    fn from_str(row: &str) -> Result<Self, String> {
        let written = "write it as SCOPE = traits.PATH or SCOPE CLAIM = traits.PATH";
        let (names, path) = row.rsplit_once('=').ok_or(written)?;
        let path = path.trim().strip_prefix("traits.").filter(|path| path.split('.').all(|name| !name.is_empty()));
        let mut names = names.split_whitespace();
        let (Some(scope), name, None, Some(path)) = (names.next(), names.next(), names.next(), path) else {
            return Err(written.to_owned());
        };
        let name = name.unwrap_or(scope);
        if RESERVED.contains(&name) {
            return Err(format!("the claim {name} is not for a trait to say"));
        }
        Ok(Self { scope: scope.to_owned(), name: name.to_owned(), path: path.to_owned() })
    }
}

/// What an application with these scopes is told about a person.
pub(crate) fn claims(identity: &Identity<'_>, granted: &[&str], more: &[Claim]) -> Map<String, Value> {
    let has = |scope: &str| granted.contains(&scope);
    let traits: Value = identity.traits.as_ref().and_then(Json::read).unwrap_or_default();
    let mut claims = Map::new();
    for (scope, via, address, verified) in
        [("email", "email", "email", "email_verified"), ("phone", "sms", "phone_number", "phone_number_verified")]
    {
        let is_theirs = |known: &&VerifiableAddress<'_>| known.via == via && known.verified;
        if let Some(known) = identity.verifiable_addresses.iter().find(is_theirs).filter(|_| has(scope)) {
            claims.insert(address.to_owned(), known.value.as_str().into());
            claims.insert(verified.to_owned(), true.into());
        }
    }
    if has("profile") {
        for (_, name, path) in TABLE {
            // Each of these is a text to whoever reads it.
            if let Some(text) = find(&traits, path).filter(|value| value.is_string()) {
                claims.insert(name.to_owned(), text.clone());
            }
        }
        let part = |name: &str| claims.get(name).and_then(Value::as_str);
        let parts: Vec<&str> = ["given_name", "family_name"].into_iter().filter_map(part).collect();
        if !parts.is_empty() && !claims.contains_key("name") {
            let whole = parts.join(" ");
            claims.insert("name".to_owned(), whole.into());
        }
        if let Some(at) = identity.updated_at.as_ref().and_then(Time::timestamp) {
            claims.insert("updated_at".to_owned(), at.as_second().into());
        }
    }
    for row in more.iter().filter(|row| has(&row.scope)) {
        match find(&traits, &row.path) {
            Some(value) => claims.insert(row.name.clone(), value.clone()),
            None => claims.remove(&row.name),
        };
    }
    claims
}

/// The value at a path of members and items.
fn find<'a>(traits: &'a Value, path: &str) -> Option<&'a Value> {
    let found = path.split('.').try_fold(traits, |value, name| match value {
        Value::Array(items) => items.get(name.parse::<usize>().ok()?),
        value => value.get(name),
    });
    found.filter(|value| !value.is_null())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn ada() -> Value {
        json!({
            "id": "ba7dc8a4-0e9e-49a9-8115-f383e9b8e17f",
            "traits": {
                "email": "new@example.org", "name": {"first": "Ada", "last": "Lovelace", "nick": null},
                "website": 7, "groups": ["math", "engines"], "homes": [{"city": "London"}],
            },
            "verifiable_addresses": [
                {"value": "new@example.org", "via": "email", "verified": false},
                {"value": "+44201234567", "via": "sms", "verified": true},
                {"value": "ada@example.org", "via": "email", "verified": true},
            ],
            "updated_at": "2026-11-25T10:00:00Z",
        })
    }

    fn told(granted: &[&str], more: &[&str]) -> Value {
        let more: Vec<Claim> = more.iter().map(|row| row.parse().unwrap()).collect();
        Value::Object(claims(&crate::kratos::read(&ada()), granted, &more))
    }

    #[test]
    fn nothing_is_told_but_what_was_granted() {
        assert_eq!(told(&[], &["groups = traits.groups"]), json!({}));
        assert_eq!(told(&["openid", "offline", "constructor"], &[]), json!({}));
        assert_eq!(told(&["email"], &[]), json!({"email": "ada@example.org", "email_verified": true}));
        assert_eq!(told(&["phone"], &[]), json!({"phone_number": "+44201234567", "phone_number_verified": true}));
        assert_eq!(
            told(&["profile"], &[]),
            json!({"name": "Ada Lovelace", "given_name": "Ada", "family_name": "Lovelace", "updated_at": 1_795_600_800})
        );
    }

    #[test]
    fn an_address_that_is_not_verified_is_never_told() {
        let mut ada = ada();
        for address in ada["verifiable_addresses"].as_array_mut().unwrap() {
            address["verified"] = false.into();
        }
        assert_eq!(claims(&crate::kratos::read(&ada), &["email", "phone"], &[]), Map::new());
    }

    #[test]
    fn an_operator_extends_the_table() {
        let more =
            ["groups = traits.groups", "profile city = traits.homes.0.city", "profile given_name=traits.name.nick"];
        assert_eq!(told(&["groups"], &more), json!({"groups": ["math", "engines"]}));
        let profile = told(&["profile"], &more);
        assert_eq!(profile["city"], "London");
        assert_eq!(profile["given_name"], Value::Null, "the operator's row stands in the place of ours");
        for bad in [
            "groups",
            "= traits.a",
            "groups = a",
            "groups = traits.",
            "groups = traits.a..b",
            "a b c = traits.d",
            "email = traits.email",
            "profile sub = traits.email",
            "x email_verified = traits.yes",
        ] {
            assert!(bad.parse::<Claim>().is_err(), "{bad}");
        }
    }
}
