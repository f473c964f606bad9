//! The bar that is always in sight: how many services are on the visitor's list, and what was last done
//! to it.

use app::my_list::{Change, Kept, joined};
use domain::catalogue::EntityId;

use super::text::Text;
use crate::address::Address;
use crate::texts::Texts;
use crate::visit::Visit;

/// The bar, and what the buttons on the page need to know of the list.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListBar {
    /// Where the list is, and where its forms go.
    pub(crate) href: String,
    /// Where the forms lead back to.
    pub(crate) here: String,
    pub(crate) count: usize,
    pub(crate) notice: Option<Notice>,
    ids: Vec<EntityId>,
}

/// What was done to the list, in words.
#[derive(Debug, Clone)]
pub(crate) struct Notice {
    pub(crate) sentence: String,
    /// The service that it was done with.
    pub(crate) name: Option<Text>,
    pub(crate) undo: Option<Undo>,
}

/// The button that undoes it: its name and value in the list's form.
#[derive(Debug, Clone)]
pub(crate) struct Undo {
    pub(crate) name: &'static str,
    pub(crate) value: String,
}

impl ListBar {
    pub(crate) fn new(visit: &Visit, t: Texts) -> Self {
        let Kept { list, change } = &visit.kept;
        Self {
            href: Address::MyList.path(t.0),
            here: visit.here.clone(),
            count: list.len(),
            notice: change.as_ref().map(|change| Notice::new(change, visit, t)),
            ids: list.ids().to_vec(),
        }
    }

    /// Whether a service is on the list.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.ids.iter().any(|one| one.as_str() == id)
    }
}

impl Notice {
    fn new(change: &Change, visit: &Visit, t: Texts) -> Self {
        let name = |id: &EntityId| Text::best(visit.name_of(id)?, t.0);
        let (sentence, name, undo) = match change {
            Change::Full => (t.get("list-full"), None, None),
            Change::Added(id) => (t.get("list-added"), name(id), None),
            Change::Taken(ids) => {
                let undo = Undo { name: "remove", value: joined(ids) };
                (t.count("list-taken", ids.len()), None, (!ids.is_empty()).then_some(undo))
            }
            Change::Removed(place, ids) => {
                let undo = Undo { name: "restore", value: format!("{place}.{}", joined(ids)) };
                match ids.as_slice() {
                    [id] => (t.get("list-removed"), name(id), Some(undo)),
                    _ => (t.count("list-cleared", ids.len()), None, Some(undo)),
                }
            }
        };
        Self { sentence: sentence.into_owned(), name, undo }
    }
}
