//! The sites that may show a county's widget in a frame of theirs.

use std::str::FromStr;

/// A site that may frame the widget, as a policy of the browser names it: `https://www.kunta.example`, or
/// `https://*.kunta.example` for all of its subdomains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FramingSite(String);

/// Why a text names no such site.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no host: write its name as in www.kunta.example, or *.kunta.example for all under it"
)]
pub struct FramingSiteError(String);

impl FramingSite {
    /// The source expression of a content security policy.
    pub(crate) fn source(&self) -> &str {
        &self.0
    }

    /// The host as people write it.
    pub(crate) fn shown(&self) -> &str {
        self.0.split_once("://").map_or(self.0.as_str(), |(_, host)| host)
    }
}

impl FromStr for FramingSite {
    type Err = FramingSiteError;

    /// Reads a host name, with its port where it is another than 443. It is reached by HTTPS; only of this
    /// machine itself, to try things out, is plain HTTP taken (`http://localhost:8000`).
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || FramingSiteError(text.to_owned());
        let (is_plain, rest) = match text.strip_prefix("http://") {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix("https://").unwrap_or(text)),
        };
        let (host, port) =
            rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port)));
        let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|number| number > 0));
        let name = host.strip_prefix("*.").unwrap_or(host);
        let is_label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let is_here = matches!(host, "localhost" | "127.0.0.1");
        // A star before a top-level domain would let in half the world.
        let is_name = name.split('.').all(is_label) && (is_here || name.contains('.'));
        if !is_name || !is_port || (is_plain && !is_here) {
            return Err(refused());
        }
        let scheme = if is_plain { "http" } else { "https" };
        Ok(Self(format!("{scheme}://{}", rest.to_ascii_lowercase())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_that_may_frame_is_a_host_and_nothing_that_opens_the_policy() {
        for (text, source) in [
            ("www.Naantali.example", "https://www.naantali.example"),
            ("https://*.kunta.example", "https://*.kunta.example"),
            ("intra.kunta.example:8443", "https://intra.kunta.example:8443"),
            ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ] {
            assert_eq!(text.parse::<FramingSite>().unwrap().source(), source);
        }
        for text in [
            "",
            "*",
            "*.fi",
            "https:",
            "http://kunta.example",
            "kunta.example/path",
            "a b.example",
            "kunta.example; script-src *",
            "'self'",
            "kunta.example:x",
            "-a.example",
            "a..example",
            "kunta.example:0",
            "data:",
        ] {
            assert!(text.parse::<FramingSite>().is_err(), "{text:?}");
        }
    }
}
