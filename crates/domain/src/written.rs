//! What somebody wrote into a field of several lines, as plain text.

/// The text in its lines, without blanks around it and without signs that are no writing: one kind of line end,
/// spaces for tabs, no control characters.
pub(crate) fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let kept = |letter: &char| *letter == '\n' || !letter.is_control();
    let text: String = text.chars().filter(kept).collect();
    text.trim().to_owned()
}
