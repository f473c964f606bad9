//! What an import decides: whether a record is new or changed, which of two copies counts, what may
//! go, which organisation's edge closes a ring.

use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

use jiff::Timestamp;

/// What the catalogue has of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Before<P> {
    /// The print of its document.
    pub document: P,
    /// Whether no feed has it any more.
    pub gone: bool,
}

/// What a record is to the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It was never there.
    New,
    /// It is there with another document.
    Changed,
    /// It was gone.
    Back,
    /// It is there with the same document.
    Unchanged,
}

impl Verdict {
    /// Judges a document by what the catalogue has.
    pub fn of<P: PartialEq>(before: Option<&Before<P>>, document: &P) -> Self {
        match before {
            None => Self::New,
            Some(before) if before.gone => Self::Back,
            Some(before) if before.document == *document => Self::Unchanged,
            Some(_) => Self::Changed,
        }
    }
}

/// Whether the second of two differing copies of a record counts: only when the source changed it
/// later than the first. A copy without a time counts as the oldest.
#[must_use]
pub fn is_newer_copy(first: Option<Timestamp>, second: Option<Timestamp>) -> bool {
    second > first
}

/// So many may go at once without a question.
pub const GUARD_FLOOR: u64 = 20;

/// So few may go at once although nothing is left then.
pub const GUARD_WHOLE: u64 = 5;

/// Whether so many are too many to go at once: more than a tenth of the feed's members of the kind,
/// and more than [`GUARD_FLOOR`]; or all of them, and more than [`GUARD_WHOLE`], since an empty
/// answer is rather a fault of the source.
#[must_use]
pub const fn is_guarded(members: u64, going: u64) -> bool {
    (going > GUARD_FLOOR && going.saturating_mul(10) > members)
        || (going > GUARD_WHOLE && going >= members)
}

/// No organisation stands deeper than this below its topmost one.
pub const PARENT_LIMIT: usize = 1_000;

/// Of the organisations in `changed`, in this order, those whose edge to their parent closes a ring
/// or stands too deep. Their edges are taken out of `parents`.
pub fn cut_rings<O: Clone + Eq + Hash + Ord>(
    parents: &mut BTreeMap<O, O>,
    changed: &[O],
) -> Vec<O> {
    let mut cut = Vec::new();
    for organisation in changed {
        let mut visited = HashSet::from([organisation]);
        let mut at = organisation;
        let closes = loop {
            let Some(parent) = parents.get(at) else { break false };
            if parent == organisation || visited.len() > PARENT_LIMIT {
                break true;
            }
            // A ring further up that this one only leads to: its own members cut it.
            if !visited.insert(parent) {
                break false;
            }
            at = parent;
        };
        if closes {
            parents.remove(organisation);
            cut.push(organisation.clone());
        }
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_judged_by_what_the_catalogue_has() {
        let there = Before { document: 1, gone: false };
        let gone = Before { document: 1, gone: true };
        for (before, document, verdict) in [
            (None, 1, Verdict::New),
            (Some(&there), 1, Verdict::Unchanged),
            (Some(&there), 2, Verdict::Changed),
            (Some(&gone), 1, Verdict::Back),
            (Some(&gone), 2, Verdict::Back),
        ] {
            assert_eq!(Verdict::of(before, &document), verdict);
        }
    }

    #[test]
    fn the_newer_copy_counts_and_of_equals_the_first() {
        let (early, late) = (Some(Timestamp::UNIX_EPOCH), Timestamp::from_second(9).ok());
        assert!(is_newer_copy(early, late));
        assert!(is_newer_copy(None, early));
        for (first, second) in [(late, early), (early, early), (early, None), (None, None)] {
            assert!(!is_newer_copy(first, second), "{first:?} {second:?}");
        }
    }

    #[test]
    fn the_guard_stops_more_than_a_tenth_and_more_than_twenty() {
        for (members, going, guarded) in [
            (0, 0, false),
            (5, 5, false),
            (6, 6, true),
            (20, 19, false),
            (20, 20, true),
            (21, 21, true),
            (210, 21, false),
            (209, 21, true),
            (100_000, 10_000, false),
            (100_000, 10_001, true),
        ] {
            assert_eq!(is_guarded(members, going), guarded, "{going} of {members}");
        }
    }

    #[test]
    fn a_ring_is_cut_once_and_a_chain_is_left() {
        let mut ring = BTreeMap::from([(1, 2), (2, 3), (3, 1), (4, 3)]);
        assert_eq!(cut_rings(&mut ring, &[4, 1, 2, 3]), [1]);
        let mut oneself = BTreeMap::from([(1, 1)]);
        assert_eq!(cut_rings(&mut oneself, &[1]), [1]);
        let mut chain: BTreeMap<usize, usize> =
            (1..=1_000).map(|child| (child, child + 1)).collect();
        let all: Vec<usize> = chain.keys().copied().collect();
        assert!(cut_rings(&mut chain, &all).is_empty());
    }

    #[test]
    fn a_chain_without_end_is_cut_at_the_limit() {
        let mut chain: BTreeMap<usize, usize> =
            (1..=3_000).map(|child| (child, child + 1)).collect();
        assert_eq!(cut_rings(&mut chain, &[1]), [1]);
    }
}
