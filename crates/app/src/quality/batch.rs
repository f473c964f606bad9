//! A chunk of the catalogue on its way through a check: what of it is read, what checking it says, how that is kept.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;
use store::catalogue::Stored;
use store::quality::{self as rows, Place};
use store::{Error as StoreError, Transaction};

use super::inputs::{Head, Inputs};
use super::{Around, Round, Severity, on_all_cores, score};
use crate::{Error, background};

/// What was read of a chunk, all of one kind.
pub(super) struct Batch {
    gone: Vec<(EntityKind, EntityId)>,
    offered: Vec<Stored>,
    inputs: Inputs,
    /// The prints of what was checked before.
    known: HashMap<EntityId, [u8; 16]>,
}

/// What the check of one description says, with its findings by place.
type Said = (rows::Checked, BTreeMap<Place, rows::Finding>);

impl Batch {
    pub(super) async fn read(
        reading: &mut Transaction,
        kind: EntityKind,
        chunk: Vec<Stored>,
    ) -> Result<Self, Error> {
        let (gone, offered): (Vec<Stored>, Vec<Stored>) =
            chunk.into_iter().partition(|stored| stored.gone.is_some());
        let gone = gone.into_iter().map(|stored| (stored.kind, stored.id)).collect();
        let inputs = Inputs::read(reading, &offered).await?;
        let ids: Vec<EntityId> = offered.iter().map(|stored| stored.id.clone()).collect();
        let known = rows::checked_prints(reading, kind, &ids).await?;
        Ok(Self { gone, offered, inputs, known })
    }
}

/// What the checks of batches said.
#[derive(Default)]
pub(super) struct Outcome {
    /// How many entities were looked at.
    pub(super) looked_at: usize,
    gone: Vec<(EntityKind, EntityId)>,
    checked: Vec<rows::Checked>,
    findings: BTreeMap<Place, rows::Finding>,
}

impl Round {
    /// Checks what of a batch reads something else than it did.
    pub(super) async fn outcome(&self, batch: Batch) -> Result<Outcome, Error> {
        let around = Arc::clone(&self.0);
        // Words take time: not on a thread that answers requests.
        background::run(move || around.outcome(batch)).await?
    }
}

impl Around {
    fn outcome(&self, batch: Batch) -> Result<Outcome, Error> {
        let now = self.app.now();
        let each = |stored: &Stored| self.outcome_of(stored, &batch, now);
        let mut outcome = Outcome::default();
        for one in on_all_cores(&batch.offered, each) {
            let Some((checked, findings)) = one? else { continue };
            outcome.checked.push(checked);
            outcome.findings.extend(findings);
        }
        outcome.looked_at = batch.offered.len() + batch.gone.len();
        outcome.gone = batch.gone;
        Ok(outcome)
    }

    /// What the check of an entity says; none where it would say what it said.
    fn outcome_of(
        &self,
        stored: &Stored,
        batch: &Batch,
        now: Timestamp,
    ) -> Result<Option<Said>, Error> {
        let head = Head::of(stored)?;
        let print = self.print(stored, &head, &batch.inputs);
        if batch.known.get(&stored.id) == Some(&print) {
            return Ok(None);
        }
        let owner = head.owner(stored);
        let home = self.home(owner.as_ref());
        let (mut points, mut findings) = (0, BTreeMap::new());
        // The entity, and its connections with it.
        for checked in self.check(stored, &batch.inputs)? {
            if checked.id == stored.id {
                let score = |language| i64::from(score(&checked.findings, language));
                points = head.languages().map(score).sum();
            }
            for one in checked.findings {
                let place = Place {
                    subject: stored.id.clone(),
                    kind: checked.kind,
                    id: checked.id.clone(),
                    rule: one.rule.id.to_owned(),
                    language: one.language,
                    field: one.field.code().to_owned(),
                };
                let evidence = serde_json::to_string(&one.evidence)
                    .map_err(|error| Error::Internal(format!("evidence: {error}")))?;
                findings.entry(place.clone()).or_insert(rows::Finding {
                    place,
                    severity: one.rule.severity.code().to_owned(),
                    owner: owner.clone(),
                    county: home.map(|home| home.county.to_owned()),
                    evidence,
                    since: now,
                    gone: None,
                });
            }
        }
        let of_severity = |severity: Severity| {
            let of_it = findings.values().filter(|one| one.severity == severity.code());
            i64::try_from(of_it.count()).unwrap_or(0)
        };
        let checked = rows::Checked {
            kind: stored.kind,
            id: stored.id.clone(),
            owner,
            municipality: home.map(|home| home.code.to_owned()),
            county: home.map(|home| home.county.to_owned()),
            print,
            points,
            versions: i64::try_from(head.languages().count()).unwrap_or(0),
            errors: of_severity(Severity::Error),
            warnings: of_severity(Severity::Warning),
            checked: now,
        };
        Ok(Some((checked, findings)))
    }
}

impl Outcome {
    /// How many entities were checked.
    pub(super) const fn checked(&self) -> usize {
        self.checked.len()
    }

    /// Adds what the checks of other entities said.
    pub(super) fn add(&mut self, other: Self) {
        self.looked_at += other.looked_at;
        self.gone.extend(other.gone);
        self.checked.extend(other.checked);
        self.findings.extend(other.findings);
    }

    /// Keeps it.
    pub(super) async fn keep(
        mut self,
        on: &mut Transaction,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        for (kind, id) in &self.gone {
            rows::forget(on, *kind, id, now).await?;
        }
        let subjects: Vec<EntityId> = self.checked.iter().map(|one| one.id.clone()).collect();
        for known in rows::open_findings(on, &subjects).await? {
            match self.findings.remove(&known.place) {
                None => rows::mark_gone(on, &known.place, now).await?,
                Some(found) if rows::Finding { since: known.since, ..found.clone() } != known => {
                    rows::update_finding(on, &found).await?;
                }
                Some(_) => {}
            }
        }
        let new: Vec<rows::Finding> = self.findings.into_values().collect();
        rows::insert_findings(on, &new).await?;
        rows::put_checked(on, &self.checked).await
    }
}
