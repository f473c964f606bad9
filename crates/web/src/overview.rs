//! What the search box and the home page show of the whole catalogue or of a municipality, reckoned
//! once per generation.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use app::App;
use app::catalogue::{Overview, overview};
use domain::reference::Municipality;

/// What was reckoned of one generation: of everything, and by municipality.
#[derive(Default)]
struct Reckoned {
    generation: i64,
    by_place: HashMap<Option<&'static str>, Arc<Overview>>,
}

/// The last reckonings. Cheap to clone; clones share them.
#[derive(Clone, Default)]
pub(crate) struct Remembered(Arc<Mutex<Reckoned>>);

impl Remembered {
    /// The overview of the generation that readers have: of everything, of the site's county, or of a
    /// municipality.
    pub(crate) fn get(
        &self,
        app: &App,
        county: Option<&str>,
        place: Option<&'static Municipality>,
    ) -> Arc<Overview> {
        let generation = app.index().generation();
        let mut reckoned = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if reckoned.generation != generation {
            *reckoned = Reckoned { generation, ..Reckoned::default() };
        }
        let fresh = || Arc::new(overview(app, county, place));
        Arc::clone(reckoned.by_place.entry(place.map(|place| place.code)).or_insert_with(fresh))
    }
}
