//! How a word is written down before it is looked up: lower case, composed letters, plain apostrophes.

/// The word in the writing of the dictionary. Soft hyphens are left out.
pub(crate) fn normalise(word: &str, into: &mut String) {
    into.clear();
    for letter in word.chars() {
        match letter {
            '\u{ad}' => {}
            '’' | '\u{2bc}' => into.push('\''),
            '‐' | '\u{2011}' => into.push('-'),
            '\u{300}'..='\u{36f}' => compose(into, letter),
            _ if letter.is_ascii() => into.push(letter.to_ascii_lowercase()),
            _ => into.extend(letter.to_lowercase()),
        }
    }
}

/// Joins a combining mark to the letter before it, where the dictionary has the two as one.
fn compose(into: &mut String, mark: char) {
    let composed = match (into.chars().next_back(), mark) {
        (Some('a'), '\u{308}') => 'ä',
        (Some('o'), '\u{308}') => 'ö',
        (Some('u'), '\u{308}') => 'ü',
        (Some('a'), '\u{30a}') => 'å',
        (Some('s'), '\u{30c}') => 'š',
        (Some('z'), '\u{30c}') => 'ž',
        (Some('e'), '\u{301}') => 'é',
        _ => {
            into.push(mark);
            return;
        }
    };
    into.pop();
    into.push(composed);
}

/// Whether this is a vowel of Finnish.
pub(crate) fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'å')
}

/// The text with its first letter in upper case.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Whether a word takes endings with back vowels ("talossa"), not front ones ("hytessä").
pub(crate) fn is_back(word: &str) -> bool {
    let deciding = |letter: &char| matches!(letter, 'a' | 'o' | 'u' | 'ä' | 'ö' | 'y');
    word.chars().rev().find(deciding).is_some_and(|letter| matches!(letter, 'a' | 'o' | 'u'))
}

/// The text with a, o, u where it had ä, ö, y.
pub(crate) fn back_vowels(text: &str) -> String {
    let back = |letter| match letter {
        'ä' => 'a',
        'ö' => 'o',
        'y' => 'u',
        _ => letter,
    };
    text.chars().map(back).collect()
}

/// The text with ä, ö, y where it had a, o, u.
pub(crate) fn front_vowels(text: &str) -> String {
    let front = |letter| match letter {
        'a' => 'ä',
        'o' => 'ö',
        'u' => 'y',
        _ => letter,
    };
    text.chars().map(front).collect()
}
