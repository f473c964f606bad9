//! Bytes as hexadecimal digits, in the lines that browsers keep.

use std::fmt::Write as _;

/// The bytes, two digits each.
pub(crate) fn written(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut line, byte| {
        // Writing to a String cannot fail.
        let _ = write!(line, "{byte:02x}");
        line
    })
}

/// The bytes of such a text.
pub(crate) fn read(text: &str) -> Option<Vec<u8>> {
    if !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
