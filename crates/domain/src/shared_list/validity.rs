//! How long a shared list is there.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The times from which the giver chooses.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Validity {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    #[default]
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
}

impl Validity {
    /// Every time, the shortest first.
    pub const ALL: [Self; 5] = [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// The time's name in forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|validity| validity.name() == name)
    }

    fn span(self) -> Span {
        match self {
            Self::Day => 1.day(),
            Self::Week => 1.week(),
            Self::Month => 1.month(),
            Self::Quarter => 3.months(),
            Self::Year => 1.year(),
        }
    }

    /// The last day, counted from the day of giving; it is there until the end of that day.
    #[must_use]
    pub fn last_day(self, given: Date) -> Date {
        given.checked_add(self.span()).unwrap_or(Date::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_list_is_there_to_the_end_of_its_last_day() {
        let given = date(2027, 1, 31);
        for (validity, last) in [
            (Validity::Day, date(2027, 2, 1)),
            (Validity::Week, date(2027, 2, 7)),
            (Validity::Month, date(2027, 2, 28)),
            (Validity::Quarter, date(2027, 4, 30)),
            (Validity::Year, date(2028, 1, 31)),
        ] {
            assert_eq!(validity.last_day(given), last, "{validity:?}");
        }
        assert_eq!(Validity::default(), Validity::Month);
    }

    #[test]
    fn every_time_is_read_from_its_name() {
        for validity in Validity::ALL {
            assert_eq!(Validity::from_name(validity.name()), Some(validity));
        }
        assert_eq!(Validity::from_name("ever"), None);
    }
}
