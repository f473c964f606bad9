//! Tiles in a folder, a file each: when it grows old, then the picture. Together they have a bound; what was
//! fetched first goes first. The folder can be deleted at any time.

use std::collections::{HashMap, VecDeque};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use geo::Tile;
use jiff::Timestamp;
use sources::tiles::PictureKind;

use super::Picture;

/// The files' ending.
const ENDING: &str = "tile";
/// How many bytes say when a tile grows old.
const HEAD: usize = 8;

#[derive(Debug)]
pub(super) struct Cache {
    folder: PathBuf,
    most: u64,
    held: Mutex<Held>,
}

/// What is in the folder.
#[derive(Debug, Default)]
struct Held {
    /// Size, and the number of the last writing.
    sizes: HashMap<Tile, (u64, u64)>,
    /// The writings, the first first.
    order: VecDeque<(Tile, u64)>,
    bytes: u64,
    writings: u64,
}

impl Held {
    /// Takes a tile in, and names those that must go.
    fn take(&mut self, tile: Tile, size: u64, most: u64) -> Vec<Tile> {
        self.writings += 1;
        let before = self.sizes.insert(tile, (size, self.writings));
        self.bytes = self.bytes - before.map_or(0, |(size, _)| size) + size;
        self.order.push_back((tile, self.writings));
        let mut gone = Vec::new();
        while self.bytes > most
            && let Some((first, writing)) = self.order.pop_front()
        {
            // One that was written again since stands further back too.
            if let Some((size, last)) = self.sizes.get(&first).copied()
                && last == writing
            {
                self.sizes.remove(&first);
                self.bytes -= size;
                gone.push(first);
            }
        }
        gone
    }
}

impl Cache {
    /// The cache in a folder, which is made when it is not there.
    pub(super) fn open(folder: &Path, most: u64) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let mut found: Vec<(SystemTime, Tile, u64)> = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let Some(tile) = entry.file_name().to_str().and_then(tile_of) else { continue };
            let told = entry.metadata()?;
            found.push((told.modified().unwrap_or(SystemTime::UNIX_EPOCH), tile, told.len()));
        }
        found.sort_unstable();
        let cache = Self { folder: folder.to_owned(), most, held: Mutex::default() };
        for (_, tile, size) in found {
            cache.take(tile, size);
        }
        Ok(cache)
    }

    /// A tile, good still or grown old.
    pub(super) async fn get(&self, tile: Tile, now: Timestamp) -> Option<Picture> {
        let mut bytes = tokio::fs::read(self.path(tile)).await.ok()?;
        let until = i64::from_le_bytes(*bytes.first_chunk::<HEAD>()?);
        bytes.drain(..HEAD);
        // A file that broke off is none.
        let kind = PictureKind::of(&bytes)?;
        let left = u64::try_from(until.saturating_sub(now.as_second())).unwrap_or_default();
        Some(Picture { bytes, kind, good_for: Duration::from_secs(left) })
    }

    /// Keeps a tile. One that cannot be kept is fetched again the next time.
    pub(super) async fn put(&self, tile: Tile, picture: &Picture, now: Timestamp) {
        let seconds = i64::try_from(picture.good_for.as_secs()).unwrap_or(i64::MAX);
        let until = now.as_second().saturating_add(seconds);
        let mut bytes = until.to_le_bytes().to_vec();
        bytes.extend_from_slice(&picture.bytes);
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        // Counted before it is there: the bound holds even if nobody waits for the writing to end.
        self.take(tile, size);
        let (folder, path) = (self.folder.clone(), self.path(tile));
        let written = tokio::task::spawn_blocking(move || write(&folder, &path, &bytes)).await;
        match written {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::warn!(%error, "a tile could not be kept"),
            Err(error) => tracing::warn!(%error, "a tile could not be kept"),
        }
    }

    fn take(&self, tile: Tile, size: u64) {
        let gone = {
            let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
            held.take(tile, size, self.most)
        };
        for tile in gone {
            // One that is gone already is what is wanted.
            let _ = std::fs::remove_file(self.path(tile));
        }
    }

    fn path(&self, tile: Tile) -> PathBuf {
        self.folder.join(format!("{}-{}-{}.{ENDING}", tile.zoom, tile.column, tile.row))
    }
}

/// Whole or not at all.
fn write(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut partial = tempfile::NamedTempFile::new_in(folder)?;
    partial.write_all(bytes)?;
    partial.persist(path)?;
    Ok(())
}

/// The tile of a file by its name.
fn tile_of(name: &str) -> Option<Tile> {
    let mut parts = name.strip_suffix(ENDING)?.strip_suffix('.')?.split('-');
    let (zoom, column, row) = (parts.next()?, parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none();
    let tile = Tile::at(zoom.parse().ok()?, column.parse().ok()?, row.parse().ok()?);
    tile.filter(|_| is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(size: usize) -> Picture {
        let mut bytes = sources::stub::PIXEL.to_vec();
        bytes.resize(size, 0);
        Picture { bytes, kind: PictureKind::Png, good_for: Duration::from_mins(1) }
    }

    fn tile(column: u32) -> Tile {
        Tile::at(5, column, 9).unwrap()
    }

    fn kept(folder: &Path) -> Vec<String> {
        let names = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[tokio::test]
    async fn the_folder_stays_within_its_bound_and_the_first_go_first() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), 3 * 1008).unwrap();
        let now = Timestamp::UNIX_EPOCH;
        for column in [0, 1, 2, 0, 3] {
            cache.put(tile(column), &picture(1000), now).await;
        }
        assert_eq!(kept(folder.path()), ["5-0-9.tile", "5-2-9.tile", "5-3-9.tile"]);
        assert_eq!(cache.get(tile(1), now).await, None);
        assert_eq!(cache.get(tile(0), now).await, Some(picture(1000)));
    }

    #[tokio::test]
    async fn what_was_kept_is_there_after_a_new_start_within_a_smaller_bound() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), 1 << 20).unwrap();
        for column in 0..4 {
            cache.put(tile(column), &picture(1000), Timestamp::UNIX_EPOCH).await;
        }
        std::fs::write(folder.path().join("notes.txt"), "of somebody else").unwrap();
        let cache = Cache::open(folder.path(), 2 * 1008).unwrap();
        assert_eq!(kept(folder.path()).len(), 3, "two tiles and what is not ours");
        cache.put(tile(9), &picture(1000), Timestamp::UNIX_EPOCH).await;
        assert_eq!(kept(folder.path()).len(), 3);
        assert!(cache.get(tile(9), Timestamp::UNIX_EPOCH).await.is_some());
    }

    #[tokio::test]
    async fn a_tile_grows_old_and_a_broken_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), 1 << 20).unwrap();
        cache.put(tile(0), &picture(1000), Timestamp::UNIX_EPOCH).await;
        let later = |seconds| Timestamp::from_second(seconds).unwrap();
        let left = async |seconds| cache.get(tile(0), later(seconds)).await.unwrap().good_for;
        assert_eq!(left(20).await, Duration::from_secs(40));
        assert_eq!(left(60).await, Duration::ZERO);
        for broken in [&b""[..], b"1234567", b"12345678", b"12345678<html>"] {
            std::fs::write(folder.path().join("5-0-9.tile"), broken).unwrap();
            assert_eq!(cache.get(tile(0), later(0)).await, None);
        }
    }
}
