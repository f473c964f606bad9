//! How often a password may be tried: a bucket that fills slowly, one for strangers and one for browsers that were
//! signed in before. In memory only.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// How many attempts there are at once.
pub(super) const BURST: u32 = 10;
/// After how many seconds there is one more.
const REFILL: i64 = 12;

/// The two buckets.
#[derive(Debug, Default)]
pub(super) struct Attempts {
    strangers: Mutex<Bucket>,
    known: Mutex<Bucket>,
}

/// What was tried lately.
#[derive(Debug, Default)]
struct Bucket {
    tried: u32,
    /// Since when none was given back.
    since: Option<Timestamp>,
}

impl Attempts {
    /// Whether one more attempt may be made now; it counts as one.
    pub(super) fn may_try(&self, is_known: bool, now: Timestamp) -> bool {
        self.bucket(is_known).lock().unwrap_or_else(PoisonError::into_inner).take(now)
    }

    /// One who knows the password has not guessed.
    pub(super) fn succeeded(&self, is_known: bool) {
        let mut bucket = self.bucket(is_known).lock().unwrap_or_else(PoisonError::into_inner);
        bucket.tried = bucket.tried.saturating_sub(1);
    }

    const fn bucket(&self, is_known: bool) -> &Mutex<Bucket> {
        if is_known { &self.known } else { &self.strangers }
    }
}

impl Bucket {
    fn take(&mut self, now: Timestamp) -> bool {
        let since = *self.since.get_or_insert(now);
        let given_back = now.duration_since(since).as_secs().max(0) / REFILL;
        if given_back > 0 {
            self.tried = self.tried.saturating_sub(u32::try_from(given_back).unwrap_or(u32::MAX));
            let rest = SignedDuration::from_secs(given_back.saturating_mul(REFILL));
            self.since = Some(since.checked_add(rest).unwrap_or(now));
        }
        let may = self.tried < BURST;
        self.tried += u32::from(may);
        may
    }
}
