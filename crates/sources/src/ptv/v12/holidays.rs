//! Hours on public holidays: rules, from which the catalogue makes the dates.

use domain::catalogue::{Holiday, HolidayRule};
use domain::import::ProblemCode;

use super::hours::times;
use crate::clean;
use crate::reading::{Object, Reading};

/// The rules in `holidayServiceHours`: one repetition for all of its holidays.
pub fn holidays(object: &mut Object, reading: &mut Reading) -> Vec<HolidayRule> {
    let repetition = object.child("repetition", reading, repetition).flatten();
    let rules = object.children("holidays", reading, rule);
    match repetition {
        Some(Repetition::EveryYear) => rules,
        Some(Repetition::Years(years)) => {
            let in_years = |rule| HolidayRule { years: Some(years.clone()), ..rule };
            rules.into_iter().map(in_years).collect()
        }
        // Not knowing in which years they hold, we say nothing.
        None => {
            if !rules.is_empty() {
                reading.warn(ProblemCode::HoursInvalid, &object.path().field("repetition"), "");
            }
            Vec::new()
        }
    }
}

enum Repetition {
    EveryYear,
    Years(Vec<i16>),
}

fn repetition(object: &mut Object, reading: &mut Reading) -> Option<Repetition> {
    let word = object.text("type", reading).unwrap_or_default();
    let years = object.list("years", reading);
    match word.as_str() {
        "RepetitionEveryYear" => Some(Repetition::EveryYear),
        "RepetitionInSelectedYears" => {
            let mut known = Vec::with_capacity(years.len());
            for (position, year) in years.iter().enumerate() {
                let read = year.as_i64().and_then(|year| i16::try_from(year).ok());
                if let Some(year) = read.filter(|year| (1900..=2200).contains(year)) {
                    known.push(year);
                    continue;
                }
                let path = object.path().field("years");
                let path = path.position(position);
                reading.warn(ProblemCode::TimeInvalid, &path, &year.to_string());
            }
            Some(Repetition::Years(clean::unique(known)))
        }
        other => {
            reading.warn(ProblemCode::ValueUnknown, &object.path().field("type"), other);
            None
        }
    }
}

fn rule(object: &mut Object, reading: &mut Reading) -> Option<HolidayRule> {
    let word = object.text("holidayName", reading).unwrap_or_default();
    let path = object.path().field("holidayName");
    let holiday = clean::coded(&word, Holiday::from_code, Holiday::is_known, &path, reading);
    let Some(times) = times(object, reading) else {
        reading.warn(ProblemCode::HoursInvalid, object.path(), &word);
        return None;
    };
    Some(HolidayRule { holiday, years: None, times })
}
