//! What a word is: the same for texts and for queries.
//!
//! Text is lower-cased and composed (NFC); letters and digits of any script make words, å ä ö stay
//! what they are. Apostrophes and soft hyphens inside a word vanish; a Finnish case ending after a
//! colon ("Kela:n") is dropped; a hyphenated word gives its parts and itself in one. Nothing in a
//! text has a meaning as syntax.

use std::sync::LazyLock;

use domain::Language;
use frostem::{Algorithm, Stemmer};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The most characters of a word; the rest of a longer one is not looked at.
const WORD_LIMIT: usize = 64;
/// The most words of a text; the rest of a longer one is not looked at.
const TEXT_LIMIT: usize = 20_000;
/// The longest case ending after a colon.
const ENDING_LIMIT: usize = 4;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Word {
    /// The word as written, lower-cased and composed.
    pub surface: String,
    /// The hyphenated word that it is a part of, written together.
    pub whole: Option<String>,
}

/// The words of a text, in order.
#[must_use]
pub fn analyse(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(text, |parts| {
        if let [only] = parts {
            words.push(Word { surface: only.clone(), whole: None });
        } else {
            let whole: String = parts.concat();
            let part = |part: &String| Word { surface: part.clone(), whole: Some(whole.clone()) };
            words.extend(parts.iter().map(part));
        }
        words.len() < TEXT_LIMIT
    });
    words
}

/// Gives the words of a text with their hyphenated parts, until `take` says that it has enough.
fn each_word(text: &str, mut take: impl FnMut(&[String]) -> bool) {
    let mut cutter = Cutter::default();
    let lower = text.chars().flat_map(char::to_lowercase);
    let mut ended = false;
    let mut step = |character| {
        ended = ended || cutter.push(character).is_some_and(|parts| !take(&parts));
        !ended
    };
    // Composition costs, and hardly any text needs it.
    if is_nfc_quick(lower.clone()) == IsNormalized::Yes {
        let _ = lower.chain([' ']).all(&mut step);
    } else {
        let _ = lower.nfc().chain([' ']).all(&mut step);
    }
}

/// Cuts a stream of characters into words.
#[derive(Default)]
struct Cutter {
    parts: Vec<String>,
    letters: usize,
    part: String,
    /// What stood since the last letter, when it may stand within a word.
    joint: Option<char>,
    /// Letters after a colon: a case ending, or a word of its own when it goes on.
    ending: Option<String>,
}

impl Cutter {
    /// Takes the next character; gives the parts of a word that ended with it.
    fn push(&mut self, character: char) -> Option<Vec<String>> {
        if character.is_alphanumeric() {
            return self.letter(character);
        }
        match character {
            // Marks that composed with nothing, joiners, soft hyphens: as if they were not there.
            '\u{300}'..='\u{36f}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'
            | '\u{feff}' => None,
            '\'' | '’' | 'ʼ' | '-' | '‐' | '‑' | ':' if self.is_open() && self.joint.is_none() =>
            {
                self.joint = Some(character);
                None
            }
            _ => self.end(),
        }
    }

    /// Whether a word has begun that a joint may go on.
    fn is_open(&self) -> bool {
        !self.part.is_empty() && self.ending.is_none()
    }

    fn letter(&mut self, character: char) -> Option<Vec<String>> {
        let mut ended = None;
        match self.joint.take() {
            Some('-' | '‐' | '‑') => {
                self.parts.push(std::mem::take(&mut self.part));
                self.letters = 0;
            }
            // Ten past five is no case ending.
            Some(':') if character.is_alphabetic() => self.ending = Some(String::new()),
            Some(':') => ended = self.end(),
            _ => {}
        }
        if let Some(ending) = &mut self.ending {
            ending.push(character);
            if ending.chars().count() > ENDING_LIMIT {
                let word = std::mem::take(ending);
                ended = self.end();
                self.letters = word.chars().count();
                self.part = word;
            }
        } else if self.letters < WORD_LIMIT {
            self.part.push(character);
            self.letters += 1;
        }
        ended
    }

    fn end(&mut self) -> Option<Vec<String>> {
        self.joint = None;
        self.ending = None;
        self.letters = 0;
        if !self.part.is_empty() {
            self.parts.push(std::mem::take(&mut self.part));
        }
        // A word with ever so many hyphens is none.
        self.parts.truncate(WORD_LIMIT);
        (!self.parts.is_empty()).then(|| std::mem::take(&mut self.parts))
    }
}

/// In which form a term stands in the dictionary; its first byte there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// As written, of any language.
    Surface,
    /// A base form or stem of a language.
    Stem(Stemming),
    /// The first word of a name, as written.
    Start,
    /// A need of the vocabulary.
    Need,
}

/// The ways of stemming: one a language that we have a stemmer for, and none for the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stemming {
    /// Finnish.
    Finnish,
    /// Swedish.
    Swedish,
    /// English.
    English,
    /// None: the Sámi languages' words as written.
    Unstemmed,
}

impl Stemming {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Finnish, Self::Swedish, Self::English, Self::Unstemmed];

    /// The language's way.
    pub const fn of(language: Language) -> Self {
        match language {
            Language::Fi => Self::Finnish,
            Language::Sv => Self::Swedish,
            Language::En => Self::English,
            Language::Se | Language::Smn | Language::Sms => Self::Unstemmed,
        }
    }

    /// The word's stem.
    pub fn stem(self, surface: &str) -> String {
        static STEMMERS: LazyLock<[Stemmer; 3]> = LazyLock::new(|| {
            [Algorithm::Finnish, Algorithm::Swedish, Algorithm::English].map(Stemmer::new)
        });
        let [finnish, swedish, english] = *STEMMERS;
        let stem = match self {
            Self::Finnish => finnish.stem(surface),
            Self::Swedish => swedish.stem(surface),
            Self::English => english.stem(surface),
            Self::Unstemmed => surface.into(),
        };
        // A stemmer that eats all of a word leaves the word.
        if stem.is_empty() { surface.to_owned() } else { stem.into_owned() }
    }

    /// Whether the word says nothing of what a text is about. Such words are kept as written in
    /// names, but have no stem in the index, and a query with other words does not ask for them.
    pub fn is_common(self, surface: &str) -> bool {
        let list: &[&str] = match self {
            Self::Finnish => FINNISH,
            Self::Swedish => SWEDISH,
            Self::English => ENGLISH,
            Self::Unstemmed => &[],
        };
        list.contains(&surface)
    }
}

const FINNISH: &[&str] = &[
    "kuka",
    "ken",
    "keneltä",
    "hänen",
    "heidän",
    "meidän",
    "teidän",
    "tämä",
    "tuo",
    "nämä",
    "nuo",
    "siitä",
    "siihen",
    "siellä",
    "täällä",
    "jo",
    "vielä",
    "taas",
    "vaikka",
    "koska",
    "sitten",
    "aina",
    "ihan",
    "kai",
    "niitä",
    "jota",
    "ja",
    "tai",
    "on",
    "ei",
    "se",
    "sen",
    "sekä",
    "että",
    "jos",
    "kun",
    "myös",
    "ovat",
    "olla",
    "voi",
    "voit",
    "niin",
    "ne",
    "joka",
    "jotka",
    "sinun",
    "ole",
    "eli",
    "kuin",
    "mutta",
    "jossa",
    "jonka",
    "minä",
    "sinä",
    "hän",
    "oma",
    "mikä",
];
const SWEDISH: &[&str] = &[
    "mot", "efter", "utan", "under", "över", "mellan", "sin", "sitt", "sina", "han", "hon", "hen",
    "dem", "dom", "mig", "dig", "ej", "så", "men", "nu", "bara", "alla", "allt", "denna", "detta",
    "vara", "var", "blir", "bli", "gör", "göra", "hos", "ni", "er", "vår", "våra", "min", "mitt",
    "mina", "sig", "där", "här", "vill", "ha", "hade", "genom", "och", "eller", "är", "att", "det",
    "den", "de", "en", "ett", "som", "för", "på", "i", "av", "med", "till", "om", "kan", "du",
    "din", "ditt", "dina", "från", "inte", "har", "vid", "också", "när", "jag", "ska", "vi", "man",
];
const ENGLISH: &[&str] = &[
    "after", "before", "without", "he", "she", "they", "his", "her", "their", "him", "them", "we",
    "us", "our", "me", "who", "what", "which", "but", "so", "than", "then", "there", "was", "were",
    "been", "being", "its", "through", "any", "some", "just", "only", "also", "when", "while",
    "and", "or", "is", "are", "the", "a", "an", "of", "to", "in", "for", "on", "with", "by", "at",
    "be", "can", "you", "your", "it", "that", "this", "if", "from", "not", "i", "my", "as", "have",
    "has", "will", "do",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn surfaces(text: &str) -> Vec<String> {
        analyse(text).into_iter().map(|word| word.surface).collect()
    }

    #[test]
    fn words_are_lower_case_and_keep_their_dots() {
        assert_eq!(surfaces("Äidin ÖLJY, på Åland!"), ["äidin", "öljy", "på", "åland"]);
    }

    #[test]
    fn a_letter_and_its_mark_are_the_composed_letter() {
        assert_eq!(surfaces("a\u{308}iti A\u{30a}land"), surfaces("äiti Åland"));
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let same = |way: Stemming, words: &[&str]| {
            let stems: Vec<String> = words.iter().map(|word| way.stem(word)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{words:?}: {stems:?}");
        };
        same(Stemming::Finnish, &["kirjasto", "kirjastossa", "kirjastot"]);
        same(Stemming::Finnish, &["uimahalli", "uimahallit", "uimahallissa"]);
        same(Stemming::Finnish, &["naantali", "naantalissa"]);
        same(Stemming::Swedish, &["bibliotek", "biblioteket", "biblioteken"]);
        same(Stemming::English, &["library", "libraries"]);
    }

    #[test]
    fn a_hyphenated_word_is_its_parts_and_itself() {
        let words = analyse("e-resepti");
        assert_eq!(surfaces("e-resepti"), ["e", "resepti"]);
        assert!(words.iter().all(|word| word.whole.as_deref() == Some("eresepti")));
        assert_eq!(surfaces("perhe- ja parineuvonta"), ["perhe", "ja", "parineuvonta"]);
    }

    #[test]
    fn apostrophes_vanish_and_case_endings_after_a_colon_fall_off() {
        assert_eq!(surfaces("vaa'an children’s 'lainaus'"), ["vaaan", "childrens", "lainaus"]);
        assert_eq!(surfaces("Kela:n THL:ään klo 10:30"), ["kela", "thl", "klo", "10", "30"]);
        assert_eq!(surfaces("lisätietoa:puhelimella"), ["lisätietoa", "puhelimella"]);
    }

    #[test]
    fn syntax_of_other_searches_is_text() {
        assert_eq!(
            surfaces("name:* OR 1 \"(a AND b)~2^3"),
            ["name", "or", "1", "a", "and", "b", "2", "3"]
        );
    }

    #[test]
    fn hostile_text_is_bounded() {
        assert!(analyse("\u{0}\u{7f}\u{202e}\u{fffd} --- ''' :::").is_empty());
        assert!(analyse(&"\u{308}".repeat(1 << 20)).is_empty());
        let endless = analyse(&"a".repeat(1 << 20));
        assert_eq!(endless.len(), 1);
        assert_eq!(endless[0].surface.len(), WORD_LIMIT);
        for unit in ["a-", "a ", "a:b", "a'", "a:bcdefg"] {
            assert!(analyse(&unit.repeat(1 << 18)).len() <= TEXT_LIMIT + WORD_LIMIT);
        }
    }
}
