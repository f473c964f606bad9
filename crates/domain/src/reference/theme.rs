//! The eight themes by which residents look for wellbeing services, and what belongs to each.
//!
//! A service belongs to a theme when it carries one of the theme's service classes **itself**: the
//! table lists main classes and the classes under them one by one, so nothing is inherited either
//! way. A main class is silent beside one of its own: whoever chose "Sports and exercise" (P27.1) and
//! ticked "Sports and outdoor activities" (P27) above it does not mean hiking. A service belongs to no
//! theme when all of its target groups are businesses or authorities.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::county::pick;
use super::table;
use crate::language::Language;

/// Where a row of the table of themes and classes comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Read from tarmoa.fi.
    Tarmoa,
    /// Chosen by us from the class list.
    Ours,
}

/// A service class of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThemeClass {
    /// The class's code.
    pub code: &'static str,
    /// Who put it there.
    pub origin: Origin,
}

/// A term of a theme: one thing in three languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThemeTerm {
    /// In Finnish.
    pub fi: &'static str,
    /// In Swedish.
    pub sv: &'static str,
    /// In English.
    pub en: &'static str,
}

/// A theme of wellbeing (*hyte-teema*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The lasting id, the same in every language ("nutrition-sleep").
    pub id: &'static str,
    names: [&'static str; 3],
    slugs: [&'static str; 3],
    descriptions: [&'static str; 3],
    /// The service classes that belong to it.
    pub classes: Vec<ThemeClass>,
    /// Terms that belong to it too, where its classes alone tell too little.
    pub terms: Vec<ThemeTerm>,
}

impl Theme {
    /// The name in a language; English where the language has none.
    #[must_use]
    pub const fn name(&self, language: Language) -> &'static str {
        pick(language, self.names)
    }

    /// The word that stands for it in addresses in a language.
    #[must_use]
    pub const fn slug(&self, language: Language) -> &'static str {
        pick(language, self.slugs)
    }

    /// What is in it, in one line.
    #[must_use]
    pub const fn description(&self, language: Language) -> &'static str {
        pick(language, self.descriptions)
    }

    /// Whether a service with this very class belongs to it.
    #[must_use]
    pub fn has_class(&self, code: &str) -> bool {
        self.classes.iter().any(|class| class.code == code)
    }
}

const THEMES: &str = include_str!("tables/themes.tsv");
const CLASSES: &str = include_str!("tables/theme-classes.tsv");
const TERMS: &str = include_str!("tables/theme-terms.tsv");

struct Table {
    all: Vec<Theme>,
    /// By class: the positions of its themes in `all`, in order.
    by_class: HashMap<&'static str, Vec<usize>>,
    /// By term in small letters, in any of the three languages: likewise.
    by_term: HashMap<&'static str, Vec<usize>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let classes = table::rows(CLASSES, read_class);
    let terms = table::rows(TERMS, |[theme, fi, sv, en]| Some((theme, ThemeTerm { fi, sv, en })));
    let all = table::rows(THEMES, |[id, n1, n2, n3, s1, s2, s3, d1, d2, d3]| {
        Some(Theme {
            id,
            names: [n1, n2, n3],
            slugs: [s1, s2, s3],
            descriptions: [d1, d2, d3],
            classes: of_theme(id, &classes),
            terms: of_theme(id, &terms),
        })
    });
    let mut by_class: HashMap<&'static str, Vec<usize>> = HashMap::new();
    let mut by_term: HashMap<&'static str, Vec<usize>> = HashMap::new();
    for (position, theme) in all.iter().enumerate() {
        for class in &theme.classes {
            by_class.entry(class.code).or_default().push(position);
        }
        for label in theme.terms.iter().flat_map(|term| [term.fi, term.sv, term.en]) {
            by_term.entry(label).or_default().push(position);
        }
    }
    Table { all, by_class, by_term }
});

fn read_class(
    [theme, code, origin, _name]: [&'static str; 4],
) -> Option<(&'static str, ThemeClass)> {
    let origin = match origin {
        "tarmoa" => Origin::Tarmoa,
        "ours" => Origin::Ours,
        _ => return None,
    };
    Some((theme, ThemeClass { code, origin }))
}

fn of_theme<T: Copy>(id: &str, rows: &[(&'static str, T)]) -> Vec<T> {
    rows.iter().filter(|(theme, _)| *theme == id).map(|(_, row)| *row).collect()
}

/// The eight themes, in the order in which they are shown.
#[must_use]
pub fn themes() -> &'static [Theme] {
    &TABLE.all
}

/// A theme by its id or by its address word in any language.
#[must_use]
pub fn theme(slug: &str) -> Option<&'static Theme> {
    TABLE.all.iter().find(|theme| theme.id == slug || theme.slugs.contains(&slug))
}

/// The themes of a service with these service classes and target groups, in the order in which themes
/// are shown.
#[must_use]
pub fn themes_of(classes: &[String], target_groups: &[String]) -> Vec<&'static Theme> {
    themes_with_terms(classes, target_groups, [])
}

/// The themes of a service, as [`themes_of`], and also those that one of its labels tells: the whole
/// name of an ontology term or a keyword, in any of the three languages and any case of letters.
#[must_use]
pub fn themes_with_terms<'a>(
    classes: &[String],
    target_groups: &[String],
    labels: impl IntoIterator<Item = &'a str>,
) -> Vec<&'static Theme> {
    if !is_for_residents(target_groups) {
        return Vec::new();
    }
    let by_class = classes
        .iter()
        .filter(|code| !classes.iter().any(|other| is_under(other, code)))
        .filter_map(|code| TABLE.by_class.get(code.as_str()));
    let by_term = labels
        .into_iter()
        .filter_map(|label| TABLE.by_term.get(label.trim().to_lowercase().as_str()));
    let mut positions: Vec<usize> = by_class.chain(by_term).flatten().copied().collect();
    positions.sort_unstable();
    positions.dedup();
    positions.into_iter().map(|position| &TABLE.all[position]).collect()
}

/// Whether a class lies under another: P27.1 under P27.
fn is_under(code: &str, above: &str) -> bool {
    code.strip_prefix(above).is_some_and(|rest| rest.starts_with('.'))
}

/// Whether residents are among the target groups: citizens (KR1) or a group of them. A service that
/// names no group is taken to be for everybody.
#[must_use]
pub fn is_for_residents(target_groups: &[String]) -> bool {
    target_groups.is_empty()
        || target_groups.iter().any(|code| code == "KR1" || code.starts_with("KR1."))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::reference::service_classes;

    fn ids(classes: &[&str], target_groups: &[&str]) -> Vec<&'static str> {
        let owned = |codes: &[&str]| codes.iter().map(|&code| code.to_owned()).collect::<Vec<_>>();
        let found = themes_of(&owned(classes), &owned(target_groups));
        found.into_iter().map(|theme| theme.id).collect()
    }

    #[test]
    fn every_row_is_read() {
        assert_eq!(themes().len(), table::lines(THEMES).count());
        let classes: usize = themes().iter().map(|theme| theme.classes.len()).sum();
        assert_eq!(classes, table::lines(CLASSES).count());
        let terms: usize = themes().iter().map(|theme| theme.terms.len()).sum();
        assert_eq!(terms, table::lines(TERMS).count());
    }

    #[test]
    fn there_are_eight_themes_with_names_descriptions_and_slugs_of_their_own() {
        assert_eq!(themes().len(), 8);
        for language in Language::INTERFACE {
            let slugs: BTreeSet<_> = themes().iter().map(|theme| theme.slug(language)).collect();
            assert_eq!(slugs.len(), 8);
            for found in themes() {
                assert!(!found.name(language).is_empty());
                assert!(found.description(language).ends_with('.'), "{found:?}");
                let slug = found.slug(language);
                assert!(slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'));
                assert_eq!(theme(slug), Some(found));
            }
        }
        assert_eq!(
            theme("nutrition-sleep").map(|found| found.slug(Language::Sv)),
            Some("kost-och-somn")
        );
        assert_eq!(theme("nothing"), None);
    }

    #[test]
    fn every_class_of_a_theme_exists_and_stands_in_it_once() {
        for theme in themes() {
            assert!(!theme.classes.is_empty(), "{theme:?}");
            let codes: BTreeSet<_> = theme.classes.iter().map(|class| class.code).collect();
            assert_eq!(codes.len(), theme.classes.len(), "{}", theme.id);
            for code in codes {
                assert!(service_classes().get(code).is_some(), "{code}");
            }
        }
    }

    #[test]
    fn the_names_beside_the_classes_are_theirs() {
        for (code, name) in table::rows(CLASSES, |[_, code, _, name]| Some((code, name))) {
            assert_eq!(
                service_classes().get(code).map(|class| class.name_fi),
                Some(name),
                "{code}"
            );
        }
    }

    #[test]
    fn the_rows_of_tarmoa_are_told_from_ours() {
        let tarmoa: Vec<_> = themes()
            .iter()
            .flat_map(|theme| theme.classes.iter().map(move |class| (theme.id, class)))
            .filter(|(_, class)| class.origin == Origin::Tarmoa)
            .map(|(id, class)| (id, class.code))
            .collect();
        let expected = [
            ("community", "P4.12"),
            ("nature", "P27.2"),
            ("exercise", "P27.1"),
            ("culture", "P25.1"),
            ("livelihood", "P10.8"),
            ("guidance", "P5.17"),
        ];
        assert_eq!(tarmoa, expected);
    }

    #[test]
    fn a_service_belongs_to_the_themes_of_its_classes_in_their_order() {
        assert_eq!(ids(&["P25.1"], &["KR1"]), ["culture"]);
        assert_eq!(ids(&["P27.1", "P5.7", "P27.1"], &["KR1.1"]), ["exercise", "mind"]);
        assert_eq!(ids(&["P27"], &["KR1"]), ["nature", "exercise"]);
        assert_eq!(ids(&["P27", "P27.1"], &["KR1"]), ["exercise"], "the main class is silent");
        assert_eq!(ids(&["P2", "P27.1"], &["KR1"]), ["exercise"], "P27 is not under P2");
        assert!(ids(&["P16.4", "P99", ""], &["KR1"]).is_empty());
        assert!(ids(&[], &["KR1"]).is_empty());
    }

    #[test]
    fn what_is_only_for_businesses_or_authorities_belongs_to_no_theme() {
        assert!(ids(&["P27.1"], &["KR2", "KR2.7", "KR3"]).is_empty());
        assert_eq!(ids(&["P27.1"], &["KR2.7", "KR1.6"]), ["exercise"]);
        assert_eq!(ids(&["P27.1"], &[]), ["exercise"], "no group named: for everybody");
    }

    #[test]
    fn a_label_tells_the_theme_in_three_languages_in_any_case() {
        let ids = |label: &str| -> Vec<_> {
            themes_with_terms(&[], &[], [label]).into_iter().map(|theme| theme.id).collect()
        };
        for label in ["Unettomuus", "sömnlöshet", " INSOMNIA "] {
            assert_eq!(ids(label), ["nutrition-sleep"], "{label}");
        }
        assert!(ids("unettomuuden hoito").is_empty() && ids("").is_empty());
        let businesses = ["KR2".to_owned()];
        assert!(themes_with_terms(&[], &businesses, ["unettomuus"]).is_empty());
    }

    #[test]
    fn a_label_adds_to_what_the_classes_tell() {
        let classes = ["P27.1".to_owned(), "P5.20".to_owned()];
        let found = themes_with_terms(&classes, &[], ["unettomuus", "painonhallinta"]);
        let ids: Vec<_> = found.into_iter().map(|theme| theme.id).collect();
        assert_eq!(ids, ["exercise", "nutrition-sleep"]);
    }

    #[test]
    fn terms_are_written_in_small_letters() {
        for term in themes().iter().flat_map(|theme| &theme.terms) {
            for label in [term.fi, term.sv, term.en] {
                assert_eq!(label, label.to_lowercase());
            }
        }
    }
}
