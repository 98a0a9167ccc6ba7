//! Where settings come from: flags, the environment, files of one value each (`NAME_FILE`, for
//! secrets), and one file of all (`CONFIG`), in this order.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use toml::{Table, Value};

use super::{Misread, given};

/// The longest file that is read. Settings are short.
const LONGEST: u64 = 1024 * 1024;

/// What is given, from wherever.
pub(super) struct Sources<'a> {
    matches: &'a ArgMatches,
    /// What the file says, by the names of the settings.
    file: BTreeMap<String, String>,
    complaint: Option<String>,
}

impl<'a> Sources<'a> {
    /// Reads the file of settings, where one is named. `names`: the settings there are.
    pub(super) fn new(matches: &'a ArgMatches, names: &[&str]) -> Result<Self, Misread> {
        let file = match given(matches, "CONFIG") {
            Some(path) => read(Path::new(&path), names).map_err(Misread::File)?,
            None => BTreeMap::new(),
        };
        Ok(Self { matches, file, complaint: None })
    }

    /// The value of a setting, where it is given.
    pub(super) fn value(&mut self, name: &'static str) -> Option<String> {
        if let Some(value) = given(self.matches, name).filter(|value| !value.is_empty()) {
            return Some(value);
        }
        let of_file = format!("{name}_FILE");
        let path = std::env::var_os(&of_file).filter(|path| !path.is_empty()).map(PathBuf::from);
        match path.or_else(|| self.file.get(&of_file).map(PathBuf::from)) {
            None => self.file.get(name).cloned(),
            Some(path) => match text(&path) {
                // An editor ends a file with a line break.
                Ok(text) => Some(text.trim_end_matches(['\r', '\n']).to_owned()),
                Err(reason) => {
                    self.complaint.get_or_insert(format!("{of_file}: {reason}"));
                    None
                }
            },
        }
    }

    /// What was wrong with a file of one value.
    pub(super) fn complaint(self) -> Option<String> {
        self.complaint
    }
}

fn text(path: &Path) -> Result<String, String> {
    let read = || {
        if std::fs::metadata(path)?.len() > LONGEST {
            return Err(std::io::Error::other("too long for settings"));
        }
        std::fs::read_to_string(path)
    };
    read().map_err(|error| format!("{}: {error}", path.display()))
}

/// The settings of a file by their names, as texts.
fn read(path: &Path, names: &[&str]) -> Result<BTreeMap<String, String>, String> {
    let text = text(path)?;
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        // Its own text quotes the file, which may have secrets.
        let line = error.span().and_then(|span| text.get(..span.start)).map(|before| before.split('\n').count());
        match line {
            Some(line) => format!("{}, line {line}: {}", path.display(), error.message()),
            None => format!("{}: {}", path.display(), error.message()),
        }
    })?;
    let mut settings = BTreeMap::new();
    for (key, value) in table {
        let name = key.to_ascii_uppercase();
        if !names.contains(&name.strip_suffix("_FILE").unwrap_or(&name)) && !names.contains(&name.as_str()) {
            return Err(format!("{}: there is no setting {key}", path.display()));
        }
        let value = plain(value).ok_or_else(|| {
            format!("{}: {key} must be a text, a number, true, false, or a list of texts", path.display())
        })?;
        settings.insert(name, value);
    }
    Ok(settings)
}

/// A value as a variable of the environment would have it: a list with commas between.
fn plain(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        Value::Boolean(yes) => Some(yes.to_string()),
        Value::Array(values) => {
            let texts = values.into_iter().map(|value| value.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<_>>>().map(|texts| texts.join(","))
        }
        Value::Datetime(_) | Value::Table(_) => None,
    }
}
