//! What every page has around it: language, addresses in the other languages, header and footer.

use std::borrow::Cow;
use std::sync::Arc;

use domain::Language;

use crate::address::{Address, SearchAddress};
use crate::config::WebConfig;
use crate::texts::Texts;

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
    /// Whether search engines may keep the page.
    pub(crate) is_indexed: bool,
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
            is_indexed: false,
        }
    }

    /// Says which page it is around.
    pub(crate) fn around(mut self, address: Address) -> Self {
        self.is_indexed = !matches!(
            address,
            Address::Search(_) | Address::Report | Address::Imports | Address::Import(_)
        );
        self.address = Some(address);
        self
    }

    pub(crate) fn home(&self) -> String {
        Address::Home.path(self.language)
    }

    pub(crate) fn search(&self) -> String {
        SearchAddress::default().path(self.language)
    }

    pub(crate) fn about(&self) -> String {
        Address::About.path(self.language)
    }

    pub(crate) fn accessibility(&self) -> String {
        Address::Accessibility.path(self.language)
    }

    pub(crate) fn is_home(&self) -> bool {
        self.address == Some(Address::Home)
    }

    /// The page's own address, with the site's where it is known.
    pub(crate) fn canonical(&self) -> Option<String> {
        Some(self.absolute(&self.address.as_ref()?.path(self.language)))
    }

    fn absolute(&self, path: &str) -> String {
        let base_url = self.config.base_url.as_deref().unwrap_or("");
        format!("{}{path}", base_url.trim_end_matches('/'))
    }

    /// The address of the county's stylesheet, where it has one.
    pub(crate) fn stylesheet(&self) -> Option<String> {
        self.config.face.stylesheet_path()
    }

    /// The address of the county's logo, where it has one.
    pub(crate) fn logo(&self) -> Option<&str> {
        self.config.face.logo_path()
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
    fn offered(&self) -> impl Iterator<Item = Language> {
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
        self.offered()
            .map(|language| (language.code(), self.absolute(&address.path(language))))
            .collect()
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
