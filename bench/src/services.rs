//! The services that every engine is given: those of the judged corpus, and so many copies of them
//! as there are services in all of Finland.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};
use domain::Language;
use domain::reference::{Municipality, municipalities};
use search::{Coverage, Document, Field};

use crate::corpus;
use crate::dice::Dice;
use crate::made_up;

/// The kinds of provider that copies are spread over, as the catalogue writes them.
const PROVIDERS: [&str; 4] = ["Municipality", "WellbeingServicesCounty", "Organization", "Company"];
/// The kinds of channel.
const CHANNELS: [&str; 4] = ["ServiceLocation", "EChannel", "Phone", "WebPage"];

/// Services, some as they are and the others copies of them.
pub struct Services {
    originals: Vec<Document>,
    /// Whether they are real ones, for which queries have been judged.
    pub are_real: bool,
    /// How many there are with the copies.
    pub count: usize,
}

impl Services {
    /// The services of a corpus, or made-up ones where there is none.
    pub fn open(corpus: &Path, count: usize) -> Result<Self> {
        if corpus.exists() {
            let originals = corpus::read(corpus)
                .with_context(|| format!("{} is not a corpus", corpus.display()))?;
            return Ok(Self { originals, are_real: true, count });
        }
        Ok(Self { originals: made_up::services(2_000), are_real: false, count })
    }

    /// The services as they are, once each.
    pub fn originals(&self) -> &[Document] {
        &self.originals
    }

    /// All of them, one after another: each is made when it is asked for.
    pub fn all(&self) -> impl Iterator<Item = Document> {
        (0..self.count).map(|number| {
            let original = &self.originals[number % self.originals.len()];
            if number < self.originals.len() { original.clone() } else { copy(original, number) }
        })
    }
}

/// A copy of a service that somebody offers elsewhere.
fn copy(original: &Document, number: usize) -> Document {
    let mut dice = Dice::new(number);
    let rest = original.id.get(8..).unwrap_or_default();
    let home = dice.of(municipalities());
    let coverage = match &original.coverage {
        Coverage::Municipalities(places) => Coverage::Municipalities(
            places
                .iter()
                .map(|_| dice.of(municipalities()).code.to_owned())
                .chain([home.code.to_owned()])
                .take(places.len().max(1))
                .collect::<BTreeSet<_>>(),
        ),
        whole => whole.clone(),
    };
    let mut texts = original.texts.clone();
    let name = dice.below(12);
    for (field, language, text) in &mut texts {
        if *field == Field::Organisation {
            *text = organisation(home, *language, name);
        }
    }
    let given_in: BTreeSet<&str> = texts.iter().map(|(_, language, _)| language.code()).collect();
    Document {
        id: format!("{number:08x}{rest}"),
        organisation: Some(format!("organisation-{}-{name}", home.code)),
        coverage,
        languages: given_in.into_iter().map(str::to_owned).collect(),
        texts,
        provider_kind: Some((*dice.of(&PROVIDERS)).to_owned()),
        channel_kinds: vec![(*dice.of(&CHANNELS)).to_owned()],
        is_free: dice.below(3) == 0,
        is_remote: dice.below(5) == 0,
        ..original.clone()
    }
}

/// The name of an organisation of a place.
fn organisation(home: &Municipality, language: Language, number: usize) -> String {
    const FINNISH: [&str; 6] = [
        "kaupunki",
        "seudun kansalaisopisto",
        "kulttuuriyhdistys",
        "hyvinvointiyhtymä",
        "urheiluseura",
        "vanhustuki",
    ];
    const SWEDISH: [&str; 6] = [
        "stad",
        "medborgarinstitut",
        "kulturförening",
        "välfärdssamkommun",
        "idrottsförening",
        "äldrestöd",
    ];
    let kinds = if language == Language::Sv { SWEDISH } else { FINNISH };
    let suffix = if number < 6 { "" } else { " ry" };
    format!("{} {}{suffix}", home.name(language), kinds[number % 6])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_says_the_same_of_another_place_by_another_name() {
        let original = made_up::services(1).remove(0);
        let copied = copy(&original, 7);
        assert_eq!(copied.id.len(), original.id.len());
        assert_ne!(copied.id, original.id);
        for (mine, theirs) in original.texts.iter().zip(&copied.texts) {
            assert_eq!(mine.2 == theirs.2, mine.0 != Field::Organisation, "{mine:?} {theirs:?}");
        }
        assert_eq!(copied, copy(&original, 7));
    }

    #[test]
    fn originals_come_first_and_no_id_comes_twice() {
        let originals = made_up::services(3);
        let services = Services { originals, are_real: false, count: 10 };
        let all: Vec<Document> = services.all().collect();
        assert_eq!(all[..3], services.originals);
        let ids: BTreeSet<&String> = all.iter().map(|service| &service.id).collect();
        assert_eq!(ids.len(), 10);
    }
}
