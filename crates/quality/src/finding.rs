//! What a rule finds, and where in the text it stands.

use std::ops::Range;

use domain::Language;
use serde::{Deserialize, Serialize};

use crate::text::Text;
use crate::{Field, Rule};

/// Words that are not right, or the code, number or name that is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The very words.
    pub words: String,
    /// Where they stand in the field's text, in characters; none when they are no part of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Range<usize>>,
}

impl Evidence {
    /// Something that is no part of a text.
    pub(crate) fn of(words: impl Into<String>) -> Self {
        Self { words: words.into(), place: None }
    }
}

/// Something that a rule found.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The field.
    pub field: Field,
    /// The language version; none when it is about the whole.
    pub language: Option<Language>,
    /// What is not right, in the order of the text; none when something is missing.
    pub evidence: Vec<Evidence>,
}

/// A stretch of a text, marked or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its words.
    pub text: &'a str,
    /// Whether a finding is about it.
    pub is_marked: bool,
}

/// The whole text in pieces, with the evidence marked in place. Evidence whose words do not stand where it says, because
/// the text has changed since, is not marked.
#[must_use]
pub fn marked<'a>(text: &'a str, evidence: &[Evidence]) -> Vec<Piece<'a>> {
    let mut places: Vec<Range<usize>> = evidence
        .iter()
        .filter_map(|it| bytes(text, it.place.clone()?).filter(|at| text[at.clone()] == it.words))
        .collect();
    places.sort_by_key(|place| (place.start, place.end));
    let (mut pieces, mut at) = (Vec::new(), 0);
    for place in places {
        let start = place.start.max(at);
        if place.end <= start {
            continue;
        }
        pieces.push(Piece { text: &text[at..start], is_marked: false });
        pieces.push(Piece { text: &text[start..place.end], is_marked: true });
        at = place.end;
    }
    pieces.push(Piece { text: &text[at..], is_marked: false });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// The place in bytes of one in characters; none when the text is shorter.
fn bytes(text: &str, characters: Range<usize>) -> Option<Range<usize>> {
    let ends = || text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let start = ends().nth(characters.start)?;
    let end = ends().nth(characters.end)?;
    (start <= end).then_some(start..end)
}

/// Takes what one rule finds.
pub(crate) struct Found<'a> {
    pub(crate) rule: &'static Rule,
    pub(crate) findings: &'a mut Vec<Finding>,
}

impl Found<'_> {
    /// The field as a whole, with what is wrong in it.
    pub(crate) fn field(
        &mut self,
        field: Field,
        language: Option<Language>,
        evidence: impl IntoIterator<Item = String>,
    ) {
        let evidence = evidence.into_iter().map(Evidence::of).collect();
        self.findings.push(Finding { rule: self.rule, field, language, evidence });
    }

    /// Places in a text, in bytes and in order; nothing when there are none.
    pub(crate) fn places(&mut self, text: &Text<'_>, places: Vec<Range<usize>>) {
        if places.is_empty() {
            return;
        }
        let (mut counted, mut at) = (0, 0);
        let mut characters = |byte: usize| {
            // Places may overlap, but seldom: counting goes on from the last one.
            if byte < at {
                (counted, at) = (0, 0);
            }
            counted += text.text[at..byte].chars().count();
            at = byte;
            counted
        };
        let evidence = places
            .into_iter()
            .map(|place| Evidence {
                words: text.text[place.clone()].to_owned(),
                place: Some(characters(place.start)..characters(place.end)),
            })
            .collect();
        let (rule, field, language) = (self.rule, text.field, Some(text.language));
        self.findings.push(Finding { rule, field, language, evidence });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(words: &str, place: Range<usize>) -> Evidence {
        Evidence { words: words.to_owned(), place: Some(place) }
    }

    fn read(text: &str, evidence: &[Evidence]) -> String {
        let mark = |piece: Piece<'_>| match piece.is_marked {
            true => format!("[{}]", piece.text),
            false => piece.text.to_owned(),
        };
        marked(text, evidence).into_iter().map(mark).collect()
    }

    #[test]
    fn words_are_marked_where_they_stand_in_characters() {
        let text = "Tämä äiti ja isä";
        assert_eq!(read(text, &[evidence("äiti", 5..9)]), "Tämä [äiti] ja isä");
        assert_eq!(
            read(text, &[evidence("isä", 13..16), evidence("Tämä", 0..4)]),
            "[Tämä] äiti ja [isä]"
        );
        assert_eq!(
            read(text, &[evidence("äiti ja", 5..12), evidence("ja isä", 10..16)]),
            "Tämä [äiti ja][ isä]"
        );
        assert_eq!(read(text, &[]), text);
    }

    #[test]
    fn what_no_longer_stands_there_is_not_marked() {
        let text = "Tämä äiti";
        for gone in [evidence("isä", 5..8), evidence("äiti", 50..54), evidence("äiti", 6..10)] {
            assert_eq!(read(text, &[gone]), text);
        }
        let backwards = Evidence { words: String::new(), place: Some(Range { start: 4, end: 2 }) };
        assert_eq!(read(text, &[backwards, Evidence::of("Tämä")]), text);
    }
}
