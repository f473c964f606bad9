//! The pages for what went wrong, each with a way onward.

use std::borrow::Cow;

use askama::Template;
use domain::catalogue::EntityKind;

use crate::fault::Fault;
use crate::frame::Frame;
use crate::pages::information::ContactCard;
use crate::texts::Texts;

/// An error page.
#[derive(Template)]
#[template(path = "error.html")]
pub(crate) struct ErrorPage {
    frame: Frame,
    heading: Cow<'static, str>,
    explanation: Cow<'static, str>,
    /// What is gone.
    name: Option<String>,
    /// Whom to ask, where that is the way onward.
    contact: Option<ContactCard>,
    /// Only on faults of ours: what to tell us.
    request_id: Option<String>,
}

impl ErrorPage {
    pub(crate) fn new(frame: Frame, fault: &Fault, request_id: &str) -> Self {
        let name = match fault {
            Fault::Gone(_, names) => names.best(frame.language).map(|(_, name)| name.to_owned()),
            _ => None,
        };
        let (heading, explanation) = words_of(fault, frame.t);
        let ours = matches!(fault, Fault::Internal(_));
        let request_id = ours.then(|| request_id.to_owned());
        let contact = (*fault == Fault::NoProviderLink).then(|| ContactCard::around(&frame));
        Self { frame, heading, explanation, name, contact, request_id }
    }
}

/// What a fault is called, and what to do.
pub(crate) fn words_of(fault: &Fault, t: Texts) -> (Cow<'static, str>, Cow<'static, str>) {
    let subject = match fault {
        Fault::Gone(kind, _) => gone(*kind),
        _ => fault.word(),
    };
    let text = |part: &str| t.find(subject, part).unwrap_or_default();
    (text("title"), text("text"))
}

/// The start of the keys that tell of a thing that is gone.
const fn gone(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Organisation => "gone-organisation",
        EntityKind::Channel => "gone-channel",
        _ => "gone",
    }
}
