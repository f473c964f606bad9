//! What is known of each document beside its words: columns by document number, with repeated values
//! and sets kept once.

use std::collections::HashMap;

use domain::Language;
use domain::reference::municipality;

use crate::distance::column;
use crate::document::{Coverage, Document, Field, Themes};
use crate::labels::{LabelSets, Labels, LabelsBuilder};
use crate::query::FacetCode;
use crate::words::analyse;

/// The number for "no value".
pub const NONE: u32 = u32::MAX;
/// The coverage number of the whole country.
pub const ALL: u32 = 0;
/// The coverage number of the whole country but Åland.
pub const ALL_EXCEPT_ALAND: u32 = 1;
/// The coverage number of the first limited area.
pub const LIMITED: u32 = 2;

/// The columns.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Documents {
    /// Entity ids, by document.
    pub ids: Strings,
    /// What is looked at of each that is found.
    pub cards: Vec<Card>,
    /// The place in the order of names, by language of the interface.
    pub ranks: [Vec<u32>; 3],
    /// Organisations' ids.
    pub organisations: Strings,
    /// Municipality codes.
    pub municipalities: Strings,
    /// The county of each municipality, as its code's number; 0 when it has none.
    pub counties: Vec<u8>,
    /// The municipalities in the order of their codes, with the code.
    pub municipalities_in_order: Vec<(u32, FacetCode)>,
    /// Limited areas, as numbers in `municipalities`.
    pub areas: Sets,
    /// Where one gets them, by document: metres east and north by turns.
    pub places: Sets,
    /// What services are counted and chosen by.
    pub labels: Labels,
}

/// What is looked at of a document that is found, in one piece: documents that are found lie far from
/// each other in memory.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Card {
    /// The sets of labels.
    pub labels: LabelSets,
    /// `ALL`, `ALL_EXCEPT_ALAND`, or `LIMITED` + number in `areas`.
    pub coverage: u32,
    /// Number in `organisations`, or `NONE`.
    pub organisation: u32,
    /// Bits by language of the interface: whether it has texts in it.
    pub languages: u8,
    /// How well it answers the need of wellbeing that it answers best.
    pub wellbeing: u8,
}

impl Card {
    /// The number of its limited area.
    pub const fn area(self) -> Option<u32> {
        self.coverage.checked_sub(LIMITED)
    }

    /// Whether it has texts in the language of this place among the interface's.
    pub const fn has_language(self, place: usize) -> bool {
        self.languages & (1 << place) != 0
    }

    /// How well it answers the need of wellbeing that it answers best: at most 1.
    pub fn share_of_wellbeing(self) -> f32 {
        f32::from(self.wellbeing) / 255.0
    }
}

/// Texts by number.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Strings {
    /// The texts, one after another.
    pub text: String,
    /// Where each ends.
    pub ends: Vec<u32>,
}

impl Strings {
    /// How many there are.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a number.
    pub fn get(&self, number: usize) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..self.ends[number] as usize).unwrap_or_default()
    }

    /// The number of a text, looked for from the first on.
    pub fn find(&self, text: &str) -> Option<u32> {
        (0..self.len()).find(|number| self.get(*number) == text)?.try_into().ok()
    }

    /// What it holds in memory, in bytes.
    pub const fn memory_bytes(&self) -> usize {
        self.text.capacity() + size_of::<u32>() * self.ends.capacity()
    }

    /// Adds a text; gives its number.
    pub fn push(&mut self, text: &str) -> u32 {
        self.text.push_str(text);
        self.ends.push(number(self.text.len()));
        number(self.len() - 1)
    }
}

/// Sets of numbers, by number.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sets {
    /// The members, one set after another.
    pub members: Vec<u32>,
    /// Where each set ends.
    pub ends: Vec<u32>,
}

impl Sets {
    /// How many there are.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// What it holds in memory, in bytes.
    pub const fn memory_bytes(&self) -> usize {
        size_of::<u32>() * (self.members.capacity() + self.ends.capacity())
    }

    /// Adds a set; gives its number.
    pub fn push(&mut self, set: &[u32]) -> u32 {
        self.members.extend_from_slice(set);
        self.ends.push(number(self.members.len()));
        number(self.len() - 1)
    }

    /// A set's members, ascending.
    pub fn get(&self, set: usize) -> &[u32] {
        let start = set.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.members.get(start as usize..self.ends[set] as usize).unwrap_or_default()
    }

    /// For each set, whether it has the member.
    pub fn having(&self, member: Option<u32>) -> Vec<bool> {
        let has = |set| member.is_some_and(|member| self.get(set).contains(&member));
        (0..self.len()).map(has).collect()
    }
}

impl Documents {
    /// How many there are.
    pub const fn len(&self) -> usize {
        self.cards.len()
    }

    /// A document's card.
    pub fn card(&self, document: u32) -> Card {
        self.cards[document as usize]
    }

    /// What they hold in memory, in bytes.
    pub fn memory_bytes(&self) -> usize {
        let strings = [&self.ids, &self.organisations, &self.municipalities];
        let columns = self.ranks.iter().map(Vec::capacity).sum::<usize>();
        let in_order = size_of::<(u32, FacetCode)>() * self.municipalities_in_order.capacity();
        strings.map(Strings::memory_bytes).iter().sum::<usize>()
            + self.areas.memory_bytes()
            + self.places.memory_bytes()
            + self.labels.memory_bytes()
            + size_of::<u32>() * columns
            + in_order
            + size_of::<Card>() * self.cards.capacity()
            + self.counties.capacity()
    }

    /// Notes the county of each municipality, and their order.
    pub fn place_municipalities(&mut self) {
        let county = |number: usize| {
            let found = municipality(self.municipalities.get(number));
            found.and_then(|municipality| municipality.county.parse().ok()).unwrap_or_default()
        };
        self.counties = (0..self.municipalities.len()).map(county).collect();
        let code = |place: usize| (number(place), self.municipalities.get(place).into());
        self.municipalities_in_order = (0..self.municipalities.len()).map(code).collect();
        self.municipalities_in_order.sort_by(|a, b| a.1.cmp(&b.1));
    }
}

/// The place of a language among the interface's: Finnish, Swedish, English.
pub fn interface_place(language: Language) -> Option<usize> {
    Language::INTERFACE.iter().position(|other| *other == language)
}

/// A length or number of which there are fewer than 2³²−1.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(NONE)
}

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
    pub fn finish(mut self) -> Documents {
        for place in 0..self.names.len() {
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
            self.documents.ranks[place] = ranks;
        }
        self.documents.labels = self.labels.finish();
        self.documents.place_municipalities();
        self.documents
    }
}

/// A name as names are ordered: words only, å ä ö after z in this order.
fn order_key(name: &str) -> String {
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

/// The themes of a document.
pub fn themes_of(documents: &Documents, document: usize) -> Themes {
    documents.labels.themes(documents.cards[document].labels.subjects)
}
