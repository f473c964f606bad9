//! The parts of a site that a county can do without.

/// A part that is there unless the county's file switches it off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Module {
    /// Giving a list by a code, and reading given ones. The visitor's own list is there in any case.
    Sharing,
    /// Feedback on services and on the site, and what it changed.
    Feedback,
    /// What other sites show in a frame, and the page where it is made.
    Widget,
    /// A lobby's screen.
    Screen,
    /// Maps of results and of places.
    Map,
    /// Feeds of new and changed services.
    Feeds,
    /// Workshops and clinics, with registering for them; seen by everybody where there is a coordinator who makes them.
    Events,
    /// The page on which providers write a description.
    DescriptionHelper,
}

impl Module {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::Sharing,
        Self::Feedback,
        Self::Widget,
        Self::Screen,
        Self::Map,
        Self::Feeds,
        Self::Events,
        Self::DescriptionHelper,
    ];

    /// Its name in the county's file and in the keys of texts that belong to it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sharing => "sharing",
            Self::Feedback => "feedback",
            Self::Widget => "widget",
            Self::Screen => "screen",
            Self::Map => "map",
            Self::Feeds => "feeds",
            Self::Events => "events",
            Self::DescriptionHelper => "description_helper",
        }
    }
}
