//! Words of one's own beside the dictionary: the list, as a person writes it.

mod own;

pub(crate) use own::OwnWords;

use std::collections::HashSet;

use crate::{MAX_WORD_LENGTH, WordListError};

/// A list of words that the dictionary lacks, one a line:
///
/// ```text
/// # new words            (what follows # is a remark)
/// # new words of this county; what follows a # is a remark
/// uniapnea = idea    # inflected as "idea" is: uniapneaa, uniapneoista
/// hyte = nalle       # hyten, hytessä, hytepalvelu; ä and a change places by themselves
/// Varha = tarha      # a capital makes it a proper name
/// DigiFinland        # not inflected but after a colon: "DigiFinland:n"
/// ```
///
/// The word behind the equals sign is a model: a word in its base form that the dictionary knows and that is inflected
/// in the same way. The new word is then known in all its forms, in compounds and in derivations.
///
/// ```
/// let words = finnish::WordList::parse("uniapnea = idea")?;
/// # Ok::<(), finnish::WordListError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordList {
    lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    word: String,
    model: Option<String>,
}

impl WordList {
    /// Reads a list; says which line is wrong, and why.
    pub fn parse(text: &str) -> Result<WordList, WordListError> {
        let mut lines = Vec::new();
        let mut seen = HashSet::new();
        for (number, line) in (1..).zip(text.lines()) {
            let content = line.split('#').next().unwrap_or_default().trim();
            if content.is_empty() {
                continue;
            }
            let line =
                Line::parse(content).map_err(|reason| WordListError { line: number, reason })?;
            if !seen.insert(line.word.to_lowercase()) {
                let reason = format!("\"{}\" stands in the list twice; remove one", line.word);
                return Err(WordListError { line: number, reason });
            }
            lines.push(line);
        }
        Ok(WordList { lines })
    }
}

impl Line {
    fn parse(content: &str) -> Result<Line, String> {
        let (word, model) = match content.split_once('=') {
            Some((word, model)) => (word.trim(), Some(model.trim())),
            None => (content, None),
        };
        check(word)?;
        if let Some(model) = model {
            check(model)?;
            if word.to_lowercase() == model.to_lowercase() {
                return Err(format!("\"{word}\" is its own model; name another word as the model"));
            }
        }
        Ok(Line { word: word.to_owned(), model: model.map(str::to_owned) })
    }
}

fn check(word: &str) -> Result<(), String> {
    if word.is_empty() {
        return Err("a word is missing beside the \"=\"; write \"uniapnea = idea\"".to_owned());
    }
    if word.chars().count() > MAX_WORD_LENGTH {
        return Err(format!("the word is longer than {MAX_WORD_LENGTH} letters"));
    }
    let is_strange = |letter: char| !letter.is_alphanumeric() && !"-'’.".contains(letter);
    if let Some(strange) = word.chars().find(|letter| is_strange(*letter)) {
        return Err(format!(
            "\"{word}\" has {strange:?} in it; a line is one word of letters, digits and hyphens, or \"word = model\""
        ));
    }
    Ok(())
}
