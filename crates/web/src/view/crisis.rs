//! Emergency help, shown before all else when what was searched for tells of danger.

use std::borrow::Cow;

use crate::texts::Texts;

/// The numbers that hold in the whole country, the most urgent first, each with the end of its texts'
/// keys.
const NUMBERS: [(&str, &str); 2] = [("emergency", "112"), ("medical", "116117")];

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CrisisHelp {
    /// Whose number it is.
    pub(crate) name: Cow<'static, str>,
    /// When to call it.
    pub(crate) when: Cow<'static, str>,
    pub(crate) number: &'static str,
}

/// Whom to call, where somebody may be in danger.
pub(crate) fn help(is_crisis: bool, t: Texts) -> Vec<CrisisHelp> {
    let numbers = NUMBERS.iter().filter(|_| is_crisis);
    numbers
        .map(|(code, number)| CrisisHelp {
            name: t.find("crisis-name", code).unwrap_or_default(),
            when: t.find("crisis-when", code).unwrap_or_default(),
            number,
        })
        .collect()
}
