//! What services are counted and chosen by: themes, classes, kinds of provider … Each value is a
//! label; services with the same labels have one set of them, so that a choice is judged once a set.
//! A service has two sets, of what it is about and of how one gets it: both together there are nearly
//! as many as services.

mod builder;

pub use self::builder::LabelsBuilder;
use crate::document::Themes;
use crate::documents::{Sets, Strings};
use crate::query::{FacetCode, Facets, Query};

/// A kind of label. The order is the order of bits in a [`Misfit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A theme, by its number.
    Theme,
    /// A service class.
    Class,
    /// A target group.
    TargetGroup,
    /// A kind of provider.
    Provider,
    /// A language that the service is given in.
    Language,
    /// A kind of channel.
    Channel,
    /// That it costs nothing.
    Free,
    /// That one gets it without going anywhere.
    Remote,
    /// A life event that it is for.
    LifeEvent,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Theme,
        Self::Class,
        Self::TargetGroup,
        Self::Provider,
        Self::Language,
        Self::Channel,
        Self::Free,
        Self::Remote,
        Self::LifeEvent,
    ];

    /// Whether it tells what a service is about, and not how one gets it.
    const fn is_subject(self) -> bool {
        matches!(self, Self::Theme | Self::Class | Self::TargetGroup | Self::LifeEvent)
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }

    /// The byte that a label of the kind begins with.
    const fn byte(self) -> u8 {
        b'a' + self as u8
    }
}

/// The kinds of choice that something does not fit, as bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Misfit(pub u16);

impl Misfit {
    /// Fits every choice.
    pub const NONE: Self = Self(0);
    /// Does not fit the choice of place.
    pub const PLACE: Self = Self(1 << 9);
    /// Does not fit the choice of organisation.
    pub const ORGANISATION: Self = Self(1 << 10);

    /// Misfits of both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it fits every choice, whatever it is of this kind.
    const fn fits_but(self, bit: u16) -> bool {
        self.0 & !bit == 0
    }

    /// Whether it fits every choice but, perhaps, that of place.
    pub const fn fits_but_place(self) -> bool {
        self.fits_but(Self::PLACE.0)
    }
}

/// The labels and their sets.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// The labels: the kind's byte and the value.
    pub names: Strings,
    /// The sets of what services are about, as numbers of labels.
    pub subjects: Sets,
    /// Those of how one gets them.
    pub manners: Sets,
    /// The labels in the order of their names.
    in_order: Vec<u32>,
    /// The kind of each label, and its value.
    kinds: Vec<(Kind, FacetCode)>,
}

impl Labels {
    /// The labels of these parts.
    pub fn of_parts(names: Strings, subjects: Sets, manners: Sets) -> Self {
        let mut in_order: Vec<u32> = (0..).take(names.len()).collect();
        in_order.sort_by_key(|label| names.get(*label as usize));
        let kinds = (0..names.len()).map(|label| kind_of(names.get(label))).collect();
        Self { names, subjects, manners, in_order, kinds }
    }

    /// What they hold in memory, in bytes.
    pub const fn memory_bytes(&self) -> usize {
        let in_order = size_of::<u32>() * self.in_order.capacity();
        let kinds = size_of::<(Kind, FacetCode)>() * self.kinds.capacity();
        let sets = self.subjects.memory_bytes() + self.manners.memory_bytes();
        self.names.memory_bytes() + sets + in_order + kinds
    }

    /// A label's kind and value.
    fn get(&self, label: u32) -> (Kind, &FacetCode) {
        let (kind, value) = &self.kinds[label as usize];
        (*kind, value)
    }

    /// Whether a set of manners has a label.
    pub fn has_manner(&self, set: u32, kind: Kind, value: &str) -> bool {
        let mut labels = self.manners.get(set as usize).iter().map(|label| self.get(*label));
        labels.any(|(of, one)| of == kind && one == value)
    }

    /// For each label, whether it is of the kind and one of the values.
    fn chosen(&self, kind: Kind, is_value: impl Fn(&str) -> bool) -> Vec<bool> {
        let labels = (0..).take(self.names.len()).map(|label| self.get(label));
        labels.map(|(of, value)| of == kind && is_value(value)).collect()
    }

    /// For each set, what of a query's choices it does not fit; none when nothing is chosen.
    pub fn misfits(&self, query: &Query) -> Option<Misfits> {
        let among = |values: &[String], value: &str| values.iter().any(|one| one == value);
        let mut misfits: Option<Misfits> = None;
        let mut choose = |kind: Kind, is_chosen: bool, is_value: &dyn Fn(&str) -> bool| {
            if !is_chosen {
                return;
            }
            let chosen = self.chosen(kind, is_value);
            let misfits = misfits.get_or_insert_with(|| Misfits {
                subjects: vec![Misfit::NONE; self.subjects.len()],
                manners: vec![Misfit::NONE; self.manners.len()],
            });
            let (sets, misfits) = if kind.is_subject() {
                (&self.subjects, &mut misfits.subjects)
            } else {
                (&self.manners, &mut misfits.manners)
            };
            for (set, misfit) in misfits.iter_mut().enumerate() {
                if !sets.get(set).iter().any(|label| chosen[*label as usize]) {
                    misfit.0 |= kind.bit();
                }
            }
        };
        let theme = |value: &str| value.parse().is_ok_and(|theme| query.themes.contains(theme));
        choose(Kind::Theme, !query.themes.is_empty(), &theme);
        for (kind, values) in [
            (Kind::Class, &query.classes),
            (Kind::TargetGroup, &query.target_groups),
            (Kind::LifeEvent, &query.life_events),
            (Kind::Provider, &query.provider_kinds),
            (Kind::Language, &query.languages),
            (Kind::Channel, &query.channel_kinds),
        ] {
            choose(kind, !values.is_empty(), &|value| among(values, value));
        }
        choose(Kind::Free, query.is_free, &|_| true);
        choose(Kind::Remote, query.is_remote, &|_| true);
        misfits
    }

    /// Begins to count.
    pub fn counting(&self) -> Counting<'_> {
        Counting { labels: self, counts: vec![0; self.names.len()] }
    }

    /// Adds the counts of labels to facets.
    fn list(&self, counts: &[u32], facets: &mut Facets) {
        let counts = self.in_order.iter().map(|label| (*label, counts[*label as usize] as usize));
        for (label, count) in counts.filter(|(_, count)| *count > 0) {
            let (kind, value) = self.get(label);
            let listed = match kind {
                Kind::Theme => {
                    facets.themes.extend(value.parse().ok().map(|theme: u8| (theme, count)));
                    continue;
                }
                Kind::Free => {
                    facets.free = count;
                    continue;
                }
                Kind::Remote => {
                    facets.remote = count;
                    continue;
                }
                Kind::Class => &mut facets.classes,
                Kind::TargetGroup => &mut facets.target_groups,
                Kind::LifeEvent => &mut facets.life_events,
                Kind::Provider => &mut facets.provider_kinds,
                Kind::Language => &mut facets.languages,
                Kind::Channel => &mut facets.channel_kinds,
            };
            listed.push((value.clone(), count));
        }
    }

    /// For each set, the best of the values that its service classes have.
    pub fn by_class(&self, value: impl Fn(&str) -> f32) -> Vec<f32> {
        let of_label = |label: &u32| match self.get(*label) {
            (Kind::Class, code) => value(code),
            _ => 0.0,
        };
        let set = |set| self.subjects.get(set).iter().map(of_label).fold(0.0, f32::max);
        (0..self.subjects.len()).map(set).collect()
    }

    /// The themes of a set of subjects.
    pub fn themes(&self, set: u32) -> Themes {
        let labels = self.subjects.get(set as usize).iter().map(|label| self.get(*label));
        let themes = labels.filter(|(kind, _)| *kind == Kind::Theme);
        themes.filter_map(|(_, value)| value.parse::<u8>().ok()).collect()
    }

    /// The labels of a set of subjects that are service classes.
    pub fn classes(&self, set: u32) -> impl Iterator<Item = u32> {
        let labels = self.subjects.get(set as usize).iter().copied();
        labels.filter(|label| self.get(*label).0 == Kind::Class)
    }

    /// A label's value: a service class's code.
    pub fn value(&self, label: u32) -> &str {
        self.get(label).1
    }
}

/// The kind and the value that a label's name tells.
fn kind_of(name: &str) -> (Kind, FacetCode) {
    let byte = name.bytes().next().unwrap_or_default();
    let kind = Kind::ALL.into_iter().find(|kind| kind.byte() == byte);
    (kind.unwrap_or(Kind::Remote), name.get(1..).unwrap_or_default().into())
}

/// What sets of labels do not fit, by their numbers.
pub struct Misfits {
    subjects: Vec<Misfit>,
    manners: Vec<Misfit>,
}

impl Misfits {
    /// What a service does not fit that has these sets.
    pub fn of(&self, sets: LabelSets) -> Misfit {
        self.subjects[sets.subjects as usize].and(self.manners[sets.manners as usize])
    }
}

/// The numbers of a service's two sets of labels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LabelSets {
    /// Of what it is about.
    pub subjects: u32,
    /// Of how one gets it.
    pub manners: u32,
}

/// Counts by label.
pub struct Counting<'a> {
    labels: &'a Labels,
    counts: Vec<u32>,
}

impl Counting<'_> {
    /// Adds so many services with a set of subjects that fit.
    pub fn add_subjects(&mut self, set: u32, count: u32) {
        for label in self.labels.subjects.get(set as usize) {
            self.counts[*label as usize] += count;
        }
    }

    /// Adds so many services with a set of manners that fit.
    pub fn add_manners(&mut self, set: u32, count: u32) {
        for label in self.labels.manners.get(set as usize) {
            self.counts[*label as usize] += count;
        }
    }

    /// Adds a service that misfits so: it would be had with another choice of one kind.
    pub fn add_misfit(&mut self, sets: LabelSets, misfit: Misfit) {
        let subjects = self.labels.subjects.get(sets.subjects as usize);
        for label in subjects.iter().chain(self.labels.manners.get(sets.manners as usize)) {
            if misfit.fits_but(self.labels.get(*label).0.bit()) {
                self.counts[*label as usize] += 1;
            }
        }
    }

    /// Adds what was counted to facets.
    pub fn list(self, facets: &mut Facets) {
        self.labels.list(&self.counts, facets);
    }
}
