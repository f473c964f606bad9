//! The pictures under maps: tiles of a service that the operator names, asked for by us and kept, so that
//! the service learns nothing of who looks at which map.
//!
//! A tile is asked for once at a time however many want it, of an area and zooms that are set, and a few at
//! once. When the service fails it is left in peace for a while, and maps are shown without.

mod cache;

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use geo::{Bounds, Tile};
use jiff::Timestamp;
use sources::tiles::{PictureKind, TileFailure, TileSource};
use tokio::sync::Semaphore;

use cache::Cache;

/// The finest zoom there is.
pub const FINEST: u8 = Tile::FINEST;
/// How many tiles are asked for at once.
const AT_ONCE: usize = 4;
/// How many visitors may wait for tiles that are not kept.
const WAITING: usize = 64;
/// How long a service that fails is left in peace.
const REST: Duration = Duration::from_secs(15);
/// The longest that a tile is kept, whatever its service says.
const LONGEST: Duration = Duration::from_hours(30 * 24);
/// How long a tile that its service lacks is not asked for again.
const LACKED_FOR: Duration = Duration::from_mins(15);
/// How many such tiles are remembered; beyond, the memory begins anew.
const MOST_LACKED: usize = 10_000;

/// A layer of tiles. Cheap to clone; clones share it.
#[derive(Debug, Clone)]
pub struct Layer(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    source: TileSource,
    zooms: RangeInclusive<u8>,
    area: Bounds,
    cache: Cache,
    doors: Mutex<HashMap<Tile, Arc<tokio::sync::Mutex<()>>>>,
    waiting: Semaphore,
    at_once: Semaphore,
    rests_until: Mutex<Timestamp>,
    /// Tiles that the service lacks, and until when it is not asked again.
    lacked: Mutex<HashMap<Tile, Timestamp>>,
}

/// A tile, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The picture.
    pub bytes: Vec<u8>,
    /// What it is.
    pub kind: PictureKind,
    /// How long it is good; nothing for one that is shown for want of a better.
    pub good_for: Duration,
}

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoPicture {
    /// It is none of the layer's.
    #[error("the layer has no such tile")]
    Outside,
    /// Its service does not give it now.
    #[error("the tile is not to be had now")]
    NotNow,
}

impl Layer {
    /// A layer of an area and zooms, kept in a folder up to so many bytes. What the folder has of other
    /// services goes.
    ///
    /// # Errors
    /// When the folder cannot be made or read.
    pub fn open(
        source: TileSource,
        zooms: RangeInclusive<u8>,
        area: Bounds,
        folder: &Path,
        most_bytes: u64,
    ) -> std::io::Result<Self> {
        let own = folder.join(source.print());
        let cache = Cache::open(&own, most_bytes)?;
        for other in std::fs::read_dir(folder)? {
            let other = other?.path();
            if other != own && other.is_dir() {
                std::fs::remove_dir_all(other)?;
            }
        }
        Ok(Self(Arc::new(Shared {
            source,
            zooms,
            area,
            cache,
            doors: Mutex::default(),
            waiting: Semaphore::new(WAITING),
            at_once: Semaphore::new(AT_ONCE),
            rests_until: Mutex::new(Timestamp::UNIX_EPOCH),
            lacked: Mutex::default(),
        })))
    }

    /// The zooms there are.
    #[must_use]
    pub fn zooms(&self) -> RangeInclusive<u8> {
        self.0.zooms.clone()
    }

    /// Whether a tile is one of the layer's.
    #[must_use]
    pub fn has(&self, tile: Tile) -> bool {
        self.0.zooms.contains(&tile.zoom) && tile.bounds().meets(self.0.area)
    }

    /// A tile: as it is kept, or else as its service gives it; one that has grown old when the service gives
    /// none.
    ///
    /// # Errors
    /// When there is none.
    pub async fn picture(&self, tile: Tile, now: Timestamp) -> Result<Picture, NoPicture> {
        if !self.has(tile) {
            return Err(NoPicture::Outside);
        }
        let old = match self.0.cache.get(tile, now).await {
            Some(kept) if !kept.good_for.is_zero() => return Ok(kept),
            old => old,
        };
        self.0.fetched(tile, now).await.or(old).ok_or(NoPicture::NotNow)
    }
}

impl Shared {
    async fn fetched(&self, tile: Tile, now: Timestamp) -> Option<Picture> {
        if self.lacks(tile, now) {
            return None;
        }
        let _place = self.waiting.try_acquire().ok()?;
        let door = Door::of(self, tile);
        let _alone = door.lock.lock().await;
        // Whoever was before may have brought it, or found that there is none to be had.
        if let Some(kept) = self.cache.get(tile, now).await.filter(|one| !one.good_for.is_zero()) {
            return Some(kept);
        }
        if self.lacks(tile, now) {
            return None;
        }
        let _turn = self.at_once.acquire().await.ok()?;
        if now < *self.rests_until.lock().unwrap_or_else(PoisonError::into_inner) {
            return None;
        }
        match self.source.fetch(tile, now).await {
            Ok(fetched) => {
                let kind = PictureKind::of(&fetched.bytes)?;
                let good_for = fetched.good_for.unwrap_or_default().min(LONGEST);
                let picture = Picture { bytes: fetched.bytes, kind, good_for };
                if !good_for.is_zero() {
                    self.cache.put(tile, &picture, now).await;
                }
                Some(picture)
            }
            Err(failure) => {
                self.note(failure, tile, now);
                None
            }
        }
    }

    /// Whether the service lacked a tile a while ago.
    fn lacks(&self, tile: Tile, now: Timestamp) -> bool {
        let lacked = self.lacked.lock().unwrap_or_else(PoisonError::into_inner);
        lacked.get(&tile).is_some_and(|until| now < *until)
    }

    /// Lets the service rest where it is not well; a single tile that it lacks tells nothing of that, and is
    /// not asked for again soon.
    fn note(&self, failure: TileFailure, tile: Tile, now: Timestamp) {
        let is_unwell = match failure {
            TileFailure::Unreachable => true,
            TileFailure::Answered(status) => status >= 500 || matches!(status, 401 | 403 | 429),
            TileFailure::TooLarge | TileFailure::NoPicture => false,
        };
        tracing::warn!(%failure, is_unwell, "a map is shown without a tile");
        let until = now.checked_add(if is_unwell { REST } else { LACKED_FOR }).unwrap_or(now);
        if is_unwell {
            *self.rests_until.lock().unwrap_or_else(PoisonError::into_inner) = until;
        } else {
            let mut lacked = self.lacked.lock().unwrap_or_else(PoisonError::into_inner);
            if lacked.len() >= MOST_LACKED {
                lacked.clear();
            }
            lacked.insert(tile, until);
        }
    }
}

/// The door to a tile, through which one goes at a time; it is taken away by the last who stood there.
struct Door<'a> {
    of: &'a Shared,
    tile: Tile,
    lock: Arc<tokio::sync::Mutex<()>>,
}

impl<'a> Door<'a> {
    fn of(of: &'a Shared, tile: Tile) -> Self {
        let mut doors = of.doors.lock().unwrap_or_else(PoisonError::into_inner);
        let lock = Arc::clone(doors.entry(tile).or_default());
        Self { of, tile, lock }
    }
}

impl Drop for Door<'_> {
    fn drop(&mut self) {
        let mut doors = self.of.doors.lock().unwrap_or_else(PoisonError::into_inner);
        // Ours and the table's.
        if Arc::strong_count(&self.lock) <= 2 {
            doors.remove(&self.tile);
        }
    }
}

#[cfg(test)]
mod tests;
