//! E-mail addresses, also with the sign written out: `matti (at) posti.example`.

/// The sign as people write it out to keep machines from it, in brackets of some kind.
const WRITTEN_OUT: [&[char]; 2] = [&['A', 'T'], &['Ä', 'T']];

/// Whether an address is in a text of plain letters ([`super::plain`]).
pub(super) fn is_in(letters: &[char]) -> bool {
    (0..letters.len()).any(|start| {
        let Some((end, is_written_out)) = sign(&letters[start..]) else { return false };
        let (before, after) = (&letters[..start], &letters[start + end..]);
        let is_apart = before.last() == Some(&' ') && after.first() == Some(&' ');
        // "in @town": a name in a network stands apart on one side only.
        let (before, after) = if is_apart || is_written_out {
            (without_last_space(before), without_first_space(after))
        } else {
            (before, after)
        };
        before.last().is_some_and(|letter| letter.is_alphanumeric() || "._-+".contains(*letter))
            && begins_with_host(after)
    })
}

/// How long the sign is at the beginning of a text, and whether it is written out.
fn sign(letters: &[char]) -> Option<(usize, bool)> {
    match letters {
        ['@', ..] => Some((1, false)),
        ['(' | '[' | '{', first, second, ')' | ']' | '}', ..]
            if WRITTEN_OUT.contains(&&[upper(*first), *second][..]) =>
        {
            Some((4, true))
        }
        _ => None,
    }
}

fn upper(letter: char) -> char {
    if letter == 'ä' { 'Ä' } else { letter }
}

/// Whether a text begins with a host of two parts or more, the last of them letters only.
fn begins_with_host(letters: &[char]) -> bool {
    let is_of_host = |letter: &&char| letter.is_alphanumeric() || matches!(letter, '.' | '-');
    let host: String = letters.iter().take_while(is_of_host).collect();
    let Some((front, last)) = host.trim_end_matches('.').rsplit_once('.') else { return false };
    !front.trim_matches('.').is_empty()
        && last.chars().count() >= 2
        && last.chars().all(char::is_alphabetic)
}

fn without_last_space(letters: &[char]) -> &[char] {
    letters.strip_suffix(&[' ']).unwrap_or(letters)
}

fn without_first_space(letters: &[char]) -> &[char] {
    letters.strip_prefix(&[' ']).unwrap_or(letters)
}
