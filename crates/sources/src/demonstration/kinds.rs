//! The kinds of service, as an editor writes them in `content/kinds/`.
//!
//! A kind begins with `== its-id`, then come lines of `field: value`, then a part for each language
//! (`-- fi`) with its texts. A text goes on over as many lines as it needs, to the next field.

use std::collections::BTreeMap;

use super::DemonstrationError;
use super::content::{Law, Term};
use super::localized::{Language, Languages};

/// The files, each with the theme that its kinds belong to.
const FILES: [(&str, &str, &str); 9] = [
    ("community", "kinds/community.txt", include_str!("content/kinds/community.txt")),
    ("nature", "kinds/nature.txt", include_str!("content/kinds/nature.txt")),
    ("movement", "kinds/movement.txt", include_str!("content/kinds/movement.txt")),
    ("culture", "kinds/culture.txt", include_str!("content/kinds/culture.txt")),
    ("livelihood", "kinds/livelihood.txt", include_str!("content/kinds/livelihood.txt")),
    ("guidance", "kinds/guidance.txt", include_str!("content/kinds/guidance.txt")),
    ("nutrition", "kinds/nutrition.txt", include_str!("content/kinds/nutrition.txt")),
    ("mind", "kinds/mind.txt", include_str!("content/kinds/mind.txt")),
    ("other", "kinds/other.txt", include_str!("content/kinds/other.txt")),
];

/// The fields of a language's part.
const TEXTS: [&str; 12] = [
    "name",
    "alternative",
    "summary",
    "description",
    "instructions",
    "conditions",
    "charge",
    "keywords",
    "processing",
    "deadline",
    "validity",
    "base",
];

/// A kind of service.
#[derive(Debug, Default)]
pub struct Kind {
    /// Its word.
    pub id: String,
    /// The theme of wellbeing that it is mostly of.
    pub theme: &'static str,
    fields: BTreeMap<String, String>,
    texts: BTreeMap<(&'static str, &'static str), String>,
    /// The addresses of its ontology terms.
    pub terms: Vec<String>,
    /// Its laws.
    pub laws: Vec<Law>,
}

impl Kind {
    /// A field; empty when it is not there.
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// The words of a field.
    pub fn words(&self, name: &str) -> Vec<&str> {
        self.field(name).split_whitespace().collect()
    }

    /// Who offers it: municipality, county, parish, or a subject that an organisation works with.
    pub fn provider(&self) -> &str {
        self.field("by")
    }

    /// In how many municipalities it is offered; 0 when it is one service for the whole county.
    pub fn spread(&self) -> usize {
        self.field("spread").parse().unwrap_or(0)
    }

    /// A text; none when it is not written in that language.
    pub fn text(&self, language: Language, name: &'static str) -> Option<&str> {
        self.texts.get(&(language.code(), name)).map(String::as_str)
    }

    /// The languages in which it is written.
    pub fn languages(&self) -> Languages {
        let written = |language: &Language| self.text(*language, "name").is_some();
        Languages::new(&Language::ALL.into_iter().filter(written).collect::<Vec<_>>())
    }
}

/// Reads all files.
pub fn read_kinds(terms: &[Term], laws: &[Law]) -> Result<Vec<Kind>, DemonstrationError> {
    let mut kinds = Vec::new();
    for (theme, file, text) in FILES {
        let mut reader = Reader { file, theme, kinds: Vec::new(), language: None, field: None };
        for (position, line) in text.lines().enumerate() {
            reader.read(position + 1, line)?;
        }
        for mut kind in reader.kinds {
            kind.resolve(file, terms, laws)?;
            kinds.push(kind);
        }
    }
    Ok(kinds)
}

impl Kind {
    fn resolve(
        &mut self,
        file: &'static str,
        terms: &[Term],
        laws: &[Law],
    ) -> Result<(), DemonstrationError> {
        let unknown = |what: &str| DemonstrationError::Content {
            file,
            line: 0,
            fault: format!("{}: {what} is not known", self.id),
        };
        let split = |field: &str| {
            let values = self.field(field).split(';').map(str::trim);
            values.filter(|value| !value.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let mut found = Vec::new();
        for name in split("terms") {
            let term = terms.iter().find(|term| term.name.fi == name);
            found.push(term.ok_or_else(|| unknown(&name))?.uri.clone());
        }
        let mut statutes = Vec::new();
        for id in split("laws") {
            statutes
                .push(laws.iter().find(|law| law.id == id).ok_or_else(|| unknown(&id))?.clone());
        }
        self.terms = found;
        self.laws = statutes;
        Ok(())
    }
}

struct Reader {
    file: &'static str,
    theme: &'static str,
    kinds: Vec<Kind>,
    language: Option<Language>,
    field: Option<&'static str>,
}

impl Reader {
    fn read(&mut self, number: usize, line: &str) -> Result<(), DemonstrationError> {
        let fault = |fault: &str| DemonstrationError::Content {
            file: self.file,
            line: number,
            fault: fault.to_owned(),
        };
        if line.starts_with('#') {
            return Ok(());
        }
        if let Some(id) = line.strip_prefix("== ") {
            self.kinds.push(Kind { id: id.to_owned(), theme: self.theme, ..Kind::default() });
            (self.language, self.field) = (None, None);
            return Ok(());
        }
        let Some(kind) = self.kinds.last_mut() else { return Ok(()) };
        if let Some(code) = line.strip_prefix("-- ") {
            let language = Language::from_code(code).ok_or_else(|| fault("unknown language"))?;
            (self.language, self.field) = (Some(language), None);
            return Ok(());
        }
        let Some(language) = self.language else {
            if let Some((name, value)) = line.split_once(':') {
                kind.fields.insert(name.trim().to_owned(), value.trim().to_owned());
            }
            return Ok(());
        };
        let begun = line.split_once(':').and_then(|(name, rest)| {
            TEXTS.into_iter().find(|text| *text == name).map(|text| (text, rest))
        });
        if let Some((name, rest)) = begun {
            kind.texts.insert((language.code(), name), rest.trim().to_owned());
            self.field = Some(name);
        } else if let Some(name) = self.field {
            if let Some(text) = kind.texts.get_mut(&(language.code(), name)) {
                text.push('\n');
                text.push_str(line.trim_end());
            }
        } else if !line.trim().is_empty() {
            return Err(fault("a text without a field"));
        }
        Ok(())
    }
}
