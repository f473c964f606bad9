//! A position: two numbers; a height behind them is passed over.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, SeqAccess, Visitor};

/// The first two numbers of a position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Position(pub(super) f64, pub(super) f64);

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Numbers;

        impl<'de> Visitor<'de> for Numbers {
            type Value = Position;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a position of two numbers")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut numbers: A) -> Result<Position, A::Error> {
                let mut next = |place| {
                    let number = numbers.next_element()?;
                    number.ok_or_else(|| Error::invalid_length(place, &self))
                };
                let position = Position(next(0)?, next(1)?);
                while numbers.next_element::<IgnoredAny>()?.is_some() {}
                Ok(position)
            }
        }

        deserializer.deserialize_seq(Numbers)
    }
}
