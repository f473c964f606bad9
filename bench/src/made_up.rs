//! Services of words that mean nothing, for machines that have no real ones. Their words are drawn by
//! Zipf's law, so that lists of postings are as long and as short as those of real texts.

use domain::Language;
use domain::reference::municipalities;
use search::{Coverage, Document, Field};

use crate::dice::Dice;

const VOCABULARY: usize = 20_000;
const SYLLABLES: [&str; 16] = [
    "ka", "to", "si", "le", "mu", "vi", "ra", "pe", "ho", "nä", "ky", "tö", "lin", "ver", "tuk",
    "li",
];
const FINNISH_ENDINGS: [&str; 5] = ["", "ssa", "n", "lla", "sta"];
const SWEDISH_ENDINGS: [&str; 5] = ["", "en", "s", "er", "erna"];

/// So many services, each in two languages.
pub fn services(count: usize) -> Vec<Document> {
    let mut dice = Dice::new(0);
    (0..count).map(|number| service(number, &mut dice)).collect()
}

fn service(number: usize, dice: &mut Dice) -> Document {
    let mut texts = Vec::new();
    for language in [Language::Fi, Language::Sv] {
        for (field, words) in [
            (Field::Name, 3),
            (Field::Organisation, 2),
            (Field::Term, 1),
            (Field::Class, 2),
            (Field::Summary, 14),
            (Field::Description, 60),
        ] {
            texts.push((field, language, text(dice, language, words)));
        }
    }
    let place = dice.of(municipalities()).code.to_owned();
    let is_national = dice.below(5) == 0;
    Document {
        id: format!("{number:08x}-0000-4000-8000-000000000000"),
        organisation: None,
        texts,
        coverage: if is_national {
            Coverage::All
        } else {
            Coverage::Municipalities([place].into())
        },
        themes: [dice.below(8)].into_iter().filter_map(|theme| theme.try_into().ok()).collect(),
        classes: vec![format!("P{}", dice.below(30))],
        ..Document::default()
    }
}

fn text(dice: &mut Dice, language: Language, words: usize) -> String {
    let endings = if language == Language::Sv { SWEDISH_ENDINGS } else { FINNISH_ENDINGS };
    let mut word = || {
        let stem = word(dice.zipf(VOCABULARY));
        format!("{stem}{}", endings[dice.zipf(endings.len())])
    };
    (0..words).map(|_| word()).collect::<Vec<_>>().join(" ")
}

fn word(number: usize) -> String {
    let mut left = number + SYLLABLES.len();
    let mut word = String::new();
    while left > 0 {
        word.push_str(SYLLABLES[left % SYLLABLES.len()]);
        left /= SYLLABLES.len();
    }
    word
}
