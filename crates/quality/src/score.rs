//! The score of a description: a number that its writer can predict.

use std::collections::BTreeSet;

use domain::Language;

use crate::{Finding, Severity};

/// The score of a description in which nothing was found.
pub const FULL_SCORE: u32 = 100;

impl Severity {
    /// What a rule of this severity takes from the score when it finds something.
    #[must_use]
    pub const fn cost(self) -> u32 {
        match self {
            Self::Error => 10,
            Self::Warning => 3,
            Self::Human => 0,
        }
    }
}

/// The score of one language version, 0–100.
///
/// It begins at 100. Each rule that found something takes what its severity costs, however many places it found. What is
/// about the whole (classes, channels) counts in every language version. It does not go below 0.
#[must_use]
pub fn score(findings: &[Finding], language: Language) -> u32 {
    let broken: BTreeSet<(&str, Severity)> = findings
        .iter()
        .filter(|finding| finding.language.is_none_or(|of| of == language))
        .map(|finding| (finding.rule.id, finding.rule.severity))
        .collect();
    let taken: u32 = broken.iter().map(|(_, severity)| severity.cost()).sum();
    FULL_SCORE.saturating_sub(taken)
}

/// How the score comes about, in words for whoever reads it; in English where the language has no text.
#[must_use]
pub const fn explanation(language: Language) -> &'static str {
    match language {
        Language::Fi => {
            "Pisteet lasketaan jokaiselle kieliversiolle erikseen. Kieliversio saa aluksi 100 pistettä. Jokainen sääntö, joka \
             löytää virheen, vie 10 pistettä, ja jokainen sääntö, joka löytää tarkistettavaa, vie 3 pistettä. Sama sääntö vie \
             pisteet vain kerran, vaikka kohtia olisi monta. Koko palvelua koskevat puutteet, kuten puuttuva kohderyhmä, \
             vähentävät pisteitä jokaisessa kieliversiossa. Se, minkä vain ihminen voi ratkaista, ei vie pisteitä. Pisteet \
             eivät mene alle nollan."
        }
        Language::Sv => {
            "Poängen räknas för varje språkversion för sig. Språkversionen har 100 poäng från början. Varje regel som hittar \
             ett fel tar 10 poäng och varje regel som hittar något att kontrollera tar 3 poäng. Samma regel tar poäng bara en \
             gång, även om den hittar flera ställen. Brister som gäller hela tjänsten, till exempel en målgrupp som saknas, \
             sänker poängen i alla språkversioner. Sådant som bara en människa kan avgöra tar inga poäng. Poängen sjunker \
             aldrig under noll."
        }
        _ => {
            "Each language version has a score of its own. It begins with 100 points. Each rule that finds an error takes 10 \
             points, and each rule that finds something to look at takes 3 points. A rule takes its points once, however many places \
             it finds. What is missing from the service as a whole, such as a target group, lowers the score of every language \
             version. What only a person can decide takes nothing. The score does not go below zero."
        }
    }
}
