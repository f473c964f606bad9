//! What a rule is, what it finds, and what a county may set.

use std::collections::BTreeSet;
use std::ops::Range;

use domain::Language;
use serde::{Deserialize, Serialize};

use crate::Subject;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

/// The part of a service that a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the field of a service that has its name")]
pub enum Field {
    Name,
    AlternativeName,
    Summary,
    Description,
    UserInstructions,
    Conditions,
    ChargeInformation,
    ProcessingTime,
    Deadline,
    ValidityTime,
    Keywords,
    Legislation,
    ServiceClasses,
    OntologyTerms,
    TargetGroups,
    Channels,
    Area,
    Languages,
    Modified,
}

impl Field {
    /// The field's name in tables.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::AlternativeName => "alternative_name",
            Self::Summary => "summary",
            Self::Description => "description",
            Self::UserInstructions => "user_instructions",
            Self::Conditions => "conditions",
            Self::ChargeInformation => "charge_information",
            Self::ProcessingTime => "processing_time",
            Self::Deadline => "deadline",
            Self::ValidityTime => "validity_time",
            Self::Keywords => "keywords",
            Self::Legislation => "legislation",
            Self::ServiceClasses => "service_classes",
            Self::OntologyTerms => "ontology_terms",
            Self::TargetGroups => "target_groups",
            Self::Channels => "channels",
            Self::Area => "area",
            Self::Languages => "languages",
            Self::Modified => "modified",
        }
    }
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its id, for ever: "S4", "T12".
    pub id: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Who says so.
    pub source: &'static str,
    /// Why it matters, in Finnish, Swedish and English.
    pub(crate) why: [&'static str; 3],
    /// How it is mended, in Finnish, Swedish and English.
    pub(crate) mend: [&'static str; 3],
    pub(crate) check: fn(&Subject<'_>, &Settings, &mut Found<'_>),
}

impl Rule {
    /// Why it matters; in English where the language has no text.
    #[must_use]
    pub const fn why(&self, language: Language) -> &'static str {
        pick(language, self.why)
    }

    /// How it is mended; in English where the language has no text.
    #[must_use]
    pub const fn mend(&self, language: Language) -> &'static str {
        pick(language, self.mend)
    }
}

const fn pick(language: Language, [fi, sv, en]: [&'static str; 3]) -> &'static str {
    match language {
        Language::Fi => fi,
        Language::Sv => sv,
        _ => en,
    }
}

/// Something that a rule found.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The field.
    pub field: Field,
    /// The language version; none when it is about the service as a whole.
    pub language: Option<Language>,
    /// The places in the field's text, in bytes and in order; none when something is missing.
    pub places: Vec<Range<usize>>,
    /// The words in those places, or the code or number that is not right.
    pub evidence: Vec<String>,
}

/// Takes what one rule finds.
pub(crate) struct Found<'a> {
    pub(crate) rule: &'static Rule,
    pub(crate) findings: &'a mut Vec<Finding>,
}

impl Found<'_> {
    /// The field as a whole, with what is wrong in it.
    pub(crate) fn field(
        &mut self,
        field: Field,
        language: Option<Language>,
        evidence: Vec<String>,
    ) {
        let rule = self.rule;
        self.findings.push(Finding { rule, field, language, places: Vec::new(), evidence });
    }

    /// Places in a text; nothing when there are none.
    pub(crate) fn places(
        &mut self,
        (field, language, text): (Field, Language, &str),
        places: Vec<Range<usize>>,
    ) {
        if places.is_empty() {
            return;
        }
        let evidence = places.iter().map(|place| text[place.clone()].to_owned()).collect();
        let (rule, language) = (self.rule, Some(language));
        self.findings.push(Finding { rule, field, language, places, evidence });
    }
}

/// What a county may set: which rules hold, and their limits. Lengths are in characters.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Rules that are switched off, by id.
    pub off: BTreeSet<String>,
    /// The longest name.
    pub name_length: usize,
    /// The longest summary.
    pub summary_length: usize,
    /// The longest description, user instructions or conditions.
    pub text_length: usize,
    /// The longest text about the charge, the time it takes, the deadline or the validity.
    pub short_text_length: usize,
    /// The longest keyword.
    pub keyword_length: usize,
    /// The most words in a sentence.
    pub sentence_words: usize,
    /// The most sentences in a paragraph.
    pub paragraph_sentences: usize,
    /// After how many days a description has to be looked through again.
    pub review_days: i32,
    /// The most passive verbs in a text.
    pub passives: usize,
    /// So many words in a row are a copy of the general description.
    pub copied_words: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            off: BTreeSet::new(),
            name_length: 100,
            summary_length: 150,
            text_length: 5000,
            short_text_length: 500,
            keyword_length: 150,
            sentence_words: 25,
            paragraph_sentences: 4,
            review_days: 365,
            passives: 2,
            copied_words: 9,
        }
    }
}

/// The settings name a rule that there is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRule(pub String);

impl std::fmt::Display for UnknownRule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "there is no rule \"{}\"", self.0)
    }
}

impl std::error::Error for UnknownRule {}

impl Settings {
    /// Whether a rule holds.
    #[must_use]
    pub fn has_on(&self, rule: &Rule) -> bool {
        !self.off.contains(rule.id)
    }

    /// Checks that every rule that is named is one.
    ///
    /// # Errors
    /// With the first that is not.
    pub fn checked(self) -> Result<Self, UnknownRule> {
        let is_unknown = |id: &&String| !crate::rules().any(|rule| rule.id == id.as_str());
        match self.off.iter().find(is_unknown) {
            Some(id) => Err(UnknownRule(id.clone())),
            None => Ok(self),
        }
    }
}
