//! The addresses of what the coordinator's first page shows the beginning of: the mendings worth most, the empty corners of
//! the map, and stale descriptions; and of their tables.

use std::fmt::Write as _;

use domain::Language;
use domain::catalogue::EntityId;
use domain::reference::{County, counties};

use super::{ParameterNames, SearchAddress, Word};

/// A list of these, in any language, from which page on.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DashboardAddress {
    /// What changed in the week; the first page has it.
    Week,
    /// The mendings that are worth most.
    Mendings(usize),
    /// Where a municipality of a county has no local service of a theme.
    Corners(Option<&'static County>, usize),
    /// The organisations that have stale descriptions.
    Stale(usize),
    /// The stale descriptions of an organisation.
    StaleOf(EntityId, usize),
}

/// The words of these addresses in a language: mendings, empty corners, stale descriptions, tables.
const fn words(language: Language) -> [&'static str; 4] {
    match language {
        Language::Sv => ["korrigeringar", "luckor", "foraldrade", "tabeller"],
        Language::En => ["fixes", "gaps", "stale", "tables"],
        _ => ["korjaukset", "aukot", "vanhentuneet", "taulukot"],
    }
}

impl DashboardAddress {
    /// The address in a language, from the slash on.
    pub(crate) fn path(&self, language: Language) -> String {
        self.with_parameters(self.own(language), language, true)
    }

    /// The address of its whole table as a file of this name.
    pub(crate) fn file(&self, name: &str, language: Language) -> String {
        let path = format!("{}/{}/{name}", self.own(language), words(language)[3]);
        self.with_parameters(path, language, false)
    }

    /// The path of the route of the stale descriptions of one organisation, which is in the place of `{id}`.
    pub(crate) fn route_of_organisation(language: Language) -> String {
        format!("{}/{{id}}", Self::Stale(1).own(language))
    }

    /// The path of the route of its tables.
    pub(crate) fn route_of_its_tables(language: Language) -> String {
        format!("{}/{}/{{file}}", Self::route_of_organisation(language), words(language)[3])
    }

    fn own(&self, language: Language) -> String {
        let staff = Word::Staff.path(language);
        let [mendings, corners, stale, _] = words(language);
        match self {
            Self::Week => staff,
            Self::Mendings(_) => format!("{staff}/{mendings}"),
            Self::Corners(..) => format!("{staff}/{corners}"),
            Self::Stale(_) => format!("{staff}/{stale}"),
            Self::StaleOf(id, _) => format!("{staff}/{stale}/{id}"),
        }
    }

    fn with_parameters(&self, mut path: String, language: Language, has_page: bool) -> String {
        let names = ParameterNames::of(language);
        let (county, page) = match self {
            Self::Week => (None, 1),
            Self::Corners(county, page) => (*county, *page),
            Self::Mendings(page) | Self::Stale(page) | Self::StaleOf(_, page) => (None, *page),
        };
        let mut joint = '?';
        if let Some(county) = county {
            // Writing to a String cannot fail.
            let _ = write!(path, "{joint}{}={}", names.county, county.code);
            joint = '&';
        }
        if has_page && page > 1 {
            let _ = write!(path, "{joint}{}={page}", names.page);
        }
        path
    }
}

/// The county and the page that parameters name, in whichever language's words they are.
pub(crate) fn read_county_and_page(
    parameters: &[(String, String)],
) -> (Option<&'static County>, usize) {
    let is_county = |name: &str| {
        Language::INTERFACE.into_iter().any(|one| ParameterNames::of(one).county == name)
    };
    let code = parameters.iter().find(|(name, _)| is_county(name)).map(|(_, code)| code);
    let county = code.and_then(|code| counties().iter().find(|county| county.code == code));
    (county, SearchAddress::read(parameters).page)
}

#[cfg(test)]
mod tests {
    use domain::reference::county;

    use super::*;

    #[test]
    fn a_list_keeps_its_county_and_page_and_its_table_has_all_pages() {
        let corners = DashboardAddress::Corners(county("05"), 3);
        let path = corners.path(Language::Sv);
        assert_eq!(path, "/sv/koordinator/luckor?omrade=05&sida=3");
        let pairs: Vec<(String, String)> = path
            .split_once('?')
            .unwrap()
            .1
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        assert_eq!(read_county_and_page(&pairs), (county("05"), 3));
        let file = corners.file("gaps.csv", Language::En);
        assert_eq!(file, "/en/coordinator/gaps/tables/gaps.csv?county=05");
        assert_eq!(
            DashboardAddress::Mendings(1).path(Language::Fi),
            "/fi/koordinaattori/korjaukset"
        );
    }

    #[test]
    fn an_organisations_list_is_where_its_route_is() {
        let id = EntityId::from_guid("a0000000-0000-4000-8000-000000000001").unwrap();
        for language in Language::INTERFACE {
            let path = DashboardAddress::StaleOf(id.clone(), 1).path(language);
            assert_eq!(
                path,
                DashboardAddress::route_of_organisation(language).replace("{id}", id.as_str())
            );
            let file = DashboardAddress::StaleOf(id.clone(), 2).file("x.csv", language);
            let route = DashboardAddress::route_of_its_tables(language);
            assert_eq!(file, route.replace("{id}", id.as_str()).replace("{file}", "x.csv"));
        }
    }
}
