//! What every page of the coordinator has around it beside the site's own frame: the ways between them, and the
//! way out.

use std::borrow::Cow;

use app::coordinator::Coordinator;
use domain::Language;

use crate::Site;
use crate::address::{Address, CoverageAddress, EventAddress, TasksAddress, Word};
use crate::frame::Frame;
use crate::texts::Texts;

/// The pages that the navigation names, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StaffPage {
    Dashboard,
    Coverage,
    Quality,
    Tasks,
    Events,
    Partners,
    Imports,
}

impl StaffPage {
    const ALL: [Self; 7] = [
        Self::Dashboard,
        Self::Quality,
        Self::Coverage,
        Self::Tasks,
        Self::Events,
        Self::Partners,
        Self::Imports,
    ];

    fn address(self) -> Address {
        match self {
            Self::Dashboard => Address::Staff,
            Self::Coverage => Address::Coverage(CoverageAddress::default()),
            Self::Quality => Address::Quality(1),
            Self::Tasks => Address::Tasks(TasksAddress::default()),
            Self::Events => Address::Events(EventAddress::Staff),
            Self::Partners => Address::Events(EventAddress::Partners),
            Self::Imports => Address::Imports,
        }
    }

    /// The page that an address is of, or below; none of other addresses.
    pub(super) fn of(address: &str, language: Language) -> Option<Self> {
        let is_at = |own: &str| {
            address.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let pages = Self::ALL.into_iter().map(|page| (page, page.address().path(language)));
        let nearest = pages.filter(|(_, own)| is_at(own)).max_by_key(|(_, own)| own.len());
        nearest.map(|(page, _)| page)
    }

    /// What the navigation calls it.
    pub(super) fn name(self, t: Texts) -> Cow<'static, str> {
        t.get(self.key())
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Dashboard => "dashboard-heading",
            Self::Coverage => "coverage-heading",
            Self::Quality => "quality-heading",
            Self::Tasks => "tasks-heading",
            Self::Events => "staff-events",
            Self::Partners => "partners-heading",
            Self::Imports => "imports-heading",
        }
    }
}

/// The frame of one of the coordinator's pages. Templates that extend `staff/frame.html` have it as `staff`, and the
/// site's as `frame`.
#[derive(Debug, Clone)]
pub(crate) struct StaffFrame {
    /// The name that they signed in with.
    pub(crate) name: String,
    /// Where the form leads by which they sign out.
    pub(crate) sign_out: String,
    pub(crate) links: Vec<StaffLink>,
}

/// A link of the navigation.
#[derive(Debug, Clone)]
pub(crate) struct StaffLink {
    pub(crate) href: String,
    pub(crate) name: Cow<'static, str>,
    pub(crate) is_current: bool,
}

impl StaffFrame {
    /// Both frames of a page at an address, which belongs to one that the navigation names.
    pub(crate) fn new(
        site: &Site,
        language: Language,
        coordinator: &Coordinator,
        current: StaffPage,
        address: Address,
    ) -> (Frame, Self) {
        let frame = site.frame(language).around(address);
        let pages = StaffPage::ALL.into_iter().filter(|page| frame.serves(&page.address()));
        let links = pages.map(|page| StaffLink {
            href: page.address().path(language),
            name: frame.t.get(page.key()),
            is_current: page == current,
        });
        let staff = Self {
            name: coordinator.name().to_owned(),
            sign_out: Word::SignOut.path(language),
            links: links.collect(),
        };
        (frame, staff)
    }
}
