//! The feeds that have an entity: a few sets that very many entities share.

use std::collections::{BTreeSet, HashMap};

/// Sets of feeds, each known by its place. A set is written as its feeds in order with a blank
/// between them.
#[derive(Debug)]
pub(super) struct Feeds {
    own: String,
    sets: Vec<String>,
    places: HashMap<String, u16>,
}

impl Feeds {
    /// The sets as one feed's import looks at them.
    pub(super) fn new(own: &str) -> Self {
        Self { own: own.to_owned(), sets: Vec::new(), places: HashMap::new() }
    }

    /// The place of a set. Beyond 65,536 different ones the last place is shared: no county has
    /// sixteen feeds.
    pub(super) fn intern(&mut self, set: &str) -> u16 {
        if let Some(place) = self.places.get(set) {
            return *place;
        }
        let place = u16::try_from(self.sets.len()).unwrap_or(u16::MAX);
        self.sets.push(set.to_owned());
        self.places.insert(set.to_owned(), place);
        place
    }

    fn set(&self, place: u16) -> BTreeSet<&str> {
        self.sets
            .get(usize::from(place))
            .map_or("", String::as_str)
            .split_ascii_whitespace()
            .collect()
    }

    /// Whether this import's feed is in the set.
    pub(super) fn has_own(&self, place: u16) -> bool {
        self.set(place).contains(self.own.as_str())
    }

    /// The set with this import's feed.
    pub(super) fn with_own(&self, place: u16) -> String {
        let mut set = self.set(place);
        set.insert(&self.own);
        joined(set)
    }

    /// The set without this import's feed.
    pub(super) fn without_own(&self, place: u16) -> String {
        let mut set = self.set(place);
        set.remove(self.own.as_str());
        joined(set)
    }

    /// The set of this import's feed alone.
    pub(super) fn own(&self) -> &str {
        &self.own
    }
}

fn joined(set: BTreeSet<&str>) -> String {
    set.into_iter().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_written_in_order_and_once() {
        let mut feeds = Feeds::new("ptv:county:02");
        let place = feeds.intern("ptv:all ptv:county:17");
        assert_eq!(feeds.intern("ptv:all ptv:county:17"), place);
        assert!(!feeds.has_own(place));
        assert_eq!(feeds.with_own(place), "ptv:all ptv:county:02 ptv:county:17");
        let both = feeds.intern("ptv:all ptv:county:02");
        assert!(feeds.has_own(both));
        assert_eq!(feeds.without_own(both), "ptv:all");
        let none = feeds.intern("");
        assert_eq!(feeds.with_own(none), "ptv:county:02");
        assert_eq!(feeds.without_own(none), "");
    }
}
