//! The addresses of the provider's own view, whose key is in the path, and of the links that the coordinator makes.

use domain::Language;
use domain::catalogue::EntityId;
use domain::provider_link::ProviderKey;

use super::ParameterNames;

/// The place of the key or the id in the paths of routes.
const PART: &str = "{part}";

/// A page of these, in any language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ProviderAddress {
    /// What is to be mended: a page of the findings.
    View(ProviderKey, usize),
    /// A page of the descriptions.
    Descriptions(ProviderKey, usize),
    /// Where digests are ended.
    Unsubscribe(ProviderKey),
    /// The coordinator's page of an organisation's links.
    Links(EntityId),
}

/// The words of these addresses in a language.
struct Words {
    provider: &'static str,
    descriptions: &'static str,
    digest: &'static str,
    unsubscribe: &'static str,
    links: &'static str,
}

const fn words(language: Language) -> Words {
    match language {
        Language::Sv => Words {
            provider: "aktor",
            descriptions: "beskrivningar",
            digest: "utskick",
            unsubscribe: "avsluta-utskick",
            links: "koordinator/kvalitet/aktorens-lank",
        },
        Language::En => Words {
            provider: "provider",
            descriptions: "descriptions",
            digest: "digest",
            unsubscribe: "stop-digest",
            links: "coordinator/quality/provider-link",
        },
        _ => Words {
            provider: "toimija",
            descriptions: "kuvaukset",
            digest: "kooste",
            unsubscribe: "lopeta-kooste",
            links: "koordinaattori/laatu/toimijan-linkki",
        },
    }
}

impl ProviderAddress {
    /// The address in a language, from the slash on.
    pub(crate) fn path(&self, language: Language) -> String {
        let (path, page) = match self {
            Self::View(key, page) => (view(key.as_str(), language), *page),
            Self::Descriptions(key, page) => (descriptions(key.as_str(), language), *page),
            Self::Unsubscribe(key) => (unsubscribe(key.as_str(), language), 1),
            Self::Links(id) => (links(id.as_str(), language), 1),
        };
        let name = ParameterNames::of(language).page;
        if page > 1 { format!("{path}?{name}={page}") } else { path }
    }

    /// Where a provider's page sends how often digests go.
    pub(crate) fn digest(key: &ProviderKey, language: Language) -> String {
        digest(key.as_str(), language)
    }

    /// The paths of the routes: the view, the descriptions, the digest, the end of it, the coordinator's links.
    pub(crate) fn routes(language: Language) -> [String; 5] {
        [view, descriptions, digest, unsubscribe, links].map(|path| path(PART, language))
    }
}

fn view(key: &str, language: Language) -> String {
    format!("/{language}/{}/{key}", words(language).provider)
}

fn descriptions(key: &str, language: Language) -> String {
    format!("{}/{}", view(key, language), words(language).descriptions)
}

fn digest(key: &str, language: Language) -> String {
    format!("{}/{}", view(key, language), words(language).digest)
}

fn unsubscribe(key: &str, language: Language) -> String {
    format!("/{language}/{}/{key}", words(language).unsubscribe)
}

fn links(id: &str, language: Language) -> String {
    format!("/{language}/{}/{id}", words(language).links)
}
