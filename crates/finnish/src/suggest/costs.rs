//! What mistakes cost.

/// The budget for one mistake of any kind, or for two light ones.
pub(super) const ONE_MISTAKE: u32 = OTHER;

/// The budget for two mistakes.
pub(super) const TWO_MISTAKES: u32 = 2 * OTHER;

/// One letter for another.
const OTHER: u32 = 5;

/// A letter too few or too many.
const EXTRA: u32 = 4;

/// Two letters that changed places.
pub(super) const SWAPPED: u32 = 3;

/// A letter without its dots or with them: many keyboards have no ä.
pub(super) const DOTS: u32 = 1;

/// A light mistake: one letter for two, a missing hyphen.
pub(super) const LIGHT: u32 = 2;

/// The letter that is this one but for the dots above it.
fn with_dots(letter: char) -> Option<char> {
    match letter {
        'a' => Some('ä'),
        'o' => Some('ö'),
        's' => Some('š'),
        'z' => Some('ž'),
        'e' => Some('é'),
        _ => None,
    }
}

/// The letter that is confounded with this one most easily.
pub(super) fn twin(letter: char) -> Option<char> {
    let without_dots = |letter| {
        ['a', 'o', 's', 'z', 'e'].into_iter().find(|plain| with_dots(*plain) == Some(letter))
    };
    with_dots(letter).or_else(|| without_dots(letter))
}

/// One letter for another.
pub(super) fn of_other(typed: char, meant: char) -> u32 {
    let alike = |a, b| {
        matches!(
            (a, b),
            ('a' | 'o' | 'ä', 'å')
                | ('b', 'p')
                | ('d', 't')
                | ('g', 'k')
                | ('c', 'k' | 's')
                | ('v', 'w')
                | ('u', 'y')
                | ('i', 'j' | 'y')
                | ('f', 'v')
        )
    };
    if twin(typed) == Some(meant) {
        DOTS
    } else if alike(typed, meant) || alike(meant, typed) {
        SWAPPED
    } else {
        OTHER
    }
}

/// A letter too many, between these.
pub(super) fn of_extra(letter: char, before: Option<char>, after: Option<char>) -> u32 {
    if letter == '-' || before == Some(letter) || after == Some(letter) { LIGHT } else { EXTRA }
}

/// A letter too few, between these: one of two equal ones, or a hyphen between equal vowels, is lightly forgotten.
pub(super) fn of_missing(letter: char, before: Option<char>, after: Option<char>) -> u32 {
    let is_light = if letter == '-' { before == after } else { before == Some(letter) };
    if is_light { LIGHT } else { EXTRA }
}

/// What one mistake costs that makes one text of the other; none when they are equal (0) or differ by more.
pub(super) fn of_one_mistake(typed: &[char], meant: &[char]) -> Option<u32> {
    let begin = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (&typed[begin..], &meant[begin..]);
    let end = typed.iter().rev().zip(meant.iter().rev()).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (&typed[..typed.len() - end], &meant[..meant.len() - end]);
    match (typed, meant) {
        ([], []) => Some(0),
        ([typed], [meant]) => Some(of_other(*typed, *meant)),
        ([_], []) | ([], [_]) => Some(EXTRA),
        ([a, b], [c, d]) if a == d && b == c => Some(SWAPPED),
        _ => None,
    }
}
