//! The coordinator (*hyte-koordinaattori*) by the name that they sign in with: it stands in the history of what
//! was done.

use crate::written::lines;

/// How long a name is at most.
pub const MOST_CHARACTERS: usize = 60;

/// The name of one who signs in: on one line, neither empty nor too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoordinatorName(String);

/// Why a name is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameRefusal {
    /// There is none.
    #[error("there is no name")]
    Missing,
    /// It is longer than [`MOST_CHARACTERS`].
    #[error("the name has more than {MOST_CHARACTERS} characters")]
    TooLong,
}

impl CoordinatorName {
    /// Takes what somebody wrote.
    ///
    /// # Errors
    /// When it is empty or too long.
    pub fn take(written: &str) -> Result<Self, NameRefusal> {
        let name = lines(written).replace('\n', " ");
        if name.is_empty() {
            return Err(NameRefusal::Missing);
        }
        if name.chars().count() > MOST_CHARACTERS {
            return Err(NameRefusal::TooLong);
        }
        Ok(Self(name))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_so_many_letters() {
        let name = |written: &str| CoordinatorName::take(written).map(|name| name.0);
        assert_eq!(name(" Aino\r\nLaine\0 "), Ok("Aino Laine".to_owned()));
        assert_eq!(name(" \t"), Err(NameRefusal::Missing));
        assert!(name(&"ä".repeat(MOST_CHARACTERS)).is_ok());
        assert_eq!(name(&"ä".repeat(MOST_CHARACTERS + 1)), Err(NameRefusal::TooLong));
    }
}
