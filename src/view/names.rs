//! Machine's words as people and HTML want them.

use std::borrow::Cow;
use std::collections::HashMap;

/// A key in chunks of four characters.
pub(super) fn in_fours(key: &str) -> Vec<&str> {
    let ends = key.char_indices().map(|(at, _)| at).skip(4).step_by(4).chain([key.len()]);
    let mut start = 0;
    ends.filter_map(|end| {
        let chunk = key.get(start..end)?;
        start = end;
        Some(chunk).filter(|chunk| !chunk.is_empty())
    })
    .collect()
}

/// How long an id may be.
const LONGEST: usize = 100;

/// `parts`, with dashes between, as an HTML id can be: without space, without two dashes in a
/// row, and short.
pub(super) fn html_id(parts: &[&str]) -> String {
    let mut id = String::with_capacity(parts.iter().map(|part| part.len() + 1).sum::<usize>().min(LONGEST));
    let dashed =
        parts.iter().enumerate().flat_map(|(at, part)| (at > 0).then_some('-').into_iter().chain(part.chars()));
    for c in dashed.take(LONGEST) {
        if c.is_ascii_alphanumeric() || matches!(c, '_' | '.') {
            id.push(c);
        } else if !id.ends_with('-') {
            id.push('-');
        }
    }
    id
}

/// The ids a page has so far: none is given twice.
#[derive(Debug, Default)]
pub(super) struct Ids<'a> {
    /// How often the id of a group and a name was wanted.
    plain: HashMap<(&'a str, &'a str), usize>,
    /// How many ids lost something of their group or name.
    other: usize,
}

impl<'a> Ids<'a> {
    /// An id for `name` in `group`.
    pub(super) fn of(&mut self, group: &'a str, name: &'a str) -> String {
        let wanted = html_id(&[group, name]);
        // Two dashes are in no id that is wanted, and one alone is what stands between two plain words.
        if !is_plain(group) || !is_plain(name) || group.len() + name.len() >= LONGEST {
            self.other += 1;
            return format!("{wanted}---{}", self.other);
        }
        let times = self.plain.entry((group, name)).or_default();
        *times += 1;
        if *times == 1 { wanted } else { format!("{wanted}--{times}") }
    }
}

/// Whether an id has all of `word`, and no dash of it.
fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'))
}

/// A machine's word as a person would write it: `lookup_secret` is "Lookup secret".
pub(super) fn humanise(word: &str) -> Cow<'static, str> {
    let mut text = String::with_capacity(word.len() + 4);
    let mut after_lower = false;
    for c in word.chars() {
        if matches!(c, '_' | '-') {
            text.push(' ');
            after_lower = false;
        } else if c.is_ascii_uppercase() && after_lower {
            text.push(' ');
            text.push(c.to_ascii_lowercase());
            after_lower = false;
        } else {
            after_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
            if text.is_empty() { text.extend(c.to_uppercase()) } else { text.push(c) }
        }
    }
    Cow::Owned(text)
}

/// Providers as they write themselves, by the names that Kratos' configuration has for them and those
/// that operators give them after that: where a provider has no label, Kratos tells its id.
const PROVIDERS: [(&str, &str); 34] = [
    ("amazon", "Amazon"),
    ("apple", "Apple"),
    ("auth0", "Auth0"),
    ("authentik", "authentik"),
    ("azure", "Microsoft"),
    ("bitbucket", "Bitbucket"),
    ("dingtalk", "DingTalk"),
    ("discord", "Discord"),
    ("facebook", "Facebook"),
    ("github", "GitHub"),
    ("github-app", "GitHub"),
    ("gitlab", "GitLab"),
    ("google", "Google"),
    ("jackson", "Jackson"),
    ("keycloak", "Keycloak"),
    ("lark", "Lark"),
    ("line", "LINE"),
    ("linkedin", "LinkedIn"),
    ("linkedin_v2", "LinkedIn"),
    ("microsoft", "Microsoft"),
    ("netid", "netID"),
    ("okta", "Okta"),
    ("patreon", "Patreon"),
    ("paypal", "PayPal"),
    ("salesforce", "Salesforce"),
    ("slack", "Slack"),
    ("spotify", "Spotify"),
    ("twitch", "Twitch"),
    ("twitter", "X"),
    ("uaepass", "UAE PASS"),
    ("vk", "VK"),
    ("x", "X"),
    ("yandex", "Yandex"),
    ("zitadel", "ZITADEL"),
];

/// How a provider writes itself, if `id` is what many call it.
pub(super) fn provider(id: &str) -> Option<&'static str> {
    PROVIDERS.iter().find(|(known, _)| *known == id).map(|(_, name)| *name)
}

/// The first letter, as a capital.
pub(super) fn initial(name: &str) -> Option<char> {
    name.chars().next().and_then(|c| c.to_uppercase().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_are_written_as_they_write_themselves() {
        for (id, name) in [("google", Some("Google")), ("linkedin_v2", Some("LinkedIn")), ("Google", None), ("", None)]
        {
            assert_eq!(provider(id), name, "{id}");
        }
    }

    #[test]
    fn machine_words_become_words() {
        for (word, text) in
            [("lookup_secret", "Lookup secret"), ("firstName", "First name"), ("bio", "Bio"), ("URL", "URL"), ("", "")]
        {
            assert_eq!(humanise(word), text);
        }
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut ids = Ids::default();
        let names = ["traits.a", "traits.a", "a b", "a--b", "a\u{fc}b", "a-b--2"];
        let given = names.map(|name| ids.of("g", name));
        assert_eq!(given, ["g-traits.a", "g-traits.a--2", "g-a-b---1", "g-a-b---2", "g-a-b---3", "g-a-b-2---4"]);
    }

    #[test]
    fn a_key_is_cut_in_fours_and_loses_nothing() {
        assert_eq!(in_fours("IGCA5LS2EB"), ["IGCA", "5LS2", "EB"]);
        assert_eq!(in_fours("ABCD"), ["ABCD"]);
        assert!(in_fours("").is_empty());
        assert_eq!(in_fours("äöüßäö"), ["äöüß", "äö"]);
    }
}
