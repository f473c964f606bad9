//! How feedback changed things: what was said and what was done, as the county's file tells it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::address::Address;
use crate::face::FeedbackChange;
use crate::found::preview::Preview;
use crate::frame::Frame;
use crate::language::Reader;
use crate::texts::Texts;
use crate::view::text::{Text, date};
use crate::{Site, render};

/// The page.
#[derive(Template)]
#[template(path = "feedback-effects.html")]
struct EffectsPage {
    frame: Frame,
    preview: Preview,
    changes: Vec<Change>,
    /// Where one gives feedback.
    give: String,
}

/// A change.
struct Change {
    day: String,
    said: Option<Text>,
    done: Option<Text>,
}

/// `GET /fi/nain-palautteesi-vaikutti`.
pub(crate) async fn page(State(site): State<Site>, Reader(language): Reader) -> Response {
    let frame = site.frame(language).around(Address::FeedbackEffects);
    let mut changes: Vec<&FeedbackChange> = site.config.face.feedback_changes.iter().collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.day));
    let lead = frame.t.get("effects-lead");
    render(&EffectsPage {
        preview: Preview::new(&frame, frame.t.get("effects-heading")).described(lead),
        changes: changes.into_iter().map(|change| Change::new(change, frame.t)).collect(),
        give: Address::Feedback(None).path(language),
        frame,
    })
}

impl Change {
    fn new(change: &FeedbackChange, t: Texts) -> Self {
        Self {
            day: date(change.day, t.0),
            said: Text::best(&change.said, t.0),
            done: Text::best(&change.done, t.0),
        }
    }
}
