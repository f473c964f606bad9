//! The interface's texts, in Fluent: one folder per language under `locales/`, one file per subject. A
//! text whose key ends with `-easy` is shown in the place of the one without to those who want easier
//! words.

use std::borrow::{Borrow, Cow};
use std::sync::LazyLock;

use domain::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::ease::Ease;

type Bundle = FluentBundle<FluentResource>;

macro_rules! sources {
    ($language:literal) => {
        [
            include_str!(concat!("../locales/", $language, "/site.ftl")),
            include_str!(concat!("../locales/", $language, "/search.ftl")),
            include_str!(concat!("../locales/", $language, "/results.ftl")),
            include_str!(concat!("../locales/", $language, "/catalogue.ftl")),
            include_str!(concat!("../locales/", $language, "/import.ftl")),
            include_str!(concat!("../locales/", $language, "/reach.ftl")),
            include_str!(concat!("../locales/", $language, "/information.ftl")),
            include_str!(concat!("../locales/", $language, "/ease.ftl")),
            include_str!(concat!("../locales/", $language, "/easy.ftl")),
            include_str!(concat!("../locales/", $language, "/list.ftl")),
            include_str!(concat!("../locales/", $language, "/leaflet.ftl")),
            include_str!(concat!("../locales/", $language, "/map.ftl")),
            include_str!(concat!("../locales/", $language, "/widget.ftl")),
            include_str!(concat!("../locales/", $language, "/feedback.ftl")),
            include_str!(concat!("../locales/", $language, "/events.ftl")),
            include_str!(concat!("../locales/", $language, "/staff.ftl")),
            include_str!(concat!("../locales/", $language, "/offline.ftl")),
            include_str!(concat!("../locales/", $language, "/coverage.ftl")),
            include_str!(concat!("../locales/", $language, "/dashboard.ftl")),
            include_str!(concat!("../locales/", $language, "/description.ftl")),
            include_str!(concat!("../locales/", $language, "/quality.ftl")),
            include_str!(concat!("../locales/", $language, "/task.ftl")),
            include_str!(concat!("../locales/", $language, "/provider.ftl")),
        ]
    };
}

static FINNISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Fi, sources!("fi")));
static SWEDISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Sv, sources!("sv")));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::En, sources!("en")));

/// Puts a language's files together. What is wrong in a file is found by the locale tests; here it
/// is left out, and shows as a missing key.
fn bundle<const COUNT: usize>(language: Language, sources: [&str; COUNT]) -> Bundle {
    let mut bundle =
        Bundle::new_concurrent(language.code().parse().into_iter().collect::<Vec<_>>());
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(grouped(number.value)),
        _ => None,
    }));
    for source in sources {
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A whole number with a no-break space between thousands, as Finnish, Swedish and our English
/// write it.
#[expect(clippy::cast_possible_truncation, reason = "counts are far below 2^53 and whole")]
fn grouped(number: f64) -> String {
    let digits = (number as i64).to_string();
    let mut shown = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            shown.push('\u{a0}');
        }
        shown.push(digit);
    }
    shown
}

/// The texts of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Texts(pub(crate) Language);

impl Texts {
    fn bundle(self) -> &'static Bundle {
        match self.0 {
            Language::Sv => &SWEDISH,
            Language::En => &ENGLISH,
            _ => &FINNISH,
        }
    }

    /// A text without variables.
    pub(crate) fn get(self, key: &str) -> Cow<'static, str> {
        self.format(key, None)
    }

    /// A text with a `$count`.
    pub(crate) fn count(self, key: &str, count: impl Borrow<usize>) -> Cow<'static, str> {
        let mut values = FluentArgs::new();
        values.set("count", FluentValue::from(*count.borrow()));
        self.format(key, Some(&values))
    }

    /// A text with a `$count` and a `$name`.
    pub(crate) fn count_of(self, key: &str, count: usize, name: &str) -> Cow<'static, str> {
        let mut values = FluentArgs::new();
        values.set("count", FluentValue::from(count));
        values.set("name", FluentValue::from(name));
        self.format(key, Some(&values))
    }

    /// A text with a `$count` and the `$most` that there may be.
    pub(crate) fn count_of_most(self, key: &str, count: usize, most: usize) -> Cow<'static, str> {
        let mut values = FluentArgs::new();
        values.set("count", FluentValue::from(count));
        values.set("most", FluentValue::from(most));
        self.format(key, Some(&values))
    }

    /// A text with a `$name`.
    pub(crate) fn name(self, key: &str, name: impl AsRef<str>) -> Cow<'static, str> {
        self.with(key, &[("name", name.as_ref())])
    }

    /// A text with variables in words.
    pub(crate) fn with(self, key: &str, values: &[(&str, &str)]) -> Cow<'static, str> {
        let values: FluentArgs<'_> =
            values.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        self.format(key, Some(&values))
    }

    /// A text whose key is made at run time (`prefix-` and a code), if there is one.
    pub(crate) fn find(self, prefix: &str, code: &str) -> Option<Cow<'static, str>> {
        let key = format!("{prefix}-{code}");
        self.bundle().has_message(&key).then(|| self.get(&key))
    }

    /// As [`find`](Self::find), with a `$name`.
    pub(crate) fn find_named(
        self,
        prefix: &str,
        code: &str,
        name: &str,
    ) -> Option<Cow<'static, str>> {
        let key = format!("{prefix}-{code}");
        self.bundle().has_message(&key).then(|| self.name(&key, name))
    }

    fn format(self, key: &str, values: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let bundle = self.bundle();
        let easier = || bundle.get_message(&format!("{key}-easy"));
        let message = if Ease::here().is_easy { easier() } else { None };
        let pattern =
            message.or_else(|| bundle.get_message(key)).and_then(|message| message.value());
        let Some(pattern) = pattern else { return Cow::Owned(format!("⟦{key}⟧")) };
        let mut errors = Vec::new();
        Cow::Owned(bundle.format_pattern(pattern, values, &mut errors).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_apart() {
        for (number, shown) in [(7.0, "7"), (1_234.0, "1\u{a0}234"), (1e6, "1\u{a0}000\u{a0}000")] {
            assert_eq!(grouped(number), shown);
        }
    }

    #[test]
    fn a_missing_key_shows_itself() {
        assert_eq!(Texts(Language::Fi).get("no-such-key"), "⟦no-such-key⟧");
    }
}
