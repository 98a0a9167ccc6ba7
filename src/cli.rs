//! The command line: what it is asked to do, and with which settings.

use std::ffi::OsString;
use std::net::SocketAddr;

use clap::{Arg, ArgMatches, Command, value_parser};
use kratos_account::Config;
use kratos_account::config::{BadSetting, SETTINGS};
use tracing_subscriber::filter::Targets;

/// The settings of `serve`.
#[derive(Debug)]
pub struct Serve {
    /// The application's settings.
    pub config: Config,
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// What to log.
    pub log: Targets,
    /// How to log.
    pub log_format: LogFormat,
}

/// How log lines look.
#[derive(Clone, Copy, Debug)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Why there is nothing to do.
#[derive(Debug)]
pub enum Misread {
    /// The command line is not understood, or asks for help.
    Usage(clap::Error),
    /// A setting cannot be used.
    Setting(BadSetting),
}

/// Reads the command line and the environment. An empty variable counts as unset.
///
/// # Errors
/// When they are not understood; also for `--help` and `--version`.
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Serve, Misread> {
    let matches = command().try_get_matches_from(arguments).map_err(Misread::Usage)?;
    let Some(("serve", given)) = matches.subcommand() else {
        return Err(Misread::Usage(clap::Error::new(clap::error::ErrorKind::MissingSubcommand)));
    };
    let config = Config::read(|name| given.get_one::<String>(name).cloned()).map_err(Misread::Setting)?;
    let log_format = match one::<String>(given, "LOG_FORMAT").as_str() {
        "json" => LogFormat::Json,
        _ => LogFormat::Text,
    };
    Ok(Serve { config, listen: one(given, "LISTEN"), log: one(given, "RUST_LOG"), log_format })
}

fn command() -> Command {
    let mut serve = Command::new("serve").about("Serve the account page");
    for setting in SETTINGS {
        let argument =
            without_empty(Arg::new(setting.name).long(flag(setting.name)).help(setting.sentence), setting.name);
        let argument = match setting.default {
            // A flag alone says yes.
            Some("false") => argument.num_args(0..=1).require_equals(true).default_missing_value("true"),
            _ => argument.value_name(setting.name).required(setting.is_required()),
        };
        let argument = argument.value_parser(|text: &str| setting.check(text).map(|()| text.to_owned()));
        serve = serve.arg(match setting.default {
            Some(default) => argument.default_value(default),
            None => argument,
        });
    }
    let listen = Arg::new("LISTEN")
        .long("listen")
        .help("Address and port to listen on")
        .value_parser(value_parser!(SocketAddr))
        .default_value("127.0.0.1:4455");
    let log = Arg::new("RUST_LOG")
        .long("log")
        .help("What to log: a level, or targets with levels (`kratos_account=debug,info`)")
        .value_parser(value_parser!(Targets))
        .default_value("info");
    let log_format = Arg::new("LOG_FORMAT")
        .long("log-format")
        .help("How to log")
        .value_parser(["text", "json"])
        .default_value("text");
    for (argument, name) in [(listen, "LISTEN"), (log, "RUST_LOG"), (log_format, "LOG_FORMAT")] {
        serve = serve.arg(without_empty(argument, name));
    }
    Command::new("kratos-account")
        .version(env!("CARGO_PKG_VERSION"))
        .about("The account pages for Ory Kratos")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(serve)
}

/// The argument with its variable, unless that is empty.
fn without_empty(argument: Arg, variable: &'static str) -> Arg {
    match std::env::var_os(variable) {
        Some(value) if value.is_empty() => argument,
        _ => argument.env(variable).hide_env_values(true),
    }
}

fn flag(variable: &str) -> String {
    variable.to_ascii_lowercase().replace('_', "-")
}

/// An argument that always has a value.
fn one<T: Clone + Send + Sync + 'static>(given: &ArgMatches, name: &str) -> T {
    #[expect(clippy::expect_used, reason = "it has a default")]
    given.get_one::<T>(name).cloned().expect("a default")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }
}
