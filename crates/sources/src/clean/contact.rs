//! Links, e-mail addresses and phone numbers.

use domain::import::ProblemCode;

use crate::reading::{Path, Reading};

/// The most characters of a link.
const URL_LIMIT: usize = 2_000;
/// The most characters of an e-mail address (RFC 5321).
const EMAIL_LIMIT: usize = 254;
/// How many digits a phone number has; international ones have at most 15 and an extension.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 3..=20;

/// A link to a page: http or https, with a host and without a user name or password. A bare domain
/// gets `https://`; spaces within are encoded; other alphabets stay as they are.
pub fn url(text: &str, path: &Path, reading: &mut Reading) -> Option<String> {
    let link = link(text.trim());
    if link.is_none() {
        reading.warn(ProblemCode::LinkRefused, path, text);
    }
    link
}

fn link(text: &str) -> Option<String> {
    if text.is_empty()
        || text.chars().count() > URL_LIMIT
        || text.contains(|character: char| {
            character.is_control() || matches!(character, '\\' | '<' | '>' | '"')
        })
    {
        return None;
    }
    let text = text.replace(char::is_whitespace, "%20");
    let link = if has_web_scheme(&text) {
        text
    } else if is_bare_domain(&text) {
        format!("https://{text}")
    } else {
        return None;
    };
    let parsed = reqwest::Url::parse(&link).ok()?;
    let host = parsed.host_str()?;
    let fits = host.trim_matches('.').contains('.')
        && parsed.username().is_empty()
        && parsed.password().is_none();
    fits.then_some(link)
}

fn has_web_scheme(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && !text[scheme.len()..].starts_with('/')
    })
}

/// Whether the text begins with a domain, with a port at most between it and the path.
fn is_bare_domain(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    is_domain(name) && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the text is a domain name with at least two labels, in any alphabet.
fn is_domain(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|character| character.is_alphanumeric() || character == '-')
        })
        && text.rsplit('.').next().is_some_and(|last| last.chars().any(char::is_alphabetic))
}

/// An e-mail address, without `mailto:` and the spaces around it and its @.
pub fn email(text: &str, path: &Path, reading: &mut Reading) -> Option<String> {
    let address = address(text);
    if address.is_none() {
        reading.warn(ProblemCode::EmailInvalid, path, text);
    }
    address
}

fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let text = match text.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => {
            text[7..].split('?').next().unwrap_or_default()
        }
        _ => text,
    };
    let (local, domain) = text.split_once('@')?;
    let (local, domain) = (local.trim(), domain.trim());
    let stray = |character: char| {
        character.is_whitespace() || character.is_control() || "()<>[]:;,\\\"'@".contains(character)
    };
    let fits = (1..=64).contains(&local.len())
        && !local.contains(stray)
        && is_domain(domain)
        && local.len() + domain.len() < EMAIL_LIMIT;
    fits.then(|| format!("{local}@{domain}"))
}

/// A phone number for reading and dialling: digits in the source's groups, without brackets and the
/// national `(0)`. Words around the number, and what follows it (an extension, a second number), are
/// cut away and reported; a text without 3–20 digits is no number.
pub fn phone_number(text: &str, path: &Path, reading: &mut Reading) -> Option<String> {
    let start = text.find(|character: char| {
        character.is_ascii_digit() || matches!(character, '+' | '(' | '*' | '#')
    });
    let (before, rest) = text.split_at(start.unwrap_or(text.len()));
    let rest = rest.replace("(0)", " ");
    let is_part = |character: char| {
        character.is_ascii_digit()
            || character.is_whitespace()
            || is_dash(character)
            || matches!(character, '+' | '(' | ')' | '.' | '*' | '#')
    };
    let end = rest.find(|character| !is_part(character)).unwrap_or(rest.len());
    let number = grouped(&rest[..end]);
    let fits = PHONE_DIGITS.contains(&number.bytes().filter(u8::is_ascii_digit).count());
    if !fits || !before.trim().is_empty() || end < rest.len() {
        reading.warn(ProblemCode::PhoneInvalid, path, text);
    }
    fits.then_some(number)
}

/// The parts of a number, with one space or hyphen between them.
fn grouped(text: &str) -> String {
    let mut number = String::with_capacity(text.len());
    let mut gap = None;
    for character in text.chars() {
        match character {
            '(' | ')' | '.' => gap = gap.or(Some(' ')),
            character if character.is_whitespace() => gap = gap.or(Some(' ')),
            character if is_dash(character) => gap = Some('-'),
            character => {
                if let Some(gap) = gap.take().filter(|_| !number.is_empty()) {
                    number.push(gap);
                }
                number.push(character);
            }
        }
    }
    number
}

fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

/// A country's dial code with its plus: "+358" from "+358", "358" or "00358".
pub fn dial_code(text: &str, path: &Path, reading: &mut Reading) -> Option<String> {
    let text = text.trim();
    let digits = text.strip_prefix('+').unwrap_or(text).trim_start_matches('0');
    let fits = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !fits {
        reading.warn(ProblemCode::PhoneInvalid, path, text);
    }
    fits.then(|| format!("+{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::testing::cleaned;

    #[test]
    fn a_link_is_kept_trimmed_and_completed() {
        for (text, expected) in [
            (" https://turku.fi/x?a=1&b=2#c ", "https://turku.fi/x?a=1&b=2#c"),
            ("HTTP://Turku.fi", "HTTP://Turku.fi"),
            ("www.turku.fi", "https://www.turku.fi"),
            ("turku.fi:8080/polku", "https://turku.fi:8080/polku"),
            ("https://päivä.fi/ä", "https://päivä.fi/ä"),
            ("https://turku.fi/a b.pdf", "https://turku.fi/a%20b.pdf"),
            ("https://turku.fi/@kirjasto", "https://turku.fi/@kirjasto"),
        ] {
            let (link, problems) = cleaned(|path, reading| url(text, path, reading));
            assert_eq!(link.as_deref(), Some(expected), "{text}");
            assert!(problems.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_no_page_may_open_is_refused_and_reported() {
        let long = format!("https://turku.fi/{}", "a".repeat(8_000));
        for text in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)//turku.fi",
            "data:text/html,x",
            "//evil.example",
            "https:///evil.example",
            "https:\\\\evil.example",
            "https://user:pass@turku.fi",
            "https://user@turku.fi",
            "https://turku.fi/\r\nSet-Cookie: a",
            "https://\"><b>",
            "https://",
            "https://localhost",
            "ftp://turku.fi",
            "mailto:a@b.fi",
            "kysy neuvonnasta",
            "tulossa",
            &long,
        ] {
            let (link, problems) = cleaned(|path, reading| url(text, path, reading));
            assert_eq!((link, problems), (None, vec![ProblemCode::LinkRefused]), "{text}");
        }
    }

    #[test]
    fn an_address_is_kept_without_its_trimmings() {
        for (text, expected) in [
            ("etu.suku@turku.fi", "etu.suku@turku.fi"),
            (" MAILTO:a@b.fi?subject=x ", "a@b.fi"),
            ("neuvonta @ turku.fi", "neuvonta@turku.fi"),
            ("äiti@päivä.fi", "äiti@päivä.fi"),
        ] {
            let (address, problems) = cleaned(|path, reading| email(text, path, reading));
            assert_eq!(address.as_deref(), Some(expected), "{text}");
            assert!(problems.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_reported() {
        for text in
            ["", "@", "a@b", "a b@c.fi", "a@b@c.fi", "a(at)b.fi", "a@b..fi", "a@-b.fi", "<a@b.fi>"]
        {
            let (address, problems) = cleaned(|path, reading| email(text, path, reading));
            assert_eq!((address, problems), (None, vec![ProblemCode::EmailInvalid]), "{text}");
        }
    }

    #[test]
    fn a_number_is_tidied_and_stays_readable() {
        for (text, expected) in [
            ("02 123 4567", "02 123 4567"),
            ("+358 (0)40 123  4567", "+358 40 123 4567"),
            (" (02) 123 4567 ", "02 123 4567"),
            ("040\u{a0}123\u{2013}4567", "040 123-4567"),
            ("116 117", "116 117"),
            ("112", "112"),
        ] {
            let (number, problems) = cleaned(|path, reading| phone_number(text, path, reading));
            assert_eq!(number.as_deref(), Some(expected), "{text}");
            assert!(problems.is_empty(), "{text}");
        }
    }

    #[test]
    fn words_and_second_numbers_are_cut_away_and_reported() {
        for (text, expected) in [
            ("puh. 02 123 4567", Some("02 123 4567")),
            ("02 123 4567 ext. 5", Some("02 123 4567")),
            ("02 123 4567 / 02 765 4321", Some("02 123 4567")),
            ("soita", None),
            ("12", None),
            ("", None),
            ("123456789012345678901", None),
        ] {
            let (number, problems) = cleaned(|path, reading| phone_number(text, path, reading));
            assert_eq!(number.as_deref(), expected, "{text}");
            assert_eq!(problems, [ProblemCode::PhoneInvalid], "{text}");
        }
    }

    #[test]
    fn a_dial_code_is_written_with_its_plus() {
        for (text, expected) in
            [("+358", Some("+358")), ("00358", Some("+358")), ("46", Some("+46")), ("+", None)]
        {
            let (code, _) = cleaned(|path, reading| dial_code(text, path, reading));
            assert_eq!(code.as_deref(), expected, "{text}");
        }
    }
}
