//! What a visitor does to their list, and what they are told of it.

use domain::catalogue::EntityId;
use domain::my_list::{MOST_SERVICES, Move};

use super::{Change, Kept};

/// What a visitor does to their list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Puts a service at the end.
    Add(EntityId),
    /// Takes services away.
    Remove(Vec<EntityId>),
    /// Puts back at a place what was taken away.
    Restore(usize, Vec<EntityId>),
    /// Moves a service.
    Move(EntityId, Move),
    /// Begins anew.
    Clear,
    /// Puts the services of a shared list at the end.
    Take(Vec<EntityId>),
}

impl Deed {
    /// The one service that it is about, if it is about one.
    #[must_use]
    pub fn service(&self) -> Option<&EntityId> {
        match self {
            Self::Add(id) | Self::Move(id, _) => Some(id),
            Self::Remove(ids) | Self::Restore(_, ids) => match ids.as_slice() {
                [id] => Some(id),
                _ => None,
            },
            Self::Clear | Self::Take(_) => None,
        }
    }
}

impl Kept {
    /// Does it, and keeps what the visitor is to be told of it.
    pub fn apply(&mut self, deed: Deed) {
        self.change = match deed {
            Deed::Add(id) if self.list.has(&id) => None,
            Deed::Add(id) => {
                let inserted = self.list.insert(MOST_SERVICES, [id]);
                let full = self.list.is_full().then_some(Change::Full);
                inserted.into_iter().next().map(Change::Added).or(full)
            }
            Deed::Remove(ids) => self.remove(ids),
            Deed::Clear => self.remove(self.list.ids().to_vec()),
            Deed::Restore(place, ids) => {
                let mut restored = self.list.insert(place, ids);
                (restored.len() == 1).then(|| Change::Added(restored.remove(0)))
            }
            Deed::Move(id, way) => {
                self.list.shift(&id, way);
                None
            }
            Deed::Take(ids) => Some(Change::Taken(self.list.insert(MOST_SERVICES, ids))),
        };
    }

    fn remove(&mut self, mut ids: Vec<EntityId>) -> Option<Change> {
        ids.retain(|id| self.list.has(id));
        self.list.remove(&ids).map(|place| Change::Removed(place, ids))
    }
}

#[cfg(test)]
mod tests {
    use domain::my_list::ServiceList;

    use super::*;

    fn ids(names: &str) -> Vec<EntityId> {
        names.split_terminator(' ').map(|name| EntityId::new(name).unwrap()).collect()
    }

    fn id(name: &str) -> EntityId {
        EntityId::new(name).unwrap()
    }

    /// A list after some deeds, with the last one's word.
    fn after(
        names: &str,
        deeds: impl IntoIterator<Item = Deed>,
    ) -> (Vec<EntityId>, Option<Change>) {
        let mut kept = Kept { list: ServiceList::of(ids(names)), change: None };
        for deed in deeds {
            kept.apply(deed);
        }
        (kept.list.ids().to_vec(), kept.change)
    }

    #[test]
    fn a_service_is_added_once_and_told_of_once() {
        assert_eq!(after("a", [Deed::Add(id("b"))]), (ids("a b"), Some(Change::Added(id("b")))));
        assert_eq!(after("a b", [Deed::Add(id("b"))]), (ids("a b"), None));
    }

    #[test]
    fn what_was_removed_is_restored_where_it_was() {
        let (list, change) = after("a b c", [Deed::Remove(ids("b z"))]);
        assert_eq!(list, ids("a c"));
        let Some(Change::Removed(place, removed)) = change else { panic!("{change:?}") };
        let (list, change) = after("a c", [Deed::Restore(place, removed)]);
        assert_eq!((list, change), (ids("a b c"), Some(Change::Added(id("b")))));
        assert_eq!(after("a", [Deed::Remove(ids("z"))]), (ids("a"), None));
    }

    #[test]
    fn a_list_that_was_cleared_comes_back_whole() {
        let (list, change) = after("a b c", [Deed::Clear]);
        assert_eq!((list, change), (vec![], Some(Change::Removed(0, ids("a b c")))));
        assert_eq!(after("", [Deed::Restore(0, ids("a b c"))]).0, ids("a b c"));
    }

    #[test]
    fn a_shared_list_is_taken_behind_ones_own_and_can_be_given_back() {
        let (list, change) = after("a b", [Deed::Take(ids("b c d"))]);
        assert_eq!((list, change), (ids("a b c d"), Some(Change::Taken(ids("c d")))));
        assert_eq!(after("a b c d", [Deed::Remove(ids("c d"))]).0, ids("a b"));
    }

    #[test]
    fn a_full_list_says_so() {
        let full: Vec<String> = (0..MOST_SERVICES).map(|number| format!("s{number}")).collect();
        let (list, change) = after(&full.join(" "), [Deed::Add(id("more"))]);
        assert_eq!((list.len(), change), (MOST_SERVICES, Some(Change::Full)));
    }

    #[test]
    fn a_move_is_seen_and_not_told() {
        assert_eq!(after("a b", [Deed::Move(id("b"), Move::Up)]), (ids("b a"), None));
    }
}
