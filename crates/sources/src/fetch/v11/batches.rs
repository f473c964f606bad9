//! Records by many ids at once, in batches that halve when PTV stumbles over them.

use std::collections::BTreeSet;

use domain::catalogue::EntityKind;
use domain::import::{ProblemCode, Severity};
use futures_util::future::BoxFuture;

use super::follow::Found;
use super::path_of;
use crate::fetch::files;
use crate::fetch::run::{Asked, End, Run};
use crate::fetch::scan;

/// So many ids at once; PTV takes 100, and gateways give up on less.
const BATCH: usize = 50;

/// What came of a batch.
#[derive(Default)]
struct Got {
    items: Vec<String>,
    /// The ids that PTV left out.
    dropped: Vec<String>,
    /// Whether all that PTV has was had.
    complete: bool,
}

impl Run<'_> {
    /// Reads the records with these ids and looks at them.
    pub(super) async fn by_ids(
        &self,
        kind: EntityKind,
        ids: &BTreeSet<String>,
        found: &mut Found,
    ) -> Result<(), End> {
        let ids: Vec<String> = ids.iter().cloned().collect();
        self.progress.start(files(kind), None);
        let mut dropped = self.batches(kind, &ids, found).await?;
        if !dropped.is_empty() {
            // Something said that they are there: once more, by themselves.
            let again: Vec<String> = dropped.chunks(BATCH).map(|ids| question(kind, ids)).collect();
            self.forget(&again)?;
            dropped = self.batches(kind, &dropped, found).await?;
        }
        // PTV leaves out what is archived without a word, and now and then what is not: that it is
        // gone is for the lists to say.
        for id in dropped {
            let asked = format!("/api/v11/{}/{id}", path_of(kind));
            let problem = self.problem(Severity::Refused, ProblemCode::RecordMissing, &asked);
            self.note(problem.of(kind, &id).found("named in a list, not given"));
        }
        self.progress.finish(files(kind));
        Ok(())
    }

    async fn batches(
        &self,
        kind: EntityKind,
        ids: &[String],
        found: &mut Found,
    ) -> Result<Vec<String>, End> {
        let parts = ids.chunks(BATCH).map(<[String]>::to_vec).collect();
        let read = |ids: Vec<String>| async move { self.batch(kind, &ids).await };
        let mut dropped = Vec::new();
        for got in self.for_each(files(kind), parts, read).await? {
            got.items.iter().for_each(|item| found.record(kind, item));
            dropped.extend(got.dropped);
            if !got.complete {
                found.incomplete.insert(kind);
            }
        }
        Ok(dropped)
    }

    /// A batch, or its halves when PTV stumbles over it.
    fn batch<'b>(&'b self, kind: EntityKind, ids: &'b [String]) -> BoxFuture<'b, Result<Got, End>> {
        Box::pin(async move {
            let asked = question(kind, ids);
            match self.page_in_short(files(kind), &asked).await? {
                Asked::Page(body) => Ok(Self::got(ids, &body)),
                // Not one of them is published.
                Asked::Missing(_) => {
                    Ok(Got { dropped: ids.to_vec(), complete: true, ..Got::default() })
                }
                Asked::Stumbled(said) if ids.len() == 1 => {
                    let problem = self.problem(Severity::Failed, ProblemCode::SourceFailed, &asked);
                    self.note(problem.of(kind, &ids[0]).found(&said));
                    Ok(Got::default())
                }
                Asked::Stumbled(_) => {
                    let (left, right) = ids.split_at(ids.len() / 2);
                    let mut both = self.batch(kind, left).await?;
                    let right = self.batch(kind, right).await?;
                    both.items.extend(right.items);
                    both.dropped.extend(right.dropped);
                    both.complete &= right.complete;
                    Ok(both)
                }
                Asked::Failed => Ok(Got::default()),
            }
        })
    }

    fn got(ids: &[String], body: &[u8]) -> Got {
        let items = scan::list_page(body).and_then(|page| page.items).unwrap_or_default();
        let given: BTreeSet<String> =
            items.iter().filter_map(|item| scan::guid(&scan::value(item)?, "id")).collect();
        let dropped = ids.iter().filter(|id| !given.contains(*id)).cloned().collect();
        Got { items, dropped, complete: true }
    }
}

fn question(kind: EntityKind, ids: &[String]) -> String {
    let list = match kind {
        EntityKind::Service => "Service/serviceWithGD/list",
        EntityKind::Channel => "ServiceChannel/list",
        EntityKind::Organisation => "Organization/list",
        _ => "GeneralDescription/list",
    };
    format!("/api/v11/{list}?guids={}&showHeader=true", ids.join(","))
}
