//! Restarts: redirects that lead back here, counted so that they cannot go round in a circle.
//!
//! The usual circle is a session cookie that reaches Kratos but not this application: no
//! session, login, "already signed in", settings, no session. The count is kept in a cookie of
//! half a minute.

/// The cookie's name.
pub(crate) const COOKIE: &str = "kratos_account_restarts";

/// What stands in the address of a page that was started anew for a browser that shows no cookies: there
/// is nothing else to count by.
pub(crate) const MARK: &str = "restart";

/// What is probably misconfigured when redirects go round in a circle.
pub(crate) const CIRCLE: &str = "Kratos' session cookie seems to reach Kratos but not this application: check that both share a host, or that \
     session.cookie.domain and cookies.domain cover both, and that PUBLIC_URL and KRATOS_BROWSER_URL are what the browser \
     uses; `kratos-account check` tells which";

/// How long restarts count, in seconds.
pub(crate) const WINDOW: u64 = 30;

/// How many restarts there may be in the window.
const MOST: u32 = 3;

/// The restarts of a browser so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Restarts {
    count: u32,
    /// When the first was, in seconds since 1970.
    since: u64,
}

impl Restarts {
    /// Reads the cookie. What is not a count of this window counts nothing.
    pub(crate) fn read(cookie: Option<&str>, now: u64) -> Self {
        let read = |cookie: &str| {
            let (count, since) = cookie.split_once('.')?;
            Some(Self { count: count.parse().ok()?, since: since.parse().ok()? })
        };
        let counts = |restarts: &Self| restarts.since <= now && now - restarts.since < WINDOW;
        cookie.and_then(read).filter(counts).unwrap_or_default()
    }

    /// Whether there was any.
    pub(crate) fn any(self) -> bool {
        self.count > 0
    }

    /// One restart more, unless there were too many.
    pub(crate) fn one_more(self, now: u64) -> Option<Self> {
        (self.count < MOST).then_some(Self { count: self.count + 1, since: if self.any() { self.since } else { now } })
    }

    /// The cookie's value.
    pub(crate) fn value(self) -> String {
        format!("{}.{}", self.count, self.since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_restarts_in_half_a_minute_are_enough() {
        let mut restarts = Restarts::default();
        for second in [100, 110, 129] {
            restarts = restarts.one_more(second).unwrap();
            assert_eq!(Restarts::read(Some(&restarts.value()), second), restarts);
        }
        assert_eq!(restarts.one_more(129), None);
        assert!(!Restarts::read(Some(&restarts.value()), 130).any(), "after half a minute they count no more");
    }

    #[test]
    fn what_is_no_count_counts_nothing() {
        for cookie in [None, Some(""), Some("9"), Some("9.999"), Some("x.y"), Some("-1.1")] {
            assert!(!Restarts::read(cookie, 100).any(), "{cookie:?}");
        }
    }
}
