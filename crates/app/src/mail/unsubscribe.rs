//! The headers by which a mail program ends more of a kind of letters by one request.

use lettre::message::MessageBuilder;
use lettre::message::header::{Header, HeaderName, HeaderValue};

/// A letter with where more of its kind is ended; without the headers where that is empty.
pub(super) fn headed(letter: MessageBuilder, address: &str) -> MessageBuilder {
    if address.is_empty() {
        return letter;
    }
    letter.header(ListUnsubscribe(format!("<{address}>"))).header(ListUnsubscribePost)
}

/// Where more of the kind is ended (RFC 2369).
#[derive(Debug, Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// That one request without a question ends it (RFC 8058).
#[derive(Debug, Clone)]
struct ListUnsubscribePost;

impl Header for ListUnsubscribePost {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}
