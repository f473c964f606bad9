//! Municipalities (*kunta*): those of today, and what became of those that have merged.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::table;
use crate::language::Language;

/// A municipality of today (*kunta*).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Municipality {
    /// The code, three digits.
    pub code: &'static str,
    /// The name in Finnish.
    pub name_fi: &'static str,
    /// The name in Swedish; where there is none of its own, the Finnish one.
    pub name_sv: &'static str,
    /// The official languages, the majority's first; in the Sámi homeland the Sámi languages follow.
    pub languages: &'static [Language],
    /// The region's code (*maakunta*).
    pub region: &'static str,
    /// The wellbeing services county's code.
    pub county: &'static str,
    /// Inhabitants; the table's header says of which year.
    pub population: u32,
    /// The latitude of the central locality, WGS84 degrees.
    pub latitude: f64,
    /// The longitude of the central locality, WGS84 degrees.
    pub longitude: f64,
}

impl Municipality {
    /// The name in a language. Languages but Finnish and Swedish get the name in the language of the
    /// municipality's majority, as is the custom in English.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        let language = match language {
            Language::Fi | Language::Sv => language,
            _ => self.languages.first().copied().unwrap_or(Language::Fi),
        };
        if language == Language::Sv { self.name_sv } else { self.name_fi }
    }

    /// Whether a language is official there, or one of the Sámi homeland's.
    #[must_use]
    pub fn speaks(&self, language: Language) -> bool {
        self.languages.contains(&language)
    }
}

/// A municipality that has merged into another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormerMunicipality {
    /// Its code, three digits.
    pub code: &'static str,
    /// Its name in Finnish.
    pub name: &'static str,
    /// The code of the municipality that it belongs to today.
    pub today: &'static str,
    /// The year from whose beginning it is part of another.
    pub year: u16,
}

/// How a municipality's code was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeForm {
    /// The code of today, as it should be.
    Current,
    /// The code of today without its zeros, or with blanks around it.
    Sloppy,
    /// The code of a municipality that has merged into this one.
    Former,
}

struct Table {
    all: Vec<Municipality>,
    former: Vec<FormerMunicipality>,
    /// By the code's number: the position in `all`.
    current: Vec<Option<u16>>,
    /// By the former code's number: the position in `all` of the municipality of today.
    merged: Vec<Option<u16>>,
    by_name: HashMap<String, u16>,
    /// By the position in `all`.
    neighbours: Vec<Vec<&'static str>>,
}

const MUNICIPALITIES: &str = include_str!("tables/municipalities.tsv");
const MERGERS: &str = include_str!("tables/municipality-mergers.tsv");
const NEIGHBOURS: &str = include_str!("tables/municipality-neighbours.tsv");
/// A code has three digits.
const CODES: usize = 1000;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let all = table::rows(MUNICIPALITIES, read);
    let former = table::rows(MERGERS, read_former);
    let mut current = vec![None; CODES];
    let mut by_name = HashMap::new();
    for (position, municipality) in (0..).zip(&all) {
        if let Some(number) = table::number(municipality.code, 3) {
            current[number] = Some(position);
        }
        by_name.insert(municipality.name_fi.to_lowercase(), position);
        by_name.insert(municipality.name_sv.to_lowercase(), position);
    }
    let mut merged = vec![None; CODES];
    for former in &former {
        if let (Some(number), Some(today)) =
            (table::number(former.code, 3), table::number(former.today, 3))
        {
            merged[number] = current[today];
        }
    }
    let neighbours = neighbours_of(&all, &current);
    Table { all, former, current, merged, by_name, neighbours }
});

fn read(cells: [&'static str; 9]) -> Option<Municipality> {
    let [code, name_fi, name_sv, languages, region, county, population, latitude, longitude] =
        cells;
    table::number(code, 3).filter(|_| code.len() == 3)?;
    Some(Municipality {
        code,
        name_fi,
        name_sv,
        languages: languages_of(languages)?,
        region,
        county,
        population: population.parse().ok()?,
        latitude: latitude.parse().ok()?,
        longitude: longitude.parse().ok()?,
    })
}

/// The few combinations of languages that there are.
fn languages_of(cell: &str) -> Option<&'static [Language]> {
    use Language::{Fi, Se, Smn, Sms, Sv};
    match cell {
        "fi" => Some(&[Fi]),
        "sv" => Some(&[Sv]),
        "fi sv" => Some(&[Fi, Sv]),
        "sv fi" => Some(&[Sv, Fi]),
        "fi se" => Some(&[Fi, Se]),
        "fi se smn sms" => Some(&[Fi, Se, Smn, Sms]),
        _ => None,
    }
}

fn read_former([code, name, today, year]: [&'static str; 4]) -> Option<FormerMunicipality> {
    table::number(code, 3)?;
    table::number(today, 3)?;
    Some(FormerMunicipality { code, name, today, year: year.parse().ok()? })
}

fn neighbours_of(all: &[Municipality], current: &[Option<u16>]) -> Vec<Vec<&'static str>> {
    let position = |code| table::number(code, 3).and_then(|number| current[number]);
    let mut neighbours = vec![Vec::new(); all.len()];
    for (one, other) in table::rows(NEIGHBOURS, |[one, other]| Some((one, other))) {
        if let (Some(here), Some(there)) = (position(one), position(other)) {
            neighbours[usize::from(here)].push(other);
            neighbours[usize::from(there)].push(one);
        }
    }
    for codes in &mut neighbours {
        codes.sort_unstable();
    }
    neighbours
}

fn at(position: u16) -> &'static Municipality {
    &TABLE.all[usize::from(position)]
}

/// Every municipality of today, by code.
#[must_use]
pub fn municipalities() -> &'static [Municipality] {
    &TABLE.all
}

/// The municipalities that have merged into others.
#[must_use]
pub fn former_municipalities() -> &'static [FormerMunicipality] {
    &TABLE.former
}

/// A municipality by its code. The code of one that has merged gives the one of today; "91" is read
/// as "091". [`read_municipality_code`] also says which it was.
#[must_use]
pub fn municipality(code: &str) -> Option<&'static Municipality> {
    read_municipality_code(code).map(|(_, municipality)| municipality)
}

/// A municipality by its code of today, written with its three digits.
#[must_use]
pub fn municipality_exact(code: &str) -> Option<&'static Municipality> {
    match read_municipality_code(code) {
        Some((CodeForm::Current, municipality)) => Some(municipality),
        _ => None,
    }
}

/// A municipality by its code, and whether the code is the one of today.
#[must_use]
pub fn read_municipality_code(code: &str) -> Option<(CodeForm, &'static Municipality)> {
    let number = table::number(code, 3)?;
    if let Some(position) = TABLE.current[number] {
        let municipality = at(position);
        let form = if municipality.code == code { CodeForm::Current } else { CodeForm::Sloppy };
        return Some((form, municipality));
    }
    TABLE.merged[number].map(|position| (CodeForm::Former, at(position)))
}

/// A municipality of today by its name in Finnish or Swedish, in any case of letters. Names of
/// municipalities that have merged are not known: some are common words ("valtimo" is an artery).
#[must_use]
pub fn municipality_by_name(name: &str) -> Option<&'static Municipality> {
    TABLE.by_name.get(&name.trim().to_lowercase()).map(|position| at(*position))
}

/// The codes of the municipalities that touch one, on land or water, by code. None for an unknown code.
#[must_use]
pub fn neighbours(code: &str) -> &'static [&'static str] {
    municipality(code)
        .and_then(|found| table::number(found.code, 3))
        .and_then(|number| TABLE.current[number])
        .map_or(&[], |position| &TABLE.neighbours[usize::from(position)])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::reference::{county, region};

    #[test]
    fn every_row_is_read() {
        assert_eq!(municipalities().len(), table::lines(MUNICIPALITIES).count());
        assert_eq!(former_municipalities().len(), table::lines(MERGERS).count());
        let pairs: usize = municipalities().iter().map(|here| neighbours(here.code).len()).sum();
        assert_eq!(pairs, 2 * table::lines(NEIGHBOURS).count());
    }

    #[test]
    fn there_are_308_municipalities_with_codes_and_names_of_their_own() {
        assert_eq!(municipalities().len(), 308);
        let codes: BTreeSet<_> = municipalities().iter().map(|found| found.code).collect();
        assert_eq!(codes.len(), 308);
        let names: BTreeSet<_> = municipalities().iter().map(|found| found.name_fi).collect();
        assert_eq!(names.len(), 308);
        assert!(municipalities().iter().all(|found| !found.name_sv.is_empty()));
    }

    #[test]
    fn every_municipality_lies_in_finland_and_in_a_county_and_a_region() {
        for found in municipalities() {
            assert!((59.0..=71.0).contains(&found.latitude), "{found:?}");
            assert!((19.0..=32.0).contains(&found.longitude), "{found:?}");
            assert!(county(found.county).is_some(), "{found:?}");
            assert!(region(found.region).is_some(), "{found:?}");
            assert!(found.population > 50, "{found:?}");
        }
        let population: u32 = municipalities().iter().map(|found| found.population).sum();
        assert_eq!(population, 5_563_970);
    }

    #[test]
    fn neighbours_know_each_other_and_nobody_is_its_own() {
        for here in municipalities() {
            for there in neighbours(here.code) {
                assert_ne!(*there, here.code);
                assert!(neighbours(there).contains(&here.code), "{} {there}", here.code);
            }
        }
        assert!(neighbours("853").contains(&"202"), "Turku and Kaarina");
        assert!(neighbours("853").contains(&"529"), "Turku and Naantali");
        assert_eq!(neighbours("235"), ["049"], "Kauniainen lies within Espoo");
        assert_eq!(neighbours("588"), neighbours("507"), "a former code has today's neighbours");
        assert!(neighbours("999").is_empty());
    }

    #[test]
    fn an_official_language_is_the_majoritys_first() {
        let languages = |code| municipality(code).unwrap().languages;
        assert_eq!(languages("091"), [Language::Fi, Language::Sv]);
        assert_eq!(languages("445"), [Language::Sv, Language::Fi]);
        assert_eq!(languages("478"), [Language::Sv]);
        assert!(municipality("148").unwrap().speaks(Language::Sms), "Inari");
        assert_eq!(municipalities().iter().filter(|one| one.speaks(Language::Sv)).count(), 49);
    }

    #[test]
    fn a_name_comes_in_the_readers_language() {
        let pargas = municipality("445").unwrap();
        assert_eq!(pargas.name(Language::Fi), "Parainen");
        assert_eq!(pargas.name(Language::Sv), "Pargas");
        assert_eq!(pargas.name(Language::En), "Pargas");
        assert_eq!(municipality("853").unwrap().name(Language::En), "Turku");
    }

    #[test]
    fn a_code_of_today_is_told_from_a_sloppy_and_a_former_one() {
        let form = |code| read_municipality_code(code).map(|(form, found)| (form, found.code));
        assert_eq!(form("091"), Some((CodeForm::Current, "091")));
        assert_eq!(form("91"), Some((CodeForm::Sloppy, "091")));
        assert_eq!(form(" 091"), Some((CodeForm::Sloppy, "091")));
        assert_eq!(form("588"), Some((CodeForm::Former, "507")));
        assert_eq!(form("99"), Some((CodeForm::Former, "214")));
        for unknown in ["", "000", "999", "0091", "FI", "-1", "123"] {
            assert_eq!(form(unknown), None, "{unknown}");
        }
        assert_eq!(municipality_exact("91"), None);
        assert_eq!(municipality_exact("588"), None);
        assert_eq!(municipality_exact("853").map(|found| found.name_fi), Some("Turku"));
    }

    #[test]
    fn a_merged_municipality_leads_to_one_of_today_and_its_code_is_free() {
        for former in former_municipalities() {
            assert!(municipality_exact(former.today).is_some(), "{former:?}");
            assert!(municipality_exact(former.code).is_none(), "{former:?}");
            assert!((2009..=2025).contains(&former.year), "{former:?}");
        }
        let codes: BTreeSet<_> = former_municipalities().iter().map(|one| one.code).collect();
        assert_eq!(codes.len(), former_municipalities().len());
    }

    #[test]
    fn a_municipality_is_found_by_either_name_in_any_case() {
        let code = |name| municipality_by_name(name).map(|found| found.code);
        assert_eq!(code("naantali"), Some("529"));
        assert_eq!(code(" NÅDENDAL "), Some("529"));
        assert_eq!(code("Åbo"), Some("853"));
        assert_eq!(code("Valtimo"), None);
        assert_eq!(code(""), None);
    }
}
