//! What stands in a page's head for those who show a link to it: Open Graph, and the feeds that go with
//! the page. `preview.html` writes it.

use domain::Language;

use crate::address::FeedAddress;
use crate::face::Module;
use crate::frame::Frame;
use crate::view::text::Text;

use super::feed;

/// A page as others show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Preview {
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    pub(crate) locale: &'static str,
    pub(crate) other_locales: Vec<&'static str>,
    /// The page's whole address, where the site's own is known.
    pub(crate) address: Option<String>,
    /// The picture's whole address, likewise.
    pub(crate) image: Option<String>,
    pub(crate) feeds: Vec<FeedLink>,
}

/// A feed to subscribe to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FeedLink {
    pub(crate) title: String,
    pub(crate) href: String,
}

impl Preview {
    pub(crate) fn new(frame: &Frame, title: impl Into<String>) -> Self {
        let others = frame.offered().filter(|other| *other != frame.language);
        Self {
            title: title.into(),
            description: None,
            locale: locale(frame.language),
            other_locales: others.map(locale).collect(),
            address: frame.public_address(),
            image: frame.public(crate::assets::path("preview.png")),
            feeds: Vec::new(),
        }
    }

    /// With a line about what is on the page.
    pub(crate) fn described(self, description: impl Into<String>) -> Self {
        Self { description: Some(description.into()), ..self }
    }

    /// With the summary that a provider wrote, if there is one.
    pub(crate) fn summed_up(self, summary: Option<&Text>) -> Self {
        Self { description: summary.map(|text| text.value.clone()), ..self }
    }

    /// With a feed beside the page, where the site has feeds.
    pub(crate) fn with_feed(mut self, address: &FeedAddress, frame: &Frame) -> Self {
        if frame.has(Module::Feeds) {
            self.feeds.push(FeedLink {
                title: feed::title(address, frame.t),
                href: address.path(frame.language),
            });
        }
        self
    }
}

/// A language as Open Graph writes it.
const fn locale(language: Language) -> &'static str {
    match language {
        Language::Sv => "sv_FI",
        Language::En => "en_GB",
        _ => "fi_FI",
    }
}
