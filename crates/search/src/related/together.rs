//! Services that professionals use together, as far as there is enough evidence of it.

use std::collections::HashMap;

/// The fewest lists that must hold both services.
const LISTS: u32 = 20;
/// How much oftener than by chance they must be together.
const LIFT: f64 = 1.5;

/// How often services are in lists together. Pairs with too little evidence are not kept.
#[derive(Debug, Clone, Default)]
pub struct CoUse {
    together: HashMap<String, Vec<(String, u32)>>,
}

impl CoUse {
    /// What is known from `lists` lists, given in how many each service is, and in how many each pair,
    /// each pair once.
    #[must_use]
    pub fn new<'a>(
        lists: u32,
        services: &HashMap<&str, u32>,
        pairs: impl IntoIterator<Item = (&'a str, &'a str, u32)>,
    ) -> Self {
        let mut together: HashMap<String, Vec<(String, u32)>> = HashMap::new();
        for (one, other, count) in pairs {
            let alone = |id: &str| services.get(id).copied().map_or(0.0, f64::from);
            let expected = alone(one) * alone(other) / f64::from(lists.max(1));
            let is_evident = count >= LISTS && expected > 0.0 && f64::from(count) > LIFT * expected;
            if is_evident && one != other {
                together.entry(one.to_owned()).or_default().push((other.to_owned(), count));
                together.entry(other.to_owned()).or_default().push((one.to_owned(), count));
            }
        }
        Self { together }
    }

    /// The services that are used together with one, with the number of lists that hold both.
    pub fn with(&self, id: &str) -> &[(String, u32)] {
        self.together.get(id).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(count: u32, one: u32, other: u32) -> usize {
        let services = HashMap::from([("a", one), ("b", other)]);
        CoUse::new(1_000, &services, [("a", "b", count)]).with("a").len()
    }

    #[test]
    fn pairs_of_few_lists_or_by_chance_are_not_kept() {
        assert_eq!(lists(20, 50, 50), 1);
        assert_eq!(lists(19, 19, 19), 0);
        // By chance 100 of 1,000 lists would hold both: 150 are not more than half as many again.
        assert_eq!(lists(150, 400, 250), 0);
        assert_eq!(lists(151, 400, 250), 1);
        assert_eq!(lists(20, 0, 50), 0);
    }

    #[test]
    fn it_goes_both_ways_and_never_to_itself() {
        let services = HashMap::from([("a", 30), ("b", 30)]);
        let uses = CoUse::new(1_000, &services, [("a", "b", 25), ("a", "a", 30)]);
        assert_eq!(uses.with("b"), [("a".to_owned(), 25)]);
        assert_eq!(uses.with("a"), [("b".to_owned(), 25)]);
        assert!(uses.with("c").is_empty());
    }
}
