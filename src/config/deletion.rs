//! What people may do to their own account, and how Kratos' admin API is asked for it.

use std::str::FromStr;

use http::HeaderValue;

/// What people may do to their own account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// Have it deleted, for good.
    Delete,
    /// Have it switched off (Kratos' state `inactive`): an administrator can switch it on again.
    Deactivate,
}

impl Deletion {
    /// Its name: `delete`, `deactivate`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Delete => "delete",
            Self::Deactivate => "deactivate",
        }
    }
}

impl FromStr for Deletion {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = [Self::Delete, Self::Deactivate].into_iter().find(|known| known.name() == name);
        known.ok_or_else(|| "write delete or deactivate".to_owned())
    }
}

/// A token that goes into an `Authorization` header (RFC 6750, 2.1). Nothing prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BearerToken(HeaderValue);

impl BearerToken {
    /// The value of the header.
    pub(crate) fn header(&self) -> HeaderValue {
        self.0.clone()
    }
}

impl FromStr for BearerToken {
    type Err = String;

    fn from_str(token: &str) -> Result<Self, String> {
        let is_token = token.bytes().all(|byte| byte.is_ascii_graphic()) && !token.is_empty();
        let header = HeaderValue::from_str(&format!("Bearer {token}")).ok().filter(|_| is_token);
        let mut header = header.ok_or_else(|| "it has characters that no token has".to_owned())?;
        header.set_sensitive(true);
        Ok(Self(header))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_sent_and_never_printed() {
        let token: BearerToken = "ory_pat_abc.DEF-1~2+3/4=".parse().unwrap();
        assert_eq!(token.header(), "Bearer ory_pat_abc.DEF-1~2+3/4=");
        let mut config = crate::Config::new("http://kratos".parse().unwrap(), "http://localhost".parse().unwrap());
        config.kratos_admin_token = Some(token);
        assert!(!format!("{config:?}").contains("ory_pat"), "{config:?}");
        for bad in ["", "two words", "a\nb", "schlüssel"] {
            let complaint = bad.parse::<BearerToken>().unwrap_err();
            assert!(bad.is_empty() || !complaint.contains(bad), "{complaint}");
        }
    }
}
