//! What followed an event: how many descriptions those who took part had before and after it, and how good they were,
//! beside those who did not come.
//!
//! It is a comparison and no proof: who comes may differ from who does not. The others are looked at on the same days
//! as those who came, so that what happened to everybody alike shows in both.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::catalogue::EntityId;

/// The smallest group of which figures are told.
pub const LEAST: usize = 5;

/// When it is looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// As the event began.
    Before,
    /// So many months after its day.
    Months(u8),
}

impl Point {
    /// Every point, in order.
    pub const ALL: [Self; 4] = [Self::Before, Self::Months(1), Self::Months(3), Self::Months(6)];
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();
}

/// When each of [`Point::ALL`] was; none of one that is still to come.
pub type Reached = [Option<Timestamp>; Point::COUNT];

/// An organisation that took part, with when it is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attended {
    /// The organisation.
    pub organisation: EntityId,
    /// When.
    pub reached: Reached,
}

/// What is known of organisations over time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// Since when the catalogue is known; before that nothing is.
    pub since: Option<Timestamp>,
    /// By how much the number of each organisation's descriptions changed when, in order.
    pub descriptions: BTreeMap<EntityId, Vec<(Timestamp, i64)>>,
    /// The mean score of each organisation's descriptions from when on, in order.
    pub scores: BTreeMap<EntityId, Vec<(Timestamp, f64)>>,
}

impl History {
    /// How many descriptions an organisation had; none while the catalogue was not known.
    fn descriptions(&self, organisation: &EntityId, at: Timestamp) -> Option<f64> {
        if self.since.is_none_or(|since| at < since) {
            return None;
        }
        let steps = self.descriptions.get(organisation).map_or(&[][..], Vec::as_slice);
        let count: i64 =
            steps.iter().take_while(|(when, _)| *when <= at).map(|(_, change)| change).sum();
        u32::try_from(count).ok().map(f64::from)
    }

    /// How good an organisation's descriptions were on average; none when it had none, or nobody looked.
    fn score(&self, organisation: &EntityId, at: Timestamp) -> Option<f64> {
        self.descriptions(organisation, at).filter(|count| *count > 0.0)?;
        let scores = self.scores.get(organisation)?;
        let after = scores.partition_point(|(when, _)| *when <= at);
        scores[..after].last().map(|(_, score)| *score)
    }
}

/// The figures of a group at a point.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Group {
    /// How many organisations are in it.
    pub organisations: usize,
    /// How many descriptions one has on average.
    pub descriptions: Option<f64>,
    /// By how many that is more than the same organisations had before.
    pub more_descriptions: Option<f64>,
    /// How good an organisation's descriptions are on average, of those that have any.
    pub score: Option<f64>,
    /// By how much that is more than the same organisations' was before.
    pub more_score: Option<f64>,
}

impl Group {
    /// Whether it is so small that its figures are not told.
    #[must_use]
    pub const fn is_hidden(&self) -> bool {
        self.organisations > 0 && self.organisations < LEAST
    }

    /// Without figures where it is too small.
    fn told(self) -> Self {
        if self.is_hidden() {
            Self { organisations: self.organisations, ..Self::default() }
        } else {
            self
        }
    }
}

/// A row: a point with both groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EffectRow {
    /// When.
    pub point: Point,
    /// Those who came.
    pub came: Group,
    /// Those who did not.
    pub others: Group,
}

/// What followed.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// A row for each of [`Point::ALL`].
    pub rows: Vec<EffectRow>,
}

impl Effect {
    /// Works out what followed of those who came, each looked at on its own days, and of the others on those same days.
    #[must_use]
    pub fn of(history: &History, came: &[Attended], others: &BTreeSet<EntityId>) -> Self {
        let rows = Point::ALL.into_iter().enumerate().map(|(place, point)| EffectRow {
            point,
            came: came_at(history, came, place).told(),
            others: others_at(history, came, others, place).told(),
        });
        Self { rows: rows.collect() }
    }

    /// Whether there is a figure to show of those who came.
    #[must_use]
    pub fn has_figures(&self) -> bool {
        self.rows.iter().any(|row| row.came.descriptions.is_some())
    }
}

/// One organisation's figures at a point, and before.
struct Sight {
    descriptions: f64,
    more_descriptions: Option<f64>,
    score: Option<f64>,
    more_score: Option<f64>,
}

impl Sight {
    fn of(
        history: &History,
        organisation: &EntityId,
        reached: &Reached,
        place: usize,
    ) -> Option<Self> {
        let at = reached[place]?;
        let (descriptions, score) =
            (history.descriptions(organisation, at)?, history.score(organisation, at));
        let before = reached[0];
        let earlier = before.and_then(|before| history.descriptions(organisation, before));
        let earlier_score = before.and_then(|before| history.score(organisation, before));
        Some(Self {
            descriptions,
            more_descriptions: earlier.map(|earlier| descriptions - earlier),
            score,
            more_score: score.zip(earlier_score).map(|(score, earlier)| score - earlier),
        })
    }
}

fn came_at(history: &History, came: &[Attended], place: usize) -> Group {
    let sights: Vec<Sight> = came
        .iter()
        .filter_map(|one| Sight::of(history, &one.organisation, &one.reached, place))
        .collect();
    group(&sights)
}

/// The others on the days of those who came: the mean of what they were on each, a day counting as often as it was
/// somebody's.
fn others_at(
    history: &History,
    came: &[Attended],
    others: &BTreeSet<EntityId>,
    place: usize,
) -> Group {
    let mut days: BTreeMap<Reached, u32> = BTreeMap::new();
    for one in came.iter().filter(|one| one.reached[place].is_some()) {
        *days.entry(one.reached).or_default() += 1;
    }
    let groups: Vec<(Group, u32)> = days
        .into_iter()
        .map(|(reached, times)| {
            let sights: Vec<Sight> =
                others.iter().filter_map(|one| Sight::of(history, one, &reached, place)).collect();
            (group(&sights), times)
        })
        .collect();
    Group {
        organisations: groups.iter().map(|(group, _)| group.organisations).max().unwrap_or(0),
        descriptions: weighted(&groups, |group| group.descriptions),
        more_descriptions: weighted(&groups, |group| group.more_descriptions),
        score: weighted(&groups, |group| group.score),
        more_score: weighted(&groups, |group| group.more_score),
    }
}

fn group(sights: &[Sight]) -> Group {
    Group {
        organisations: sights.len(),
        descriptions: mean(sights.iter().map(|one| one.descriptions)),
        more_descriptions: mean(sights.iter().filter_map(|one| one.more_descriptions)),
        score: mean_of_many(sights.iter().filter_map(|one| one.score)),
        more_score: mean_of_many(sights.iter().filter_map(|one| one.more_score)),
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

/// The mean of so many that none of them can be told from it.
fn mean_of_many(values: impl Iterator<Item = f64>) -> Option<f64> {
    let values: Vec<f64> = values.collect();
    if values.len() < LEAST { None } else { mean(values.into_iter()) }
}

fn weighted(groups: &[(Group, u32)], figure: impl Fn(&Group) -> Option<f64>) -> Option<f64> {
    let each = groups.iter().filter_map(|(group, times)| Some((figure(group)?, f64::from(*times))));
    let (sum, weight) = each
        .fold((0.0, 0.0), |(sum, weight), (value, times)| (sum + value * times, weight + times));
    (weight > 0.0).then(|| sum / weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn id(name: &str, number: usize) -> EntityId {
        EntityId::new(format!("{name}{number}")).unwrap()
    }

    /// Those who come have one description, and two more after second 150; the others have one all along, and a sixth
    /// of them gets one at 150. Scores are known since second 50; those who come rise from 40 to 70.
    fn history(came: usize, others: usize) -> History {
        let mut history = History { since: Some(at(10)), ..History::default() };
        for number in 0..came {
            history.descriptions.insert(id("came", number), vec![(at(10), 1), (at(150), 2)]);
            history.scores.insert(id("came", number), vec![(at(50), 40.0), (at(150), 70.0)]);
        }
        for number in 0..others {
            let late =
                if number % 6 == 0 { vec![(at(10), 1), (at(150), 1)] } else { vec![(at(10), 1)] };
            history.descriptions.insert(id("other", number), late);
            history.scores.insert(id("other", number), vec![(at(50), 50.0)]);
        }
        history
    }

    fn attended(count: usize, reached: [Option<i64>; 4]) -> Vec<Attended> {
        let reached = reached.map(|second| second.map(at));
        (0..count).map(|number| Attended { organisation: id("came", number), reached }).collect()
    }

    fn others(count: usize) -> BTreeSet<EntityId> {
        (0..count).map(|number| id("other", number)).collect()
    }

    #[test]
    fn those_who_came_are_told_before_and_after_beside_the_others() {
        let history = history(5, 6);
        let came = attended(5, [Some(100), Some(120), Some(160), None]);
        let effect = Effect::of(&history, &came, &others(6));
        let told: Vec<_> = effect
            .rows
            .iter()
            .map(|row| {
                (row.came.descriptions, row.came.score, row.others.descriptions, row.others.score)
            })
            .collect();
        let sixth = 7.0 / 6.0;
        assert_eq!(
            told,
            [
                (Some(1.0), Some(40.0), Some(1.0), Some(50.0)),
                (Some(1.0), Some(40.0), Some(1.0), Some(50.0)),
                (Some(3.0), Some(70.0), Some(sixth), Some(50.0)),
                (None, None, None, None),
            ]
        );
        let (later, to_come) = (effect.rows[2], effect.rows[3]);
        assert_eq!((later.came.more_descriptions, later.came.more_score), (Some(2.0), Some(30.0)));
        assert_eq!(later.others.more_score, Some(0.0));
        assert_eq!((to_come.came.organisations, to_come.others.organisations), (0, 0));
        assert!(effect.has_figures());
    }

    #[test]
    fn of_fewer_than_five_nothing_but_their_number_is_told() {
        let came = attended(4, [Some(100), Some(160), None, None]);
        let effect = Effect::of(&history(4, 4), &came, &others(4));
        for group in [effect.rows[0].came, effect.rows[1].came, effect.rows[1].others] {
            assert!(group.is_hidden());
            assert_eq!(group, Group { organisations: 4, ..Group::default() });
        }
        assert!(!effect.has_figures());
    }

    #[test]
    fn a_score_that_fewer_than_five_have_is_not_told_either() {
        let mut history = history(6, 0);
        history.scores.remove(&id("came", 0));
        let came = attended(6, [Some(100), None, None, None]);
        assert_eq!(Effect::of(&history, &came, &others(0)).rows[0].came.score, Some(40.0));
        history.scores.remove(&id("came", 1));
        let row = Effect::of(&history, &came, &others(0)).rows[0];
        assert_eq!((row.came.score, row.came.descriptions), (None, Some(1.0)));
    }

    #[test]
    fn what_was_before_the_first_import_is_not_known_and_no_nought() {
        let came = attended(5, [Some(5), Some(160), None, None]);
        let effect = Effect::of(&history(5, 6), &came, &others(6));
        assert_eq!(effect.rows[0].came, Group::default());
        assert_eq!(effect.rows[1].came.descriptions, Some(3.0));
        assert_eq!(effect.rows[1].came.more_descriptions, None);
    }

    #[test]
    fn who_has_described_nothing_counts_with_none_and_has_no_score() {
        let history = History { since: Some(at(10)), ..History::default() };
        let came = attended(5, [Some(100), None, None, None]);
        let row = Effect::of(&history, &came, &others(0)).rows[0];
        assert_eq!(
            (row.came.organisations, row.came.descriptions, row.came.score),
            (5, Some(0.0), None)
        );
    }

    #[test]
    fn what_is_gone_again_is_counted_no_more() {
        let mut history = history(0, 0);
        for number in 0..5 {
            history
                .descriptions
                .insert(id("came", number), vec![(at(20), 2), (at(30), -1), (at(40), -1)]);
        }
        let came = attended(5, [Some(25), Some(35), Some(45), None]);
        let effect = Effect::of(&history, &came, &others(0));
        let told: Vec<_> = effect.rows.iter().map(|row| row.came.descriptions).collect();
        assert_eq!(told, [Some(2.0), Some(1.0), Some(0.0), None]);
    }

    #[test]
    fn the_others_are_looked_at_on_the_days_of_those_who_came_each_as_often_as_it_was_somebodys() {
        let mut came = attended(5, [Some(100), None, None, None]);
        for one in came.iter_mut().skip(1) {
            one.reached[0] = Some(at(160));
        }
        let row = Effect::of(&history(5, 6), &came, &others(6)).rows[0];
        let expected = (1.0 + 4.0 * 7.0 / 6.0) / 5.0;
        assert!((row.others.descriptions.unwrap() - expected).abs() < 1e-9, "{row:?}");
        assert_eq!(row.others.organisations, 6);
    }
}
