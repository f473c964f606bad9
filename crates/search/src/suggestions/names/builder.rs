//! The names while documents are added.

use std::collections::{HashMap, HashSet};

use domain::Language;
use unicode_normalization::UnicodeNormalization;

use super::{KeptNames, Names, words_of};
use crate::document::{Document, Field};
use crate::documents::{NONE, Strings, interface_place};
use crate::index::Index;
use crate::suggestions::compounds::{finnish_parts, swedish_parts};
use crate::suggestions::fold::{first_word, word_starts};
use crate::suggestions::mending::Mending;
use crate::suggestions::table::Table;
use crate::terms::Vocabulary;

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
            let texts = document.texts.iter();
            let names = texts.filter(|(field, of, _)| *field == Field::Name && *of == language);
            let name = names.map(|(.., text)| tidy(text)).find(|name| has_word(name));
            let number = name.map_or(NONE, |name| self.names[place].number(name.as_bytes()).0);
            self.of_document[place].push(number);
        }
        let Some(organisation) = &document.organisation else { return };
        for (_, language, text) in
            document.texts.iter().filter(|(field, ..)| *field == Field::Organisation)
        {
            if let (Some(place), name) = (interface_place(*language), tidy(text)) {
                self.call(organisation, place, &name);
            }
        }
    }

    /// Takes a document's names over from an index. Its organisation is called what it was called there.
    pub fn take_over(&mut self, from: &Index, document: usize) {
        let kept = &from.names.kept;
        for (place, names) in self.names.iter_mut().enumerate() {
            let number = match kept.of_document[place][document] {
                NONE => NONE,
                name => names.number(kept.services[place].texts.get(name as usize).as_bytes()).0,
            };
            self.of_document[place].push(number);
        }
        let organisation = from.documents.cards[document].organisation;
        if organisation == NONE {
            return;
        }
        let id = from.documents.organisations.get(organisation as usize);
        for (place, names) in kept.providers.iter().enumerate() {
            self.call(id, place, names.get(organisation as usize));
        }
    }

    /// Notes once more what an organisation is called.
    fn call(&mut self, organisation: &str, place: usize, name: &str) {
        if !has_word(name) {
            return;
        }
        if !self.providers.contains_key(organisation) {
            self.providers.insert(organisation.to_owned(), Default::default());
        }
        let Some(known) = self.providers.get_mut(organisation) else { return };
        match known[place].iter_mut().find(|(known, _)| known == name) {
            Some((_, count)) => *count += 1,
            None => known[place].push((name.to_owned(), 1)),
        }
    }

    /// The names of an index that is otherwise finished. Where the parts of Finnish words begin is not
    /// worked out again where it is known.
    pub fn finish(self, index: &Index, known: &HashMap<&str, Vec<usize>>) -> Names {
        let Self { names, mut of_document, providers } = self;
        let mut tables = names.iter().zip(&mut of_document).zip(Language::INTERFACE).map(
            |((names, of_document), language)| services(index, names, of_document, language, known),
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
    finnish: &HashMap<&str, Vec<usize>>,
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
    // Those of the same worth stay in the order of their letters.
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
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
    let mut met: HashMap<String, Vec<usize>> = HashMap::new();
    Table::new(texts, |word| {
        if let Some(parts) = met.get(word) {
            return parts.clone();
        }
        let parts = match language {
            Language::Fi => match finnish.get(word) {
                Some(parts) => parts.clone(),
                None => finnish_parts(analyser, word),
            },
            Language::Sv => swedish_parts(&known, word),
            _ => Vec::new(),
        };
        met.insert(word.to_owned(), parts.clone());
        parts
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
