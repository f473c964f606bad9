//! The names that are suggested: of services, providers, themes and places.

mod builder;

use std::collections::HashMap;

use domain::Language;
use domain::reference::{municipalities, themes};

pub use self::builder::NamesBuilder;
use crate::documents::{NONE, Sets, Strings, themes_of};
use crate::index::Index;
use crate::postings::Postings;
use crate::search::code_of_today;
use crate::suggestions::fold::folded;
use crate::suggestions::mending::Mending;
use crate::suggestions::table::{Start, Table};

/// The impact from which on a service answers a need.
pub const ANSWERS: u8 = 115;

/// Texts with what each stands for and how many services there are of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The texts.
    pub table: Table,
    /// What each text stands for, by number.
    pub of: Vec<u32>,
    /// How many services each text's thing has.
    pub counts: Vec<u32>,
}

impl List {
    /// A list of texts, the worthiest first.
    pub fn new(
        texts: Strings,
        parts: impl FnMut(&str) -> Vec<usize>,
        of: Vec<u32>,
        counts: Vec<u32>,
    ) -> Self {
        Self { table: Table::new(texts, parts), of, counts }
    }

    /// A list of named things with counts: those of most services first.
    fn by_count<'a>(named: impl Iterator<Item = (&'a str, u32, u32)>) -> Self {
        let mut named: Vec<(&str, u32, u32)> =
            named.filter(|(text, _, count)| !text.is_empty() && *count > 0).collect();
        named.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.cmp(b)));
        let mut texts = Strings::default();
        for (text, ..) in &named {
            texts.push(text);
        }
        let of = named.iter().map(|one| one.1).collect();
        let counts = named.iter().map(|one| one.2).collect();
        Self::new(texts, |_| Vec::new(), of, counts)
    }

    const fn memory_bytes(&self) -> usize {
        self.table.memory_bytes() + 4 * (self.of.capacity() + self.counts.capacity())
    }
}

/// What a snapshot keeps of the names: the rest is quick to work out.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct KeptNames {
    /// Names of services, by language of the interface.
    pub services: [Table; 3],
    /// The number of each document's name, or `NONE`.
    pub of_document: [Vec<u32>; 3],
    /// Names of organisations by their number, by language of the interface; blank for none.
    pub providers: [Strings; 3],
    /// The words of all names.
    pub mending: Mending,
}

impl KeptNames {
    /// Whether every number points where it may.
    pub fn is_sound(&self, index: &Index) -> bool {
        let names = self.services.iter().zip(&self.of_document);
        names.into_iter().all(|(table, of_document)| {
            let is_known = |name: &u32| *name == NONE || (*name as usize) < table.texts.len();
            table.is_sound() && of_document.len() == index.len() && of_document.iter().all(is_known)
        }) && self.providers.iter().all(|names| names.len() == index.documents.organisations.len())
    }
}

/// The names, ready for suggestions.
#[derive(Debug, Default)]
pub struct Names {
    /// What a snapshot keeps.
    pub kept: KeptNames,
    /// The documents of each service name.
    pub documents_of: [Sets; 3],
    /// Organisations, by their number in the index.
    pub providers: [List; 3],
    /// Themes, by number.
    pub themes: [List; 3],
    /// Municipalities, by their place among Finland's.
    pub places: [List; 3],
    /// How many services answer each need.
    pub answering: Vec<u32>,
}

impl Names {
    /// Works out what is not kept.
    pub fn new(index: &Index, kept: KeptNames) -> Self {
        let documents_of = [0, 1, 2].map(|language| {
            documents_of(&kept.of_document[language], kept.services[language].texts.len())
        });
        let (by_provider, by_theme, by_place) = counts(index);
        let providers = [0, 1, 2].map(|language| {
            let called = &kept.providers[language];
            let counted = (0..).zip(&by_provider).take(called.len());
            List::by_count(
                counted.map(|(number, count)| (called.get(number as usize), number, *count)),
            )
        });
        let themes = Language::INTERFACE.map(|language| {
            let named = (0..).zip(themes()).zip(&by_theme);
            List::by_count(
                named.map(|((number, theme), count)| (theme.name(language), number, *count)),
            )
        });
        let places = Language::INTERFACE.map(|language| {
            let named = (0..).zip(municipalities()).zip(&by_place);
            List::by_count(
                named.map(|((number, place), count)| (place.name(language), number, *count)),
            )
        });
        let answering = (0_u32..).zip(index.lexicon.needs).map(|(number, _)| {
            let postings = index.terms.find_need(number).map(|term| index.postings_of(term));
            let found = postings
                .into_iter()
                .flat_map(Postings::documents)
                .filter(|(_, impact)| *impact >= ANSWERS);
            number_of(found.count())
        });
        Self { documents_of, providers, themes, places, answering: answering.collect(), kept }
    }

    /// What it holds in memory, in bytes.
    pub fn memory_bytes(&self) -> usize {
        let kept = &self.kept;
        let services: usize = kept.services.iter().map(Table::memory_bytes).sum();
        let columns: usize = kept.of_document.iter().map(Vec::capacity).sum();
        let sets = |sets: &Sets| sets.members.capacity() + sets.ends.capacity();
        let sets: usize = self.documents_of.iter().map(sets).sum();
        let providers: usize = kept
            .providers
            .iter()
            .map(|names| names.text.capacity() + 4 * names.ends.capacity())
            .sum();
        let lists = self.providers.iter().chain(&self.themes).chain(&self.places);
        let lists: usize = lists.map(List::memory_bytes).sum();
        services + 4 * (columns + sets) + providers + lists + kept.mending.bytes.capacity()
    }
}

fn number_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The documents of each name, from the names of the documents.
fn documents_of(of_document: &[u32], names: usize) -> Sets {
    let mut ends = vec![0_u32; names];
    let documents = || (0_u32..).zip(of_document).filter(|(_, name)| **name != NONE);
    for (_, name) in documents() {
        ends[*name as usize] += 1;
    }
    let mut sum = 0;
    for end in &mut ends {
        sum += *end;
        *end = sum - *end;
    }
    let mut members = vec![0; sum as usize];
    for (document, name) in documents() {
        let end = &mut ends[*name as usize];
        members[*end as usize] = document;
        *end += 1;
    }
    Sets { members, ends }
}

/// How many services each organisation, theme and municipality of Finland has.
fn counts(index: &Index) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let documents = &index.documents;
    let mut by_provider = vec![0; documents.organisations.len()];
    let mut by_theme = vec![0; themes().len()];
    let mut by_area = vec![0; documents.areas.len()];
    for document in 0..documents.len() {
        if let Some(count) = by_provider.get_mut(documents.cards[document].organisation as usize) {
            *count += 1;
        }
        for theme in themes_of(documents, document).iter() {
            if let Some(count) = by_theme.get_mut(usize::from(theme)) {
                *count += 1;
            }
        }
        if let Some(area) = documents.cards[document].area() {
            by_area[area as usize] += 1;
        }
    }
    let places: HashMap<&str, usize> =
        municipalities().iter().zip(0..).map(|(place, number)| (place.code, number)).collect();
    let known: Vec<Option<usize>> = (0..documents.municipalities.len())
        .map(|number| places.get(code_of_today(documents.municipalities.get(number))).copied())
        .collect();
    let mut by_place = vec![0; municipalities().len()];
    for (area, count) in by_area.into_iter().enumerate() {
        for place in documents.areas.get(area).iter().filter_map(|place| known[*place as usize]) {
            by_place[place] += count;
        }
    }
    (by_provider, by_theme, by_place)
}

/// The words that the beginnings of tables begin, folded.
pub fn words_of<'a>(tables: impl Iterator<Item = &'a Table>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for table in tables {
        for start in &table.starts {
            let letters = folded(table.rest(Start(*start))).map(|(_, letter)| letter);
            let word: String = letters.take_while(|letter| *letter != ' ').collect();
            if words.last() != Some(&word) {
                words.push(word);
            }
        }
    }
    words
}
