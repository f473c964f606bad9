//! Whom the county works with so that services get described (*toimija*): a municipality, an association, a parish.
//!
//! A partner is not an organisation of the catalogue: work with it begins before it has described anything. Once the
//! catalogue has its organisation, the partner names it, and what is counted of the organisation is told of the partner.

use jiff::Timestamp;

use crate::catalogue::EntityId;
use crate::personal_data;
use crate::written::lines;

/// How long a name is at most.
pub const MOST_CHARACTERS: usize = 120;

/// A partner's name: one line, neither empty nor too long, and no one's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerName(String);

/// Why a name is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PartnerNameRefusal {
    /// There is none.
    #[error("there is no name")]
    Missing,
    /// It is longer than [`MOST_CHARACTERS`].
    #[error("the name has more than {MOST_CHARACTERS} characters")]
    TooLong,
    /// It seems to hold an identity code or a telephone number.
    #[error("the name seems to hold a person's data")]
    Personal,
}

impl PartnerName {
    /// Takes what somebody wrote.
    ///
    /// # Errors
    /// When it is empty, too long, or holds a person's number.
    pub fn take(written: &str) -> Result<Self, PartnerNameRefusal> {
        let name = one_line(written);
        if name.is_empty() {
            return Err(PartnerNameRefusal::Missing);
        }
        if name.chars().count() > MOST_CHARACTERS {
            return Err(PartnerNameRefusal::TooLong);
        }
        if personal_data::find(&name).is_some() {
            return Err(PartnerNameRefusal::Personal);
        }
        Ok(Self(name))
    }

    /// What was taken before and kept since.
    #[must_use]
    pub fn kept(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two spellings of one name have in common: neither case nor blanks part them.
    #[must_use]
    pub fn key(&self) -> String {
        name_key(&self.0)
    }
}

/// The key of a name ([`PartnerName::key`]).
#[must_use]
pub fn name_key(name: &str) -> String {
    one_line(name).to_lowercase()
}

/// What somebody wrote, on one line with single blanks.
pub(crate) fn one_line(written: &str) -> String {
    lines(written).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its own id.
    pub id: String,
    /// The code of the county that works with it; none on a site of all.
    pub county: Option<String>,
    /// Its name.
    pub name: PartnerName,
    /// The organisation that it is in the catalogue, once it is there.
    pub organisation: Option<EntityId>,
    /// Since when it is known.
    pub created: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_so_many_letters_without_anybodys_number() {
        let name = |written: &str| PartnerName::take(written).map(|name| name.0);
        assert_eq!(name("  Naantalin \r\n kaupunki\0 "), Ok("Naantalin kaupunki".to_owned()));
        assert_eq!(name(" \t"), Err(PartnerNameRefusal::Missing));
        assert_eq!(name("Yhdistys 040 123 4567"), Err(PartnerNameRefusal::Personal));
        assert!(name(&"ä".repeat(MOST_CHARACTERS)).is_ok());
        assert_eq!(name(&"ä".repeat(MOST_CHARACTERS + 1)), Err(PartnerNameRefusal::TooLong));
    }

    #[test]
    fn case_and_blanks_do_not_part_names() {
        let key = |written: &str| PartnerName::take(written).unwrap().key();
        assert_eq!(key("Åbo  Svenska"), key("åbo svenska"));
        assert_ne!(key("Naantalin kaupunki"), key("Naantalin seurakunta"));
    }
}
