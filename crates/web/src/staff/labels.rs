//! What the fields of the coordinator's forms are called, and what their choices say, where a form is shown
//! that is kept over a sign-in: as on the page that it is of.

use std::borrow::Cow;

use domain::Language;

use super::StaffPage;
use crate::frame::own_name;
use crate::texts::Texts;

/// The fields of each page's forms, and the texts that they are called by.
const LABELS: [(StaffPage, &str, &str); 24] = [
    (StaffPage::Dashboard, "watch", "task-watch"),
    (StaffPage::Quality, "validity", "links-validity"),
    (StaffPage::Quality, "language", "links-language"),
    (StaffPage::Quality, "email", "digest-email"),
    (StaffPage::Quality, "rhythm", "digest-rhythm"),
    (StaffPage::Tasks, "owner", "task-owner"),
    (StaffPage::Tasks, "state", "task-state"),
    (StaffPage::Tasks, "due", "task-due"),
    (StaffPage::Tasks, "note", "task-note"),
    (StaffPage::Tasks, "answer", "task-answer"),
    (StaffPage::Events, "kind", "event-kind"),
    (StaffPage::Events, "day", "event-day"),
    (StaffPage::Events, "starts", "event-starts"),
    (StaffPage::Events, "ends", "event-ends"),
    (StaffPage::Events, "place", "event-place"),
    (StaffPage::Events, "remote", "event-remote-address"),
    (StaffPage::Events, "capacity", "event-capacity"),
    (StaffPage::Events, "closes", "event-closes-label"),
    (StaffPage::Events, "others", "staff-others"),
    (StaffPage::Events, "organisation", "register-organisation"),
    (StaffPage::Events, "material-name", "material-name"),
    (StaffPage::Events, "material-link", "material-link"),
    (StaffPage::Partners, "name", "partner-name"),
    (StaffPage::Partners, "organisation", "partner-which"),
];
/// Those whose names end with the language that they are written in, or the step that they are of.
const BEGINNINGS: [(StaffPage, &str, &str); 5] = [
    (StaffPage::Events, "title-", "event-title-in"),
    (StaffPage::Events, "description-", "event-description-in"),
    (StaffPage::Partners, "state-", "journey-state"),
    (StaffPage::Partners, "day-", "journey-day"),
    (StaffPage::Partners, "note-", "journey-note"),
];

/// What a field of a page's form is called; its own name where it is none of those.
pub(super) fn label(page: Option<StaffPage>, name: &str, t: Texts) -> Cow<'_, str> {
    let whole = LABELS.iter().find(|(of, own, _)| Some(*of) == page && *own == name);
    if let Some((_, _, key)) = whole {
        return t.get(key);
    }
    let begun = BEGINNINGS
        .iter()
        .filter(|(of, ..)| Some(*of) == page)
        .find_map(|(_, own, key)| Some((*key, name.strip_prefix(own)?)));
    match begun {
        Some((key, end)) => match Language::from_code(end) {
            Some(language) => t.name(key, own_name(language)),
            // Which of the steps it is of, by the county's own word for it.
            None => format!("{}: {end}", t.get(key)).into(),
        },
        None => name.into(),
    }
}

/// What a field's value says: of a choice its words, of what was written itself.
pub(super) fn value<'a>(name: &str, value: &'a str, t: Texts) -> Cow<'a, str> {
    let words = match name {
        "watch" => t.find("task-watch", value),
        "rhythm" => t.find("digest-rhythm", value),
        "kind" => t.find("event-kind", value),
        "state" => t.find("task-state", value),
        "language" => Language::from_code(value).map(|language| own_name(language).into()),
        "validity" => value.parse().ok().map(|days: usize| t.count("links-days", days)),
        _ if name.starts_with("state-") => t.find("journey-state", value),
        _ => None,
    };
    words.unwrap_or(value.into())
}
