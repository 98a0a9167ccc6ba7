//! Settings: flag, variable, default and sentence of each, in this one place.

use std::ffi::OsString;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use ipnet::IpNet;
use tracing_subscriber::filter::Targets;
use url::Url;

use crate::brand::Link;
use crate::flow::addresses::Addresses;

/// What the application needs to know.
///
/// ```
/// use kratos_account::Config;
///
/// let mut config = Config::new("http://kratos:4433".parse()?, "https://id.example.org/account".parse()?);
/// config.kratos_browser_url = Some("https://id.example.org/kratos".parse()?);
/// # Ok::<(), url::ParseError>(())
/// ```
#[derive(Args, Clone, Debug)]
#[non_exhaustive]
pub struct Config {
    /// Kratos' public API as this process reaches it
    #[arg(long, env, hide_env_values = true, value_parser = base_url)]
    pub kratos_public_url: Url,

    /// Kratos' public API as the browser reaches it [default: as this process does]
    #[arg(long, env, hide_env_values = true, value_parser = base_url)]
    pub kratos_browser_url: Option<Url>,

    /// This application as the browser reaches it; its path is the base path
    #[arg(long, env, hide_env_values = true, value_parser = base_url, default_value = "http://localhost:4455")]
    pub public_url: Url,

    /// Seconds that Kratos may take to answer
    #[arg(long, env, hide_env_values = true, value_parser = seconds, default_value = "10")]
    pub kratos_timeout: Duration,

    /// Reverse proxies whose X-Forwarded-For is believed: addresses or CIDR, with commas between
    #[arg(long, env, hide_env_values = true, value_parser = network, value_delimiter = ',')]
    pub trusted_proxies: Vec<IpNet>,

    /// Serve Kratos' browser-facing paths too, so that one host is all there is
    #[arg(long, env, hide_env_values = true)]
    pub proxy_kratos: bool,

    /// Leave out Strict-Transport-Security, which keeps browsers on https for a year
    #[arg(long, env, hide_env_values = true)]
    pub no_hsts: bool,

    /// Seconds that the guard remembers a session for [default: not at all]
    #[arg(long, env, hide_env_values = true, value_parser = seconds)]
    pub session_cache: Option<Duration>,

    /// Directory of Fluent files that add languages, change words and name traits
    #[arg(long, env, hide_env_values = true)]
    pub locales: Option<PathBuf>,

    /// Name at the head of every page
    #[arg(long, env, hide_env_values = true)]
    pub brand_name: Option<String>,

    /// Picture at the head of every page: an svg, png, webp or jpg file
    #[arg(long, env, hide_env_values = true)]
    pub brand_logo: Option<PathBuf>,

    /// Style sheet that changes the custom properties of static/style.css
    #[arg(long, env, hide_env_values = true)]
    pub brand_stylesheet: Option<PathBuf>,

    /// Links at the foot of every page, with commas between: Text=https://…
    #[arg(long, env, hide_env_values = true, value_delimiter = ',')]
    pub footer_links: Vec<Link>,
}

impl Config {
    /// The settings of an application at `public_url` in front of the Kratos at
    /// `kratos_public_url`, all else by default.
    pub fn new(kratos_public_url: Url, public_url: Url) -> Self {
        Self {
            kratos_public_url,
            kratos_browser_url: None,
            public_url,
            kratos_timeout: Duration::from_secs(10),
            trusted_proxies: Vec::new(),
            proxy_kratos: false,
            no_hsts: false,
            session_cache: None,
            locales: None,
            brand_name: None,
            brand_logo: None,
            brand_stylesheet: None,
            footer_links: Vec::new(),
        }
    }

    /// The three addresses everything is made of.
    pub(crate) fn addresses(&self) -> Addresses {
        let unless_told = if self.proxy_kratos { &self.public_url } else { &self.kratos_public_url };
        Addresses {
            kratos: self.kratos_public_url.clone(),
            browser: self.kratos_browser_url.as_ref().unwrap_or(unless_told).clone(),
            public: self.public_url.clone(),
        }
    }

    /// The path all routes are below, without a slash at its end: empty at the root.
    pub fn base_path(&self) -> &str {
        self.public_url.path().trim_end_matches('/')
    }

    /// What is worth a warning at the start.
    pub fn warnings(&self) -> Vec<&'static str> {
        let mut warnings = Vec::new();
        let addresses = self.addresses();
        if !addresses.share_host() {
            warnings.push(
                "PUBLIC_URL and KRATOS_BROWSER_URL have different hosts: Kratos' continuity cookie does not reach this \
                 application, so all forms but the profile post straight to Kratos, and its session cookie needs a \
                 common cookies.domain; one host behind one proxy is safer",
            );
        }
        if addresses.public.scheme() == "https" && addresses.browser.scheme() == "http" {
            warnings.push("PUBLIC_URL is https but KRATOS_BROWSER_URL is http: browsers will not send forms there");
        }
        warnings
    }
}

/// The command line.
#[derive(Parser, Debug)]
#[command(name = "kratos-account", version, about = "An account page for Ory Kratos")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program does.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Serve the account page
    Serve(Serve),
}

/// The settings of `serve`.
#[derive(Args, Debug)]
pub struct Serve {
    /// The application's settings.
    #[command(flatten)]
    pub config: Config,

    /// Address and port to listen on
    #[arg(long, env, hide_env_values = true, default_value = "127.0.0.1:4455")]
    pub listen: SocketAddr,

    /// What to log: a level, or targets with levels (`kratos_account=debug,info`)
    #[arg(long, env = "RUST_LOG", hide_env_values = true, default_value = "info")]
    pub log: Targets,

    /// How to log
    #[arg(long, env, hide_env_values = true, value_enum, default_value_t)]
    pub log_format: LogFormat,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum LogFormat {
    /// For people
    #[default]
    Text,
    /// One JSON object a line
    Json,
}

impl Cli {
    /// Reads the command line and the environment. An empty variable counts as unset.
    ///
    /// # Errors
    /// When they are not understood; also for `--help` and `--version`.
    pub fn read(args: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let matches = without_empty_variables(Self::command()).try_get_matches_from(args)?;
        Self::from_arg_matches(&matches)
    }
}

fn without_empty_variables(command: clap::Command) -> clap::Command {
    command
        .mut_args(|arg| match arg.get_env().map(std::env::var_os) {
            Some(Some(value)) if value.is_empty() => arg.env(None::<&'static str>),
            _ => arg,
        })
        .mut_subcommands(without_empty_variables)
}

/// An address that other addresses are made from.
fn base_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("{error}; write it as https://host/path"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(format!("the scheme is {}, but must be http or https", url.scheme()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("a user name or password does not belong there".to_owned());
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("a query or fragment does not belong there".to_owned());
    }
    Ok(url)
}

/// A time in seconds, more than none.
fn seconds(text: &str) -> Result<Duration, String> {
    let time = text.trim().parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    time.filter(|time| !time.is_zero()).ok_or_else(|| "not a number of seconds".to_owned())
}

/// An address, or a range of them.
fn network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    text.parse()
        .or_else(|_| text.parse().map(|address: IpAddr| address.into()))
        .map_err(|_| "no IP address or CIDR".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn times_are_seconds() {
        assert_eq!(seconds("2.5"), Ok(Duration::from_millis(2500)));
        for text in ["", "0", "-1", "ten", "1e999", "10s"] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }

    #[test]
    fn addresses_are_checked() {
        for (url, complaint) in [
            ("kratos:4433", "the scheme is kratos, but must be http or https"),
            ("localhost", "relative URL without a base; write it as https://host/path"),
            ("ftp://kratos", "the scheme is ftp, but must be http or https"),
            ("http://", "empty host; write it as https://host/path"),
            ("https://me@kratos", "a user name or password does not belong there"),
            ("https://kratos/?a=b", "a query or fragment does not belong there"),
        ] {
            assert_eq!(base_url(url).unwrap_err(), complaint);
        }
        assert!(base_url("https://id.example.org/kratos/").is_ok());
    }
}
