//! The counts of one moment.

use std::collections::HashMap;

use super::provider::ProviderKind;
use super::reach::Reach;
use super::sets::{LanguageSet, SupplyLanguage, ThemeSet};

/// Services that are alike in everything that is counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Group {
    /// How far they reach.
    pub reach: Reach,
    /// The kind of provider.
    pub provider: ProviderKind,
    /// Their themes.
    pub themes: ThemeSet,
    /// Their languages.
    pub languages: LanguageSet,
    /// How many they are.
    pub count: u64,
}

/// Which themes are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// Every service, wellbeing or not.
    #[default]
    Any,
    /// Services of one theme, by its place in [`crate::reference::themes`].
    One(usize),
    /// Services of at least one theme: each is counted once, however many it has.
    Some,
    /// Services of no theme.
    None,
}

/// What is counted: services for which all that is given holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Selection {
    /// Of which themes.
    pub theme: ThemeChoice,
    /// Of which kind of provider; none for any.
    pub provider: Option<ProviderKind>,
    /// Given in which language; none for any.
    pub language: Option<SupplyLanguage>,
}

impl Selection {
    /// The same of other themes.
    #[must_use]
    pub const fn of(self, theme: ThemeChoice) -> Self {
        Self { theme, ..self }
    }

    pub(super) fn takes(&self, group: &Group) -> bool {
        let of_theme = match self.theme {
            ThemeChoice::Any => true,
            ThemeChoice::One(place) => group.themes.contains(place),
            ThemeChoice::Some => !group.themes.is_empty(),
            ThemeChoice::None => group.themes.is_empty(),
        };
        of_theme
            && self.provider.is_none_or(|provider| provider == group.provider)
            && self.language.is_none_or(|language| group.languages.contains(language))
    }

    fn count<'a>(&self, groups: impl IntoIterator<Item = &'a Group>) -> u64 {
        groups.into_iter().filter(|group| self.takes(group)).map(|group| group.count).sum()
    }
}

/// The counts of one moment. In each of its places a service is in one group only.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    municipalities: HashMap<String, Vec<Group>>,
    counties: HashMap<String, Vec<Group>>,
    beyond: Vec<Group>,
}

impl Counts {
    /// Adds local services of a municipality.
    pub fn add_municipality(&mut self, code: &str, group: Group) {
        self.municipalities.entry(code.to_owned()).or_default().push(group);
    }

    /// Adds services of a county, local or regional, each of them once in the county.
    pub fn add_county(&mut self, code: &str, group: Group) {
        self.counties.entry(code.to_owned()).or_default().push(group);
    }

    /// Adds services of the whole country, or of nowhere.
    pub fn add_beyond(&mut self, group: Group) {
        self.beyond.push(group);
    }

    /// How many are local in a municipality.
    #[must_use]
    pub fn local(&self, municipality: &str, selection: Selection) -> u64 {
        selection.count(self.municipalities.get(municipality).into_iter().flatten())
    }

    /// How many a county has that reach so far, each counted once.
    #[must_use]
    pub fn in_county(&self, county: &str, reach: Reach, selection: Selection) -> u64 {
        let own = self.counties.get(county).into_iter().flatten();
        selection.count(own.filter(|group| group.reach == reach))
    }

    /// How many belong to no county: national ones, and those of which nobody says where.
    #[must_use]
    pub fn beyond(&self, reach: Reach, selection: Selection) -> u64 {
        selection.count(self.beyond.iter().filter(|group| group.reach == reach))
    }
}

/// How many there are for every thousand inhabitants; none where nobody lives.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "there are not 2^52 services")]
pub fn per_thousand(count: u64, inhabitants: u32) -> Option<f64> {
    (inhabitants > 0).then(|| count as f64 * 1000.0 / f64::from(inhabitants))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    const FI: SupplyLanguage = SupplyLanguage::Known(Language::Fi);
    const SV: SupplyLanguage = SupplyLanguage::Known(Language::Sv);

    fn group(themes: &str, languages: &str, provider: ProviderKind, count: u64) -> Group {
        Group {
            reach: Reach::Local,
            provider,
            themes: ThemeSet::from_text(themes),
            languages: LanguageSet::from_text(languages),
            count,
        }
    }

    fn place(id: &str) -> ThemeChoice {
        let place = crate::reference::themes().iter().position(|theme| theme.id == id);
        ThemeChoice::One(place.unwrap())
    }

    fn counts() -> Counts {
        let mut counts = Counts::default();
        counts.add_municipality("529", group("culture", "fi", ProviderKind::Municipality, 3));
        counts.add_municipality("529", group("culture exercise", "fi sv", ProviderKind::Parish, 2));
        counts.add_municipality("529", group("", "sv", ProviderKind::Parish, 5));
        counts.add_municipality("853", group("culture", "fi", ProviderKind::State, 7));
        counts
    }

    #[test]
    fn a_selection_counts_what_all_of_it_holds_for() {
        let counts = counts();
        let local = |theme, provider, language| {
            counts.local("529", Selection { theme, provider, language })
        };
        assert_eq!(local(ThemeChoice::Any, None, None), 10);
        assert_eq!(local(place("culture"), None, None), 5);
        assert_eq!(local(place("exercise"), None, None), 2);
        assert_eq!(local(ThemeChoice::Some, None, None), 5, "each once, not once for a theme");
        assert_eq!(local(ThemeChoice::None, None, None), 5);
        assert_eq!(local(place("culture"), Some(ProviderKind::Parish), None), 2);
        assert_eq!(local(place("culture"), None, Some(SV)), 2);
        assert_eq!(local(ThemeChoice::Any, Some(ProviderKind::Municipality), Some(SV)), 0);
        assert_eq!(local(ThemeChoice::Any, None, Some(FI)), 5);
        assert_eq!(
            counts.local("091", Selection::default()),
            0,
            "a place of which nothing is known"
        );
    }

    #[test]
    fn reaches_are_counted_apart() {
        let mut counts = counts();
        let regional =
            Group { reach: Reach::Regional, ..group("culture", "", ProviderKind::County, 4) };
        counts.add_county("05", regional);
        counts.add_county("05", group("culture", "fi", ProviderKind::State, 9));
        counts.add_beyond(Group { reach: Reach::National, ..regional });
        let all = Selection::default();
        assert_eq!(counts.in_county("05", Reach::Regional, all), 4);
        assert_eq!(counts.in_county("05", Reach::Local, all), 9);
        assert_eq!(counts.beyond(Reach::National, all), 4);
        assert_eq!(counts.beyond(Reach::Unknown, all), 0);
        assert_eq!(counts.in_county("06", Reach::Regional, all), 0);
    }

    #[test]
    fn services_for_a_thousand_inhabitants() {
        assert_eq!(per_thousand(3, 1500), Some(2.0));
        assert_eq!(per_thousand(3, 0), None);
    }
}
