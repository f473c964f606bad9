//! The needs vocabulary (*tarvesanasto*): what people call what they need, in three languages, and the
//! service classes and words by which the services that answer are known.
//!
//! The files in `needs/` are our own writing, made class by class from PTV's service classes. A file
//! is a list of blocks parted by blank lines:
//!
//! ```text
//! [talous- ja velkaneuvonta]
//! classes: P15.3 P7.4
//! finds: talous- ja velkaneuvonta; velkajärjestely
//! fi: velat; en pysty maksamaan laskuja
//! sv: skulder
//! en: debts
//! ```
//!
//! `groups:` (target groups) and `crisis: yes` may stand between. Lines that begin with `#` are notes.

use std::sync::LazyLock;

use crate::language::Language;

/// Something that people need, and how services that answer it are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Need {
    /// Its Finnish name; no other need has it.
    pub name: &'static str,
    /// Codes of the service classes of services that answer it, the best first.
    pub classes: Vec<&'static str>,
    /// Codes of the target groups whose need it is; empty for anybody's.
    pub groups: Vec<&'static str>,
    /// Finnish words and phrases by which such services are named and described, the most telling
    /// first.
    pub finds: Vec<&'static str>,
    /// What people write when they need it.
    pub phrases: Vec<(Language, &'static str)>,
    /// Whether somebody may be in danger now: emergency help then comes first.
    pub is_crisis: bool,
}

const FILES: &[&str] = &[
    include_str!("needs/p01-housing.txt"),
    include_str!("needs/p02-built.txt"),
    include_str!("needs/p03-day-care.txt"),
    include_str!("needs/p03-families.txt"),
    include_str!("needs/p04-disability.txt"),
    include_str!("needs/p04-home-care.txt"),
    include_str!("needs/p04-integration.txt"),
    include_str!("needs/p04-older-people.txt"),
    include_str!("needs/p04-social-work.txt"),
    include_str!("needs/p04-together.txt"),
    include_str!("needs/p05-clinics.txt"),
    include_str!("needs/p05-emergency.txt"),
    include_str!("needs/p05-families.txt"),
    include_str!("needs/p05-home-care.txt"),
    include_str!("needs/p05-lifestyle.txt"),
    include_str!("needs/p05-medicines-rights.txt"),
    include_str!("needs/p05-mind.txt"),
    include_str!("needs/p05-peer.txt"),
    include_str!("needs/p05-rehabilitation.txt"),
    include_str!("needs/p05-school-work.txt"),
    include_str!("needs/p05-specialities.txt"),
    include_str!("needs/p05-substances.txt"),
    include_str!("needs/p05-teeth.txt"),
    include_str!("needs/p05-tests.txt"),
    include_str!("needs/p06-pupils.txt"),
    include_str!("needs/p06-school.txt"),
    include_str!("needs/p06-studies.txt"),
    include_str!("needs/p07-law.txt"),
    include_str!("needs/p08-influence.txt"),
    include_str!("needs/p09-administration.txt"),
    include_str!("needs/p10-work.txt"),
    include_str!("needs/p11-business.txt"),
    include_str!("needs/p13-pensions.txt"),
    include_str!("needs/p14-taxes.txt"),
    include_str!("needs/p15-money.txt"),
    include_str!("needs/p16-transport.txt"),
    include_str!("needs/p19-safety.txt"),
    include_str!("needs/p20-order.txt"),
    include_str!("needs/p21-consumer.txt"),
    include_str!("needs/p22-moving.txt"),
    include_str!("needs/p23-environment.txt"),
    include_str!("needs/p23-more.txt"),
    include_str!("needs/p24-nature.txt"),
    include_str!("needs/p25-access.txt"),
    include_str!("needs/p25-culture.txt"),
    include_str!("needs/p25-leisure.txt"),
    include_str!("needs/p25-together.txt"),
    include_str!("needs/p26-media.txt"),
    include_str!("needs/p27-guidance.txt"),
    include_str!("needs/p27-outdoors.txt"),
    include_str!("needs/p27-places.txt"),
    include_str!("needs/p27-sports.txt"),
    include_str!("needs/p28-more.txt"),
    include_str!("needs/p28-youth.txt"),
];

static NEEDS: LazyLock<Vec<Need>> =
    LazyLock::new(|| FILES.iter().flat_map(|file| read(file)).collect());

/// Every need of the vocabulary.
#[must_use]
pub fn needs() -> &'static [Need] {
    &NEEDS
}

/// Reads a file. A block that cannot be read is left out; the tests see to it that there is none.
fn read(file: &'static str) -> Vec<Need> {
    let blocks = file.split("\n[").skip(1);
    blocks.filter_map(|block| read_block(block).ok()).collect()
}

/// Reads a block without its opening bracket; an error names the line that has no meaning.
fn read_block(block: &'static str) -> Result<Need, &'static str> {
    let mut lines = block.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let first = lines.next().unwrap_or_default();
    let name = first.strip_suffix(']').ok_or(first)?;
    let mut need = Need { name, ..Need::default() };
    for line in lines {
        let (key, value) = line.split_once(": ").ok_or(line)?;
        let items = || value.split(';').map(str::trim).filter(|item| !item.is_empty());
        match key {
            "classes" => need.classes = value.split_whitespace().collect(),
            "groups" => need.groups = value.split_whitespace().collect(),
            "finds" => need.finds = items().collect(),
            "crisis" if value == "yes" => need.is_crisis = true,
            _ => {
                let language = Language::from_code(key).ok_or(line)?;
                need.phrases.extend(items().map(|phrase| (language, phrase)));
            }
        }
    }
    Ok(need)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::reference::{service_class, target_group};

    #[test]
    fn every_block_is_read() {
        for file in FILES {
            for block in file.split("\n[").skip(1) {
                assert_eq!(read_block(block).err(), None);
            }
            assert!(!file.starts_with('['), "a file begins with a note");
        }
    }

    #[test]
    fn every_need_has_known_codes_words_to_find_and_phrases_in_three_languages() {
        for need in needs() {
            let name = need.name;
            assert!(!need.classes.is_empty(), "{name}");
            assert!(need.classes.iter().all(|code| service_class(code).is_some()), "{name}");
            assert!(need.groups.iter().all(|code| target_group(code).is_some()), "{name}");
            assert!(!need.finds.is_empty(), "{name}");
            for language in Language::INTERFACE {
                assert!(need.phrases.iter().any(|(of, _)| *of == language), "{name} {language}");
            }
        }
    }

    #[test]
    fn no_name_stands_twice_and_no_phrase_twice_in_a_need() {
        let names: HashSet<&str> = needs().iter().map(|need| need.name).collect();
        assert_eq!(names.len(), needs().len());
        for need in needs() {
            let phrases: HashSet<_> = need.phrases.iter().collect();
            assert_eq!(phrases.len(), need.phrases.len(), "{}", need.name);
        }
    }

    #[test]
    fn a_block_without_meaning_is_told_by_its_line() {
        assert_eq!(read_block("name\nfi: x"), Err("name"));
        assert_eq!(read_block("name]\nde: x"), Err("de: x"));
        assert_eq!(read_block("name]\nfinds x"), Err("finds x"));
    }
}
