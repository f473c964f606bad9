//! Addresses of what is put into other sites' pages, and of the page where one makes them.

use std::fmt::Write as _;

use domain::Language;
use domain::reference::{county, theme};
use domain::shared_list::Code;

use super::{SearchAddress, Word, place_named};

/// How much of what nobody knows is said again, in characters.
const SAID: usize = 60;

/// What a widget shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct WidgetAddress {
    /// The words, the theme and the municipality; the rest is as it is by default.
    pub(crate) search: SearchAddress,
    /// A shared list, which goes before a search.
    pub(crate) list: Option<Code>,
}

impl WidgetAddress {
    /// The widget's address in a language.
    pub(crate) fn path(&self, language: Language) -> String {
        self.on(Word::Widget, language)
    }

    /// A page of a word with what the widget shows.
    pub(super) fn on(&self, word: Word, language: Language) -> String {
        let own = word.path(language);
        let search = self.search.path(language);
        let mut path = match search.split_once('?') {
            Some((_, query)) => format!("{own}?{query}"),
            None => own,
        };
        if let Some(code) = &self.list {
            let joint = if path.contains('?') { '&' } else { '?' };
            // Writing to a String cannot fail.
            let _ = write!(path, "{joint}{}={code}", Self::list_name(language));
        }
        path
    }

    /// Reads the parameters, in whichever language's words they are.
    pub(crate) fn read(parameters: &[(String, String)]) -> Self {
        let read = SearchAddress::read(parameters);
        let search = SearchAddress { words: read.words, ..SearchAddress::default() }
            .with_theme(read.theme)
            .with_municipality(read.municipality);
        let list = Self::list_text(parameters).and_then(|text| Code::read(&text));
        Self { search, list }
    }

    /// The code of a list as it was written, if one was.
    pub(crate) fn list_text(parameters: &[(String, String)]) -> Option<String> {
        let is_list = |name: &str| matches!(name, "lista" | "list");
        let found =
            parameters.iter().find(|(name, value)| is_list(name) && !value.trim().is_empty());
        found.map(|(_, value)| value.trim().chars().take(200).collect())
    }

    /// What the parameters name that nobody knows: whoever put the widget there must mend it.
    pub(crate) fn unknown(parameters: &[(String, String)]) -> Option<String> {
        let is_unknown = |name: &str, value: &str| match name {
            "kunta" | "kommun" | "municipality" => place_named(value).is_none(),
            "alue" | "omrade" | "county" => county(value).is_none(),
            "teema" | "tema" | "theme" => theme(value).is_none(),
            "lista" | "list" => Code::read(value).is_none(),
            _ => false,
        };
        let named = parameters.iter().map(|(name, value)| (name.as_str(), value.trim()));
        let (_, value) =
            named.filter(|(_, value)| !value.is_empty()).find(|one| is_unknown(one.0, one.1))?;
        Some(value.chars().take(SAID).collect())
    }

    /// The parameter that names a list.
    pub(crate) const fn list_name(language: Language) -> &'static str {
        if matches!(language, Language::En) { "list" } else { "lista" }
    }

    /// Whether it shows services; otherwise it is only a search box.
    pub(crate) fn has_services(&self) -> bool {
        let search = &self.search;
        self.list.is_some() || !search.words.is_empty() || search.theme.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_widget_is_written_in_each_languages_words_and_read_in_all() {
        let pairs = [("q", "uinti"), ("kommun", "529"), ("theme", "exercise"), ("page", "9")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let widget = WidgetAddress::read(&pairs);
        assert_eq!(widget.path(Language::Fi), "/fi/upotus?q=uinti&kunta=529&teema=liikunta");
        assert_eq!(widget.path(Language::Sv), "/sv/inbaddat?q=uinti&kommun=529&tema=motion");
        assert!(widget.has_services());
        assert_eq!(WidgetAddress::default().path(Language::En), "/en/widget");
        let nonsense = [("lista".to_owned(), "<b>".to_owned())];
        assert_eq!(
            WidgetAddress::read(&nonsense),
            WidgetAddress {
                search: SearchAddress { page: 1, ..SearchAddress::default() },
                list: None
            }
        );
    }
}
