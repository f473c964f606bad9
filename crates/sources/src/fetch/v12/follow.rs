//! What services point to: their connections, channels, organisations, general descriptions,
//! collections and ontology terms.

use std::collections::{BTreeMap, BTreeSet};

use domain::catalogue::EntityKind;
use domain::import::{ProblemCode, Scope, Severity};
use serde_json::{Value, json};

use super::questions::{self, AT_ONCE};
use super::{ask, id_of, path_of, search, text};
use crate::fetch::files;
use crate::fetch::list::{Ask, Listed};
use crate::fetch::pages::INDEX;
use crate::fetch::run::{Asked, End, Run};
use crate::fetch::scan;

/// The reason of a 404 by which the source says that a record is there but not for the public.
const NOT_PUBLISHED: &str = "NotPublished";

/// The ids met so far.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Services read.
    pub services: BTreeSet<String>,
    pub services_complete: bool,
    /// Channels that connections name.
    pub channels: BTreeSet<String>,
    /// Organisations that records name.
    pub organisations: BTreeSet<String>,
    pub general_descriptions: BTreeSet<String>,
    pub terms: BTreeSet<String>,
    /// What was read, by kind, so that it is not read by id again.
    pub read: BTreeMap<EntityKind, BTreeSet<String>>,
    /// The kinds that were searched as a whole, and whether all came.
    pub whole: BTreeMap<EntityKind, bool>,
}

impl Found {
    /// Takes the ids from a service.
    pub fn service(&mut self, item: &str) {
        let Some(service) = scan::value(item) else { return };
        self.services.extend(scan::guid(&service, "contentId"));
        self.organisations.extend(scan::guid(&service, "organizationContentId"));
        let others = service.get("otherResponsibleOrganizations");
        self.organisations.extend(scan::guids(others));
        let producers = service.get("producers").and_then(Value::as_object);
        for producers in producers.into_iter().flat_map(|kinds| kinds.values()) {
            self.organisations.extend(scan::guids(producers.get("organizations")));
        }
        let description = scan::guid(&service, "generalDescriptionContentId");
        self.general_descriptions.extend(description);
        self.terms_of(&service);
    }

    /// Takes the ids from a record that is no service.
    pub fn record(&mut self, kind: EntityKind, item: &str) {
        let Some(record) = scan::value(item) else { return };
        match kind {
            EntityKind::Connection => {
                self.channels.extend(scan::guid(&record, "channelContentId"));
                return;
            }
            EntityKind::Organisation => {
                self.organisations.extend(scan::guid(&record, "parentOrganizationContentId"));
            }
            EntityKind::GeneralDescription => self.terms_of(&record),
            _ => self.organisations.extend(scan::guid(&record, "organizationContentId")),
        }
        let id = scan::guid(&record, "contentId");
        self.read.entry(kind).or_default().extend(id);
    }

    fn terms_of(&mut self, record: &Value) {
        let terms = record.get("ontologyTerms").and_then(Value::as_array).into_iter().flatten();
        self.terms.extend(terms.filter_map(Value::as_str).map(str::to_owned));
    }

    fn unread(&self, kind: EntityKind, ids: &BTreeSet<String>) -> Vec<String> {
        let read = self.read.get(&kind);
        ids.iter().filter(|id| !read.is_some_and(|read| read.contains(*id))).cloned().collect()
    }
}

impl Run<'_> {
    /// The connections of the services that were read.
    pub(super) async fn connections_of_services(&self, found: &mut Found) -> Result<(), End> {
        let kind = EntityKind::Connection;
        let services: Vec<String> = found.services.iter().cloned().collect();
        let complete = self.connections_of(&services, found).await?;
        self.finish(kind, files(kind), complete && found.services_complete, None)?;
        Ok(())
    }

    /// The connections of some services, whenever they were published.
    pub(super) async fn connections_of(
        &self,
        services: &[String],
        found: &mut Found,
    ) -> Result<bool, End> {
        let kind = EntityKind::Connection;
        let mut complete = true;
        self.progress.start(files(kind), None);
        for (listed, services) in self.filtered(kind, "serviceContentIds", services).await? {
            self.look_at(&listed, |item| found.record(kind, item))?;
            complete &= listed.complete;
            if listed.complete {
                self.connections_read(services);
            }
        }
        self.progress.finish(files(kind));
        Ok(complete)
    }

    /// What a kind's list has for some values of a filter, a few values at a time.
    async fn filtered(
        &self,
        kind: EntityKind,
        filter: &str,
        values: &[String],
    ) -> Result<Vec<(Listed, Vec<String>)>, End> {
        let list = match kind {
            EntityKind::OntologyTerm => path_of(kind).to_owned(),
            _ => format!("{}/search", path_of(kind)),
        };
        let parts = values.chunks(AT_ONCE).map(<[String]>::to_vec).collect();
        let read = |values: Vec<String>| {
            let texts: Vec<&str> = values.iter().map(String::as_str).collect();
            let filter = questions::repeated(filter, &texts);
            let asked = format!("/api/v12/{list}?{}", filter.trim_start_matches('&'));
            let part = Ask { is_part: true, ..ask(kind, files(kind), asked) };
            async move { Ok((self.list(&part).await?, values)) }
        };
        self.for_each(files(kind), parts, read).await
    }

    /// The channels that connections name and that were not read yet.
    pub(super) async fn channels_of_connections(&self, found: &mut Found) -> Result<(), End> {
        let kind = EntityKind::Channel;
        let ids = self.unknown(kind, found.unread(kind, &found.channels));
        let complete = self.by_id(kind, &ids, found).await?;
        self.finish_followed(kind, complete, found)
    }

    /// The organisations that records name, and their parents up to the top.
    pub(super) async fn organisations_referred_to(&self, found: &mut Found) -> Result<(), End> {
        let kind = EntityKind::Organisation;
        let mut complete = true;
        let mut tried = BTreeSet::new();
        loop {
            let mut ids = self.unknown(kind, found.unread(kind, &found.organisations));
            ids.retain(|id| tried.insert(id.clone()));
            if ids.is_empty() {
                return self.finish_followed(kind, complete, found);
            }
            complete &= self.by_id(kind, &ids, found).await?;
        }
    }

    /// The general descriptions that services name.
    pub(super) async fn general_descriptions_referred_to(
        &self,
        found: &mut Found,
    ) -> Result<(), End> {
        let kind = EntityKind::GeneralDescription;
        let ids = self.unknown(kind, found.unread(kind, &found.general_descriptions));
        let complete = self.by_id(kind, &ids, found).await?;
        self.finish_followed(kind, complete, found)
    }

    /// The collections of the organisations that were found, each by its id: only that answer says
    /// what is in it.
    pub(super) async fn collections(&self, found: &mut Found) -> Result<(), End> {
        let kind = EntityKind::Collection;
        let index = format!("{INDEX}{}", files(kind));
        let (mut ids, mut complete) = (BTreeSet::new(), true);
        let all = self.request.scope == Scope::All || self.since().is_some();
        let organisations: Vec<&str> = found.organisations.iter().map(String::as_str).collect();
        let filters: Vec<String> = if all {
            vec![String::new()]
        } else {
            let by_twenty = organisations.chunks(AT_ONCE);
            by_twenty.map(|ids| questions::repeated("organizationContentIds", ids)).collect()
        };
        for filter in filters {
            let listed = search(self, kind, &index, &filter).await?;
            complete &= listed.complete;
            self.look_at(&listed, |item| {
                if self.wants_collection(item, found) {
                    ids.extend(id_of(item));
                }
            })?;
        }
        let ids: Vec<String> = ids.into_iter().collect();
        complete &= self.by_id(kind, &ids, found).await?;
        self.finish_followed(kind, complete, found)
    }

    /// The names of the ontology terms that records name.
    pub(super) async fn ontology_terms(&self, found: &mut Found) -> Result<(), End> {
        let kind = EntityKind::OntologyTerm;
        let mut complete = true;
        self.progress.start(files(kind), None);
        let uris = self.unknown(kind, found.terms.iter().cloned().collect());
        for (listed, _) in self.filtered(kind, "uris", &uris).await? {
            complete &= listed.complete;
        }
        self.progress.finish(files(kind));
        self.finish(kind, files(kind), complete && found.services_complete, None)?;
        Ok(())
    }

    /// Reads records by id. What is not published is noted; gives whether all others came.
    pub(super) async fn by_id(
        &self,
        kind: EntityKind,
        ids: &[String],
        found: &mut Found,
    ) -> Result<bool, End> {
        self.progress.start(files(kind), u64::try_from(ids.len()).ok());
        let read = |id: String| async move {
            let asked = format!("/api/v12/{}/{id}", path_of(kind));
            Ok((self.page(files(kind), &asked, true).await?, id))
        };
        let mut complete = true;
        for (answer, id) in self.for_each(files(kind), ids.to_vec(), read).await? {
            match answer {
                Asked::Page(body) => {
                    let items = scan::list_page(&body).and_then(|page| page.items);
                    items.unwrap_or_default().iter().for_each(|item| found.record(kind, item));
                }
                Asked::Missing(body) => self.missing(kind, &id, &body)?,
                Asked::Stumbled(_) | Asked::Failed => complete = false,
            }
        }
        self.progress.finish(files(kind));
        Ok(complete)
    }

    /// The source named the record and does not give it.
    fn missing(&self, kind: EntityKind, id: &str, body: &str) -> Result<(), End> {
        let reason = scan::value(body).and_then(|body| text(&body, "reason"));
        let reason = reason.as_deref().unwrap_or("Unknown");
        if self.since().is_some() && reason == NOT_PUBLISHED {
            let list = format!("{}-archived", files(kind));
            let body = json!({ "items": [{ "contentId": id }] }).to_string();
            self.save_derived(&list, &format!("gone {kind} {id}"), body.as_bytes())?;
            return Ok(());
        }
        let asked = format!("/api/v12/{}/{id}", path_of(kind));
        // Only that it is not published is a reason to let it go.
        let severity = if reason == NOT_PUBLISHED { Severity::Warning } else { Severity::Refused };
        let problem = self.problem(severity, ProblemCode::RecordMissing, &asked);
        self.note(problem.of(kind, id).found(reason));
        Ok(())
    }

    /// The end of a list that follows from others: it is complete when they are too.
    fn finish_followed(&self, kind: EntityKind, complete: bool, found: &Found) -> Result<(), End> {
        let whole = found.whole.get(&kind).copied();
        let complete = complete && whole.unwrap_or(found.services_complete);
        let total = found.read.get(&kind).map_or(0, BTreeSet::len) as u64;
        self.finish(kind, files(kind), complete, Some(total))?;
        Ok(())
    }
}
