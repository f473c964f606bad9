//! What a search can be narrowed by beside words, place and theme, and the words that stand for it in
//! addresses: one table of every choice that there is.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use domain::Language;
use domain::reference::{CodeItem, life_event, life_events, spoken_language, spoken_languages};
use domain::reference::{target_group, target_groups};

use crate::texts::Texts;

/// A kind of choice. Within a kind any of what is chosen will do, but for [`Self::Only`], where all must
/// hold; between kinds all must.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum ChoiceKind {
    /// A group of residents that it is meant for.
    TargetGroup,
    /// A life event that it is meant for.
    LifeEvent,
    /// A language that it is given in.
    Language,
    /// A way to get it.
    Way,
    /// Something that must hold.
    Only,
    /// A kind of provider.
    Provider,
}

impl ChoiceKind {
    /// Every kind, in the order of addresses.
    pub(crate) const ALL: [Self; 6] =
        [Self::TargetGroup, Self::LifeEvent, Self::Language, Self::Way, Self::Only, Self::Provider];

    /// The parameter's name in a language.
    pub(crate) const fn parameter(self, language: Language) -> &'static str {
        let [fi, sv, en] = match self {
            Self::TargetGroup => ["kenelle", "for-vem", "for"],
            Self::LifeEvent => ["elamantilanne", "livssituation", "life-event"],
            Self::Language => ["kieli", "sprak", "language"],
            Self::Way => ["tapa", "satt", "way"],
            Self::Only => ["vain", "bara", "only"],
            Self::Provider => ["jarjestaja", "anordnare", "provider"],
        };
        of_language(language, [fi, sv, en])
    }

    /// The kind of a parameter, in whichever language its name is.
    fn of_parameter(name: &str) -> Option<Self> {
        let is_named = |kind: &Self| {
            Language::INTERFACE.into_iter().any(|language| kind.parameter(language) == name)
        };
        Self::ALL.into_iter().find(is_named)
    }
}

const fn of_language(language: Language, [fi, sv, en]: [&str; 3]) -> &str {
    match language {
        Language::Sv => sv,
        Language::En => en,
        _ => fi,
    }
}

/// One choice.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) kind: ChoiceKind,
    /// The code that the catalogue and the search know it by.
    pub(crate) code: &'static str,
    /// What stands for it in addresses: Finnish, Swedish, English.
    values: [Cow<'static, str>; 3],
    /// The place in the table.
    place: usize,
}

/// That it costs nothing.
pub(crate) const FREE: &str = "free";
/// That one gets it without going anywhere.
pub(crate) const REMOTE: &str = "remote";

/// What has no table of names elsewhere: kind, code, the words in addresses.
const OWN: [(ChoiceKind, &str, [&str; 3]); 10] = [
    (ChoiceKind::Way, "ServiceLocation", ["paikan-paalla", "pa-plats", "in-person"]),
    (ChoiceKind::Way, "Telephone", ["puhelimitse", "per-telefon", "by-phone"]),
    (ChoiceKind::Way, "EService", ["verkossa", "pa-natet", "online"]),
    (ChoiceKind::Only, FREE, ["maksuttomat", "avgiftsfria", "free"]),
    (ChoiceKind::Only, REMOTE, ["etana", "pa-distans", "remote"]),
    (ChoiceKind::Provider, "Municipality", ["kunta", "kommun", "municipality"]),
    (ChoiceKind::Provider, "Regional", ["hyvinvointialue", "valfardsomrade", "wellbeing-county"]),
    (ChoiceKind::Provider, "Organisation", ["jarjesto", "organisation", "association"]),
    (ChoiceKind::Provider, "Company", ["yritys", "foretag", "company"]),
    (ChoiceKind::Provider, "State", ["valtio", "staten", "state"]),
];

static TABLE: LazyLock<Vec<Choice>> = LazyLock::new(|| {
    let item = |kind, item: &CodeItem| {
        let values = [item.name_fi, item.name_sv, item.name_en].map(|name| slug(name).into());
        (kind, item.code, values)
    };
    let groups = target_groups().children("KR1").map(|group| item(ChoiceKind::TargetGroup, group));
    let events = life_events().all().iter().map(|event| item(ChoiceKind::LifeEvent, event));
    let languages = spoken_languages()
        .iter()
        .map(|spoken| (ChoiceKind::Language, spoken.code, [spoken.code; 3].map(Cow::Borrowed)));
    let own = OWN.into_iter().map(|(kind, code, values)| (kind, code, values.map(Cow::Borrowed)));
    let all = groups.chain(events).chain(languages).chain(own).enumerate();
    all.map(|(place, (kind, code, values))| Choice { kind, code, values, place }).collect()
});

static BY_VALUE: LazyLock<HashMap<(ChoiceKind, &'static str), &'static Choice>> =
    LazyLock::new(|| {
        let named = |choice: &'static Choice| {
            let values = choice.values.iter().map(Cow::as_ref).chain([choice.code]);
            values.map(move |value| ((choice.kind, value), choice))
        };
        TABLE.iter().flat_map(named).collect()
    });

/// A name in an address: small letters of a to z and digits, with hyphens between.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' | 'ä' => slug.push('a'),
            'ö' => slug.push('o'),
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

impl Choice {
    /// Every choice of a kind, in the order of its list.
    pub(crate) fn all_of(kind: ChoiceKind) -> impl Iterator<Item = &'static Self> {
        TABLE.iter().filter(move |choice| choice.kind == kind)
    }

    /// The choice of a kind with a code of the catalogue.
    pub(crate) fn of_code(kind: ChoiceKind, code: &str) -> Option<&'static Self> {
        Self::all_of(kind).find(|choice| choice.code == code)
    }

    /// The choice that a parameter of an address names, in whichever language; none of what names none.
    pub(crate) fn read(name: &str, value: &str) -> Option<&'static Self> {
        let kind = ChoiceKind::of_parameter(name)?;
        BY_VALUE.get(&(kind, value)).copied()
    }

    /// What stands for it in addresses of a language.
    pub(crate) fn value(&self, language: Language) -> &str {
        let [fi, sv, en] = &self.values;
        of_language(language, [fi, sv, en])
    }

    /// Where it stands among all: addresses name the earlier ones first.
    pub(crate) const fn place(&self) -> usize {
        self.place
    }

    /// What the reader calls it.
    pub(crate) fn name(&self, t: Texts) -> Cow<'static, str> {
        let name = |item: Option<&'static CodeItem>| item.map(|item| Cow::Borrowed(item.name(t.0)));
        match self.kind {
            ChoiceKind::TargetGroup => name(target_group(self.code)),
            ChoiceKind::LifeEvent => name(life_event(self.code)),
            ChoiceKind::Language => {
                spoken_language(self.code).map(|spoken| Cow::Owned(capitalised(spoken.name(t.0))))
            }
            ChoiceKind::Way => t.find("way", self.code),
            ChoiceKind::Only => t.find("only", self.code),
            ChoiceKind::Provider => t.find("provider", self.code),
        }
        .unwrap_or(Cow::Borrowed(self.code))
    }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_read_from_its_word_in_each_language_and_from_its_code() {
        for choice in TABLE.iter() {
            for language in Language::INTERFACE {
                let name = choice.kind.parameter(language);
                let value = choice.value(language);
                assert!(!value.is_empty() && value == slug(value), "{choice:?} {value}");
                assert_eq!(Choice::read(name, value), Some(choice), "{name}={value}");
                assert_eq!(Choice::read(name, choice.code), Some(choice), "{name}");
            }
        }
        assert_eq!(Choice::read("kenelle", "<b>"), None);
        assert_eq!(Choice::read("kenelle", "sv"), None, "a word of another kind");
        assert_eq!(Choice::read("nonsense", "sv"), None);
    }

    #[test]
    fn every_choice_has_a_name_in_each_language() {
        for choice in TABLE.iter() {
            for language in Language::INTERFACE {
                let name = choice.name(Texts(language));
                // In English a kind of provider may be called as its code is.
                let may_be_code = choice.kind == ChoiceKind::Provider && language == Language::En;
                let is_named = may_be_code || name != choice.code;
                assert!(is_named && !name.contains('⟦'), "{choice:?} {name}");
            }
        }
    }

    #[test]
    fn a_name_becomes_a_word_of_plain_letters() {
        assert_eq!(slug("Lapset ja lapsiperheet"), "lapset-ja-lapsiperheet");
        assert_eq!(slug("  Ikä-ihmiset, ÅÄÖ! "), "ika-ihmiset-aao");
    }
}
