//! Suggestions for a county's site: only what leads to something there, counted there.

use domain::reference::{municipality, themes};

use super::{Suggestion, SuggestionKind};
use crate::index::Index;
use crate::query::Query;
use crate::selection::Selection;

/// What may be had in a county.
pub struct County<'a> {
    index: &'a Index,
    code: String,
    selection: Selection<'a>,
}

impl<'a> County<'a> {
    /// A county by its code.
    pub fn new(index: &'a Index, code: &str) -> Self {
        let query = Query { county: Some(code.to_owned()), ..Query::default() };
        Self { index, code: code.to_owned(), selection: Selection::new(index, &query) }
    }

    /// Whether a service may be had there.
    pub fn has(&self, document: u32) -> bool {
        self.selection.admits(document)
    }

    /// A suggestion with the count of what it leads to there; none where that is nothing. Services were
    /// counted there as they were found.
    pub fn narrowed(&self, mut one: Suggestion) -> Option<Suggestion> {
        let is_here =
            |code: &str| municipality(code).is_some_and(|found| found.county == self.code);
        if one.place.as_deref().is_some_and(|code| !is_here(code)) {
            return None;
        }
        let id = one.id.clone();
        match one.kind {
            SuggestionKind::Service => {}
            SuggestionKind::Place if id.as_deref().is_some_and(is_here) => {}
            SuggestionKind::Place => return None,
            SuggestionKind::Need => one.count = self.count(Query::new(one.text.as_str())),
            SuggestionKind::Theme => {
                let numbered = (0..).zip(themes());
                let themes = numbered.filter(|(_, theme)| id.as_deref() == Some(theme.id));
                let themes = themes.map(|(number, _)| number).collect();
                one.count = self.count(Query { themes, ..Query::default() });
            }
            SuggestionKind::Provider => {
                one.count = self.count(Query { organisation: id, ..Query::default() });
            }
        }
        (one.count > 0).then_some(one)
    }

    fn count(&self, query: Query) -> usize {
        let county = Some(self.code.clone());
        self.index.search(&Query { county, limit: 0, without_facets: true, ..query }).total
    }
}
