//! Where everything lies on the pages: A4, large print, phone numbers largest.

use crate::fonts::{Fonts, Weight};
use crate::leaflet::{Block, Leaflet, Link, ListedService, Words};
use crate::lines::{Line, lines};

/// A4, in points.
pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
/// 20 millimetres, in points.
pub(crate) const MARGIN: f32 = 56.7;
/// Below this line is only the page's number.
const BOTTOM: f32 = HEIGHT - MARGIN - 24.0;
/// The width of a line.
const MEASURE: f32 = WIDTH - 2.0 * MARGIN;
/// The width and height of a QR code without its quiet zone: 34 millimetres, in points.
pub(crate) const QR: f32 = 96.4;
/// The quiet zone and some air between the code and the words beside it.
const BESIDE_QR: f32 = QR + 28.0;
/// A service that is no higher than this part of a page is not split.
const KEPT_TOGETHER: f32 = 0.5;
/// A line's height, in type sizes.
const LEADING: f32 = 1.3;

/// What a piece of text is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Role {
    Title,
    Heading,
    Paragraph,
    /// The QR code, with its words for those who do not see it and its text.
    Picture(String, String),
}

/// A piece of the leaflet, in reading order.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) role: Role,
    pub(crate) language: Option<&'static str>,
    pub(crate) text: String,
}

/// Something at its place.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    /// Which piece it belongs to; none of a line that only divides.
    pub(crate) piece: Option<usize>,
    /// From the page's left edge, and from its top to the text's base line.
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) what: What,
}

#[derive(Debug, Clone)]
pub(crate) enum What {
    Text(Line, Weight, f32),
    Picture,
    Rule,
}

/// The pages and the pieces that lie on them.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) pages: Vec<Vec<Placed>>,
}

/// A text with its looks.
struct Style {
    weight: Weight,
    /// In points.
    size: f32,
    above: f32,
}

const TITLE: Style = Style { weight: Weight::Bold, size: 28.0, above: 4.0 };
const HEADING: Style = Style { weight: Weight::Bold, size: 20.0, above: 0.0 };
const PHONE: Style = Style { weight: Weight::Bold, size: 26.0, above: 5.0 };
const BODY: Style = Style { weight: Weight::Regular, size: 14.0, above: 5.0 };
const STRONG: Style = Style { weight: Weight::Bold, size: 14.0, above: 8.0 };
/// What belongs to the line above it.
const BELOW: Style = Style { weight: Weight::Regular, size: 14.0, above: 0.0 };

/// Lays the leaflet out.
pub(crate) fn pages(leaflet: &Leaflet, fonts: &Fonts) -> Pages {
    let mut layout =
        Layout { fonts, made: Pages::default(), y: MARGIN, left: MARGIN, width: MEASURE };
    layout.made.pages.push(Vec::new());
    layout.text(Role::Paragraph, &Words::own(&leaflet.site), &STRONG);
    layout.text(Role::Title, &Words::own(&leaflet.title), &TITLE);
    for lead in &leaflet.leads {
        layout.text(Role::Paragraph, &Words::own(lead), &BODY);
    }
    if let Some((heading, note)) = &leaflet.note {
        layout.y += 14.0;
        layout.room(4.0 * BODY.size * LEADING);
        layout.text(Role::Heading, &Words::own(heading), &HEADING);
        layout.text(Role::Paragraph, note, &BODY);
    }
    for service in &leaflet.services {
        layout.service(service);
    }
    if let Some(link) = &leaflet.link {
        layout.link(link);
    }
    layout.y += 8.0;
    for end in &leaflet.ends {
        layout.text(Role::Paragraph, &Words::own(end), &BODY);
    }
    layout.made
}

struct Layout<'a> {
    fonts: &'a Fonts,
    made: Pages,
    /// Where the next line begins, from the page's top.
    y: f32,
    left: f32,
    width: f32,
}

impl Layout<'_> {
    fn service(&mut self, service: &ListedService) {
        let height = self.height_of(service);
        if height < KEPT_TOGETHER * (BOTTOM - MARGIN) {
            self.room(height);
        } else {
            self.room(180.0);
        }
        if self.y > MARGIN {
            self.y += 14.0;
            self.put(None, 0.0, What::Rule);
            self.y += 12.0;
        }
        self.text(Role::Heading, &service.name, &HEADING);
        for block in &service.blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Phone(number, below) => {
                self.room((PHONE.size + BODY.size) * LEADING + PHONE.above);
                self.text(Role::Paragraph, &Words::own(number), &PHONE);
                for words in below {
                    self.text(Role::Paragraph, words, &BELOW);
                }
            }
            Block::Text(words) => self.text(Role::Paragraph, words, &BODY),
            Block::Labelled(label, words) => {
                self.room(2.0 * BODY.size * LEADING + STRONG.above);
                self.text(Role::Paragraph, &Words::own(label), &STRONG);
                self.text(Role::Paragraph, words, &BELOW);
            }
        }
    }

    /// The code with the address beside it, on one page.
    fn link(&mut self, link: &Link) {
        self.room(QR + 60.0);
        self.y += 14.0;
        self.put(None, 0.0, What::Rule);
        self.y += 26.0;
        let top = self.y;
        let has_code = crate::qr::squares(&link.address).is_some();
        if has_code {
            let role = Role::Picture(link.picture.clone(), link.address.clone());
            self.made.pieces.push(Piece { role, language: None, text: String::new() });
            self.left += 12.0;
            self.put(Some(self.made.pieces.len() - 1), 0.0, What::Picture);
            self.left = MARGIN + BESIDE_QR;
            self.width = MEASURE - BESIDE_QR;
        }
        self.text(Role::Paragraph, &Words::own(&link.lead), &BODY);
        self.text(Role::Paragraph, &Words::own(&link.address), &STRONG);
        (self.left, self.width) = (MARGIN, MEASURE);
        if has_code {
            self.y = self.y.max(top + QR + 12.0);
        }
    }

    /// How high a service is, in points.
    fn height_of(&self, service: &ListedService) -> f32 {
        let of = |words: &str, style: &Style| self.height(words, style);
        let blocks = service.blocks.iter().map(|block| match block {
            Block::Phone(number, below) => {
                let below = below.iter().map(|words| of(&words.text, &BELOW));
                of(number, &PHONE) + below.sum::<f32>()
            }
            Block::Text(words) => of(&words.text, &BODY),
            Block::Labelled(label, words) => of(label, &STRONG) + of(&words.text, &BELOW),
        });
        26.0 + of(&service.name.text, &HEADING) + blocks.sum::<f32>()
    }

    #[expect(clippy::cast_precision_loss, reason = "a text has few lines")]
    fn height(&self, text: &str, style: &Style) -> f32 {
        let lines = lines(text, self.fonts, style.weight, style.size, self.width);
        style.above + lines.len() as f32 * style.size * LEADING
    }

    /// Goes to the next page unless so many points are left on this one.
    fn room(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > MARGIN {
            self.made.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }

    fn text(&mut self, role: Role, words: &Words, style: &Style) {
        let lines = lines(&words.text, self.fonts, style.weight, style.size, self.width);
        if lines.is_empty() {
            return;
        }
        let text = lines.iter().map(|line| line.text.as_str()).collect();
        self.made.pieces.push(Piece { role, language: words.language, text });
        let piece = self.made.pieces.len() - 1;
        self.y += style.above;
        for line in lines {
            self.room(style.size * LEADING);
            self.put(Some(piece), style.size, What::Text(line, style.weight, style.size));
            self.y += style.size * LEADING;
        }
    }

    fn put(&mut self, piece: Option<usize>, below: f32, what: What) {
        let (x, y) = (self.left, self.y + below);
        if let Some(page) = self.made.pages.last_mut() {
            page.push(Placed { piece, x, y, what });
        }
    }
}
