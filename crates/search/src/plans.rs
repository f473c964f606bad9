//! Texts that were understood, remembered. Whoever narrows a search, turns its page or looks further
//! away asks for the same words again, and most words are those that many ask for.

use std::fmt;
use std::sync::Arc;

use quick_cache::sync::Cache;

use crate::plan::Plan;
use crate::staff::StaffList;

/// How many texts are remembered.
const REMEMBERED: usize = 512;
/// The longest text that is, in bytes: longer ones are not asked for twice.
const LONGEST: usize = 200;

/// The texts last understood, of one index.
pub struct Plans(Cache<String, Understood>);

/// A text understood with a list.
#[derive(Clone)]
struct Understood {
    list: StaffList,
    plan: Arc<Plan>,
}

impl Default for Plans {
    fn default() -> Self {
        Self(Cache::new(REMEMBERED))
    }
}

impl fmt::Debug for Plans {
    /// What people ask for stays out of whatever is printed.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} texts", self.0.len())
    }
}

impl Plans {
    /// What a text means with a list: remembered, or else understood now.
    pub fn get(
        &self,
        text: &str,
        list: &StaffList,
        understand: impl FnOnce() -> Plan,
    ) -> Arc<Plan> {
        if text.len() > LONGEST {
            return Arc::new(understand());
        }
        if let Some(known) = self.0.get(text)
            && known.list.is_same(list)
        {
            return known.plan;
        }
        let plan = Arc::new(understand());
        let understood = Understood { list: list.clone(), plan: Arc::clone(&plan) };
        self.0.insert(text.to_owned(), understood);
        plan
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// How often a text had to be understood.
    fn understood(asked: &[(&str, &StaffList)]) -> usize {
        let (plans, count) = (Plans::default(), Cell::new(0));
        for (text, list) in asked {
            plans.get(text, list, || {
                count.set(count.get() + 1);
                Plan { place: Some((*text).to_owned()), ..Plan::default() }
            });
        }
        count.get()
    }

    #[test]
    fn a_text_is_understood_once_with_a_list() {
        let (list, same) = (StaffList::default(), StaffList::default());
        assert_eq!(understood(&[("uinti", &list), ("uinti", &list.clone())]), 1);
        assert_eq!(understood(&[("uinti", &list), ("Uinti", &list)]), 2);
        assert_eq!(understood(&[("uinti", &list), ("uinti", &same)]), 2, "another list");
    }

    #[test]
    fn a_long_text_is_not_remembered() {
        let (list, long) = (StaffList::default(), "a".repeat(LONGEST + 1));
        assert_eq!(understood(&[(&long, &list), (&long, &list)]), 2);
    }

    #[test]
    fn what_was_asked_for_is_not_printed() {
        let plans = Plans::default();
        plans.get("salaisuus", &StaffList::default(), Plan::default);
        assert_eq!(format!("{plans:?}"), "1 texts");
    }
}
