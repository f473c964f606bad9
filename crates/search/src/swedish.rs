//! The parts of Swedish compounds: "simhall" is "sim" and "hall".
//!
//! There is no Swedish dictionary to ask. A word is parted where both sides are words by themselves,
//! as the Swedish of the needs vocabulary and of PTV's code lists has them.

use std::collections::HashSet;

use domain::Language;
use domain::reference::{CodeList, Need, life_events, service_classes, target_groups, themes};

use crate::words::{Stemming, analyse};

/// The fewest letters of a first and of a last part.
const FIRST: usize = 3;
const LAST: usize = 4;
/// Letters that may stand between the parts.
const LINKS: [&str; 3] = ["", "s", "e"];
/// The most parts.
const PARTS: usize = 4;

/// Swedish words that compounds are made of.
#[derive(Debug, Default)]
pub struct SwedishParts {
    /// As written.
    words: HashSet<String>,
    /// By stem.
    stems: HashSet<String>,
}

impl SwedishParts {
    /// The words of needs and of the code lists.
    pub fn new(needs: &[Need]) -> Self {
        let mut all = Self::default();
        let phrases = needs.iter().flat_map(|need| &need.phrases);
        for (_, text) in phrases.filter(|(language, _)| *language == Language::Sv) {
            all.add(text);
        }
        let lists = [service_classes(), target_groups(), life_events()];
        for code in lists.into_iter().flat_map(CodeList::all) {
            all.add(code.name(Language::Sv));
        }
        for theme in themes() {
            all.add(theme.name(Language::Sv));
        }
        all
    }

    fn add(&mut self, text: &str) {
        for word in analyse(text) {
            if word.surface.chars().count() >= FIRST && !Stemming::Swedish.is_common(&word.surface)
            {
                self.stems.insert(Stemming::Swedish.stem(&word.surface));
                self.words.insert(word.surface);
            }
        }
    }

    /// The stems of a compound's parts in order; one when it is none.
    pub fn parts(&self, word: &str) -> Vec<String> {
        let mut parts = Vec::new();
        self.part(word, &mut parts);
        parts
    }

    fn part(&self, word: &str, parts: &mut Vec<String>) {
        if parts.len() + 1 < PARTS
            && let Some((first, last)) = self.split(word)
        {
            self.part(first, parts);
            self.part(last, parts);
        } else {
            parts.push(Stemming::Swedish.stem(word));
        }
    }

    /// A first and a last part that are words by themselves; the longest last one.
    fn split<'a>(&self, word: &'a str) -> Option<(&'a str, &'a str)> {
        let places: Vec<usize> = word.char_indices().map(|(place, _)| place).collect();
        let end = (places.len() + 1).saturating_sub(LAST);
        (FIRST..end).find_map(|letters| {
            let (before, last) = word.split_at(*places.get(letters)?);
            if !self.stems.contains(&Stemming::Swedish.stem(last)) {
                return None;
            }
            let firsts = LINKS.iter().filter_map(|link| before.strip_suffix(link));
            let is_word =
                |first: &&str| first.chars().count() >= FIRST && self.words.contains(*first);
            firsts.into_iter().find(is_word).map(|first| (first, last))
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::reference::needs;

    use super::*;

    #[test]
    fn compounds_are_parted_where_both_sides_are_words() {
        let swedish = SwedishParts::new(needs());
        for (word, parts) in [
            ("skuldrådgivning", ["skuld", "rådgivning"]),
            ("barnsjukhus", ["barn", "sjukhus"]),
            ("äldreboenden", ["äldr", "boend"]),
            ("ungdomsgårdar", ["ungdom", "gård"]),
        ] {
            let found = swedish.parts(word);
            let stems = parts.map(|part| Stemming::Swedish.stem(part));
            assert_eq!(found.last(), stems.last(), "{word}: {found:?}");
            assert!(found.len() > 1, "{word}: {found:?}");
        }
    }

    #[test]
    fn words_that_are_no_compounds_stay_whole() {
        let swedish = SwedishParts::new(needs());
        for word in ["bibliotek", "skola", "läkare", "", "å", "xyzzy"] {
            assert_eq!(swedish.parts(word).len(), 1, "{word}");
        }
    }
}
