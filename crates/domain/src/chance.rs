//! What is written with letters of chance: codes and keys that nobody is to guess.

/// As many letters, each of five bits of chance.
pub(crate) fn written(letters: &[u8; 32], chance: impl IntoIterator<Item = u8>) -> String {
    chance.into_iter().map(|byte| char::from(letters[usize::from(byte % 32)])).collect()
}

/// Whether a text is so many of these letters.
pub(crate) fn is_of(letters: &[u8; 32], length: usize, text: &str) -> bool {
    text.len() == length && text.bytes().all(|byte| letters.contains(&byte))
}
