//! Finnish personal identity codes: six digits of the date of birth, a sign of the century, three digits
//! and a check character, e.g. 131052-308T (source: Digital and Population Data Services Agency, the form
//! since 2023 with its further signs).

/// The signs of the centuries: + for the 1800s, - and Y–U for the 1900s, A–F for the 2000s.
const SIGNS: &[char] = &['+', '-', 'Y', 'X', 'W', 'V', 'U', 'A', 'B', 'C', 'D', 'E', 'F'];

/// The check character of each remainder of the nine digits by 31.
const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// Whether the letters hold a code: a right one with gaps or marks in it and anything around it, or one
/// standing by itself whose check character is wrong, as after a slip of the pen.
pub(super) fn is_in(letters: &[char]) -> bool {
    let tight: Vec<char> = letters.iter().copied().filter(|one| !one.is_whitespace()).collect();
    (0..tight.len()).any(|start| is_right(&tight[start..])) || stands_alone(letters)
}

/// Whether the letters begin with a right code.
fn is_right(letters: &[char]) -> bool {
    dates(letters).into_iter().flatten().any(|(date, rest)| match rest {
        [sign, rest @ ..] if SIGNS.contains(sign) => has_right_end(date, rest),
        _ => false,
    })
}

/// The date of birth at the beginning, as the number DDMMYY, with two and with four digits of the year,
/// and what follows it. Points or strokes may stand between.
fn dates(letters: &[char]) -> [Option<(u32, &[char])>; 2] {
    let day_and_month = || {
        let (day, rest) = number(letters, 2)?;
        let (month, rest) = number(past_mark(rest), 2)?;
        let is_date = (1..=31).contains(&day) && (1..=12).contains(&month);
        is_date.then_some((day * 10_000 + month * 100, past_mark(rest)))
    };
    let Some((begun, rest)) = day_and_month() else { return [None, None] };
    let short = number(rest, 2).map(|(year, rest)| (begun + year, rest));
    let long = number(rest, 4)
        .filter(|(year, _)| (1800..2100).contains(year))
        .map(|(year, rest)| (begun + year % 100, rest));
    [short, long]
}

/// A number of so many digits at the beginning.
fn number(letters: &[char], digits: usize) -> Option<(u32, &[char])> {
    let (number, rest) = letters.split_at_checked(digits)?;
    let value = number.iter().try_fold(0, |sum, letter| Some(sum * 10 + letter.to_digit(10)?))?;
    Some((value, rest))
}

fn past_mark(letters: &[char]) -> &[char] {
    match letters {
        ['.' | '/', rest @ ..] => rest,
        _ => letters,
    }
}

/// Whether three digits and the right check character for them and the date come first.
fn has_right_end(date: u32, letters: &[char]) -> bool {
    let Some((individual, [check, ..])) = number(letters, 3) else { return false };
    let remainder = (date * 1000 + individual) % 31;
    CHECKS.get(remainder as usize).is_some_and(|right| char::from(*right) == *check)
}

/// Whether a word of the text has the shape of a code, right or not, or is a right one in which the sign
/// is missing or a space.
fn stands_alone(letters: &[char]) -> bool {
    let words: Vec<&[char]> =
        letters.split(|letter| !letter.is_alphanumeric() && !"+-".contains(*letter)).collect();
    let has_shape = |word: &[char]| {
        let Some((_, [sign, rest @ ..])) = dates(word)[0] else { return false };
        let end = number(rest, 3).map(|(_, end)| end);
        SIGNS.contains(sign) && end.is_some_and(is_check)
    };
    // Ten digits that begin with a zero are a telephone number, which is refused as such.
    let is_phone = |word: &[char]| word[0] == '0' && word.iter().all(char::is_ascii_digit);
    let is_right_without_sign = |word: &[char]| {
        word.len() == 10
            && !is_phone(word)
            && dates(word)[0].is_some_and(|(date, rest)| has_right_end(date, rest))
    };
    words.iter().any(|word| has_shape(word) || is_right_without_sign(word))
        || words.windows(2).any(|pair| {
            (pair[0].len(), pair[1].len()) == (6, 4) && is_right_without_sign(&pair.concat())
        })
}

/// Whether this is one letter that may be a check character.
fn is_check(end: &[char]) -> bool {
    matches!(end, [check] if u8::try_from(*check).is_ok_and(|check| CHECKS.contains(&check)))
}
