//! Finnish words: base forms, the parts of compounds, what a word is derived from, how it is inflected, and spelling
//! suggestions.
//!
//! The knowledge is Voikko's dictionary (`mor.vfst`, Debian's package `voikko-fi`), read where it is installed; none of
//! it is in this library. A list of words of one's own ([`WordList`]) stands beside it. This library knows nothing of
//! sentences, of other languages, or of what the words are wanted for.
//!
//! ```no_run
//! let path = finnish::Dictionary::installed().expect("voikko-fi is installed");
//! let dictionary = finnish::Dictionary::open(path)?;
//! let analyses = dictionary.analyse("päihdepalveluista");
//! assert_eq!(analyses[0].base_form, "päihdepalvelu");
//! assert_eq!(analyses[0].parts, ["päihde", "palvelu"]);
//! # Ok::<(), finnish::DictionaryError>(())
//! ```
//!
//! Nothing that comes in makes it panic, hang or grow: a broken dictionary is an error, a walk through the dictionary
//! has a limited number of steps ([`MAX_STEPS`]), a word a limited length ([`MAX_WORD_LENGTH`]) and a limited number of
//! analyses ([`MAX_ANALYSES`]).

#![warn(missing_docs)]

mod analysis;
mod dictionary;
mod error;
mod form;
mod letters;
mod memory;
mod reading;
mod suggest;
mod tag;
mod transducer;
mod words;

#[cfg(test)]
mod tests;

pub use analysis::{Analysis, WordClass};
pub use dictionary::Dictionary;
pub use error::{DictionaryError, WordListError};
pub use form::{Case, Form, Mood, Person, VerbForm};
pub use memory::Memory;
pub use words::WordList;

/// A word of more characters than this is not looked up.
pub const MAX_WORD_LENGTH: usize = 255;

/// No word gets more analyses than this.
pub const MAX_ANALYSES: usize = 32;

/// A walk through the dictionary ends after this many steps, with what it has found by then.
pub const MAX_STEPS: usize = 100_000;
