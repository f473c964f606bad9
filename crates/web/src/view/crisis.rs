//! Emergency help: the numbers to call where somebody may be in danger. They stand at the foot of every
//! page, and before all else where what was searched for tells of danger.

use crate::face::Face;
use crate::texts::Texts;
use crate::view::contact::telephone_address;

/// The numbers that hold in the whole country, the most urgent first, each with the end of its texts'
/// keys.
const NUMBERS: [(&str, &str); 2] = [("emergency", "112"), ("medical", "116117")];

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CrisisHelp {
    /// Whose number it is.
    pub(crate) name: String,
    /// When to call it.
    pub(crate) when: String,
    /// As people write it.
    pub(crate) number: String,
}

impl CrisisHelp {
    /// For a `tel:` link.
    pub(crate) fn dialled(&self) -> String {
        telephone_address(&self.number)
    }
}

/// Whom to call: the country's numbers, then the county's own.
pub(crate) fn help(face: &Face, t: Texts) -> Vec<CrisisHelp> {
    let text = |subject, code| t.find(subject, code).unwrap_or_default().into_owned();
    let everywhere = NUMBERS.iter().map(|(code, number)| CrisisHelp {
        name: text("crisis-name", code),
        when: text("crisis-when", code),
        number: (*number).to_owned(),
    });
    let own = face.crisis_numbers.iter().map(|one| CrisisHelp {
        name: one.name.best(t.0).map_or_else(String::new, |(_, name)| name.to_owned()),
        when: one.when.best(t.0).map_or_else(String::new, |(_, when)| when.to_owned()),
        number: one.number.clone(),
    });
    everywhere.chain(own).collect()
}
