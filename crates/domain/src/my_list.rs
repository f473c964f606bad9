//! A visitor's own list: some services in an order, gathered for oneself or for somebody else (*oma lista*).
//!
//! A list knows nothing of whose it is. It is short on purpose: what is carried home is read, not browsed.

use crate::catalogue::EntityId;

/// How many services a list holds.
pub const MOST_SERVICES: usize = 30;

/// The longest id that a list takes, in characters; PTV's have 36. A list must fit a cookie.
const LONGEST_ID: usize = 48;

/// Services in the order in which somebody put them, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceList(Vec<EntityId>);

/// Which way a service moves in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Before the one above it.
    Up,
    /// After the one below it.
    Down,
}

impl ServiceList {
    /// A list of these services: repeated ones once, and no more than [`MOST_SERVICES`].
    #[must_use]
    pub fn of(ids: impl IntoIterator<Item = EntityId>) -> Self {
        let mut list = Self::default();
        list.insert(MOST_SERVICES, ids);
        list
    }

    /// The services in their order.
    #[must_use]
    pub fn ids(&self) -> &[EntityId] {
        &self.0
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether no more go in.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.len() >= MOST_SERVICES
    }

    /// Whether a service is on it.
    #[must_use]
    pub fn has(&self, id: &EntityId) -> bool {
        self.0.contains(id)
    }

    /// Puts services in at a place counted from 0, or at the end, in their order. What is there already,
    /// or cannot be listed, or finds no room, is left out; gives those that went in.
    pub fn insert(
        &mut self,
        place: usize,
        ids: impl IntoIterator<Item = EntityId>,
    ) -> Vec<EntityId> {
        let mut inserted = Vec::new();
        for id in ids {
            if self.is_full() {
                break;
            }
            if can_be_listed(&id) && !self.has(&id) {
                let place = (place.saturating_add(inserted.len())).min(self.0.len());
                self.0.insert(place, id.clone());
                inserted.push(id);
            }
        }
        inserted
    }

    /// Takes services away, and gives the place, from 0, where the first of them stood.
    pub fn remove(&mut self, ids: &[EntityId]) -> Option<usize> {
        let first = self.0.iter().position(|id| ids.contains(id));
        self.0.retain(|id| !ids.contains(id));
        first
    }

    /// Moves a service by one place; at the end of the list it stays. Says whether it moved.
    pub fn shift(&mut self, id: &EntityId, way: Move) -> bool {
        let Some(from) = self.0.iter().position(|one| one == id) else { return false };
        let to = match way {
            Move::Up => from.checked_sub(1),
            Move::Down => Some(from + 1).filter(|to| *to < self.0.len()),
        };
        if let Some(to) = to {
            self.0.swap(from, to);
        }
        to.is_some()
    }
}

/// Whether a list takes the id: letters, digits, hyphens and low lines, as the ids of services have.
#[must_use]
pub fn can_be_listed(id: &EntityId) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    id.as_str().len() <= LONGEST_ID && id.as_str().bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> EntityId {
        EntityId::new(name).unwrap()
    }

    fn list(names: &str) -> ServiceList {
        ServiceList::of(names.split(' ').map(id))
    }

    fn names(list: &ServiceList) -> String {
        list.ids().iter().map(EntityId::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_service_is_on_a_list_once_and_in_its_place() {
        let mut mine = list("a b a c");
        assert_eq!(names(&mine), "a b c");
        assert!(mine.insert(MOST_SERVICES, [id("b")]).is_empty());
        assert_eq!(mine.insert(1, [id("x"), id("a"), id("y")]), [id("x"), id("y")]);
        assert_eq!(names(&mine), "a x y b c");
    }

    #[test]
    fn what_was_removed_goes_back_to_its_place() {
        let mut mine = list("a b c");
        let place = mine.remove(&[id("b")]).unwrap();
        assert_eq!((place, names(&mine).as_str()), (1, "a c"));
        mine.insert(place, [id("b")]);
        assert_eq!(names(&mine), "a b c");
        assert_eq!(mine.remove(&[id("z")]), None);
        assert_eq!(mine.remove(&[id("a"), id("b"), id("c")]), Some(0));
        assert!(mine.is_empty());
    }

    #[test]
    fn a_service_moves_up_and_down_and_stays_at_the_ends() {
        let mut mine = list("a b c");
        assert!(mine.shift(&id("c"), Move::Up));
        assert_eq!(names(&mine), "a c b");
        assert!(mine.shift(&id("a"), Move::Down));
        assert_eq!(names(&mine), "c a b");
        assert!(!mine.shift(&id("c"), Move::Up));
        assert!(!mine.shift(&id("b"), Move::Down));
        assert!(!mine.shift(&id("z"), Move::Up));
        assert_eq!(names(&mine), "c a b");
    }

    #[test]
    fn a_list_ends_where_it_is_full() {
        let mut mine = ServiceList::of((0..40).map(|number| id(&format!("s{number}"))));
        assert_eq!(mine.len(), MOST_SERVICES);
        assert!(mine.is_full() && mine.insert(0, [id("more")]).is_empty());
    }

    #[test]
    fn an_id_that_no_cookie_could_carry_is_left_out() {
        let odd = [id("a;b"), id("a,b"), id("a.b"), id(&"x".repeat(49)), id("http://a")];
        assert!(ServiceList::of(odd).is_empty());
        assert_eq!(ServiceList::of([id("50000000-0000-4000-8000-000000000001")]).len(), 1);
    }
}
