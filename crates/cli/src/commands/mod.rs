//! The subcommands, one file or folder each.

pub mod backup;
pub mod campaigns;
pub mod coordinator_password;
pub mod coverage;
pub mod demo;
pub mod demonstration;
pub mod doctor;
pub mod feedback;
pub mod geo;
pub mod import;
pub mod lists;
pub mod provider_link;
pub mod quality;
pub mod search;
pub mod serve;
