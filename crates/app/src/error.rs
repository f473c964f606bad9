//! How a use case ends when it does not end well.

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing.
    #[error("not found")]
    NotFound,
    /// Whoever asks may not.
    #[error("not allowed")]
    Forbidden,
    /// A rule of the subject stands against it; the text says which.
    #[error("{0}")]
    Refused(String),
    /// Something else came before, e.g. another import is under way; the text says what.
    #[error("{0}")]
    Conflict(String),
    /// More of it is asked than is done in a time; the text says of what.
    #[error("{0}")]
    TooMuch(String),
    /// The database or the source cannot be reached now.
    #[error("{0}")]
    Unavailable(String),
    /// A fault of ours, or a broken database: to be logged, not shown.
    #[error("internal: {0}")]
    Internal(String),
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match &error {
            store::Error::Unavailable(_) => Self::Unavailable(error.to_string()),
            _ => Self::Internal(error.to_string()),
        }
    }
}
