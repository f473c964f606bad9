//! Texts by language, as a county's file writes them.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use domain::{Language, Localized};

/// A text by the code of its language.
pub type Texts = BTreeMap<String, String>;

/// The longest heading and the longest sentence under it, in characters: they stand above the search.
pub const HEADING: usize = 100;
pub const LEAD: usize = 300;
/// The longest text of a few paragraphs.
pub const PARAGRAPHS: usize = 2_000;

/// The languages of a site's pages.
///
/// # Errors
/// When there is none, one of them is none of ours, or there twice.
pub fn languages(codes: &[String]) -> anyhow::Result<Vec<Language>> {
    ensure!(!codes.is_empty(), "languages: name at least one of fi, sv and en");
    let mut languages = Vec::new();
    for code in codes {
        let language = language("languages", code)?;
        ensure!(!languages.contains(&language), "languages: \"{code}\" is there twice");
        languages.push(language);
    }
    Ok(languages)
}

/// The texts of a key, none of them empty.
///
/// # Errors
/// With the language whose text is not right.
pub fn texts(key: &str, texts: &Texts) -> anyhow::Result<Localized> {
    let mut localized = Localized::default();
    for (code, text) in texts {
        ensure!(!text.trim().is_empty(), "{key}: the text in {code} is empty");
        localized.insert(language(key, code)?, text.trim());
    }
    Ok(localized)
}

/// The texts of a key, none longer than so many characters, and where there are some, one in each of the
/// site's languages: a page says it in the reader's own.
///
/// # Errors
/// With the language whose text is missing or not right.
pub fn own_texts(
    key: &str,
    written: &Texts,
    most: usize,
    languages: &[Language],
) -> anyhow::Result<Localized> {
    let localized = texts(key, written)?;
    for (language, text) in localized.iter() {
        let length = text.chars().count();
        ensure!(
            length <= most,
            "{key}: the text in {language} has {length} characters; shorten it to {most}"
        );
    }
    for language in languages.iter().filter(|_| !localized.is_empty()) {
        ensure!(
            localized.get(*language).is_some(),
            "{key}: there is none in {language}, in which the site has pages"
        );
    }
    Ok(localized)
}

fn language(key: &str, code: &str) -> anyhow::Result<Language> {
    let found = Language::INTERFACE.into_iter().find(|language| language.code() == code);
    found.with_context(|| format!("{key}: \"{code}\" is none of fi, sv and en"))
}
