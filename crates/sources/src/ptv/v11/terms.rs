//! Ontology terms gathered over many records. In v11 each service and general description repeats the
//! names of its terms, and not all say as much: some only in Finnish, some nothing. They are merged
//! into one record for each term, so that the same catalogue comes of them in whatever order they are
//! met.

use std::collections::BTreeMap;

use domain::catalogue::{Entity, EntityId, EntityKind, OntologyTerm};

use crate::record::{Fingerprint, Item, Record, Sink, Stopped};

/// Passes all on but ontology terms, which it keeps until [`GatheredTerms::hand_over`].
pub struct GatheredTerms<'s> {
    sink: &'s mut dyn Sink,
    copies: BTreeMap<EntityId, Vec<Said>>,
}

/// What one or more records say of a term.
struct Said {
    term: OntologyTerm,
    raw: String,
    location: String,
}

impl<'s> GatheredTerms<'s> {
    /// Gathers before the sink.
    pub fn before(sink: &'s mut dyn Sink) -> Self {
        Self { sink, copies: BTreeMap::new() }
    }

    /// The sink itself, for terms that come from a list of their own.
    pub fn sink(&mut self) -> &mut dyn Sink {
        self.sink
    }

    /// Hands the terms over, each once.
    ///
    /// # Errors
    /// When the sink wants no more.
    pub fn hand_over(self) -> Result<(), Stopped> {
        for copies in self.copies.into_values() {
            if let Some(Said { term, raw, location }) = merged(copies) {
                let fingerprint = Fingerprint::of_raw(&raw);
                let entity = Entity::OntologyTerm(term);
                let problems = Vec::new();
                let record = Record { entity, raw, fingerprint, location, problems };
                self.sink.take(Item::Record(Box::new(record)))?;
            }
        }
        Ok(())
    }
}

impl Sink for GatheredTerms<'_> {
    fn has(&self, kind: EntityKind, id: &EntityId, fingerprint: Fingerprint) -> bool {
        self.sink.has(kind, id, fingerprint)
    }

    fn take(&mut self, item: Item) -> Result<(), Stopped> {
        let record = match item {
            Item::Record(record) if record.entity.kind() == EntityKind::OntologyTerm => record,
            other => return self.sink.take(other),
        };
        if let Record { entity: Entity::OntologyTerm(term), raw, location, .. } = *record {
            let copies = self.copies.entry(term.id.clone()).or_default();
            if !copies.iter().any(|copy| copy.term == term) {
                copies.push(Said { term, raw, location });
            }
        }
        Ok(())
    }
}

/// The copy that says most, with what only the others say.
fn merged(mut copies: Vec<Said>) -> Option<Said> {
    let names = |copy: &Said| copy.term.names.iter().count();
    copies
        .sort_by(|one, other| names(other).cmp(&names(one)).then_with(|| one.raw.cmp(&other.raw)));
    let mut copies = copies.into_iter();
    let mut fullest = copies.next()?;
    for Said { term, .. } in copies {
        for (language, name) in term.names.iter() {
            if fullest.term.names.get(language).is_none() {
                fullest.term.names.insert(language, name);
            }
        }
        fullest.term.ontology = fullest.term.ontology.or(term.ontology);
        if fullest.term.parents.is_empty() {
            fullest.term.parents = term.parents;
        }
    }
    Some(fullest)
}
