//! What Kratos has to say, and when.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::kratos::{Message, MessageType};

/// A message as a page shows it.
#[derive(Debug, Clone)]
pub(crate) struct Notice<'a> {
    /// Kratos' id of the message.
    pub(crate) id: i64,
    /// The text.
    pub(crate) text: Cow<'a, str>,
    /// Its class: `info`, `error` or `success`.
    pub(crate) kind: &'static str,
}

impl<'a> Notice<'a> {
    /// The messages worth showing.
    pub(crate) fn of(messages: &'a [Message]) -> Vec<Self> {
        messages
            .iter()
            .filter(|message| !message.text.is_empty())
            .map(|message| Self {
                id: message.id,
                text: Cow::Borrowed(message.text.as_str()),
                kind: match message.kind {
                    MessageType::Error => "error",
                    MessageType::Success => "success",
                    MessageType::Info | MessageType::Other(_) => "info",
                },
            })
            .collect()
    }

    /// Whether something must be mended.
    pub(crate) fn is_error(&self) -> bool {
        self.kind == "error"
    }
}

/// A moment as a page shows it.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    /// For machines: RFC 3339.
    pub(crate) iso: String,
    /// For people.
    pub(crate) text: String,
}

impl Moment {
    /// Reads an RFC 3339 date-time.
    pub(crate) fn read(rfc3339: &str) -> Option<Self> {
        let at: Timestamp = rfc3339.parse().ok()?;
        let text = at.to_zoned_datetime(TimeZone::UTC).strftime("%-d %b %Y, %H:%M UTC").to_string();
        Some(Self { iso: format!("{at:.0}"), text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_as_people_write_it() {
        let moment = Moment::read("2026-11-23T16:37:53.411705874Z").unwrap();
        assert_eq!((moment.text.as_str(), moment.iso.as_str()), ("23 Nov 2026, 16:37 UTC", "2026-11-23T16:37:53Z"));
        assert!(Moment::read("yesterday").is_none());
    }
}
