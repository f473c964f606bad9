//! What the results can be narrowed by, with how many each choice would leave; what is chosen, as chips.
//! No choice is offered that nothing has.

use std::borrow::Cow;

use app::catalogue::{FacetCode, Facets, Results};
use domain::Language;
use domain::reference::{County, Municipality, county};

use crate::address::{Choice, ChoiceKind, ParameterNames, SearchAddress};
use crate::texts::Texts;

/// How many municipalities are shown before the rest is folded away.
const MUNICIPALITIES_SHOWN: usize = 8;
/// How many languages are shown before the rest is folded away.
const LANGUAGES_SHOWN: usize = 6;

/// A chosen filter and the search without it.
pub(super) struct Chip {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) href: String,
}

/// A link that narrows the search, with how many it would leave.
pub(super) struct CountedLink {
    pub(super) id: String,
    pub(super) name: &'static str,
    pub(super) count: usize,
    pub(super) href: String,
}

/// A box to tick.
pub(super) struct Tick {
    pub(super) id: String,
    pub(super) value: String,
    pub(super) name: Cow<'static, str>,
    /// None for the one that stands for any.
    pub(super) count: Option<usize>,
    pub(super) is_chosen: bool,
}

/// The boxes of a kind.
pub(super) struct Group {
    /// The parameter's name.
    pub(super) parameter: &'static str,
    pub(super) heading: Cow<'static, str>,
    /// Whether only one can be chosen at a time.
    pub(super) is_single: bool,
    pub(super) ticks: Vec<Tick>,
    /// Folded away, unless one of them is chosen.
    pub(super) more: Vec<Tick>,
    pub(super) is_more_open: bool,
}

/// All that the results can be narrowed by.
pub(super) struct Filters {
    /// How many are chosen.
    pub(super) chosen: usize,
    pub(super) groups: Vec<Group>,
    pub(super) municipalities: Vec<CountedLink>,
    pub(super) more_municipalities: Vec<CountedLink>,
    pub(super) counties: Vec<CountedLink>,
    /// How many are offered in the whole country, on top of the counts of places.
    pub(super) nationwide: usize,
}

impl CountedLink {
    /// The search in a municipality.
    pub(super) fn of_place(
        place: &'static Municipality,
        count: usize,
        address: &SearchAddress,
        language: Language,
    ) -> Self {
        let href = address.with_municipality(Some(place)).path(language);
        Self { id: format!("place-{}", place.code), name: place.name(language), count, href }
    }

    fn of_county(
        county: &'static County,
        count: usize,
        address: &SearchAddress,
        language: Language,
    ) -> Self {
        let href = address.with_county(Some(county)).path(language);
        Self { id: format!("county-{}", county.code), name: county.name(language), count, href }
    }
}

impl Filters {
    /// What the results can be narrowed by; none where there is nothing to choose.
    pub(super) fn of(address: &SearchAddress, results: &Results, t: Texts) -> Option<Self> {
        let mut municipalities = municipalities(address, results, t.0);
        let more_municipalities =
            municipalities.split_off(MUNICIPALITIES_SHOWN.min(municipalities.len()));
        let filters = Self {
            chosen: chips(address, t).len(),
            groups: groups(address, results, t),
            municipalities,
            more_municipalities,
            counties: counties(address, results, t.0),
            nationwide: results.nationwide,
        };
        let is_empty = filters.groups.is_empty()
            && filters.municipalities.is_empty()
            && filters.counties.is_empty();
        (!is_empty).then_some(filters)
    }
}

/// What is chosen, each with the search without it.
pub(super) fn chips(address: &SearchAddress, t: Texts) -> Vec<Chip> {
    let language = t.0;
    let place = address.municipality.map(|place| Chip {
        id: "chip-place".to_owned(),
        name: place.name(language).to_owned(),
        href: address.with_municipality(None).path_anywhere(language),
    });
    let county = address.county.map(|county| Chip {
        id: "chip-county".to_owned(),
        name: county.name(language).to_owned(),
        href: address.with_county(None).path(language),
    });
    let theme = address.theme.map(|theme| Chip {
        id: "chip-theme".to_owned(),
        name: theme.name(language).to_owned(),
        href: address.with_theme(None).path(language),
    });
    let choices = address.choices.iter().map(|choice| Chip {
        id: format!("chip-{}-{}", choice.kind.parameter(language), choice.code),
        name: chip_name(choice, t),
        href: address.without(choice).path(language),
    });
    place.into_iter().chain(county).chain(theme).chain(choices).collect()
}

/// The search with all chips taken away, where there are several.
pub(super) fn without_chips(address: &SearchAddress, language: Language) -> Option<String> {
    let places = usize::from(address.municipality.is_some() || address.county.is_some());
    let count = places + usize::from(address.theme.is_some()) + address.choices.len();
    let all = address.with_all();
    let path = if address.municipality.is_some() {
        all.path_anywhere(language)
    } else {
        all.path(language)
    };
    (count > 1).then_some(path)
}

/// What is chosen, as a form's hidden fields, so that a search for other words keeps it. The boxes that
/// are shown speak for themselves.
pub(super) fn hidden(
    address: &SearchAddress,
    has_boxes: bool,
    language: Language,
) -> Vec<(&'static str, String)> {
    let names = ParameterNames::of(language);
    let mut fields = Vec::new();
    fields.extend(address.county.map(|county| (names.county, county.code.to_owned())));
    fields.extend(names.of_sort(address.sort).map(|sort| (names.sort, sort.to_owned())));
    if address.is_map {
        fields.push((names.view, names.on_map.to_owned()));
    }
    if !has_boxes {
        fields.extend(address.theme.map(|theme| (names.theme, theme.slug(language).to_owned())));
        fields.extend(
            address
                .choices
                .iter()
                .map(|choice| (choice.kind.parameter(language), choice.value(language).to_owned())),
        );
    }
    fields
}

/// What a choice is called where its kind is not beside it.
fn chip_name(choice: &Choice, t: Texts) -> String {
    let name = choice.name(t);
    match choice.kind {
        ChoiceKind::Language => t.name("chip-language", name).into_owned(),
        ChoiceKind::Provider => t.name("chip-provider", name).into_owned(),
        _ => name.into_owned(),
    }
}

/// The boxes, kind by kind.
fn groups(address: &SearchAddress, results: &Results, t: Texts) -> Vec<Group> {
    let facets = &results.facets;
    let mut groups = Vec::new();
    let mut group = |kind| groups.extend(ticks_of(kind, address, facets, results.total, t));
    group(ChoiceKind::TargetGroup);
    group(ChoiceKind::Way);
    group(ChoiceKind::Only);
    group(ChoiceKind::Language);
    group(ChoiceKind::Provider);
    group(ChoiceKind::LifeEvent);
    let place = groups.len().min(1);
    if let Some(themes) = themes(address, results, t) {
        groups.insert(place, themes);
    }
    groups
}

/// The boxes of a kind; none where there is nothing to choose between.
fn ticks_of(
    kind: ChoiceKind,
    address: &SearchAddress,
    facets: &Facets,
    total: usize,
    t: Texts,
) -> Option<Group> {
    let tick = |choice: &'static Choice| {
        let count = count(choice, facets);
        let is_chosen = address.choices.contains(&choice);
        (count > 0 || is_chosen).then(|| Tick {
            id: format!("{}-{}", kind.parameter(t.0), choice.code),
            value: choice.value(t.0).to_owned(),
            name: choice.name(t),
            count: Some(count),
            is_chosen,
        })
    };
    let mut ticks: Vec<Tick> = Choice::all_of(kind).filter_map(tick).collect();
    if let [only] = ticks.as_slice()
        && !only.is_chosen
        && only.count == Some(total)
    {
        // What every result has tells nothing.
        return None;
    }
    let mut more = Vec::new();
    if kind == ChoiceKind::Language {
        ticks.sort_by_key(|tick| std::cmp::Reverse(tick.count));
        more = ticks.split_off(LANGUAGES_SHOWN.min(ticks.len()));
    }
    (!ticks.is_empty()).then(|| Group {
        parameter: kind.parameter(t.0),
        heading: t.get(heading(kind)),
        is_single: false,
        is_more_open: more.iter().any(|tick| tick.is_chosen),
        ticks,
        more,
    })
}

const fn heading(kind: ChoiceKind) -> &'static str {
    match kind {
        ChoiceKind::TargetGroup => "filters-target-groups",
        ChoiceKind::LifeEvent => "filters-life-events",
        ChoiceKind::Language => "filters-languages",
        ChoiceKind::Way => "filters-ways",
        ChoiceKind::Only => "filters-only",
        ChoiceKind::Provider => "filters-providers",
    }
}

/// How many results a choice would leave.
fn count(choice: &Choice, facets: &Facets) -> usize {
    let counted = match choice.kind {
        ChoiceKind::TargetGroup => &facets.target_groups,
        ChoiceKind::LifeEvent => &facets.life_events,
        ChoiceKind::Language => &facets.languages,
        ChoiceKind::Way => &facets.channel_kinds,
        ChoiceKind::Provider => &facets.provider_kinds,
        ChoiceKind::Only => {
            let is_free = choice.code == crate::address::FREE;
            return if is_free { facets.free } else { facets.remote };
        }
    };
    count_of(counted, choice.code)
}

fn count_of(counted: &[(FacetCode, usize)], code: &str) -> usize {
    counted.iter().find(|(known, _)| known == code).map_or(0, |(_, count)| *count)
}

/// The themes, of which one can be chosen.
fn themes(address: &SearchAddress, results: &Results, t: Texts) -> Option<Group> {
    let parameter = ParameterNames::of(t.0).theme;
    let any = Tick {
        id: format!("{parameter}-any"),
        value: String::new(),
        name: t.get("filters-any-theme"),
        count: None,
        is_chosen: address.theme.is_none(),
    };
    let missing = address.theme.filter(|chosen| results.themes.iter().all(|one| one.0 != *chosen));
    let counted = results.themes.iter().copied().chain(missing.map(|theme| (theme, 0)));
    let tells_nothing = address.theme.is_none()
        && matches!(results.themes.as_slice(), [(_, count)] if *count == results.total);
    let some = counted.map(|(theme, count)| Tick {
        id: format!("{parameter}-{}", theme.id),
        value: theme.slug(t.0).to_owned(),
        name: Cow::Borrowed(theme.name(t.0)),
        count: Some(count),
        is_chosen: address.theme == Some(theme),
    });
    let ticks: Vec<Tick> = std::iter::once(any).chain(some).collect();
    (ticks.len() > 1 && !tells_nothing).then(|| Group {
        parameter,
        heading: t.get("filters-theme"),
        is_single: true,
        ticks,
        more: Vec::new(),
        is_more_open: false,
    })
}

/// The municipalities of the chosen county or of all, those with most results first.
fn municipalities(
    address: &SearchAddress,
    results: &Results,
    language: Language,
) -> Vec<CountedLink> {
    let others = results
        .municipalities
        .iter()
        .filter(|(place, _)| address.municipality.is_none_or(|chosen| chosen.code != place.code))
        .filter(|(place, _)| address.county.is_none_or(|county| county.code == place.county));
    let link = |(place, count): &(&'static Municipality, usize)| {
        CountedLink::of_place(place, *count, address, language)
    };
    let mut links: Vec<CountedLink> = others.map(link).collect();
    links.sort_by(|one, other| other.count.cmp(&one.count).then(one.name.cmp(other.name)));
    links
}

/// The counties, where there is more than one to choose.
fn counties(address: &SearchAddress, results: &Results, language: Language) -> Vec<CountedLink> {
    let known = results.facets.counties.iter();
    let others = known
        .filter_map(|(code, count)| Some((county(code)?, *count)))
        .filter(|(found, _)| address.county.is_none_or(|chosen| chosen.code != found.code));
    let links: Vec<CountedLink> = others
        .map(|(county, count)| CountedLink::of_county(county, count, address, language))
        .collect();
    let is_choice = links.len() > 1 || address.county.is_some();
    if is_choice { links } else { Vec::new() }
}
