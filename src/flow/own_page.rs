//! Our own pages that Kratos does not lead back to.
//!
//! Kratos' login returns to the settings at best: it refuses our addresses as a way back unless the
//! operator lists them, and forgets the flow one came from. A short-lived cookie names the page,
//! from this fixed list, and the settings page that login leads to looks there first.

use std::fmt;

use uuid::Uuid;

/// The cookie's name.
pub(crate) const COOKIE: &str = "kratos_account_back";

/// How long a sign-in may take, in seconds: Kratos' login flow lives ten minutes by default.
pub(crate) const REMEMBERED: u64 = 10 * 60;

/// A page of ours that login cannot return to by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OwnPage {
    /// `/sessions`
    Sessions,
    /// `/applications`
    Applications,
    /// `/settings/export`
    Export,
    /// `/settings/delete`
    Deletion,
    /// `/settings` of this very flow: a recovery led to it, and its way back is known to it alone.
    Settings(Uuid),
}

impl OwnPage {
    /// Reads the cookie's value.
    pub(crate) fn read(value: &str) -> Option<Self> {
        match value {
            "sessions" => Some(Self::Sessions),
            "applications" => Some(Self::Applications),
            "export" => Some(Self::Export),
            "delete" => Some(Self::Deletion),
            flow => flow.parse().ok().map(Self::Settings),
        }
    }
}

/// The cookie's value.
impl fmt::Display for OwnPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sessions => f.write_str("sessions"),
            Self::Applications => f.write_str("applications"),
            Self::Export => f.write_str("export"),
            Self::Deletion => f.write_str("delete"),
            Self::Settings(flow) => flow.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_list_are_read() {
        for page in [
            OwnPage::Sessions,
            OwnPage::Applications,
            OwnPage::Export,
            OwnPage::Deletion,
            OwnPage::Settings(Uuid::from_u128(7)),
        ] {
            assert_eq!(OwnPage::read(&page.to_string()), Some(page));
        }
        for other in ["", "/", "https://evil.example", "settings", "sessions/../x"] {
            assert_eq!(OwnPage::read(other), None, "{other}");
        }
    }
}
