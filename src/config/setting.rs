//! One setting: what it is called, what it says where it is not given, and how it is read.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use ipnet::IpNet;
use url::Url;

use super::{Config, WebUrl};

/// A setting as a variable of the environment, a flag of the command line or a line of a file gives it.
pub struct Setting<T = Config> {
    /// The variable: `KRATOS_PUBLIC_URL`. The flag is `--kratos-public-url`.
    pub name: &'static str,
    /// What it is for.
    pub sentence: &'static str,
    /// What holds where it is not given.
    pub default: Option<&'static str>,
    set: fn(&mut T, &str) -> Result<(), String>,
}

impl<T> fmt::Debug for Setting<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setting").field("name", &self.name).finish_non_exhaustive()
    }
}

impl<T> Setting<T> {
    /// A setting that `set` reads from a text, and whose complaint says why it cannot.
    pub const fn new(
        name: &'static str,
        sentence: &'static str,
        default: Option<&'static str>,
        set: fn(&mut T, &str) -> Result<(), String>,
    ) -> Self {
        Self { name, sentence, default, set }
    }

    /// Reads the settings of a table `into` what they are for, each as `value` gives it by its name. What
    /// is empty counts as not given.
    ///
    /// # Errors
    /// When one of them cannot be used.
    pub fn read_all(
        table: &[Self],
        into: &mut T,
        mut value: impl FnMut(&'static str) -> Option<String>,
    ) -> Result<(), BadSetting> {
        for setting in table {
            let given = value(setting.name).filter(|value| !value.is_empty());
            let Some(text) = given.as_deref().or(setting.default) else { continue };
            (setting.set)(into, text).map_err(|reason| BadSetting::new(setting.name, reason))?;
        }
        Ok(())
    }
}

/// A setting that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BadSetting {
    /// Which.
    pub name: &'static str,
    /// Why.
    pub reason: String,
}

impl BadSetting {
    /// The setting of this name cannot be used, for this reason.
    pub fn new(name: &'static str, reason: impl Into<String>) -> Self {
        Self { name, reason: reason.into() }
    }
}

impl fmt::Display for BadSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.reason)
    }
}

impl std::error::Error for BadSetting {}

/// Puts what was read into its place.
pub(super) fn put<T>(place: &mut T, value: Result<T, String>) -> Result<(), String> {
    *place = value?;
    Ok(())
}

/// Several values with commas between.
pub(super) fn list<T>(text: &str, read: fn(&str) -> Result<T, String>) -> Result<Vec<T>, String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(read).collect()
}

/// An address that other addresses are made from.
pub(super) fn base_url(text: &str) -> Result<Url, String> {
    let url: Url = text.parse::<WebUrl>()?.into();
    if !url.username().is_empty() || url.password().is_some() {
        return Err("a user name or password does not belong there".to_owned());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("a query or fragment does not belong there".to_owned());
    }
    Ok(url)
}

/// A time in seconds, more than none.
pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let time = text.trim().parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    time.filter(|time| !time.is_zero()).ok_or_else(|| "not a number of seconds".to_owned())
}

/// An address, or a range of them.
pub(super) fn network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    text.parse()
        .or_else(|_| text.parse().map(|address: IpAddr| address.into()))
        .map_err(|_| "no IP address or CIDR".to_owned())
}

/// Whether something is wanted.
pub(super) fn yes(text: &str) -> Result<bool, String> {
    text.parse().map_err(|_| "write true or false".to_owned())
}

/// A time of an hour at most.
pub(super) fn time(text: &str) -> Result<Duration, String> {
    let time = seconds(text).ok().filter(|time| (MOMENT..=HOUR).contains(time));
    time.ok_or_else(|| "write a number of seconds from 0.1 to 3600".to_owned())
}

/// Less is no time for anybody.
const MOMENT: Duration = Duration::from_millis(100);

const HOUR: Duration = Duration::from_secs(60 * 60);
