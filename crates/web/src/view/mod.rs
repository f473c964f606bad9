//! Domain values as templates show them: in the reader's language, with what is in another language
//! marked, and nothing left for a template to reckon.

pub(crate) mod address;
pub(crate) mod area;
pub(crate) mod channel;
pub(crate) mod chart;
pub(crate) mod contact;
pub(crate) mod crisis;
pub(crate) mod fold;
pub(crate) mod form;
pub(crate) mod hours;
pub(crate) mod leave;
pub(crate) mod line_chart;
pub(crate) mod list_bar;
pub(crate) mod map;
pub(crate) mod markdown;
pub(crate) mod opening;
pub(crate) mod paging;
pub(crate) mod qr;
pub(crate) mod reason;
pub(crate) mod text;
