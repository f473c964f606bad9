//! Fields of forms, with what is to be mended in them; `form-parts.html` writes them.

use std::borrow::Cow;

use domain::Language;

use super::text::lang_of;

/// A field for text, on one line or several.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// Its id and name.
    pub(crate) id: String,
    pub(crate) label: Cow<'static, str>,
    pub(crate) hint: Option<Cow<'static, str>>,
    pub(crate) value: String,
    /// What is to be mended.
    pub(crate) error: Option<String>,
    /// The type of an input.
    pub(crate) kind: &'static str,
    /// How many lines; none for an input.
    pub(crate) rows: Option<u8>,
    /// What a browser may fill in.
    pub(crate) autocomplete: &'static str,
    /// The language that it is written in, where it is not the page's.
    pub(crate) lang: Option<&'static str>,
    /// How wide it is, in letters; none for all of the width.
    pub(crate) width: Option<u8>,
}

impl Field {
    pub(crate) fn new(
        id: impl Into<String>,
        label: Cow<'static, str>,
        value: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            label,
            hint: None,
            value: value.into(),
            error: None,
            kind: "text",
            rows: None,
            autocomplete: "off",
            lang: None,
            width: None,
        }
    }

    pub(crate) fn hint(self, hint: Cow<'static, str>) -> Self {
        Self { hint: Some(hint), ..self }
    }

    pub(crate) fn kind(self, kind: &'static str) -> Self {
        Self { kind, ..self }
    }

    pub(crate) fn rows(self, rows: u8) -> Self {
        Self { rows: Some(rows), ..self }
    }

    pub(crate) fn width(self, letters: u8) -> Self {
        Self { width: Some(letters), ..self }
    }

    pub(crate) fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }

    pub(crate) fn written_in(self, language: Language, reader: Language) -> Self {
        Self { lang: lang_of(language, reader), ..self }
    }

    /// With what is to be mended in it, if something of these is.
    pub(crate) fn with_error(self, errors: &[(String, String)]) -> Self {
        let own = errors.iter().find(|(field, _)| *field == self.id);
        Self { error: own.map(|(_, text)| text.clone()), ..self }
    }
}

/// A choice among others.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) value: &'static str,
    pub(crate) name: Cow<'static, str>,
    pub(crate) is_chosen: bool,
}

/// What a form brings, by name.
pub(crate) struct Sent(pub(crate) Vec<(String, String)>);

impl Sent {
    /// The first of a name; empty where there is none.
    pub(crate) fn field(&self, wanted: &str) -> &str {
        self.0.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str())
    }

    /// Whether there is one of a name that says something.
    pub(crate) fn has(&self, wanted: &str) -> bool {
        !self.field(wanted).is_empty()
    }
}
