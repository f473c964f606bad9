//! What is counted over all descriptions and findings, once for each check: a page adds up and asks nothing of the whole
//! catalogue. Each node keeps what it counted until something of it has moved.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use domain::catalogue::EntityId;
use domain::reference::{Municipality, municipality};
use jiff::{SignedDuration, Timestamp};
use store::Transaction;
use store::coverage::State as Covered;
use store::provider::confirmation;
use store::quality::{
    self as rows, Changes, Choice, Counted, Faulty, Finding, InLanguage, Score, State,
};

use super::stale::Stale;
use super::{CHUNK, KINDS, Severity, Standards, rule};
use crate::reach::{Offers, worth};
use crate::{App, Error};

/// How many of the mendings that are worth most are kept for each county.
const MENDINGS: usize = 200;
/// How many descriptions' findings are asked for at once.
const AT_ONCE: usize = 64;
/// How long a week is.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What was counted of one check.
#[derive(Debug, Default)]
pub struct Standing {
    checked: Option<(State, Covered)>,
    confirmations: (i64, i64),
    sums: Arc<HashMap<Option<String>, Sum>>,
    pub(super) stale: Stale,
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
                of_it.map(|one| in_language(one, &self.rules)).collect()
            }
        };
        rules.retain(|one| is_severe(&one.severity));
        rules
    }
}

/// The counts of a rule in a language version; its descriptions are at most as many as its findings.
fn in_language(one: &InLanguage, all: &[Counted]) -> Counted {
    let whole = all.iter().find(|rule| rule.rule == one.rule);
    Counted {
        rule: one.rule.clone(),
        severity: one.severity.clone(),
        findings: one.findings,
        descriptions: whole.map_or(0, |whole| whole.descriptions.min(one.findings)),
        organisations: whole.map_or(0, |whole| whole.organisations.min(one.findings)),
    }
}

/// Counts anew what has moved since it was counted last.
pub(super) async fn refresh(app: &App, standards: &Standards) -> Result<(), Error> {
    let mut on = app.database().begin().await?;
    let checked = (rows::state(&mut on).await?, store::coverage::state(&mut on).await?);
    let confirmations = confirmation::stamp(&mut on).await?;
    let before = app.standing();
    let is_counted = before.checked.as_ref() == Some(&checked);
    if checked.0.generation < 0 || (is_counted && before.confirmations == confirmations) {
        return Ok(());
    }
    let sums = if is_counted {
        Arc::clone(&before.sums)
    } else {
        Arc::new(count(&mut on, app.now()).await?)
    };
    let stale = Stale::count(&mut on, standards, super::today(app)).await?;
    app.publish_standing(Standing { checked: Some(checked), confirmations, sums, stale });
    Ok(())
}

async fn count(
    on: &mut Transaction,
    now: Timestamp,
) -> Result<HashMap<Option<String>, Sum>, Error> {
    let mut sums: HashMap<Option<String>, Sum> = HashMap::new();
    // What is at home in no county counts among all only.
    let mut each = |county: Option<String>, add: &dyn Fn(&mut Sum)| {
        add(sums.entry(None).or_default());
        if county.is_some() {
            add(sums.entry(county).or_default());
        }
    };
    for (id, county, score) in rows::owners(on).await? {
        each(county, &|sum| {
            sum.score.add(&score);
            sum.organisations.push((id.clone(), score));
        });
    }
    for (code, score) in rows::municipalities(on).await? {
        let Some(place) = municipality(&code) else { continue };
        each(Some(place.county.to_owned()), &|sum| sum.municipalities.push((place, score)));
    }
    for (county, counted) in rows::by_county_and_rule(on).await? {
        each(county, &|sum| add_rule(&mut sum.rules, &counted));
    }
    for one in rows::by_language(on).await? {
        each(one.county.clone(), &|sum| add_language(&mut sum.languages, &one));
    }
    let week = now.checked_sub(WEEK).unwrap_or(now);
    for (county, changes) in rows::changes(on, week).await? {
        each(county, &|sum| sum.week.add(&changes));
    }
    for sum in sums.values_mut() {
        sum.rules.sort_by_cached_key(|one| {
            (rank(&one.severity), Reverse(one.findings), one.rule.clone())
        });
        sum.languages.sort_by_cached_key(|one| {
            (rank(&one.severity), Reverse(one.findings), one.rule.clone())
        });
    }
    for (county, mendings) in mendings(on).await? {
        sums.entry(county).or_default().mendings = mendings;
    }
    Ok(sums)
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
        Some(known) => {
            known.findings += counted.findings;
            known.descriptions += counted.descriptions;
            known.organisations += counted.organisations;
        }
        None => rules.push(counted.clone()),
    }
}

fn add_language(languages: &mut Vec<InLanguage>, counted: &InLanguage) {
    let is_same = |one: &InLanguage| one.rule == counted.rule && one.language == counted.language;
    match languages.iter_mut().find(|one| is_same(one)) {
        Some(known) => known.findings += counted.findings,
        None => languages.push(counted.clone()),
    }
}

type Mendings = Vec<(Finding, u64)>;

/// The mendings that are worth most, of each county and of all.
async fn mendings(on: &mut Transaction) -> Result<BTreeMap<Option<String>, Mendings>, Error> {
    let mut faulty: Vec<Faulty> = Vec::new();
    for kind in KINDS {
        let mut after = None;
        loop {
            let chunk = rows::faulty(on, kind, after.as_ref(), CHUNK).await?;
            let Some(last) = chunk.last() else { break };
            after = Some(last.id.clone());
            faulty.extend(chunk);
        }
    }
    let offers = Offers::load(on, None).await?;
    let mut of_county: BTreeMap<&str, Vec<&Faulty>> = BTreeMap::new();
    for one in &faulty {
        of_county.entry(one.county.as_deref().unwrap_or_default()).or_default().push(one);
    }
    let homes: HashMap<&EntityId, &str> =
        faulty.iter().filter_map(|one| Some((&one.id, one.county.as_deref()?))).collect();
    let (anywhere, at_home) = (offers.reach(|_| None), offers.reach(|id| homes.get(id).copied()));
    drop(offers);
    let mut found = BTreeMap::new();
    let all = candidates(faulty.iter(), |id| anywhere.of(id));
    found.insert(None, worth_most(on, &all).await?);
    for (county, faulty) in of_county.iter().filter(|(county, _)| !county.is_empty()) {
        let own = candidates(faulty.iter().copied(), |id| at_home.of(id));
        found.insert(Some((*county).to_owned()), worth_most(on, &own).await?);
    }
    Ok(found)
}

/// A description whose mendings may be worth so much at most.
struct Candidate<'a> {
    most: u64,
    reach: u64,
    id: &'a EntityId,
}

/// The descriptions that reach somebody, those first whose mendings may be worth most.
fn candidates<'a>(
    faulty: impl Iterator<Item = &'a Faulty>,
    reach: impl Fn(&EntityId) -> u64,
) -> Vec<Candidate<'a>> {
    let candidate = |one: &'a Faulty| {
        let reach = reach(&one.id);
        let severity = if one.has_errors { Severity::Error } else { Severity::Warning };
        Candidate { most: worth(severity, reach), reach, id: &one.id }
    };
    let mut all: Vec<Candidate<'a>> = faulty.map(candidate).filter(|one| one.reach > 0).collect();
    all.sort_by_key(|one| (Reverse(one.most), one.id));
    all
}

/// The findings that are worth most: it is enough to look until what is left cannot be worth more.
async fn worth_most(on: &mut Transaction, all: &[Candidate<'_>]) -> Result<Mendings, Error> {
    let mut best: Vec<(Reverse<u64>, Finding, u64)> = Vec::new();
    for chunk in all.chunks(AT_ONCE) {
        let least = best.get(MENDINGS - 1).map(|(Reverse(worth), ..)| *worth);
        if chunk.first().is_some_and(|next| least.is_some_and(|least| least >= next.most)) {
            break;
        }
        let reach: HashMap<&EntityId, u64> = chunk.iter().map(|one| (one.id, one.reach)).collect();
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
