//! Why the application cannot start.

use std::fmt;
use std::path::PathBuf;

/// Why the application cannot start with these settings.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// No client of Kratos can be made.
    Client(crate::kratos::Error),
    /// A file that the settings name cannot be used.
    File {
        /// The file.
        file: PathBuf,
        /// The line where it fails, from 1.
        line: Option<usize>,
        /// Why.
        reason: String,
    },
}

#[cfg(feature = "pages")]
impl StartError {
    pub(crate) fn file(file: &std::path::Path, line: Option<usize>, reason: &dyn fmt::Display) -> Self {
        Self::File { file: file.to_owned(), line, reason: reason.to_string() }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(error) => write!(f, "no client of Kratos can be made: {error}"),
            Self::File { file, line: Some(line), reason } => write!(f, "{}, line {line}: {reason}", file.display()),
            Self::File { file, line: None, reason } => write!(f, "{}: {reason}", file.display()),
        }
    }
}

impl std::error::Error for StartError {}
