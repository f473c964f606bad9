//! The snapshot file: an index on disk, so that the next start need not build it.
//!
//! The file is written beside the place where it shall be and renamed over it when it is safe on
//! disk. What is read is believed only when its magic, version and checksum fit and every number in
//! it points where it may; anything else is an error, and the index is rebuilt from the database.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::documents::{Card, Documents, LIMITED, NONE, Sets, Strings};
use crate::index::Index;
use crate::labels::{LabelSets, Labels};
use crate::lexicon::Lexicon;
use crate::terms::Terms;
use crate::vectors::{Vectors, WordVectors};

/// Why a snapshot cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// It cannot be read or written.
    #[error("the search snapshot cannot be read or written")]
    Io(#[from] io::Error),
    /// It is not a snapshot, or one of another version of the program.
    #[error("the file is no search snapshot of this version")]
    OtherVersion,
    /// It was made with another dictionary or needs vocabulary.
    #[error("the search snapshot was made with other words")]
    OtherWords,
    /// It is cut short or damaged.
    #[error("the search snapshot is damaged")]
    Damaged,
}

const MAGIC: [u8; 8] = *b"TARJHAKU";
/// Raise it whenever words, weights or the layout change: an older file is then rebuilt.
const VERSION: u32 = 8;
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
    pub fn load(path: &Path, lexicon: Arc<Lexicon>) -> Result<Self, SnapshotError> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let left = length.checked_sub(CHECKSUM as u64).ok_or(SnapshotError::Damaged)?;
        let mut reader =
            Reader { file: BufReader::with_capacity(PIECE, file), hash: Sha256::new(), left };
        let mut index = reader.index(lexicon)?;
        if reader.left != 0 {
            return Err(SnapshotError::Damaged);
        }
        let mut checksum = [0; CHECKSUM];
        reader.file.read_exact(&mut checksum)?;
        if checksum[..] != reader.hash.finalize()[..] || !is_sound(&index) {
            return Err(SnapshotError::Damaged);
        }
        index.prepare();
        index.spellings = index.new_spellings();
        if !index.add_quick_parts() {
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
        self.bytes(index.lexicon.mark())?;
        self.bytes(&index.generation.to_le_bytes())?;
        self.documents(&index.documents)?;
        self.section(&index.terms.keys)?;
        self.numbers(&index.terms.ends)?;
        self.numbers(&index.terms.counts)?;
        self.numbers(&index.terms.starts)?;
        self.section(&index.postings)?;
        self.vectors(&index.vectors)?;
        self.names(&index.names.kept)?;
        self.relations(&index.relations)
    }

    fn vectors(&mut self, vectors: &Vectors) -> io::Result<()> {
        self.section(&vectors.words().to_bytes())?;
        for rows in [vectors.documents(), vectors.needs()] {
            self.bytes(&(rows.values().len() as u64).to_le_bytes())?;
            for values in rows.values().chunks(PIECE) {
                let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
                self.bytes(&bytes)?;
            }
        }
        Ok(())
    }

    fn documents(&mut self, documents: &Documents) -> io::Result<()> {
        for strings in [
            &documents.ids,
            &documents.organisations,
            &documents.municipalities,
            &documents.labels.names,
        ] {
            self.section(strings.text.as_bytes())?;
            self.numbers(&strings.ends)?;
        }
        let labels = &documents.labels;
        for sets in [&documents.areas, &labels.subjects, &labels.manners, &documents.places] {
            self.numbers(&sets.members)?;
            self.numbers(&sets.ends)?;
        }
        let [finnish, swedish, english] = &documents.ranks;
        let cards = &documents.cards;
        let column = |value: fn(&Card) -> u32| cards.iter().map(value).collect::<Vec<u32>>();
        self.numbers(&column(|card| card.organisation))?;
        self.numbers(&column(|card| card.coverage))?;
        self.numbers(&column(|card| card.labels.subjects))?;
        self.numbers(&column(|card| card.labels.manners))?;
        for column in [finnish, swedish, english] {
            self.numbers(column)?;
        }
        self.section(&cards.iter().map(|card| card.languages).collect::<Vec<u8>>())
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

/// Reads sections; never asks for more memory than the file is long.
struct Reader {
    file: BufReader<File>,
    hash: Sha256,
    /// How many bytes there still are before the checksum.
    left: u64,
}

impl Reader {
    fn index(&mut self, lexicon: Arc<Lexicon>) -> Result<Index, SnapshotError> {
        let head = self.take(MAGIC.len() as u64 + 4)?;
        if head[..8] != MAGIC || head[8..] != VERSION.to_le_bytes() {
            return Err(SnapshotError::OtherVersion);
        }
        if self.take(lexicon.mark().len() as u64)? != lexicon.mark() {
            return Err(SnapshotError::OtherWords);
        }
        let generation = i64::from_le_bytes(self.eight()?);
        let documents = self.documents()?;
        let keys = self.section()?;
        let (ends, counts, starts) = (self.numbers()?, self.numbers()?, self.numbers()?);
        let terms = Terms::of_columns(keys, ends, starts, counts);
        let postings = self.section()?;
        let vectors = self.vectors()?;
        let kept = self.names()?;
        let relations = self.relations()?;
        let mut index = Index::of_parts(lexicon, generation, documents, terms, postings);
        index.names.kept = kept;
        index.relations = relations;
        index.vectors = vectors;
        Ok(index)
    }

    fn vectors(&mut self) -> Result<Vectors, SnapshotError> {
        let words =
            WordVectors::from_bytes(&self.section()?).map_err(|_| SnapshotError::Damaged)?;
        let mut values = || -> Result<Vec<i8>, SnapshotError> {
            let bytes = self.section()?;
            Ok(bytes.into_iter().map(|byte| i8::from_le_bytes([byte])).collect())
        };
        Vectors::of_parts(words, values()?, values()?).ok_or(SnapshotError::Damaged)
    }

    fn documents(&mut self) -> Result<Documents, SnapshotError> {
        let ids = self.strings()?;
        let organisations = self.strings()?;
        let municipalities = self.strings()?;
        let names = self.strings()?;
        let areas = self.sets()?;
        let labels = Labels::of_parts(names, self.sets()?, self.sets()?);
        let places = self.sets()?;
        let (organisations_of, coverages) = (self.numbers()?, self.numbers()?);
        let (subjects, manners) = (self.numbers()?, self.numbers()?);
        let ranks = [self.numbers()?, self.numbers()?, self.numbers()?];
        let languages = self.section()?;
        let count = subjects.len();
        let lengths = [manners.len(), organisations_of.len(), coverages.len(), languages.len()];
        if lengths != [count; 4] {
            return Err(SnapshotError::Damaged);
        }
        let card = |document: usize| Card {
            labels: LabelSets { subjects: subjects[document], manners: manners[document] },
            coverage: coverages[document],
            organisation: organisations_of[document],
            languages: languages[document],
            wellbeing: 0,
        };
        let mut documents = Documents {
            ids,
            cards: (0..count).map(card).collect(),
            ranks,
            organisations,
            municipalities,
            areas,
            places,
            labels,
            counties: Vec::new(),
            municipalities_in_order: Vec::new(),
        };
        documents.place_municipalities();
        Ok(documents)
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
    let fits = |card: &Card| {
        let organisation = card.organisation;
        (card.coverage as usize) < documents.areas.len() + LIMITED as usize
            && (card.labels.subjects as usize) < documents.labels.subjects.len()
            && (card.labels.manners as usize) < documents.labels.manners.len()
            && (organisation == NONE || (organisation as usize) < documents.organisations.len())
    };
    let ranked = |ranks: &Vec<u32>| {
        ranks.len() == count && ranks.iter().all(|rank| (*rank as usize) < count)
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
        && strings(&documents.organisations)
        && strings(&documents.municipalities)
        && strings(&documents.labels.names)
        && sets(&documents.areas, documents.municipalities.len())
        && sets(&documents.labels.subjects, documents.labels.names.len())
        && sets(&documents.labels.manners, documents.labels.names.len())
        && sets(&documents.places, NONE as usize)
        && documents.places.len() == count
        && documents.cards.iter().all(fits)
        && documents.ranks.iter().all(ranked)
        && ends(&terms.ends, terms.keys.len())
        && index.vectors.fits(count, index.lexicon.needs.len())
        && terms.starts.len() == terms.len()
        && terms.counts.len() == terms.len()
        && postings_are_sound(index)
}

/// Whether every term has as many documents as it says, ascending, all of them there and with some
/// impact.
fn postings_are_sound(index: &Index) -> bool {
    (0..index.terms.len()).all(|term| {
        let (mut found, mut last) = (0, None);
        for (document, impact) in index.postings_of(term).documents() {
            let is_ascending = last.is_none_or(|last| last < document);
            if !is_ascending || document as usize >= index.len() || impact == 0 {
                return false;
            }
            last = Some(document);
            found += 1;
        }
        found == index.terms.counts[term]
    })
}

mod names;
#[cfg(test)]
mod tests;
