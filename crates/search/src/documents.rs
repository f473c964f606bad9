//! What is known of each document beside its words: columns by document number, with repeated values
//! and sets kept once.

mod builder;

use domain::Language;
use domain::reference::municipality;

pub use self::builder::{DocumentsBuilder, order_key};
use crate::document::Themes;
use crate::labels::{LabelSets, Labels};
use crate::query::FacetCode;

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

/// The themes of a document.
pub fn themes_of(documents: &Documents, document: usize) -> Themes {
    documents.labels.themes(documents.cards[document].labels.subjects)
}
