//! What may be had in a county, for its site: worked out once for an index, since each letter typed asks.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use domain::reference::{county, municipalities, themes};

use crate::documents::themes_of;
use crate::index::Index;
use crate::query::Query;
use crate::selection::Selection;
use crate::suggestions::{ANSWERS, SuggestionKind};

/// What may be had in a county, and how many services there are of it.
#[derive(Debug, Default)]
pub struct County {
    code: String,
    /// By document.
    has: Vec<bool>,
    /// By number of the organisation.
    providers: Vec<u32>,
    /// By number.
    themes: Vec<u32>,
    /// By number.
    needs: Vec<u32>,
}

/// The counties that were asked for.
#[derive(Debug, Default)]
pub struct Counties(Mutex<BTreeMap<&'static str, Arc<County>>>);

impl Index {
    /// What may be had in a county, by its code; nothing of one that nobody knows.
    pub(crate) fn county(&self, code: &str) -> Arc<County> {
        let Some(known) = county(code) else { return Arc::default() };
        let kept =
            self.counties.0.lock().unwrap_or_else(PoisonError::into_inner).get(known.code).cloned();
        kept.unwrap_or_else(|| {
            // Two that ask at once work out the same.
            let fresh = Arc::new(County::new(self, known.code));
            let mut all = self.counties.0.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(all.entry(known.code).or_insert(fresh))
        })
    }
}

impl County {
    fn new(index: &Index, code: &str) -> Self {
        let query = Query { county: Some(code.to_owned()), ..Query::default() };
        let (selection, documents) = (Selection::new(index, &query), &index.documents);
        let numbers = 0..u32::try_from(documents.len()).unwrap_or(u32::MAX);
        let has: Vec<bool> = numbers.map(|document| selection.admits(document)).collect();
        let mut providers = vec![0; documents.organisations.len()];
        let mut by_theme = vec![0; themes().len()];
        for document in (0..documents.len()).filter(|document| has[*document]) {
            if let Some(count) = providers.get_mut(documents.cards[document].organisation as usize)
            {
                *count += 1;
            }
            for theme in themes_of(documents, document).iter() {
                if let Some(count) = by_theme.get_mut(usize::from(theme)) {
                    *count += 1;
                }
            }
        }
        let answering = |number| {
            let term = index.terms.find_need(number)?;
            let found = index.postings_of(term).documents();
            let found = found.filter(|(one, impact)| *impact >= ANSWERS && has[*one as usize]);
            u32::try_from(found.count()).ok()
        };
        let needs = (0_u32..).zip(index.lexicon.needs);
        let needs = needs.map(|(number, _)| answering(number).unwrap_or(0)).collect();
        Self { code: code.to_owned(), has, providers, themes: by_theme, needs }
    }

    /// Whether a service may be had there.
    pub fn has(&self, document: u32) -> bool {
        self.has.get(document as usize).copied().unwrap_or(false)
    }

    /// Whether a municipality is in it.
    pub fn has_place(&self, place: &domain::reference::Municipality) -> bool {
        place.county == self.code
    }

    /// How many services there are there of what a suggestion stands for, of `all` that there are. Services
    /// themselves are counted as they are found.
    pub fn count(&self, kind: SuggestionKind, entity: usize, all: usize) -> usize {
        let of = |counts: &[u32]| counts.get(entity).map_or(0, |count| *count as usize);
        match kind {
            SuggestionKind::Need => of(&self.needs),
            SuggestionKind::Theme => of(&self.themes),
            SuggestionKind::Provider => of(&self.providers),
            SuggestionKind::Place => {
                let place = municipalities().get(entity).filter(|place| self.has_place(place));
                place.map_or(0, |_| all)
            }
            SuggestionKind::Service => all,
        }
    }
}
