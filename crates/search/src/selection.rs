//! What the filters let through, the best of it in order, and the counts of all of it.

use std::cell::RefCell;
use std::cmp::Ordering;

use domain::Language;
use domain::reference::{municipality, neighbours};
use smol_str::format_smolstr;

use crate::distance::Distances;
use crate::documents::{ALL, Card, LIMITED, NONE, interface_place};
use crate::index::Index;
use crate::labels::{LabelSets, Misfit, Misfits};
use crate::query::{FacetCode, Facets, Hit, Hits, Query, Reach, Sort};
use crate::search::{code_of_today, hit, is_of_aland};
use crate::weights;

/// The filters of a query, made ready: each answers for a document at once.
pub struct Selection<'a> {
    index: &'a Index,
    offset: usize,
    limit: usize,
    sort: Sort,
    distances: Option<Distances<'a>>,
    is_counted: bool,
    /// Whether everything fits, as where no filter is set.
    is_open: bool,
    ranks: &'a [u32],
    place: Option<PlaceFilter>,
    /// By sets of labels; none when everything fits.
    labels: Option<Misfits>,
    /// The organisation's number; one that no document has when the index does not know it.
    organisation: Option<u32>,
}

struct PlaceFilter {
    is_of_aland: bool,
    /// Whether what is offered in the whole country is let through.
    is_nationwide: bool,
    /// By limited area.
    covering: Vec<bool>,
}

thread_local! {
    static COUNTS: RefCell<Counts> = RefCell::default();
}

impl<'a> Selection<'a> {
    /// The filters of a query.
    pub fn new(index: &'a Index, query: &Query) -> Self {
        let documents = &index.documents;
        let language = query.language.unwrap_or(Language::Fi);
        let (place, labels) = (PlaceFilter::new(index, query), documents.labels.misfits(query));
        Self {
            index,
            offset: query.offset,
            limit: query.limit.min(Query::LIMIT),
            sort: match query.sort {
                Sort::Distance if query.from.is_none() => Sort::Fit,
                sort => sort,
            },
            distances: query.from.map(|from| Distances::new(&documents.places, from)),
            is_counted: !query.without_facets,
            ranks: &documents.ranks[interface_place(language).unwrap_or(0)],
            is_open: place.is_none() && labels.is_none() && query.organisation.is_none(),
            place,
            labels,
            organisation: query
                .organisation
                .as_deref()
                .map(|id| documents.organisations.find(id).unwrap_or(NONE - 1)),
        }
    }

    /// Whether the document fits every filter.
    pub fn admits(&self, document: u32) -> bool {
        self.misfit(document) == Misfit::NONE
    }

    /// Whether the document is had in the place that is asked for, whatever else is.
    pub fn is_had_there(&self, document: u32) -> bool {
        let coverage = self.index.documents.card(document).coverage;
        self.place.as_ref().is_none_or(|filter| filter.admits(coverage))
    }

    /// Whether a place is asked for and the document's own limited area covers it.
    pub fn is_local(&self, document: u32) -> bool {
        let area = self.index.documents.card(document).area();
        let covers = |filter: &PlaceFilter| area.is_some_and(|area| filter.covering[area as usize]);
        self.place.as_ref().is_some_and(covers)
    }

    /// The best of the documents, best first, and the counts of them all. Each comes with its
    /// relevance, of which `score` makes a score. All scores are looked at once more by `rescore`, the
    /// best [`weights::COMPARED`] of them in front.
    pub fn select(
        &self,
        documents: impl Iterator<Item = (u32, f32)>,
        score: impl Fn(u32, f32) -> f32,
        rescore: impl Fn(&mut [(f32, u32)]),
    ) -> Hits {
        COUNTS.with_borrow_mut(|counts| {
            counts.open(self.index);
            let mut best = Best::new(self);
            for (document, relevance) in documents {
                let misfit = self.misfit(document);
                if self.is_counted {
                    counts.add(self.index, document, misfit);
                }
                if misfit == Misfit::NONE {
                    best.offer((score(document, relevance), document));
                }
            }
            let Best { total, mut found, .. } = best;
            self.bring_forward(&mut found, weights::COMPARED);
            rescore(&mut found);
            let facets =
                if self.is_counted { counts.facets(self.index) } else { Facets::default() };
            Hits { total, facets, ..self.page(found) }
        })
    }

    /// The better first.
    fn order(&self, a: (f32, u32), b: (f32, u32)) -> Ordering {
        let ranks = || self.ranks[a.1 as usize].cmp(&self.ranks[b.1 as usize]);
        higher_first(a.0, b.0).then_with(ranks).then(a.1.cmp(&b.1))
    }

    /// Brings so many of the best to the front, in no order. Names are compared only of those that are
    /// as good as the last: to look them up costs more than to compare scores.
    fn bring_forward(&self, found: &mut [(f32, u32)], count: usize) {
        if count == 0 || count >= found.len() {
            return;
        }
        let by_score = |a: &(f32, u32), b: &(f32, u32)| higher_first(a.0, b.0);
        let last = found.select_nth_unstable_by(count - 1, by_score).1.0;
        let better = gather(&mut found[..count], |one| one.0 > last);
        let alike = gather(&mut found[count..], |one| one.0 >= last);
        if alike > 0 {
            found[better..count + alike]
                .select_nth_unstable_by(count - 1 - better, |a, b| self.order(*a, *b));
        }
    }

    /// Brings so many to the front whose names come first, in no order.
    fn bring_names_forward(&self, found: &mut [(f32, u32)], count: usize) {
        if count > 0 && count < found.len() {
            found.select_nth_unstable_by_key(count - 1, |one| self.ranks[one.1 as usize]);
        }
    }

    /// The page that is asked for of what was found.
    fn page(&self, mut found: Vec<(f32, u32)>) -> Hits {
        let end = self.end().min(found.len());
        match self.sort {
            Sort::Fit => self.bring_forward(&mut found, end),
            Sort::Name => self.bring_names_forward(&mut found, end),
            Sort::Distance => {
                if let Some(distances) = &self.distances {
                    distances.nearest_first(&mut found, self.ranks, end);
                }
            }
        }
        found.truncate(end);
        match self.sort {
            Sort::Fit => found.sort_unstable_by(|a, b| self.order(*a, *b)),
            // Each document has a rank of its own.
            Sort::Name => found.sort_unstable_by_key(|one| self.ranks[one.1 as usize]),
            Sort::Distance => {}
        }
        let page = found.iter().skip(self.offset);
        let far = |document| self.distances.as_ref().and_then(|all| all.metres(document));
        let hits = page.map(|(score, document)| Hit {
            distance: far(*document),
            ..hit(self.index, *document, *score)
        });
        let hits = hits.collect();
        Hits { hits, ..Hits::default() }
    }

    /// The place behind the last hit that is asked for.
    const fn end(&self) -> usize {
        self.offset.saturating_add(self.limit)
    }

    fn misfit(&self, document: u32) -> Misfit {
        if self.is_open {
            return Misfit::NONE;
        }
        let card = self.index.documents.card(document);
        let mut misfit = Misfit::NONE;
        if let Some(labels) = &self.labels {
            misfit = labels.of(card.labels);
        }
        if let Some(filter) = &self.place
            && !filter.admits(card.coverage)
        {
            misfit = misfit.and(Misfit::PLACE);
        }
        if self.organisation.is_some_and(|asked| asked != card.organisation) {
            misfit = misfit.and(Misfit::ORGANISATION);
        }
        misfit
    }
}

/// The higher of two scores first: they are never below 0, and such numbers are in the order of their
/// bits.
fn higher_first(a: f32, b: f32) -> Ordering {
    b.to_bits().cmp(&a.to_bits())
}

/// What may yet come on the page: of thousands that fit, most are worse than the worst of these.
struct Best<'a> {
    selection: &'a Selection<'a>,
    total: usize,
    found: Vec<(f32, u32)>,
    /// So many are enough; what others there are is only counted.
    enough: usize,
    /// The worst of those that were enough when it was last looked.
    worst: Option<(f32, u32)>,
}

impl<'a> Best<'a> {
    fn new(selection: &'a Selection<'a>) -> Self {
        let enough = match selection.sort {
            // Of those that are not compared in meaning, which keeps them in their order, no more than
            // a page can come before those that are.
            Sort::Fit => weights::COMPARED.saturating_add(selection.end()),
            Sort::Name | Sort::Distance => usize::MAX,
        };
        // As many as there are before the worst are left out, unless somebody turned many pages.
        let found = Vec::with_capacity(enough.saturating_mul(2).min(1_024));
        Self { selection, total: 0, found, enough, worst: None }
    }

    fn offer(&mut self, one: (f32, u32)) {
        self.total += 1;
        if let Some(worst) = self.worst
            && (one.0 < worst.0 || self.selection.order(one, worst).is_gt())
        {
            return;
        }
        self.found.push(one);
        if self.found.len() / 2 >= self.enough {
            self.selection.bring_forward(&mut self.found, self.enough);
            self.found.truncate(self.enough);
            self.worst = self.found.iter().copied().max_by(|a, b| self.selection.order(*a, *b));
        }
    }
}

/// Brings what is wanted to the front; gives how many they are.
fn gather(found: &mut [(f32, u32)], is_wanted: impl Fn(&(f32, u32)) -> bool) -> usize {
    let mut count = 0;
    for place in 0..found.len() {
        if is_wanted(&found[place]) {
            found.swap(place, count);
            count += 1;
        }
    }
    count
}

impl PlaceFilter {
    fn new(index: &Index, query: &Query) -> Option<Self> {
        let areas = &index.documents.areas;
        let municipalities = &index.documents.municipalities;
        let code = query.municipality.as_deref().map(code_of_today);
        let county = query.county.as_deref();
        if code.is_none() && county.is_none() {
            return None;
        }
        let mut covering = vec![true; areas.len()];
        let reach = if code.is_some() { query.reach } else { Reach::Here };
        if let Some(code) = code {
            let having = |code: &str| areas.having(municipalities.find(code_of_today(code)));
            covering = having(code);
            if reach != Reach::Here {
                let mut is_near = vec![false; areas.len()];
                for neighbour in neighbours(code) {
                    for (near, has) in is_near.iter_mut().zip(having(neighbour)) {
                        *near |= has;
                    }
                }
                for (covers, near) in covering.iter_mut().zip(is_near) {
                    *covers = !*covers && near == (reach == Reach::Neighbours);
                }
            }
        }
        if let Some(county) = county {
            let is_inside: Vec<bool> = (0..municipalities.len())
                .map(|place| {
                    municipality(municipalities.get(place)).is_some_and(|m| m.county == county)
                })
                .collect();
            for (area, covers) in covering.iter_mut().enumerate() {
                *covers &= areas.get(area).iter().any(|place| is_inside[*place as usize]);
            }
        }
        let is_of_aland = code.is_some_and(is_of_aland)
            || county.is_some_and(|county| county == domain::reference::ALAND_COUNTY);
        Some(Self { is_of_aland, is_nationwide: reach == Reach::Here, covering })
    }

    fn admits(&self, coverage: u32) -> bool {
        match coverage.checked_sub(LIMITED) {
            Some(area) => self.covering[area as usize],
            None => self.is_nationwide && (coverage == ALL || !self.is_of_aland),
        }
    }
}

/// Counts by number, and which of them are not 0.
#[derive(Default)]
struct Tally {
    counts: Vec<u32>,
    /// What is behind the first `distinct` is room for more.
    touched: Vec<u32>,
    distinct: usize,
}

impl Tally {
    /// Makes room for numbers below a limit.
    fn open(&mut self, limit: usize) {
        self.counts.resize(limit.max(self.counts.len()), 0);
        self.touched.resize(self.counts.len() + 1, 0);
    }

    fn add(&mut self, number: u32) {
        let count = &mut self.counts[number as usize];
        // Written in any case: which numbers are new, no processor can guess.
        self.touched[self.distinct] = number;
        self.distinct += usize::from(*count == 0);
        *count += 1;
    }

    /// Takes the numbers with their counts; then all are 0.
    fn drain(&mut self, mut take: impl FnMut(u32, u32)) {
        for number in &self.touched[..std::mem::take(&mut self.distinct)] {
            take(*number, std::mem::take(&mut self.counts[*number as usize]));
        }
    }
}

/// Counts by number; opened into names at the end. Kept between searches: to clear what was touched
/// costs less than to ask for new memory.
#[derive(Default)]
struct Counts {
    /// By set of labels: how many fit every choice.
    subjects: Tally,
    manners: Tally,
    /// Sets of those that misfit one kind of choice, with the misfit.
    misfits: Vec<(LabelSets, Misfit)>,
    /// By coverage: how many fit every choice but that of place.
    coverages: Tally,
}

impl Counts {
    fn open(&mut self, index: &Index) {
        self.subjects.open(index.documents.labels.subjects.len());
        self.manners.open(index.documents.labels.manners.len());
        self.coverages.open(index.documents.areas.len() + LIMITED as usize);
    }

    fn add(&mut self, index: &Index, document: u32, misfit: Misfit) {
        let Card { labels, coverage, .. } = index.documents.card(document);
        if misfit == Misfit::NONE {
            self.subjects.add(labels.subjects);
            self.manners.add(labels.manners);
        } else if misfit.0.is_power_of_two() {
            self.misfits.push((labels, misfit));
        }
        if misfit.fits_but_place() {
            self.coverages.add(coverage);
        }
    }

    /// The facets; the counts are cleared.
    fn facets(&mut self, index: &Index) -> Facets {
        let documents = &index.documents;
        let mut facets = Facets::default();
        let mut labels = documents.labels.counting();
        self.subjects.drain(|set, count| labels.add_subjects(set, count));
        self.manners.drain(|set, count| labels.add_manners(set, count));
        for (sets, misfit) in self.misfits.drain(..) {
            labels.add_misfit(sets, misfit);
        }
        labels.list(&mut facets);
        let mut municipalities = vec![0_usize; documents.municipalities.len()];
        facets.municipalities.reserve(municipalities.len());
        let mut counties = Counties::default();
        self.coverages.drain(|coverage, count| {
            let count = count as usize;
            let Some(area) = coverage.checked_sub(LIMITED) else {
                facets.nationwide += count;
                return;
            };
            let places = documents.areas.get(area as usize);
            for place in places {
                municipalities[*place as usize] += count;
            }
            counties.add(places.iter().map(|place| documents.counties[*place as usize]), count);
        });
        let in_order = documents.municipalities_in_order.iter();
        let counted = in_order.map(|(place, code)| (code, municipalities[*place as usize]));
        let counted = counted.filter(|(_, count)| *count > 0);
        facets.municipalities.extend(counted.map(|(code, count)| (code.clone(), count)));
        facets.counties = counties.listed();
        facets
    }
}

/// Counts by county, whose codes are numbers below a hundred.
struct Counties([usize; 100]);

impl Default for Counties {
    fn default() -> Self {
        Self([0; 100])
    }
}

impl Counties {
    /// Adds services whose area has places in these counties.
    fn add(&mut self, counties: impl Iterator<Item = u8>, count: usize) {
        let mut seen = 0_u128;
        for county in counties {
            let bit = 1_u128 << (county % 100);
            if seen & bit == 0 {
                seen |= bit;
                self.0[usize::from(county % 100)] += count;
            }
        }
    }

    /// The counts by code; places of no known county have none.
    fn listed(&self) -> Vec<(FacetCode, usize)> {
        let counted = self.0.iter().enumerate().skip(1).filter(|(_, count)| **count > 0);
        counted.map(|(code, count)| (format_smolstr!("{code:02}"), *count)).collect()
    }
}
