//! The subcommands, one file each.

pub mod backup;
pub mod demo;
pub mod demonstration;
pub mod import;
pub mod serve;
