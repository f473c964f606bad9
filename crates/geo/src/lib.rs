//! Places on a plane: Finland's projection, borders from files, and the shapes that a small map is drawn
//! of.
//!
//! It knows metres, degrees and units of a drawing; nothing of services, databases or HTML.

#![warn(missing_docs)]

mod arrange;
mod clip;
mod file;
mod path;
mod plane;
pub mod projection;
mod simplify;
mod tile;
mod view;

pub use arrange::{Room, spread};
pub use clip::clip;
pub use file::{Area, FILE_LIMIT, FileError, read};
pub use path::path;
pub use plane::{Bounds, Point, Shape, ShapeError};
pub use simplify::simplify;
pub use tile::Tile;
pub use view::View;
