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
        let key = place.map(|place| place.code);
        if let Some(known) = self.known(generation, key) {
            return known;
        }
        // Without the lock: other readers do not wait for it.
        let fresh = Arc::new(overview(app, county, place));
        let mut reckoned = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if reckoned.generation == generation {
            reckoned.by_place.insert(key, Arc::clone(&fresh));
        }
        fresh
    }

    /// What was reckoned of a place in this generation; older reckonings are forgotten.
    fn known(&self, generation: i64, key: Option<&'static str>) -> Option<Arc<Overview>> {
        let mut reckoned = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if reckoned.generation != generation {
            *reckoned = Reckoned { generation, ..Reckoned::default() };
        }
        reckoned.by_place.get(&key).map(Arc::clone)
    }
}
