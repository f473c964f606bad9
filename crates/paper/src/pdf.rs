//! The leaflet as a PDF: tagged, with its title and language, checked against PDF/UA-1 while it is written.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree,
};

use crate::fonts::{Fonts, Weight};
use crate::layout::{HEIGHT, MARGIN, Pages, Piece, Placed, QR, Role, WIDTH, What, pages};
use crate::lines::{lines, wide};
use crate::{Leaflet, LeafletError, qr};

/// More pages are not made: nobody would carry them.
const MOST_PAGES: usize = 120;
/// The size of the page's number, in points.
const SMALL: f32 = 14.0;

/// What a piece was drawn as: its parts, and where the first of them is.
#[derive(Default)]
struct Drawn {
    parts: Vec<Identifier>,
    place: Option<(usize, Point)>,
}

/// The leaflet as a PDF. It takes milliseconds of work; do it where nobody waits.
///
/// # Errors
/// When it has too many pages, or would not be accessible to everybody.
pub fn pdf(leaflet: &Leaflet, fonts: &Fonts) -> Result<Vec<u8>, LeafletError> {
    let laid = pages(leaflet, fonts);
    if laid.pages.len() > MOST_PAGES {
        return Err(LeafletError::TooLong(MOST_PAGES));
    }
    let configuration =
        ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = configuration.finish().map_err(refused)?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let metadata = Metadata::new()
        .title(format!("{} – {}", leaflet.title, leaflet.site))
        .language(leaflet.language.to_owned())
        .authors(vec![leaflet.site.clone()]);
    document.set_metadata(metadata);
    let drawn = draw(&mut document, &laid, leaflet, fonts)?;
    document.set_outline(outline(&laid.pieces, &drawn));
    document.set_tag_tree(tree(&laid.pieces, drawn, leaflet.language)?);
    document.finish().map_err(refused)
}

fn refused(reason: impl std::fmt::Debug) -> LeafletError {
    LeafletError::Refused(format!("{reason:?}"))
}

fn draw(
    document: &mut Document,
    laid: &Pages,
    leaflet: &Leaflet,
    fonts: &Fonts,
) -> Result<Vec<Drawn>, LeafletError> {
    let mut drawn: Vec<Drawn> = laid.pieces.iter().map(|_| Drawn::default()).collect();
    let last = laid.pages.len();
    for (index, placed) in laid.pages.iter().enumerate() {
        let settings =
            PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| refused("the page's size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for one in placed {
            let part = part(&mut surface, one, laid, fonts);
            let piece = one.piece.and_then(|piece| drawn.get_mut(piece));
            if let Some((piece, part)) = piece.zip(part) {
                piece.parts.push(part);
                piece.place.get_or_insert((index, Point::from_xy(one.x, one.y)));
            }
        }
        surface.start_tagged(artifact(ArtifactType::PageNumber));
        number(&mut surface, &format!("{} {}/{last}", leaflet.page, index + 1), fonts);
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    Ok(drawn)
}

fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

/// Draws something, and says what it is known by in the tree; what only divides is not in it.
fn part(
    surface: &mut Surface<'_>,
    one: &Placed,
    laid: &Pages,
    fonts: &Fonts,
) -> Option<Identifier> {
    match &one.what {
        What::Text(line, weight, size) => {
            let part = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            let start = Point::from_xy(one.x, one.y);
            surface.draw_glyphs(start, &line.glyphs, fonts.font(*weight), &line.text, *size, false);
            surface.end_tagged();
            Some(part)
        }
        What::Picture => {
            let Role::Picture(_, text) = &laid.pieces.get(one.piece?)?.role else { return None };
            let part = surface.start_tagged(ContentTag::Other);
            code(surface, text, one.x, one.y);
            surface.end_tagged();
            Some(part)
        }
        What::Rule => {
            surface.start_tagged(artifact(ArtifactType::Layout));
            rectangles(surface, [(one.x, one.y, WIDTH - 2.0 * MARGIN, 1.0)]);
            surface.end_tagged();
            None
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a code is at most 177 squares wide")]
fn code(surface: &mut Surface<'_>, text: &str, x: f32, y: f32) {
    let Some(squares) = qr::squares(text) else { return };
    let side = QR / squares.width as f32;
    let run = |(column, line, length): (usize, usize, usize)| {
        let (left, top) = (x + column as f32 * side, y + line as f32 * side);
        (left, top, length as f32 * side, side)
    };
    rectangles(surface, squares.runs.into_iter().map(run));
}

fn rectangles(surface: &mut Surface<'_>, all: impl IntoIterator<Item = (f32, f32, f32, f32)>) {
    let mut path = PathBuilder::new();
    for (x, y, width, height) in all {
        if let Some(one) = Rect::from_xywh(x, y, width, height) {
            path.push_rect(one);
        }
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// The page's number, at the right.
fn number(surface: &mut Surface<'_>, text: &str, fonts: &Fonts) {
    let width = wide(text, fonts, Weight::Regular, SMALL);
    let start = Point::from_xy(WIDTH - MARGIN - width, HEIGHT - MARGIN);
    for line in lines(text, fonts, Weight::Regular, SMALL, WIDTH) {
        let font = fonts.font(Weight::Regular);
        surface.draw_glyphs(start, &line.glyphs, font, &line.text, SMALL, false);
    }
}

/// The headings, to jump to.
fn outline(pieces: &[Piece], drawn: &[Drawn]) -> Outline {
    let mut outline = Outline::new();
    for (piece, drawn) in pieces.iter().zip(drawn) {
        if let (Role::Title | Role::Heading, Some((page, point))) = (&piece.role, drawn.place) {
            let above = Point::from_xy(0.0, (point.y - 24.0).max(0.0));
            let there = XyzDestination::new(page, above);
            outline.push_child(OutlineNode::new(piece.text.trim().to_owned(), there));
        }
    }
    outline
}

/// The pieces in reading order, for those who hear the leaflet.
fn tree(
    pieces: &[Piece],
    drawn: Vec<Drawn>,
    language: &'static str,
) -> Result<TagTree, LeafletError> {
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    for (piece, drawn) in pieces.iter().zip(drawn) {
        let lang = piece.language.map(str::to_owned);
        let title = Some(piece.text.trim().to_owned());
        let mut group = match &piece.role {
            Role::Title => TagGroup::new(Tag::Hn(level(1)?, title).with_lang(lang)),
            Role::Heading => TagGroup::new(Tag::Hn(level(2)?, title).with_lang(lang)),
            Role::Paragraph => TagGroup::new(Tag::P.with_lang(lang)),
            Role::Picture(words, _) => {
                let place = drawn.place.and_then(|(page, at)| {
                    Some(BBox::new(page, Rect::from_xywh(at.x, at.y, QR, QR)?))
                });
                TagGroup::new(Tag::Figure(Some(words.clone())).with_bbox(place))
            }
        };
        for part in drawn.parts {
            group.push(part);
        }
        tree.push(group);
    }
    Ok(tree)
}

fn level(number: u16) -> Result<NonZeroU16, LeafletError> {
    NonZeroU16::new(number).ok_or_else(|| refused("a heading without a level"))
}
