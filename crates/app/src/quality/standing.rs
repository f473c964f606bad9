//! What is counted over all descriptions and findings, once for each check: a page adds up and asks nothing of the whole
//! catalogue. Each node keeps what it counted until something of it has moved.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use domain::catalogue::EntityId;
use domain::reference::{Municipality, county, municipality};
use jiff::{SignedDuration, Timestamp};
use store::Transaction;
use store::coverage::State as Covered;
use store::provider::confirmation;
use store::quality::{self as rows, Changes, Choice, Counted, Finding, InLanguage, Score, State};

use super::stale::Stale;
use super::{KINDS, READ, Severity, Standards, rule};
use crate::reach::{Described, reach_of_all, worth};
use crate::{App, Error, background};

/// How many of the mendings that are worth most are kept for each county.
const MENDINGS: usize = 200;
/// How many descriptions' findings are asked for at once.
const AT_ONCE: usize = 64;
/// How long a week is.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long what was counted stands where only confirmations have come, or the check and the coverage are not of the same
/// generation yet: a press of a provider recounts nothing, and an import is counted once.
const PAUSE: SignedDuration = SignedDuration::from_mins(1);

/// What was counted of one check.
#[derive(Debug, Default)]
pub struct Standing {
    /// Of what; none where nothing was counted yet.
    basis: Option<Basis>,
    sums: Arc<HashMap<Option<String>, Sum>>,
    pub(super) stale: Stale,
}

/// Of what something was counted, and when.
#[derive(Debug, Clone)]
struct Basis {
    checked: State,
    covered: Covered,
    confirmations: (i64, i64),
    at: Timestamp,
}

/// What is to be counted anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moved {
    Nothing,
    Confirmations,
    Everything,
}

impl Basis {
    async fn load(on: &mut Transaction, at: Timestamp) -> Result<Self, Error> {
        Ok(Self {
            checked: rows::state(on).await?,
            covered: store::coverage::state(on).await?,
            confirmations: confirmation::stamp(on).await?,
            at,
        })
    }

    /// What has moved since something was counted, as far as it is time to count it.
    fn moved_since(&self, counted: Option<&Self>) -> Moved {
        if self.checked.generation < 0 {
            return Moved::Nothing;
        }
        let Some(counted) = counted else { return Moved::Everything };
        let is_time = self.at.duration_since(counted.at) >= PAUSE;
        let is_same = (&counted.checked, &counted.covered) == (&self.checked, &self.covered);
        let is_whole = self.checked.generation == self.covered.generation;
        match (is_same, counted.confirmations == self.confirmations) {
            (true, false) if is_time => Moved::Confirmations,
            (false, _) if is_whole || is_time => Moved::Everything,
            _ => Moved::Nothing,
        }
    }
}

/// What was counted of the descriptions of a county, or of all.
#[derive(Debug, Default)]
pub(super) struct Sum {
    /// The points.
    pub(super) score: Score,
    /// The rules that found something, the most severe and most frequent first.
    pub(super) rules: Vec<Counted>,
    languages: Vec<InLanguage>,
    /// The organisations with their points, the fewest points first.
    pub(super) organisations: Vec<(Option<EntityId>, Score)>,
    /// The municipalities with their points, in order of code.
    pub(super) municipalities: Vec<(&'static Municipality, Score)>,
    /// The findings whose mending is worth most, with how many inhabitants each reaches.
    pub(super) mendings: Vec<(Finding, u64)>,
    /// What came and went in the week before the check.
    pub(super) week: Changes,
}

static NOTHING: std::sync::LazyLock<Sum> = std::sync::LazyLock::new(Sum::default);

impl Standing {
    /// Whether anything was counted yet.
    pub(super) const fn is_counted(&self) -> bool {
        self.basis.is_some()
    }

    /// What was counted of a county, by its code, or of all.
    pub(super) fn of(&self, county: Option<&str>) -> &Sum {
        self.sums.get(&county.map(str::to_owned)).unwrap_or(&NOTHING)
    }
}

impl Sum {
    /// How often each rule found something that fits a choice of severity and language, errors first.
    pub(super) fn rules_of(&self, choice: &Choice) -> Vec<Counted> {
        let is_severe = |letter: &str| choice.severity.as_ref().is_none_or(|one| one == letter);
        let mut rules: Vec<Counted> = match &choice.language {
            None => self.rules.clone(),
            Some(language) => {
                let of_it = self.languages.iter().filter(|one| one.language == *language);
                of_it.map(|one| one.counted.clone()).collect()
            }
        };
        rules.retain(|one| is_severe(&one.severity));
        rules
    }
}

/// Whether anything was counted since this program started: before that, there is nothing to say of the whole.
#[must_use]
pub fn is_counted(app: &App) -> bool {
    app.standing().is_counted()
}

/// Counts anew what has moved since it was counted last.
pub(super) async fn refresh(app: &App, standards: &Standards) -> Result<(), Error> {
    let mut on = app.database().begin().await?;
    let basis = Basis::load(&mut on, app.now()).await?;
    let before = app.standing();
    let sums = match basis.moved_since(before.basis.as_ref()) {
        Moved::Nothing => return Ok(()),
        Moved::Confirmations => Arc::clone(&before.sums),
        Moved::Everything => Arc::new(count(&mut on, app.now()).await?),
    };
    let stale = Stale::count(&mut on, standards, super::today(app)).await?;
    app.publish_standing(Standing { basis: Some(basis), sums, stale });
    Ok(())
}

/// What is read of the whole catalogue before it is added up.
struct Read {
    owners: Vec<(Option<EntityId>, Option<String>, Score)>,
    municipalities: Vec<(String, Score)>,
    rules: Vec<(Option<String>, Counted)>,
    languages: Vec<InLanguage>,
    changes: Vec<(Option<String>, Changes)>,
}

async fn count(
    on: &mut Transaction,
    now: Timestamp,
) -> Result<HashMap<Option<String>, Sum>, Error> {
    let week = now.checked_sub(WEEK).unwrap_or(now);
    let read = Read {
        owners: rows::owners(on).await?,
        municipalities: rows::municipalities(on).await?,
        rules: rows::by_county_and_rule(on).await?,
        languages: rows::by_language(on).await?,
        changes: rows::changes(on, week).await?,
    };
    let mut sums = background::run(move || sums(read)).await?;
    for (county, mendings) in mendings(on).await? {
        sums.entry(county).or_default().mendings = mendings;
    }
    Ok(sums)
}

fn sums(read: Read) -> HashMap<Option<String>, Sum> {
    let mut sums: HashMap<Option<String>, Sum> = HashMap::new();
    // What is at home in no county counts among all only.
    let mut each = |county: Option<String>, add: &dyn Fn(&mut Sum)| {
        add(sums.entry(None).or_default());
        if county.is_some() {
            add(sums.entry(county).or_default());
        }
    };
    for (id, county, score) in read.owners {
        each(county, &|sum| {
            sum.score.add(&score);
            sum.organisations.push((id.clone(), score));
        });
    }
    for (code, score) in read.municipalities {
        let Some(place) = municipality(&code) else { continue };
        each(Some(place.county.to_owned()), &|sum| sum.municipalities.push((place, score)));
    }
    for (county, counted) in read.rules {
        each(county, &|sum| add_rule(&mut sum.rules, &counted));
    }
    for one in read.languages {
        each(one.county.clone(), &|sum| add_language(&mut sum.languages, &one));
    }
    for (county, changes) in read.changes {
        each(county, &|sum| sum.week.add(&changes));
    }
    for sum in sums.values_mut() {
        sum.rules.sort_by_cached_key(order);
        sum.languages.sort_by_cached_key(|one| order(&one.counted));
    }
    sums
}

fn order(one: &Counted) -> (u8, Reverse<i64>, String) {
    (rank(&one.severity), Reverse(one.findings), one.rule.clone())
}

/// Errors before warnings before what only a person can tell.
fn rank(severity: &str) -> u8 {
    match severity {
        "E" => 0,
        "W" => 1,
        _ => 2,
    }
}

fn add_rule(rules: &mut Vec<Counted>, counted: &Counted) {
    let known =
        rules.iter_mut().find(|one| one.rule == counted.rule && one.severity == counted.severity);
    match known {
        Some(known) => add(known, counted),
        None => rules.push(counted.clone()),
    }
}

fn add_language(languages: &mut Vec<InLanguage>, new: &InLanguage) {
    let is_same = |one: &InLanguage| {
        one.language == new.language
            && one.counted.rule == new.counted.rule
            && one.counted.severity == new.counted.severity
    };
    match languages.iter_mut().find(|one| is_same(one)) {
        Some(known) => add(&mut known.counted, &new.counted),
        None => languages.push(new.clone()),
    }
}

/// What another county has of the same rule: a description and its organisation are of one county.
const fn add(known: &mut Counted, other: &Counted) {
    known.findings += other.findings;
    known.descriptions += other.descriptions;
    known.organisations += other.organisations;
}

type Mendings = Vec<(Finding, u64)>;

/// The mendings that are worth most, of each county and of all.
async fn mendings(on: &mut Transaction) -> Result<HashMap<Option<String>, Mendings>, Error> {
    let mut described: HashMap<EntityId, Described> = HashMap::new();
    for kind in KINDS {
        let mut after = None;
        loop {
            let chunk = rows::faulty(on, kind, after.as_ref(), READ).await?;
            let Some(last) = chunk.last() else { break };
            after = Some(last.id.clone());
            described.extend(chunk.into_iter().map(|one| {
                let home = one.county.as_deref().and_then(county).map(|county| county.code);
                let has_errors = one.has_errors;
                (one.id, Described { home, has_errors, ..Described::default() })
            }));
        }
    }
    let described = reach_of_all(on, described).await?;
    let mut found = HashMap::new();
    for (county, first) in background::run(move || candidates(described)).await? {
        found.insert(county.map(str::to_owned), worth_most(on, &first).await?);
    }
    Ok(found)
}

/// A description whose mendings may be worth so much at most.
struct Candidate {
    most: u64,
    reach: u64,
    id: EntityId,
}

/// The descriptions of each county and of all that reach somebody and whose mendings may be worth most. Each has a finding
/// that is worth as much, so that no more of them are needed than of mendings.
fn candidates(
    described: HashMap<EntityId, Described>,
) -> HashMap<Option<&'static str>, Vec<Candidate>> {
    let mut best: HashMap<Option<&'static str>, Vec<Candidate>> = HashMap::new();
    for (id, one) in described {
        let severity = if one.has_errors { Severity::Error } else { Severity::Warning };
        let at_home = one.home.map(|county| (Some(county), one.at_home));
        for (scope, reach) in at_home.into_iter().chain([(None, one.anywhere)]) {
            if reach == 0 {
                continue;
            }
            let of_scope = best.entry(scope).or_default();
            of_scope.push(Candidate { most: worth(severity, reach), reach, id: id.clone() });
            if of_scope.len() >= 4 * MENDINGS {
                keep_best(of_scope);
            }
        }
    }
    best.values_mut().for_each(keep_best);
    best
}

fn keep_best(all: &mut Vec<Candidate>) {
    all.sort_by(|one, other| (other.most, &one.id).cmp(&(one.most, &other.id)));
    all.truncate(MENDINGS);
}

/// The findings that are worth most: it is enough to look until what is left cannot be worth more.
async fn worth_most(on: &mut Transaction, all: &[Candidate]) -> Result<Mendings, Error> {
    let mut best: Vec<(Reverse<u64>, Finding, u64)> = Vec::new();
    for chunk in all.chunks(AT_ONCE) {
        let least = best.get(MENDINGS - 1).map(|(Reverse(worth), ..)| *worth);
        if chunk.first().is_some_and(|next| least.is_some_and(|least| least >= next.most)) {
            break;
        }
        let reach: HashMap<&EntityId, u64> = chunk.iter().map(|one| (&one.id, one.reach)).collect();
        let ids: Vec<EntityId> = chunk.iter().map(|one| one.id.clone()).collect();
        for one in rows::open_findings(on, &ids).await? {
            let Some(rule) = rule(&one.place.rule) else { continue };
            let reach = reach.get(&one.place.subject).copied().unwrap_or(0);
            let worth = worth(rule.severity, reach);
            if worth > 0 {
                best.push((Reverse(worth), one, reach));
            }
        }
        best.sort_by(|one, other| (one.0, &one.1.place).cmp(&(other.0, &other.1.place)));
        best.truncate(MENDINGS);
    }
    Ok(best.into_iter().map(|(_, finding, reach)| (finding, reach)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn basis(checked: i64, covered: i64, confirmations: i64, second: i64) -> Basis {
        Basis {
            checked: State { generation: checked, standards: String::new(), day: String::new() },
            covered: Covered { generation: covered, print: String::new() },
            confirmations: (confirmations, 0),
            at: Timestamp::from_second(second).unwrap(),
        }
    }

    #[test]
    fn nothing_is_counted_before_the_first_check_has_ended() {
        assert_eq!(basis(-1, 1, 0, 0).moved_since(None), Moved::Nothing);
        assert_eq!(basis(1, 0, 0, 0).moved_since(None), Moved::Everything);
    }

    #[test]
    fn an_import_is_counted_once_when_both_the_coverage_and_the_check_have_followed() {
        let counted = basis(1, 1, 0, 0);
        assert_eq!(basis(1, 2, 0, 9).moved_since(Some(&counted)), Moved::Nothing);
        assert_eq!(basis(2, 2, 0, 9).moved_since(Some(&counted)), Moved::Everything);
        let alone = basis(2, 1, 0, 60).moved_since(Some(&counted));
        assert_eq!(alone, Moved::Everything, "nobody waits longer than a minute for the other");
    }

    #[test]
    fn confirmations_are_counted_once_a_minute_at_most() {
        let counted = basis(1, 1, 0, 0);
        assert_eq!(basis(1, 1, 1, 59).moved_since(Some(&counted)), Moved::Nothing);
        assert_eq!(basis(1, 1, 1, 60).moved_since(Some(&counted)), Moved::Confirmations);
        assert_eq!(basis(1, 1, 0, 60).moved_since(Some(&counted)), Moved::Nothing);
    }

    #[test]
    fn candidates_are_those_worth_most_of_their_county_and_of_all() {
        let one = |number: u64| {
            let home = Some(if number.is_multiple_of(2) { "05" } else { "06" });
            let described =
                Described { home, has_errors: false, anywhere: number, at_home: number / 2 };
            (EntityId::new(format!("s{number:05}")).unwrap(), described)
        };
        let found = candidates((0..3000).map(one).collect());
        let ids = |scope| {
            let of_scope: &Vec<Candidate> = &found[&scope];
            assert_eq!(of_scope.len(), MENDINGS);
            (of_scope[0].id.as_str(), of_scope[MENDINGS - 1].id.as_str())
        };
        assert_eq!(ids(None), ("s02999", "s02800"));
        assert_eq!(ids(Some("05")), ("s02998", "s02600"));
    }
}
