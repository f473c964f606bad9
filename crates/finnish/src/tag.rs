//! The symbols that the dictionary puts out: letters, and tags such as `[Ln]`.

use crate::analysis::WordClass;
use crate::form::Ending;

/// One symbol of the dictionary's output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Symbol {
    /// Prints nothing: epsilon and the flags.
    Silent,
    /// Text of the word or of a base form.
    Text(Box<str>),
    /// A remark about the word.
    Tag(Tag),
}

/// The tags that matter for base forms, classes and parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// `[Ln]` and its like: from here on the word is of this class.
    Class(WordClass),
    /// `[Xp]`: the base form of a stem follows.
    Base,
    /// `[Xj]`: the base form of a derivational ending follows.
    Ending,
    /// `[Xr]`: the pattern of capitals follows; `j` is one.
    Capitals,
    /// `[X]`: what `[Xp]`, `[Xj]` or `[Xr]` began ends.
    End,
    /// `[Bc]`: the next part of the compound begins.
    Part,
    /// `[Bh]`: at the boundary that comes a hyphen stands between equal vowels, and nowhere else.
    Hyphen,
    /// `[Icu]`: the name of a place may go on with this word ("Lappeen|ranta").
    NameContinues,
    /// `[Ica]`: names of places end with this word ("tie").
    PlaceEnd,
    /// `[Isf]`: after this word a hyphen may stand or not ("internet").
    EitherWay,
    /// `[Dg]`: what is derived from a name here begins with a small letter.
    SmallLetter,
    /// `[Tn4]`: the noun that every verb has ("kaatuminen").
    VerbalNoun,
    /// `[Cc]`, `[Cs]`, `[Ssti]`: a comparative, a superlative, or how something is done: forms of adjectives only.
    AdjectiveForm,
    /// `[Ion]`: names of organisations end with this word ("koulu").
    OrganisationEnd,
    /// `[De]`: a point of the compass or its like ("etelä"), with a capital before the name of a place.
    Direction,
    /// `[Sg]`, `[P4]` and their like: how the word is inflected.
    Form(Ending),
    /// Something else.
    Other,
}

impl Symbol {
    /// What a symbol of the dictionary's table stands for.
    pub(crate) fn of(text: &str) -> Symbol {
        if text.is_empty() || (text.len() > 1 && text.starts_with('@')) {
            return Symbol::Silent;
        }
        if text.len() > 1 && text.starts_with('[') {
            return Symbol::Tag(Tag::of(text));
        }
        Symbol::Text(text.into())
    }
}

impl Tag {
    fn of(text: &str) -> Tag {
        use WordClass as C;
        let class = match text {
            "[Ln]" => C::Noun,
            "[Ll]" => C::Adjective,
            "[Lnl]" => C::NounAdjective,
            "[Lt]" => C::Verb,
            "[Ls]" => C::Adverb,
            "[Lr]" => C::Pronoun,
            "[Lu]" | "[Lur]" => C::Numeral,
            "[Ld]" => C::Adposition,
            "[Lc]" => C::Conjunction,
            "[Lh]" => C::Interjection,
            "[Lk]" => C::Negation,
            "[La]" => C::Abbreviation,
            "[Lp]" => C::Prefix,
            "[Lee]" => C::FirstName,
            "[Les]" => C::FamilyName,
            "[Lep]" => C::PlaceName,
            "[Lem]" => C::Name,
            _ => return Tag::of_structure(text),
        };
        Tag::Class(class)
    }

    fn of_structure(text: &str) -> Tag {
        match text {
            "[Xp]" => Tag::Base,
            "[Xj]" => Tag::Ending,
            "[Xr]" => Tag::Capitals,
            "[X]" => Tag::End,
            "[Bc]" => Tag::Part,
            "[Bh]" => Tag::Hyphen,
            "[Icu]" => Tag::NameContinues,
            "[Ica]" => Tag::PlaceEnd,
            "[Isf]" => Tag::EitherWay,
            "[Dg]" => Tag::SmallLetter,
            "[Tn4]" => Tag::VerbalNoun,
            "[Cc]" | "[Cs]" | "[Ssti]" => Tag::AdjectiveForm,
            "[Ion]" => Tag::OrganisationEnd,
            "[De]" => Tag::Direction,
            _ => Ending::of(text).map_or(Tag::Other, Tag::Form),
        }
    }
}
