//! How a county's site looks and what it covers: name, logo, colours, languages, area.
//!
//! One process may serve several counties, each by its own host names; see [`sites`](crate::sites).

mod changes;
mod crisis;
mod framing;
mod modules;
mod palette;

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use domain::journey::JourneyPlan;
use domain::reference::County;
use domain::{Colour, Language, Localized};

pub use changes::FeedbackChange;
pub use crisis::CrisisNumber;
pub use framing::{FramingSite, FramingSiteError};
pub use modules::Module;
pub use palette::{Palette, Tones};

/// The largest logo, in bytes: it is on every page.
const LOGO_LIMIT: usize = 20_000;

/// The colours of a band without a county's own, as the stylesheet has them.
const USUAL_BAND: &str = "#0a3a6e";
const USUAL_ON_BAND: &str = "#ffffff";

/// A county's face.
#[derive(Debug, Clone)]
pub struct Face {
    /// The host names that it is served under; the first face is also served under all others.
    pub hosts: Vec<String>,
    /// The name in the header and in titles.
    pub name: Localized,
    /// The name under the icon on a telephone; the site's own without.
    pub short_name: Localized,
    /// The picture beside the name.
    pub logo: Option<Logo>,
    /// The colours; the site's own without.
    pub palette: Option<Palette>,
    /// The languages of the pages, the usual one first.
    pub languages: Vec<Language>,
    /// The county whose services are shown, with those of the whole country; all without.
    pub county: Option<&'static County>,
    /// What the home page says above and under its heading, in the place of the site's own words.
    pub heading: Localized,
    /// The sentence under it.
    pub lead: Localized,
    /// What the page about the site says first, as Markdown.
    pub about: Localized,
    /// Whom one asks for help in finding a service, as Markdown.
    pub help: Localized,
    /// Who answers for personal data, and whom to ask about them, as Markdown.
    pub privacy: Localized,
    /// The parts that it does without.
    pub off: Vec<Module>,
    /// The other sites that may show its widget in a frame.
    pub may_frame: Vec<FramingSite>,
    /// Its own numbers for those in a crisis, beside the country's.
    pub crisis_numbers: Vec<CrisisNumber>,
    /// What was changed because of feedback, as the staff tells it.
    pub feedback_changes: Vec<FeedbackChange>,
    /// The steps of its partners to good descriptions.
    pub journey: JourneyPlan,
}

impl Default for Face {
    fn default() -> Self {
        Self {
            hosts: Vec::new(),
            name: Localized::new(Language::Fi, "Tarjotin"),
            short_name: Localized::default(),
            logo: None,
            palette: None,
            languages: Language::INTERFACE.to_vec(),
            county: None,
            heading: Localized::default(),
            lead: Localized::default(),
            about: Localized::default(),
            help: Localized::default(),
            privacy: Localized::default(),
            off: Vec::new(),
            may_frame: Vec::new(),
            crisis_numbers: Vec::new(),
            feedback_changes: Vec::new(),
            journey: JourneyPlan::default(),
        }
    }
}

impl Face {
    /// The name in a language, or in the nearest that there is.
    pub(crate) fn name(&self, language: Language) -> &str {
        self.name.best(language).map_or("Tarjotin", |(_, name)| name)
    }

    /// Whether a part of the site is there.
    pub(crate) fn has(&self, module: Module) -> bool {
        !self.off.contains(&module)
    }

    /// What the county's band is painted with, and what stands on it.
    pub(crate) fn band(&self) -> (String, String) {
        let own = self.palette.as_ref().map(|palette| palette.light);
        let shown = |colour: Option<Colour>, usual: &str| {
            colour.map_or_else(|| usual.to_owned(), |colour| colour.to_string())
        };
        (
            shown(own.map(|tones| tones.brand), USUAL_BAND),
            shown(own.map(|tones| tones.on_brand), USUAL_ON_BAND),
        )
    }

    /// The usual language of the pages.
    pub(crate) fn usual_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Fi)
    }

    /// The address of its stylesheet, where it has colours of its own.
    pub(crate) fn stylesheet_path(&self) -> Option<&str> {
        self.palette.as_ref().map(Palette::path)
    }

    /// The address of its logo.
    pub(crate) fn logo_path(&self) -> Option<&str> {
        self.logo.as_ref().map(|logo| logo.path.as_str())
    }

    /// What it serves at an address under `/assets/`, if it does.
    pub(crate) fn asset(&self, path: &str) -> Option<Response> {
        if let Some(palette) = self.palette.as_ref().filter(|palette| palette.path() == path) {
            let css = palette.stylesheet().as_bytes().to_vec();
            return Some(served(css, "text/css; charset=utf-8"));
        }
        if let Some(logo) = self.logo.as_ref().filter(|logo| logo.path == path) {
            return Some(served(logo.bytes.clone(), logo.kind.content_type()));
        }
        None
    }
}

/// A picture for the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    bytes: Vec<u8>,
    kind: LogoKind,
    path: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LogoKind {
    Svg,
    Png,
}

/// Why a file is no logo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// It is too large.
    #[error("the logo has {0} bytes; it is on every page and may have at most {LOGO_LIMIT}")]
    TooLarge(usize),
    /// It is neither an SVG nor a PNG.
    #[error("the logo is neither an SVG nor a PNG file")]
    UnknownKind,
}

impl Logo {
    /// A logo from the contents of a file. It is only ever shown as a picture (`img`), in which no
    /// script runs and nothing is fetched.
    ///
    /// # Errors
    /// When it is too large, or of another kind.
    pub fn new(bytes: Vec<u8>) -> Result<Self, LogoError> {
        if bytes.len() > LOGO_LIMIT {
            return Err(LogoError::TooLarge(bytes.len()));
        }
        let is_svg = std::str::from_utf8(&bytes).is_ok_and(|text| text.contains("<svg"));
        let kind = match () {
            () if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => LogoKind::Png,
            () if is_svg => LogoKind::Svg,
            () => return Err(LogoError::UnknownKind),
        };
        let path = format!("/assets/logo.{}.{}", fingerprint(&bytes), kind.ending());
        Ok(Self { bytes, kind, path })
    }

    /// The file.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether it is drawn of lines, and not of points.
    pub(crate) const fn is_svg(&self) -> bool {
        matches!(self.kind, LogoKind::Svg)
    }
}

impl LogoKind {
    const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    const fn content_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

/// A file that is good for a year, since another content has another name.
pub(crate) fn served(bytes: impl Into<Body>, content_type: &'static str) -> Response {
    let mut response = Response::new(bytes.into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    let lasting = HeaderValue::from_static("public, max-age=31536000, immutable");
    headers.insert(header::CACHE_CONTROL, lasting);
    response
}

/// Tells contents apart; the same on every machine that runs the same binary.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:012x}", hasher.finish() >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_a_small_svg_or_png() {
        assert!(Logo::new(b"<?xml version='1.0'?><svg/>".to_vec()).is_ok());
        assert!(Logo::new(b"\x89PNG\r\n\x1a\n".to_vec()).is_ok());
        assert_eq!(Logo::new(b"GIF89a".to_vec()), Err(LogoError::UnknownKind));
        assert_eq!(Logo::new(vec![b' '; 20_001]), Err(LogoError::TooLarge(20_001)));
    }

    #[test]
    fn the_usual_band_is_that_of_the_stylesheet() {
        let site = crate::assets::text("site.css");
        assert!(site.contains(&format!("--site-band: {USUAL_BAND};")));
        assert!(site.contains("--site-band-text: #fff;") && USUAL_ON_BAND == "#ffffff");
    }

    #[test]
    fn a_face_serves_its_own_files_and_no_others() {
        let logo = Logo::new(b"<svg/>".to_vec()).ok();
        let face = Face { logo, ..Face::default() };
        let path = face.logo_path().unwrap();
        assert_eq!(face.asset(path).unwrap().headers()["content-type"], "image/svg+xml");
        assert!(face.asset("/assets/logo.000000000000.svg").is_none());
        assert!(Face::default().asset("/assets/face.css").is_none());
    }
}
