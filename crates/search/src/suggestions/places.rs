//! Suggestions that name a place beside something else: "uimahalli naa" goes on to Naantali.

use std::ops::Range;

use domain::reference::{Municipality, municipalities, municipality};

use crate::index::Index;
use crate::suggestions::choice::Candidate;
use crate::suggestions::fold::Typed;
use crate::suggestions::{LETTERS, Search, Suggestion, SuggestionKind, Table};
use crate::words::{Word, analyse};

/// The fewest letters that a place is guessed from behind other words.
const PLACE_LETTERS: usize = 2;
/// The most places that are guessed.
const PLACES: usize = 3;
/// The most names beside which a place is offered that has none of them.
const BESIDE: usize = 2;

/// A place that services must serve by an area of their own.
pub struct Within {
    place: &'static Municipality,
    /// By limited area.
    covering: Vec<bool>,
}

impl Within {
    fn new(index: &Index, place: &'static Municipality) -> Self {
        let documents = &index.documents;
        let covering = documents.areas.having(documents.municipalities.find(place.code));
        Self { place, covering }
    }

    /// Whether a document's own area covers it.
    pub fn is_served_by(&self, index: &Index, document: u32) -> bool {
        let area = index.documents.card(document).area();
        area.is_some_and(|area| self.covering[area as usize])
    }

    /// Writes the place's name behind a text that does not have it.
    pub fn write_behind(&self, suggestion: &mut Suggestion) {
        let name = self.place.name(suggestion.language);
        suggestion.place = Some(self.place.code.to_owned());
        let named = Typed::new(name, LETTERS).find_in(&suggestion.text);
        if named.is_none() {
            suggestion.text.push(' ');
            let start = suggestion.text.len();
            suggestion.text.push_str(name);
            suggestion.typed.push(start..suggestion.text.len());
        }
    }
}

impl Search<'_> {
    /// Adds services of a place that is one of the words, and places that the last word begins.
    pub fn add_beside_places(&mut self, text: &str, words: &[Typed]) {
        let text: String = text.chars().take(LETTERS).collect();
        let raw: Vec<Word> = analyse(&text);
        let named = raw.iter().enumerate().find_map(|(number, word)| {
            let lexicon = &self.index.lexicon;
            let code = lexicon
                .places
                .find(&lexicon.analyser, word.whole.as_ref().unwrap_or(&word.surface))?;
            Some((number, municipality(code)?))
        });
        if let Some((number, place)) = named
            && raw.len() == words.len()
        {
            let others = words.iter().enumerate().filter(|(other, _)| *other != number);
            let others: Vec<&Typed> = others.map(|(_, word)| word).collect();
            let (others, count) = (Typed::joined(&others), self.found.len());
            self.add_within(place, &others);
            if self.found.len() == count {
                self.add_begun_beside(place, &others);
            }
        }
        let Some((last, before)) = words.split_last() else { return };
        if last.letters.len() < PLACE_LETTERS || !before.iter().all(|word| self.is_known(word)) {
            return;
        }
        let before = Typed::joined(&before.iter().collect::<Vec<_>>());
        for (place, language, letters) in self.begun(last) {
            let count = self.found.len();
            self.add_within(place, &before);
            if self.found.len() == count
                && let Some((before, _)) = text.trim().rsplit_once(char::is_whitespace)
            {
                let before: Vec<&str> = before.split_whitespace().collect();
                let before = before.join(" ");
                let name = place.name(domain::Language::INTERFACE[language]);
                let typed = std::iter::once(0..before.len() + 1 + letters).collect();
                self.add_place(format!("{before} {name}"), typed, place, language);
            }
        }
    }

    /// Whether a place is one to suggest: on a county's site one of the county.
    fn is_here(&self, place: &Municipality) -> bool {
        self.county.is_none_or(|county| county.has_place(place))
    }

    /// Adds services of a place.
    fn add_within(&mut self, place: &'static Municipality, typed: &Typed) {
        if !self.is_here(place) {
            return;
        }
        let within = Within::new(self.index, place);
        for rank in 0..self.languages.len() {
            self.add(SuggestionKind::Service, rank, typed, Some(&within));
        }
    }

    /// Adds a place behind the service names that go on as typed, though none has it: its neighbours
    /// may.
    fn add_begun_beside(&mut self, place: &'static Municipality, typed: &Typed) {
        for language in self.languages.clone() {
            let table = self.table(SuggestionKind::Service, language);
            let mut names = Vec::new();
            table.each_best(&table.continuing(typed), |start| {
                let end = typed.end_in(table.rest(start)).filter(|_| start.offset() == 0);
                names.extend(end.map(|end| (table.texts.get(start.text()), end)));
                names.len() < BESIDE
            });
            for (name, end) in names {
                let mut letters = std::iter::once(0..end).collect::<Vec<_>>();
                let text = format!("{name} {}", place.name(domain::Language::INTERFACE[language]));
                letters.push(name.len() + 1..text.len());
                self.add_place(text, letters, place, language);
            }
        }
    }

    /// The places that a word begins, in the first language that has any, with how much of the name
    /// was typed.
    fn begun(&self, word: &Typed) -> Vec<(&'static Municipality, usize, usize)> {
        for language in &self.languages {
            let list = &self.index.names.places[*language];
            let mut found = Vec::new();
            list.table.each_best(&list.table.continuing(word), |start| {
                let place = list.of.get(start.text()).map(|place| *place as usize);
                let place = place.and_then(|place| municipalities().get(place));
                let place = place.filter(|place| self.is_here(place));
                let letters = word.end_in(list.table.rest(start));
                if let (Some(place), Some(letters), 0) = (place, letters, start.offset()) {
                    found.push((place, *language, letters));
                }
                found.len() < PLACES
            });
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Adds a place behind other words, when there are services in it.
    fn add_place(
        &mut self,
        text: String,
        typed: Vec<Range<usize>>,
        place: &'static Municipality,
        language: usize,
    ) {
        if !self.is_here(place) {
            return;
        }
        let list = &self.index.names.places[language];
        let of_place = |number: &u32| municipalities()[*number as usize].code == place.code;
        let Some(number) = list.of.iter().position(of_place) else { return };
        let suggestion = Suggestion {
            kind: SuggestionKind::Place,
            text,
            language: domain::Language::INTERFACE[language],
            typed,
            count: list.counts[number] as usize,
            id: Some(place.code.to_owned()),
            about: None,
            place: Some(place.code.to_owned()),
        };
        self.found.add(Candidate::of_place(suggestion, number));
    }

    /// Whether something goes on as typed.
    pub fn is_known(&self, word: &Typed) -> bool {
        let has = |table: &Table| !table.continuing(word).is_empty();
        let kinds = [SuggestionKind::Service, SuggestionKind::Need];
        let mut all =
            self.languages.iter().flat_map(|language| kinds.map(|kind| (kind, *language)));
        all.any(|(kind, language)| has(self.table(kind, language)))
    }
}
