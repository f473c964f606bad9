//! What every page has around it: language, addresses in the other languages, header and footer.

use std::borrow::Cow;
use std::sync::Arc;

use domain::{Language, Localized};

use crate::address::{Address, FeedAddress, SearchAddress, WidgetAddress, Word};
use crate::config::{Contact, WebConfig};
use crate::ease::Ease;
use crate::face::Module;
use crate::texts::Texts;
use crate::view::crisis::{self, CrisisHelp};
use crate::view::list_bar::ListBar;
use crate::view::markdown;
use crate::visit;

/// The frame of one page.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub(crate) language: Language,
    pub(crate) t: Texts,
    /// The page's own address in every language; an error page has none.
    address: Option<Address>,
    config: Arc<WebConfig>,
    /// The name that the header shows.
    pub(crate) site_name: String,
    /// How the reader wants the page.
    pub(crate) ease: Ease,
    /// Whether search engines may keep the page.
    pub(crate) is_indexed: bool,
    /// The visitor's own list.
    pub(crate) list: ListBar,
}

/// The page in a language: a link of the language choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LanguageLink {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) href: String,
    pub(crate) is_current: bool,
}

impl Frame {
    pub(crate) fn new(language: Language, config: &Arc<WebConfig>) -> Self {
        Self {
            language,
            t: Texts(language),
            address: None,
            site_name: config.face.name(language).to_owned(),
            config: Arc::clone(config),
            ease: Ease::here(),
            is_indexed: false,
            list: ListBar::new(&visit::current(), Texts(language)),
        }
    }

    /// Says which page it is around.
    pub(crate) fn around(mut self, address: Address) -> Self {
        self.is_indexed = match &address {
            Address::Search(search) => search.is_theme_page(),
            Address::Feeds(chosen) => {
                chosen.search() == SearchAddress { page: 1, ..Default::default() }
            }
            other => other.is_public(),
        };
        self.address = Some(address);
        self
    }

    pub(crate) fn home(&self) -> String {
        Address::Home.path(self.language)
    }

    pub(crate) fn search(&self) -> String {
        SearchAddress::default().path(self.language)
    }

    /// The links at the bottom: address and name.
    pub(crate) fn footer(&self) -> Vec<(String, Cow<'static, str>)> {
        let t = self.t;
        [
            (Address::Guide, t.get("footer-guide")),
            (Address::DigitalHelp, t.get("footer-digital-help")),
            (Address::About, t.get("footer-about")),
            (Address::WhyMissing, t.get("footer-why-missing")),
            (Address::Feeds(FeedAddress::default()), t.get("footer-feeds")),
            (Address::WidgetBuilder(WidgetAddress::default()), t.get("footer-widget")),
            (Address::Feedback(None), t.get("footer-feedback")),
            (Address::FeedbackEffects, t.get("footer-feedback-effects")),
            (Address::Privacy, t.get("footer-privacy")),
            (Address::Accessibility, t.get("footer-accessibility")),
        ]
        .into_iter()
        .filter(|(address, _)| self.config.serves(address))
        .map(|(address, name)| (address.path(self.language), name))
        .collect()
    }

    pub(crate) fn guide(&self) -> String {
        Address::Guide.path(self.language)
    }

    /// How the site is installed.
    pub(crate) fn manifest(&self) -> String {
        Word::Manifest.path(self.language)
    }

    /// Where the reader's choice is sent.
    pub(crate) fn ease_action(&self) -> String {
        Word::Ease.path(self.language)
    }

    /// Where it leads back to: the page, or from an error page the front page.
    pub(crate) fn here(&self) -> String {
        self.address.as_ref().unwrap_or(&Address::Home).path(self.language)
    }

    /// The numbers to call where somebody may be in danger; the foot of every page has them in sight.
    pub(crate) fn emergency_help(&self) -> Vec<CrisisHelp> {
        crisis::help(&self.config.face, self.t)
    }

    pub(crate) fn is_home(&self) -> bool {
        self.address == Some(Address::Home)
    }

    /// The page's own address, with the site's where it is known.
    pub(crate) fn canonical(&self) -> Option<String> {
        Some(self.absolute(&self.address.as_ref()?.path(self.language)))
    }

    /// A path with the site's address before it, where that is known.
    pub(crate) fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.config.site_address().unwrap_or(""))
    }

    /// The page's own address; an error page is at the front page's.
    pub(crate) fn absolute_address(&self) -> String {
        let address = self.address.as_ref().unwrap_or(&Address::Home);
        self.absolute(&address.path(self.language))
    }

    /// A path as a whole address, for those who read it elsewhere; none where the site's is not known.
    pub(crate) fn public(&self, path: &str) -> Option<String> {
        self.config.site_address().map(|base| format!("{base}{path}"))
    }

    /// The page's own whole address, likewise.
    pub(crate) fn public_address(&self) -> Option<String> {
        self.public(&self.address.as_ref()?.path(self.language))
    }

    /// The address of the county's stylesheet, where it has one.
    pub(crate) fn stylesheet(&self) -> Option<&str> {
        self.config.face.stylesheet_path()
    }

    /// The address of the county's logo, where it has one.
    pub(crate) fn logo(&self) -> Option<&str> {
        self.config.face.logo_path()
    }

    /// Whether a part of the site is told of.
    pub(crate) fn has(&self, module: Module) -> bool {
        self.config.shows(module)
    }

    /// Whether what is at an address is told of.
    pub(crate) fn serves(&self, address: &Address) -> bool {
        self.config.serves(address)
    }

    /// Whose site it is: the county, or else who answers for the site.
    pub(crate) fn responsible(&self) -> String {
        let county = self.config.face.county.map(|county| county.name(self.language).to_owned());
        let contact = || {
            let (_, name) = self.config.contact.as_ref()?.name.best(self.language)?;
            Some(name.to_owned())
        };
        county.or_else(contact).unwrap_or_else(|| self.site_name.clone())
    }

    /// Who answers for the site.
    pub(crate) fn contact(&self) -> Option<&Contact> {
        self.config.contact.as_ref()
    }

    /// Whom one asks for help in finding a service, as HTML; none where the county says nothing.
    pub(crate) fn help(&self) -> Option<String> {
        self.own(&self.config.face.help)
    }

    /// What the county says of itself, as HTML.
    pub(crate) fn about(&self) -> Option<String> {
        self.own(&self.config.face.about)
    }

    /// Who answers for personal data, as HTML.
    pub(crate) fn privacy(&self) -> Option<String> {
        self.own(&self.config.face.privacy)
    }

    fn own(&self, text: &Localized) -> Option<String> {
        text.get(self.language).map(markdown::html)
    }

    /// What the home page says above the box: the county's words, or else ours.
    pub(crate) fn greeting(&self) -> (String, String) {
        let face = &self.config.face;
        let said = |own: Option<&str>, key: &str| {
            own.map_or_else(|| self.t.get(key).into_owned(), str::to_owned)
        };
        (
            said(face.heading.get(self.language), "home-heading"),
            said(face.lead.get(self.language), "home-lead"),
        )
    }

    /// The site's languages in the order of the choice.
    pub(crate) fn offered(&self) -> impl Iterator<Item = Language> {
        let offered = &self.config.face.languages;
        Language::INTERFACE.into_iter().filter(|language| offered.contains(language))
    }

    /// The page in the site's languages; from an error page, the home pages. None where there is no
    /// choice.
    pub(crate) fn languages(&self) -> Vec<LanguageLink> {
        let address = self.address.as_ref().unwrap_or(&Address::Home);
        if self.offered().count() < 2 {
            return Vec::new();
        }
        self.offered()
            .map(|language| LanguageLink {
                code: language.code(),
                name: own_name(language),
                href: address.path(language),
                is_current: language == self.language,
            })
            .collect()
    }

    /// Code and address for `hreflang`; empty for pages that have no lasting address.
    pub(crate) fn alternates(&self) -> Vec<(&'static str, String)> {
        let Some(address) = self.address.as_ref().filter(|_| self.is_indexed) else {
            return Vec::new();
        };
        let at = |language| self.absolute(&address.path(language));
        let own = self.offered().map(|language| (language.code(), at(language)));
        let usual = self.config.face.usual_language();
        let default = self.absolute(&address.default_path(usual));
        own.chain([("x-default", default)]).collect()
    }

    /// The page's name with the site's, for the `title` element.
    pub(crate) fn title(&self, name: impl AsRef<str>) -> Cow<'static, str> {
        self.t.with("page-title", &[("page", name.as_ref()), ("site", &self.site_name)])
    }
}

/// A language's name in itself.
pub(crate) const fn own_name(language: Language) -> &'static str {
    match language {
        Language::Fi => "Suomi",
        Language::Sv => "Svenska",
        Language::En => "English",
        Language::Se => "Davvisámegiella",
        Language::Smn => "Anarâškielâ",
        Language::Sms => "Nuõrttsääʹmǩiõll",
    }
}
