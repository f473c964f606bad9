//! What one way through the dictionary says of a word: the written symbols, understood.

use crate::analysis::WordClass;
use crate::letters::{capitalised, is_vowel};
use crate::tag::{Symbol, Tag};
use crate::transducer::{Output, Transducer};

/// A word form as one way through the dictionary has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) base_form: String,
    pub(crate) class: WordClass,
    pub(crate) parts: Vec<Part>,
    /// The compound ends with a word that names of organisations end with.
    pub(crate) names_organisation: bool,
}

/// A part of a compound.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Part {
    /// Where it begins in the word, in bytes of its written-out form.
    pub(crate) start: usize,
    /// Its text: as written in the word; of the last part, its base form.
    pub(crate) text: String,
    /// The dictionary's words that it is made of, from the stem to what is derived from it last.
    pub(crate) lexemes: Vec<String>,
    class: Option<WordClass>,
    marks: u8,
    capitals: String,
    /// Where the text ended when the first remark came after it.
    remark: Option<usize>,
}

/// What the dictionary remarks about a part.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mark {
    /// It is the verbal noun of a verb.
    VerbalNoun = 1,
    /// It is a name.
    Capital = 2,
    /// It is a point of the compass or its like.
    Direction = 4,
    /// Names of organisations end with it.
    Organisation = 8,
    /// After it a hyphen may stand or not.
    EitherWay = 16,
    /// The name of a place may go on with it.
    NameContinues = 32,
    /// Names of places end with it.
    PlaceEnd = 64,
}

impl Part {
    pub(crate) fn has(&self, mark: Mark) -> bool {
        self.marks & mark as u8 != 0
    }

    fn set(&mut self, mark: Mark, is_set: bool) {
        self.marks = if is_set { self.marks | mark as u8 } else { self.marks & !(mark as u8) };
    }
}

/// Understands the outputs of a way through the dictionary. None when the word is not one after all.
pub(crate) fn read(transducer: &Transducer, outputs: &[Output]) -> Option<Reading> {
    let mut reader = Reader::default();
    for output in outputs {
        for symbol in transducer.written(*output) {
            match transducer.symbol(*symbol) {
                Symbol::Silent => {}
                Symbol::Text(text) => reader.text(text),
                Symbol::Tag(tag) => reader.tag(*tag),
            }
        }
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    word: String,
    /// The beginning of a numeral's base form: of "kahdellekymmenelle" the text "kaksi".
    numeral: String,
    base: Option<String>,
    class: Option<WordClass>,
    parts: Vec<Part>,
    part: Part,
    inside: Option<Tag>,
    text: String,
    /// Where a boundary that minds hyphens is.
    hyphen: Option<usize>,
    /// That was said after the boundary, not before.
    is_late_hyphen: bool,
    /// It has to end as names of places do ("Sepän|kylän|tie").
    is_longer_name: bool,
    is_wrong: bool,
}

impl Reader {
    fn text(&mut self, text: &str) {
        if self.inside.is_some() {
            self.text.push_str(text);
            return;
        }
        if self.hyphen == Some(self.word.len()) && self.word.len() == self.part.start {
            self.check_hyphen(text);
        }
        self.word.push_str(text);
    }

    /// "ruoka-apu" has its hyphen because two equal vowels meet; without them a hyphen is wrong. After digits it
    /// has to stand; after a stem in -is ("kansalais-") and beside words that are marked so it may. A name of two words
    /// goes on with a hyphen ("Suomenmaa-ilta"), or is a longer name.
    fn check_hyphen(&mut self, after: &str) {
        let has_hyphen = self.word.ends_with('-');
        let text = self.word.trim_end_matches('-');
        let Some(before) = text.chars().next_back() else { return };
        if let [.., name, part] = &self.parts[..]
            && name.has(Mark::Capital)
            && !name.text.ends_with('-')
        {
            let continues = part.has(Mark::NameContinues);
            if continues && has_hyphen {
                return;
            }
            self.is_longer_name = true;
            self.is_wrong |= continues && !self.part.has(Mark::PlaceEnd);
        }
        let is_after_digit = before.is_ascii_digit() && !self.is_late_hyphen;
        let needs = is_vowel(before) && after.starts_with(before) || is_after_digit;
        let either_way = !needs && text.ends_with("is")
            || self.part.has(Mark::EitherWay)
            || self.parts.last().is_some_and(|part| part.has(Mark::EitherWay));
        self.is_wrong |= needs != has_hyphen && !either_way;
    }

    /// "joensuulainen", "inkerinsuomalainen": what is derived from a name has no capital.
    fn small_letter(&mut self) {
        self.part.set(Mark::Capital, false);
        let Some(before) = self.parts.last_mut() else { return };
        if before.text.ends_with('-') || !before.has(Mark::Capital) {
            return;
        }
        before.text = before.text.to_lowercase();
        let written = self.word.split_off(self.part.start);
        self.word.truncate(before.start);
        self.word.push_str(&before.text);
        self.part.start = self.word.len();
        self.word.push_str(&written);
    }

    fn tag(&mut self, tag: Tag) {
        match tag {
            Tag::Base | Tag::Ending | Tag::Capitals => {
                self.inside = Some(tag);
                self.text.clear();
            }
            Tag::End => self.end_of_text(),
            Tag::Part => self.end_of_part(),
            Tag::Class(class) => self.class_of_part(class),
            Tag::VerbalNoun => self.part.set(Mark::VerbalNoun, true),
            Tag::OrganisationEnd => self.part.set(Mark::Organisation, true),
            Tag::Direction => self.part.set(Mark::Direction, true),
            Tag::AdjectiveForm => {
                if self.class == Some(WordClass::NounAdjective) {
                    self.class = Some(WordClass::Adjective);
                }
            }
            Tag::Hyphen => {
                self.hyphen = Some(self.word.len());
                self.is_late_hyphen = self.word.len() == self.part.start;
            }
            Tag::NameContinues => self.part.set(Mark::NameContinues, true),
            Tag::PlaceEnd => self.part.set(Mark::PlaceEnd, true),
            Tag::EitherWay => self.part.set(Mark::EitherWay, true),
            Tag::SmallLetter => self.small_letter(),
            Tag::Form(_) | Tag::Other => self.remark(),
        }
    }

    /// Something is said about the text so far.
    fn remark(&mut self) {
        if self.part.remark.is_none() && self.word.len() > self.part.start {
            self.part.remark = Some(self.word.len());
        }
    }

    fn class_of_part(&mut self, class: WordClass) {
        let is_counted =
            self.parts.last().is_some_and(|before| before.class == Some(WordClass::Numeral));
        let class = match class {
            WordClass::NounAdjective if is_counted => WordClass::Adjective,
            class => class,
        };
        self.class = Some(class);
        self.part.class = Some(class);
        if class == WordClass::PlaceName {
            self.capitalise_direction();
        }
    }

    fn end_of_text(&mut self) {
        match self.inside.take() {
            Some(Tag::Base) if !self.text.is_empty() => {
                let lexeme: String = self.text.chars().filter(|letter| *letter != '=').collect();
                self.part.set(Mark::Capital, lexeme.chars().next().is_some_and(char::is_uppercase));
                self.base = Some(format!("{}{lexeme}", &self.word[..]));
                self.part.lexemes.push(lexeme);
            }
            Some(Tag::Base) => {
                let written = &self.word[self.part.start..];
                let cased = with_capitals(written, &self.part.capitals);
                self.base = Some(format!("{}{cased}", &self.word[..self.part.start]));
            }
            Some(Tag::Ending) => {
                let written = &self.word[self.part.start..];
                let cased = with_capitals(written, &self.part.capitals);
                let base = format!("{}{cased}{}", &self.word[..self.part.start], self.text);
                self.part.lexemes.push(base[self.part.start..].to_owned());
                self.part.set(Mark::Capital, false);
                self.base = Some(base);
            }
            Some(Tag::Capitals) => self.part.capitals = std::mem::take(&mut self.text),
            _ => {}
        }
    }

    /// The word goes on with another part.
    fn end_of_part(&mut self) {
        if self.word.len() == self.part.start {
            return;
        }
        let start = self.part.start;
        let written = &self.word[start..];
        let cased = if !self.part.capitals.is_empty() {
            with_capitals(written, &self.part.capitals)
        } else if self.part.has(Mark::Capital) {
            capitalised(written)
        } else {
            written.to_owned()
        };
        let is_numeral = self.part.class.is_none_or(|class| class == WordClass::Numeral);
        match self.part.lexemes.last() {
            Some(lexeme) if is_numeral => self.numeral.push_str(lexeme),
            _ => self.numeral.push_str(&cased),
        }
        self.word.truncate(start);
        self.word.push_str(&cased);
        self.base = None;
        let mut part = std::mem::take(&mut self.part);
        part.text = cased;
        self.parts.push(part);
        self.part.start = self.word.len();
    }

    /// "etelä-" gets a capital before the name of a place.
    fn capitalise_direction(&mut self) {
        let Some(before) = self.parts.last_mut() else { return };
        if before.has(Mark::Direction) && before.text.ends_with('-') {
            before.text = capitalised(&before.text);
            self.word.truncate(before.start);
            self.word.push_str(&before.text);
            self.part.start = self.word.len();
        }
    }

    fn finish(mut self) -> Option<Reading> {
        if self.is_wrong || self.is_longer_name && !self.part.has(Mark::PlaceEnd) {
            return None;
        }
        if self.word.len() == self.part.start {
            let class = if self.parts.is_empty() { return None } else { WordClass::Prefix };
            return Some(Reading {
                base_form: self.word,
                class,
                parts: self.parts,
                names_organisation: false,
            });
        }
        if self.part.has(Mark::Direction) && self.parts.is_empty() && self.word.ends_with('-') {
            self.word = capitalised(&self.word);
        }
        let end = self.part.remark.unwrap_or(self.word.len());
        let mut base_form = match self.base.take() {
            Some(base) => base,
            None if self.class == Some(WordClass::Prefix) => self.word.clone(),
            None => self.word.get(..end)?.to_owned(),
        };
        let first = self.parts.first().and_then(|part| part.class);
        let names_organisation = self.part.has(Mark::Organisation)
            && first.is_some_and(|first| first != WordClass::Abbreviation)
            && self.class == Some(WordClass::Noun);
        base_form.get(self.part.start..)?.clone_into(&mut self.part.text);
        self.parts.push(self.part);
        let numeral = |part: &Part| part.class.is_none_or(|class| class == WordClass::Numeral);
        if self.parts.len() > 1
            && self.class == Some(WordClass::Numeral)
            && self.parts.iter().all(numeral)
        {
            let last = self.parts.last().map_or("", |part| &part.text);
            base_form = format!("{}{last}", self.numeral);
        }
        Some(Reading {
            base_form,
            class: self.class.unwrap_or(WordClass::Other),
            parts: self.parts,
            names_organisation,
        })
    }
}

/// The text with capitals where the pattern has an `i` or a `j`.
fn with_capitals(text: &str, pattern: &str) -> String {
    let mut pattern = pattern.chars().filter(|place| *place != '=');
    let mut cased = String::with_capacity(text.len());
    for letter in text.chars() {
        match pattern.next() {
            Some('i' | 'j') => cased.extend(letter.to_uppercase()),
            _ => cased.push(letter),
        }
    }
    cased
}
