//! What can be wrong with a dictionary or a word list.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a dictionary cannot be used.
#[derive(Debug)]
pub enum DictionaryError {
    /// The file cannot be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// It is not a dictionary of a kind that this library knows.
    Foreign {
        /// What it lacks of one.
        reason: &'static str,
    },
    /// It begins as a dictionary does, and then breaks its own rules at this byte.
    Broken {
        /// Where, counted from the beginning of the file.
        byte: usize,
        /// What is wrong there.
        reason: &'static str,
    },
}

impl fmt::Display for DictionaryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, cause } => write!(
                f,
                "the dictionary {} cannot be read: {cause}; install the package voikko-fi or name another file",
                path.display()
            ),
            Self::Foreign { reason } => write!(
                f,
                "this is no dictionary of Voikko's format 5 (mor.vfst): {reason}; name the file mor.vfst of the package voikko-fi"
            ),
            Self::Broken { byte, reason } => write!(
                f,
                "the dictionary is damaged at byte {byte}: {reason}; install the package voikko-fi again"
            ),
        }
    }
}

impl std::error::Error for DictionaryError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { cause, .. } => Some(cause),
            Self::Foreign { .. } | Self::Broken { .. } => None,
        }
    }
}

/// Which line of a word list cannot be understood, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordListError {
    /// The line, counted from one.
    pub line: usize,
    /// What is wrong there and what is wanted.
    pub reason: String,
}

impl fmt::Display for WordListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of the word list: {}", self.line, self.reason)
    }
}

impl std::error::Error for WordListError {}
