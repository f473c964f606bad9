//! The two fonts of a leaflet, and the glyphs of a text.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::LeafletError;

/// Drawn for a letter that the font does not have; the letter itself stays in the text that is read out and copied.
const MISSING: char = '□';

/// How a text is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// The fonts, read once.
#[derive(Clone)]
pub struct Fonts {
    regular: Face,
    bold: Face,
}

#[derive(Clone)]
struct Face {
    bytes: &'static [u8],
    font: Font,
}

impl Fonts {
    /// The fonts in these TrueType files.
    pub fn new(regular: &'static [u8], bold: &'static [u8]) -> Result<Self, LeafletError> {
        Ok(Self { regular: Face::new(regular)?, bold: Face::new(bold)? })
    }

    const fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    pub(crate) fn font(&self, weight: Weight) -> Font {
        self.face(weight).font.clone()
    }

    /// The glyphs of a text, in its order; their widths are in parts of the type's size.
    pub(crate) fn glyphs(&self, text: &str, weight: Weight) -> Vec<KrillaGlyph> {
        let Ok(font) = FontRef::new(self.face(weight).bytes) else { return Vec::new() };
        let letters = font.charmap();
        let widths = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        text.char_indices()
            .filter_map(|(start, letter)| {
                let glyph = letters.map(letter).or_else(|| letters.map(MISSING));
                let glyph = glyph.or_else(|| letters.map('?'))?;
                let width = widths.advance_width(glyph).unwrap_or_default();
                let range = start..start + letter.len_utf8();
                Some(KrillaGlyph::new(
                    GlyphId::new(glyph.to_u32()),
                    width,
                    0.0,
                    0.0,
                    0.0,
                    range,
                    None,
                ))
            })
            .collect()
    }
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Self, LeafletError> {
        let font = Font::new(bytes.into(), 0).ok_or(LeafletError::Font)?;
        Ok(Self { bytes, font })
    }
}
