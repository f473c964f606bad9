//! The box that stands on the home page and above the results.

use domain::Language;
use domain::reference::Municipality;
use serde_json::{Map, Value, json};

use crate::Site;
use crate::address::{ParameterNames, SearchAddress, WORDS_LIMIT, Word};
use crate::texts::Texts;
use crate::view::text::alphabetical;

/// The search box with what was asked in it.
#[derive(Debug, Clone)]
pub(crate) struct SearchBox {
    pub(crate) action: String,
    pub(crate) names: ParameterNames,
    pub(crate) words: String,
    pub(crate) limit: usize,
    pub(crate) municipalities: Vec<MunicipalityOption>,
    /// What the script that suggests needs to know, as JSON.
    pub(crate) suggest: String,
}

/// A municipality to choose.
#[derive(Debug, Clone)]
pub(crate) struct MunicipalityOption {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) is_chosen: bool,
}

impl SearchBox {
    /// The box for a search; it offers the municipalities that the catalogue has services for.
    pub(crate) fn new(site: &Site, search: &SearchAddress, language: Language) -> Self {
        Self::offering(&site.overview().municipalities, search, language)
    }

    /// The code of the chosen municipality.
    pub(crate) fn municipality(&self) -> Option<&'static str> {
        self.municipalities.iter().find(|place| place.is_chosen).map(|place| place.code)
    }

    /// The box with these municipalities, and the chosen one even if it is not among them.
    pub(crate) fn offering(
        places: &[&'static Municipality],
        search: &SearchAddress,
        language: Language,
    ) -> Self {
        let chosen = search.municipality.map(|place| place.code);
        let missing = search.municipality.filter(|one| places.iter().all(|p| p.code != one.code));
        let mut municipalities: Vec<MunicipalityOption> = places
            .iter()
            .copied()
            .chain(missing)
            .map(|place| MunicipalityOption {
                code: place.code,
                name: place.name(language),
                is_chosen: Some(place.code) == chosen,
            })
            .collect();
        municipalities.sort_by_cached_key(|place| alphabetical(place.name));
        Self {
            action: Word::Search.path(language),
            names: ParameterNames::of(language),
            words: search.words.clone(),
            limit: WORDS_LIMIT,
            municipalities,
            suggest: suggest(Texts(language)).to_string(),
        }
    }
}

/// Where suggestions come from, and the words around them. The script puts the count in for `#`.
fn suggest(t: Texts) -> Value {
    let kind = |kind: &str| t.find("suggest-kind", kind).unwrap_or_default();
    let kinds = ["need", "service", "theme", "provider", "place"];
    json!({
        "from": format!("/api/v1/suggestions?lang={}&q=", t.0),
        "list": t.get("suggest-list"),
        "none": t.get("suggest-none"),
        "one": t.get("suggest-one"),
        "several": t.name("suggest-several", "#"),
        "kinds": kinds.iter().map(|one| ((*one).to_owned(), kind(one).into())).collect::<Map<_, _>>(),
    })
}
