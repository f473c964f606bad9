//! What can go wrong between us and the database.

use std::fmt::Display;

/// The database did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The address names no database that we can open.
    #[error("{0}")]
    Address(String),
    /// The database cannot be reached, is busy, full or read-only: trying later may help.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// The database holds something else than ours, or a schema that this program does not know.
    #[error("{0}")]
    Schema(String),
    /// A row that must be alone is there already, or a row that it needs is missing.
    #[error("the rows contradict each other: {0}")]
    Conflict(String),
    /// A value cannot be stored, the same in both databases.
    #[error("the value cannot be stored: {0}")]
    Unstorable(String),
    /// What was read is not what we once wrote.
    #[error("the database holds something unreadable: {0}")]
    Corrupt(String),
}

impl Error {
    /// A column or value that cannot be read back.
    pub(crate) fn corrupt(what: &str, error: impl Display) -> Self {
        Self::Corrupt(format!("{what}: {error}"))
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(refusal) => of_refusal(refusal.as_ref()),
            sqlx::Error::ColumnDecode { .. }
            | sqlx::Error::Decode(_)
            | sqlx::Error::ColumnNotFound(_)
            | sqlx::Error::ColumnIndexOutOfBounds { .. } => Self::Corrupt(error.to_string()),
            _ => Self::Unavailable(error.to_string()),
        }
    }
}

/// What a database says of itself, in our words where an operator can do something about it.
fn of_refusal(refusal: &dyn sqlx::error::DatabaseError) -> Error {
    use sqlx::error::ErrorKind;
    let message = refusal.message();
    match refusal.kind() {
        ErrorKind::UniqueViolation
        | ErrorKind::ForeignKeyViolation
        | ErrorKind::NotNullViolation
        | ErrorKind::CheckViolation => return Error::Conflict(message.to_owned()),
        _ => {}
    }
    // SQLite's primary result code is the low byte of the extended one. PostgreSQL's codes have
    // five characters and never parse into these.
    let primary =
        refusal.code().filter(|code| code.len() < 5).and_then(|code| code.parse::<u32>().ok());
    match primary.map(|code| code & 0xff) {
        Some(5 | 6) => Error::Unavailable(
            "another program holds it locked; stop that program or wait until it is done".into(),
        ),
        Some(8) => Error::Unavailable(
            "its file or directory is read-only for this user; writing needs both".into(),
        ),
        Some(10) => Error::Unavailable(format!(
            "the disk does not take what is written, or does not give it back: is it full, or \
             broken? ({message})"
        )),
        Some(13) => Error::Unavailable("the disk is full".into()),
        Some(14) => Error::Unavailable(
            "its file cannot be opened; is the directory there, and is it this user's?".into(),
        ),
        Some(11) => Error::Corrupt(format!("{message}; restore the last backup")),
        Some(26) => Error::Schema("the file is not an SQLite database".into()),
        _ => Error::Unavailable(message.to_owned()),
    }
}
