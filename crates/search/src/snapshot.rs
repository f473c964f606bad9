//! The snapshot file: an index on disk, so that the next start need not build it.
//!
//! The file is written beside the place where it shall be and renamed over it when it is safe on
//! disk. What is read is believed only when its magic, version and checksum fit and every number in
//! it points where it may; anything else is an error, and the index is rebuilt from the database.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::documents::{Documents, LIMITED, NONE, Sets, Strings};
use crate::index::Index;
use crate::postings::{Layout, in_units, pad, write_posting};
use crate::terms::Terms;

/// Why a snapshot cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// It cannot be read or written.
    #[error("the search snapshot cannot be read or written")]
    Io(#[from] io::Error),
    /// It is not a snapshot, or one of another version of the program.
    #[error("the file is no search snapshot of this version")]
    OtherVersion,
    /// It is cut short or damaged.
    #[error("the search snapshot is damaged")]
    Damaged,
}

const MAGIC: [u8; 8] = *b"TARJHAKU";
/// Raise it whenever words, weights or the layout change: an older file is then rebuilt.
const VERSION: u32 = 1;
/// The length of the checksum at the end, a SHA-256 of all before it.
const CHECKSUM: usize = 32;
/// How much is read or written at once.
const PIECE: usize = 1 << 16;

impl Index {
    /// Saves the index. The file at `path` is the old one or the whole new one, whatever happens.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn save(&self, path: &Path) -> Result<(), SnapshotError> {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".partial");
        let partial = path.with_file_name(name);
        let mut writer = Writer {
            file: BufWriter::with_capacity(PIECE, File::create(&partial)?),
            hash: Sha256::new(),
        };
        writer.index(self)?;
        let checksum = writer.hash.finalize();
        writer.file.write_all(&checksum)?;
        writer.file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        std::fs::rename(&partial, path)?;
        // The renaming itself must be on disk too; "" is the working directory.
        let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        File::open(directory.unwrap_or(Path::new(".")))?.sync_all()?;
        Ok(())
    }

    /// Loads a saved index. Costs one reading of the file, and no more memory than its length.
    ///
    /// # Errors
    /// When it cannot be read, is of another version, or is not what was saved.
    pub fn load(path: &Path) -> Result<Self, SnapshotError> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let left = length.checked_sub(CHECKSUM as u64).ok_or(SnapshotError::Damaged)?;
        let mut reader =
            Reader { file: BufReader::with_capacity(PIECE, file), hash: Sha256::new(), left };
        let index = reader.index()?;
        if reader.left != 0 {
            return Err(SnapshotError::Damaged);
        }
        let mut checksum = [0; CHECKSUM];
        reader.file.read_exact(&mut checksum)?;
        if checksum[..] != reader.hash.finalize()[..] || !is_sound(&index) {
            return Err(SnapshotError::Damaged);
        }
        Ok(index)
    }
}

/// Writes sections, each with its length in bytes before it.
struct Writer {
    file: BufWriter<File>,
    hash: Sha256,
}

impl Writer {
    fn index(&mut self, index: &Index) -> io::Result<()> {
        self.bytes(&MAGIC)?;
        self.bytes(&VERSION.to_le_bytes())?;
        self.bytes(&index.generation.to_le_bytes())?;
        self.documents(&index.documents)?;
        self.section(&index.terms.keys)?;
        self.numbers(&index.terms.ends)?;
        self.numbers(&index.terms.counts)?;
        let (starts, length) = index.in_one_piece(|_| Ok(()))?;
        self.numbers(&starts)?;
        self.bytes(&(length as u64).to_le_bytes())?;
        index.in_one_piece(|bytes| self.bytes(bytes))?;
        Ok(())
    }

    fn documents(&mut self, documents: &Documents) -> io::Result<()> {
        for strings in [
            &documents.ids,
            &documents.organisations,
            &documents.municipalities,
            &documents.class_codes,
            &documents.provider_kinds,
        ] {
            self.section(strings.text.as_bytes())?;
            self.numbers(&strings.ends)?;
        }
        for sets in [&documents.areas, &documents.class_sets] {
            self.numbers(&sets.members)?;
            self.numbers(&sets.ends)?;
        }
        let [finnish, swedish, english] = &documents.ranks;
        for column in [
            &documents.organisation,
            &documents.coverage,
            &documents.classes,
            &documents.provider_kind,
            finnish,
            swedish,
            english,
        ] {
            self.numbers(column)?;
        }
        let themes: Vec<u8> = documents.themes.iter().flat_map(|bits| bits.to_le_bytes()).collect();
        self.section(&themes)?;
        self.section(&documents.languages)
    }

    fn numbers(&mut self, numbers: &[u32]) -> io::Result<()> {
        self.bytes(&(size_of_val(numbers) as u64).to_le_bytes())?;
        let mut piece = Vec::with_capacity(PIECE);
        for numbers in numbers.chunks(PIECE / 4) {
            piece.clear();
            piece.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
            self.bytes(&piece)?;
        }
        Ok(())
    }

    fn section(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes(&(bytes.len() as u64).to_le_bytes())?;
        self.bytes(bytes)
    }

    fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.file.write_all(bytes)
    }
}

impl Index {
    /// Hands out the postings in one piece a term; gives where each term begins and the length of all.
    fn in_one_piece(
        &self,
        mut take: impl FnMut(&[u8]) -> io::Result<()>,
    ) -> io::Result<(Vec<u32>, usize)> {
        let mut starts = Vec::with_capacity(self.terms.len());
        let mut length = 0;
        let mut piece = Vec::new();
        for term in 0..self.terms.len() {
            starts.push(in_units(length));
            piece.clear();
            let mut last = 0;
            for (document, impact) in self.postings_of(term) {
                write_posting(&mut piece, document - last, impact);
                last = document;
            }
            pad(&mut piece);
            length += piece.len();
            take(&piece)?;
        }
        Ok((starts, length))
    }
}

/// Reads sections; never asks for more memory than the file is long.
struct Reader {
    file: BufReader<File>,
    hash: Sha256,
    /// How many bytes there still are before the checksum.
    left: u64,
}

impl Reader {
    fn index(&mut self) -> Result<Index, SnapshotError> {
        let head = self.take(MAGIC.len() as u64 + 4)?;
        if head[..8] != MAGIC || head[8..] != VERSION.to_le_bytes() {
            return Err(SnapshotError::OtherVersion);
        }
        let generation = i64::from_le_bytes(self.eight()?);
        let documents = self.documents()?;
        let keys = self.section()?;
        let (ends, counts, starts) = (self.numbers()?, self.numbers()?, self.numbers()?);
        let terms = Terms { keys, ends, starts, counts };
        let postings = self.section()?;
        Ok(Index { generation, documents, terms, postings, layout: Layout::InOnePiece })
    }

    fn documents(&mut self) -> Result<Documents, SnapshotError> {
        let ids = self.strings()?;
        let organisations = self.strings()?;
        let municipalities = self.strings()?;
        let class_codes = self.strings()?;
        let provider_kinds = self.strings()?;
        let areas = self.sets()?;
        let class_sets = self.sets()?;
        let organisation = self.numbers()?;
        let coverage = self.numbers()?;
        let classes = self.numbers()?;
        let provider_kind = self.numbers()?;
        let ranks = [self.numbers()?, self.numbers()?, self.numbers()?];
        let themes = self.section()?;
        let themes = themes.chunks_exact(2).map(|bits| u16::from_le_bytes([bits[0], bits[1]]));
        let themes = themes.collect();
        let languages = self.section()?;
        Ok(Documents {
            ids,
            organisation,
            coverage,
            classes,
            themes,
            provider_kind,
            languages,
            ranks,
            organisations,
            municipalities,
            areas,
            class_codes,
            class_sets,
            provider_kinds,
        })
    }

    fn strings(&mut self) -> Result<Strings, SnapshotError> {
        let text = String::from_utf8(self.section()?).map_err(|_| SnapshotError::Damaged)?;
        Ok(Strings { text, ends: self.numbers()? })
    }

    fn sets(&mut self) -> Result<Sets, SnapshotError> {
        Ok(Sets { members: self.numbers()?, ends: self.numbers()? })
    }

    fn numbers(&mut self) -> Result<Vec<u32>, SnapshotError> {
        let mut left = u64::from_le_bytes(self.eight()?);
        if left > self.left || !left.is_multiple_of(4) {
            return Err(SnapshotError::Damaged);
        }
        let room = usize::try_from(left / 4).map_err(|_| SnapshotError::Damaged)?;
        let mut numbers = Vec::with_capacity(room);
        while left > 0 {
            let piece = self.take(left.min(PIECE as u64))?;
            left -= piece.len() as u64;
            let words = piece.chunks_exact(4);
            numbers
                .extend(words.map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])));
        }
        Ok(numbers)
    }

    fn section(&mut self) -> Result<Vec<u8>, SnapshotError> {
        let length = u64::from_le_bytes(self.eight()?);
        self.take(length)
    }

    fn eight(&mut self) -> Result<[u8; 8], SnapshotError> {
        self.take(8)?.try_into().map_err(|_| SnapshotError::Damaged)
    }

    fn take(&mut self, length: u64) -> Result<Vec<u8>, SnapshotError> {
        self.left = self.left.checked_sub(length).ok_or(SnapshotError::Damaged)?;
        let length = usize::try_from(length).map_err(|_| SnapshotError::Damaged)?;
        let mut bytes = vec![0; length];
        self.file.read_exact(&mut bytes)?;
        self.hash.update(&bytes);
        Ok(bytes)
    }
}

/// Whether every number in the index points where it may, so that no search can go astray.
fn is_sound(index: &Index) -> bool {
    let (documents, terms) = (&index.documents, &index.terms);
    let count = documents.len();
    let below = |column: &[u32], limit: usize, or_none: bool| {
        column.len() == count
            && column.iter().all(|n| (*n as usize) < limit || (or_none && *n == NONE))
    };
    let ends = |ends: &[u32], length: usize| {
        ends.is_sorted() && ends.last().copied().unwrap_or(0) as usize == length
    };
    let strings = |s: &Strings| ends(&s.ends, s.text.len());
    let sets = |s: &Sets, limit: usize| {
        ends(&s.ends, s.members.len()) && s.members.iter().all(|n| (*n as usize) < limit)
    };
    strings(&documents.ids)
        && documents.ids.len() == count
        && documents.languages.len() == count
        && strings(&documents.organisations)
        && strings(&documents.municipalities)
        && strings(&documents.class_codes)
        && strings(&documents.provider_kinds)
        && sets(&documents.areas, documents.municipalities.len())
        && sets(&documents.class_sets, documents.class_codes.len())
        && below(&documents.organisation, documents.organisations.len(), true)
        && below(&documents.coverage, documents.areas.len() + LIMITED as usize, false)
        && below(&documents.classes, documents.class_sets.len(), false)
        && below(&documents.provider_kind, documents.provider_kinds.len(), true)
        && documents.ranks.iter().all(|ranks| below(ranks, count, false))
        && ends(&terms.ends, terms.keys.len())
        && terms.starts.len() == terms.len()
        && terms.counts.len() == terms.len()
        && postings_are_sound(index)
}

/// Whether every term has as many documents as it says, ascending, all of them there.
fn postings_are_sound(index: &Index) -> bool {
    (0..index.terms.len()).all(|term| {
        let (mut found, mut last) = (0, None);
        for (document, _) in index.postings_of(term) {
            if last.is_some_and(|last| last >= document) || document as usize >= index.len() {
                return false;
            }
            last = Some(document);
            found += 1;
        }
        found == index.terms.counts[term]
    })
}

#[cfg(test)]
mod tests {
    use domain::Language;
    use proptest::prelude::*;
    use tempfile::tempdir;

    use super::*;
    use crate::{Coverage, Document, Field, IndexBuilder, Query};

    fn index() -> Index {
        let mut builder = IndexBuilder::new();
        for number in 0..300 {
            let codes = ["529", "905"].into_iter().take(number % 3).map(str::to_owned);
            let text = format!("Kirjasto {number} lainaa kirjoja, e-kirjoja ja pelejä");
            builder.add(&Document {
                id: format!("id-{number}"),
                organisation: (number % 2 == 0).then(|| format!("org-{}", number % 5)),
                texts: vec![(Field::Name, Language::ALL[number % 6], text)],
                coverage: if number % 7 == 0 {
                    Coverage::All
                } else {
                    Coverage::Municipalities(codes.collect())
                },
                classes: vec![format!("P{}", number % 4)],
                ..Document::default()
            });
        }
        builder.finish(42)
    }

    fn saved() -> Vec<u8> {
        let directory = tempdir().unwrap();
        let path = directory.path().join("index");
        index().save(&path).unwrap();
        std::fs::read(path).unwrap()
    }

    fn loaded(bytes: &[u8]) -> Result<Index, SnapshotError> {
        let directory = tempdir().unwrap();
        let path = directory.path().join("index");
        std::fs::write(&path, bytes).unwrap();
        Index::load(&path)
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
        let (index, loaded) = (index(), loaded(&saved()).unwrap());
        assert_eq!(loaded.generation(), 42);
        assert_eq!(loaded.documents, index.documents);
        assert_eq!(loaded.terms.keys, index.terms.keys);
        for text in ["kirjasto", "kirja 17", "pelit", "e-kirja", "naantali", ""] {
            let query = Query { municipality: Some("529".to_owned()), ..Query::new(text) };
            assert_eq!(loaded.search(&query), index.search(&query), "{text}");
        }
        for term in 0..index.terms.len() {
            assert!(loaded.postings_of(term).eq(index.postings_of(term)));
        }
    }

    #[test]
    fn saving_again_replaces_the_file_and_leaves_nothing_beside_it() {
        let directory = tempdir().unwrap();
        let path = directory.path().join("index");
        index().save(&path).unwrap();
        Index::load(&path).unwrap().save(&path).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), saved());
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1);
    }

    #[test]
    fn an_empty_index_is_saved_and_loaded() {
        let directory = tempdir().unwrap();
        let path = directory.path().join("index");
        IndexBuilder::new().finish(0).save(&path).unwrap();
        assert!(Index::load(&path).unwrap().is_empty());
    }

    #[test]
    fn another_version_and_a_missing_file_are_told_apart_from_damage() {
        let mut bytes = saved();
        bytes[8] += 1;
        assert!(matches!(loaded(&sealed(bytes)), Err(SnapshotError::OtherVersion)));
        assert!(matches!(loaded(&[b'x'; 100]), Err(SnapshotError::OtherVersion)));
        assert!(matches!(loaded(b""), Err(SnapshotError::Damaged)));
        let nowhere = Index::load(Path::new("/nowhere/at/all"));
        assert!(matches!(nowhere, Err(SnapshotError::Io(_))));
    }

    proptest! {
        #[test]
        fn a_cut_file_is_an_error(share in 0.0..1.0_f64) {
            let bytes = saved();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share")]
            #[expect(clippy::cast_precision_loss, reason = "a short file")]
            let length = (bytes.len() as f64 * share) as usize;
            prop_assert!(loaded(&bytes[..length]).is_err());
            prop_assert!(loaded(&sealed_if_long(bytes[..length].to_vec())).is_err());
        }

        #[test]
        fn a_changed_byte_is_an_error(at in any::<prop::sample::Index>(), change in 1_u8..) {
            let mut bytes = saved();
            let at = at.index(bytes.len());
            bytes[at] ^= change;
            prop_assert!(loaded(&bytes).is_err());
        }

        #[test]
        fn forged_bytes_are_an_error_or_an_index_that_answers(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        ) {
            let mut bytes = saved();
            for (at, byte) in changes {
                let at = at.index(bytes.len() - CHECKSUM);
                bytes[at] = byte;
            }
            if let Ok(index) = loaded(&sealed(bytes)) {
                for text in ["kirjasto", "k", "naantali 17", ""] {
                    let municipality = Some("529".to_owned());
                    let query = Query { municipality, ..Query::new(text) };
                    prop_assert!(index.search(&query).total <= index.len());
                }
            }
        }
    }

    fn sealed_if_long(bytes: Vec<u8>) -> Vec<u8> {
        if bytes.len() < CHECKSUM { bytes } else { sealed(bytes) }
    }
}
