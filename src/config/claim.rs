//! A row of the table of claims.

use std::str::FromStr;

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
    pub(crate) scope: String,
    pub(crate) name: String,
    /// The trait's path, without `traits.`.
    pub(crate) path: String,
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
