//! The provider's own view (*toimijan näkymä*): a private link to an organisation's descriptions and their findings,
//! without an account, for a bounded time; and the digest (*kooste*) that goes to an address by e-mail.

use std::fmt;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use crate::Language;
use crate::catalogue::EntityId;
use crate::chance::{is_of, written};

/// The letters of keys: Crockford's thirty-two, without those that are taken for each other.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The key in a link's address: twenty-six letters of chance, a hundred and thirty bits. It is kept nowhere; what is
/// kept is a print of it.
#[derive(Clone, PartialEq, Eq)]
pub struct ProviderKey(String);

impl fmt::Debug for ProviderKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ProviderKey")
    }
}

impl ProviderKey {
    /// How many letters it has.
    pub const LENGTH: usize = 26;

    /// The key that these bytes of chance make: of each, five bits are a letter.
    #[must_use]
    pub fn of_chance(chance: [u8; Self::LENGTH]) -> Self {
        Self(written(LETTERS, chance))
    }

    /// Reads the key of an address.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        is_of(LETTERS, Self::LENGTH, text).then(|| Self(text.to_owned()))
    }

    /// The key as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a key opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyPurpose {
    /// The provider's page.
    View,
    /// The end of the digests, and nothing else.
    Unsubscribe,
}

impl KeyPurpose {
    /// Its name in rows.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Unsubscribe => "unsubscribe",
        }
    }
}

/// How long a link leads somewhere, from the day on which it is made or renewed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LinkValidity {
    /// Thirty days.
    Month,
    /// Ninety days.
    #[default]
    Quarter,
    /// A year.
    Year,
}

impl LinkValidity {
    /// Every one, the shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// How many days it is.
    #[must_use]
    pub const fn days(self) -> i16 {
        match self {
            Self::Month => 30,
            Self::Quarter => 90,
            Self::Year => 365,
        }
    }

    /// The one of so many days.
    #[must_use]
    pub fn of_days(days: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.days().to_string() == days)
    }

    /// The last day on which it leads somewhere.
    #[must_use]
    pub fn last_day(self, today: Date) -> Date {
        today.checked_add(i64::from(self.days()).days()).unwrap_or(Date::MAX)
    }
}

/// How often a digest goes out at most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DigestRhythm {
    /// None goes out.
    #[default]
    Never,
    /// Once in seven days.
    Weekly,
    /// Once in a month.
    Monthly,
}

impl DigestRhythm {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Weekly, Self::Monthly, Self::Never];

    /// Its name in forms and rows.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
        }
    }

    /// The one of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// Whether the next is due on a day, when the last went out on another, or none ever did.
    #[must_use]
    pub fn is_due(self, last: Option<Date>, today: Date) -> bool {
        let rest = match self {
            Self::Never => return false,
            Self::Weekly => 7.days(),
            Self::Monthly => 1.month(),
        };
        last.is_none_or(|last| last.checked_add(rest).is_ok_and(|next| next <= today))
    }
}

/// A link as it is kept: without its key.
#[derive(Clone, PartialEq, Eq)]
pub struct ProviderLink {
    /// Its id, which opens nothing.
    pub id: String,
    /// Whose descriptions it shows.
    pub organisation: EntityId,
    /// The code of the county on whose site it was made; none where the site is of all.
    pub county: Option<String>,
    /// The language in which it is written to them.
    pub language: Language,
    /// Who made it.
    pub author: String,
    /// When it was made.
    pub created: Timestamp,
    /// From when on it leads nowhere.
    pub expires: Timestamp,
    /// When it was revoked.
    pub revoked: Option<Timestamp>,
    /// Where digests go; empty where nowhere.
    pub email: String,
    /// How often they go at most.
    pub rhythm: DigestRhythm,
    /// When the last went.
    pub digest_sent: Option<Timestamp>,
}

impl fmt::Debug for ProviderLink {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ProviderLink({})", self.id)
    }
}

impl ProviderLink {
    /// Whether it leads somewhere.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.revoked.is_none() && now < self.expires
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_key_is_read_back_as_it_was_written_and_shows_itself_to_no_log() {
        let key =
            ProviderKey::of_chance(std::array::from_fn(|place| u8::try_from(place * 9).unwrap()));
        assert_eq!(key.as_str().len(), 26);
        assert_eq!(ProviderKey::read(key.as_str()), Some(key.clone()));
        assert!(!format!("{key:?}").contains(key.as_str()));
        for odd in ["", &"a".repeat(25), &"a".repeat(27), &"u".repeat(26), &"A".repeat(26)] {
            assert_eq!(ProviderKey::read(odd), None, "{odd}");
        }
    }

    #[test]
    fn every_five_bits_of_chance_are_a_letter_of_their_own() {
        let letters: std::collections::BTreeSet<char> = (0..32)
            .flat_map(|byte| ProviderKey::of_chance([byte; 26]).0.chars().collect::<Vec<_>>())
            .collect();
        assert_eq!(letters.len(), 32);
    }

    #[test]
    fn a_digest_is_due_at_once_and_then_not_more_often_than_was_chosen() {
        let first = date(2026, 11, 26);
        assert!(DigestRhythm::Weekly.is_due(None, first));
        assert!(!DigestRhythm::Weekly.is_due(Some(first), date(2026, 12, 2)));
        assert!(DigestRhythm::Weekly.is_due(Some(first), date(2026, 12, 3)));
        assert!(!DigestRhythm::Monthly.is_due(Some(first), date(2026, 12, 25)));
        assert!(DigestRhythm::Monthly.is_due(Some(first), date(2026, 12, 26)));
        assert!(DigestRhythm::Monthly.is_due(Some(date(2027, 1, 31)), date(2027, 2, 28)));
        assert!(!DigestRhythm::Never.is_due(None, first));
    }

    #[test]
    fn a_link_ends_on_its_last_day() {
        assert_eq!(LinkValidity::default().last_day(date(2026, 11, 26)), date(2027, 2, 24));
        assert_eq!(LinkValidity::of_days("365"), Some(LinkValidity::Year));
        assert_eq!(LinkValidity::of_days("1000000"), None);
    }
}
