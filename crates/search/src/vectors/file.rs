//! The file of word vectors. What is read is believed only when its magic, version and checksum fit
//! and everything in it is where it should be; anything else is an error.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::terms::Numbers;

use super::rows::Rows;
use super::words::WordVectors;

/// Why a file of word vectors cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum VectorsError {
    /// It cannot be read or written.
    #[error("the file of word vectors cannot be read or written")]
    Io(#[from] io::Error),
    /// It is no such file, or one of another version of the program.
    #[error("the file holds no word vectors of this version; make it anew with `search train`")]
    OtherVersion,
    /// It is cut short or damaged.
    #[error("the file of word vectors is damaged; make it anew with `search train`")]
    Damaged,
}

const MAGIC: [u8; 8] = *b"TARJSANA";
/// Raise it whenever analysis or the layout change.
const VERSION: u32 = 1;
/// The length of the checksum at the end, a SHA-256 of all before it.
const CHECKSUM: usize = 32;
/// The longest file that is read.
const LENGTH_LIMIT: u64 = 256 << 20;
/// The most dimensions: sums of products stay far below 2³¹.
const DIMENSIONS_LIMIT: usize = 1_024;
/// The highest weight of a term: logarithms do not come near.
const WEIGHT_LIMIT: f32 = 1_000.0;

impl WordVectors {
    /// Saves them. The file at `path` is the old one or the whole new one, whatever happens.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn save(&self, path: &Path) -> Result<(), VectorsError> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".partial");
        let partial = path.with_file_name(name);
        let mut file = File::create(&partial)?;
        file.write_all(&self.to_bytes())?;
        file.sync_all()?;
        std::fs::rename(&partial, path)?;
        Ok(())
    }

    /// Loads saved ones.
    ///
    /// # Errors
    /// When the file cannot be read, is of another version, or is not what was saved.
    pub fn load(path: &Path) -> Result<Self, VectorsError> {
        let mut bytes = Vec::new();
        File::open(path)?.take(LENGTH_LIMIT).read_to_end(&mut bytes)?;
        Self::from_bytes(&bytes)
    }

    /// The bytes of the file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.push(self.has_dictionary.into());
        for count in [self.dimensions(), self.len(), self.keys.len()] {
            bytes.extend(u32::try_from(count).unwrap_or(u32::MAX).to_le_bytes());
        }
        bytes.extend(&self.keys);
        bytes.extend(self.ends.iter().flat_map(|end| end.to_le_bytes()));
        bytes.extend(self.weights.iter().flat_map(|weight| weight.to_le_bytes()));
        bytes.extend(self.rows.values().iter().flat_map(|value| value.to_le_bytes()));
        let checksum = Sha256::digest(&bytes);
        bytes.extend(checksum);
        bytes
    }

    /// The vectors of a file's bytes.
    ///
    /// # Errors
    /// When they are of another version or not what was saved.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, VectorsError> {
        let (mut bytes, checksum) =
            bytes.split_last_chunk::<CHECKSUM>().ok_or(VectorsError::Damaged)?;
        let digest = Sha256::digest(bytes);
        let head = take(&mut bytes, MAGIC.len() + 4)?;
        if head[..8] != MAGIC || head[8..] != VERSION.to_le_bytes() {
            return Err(VectorsError::OtherVersion);
        }
        if digest[..] != checksum[..] {
            return Err(VectorsError::Damaged);
        }
        Self::of_body(bytes).ok_or(VectorsError::Damaged)
    }

    /// What stands between the version and the checksum.
    fn of_body(mut bytes: &[u8]) -> Option<Self> {
        let has_dictionary = match take(&mut bytes, 1).ok()? {
            [0] => false,
            [1] => true,
            _ => return None,
        };
        let mut counts = [0_usize; 3];
        for count in &mut counts {
            *count = usize::try_from(words(take(&mut bytes, 4).ok()?).next()?).ok()?;
        }
        let [dimensions, terms, length] = counts;
        if dimensions > DIMENSIONS_LIMIT {
            return None;
        }
        let keys = take(&mut bytes, length).ok()?.to_vec();
        let ends: Vec<u32> = words(take(&mut bytes, terms.checked_mul(4)?).ok()?).collect();
        let weights = words(take(&mut bytes, terms.checked_mul(4)?).ok()?);
        let weights: Vec<f32> = weights.map(f32::from_bits).collect();
        if bytes.len() != terms.checked_mul(dimensions)? {
            return None;
        }
        let values = bytes.iter().map(|value| i8::from_le_bytes([*value])).collect();
        let rows = Rows::of_values(dimensions, values)?;
        let numbers = Numbers::of_keys(&keys, &ends);
        let vectors = Self { has_dictionary, keys, ends, weights, rows, numbers };
        vectors.is_sound().then_some(vectors)
    }

    /// Whether its keys ascend and its weights are weights.
    fn is_sound(&self) -> bool {
        self.ends.is_sorted()
            && self.ends.last().copied().unwrap_or(0) as usize == self.keys.len()
            && (1..self.len()).all(|term| self.key(term - 1) < self.key(term))
            && self.weights.iter().all(|weight| (0.0..=WEIGHT_LIMIT).contains(weight))
            && (self.rows.len() == self.len() || self.dimensions() == 0)
    }
}

/// Takes so many bytes from the front.
fn take<'a>(bytes: &mut &'a [u8], length: usize) -> Result<&'a [u8], VectorsError> {
    let (front, rest) = bytes.split_at_checked(length).ok_or(VectorsError::Damaged)?;
    *bytes = rest;
    Ok(front)
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tempfile::tempdir;

    use super::*;

    fn some() -> WordVectors {
        let mut vectors = WordVectors::new(3, true);
        vectors.push(b"\x01hammas", 4.5, &[1.0, -0.5, 0.25]);
        vectors.push(b"\x01kipu", 2.0, &[0.0, 0.0, 0.0]);
        vectors.push(b"\x02tand", 3.25, &[0.9, -0.4, 0.2]);
        vectors
    }

    /// The bytes with a checksum that fits them.
    fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
        let end = bytes.len() - CHECKSUM;
        let checksum = Sha256::digest(&bytes[..end]);
        bytes[end..].copy_from_slice(&checksum);
        bytes
    }

    #[test]
    fn what_is_loaded_is_what_was_saved() {
        let directory = tempdir().unwrap();
        let path = directory.path().join("vectors");
        some().save(&path).unwrap();
        assert_eq!(WordVectors::load(&path).unwrap(), some());
        let none = WordVectors::default();
        assert_eq!(WordVectors::from_bytes(&none.to_bytes()).unwrap(), none);
    }

    #[test]
    fn a_file_of_another_kind_or_version_says_so() {
        let mut bytes = some().to_bytes();
        bytes[8] += 1;
        let error = WordVectors::from_bytes(&sealed(bytes)).unwrap_err();
        assert!(matches!(error, VectorsError::OtherVersion), "{error}");
        let error = WordVectors::from_bytes(&[b'x'; 400]).unwrap_err();
        assert!(matches!(error, VectorsError::OtherVersion), "{error}");
    }

    #[test]
    fn keys_out_of_order_and_weights_that_are_none_are_damage() {
        let mut swapped = WordVectors::new(1, false);
        swapped.push(b"\x01b", 1.0, &[1.0]);
        swapped.push(b"\x01a", 1.0, &[1.0]);
        assert!(matches!(WordVectors::from_bytes(&swapped.to_bytes()), Err(VectorsError::Damaged)));
        for weight in [f32::NAN, f32::INFINITY, -1.0] {
            let mut vectors = WordVectors::new(1, false);
            vectors.push(b"\x01a", weight, &[1.0]);
            let found = WordVectors::from_bytes(&vectors.to_bytes());
            assert!(matches!(found, Err(VectorsError::Damaged)), "{weight}");
        }
    }

    proptest! {
        #[test]
        fn a_cut_or_changed_file_is_an_error(place in any::<prop::sample::Index>(), bit in 0_u8..8) {
            let whole = some().to_bytes();
            let place = place.index(whole.len());
            prop_assert!(WordVectors::from_bytes(&whole[..place]).is_err());
            let mut changed = whole;
            changed[place] ^= 1_u8 << bit;
            prop_assert!(WordVectors::from_bytes(&changed).is_err());
        }

        #[test]
        fn hostile_bytes_with_a_true_checksum_make_no_harm(
            place in any::<prop::sample::Index>(),
            byte in any::<u8>(),
            cut in 0_usize..40,
        ) {
            let mut bytes = some().to_bytes();
            let place = place.index(bytes.len());
            bytes[place] = byte;
            let end = bytes.len() - CHECKSUM;
            bytes.drain(end.saturating_sub(cut)..end);
            if let Ok(vectors) = WordVectors::from_bytes(&sealed(bytes)) {
                let found = vectors.text([(b"\x01hammas".as_slice(), 1.0)].into_iter());
                prop_assert!(found.iter().all(|value| value.is_finite()));
            }
        }
    }
}
