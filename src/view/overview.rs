//! What the settings tell at one glance: whose they are, and how safe the account is.
//!
//! Nothing is said that Kratos does not tell. Whether there is a password is told by no node; how many recovery
//! codes are left, only where they are shown; a linked account that is the only way to sign in has no node.

use std::borrow::Cow;

use super::language::{Language, count};
use super::node::{Page, Unverified};
use super::section::Section;
use crate::kratos::{Message, Node};

/// With so many recovery codes left, or fewer, it is time for new ones.
const FEW_CODES: usize = 3;

/// What the settings tell at one glance.
#[derive(Debug)]
pub(crate) struct Overview<'a> {
    /// The person's name, if the traits tell one.
    pub(crate) name: Option<Cow<'a, str>>,
    /// With which name they sign in, as far as it is known.
    pub(crate) sign_in_name: Option<String>,
    /// The ways to sign in.
    pub(crate) ways: Vec<Entry<'a>>,
    /// What protects the account besides.
    pub(crate) protection: Vec<Entry<'a>>,
    /// What to see to.
    pub(crate) warnings: Vec<Advice<'a>>,
    /// Addresses that are not verified.
    pub(crate) unverified: Vec<Unverified<'a>>,
    /// What would make it safer.
    pub(crate) suggestion: Option<Advice<'a>>,
}

/// A section, and how things stand in it.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Its anchor.
    pub(crate) id: String,
    /// Its heading.
    pub(crate) heading: Cow<'a, str>,
    /// How things stand, as far as it is known.
    pub(crate) state: Option<Cow<'a, str>>,
}

/// Something to do at a section.
#[derive(Debug)]
pub(crate) struct Advice<'a> {
    /// Why.
    pub(crate) text: Cow<'a, str>,
    /// What.
    pub(crate) offer: &'a str,
    /// The section's anchor.
    pub(crate) id: &'static str,
}

/// What the nodes of a settings flow tell of the account.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that is known")]
pub(super) struct Known {
    /// Whether a passkey or a key is the only way to sign in, and there is no password.
    has_only_way: bool,
    /// Whether there are security keys.
    has_keys: bool,
    /// Whether one of these is the only way to sign in, and so no second factor.
    is_key_only_way: bool,
    /// Whether there is an authenticator app.
    has_app: bool,
    codes: Codes,
}

/// What is known of the recovery codes.
#[derive(Debug, Default, PartialEq, Eq)]
enum Codes {
    /// There are none.
    #[default]
    None,
    /// There are new ones, to be confirmed.
    Unsaved,
    /// There are some.
    Some,
    /// There are so many that are not used.
    Left(usize),
}

impl Known {
    /// Reads the nodes.
    pub(super) fn of(nodes: &[&Node<'_>]) -> Self {
        let mut known = Self::default();
        for node in nodes {
            let attributes = &node.attributes;
            match &*attributes.name {
                "passkey_remove" => known.has_only_way |= attributes.disabled,
                "webauthn_remove" => {
                    known.has_keys = true;
                    known.is_key_only_way |= attributes.disabled;
                    known.has_only_way |= attributes.disabled;
                }
                "totp_unlink" => known.has_app = true,
                "lookup_secret_confirm" => known.codes = Codes::Unsaved,
                "lookup_secret_disable" | "lookup_secret_reveal" if known.codes == Codes::None => {
                    known.codes = Codes::Some;
                }
                _ => {
                    let secrets = attributes.text.as_ref().filter(|_| attributes.id == "lookup_secret_codes");
                    if let (Some(left), false) = (secrets.and_then(|text| left(text)), known.codes == Codes::Unsaved) {
                        known.codes = Codes::Left(left);
                    }
                }
            }
        }
        known
    }

    /// Whether something is asked for besides the first way to sign in.
    fn has_second_factor(&self) -> bool {
        self.has_app || (self.has_keys && !self.is_key_only_way)
    }

    /// Whether there are no recovery codes for when the second factor is lost.
    pub(super) fn lacks_codes(&self) -> bool {
        self.has_second_factor() && self.codes == Codes::None
    }

    /// How things stand in a section: as it says itself, where that is all that is known.
    fn state<'a>(&self, section: &Section<'a>, words: &'a Language) -> Option<Cow<'a, str>> {
        match (section.group, &self.codes) {
            ("password", _) => {
                Some(words.text(if self.has_only_way { "overview-not-set" } else { "overview-password" }).into())
            }
            ("oidc" | "saml", _) => {
                let names: Vec<&str> = section.things.iter().map(|thing| &*thing.name.text).collect();
                (!names.is_empty()).then(|| names.join(words.text("list-separator")).into())
            }
            ("lookup_secret", Codes::Left(left)) => {
                Some(words.text_with("overview-codes-left", &[("count", count(*left))]).into())
            }
            _ => section.state.clone(),
        }
    }
}

/// How many of the codes in a text are not used.
fn left(text: &Message<'_>) -> Option<usize> {
    let secrets = text.context_value::<Vec<Message<'_>>>("secrets")?;
    Some(secrets.iter().filter(|secret| secret.context_value::<String>("used_at").is_none()).count())
}

impl<'a> Overview<'a> {
    /// The overview of a page with these sections.
    pub(super) fn of(
        known: &Known,
        sections: &[Section<'a>],
        unverified: Vec<Unverified<'a>>,
        page: &Page<'a, '_>,
    ) -> Self {
        let words = page.context.words;
        let (mut ways, mut protection) = (Vec::with_capacity(4), Vec::with_capacity(3));
        for section in sections {
            let list = match section.group {
                "password" | "oidc" | "saml" | "passkey" | "code" | "link" => &mut ways,
                "webauthn" if known.is_key_only_way => &mut ways,
                // The section says what is to be done with them first.
                "lookup_secret" if known.codes == Codes::Unsaved => continue,
                "webauthn" | "totp" | "lookup_secret" => &mut protection,
                _ => continue,
            };
            let state = known.state(section, words);
            list.push(Entry { id: section.id.clone(), heading: section.heading.clone(), state });
        }
        let has = |group: &str| sections.iter().any(|section| section.group == group);
        let advice = |text: Cow<'a, str>, offer: &'static str, id| Advice { text, offer: words.text(offer), id };
        let codes = match known.codes {
            _ if !has("lookup_secret") => None,
            Codes::Left(0) => Some((Cow::Borrowed(words.text("codes-none-left")), "codes-renew")),
            Codes::Left(left) if left <= FEW_CODES => {
                Some((Cow::Owned(words.text_with("codes-few", &[("count", count(left))])), "codes-renew"))
            }
            _ if known.lacks_codes() => Some((Cow::Borrowed(words.text("codes-lacking")), "codes-make")),
            _ => None,
        };
        let second = if has("totp") { Some("totp") } else { has("webauthn").then_some("webauthn") };
        let lacks_second = !known.has_keys && !known.has_app && known.codes == Codes::None;
        Self {
            name: page.person_name(),
            sign_in_name: page
                .username
                .as_deref()
                .map(|name| words.text_with("overview-sign-in-name", &[("name", name.into())])),
            warnings: codes.map(|(text, offer)| advice(text, offer, "lookup_secret")).into_iter().collect(),
            unverified,
            suggestion: second
                .filter(|_| lacks_second)
                .map(|group| advice(Cow::Borrowed(words.text("second-suggested")), "second-add", group)),
            ways,
            protection,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::config::Config;
    use crate::flow::addresses::Addresses;
    use crate::kratos::{Flow as KratosFlow, Kind, Schema, Start};
    use crate::view::{Context, Flow, Forms, Languages, Layout, Posting};

    const LAYOUT: Layout = Layout {
        words: "settings",
        order: &["profile", "password", "oidc", "passkey", "webauthn", "totp", "lookup_secret"],
        forms: Forms::PerGroup,
        step: |_| "",
    };

    /// What the overview of a flow says, a line each: `name`, `sign in`, `way`, `guard`, `warns`, `address`,
    /// `suggests`.
    fn told(flow: &Value, schema: Option<&Schema>) -> Vec<String> {
        let flow: KratosFlow<'_> = crate::kratos::read(flow);
        let languages = Languages::load(None).unwrap();
        let url = |url: &str| url.parse().unwrap();
        let addresses = Addresses::of(&Config::new(url("http://127.0.0.1:4433"), url("http://127.0.0.1:4455")));
        let posting = Posting::of(&flow, &Start::new(Kind::Settings), &addresses);
        let context = Context { schema, ..Context::new(&addresses, &posting, languages.english()) };
        let page = Flow::of(&flow, &LAYOUT, context);
        let overview = page.overview.unwrap();
        let mut lines = Vec::new();
        lines.extend(overview.name.iter().map(|name| format!("name: {name}")));
        lines.extend(overview.sign_in_name.iter().map(|name| format!("sign in: {name}")));
        for (list, entries) in [("way", &overview.ways), ("guard", &overview.protection)] {
            for entry in entries {
                assert!(page.sections.iter().any(|section| section.id == entry.id), "{} is on the page", entry.id);
                lines.push(format!("{list}: {} ({})", entry.heading, entry.state.as_deref().unwrap_or("?")));
            }
        }
        let advice = |list: &str, advice: &super::Advice<'_>| format!("{list}: {} #{}", advice.text, advice.id);
        lines.extend(overview.warnings.iter().map(|warning| advice("warns", warning)));
        lines.extend(overview.unverified.iter().map(|address| format!("address: {}", address.text)));
        lines.extend(overview.suggestion.iter().map(|suggestion| advice("suggests", suggestion)));
        lines
    }

    fn button(group: &str, name: &str) -> Value {
        json!({"type": "input", "group": group, "attributes": {"name": name, "type": "submit", "value": "true"},
            "meta": {"label": {"id": 1, "text": name, "context": {"provider": "Google"}}}})
    }

    fn last(group: &str, name: &str) -> Value {
        let mut button = button(group, name);
        button["attributes"]["disabled"] = true.into();
        button
    }

    /// Recovery codes that are shown, so many of them used.
    fn codes(all: usize, used: usize) -> Value {
        let secrets: Vec<Value> = (0..all)
            .map(|at| {
                let context =
                    if at < used { json!({"used_at": "2026-11-23T16:37:53Z"}) } else { json!({"secret": "abcdefgh"}) };
                json!({"id": 1_050_009, "text": "abcdefgh", "context": context})
            })
            .collect();
        json!({"type": "text", "group": "lookup_secret", "attributes": {"id": "lookup_secret_codes",
            "text": {"id": 1_050_015, "text": "…", "context": {"secrets": secrets}}}})
    }

    const GUARD_WITHOUT_CODES: &str =
        "warns: If you lose your phone or key, recovery codes get you back in. You have none yet. #lookup_secret";

    const SUGGESTION: &str =
        "suggests: A second step makes signing in safer: a stolen password is then not enough. #totp";

    /// Nothing is told that the nodes do not tell.
    #[test]
    fn the_overview_tells_what_kratos_tells_and_no_more() {
        let password = || button("password", "method");
        let off = || button("totp", "method");
        let no_codes = || button("lookup_secret", "lookup_secret_regenerate");
        let kept = || button("lookup_secret", "lookup_secret_disable");
        for (nodes, lines) in [
            (vec![], vec![]),
            (vec![password()], vec!["way: Password (Set or change it)"]),
            (
                vec![password(), off(), no_codes()],
                vec![
                    "way: Password (Set or change it)",
                    "guard: Authenticator app (Off)",
                    "guard: Recovery codes (Off)",
                    SUGGESTION,
                ],
            ),
            // A linked account that is the only way has no node: none is no "none".
            (vec![button("oidc", "link")], vec!["way: Linked accounts (?)"]),
            (vec![button("oidc", "unlink"), button("oidc", "link")], vec!["way: Linked accounts (Google)"]),
            (
                vec![button("passkey", "passkey_remove"), button("passkey", "passkey_remove"), off()],
                vec!["way: Passkeys (2 passkeys)", "guard: Authenticator app (Off)", SUGGESTION],
            ),
            // The last way to sign in: there is no password then.
            (
                vec![password(), last("passkey", "passkey_remove")],
                vec!["way: Password (Not set)", "way: Passkeys (1 passkey)"],
            ),
            // That a passkey is the last way makes no key one.
            (
                vec![last("passkey", "passkey_remove"), button("webauthn", "webauthn_remove")],
                vec!["way: Passkeys (1 passkey)", "guard: Security keys (1 security key)"],
            ),
            (
                vec![button("saml", "unlink"), button("oidc", "link")],
                vec!["way: Linked accounts (?)", "way: Company sign-in (Google)"],
            ),
            (
                vec![last("webauthn", "webauthn_remove"), off()],
                vec!["way: Security keys (1 security key)", "guard: Authenticator app (Off)"],
            ),
            (
                vec![button("webauthn", "webauthn_remove"), no_codes()],
                vec!["guard: Security keys (1 security key)", "guard: Recovery codes (Off)", GUARD_WITHOUT_CODES],
            ),
            (
                vec![button("totp", "totp_unlink"), no_codes()],
                vec!["guard: Authenticator app (On)", "guard: Recovery codes (Off)", GUARD_WITHOUT_CODES],
            ),
            // Where there are no recovery codes to be had, none are missed.
            (vec![button("totp", "totp_unlink")], vec!["guard: Authenticator app (On)"]),
            (
                vec![button("totp", "totp_unlink"), button("lookup_secret", "lookup_secret_reveal"), kept()],
                vec!["guard: Authenticator app (On)", "guard: Recovery codes (On)"],
            ),
            (vec![codes(12, 0), button("lookup_secret", "lookup_secret_confirm")], vec![]),
            (vec![codes(12, 8), kept()], vec!["guard: Recovery codes (4 left)"]),
            (
                vec![kept(), codes(12, 9)],
                vec!["guard: Recovery codes (3 left)", "warns: Only 3 recovery codes are left. #lookup_secret"],
            ),
            (
                vec![codes(12, 11), kept()],
                vec!["guard: Recovery codes (1 left)", "warns: Only 1 recovery code is left. #lookup_secret"],
            ),
            (
                vec![codes(12, 12), kept()],
                vec!["guard: Recovery codes (0 left)", "warns: No recovery code is left. #lookup_secret"],
            ),
            (vec![button("a_later_group", "method")], vec![]),
        ] {
            let flow = json!({"id": "520e8f28-5902-4026-a286-74757804453d", "identity": {"id": "ba7dc8a4-0e9e-49a9-8115-f383e9b8e17f"},
                "ui": {"action": "http://k/", "nodes": nodes}});
            assert_eq!(told(&flow, None), lines, "{nodes:?}");
        }
    }

    #[test]
    fn the_head_tells_the_name_the_name_that_signs_in_and_what_is_not_confirmed() {
        let schema = r#"{"properties": {"traits": {"type": "object", "properties": {
            "email": {"type": "string"}, "nick": {"type": "string", "ory.sh/kratos": {"credentials": {"password": {"identifier": true}}}}}}}}"#;
        let schema: Schema = serde_json::from_str(schema).unwrap();
        let address = |value: &str, verified: bool| json!({"value": value, "verified": verified, "via": "email"});
        let flow = |traits: Value, addresses: Value| {
            json!({"id": "520e8f28-5902-4026-a286-74757804453d", "ui": {"action": "http://k/", "nodes": []},
                "identity": {"id": "ba7dc8a4-0e9e-49a9-8115-f383e9b8e17f", "traits": traits, "verifiable_addresses": addresses}})
        };
        let ada = json!({"email": "ada@example.org", "nick": "countess", "name": {"first": "Ada", "last": "Lovelace"}});
        let addresses = json!([address("ada@example.org", true), address("ada@work.example.org", false)]);
        let lines = told(&flow(ada, addresses), Some(&schema));
        let not_confirmed = "address: ada@work.example.org is not confirmed yet.";
        assert_eq!(lines, ["name: Ada Lovelace", "sign in: You sign in as countess", not_confirmed]);
        // Without a mark in the schema, the address is likeliest.
        let lines = told(&flow(json!({}), json!([address("ada@example.org", true)])), None);
        assert_eq!(lines, ["sign in: You sign in as ada@example.org"]);
        assert!(told(&flow(json!({"age": 36}), json!([])), None).is_empty());
    }
}
