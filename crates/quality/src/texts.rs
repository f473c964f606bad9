//! What each rule says, in three languages: the table `texts.tsv`, which is edited without touching code.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::Language;

const TABLE: &str = include_str!("texts.tsv");

/// What a rule says in one language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Texts {
    pub(crate) name: &'static str,
    pub(crate) why: &'static str,
    pub(crate) mend: &'static str,
}

type ByRule = HashMap<(&'static str, Language), Texts>;

static TEXTS: LazyLock<ByRule> = LazyLock::new(|| TABLE.lines().filter_map(row).collect());

fn row(line: &'static str) -> Option<((&'static str, Language), Texts)> {
    let mut cells = line.split('\t');
    let mut next = || cells.next();
    let (rule, language) = (next()?, Language::from_code(next()?)?);
    Some(((rule, language), Texts { name: next()?, why: next()?, mend: next()? }))
}

/// What a rule says; in English where the language has no text.
pub(crate) fn of(rule: &'static str, language: Language) -> Texts {
    let in_language = TEXTS.get(&(rule, language));
    in_language.or_else(|| TEXTS.get(&(rule, Language::En))).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_row_is_of_a_rule_that_there_is_and_none_is_there_twice() {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(TEXTS.len(), rows);
        let named: BTreeSet<&str> = TEXTS.keys().map(|(rule, _)| *rule).collect();
        let rules: BTreeSet<&str> = crate::rules().map(|rule| rule.id).collect();
        assert_eq!(named, rules);
        assert_eq!(rows, 3 * rules.len());
    }
}
