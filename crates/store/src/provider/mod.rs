//! Providers: their private links and keys ([`link`]), what they confirmed ([`confirmation`]), and how far their
//! descriptions reach ([`reach`]).

pub mod confirmation;
pub mod link;
pub mod reach;
