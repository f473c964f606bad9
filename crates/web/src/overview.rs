//! What the search box and the home page show of the whole catalogue, reckoned once per generation.

use std::sync::{Arc, Mutex, PoisonError};

use app::App;
use app::catalogue::{Overview, overview};

/// The generation that was reckoned last, and what came of it.
type Last = Option<(i64, Arc<Overview>)>;

/// The last reckoning. Cheap to clone; clones share it.
#[derive(Clone, Default)]
pub(crate) struct Remembered(Arc<Mutex<Last>>);

impl Remembered {
    /// The overview of the generation that readers have, of a county or of everything.
    pub(crate) fn get(&self, app: &App, county: Option<&str>) -> Arc<Overview> {
        let generation = app.index().generation();
        let mut remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*remembered {
            Some((known, overview)) if *known == generation => Arc::clone(overview),
            _ => {
                let fresh = Arc::new(overview(app, county));
                *remembered = Some((generation, Arc::clone(&fresh)));
                fresh
            }
        }
    }
}
