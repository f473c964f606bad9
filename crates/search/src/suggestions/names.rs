//! The names that are suggested: of services, providers, themes and places.

use std::collections::{HashMap, HashSet};

use domain::Language;
use domain::reference::{municipalities, themes};
use unicode_normalization::UnicodeNormalization;

use crate::document::{Document, Field};
use crate::documents::{NONE, Sets, Strings, interface_place, themes_of};
use crate::index::Index;
use crate::postings::Postings;
use crate::search::code_of_today;
use crate::suggestions::compounds::{finnish_parts, swedish_parts};
use crate::suggestions::fold::{first_word, folded, word_starts};
use crate::suggestions::mending::Mending;
use crate::suggestions::table::{Start, Table};
use crate::terms::Vocabulary;

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

/// The names while documents are added.
#[derive(Debug, Default)]
pub struct NamesBuilder {
    names: [Vocabulary; 3],
    of_document: [Vec<u32>; 3],
    /// What organisations were called, and how often.
    providers: HashMap<String, [Vec<(String, u32)>; 3]>,
}

impl NamesBuilder {
    /// Adds a document's names.
    pub fn add(&mut self, document: &Document) {
        for (place, language) in Language::INTERFACE.into_iter().enumerate() {
            let mut texts = document.texts.iter();
            let name = texts.find(|(field, of, _)| *field == Field::Name && *of == language);
            let name = name.map(|(.., text)| tidy(text)).filter(|name| has_word(name));
            let number = name.map_or(NONE, |name| self.names[place].number(name.as_bytes()).0);
            self.of_document[place].push(number);
        }
        let Some(organisation) = &document.organisation else { return };
        if !self.providers.contains_key(organisation) {
            self.providers.insert(organisation.clone(), Default::default());
        }
        let Some(known) = self.providers.get_mut(organisation) else { return };
        for (_, language, text) in
            document.texts.iter().filter(|(field, ..)| *field == Field::Organisation)
        {
            let (Some(place), name) = (interface_place(*language), tidy(text)) else { continue };
            match known[place].iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None if has_word(&name) => known[place].push((name, 1)),
                None => {}
            }
        }
    }

    /// The names of a finished index.
    pub fn finish(self, index: &Index) -> Names {
        let Self { names, mut of_document, providers } = self;
        let mut tables =
            names.iter().zip(&mut of_document).zip(Language::INTERFACE).map(
                |((names, of_document), language)| services(index, names, of_document, language),
            );
        let mut table = || tables.next().unwrap_or_default();
        let services = [table(), table(), table()];
        drop(tables);
        let organisations = &index.documents.organisations;
        let providers = [0, 1, 2].map(|language| {
            let mut all = Strings::default();
            for number in 0..organisations.len() {
                let names = providers.get(organisations.get(number));
                let names = names.into_iter().flat_map(|names| &names[language]);
                // Of names that are as frequent the first counts: `max_by_key` would give the last.
                let name = names.rev().max_by_key(|name| name.1);
                all.push(name.map_or("", |name| &name.0));
            }
            all
        });
        let kept = KeptNames { services, of_document, providers, mending: Mending::default() };
        let mut names = Names::new(index, kept);
        let lists = names.providers.iter().chain(&names.themes).chain(&names.places);
        let tables = names.kept.services.iter().chain(lists.map(|list| &list.table));
        names.kept.mending = Mending::new(words_of(tables));
        names
    }
}

/// The table of service names of a language, the worthiest first; the documents' numbers are changed
/// to theirs.
fn services(
    index: &Index,
    names: &Vocabulary,
    of_document: &mut Vec<u32>,
    language: Language,
) -> Table {
    let all = names.in_order();
    let mut counts = vec![(0_u32, 0_u8); all.len()];
    for (document, name) in of_document.iter().enumerate().filter(|(_, name)| **name != NONE) {
        let (count, wellbeing) = &mut counts[*name as usize];
        *count += 1;
        *wellbeing = (*wellbeing).max(index.documents.cards[document].wellbeing);
    }
    let worth = |name: &(&[u8], u32)| {
        let (count, wellbeing) = counts[name.1 as usize];
        worth(count, wellbeing, name.0.len())
    };
    let mut order: Vec<(f32, &[u8], u32)> =
        all.iter().map(|name| (worth(name), name.0, name.1)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let mut texts = Strings::default();
    let mut numbers = vec![NONE; order.len()];
    for (_, text, number) in order {
        numbers[number as usize] = texts.push(&String::from_utf8_lossy(text));
    }
    for name in of_document.iter_mut() {
        *name = numbers.get(*name as usize).copied().unwrap_or(NONE);
    }
    of_document.shrink_to_fit();
    texts.text.shrink_to_fit();
    texts.ends.shrink_to_fit();
    let known: HashSet<String> = match language {
        Language::Sv => (0..texts.len()).flat_map(|number| words(texts.get(number))).collect(),
        _ => HashSet::new(),
    };
    let analyser = &index.lexicon.analyser;
    Table::new(texts, |word| match language {
        Language::Fi => finnish_parts(analyser, word),
        Language::Sv => swedish_parts(&known, word),
        _ => Vec::new(),
    })
}

/// How much sooner a name is suggested: one of many services, of wellbeing, and short.
fn worth(count: u32, wellbeing: u8, length: usize) -> f32 {
    const WELLBEING: f32 = 1.5;
    const LETTERS: f32 = 1.0 / 40.0;
    #[expect(clippy::cast_precision_loss, reason = "names are short and counts small")]
    let (count, length) = (count as f32, length as f32);
    count.ln_1p() + WELLBEING * f32::from(wellbeing) / 255.0 - LETTERS * length
}

/// The words of a text in lower case.
fn words(text: &str) -> Vec<String> {
    word_starts(text).map(|start| first_word(&text[start..]).to_lowercase()).collect()
}

/// A name composed and with single spaces.
fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").nfc().collect()
}

fn has_word(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}
