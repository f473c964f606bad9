//! Addresses of the coverage: which table is shown, narrowed by what, and in which form it is taken along.

use std::fmt::Write as _;

use app::coverage::Extent;
use app::coverage::values::{ProviderKind, SupplyLanguage, ThemeChoice};
use domain::Language;
use domain::catalogue::EntityId;
use domain::reference::{County, counties, themes};

use super::{ChoiceKind, ParameterNames, Word};

/// What the cells of the table tell beside their counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Beside {
    /// Whether the goal is met.
    #[default]
    Goal,
    /// How many there are for a thousand inhabitants.
    PerThousand,
    /// By how much there are more than at the baseline.
    Baseline,
    /// By how much there are more than at the first import.
    First,
}

impl Beside {
    pub(crate) const ALL: [Self; 4] = [Self::Goal, Self::PerThousand, Self::Baseline, Self::First];

    /// What stands for it in addresses, and in keys of texts.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::PerThousand => "per-thousand",
            Self::Baseline => "baseline",
            Self::First => "first",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// A table that can be taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CoverageTable {
    /// The counts of the table, or of what is behind a cell.
    Counts,
    /// Everything: a line for each place, theme, kind of provider and language.
    Everything,
    /// How the count grew.
    Growth,
    /// What people asked for.
    Demand,
    /// What the neighbours offer.
    Neighbours,
    /// The services behind a cell.
    Services,
}

impl CoverageTable {
    const ALL: [Self; 6] = [
        Self::Counts,
        Self::Everything,
        Self::Growth,
        Self::Demand,
        Self::Neighbours,
        Self::Services,
    ];

    /// The name of its file, without what follows the dot.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Counts => "coverage",
            Self::Everything => "coverage-lines",
            Self::Growth => "growth",
            Self::Demand => "demand",
            Self::Neighbours => "neighbours",
            Self::Services => "services",
        }
    }
}

/// The form in which a table is taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TableForm {
    Csv,
    Xlsx,
}

impl TableForm {
    pub(crate) const ALL: [Self; 2] = [Self::Csv, Self::Xlsx];

    /// What follows the dot in the name of its file.
    pub(crate) const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Reads the name of a table's file.
pub(crate) fn read_file(name: &str) -> Option<(CoverageTable, TableForm)> {
    let (code, extension) = name.rsplit_once('.')?;
    let table = CoverageTable::ALL.into_iter().find(|table| table.code() == code)?;
    let form = TableForm::ALL.into_iter().find(|form| form.extension() == extension)?;
    Some((table, form))
}

/// A page of the coverage.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct CoverageAddress {
    /// The county, where the site is of all.
    pub(crate) county: Option<&'static County>,
    /// Whose cell is looked at; none for the whole table.
    pub(crate) cell: Option<(Extent, ThemeChoice)>,
    pub(crate) provider: Option<ProviderKind>,
    pub(crate) language: Option<SupplyLanguage>,
    pub(crate) beside: Beside,
    /// The service after which the list of them goes on.
    pub(crate) after: Option<EntityId>,
}

impl CoverageAddress {
    /// The parameter of what is beside counts.
    pub(crate) const fn beside_name(language: Language) -> &'static str {
        match language {
            Language::Sv => "visa",
            Language::En => "show",
            _ => "nayta",
        }
    }

    /// The address in a language.
    pub(crate) fn path(&self, language: Language) -> String {
        self.at(language, "")
    }

    /// The address of a table's file.
    pub(crate) fn file(&self, language: Language, table: CoverageTable, form: TableForm) -> String {
        self.at(language, &format!("/{}.{}", table.code(), form.extension()))
    }

    fn at(&self, language: Language, file: &str) -> String {
        let mut path = Word::Coverage.path(language);
        if let Some((of, theme)) = self.cell {
            // Writing to a String cannot fail.
            let _ = write!(path, "/{}/{}", of.code(), theme_word(theme, language));
        }
        path.push_str(file);
        let names = ParameterNames::of(language);
        let beside = (self.beside != Beside::default()).then(|| self.beside.code());
        let pairs = [
            (names.county, self.county.map(|county| county.code)),
            (ChoiceKind::Provider.parameter(language), self.provider.map(ProviderKind::code)),
            (ChoiceKind::Language.parameter(language), self.language.map(SupplyLanguage::code)),
            (Self::beside_name(language), beside),
            ("after", self.after.as_ref().map(EntityId::as_str)),
        ];
        let mut joint = '?';
        for (name, value) in pairs {
            if let Some(value) = value {
                let _ = write!(path, "{joint}{name}={value}");
                joint = '&';
            }
        }
        path
    }

    /// Reads the parameters, in whichever language's words they are. What means nothing is left out.
    pub(crate) fn read(parameters: &[(String, String)]) -> Self {
        let value = |name: fn(Language) -> &'static str| {
            let is_named =
                |key: &str| Language::INTERFACE.into_iter().any(|language| name(language) == key);
            let found = parameters.iter().find(|(key, value)| is_named(key) && !value.is_empty());
            found.map(|(_, value)| value.as_str())
        };
        let county = value(|language| ParameterNames::of(language).county);
        Self {
            county: county.and_then(|code| counties().iter().find(|county| county.code == code)),
            cell: None,
            provider: value(|language| ChoiceKind::Provider.parameter(language))
                .and_then(ProviderKind::from_code),
            language: value(|language| ChoiceKind::Language.parameter(language))
                .and_then(SupplyLanguage::from_code),
            beside: value(Self::beside_name).and_then(Beside::from_code).unwrap_or_default(),
            after: value(|_| "after").and_then(|id| EntityId::new(id).ok()),
        }
    }

    /// The same, of a cell.
    pub(crate) fn of_cell(&self, of: Extent, theme: ThemeChoice) -> Self {
        Self { cell: Some((of, theme)), after: None, ..self.clone() }
    }
}

/// What stands for themes in an address.
fn theme_word(theme: ThemeChoice, language: Language) -> &'static str {
    let [all, none] = match language {
        Language::Sv => ["alla", "utan-tema"],
        Language::En => ["all", "no-theme"],
        _ => ["kaikki", "ei-teemaa"],
    };
    match theme {
        ThemeChoice::One(place) => themes().get(place).map_or(all, |theme| theme.slug(language)),
        ThemeChoice::None => none,
        ThemeChoice::Some | ThemeChoice::Any => all,
    }
}

/// Reads what stands for themes, in any language.
pub(crate) fn read_theme(word: &str) -> Option<ThemeChoice> {
    let choices =
        (0..themes().len()).map(ThemeChoice::One).chain([ThemeChoice::Some, ThemeChoice::None]);
    let is_named = |theme: ThemeChoice| {
        Language::INTERFACE.into_iter().any(|language| theme_word(theme, language) == word)
    };
    choices.into_iter().find(|theme| is_named(*theme))
}

#[cfg(test)]
mod tests {
    use domain::reference::county;

    use super::*;

    fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
    }

    #[test]
    fn an_address_is_written_in_each_languages_words_and_read_in_all() {
        let read = CoverageAddress::read(&pairs([
            ("jarjestaja", "parish"),
            ("sprak", "sv"),
            ("show", "baseline"),
            ("alue", "05"),
            ("nonsense", "x"),
        ]));
        let culture = read_theme("kulttuuri").unwrap();
        let of = Extent::from_code("529", county("05").unwrap()).unwrap();
        let cell = read.of_cell(of, culture);
        assert_eq!(
            cell.path(Language::Sv),
            "/sv/koordinator/tackning/529/kultur?omrade=05&anordnare=parish&sprak=sv&visa=baseline"
        );
        let file = cell.file(Language::En, CoverageTable::Services, TableForm::Xlsx);
        assert!(file.starts_with("/en/coordinator/coverage/529/culture/services.xlsx?county=05&"));
        assert_eq!(
            CoverageAddress::read(&pairs([("jarjestaja", "<b>"), ("kieli", ""), ("after", "a b")])),
            CoverageAddress::default()
        );
        assert_eq!(CoverageAddress::default().path(Language::Fi), "/fi/koordinaattori/kattavuus");
    }

    #[test]
    fn every_theme_is_read_from_its_word_in_each_language() {
        for theme in
            (0..themes().len()).map(ThemeChoice::One).chain([ThemeChoice::Some, ThemeChoice::None])
        {
            for language in Language::INTERFACE {
                assert_eq!(read_theme(theme_word(theme, language)), Some(theme));
            }
        }
        assert_eq!(read_theme("x"), None);
    }

    #[test]
    fn a_file_is_a_table_in_a_form() {
        assert_eq!(
            read_file("coverage-lines.csv"),
            Some((CoverageTable::Everything, TableForm::Csv))
        );
        for name in ["coverage", "coverage.pdf", "x.csv", ".csv"] {
            assert_eq!(read_file(name), None, "{name}");
        }
    }
}
