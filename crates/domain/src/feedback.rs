//! What visitors tell of a service or of the site (*palaute*): a kind and words, and nothing of who tells it.

use jiff::Timestamp;

use crate::Language;
use crate::catalogue::EntityId;
use crate::personal_data::{self, PersonalData};
use crate::written::lines;

/// How long the words are at most.
pub const MOST_CHARACTERS: usize = 2_000;

/// What a visitor wants to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedbackKind {
    /// Something helped or worked well.
    Helped,
    /// Something is wrong or does not work.
    Wrong,
    /// Something is wished for.
    Wish,
}

impl FeedbackKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Wrong, Self::Helped, Self::Wish];

    /// The kind's name in forms and rows.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Helped => "helped",
            Self::Wrong => "wrong",
            Self::Wish => "wish",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether it says nothing without words: that something helped is worth knowing by itself.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        !matches!(self, Self::Helped)
    }
}

/// What is told: words that may be kept, unless the kind says it all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What kind it is.
    pub kind: FeedbackKind,
    words: Option<String>,
}

/// Why what is told is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FeedbackRefusal {
    /// No kind is chosen.
    #[error("no kind is chosen")]
    NoKind,
    /// The kind says nothing without words.
    #[error("there are no words")]
    NoWords,
    /// The words are longer than [`MOST_CHARACTERS`]; with their length.
    #[error("the words have {0} characters, more than {MOST_CHARACTERS}")]
    TooLong(usize),
    /// The address for the answer is none.
    #[error("the address for the answer is no e-mail address")]
    NoAddress,
    /// They seem to hold something that tells who a person is.
    #[error("the words seem to hold {0:?}")]
    Personal(PersonalData),
}

impl Told {
    /// Takes a kind and words.
    ///
    /// # Errors
    /// When one of them is missing, or the words are too long or tell who a person is.
    pub fn take(kind: Option<FeedbackKind>, words: &str) -> Result<Self, FeedbackRefusal> {
        let kind = kind.ok_or(FeedbackRefusal::NoKind)?;
        let words = lines(words);
        let length = words.chars().count();
        if words.is_empty() && kind.needs_words() {
            return Err(FeedbackRefusal::NoWords);
        }
        if length > MOST_CHARACTERS {
            return Err(FeedbackRefusal::TooLong(length));
        }
        if let Some(found) = personal_data::find(&words) {
            return Err(FeedbackRefusal::Personal(found));
        }
        Ok(Self::kept(kind, &words))
    }

    /// What was taken before and kept since.
    #[must_use]
    pub fn kept(kind: FeedbackKind, words: &str) -> Self {
        Self { kind, words: (!words.is_empty()).then(|| words.to_owned()) }
    }

    /// The words, of one or more lines, if there are any.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        self.words.as_deref()
    }
}

/// How long an e-mail address is at most.
pub const LONGEST_ADDRESS: usize = 254;

/// Where somebody wants to be told what became of what they told. It is kept until then, and never beside the words.
#[derive(Clone, PartialEq, Eq)]
pub struct ReplyAddress(String);

impl std::fmt::Debug for ReplyAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("ReplyAddress")
    }
}

impl ReplyAddress {
    /// Takes what somebody wrote; none where they wrote nothing.
    ///
    /// # Errors
    /// When it is no e-mail address.
    pub fn take(written: &str) -> Result<Option<Self>, FeedbackRefusal> {
        let address = written.trim();
        if address.is_empty() {
            return Ok(None);
        }
        let is_one = address.chars().count() <= LONGEST_ADDRESS
            && !address.contains(|letter: char| letter.is_whitespace() || letter.is_control())
            && is_address(address)
            && !address.contains(['<', '>', ',', ';', '"']);
        if is_one { Ok(Some(Self(address.to_owned()))) } else { Err(FeedbackRefusal::NoAddress) }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a word is an e-mail address, perhaps with punctuation around it.
fn is_address(word: &str) -> bool {
    let Some((name, host)) = word.rsplit_once('@') else { return false };
    let host = host.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let labels: Vec<&str> = host.split('.').collect();
    !name.is_empty() && labels.len() > 1 && labels.iter().all(|label| !label.is_empty())
}

/// Feedback as it was given; all that is kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Its own id.
    pub id: String,
    /// The service that it is about; none for the site.
    pub about: Option<EntityId>,
    /// The code of the county on whose site it was given; none on a site of all.
    pub county: Option<String>,
    /// What is told.
    pub told: Told,
    /// The language in which the site was read.
    pub language: Language,
    /// When it was given.
    pub created: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_chosen_and_says_what_it_is_unless_something_helped() {
        assert_eq!(Told::take(None, "Hei"), Err(FeedbackRefusal::NoKind));
        for kind in FeedbackKind::ALL {
            assert_eq!(FeedbackKind::from_name(kind.name()), Some(kind));
            let blank = Told::take(Some(kind), " \r\n\t ");
            if kind == FeedbackKind::Helped {
                assert_eq!(blank.unwrap().words(), None);
            } else {
                assert_eq!(blank, Err(FeedbackRefusal::NoWords));
            }
        }
    }

    #[test]
    fn words_are_kept_in_their_lines_up_to_a_length() {
        let take = |words: &str| Told::take(Some(FeedbackKind::Wrong), words);
        let told = take("  Aukioloajat ovat vanhat.\r\nSoitin turhaan.\0 ").unwrap();
        assert_eq!(told.words(), Some("Aukioloajat ovat vanhat.\nSoitin turhaan."));
        assert!(take(&"ä".repeat(MOST_CHARACTERS)).is_ok());
        let longer = MOST_CHARACTERS + 1;
        assert_eq!(take(&"ä".repeat(longer)), Err(FeedbackRefusal::TooLong(longer)));
    }

    #[test]
    fn an_address_for_the_answer_is_taken_in_its_own_field_and_refused_among_the_words() {
        let take = |written: &str| ReplyAddress::take(written);
        assert_eq!(take("  "), Ok(None));
        assert_eq!(take(" aino@example.fi ").unwrap().unwrap().as_str(), "aino@example.fi");
        for odd in [
            "aino",
            "@example.fi",
            "aino@example",
            "a b@example.fi",
            "a@b.fi,c@d.fi",
            "a@b.\r\nfi",
            "<a@b.fi>",
        ] {
            assert_eq!(take(odd), Err(FeedbackRefusal::NoAddress), "{odd}");
        }
        for words in ["Vastaa: aino@example.fi.", "(aino.laine@example.fi)"] {
            let told = Told::take(Some(FeedbackKind::Wrong), words);
            assert_eq!(told, Err(FeedbackRefusal::Personal(PersonalData::Email)), "{words}");
        }
        assert!(Told::take(Some(FeedbackKind::Wrong), "Klo 9 @ kirjasto").is_ok());
    }

    #[test]
    fn what_tells_who_somebody_is_is_refused_whatever_the_kind() {
        for kind in FeedbackKind::ALL {
            for (words, found) in [
                ("Olen 131052-308T", PersonalData::IdentityCode),
                ("Soittakaa 040 123 4567", PersonalData::Phone),
                ("Vastatkaa: matti@posti.example", PersonalData::Email),
            ] {
                assert_eq!(Told::take(Some(kind), words), Err(FeedbackRefusal::Personal(found)));
            }
        }
    }
}
