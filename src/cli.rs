//! The command line: what it is asked to do, and with which settings.

mod sources;

use std::ffi::OsString;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use clap::{Arg, ArgAction, ArgMatches, Command};
use kratos_account::Config;
use kratos_account::config::{BadSetting, LIMITS, SETTINGS, Setting};
use tracing_subscriber::filter::Targets;
use url::Url;

use sources::Sources;

/// What the program is asked to do.
#[derive(Debug)]
pub(crate) struct Asked {
    /// Which of it.
    pub(crate) task: Task,
    /// The application's settings.
    pub(crate) config: Config,
    /// The program's own.
    pub(crate) program: Program,
}

/// What there is to do.
#[derive(Debug)]
pub(crate) enum Task {
    /// To serve the pages.
    Serve,
    /// To look whether Kratos and this application fit, and people may go back to these addresses.
    Check(Vec<Url>),
    /// To ask the one that serves whether it lives, or is ready.
    Health {
        /// Whether it is ready.
        ready: bool,
    },
}

/// The settings of the program alone.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    /// Where to listen.
    pub(crate) listen: Listen,
    /// A certificate and its key, where it serves by TLS itself.
    pub(crate) tls: Option<(PathBuf, PathBuf)>,
    /// Where `/metrics` is told, if anywhere.
    pub(crate) metrics: Option<SocketAddr>,
    /// What to log.
    pub(crate) log: Targets,
    /// How to log.
    pub(crate) log_format: LogFormat,
}

impl Default for Program {
    /// As the table has it; it is read anyway.
    fn default() -> Self {
        Self { listen: Listen::Handed, tls: None, metrics: None, log: Targets::new(), log_format: LogFormat::Text }
    }
}

/// Where to listen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Listen {
    /// An address and port.
    Tcp(SocketAddr),
    /// A Unix socket of this path.
    Unix(PathBuf),
    /// The socket that systemd hands over (`LISTEN_FDS`; see its `sd_listen_fds`).
    Handed,
}

impl FromStr for Listen {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.strip_prefix("unix:") {
            Some("") => Err("write it as unix:/run/kratos-account/http.sock".to_owned()),
            Some(path) => Ok(Self::Unix(path.into())),
            None if text == "systemd" => Ok(Self::Handed),
            None => text
                .parse()
                .map(Self::Tcp)
                .map_err(|_| "write it as ADDRESS:PORT (127.0.0.1:4455, [::]:4455), unix:PATH or systemd".to_owned()),
        }
    }
}

impl fmt::Display for Listen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(address) => address.fmt(f),
            Self::Unix(path) => write!(f, "unix:{}", path.display()),
            Self::Handed => f.write_str("systemd"),
        }
    }
}

/// How log lines look.
#[derive(Clone, Copy, Debug)]
pub(crate) enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Why there is nothing to do.
#[derive(Debug)]
pub(crate) enum Misread {
    /// The command line is not understood, or asks for help.
    Usage(clap::Error),
    /// A setting cannot be used.
    Setting(BadSetting),
    /// A file of settings cannot be used.
    File(String),
}

impl From<BadSetting> for Misread {
    fn from(error: BadSetting) -> Self {
        Self::Setting(error)
    }
}

/// The program's own settings.
const PROGRAM: &[Setting<Program>] = &[
    Setting::new(
        "LISTEN",
        "Where to listen: ADDRESS:PORT, unix:PATH, or systemd for the socket that it hands over",
        Some("127.0.0.1:4455"),
        |program: &mut Program, text| {
            program.listen = text.parse()?;
            Ok(())
        },
    ),
    Setting::new(
        "TLS_CERT",
        "Certificate with its chain (PEM), to serve https and HTTP/2; read again when it has changed",
        None,
        |program, text| {
            program.tls.get_or_insert_default().0 = text.into();
            Ok(())
        },
    ),
    Setting::new("TLS_KEY", "Key of that certificate (PEM)", None, |program, text| {
        program.tls.get_or_insert_default().1 = text.into();
        Ok(())
    }),
    Setting::new(
        "METRICS_LISTEN",
        "Address and port to tell Prometheus on, at /metrics: not one that browsers reach",
        None,
        |program, text| {
            program.metrics = Some(text.parse().map_err(|_| "write it as ADDRESS:PORT (127.0.0.1:9455)".to_owned())?);
            Ok(())
        },
    ),
    Setting::new(
        "RUST_LOG",
        "What to log: a level, or targets with levels (`kratos_account=debug,info`)",
        Some("info"),
        |program, text| {
            program.log = text.parse().map_err(|_| "no level, nor targets with levels".to_owned())?;
            Ok(())
        },
    ),
    Setting::new("LOG_FORMAT", "How to log: text or json", Some("text"), |program, text| {
        program.log_format = match text {
            "text" => LogFormat::Text,
            "json" => LogFormat::Json,
            _ => return Err("write text or json".to_owned()),
        };
        Ok(())
    }),
];

/// Reads the command line, the environment, and the file that `CONFIG` names. An empty variable
/// counts as unset.
///
/// # Errors
/// When they are not understood; also for `--help` and `--version`.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, Misread> {
    let matches = command().try_get_matches_from(arguments).map_err(Misread::Usage)?;
    let Some((name, given)) = matches.subcommand() else {
        return Err(Misread::Usage(clap::Error::new(clap::error::ErrorKind::MissingSubcommand)));
    };
    let task = match name {
        "check" => Task::Check(given.get_many("APPLICATION").into_iter().flatten().cloned().collect()),
        "healthcheck" => Task::Health { ready: given.get_flag("ready") },
        _ => Task::Serve,
    };
    let mut sources = Sources::new(given, &names())?;
    let mut program = Program::default();
    Setting::read_all(PROGRAM, &mut program, |name| sources.value(name))?;
    if let Some((certificate, key)) = &program.tls {
        let missing =
            [("TLS_CERT", certificate), ("TLS_KEY", key)].into_iter().find(|(_, path)| path.as_os_str().is_empty());
        if let Some((name, _)) = missing {
            return Err(BadSetting::new(name, "it must be set too: the certificate and its key belong together").into());
        }
    }
    let config = Config::read(|name| sources.value(name));
    match (sources.complaint(), config) {
        (Some(complaint), _) => Err(Misread::File(complaint)),
        (None, config) => Ok(Asked { task, config: config?, program }),
    }
}

/// All settings by their names.
fn names() -> Vec<&'static str> {
    let own = SETTINGS.iter().map(|setting| setting.name).chain(PROGRAM.iter().map(|setting| setting.name));
    own.chain(LIMITS.iter().map(|limit| limit.name)).collect()
}

fn command() -> Command {
    let check = Command::new("check")
        .about("Ask Kratos whether it fits these settings, and say in plain words what does not")
        .after_help("It ends with 1 if something is wrong.")
        .arg(
            Arg::new("APPLICATION")
                .help("Addresses that people come from to sign in, and go back to")
                .action(ArgAction::Append)
                .value_parser(|text: &str| Url::parse(text).map_err(|error| error.to_string())),
        );
    let health = Command::new("healthcheck")
        .about("Ask the one that serves with these settings whether it lives: for containers without a shell")
        .arg(Arg::new("ready").long("ready").help("Ask whether Kratos is ready too").action(ArgAction::SetTrue));
    let serve = Command::new("serve").about("Serve the account pages");
    Command::new("kratos-account")
        .version(env!("CARGO_PKG_VERSION"))
        .about("The account pages for Ory Kratos")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([serve, check, health].map(with_settings))
}

/// The command with all settings, so that each sees what the others do.
fn with_settings(command: Command) -> Command {
    let file = Arg::new("CONFIG")
        .long("config")
        .value_name("CONFIG")
        .help("A TOML file of settings by their names in small letters; the environment comes before it");
    let command = command.next_help_heading("Settings").arg(without_empty(file, "CONFIG"));
    let command = SETTINGS.iter().fold(command, |command, setting| command.arg(argument(setting)));
    let command = PROGRAM.iter().fold(command, |command, setting| command.arg(argument(setting)));
    let command = command.next_help_heading("Limits (docs/operate.md)");
    LIMITS.iter().fold(command, |command, limit| command.arg(argument(limit)))
}

fn argument<T>(setting: &Setting<T>) -> Arg {
    let argument = Arg::new(setting.name).long(flag(setting.name)).help(setting.sentence);
    let argument = match setting.default {
        // A flag alone says yes.
        Some("false") => argument.num_args(0..=1).require_equals(true).default_missing_value("true"),
        _ => argument.value_name(setting.name),
    };
    let argument = without_empty(argument, setting.name);
    match setting.default {
        Some(default) => argument.default_value(default),
        None => argument,
    }
}

/// The argument with its variable, unless that is empty.
fn without_empty(argument: Arg, variable: &'static str) -> Arg {
    match std::env::var_os(variable) {
        Some(value) if value.is_empty() => argument,
        _ => argument.env(variable).hide_env_values(true),
    }
}

fn flag(variable: &str) -> String {
    match variable {
        // What it is to everybody else.
        "RUST_LOG" => "log".to_owned(),
        _ => variable.to_ascii_lowercase().replace('_', "-"),
    }
}

/// What was given on the command line or in the environment, and not by default.
fn given(matches: &ArgMatches, name: &str) -> Option<String> {
    use clap::parser::ValueSource;
    let source = matches.value_source(name)?;
    matches.get_one::<String>(name).filter(|_| source != ValueSource::DefaultValue).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }

    #[test]
    fn one_listens_on_a_port_a_path_or_what_is_handed_over() {
        for text in ["127.0.0.1:4455", "[::1]:80", "unix:/run/x.sock", "systemd"] {
            assert_eq!(text.parse::<Listen>().unwrap().to_string(), text);
        }
        for text in ["", "4455", "localhost:4455", "unix:", "/run/x.sock"] {
            assert!(text.parse::<Listen>().is_err(), "{text}");
        }
    }
}
