//! What is said of a word.

/// One way to understand a word form.
///
/// Base forms and parts are in lower case, except proper names and abbreviations, which are as the dictionary has them
/// ("Helsinki", "ADHD-valmennus"). The parts of a compound are in lower case always.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Analysis {
    /// The form under which a dictionary has the word: "päihdepalvelu" of "päihdepalveluista".
    pub base_form: String,
    /// What kind of word it is.
    pub class: WordClass,
    /// The base forms of the compound's parts in their order: "päihde", "palvelu". A word that is no compound, or
    /// that the dictionary has as one word ("maahanmuuttaja"), has one part: its base form.
    pub parts: Vec<String>,
    /// The words from which the word or a part of it is derived: "tupakoida" of "tupakointi", "uni" and "uneton" of
    /// "unettomuus", "omainen" of "omaishoitaja". No word is here twice.
    pub bases: Vec<String>,
}

impl Analysis {
    /// Whether the two say the same but for what the word is derived from.
    pub(crate) fn is_but_for_bases(&self, other: &Analysis) -> bool {
        self.base_form == other.base_form && self.class == other.class && self.parts == other.parts
    }
}

/// The kind of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WordClass {
    /// A noun: nimisana.
    Noun,
    /// An adjective: laatusana.
    Adjective,
    /// A word that is a noun and an adjective: "eläkeläinen".
    NounAdjective,
    /// A verb: teonsana.
    Verb,
    /// An adverb: seikkasana.
    Adverb,
    /// A pronoun: asemosana.
    Pronoun,
    /// A numeral in letters or digits: lukusana.
    Numeral,
    /// A pre- or postposition: suhdesana.
    Adposition,
    /// A conjunction: sidesana.
    Conjunction,
    /// An interjection: huudahdussana.
    Interjection,
    /// The verb of negation: "ei", "älä".
    Negation,
    /// An abbreviation or acronym: lyhenne.
    Abbreviation,
    /// The beginning of a word, ended by a hyphen: "sosiaali-".
    Prefix,
    /// A person's first name.
    FirstName,
    /// A family name.
    FamilyName,
    /// The name of a place.
    PlaceName,
    /// Another proper name: of an organisation, of a thing.
    Name,
    /// A word that the dictionary does not class.
    Other,
}

impl WordClass {
    /// Whether words of this class are proper names.
    pub fn is_name(self) -> bool {
        matches!(self, Self::FirstName | Self::FamilyName | Self::PlaceName | Self::Name)
    }
}
