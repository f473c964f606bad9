//! A county's own numbers for those in a crisis.

use domain::Localized;

/// A number to call, e.g. that of the county's social and crisis emergency service (*sosiaali- ja
/// kriisipäivystys*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrisisNumber {
    /// Whose number it is, in each of the site's languages.
    pub name: Localized,
    /// When to call it, in a sentence.
    pub when: Localized,
    /// The number, as people write it.
    pub number: String,
}
