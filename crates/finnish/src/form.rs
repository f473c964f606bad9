//! How a word is inflected: what its ending says of it.

use crate::analysis::WordClass;
use crate::tag::{Symbol, Tag};
use crate::transducer::{Output, Transducer};

/// One way in which a word may be inflected.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Form {
    /// The form under which a dictionary has the word.
    pub base_form: String,
    /// What kind of word it is; a participle is an adjective.
    pub class: WordClass,
    /// What form of a verb it is; none when it is none.
    pub verb: Option<VerbForm>,
    /// The case of a noun, adjective, participle or infinitive: sijamuoto.
    pub case: Option<Case>,
    /// Whether it is in the plural.
    pub is_plural: bool,
    /// Whether it has a possessive suffix: omistusliite.
    pub has_possessive: bool,
}

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VerbForm {
    /// Of a mood and a person: "haen", "haetaan".
    Finite(Mood, Person),
    /// The first infinitive: "hakea", "saadakseen".
    FirstInfinitive,
    /// The second infinitive: "hakiessa", "hakiessasi".
    SecondInfinitive,
    /// The third infinitive: "hakemaan", "hakemalla".
    ThirdInfinitive,
    /// The noun of doing: "hakeminen".
    VerbalNoun,
    /// The present participle of who does: "hakeva".
    PresentParticiple,
    /// The present participle of what is done: "haettava".
    PresentPassiveParticiple,
    /// The past participle of who did: "hakenut".
    PastParticiple,
    /// The past participle of what was done: "haettu".
    PastPassiveParticiple,
}

/// A mood: tapaluokka.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mood {
    /// "hakee".
    Indicative,
    /// "hakisi".
    Conditional,
    /// "hae".
    Imperative,
    /// "hakenee".
    Potential,
}

/// Who does what a finite verb says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Person {
    /// I or we.
    First,
    /// You.
    Second,
    /// Somebody else.
    Third,
    /// It is not said: passiivi.
    Passive,
}

/// A case: sijamuoto.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// "kirjasto".
    Nominative,
    /// "kirjaston".
    Genitive,
    /// "kirjastoa".
    Partitive,
    /// "kirjastossa".
    Inessive,
    /// "kirjastosta".
    Elative,
    /// "kirjastoon".
    Illative,
    /// "kirjastolla".
    Adessive,
    /// "kirjastolta".
    Ablative,
    /// "kirjastolle".
    Allative,
    /// "kirjastona".
    Essive,
    /// "kirjastoksi".
    Translative,
    /// One of the rare ones.
    Other,
}

/// What a tag of the dictionary says of a word's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Mood(Mood),
    Person(Person),
    Verb(VerbForm),
    Case(Case),
    Singular,
    Plural,
    Possessive,
}

impl Ending {
    pub(crate) fn of(tag: &str) -> Option<Ending> {
        use Ending as E;
        Some(match tag {
            "[Tt]" => E::Mood(Mood::Indicative),
            "[Te]" => E::Mood(Mood::Conditional),
            "[Tk]" => E::Mood(Mood::Imperative),
            "[Tm]" => E::Mood(Mood::Potential),
            "[P1]" => E::Person(Person::First),
            "[P2]" => E::Person(Person::Second),
            "[P3]" => E::Person(Person::Third),
            "[P4]" => E::Person(Person::Passive),
            "[Tn1]" => E::Verb(VerbForm::FirstInfinitive),
            "[Tn2]" => E::Verb(VerbForm::SecondInfinitive),
            "[Tn3]" => E::Verb(VerbForm::ThirdInfinitive),
            "[Rv]" => E::Verb(VerbForm::PresentParticiple),
            "[Ra]" => E::Verb(VerbForm::PresentPassiveParticiple),
            "[Ru]" => E::Verb(VerbForm::PastParticiple),
            "[Rt]" => E::Verb(VerbForm::PastPassiveParticiple),
            "[Ny]" => E::Singular,
            "[Nm]" => E::Plural,
            "[O1y]" | "[O1m]" | "[O2y]" | "[O2m]" | "[O3]" => E::Possessive,
            _ => return Case::of(tag).map(E::Case),
        })
    }
}

impl Case {
    fn of(tag: &str) -> Option<Case> {
        Some(match tag {
            "[Sn]" => Case::Nominative,
            "[Sg]" => Case::Genitive,
            "[Sp]" => Case::Partitive,
            "[Sine]" => Case::Inessive,
            "[Sela]" => Case::Elative,
            "[Sill]" => Case::Illative,
            "[Sade]" => Case::Adessive,
            "[Sabl]" => Case::Ablative,
            "[Sall]" => Case::Allative,
            "[Ses]" => Case::Essive,
            "[Str]" => Case::Translative,
            "[Sab]" | "[Sak]" | "[Sin]" | "[Sko]" => Case::Other,
            _ => return None,
        })
    }
}

/// What the endings on a way through the dictionary say; of a compound, those of its last part.
pub(crate) fn form(
    transducer: &Transducer,
    outputs: &[Output],
    base_form: String,
    class: WordClass,
) -> Form {
    let mut form =
        Form { base_form, class, verb: None, case: None, is_plural: false, has_possessive: false };
    let (mut mood, mut person) = (None, None);
    for symbol in outputs.iter().flat_map(|output| transducer.written(*output)) {
        match transducer.symbol(*symbol) {
            Symbol::Tag(Tag::Part) => {
                form.verb = None;
                (mood, person) = (None, None);
                form.forget_case();
            }
            Symbol::Tag(Tag::VerbalNoun) => form.verb = Some(VerbForm::VerbalNoun),
            Symbol::Tag(Tag::Form(ending)) => match ending {
                Ending::Mood(told) => mood = Some(*told),
                Ending::Person(told) => person = Some(*told),
                Ending::Verb(told) => form.verb = Some(*told),
                Ending::Case(told) => form.case = Some(*told),
                Ending::Singular => form.is_plural = false,
                Ending::Plural => form.is_plural = true,
                Ending::Possessive => form.has_possessive = true,
            },
            _ => {}
        }
    }
    if let (Some(mood), Some(person)) = (mood, person) {
        form.verb = Some(VerbForm::Finite(mood, person));
    }
    form
}

impl Form {
    fn forget_case(&mut self) {
        self.case = None;
        self.is_plural = false;
        self.has_possessive = false;
    }
}
