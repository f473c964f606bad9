//! A search's address: what is looked for, as parameters in each language's own words.

use app::catalogue::Sort;
use domain::Language;
use domain::reference::{County, Municipality, Theme};

use super::choice::{FREE, REMOTE};
use super::{Choice, ChoiceKind, Word, encoded, page_number, place_named};
use crate::view::paging::PAGE_SIZE;

/// The longest text that is searched for, in characters.
pub(crate) const WORDS_LIMIT: usize = 200;

/// What a search's address says, apart from the language.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct SearchAddress {
    pub(crate) words: String,
    pub(crate) municipality: Option<&'static Municipality>,
    /// A wellbeing services county; a municipality says more, and takes its place.
    pub(crate) county: Option<&'static County>,
    pub(crate) theme: Option<&'static Theme>,
    /// Everything else that is chosen, each once and in the order of their table.
    pub(crate) choices: Vec<&'static Choice>,
    pub(crate) sort: Sort,
    /// Whether the results are shown on a map beside their list.
    pub(crate) is_map: bool,
    /// From 1.
    pub(crate) page: usize,
}

/// The names of a search's parameters in one language. A page understands those of all three.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ParameterNames {
    pub(crate) municipality: &'static str,
    pub(crate) county: &'static str,
    pub(crate) theme: &'static str,
    pub(crate) sort: &'static str,
    /// The value of `sort` that stands for the order of names.
    pub(crate) by_name: &'static str,
    /// The value of `sort` that stands for the order of distances.
    pub(crate) by_distance: &'static str,
    pub(crate) view: &'static str,
    /// The value of `view` that stands for the map.
    pub(crate) on_map: &'static str,
    pub(crate) page: &'static str,
}

impl ParameterNames {
    pub(crate) const fn of(language: Language) -> Self {
        match language {
            Language::Sv => Self {
                municipality: "kommun",
                county: "omrade",
                theme: "tema",
                sort: "ordning",
                by_name: "namn",
                by_distance: "avstand",
                view: "vy",
                on_map: "karta",
                page: "sida",
            },
            Language::En => Self {
                municipality: "municipality",
                county: "county",
                theme: "theme",
                sort: "sort",
                by_name: "name",
                by_distance: "distance",
                view: "view",
                on_map: "map",
                page: "page",
            },
            _ => Self {
                municipality: "kunta",
                county: "alue",
                theme: "teema",
                sort: "jarjestys",
                by_name: "nimi",
                by_distance: "etaisyys",
                view: "nakyma",
                on_map: "kartta",
                page: "sivu",
            },
        }
    }
}

impl ParameterNames {
    /// Whether a name is that of the page's number, in any language.
    pub(super) fn is_page(name: &str) -> bool {
        Language::INTERFACE.iter().any(|one| Self::of(*one).page == name)
    }

    /// The value that stands for an order; none for the usual one.
    pub(crate) const fn of_sort(&self, sort: Sort) -> Option<&'static str> {
        match sort {
            Sort::Fit => None,
            Sort::Name => Some(self.by_name),
            Sort::Distance => Some(self.by_distance),
        }
    }
}

impl SearchAddress {
    /// The address in a language, with only the parameters that say something.
    pub(crate) fn path(&self, language: Language) -> String {
        let mut query = self.narrowing(language);
        if self.page > 1 {
            query.push(format!("{}={}", ParameterNames::of(language).page, self.page));
        }
        if !self.words.is_empty() {
            query.insert(0, format!("q={}", encoded(&self.words)));
        }
        with_query(Word::Search.path(language), &query)
    }

    /// The address of the search in no municipality, which says so: a reader who takes the municipality
    /// away does not want it remembered.
    pub(crate) fn path_anywhere(&self, language: Language) -> String {
        let path = Self { municipality: None, ..self.clone() }.path(language);
        let separator = if path.contains('?') { '&' } else { '?' };
        format!("{path}{separator}{}=", ParameterNames::of(language).municipality)
    }

    /// The parameters but words and page.
    fn narrowing(&self, language: Language) -> Vec<String> {
        let names = ParameterNames::of(language);
        let mut query = Vec::new();
        if let Some(place) = self.municipality {
            query.push(format!("{}={}", names.municipality, place.code));
        }
        if let Some(county) = self.county {
            query.push(format!("{}={}", names.county, county.code));
        }
        if let Some(theme) = self.theme {
            query.push(format!("{}={}", names.theme, encoded(theme.slug(language))));
        }
        for choice in &self.choices {
            let value = encoded(choice.value(language));
            query.push(format!("{}={value}", choice.kind.parameter(language)));
        }
        if let Some(sort) = names.of_sort(self.sort) {
            query.push(format!("{}={sort}", names.sort));
        }
        if self.is_map {
            query.push(format!("{}={}", names.view, names.on_map));
        }
        query
    }

    /// Reads the parameters, in whichever language's words they are. What has no meaning is left
    /// out; of what can be only one, the last of several is taken.
    pub(crate) fn read(parameters: &[(String, String)]) -> Self {
        let mut search = Self { page: 1, ..Self::default() };
        for (name, value) in parameters {
            match name.as_str() {
                "q" => search.words = words(value),
                "kunta" | "kommun" | "municipality" => {
                    search.municipality = place_named(value);
                }
                "alue" | "omrade" | "county" => search.county = domain::reference::county(value),
                "teema" | "tema" | "theme" => search.theme = domain::reference::theme(value),
                "jarjestys" | "ordning" | "sort" => {
                    search.sort = match value.as_str() {
                        "nimi" | "namn" | "name" => Sort::Name,
                        "etaisyys" | "avstand" | "distance" => Sort::Distance,
                        _ => Sort::Fit,
                    };
                }
                "nakyma" | "vy" | "view" => {
                    search.is_map = matches!(value.as_str(), "kartta" | "karta" | "map");
                }
                "sivu" | "sida" | "page" => search.page = page_number(value),
                _ => search.add(Choice::read(name, value)),
            }
        }
        if search.municipality.is_some() {
            search.county = None;
        }
        search
    }

    /// Whether it is the page of a theme: everything of it, from the beginning.
    pub(crate) fn is_theme_page(&self) -> bool {
        let whole = Self { theme: self.theme, page: self.page, ..Self::default() };
        self.theme.is_some() && self.page <= 1 && *self == whole
    }

    fn add(&mut self, choice: Option<&'static Choice>) {
        let Some(choice) = choice else { return };
        let place = self.choices.binary_search_by_key(&choice.place(), |known| known.place());
        if let Err(place) = place {
            self.choices.insert(place, choice);
        }
    }

    /// The search that the address stands for.
    pub(crate) fn query(&self, language: Language) -> app::catalogue::Search {
        let codes = |kind| self.chosen(kind).map(|choice| choice.code.to_owned()).collect();
        let is_only =
            |code| self.choices.iter().any(|one| one.kind == ChoiceKind::Only && one.code == code);
        app::catalogue::Search {
            words: self.words.clone(),
            municipality: self.municipality.map(|place| place.code),
            county: self.county.map(|county| county.code),
            theme: self.theme,
            target_groups: codes(ChoiceKind::TargetGroup),
            life_events: codes(ChoiceKind::LifeEvent),
            languages: codes(ChoiceKind::Language),
            channel_kinds: codes(ChoiceKind::Way),
            provider_kinds: codes(ChoiceKind::Provider),
            is_free: is_only(FREE),
            is_remote: is_only(REMOTE),
            language: Some(language),
            sort: self.sort,
            offset: self.page.saturating_sub(1) * PAGE_SIZE,
            limit: PAGE_SIZE,
            ..app::catalogue::Search::default()
        }
    }

    /// What is chosen of a kind.
    pub(crate) fn chosen(&self, kind: ChoiceKind) -> impl Iterator<Item = &'static Choice> {
        self.choices.iter().copied().filter(move |choice| choice.kind == kind)
    }

    /// The same search on another page.
    pub(crate) fn on_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same search in another order, from the first page.
    pub(crate) fn sorted(&self, sort: Sort) -> Self {
        Self { sort, page: 1, ..self.clone() }
    }

    /// The same search and page, with or without the map.
    pub(crate) fn shown(&self, is_map: bool) -> Self {
        Self { is_map, ..self.clone() }
    }

    /// The same search with another theme or none, from the first page.
    pub(crate) fn with_theme(&self, theme: Option<&'static Theme>) -> Self {
        Self { theme, page: 1, ..self.clone() }
    }

    /// The same search in another municipality or in none, from the first page.
    pub(crate) fn with_municipality(&self, place: Option<&'static Municipality>) -> Self {
        let county = self.county.filter(|_| place.is_none());
        Self { municipality: place, county, page: 1, ..self.clone() }
    }

    /// The same search in another county or in none, from the first page.
    pub(crate) fn with_county(&self, county: Option<&'static County>) -> Self {
        let municipality = self.municipality.filter(|_| county.is_none());
        Self { municipality, county, page: 1, ..self.clone() }
    }

    /// The same search with a choice more, from the first page.
    pub(crate) fn with(&self, choice: &'static Choice) -> Self {
        let mut search = self.on_page(1);
        search.add(Some(choice));
        search
    }

    /// The same search without a choice, from the first page.
    pub(crate) fn without(&self, choice: &'static Choice) -> Self {
        let mut search = self.on_page(1);
        search.choices.retain(|known| *known != choice);
        search
    }

    /// The same words, order and view, without anything that narrows them.
    pub(crate) fn with_all(&self) -> Self {
        let (words, sort, is_map) = (self.words.clone(), self.sort, self.is_map);
        Self { words, sort, is_map, page: 1, ..Self::default() }
    }
}

fn with_query(path: String, query: &[String]) -> String {
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

/// The words that are searched for: one line of text, not too long.
fn words(text: &str) -> String {
    let spaced = text.chars().map(|one| if one.is_control() { ' ' } else { one });
    spaced.collect::<String>().trim().chars().take(WORDS_LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(parameters: &[(&str, &str)]) -> SearchAddress {
        let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        SearchAddress::read(&parameters.iter().map(pair).collect::<Vec<_>>())
    }

    #[test]
    fn parameters_are_read_in_every_languages_words_and_nonsense_is_left_out() {
        let search =
            read(&[("q", " simma "), ("kommun", "529"), ("tema", "motion"), ("sida", "3")]);
        assert_eq!(search.path(Language::Fi), "/fi/haku?q=simma&kunta=529&teema=liikunta&sivu=3");
        let nonsense = [
            ("kunta", "x"),
            ("teema", "<b>"),
            ("sivu", "-1"),
            ("other", "1"),
            ("kenelle", "<script>"),
            ("kieli", ""),
            ("jarjestys", "koko"),
            ("nakyma", "<b>"),
            ("alue", "99"),
        ];
        assert_eq!(read(&nonsense).path(Language::Fi), "/fi/haku");
        let long = read(&[("q", "ä".repeat(300).as_str())]);
        assert_eq!(long.words.chars().count(), WORDS_LIMIT);
        assert_eq!(read(&[("q", "\0a\nb")]).words, "a b");
        for place in ["529", "21100", " naantali", "Nådendal"] {
            assert_eq!(read(&[("kunta", place)]).path(Language::Fi), "/fi/haku?kunta=529");
        }
    }

    #[test]
    fn a_search_is_written_in_each_languages_own_words() {
        let search = SearchAddress {
            words: "äiti & lapsi".to_owned(),
            municipality: domain::reference::municipality("529"),
            theme: domain::reference::theme("exercise"),
            page: 2,
            ..SearchAddress::default()
        };
        assert_eq!(
            search.path(Language::Fi),
            "/fi/haku?q=%C3%A4iti+%26+lapsi&kunta=529&teema=liikunta&sivu=2"
        );
        assert_eq!(
            search.on_page(1).path(Language::Sv),
            "/sv/sok?q=%C3%A4iti+%26+lapsi&kommun=529&tema=motion"
        );
        assert_eq!(SearchAddress::default().path(Language::En), "/en/search");
    }

    #[test]
    fn choices_are_written_once_in_one_order_and_in_each_languages_words() {
        let search = read(&[
            ("provider", "association"),
            ("kenelle", "nuoret"),
            ("for-vem", "de-aldre"),
            ("kenelle", "KR1.3"),
            ("vain", "maksuttomat"),
            ("sprak", "sv"),
            ("way", "by-phone"),
            ("life-event", "divorce"),
            ("alue", "02"),
            ("ordning", "namn"),
            ("vy", "karta"),
        ]);
        assert_eq!(
            search.path(Language::Fi),
            "/fi/haku?alue=02&kenelle=ikaihmiset&kenelle=nuoret&elamantilanne=avioero&kieli=sv\
             &tapa=puhelimitse&vain=maksuttomat&jarjestaja=jarjesto&jarjestys=nimi&nakyma=kartta"
        );
        let swedish = search.path(Language::Sv);
        assert!(swedish.contains("for-vem=de-aldre") && swedish.contains("anordnare=organisation"));
        let english = search.path(Language::En);
        assert!(
            english.contains("only=free") && english.ends_with("sort=name&view=map"),
            "{english}"
        );
        let query = search.query(Language::Fi);
        assert_eq!(query.target_groups, ["KR1.1", "KR1.3"]);
        assert_eq!((query.channel_kinds, query.is_free), (vec!["Telephone".to_owned()], true));
        assert!(!query.is_remote);
    }

    #[test]
    fn a_choice_comes_and_goes_alone_and_leads_to_the_first_page() {
        let young = Choice::read("for", "young-people").unwrap();
        let free = Choice::read("only", "free").unwrap();
        let both = SearchAddress { page: 4, ..SearchAddress::default() }.with(free).with(young);
        assert_eq!(both.path(Language::En), "/en/search?for=young-people&only=free");
        assert_eq!(both.with(young), both, "once is enough");
        assert_eq!(both.without(free).path(Language::En), "/en/search?for=young-people");
        assert_eq!(both.with_all().path(Language::En), "/en/search");
    }

    #[test]
    fn a_municipality_takes_the_place_of_a_county() {
        let both = read(&[("kunta", "529"), ("alue", "02")]);
        assert_eq!(both.path(Language::Fi), "/fi/haku?kunta=529");
        let county = domain::reference::county("02");
        assert_eq!(both.with_county(county).path(Language::Fi), "/fi/haku?alue=02");
        assert_eq!(both.path_anywhere(Language::Fi), "/fi/haku?kunta=");
        let words = SearchAddress { words: "uinti".to_owned(), ..both };
        assert_eq!(words.path_anywhere(Language::Sv), "/sv/sok?q=uinti&kommun=");
    }
}
