//! Machine's words as people and HTML want them.

use std::borrow::Cow;

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

/// `text` as an HTML id can be: without space, and short.
pub(super) fn html_id(text: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    let mut id: String = text.chars().take(100).map(keep).collect();
    while id.contains("--") {
        id = id.replace("--", "-");
    }
    id
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_words_become_words() {
        for (word, text) in
            [("lookup_secret", "Lookup secret"), ("firstName", "First name"), ("bio", "Bio"), ("URL", "URL"), ("", "")]
        {
            assert_eq!(humanise(word), text);
        }
    }

    #[test]
    fn a_key_is_cut_in_fours_and_loses_nothing() {
        assert_eq!(in_fours("IGCA5LS2EB"), ["IGCA", "5LS2", "EB"]);
        assert_eq!(in_fours("ABCD"), ["ABCD"]);
        assert!(in_fours("").is_empty());
        assert_eq!(in_fours("äöüßäö"), ["äöüß", "äö"]);
    }
}
