//! The whole catalogue in order of id, cut into stretches: what a list for search engines is made from.
//!
//! A stretch is told by its ends, so that one of a hundred thousand services is read without counting
//! from the beginning, and none of them is held in memory but the page at hand.

use std::collections::BTreeSet;

use domain::catalogue::{EntityId, EntityKind};
use search::Query;
use store::catalogue::{Dated, dated, generation, place_after};

use crate::{App, Error};

/// The catalogue of one generation, cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The generation.
    pub generation: i64,
    /// The stretches of each kind that was asked for, in order; of a kind without any, none.
    pub stretches: Vec<(EntityKind, Vec<Stretch>)>,
}

/// A stretch of a kind's ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The id before its first; none at the beginning.
    pub after: Option<EntityId>,
    /// Its last id; none at the end.
    pub until: Option<EntityId>,
}

impl Stretch {
    /// Whether an id lies before the stretch's end.
    #[must_use]
    pub fn reaches(&self, id: &EntityId) -> bool {
        self.until.as_ref().is_none_or(|until| id <= until)
    }
}

/// Cuts what is offered of these kinds into stretches of so many.
pub async fn listing(app: &App, kinds: &[EntityKind], size: u32) -> Result<Listing, Error> {
    let mut transaction = app.database().begin().await?;
    let generation = generation(&mut transaction).await?;
    let mut stretches = Vec::with_capacity(kinds.len());
    for kind in kinds {
        let mut of_kind = vec![Stretch::default()];
        let mut after = None;
        while let Some(id) = place_after(&mut transaction, *kind, after.as_ref(), size).await? {
            if let Some(last) = of_kind.last_mut() {
                last.until = Some(id.clone());
            }
            of_kind.push(Stretch { after: Some(id.clone()), until: None });
            after = Some(id);
        }
        // Nothing may come after the last whole stretch.
        if place_after(&mut transaction, *kind, after.as_ref(), 1).await?.is_none() {
            of_kind.pop();
            if let Some(last) = of_kind.last_mut() {
                last.until = None;
            }
        }
        stretches.push((*kind, of_kind));
    }
    Ok(Listing { generation, stretches })
}

/// The next ids of a kind with their dates, at most so many.
pub async fn dates(
    app: &App,
    kind: EntityKind,
    after: Option<&EntityId>,
    limit: u32,
) -> Result<Vec<Dated>, Error> {
    Ok(dated(&mut app.database().begin().await?, kind, after, limit).await?)
}

/// The organisations that are responsible for a service of a county's site.
#[must_use]
pub fn county_organisations(app: &App, county: &str) -> BTreeSet<EntityId> {
    let query = Query { county: Some(county.to_owned()), ..Query::default() };
    let index = app.index();
    let ids = index.organisations_among(&query);
    ids.into_iter().filter_map(|id| EntityId::new(id).ok()).collect()
}

/// What of a kind belongs on a county's site: services that may be had there, and organisations that are
/// responsible for one.
#[derive(Debug, Clone)]
pub struct Among(Chosen);

#[derive(Debug, Clone)]
enum Chosen {
    All,
    Services(Box<Query>),
    Organisations(BTreeSet<String>),
}

impl Among {
    /// Of a kind what belongs on the site of a county, by its code; without one, all.
    #[must_use]
    pub fn new(app: &App, kind: EntityKind, county: Option<&str>) -> Self {
        let Some(county) = county else { return Self(Chosen::All) };
        let query = Query { county: Some(county.to_owned()), ..Query::default() };
        if kind == EntityKind::Service {
            return Self(Chosen::Services(Box::new(query)));
        }
        let index = app.index();
        let ids = index.organisations_among(&query);
        Self(Chosen::Organisations(ids.into_iter().map(str::to_owned).collect()))
    }

    /// Those of these that belong there.
    #[must_use]
    pub fn of<'a>(&self, app: &App, page: &[&'a Dated]) -> Vec<&'a Dated> {
        let own: BTreeSet<&str> = match &self.0 {
            Chosen::All => return page.to_vec(),
            Chosen::Services(query) => {
                let ids: Vec<&str> = page.iter().map(|one| one.id.as_str()).collect();
                app.index().local_among(query, &ids).into_iter().collect()
            }
            Chosen::Organisations(ids) => ids.iter().map(String::as_str).collect(),
        };
        page.iter().copied().filter(|one| own.contains(one.id.as_str())).collect()
    }
}
