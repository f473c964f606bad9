//! What leaves on paper: the leaflet of a list, as a tagged PDF (PDF/UA-1) in large print; and what leaves into a
//! calendar.
//!
//! The caller says what is on it, in words that are ready to read; this crate says how it lies on the pages. Texts
//! are data here: there is no markup for them to break out of. No type of the PDF library is in a signature.

mod calendar;
mod fonts;
mod layout;
mod leaflet;
mod lines;
mod pdf;
mod qr;

pub use calendar::{CalendarEntry, calendar};
pub use fonts::Fonts;
pub use leaflet::{Block, Leaflet, LeafletError, Link, ListedService, Words};
pub use pdf::pdf;
