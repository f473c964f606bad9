//! Campaigns: a short address on a poster or in a post (`/k/CODE`) that leads to a page of the site, and
//! is counted by day. Nothing of who came is known.

use std::collections::BTreeMap;

/// The longest code, in characters.
const LONGEST_CODE: usize = 40;
/// The longest target, in bytes.
const LONGEST_TARGET: usize = 1_000;

/// The campaigns there are: from each code to the page that it leads to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Campaigns(BTreeMap<String, String>);

/// A campaign that cannot be one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidCampaign {
    /// The code has other characters than an address on a poster should.
    #[error("the code {0:?} must be 1 to 40 small letters a–z, digits and hyphens")]
    Code(String),
    /// It leads out of the site, or to nothing.
    #[error(
        "the campaign {0:?} must lead to a page of this site: a path like \
         \"/fi/haku?teema=liikunta\", without blanks and letters beyond ASCII"
    )]
    Target(String),
}

impl Campaigns {
    /// Takes codes and targets.
    ///
    /// # Errors
    /// With the first that cannot be one.
    pub fn new(
        targets: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, InvalidCampaign> {
        let mut campaigns = BTreeMap::new();
        for (code, target) in targets {
            if !is_code(&code) {
                return Err(InvalidCampaign::Code(code));
            }
            if !is_path_of_the_site(&target) {
                return Err(InvalidCampaign::Target(code));
            }
            campaigns.insert(code, target);
        }
        Ok(Self(campaigns))
    }

    /// The code as it is configured, and its target. Large letters are as good as small ones, since
    /// people type what a poster shows.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<(&str, &str)> {
        let (code, target) = self.0.get_key_value(code.to_ascii_lowercase().as_str())?;
        Some((code, target))
    }

    /// Every code with its target, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(code, target)| (code.as_str(), target.as_str()))
    }
}

fn is_code(code: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST_CODE).contains(&code.len()) && code.bytes().all(is_letter)
}

/// Whether a path leads to a page of the site: a browser takes `//host` and `/\host` for another site.
fn is_path_of_the_site(path: &str) -> bool {
    let mut bytes = path.bytes();
    path.len() <= LONGEST_TARGET
        && bytes.next() == Some(b'/')
        && !matches!(bytes.next(), Some(b'/' | b'\\'))
        && path.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(code: &str, target: &str) -> Result<Campaigns, InvalidCampaign> {
        Campaigns::new([(code.to_owned(), target.to_owned())])
    }

    #[test]
    fn a_code_is_found_as_people_type_it() {
        let campaigns = one("fb-1", "/fi/haku?teema=liikunta").unwrap();
        assert_eq!(campaigns.find("FB-1"), Some(("fb-1", "/fi/haku?teema=liikunta")));
        assert_eq!(campaigns.find("fb-2"), None);
    }

    #[test]
    fn a_code_is_short_and_plain() {
        for code in ["", "Kirje", "a b", "ä", "../x", &"a".repeat(41)] {
            assert_eq!(one(code, "/fi/"), Err(InvalidCampaign::Code(code.to_owned())));
        }
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        for target in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "fi/",
            "",
            "/fi/\r\nset-cookie: a=b",
            "/\t/evil.example",
            "javascript:alert(1)",
            "/fi/ä",
        ] {
            assert_eq!(
                one("a", target),
                Err(InvalidCampaign::Target("a".to_owned())),
                "{target:?}"
            );
        }
        for target in ["/", "/fi/haku?q=%C3%A4&kunta=529"] {
            assert!(one("a", target).is_ok(), "{target}");
        }
    }
}
