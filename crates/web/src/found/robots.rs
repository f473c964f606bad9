//! `robots.txt`: what search engines need not read, and where the list of addresses is.

use std::fmt::Write as _;

use axum::extract::State;

use crate::Site;
use crate::address::Word;

/// `GET /robots.txt`. Searches by words, of which there is no end, and the operators' pages are left out;
/// the pages of themes are searches without words.
pub(super) async fn robots(State(site): State<Site>) -> String {
    let mut told = String::from("User-agent: *\n");
    for language in site.config.face.languages.iter().copied() {
        let search = Word::Search.path(language);
        for line in [
            format!("Disallow: {search}?*q="),
            format!("Disallow: {}", Word::Imports.path(language)),
        ] {
            // Writing to a String cannot fail.
            let _ = writeln!(told, "{line}");
        }
    }
    told.push_str("Disallow: /k/\nDisallow: /api/\n");
    if let Some(site) = site.config.site_address() {
        let _ = write!(told, "\nSitemap: {site}/sitemap.xml\n");
    }
    told
}
