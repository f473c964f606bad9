//! Whether somebody may be in danger when another sees what they read: services about violence,
//! addiction and crises. Their pages offer a quick way out.

use super::{GeneralDescription, Service, ServiceTexts};

/// Service classes all of whose services are such: substance abuse and mental health services.
const CLASSES: [&str; 1] = ["P5.7"];

/// Beginnings of words and parts of compounds that tell of them, in small letters.
const WORDS: [&str; 52] = [
    // Finnish.
    "väkival",
    "turvakoti",
    "turvakod",
    "turvatalo",
    "pahoinpitel",
    "kaltoinkoht",
    "raiskau",
    "raiskat",
    "hyväksikäyt",
    "ihmiskaup",
    "rikosuhri",
    "lähestymiskiel",
    "turvakiel",
    "vainoam",
    "kriisiapu",
    "kriisikesk",
    "kriisipuhel",
    "kriisipäivyst",
    "itsemurh",
    "itsetuho",
    "päihde",
    "päihtei",
    "huume",
    "alkoholiongelm",
    "alkoholiriippuv",
    "riippuvuuks",
    "peliriippuv",
    "peliongelm",
    // Swedish.
    "våld",
    "skyddshem",
    "misshandel",
    "sexuella övergrepp",
    "människohandel",
    "brottsoffer",
    "besöksförbud",
    "krishjälp",
    "kriscent",
    "krisjour",
    "kristelefon",
    "självmord",
    "missbruk",
    "beroendevård",
    "spelberoende",
    "spelproblem",
    // English.
    "violence",
    "domestic abuse",
    "sexual abuse",
    "human trafficking",
    "crisis help",
    "suicid",
    "addiction",
    "substance abuse",
];

impl Service {
    /// Whether whoever reads of it may need to leave the page at once. Told by the service classes, and
    /// by the words of names, summaries and keywords in any language: descriptions mention much that the
    /// service is not about.
    #[must_use]
    pub fn is_discreet(&self, description: Option<&GeneralDescription>) -> bool {
        let classes = self.classification_with(description).service_classes;
        classes.iter().any(|code| CLASSES.contains(&code.as_str()))
            || self.texts.values().any(tells_of_danger)
    }
}

fn tells_of_danger(texts: &ServiceTexts) -> bool {
    let short = texts.alternative_name.iter().chain(&texts.summary).chain(&texts.keywords);
    short.chain([&texts.name]).any(|text| {
        let text = text.to_lowercase();
        WORDS.iter().any(|word| text.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::catalogue::{Classification, EntityId, ServiceKind};
    use crate::language::Language;

    fn service(name: &str, class: &str) -> Service {
        let texts = ServiceTexts { name: name.to_owned(), ..ServiceTexts::default() };
        Service {
            id: EntityId::new("a").unwrap(),
            kind: ServiceKind::Service,
            organisation: None,
            other_organisations: Vec::new(),
            producers: Vec::new(),
            general_description: None,
            texts: BTreeMap::from([(Language::Fi, texts)]),
            area: None,
            languages: Vec::new(),
            classification: Classification {
                service_classes: vec![class.to_owned()],
                ..Classification::default()
            },
            charge: None,
            funding: None,
            modified: None,
        }
    }

    #[test]
    fn services_about_violence_addiction_and_crises_are_discreet_and_others_are_not() {
        for name in [
            "Lähisuhdeväkivaltatyö",
            "Turvakodit",
            "Päihdeklinikka",
            "Kriisikeskus",
            "Stöd till brottsoffer",
            "Crisis help by phone",
        ] {
            assert!(service(name, "P4.13").is_discreet(None), "{name}");
        }
        for name in [
            "Uimahalli",
            "Perheneuvola",
            "Kristillinen kerho",
            "Kulttuurikriitikot",
            "Alkoholin anniskeluluvat",
            "Oberoende rådgivning",
        ] {
            assert!(!service(name, "P4.13").is_discreet(None), "{name}");
        }
        assert!(service("Vastaanotto", "P5.7").is_discreet(None), "by its class");
    }

    #[test]
    fn every_word_is_in_small_letters_and_named_once() {
        let mut words = WORDS.to_vec();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), WORDS.len());
        assert!(words.iter().all(|word| word.to_lowercase() == **word));
    }
}
