//! What may be asked of the search, and how the answer fits.

use std::collections::BTreeMap;

use app::catalogue::{FacetCode, Facets, MatchKind, Reason, Results, Search, Sort, Way};
use domain::catalogue::{ChannelKind, EntityId, OrganisationKind};
use domain::reference::{
    county, life_event, municipality, service_class, spoken_language, target_group, theme, themes,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::services::{check_page, default_limit, language};
use crate::address::WORDS_LIMIT;
use crate::fault::Fault;

/// The most values of one filter.
const VALUES: usize = 50;

/// What is looked for. Within a filter any of its values will do; every filter that is given must fit.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Parameters {
    /// Words, at most 200 characters; without them everything is listed in order of name.
    #[serde(default)]
    q: String,
    /// A municipality's code, e.g. 529: services for people there.
    municipality: Option<String>,
    /// A wellbeing services county's code, e.g. 05: services that are had somewhere in it.
    county: Option<String>,
    /// A theme's id, e.g. `exercise` (see `/api/v1/codes/themes`).
    theme: Option<String>,
    /// Service classes' codes, with commas between (see `/api/v1/codes/service-classes`).
    class: Option<String>,
    /// Target groups' codes, with commas between (see `/api/v1/codes/target-groups`).
    target_group: Option<String>,
    /// Life events' codes, with commas between, e.g. `KE13` (see `/api/v1/codes/life-events`).
    life_event: Option<String>,
    /// Kinds of provider, with commas between: `State`, `Municipality`, `Regional`, `Organisation`,
    /// `Company`.
    provider: Option<String>,
    /// Codes of languages that the service is given in, with commas between (see
    /// `/api/v1/codes/languages`).
    service_language: Option<String>,
    /// Kinds of channel, with commas between: `EService`, `WebPage`, `Telephone`, `PrintableForm`,
    /// `ServiceLocation`.
    channel: Option<String>,
    /// Whether the service must cost nothing.
    #[serde(default)]
    free: bool,
    /// Whether one must be able to get it without going anywhere.
    #[serde(default)]
    remote: bool,
    /// The id of the responsible organisation.
    organisation: Option<String>,
    /// The language whose texts are preferred: `fi`, `sv` or `en`.
    lang: Option<String>,
    /// The order: `fit`, `name` or `distance`.
    #[serde(default)]
    #[param(inline)]
    sort: Order,
    /// Whether each service shall say why it was found.
    #[serde(default)]
    explain: bool,
    /// How many to pass over.
    #[serde(default)]
    #[param(maximum = 100_000)]
    offset: usize,
    /// How many to give.
    #[serde(default = "default_limit")]
    #[param(minimum = 1, maximum = 100, default = 20)]
    limit: usize,
}

impl Parameters {
    /// The search, when every value has a meaning.
    pub(super) fn search(self) -> Result<Search, Fault> {
        check_words(&self.q)?;
        check_page(self.offset, self.limit)?;
        let no_id = Fault::BadRequest("organisation must be an id");
        Ok(Search {
            words: self.q,
            municipality: one(
                self.municipality,
                municipality,
                "municipality must be a municipality's code",
            )?
            .map(|place| place.code),
            county: one(self.county, county, "county must be a wellbeing services county's code")?
                .map(|county| county.code),
            theme: one(self.theme, theme, "theme must be a theme's id")?,
            classes: several(
                self.class,
                |code| Some(service_class(code)?.code.to_owned()),
                "class must be service classes' codes with commas between",
            )?,
            target_groups: several(
                self.target_group,
                |code| Some(target_group(code)?.code.to_owned()),
                "target_group must be target groups' codes with commas between",
            )?,
            life_events: several(
                self.life_event,
                |code| Some(life_event(code)?.code.to_owned()),
                "life_event must be life events' codes with commas between",
            )?,
            languages: several(
                self.service_language,
                |code| Some(spoken_language(code)?.code.to_owned()),
                "service_language must be languages' codes with commas between",
            )?,
            channel_kinds: several(
                self.channel,
                |code| ChannelKind::from_code(code).is_known().then(|| code.to_owned()),
                "channel must be kinds of channel with commas between",
            )?,
            provider_kinds: several(
                self.provider,
                |code| OrganisationKind::from_code(code).is_known().then(|| code.to_owned()),
                "provider must be kinds of provider with commas between",
            )?,
            is_free: self.free,
            is_remote: self.remote,
            organisation: self
                .organisation
                .map(|id| EntityId::new(id.to_lowercase()).map_err(|_| no_id))
                .transpose()?,
            language: self.lang.map(|code| language(&code)).transpose()?,
            sort: self.sort.into(),
            with_reasons: self.explain,
            offset: self.offset,
            limit: self.limit,
        })
    }
}

/// In which order services are given.
#[derive(Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Order {
    /// What fits best first.
    #[default]
    Fit,
    /// By name in the language that is preferred.
    Name,
    /// The nearest first: from the middle of the municipality that is given, or else of the one that
    /// the words name. As `fit` where there is none.
    Distance,
}

impl From<Order> for Sort {
    fn from(order: Order) -> Self {
        match order {
            Order::Fit => Self::Fit,
            Order::Name => Self::Name,
            Order::Distance => Self::Distance,
        }
    }
}

/// Refuses words that are too many.
pub(super) fn check_words(words: &str) -> Result<(), Fault> {
    if words.chars().count() > WORDS_LIMIT {
        return Err(Fault::BadRequest("q must have at most 200 characters"));
    }
    Ok(())
}

/// A value that must be known, when it is given.
fn one<T>(
    code: Option<String>,
    known: impl Fn(&str) -> Option<T>,
    refusal: &'static str,
) -> Result<Option<T>, Fault> {
    code.map(|code| known(&code).ok_or(Fault::BadRequest(refusal))).transpose()
}

/// Values with commas between, each of which must be known.
fn several(
    codes: Option<String>,
    known: impl Fn(&str) -> Option<String>,
    refusal: &'static str,
) -> Result<Vec<String>, Fault> {
    let Some(codes) = codes else { return Ok(Vec::new()) };
    let codes: Vec<&str> = codes.split(',').map(str::trim).take(VALUES + 1).collect();
    if codes.len() > VALUES {
        return Err(Fault::BadRequest("a filter must have at most 50 values"));
    }
    let read = |code: &str| known(code).ok_or(Fault::BadRequest(refusal));
    codes.into_iter().map(read).collect()
}

/// How the best service of an answer fits the words; the others fit no better.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Match {
    /// Nothing was asked in words.
    Everything,
    /// It has every word, in some form.
    AllWords,
    /// It has most of the words.
    MostWords,
    /// It answers the need that the words speak of.
    Need,
    /// It may be near in meaning.
    Near,
    /// Nothing fits; the services given are at most near to what was asked.
    Nothing,
}

impl From<MatchKind> for Match {
    fn from(kind: MatchKind) -> Self {
        match kind {
            MatchKind::Everything => Self::Everything,
            MatchKind::AllWords => Self::AllWords,
            MatchKind::MostWords => Self::MostWords,
            MatchKind::Need => Self::Need,
            MatchKind::Near => Self::Near,
            MatchKind::Nothing => Self::Nothing,
        }
    }
}

/// Why a service was found: what of it stands for a word.
#[derive(Serialize, ToSchema)]
pub(super) struct ReasonAnswer {
    /// The word as it was written.
    word: String,
    /// How it came to be found.
    way: WayAnswer,
    /// What stands for it: a word of the service, or the Finnish name of a need.
    by: String,
}

/// How what stands for a word came to be found.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum WayAnswer {
    /// The word as written.
    Exact,
    /// Another form of it.
    Inflected,
    /// The word with its spelling corrected.
    Mended,
    /// A word that begins with it.
    Begun,
    /// The word written together with its neighbour.
    Joined,
    /// The word that it is derived from.
    Derived,
    /// A word that the staff's list names for it.
    Taught,
    /// A part of it.
    Part,
    /// The need that it speaks of.
    Need,
}

impl From<&Reason> for ReasonAnswer {
    fn from(reason: &Reason) -> Self {
        let way = match reason.way {
            Way::Exact => WayAnswer::Exact,
            Way::Inflected => WayAnswer::Inflected,
            Way::Mended => WayAnswer::Mended,
            Way::Begun => WayAnswer::Begun,
            Way::Joined => WayAnswer::Joined,
            Way::Derived => WayAnswer::Derived,
            Way::Taught => WayAnswer::Taught,
            Way::Part => WayAnswer::Part,
            Way::Need => WayAnswer::Need,
        };
        Self { word: reason.word.clone(), way, by: reason.by.clone() }
    }
}

/// How many of all the results there are of each kind, by code. A kind's counts leave its own filter
/// out of account.
#[derive(Serialize, ToSchema)]
pub(super) struct FacetAnswer {
    /// By theme's id.
    themes: BTreeMap<&'static str, usize>,
    /// By municipality; services for the whole country come on top.
    municipalities: BTreeMap<String, usize>,
    /// By wellbeing services county; services for the whole country come on top.
    counties: BTreeMap<String, usize>,
    /// By service class.
    classes: BTreeMap<String, usize>,
    /// By target group.
    target_groups: BTreeMap<String, usize>,
    /// By life event.
    life_events: BTreeMap<String, usize>,
    /// By kind of provider.
    providers: BTreeMap<String, usize>,
    /// By language that the service is given in.
    service_languages: BTreeMap<String, usize>,
    /// By kind of channel.
    channels: BTreeMap<String, usize>,
    /// How many are offered in the whole country.
    nationwide: usize,
    /// How many cost nothing.
    free: usize,
    /// How many one gets without going anywhere.
    remote: usize,
}

impl From<&Facets> for FacetAnswer {
    fn from(facets: &Facets) -> Self {
        let counts = |list: &[(FacetCode, usize)]| {
            list.iter().map(|(code, count)| (code.to_string(), *count)).collect()
        };
        let theme =
            |(number, count): &(u8, usize)| Some((themes().get(usize::from(*number))?.id, *count));
        Self {
            themes: facets.themes.iter().filter_map(theme).collect(),
            municipalities: counts(&facets.municipalities),
            counties: counts(&facets.counties),
            classes: counts(&facets.classes),
            target_groups: counts(&facets.target_groups),
            life_events: counts(&facets.life_events),
            providers: counts(&facets.provider_kinds),
            service_languages: counts(&facets.languages),
            channels: counts(&facets.channel_kinds),
            nationwide: facets.nationwide,
            free: facets.free,
            remote: facets.remote,
        }
    }
}

/// The Finnish names of the needs that the words speak of.
pub(super) fn needs(results: &Results) -> Vec<&'static str> {
    results.needs.iter().map(|need| need.name).collect()
}
