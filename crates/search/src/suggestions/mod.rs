//! Suggestions while somebody types: needs, services, themes, providers, places.
//!
//! Every text stands in a [`Table`](table::Table) by the beginnings of its words and their parts; what
//! was typed is a range of it, and the best of a range are found without reading all of it. Where
//! little goes on as typed, beginnings like it are tried.

mod choice;
mod compounds;
mod fold;
mod mending;
mod names;
mod needs;
mod places;
mod table;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::ops::Range;

use domain::Language;
use domain::reference::{municipalities, themes};

use crate::county::County;
use crate::documents::interface_place;
use crate::index::Index;

pub use mending::Mending;
pub use names::{ANSWERS, KeptNames, List, Names, NamesBuilder};
pub use needs::{NeedNames, need_name};
pub use table::Table;

use choice::{Candidate, Candidates};
use fold::Typed;
use places::Within;
use table::Start;

/// The most letters that are read.
const LETTERS: usize = 100;
/// The most words that are looked for.
const WORDS: usize = 8;
/// The most suggestions that are given.
const LIMIT: usize = 50;
/// The most texts with one of the words that are looked through for the others.
const TRIED: usize = 256;
/// With fewer suggestions than this, other languages are looked at.
const FEW: usize = 3;
/// The fewest letters that are looked for at the beginnings of texts, of words, of parts.
const FEWEST: [usize; 3] = [1, 2, 3];

/// What a suggestion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SuggestionKind {
    /// Something that people need, from the needs vocabulary.
    Need,
    /// The name of a service, or of several.
    Service,
    /// A theme.
    Theme,
    /// An organisation that has services.
    Provider,
    /// A municipality that has services, alone or behind what else was typed.
    Place,
}

impl SuggestionKind {
    /// Every kind, in the order in which they are shown when all fit as well.
    pub const ALL: [Self; 5] =
        [Self::Need, Self::Service, Self::Theme, Self::Provider, Self::Place];
}

/// A way to go on with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is.
    pub kind: SuggestionKind,
    /// The text to search for.
    pub text: String,
    /// The language of the text.
    pub language: Language,
    /// What of the text was typed, in bytes, in order.
    pub typed: Vec<Range<usize>>,
    /// How many services there are of it.
    pub count: usize,
    /// What it leads to: the need's name in the vocabulary, the service's id when only one has the
    /// name, the theme's and the organisation's id, the municipality's code.
    pub id: Option<String>,
    /// What the need is called, when the text is how people say it.
    pub about: Option<&'static str>,
    /// The code of the municipality that was named beside it.
    pub place: Option<String>,
}

impl Index {
    /// How what somebody typed may go on, grouped by kind; total on any input.
    #[must_use]
    pub fn suggest(&self, text: &str, language: Language, limit: usize) -> Vec<Suggestion> {
        self.suggest_in(None, text, language, limit)
    }

    /// How what somebody typed may go on, as [`Index::suggest`], among what may be had in a county, by
    /// its code.
    #[must_use]
    pub fn suggest_in(
        &self,
        county: Option<&str>,
        text: &str,
        language: Language,
        limit: usize,
    ) -> Vec<Suggestion> {
        let county = county.map(|code| self.county(code));
        let typed = Typed::new(text, LETTERS);
        let limit = limit.min(LIMIT);
        if typed.letters.is_empty() || self.is_empty() || limit == 0 {
            return Vec::new();
        }
        let own = interface_place(language).unwrap_or(0);
        let others = (0..Language::INTERFACE.len()).filter(|place| *place != own);
        let languages = [own].into_iter().chain(others).collect();
        let found = Candidates::new(limit);
        let county = county.as_deref();
        let mut search = Search { index: self, county, languages, found, mended: false };
        let mut words = typed.words();
        words.truncate(WORDS);
        search.add_all(&typed);
        if words.len() > 1 {
            search.add_beside_places(text, &words);
            search.add_written_together(&words);
        }
        if !search.found.has_good() {
            search.mended = true;
            for meant in search.meant(&words) {
                search.add_all(&meant);
            }
        }
        search.found.chosen()
    }
}

/// A search for suggestions.
struct Search<'a> {
    index: &'a Index,
    /// The county where services must be had.
    county: Option<&'a County>,
    /// The places of the interface's languages, the reader's first.
    languages: Vec<usize>,
    found: Candidates,
    /// Whether what is looked for now is not what was typed.
    mended: bool,
}

impl<'a> Search<'a> {
    /// Adds what goes on as typed, and what has all its words: in the other languages only when
    /// there is little in the reader's.
    fn add_all(&mut self, typed: &Typed) {
        let words = typed.words();
        for rank in 0..self.languages.len() {
            if rank > 0 && self.found.len() >= FEW {
                break;
            }
            for kind in SuggestionKind::ALL {
                self.add(kind, rank, typed, None);
                if (2..=WORDS).contains(&words.len()) {
                    self.add_having(kind, rank, &words);
                }
            }
        }
    }

    /// Adds what goes on from the words written together: "kunto sal" to "kuntosali".
    fn add_written_together(&mut self, words: &[Typed]) {
        let letters: String = words.iter().flat_map(|word| &word.letters).collect();
        let together = Typed::meant(&letters);
        self.mended = true;
        for kind in [SuggestionKind::Need, SuggestionKind::Service] {
            self.add(kind, 0, &together, None);
        }
        self.mended = false;
    }

    /// The texts of a kind in a language.
    fn table(&self, kind: SuggestionKind, language: usize) -> &'a Table {
        match kind {
            SuggestionKind::Service => &self.index.names.kept.services[language],
            _ => &self.list(kind, language).table,
        }
    }

    fn list(&self, kind: SuggestionKind, language: usize) -> &'a List {
        let index = self.index;
        match kind {
            SuggestionKind::Need | SuggestionKind::Service => {
                &index.lexicon.need_names.lists[language]
            }
            SuggestionKind::Theme => &index.names.themes[language],
            SuggestionKind::Provider => &index.names.providers[language],
            SuggestionKind::Place => &index.names.places[language],
        }
    }

    /// Adds what of a kind goes on as typed in a language; services only within a place when there
    /// is one.
    fn add(&mut self, kind: SuggestionKind, rank: usize, typed: &Typed, within: Option<&Within>) {
        let table = self.table(kind, self.languages[rank]);
        let range = table.continuing(typed);
        // What only has it somewhere in another language is of no use beside better ones.
        let needs_first = rank > 0 && self.found.len() > 0;
        let is_enough = |start: Start| {
            typed.letters.len() >= FEWEST[start.kind() as usize % FEWEST.len()]
                && (start.kind() == Start::FIRST || !needs_first)
        };
        let found = |start: Start| {
            let rest = table.rest(start);
            let end = typed.end_in(rest).filter(|_| is_enough(start))?;
            let range = start.offset()..start.offset() + end;
            Some((std::iter::once(range).collect(), !typed.is_written_in(rest)))
        };
        if let Some((start, typed)) =
            table.whole(&range, typed).and_then(|start| Some((start, found(start)?)))
        {
            self.offer(kind, rank, start, typed, within);
        }
        self.add_best(kind, rank, within, &range, found);
    }

    /// Adds what of a kind has all words, the first ones anywhere.
    fn add_having(&mut self, kind: SuggestionKind, rank: usize, words: &[Typed]) {
        let table = self.table(kind, self.languages[rank]);
        let ranges = words.iter().map(|word| table.continuing(word));
        let Some(range) = ranges.min_by_key(ExactSizeIterator::len) else { return };
        let tried = Cell::new(0);
        self.add_best(kind, rank, None, &range, |start| {
            tried.set(tried.get() + 1);
            if tried.get() > TRIED {
                return None;
            }
            let text = table.texts.get(start.text());
            let typed = words.iter().map(|word| word.find_in(text)).collect::<Option<_>>()?;
            Some((apart(typed)?, false))
        });
    }

    /// Adds the best of a range that `typed` finds something typed in: where, and whether å, ä or ö
    /// stands there for what was typed.
    fn add_best(
        &mut self,
        kind: SuggestionKind,
        rank: usize,
        within: Option<&Within>,
        range: &Range<usize>,
        typed: impl Fn(Start) -> Option<(Vec<Range<usize>>, bool)>,
    ) {
        let mut left = self.found.room(kind);
        self.table(kind, self.languages[rank]).each_best(range, |start| {
            let is_added =
                typed(start).is_some_and(|typed| self.offer(kind, rank, start, typed, within));
            left = left.saturating_sub(usize::from(is_added));
            left > 0
        });
    }

    /// Adds what a beginning suggests, when there are services of it; tells whether it did.
    fn offer(
        &mut self,
        kind: SuggestionKind,
        rank: usize,
        start: Start,
        typed: (Vec<Range<usize>>, bool),
        within: Option<&Within>,
    ) -> bool {
        let language = self.languages[rank];
        let candidate = self.candidate((kind, language, rank), start, typed, within);
        candidate.is_some_and(|candidate| self.found.add(candidate))
    }

    /// What a beginning suggests, when there are services of it.
    fn candidate(
        &self,
        (kind, language, rank): (SuggestionKind, usize, usize),
        start: Start,
        (typed, is_folded): (Vec<Range<usize>>, bool),
        within: Option<&Within>,
    ) -> Option<Candidate> {
        let number = start.text();
        let text = self.table(kind, language).texts.get(number).to_owned();
        let mut suggestion = Suggestion {
            kind,
            text,
            language: Language::INTERFACE[language],
            typed,
            count: 0,
            id: None,
            about: None,
            place: None,
        };
        let entity = if kind == SuggestionKind::Service {
            self.service(&mut suggestion, number, language, within);
            number
        } else {
            let list = self.list(kind, language);
            let entity = *list.of.get(number)? as usize;
            let counts = list.counts.get(number);
            suggestion.count = counts.map_or(0, |count| *count as usize);
            self.describe(&mut suggestion, entity);
            if let Some(county) = self.county {
                suggestion.count = county.count(kind, entity, suggestion.count);
            }
            entity
        };
        (suggestion.count > 0)
            .then(|| Candidate::new(suggestion, entity, (self.mended, rank, is_folded, start)))
    }

    /// Notes the services that have a name.
    fn service(
        &self,
        suggestion: &mut Suggestion,
        name: usize,
        language: usize,
        within: Option<&Within>,
    ) {
        let documents = self.index.names.documents_of[language].get(name);
        let serving = documents.iter().filter(|document| {
            within.is_none_or(|within| within.is_served_by(self.index, **document))
                && self.county.is_none_or(|county| county.has(**document))
        });
        let serving: Vec<u32> = serving.copied().collect();
        suggestion.count = serving.len();
        if let [only] = serving.as_slice() {
            suggestion.id = Some(self.index.documents.ids.get(*only as usize).to_owned());
        }
        if let Some(within) = within {
            within.write_behind(suggestion);
        }
    }

    /// Notes what a suggestion of another kind leads to.
    fn describe(&self, suggestion: &mut Suggestion, entity: usize) {
        suggestion.id = match suggestion.kind {
            SuggestionKind::Need => {
                let need = &self.index.lexicon.needs[entity];
                let name = need_name(need, suggestion.language);
                suggestion.about = (suggestion.text != name).then_some(name);
                suggestion.count = self.index.names.answering[entity] as usize;
                Some(need.name.to_owned())
            }
            SuggestionKind::Theme => themes().get(entity).map(|theme| theme.id.to_owned()),
            SuggestionKind::Provider => {
                Some(self.index.documents.organisations.get(entity).to_owned())
            }
            SuggestionKind::Place => {
                municipalities().get(entity).map(|place| place.code.to_owned())
            }
            SuggestionKind::Service => None,
        };
    }

    /// What may have been meant by words that little goes on from.
    fn meant(&self, words: &[Typed]) -> Vec<Typed> {
        let Some((last, before)) = words.split_last() else { return Vec::new() };
        let mut letters = String::new();
        for word in before {
            let is_known = self.is_known(word);
            let mended = (!is_known).then(|| self.mended(word).into_iter().next()).flatten();
            letters.push_str(&mended.unwrap_or_else(|| word.letters.iter().collect()));
            letters.push(' ');
        }
        let as_typed: String = last.letters.iter().collect();
        let mut lasts = self.mended(last);
        if !lasts.contains(&as_typed) {
            lasts.insert(0, as_typed);
        }
        lasts.iter().map(|last| Typed::meant(&format!("{letters}{last}"))).collect()
    }

    /// The beginnings most like a word, of names and of needs.
    fn mended(&self, word: &Typed) -> Vec<String> {
        let names = self.index.names.kept.mending.mend(&word.letters);
        let needs = self.index.lexicon.need_names.mending.mend(&word.letters);
        let mut all: Vec<(String, u8)> = names.into_iter().chain(needs).collect();
        all.sort_by_key(|one| one.1);
        let fewest = all.first().map(|one| one.1);
        let mut meant: Vec<String> = Vec::new();
        for (word, edits) in all {
            if Some(edits) == fewest && !meant.contains(&word) {
                meant.push(word);
            }
        }
        meant
    }
}

/// Ranges in order, when no two of them overlap.
fn apart(mut ranges: Vec<Range<usize>>) -> Option<Vec<Range<usize>>> {
    ranges.sort_unstable_by_key(|range| range.start);
    ranges.windows(2).all(|pair| pair[0].end <= pair[1].start).then_some(ranges)
}
