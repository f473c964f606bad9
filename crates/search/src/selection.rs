//! What the filters let through, the best of it in order, and the counts of all of it.

use domain::Language;

use crate::document::Themes;
use crate::documents::{ALL, LIMITED, NONE, interface_place, themes_of};
use crate::index::Index;
use crate::query::{Facets, Hits, Query};
use crate::search::{code_of_today, hit, is_of_aland};

/// The filters of a query, made ready: each answers for a document at once.
pub struct Selection<'a> {
    index: &'a Index,
    offset: usize,
    limit: usize,
    ranks: &'a [u32],
    municipality: Option<PlaceFilter>,
    themes: Themes,
    /// By set of classes.
    classes: Option<Vec<bool>>,
    /// By kind of provider.
    provider_kinds: Option<Vec<bool>>,
    /// The organisation's number; one that no document has when the index does not know it.
    organisation: Option<u32>,
}

struct PlaceFilter {
    is_of_aland: bool,
    /// By limited area.
    covering: Vec<bool>,
}

/// Which kinds of filter a document fits, as bits.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Fit(u8);

impl Fit {
    const MUNICIPALITY: u8 = 1;
    const THEMES: u8 = 2;
    const PROVIDER_KIND: u8 = 4;
    const OTHERS: u8 = 8;
    const ALL: Self = Self(15);

    /// Whether it fits every kind, whatever it is of this one.
    const fn fits_but(self, kind: u8) -> bool {
        self.0 | kind == Self::ALL.0
    }
}

impl<'a> Selection<'a> {
    /// The filters of a query.
    pub fn new(index: &'a Index, query: &Query) -> Self {
        let documents = &index.documents;
        let language = query.language.unwrap_or(Language::Fi);
        let municipality = query.municipality.as_deref().map(code_of_today).map(|code| {
            let covering = documents.areas.having(documents.municipalities.find(code));
            PlaceFilter { is_of_aland: is_of_aland(code), covering }
        });
        let classes = (!query.classes.is_empty()).then(|| {
            let asked: Vec<u32> =
                query.classes.iter().filter_map(|code| documents.class_codes.find(code)).collect();
            let meets = |set| documents.class_sets.get(set).iter().any(|code| asked.contains(code));
            (0..documents.class_sets.len()).map(meets).collect()
        });
        let provider_kinds = (!query.provider_kinds.is_empty()).then(|| {
            let asked =
                |kind| query.provider_kinds.iter().any(|k| k == documents.provider_kinds.get(kind));
            (0..documents.provider_kinds.len()).map(asked).collect()
        });
        Self {
            index,
            offset: query.offset,
            limit: query.limit.min(Query::LIMIT),
            ranks: &documents.ranks[interface_place(language).unwrap_or(0)],
            municipality,
            themes: query.themes,
            classes,
            provider_kinds,
            organisation: query
                .organisation
                .as_deref()
                .map(|id| documents.organisations.find(id).unwrap_or(NONE - 1)),
        }
    }

    /// Whether the document fits every filter.
    pub fn admits(&self, document: u32) -> bool {
        self.fit(document) == Fit::ALL
    }

    /// Whether a municipality is asked for and the document's own limited area covers it.
    pub fn is_local(&self, document: u32) -> bool {
        let area = self.index.documents.coverage[document as usize].checked_sub(LIMITED);
        let covers = |filter: &PlaceFilter| area.is_some_and(|area| filter.covering[area as usize]);
        self.municipality.as_ref().is_some_and(covers)
    }

    /// The best of the documents, best first, and the counts of them all.
    pub fn select(&self, documents: impl Iterator<Item = u32>, score: impl Fn(u32) -> f32) -> Hits {
        let mut found: Vec<(f32, u32, u32)> = Vec::new();
        let mut counts = Counts::new(self.index);
        for document in documents {
            let fit = self.fit(document);
            counts.add(document, fit);
            if fit == Fit::ALL {
                found.push((score(document), self.ranks[document as usize], document));
            }
        }
        let total = found.len();
        let order = |a: &(f32, u32, u32), b: &(f32, u32, u32)| {
            b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2))
        };
        let end = self.offset.saturating_add(self.limit).min(total);
        if 0 < end && end < total {
            found.select_nth_unstable_by(end - 1, order);
        }
        found.truncate(end);
        found.sort_unstable_by(order);
        let page = found.iter().skip(self.offset);
        let hits = page.map(|(score, _, document)| hit(self.index, *document, *score)).collect();
        Hits { hits, total, facets: counts.into_facets(), ..Hits::default() }
    }

    fn fit(&self, document: u32) -> Fit {
        let (place, all) = (document as usize, &self.index.documents);
        let listed = |list: &Option<Vec<bool>>, number: u32| {
            list.as_ref().is_none_or(|list| list.get(number as usize).copied().unwrap_or(false))
        };
        let municipality = self.municipality.as_ref().is_none_or(|filter| {
            match all.coverage[place].checked_sub(LIMITED) {
                Some(area) => filter.covering[area as usize],
                None => all.coverage[place] == ALL || !filter.is_of_aland,
            }
        });
        let themes = self.themes.is_empty() || self.themes.meets(themes_of(all, place));
        let provider_kind = listed(&self.provider_kinds, all.provider_kind[place]);
        let others = listed(&self.classes, all.classes[place])
            && self.organisation.is_none_or(|asked| asked == all.organisation[place]);
        let bits = [
            (municipality, Fit::MUNICIPALITY),
            (themes, Fit::THEMES),
            (provider_kind, Fit::PROVIDER_KIND),
            (others, Fit::OTHERS),
        ];
        Fit(bits.iter().filter(|(fits, _)| *fits).map(|(_, bit)| bit).sum())
    }
}

/// Counts by number; opened into names at the end.
struct Counts<'a> {
    index: &'a Index,
    themes: [usize; Themes::LIMIT as usize],
    nationwide: usize,
    areas: Vec<usize>,
    provider_kinds: Vec<usize>,
}

impl<'a> Counts<'a> {
    fn new(index: &'a Index) -> Self {
        Self {
            index,
            themes: [0; Themes::LIMIT as usize],
            nationwide: 0,
            areas: vec![0; index.documents.areas.len()],
            provider_kinds: vec![0; index.documents.provider_kinds.len()],
        }
    }

    fn add(&mut self, document: u32, fit: Fit) {
        let (place, all) = (document as usize, &self.index.documents);
        if fit.fits_but(Fit::THEMES) {
            for theme in themes_of(all, place).iter() {
                self.themes[usize::from(theme)] += 1;
            }
        }
        if fit.fits_but(Fit::MUNICIPALITY) {
            match all.coverage[place].checked_sub(LIMITED) {
                Some(area) => self.areas[area as usize] += 1,
                None => self.nationwide += 1,
            }
        }
        if fit.fits_but(Fit::PROVIDER_KIND) && all.provider_kind[place] != NONE {
            self.provider_kinds[all.provider_kind[place] as usize] += 1;
        }
    }

    fn into_facets(self) -> Facets {
        let documents = &self.index.documents;
        let mut municipalities = vec![0; documents.municipalities.len()];
        for (area, count) in self.areas.into_iter().enumerate().filter(|(_, count)| *count > 0) {
            for municipality in documents.areas.get(area) {
                municipalities[*municipality as usize] += count;
            }
        }
        let named = |counts: Vec<usize>, names: &crate::documents::Strings| {
            let named = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
            let mut named: Vec<(String, usize)> =
                named.map(|(number, count)| (names.get(number).to_owned(), count)).collect();
            named.sort();
            named
        };
        Facets {
            themes: (0..).zip(self.themes).filter(|(_, count)| *count > 0).collect(),
            municipalities: named(municipalities, &documents.municipalities),
            nationwide: self.nationwide,
            provider_kinds: named(self.provider_kinds, &documents.provider_kinds),
        }
    }
}
