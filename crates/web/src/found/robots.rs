//! `robots.txt`: what search engines need not read, and where the list of addresses is.

use std::fmt::Write as _;

use axum::extract::State;

use crate::Site;
use crate::address::{ParameterNames, Word};
use crate::face::Module;

/// `GET /robots.txt`. Searches, of which there is no end, are left out but for the pages of themes; so are
/// what is a visitor's own, and the operators' pages.
pub(super) async fn robots(State(site): State<Site>) -> String {
    let mut told = String::from("User-agent: *\n");
    let face = &site.config.face;
    for language in face.languages.iter().copied() {
        let search = Word::Search.path(language);
        let theme = ParameterNames::of(language).theme;
        for line in [
            format!("Disallow: {search}?"),
            format!("Allow: {search}?{theme}="),
            format!("Disallow: {search}?{theme}=*&"),
            format!("Disallow: {}", Word::Imports.path(language)),
            format!("Disallow: {}", Word::Staff.path(language)),
            format!("Disallow: {}", Word::SignIn.path(language)),
            format!("Disallow: {}", Word::MyList.path(language)),
        ] {
            // Writing to a String cannot fail.
            let _ = writeln!(told, "{line}");
        }
        if face.has(Module::Screen) {
            let _ = writeln!(told, "Disallow: {}", Word::Screen.path(language));
        }
    }
    told.push_str("Disallow: /k/\nDisallow: /l/\nDisallow: /api/\n");
    if let Some(site) = site.config.site_address() {
        let _ = write!(told, "\nSitemap: {site}/sitemap.xml\n");
    }
    told
}
