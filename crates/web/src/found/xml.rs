//! Text within XML.

use std::borrow::Cow;

/// The text with what has a meaning in XML written otherwise, and without the characters that XML 1.0
/// has no way to write.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for one in text.chars() {
        match one {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            one if is_character(one) => escaped.push(one),
            _ => {}
        }
    }
    Cow::Owned(escaped)
}

fn is_plain(one: char) -> bool {
    is_character(one) && !matches!(one, '&' | '<' | '>' | '"' | '\'')
}

/// Whether XML 1.0 has the character (production 2, `Char`).
const fn is_character(one: char) -> bool {
    matches!(one, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_what_it_stands_in_and_what_cannot_be_written_is_left_out() {
        assert_eq!(escape("</title>&\"'"), "&lt;/title&gt;&amp;&quot;&#39;");
        assert_eq!(escape("]]>"), "]]&gt;");
        assert_eq!(escape("a\0b\u{8}c\u{ffff}d\u{b}"), "abcd");
        assert_eq!(escape("ä €\n\u{1f600}"), "ä €\n\u{1f600}");
    }
}
