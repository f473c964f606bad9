//! What a rule is.

use domain::Language;
use domain::catalogue::EntityKind;
use serde::{Deserialize, Serialize};

use crate::finding::Found;
use crate::subject::Case;
use crate::{Settings, texts};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// PTV refuses it, or DVV forbids it.
    #[serde(rename = "E")]
    Error,
    /// Most likely wrong: look at it.
    #[serde(rename = "W")]
    Warning,
    /// Only a person can tell.
    #[serde(rename = "H")]
    Human,
}

impl Severity {
    /// The letter in tables: E, W or H.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "E",
            Self::Warning => "W",
            Self::Human => "H",
        }
    }
}

/// One rule.
pub struct Rule {
    /// Its id, for ever: "S4", "T12".
    pub id: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it looks at.
    pub kinds: &'static [EntityKind],
    /// Who says so.
    pub source: &'static str,
    /// Why it is off where nobody switches it on; none when it holds. In English, for whoever runs the program.
    pub off: Option<&'static str>,
    pub(crate) check: fn(&Case<'_>, &Settings, &mut Found<'_>),
}

impl Rule {
    /// A few words that name what it finds; in English where the language has no text.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        texts::of(self.id, language).name
    }

    /// Why it matters; in English where the language has no text.
    #[must_use]
    pub fn why(&self, language: Language) -> &'static str {
        texts::of(self.id, language).why
    }

    /// How it is mended; in English where the language has no text.
    #[must_use]
    pub fn mend(&self, language: Language) -> &'static str {
        texts::of(self.id, language).mend
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.id)
    }
}

/// Writes a module's rules: id, severity, kinds, source, check, and why it is off where it is.
macro_rules! rules {
    ($($id:literal $severity:ident [$($kind:ident)+] $source:literal $check:ident $(off $off:literal)?;)+) => {
        &[$($crate::Rule {
            id: $id,
            severity: $crate::Severity::$severity,
            kinds: &[$(::domain::catalogue::EntityKind::$kind),+],
            source: $source,
            off: $crate::rule::rules!(@off $($off)?),
            check: $check,
        }),+]
    };
    (@off) => { None };
    (@off $off:literal) => { Some($off) };
}
pub(crate) use rules;
