//! What was changed because of feedback, as a county's staff tells it.

use domain::Localized;
use jiff::civil::Date;

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackChange {
    /// The day on which it was made.
    pub day: Date,
    /// What people had said.
    pub said: Localized,
    /// What was done.
    pub done: Localized,
}
