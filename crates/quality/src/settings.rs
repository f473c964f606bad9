//! What a county may set.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::Rule;

/// What a county may set: which rules hold, and their limits. Lengths are in characters.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Rules that are switched off, by id.
    pub off: BTreeSet<String>,
    /// Rules that hold though they are off where nobody says otherwise, by id.
    pub on: BTreeSet<String>,
    /// The longest name.
    pub name_length: usize,
    /// The longest name of a channel.
    pub channel_name_length: usize,
    /// The longest summary.
    pub summary_length: usize,
    /// The longest description, user instructions or conditions.
    pub text_length: usize,
    /// The longest text about the charge, the time it takes, the deadline or the validity.
    pub short_text_length: usize,
    /// The longest keyword.
    pub keyword_length: usize,
    /// The most words in a sentence.
    pub sentence_words: usize,
    /// The most sentences in a paragraph.
    pub paragraph_sentences: usize,
    /// After how many days a description has to be looked through again.
    pub review_days: i32,
    /// The most passive verbs in a text.
    pub passives: usize,
    /// So many words in a row are a copy of the general description.
    pub copied_words: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            off: BTreeSet::new(),
            on: BTreeSet::new(),
            name_length: 100,
            channel_name_length: 300,
            summary_length: 150,
            text_length: 5000,
            short_text_length: 500,
            keyword_length: 150,
            sentence_words: 25,
            paragraph_sentences: 4,
            review_days: 365,
            passives: 2,
            copied_words: 9,
        }
    }
}

/// The settings name a rule that there is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRule(pub String);

impl std::fmt::Display for UnknownRule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "there is no rule \"{}\"", self.0)
    }
}

impl std::error::Error for UnknownRule {}

impl Settings {
    /// Whether a rule holds.
    #[must_use]
    pub fn has_on(&self, rule: &Rule) -> bool {
        !self.off.contains(rule.id) && (rule.off.is_none() || self.on.contains(rule.id))
    }

    /// Checks that every rule that is named is one.
    ///
    /// # Errors
    /// With the first that is not.
    pub fn checked(self) -> Result<Self, UnknownRule> {
        let is_unknown = |id: &&String| !crate::rules().any(|rule| rule.id == id.as_str());
        match self.off.iter().chain(&self.on).find(is_unknown) {
            Some(id) => Err(UnknownRule(id.clone())),
            None => Ok(self),
        }
    }
}
