//! What a browser sent.

use std::borrow::Cow;
use std::collections::HashMap;

use uuid::Uuid;

use crate::flow::traits::{SHOWN, is_trait};

/// The name of the hidden control by which a form asks for a second look. It is this
/// application's and is not sent on.
pub(crate) const ASK: &str = "_ask";

/// The name of the hidden control that tells whose page a form is of: an identity's id.
pub(crate) const WHOSE: &str = "_whose";

/// The name of the buttons that choose a language or colours: what is typed into their form is kept and
/// shown again. It is this application's and is not sent on.
pub(crate) const KEEP: &str = "_keep";

/// How many fields a form may have.
const MOST: usize = 4_096;

/// A form of more fields than any page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooMany;

/// What a browser sent: the fields of a form in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form {
    fields: Vec<(String, String)>,
    /// Where the fields of a name are: the first and the last.
    index: HashMap<String, (usize, usize)>,
}

impl Form {
    /// Reads `application/x-www-form-urlencoded`, no further than a form may go.
    pub(crate) fn read(body: &[u8]) -> Result<Self, TooMany> {
        if body.split(|byte| *byte == b'&').nth(MOST).is_some() {
            return Err(TooMany);
        }
        let fields: Vec<(String, String)> = url::form_urlencoded::parse(body).into_owned().collect();
        let mut index: HashMap<String, (usize, usize)> = HashMap::with_capacity(fields.len());
        for (at, (name, _)) in fields.iter().enumerate() {
            index.entry(name.clone()).and_modify(|(_, last)| *last = at).or_insert((at, at));
        }
        Ok(Self { fields, index })
    }

    /// The fields, in order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The fields, each name once with its first value: as Kratos reads repeated texts.
    pub(super) fn once(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_first = |at: usize, name: &str| self.index.get(name).is_some_and(|(first, _)| *first == at);
        let each = self.fields.iter().enumerate();
        each.filter(move |(at, (name, _))| is_first(*at, name))
            .map(|(_, (name, value))| (name.as_str(), value.as_str()))
    }

    /// The first value of a field.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let (first, _) = self.index.get(name)?;
        self.fields.get(*first).map(|(_, value)| value.as_str())
    }

    /// The last value of a field: as Kratos reads repeated booleans.
    pub(super) fn last(&self, name: &str) -> Option<&str> {
        let (_, last) = self.index.get(name)?;
        self.fields.get(*last).map(|(_, value)| value.as_str())
    }

    /// The group that was acted in, as far as what was pressed tells.
    pub(crate) fn group(&self) -> Option<&str> {
        /// What the names of fields begin with, where no `method` tells the group.
        const GROUPS: [(&str, &str); 6] = [
            ("link", "oidc"),
            ("unlink", "oidc"),
            ("totp_", "totp"),
            ("lookup_secret_", "lookup_secret"),
            ("webauthn_", "webauthn"),
            ("passkey_", "passkey"),
        ];
        let has = |start: &str| self.fields.iter().any(|(name, _)| name.starts_with(start));
        let told = || GROUPS.iter().find(|(start, _)| has(start)).map(|(_, group)| *group);
        // A later Kratos has more of them.
        let removed = || self.fields.iter().find_map(|(name, _)| name.strip_suffix("_remove"));
        self.last("method").or_else(told).or_else(removed)
    }

    /// The button that is to be asked about again before anything is done: its name and value.
    pub(crate) fn asks(&self) -> Option<(&str, &str)> {
        self.get(ASK)?;
        let pressed = self.fields.iter().rev().find(|(name, _)| name != ASK && name != "csrf_token")?;
        Some((&pressed.0, &pressed.1))
    }

    /// Whether it is only to be shown again, in another language or other colours.
    pub(crate) fn is_kept(&self) -> bool {
        self.get(KEEP).is_some()
    }

    /// The fields without those that hold secrets or what Kratos made for one flow, to be shown to
    /// the person again (`application/x-www-form-urlencoded`).
    pub(crate) fn draft(&self) -> String {
        let mut draft = url::form_urlencoded::Serializer::new(String::new());
        let shown = |name: &str| name == SHOWN || !is_secret(name);
        draft.extend_pairs(self.fields().filter(|(name, _)| shown(name)));
        draft.finish()
    }

    /// Whose page it is of, as the page said.
    pub(crate) fn whose(&self) -> Option<Uuid> {
        self.get(WHOSE)?.parse().ok()
    }

    /// Whether this is the profile form.
    pub(crate) fn is_profile(&self) -> bool {
        self.last("method") == Some("profile")
    }

    /// Whether there are traits in it.
    pub(super) fn has_traits(&self) -> bool {
        self.fields.iter().any(|(name, _)| is_trait(name))
    }
}

/// A field as it goes on: what people type around codes and addresses is taken out.
pub(super) fn tidied<'a>(name: &str, value: &'a str) -> Cow<'a, str> {
    match name {
        "code" | "totp_code" | "lookup_secret" => {
            Cow::Owned(value.chars().filter(|c| !c.is_whitespace() && !is_dash(*c)).collect())
        }
        "identifier" | "email" | "phone" | "recovery_address" | "recovery_confirm_address" => {
            if value.contains(['\r', '\n']) {
                Cow::Owned(value.replace(['\r', '\n'], "").trim().to_owned())
            } else {
                Cow::Borrowed(value.trim())
            }
        }
        _ => Cow::Borrowed(value),
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether a field is this application's own, and is not sent on.
pub(super) fn is_ours(name: &str) -> bool {
    name.starts_with('_')
}

/// What a security key is to be called, which is as little a secret as any name.
const KEY_NAME: &str = "webauthn_register_displayname";

/// Whether a field holds what nobody else should see, whatever its control, or is of use to one flow
/// alone.
pub(crate) fn is_secret(name: &str) -> bool {
    !is_trait(name)
        && name != KEY_NAME
        && (is_ours(name)
            || ["code", "secret", "password", "token", "webauthn", "passkey", "provider"]
                .iter()
                .any(|part| name.contains(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_name_the_first_value_counts() {
        let form = Form::read(b"a=1&method=profile&a=2&b=%C3%BC+x&method=password").unwrap();
        assert_eq!(
            (form.get("a"), form.last("a"), form.get("b"), form.get("c")),
            (Some("1"), Some("2"), Some("ü x"), None)
        );
        assert_eq!(
            form.once().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&"),
            "a=1&method=profile&b=ü x"
        );
        assert!(!form.is_profile());
    }

    #[test]
    fn a_form_has_no_more_fields_than_a_page() {
        assert!(Form::read("a=1&".repeat(4_095).as_bytes()).is_ok());
        assert_eq!(Form::read("a=1&".repeat(70_000).as_bytes()), Err(TooMany));
    }

    #[test]
    fn codes_and_addresses_lose_what_people_add() {
        for (name, typed, sent) in [
            ("code", " 123 456\n", "123456"),
            ("totp_code", "123-456", "123456"),
            ("lookup_secret", "ab12–cd34 ", "ab12cd34"),
            ("identifier", " a@example.org\r\n", "a@example.org"),
            ("password", " se-cret \r\n", " se-cret \r\n"),
            ("traits.nick", " x ", " x "),
        ] {
            assert_eq!(tidied(name, typed), sent, "{name}");
        }
    }
}
