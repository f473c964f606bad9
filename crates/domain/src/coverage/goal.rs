//! What a county wants there to be.

use jiff::civil::Date;
use serde::Deserialize;

use super::population::{BUILT_IN_DAY, Population};
use super::provider::ProviderKind;
use super::sets::SupplyLanguage;
use crate::reference::{County, Municipality, municipality_exact, themes};

/// What a county sets for its coverage, as its file has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CoverageSettings {
    /// The day with whose evening today is compared.
    pub baseline: Option<Date>,
    /// The goals. Where several are for the same, the last is the goal.
    pub goals: Vec<Goal>,
    /// The county's own table of inhabitants, beside its file; by default the figures that the program brings along.
    pub population_file: Option<String>,
    /// The day of that table's figures.
    pub population_day: Option<Date>,
    /// What the table says, once it is read.
    #[serde(skip)]
    pub population: Option<Population>,
}

/// So many local services of each theme in each municipality.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// How many there shall be at least; 0 lifts an earlier goal.
    pub at_least: u64,
    /// The ids of the themes; none for each.
    #[serde(default)]
    pub themes: Vec<String>,
    /// The codes of the municipalities; none for each.
    #[serde(default)]
    pub municipalities: Vec<String>,
    /// Only those of this kind of provider, by its code.
    pub provider: Option<String>,
    /// Only those that are given in this language, by its code.
    pub language: Option<String>,
}

/// What in the settings is not right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GoalFault {
    /// A theme that is none.
    #[error("there is no theme \"{0}\"; the themes are {themes}", themes = theme_ids())]
    Theme(String),
    /// A municipality that is none, or not of the county.
    #[error("\"{0}\" is no municipality's code in the county; write three digits, as \"529\"")]
    Municipality(String),
    /// A kind of provider that is none.
    #[error("there is no kind of provider \"{0}\"; the kinds are {kinds}", kinds = provider_codes())]
    Provider(String),
    /// A language that is not told apart.
    #[error("there is no language \"{0}\"; the languages are {languages}", languages = language_codes())]
    Language(String),
}

fn theme_ids() -> String {
    themes().iter().map(|theme| theme.id).collect::<Vec<_>>().join(", ")
}

fn provider_codes() -> String {
    ProviderKind::ALL.map(ProviderKind::code).join(", ")
}

fn language_codes() -> String {
    SupplyLanguage::ALL.map(SupplyLanguage::code).join(", ")
}

/// Whether a count meets its goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// No goal is set.
    NoGoal,
    /// It is met.
    Met {
        /// The goal.
        goal: u64,
    },
    /// It is not met.
    Missed {
        /// The goal.
        goal: u64,
        /// How many are missing.
        missing: u64,
    },
}

impl CoverageSettings {
    /// Checks that everything that is named is there.
    ///
    /// # Errors
    /// With the first that is not.
    pub fn checked(self, county: Option<&County>) -> Result<Self, GoalFault> {
        self.goals.iter().try_for_each(|goal| goal.check(county))?;
        Ok(self)
    }

    /// How many live in a municipality; none when the county's own table does not tell.
    #[must_use]
    pub fn inhabitants(&self, municipality: &Municipality) -> Option<u32> {
        self.population.as_ref().map_or(Some(municipality.population), |own| own.of(municipality))
    }

    /// The day of the figures.
    #[must_use]
    pub fn inhabitants_day(&self) -> Date {
        self.population.as_ref().map_or(BUILT_IN_DAY, Population::day)
    }

    /// How many local services of a theme a municipality shall have, of one kind of provider or any, in one
    /// language or any.
    #[must_use]
    pub fn goal(
        &self,
        municipality: &str,
        theme: &str,
        provider: Option<ProviderKind>,
        language: Option<SupplyLanguage>,
    ) -> Option<u64> {
        let names = |list: &[String], one: &str| list.is_empty() || list.iter().any(|it| it == one);
        let last = self.goals.iter().rev().find(|goal| {
            names(&goal.municipalities, municipality)
                && names(&goal.themes, theme)
                && goal.provider.as_deref() == provider.map(ProviderKind::code)
                && goal.language.as_deref() == language.map(SupplyLanguage::code)
        });
        last.map(|goal| goal.at_least).filter(|goal| *goal > 0)
    }
}

impl Goal {
    fn check(&self, county: Option<&County>) -> Result<(), GoalFault> {
        let is_theme = |id: &String| themes().iter().any(|theme| theme.id == id);
        let is_within = |code: &String| match municipality_exact(code) {
            Some(found) => county.is_none_or(|county| county.code == found.county),
            None => false,
        };
        if let Some(id) = self.themes.iter().find(|id| !is_theme(id)) {
            return Err(GoalFault::Theme(id.clone()));
        }
        if let Some(code) = self.municipalities.iter().find(|code| !is_within(code)) {
            return Err(GoalFault::Municipality(code.clone()));
        }
        if let Some(code) =
            self.provider.as_ref().filter(|code| ProviderKind::from_code(code).is_none())
        {
            return Err(GoalFault::Provider(code.clone()));
        }
        match self.language.as_ref().filter(|code| SupplyLanguage::from_code(code).is_none()) {
            Some(code) => Err(GoalFault::Language(code.clone())),
            None => Ok(()),
        }
    }
}

impl Verdict {
    /// The verdict on a count.
    #[must_use]
    pub const fn of(count: u64, goal: Option<u64>) -> Self {
        match goal {
            None => Self::NoGoal,
            Some(goal) if count >= goal => Self::Met { goal },
            Some(goal) => Self::Missed { goal, missing: goal - count },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::reference::county;

    const SV: Option<SupplyLanguage> = Some(SupplyLanguage::Known(Language::Sv));

    fn settings(json: &str) -> CoverageSettings {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn the_last_goal_that_is_for_a_cell_is_its_goal() {
        let settings = settings(
            r#"{"baseline":"2026-01-15","goals":[
                {"at_least":3},
                {"at_least":5,"themes":["exercise"]},
                {"at_least":2,"themes":["exercise"],"municipalities":["304"]},
                {"at_least":0,"municipalities":["445"]},
                {"at_least":1,"language":"sv"},
                {"at_least":4,"provider":"parish","language":"sv"}]}"#,
        );
        let goal = |place, theme| settings.goal(place, theme, None, None);
        assert_eq!(goal("529", "culture"), Some(3));
        assert_eq!(goal("529", "exercise"), Some(5));
        assert_eq!(goal("304", "exercise"), Some(2));
        assert_eq!(goal("445", "exercise"), None, "lifted");
        assert_eq!(settings.goal("529", "culture", None, SV), Some(1));
        assert_eq!(settings.goal("529", "culture", Some(ProviderKind::Parish), SV), Some(4));
        assert_eq!(settings.goal("529", "culture", Some(ProviderKind::Parish), None), None);
    }

    #[test]
    fn what_is_not_there_is_named() {
        let varha = county("05");
        for (goal, named) in [
            (r#""themes":["sport"]"#, "there is no theme \"sport\"; the themes are "),
            (r#""municipalities":["999"]"#, "\"999\" is no municipality's code"),
            (r#""municipalities":["837"]"#, "\"837\" is no municipality's code in the county"),
            (r#""provider":"church""#, "there is no kind of provider \"church\""),
            (r#""language":"ru""#, "there is no language \"ru\""),
        ] {
            let settings = settings(&format!(r#"{{"goals":[{{"at_least":1,{goal}}}]}}"#));
            let fault = settings.checked(varha).unwrap_err().to_string();
            assert!(fault.contains(named), "{fault}");
        }
        let good = settings(r#"{"goals":[{"at_least":1,"municipalities":["837"]}]}"#);
        assert!(good.checked(None).is_ok(), "a site of all counties");
    }

    #[test]
    fn a_verdict_says_how_many_are_missing() {
        assert_eq!(Verdict::of(2, None), Verdict::NoGoal);
        assert_eq!(Verdict::of(3, Some(3)), Verdict::Met { goal: 3 });
        assert_eq!(Verdict::of(1, Some(3)), Verdict::Missed { goal: 3, missing: 2 });
    }
}
