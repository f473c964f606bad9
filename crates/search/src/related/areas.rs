//! How near the area of a service is to a place.

use std::collections::HashSet;

use domain::reference::{municipality, neighbours};

use crate::documents::ALL;
use crate::index::Index;
use crate::search::{code_of_today, is_of_aland};

/// How near an area is, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// It has the place.
    Own,
    /// It has a neighbour of it.
    Neighbour,
    /// It has some of the place's county.
    County,
    /// It is the whole country.
    Nationwide,
    /// It is somewhere else.
    Elsewhere,
}

/// The areas of an index by how near they are to a place.
pub struct Areas {
    /// By limited area.
    limited: Vec<Nearness>,
    is_aland: bool,
    /// Whether there is no place to be near to.
    is_anywhere: bool,
}

impl Areas {
    /// The areas around a document's own, or around a municipality.
    pub fn around(index: &Index, document: u32, code: Option<&str>) -> Self {
        let documents = &index.documents;
        let own: HashSet<&str> = match (code, documents.card(document).area()) {
            (Some(code), _) => HashSet::from([code_of_today(code)]),
            (None, Some(area)) => {
                let members = documents.areas.get(area as usize).iter();
                members.map(|m| code_of_today(documents.municipalities.get(*m as usize))).collect()
            }
            (None, None) => HashSet::new(),
        };
        let near: HashSet<&str> = own.iter().flat_map(|code| neighbours(code)).copied().collect();
        let counties: HashSet<&str> =
            own.iter().filter_map(|code| municipality(code)).map(|found| found.county).collect();
        let nearness = |code: &str| {
            let code = code_of_today(code);
            match () {
                () if own.contains(code) => Nearness::Own,
                () if near.contains(code) => Nearness::Neighbour,
                () if municipality(code).is_some_and(|m| counties.contains(m.county)) => {
                    Nearness::County
                }
                () => Nearness::Elsewhere,
            }
        };
        let all = 0..documents.municipalities.len();
        let municipalities: Vec<Nearness> =
            all.map(|number| nearness(documents.municipalities.get(number))).collect();
        let limited = (0..documents.areas.len()).map(|area| {
            let members = documents.areas.get(area).iter();
            let nearest = members.map(|member| municipalities[*member as usize]).min();
            nearest.unwrap_or(Nearness::Elsewhere)
        });
        Self {
            limited: limited.collect(),
            is_aland: !own.is_empty() && own.iter().all(|code| is_of_aland(code)),
            is_anywhere: own.is_empty(),
        }
    }

    /// How near a document is.
    pub fn nearness(&self, index: &Index, document: u32) -> Nearness {
        let card = index.documents.card(document);
        match card.area() {
            Some(area) => self.limited[area as usize],
            None if card.coverage != ALL && self.is_aland => Nearness::Elsewhere,
            None => Nearness::Nationwide,
        }
    }

    /// Whether there is no place to be near to.
    pub const fn is_anywhere(&self) -> bool {
        self.is_anywhere
    }
}
