//! Every number that ranking knows, in one place.
//!
//! A posting's impact is a BM25F of its fields, saturated and kept in one byte when the document is
//! added; see [`impact`]. What a search makes of impacts is in `search`.

use crate::document::Field;

/// How much a field counts.
#[derive(Debug, Clone, Copy)]
pub struct FieldWeight {
    /// How many times as much as a word of the description.
    pub weight: f32,
    /// The usual number of words of one such text: longer texts count less a word.
    pub usual_length: f32,
    /// Whether the words are also kept as they are written, for exact words and prefixes.
    pub keeps_surface: bool,
}

impl Field {
    /// The table of weights.
    pub(crate) const fn weight(self) -> FieldWeight {
        #[expect(clippy::match_same_arms, reason = "a table: a line a field")]
        let (weight, usual_length, keeps_surface) = match self {
            Self::Name => (9.0, 3.0, true),
            Self::AlternativeName => (5.0, 3.0, true),
            Self::Organisation => (3.0, 3.0, true),
            Self::Term => (4.0, 1.0, true),
            Self::Class => (3.0, 3.0, true),
            Self::ChannelName => (2.5, 4.0, true),
            Self::Keyword => (3.0, 2.0, true),
            Self::TargetGroup => (1.5, 3.0, false),
            Self::Summary => (2.5, 15.0, false),
            Self::Description => (1.0, 90.0, false),
            Self::Instructions => (0.7, 60.0, false),
        };
        FieldWeight { weight, usual_length, keeps_surface }
    }
}

/// How much a text's length lessens its words: 0 not at all, 1 in proportion.
pub const LENGTH: f32 = 0.6;
/// The weighted frequency at which a word has half of the highest impact.
pub const SATURATION: f32 = 3.0;

/// A word that is written as in the text.
pub const EXACT: f32 = 1.0;
/// A word of the same stem.
pub const STEM: f32 = 0.85;
/// A longer word that begins with it.
pub const PREFIX: f32 = 0.45;
/// The impact of serving in the place that the text names, of 255.
pub const PLACE_IMPACT: u8 = 230;
/// What a service gains that has texts in the reader's language.
pub const READERS_LANGUAGE: f32 = 1.1;
/// What a service gains that serves the asked municipality by its own limited area, beside
/// nationwide ones.
pub const LOCAL: f32 = 1.6;

/// The most longer words that one prefix stands for.
pub const PREFIX_TERMS: usize = 48;
/// The shortest prefix that is tried for a word that is not the last.
pub const PREFIX_LETTERS: usize = 3;

/// The weighted frequency that one occurrence adds, in a text of so many words.
pub fn occurrence(field: Field, length: usize) -> f32 {
    let FieldWeight { weight, usual_length, .. } = field.weight();
    #[expect(clippy::cast_precision_loss, reason = "a text has fewer than 2^24 words")]
    let relative = length as f32 / usual_length;
    weight / (1.0 - LENGTH + LENGTH * relative)
}

/// The impact of a weighted frequency: 1–255.
pub fn impact(frequency: f32) -> u8 {
    let saturated = frequency / (frequency + SATURATION);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 1–255")]
    let byte = (saturated * 255.0).round().clamp(1.0, 255.0) as u8;
    byte
}

/// How telling a word is that `found` of `all` documents have.
pub fn rarity(found: usize, all: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "fewer than 2^24 documents, or near enough")]
    let (found, all) = (found as f32, all as f32);
    (1.0 + (all - found + 0.5) / (found + 0.5)).ln()
}
