//! A text as a QR code: squares to draw, with the quiet zone that readers need around them.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// How many squares stay white on each side.
const QUIET: usize = 4;

/// A QR code, ready to draw.
#[derive(Debug, Clone)]
pub(crate) struct Qr {
    /// The width and height in squares, quiet zone included.
    pub(crate) size: usize,
    /// The dark squares as an SVG path: runs of them, line by line.
    pub(crate) path: String,
}

impl Qr {
    /// The code of a text; none of one that is too long. A quarter of it may be damaged.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::Q).ok()?;
        let width = code.width();
        let squares = code.to_colors();
        let mut path = String::new();
        for (y, line) in squares.chunks(width).enumerate() {
            let mut x = 0;
            for run in line.chunk_by(|one, other| one == other) {
                if run.first() == Some(&Color::Dark) {
                    let (left, top, length) = (x + QUIET, y + QUIET, run.len());
                    // Writing to a String cannot fail.
                    let _ = write!(path, "M{left} {top}h{length}v1h-{length}z");
                }
                x += run.len();
            }
        }
        Some(Self { size: width + 2 * QUIET, path })
    }
}
