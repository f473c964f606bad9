//! How many wrong codes are looked at: a code is not to be found by trying.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// How many wrong codes are looked at in a minute, of all visitors together: who they are is not kept.
/// Trying all day at this rate, 150,000 of 2⁴⁰ codes are tried.
const MOST_A_MINUTE: u32 = 100;
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// The wrong guesses of this minute. Cheap to clone; clones share it.
#[derive(Debug, Clone, Default)]
pub struct Guesses(Arc<Mutex<(Timestamp, u32)>>);

impl Guesses {
    /// Whether another code may be looked at.
    pub(super) fn may_go_on(&self, now: Timestamp) -> bool {
        let (since, wrong) = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        wrong < MOST_A_MINUTE || is_over(since, now)
    }

    /// Counts a code that was wrong.
    pub(super) fn count(&self, now: Timestamp) {
        let mut guesses = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if is_over(guesses.0, now) {
            *guesses = (now, 0);
        }
        guesses.1 = guesses.1.saturating_add(1);
    }
}

/// Whether the minute that began at an instant is over; also when the clock was set back.
fn is_over(since: Timestamp, now: Timestamp) -> bool {
    let passed = now.duration_since(since);
    passed >= MINUTE || passed.is_negative()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_are_wrong_in_a_minute_and_then_it_begins_anew() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let guesses = Guesses::default();
        for _ in 0..MOST_A_MINUTE {
            assert!(guesses.may_go_on(at(1_000)));
            guesses.count(at(1_000));
        }
        assert!(!guesses.may_go_on(at(1_059)));
        assert!(guesses.may_go_on(at(1_060)));
        guesses.count(at(1_060));
        assert!(guesses.may_go_on(at(1_061)));
        assert!(guesses.may_go_on(at(900)), "the clock was set back");
    }
}
