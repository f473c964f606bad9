//! How counts grew: every change of them, from which the counts of any moment follow.

use std::collections::HashMap;

use jiff::Timestamp;

use super::counts::{Counts, Group, Selection};
use super::reach::Reach;

/// Where services are counted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Local services of a municipality, by its code.
    Municipality(String),
    /// Services of a county, by its code: each once, however many of its municipalities it serves.
    County(String),
    /// What belongs to no county.
    Beyond,
}

/// Services of one group came to a place, or left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// Where.
    pub place: Place,
    /// What they have in common; its count is not used.
    pub group: Group,
    /// How many more there are, or fewer.
    pub change: i64,
}

/// All steps since the first import.
#[derive(Debug, Clone, Default)]
pub struct Growth {
    /// In the order of their times.
    steps: Vec<Step>,
}

impl Growth {
    /// The growth of these steps, in any order.
    #[must_use]
    pub fn new(mut steps: Vec<Step>) -> Self {
        steps.sort_by_key(|step| step.at);
        Self { steps }
    }

    /// The counts as they were at a time.
    #[must_use]
    pub fn counts_at(&self, time: Timestamp) -> Counts {
        let mut sums: HashMap<(&Place, Group), i64> = HashMap::new();
        for step in self.steps.iter().take_while(|step| step.at <= time) {
            *sums.entry((&step.place, Group { count: 0, ..step.group })).or_default() +=
                step.change;
        }
        let mut counts = Counts::default();
        for ((place, group), sum) in sums {
            let Ok(count @ 1..) = u64::try_from(sum) else { continue };
            let group = Group { count, ..group };
            match place {
                Place::Municipality(code) => counts.add_municipality(code, group),
                Place::County(code) => counts.add_county(code, group),
                Place::Beyond => counts.add_beyond(group),
            }
        }
        counts
    }

    /// When a county had its first service; none where it has had none.
    #[must_use]
    pub fn first(&self, county: &str) -> Option<Timestamp> {
        let is_own = |place: &Place| matches!(place, Place::County(code) if code == county);
        self.steps.iter().find(|step| is_own(&step.place)).map(|step| step.at)
    }

    /// How many that reach so far there were in a place after each change, the oldest first; changes that leave the
    /// number as it was are left out.
    #[must_use]
    pub fn series(
        &self,
        place: &Place,
        reach: Reach,
        selection: Selection,
    ) -> Vec<(Timestamp, u64)> {
        let mut series: Vec<(Timestamp, u64)> = Vec::new();
        let mut sum = 0_i64;
        let is_own = |step: &&Step| {
            step.place == *place && step.group.reach == reach && selection.takes(&step.group)
        };
        for step in self.steps.iter().filter(is_own) {
            sum += step.change;
            let count = u64::try_from(sum).unwrap_or(0);
            match series.last_mut() {
                Some(last) if last.0 == step.at => last.1 = count,
                _ => series.push((step.at, count)),
            }
        }
        series.dedup_by_key(|(_, count)| *count);
        series
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::{LanguageSet, ProviderKind, ThemeChoice, ThemeSet};

    fn second(number: i64) -> Timestamp {
        Timestamp::from_second(number).unwrap()
    }

    fn step(at: i64, place: Place, themes: &str, change: i64) -> Step {
        let group = Group {
            reach: Reach::Local,
            provider: ProviderKind::Municipality,
            themes: ThemeSet::from_text(themes),
            languages: LanguageSet::default(),
            count: 0,
        };
        Step { at: second(at), place, group, change }
    }

    fn growth() -> Growth {
        let naantali = || Place::Municipality("529".into());
        Growth::new(vec![
            step(5, naantali(), "culture", -1),
            step(1, naantali(), "culture", 4),
            step(5, naantali(), "exercise", 1),
            step(7, naantali(), "culture", -3),
            step(3, Place::County("05".into()), "culture", 4),
            step(2, Place::Beyond, "", 2),
        ])
    }

    #[test]
    fn counts_are_what_came_less_what_left() {
        let growth = growth();
        let all = Selection::default();
        let local = |time| growth.counts_at(second(time)).local("529", all);
        assert_eq!([0, 1, 4, 5, 6, 7].map(local), [0, 4, 4, 4, 4, 1]);
        let culture = all.of(ThemeChoice::One(
            crate::reference::themes().iter().position(|theme| theme.id == "culture").unwrap(),
        ));
        assert_eq!(growth.counts_at(second(9)).local("529", culture), 0);
    }

    #[test]
    fn a_series_tells_the_number_after_each_change_of_it() {
        let growth = growth();
        let place = Place::Municipality("529".into());
        let told: Vec<_> = growth
            .series(&place, Reach::Local, Selection::default())
            .into_iter()
            .map(|(at, count)| (at.as_second(), count))
            .collect();
        assert_eq!(told, [(1, 4), (7, 1)], "at 5 one left and one came");
        assert!(growth.series(&place, Reach::Regional, Selection::default()).is_empty());
    }

    #[test]
    fn a_countys_first_import_is_its_first_service() {
        assert_eq!(growth().first("05"), Some(second(3)));
        assert_eq!(growth().first("06"), None);
    }
}
