//! What services point to, in v11's names.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::{EntityId, EntityKind};
use domain::import::{ProblemCode, Scope, Severity};

use super::path_of;
use crate::fetch::files;
use crate::fetch::run::{Asked, End, Run};
use crate::fetch::scan;

/// The ids met so far.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Services read.
    pub services: BTreeSet<String>,
    /// What lists named, to be read by id.
    pub named: BTreeMap<EntityKind, BTreeSet<String>>,
    /// What records point to.
    pointed: BTreeMap<EntityKind, BTreeSet<String>>,
    /// What was read by id.
    read: BTreeMap<EntityKind, BTreeSet<String>>,
    /// The kinds of which something could not be had.
    pub incomplete: BTreeSet<EntityKind>,
}

impl Found {
    /// Takes the ids from a service.
    pub fn service(&mut self, item: &str) {
        self.record(EntityKind::Service, item);
    }

    /// Takes the ids from a record.
    pub fn record(&mut self, kind: EntityKind, item: &str) {
        let Some(record) = scan::value(item) else { return };
        let id = scan::guid(&record, "id");
        match kind {
            EntityKind::Service => {
                self.services.extend(id);
                let channels = scan::referenced(&record, "serviceChannels", "serviceChannel");
                self.point(EntityKind::Channel, channels);
                let organisations = scan::referenced(&record, "organizations", "organization");
                self.point(EntityKind::Organisation, organisations);
                let description = scan::guid(&record, "generalDescriptionId");
                self.point(EntityKind::GeneralDescription, description);
                let collections = scan::referenced(&record, "serviceCollections", "");
                self.point(EntityKind::Collection, collections);
                return;
            }
            EntityKind::Channel => {
                self.point(EntityKind::Organisation, scan::guid(&record, "organizationId"));
                let collections = scan::referenced(&record, "serviceCollections", "");
                self.point(EntityKind::Collection, collections);
            }
            EntityKind::Organisation => {
                self.point(EntityKind::Organisation, scan::guid(&record, "parentOrganizationId"));
            }
            _ => {}
        }
        self.read.entry(kind).or_default().extend(id);
    }

    fn point(&mut self, kind: EntityKind, ids: impl IntoIterator<Item = String>) {
        self.pointed.entry(kind).or_default().extend(ids);
    }
}

impl Run<'_> {
    /// Reads what services, and what was read of them, point to.
    pub(super) async fn follow(&self, found: &mut Found) -> Result<(), End> {
        self.finish_with(EntityKind::Service, found)?;
        // Services have their connections within.
        let complete = !found.incomplete.contains(&EntityKind::Service);
        self.finish(EntityKind::Connection, files(EntityKind::Connection), complete, None)?;
        self.connections_read(found.services.iter().cloned());
        let kinds = [EntityKind::Channel, EntityKind::Organisation, EntityKind::GeneralDescription];
        for kind in kinds {
            let mut tried = BTreeSet::new();
            loop {
                let mut ids = self.wanted(kind, found);
                ids.retain(|id| tried.insert(id.clone()));
                if ids.is_empty() {
                    break;
                }
                self.by_ids(kind, &ids, found).await?;
            }
            self.finish_with(kind, found)?;
        }
        self.collections_pointed_to(found).await
    }

    /// The ids of a kind that are to be read: what lists named, and what records point to and the
    /// feed does not have yet.
    fn wanted(&self, kind: EntityKind, found: &Found) -> BTreeSet<String> {
        let incremental = self.request.changed_since().is_some();
        let is_known = |id: &str| {
            incremental
                && EntityId::new(id).is_ok_and(|id| self.request.known.contains(&(kind, id)))
        };
        let named = found.named.get(&kind).into_iter().flatten();
        let pointed = found.pointed.get(&kind).into_iter().flatten().filter(|id| !is_known(id));
        // All that is published is named; what is only pointed to is then not published.
        let all = self.request.scope == Scope::All && !incremental;
        let pointed = pointed.filter(|_| !all);
        let read = found.read.get(&kind);
        let unread = |id: &&String| !read.is_some_and(|read| read.contains(*id));
        named.chain(pointed).filter(unread).cloned().collect()
    }

    /// Collections have no list by ids: one by one.
    async fn collections_pointed_to(&self, found: &mut Found) -> Result<(), End> {
        let kind = EntityKind::Collection;
        let ids: Vec<String> = self.wanted(kind, found).into_iter().collect();
        self.progress.start(files(kind), u64::try_from(ids.len()).ok());
        let read = |id: String| async move {
            let asked = format!("/api/v11/{}/{id}?showHeader=true", path_of(kind));
            Ok((self.page(files(kind), &asked, true).await?, id, asked))
        };
        for (answer, id, asked) in self.for_each(files(kind), ids, read).await? {
            match answer {
                Asked::Page(_) => _ = found.read.entry(kind).or_default().insert(id),
                Asked::Missing(_) => {
                    let code = ProblemCode::RecordMissing;
                    let problem = self.problem(Severity::Refused, code, &asked).of(kind, &id);
                    self.note(problem.found("named in a list, not given"));
                }
                Asked::Stumbled(_) | Asked::Failed => _ = found.incomplete.insert(kind),
            }
        }
        self.progress.finish(files(kind));
        self.finish_with(kind, found)
    }

    fn finish_with(&self, kind: EntityKind, found: &Found) -> Result<(), End> {
        // What follows from services is not complete when they are not.
        let complete =
            !found.incomplete.contains(&kind) && !found.incomplete.contains(&EntityKind::Service);
        let total = match kind {
            EntityKind::Service => found.services.len(),
            _ => found.read.get(&kind).map_or(0, BTreeSet::len),
        };
        self.finish(kind, files(kind), complete, Some(total as u64))?;
        Ok(())
    }
}
