//! Being found: what search engines, feed readers and other people's programs are told of the pages.

pub(crate) mod feed;
pub(crate) mod preview;
mod robots;
mod sitemap;
pub(crate) mod structured;
mod tag;
mod xml;

use axum::Router;
use axum::routing::get;

use crate::Site;
use crate::address::Word;
use crate::face::{Face, Module};

pub(crate) use feed::Kept;
pub(crate) use sitemap::Cuts;

/// The addresses that programs ask for.
pub(crate) fn routes(face: &Face) -> Router<Site> {
    let mut router = Router::new()
        .route("/robots.txt", get(robots::robots))
        .route("/sitemap.xml", get(sitemap::index))
        .route("/sitemap/{part}", get(sitemap::part));
    for language in face.languages.iter().copied().filter(|_| face.has(Module::Feeds)) {
        router = router.route(&Word::Feed.path(language), get(feed::feed));
    }
    router
}
