//! Prices that contradict themselves.

use domain::catalogue::Charge;
use domain::import::ProblemCode;

use crate::reading::{Path, Reading};

/// Reports a charge that its words contradict: free, and yet so many euros. The words may well speak
/// of a fee for something else, so nothing is changed.
pub fn charge_agrees(
    charge: Option<&Charge>,
    words: Option<&str>,
    path: &Path,
    reading: &mut Reading,
) {
    if let (Some(Charge::Free), Some(words)) = (charge, words)
        && names_a_price(words)
    {
        reading.warn(ProblemCode::ChargeContradictory, path, words);
    }
}

/// Whether the text has an amount above zero before a euro sign or word.
fn names_a_price(words: &str) -> bool {
    let lower = words.to_lowercase();
    let mut rest = lower.as_str();
    while let Some(start) = rest.find(|character: char| character.is_ascii_digit()) {
        let after = &rest[start..];
        let is_amount =
            |character: char| character.is_ascii_digit() || matches!(character, ',' | '.');
        let end = after.find(|character| !is_amount(character)).unwrap_or(after.len());
        let (amount, unit) = after.split_at(end);
        let unit = unit.trim_start();
        if amount.contains(|digit: char| matches!(digit, '1'..='9'))
            && ["€", "eur"].iter().any(|euro| unit.starts_with(euro))
        {
            return true;
        }
        rest = &after[end..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::cleaned;

    #[test]
    fn free_and_yet_so_many_euros_is_reported() {
        for (charge, words, contradictory) in [
            (Charge::Free, "Maksu on 25,50 €.", true),
            (Charge::Free, "20 euroa kerta", true),
            (Charge::Free, "0 €", false),
            (Charge::Free, "0,00 euroa", false),
            (Charge::Free, "Maksuton vuonna 2026.", false),
            (Charge::Charged, "25 €", false),
        ] {
            let ((), problems) = cleaned(|path, reading| {
                charge_agrees(Some(&charge), Some(words), path, reading);
            });
            assert_eq!(
                problems.contains(&ProblemCode::ChargeContradictory),
                contradictory,
                "{words}"
            );
        }
    }
}
