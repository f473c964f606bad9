//! The address as squares.

use qrcode::{Color, EcLevel, QrCode};

/// The dark squares of a code: column, line, and how many in a row; and how many squares it is wide.
pub(crate) struct Squares {
    pub(crate) width: usize,
    pub(crate) runs: Vec<(usize, usize, usize)>,
}

/// The code of a text, a quarter of which may be damaged; none of one that is too long.
pub(crate) fn squares(text: &str) -> Option<Squares> {
    let code = QrCode::with_error_correction_level(text, EcLevel::Q).ok()?;
    let width = code.width();
    let mut runs = Vec::new();
    for (y, line) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in line.chunk_by(|one, other| one == other) {
            if run.first() == Some(&Color::Dark) {
                runs.push((x, y, run.len()));
            }
            x += run.len();
        }
    }
    Some(Squares { width, runs })
}
