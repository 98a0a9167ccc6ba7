//! Patterns: as Kratos reads them (Go's RE2 syntax, found anywhere), and as HTML does.

use std::fmt::Write;
use std::iter::Peekable;
use std::str::Chars;

use regex_lite::Regex;

/// A pattern of a schema.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    /// To match with; nothing where it cannot be read here, which says nothing of Kratos.
    regex: Option<Regex>,
    /// What a `pattern` attribute says instead.
    html: Option<String>,
}

impl Pattern {
    pub(super) fn read(pattern: &str) -> Self {
        Self { regex: Regex::new(pattern).ok(), html: for_html(pattern) }
    }

    /// Whether this may match `text`; yes where that is not known.
    pub(super) fn may_match(&self, text: &str) -> bool {
        self.regex.as_ref().is_none_or(|regex| regex.is_match(text))
    }

    /// Whether this certainly does not match `text`.
    pub(super) fn refuses(&self, text: &str) -> bool {
        !self.may_match(text)
    }

    /// The same for HTML (`pattern`, compiled with the `v` flag and anchored), if that can say it.
    pub(super) fn html(&self) -> Option<&str> {
        self.html.as_deref()
    }
}

/// Says a pattern in ECMAScript's `v` mode, found anywhere in a value that HTML anchors. Nothing
/// where a browser might refuse what Kratos takes: then Kratos alone checks.
fn for_html(pattern: &str) -> Option<String> {
    let mut out = String::with_capacity(pattern.len() + 16);
    out.push_str("[^]*(?:");
    let mut rest = pattern.chars().peekable();
    let mut open = 0_u32;
    // Whether something stands before that a quantifier can repeat.
    let mut repeatable = false;
    while let Some(c) = rest.next() {
        match c {
            '(' => {
                group(&mut rest)?;
                out.push_str("(?:");
                open += 1;
                repeatable = false;
                continue;
            }
            ')' => {
                open = open.checked_sub(1)?;
                out.push(')');
            }
            '|' | '^' | '$' => {
                out.push(c);
                repeatable = false;
                continue;
            }
            '*' | '+' | '?' | '{' => {
                if !repeatable {
                    return None;
                }
                match c {
                    '{' => repetition(&mut rest, &mut out)?,
                    c => out.push(c),
                }
                if rest.next_if_eq(&'?').is_some() {
                    out.push('?');
                }
                repeatable = false;
                continue;
            }
            '[' => class(&mut rest, &mut out)?,
            '\\' => {
                repeatable = escape(&mut rest, &mut out, false)?;
                continue;
            }
            '.' => out.push('.'),
            c => literal(c, &mut out),
        }
        repeatable = true;
    }
    if open > 0 {
        return None;
    }
    out.push_str(")[^]*");
    Some(out)
}

/// What comes after an opening parenthesis: a name is left out, flags cannot be said.
fn group(rest: &mut Peekable<Chars<'_>>) -> Option<()> {
    if rest.next_if_eq(&'?').is_none() {
        return Some(());
    }
    match rest.next()? {
        ':' => return Some(()),
        'P' => {
            rest.next_if_eq(&'<')?;
        }
        '<' => {}
        _ => return None,
    }
    rest.find(|c| !c.is_ascii_alphanumeric() && *c != '_').filter(|c| *c == '>').map(|_| ())
}

/// `{2}`, `{2,}`, `{2,5}`; a brace that is none is a literal to RE2, and left to Kratos.
fn repetition(rest: &mut Peekable<Chars<'_>>, out: &mut String) -> Option<()> {
    let mut inside = String::new();
    loop {
        match rest.next()? {
            '}' => break,
            c if (c.is_ascii_digit() || c == ',') && inside.len() < 16 => inside.push(c),
            _ => return None,
        }
    }
    let (least, most) = inside.split_once(',').unwrap_or((&inside, ""));
    let in_order = most.is_empty() || least.parse::<u32>().ok()? <= most.parse::<u32>().ok()?;
    (!least.is_empty() && in_order).then(|| write!(out, "{{{inside}}}").ok()).flatten()
}

/// A literal outside of classes.
fn literal(c: char, out: &mut String) {
    if matches!(c, '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/') {
        out.push('\\');
    }
    out.push(c);
}

/// A literal in a class: `v` mode reserves more.
fn class_literal(c: char, out: &mut String) {
    if c.is_ascii_punctuation() && !matches!(c, '_' | '"' | '\'' | '$' | '*' | '+' | '.' | '?' | '^') {
        out.push('\\');
        out.push(c);
    } else if matches!(c, '$' | '*' | '+' | '.' | '?' | '^') {
        // Each means itself in a class, but twice in a row is reserved.
        let _ = write!(out, "\\{c}");
    } else {
        out.push(c);
    }
}

/// A class in brackets.
fn class(rest: &mut Peekable<Chars<'_>>, out: &mut String) -> Option<()> {
    out.push('[');
    let negated = rest.next_if_eq(&'^').is_some();
    if negated {
        out.push('^');
    }
    let mut first = true;
    loop {
        let c = rest.next()?;
        match c {
            ']' if !first => break,
            // `[[:alpha:]]`, which `v` reads as a class of its own.
            '[' if rest.peek() == Some(&':') => return None,
            _ => {}
        }
        first = false;
        let start = match c {
            '\\' => {
                // What Unicode calls a space is more to browsers than to RE2.
                if negated && rest.peek() == Some(&'s') {
                    return None;
                }
                if !escape(rest, out, true)? {
                    return None;
                }
                let mut ahead = rest.clone();
                // A range that begins with an escape: rare, and left to Kratos.
                if ahead.next() == Some('-') && ahead.peek() != Some(&']') {
                    return None;
                }
                continue;
            }
            c => c,
        };
        class_literal(start, out);
        let mut ahead = rest.clone();
        if ahead.next() == Some('-') && ahead.peek().is_some_and(|end| *end != ']') {
            rest.next();
            let end = rest.next()?;
            if matches!(end, '\\' | '[') || end < start {
                return None;
            }
            out.push('-');
            class_literal(end, out);
        }
    }
    out.push(']');
    Some(())
}

/// What comes after a backslash. Tells whether it can be repeated.
fn escape(rest: &mut Peekable<Chars<'_>>, out: &mut String, in_class: bool) -> Option<bool> {
    match rest.next()? {
        c @ ('d' | 'D' | 'w' | 'W' | 's' | 't' | 'n' | 'r' | 'f' | 'v') => {
            out.push('\\');
            out.push(c);
        }
        c @ ('b' | 'B') if !in_class => {
            out.push('\\');
            out.push(c);
            return Some(false);
        }
        'A' if !in_class => {
            out.push('^');
            return Some(false);
        }
        'z' if !in_class => {
            out.push('$');
            return Some(false);
        }
        c @ ('p' | 'P') => {
            let category = if rest.next_if_eq(&'{').is_some() {
                let name: String = std::iter::from_fn(|| rest.next_if(char::is_ascii_alphabetic)).take(3).collect();
                rest.next_if_eq(&'}')?;
                name
            } else {
                rest.next()?.to_string()
            };
            is_category(&category).then(|| write!(out, "\\{c}{{{category}}}").ok()).flatten()?;
        }
        c if c.is_ascii_punctuation() => {
            if in_class {
                class_literal(c, out);
            } else {
                literal(c, out);
            }
        }
        _ => return None,
    }
    Some(true)
}

/// Unicode's general categories, which RE2 and browsers call the same.
fn is_category(name: &str) -> bool {
    const CATEGORIES: [&str; 36] = [
        "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe",
        "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co",
    ];
    CATEGORIES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_says_what_kratos_matches_or_nothing() {
        for (pattern, html) in [
            ("[A-Z]", Some("[A-Z]")),
            ("^[a-z._-]{3,}$", Some(r"^[a-z\._\-]{3,}$")),
            (r"^\p{L}+$", Some(r"^\p{L}+$")),
            (r"\pL", Some(r"\p{L}")),
            (r"^\+?\d{3}-\d+\@x$", Some(r"^\+?\d{3}-\d+@x$")),
            ("(?P<year>[0-9]{4})|(a)", Some("(?:[0-9]{4})|(?:a)")),
            (r"\Aab\z", Some("^ab$")),
            ("[^/&-]", Some(r"[^\/\&\-]")),
            ("[]a]", Some(r"[\]a]")),
            ("[a&&b]", Some(r"[a\&\&b]")),
            (r"[\w.@+-]+", Some(r"[\w\.\@\+\-]+")),
            ("a/b", Some(r"a\/b")),
            ("", Some("")),
            ("(?i)abc", None),
            ("(?i:a)", None),
            (r"\S+", None),
            (r"[^\s]", None),
            ("[[:alpha:]]", None),
            (r"\p{Greek}", None),
            (r"\Qa.b\E", None),
            (r"\x{10FFFF}", None),
            ("a{,3}", None),
            ("a{3,1}", None),
            ("a**", None),
            ("(", None),
            (")", None),
            ("[a", None),
            ("*", None),
            ("[z-a]", None),
            (r"\", None),
            ("(?=a)b", None),
            (r"[\!-\/]", None),
        ] {
            assert_eq!(for_html(pattern), html.map(|html| format!("[^]*(?:{html})[^]*")), "{pattern}");
        }
    }

    #[test]
    fn a_pattern_that_cannot_be_read_refuses_nothing() {
        assert!(!Pattern::read("(?=x)").refuses(""));
        assert!(Pattern::read("^x_").refuses("y"));
        assert!(Pattern::read("^x_").may_match("x_a"));
    }
}
