//! The ontology terms that the services use, as PTV's code list gives them.

use serde_json::{Value, json};

use super::plan::Plan;

/// All terms.
pub fn ontology_terms<'a>(
    plan: &'a Plan,
) -> impl Iterator<Item = impl FnOnce() -> Value + 'a> + Clone + 'a {
    plan.content.terms.iter().map(|term| {
        move || {
            json!({
                "uri": term.uri,
                "type": null,
                "parentUris": [],
                "isValid": true,
                "name": { "fi": term.name.fi, "sv": term.name.sv, "en": term.name.en },
            })
        }
    })
}
