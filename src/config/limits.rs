//! How much there may be of what comes from outside: connections, requests, bytes and time.
//!
//! What bounds a program's own steps (depth, items looked at) is a constant where it is used: an operator has no
//! reason to change it.

use std::ops::RangeInclusive;
use std::time::Duration;

use super::setting::{put, time};
use super::{BadSetting, Setting};

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// How much there may be of what comes from outside. Each is a setting ([`LIMITS`]); `docs/operate.md` says what
/// happens beyond it, and why it is what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// Connections that are open, or half as many as the process may have files open if that is less. Beyond them
    /// the one that idles longest is closed; where all are busy, the newest gets 503.
    pub connections: usize,
    /// Connections that idle after they have spoken: each keeps some 24 KiB. The one that idles longest is closed.
    pub idle_connections: usize,
    /// Requests under way on one connection of HTTP/2. Others wait on the browser's side.
    pub streams: u32,
    /// Requests of pages under way: one more gets 503 at once. Each costs some tens of KiB, besides its form.
    pub requests: usize,
    /// Requests under way that the guard asks Kratos for: one more gets 503 at once.
    pub guard_requests: usize,
    /// Requests under way that are handed through to Kratos: one more gets 503 at once.
    pub proxy_requests: usize,
    /// Questions at Kratos at once, for pages; and as many for the guard. Requests under way take turns.
    pub kratos_requests: usize,
    /// Bytes of a request's head, and of what is written ahead of the client. Beyond them it gets 431.
    pub header_bytes: usize,
    /// Bytes of a form: a picture in a trait is half as large again in a form. Beyond them it gets 413.
    pub form_bytes: usize,
    /// Bytes of all forms that are held at once. Beyond them a form gets 503 at once.
    pub forms_bytes: usize,
    /// Bytes of what is handed through, each way. Beyond them it gets 413 (a request) or 502 (an answer).
    pub proxy_bytes: usize,
    /// Bytes of an answer of Kratos'. Beyond them the page is a 502.
    pub answer_bytes: usize,
    /// Elements of a flow. Beyond them the page is a 502.
    pub flow_nodes: usize,
    /// Bytes that remembered sessions may take. Those asked for longest ago are forgotten first.
    pub session_cache_bytes: usize,
    /// How long the body of a request may take to arrive, and with no progress a sixth of it. Then it gets 408.
    pub read_timeout: Duration,
    /// How long what is written may wait to be taken. Then the connection is closed.
    pub write_timeout: Duration,
    /// How long a connection may wait for a request, and a request's head may take. Then it is closed.
    pub idle_timeout: Duration,
    /// How long both sides may take to agree on TLS. Then the connection is closed.
    pub handshake_timeout: Duration,
    /// How long requests under way may take to end once the end is asked for. Then they are cut.
    pub shutdown_timeout: Duration,
    /// How long a connection to Kratos may take to be made. Then the page is a 504.
    pub kratos_connect_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4096,
            idle_connections: 1024,
            streams: 64,
            requests: 1024,
            guard_requests: 1024,
            proxy_requests: 256,
            kratos_requests: 64,
            header_bytes: 32 * KIB,
            form_bytes: 8 * MIB,
            forms_bytes: 64 * MIB,
            proxy_bytes: 5 * MIB,
            answer_bytes: 16 * MIB,
            flow_nodes: 4096,
            session_cache_bytes: 32 * MIB,
            read_timeout: Duration::from_secs(60),
            write_timeout: Duration::from_secs(60),
            idle_timeout: Duration::from_secs(75),
            handshake_timeout: Duration::from_secs(10),
            shutdown_timeout: Duration::from_secs(15),
            kratos_connect_timeout: Duration::from_secs(5),
        }
    }
}

impl Limits {
    /// Whether they go together.
    ///
    /// # Errors
    /// When one of them leaves no room for another.
    pub(super) fn check(&self) -> Result<(), BadSetting> {
        if self.form_bytes > self.forms_bytes {
            return Err(BadSetting::new("MAX_FORMS_BYTES", "it leaves no room for one form of MAX_FORM_BYTES"));
        }
        Ok(())
    }
}

/// The limits as settings.
pub const LIMITS: &[Setting<Limits>] = &[
    Setting::new("MAX_CONNECTIONS", "Connections that are open", Some("4096"), |limits: &mut Limits, text| {
        put(&mut limits.connections, number(text, 1..=1_000_000))
    }),
    Setting::new("MAX_IDLE_CONNECTIONS", "Connections that wait for another request", Some("1024"), |limits, text| {
        put(&mut limits.idle_connections, number(text, 1..=1_000_000))
    }),
    Setting::new("MAX_STREAMS", "Requests under way on one connection of HTTP/2", Some("64"), |limits, text| {
        put(&mut limits.streams, number(text, 1..=1_000))
    }),
    Setting::new("MAX_REQUESTS", "Requests of pages under way", Some("1024"), |limits, text| {
        put(&mut limits.requests, number(text, 1..=100_000))
    }),
    Setting::new(
        "MAX_GUARD_REQUESTS",
        "Requests under way that the guard asks Kratos for",
        Some("1024"),
        |limits, text| put(&mut limits.guard_requests, number(text, 1..=100_000)),
    ),
    Setting::new(
        "MAX_PROXY_REQUESTS",
        "Requests under way that are handed through to Kratos (PROXY_KRATOS)",
        Some("256"),
        |limits, text| put(&mut limits.proxy_requests, number(text, 1..=100_000)),
    ),
    Setting::new(
        "MAX_KRATOS_REQUESTS",
        "Questions at Kratos at once for pages, and as many for the guard; requests under way take turns",
        Some("64"),
        |limits, text| put(&mut limits.kratos_requests, number(text, 1..=10_000)),
    ),
    Setting::new("MAX_HEADER_BYTES", "Bytes of a request's head", Some("32768"), |limits, text| {
        put(&mut limits.header_bytes, number(text, 8 * KIB..=MIB))
    }),
    Setting::new("MAX_FORM_BYTES", "Bytes of a form", Some("8388608"), |limits, text| {
        put(&mut limits.form_bytes, number(text, KIB..=256 * MIB))
    }),
    Setting::new("MAX_FORMS_BYTES", "Bytes of all forms that are held at once", Some("67108864"), |limits, text| {
        put(&mut limits.forms_bytes, number(text, KIB..=16 * 1024 * MIB))
    }),
    Setting::new(
        "MAX_PROXY_BYTES",
        "Bytes of what is handed through to Kratos, each way (PROXY_KRATOS)",
        Some("5242880"),
        |limits, text| put(&mut limits.proxy_bytes, number(text, KIB..=1024 * MIB)),
    ),
    Setting::new("MAX_ANSWER_BYTES", "Bytes of an answer of Kratos'", Some("16777216"), |limits, text| {
        put(&mut limits.answer_bytes, number(text, KIB..=256 * MIB))
    }),
    Setting::new("MAX_FLOW_NODES", "Elements of a flow", Some("4096"), |limits, text| {
        put(&mut limits.flow_nodes, number(text, 1..=16 * KIB))
    }),
    Setting::new(
        "MAX_SESSION_CACHE_BYTES",
        "Bytes that remembered sessions may take (SESSION_CACHE)",
        Some("33554432"),
        |limits, text| put(&mut limits.session_cache_bytes, number(text, KIB..=16 * 1024 * MIB)),
    ),
    Setting::new(
        "READ_TIMEOUT",
        "Seconds that a request's body may take to arrive, a sixth of them without any progress",
        Some("60"),
        |limits, text| put(&mut limits.read_timeout, time(text)),
    ),
    Setting::new("WRITE_TIMEOUT", "Seconds that what is written may wait to be taken", Some("60"), |limits, text| {
        put(&mut limits.write_timeout, time(text))
    }),
    Setting::new(
        "IDLE_TIMEOUT",
        "Seconds that a connection may wait for a request, and a request's head may take",
        Some("75"),
        |limits, text| put(&mut limits.idle_timeout, time(text)),
    ),
    Setting::new(
        "HANDSHAKE_TIMEOUT",
        "Seconds that both sides may take to agree on TLS",
        Some("10"),
        |limits, text| put(&mut limits.handshake_timeout, time(text)),
    ),
    Setting::new(
        "SHUTDOWN_TIMEOUT",
        "Seconds that requests under way may take to end once the end is asked for",
        Some("15"),
        |limits, text| put(&mut limits.shutdown_timeout, time(text)),
    ),
    Setting::new(
        "KRATOS_CONNECT_TIMEOUT",
        "Seconds that a connection to Kratos may take to be made",
        Some("5"),
        |limits, text| put(&mut limits.kratos_connect_timeout, time(text)),
    ),
];

/// A number within bounds: none would let nobody in, and one beyond them is a slip of the pen.
fn number<N>(text: &str, bounds: RangeInclusive<N>) -> Result<N, String>
where
    N: Copy + PartialOrd + std::fmt::Display + std::str::FromStr,
{
    let number = text.trim().parse().ok().filter(|number| bounds.contains(number));
    number.ok_or_else(|| format!("write a number from {} to {}", bounds.start(), bounds.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(given: &[(&str, &str)]) -> Result<Limits, BadSetting> {
        let mut limits = Limits::default();
        Setting::read_all(LIMITS, &mut limits, |name| {
            given.iter().find(|(given, _)| *given == name).map(|(_, value)| (*value).to_owned())
        })?;
        limits.check().map(|()| limits)
    }

    #[test]
    fn the_defaults_of_the_table_are_those_of_the_library() {
        assert_eq!(read(&[]).unwrap(), Limits::default());
    }

    #[test]
    fn each_limit_has_its_own_place_and_refuses_none_and_nonsense() {
        let mut seen = std::collections::BTreeSet::new();
        for limit in LIMITS {
            // Within all bounds, and no default.
            let value = if limit.name.ends_with("_BYTES") { "16384" } else { "7" };
            let all = if limit.name == "MAX_FORMS_BYTES" { "MAX_FORM_BYTES" } else { "" };
            let changed = read(&[(limit.name, value), (all, value)]).unwrap();
            assert_ne!(changed, Limits::default(), "{}", limit.name);
            assert!(seen.insert(format!("{changed:?}")), "{} is another's place", limit.name);
            for nonsense in ["0", "-1", "many", "1e9", "99999999999999999999", "8 MiB", "0.01"] {
                let refused = read(&[(limit.name, nonsense)]).unwrap_err();
                assert_eq!(refused.name, limit.name, "{nonsense}");
                assert!(refused.reason.starts_with("write a number "), "{refused}");
            }
        }
    }

    #[test]
    fn a_form_has_room_among_all_forms() {
        let refused = read(&[("MAX_FORM_BYTES", "2000"), ("MAX_FORMS_BYTES", "1999")]).unwrap_err();
        assert_eq!(refused.to_string(), "MAX_FORMS_BYTES: it leaves no room for one form of MAX_FORM_BYTES");
    }
}
