//! The icons of an installed site: the county's logo on white, or the tray in the county's colours.

use std::sync::OnceLock;

use resvg::tiny_skia::{Color, FilterQuality, Pixmap, PixmapPaint, Transform};
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use crate::face::{Face, Logo, fingerprint};

/// How much of an icon's width a logo takes; where systems cut a shape out of the icon, a square within
/// the circle of four fifths that they leave (W3C, maskable icons).
const WIDE: f32 = 0.84;
const WIDE_WITHIN_SHAPES: f32 = 0.56;
/// The tray likewise: it is flat, and has room for more.
const TRAY_WITHIN_SHAPES: f32 = 0.84;
/// How many units wide the tray's drawing is.
const UNITS: f32 = 32.0;

/// Where an icon is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// As it is.
    Any,
    /// In a shape that the system cuts out of it.
    Maskable,
}

/// An icon, drawn when it is first asked for.
#[derive(Debug)]
pub(super) struct Icon {
    pub(super) path: String,
    /// Width and height in pixels.
    pub(super) side: u32,
    pub(super) purpose: Purpose,
    png: OnceLock<Vec<u8>>,
}

impl Purpose {
    /// Its name in the manifest.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Maskable => "maskable",
        }
    }
}

impl Icon {
    /// The icons of a face: the sizes that browsers ask of a site that can be installed.
    pub(super) fn all(face: &Face) -> Vec<Self> {
        [
            (192, Purpose::Any),
            (512, Purpose::Any),
            (192, Purpose::Maskable),
            (512, Purpose::Maskable),
        ]
        .map(|(side, purpose)| Self::new(side, purpose, face))
        .into()
    }

    fn new(side: u32, purpose: Purpose, face: &Face) -> Self {
        // All that the drawing depends on, so that another drawing has another address.
        let drawn_of = format!(
            "{} {WIDE} {WIDE_WITHIN_SHAPES} {}",
            tray(purpose, face),
            face.logo_path().unwrap_or_default()
        );
        let print = fingerprint(drawn_of.as_bytes());
        let path = format!("/assets/app-{}-{side}.{print}.png", purpose.name());
        Self { path, side, purpose, png: OnceLock::new() }
    }

    /// The file. A logo that cannot be drawn leaves the tray.
    pub(super) fn png(&self, face: &Face) -> &[u8] {
        self.png.get_or_init(|| {
            let with_logo = face.logo.as_ref().and_then(|logo| self.with_logo(logo));
            let drawn = with_logo.or_else(|| self.with_tray(face));
            drawn.and_then(|drawn| drawn.encode_png().ok()).unwrap_or_default()
        })
    }

    fn with_tray(&self, face: &Face) -> Option<Pixmap> {
        let mut icon = Pixmap::new(self.side, self.side)?;
        let tray = Tree::from_str(&tray(self.purpose, face), &Options::default()).ok()?;
        let scale = length(self.side) / UNITS;
        resvg::render(&tray, Transform::from_scale(scale, scale), &mut icon.as_mut());
        Some(icon)
    }

    fn with_logo(&self, logo: &Logo) -> Option<Pixmap> {
        let mut icon = Pixmap::new(self.side, self.side)?;
        icon.fill(Color::WHITE);
        if logo.is_svg() {
            let tree = Tree::from_data(logo.bytes(), &alone()).ok()?;
            let place = self.place(tree.size().width(), tree.size().height());
            resvg::render(&tree, place, &mut icon.as_mut());
        } else {
            let picture = Pixmap::decode_png(logo.bytes()).ok()?;
            let place = self.place(length(picture.width()), length(picture.height()));
            let smooth = PixmapPaint { quality: FilterQuality::Bicubic, ..PixmapPaint::default() };
            icon.draw_pixmap(0, 0, picture.as_ref(), &smooth, place, None);
        }
        Some(icon)
    }

    /// Where a picture of a size goes: in the middle, as large as there is room.
    fn place(&self, width: f32, height: f32) -> Transform {
        let share = match self.purpose {
            Purpose::Any => WIDE,
            Purpose::Maskable => WIDE_WITHIN_SHAPES,
        };
        let side = length(self.side);
        let scale = side * share / width.max(height);
        let middle = |size: f32| (side - size * scale) / 2.0;
        Transform::from_row(scale, 0.0, 0.0, scale, middle(width), middle(height))
    }
}

/// The tray as a drawing: with round corners, or on a ground without edges.
fn tray(purpose: Purpose, face: &Face) -> String {
    let (ground, lines) = face.band();
    let (corner, scale) = match purpose {
        Purpose::Any => (7, 1.0),
        Purpose::Maskable => (0, TRAY_WITHIN_SHAPES),
    };
    let middle = UNITS / 2.0 * (1.0 - scale);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {UNITS} {UNITS}\">\
         <rect width=\"{UNITS}\" height=\"{UNITS}\" rx=\"{corner}\" fill=\"{ground}\"/>\
         <path transform=\"translate({middle} {middle}) scale({scale})\" fill=\"none\" \
         stroke=\"{lines}\" stroke-width=\"2.2\" stroke-linecap=\"round\" \
         d=\"M5 21h22M8.5 21a7.5 7.5 0 0 1 15 0M16 13.5V10.5M9 25h14\"/></svg>"
    )
}

/// Of a logo nothing is drawn that lies in other files.
fn alone() -> Options<'static> {
    let resolver = ImageHrefResolver {
        resolve_data: ImageHrefResolver::default_data_resolver(),
        resolve_string: Box::new(|_, _| None),
    };
    Options { image_href_resolver: resolver, ..Options::default() }
}

#[expect(clippy::cast_precision_loss, reason = "pictures have some thousand pixels")]
fn length(pixels: u32) -> f32 {
    pixels as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(icon: &Icon, face: &Face) -> Pixmap {
        let drawn = Pixmap::decode_png(icon.png(face)).unwrap();
        assert_eq!((drawn.width(), drawn.height()), (icon.side, icon.side));
        drawn
    }

    fn colour(picture: &Pixmap, across: u32, down: u32) -> (u8, u8, u8, u8) {
        let pixel = picture.pixel(across, down).unwrap().demultiply();
        (pixel.red(), pixel.green(), pixel.blue(), pixel.alpha())
    }

    fn with_logo(bytes: &[u8]) -> Face {
        Face { logo: Some(Logo::new(bytes.to_vec()).unwrap()), ..Face::default() }
    }

    const BAND: (u8, u8, u8, u8) = (0x0a, 0x3a, 0x6e, 255);

    #[test]
    fn without_a_logo_the_tray_stands_on_the_bands_colour() {
        let face = Face::default();
        for icon in Icon::all(&face) {
            let picture = drawn(&icon, &face);
            let side = icon.side;
            assert_eq!(colour(&picture, side / 2, side / 8), BAND);
            let corner = if icon.purpose == Purpose::Any { 0 } else { 255 };
            assert_eq!(colour(&picture, 0, 0).3, corner, "systems cut out of a whole ground");
        }
    }

    #[test]
    fn a_logo_is_drawn_on_white_within_what_shapes_leave() {
        let red = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'><rect width='20' height='10' fill='#f00'/></svg>";
        let mut picture = Pixmap::new(20, 10).unwrap();
        picture.fill(Color::from_rgba8(255, 0, 0, 255));
        for logo in [red.as_bytes().to_vec(), picture.encode_png().unwrap()] {
            let face = with_logo(&logo);
            for icon in Icon::all(&face) {
                let picture = drawn(&icon, &face);
                let side = icon.side;
                assert_eq!(colour(&picture, side / 2, side / 2), (255, 0, 0, 255));
                assert_eq!(colour(&picture, side / 2, side / 8), (255, 255, 255, 255));
                let near_edge = colour(&picture, side / 8, side / 2);
                let is_in_logo = near_edge == (255, 0, 0, 255);
                assert_eq!(is_in_logo, icon.purpose == Purpose::Any);
            }
        }
    }

    #[test]
    fn a_logo_that_cannot_be_drawn_leaves_the_tray() {
        let face = with_logo(b"<svg>broken");
        let icon = &Icon::all(&face)[0];
        assert_eq!(colour(&drawn(icon, &face), 96, 24), BAND);
    }

    #[test]
    fn another_logo_or_colour_has_other_addresses() {
        let paths = |face: &Face| Icon::all(face).into_iter().map(|icon| icon.path).collect();
        let own: Vec<String> = paths(&Face::default());
        let other: Vec<String> = paths(&with_logo(b"<svg/>"));
        assert!(own.iter().all(|path| !other.contains(path)));
    }
}
