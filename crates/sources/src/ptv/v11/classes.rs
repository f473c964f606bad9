//! Classes and ontology terms. An item brings its names, parents and descriptions along; we keep its
//! code (or an ontology term's URI), since the names are in our reference tables. Only the names of
//! ontology terms are in no table, so the terms become entities of their own.

use domain::Language;
use domain::catalogue::{Classification, EntityId, OntologyTerm};
use domain::import::ProblemCode;
use domain::reference::{self, CodeList};
use serde_json::Value;

use super::shapes::{objects, sorted, text};
use crate::reading::{Object, Path, Reading};

/// An ontology term with the part of the record that it was read from.
pub struct Term {
    pub term: OntologyTerm,
    pub raw: String,
}

/// Takes the five lists of classes of a service or a general description.
pub fn classification(
    object: &mut Object<'_>,
    reading: &mut Reading,
) -> (Classification, Vec<Term>) {
    let (ontology_terms, terms) = ontology_terms(object, reading);
    let classification = Classification {
        service_classes: codes(object, "serviceClasses", reference::service_classes(), reading),
        ontology_terms,
        target_groups: codes(object, "targetGroups", reference::target_groups(), reading),
        life_events: codes(object, "lifeEvents", reference::life_events(), reading),
        industrial_classes: codes(object, INDUSTRIES, reference::industrial_classes(), reading),
    };
    (classification, terms)
}

/// The list whose items' `code` is not their code but their level.
const INDUSTRIES: &str = "industrialClasses";

/// The codes of a list of class items, sorted: the source's order says nothing. One that our table
/// does not have is reported and kept as it came.
fn codes(
    object: &mut Object<'_>,
    name: &str,
    list: &CodeList,
    reading: &mut Reading,
) -> Vec<String> {
    let mut codes = Vec::new();
    objects(object, name, reading, |item, reading| {
        // Names, descriptions and the place in the tree are in the code list.
        for known in [
            "name",
            "description",
            "ontologyType",
            "parentId",
            "parentUri",
            "newParentUri",
            "override",
        ] {
            item.leave_out(known);
        }
        let code = text(item, "code", reading).filter(|_| name != INDUSTRIES);
        let uris = [text(item, "newUri", reading), text(item, "uri", reading)];
        let known = code
            .as_deref()
            .and_then(|code| list.get(code))
            .or_else(|| uris.iter().flatten().find_map(|uri| list.by_uri(uri)));
        if let Some(known) = known {
            codes.push(known.code.to_owned());
            return;
        }
        let came = code.into_iter().chain(uris.into_iter().flatten()).next();
        reading.warn(ProblemCode::CodeUnknown, item.path(), came.as_deref().unwrap_or_default());
        codes.extend(came);
    });
    sorted(codes)
}

/// Takes the ontology terms: their URIs, sorted, and those that have a name as terms.
pub fn ontology_terms(object: &mut Object<'_>, reading: &mut Reading) -> (Vec<String>, Vec<Term>) {
    let items = object.list("ontologyTerms", reading);
    let record = *object.path();
    let list = record.field("ontologyTerms");
    let mut uris = Vec::new();
    let mut terms = Vec::new();
    for (position, item) in items.into_iter().enumerate() {
        let path = list.position(position);
        let Some(term) = ontology_term(item, path, reading) else { continue };
        uris.push(term.term.id.as_str().to_owned());
        // A term without a name is only its URI, and another record may have its name.
        if !term.term.names.is_empty() {
            terms.push(term);
        }
    }
    (sorted(uris), terms)
}

fn ontology_term(item: Value, path: Path<'_>, reading: &mut Reading) -> Option<Term> {
    let raw = item.to_string();
    let mut item = Object::read(item, path, reading)?;
    // The ontology has no codes; `newUri` is only filled for code lists.
    for known in ["code", "parentId", "newUri", "newParentUri", "override", "description"] {
        item.leave_out(known);
    }
    let uri = text(&mut item, "uri", reading).unwrap_or_default();
    let mut names = domain::Localized::default();
    objects(&mut item, "name", reading, |name, reading| {
        let value = text(name, "value", reading);
        // KOKO has names in languages that PTV's content cannot have (German, Estonian …).
        let language = text(name, "language", reading).and_then(|code| Language::from_code(&code));
        if let (Some(language), Some(value)) = (language, value) {
            names.insert(language, value);
        }
    });
    let ontology = text(&mut item, "ontologyType", reading);
    let parents = text(&mut item, "parentUri", reading).unwrap_or_default();
    let parents = parents.split(';').map(str::trim).filter(|uri| !uri.is_empty());
    let parents = sorted(parents.map(str::to_owned).collect());
    item.close(reading);
    let Some(id) = EntityId::new(uri.as_str()).ok().filter(|_| uri.starts_with("http")) else {
        reading.warn(ProblemCode::CodeUnknown, &path.field("uri"), &uri);
        return None;
    };
    Some(Term { term: OntologyTerm { id, names, ontology, parents }, raw })
}
