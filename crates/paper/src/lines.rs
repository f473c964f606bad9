//! A text in lines that are not too wide. Words are not hyphenated: a mark that is not in the word would be read out
//! and copied with it.

use std::ops::Range;

use krilla::text::KrillaGlyph;
use unicode_linebreak::linebreaks;

use crate::fonts::{Fonts, Weight};

/// More letters of one text are not printed.
const MOST_LETTERS: usize = 12_000;

/// A line: its text, spaces at its end included, and the glyphs.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
}

/// The lines of a text at a size (points), none wider than asked (points), unless a single letter is.
pub(crate) fn lines(text: &str, fonts: &Fonts, weight: Weight, size: f32, width: f32) -> Vec<Line> {
    let text = printable(text);
    let paragraphs = text.lines().map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let mut made = Vec::new();
    for paragraph in paragraphs {
        let ruler = Ruler::new(paragraph, fonts, weight, size);
        for range in broken(paragraph, &ruler, width) {
            let text = paragraph[range].to_owned();
            let glyphs = fonts.glyphs(&text, weight);
            made.push(Line { text, glyphs });
        }
        // The next paragraph's first word is another word than this one's last.
        if let Some(last) = made.last_mut().filter(|last| !last.text.ends_with(' ')) {
            last.text.push(' ');
            last.glyphs = fonts.glyphs(&last.text, weight);
        }
    }
    made
}

/// Which parts of a paragraph are its lines.
fn broken(paragraph: &str, ruler: &Ruler, width: f32) -> Vec<Range<usize>> {
    let mut made = Vec::new();
    let (mut start, mut fits) = (0, 0);
    for (end, _) in linebreaks(paragraph) {
        let trimmed = |start: usize| start + paragraph[start..end].trim_end().len();
        if fits > start && ruler.width(start..trimmed(start)) > width {
            made.push(start..fits);
            start = fits;
        }
        // A word that is wider than the page: an address, or mischief.
        while ruler.width(start..trimmed(start)) > width {
            let cut = ruler.cut(start, width);
            made.push(start..cut);
            start = cut;
        }
        fits = end;
    }
    if start < paragraph.len() {
        made.push(start..paragraph.len());
    }
    made
}

/// How far each letter of a text reaches.
struct Ruler {
    /// Where each letter begins, in bytes, and how wide all before it is, in points; last, the text's end.
    marks: Vec<(usize, f32)>,
}

impl Ruler {
    fn new(text: &str, fonts: &Fonts, weight: Weight, size: f32) -> Self {
        let mut wide = 0.0;
        let mut marks = Vec::with_capacity(text.len() + 1);
        for glyph in fonts.glyphs(text, weight) {
            marks.push((glyph.text_range.start, wide));
            wide += glyph.x_advance * size;
        }
        marks.push((text.len(), wide));
        Self { marks }
    }

    fn width(&self, range: Range<usize>) -> f32 {
        self.until(range.end) - self.until(range.start)
    }

    fn until(&self, place: usize) -> f32 {
        let mark = self.marks.partition_point(|(start, _)| *start < place);
        self.marks.get(mark).or(self.marks.last()).map_or(0.0, |(_, wide)| *wide)
    }

    /// Where a line that begins here must end: after one letter at least.
    fn cut(&self, start: usize, width: f32) -> usize {
        let limit = self.until(start) + width;
        let first = self.marks.partition_point(|(place, _)| *place <= start);
        let fits = self.marks.partition_point(|(_, wide)| *wide <= limit);
        let mark = fits.saturating_sub(1).max(first);
        self.marks.get(mark).or(self.marks.last()).map_or(start, |(place, _)| *place)
    }
}

/// The width of a text in points.
pub(crate) fn wide(text: &str, fonts: &Fonts, weight: Weight, size: f32) -> f32 {
    fonts.glyphs(text, weight).iter().map(|glyph| glyph.x_advance * size).sum()
}

/// Only what can be printed: no control letters, no soft hyphens, nothing that turns the writing round; letters of
/// private use, which nobody else can read, show as missing.
fn printable(text: &str) -> String {
    let printed = text.chars().take(MOST_LETTERS).filter_map(|letter| match letter {
        '\n' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => Some('\n'),
        '\t' => Some(' '),
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{ffff}' => None,
        '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}' => Some('□'),
        letter if letter.is_control() => None,
        letter => Some(letter),
    });
    printed.collect()
}
