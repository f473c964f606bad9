//! What the staff's list makes of a query: words put beside or in the place of a phrase, and services
//! shown first or not at all.

use std::collections::HashSet;

use crate::draft::Draft;
use crate::index::Index;
use crate::plan::Way;
use crate::staff::{ServiceRule, StaffList};
use crate::weights::W;
use crate::words::{Stemming, analyse};

/// The services that the list names for a query, by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taught {
    /// To be shown first, in the order of the list.
    pub promoted: Vec<u32>,
    /// Not to be shown.
    pub excluded: Vec<u32>,
}

impl Taught {
    /// Whether it names none.
    pub const fn is_empty(&self) -> bool {
        self.promoted.is_empty() && self.excluded.is_empty()
    }
}

impl Index {
    /// Adds the list's words to the drafts whose phrases they go with.
    pub(crate) fn teach_words(&self, list: &StaffList, drafts: &mut [Draft]) {
        for synonym in list.synonyms() {
            let Some(said) = said(&synonym.phrase, drafts) else { continue };
            for draft in &mut drafts[said] {
                if synonym.is_instead {
                    draft.alternatives.clear();
                    draft.parts.clear();
                }
                for word in analyse(&synonym.words) {
                    let text = word.whole.unwrap_or(word.surface);
                    if !Stemming::Finnish.is_common(&text) {
                        self.add_forms(draft, &text, Some((Way::Taught, W.taught)));
                    }
                }
            }
        }
    }

    /// The services that the list names for what the drafts say. What is excluded is not promoted.
    pub(crate) fn taught(&self, list: &StaffList, drafts: &[Draft]) -> Taught {
        let named = |rules: &[ServiceRule]| -> Vec<u32> {
            let meant = rules.iter().filter(|rule| said(&rule.phrase, drafts).is_some());
            meant.filter_map(|rule| self.number_of(&rule.service)).collect()
        };
        let excluded = named(list.exclusions());
        let mut promoted = named(list.promotions());
        let mut seen = HashSet::new();
        promoted.retain(|document| !excluded.contains(document) && seen.insert(*document));
        Taught { promoted, excluded }
    }
}

/// Where drafts say a phrase, one word after another, in any form.
fn said(phrase: &str, drafts: &[Draft]) -> Option<std::ops::Range<usize>> {
    let words: Vec<String> =
        analyse(phrase).into_iter().map(|word| word.whole.unwrap_or(word.surface)).collect();
    if words.is_empty() || words.len() > drafts.len() {
        return None;
    }
    let starts = 0..=drafts.len() - words.len();
    let is_said = |start: &usize| {
        words.iter().zip(&drafts[*start..]).all(|(word, draft)| draft.is_form_of(word))
    };
    starts.into_iter().find(is_said).map(|start| start..start + words.len())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use domain::Language;
    use domain::search_list::{Draft as Row, Entry};

    use super::*;
    use crate::{Coverage, Document, Field, IndexBuilder, Lexicon, Query};

    fn service(id: &str, name: &str) -> Document {
        let texts = vec![(Field::Name, Language::Fi, name.to_owned())];
        Document { id: id.to_owned(), texts, coverage: Coverage::All, ..Document::default() }
    }

    fn town() -> Index {
        let mut builder = IndexBuilder::new(Arc::new(Lexicon::with_needs(None, &[])));
        for (id, name) in [
            ("pool", "Uimahalli"),
            ("hall", "Uimahallin kuntosali"),
            ("library", "Kirjasto"),
            ("youth", "Nuorisotila"),
        ] {
            builder.add(&service(id, name));
        }
        builder.finish(1)
    }

    fn entry(kind: &str, phrase: &str, target: &str) -> Entry {
        let row = Row {
            kind: kind.to_owned(),
            phrase: phrase.to_owned(),
            target: target.to_owned(),
            author: "Maija".to_owned(),
            ..Row::default()
        };
        row.validate("2026-11-25T12:00:00Z".parse().unwrap()).unwrap()
    }

    fn found(town: &Index, list: &[Entry], text: &str) -> Vec<String> {
        let list = StaffList::new(1, list.iter().cloned());
        let hits = town.search_with(&Query::new(text), &list).hits;
        hits.into_iter().map(|hit| hit.id).collect()
    }

    #[test]
    fn a_synonym_finds_what_the_staff_means_by_it() {
        let town = town();
        let list = [entry("synonym", "hengailupaikka", "nuorisotila")];
        assert_eq!(found(&town, &list, "Hengailupaikka"), ["youth"]);
    }

    #[test]
    fn a_replacement_takes_the_phrases_place() {
        let town = town();
        let list = [entry("replacement", "kirjasto", "nuorisotila")];
        assert_eq!(found(&town, &list, "kirjasto"), ["youth"]);
    }

    #[test]
    fn a_promoted_service_comes_first_and_an_excluded_one_not_at_all() {
        let town = town();
        assert_eq!(found(&town, &[], "uimahalli"), ["pool", "hall"]);
        let list = [entry("promotion", "uimahalli", "library")];
        assert_eq!(found(&town, &list, "uimahalli")[0], "library");
        let list =
            [entry("promotion", "uimahalli", "pool"), entry("exclusion", "uimahalli", "pool")];
        assert_eq!(found(&town, &list, "uimahalli"), ["hall"]);
        assert_eq!(found(&town, &[], "uimahalli"), ["pool", "hall"], "nothing is left behind");
    }

    #[test]
    fn other_queries_are_not_touched() {
        let town = town();
        let list = [entry("exclusion", "uimahalli kuntosali", "pool")];
        assert_eq!(found(&town, &list, "uimahalli"), ["pool", "hall"]);
    }
}
