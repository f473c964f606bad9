//! Addresses of the worklist.

use app::task::Choice;
use domain::Language;
use domain::catalogue::EntityId;
use domain::task::TaskState;

use super::{ParameterNames, Word, encoded, page_number};

/// Which tasks are asked for, and which page of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TasksAddress {
    /// The state; none for all that are not done.
    pub(crate) state: Option<TaskState>,
    pub(crate) organisation: Option<EntityId>,
    /// From 1; 0 and 1 are the first.
    pub(crate) page: usize,
}

/// The names of the parameters in a language: state, organisation.
pub(crate) const fn names(language: Language) -> [&'static str; 2] {
    match language {
        Language::Sv => ["lage", "organisation"],
        Language::En => ["state", "organisation"],
        _ => ["tila", "organisaatio"],
    }
}

impl TasksAddress {
    /// Reads the parameters, in whichever language's words they are; what cannot be is left out.
    pub(crate) fn read(parameters: &[(String, String)]) -> Self {
        let mut read = Self { page: 1, ..Self::default() };
        for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
            let is =
                |place: usize| Language::INTERFACE.iter().any(|one| names(*one)[place] == name);
            if is(0) {
                read.state = TaskState::from_name(value);
            } else if is(1) {
                read.organisation = EntityId::from_guid(value);
            } else if ParameterNames::is_page(name) {
                read.page = page_number(value);
            }
        }
        read
    }

    /// What is asked of the tasks of a county.
    pub(crate) fn choice(&self, county: Option<&str>) -> Choice {
        Choice {
            county: county.map(str::to_owned),
            organisation: self.organisation.clone(),
            state: self.state,
        }
    }

    /// The page's address in a language.
    pub(crate) fn path(&self, language: Language) -> String {
        let [state, organisation] = names(language);
        let page = (self.page > 1).then(|| self.page.to_string());
        let pairs = [
            (state, self.state.map(|state| state.name().to_owned())),
            (organisation, self.organisation.as_ref().map(ToString::to_string)),
            (ParameterNames::of(language).page, page),
        ];
        let pairs = pairs
            .into_iter()
            .filter_map(|(name, value)| Some(format!("{name}={}", encoded(&value?))));
        let (path, query) = (Word::Tasks.path(language), pairs.collect::<Vec<_>>().join("&"));
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_of_tasks_is_the_same_in_every_language() {
        let whole = TasksAddress {
            state: Some(TaskState::Promised),
            organisation: EntityId::from_guid("a0000000-0000-4000-8000-000000000001"),
            page: 2,
        };
        for language in Language::INTERFACE {
            let path = whole.path(language);
            let pairs: Vec<(String, String)> = path
                .split_once('?')
                .unwrap()
                .1
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            assert_eq!(TasksAddress::read(&pairs), whole, "{path}");
        }
    }
}
