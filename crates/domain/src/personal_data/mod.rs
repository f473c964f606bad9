//! Finding in a text what tells who a person is: personal identity codes, e-mail addresses and telephone
//! numbers.
//!
//! It looks for shapes, not for meaning. A name it cannot know. What it finds is refused with a word of
//! why; it is therefore rather strict with what looks like such a number, and lets pass the dates, opening
//! hours, prices and house numbers that people write beside a service.

mod email;
mod identity_code;
mod phone;

#[cfg(test)]
mod tests;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonalData {
    /// A Finnish personal identity code (*henkilötunnus*).
    IdentityCode,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
}

/// What of a person's the text seems to hold, an identity code before an address and that before a number.
#[must_use]
pub fn find(text: &str) -> Option<PersonalData> {
    let letters = plain(text);
    if identity_code::is_in(&letters) {
        Some(PersonalData::IdentityCode)
    } else if email::is_in(&letters) {
        Some(PersonalData::Email)
    } else if phone::is_in(&letters) {
        Some(PersonalData::Phone)
    } else {
        None
    }
}

/// The text in plain letters: every digit, dash, plus and space in its ASCII form, capitals, and nothing
/// that has no width.
fn plain(text: &str) -> Vec<char> {
    text.chars()
        .filter(|letter| {
            !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
        })
        .map(|letter| match letter {
            '\n' | '\r' => '\n',
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '\u{ff0b}' => '+',
            '\u{ff20}' | '\u{fe6b}' => '@',
            '\u{ff0e}' => '.',
            '\u{ff0f}' | '\u{2044}' => '/',
            letter if letter.is_whitespace() => ' ',
            letter => ascii(letter).to_ascii_uppercase(),
        })
        .collect()
}

/// A digit or letter of another form as the ASCII one that it means.
fn ascii(letter: char) -> char {
    /// Where the ten digits of other scripts and forms begin.
    const ZEROS: [u32; 9] =
        [0x0660, 0x06f0, 0x0966, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6];
    let code = u32::from(letter);
    let digit = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10));
    if let Some(value) = digit {
        return char::from_digit(value, 10).unwrap_or(letter);
    }
    match code {
        // Letters as wide as a Chinese sign.
        0xff21..=0xff3a | 0xff41..=0xff5a => char::from_u32(code - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}
