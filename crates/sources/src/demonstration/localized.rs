//! Texts in the languages of the demonstration.

use serde_json::{Map, Value};

/// A language of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Finnish.
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Fi, Self::Sv, Self::En];

    /// The code that PTV uses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fi => "fi",
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

/// A set of languages, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages(Vec<Language>);

impl Languages {
    /// Some languages.
    pub fn new(languages: &[Language]) -> Self {
        let mut languages = languages.to_vec();
        languages.sort_unstable();
        languages.dedup();
        Self(languages)
    }

    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = Language> + '_ {
        self.0.iter().copied()
    }

    /// Whether a language is among them.
    pub fn has(&self, language: Language) -> bool {
        self.0.contains(&language)
    }

    /// The languages that are in both.
    pub fn also_in(&self, other: &Self) -> Self {
        Self(self.iter().filter(|language| other.has(*language)).collect())
    }

    /// An object with a value for each language.
    pub fn object(&self, mut value: impl FnMut(Language) -> Value) -> Value {
        let fields = self.iter().map(|language| (language.code().to_owned(), value(language)));
        Value::Object(fields.collect::<Map<String, Value>>())
    }

    /// Their codes.
    pub fn codes(&self) -> Value {
        self.iter().map(|language| Value::from(language.code())).collect()
    }
}

/// A text in Finnish, Swedish and English, where there is one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// In Finnish.
    pub fi: String,
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// A text from its parts; a part that is missing is "-".
    pub fn new(fi: &str, sv: &str, en: &str) -> Self {
        let part = |text: &str| if text == "-" { String::new() } else { text.to_owned() };
        Self { fi: part(fi), sv: part(sv), en: part(en) }
    }

    /// The text in a language; Finnish or Swedish where there is none.
    pub fn get(&self, language: Language) -> &str {
        let own = match language {
            Language::Fi => &self.fi,
            Language::Sv => &self.sv,
            Language::En => &self.en,
        };
        [own, &self.fi, &self.sv].into_iter().find(|text| !text.is_empty()).map_or("", |text| text)
    }
}
