//! Telephone numbers, as people in Finland write them.
//!
//! What begins like a number to call (+358, 0358…, 040, 02 …) and is long enough is one. Dates, times and
//! business ids are told from it by their marks, and passed over whole.

/// The fewest digits of a number with its area code.
const FEWEST: usize = 7;
/// The fewest digits where a word before says that it is a number to call.
const FEWEST_AFTER_WORD: usize = 5;

/// The most groups that are looked at from one place on. Of eight groups every one has a digit, the first
/// of a number without a plus at least two: with or without the rest they are long enough for any number.
const MOST_GROUPS: usize = 8;
/// How many letters the longest of the words has.
const LONGEST_WORD: usize = 15;

/// Words, in capitals, after which digits are a number to call.
const WORDS: [&str; 17] = [
    "PUH",
    "PUHELIN",
    "PUHELINNUMERO",
    "PUHELINNUMERONI",
    "NUMERONI",
    "SOITA",
    "GSM",
    "TEL",
    "TELEFON",
    "TELEFONNUMMER",
    "TFN",
    "RING",
    "MOBIL",
    "CALL",
    "PHONE",
    "MOBILE",
    "TELEPHONE",
];

/// Some digits in a row, and where in the letters they end.
struct Group {
    digits: String,
    /// What stands between these and the next digits; empty at the end of the row.
    mark: String,
    end: usize,
}

impl Group {
    fn number(&self) -> u32 {
        self.digits.parse().unwrap_or(u32::MAX)
    }

    fn is_short(&self) -> bool {
        self.digits.len() <= 2
    }
}

/// Whether the letters hold a number to call.
pub(super) fn is_in(letters: &[char]) -> bool {
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let is_start = rest[0] == '+' || rest[0].is_ascii_digit();
        if !is_start {
            at += 1;
            continue;
        }
        let has_plus = rest[0] == '+';
        let groups = groups(&rest[usize::from(has_plus)..]);
        let passed = match ordinary(&groups) {
            Some(passed) if !has_plus => passed,
            _ if is_phone(&groups, has_plus) => return true,
            _ if is_after_word(&letters[..at]) && length(&groups) >= FEWEST_AFTER_WORD => {
                return true;
            }
            _ => 1,
        };
        let end = passed.checked_sub(1).and_then(|last| groups.get(last)).map_or(0, |one| one.end);
        at += usize::from(has_plus) + end;
    }
    false
}

/// The first rows of digits at the beginning that at most three marks part from each other, as many as
/// it takes to know a number: the time that a whole text takes grows with its length alone.
fn groups(letters: &[char]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while groups.len() < MOST_GROUPS {
        let digits: String = letters[at..].iter().take_while(|one| one.is_ascii_digit()).collect();
        if digits.is_empty() {
            break;
        }
        at += digits.len();
        let rest = &letters[at..];
        let mark: String = rest.iter().take_while(|one| " -./():".contains(**one)).collect();
        let goes_on = mark.len() <= 3 && rest.get(mark.len()).is_some_and(char::is_ascii_digit);
        groups.push(Group {
            digits,
            end: at,
            mark: if goes_on { mark.clone() } else { String::new() },
        });
        if !goes_on {
            break;
        }
        at += mark.len();
    }
    groups
}

/// How many digits there are until the row ends or a colon comes, which no number has.
fn length(groups: &[Group]) -> usize {
    let mut length = 0;
    for group in groups {
        length += group.digits.len();
        if group.mark.contains(':') {
            break;
        }
    }
    length
}

/// How many of the first groups are a date, a time, a business id or a number for all, if they are one.
fn ordinary(groups: &[Group]) -> Option<usize> {
    let ends = |place: usize, marks: &[&str]| {
        groups.get(place).is_some_and(|group| !marks.contains(&group.mark.as_str()))
    };
    match groups {
        // 01.12.2026, 1/12/26, 01-12-2026.
        [day, month, year, ..]
            if matches!(day.mark.as_str(), "." | "/" | "-")
                && day.mark == month.mark
                && is_day(day, month)
                && matches!(year.digits.len(), 2 | 4)
                && ends(2, &["."]) =>
        {
            Some(3)
        }
        // 2026-12-01.
        [year, month, day, ..]
            if year.digits.len() == 4
                && (year.mark.as_str(), month.mark.as_str()) == ("-", "-")
                && is_day(day, month) =>
        {
            Some(3)
        }
        // 0900-1530.
        [from, to, ..] if is_range(from) && is_compact(from) && is_compact(to) => Some(2),
        // 0135457-2.
        [number, check, ..]
            if number.digits.len() == 7 && number.mark == "-" && check.digits.len() == 1 =>
        {
            Some(2)
        }
        // 16:30.
        [hour, minute, ..] if hour.mark == ":" && is_time(hour, minute) => Some(2),
        // 9.30, 01.12.
        [first, second, ..]
            if first.mark == "."
                && (is_time(first, second) || is_day(first, second))
                && ends(1, &[".", "/"]) =>
        {
            Some(2)
        }
        // 08-16.30, then 08-16.
        [from, to, minute, ..]
            if is_range(from) && to.mark == "." && is_hour(from) && is_time(to, minute) =>
        {
            Some(3)
        }
        [from, to, ..]
            if is_range(from) && is_hour(from) && is_hour(to) && ends(1, &["-", "/", "."]) =>
        {
            Some(2)
        }
        // 112, 116 117.
        [emergency, ..] if emergency.digits == "112" && emergency.mark.is_empty() => Some(1),
        [whole, ..] if is_for_all(&whole.digits) => Some(1),
        [head, tail, ..] if is_for_all(&format!("{}{}", head.digits, tail.digits)) => Some(2),
        _ => None,
    }
}

fn is_day(day: &Group, month: &Group) -> bool {
    day.is_short()
        && month.is_short()
        && (1..=31).contains(&day.number())
        && (1..=12).contains(&month.number())
}

fn is_hour(hour: &Group) -> bool {
    hour.is_short() && hour.number() <= 24
}

fn is_time(hour: &Group, minute: &Group) -> bool {
    is_hour(hour) && minute.digits.len() == 2 && minute.number() < 60
}

/// A time of four digits.
fn is_compact(time: &Group) -> bool {
    time.digits.len() == 4 && time.number() / 100 <= 24 && time.number() % 100 < 60
}

fn is_range(from: &Group) -> bool {
    from.mark.trim() == "-"
}

/// The numbers of the whole of Europe for help, e.g. 116117.
fn is_for_all(digits: &str) -> bool {
    digits.len() == 6 && digits.starts_with("116")
}

/// Whether the groups begin like a number to call and are long enough.
fn is_phone(groups: &[Group], has_plus: bool) -> bool {
    let Some(first) = groups.first() else { return false };
    let (length, digits) = (length(groups), first.digits.as_bytes());
    match digits {
        [b'1'..=b'9', ..] if has_plus => length > FEWEST,
        [b'0', b'0', b'1'..=b'9', ..] => length >= FEWEST + 2,
        [b'0', b'1'..=b'9', ..] => length >= FEWEST,
        [b'3', b'5', b'8', ..] => length >= FEWEST + 3,
        [b'4', ..] | [b'5', b'0', ..] => is_mobile(groups),
        _ => false,
    }
}

/// Whether these are a mobile number without its zero, in the groups that people write it in.
fn is_mobile(groups: &[Group]) -> bool {
    let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    matches!(lengths.as_slice(), [9] | [2, 6 | 7] | [2, 3, 3 | 4] | [2, 3, 2, 2])
}

/// Whether the word before says that a number to call follows.
fn is_after_word(before: &[char]) -> bool {
    let backwards = before.iter().rev().skip_while(|letter| " :.,-".contains(**letter));
    // One letter more than any word has tells a longer word from them.
    let word: Vec<char> = backwards
        .take_while(|letter| letter.is_alphabetic())
        .take(LONGEST_WORD + 1)
        .copied()
        .collect();
    WORDS.iter().any(|known| known.chars().rev().eq(word.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_longer_than_the_longest() {
        let longest = WORDS.iter().map(|word| word.chars().count()).max();
        assert_eq!(longest, Some(LONGEST_WORD));
    }
}
