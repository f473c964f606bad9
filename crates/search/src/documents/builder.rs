//! The columns while documents are added.

use std::collections::HashMap;

use super::{ALL, ALL_EXCEPT_ALAND, Card, Documents, LIMITED, NONE, Sets, Strings};
use super::{interface_place, number};
use crate::distance::column;
use crate::document::{Coverage, Document, Field};
use crate::labels::LabelsBuilder;
use crate::words::analyse;

/// The columns while documents are added.
#[derive(Debug, Default)]
pub struct DocumentsBuilder {
    documents: Documents,
    /// Names as they are ordered, by language of the interface; blank where there is none.
    names: [Strings; 3],
    organisations: HashMap<String, u32>,
    municipalities: HashMap<String, u32>,
    areas: HashMap<Vec<u32>, u32>,
    labels: LabelsBuilder,
    /// The numbers of limited areas that were taken over, by their numbers before.
    taken_over: HashMap<u32, u32>,
}

impl DocumentsBuilder {
    /// Adds a document; gives its number.
    pub fn add(&mut self, document: &Document) -> u32 {
        let all = &mut self.documents;
        let place = all.ids.push(&document.id);
        let organisation = document.organisation.as_deref();
        let organisation = organisation
            .map_or(NONE, |id| interned(&mut self.organisations, &mut all.organisations, id));
        let coverage = match &document.coverage {
            Coverage::All => ALL,
            Coverage::AllExceptAland => ALL_EXCEPT_ALAND,
            Coverage::Municipalities(codes) => {
                let known = &mut self.municipalities;
                let codes = codes.iter().map(String::as_str);
                let area = interned_all(known, &mut all.municipalities, codes);
                LIMITED + interned_set(&mut self.areas, &mut all.areas, area)
            }
        };
        all.places.push(&column(&document.places));
        let labels = self.labels.add(document);
        let languages = self.add_names(document);
        let card = Card { labels, coverage, organisation, languages, wellbeing: 0 };
        self.documents.cards.push(card);
        place
    }

    /// Takes a document over from other columns, always from the same, without its names: whoever takes
    /// documents over knows their order.
    pub fn take_over(&mut self, from: &Documents, document: usize) {
        let all = &mut self.documents;
        all.ids.push(from.ids.get(document));
        all.places.push(from.places.get(document));
        let card = from.cards[document];
        let organisation = match card.organisation {
            NONE => NONE,
            number => {
                let id = from.organisations.get(number as usize);
                interned(&mut self.organisations, &mut all.organisations, id)
            }
        };
        let coverage = card.area().map_or(card.coverage, |area| {
            LIMITED
                + *self.taken_over.entry(area).or_insert_with(|| {
                    let members = from.areas.get(area as usize).iter();
                    let codes = members.map(|member| from.municipalities.get(*member as usize));
                    let known = &mut self.municipalities;
                    let area = interned_all(known, &mut all.municipalities, codes);
                    interned_set(&mut self.areas, &mut all.areas, area)
                })
        });
        let labels = self.labels.take_over(&from.labels, card.labels);
        let languages = card.languages;
        all.cards.push(Card { labels, coverage, organisation, languages, wellbeing: 0 });
    }

    /// Adds a document's names; gives the bits of the languages that it has texts in.
    fn add_names(&mut self, document: &Document) -> u8 {
        let mut languages = 0;
        let mut names = [const { String::new() }; 3];
        for (field, language, text) in &document.texts {
            let Some(place) = interface_place(*language) else { continue };
            languages |= 1 << place;
            if *field == Field::Name && names[place].is_empty() {
                names[place] = order_key(text);
            }
        }
        for (column, name) in self.names.iter_mut().zip(names) {
            column.push(&name);
        }
        languages
    }

    /// The columns, with the order of names.
    pub fn finish(self) -> Documents {
        let ranks = [0, 1, 2].map(|place| self.ranks(place));
        self.finish_in_order(ranks)
    }

    /// The columns, with an order of names that is known.
    pub fn finish_in_order(mut self, ranks: [Vec<u32>; 3]) -> Documents {
        self.documents.ranks = ranks;
        self.documents.labels = self.labels.finish();
        self.documents.place_municipalities();
        self.documents
    }

    /// The places in the order of names of a language of the interface.
    fn ranks(&self, place: usize) -> Vec<u32> {
        let own = &self.names[place];
        let name = |document: usize| {
            let names = [own].into_iter().chain(&self.names).map(|names| names.get(document));
            names.into_iter().find(|name| !name.is_empty())
        };
        let ids = &self.documents.ids;
        let mut order: Vec<u32> = (0..number(self.documents.len())).collect();
        order.sort_by_cached_key(|document| {
            let name = name(*document as usize);
            (name.is_none(), name, ids.get(*document as usize))
        });
        let mut ranks = vec![0; order.len()];
        for (rank, document) in order.into_iter().enumerate() {
            ranks[document as usize] = number(rank);
        }
        ranks
    }
}

/// A name as names are ordered: words only, å ä ö after z in this order.
pub fn order_key(name: &str) -> String {
    let mut key = String::new();
    for word in analyse(name) {
        key.extend(word.surface.chars().map(|character| match character {
            'å' => '{',
            'ä' => '|',
            'ö' => '}',
            other => other,
        }));
        key.push(' ');
    }
    key
}

fn interned(known: &mut HashMap<String, u32>, values: &mut Strings, value: &str) -> u32 {
    if let Some(number) = known.get(value) {
        return *number;
    }
    let number = values.push(value);
    known.insert(value.to_owned(), number);
    number
}

fn interned_all<'a>(
    known: &mut HashMap<String, u32>,
    values: &mut Strings,
    set: impl Iterator<Item = &'a str>,
) -> Vec<u32> {
    let mut numbers: Vec<u32> = set.map(|value| interned(known, values, value)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn interned_set(known: &mut HashMap<Vec<u32>, u32>, sets: &mut Sets, set: Vec<u32>) -> u32 {
    if let Some(number) = known.get(&set) {
        return *number;
    }
    let place = sets.push(&set);
    known.insert(set, place);
    place
}
