//! Registering (*ilmoittautuminen*): without an account, with what is needed and no more.

use std::fmt;

use jiff::Timestamp;

use crate::Language;
use crate::chance::{is_of, written};
use crate::partner::{PartnerName, PartnerNameRefusal, one_line};
use crate::personal_data;

/// How long a name is at most.
const NAME: usize = 80;
/// How long an e-mail address is at most.
const EMAIL: usize = 254;

/// What somebody wrote to register.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegistrantDraft {
    /// Their name.
    pub name: String,
    /// The organisation that they come from.
    pub organisation: String,
    /// Their e-mail address.
    pub email: String,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistrantField {
    /// The name.
    Name,
    /// The organisation.
    Organisation,
    /// The e-mail address.
    Email,
}

/// What must be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RegistrantProblem {
    /// The field is empty.
    #[error("it is missing")]
    Missing,
    /// The text is too long; with how long it may be.
    #[error("it has more than {0} characters")]
    TooLong(usize),
    /// It is no e-mail address.
    #[error("it is no e-mail address")]
    NoEmail,
    /// It holds an identity code or a telephone number, which nobody asked for.
    #[error("it seems to hold a person's number")]
    Personal,
}

/// Who registers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registrant {
    /// Their name.
    pub name: String,
    /// The organisation that they come from.
    pub organisation: PartnerName,
    /// Their e-mail address.
    pub email: String,
}

impl RegistrantDraft {
    /// What is written, as one who registers.
    ///
    /// # Errors
    /// With all that must be mended, in the order of the form.
    pub fn validate(&self) -> Result<Registrant, Vec<(RegistrantField, RegistrantProblem)>> {
        use RegistrantField as Field;
        let name = name(&self.name).map_err(|problem| (Field::Name, problem));
        let organisation = PartnerName::take(&self.organisation)
            .map_err(|refusal| (Field::Organisation, of_refusal(refusal)));
        let email = email(&self.email).map_err(|problem| (Field::Email, problem));
        match (name, organisation, email) {
            (Ok(name), Ok(organisation), Ok(email)) => Ok(Registrant { name, organisation, email }),
            (name, organisation, email) => {
                let problems = [name.err(), organisation.err(), email.err()];
                Err(problems.into_iter().flatten().collect())
            }
        }
    }
}

fn name(written: &str) -> Result<String, RegistrantProblem> {
    let name = one_line(written);
    if name.is_empty() {
        Err(RegistrantProblem::Missing)
    } else if name.chars().count() > NAME {
        Err(RegistrantProblem::TooLong(NAME))
    } else if personal_data::find(&name).is_some() {
        Err(RegistrantProblem::Personal)
    } else {
        Ok(name)
    }
}

const fn of_refusal(refusal: PartnerNameRefusal) -> RegistrantProblem {
    match refusal {
        PartnerNameRefusal::Missing => RegistrantProblem::Missing,
        PartnerNameRefusal::TooLong => RegistrantProblem::TooLong(crate::partner::MOST_CHARACTERS),
        PartnerNameRefusal::Personal => RegistrantProblem::Personal,
    }
}

/// An address is what has letters on both sides of one sign, and a point behind it: whether it is somebody's only a
/// letter to it could tell.
fn email(written: &str) -> Result<String, RegistrantProblem> {
    let email = written.trim();
    if email.is_empty() {
        return Err(RegistrantProblem::Missing);
    }
    if email.chars().count() > EMAIL {
        return Err(RegistrantProblem::TooLong(EMAIL));
    }
    let odd = |letter: char| {
        letter.is_whitespace() || letter.is_control() || "<>()[],;:\"\\".contains(letter)
    };
    let is_address = !email.contains(odd)
        && email.split_once('@').is_some_and(|(who, host)| {
            let has_point =
                host.split('.').count() > 1 && host.split('.').all(|part| !part.is_empty());
            !who.is_empty() && !host.contains('@') && has_point
        });
    if is_address { Ok(email.to_owned()) } else { Err(RegistrantProblem::NoEmail) }
}

/// The key to one's own registration: twenty letters of chance, a hundred bits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RegistrationCode(String);

/// Small letters and digits without those that are taken for each other.
const LETTERS: &[u8; 32] = b"23456789abcdefghjkmnpqrstuvwxyz-";

impl RegistrationCode {
    /// How many letters it has.
    pub const LENGTH: usize = 20;

    /// The code that these bytes of chance make: of each, five bits are a letter.
    #[must_use]
    pub fn of_chance(chance: [u8; Self::LENGTH]) -> Self {
        Self(written(LETTERS, chance))
    }

    /// Reads the code of an address.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        is_of(LETTERS, Self::LENGTH, text).then(|| Self(text.to_owned()))
    }

    /// The code as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RegistrationCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A registration as it is kept, until it is withdrawn or its time is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// The key to it.
    pub code: RegistrationCode,
    /// The event's id.
    pub event: String,
    /// Who registered.
    pub registrant: Registrant,
    /// The language in which they read the site.
    pub language: Language,
    /// When they registered.
    pub created: Timestamp,
    /// Whether they came; not known before that was marked.
    pub came: bool,
}

/// Whether one who registered has a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// They have.
    Taken,
    /// They are so manieth on the waiting list, from 1.
    Waiting(usize),
}

impl Seat {
    /// The seat of the one who registered so manieth, from 0: whoever withdraws lets the others move up.
    #[must_use]
    pub fn of(place: usize, capacity: Option<u32>) -> Self {
        let seats = capacity.and_then(|count| usize::try_from(count).ok()).unwrap_or(usize::MAX);
        if place < seats { Self::Taken } else { Self::Waiting(place - seats + 1) }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn draft(name: &str, organisation: &str, email: &str) -> RegistrantDraft {
        let [name, organisation, email] = [name, organisation, email].map(str::to_owned);
        RegistrantDraft { name, organisation, email }
    }

    #[test]
    fn who_says_who_they_are_and_where_from_registers() {
        let registrant = draft(" Aino  Laine", "Naantalin kaupunki", " aino@naantali.example ");
        let registrant = registrant.validate().unwrap();
        assert_eq!(registrant.name, "Aino Laine");
        assert_eq!(registrant.organisation.as_str(), "Naantalin kaupunki");
        assert_eq!(registrant.email, "aino@naantali.example");
    }

    #[test]
    fn everything_that_must_be_mended_is_named_at_once() {
        use RegistrantField as F;
        use RegistrantProblem as P;
        assert_eq!(
            draft("", " ", "").validate(),
            Err(vec![(F::Name, P::Missing), (F::Organisation, P::Missing), (F::Email, P::Missing)])
        );
        assert_eq!(
            draft("Aino 131052-308T", "ä 040 123 4567", "aino").validate(),
            Err(vec![
                (F::Name, P::Personal),
                (F::Organisation, P::Personal),
                (F::Email, P::NoEmail)
            ])
        );
        let long = "ä".repeat(300);
        assert_eq!(
            draft(&long, &long, &long).validate(),
            Err(vec![
                (F::Name, P::TooLong(80)),
                (F::Organisation, P::TooLong(120)),
                (F::Email, P::TooLong(254))
            ])
        );
    }

    #[test]
    fn an_address_has_one_sign_between_letters_and_cannot_hide_another() {
        for good in ["a@b.fi", "a.b+c@d-e.co.fi", "åke@örebro.example"] {
            assert!(email(good).is_ok(), "{good}");
        }
        for bad in [
            "a",
            "@b.fi",
            "a@",
            "a@b",
            "a@b.",
            "a@.fi",
            "a@b@c.fi",
            "a b@c.fi",
            "a@b.fi,c@d.fi",
            "<a@b.fi>",
        ] {
            assert_eq!(email(bad), Err(RegistrantProblem::NoEmail), "{bad}");
        }
    }

    #[test]
    fn every_bit_of_chance_counts_in_a_code() {
        let one = |bit: usize| {
            let mut chance = [0; RegistrationCode::LENGTH];
            chance[bit / 5] = 1 << (bit % 5);
            RegistrationCode::of_chance(chance)
        };
        let codes: BTreeSet<RegistrationCode> = (0..100).map(one).collect();
        assert_eq!(codes.len(), 100);
        for code in &codes {
            assert_eq!(RegistrationCode::read(code.as_str()).as_ref(), Some(code));
        }
        for text in ["", "2222222222222222222", "222222222222222222220", "2222222222222222222A"] {
            assert_eq!(RegistrationCode::read(text), None, "{text}");
        }
    }

    #[test]
    fn those_beyond_the_last_seat_wait_in_their_order() {
        let seats: Vec<Seat> = (0..4).map(|place| Seat::of(place, Some(2))).collect();
        assert_eq!(seats, [Seat::Taken, Seat::Taken, Seat::Waiting(1), Seat::Waiting(2)]);
        assert_eq!(Seat::of(9_999, None), Seat::Taken);
    }
}
