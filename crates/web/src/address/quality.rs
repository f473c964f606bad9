//! Addresses of the coordinator's pages about quality.

use app::quality::Choice;
use domain::Language;
use domain::catalogue::{EntityId, EntityKind};

use super::{ParameterNames, Word, encoded, page_number};

/// Which findings are asked for, and which page of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FindingsAddress {
    pub(crate) organisation: Option<EntityId>,
    /// The rule's id.
    pub(crate) rule: Option<String>,
    /// The severity's letter.
    pub(crate) severity: Option<String>,
    /// The language version's code.
    pub(crate) language: Option<String>,
    /// From 1; 0 and 1 are the first.
    pub(crate) page: usize,
}

/// The names of the parameters in a language: organisation, rule, severity, language version.
pub(crate) const fn names(language: Language) -> [&'static str; 4] {
    match language {
        Language::Sv => ["organisation", "regel", "allvar", "sprak"],
        Language::En => ["organisation", "rule", "severity", "language"],
        _ => ["organisaatio", "saanto", "vakavuus", "kieli"],
    }
}

impl FindingsAddress {
    /// Reads the parameters, in whichever language's words they are; what cannot be is left out.
    pub(crate) fn read(parameters: &[(String, String)]) -> Self {
        let mut read = Self { page: 1, ..Self::default() };
        for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
            let is =
                |place: usize| Language::INTERFACE.iter().any(|one| names(*one)[place] == name);
            if is(0) {
                read.organisation = EntityId::from_guid(value);
            } else if is(1) {
                read.rule = app::quality::rule(value).map(|rule| rule.id.to_owned());
            } else if is(2) {
                read.severity =
                    Some(value.clone()).filter(|it| ["E", "W", "H"].contains(&it.as_str()));
            } else if is(3) {
                read.language = Language::from_code(value).map(|one| one.code().to_owned());
            } else if ParameterNames::is_page(name) {
                read.page = page_number(value);
            }
        }
        read
    }

    /// What is asked of the findings of a county.
    pub(crate) fn choice(&self, county: Option<&str>) -> Choice {
        Choice {
            county: county.map(str::to_owned),
            owner: self.organisation.clone(),
            rule: self.rule.clone(),
            severity: self.severity.clone(),
            language: self.language.clone(),
        }
    }

    /// The page's address in a language.
    pub(crate) fn path(&self, language: Language) -> String {
        self.on(&Word::Findings.path(language), language)
    }

    /// A file of the same findings.
    pub(crate) fn file(&self, name: &str, language: Language) -> String {
        let whole = Self { page: 1, ..self.clone() };
        whole.on(&format!("{}/{name}", Word::Findings.path(language)), language)
    }

    fn on(&self, path: &str, language: Language) -> String {
        let [organisation, rule, severity, of_language] = names(language);
        let page = (self.page > 1).then(|| self.page.to_string());
        let pairs = [
            (organisation, self.organisation.as_ref().map(ToString::to_string)),
            (rule, self.rule.clone()),
            (severity, self.severity.clone()),
            (of_language, self.language.clone()),
            (ParameterNames::of(language).page, page),
        ];
        let pairs = pairs
            .into_iter()
            .filter_map(|(name, value)| Some(format!("{name}={}", encoded(&value?))));
        let query = pairs.collect::<Vec<_>>().join("&");
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

/// The address of a description with its findings.
pub(super) fn described(kind: EntityKind, id: &EntityId, language: Language) -> String {
    format!("{}/{}/{id}", Word::Described.path(language), kind.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_of_findings_is_the_same_in_every_language() {
        let whole = FindingsAddress {
            organisation: EntityId::from_guid("a0000000-0000-4000-8000-000000000001"),
            rule: Some("T1".to_owned()),
            severity: Some("W".to_owned()),
            language: Some("sv".to_owned()),
            page: 3,
        };
        for language in Language::INTERFACE {
            let path = whole.path(language);
            let query = path.split_once('?').unwrap().1;
            let pairs: Vec<(String, String)> = query
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            assert_eq!(FindingsAddress::read(&pairs), whole, "{path}");
        }
    }

    #[test]
    fn what_cannot_be_is_left_out() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let odd = [
            pair("rule", "<b>"),
            pair("severity", "X"),
            pair("organisation", "'"),
            pair("kieli", "xx"),
        ];
        assert_eq!(FindingsAddress::read(&odd), FindingsAddress { page: 1, ..Default::default() });
    }
}
