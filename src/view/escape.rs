//! Escaping for HTML, sixteen bytes at a time.

use std::fmt;

use askama::filters::Escaper;

/// What templates escape with: writes what `askama`'s own does, which looks at one byte after
/// another.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Html;

impl Escaper for Html {
    fn write_escaped_str<W: fmt::Write>(&self, mut to: W, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some(at) = special(rest.as_bytes())
            && let Some((clean, from)) = rest.split_at_checked(at)
        {
            to.write_str(clean)?;
            to.write_str(match from.as_bytes().first() {
                Some(b'"') => "&#34;",
                Some(b'&') => "&#38;",
                Some(b'\'') => "&#39;",
                Some(b'<') => "&#60;",
                _ => "&#62;",
            })?;
            rest = from.get(1..).unwrap_or_default();
        }
        to.write_str(rest)
    }
}

/// Whether a byte must be escaped.
fn is_special(byte: u8) -> bool {
    matches!(byte, b'"' | b'&' | b'\'' | b'<' | b'>')
}

/// Where the first byte stands that must be escaped.
fn special(bytes: &[u8]) -> Option<usize> {
    let (chunks, rest) = bytes.as_chunks::<16>();
    for (place, chunk) in chunks.iter().enumerate() {
        // Without branches this becomes a few instructions for the whole chunk.
        if chunk.iter().fold(false, |any, byte| any | is_special(*byte)) {
            return chunk.iter().position(|byte| is_special(*byte)).map(|at| place * 16 + at);
        }
    }
    rest.iter().position(|byte| is_special(*byte)).map(|at| chunks.len() * 16 + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_writes_what_askama_writes() {
        for text in [
            "",
            "a",
            "<script>",
            "s<cripcripcripcripcripcripcripcripcripcrip>t",
            "äöü\"&'<>äöü",
            "0123456789abcdef<",
            "0123456789abcdef0123456789abcde&",
        ] {
            let (mut ours, mut theirs) = (String::new(), String::new());
            Html.write_escaped_str(&mut ours, text).unwrap();
            askama::filters::Html.write_escaped_str(&mut theirs, text).unwrap();
            assert_eq!(ours, theirs);
        }
    }
}
