//! Colours, and how well they can be told apart.

use std::fmt;
use std::str::FromStr;

/// A colour of a screen (sRGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// A text that is no colour.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no colour: write it as # and six digits, e.g. #00597a")]
pub struct NoColour(String);

impl FromStr for Colour {
    type Err = NoColour;

    fn from_str(text: &str) -> Result<Self, NoColour> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
        let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let [_, red, green, blue] = number.ok_or_else(|| NoColour(text.to_owned()))?.to_be_bytes();
        Ok(Self { red, green, blue })
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl Colour {
    /// The contrast with another colour, from 1 (none) to 21 (black on white), as WCAG 2.2 defines the
    /// contrast ratio.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The relative luminance (WCAG 2.2), from 0 to 1.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().unwrap()
    }

    #[test]
    fn contrasts_are_those_that_checkers_give() {
        for (one, other, expected) in [
            ("#000000", "#ffffff", 21.0),
            ("#767676", "#ffffff", 4.54),
            ("#777777", "#ffffff", 4.48),
            ("#0000ff", "#ffffff", 8.59),
            ("#ff0000", "#ffffff", 4.0),
            ("#595959", "#ffffff", 7.0),
        ] {
            let found = colour(one).contrast(colour(other));
            assert!((found - expected).abs() < 0.01, "{one} on {other}: {found}");
        }
    }

    #[test]
    fn what_is_no_colour_is_refused_by_its_name() {
        for text in ["", "red", "#12345", "#1234567", "123456", "#12345g", "#+12345", "#ääé"] {
            let refusal = text.parse::<Colour>().unwrap_err().to_string();
            assert!(refusal.contains(text) && refusal.contains("#00597a"), "{refusal}");
        }
    }

    proptest! {
        #[test]
        fn contrast_is_the_same_both_ways_and_within_its_bounds(one: u32, other: u32) {
            let colour = |number: u32| colour(&format!("#{:06x}", number & 0x00ff_ffff));
            let (one, other) = (colour(one), colour(other));
            let contrast = one.contrast(other);
            prop_assert!((1.0..=21.0).contains(&contrast));
            prop_assert!((contrast - other.contrast(one)).abs() < 1e-9);
            prop_assert_eq!(one.to_string().parse(), Ok(one));
        }
    }
}
